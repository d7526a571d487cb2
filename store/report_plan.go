package store

import (
	"context"
	"slices"

	"genjin/model"
)

var targets = newTable("target", model.TargetFields)

// plan is the report of targets against results: those of the span, and of the
// quarter that it lies in (rule 2.11).
func (s *Store) plan(ctx context.Context, p model.Period, span model.Span) (model.Page, error) {
	page := model.Page{Code: model.ReportPlan, Period: p, Span: span, Before: p.Before(span)}
	set, err := s.Settings(ctx)
	if err != nil {
		return page, err
	}
	t, err := s.planTable(ctx, span, set, p, model.PeriodQuarter)
	page.Add(t)
	return page, err
}

// planTable is how far the targets are reached of the periods that a span lies
// in.
func (s *Store) planTable(ctx context.Context, span model.Span, set model.Settings, periods ...model.Period) (model.ReportTable, error) {
	t := model.ReportTable{
		Code: "targets", Of: "target", Heads: []string{"goal", "reached", "share", "time", "left", "per_day", "lands"},
	}
	for _, of := range slices.Compact(periods) {
		within := of.Of(span.First)
		own, err := s.targetsOf(ctx, of.Name(within))
		if err != nil {
			return t, err
		}
		for _, target := range own {
			line, err := s.planLine(ctx, target, within, set.Calendar())
			if err != nil {
				return t, err
			}
			t.Lines = append(t.Lines, line)
		}
	}
	return t, nil
}

// targetsOf are the targets of a month or a quarter; of two for the same the
// later one.
func (s *Store) targetsOf(ctx context.Context, period string) ([]model.Target, error) {
	all, err := targets.query(ctx, s.db, "WHERE period = ? ORDER BY id", period)
	var list []model.Target
	for _, t := range all {
		list = slices.DeleteFunc(list, func(o model.Target) bool { return o.Metric == t.Metric && o.Currency == t.Currency })
		list = append(list, t)
	}
	return list, err
}

// planLine is how far a target is reached, as of the day.
func (s *Store) planLine(ctx context.Context, t model.Target, span model.Span, cal model.Calendar) (model.ReportLine, error) {
	count := t.Metric.Count()
	if t.Metric.IsMoney() {
		count.Filters = append(slices.Clone(count.Filters), model.Filter{Field: "currency", Op: model.OpIs, Value: t.Currency})
	}
	reached, err := s.count(ctx, count, span)
	reached.Code = "reached"
	amount := func(code string, n int64, known bool) model.Measure {
		m := model.Measure{Code: code, N: n, Unknown: !known}
		if t.Metric.IsMoney() {
			m = model.MoneyOf(code, 0, model.Money{Amount: n, Currency: t.Currency})
			m.Unknown = !known
		}
		return m
	}
	got := reached.N
	if t.Metric.IsMoney() {
		got = reached.Sum(t.Currency)
	}
	pace := model.PaceOf(t.Of(), got, span, s.today(), cal)
	share, _ := pace.Share()
	gone, some := pace.Time()
	each, left := pace.PerDay()
	lands, begun := pace.Lands()
	return model.ReportLine{By: "metric", Value: string(t.Metric), Name: t.Period, Cells: []model.Measure{
		amount("goal", t.Of(), true), reached, model.PerMilleOf("share", share, true), model.PerMilleOf("time", gone, some),
		{Code: "left", N: int64(pace.Left())}, amount("per_day", each, left), model.PerMilleOf("lands", lands, begun),
	}}, err
}

// CarryTargets sets the targets of the period before for a period, but for what
// has one already; it answers how many there were.
func (s *Store) CarryTargets(ctx context.Context, p model.Period, span model.Span) (n int, err error) {
	before, err := s.targetsOf(ctx, p.Name(p.Before(span)))
	if err != nil {
		return 0, err
	}
	there, err := s.targetsOf(ctx, p.Name(span))
	if err != nil {
		return 0, err
	}
	err = s.change(ctx, model.ActItem, "", func(w *write) error {
		for _, t := range before {
			if slices.ContainsFunc(there, func(o model.Target) bool { return o.Metric == t.Metric && o.Currency == t.Currency }) {
				continue
			}
			t.Meta, t.Period = model.Meta{}, p.Name(span)
			if err := targets.insert(ctx, w, &t); err != nil {
				return err
			}
			n++
		}
		return nil
	})
	return n, err
}
