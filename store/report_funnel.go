package store

import (
	"cmp"
	"context"
	"slices"

	"genjin/model"
)

// axis is what customers go along in a funnel: a field of the card, and the
// journal's column that says what an entry set it to.
type axis struct {
	field, set    string
	order, others []string
}

// axes are those of the report, the stage first.
var axes = []axis{
	{"stage", "set_stage", codes(model.Prospect, model.Negotiating, model.Won), codes(model.Lost)},
	{"class", "set_class", codes(model.ClassNew, model.ClassCold, model.ClassWarm, model.ClassInterested, model.ClassReady), nil},
	{"grade", "set_grade", codes("", model.GradeD, model.GradeC, model.GradeB, model.GradeA), codes(model.GradeE)},
}

func codes[S ~string](values ...S) []string {
	list := make([]string, len(values))
	for i, v := range values {
		list[i] = string(v)
	}
	return list
}

// funnel is the report of how customers stand and went along (rule 2.11).
func (s *Store) funnel(ctx context.Context, p model.Period, span model.Span) (model.Page, error) {
	page := model.Page{Code: model.ReportFunnel, Period: p, Span: span, Before: p.Before(span)}
	until, ended := model.Span{First: span.First, Last: min(span.Last, s.today())}, false
	for _, a := range axes {
		paths, err := s.paths(ctx, a, until.Last)
		if err != nil {
			return page, err
		}
		rows := model.Funnel(paths, a.order, a.others, until)
		if a.field == "stage" {
			ended = slices.ContainsFunc(paths, hasEnded)
			before := model.Funnel(paths, a.order, a.others, page.Before)
			for i, row := range rows {
				if row.Value == string(model.Won) || row.Value == string(model.Lost) {
					page.Figures = append(page.Figures, model.Figure{
						Measure: model.OfIDs(row.Value, model.ExportCustomers, took(paths, row.Value, until)),
						Before:  &model.Measure{Code: row.Value, N: int64(len(before[i].Entered))},
					})
				}
			}
		}
		page.Add(funnelTable(a, rows))
	}
	pushed, err := s.pushed(ctx, until.Last)
	if err != nil {
		return page, err
	}
	page.Figures = append(page.Figures, model.Figure{Measure: model.OfIDs("pushed", model.ExportCustomers, pushed)})
	if !ended && len(pushed) == 0 {
		for i := range page.Figures {
			page.Figures[i].Never = model.NeverEnded
		}
	}
	lost := slices.IndexFunc(page.Figures, func(f model.Figure) bool { return f.Code == string(model.Lost) })
	why, err := s.breakdown(ctx, model.Breakdown{Code: "by_lost", Of: model.RowOfCustomer, By: "lost_reason", Counts: []model.Count{
		{Code: string(model.Lost), List: model.ExportCustomers, Filters: page.Figures[lost].Query.Filters},
	}}, until)
	if err != nil {
		return page, err
	}
	page.Add(why)
	to, err := s.lostTo(ctx, page.Figures[lost].Query.Filters, until)
	page.Add(to)
	return page, err
}

// lostTo is to whom deals were lost, and by how much: our price beside theirs
// where both are known.
func (s *Store) lostTo(ctx context.Context, lost []model.Filter, span model.Span) (model.ReportTable, error) {
	with := func(code, sum string, more ...string) model.Count {
		c := model.Count{Code: code, List: model.ExportCustomers, Filters: slices.Clone(lost), Sum: sum}
		for _, field := range more {
			c.Filters = append(c.Filters, model.Filter{Field: field, Op: model.OpFilled})
		}
		return c
	}
	return s.breakdown(ctx, model.Breakdown{Code: "by_competitor", Of: model.RowOfCustomer, By: "lost_to", Counts: []model.Count{
		with(string(model.Lost), "", "lost_to"), with("our_price", "expected_amount", "lost_to", "expected_amount", "lost_price"),
		with("their_price", "lost_price", "lost_to", "expected_amount", "lost_price"),
	}}, span)
}

// hasEnded reports whether a customer was ever won or lost.
func hasEnded(p model.Path) bool {
	return slices.ContainsFunc(p.Turns, func(t model.Turn) bool { return t.Value == string(model.Won) || t.Value == string(model.Lost) })
}

// took are the customers who took a value in a span.
func took(paths []model.Path, value string, span model.Span) []int64 {
	var ids []int64
	for _, p := range paths {
		if slices.ContainsFunc(p.Turns, func(t model.Turn) bool { return t.Value == value && span.Has(t.On) }) {
			ids = append(ids, p.CustomerID)
		}
	}
	return ids
}

