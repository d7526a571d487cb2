package cli

import (
	"context"
	"strconv"
	"strings"

	"genjin/model"
	"genjin/model/label"
)

// rowFilters reads the conditions of a list of records that has the columns. One
// customer is given by id, all other conditions as filters.
func (r *run) rowFilters(
	ctx context.Context, st model.Store, record string, o listOptions, today model.Date, columns []model.Spec,
) (filters []model.Filter, customer int64, err error) {
	for _, text := range o.filters {
		t, ok := model.CutFilter(model.Clean(text))
		if !ok {
			return nil, 0, r.wrong(badFilter, text)
		}
		spec, err := r.rowField(record, t.Field, columns)
		if err != nil {
			return nil, 0, err
		}
		if t.Op == model.OpIs || t.Op == model.OpNot {
			if t.Value, err = r.idsOf(ctx, st, spec, t.Value); err != nil {
				return nil, 0, err
			}
		}
		if id, err := strconv.ParseInt(t.Value, 10, 64); err == nil && spec.Kind == model.KindRef && t.Op == model.OpIs && (customer == 0 || customer == id) {
			customer = id
			continue
		}
		t.Inside = t.Inside && spec.Kind != model.KindRef
		f, err := label.MoneyFilter(record, spec, t, today)
		if err != nil {
			_, problem, _ := label.Problem(record, err, r.lang)
			return nil, 0, r.wrong(badFlag, "--filter", label.Field(record, spec.Code, r.lang)+r.say(colon)+problem)
		}
		filters = append(filters, f)
	}
	return filters, customer, nil
}

// idsOf gives the ids of the customers, projects or orders that a condition
// names.
func (r *run) idsOf(ctx context.Context, st model.Store, spec model.Spec, text string) (string, error) {
	if !spec.IsRef() && spec.Code != "project_id" {
		return text, nil
	}
	var ids []string
	for _, name := range model.SplitValues(text) {
		var id int64
		var err error
		switch {
		case spec.Of == model.RowOfCustomer:
			var c model.Customer
			c, err = r.customer(ctx, st, name)
			id = c.ID
		case spec.Of == model.RowOfProject, spec.Code == "project_id":
			var p model.Project
			p, err = r.project(ctx, st, name)
			id = p.ID
		case spec.Of == model.RowOfOrder:
			var o model.Order
			o, err = r.order(ctx, st, name)
			id = o.ID
		default:
			id, err = strconv.ParseInt(strings.TrimPrefix(name, "#"), 10, 64)
			if err != nil {
				err = r.wrong(badFilter, text)
			}
		}
		if err != nil {
			return "", err
		}
		ids = append(ids, strconv.FormatInt(id, 10))
	}
	return strings.Join(ids, ","), nil
}

// rowField finds a column by its code or a name.
func (r *run) rowField(record, name string, columns []model.Spec) (model.Spec, error) {
	code := strings.TrimSpace(name)
	if known, ok := label.ReadHeader(record, code); ok {
		code = known
	}
	if code == "customer" || code == label.Record("customer", label.ZH) {
		code = "customer_id"
	}
	codes := make([]string, len(columns))
	for i, spec := range columns {
		if spec.Code == code {
			return spec, nil
		}
		codes[i] = spec.Code
	}
	return model.Spec{}, r.wrong(unknownField, name, strings.Join(codes, ", "))
}

// rowSort reads field or -field.
func (r *run) rowSort(record, text string, columns []model.Spec) (code string, desc bool, err error) {
	code, desc = strings.CutPrefix(model.Clean(text), "-")
	switch code {
	case "", "id", "customer":
		return code, desc, nil
	}
	spec, err := r.rowField(record, code, columns)
	return spec.Code, desc, err
}

// eachPart reads records by their ids, some at a time.
func eachPart[T any](ctx context.Context, ids []int64, read func(context.Context, []int64) ([]T, error), fn func(*T) error) error {
	for len(ids) > 0 {
		n := min(chunk, len(ids))
		some, err := read(ctx, ids[:n])
		if err != nil {
			return err
		}
		for i := range some {
			if err := fn(&some[i]); err != nil {
				return err
			}
		}
		ids = ids[n:]
	}
	return nil
}
