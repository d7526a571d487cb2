package sample

import "genjin/model"

// Dossier is a made-up dossier of a customer: how many of the papers of a list
// have come, what was looked up, what was signed, what was asked.
type Dossier struct {
	List      string // of documents; "" = none
	Received  int
	Lookups   []model.Lookup
	Contracts []model.Contract
	Minutes   []Minutes
}

// Minutes are made-up minutes with their answers, in the order of the questions.
type Minutes struct {
	model.Minutes
	Answers []string
}

// Expiry is the last day of the n-th paper that came; "" where it has none.
func (d Dossier) Expiry(n int, today model.Date) model.Date {
	switch n {
	case 0:
		return today.AddDays(21)
	case 2:
		return today.AddDays(-4)
	case 5:
		return today.AddDays(400)
	}
	return ""
}

// Dossiers are made-up dossiers as of a day, for so many customers at most.
func Dossiers(today model.Date) []Dossier {
	ago := func(days int) model.Date { return today.AddDays(-days) }
	look := func(days int, of model.LookupSubject, name, source, result string) model.Lookup {
		return model.Lookup{Subject: of, Name: name, Source: source, Result: result, CheckedOn: ago(days)}
	}
	sign := func(no, scope string, signed, days int, more string) model.Contract {
		return model.Contract{Number: no, Scope: scope, SignedOn: ago(signed), ExpiresOn: ago(signed).AddDays(days), Responsible: Salesperson,
			HandedOver: more}
	}
	held := func(days int, template, with, conclusion string, answers ...string) Minutes {
		return Minutes{model.Minutes{Template: template, HeldOn: ago(days), Present: with, WrittenBy: Salesperson, Conclusion: conclusion},
			answers}
	}
	return []Dossier{
		{
			List: "guarantee", Received: 14,
			Lookups: []model.Lookup{
				look(6, model.LookupCompany, "", "国家企业信用信息公示系统", "存续,无经营异常"),
				look(6, model.LookupShareholder, "控股股东", "企查查", "另有两家关联公司,均正常"),
				look(5, model.LookupLegalRep, "", "中国执行信息公开网", "无被执行记录"),
			},
			Contracts: []model.Contract{sign("DB-2025-018", "流动资金担保 50 万,一年", 350, 365, "借款合同、反担保合同各一份")},
			Minutes: []Minutes{
				held(7, "intake", "总经理、财务", "可以受理,补征信", "老客户介绍,电话约访", "板材加工,2009年成立", "两位股东,总经理控股70%", "50万,一年,备料", "销售回款"),
				held(3, "interview", "总经理", "", "从业十八年,先做销售后办厂", "自有房产一套,无个人借款"),
			},
		},
		{
			List: "bookkeeping", Received: 9,
			Contracts: []model.Contract{sign("DJ-2026-007", "代理记账与报税", 338, 365, "上年账本、凭证,当月归还")},
			Lookups:   []model.Lookup{look(40, model.LookupCompany, "", "电子税务局", "小规模纳税人,按季申报")},
		},
		{Minutes: []Minutes{held(2, "visit_report", "采购经理", "下周送样", "送样并确认交期,达成", "采购经理定供应商,总经理批价", "月用量约三千张")}},
		{Contracts: []model.Contract{sign("HZ-2026-031", "年度供货框架", 200, 730, "")}},
	}
}
