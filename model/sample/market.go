package sample

import "genjin/model"

// Accounts are made-up figures of a company that buys on credit, three years of
// them, the last one with a loss.
func Accounts(customer int64, today model.Date) []model.Accounts {
	year := func(ago int, cash, inventory, current, owed, revenue, profit int64) model.Accounts {
		const wan = 10_000_00
		return model.Accounts{
			CustomerID: customer, Period: model.PeriodYear.Name(model.PeriodYear.Of(today.AddMonths(-12 * ago))), Currency: "CNY",
			Cash: cash * wan, Inventory: inventory * wan, CurrentAssets: current * wan, CurrentLiabilities: owed * wan,
			TotalAssets: (current + 260) * wan, TotalLiabilities: (owed + 90) * wan, Revenue: revenue * wan, Profit: profit * wan,
		}
	}
	return []model.Accounts{
		year(3, 62, 90, 420, 205, 1150, 86), year(2, 48, 130, 405, 230, 1080, 31), year(1, 29, 175, 380, 262, 940, -44),
	}
}

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