func funnelTable(a axis, rows []model.FunnelRow) model.ReportTable {
	t := model.ReportTable{
		Code: "by_" + a.field, Of: model.RowOfCustomer, By: a.field,
		Heads: []string{"value", "was", "entered", "conversion", "median", "stuck"},
	}
	for _, row := range rows {
		conversion, known := row.Conversion()
		leads := slices.Contains(a.order[:len(a.order)-1], row.Value)
		t.Lines = append(t.Lines, model.ReportLine{Value: row.Value, Cells: []model.Measure{
			model.OfIDs("value", model.ExportCustomers, row.Now),
			model.OfIDs("was", model.ExportCustomers, row.Before),
			model.OfIDs("entered", model.ExportCustomers, row.Entered),
			model.PerMilleOf("conversion", conversion, known && leads),
			model.DaysOf("median", int64(row.Days), row.Days >= 0),
			model.OfIDs("stuck", model.ExportCustomers, row.Stuck),
		}})
	}
	return t
}

// paths are how customers went along an axis up to a day: by the journal's own
// dates, and where it has none by the change log's. Archived ones count, too.
func (s *Store) paths(ctx context.Context, a axis, until model.Date) ([]model.Path, error) {
	turns, first, err := s.turns(ctx, a, until)
	if err != nil {
		return nil, err
	}
	rows, err := s.db.QueryContext(ctx, "SELECT id, filled_on, "+a.field+" FROM customer WHERE filled_on <= ? ORDER BY id", until)
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	var list []model.Path
	for rows.Next() {
		var id int64
		var filled model.Date
		var now string
		if err := rows.Scan(&id, &filled, &now); err != nil {
			return nil, err
		}
		before, known := first[id]
		switch {
		case !known:
			before = a.order[0]
		case len(turns[id]) == 0:
			now = before // what the log has came later
		}
		list = append(list, model.NewPath(id, filled, before, now, turns[id]))
	}
	return list, rows.Err()
}

// turns are the values that customers took by a day, and what the first of each
// was before, where the log has it. What an entry of the journal set counts on
// the entry's day; the log's of the same act is left out.
func (s *Store) turns(ctx context.Context, a axis, until model.Date) (map[int64][]model.Turn, map[int64]string, error) {
	turns, first := map[int64][]model.Turn{}, map[int64]string{}
	rows, err := s.db.QueryContext(ctx, `SELECT customer_id, substr(at, 1, 10), `+a.set+`, NULL FROM journal
		WHERE `+a.set+` <> '' AND at < ?1
		UNION ALL SELECT c.customer_id, s.at, json_extract(c.after, '$.`+a.field+`'), json_extract(c.before, '$.`+a.field+`')
		FROM change c JOIN change_set s ON s.id = c.set_id
		WHERE c.record = 'customer' AND c.before IS NOT NULL AND json_extract(c.after, '$.`+a.field+`') IS NOT NULL
		AND s.state = 'done' AND s.act NOT IN ('log_entry', 'edit_entry')
		ORDER BY 1, 2`, until.AddDays(1))
	if err != nil {
		return nil, nil, err
	}
	defer rows.Close()
	type told struct {
		model.Turn
		before *string
	}
	all := map[int64][]told{}
	for rows.Next() {
		var id int64
		var at string
		var t told
		if err := rows.Scan(&id, &at, &t.Value, &t.before); err != nil {
			return nil, nil, err
		}
		if t.On = model.Date(at); t.before != nil {
			t.On = model.DateOf(model.LocalTime(at))
		}
		all[id] = append(all[id], t)
	}
	for id, list := range all {
		// On one day the journal goes before the log, whose instants are of another zone.
		slices.SortStableFunc(list, func(a, b told) int {
			switch byDay := cmp.Compare(a.On, b.On); {
			case byDay != 0 || (a.before == nil) == (b.before == nil):
				return byDay
			case a.before == nil:
				return -1
			}
			return 1
		})
		if list[0].before != nil {
			first[id] = *list[0].before
		}
		for _, t := range list {
			if t.On <= until {
				turns[id] = append(turns[id], t.Turn)
			}
		}
	}
	return turns, first, rows.Err()
}

// pushed are the open customers whose expected day was moved back twice or more.
func (s *Store) pushed(ctx context.Context, until model.Date) ([]int64, error) {
	rows, err := s.db.QueryContext(ctx, `SELECT c.customer_id, json_extract(c.before, '$.expected_on'), json_extract(c.after, '$.expected_on')
		FROM change c JOIN change_set s ON s.id = c.set_id JOIN customer k ON k.id = c.customer_id AND k.stage NOT IN ('won', 'lost')
		WHERE c.record = 'customer' AND c.before IS NOT NULL AND json_extract(c.after, '$.expected_on') IS NOT NULL
		AND s.state = 'done' AND s.at < ? ORDER BY c.customer_id, c.id`, instantOf(until.AddDays(1)))
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	var ids, order []int64
	from, to := map[int64][]model.Date{}, map[int64][]model.Date{}
	for rows.Next() {
		var id int64
		var before, after model.Date
		if err := rows.Scan(&id, &before, &after); err != nil {
			return nil, err
		}
		if from[id] == nil {
			order = append(order, id)
		}
		from[id], to[id] = append(from[id], before), append(to[id], after)
	}
	for _, id := range order {
		if model.Pushed(from[id], to[id]) {
			ids = append(ids, id)
		}
	}
	return ids, rows.Err()
}
