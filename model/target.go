package model

// Metric is what a target is set for: the code of one of the counts of work.
type Metric string

// targetCounts are the counts that targets are set for (rule 1.8).
var targetCounts = []Count{NewCustomers, ContactCount, VisitCount, SignedSum, Collected}

// Target is what the person wants to reach in a month or a quarter 销售计划 (rule
// 1.8). Goal is a number of customers, contacts or visits; Amount minor units of
// Currency, signed or collected.
type Target struct {
	Meta
	Period   string // 2026-11, 2026-Q4
	Metric   Metric
	Goal     int64
	Amount   int64
	Currency string
	Remark   string
}

// Metrics are what targets are set for.
var Metrics = func() (list []Metric) {
	for _, c := range targetCounts {
		list = append(list, Metric(c.Code))
	}
	return list
}()

// Count is what is counted towards targets of the metric.
func (m Metric) Count() Count {
	for _, c := range targetCounts {
		if c.Code == string(m) {
			return c
		}
	}
	return Count{}
}

// IsMoney reports whether the metric is an amount.
func (m Metric) IsMoney() bool { return m.Count().Sum != "" }

// TargetFields is the target's field table.
var TargetFields = Fields[Target]{
	textField(Spec{Code: "period", Kind: KindPeriod, Required: true}, func(t *Target) *string { return &t.Period }),
	choice("metric", Metrics, func(t *Target) *Metric { return &t.Metric }).required(),
	number("goal", 1, 1_000_000, func(t *Target) *int64 { return &t.Goal }),
	amount("amount", func(t *Target) *int64 { return &t.Amount }),
	text("currency", func(t *Target) *string { return &t.Currency }).max(3),
	note("remark", func(t *Target) *string { return &t.Remark }),
}

// Complete is what a new target is until it says otherwise: of this month.
func (t *Target) Complete(at AsOf) {
	setIfEmpty(&t.Period, PeriodMonth.Name(PeriodMonth.Of(at.Today)))
	setIfEmpty(&t.Currency, at.Settings.Currency)
}

// Check refuses a target that can't be kept, such as one whose goal isn't one of
// its metric.
func (t *Target) Check() error {
	if err := TargetFields.Check(t); err != nil {
		return err
	}
	p, _, err := ParsePeriod(t.Period, firstDate)
	switch {
	case err != nil || p != PeriodMonth && p != PeriodQuarter:
		return At("period", Refuse(RefusedPeriod, t.Period))
	case t.Metric.IsMoney() && t.Amount == 0:
		return At("amount", Refuse(RefusedPositive))
	case t.Metric.IsMoney() && t.Goal != 0:
		return At("goal", Refuse(RefusedGoal, "amount"))
	case !t.Metric.IsMoney() && t.Goal == 0:
		return At("goal", Refuse(RefusedRequired))
	case !t.Metric.IsMoney() && t.Amount != 0:
		return At("amount", Refuse(RefusedGoal, "goal"))
	}
	return nil
}

// Of is how many, or how much, the target is.
func (t *Target) Of() int64 {
	if t.Metric.IsMoney() {
		return t.Amount
	}
	return t.Goal
}

// Pace is how far a target is reached in a span of working days, of which some
// are gone (rule 2.11). Today is still to come.
type Pace struct {
	Goal, Reached int64
	Days, Gone    int
}

// PaceOf is the pace of a target on a day.
func PaceOf(goal, reached int64, span Span, today Date, cal Calendar) Pace {
	return Pace{goal, reached, span.Workdays(cal), Span{span.First, min(span.Last, today.AddDays(-1))}.Workdays(cal)}
}

// Share is the share reached, in tenths of a percent.
func (p Pace) Share() (int64, bool) { return PerMille(p.Reached, p.Goal) }

// Time is the share of the working days that are gone.
func (p Pace) Time() (int64, bool) { return PerMille(int64(p.Gone), int64(p.Days)) }

// Left is how many working days there still are.
func (p Pace) Left() int { return p.Days - p.Gone }

// PerDay is what each of them must bring for the target to be reached, rounded
// up; false when none is left.
func (p Pace) PerDay() (int64, bool) {
	left := int64(p.Left())
	if left == 0 {
		return 0, false
	}
	return (max(p.Goal-p.Reached, 0) + left - 1) / left, true
}

// Lands is the share that is reached at the end if it goes on like this; false
// before the first day is over.
func (p Pace) Lands() (int64, bool) {
	if p.Gone == 0 {
		return 0, false
	}
	share, ok := p.Share()
	return share * int64(p.Days) / int64(p.Gone), ok
}
