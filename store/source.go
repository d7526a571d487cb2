package store

import (
	"context"
	"slices"
	"strconv"
	"strings"

	"genjin/model"
)

// source is where the rows of a view are read from: the one way from a query
// to SQL, whatever the record.
type source[R any] struct {
	view *model.View[R]
	// from is the table, or a query in brackets that is the table as it stood on
	// the day, so that a column's SQL never knows of the past.
	from func(ctx context.Context, s *Store, n need) (string, error)
	// beside is what columns or the order need beside the rows r of from, and the
	// table alone has not; nil: nothing. A query in brackets around the table for it
	// would have SQLite read all rows in the order of an index.
	beside func(ctx context.Context, s *Store, n need) (beside, error)
	// exists is the condition that a row is there on the day; nil: all are.
	exists func(at model.AsOf) string
	// phones is the condition that a row has a phone whose digits, the key, are so:
	// with %s in their place; "": the phones stand in their column.
	phones string
	// narrow keeps of the ids of a list those that a text fits, byFit the better
	// fitting first; the list is remembered while the text is typed. nil: search.
	narrow func(ctx context.Context, s *Store, ids []int64, text string, byFit bool) ([]int64, error)
	// search is the rows r of from in which a text is found.
	search func(ctx context.Context, s *Store, from, text string) (clause, error)
	// rows reads rows in any order.
	rows func(ctx context.Context, s *Store, ids []int64, whole bool) ([]R, error)
}

// beside is what a query reads beside its table.
type beside struct {
	with string // tables that are worked out first: a WITH
	join string
}

// need is what of a table is asked for.
type need struct {
	at       model.AsOf
	customer int64           // of one customer only: of the others anything may come; 0 = of all
	codes    map[string]bool // the columns that are read
	orders   map[string]bool // those by which it is ordered
}

// uses reports whether one of some columns is asked for.
func (n need) uses(codes ...string) bool {
	return slices.ContainsFunc(codes, func(c string) bool { return n.codes[c] || n.orders[c] })
}

// only reports whether nothing but some columns is asked for, for the order
// alone.
func (n need) only(orders ...string) bool {
	for code := range n.orders {
		if code != "" && !slices.Contains(orders, code) {
			return false
		}
	}
	return len(n.codes) == 0
}

// fromTable is a from that reads a table whatever the day.
func fromTable(name string) func(context.Context, *Store, need) (string, error) {
	return func(context.Context, *Store, need) (string, error) { return name, nil }
}

// listing is a source that reads a store: a model.Lister.
type listing[R any] struct {
	*source[R]
	s *Store
}

// View describes the rows.
func (l listing[R]) View() *model.View[R] { return l.view }

// AsOf is the day and the settings by which values are worked out.
func (l listing[R]) AsOf(ctx context.Context) (model.AsOf, error) {
	set, err := l.s.Settings(ctx)
	return model.AsOf{Today: l.s.today(), Settings: set}, err
}

// question is a query in SQL.
type question struct {
	at      model.AsOf
	with    string
	from    string // the rows r, with the joins
	where   clause
	orderBy string
}

// read is the SQL that reads columns of all rows.
func (a question) read(columns string) string {
	return a.with + "SELECT " + columns + " FROM " + a.from + " WHERE " + a.where.sql
}

// IDs are the rows that a query shows, in its order.
func (l listing[R]) IDs(ctx context.Context, q model.Query) ([]int64, error) {
	text := q.Search
	if l.narrow != nil {
		q.Search = ""
	}
	a, err := l.ask(ctx, q, nil)
	if err != nil {
		return nil, err
	}
	sql := a.read("r.id") + " ORDER BY " + a.orderBy
	if l.narrow == nil {
		return l.s.ids(ctx, sql, a.where.args...)
	}
	ids, err := l.s.list(ctx, sql, a.where.args...)
	if err != nil || text == "" {
		return ids, err
	}
	return l.narrow(ctx, l.s, ids, text, q.Sort == "")
}

// ofFound is the same query of the rows that its search finds.
func (l listing[R]) ofFound(ctx context.Context, q model.Query) (model.Query, clause, error) {
	if l.narrow == nil || q.Search == "" {
		return q, clause{"1", nil}, nil
	}
	ids, err := l.IDs(ctx, q)
	return model.Query{Filters: l.view.Both()}, clause{"r.id IN (SELECT value FROM json_each(?))", []any{jsonList(ids)}}, err
}

// Rows reads rows in the order of the ids.
func (l listing[R]) Rows(ctx context.Context, ids []int64, whole bool) ([]R, error) {
	if len(ids) == 0 {
		return nil, nil
	}
	rows, err := l.rows(ctx, l.s, ids, whole)
	return inOrder(ids, rows, func(r *R) int64 { return l.view.Meta(r).ID }), err
}

