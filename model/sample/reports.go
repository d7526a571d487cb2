package sample

import "genjin/model"

// Reports are made-up reports that were kept: of the month and the week before a
// day's.
func Reports(today model.Date) []model.KeptReport {
	kept := func(kind string, p model.Period, givenTo, text string) model.KeptReport {
		span := p.Before(p.Of(today))
		return model.KeptReport{Kind: kind, Period: p.Name(span), KeptOn: min(span.Last.AddDays(1), today), GivenTo: givenTo, Text: text}
	}
	return []model.KeptReport{
		kept(model.ReportMonthly, model.PeriodMonth, "王总", "目标  签单150万\n做了  老客户都走了一遍,新客户从展会和转介绍来\n"+
			"结果  签单过半,两张大单推到下月\n问题  价格比同行高;交期偏长\n下步  大单的样品先寄,月中前定价"),
		kept(model.ReportWeekly, model.PeriodWeek, "", "做了  上门拜访为主,催回两笔逾期\n问题  月结客户要延到60天\n下步  对账单先发,再约拜访"),
	}
}
