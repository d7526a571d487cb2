package sample

import "genjin/model"

// Targets are made-up targets of a day's month and quarter, and of the month
// before.
func Targets(today model.Date) []model.Target {
	month, quarter := model.PeriodMonth.Of(today), model.PeriodQuarter.Of(today)
	money := func(p model.Period, s model.Span, metric model.Metric, amount int64) model.Target {
		return model.Target{Period: p.Name(s), Metric: metric, Amount: amount, Currency: "CNY"}
	}
	work := func(p model.Period, s model.Span, metric model.Metric, goal int64) model.Target {
		return model.Target{Period: p.Name(s), Metric: metric, Goal: goal, Currency: "CNY"}
	}
	return []model.Target{
		money(model.PeriodMonth, model.PeriodMonth.Before(month), "signed", 1_500_000_00),
		money(model.PeriodMonth, month, "signed", 2_000_000_00), money(model.PeriodMonth, month, "collected", 1_800_000_00),
		work(model.PeriodMonth, month, "new_customers", 20), work(model.PeriodMonth, month, "visits", 60),
		money(model.PeriodQuarter, quarter, "signed", 5_000_000_00),
	}
}
