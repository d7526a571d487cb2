package label

import "genjin/model"

// Credits is the list of credit notes.
var Credits = List[model.CreditOf]{
	View: &model.CreditView, Kind: model.ExportCredits,
	Heads: map[string]word{"currency": of("币种", "Currency")},
	SumLines: func(sums []model.Sum, l Lang) ([][]string, error) {
		var lines [][]string
		for _, s := range sums {
			lines = append(lines, []string{pick(l, "冲减合计 ", "credited in all: ") + Amount(s.Of[0], s.By[0])})
		}
		return lines, nil
	},
}

// Chasing is the list of chasing steps.
var Chasing = List[model.Promise]{View: &model.ChasingView, Kind: model.ExportChasing, Heads: promiseHeads, Texts: promiseTexts}

// Promises is the ledger of promises to pay.
var Promises = List[model.Promise]{
	View: &model.PromiseView, Kind: model.ExportPromises, Name: of("承诺付款台账", "promises to pay"), Heads: promiseHeads,
	Texts: promiseTexts,
	SumLines: func(sums []model.Sum, l Lang) ([][]string, error) {
		var lines [][]string
		for _, s := range sums {
			lines = append(lines, []string{
				pick(l, "承诺 ", "promised ") + Amount(s.Of[0], s.By[0]), pick(l, "已付 ", "paid ") + Amount(s.Of[1], s.By[0]),
			})
		}
		return lines, nil
	},
}

var promiseHeads = map[string]word{
	"state": of("兑现", "Kept"), "paid_on": of("付清日期", "Paid on"), "paid": of("已付", "Paid"), "currency": of("币种", "Currency"),
	"promised": of("有承诺", "promised"),
}

var promiseTexts = map[string]func(*model.Promise, model.AsOf, Lang) string{
	"level": func(p *model.Promise, _ model.AsOf, l Lang) string { return StepName(int(p.Level), l) },
	"paid": func(p *model.Promise, _ model.AsOf, _ Lang) string {
		if p.PromiseOn == "" {
			return ""
		}
		return Amount(p.Paid, p.Currency)
	},
}

// Templates is the list of templates of projects.
var Templates = List[model.TemplateOf]{
	View: &model.TemplateView, Kind: model.ExportTemplates,
	Heads: map[string]word{"stages": of("阶段数", "Stages"), "projects": of("项目数", "Projects")},
}

// Campaigns is the list of campaigns with what came of them.
var Campaigns = List[model.CampaignOf]{
	View: &model.CampaignView, Kind: model.ExportCampaigns,
	Heads: map[string]word{
		"leads": of("线索", "Leads"), "won": of("成交", "Won"), "signed": of("签单", "Signed"), "collected": of("回款", "Collected"),
		"cost_per_lead": of("每线索费用", "Cost per lead"), "cost_per_won": of("每成交费用", "Cost per won"),
		"unfinished": of("未满90天", "Under 90 days"),
	},
}

// broughtHeads name by what a row's customer came.
var broughtHeads = map[string]word{
	"source": of("客户来源", "Source"), "campaign": of("营销活动", "Campaign"), "referrer": of("介绍人", "Referrer"), "lead": of("活动线索", "Campaign lead"),
}

// Items are the lists of the records that are kept as items, by what they are
// called.
var Items = items()

func items() map[string]List[model.ItemOf] {
	lists := map[string]List[model.ItemOf]{}
	for record, view := range model.ItemViews {
		k, _ := model.KindOf(record)
		lists[k.ListName()] = List[model.ItemOf]{
			View: view, Kind: k.ListName(),
			Heads: map[string]word{"customer_id": of("客户", "Customer"), "archived": of("客户已归档", "customer archived")},
		}
	}
	return lists
}
