package store

import (
	"context"
	"slices"
	"strconv"

	"genjin/model"
)

// cameBy is a report of what customers brought by what they came: sources,
// campaigns, key persons.
type cameBy struct {
	code, table, by string
	of              []model.Filter // of which customers
	// costs are the campaigns whose cost is that of a value of the column; nil: it
	// costs nothing.
	costs func(model.Campaign) string
}

var (
	bySource = cameBy{code: model.ReportSources, table: "by_source", by: "source",
		costs: func(c model.Campaign) string { return c.Channel }}
	byCampaign = cameBy{code: model.ReportCampaigns, table: "by_campaign", by: "campaign",
		of:    []model.Filter{{Field: "lead", Op: model.OpFilled}},
		costs: func(c model.Campaign) string { return strconv.FormatInt(c.ID, 10) }}
	byReferrer = cameBy{code: model.ReportKeyPersons, table: "by_referrer", by: "referrer",
		of: []model.Filter{{Field: "referrer", Op: model.OpFilled}}}
)

// counts are what is counted in a span in which these were won.
func (c cameBy) counts(won []int64) []model.Count {
	with := func(n model.Count, code string, more ...model.Filter) model.Count {
		n.Code, n.Filters = code, slices.Concat(n.Filters, c.of, more)
		return n
	}
	ids := model.OfIDs("", "", won).Query.Filters
	return []model.Count{
		with(model.NewCustomers, "leads"), with(model.Count{List: model.ExportCustomers}, "won", ids...),
		with(model.SignedSum, "signed"), with(model.Collected, "collected"),
	}
}

// came is a report of by what customers came (rule 2.11).
func (s *Store) came(ctx context.Context, c cameBy, p model.Period, span model.Span) (model.Page, error) {
	page := model.Page{Code: c.code, Period: p, Span: span, Before: p.Before(span)}
	won, before, err := s.wonIn(ctx, span, page.Before)
	if err != nil {
		return page, err
	}
	was := c.counts(before)
	for i, n := range c.counts(won) {
		now, err := s.count(ctx, n, span)
		if err != nil {
			return page, err
		}
		earlier, err := s.count(ctx, was[i], page.Before)
		if err != nil {
			return page, err
		}
		page.Figures = append(page.Figures, model.Figure{Measure: now, Before: &earlier})
	}
	if err := s.noteLacks(ctx, page.Figures, was); err != nil {
		return page, err
	}
	t, err := s.breakdown(ctx, model.Breakdown{Code: c.table, Of: model.RowOfCustomer, By: c.by, Counts: c.counts(won)}, span)
	if err == nil && c.costs != nil {
		err = s.addCosts(ctx, c, &page, &t)
	}
	if err != nil {
		return page, err
	}
	page.Add(t)
	months, err := s.months(ctx, span.Last, c.counts(nil)[:1], c.counts(nil)[2:3])
	page.Add(months)
	return page, err
}

// wonIn are the customers who were won in a span, and in the one before.
func (s *Store) wonIn(ctx context.Context, span, before model.Span) (won, was []int64, err error) {
	paths, err := s.paths(ctx, axes[0], min(span.Last, s.today()))
	return took(paths, string(model.Won), span), took(paths, string(model.Won), before), err
}

// addCosts adds what was spent, and what each lead and each customer who was won
// came to.
func (s *Store) addCosts(ctx context.Context, c cameBy, page *model.Page, t *model.ReportTable) error {
	all, err := s.Campaigns(ctx)
	if err != nil {
		return err
	}
	spent := func(of []model.Campaign, span model.Span) map[string]int64 {
		sums := map[string]int64{}
		for _, c := range of {
			if n := c.CostIn(model.Span{First: span.First, Last: min(span.Last, s.today())}); n != 0 {
				sums[c.Currency] += n
			}
		}
		return sums
	}
	now, was := spent(all, page.Span), spent(all, page.Before)
	leads, won := page.Figures[0], page.Figures[1]
	for i, m := range costsOf(now, leads.N, won.N) {
		earlier := costsOf(was, leads.Before.N, won.Before.N)[i]
		f := model.Figure{Measure: m, Before: &earlier}
		if len(all) == 0 {
			f.Never = model.NeverSpent
		}
		page.Figures = append(page.Figures, f)
	}
	t.Heads = append(t.Heads, "cost", "cost_per_lead", "cost_per_won")
	of := map[string][]model.Campaign{}
	for _, k := range all {
		of[c.costs(k)] = append(of[c.costs(k)], k)
		if c.by == "campaign" && len(spent([]model.Campaign{k}, page.Span)) > 0 && !t.Has(c.costs(k)) { // it cost and brought nobody
			t.Lines = append(t.Lines, s.lineOf(c.counts(nil), page.Span, c.by, c.costs(k)))
		}
	}
	for i := range t.Lines {
		l := &t.Lines[i]
		l.Cells = append(l.Cells, costsOf(spent(of[l.Value], page.Span), l.Cells[0].N, l.Cells[1].N)...)
		for _, k := range of[l.Value] {
			if c.by == "campaign" {
				l.Name, l.Young = k.Name, k.IsUnfinished(s.today())
			}
		}
	}
	return nil
}

// lineOf is a line of a table that has come to nothing.
func (s *Store) lineOf(counts []model.Count, span model.Span, by, value string) model.ReportLine {
	line := model.ReportLine{Value: value}
	for _, of := range counts {
		line.Cells = append(line.Cells, s.measure(of, span, by, value))
	}
	return line
}

// costsOf are a cost and what it comes to for each lead and each customer won.
func costsOf(sums map[string]int64, leads, won int64) []model.Measure {
	each := func(code string, n int64) model.Measure {
		m := model.MoneyOf(code, 0)
		for _, of := range moneyIn(sums) {
			if a, known := model.Each(of.Amount, n); known {
				m.Amounts = append(m.Amounts, model.Money{Amount: a, Currency: of.Currency})
			}
		}
		m.Unknown = len(m.Amounts) == 0
		return m
	}
	return []model.Measure{model.MoneyOf("cost", 0, moneyIn(sums)...), each("cost_per_lead", leads), each("cost_per_won", won)}
}

// monthsShown is how many months a line over time has.
const monthsShown = 12

// months is what counts came to in each of the last months, the oldest first.
func (s *Store) months(ctx context.Context, until model.Date, lists ...[]model.Count) (model.ReportTable, error) {
	t := model.ReportTable{Code: "by_month", By: "month"}
	counts := slices.Concat(lists...)
	month := model.PeriodMonth.Of(min(until, s.today()))
	for _, c := range counts {
		t.Heads = append(t.Heads, c.Code)
	}
	for range monthsShown {
		line := model.ReportLine{Value: model.PeriodMonth.Name(month)}
		for _, c := range counts {
			m, err := s.count(ctx, c, month)
			if err != nil {
				return t, err
			}
			line.Cells = append(line.Cells, m)
		}
		t.Lines = append(t.Lines, line)
		month = model.PeriodMonth.Before(month)
	}
	slices.Reverse(t.Lines)
	return t, nil
}
