package store

import (
	"context"
	"maps"
	"slices"
	"sync"

	"genjin/model"
)

// on is the same file as of another day, to be read for a page: what is read for
// all receivables is read once.
func (s *Store) on(day model.Date) *Store {
	return &Store{
		db: s.db, path: s.path, place: s.place, readOnly: true, now: s.now, today: func() model.Date { return day }, books: &pastBooks{},
	}
}

// pastBooks keeps where the receivables of a day are read from.
type pastBooks struct {
	sync.Mutex
	kept *ledger
}

func (b *pastBooks) ledger(read func() (ledger, error)) (ledger, error) {
	b.Lock()
	defer b.Unlock()
	if b.kept != nil {
		return *b.kept, nil
	}
	l, err := read()
	if err == nil {
		b.kept = &l
	}
	return l, err
}

// forecastWeeks is over how many weeks what was expected is set against what
// came.
const forecastWeeks = 12

// moneyReport is the report of what is owed and what came (rule 2.11).
func (s *Store) moneyReport(ctx context.Context, p model.Period, span model.Span) (model.Page, error) {
	page := model.Page{Code: model.ReportMoney, Period: p, Span: span, Before: p.Before(span)}
	end, was := s.on(min(span.Last, s.today())), s.on(min(page.Before.Last, s.today()))
	weeks := make(chan error, 1) // they take as long as the rest
	var byWeek model.ReportTable
	go func() {
		var err error
		byWeek, err = weeksTable(ctx, end)
		weeks <- err
	}()
	for _, n := range []model.Count{model.OpenSum, model.OverdueSum, model.DueSum, model.Collected} {
		f, err := s.stood(ctx, n, &page, end, was)
		if err != nil {
			return page, err
		}
		page.Figures = append(page.Figures, f)
	}
	billed, err := end.count(ctx, model.BilledSum, span)
	if err != nil {
		return page, err
	}
	back, err := backwards(ctx, end, page.Figures[0].Amounts)
	if err != nil {
		return page, err
	}
	page.Add(turnoverTable(&page, &billed, model.Span{First: span.First, Last: end.today()}.Days(), back))
	ages, err := agesTable(ctx, end, span)
	if err != nil {
		return page, err
	}
	if end.today() < s.today() {
		shut(ages) // the list would be of today
	}
	promised, err := promisesTable(ctx, end, span)
	if late := <-weeks; err == nil {
		err = late
	}
	for _, t := range []model.ReportTable{ages, byWeek, promised} {
		page.Add(t)
	}
	return page, err
}

// shut makes the measures of a table open nothing.
func shut(t model.ReportTable) {
	for _, l := range t.Lines {
		for i := range l.Cells {
			l.Cells[i].List = ""
		}
	}
}

// stood is a figure, as it was at the end of the span, and of the one before. The
// list that it opens is that of today, so one of an earlier end opens none.
func (s *Store) stood(ctx context.Context, n model.Count, page *model.Page, end, was *Store) (model.Figure, error) {
	now, err := end.count(ctx, n, page.Span)
	if err != nil {
		return model.Figure{}, err
	}
	if n.Over == "" && page.Span.Last < s.today() {
		now.List = ""
	}
	before, err := was.count(ctx, n, page.Before)
	return model.Figure{Measure: now, Before: &before}, err
}

// turnover is what was open, sold and collected over a page's span, a currency
// each, by its figures, of which the span before ends where this one begins;
// billed is what was invoiced in it.
func turnover(page *model.Page, billed *model.Measure) (list []model.Turnover) {
	of := func(currency string) *model.Turnover {
		for i := range list {
			if list[i].Currency == currency {
				return &list[i]
			}
		}
		list = append(list, model.Turnover{Currency: currency})
		return &list[len(list)-1]
	}
	open, overdue, due, collected := &page.Figures[0], &page.Figures[1], &page.Figures[2], &page.Figures[3]
	for _, part := range []struct {
		of  *model.Measure
		put func(*model.Turnover, int64)
	}{
		{open.Before, func(t *model.Turnover, n int64) { t.Opening = n }},
		{&open.Measure, func(t *model.Turnover, n int64) { t.Closing, t.NotDue = n, t.NotDue+n }},
		{&overdue.Measure, func(t *model.Turnover, n int64) { t.NotDue -= n }},
		{billed, func(t *model.Turnover, n int64) { t.Sales = n }},
		{&due.Measure, func(t *model.Turnover, n int64) { t.Due = n }},
		{&collected.Measure, func(t *model.Turnover, n int64) { t.Collected = n }},
	} {
		for _, a := range part.of.Amounts {
			part.put(of(a.Currency), a.Amount)
		}
	}
	return list
}

// mostBack is over how many months sales are counted back.
const mostBack = 24

// backwards are the sales of the months up to a day, the latest first, a currency
// each, as far back as it takes for them to come to what is open.
func backwards(ctx context.Context, end *Store, open []model.Money) (map[string][]model.Sold, error) {
	left, sold := map[string]int64{}, map[string][]model.Sold{}
	for _, m := range open {
		left[m.Currency] = m.Amount
	}
	month := model.MonthOf(end.today())
	month.Last = end.today()
	for range mostBack {
		maps.DeleteFunc(left, func(_ string, n int64) bool { return n <= 0 })
		if len(left) == 0 {
			break
		}
		billed, err := end.count(ctx, model.BilledSum, month)
		if err != nil {
			return nil, err
		}
		for currency := range left {
			var sales int64
			for _, m := range billed.Amounts {
				if m.Currency == currency {
					sales = m.Amount
				}
			}
			left[currency] -= sales
			sold[currency] = append(sold[currency], model.Sold{Sales: sales, Days: month.Days()})
		}
		month = model.MonthOf(month.First.AddDays(-1))
	}
	return sold, nil
}

