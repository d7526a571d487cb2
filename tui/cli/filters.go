package cli

import (
	"context"
	"errors"
	"slices"
	"strings"

	"genjin/model"
	"genjin/model/label"
	"genjin/tui/words"
)

// query is the customers that the flags ask for: those of the saved filter, if
// one is named, that the other conditions leave.
func (r *run) query(ctx context.Context, st model.Lists, o listOptions, today model.Date) (model.Query, error) {
	q := model.Query{Search: model.Clean(o.search), Archived: o.archived}
	if o.segment != "" {
		g, err := r.segment(ctx, st, "", o.segment)
		if err != nil {
			return q, err
		}
		q.Filters, q.Sort, q.Desc = g.Filters(), g.SortBy, g.Descending
	}
	for _, text := range o.filters {
		f, err := r.customerFilter(text, today)
		if err != nil {
			return q, err
		}
		q.Filters = append(q.Filters, f)
	}
	if o.sort == "" {
		return q, nil
	}
	var err error
	q.Sort, q.Desc, err = r.customerSort(o.sort)
	return q, err
}

// segment finds a saved filter of a list by its name.
func (r *run) segment(ctx context.Context, st model.Lists, list, name string) (model.Segment, error) {
	g, err := st.Segment(ctx, list, name)
	if !errors.Is(err, model.ErrNotFound) {
		return g, err
	}
	all, err := st.Segments(ctx, list)
	if err != nil {
		return g, err
	}
	names := make([]string, len(all))
	for i, g := range all {
		names[i] = g.Name
	}
	return g, r.failed(words.NoSegment, model.Clean(name), strings.Join(names, ", "))
}

// customerFilter reads a condition: grade=A,B, 等级=A, next_on<=today, phones~138.
func (r *run) customerFilter(text string, today model.Date) (model.Filter, error) {
	t, ok := model.CutFilter(model.Clean(text))
	if !ok {
		return model.Filter{}, r.wrong(words.BadFilter, text)
	}
	spec, err := r.column(t.Field)
	if err != nil {
		return model.Filter{}, err
	}
	f, err := label.FilterOf(spec, t, today)
	if err != nil {
		return f, r.refusedColumn(spec, err)
	}
	return f, nil
}

// refusedColumn is a condition that can't be: wrong usage.
func (r *run) refusedColumn(spec model.Spec, err error) error {
	_, problem, ok := label.Problem("customer", err, r.lang)
	if !ok {
		return err
	}
	return r.wrong(words.BadFlag, "--filter", label.Column(spec.Code, r.lang)+r.say(words.Colon)+problem)
}

// column finds a field of a list of customers by its code or a name.
func (r *run) column(name string) (model.Spec, error) {
	spec, ok := label.ReadColumn(name)
	if ok {
		return spec, nil
	}
	codes := make([]string, len(model.ListFields))
	for i, f := range model.ListFields {
		codes[i] = f.Code
	}
	return spec, r.wrong(words.UnknownField, name, strings.Join(codes, ", "))
}

// customerSort reads field or -field.
func (r *run) customerSort(text string) (code string, desc bool, err error) {
	code, desc = strings.CutPrefix(model.Clean(text), "-")
	if code == "id" {
		return code, desc, nil
	}
	spec, err := r.column(code)
	return spec.Code, desc, err
}

// usualColumns are what a list shows unless it is told.
var usualColumns = []string{"name", "grade", "class", "phones", "next_on", "last_on"}

// columns are those of the names, the usual ones without any.
func (r *run) columns(names []string) ([]model.Spec, error) {
	if len(names) == 0 {
		names = usualColumns
	}
	var list []model.Spec
	for _, name := range names {
		spec, err := r.column(model.Clean(name))
		if err != nil {
			return nil, err
		}
		list = append(list, spec)
	}
	return list, nil
}

func (r *run) columnsTable(columns []model.Spec) table {
	t := table{right: map[int]bool{0: true}, head: []string{label.Field("customer", "id", r.lang)}}
	for i, spec := range columns {
		t.head = append(t.head, label.Column(spec.Code, r.lang))
		if slices.Contains([]model.Kind{model.KindNumber, model.KindAmount}, spec.Kind) {
			t.right[i+1] = true
		}
	}
	return t
}

// columnCell is a customer's value in a column.
func (r *run) columnCell(c *model.Customer, spec model.Spec, set model.Settings, today model.Date, names func(int64) string) cell {
	switch spec.Code {
	case "referrer":
		if c.Referrer == 0 {
			return plain("")
		}
		return plain(names(c.Referrer))
	case "grade":
		return r.gradeCell(c.Grade)
	case "next_on":
		return nextCell(c.NextOn, today)
	}
	value := label.ColumnValue(spec, model.ListValue(c, spec.Code, set, today), c.Currency, r.lang)
	return plain(strings.ReplaceAll(value, "\n", " "))
}

// totals prints the sums of what was found.
func (r *run) totals(ctx context.Context, st model.Store, q model.Query, ids []int64) error {
	t, err := st.Totals(ctx, q, ids)
	if err != nil || len(t.Expected) == 0 {
		return err
	}
	sums := make([]string, len(t.Expected))
	for i, m := range t.Expected {
		sums[i] = label.Amount(m.Amount, m.Currency)
	}
	return writeString(r.out, faint.Render(r.say(words.SumExpected, strings.Join(sums, " + ")))+"\n")
}
