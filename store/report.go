package store

import (
	"cmp"
	"context"
	"io"
	"slices"
	"strconv"
	"strings"

	"genjin/model"
	"genjin/store/files"
)

// counter is the list of a kind, for what counts its rows alone.
type counter struct {
	ids    func(ctx context.Context, q model.Query) ([]int64, error)
	sumsBy func(ctx context.Context, q model.Query, by, of []string) ([]model.Sum, error)
	both   []model.Filter // takes what was put away with the rest
}

func counterOf[R any](l model.Lister[R]) counter { return counter{l.IDs, l.SumsBy, l.View().Both()} }

func (s *Store) counter(list string) counter {
	switch list {
	case model.ExportCustomers:
		return counterOf(s.CustomerList())
	case model.ExportJournal:
		return counterOf(s.JournalList())
	case model.ExportOrders:
		return counterOf(s.OrderList())
	case model.ExportPayments:
		return counterOf(s.PaymentList())
	}
	return counterOf(s.ReceivableList())
}

// Report is a report of a span as of the day, by the name that the command has
// for it.
func (s *Store) Report(ctx context.Context, kind string, p model.Period, span model.Span) (model.Page, error) {
	switch kind {
	case model.ReportPlan:
		return s.plan(ctx, p, span)
	case model.ReportFunnel:
		return s.funnel(ctx, p, span)
	case model.ReportForecast:
		return s.forecast(ctx, p, span)
	case model.ReportMoney:
		return s.moneyReport(ctx, p, span)
	case model.ReportSources:
		return s.came(ctx, bySource, p, span)
	case model.ReportCampaigns:
		return s.came(ctx, byCampaign, p, span)
	case model.ReportKeyPersons:
		return s.came(ctx, byReferrer, p, span)
	case model.ReportDelivery:
		return s.delivery(ctx, p, span)
	case model.ReportCases:
		return s.cases(ctx, p, span)
	}
	page, err := s.counted(ctx, model.Summary, p, span)
	if err != nil {
		return page, err
	}
	return page, s.tellSummary(ctx, &page)
}

// mostProblems is how many of the problems a summary names.
const mostProblems = 8

// mostMonthDays is how many days a month has at most.
const mostMonthDays = 31

// tellSummary reads what a summary says in words: the targets, the problems of
// the journal, and what is to be done by the next day.
func (s *Store) tellSummary(ctx context.Context, page *model.Page) error {
	rows, err := s.db.QueryContext(ctx, `SELECT problem, count(*) FROM journal WHERE problem <> '' AND at >= ? AND at < ?
		GROUP BY problem ORDER BY count(*) DESC, max(at) DESC, max(id) DESC LIMIT ?`, page.Span.First, page.Span.Last.AddDays(1), mostProblems)
	if err != nil {
		return err
	}
	defer rows.Close()
	for rows.Next() {
		var told model.Told
		if err := rows.Scan(&told.Text, &told.N); err != nil {
			return err
		}
		told.Text = strings.ReplaceAll(told.Text, "\n", " ")
		page.Problems = append(page.Problems, told)
	}
	if err := rows.Err(); err != nil {
		return err
	}
	set, err := s.Settings(ctx)
	if err != nil {
		return err
	}
	periods := []model.Period{model.PeriodMonth, model.PeriodQuarter}
	if page.Span.Days() > mostMonthDays {
		periods = periods[1:]
	}
	if page.Goals, err = s.planTable(ctx, page.Span, set, periods...); err != nil {
		return err
	}
	day, err := s.on(min(page.Span.Last, s.today())).Day(ctx, 1)
	page.Next = append(model.Queue(day.Facts), model.Ahead(day.Facts, 1)...)
	return err
}

// ExportReport writes a report as its tables, by the name's extension.
func (s *Store) ExportReport(ctx context.Context, path, kind string, page model.Page, lang string) error {
	r := files.Report{Kind: kind, Page: page, Lang: spoken(lang)}
	return s.exportReport(ctx, path, len(page.Figures), append(slices.Clone(gridFormats), "json"), func(format string) func(io.Writer) error {
		if format == "json" {
			return r.WriteJSON
		}
		return gridWriter(r.Grid(), format)
	})
}

// counted is a page of counts.
func (s *Store) counted(ctx context.Context, c model.Counted, p model.Period, span model.Span) (model.Page, error) {
	page := model.Page{Code: c.Code, Period: p, Span: span, Before: p.Before(span)}
	for _, n := range c.Counts {
		now, err := s.count(ctx, n, span)
		if err != nil {
			return page, err
		}
		f := model.Figure{Measure: now}
		if n.Over != "" {
			before, err := s.count(ctx, n, page.Before)
			if err != nil {
				return page, err
			}
			f.Before = &before
		}
		page.Figures = append(page.Figures, f)
	}
	if err := s.noteLacks(ctx, page.Figures, c.Counts); err != nil {
		return page, err
	}
	for _, b := range c.Tables {
		t, err := s.breakdown(ctx, b, span)
		if err != nil {
			return page, err
		}
		page.Add(t)
	}
	return page, nil
}