// turnoverTable is a line a currency of what was billed, collected and is open,
// each of which opens the list of its figure in that currency.
func turnoverTable(page *model.Page, billed *model.Measure, days int, back map[string][]model.Sold) model.ReportTable {
	t := model.ReportTable{
		Code: "by_currency", By: "currency", Heads: []string{"opening", "billed", "collected", "closing", "rate", "dso", "dso_back", "cei"},
	}
	for _, of := range turnover(page, billed) {
		sum := func(code string, n int64, whole *model.Measure) model.Measure {
			m := model.MoneyOf(code, 0, model.Money{Amount: n, Currency: of.Currency})
			m.List, m.Query = whole.List, whole.Query
			m.Query.Filters = append(slices.Clone(m.Query.Filters), model.Filter{Field: "currency", Op: model.OpIs, Value: of.Currency})
			return m
		}
		rate, rated := of.Rate()
		dso, sold := of.DSO(days)
		counted, reached := model.DSOBack(of.Closing, back[of.Currency])
		cei, effective := of.CEI()
		t.Lines = append(t.Lines, model.ReportLine{Value: of.Currency, Cells: []model.Measure{
			sum("opening", of.Opening, &model.Measure{}), sum("billed", of.Sales, billed),
			sum("collected", of.Collected, &page.Figures[3].Measure), sum("closing", of.Closing, &page.Figures[0].Measure),
			model.PerMilleOf("rate", rate, rated), model.DaysOf("dso", dso, sold),
			model.DaysOf("dso_back", counted, reached), model.PerMilleOf("cei", cei, effective),
		}})
	}
	return t
}

// agesTable is what is open by days past the due date.
func agesTable(ctx context.Context, end *Store, span model.Span) (model.ReportTable, error) {
	t := model.ReportTable{Code: "aging", By: "bucket", Heads: []string{"open"}}
	a, err := end.Aging(ctx, model.AgingByBucket)
	if err != nil {
		return t, err
	}
	t.Ages = &a.Bucket
	for n := range a.Bucket.Len() {
		c := model.OpenSum
		c.Filters = append(c.Filters[:len(c.Filters):len(c.Filters)], model.Filter{Field: "bucket", Op: model.OpIs, Value: a.Bucket.Code(n)})
		m := end.measure(c, span, "", "")
		for _, line := range a.Totals {
			if line.Buckets[n] != 0 {
				m.Amounts = append(m.Amounts, model.Money{Amount: line.Buckets[n], Currency: line.Currency})
			}
		}
		t.Lines = append(t.Lines, model.ReportLine{Value: a.Bucket.Code(n), Cells: []model.Measure{m}})
	}
	return t, nil
}

// weeksTable is what was expected of each of the last weeks on its Monday, and
// what came in it.
func weeksTable(ctx context.Context, end *Store) (model.ReportTable, error) {
	t := model.ReportTable{Code: "weeks", By: "week", Heads: []string{"expected", "came", "off"}}
	week := model.PeriodWeek.Of(end.today())
	past, err := end.pastDebts(ctx, week.First.AddDays(-7*(forecastWeeks-1)))
	if err != nil {
		return t, err
	}
	for range forecastWeeks {
		in, err := past.cashIn(ctx, end.on(week.First))
		if err != nil {
			return t, err
		}
		expected := model.MoneyOf("expected", 0)
		for _, c := range in {
			if n := c.Weeks[0].Amount; n != 0 {
				expected.Amounts = append(expected.Amounts, model.Money{Amount: n, Currency: c.Currency})
			}
		}
		came, err := end.count(ctx, model.Collected, week)
		if err != nil {
			return t, err
		}
		came.Code = "came"
		t.Lines = append(t.Lines, model.ReportLine{Value: string(week.First), Cells: []model.Measure{expected, came, offBy(came, expected)}})
		week = model.PeriodWeek.Before(week)
	}
	return t, nil
}

// offBy is by how much what came differs from what was expected.
func offBy(came, expected model.Measure) model.Measure {
	sums := map[string]int64{}
	for _, a := range came.Amounts {
		sums[a.Currency] += a.Amount
	}
	for _, a := range expected.Amounts {
		sums[a.Currency] -= a.Amount
	}
	maps.DeleteFunc(sums, func(_ string, n int64) bool { return n == 0 })
	return model.MoneyOf("off", 0, moneyIn(sums)...)
}

// promisesTable is what became of the promises whose day lay in the span.
func promisesTable(ctx context.Context, end *Store, span model.Span) (model.ReportTable, error) {
	t := model.ReportTable{Code: "promises", Heads: []string{"value", "expected"}}
	list, err := end.Promises(ctx, 0, 0)
	if err != nil {
		return t, err
	}
	for _, state := range model.PromiseStates {
		n, sums := 0, map[string]int64{}
		for _, p := range list {
			if p.State == state && span.Has(p.PromiseOn) {
				n++
				sums[p.Currency] += p.PromiseAmount
			}
		}
		t.Lines = append(t.Lines, model.ReportLine{Code: string(state), Cells: []model.Measure{
			{Code: "value", N: int64(n)}, model.MoneyOf("expected", n, moneyIn(sums)...),
		}})
	}
	return t, nil
}
