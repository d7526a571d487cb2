package sample

import "genjin/model"

// MarketNotes are made-up notes of the market, the last of them of the day
// before.
func MarketNotes(today model.Date) []model.MarketNote {
	note := func(ago int, subject, competitor, product string, price int64, what, source string) model.MarketNote {
		return model.MarketNote{
			NotedOn: today.AddDays(-ago), Subject: subject, Competitor: competitor, Product: product,
			Currency: "CNY", Price: price, Note: what, Source: source,
		}
	}
	return []model.MarketNote{
		note(62, "同款报价", "盛源", "六层沉金板", 128_00, "量大再让两个点", "客户转述"),
		note(33, "新品上市", "宏达", "10寸手持终端", 1_680_00, "带NFC,交期45天", "展会"),
		note(12, "交期变化", "盛源", "", 0, "产线搬迁,春节前不接急单", "同行"),
		note(1, "竞品降价", "宏达", "10寸手持终端", 1_520_00, "只给老客户,到月底", "招标网"),
	}
}