// noteLacks says of figures that come to nothing, now and before, where the book
// has nothing at all that they could count.
func (s *Store) noteLacks(ctx context.Context, figures []model.Figure, counts []model.Count) error {
	there := map[string]bool{}
	for i, n := range counts {
		f := &figures[i]
		if !f.IsNothing() || f.Before != nil && !f.Before.IsNothing() {
			continue
		}
		ground, what := n.Ground()
		if _, known := there[what]; !known {
			all, err := s.count(ctx, ground, model.Span{})
			if err != nil {
				return err
			}
			there[what] = all.N > 0
		}
		if !there[what] {
			f.Never = what
		}
	}
	return nil
}

// count is what a count comes to in a span.
func (s *Store) count(ctx context.Context, n model.Count, span model.Span) (model.Measure, error) {
	_, sums, err := s.countBy(ctx, n, span)
	if len(sums) == 0 {
		return s.measure(n, span, "", ""), err
	}
	return sums[0], err
}

// measure is a count that has come to nothing yet; of a value of a column only.
func (s *Store) measure(n model.Count, span model.Span, by, value string) model.Measure {
	q := n.Query(span)
	q.Filters = append(q.Filters, s.counter(n.List).both...)
	switch {
	case by != "" && value == "":
		q.Filters = append(q.Filters, model.Filter{Field: by, Op: model.OpEmpty})
	case by != "":
		q.Filters = append(q.Filters, model.Filter{Field: by, Op: model.OpIs, Value: value})
	}
	m := model.Measure{Code: n.Code, List: n.List, Query: q}
	if n.Sum != "" {
		m.Unit = model.UnitMoney
	}
	return m
}

// countBy is what a count comes to in a span, by the values of columns, of which
// there may be none.
func (s *Store) countBy(ctx context.Context, n model.Count, span model.Span, by ...string) ([]string, []model.Measure, error) {
	columns, of := slices.Clone(by), []string(nil)
	if n.Sum != "" {
		columns, of = append(columns, "currency"), []string{n.Sum}
	}
	whole := s.measure(n, span, "", "")
	sums, err := s.counter(n.List).sumsBy(ctx, whole.Query, columns, of)
	if err != nil {
		return nil, nil, err
	}
	var values []string
	var list []model.Measure
	for _, sum := range sums {
		column, value := "", ""
		if len(by) > 0 {
			column, value = by[0], sum.By[0]
		}
		i := slices.Index(values, value)
		if i < 0 {
			i = len(values)
			values, list = append(values, value), append(list, s.measure(n, span, column, value))
		}
		list[i].N += int64(sum.Count)
		if n.Sum != "" {
			list[i].Amounts = append(list[i].Amounts, model.Money{Amount: sum.Of[0], Currency: sum.By[len(by)]})
		}
	}
	return values, list, nil
}

// breakdown is a table of counts by the values of a column, the values of the
// first count before those that only others have.
func (s *Store) breakdown(ctx context.Context, b model.Breakdown, span model.Span) (model.ReportTable, error) {
	t := model.ReportTable{Code: b.Code, Of: b.Of, By: b.By}
	for n, c := range b.Counts {
		t.Heads = append(t.Heads, c.Code)
		values, measures, err := s.countBy(ctx, c, span, b.By)
		if err != nil {
			return t, err
		}
		for i, value := range values {
			at := slices.IndexFunc(t.Lines, func(l model.ReportLine) bool { return l.Value == value })
			if at < 0 {
				at = len(t.Lines)
				t.Lines = append(t.Lines, s.lineOf(b.Counts, span, b.By, value))
			}
			t.Lines[at].Cells[n] = measures[i]
		}
	}
	if model.FieldOf(b.Of, b.By).Of != model.RowOfCustomer {
		return t, nil
	}
	slices.SortStableFunc(t.Lines, func(x, y model.ReportLine) int { return cmp.Compare(y.Cells[0].N, x.Cells[0].N) })
	return t, s.nameCustomers(ctx, &t)
}

// nameCustomers calls the lines of a table by the customers that they are about.
func (s *Store) nameCustomers(ctx context.Context, t *model.ReportTable) error {
	ids := make([]int64, len(t.Lines))
	for i, l := range t.Lines {
		ids[i], _ = strconv.ParseInt(l.Value, 10, 64)
	}
	names, err := s.customerNames(ctx, ids)
	for i, id := range ids {
		t.Lines[i].Name = names[id]
	}
	return err
}
