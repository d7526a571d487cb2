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
	Kind     string                                             // as the commands call it: products, market
	Document string                                             // as files call it; "" = by the record
	Name     word                                               // what a file of it is called where that is another name
	Heads    map[string]word                                    // of the columns that only a list has
	Texts    map[string]func(*R, model.AsOf, Lang) string       // a value in words where its kind's own don't do
	Written  map[string]func(*R, model.AsOf, Lang) string       // the same in a file
	SumLines func(sums []model.Sum, l Lang) ([][]string, error) // what stands below the list, a line a group
}

// Products is the list of products.
var Products = List[model.Product]{View: &model.ProductView, Kind: model.ExportProducts}

// Title is what a file of the list is called.
func (l List[R]) Title(lang Lang) string {
	switch {
	case l.Name.zh != "":
		return l.Name.in(lang)
	case l.Document != "":
		return Document(l.Document, lang)
	}
	return Records(l.Record, lang)
}

// Head is the name of a column.
func (l List[R]) Head(code string, lang Lang) string {
	if w, ok := l.Heads[code]; ok {
		return w.in(lang)
	}
	return Field(l.Record, code, lang)
}

// FileHead is the name of a column in a file, by which it is read back: a
// customer is there by name.
func (l List[R]) FileHead(code string, lang Lang) string {
	if code == "customer_id" {
		return Field(model.RowOfCustomer, "name", lang)
	}
	return l.Head(code, lang)
}

// Named finds a column by its code or by a name in either language.
func (l List[R]) Named(text string) (code string, ok bool) {
	if c, ok := l.Column(text); ok {
		return c.Code, true
	}
	wanted := bare(text)
	for code, w := range l.Heads {
		if wanted != "" && w.named(code, wanted) {
			return code, true
		}
	}
	code, ok = ReadHeader(l.Record, text)
	if !ok && wanted == bare(Record(model.RowOfCustomer, ZH)) {
		code = "customer_id"
	}
	c, ok := l.Column(code)
	if !ok {
		return "", false
	}
	return c.Code, true
}

// Chosen are the columns of the codes, the usual ones without any. It refuses a
// code that no column has.
func (l List[R]) Chosen(codes []string) ([]*model.Column[R], error) {
	if len(codes) == 0 {
		codes = l.Usual
	}
	columns := make([]*model.Column[R], len(codes))
	for i, code := range codes {
		c, ok := l.Column(code)
		if !ok {
			return nil, model.At("columns", model.Refuse(model.RefusedOption, code))
		}
		columns[i] = c
	}
	return columns, nil
}

// Text is a row's value of a column in words, on the command line and on cards.
func (l List[R]) Text(c *model.Column[R], r *R, at model.AsOf, lang Lang) string {
	if words := l.Texts[c.Code]; words != nil {
		return words(r, at, lang)
	}
	if c.IsRef() {
		return l.called(c, r, at)
	}
	return Show(l.Record, c.Spec, c.Get(r, at), l.currency(r, at), lang)
}

// InFile is a row's value of a column in words, in a file: an amount without
// its currency, which has a column of its own.
func (l List[R]) InFile(c *model.Column[R], r *R, at model.AsOf, lang Lang) string {
	if words := l.Written[c.Code]; words != nil {
		return words(r, at, lang)
	}
	value := c.Get(r, at)
	if c.Kind == model.KindAmount && value != "" {
		n, _ := strconv.ParseInt(value, 10, 64)
		return model.Money{Amount: n, Currency: l.currency(r, at)}.String()
	}
	if c.IsRef() {
		return l.called(c, r, at)
	}
	return Show(l.Record, c.Spec, value, l.currency(r, at), lang)
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
	return slices.Contains([]model.Kind{model.KindNumber, model.KindAmount, model.KindQuantity, model.KindPerMille}, kind)
}
