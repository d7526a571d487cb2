package store

import (
	"context"
	"slices"
	"strconv"

	"genjin/model"
)

// closedCase is a case with what the report's tables go by, and how many days it
// was open.
type closedCase struct {
	by   map[string]string // by the columns of the journal
	days int
}

// cases is the report of what customers raised (rule 2.11): its counts, and how
// long it took to close what was closed in a span.
func (s *Store) cases(ctx context.Context, p model.Period, span model.Span) (model.Page, error) {
	page, err := s.counted(ctx, model.Cases, p, span)
	if err != nil {
		return page, err
	}
	closed, err := s.closedCases(ctx, span)
	if err != nil {
		return page, err
	}
	before, err := s.closedCases(ctx, page.Before)
	was := daysToClose(before)
	page.Figures = append(page.Figures, model.Figure{Measure: daysToClose(closed), Before: &was})
	for i := range page.Tables {
		t := &page.Tables[i]
		t.Heads = append(t.Heads, was.Code)
		for n := range t.Lines {
			l := &t.Lines[n]
			own := slices.DeleteFunc(slices.Clone(closed), func(c closedCase) bool { return c.by[t.By] != l.Value })
			l.Cells = append(l.Cells, daysToClose(own))
		}
	}
	return page, err
}

// daysToClose is how many days half of some cases took at most.
func daysToClose(closed []closedCase) model.Measure {
	days := make([]int, len(closed))
	for i, c := range closed {
		days[i] = c.days
	}
	n, known := model.Median(days)
	return model.DaysOf("days_to_close", int64(n), known)
}

// closedCases are the cases that were closed in a span.
func (s *Store) closedCases(ctx context.Context, span model.Span) ([]closedCase, error) {
	rows, err := s.db.QueryContext(ctx, `SELECT substr(at, 1, 10), closed_on, kind, fault, customer_id FROM journal
		WHERE kind <> ? AND closed_on >= ? AND closed_on <= ?`, model.FollowUp, span.First, span.Last)
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	var list []closedCase
	for rows.Next() {
		var opened, on model.Date
		var kind, fault string
		var customer int64
		if err := rows.Scan(&opened, &on, &kind, &fault, &customer); err != nil {
			return nil, err
		}
		by := map[string]string{"kind": kind, "fault": fault, "customer_id": strconv.FormatInt(customer, 10)}
		list = append(list, closedCase{by, max(on.Sub(opened), 0)})
	}
	return list, rows.Err()
}
