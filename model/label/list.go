package label

import (
	"slices"
	"strconv"

	"genjin/model"
)

// List is a view with the words of its columns; a view alone can't have them,
// for they know the model.
type List[R any] struct {
	*model.View[R]
	Kind string // as the commands call it: products, market
}

// Products is the list of products.
var Products = List[model.Product]{&model.ProductView, model.ExportProducts}

// Head is the name of a column.
func (l List[R]) Head(code string, lang Lang) string { return Field(l.Record, code, lang) }

// Chosen are the columns of the codes, the usual ones without any. It refuses a
// code that no column has.
func (l List[R]) Chosen(codes []string) ([]*model.Column[R], error) {
	if len(codes) == 0 {
		codes = l.Usual
	}
	columns := make([]*model.Column[R], len(codes))
	for i, code := range codes {
		c, ok := l.Column(code)
		if !ok || c.Plain {
			return nil, model.At("columns", model.Refuse(model.RefusedOption, code))
		}
		columns[i] = c
	}
	return columns, nil
}

// Text is a row's value of a column in words, on the command line and on cards.
func (l List[R]) Text(c *model.Column[R], r *R, at model.AsOf, lang Lang) string {
	if c.IsRef() {
		return l.called(c, r, at)
	}
	return Show(l.Record, c.Spec, c.Get(r, at), l.currency(r, at), lang)
}

// Written is a row's value of a column in words, in a file: an amount without
// its currency, which has a column of its own.
func (l List[R]) Written(c *model.Column[R], r *R, at model.AsOf, lang Lang) string {
	value := c.Get(r, at)
	if c.Kind == model.KindAmount && value != "" {
		n, _ := strconv.ParseInt(value, 10, 64)
		return model.Money{Amount: n, Currency: l.currency(r, at)}.String()
	}
	return l.Text(c, r, at, lang)
}

// called is the name of what a row refers to.
func (l List[R]) called(c *model.Column[R], r *R, at model.AsOf) string {
	if c.Get(r, at) == "" || c.Name == nil {
		return ""
	}
	return c.Name(r)
}

func (l List[R]) currency(r *R, at model.AsOf) string {
	c, ok := l.Column("currency")
	if !ok {
		return ""
	}
	return c.Get(r, at)
}

// AtRight reports whether a column's values stand at the right: numbers do.
func AtRight(kind model.Kind) bool {
	return slices.Contains([]model.Kind{model.KindNumber, model.KindAmount, model.KindQuantity}, kind)
}
