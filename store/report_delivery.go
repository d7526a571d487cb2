package store

import (
	"cmp"
	"context"
	"slices"

	"genjin/model"
)

// delivery is the report of how what customers received in a span kept to the
// promised day (rule 2.11): by month, product and customer.
func (s *Store) delivery(ctx context.Context, p model.Period, span model.Span) (model.Page, error) {
	counts := []model.Count{model.Delivered, model.Dated, model.InTime}
	page, err := s.counted(ctx, model.Counted{Code: model.ReportDelivery, Counts: counts}, p, span)
	if err != nil {
		return page, err
	}
	promised, kept := page.Figures[1], page.Figures[2]
	before := rateOf(promised.Before.N, kept.Before.N)
	page.Figures = append(page.Figures, model.Figure{Measure: rateOf(promised.N, kept.N), Before: &before})
	late, err := s.daysLate(ctx, span, page.Before)
	if err != nil {
		return page, err
	}
	page.Figures = append(page.Figures, late)
	months, err := s.months(ctx, span.Last, counts)
	if err != nil {
		return page, err
	}
	products, err := s.productsTable(ctx, counts, span)
	if err != nil {
		return page, err
	}
	whose, err := s.breakdown(ctx, model.Breakdown{Code: "by_customer", Of: model.RowOfOrder, By: "customer_id", Counts: counts}, span)
	for _, t := range []model.ReportTable{months, products, whose} {
		t.Heads = append(t.Heads, "rate_on_time")
		for i := range t.Lines {
			l := &t.Lines[i]
			l.Cells = append(l.Cells, rateOf(l.Cells[1].N, l.Cells[2].N))
		}
		page.Add(t)
	}
	return page, err
}

// daysLate is by how many days, of all of them, what was received in a span was
// late.
func (s *Store) daysLate(ctx context.Context, span, before model.Span) (model.Figure, error) {
	now, _, err := s.OnTime(ctx, span.First, span.Last, 0)
	if err != nil {
		return model.Figure{}, err
	}
	was, _, err := s.OnTime(ctx, before.First, before.Last, 0)
	earlier := model.DaysOf("days_late", int64(was.DaysLate), was.Received > 0)
	return model.Figure{Measure: model.DaysOf("days_late", int64(now.DaysLate), now.Received > 0), Before: &earlier}, err
}

// rateOf is the share in time of what was promised for a day.
func rateOf(promised, kept int64) model.Measure {
	rate, known := model.PerMille(kept, promised)
	return model.PerMilleOf("rate_on_time", rate, known)
}

// mostProducts is how many products a report names.
const mostProducts = 20

// productsTable is counts of orders by what was ordered, the commonest first.
func (s *Store) productsTable(ctx context.Context, counts []model.Count, span model.Span) (model.ReportTable, error) {
	t := model.ReportTable{Code: "by_product", By: "product"}
	of := map[string][][]int64{}
	for n, c := range counts {
		t.Heads = append(t.Heads, c.Code)
		ids, err := s.OrderList().IDs(ctx, c.Query(span))
		if err != nil {
			return t, err
		}
		rows, err := s.db.QueryContext(ctx, `SELECT DISTINCT iif(l.name <> '', l.name, l.product), l.order_id FROM order_line l
			WHERE l.order_id IN (SELECT value FROM json_each(?)) ORDER BY 1, 2`, jsonList(ids))
		if err != nil {
			return t, err
		}
		defer rows.Close()
		for rows.Next() {
			var name string
			var order int64
			if err := rows.Scan(&name, &order); err != nil {
				return t, err
			}
			if of[name] == nil {
				of[name] = make([][]int64, len(counts))
			}
			of[name][n] = append(of[name][n], order)
		}
		if err := rows.Err(); err != nil {
			return t, err
		}
	}
	for name, ids := range of {
		line := model.ReportLine{Value: name}
		for n, c := range counts {
			line.Cells = append(line.Cells, model.OfIDs(c.Code, model.ExportOrders, ids[n]))
		}
		t.Lines = append(t.Lines, line)
	}
	slices.SortFunc(t.Lines, func(x, y model.ReportLine) int {
		return cmp.Or(cmp.Compare(y.Cells[0].N, x.Cells[0].N), cmp.Compare(x.Value, y.Value))
	})
	t.Lines = t.Lines[:min(len(t.Lines), mostProducts)]
	return t, nil
}
