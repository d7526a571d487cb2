package cli

import (
	"context"
	"strconv"
	"strings"

	"genjin/model"
	"genjin/model/label"
)

// kind is one kind of records as list and export know it.
type kind interface {
	list(ctx context.Context, r *run, st model.Store, o listOptions) error
	ids(ctx context.Context, r *run, st model.Store, o listOptions, all bool) ([]int64, error)
}

// kinds are those whose lists follow from their views; the others wait for
// theirs.
var kinds = map[string]kind{
	model.ExportProducts: viewed[model.Product]{label.Products, model.Store.ProductList, countProducts},
}

// viewed is a kind of records by its view.
type viewed[R any] struct {
	label.List[R]
	of    func(model.Store) model.Lister[R]
	count text
}

// query is the rows that the flags ask for.
func (k viewed[R]) query(
	ctx context.Context, r *run, st model.Store, l model.Lister[R], o listOptions,
) (q model.Query, at model.AsOf, err error) {
	if at, err = l.AsOf(ctx); err != nil {
		return q, at, err
	}
	columns := k.Specs(at)
	q.Search, q.Archived = model.Clean(o.search), o.archived
	if q.Filters, _, err = r.rowFilters(ctx, st, k.Record, o, at.Today, columns); err != nil {
		return q, at, err
	}
	q.Sort, q.Desc, err = r.rowSort(k.Record, o.sort, columns)
	return q, at, err
}

// ids are the rows that the flags ask for; all: also those put away.
func (k viewed[R]) ids(ctx context.Context, r *run, st model.Store, o listOptions, all bool) ([]int64, error) {
	l := k.of(st)
	q, _, err := k.query(ctx, r, st, l, o)
	if err != nil {
		return nil, err
	}
	if all {
		q.Filters = append(q.Filters, k.Both()...)
	}
	return l.IDs(ctx, q)
}

func (k viewed[R]) list(ctx context.Context, r *run, st model.Store, o listOptions) error {
	l := k.of(st)
	q, at, err := k.query(ctx, r, st, l, o)
	if err != nil {
		return err
	}
	columns, err := k.columns(r, at, o.columns)
	if err != nil {
		return err
	}
	ids, err := l.IDs(ctx, q)
	if err != nil {
		return err
	}
	all := len(ids)
	if o.limit > 0 {
		ids = ids[:min(o.limit, all)]
	}
	read := func(ctx context.Context, ids []int64) ([]R, error) { return l.Rows(ctx, ids, o.asJSON) }
	if o.asJSON {
		return r.array(func(add func(any) error) error {
			return eachPart(ctx, ids, read, func(row *R) error { return add(k.RowJSON(row, at)) })
		})
	}
	t := k.table(r, columns)
	err = eachPart(ctx, ids, read, func(row *R) error {
		cells := []cell{styled(strconv.FormatInt(k.Meta(row).ID, 10), &faint)}
		for _, c := range columns {
			cells = append(cells, plain(strings.ReplaceAll(k.Text(c, row, at, r.lang), "\n", " ")))
		}
		t.add(cells...)
		return nil
	})
	if err != nil {
		return err
	}
	return r.counted(t, len(ids), all, k.count)
}

// columns are those of the names, the usual ones without any.
func (k viewed[R]) columns(r *run, at model.AsOf, names []string) ([]*model.Column[R], error) {
	var codes []string
	for _, name := range names {
		spec, err := r.rowField(k.Record, model.Clean(name), k.Specs(at))
		if err != nil {
			return nil, err
		}
		codes = append(codes, spec.Code)
	}
	return k.Chosen(codes)
}

func (k viewed[R]) table(r *run, columns []*model.Column[R]) table {
	t := table{right: map[int]bool{0: true}, head: []string{label.Field(k.Record, "id", r.lang)}}
	for i, c := range columns {
		t.head = append(t.head, k.Head(c.Code, r.lang))
		t.right[i+1] = label.AtRight(c.Kind)
	}
	return t
}