// ask turns a query into SQL; reads are the columns that are read beside those
// of its conditions and its order.
func (l listing[R]) ask(ctx context.Context, q model.Query, reads []string) (question, error) {
	at, err := l.AsOf(ctx)
	if err != nil {
		return question{}, err
	}
	filters := q.Filters
	if p, ok := l.view.Preset(q.Preset); ok {
		filters = slices.Concat(p.Filters, filters)
	} else if q.Preset != "" {
		return question{}, model.At("preset", model.Refuse(model.RefusedOption, append([]string{q.Preset}, presetCodes(l.view)...)...))
	}
	n := need{at: at, codes: map[string]bool{}, orders: map[string]bool{}, customer: onlyCustomer(filters)}
	for _, code := range append(columnsOf(l.order(q)), l.view.Then) {
		n.orders[code] = true
	}
	for _, code := range reads {
		n.codes[code] = true
	}
	for _, f := range filters {
		n.codes[f.Field] = true
	}
	from, err := l.from(ctx, l.s, n)
	if err != nil {
		return question{}, err
	}
	where, err := l.where(ctx, at, q, from, filters)
	if err != nil {
		return question{}, err
	}
	join, orderBy, err := l.orderBy(at, l.order(q))
	if err != nil || l.beside == nil {
		return question{at, "", from + " r" + join, where, orderBy}, err
	}
	b, err := l.beside(ctx, l.s, n)
	return question{at, b.with, from + " r" + b.join + join, where, orderBy}, err
}

// onlyCustomer is the one customer whose rows the conditions leave; 0 = those of
// several.
func onlyCustomer(filters []model.Filter) int64 {
	for _, f := range filters {
		if id, err := strconv.ParseInt(f.Value, 10, 64); err == nil && f.Op == model.OpIs && (f.Field == "customer_id" || f.Field == "customer") {
			return id
		}
	}
	return 0
}

func presetCodes[R any](v *model.View[R]) []string {
	codes := make([]string, len(v.Presets))
	for i, p := range v.Presets {
		codes[i] = p.Code
	}
	return codes
}

// where is the conditions of a query, all of which hold.
func (l listing[R]) where(ctx context.Context, at model.AsOf, q model.Query, from string, filters []model.Filter) (clause, error) {
	all := clause{"1", nil}
	if l.exists != nil {
		all.sql = l.exists(at)
	}
	shelf := l.view.Shelf
	if shelf != "" && (q.Archived || !l.view.Mixed) && !slices.ContainsFunc(filters, func(f model.Filter) bool { return f.Field == shelf }) {
		is := l.shelved(at, q.Archived)
		all.and(is.sql, is.args...)
	} else if shelf == "" && q.Archived {
		return all, model.At("archived", model.Refuse(model.RefusedOption, "archived"))
	}
	v := viewpoint{at.Today, at.Settings, l.phones}
	for _, f := range filters {
		if f.Field == "id" && f.Op == model.OpIs {
			all.and("r.id IN (SELECT value FROM json_each(?))", "["+strings.ReplaceAll(f.Value, "\n", ",")+"]")
			continue
		}
		c, ok := l.view.Column(f.Field)
		if !ok || c.SQL == nil {
			return all, model.At(f.Field, model.Refuse(model.RefusedOption, f.Field))
		}
		spec, _ := l.view.Spec(f.Field, at)
		f.Field = spec.Code
		one, err := v.conditionOn(spec, c.SQL(at), f)
		if c.Test {
			one, err = met(c.SQL(at), f)
		}
		if err != nil {
			return all, err
		}
		all.and("("+one.sql+")", one.args...)
	}
	if q.Search == "" {
		return all, nil
	}
	found, err := l.search(ctx, l.s, from, q.Search)
	all.and("("+found.sql+")", found.args...)
	return all, err
}

// shelved is the condition that a row is put away, or isn't. A stored flag is
// compared with an argument: with a literal, indices of what isn't put away
// would be read through for conditions that they don't serve.
func (l listing[R]) shelved(at model.AsOf, away bool) clause {
	c, _ := l.view.Column(l.view.Shelf)
	switch {
	case !c.Test:
		return clause{c.SQL(at) + " = ?", []any{away}}
	case away:
		return clause{c.SQL(at), nil}
	}
	return clause{"NOT (" + c.SQL(at) + ")", nil}
}

// met is a filter on a flag whose SQL is a condition: as it stands, so that a
// partial index serves.
func met(condition string, f model.Filter) (clause, error) {
	switch {
	case f.Op == model.OpFilled, f.Op == model.OpIs && f.Value == "1":
		return clause{condition, nil}, nil
	case f.Op == model.OpEmpty, f.Op == model.OpNot && f.Value == "1", f.Op == model.OpIs && f.Value == "":
		return clause{"NOT (" + condition + ")", nil}, nil
	case f.Op == model.OpIs:
		return clause{"1", nil}, nil
	}
	return clause{}, model.At(f.Field, model.Refuse(model.RefusedFilter, string(f.Op)))
}

// textIn looks for a text in columns.
func textIn(columns ...string) func(context.Context, *Store, string, string) (clause, error) {
	return func(_ context.Context, _ *Store, _, text string) (clause, error) {
		return clause{"instr(lower(" + strings.Join(columns, " || char(10) || ") + "), lower(?)) > 0", []any{text}}, nil
	}
}

// ofWhomOr looks for a text in the name of the row's customer, and in columns.
func ofWhomOr(columns ...string) func(context.Context, *Store, string, string) (clause, error) {
	return func(ctx context.Context, s *Store, _, text string) (clause, error) {
		who, err := s.searched(ctx, text)
		all := clause{"r.customer_id IN (SELECT value FROM json_each(?))", []any{jsonList(who)}}
		for _, c := range columns {
			all.sql, all.args = all.sql+" OR instr(lower("+c+"), lower(?)) > 0", append(all.args, text)
		}
		return all, err
	}
}
