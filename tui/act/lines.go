package act

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strconv"
	"strings"

	tea "charm.land/bubbletea/v2"

	"genjin/model"
	"genjin/model/label"

	"genjin/tui/ask"
	"genjin/tui/kit"
)

// How much the lines of a form take.
const (
	linesCode  = "lines"
	lineRows   = 6
	mostLines  = 500
	mostOffers = 8
)

// What a row of the form keeps beside what is typed.
const (
	rowID       = "~id"
	rowReturned = "~returned"
	rowList     = "~list"
	rowFloor    = "~floor"
)

// lines is the part of a form that has an order's lines: a product is found by
// its code or name, what it costs the customer is filled in, and the sums
// follow what is typed.
type lines struct {
	clerk    *Clerk
	form     *kit.Form
	customer int64
	set      model.Settings
	currency func() string // of the order, as it stands in the form
}

// The answers to what the lines look for.
type (
	offered struct {
		lines        *lines
		row          int
		column, text string
		offers       []kit.Option
	}
	suggested struct {
		lines *lines
		row   int
		line  model.OrderLine
	}
)

// field is the table of the lines, filled in with those that are kept.
func (s *lines) field(kept []model.OrderLine) kit.Field {
	l, w := s.clerk.words.Lang, s.clerk.words.Ordering
	name := func(code string) string { return label.Field("order_line", code, l) }
	spec := kit.GridSpec{Rows: lineRows, Most: mostLines, Seek: s.seek, Take: s.take, Mark: s.mark, Columns: []kit.GridColumn{
		{Code: "product", Title: name("product"), Width: 10, Most: 16, MaxLen: 60, After: "quantity"},
		{Code: "name", Title: name("name"), Width: 12, Most: 24, MaxLen: 200},
		{Code: "spec", Title: name("spec"), Width: 8, Most: 14, MaxLen: 200},
		{Code: "colour", Title: name("colour"), Width: 6, Most: 10, MaxLen: 200, Drop: 2},
		{Code: "quantity", Title: name("quantity"), Width: 8, Right: true, MaxLen: 20},
		{Code: "unit", Title: name("unit"), Width: 4, MaxLen: 20, Drop: 1},
		{Code: "unit_price", Title: name("unit_price"), Width: 10, Right: true, MaxLen: 30},
		{Code: "discount", Title: name("discount"), Width: 8, Right: true, MaxLen: 30},
		{Code: "amount", Title: name("amount"), Width: 12, Right: true, Fixed: true},
	}}
	rows := make([]map[string]string, len(kept))
	for i := range kept {
		rows[i] = s.row(&kept[i])
	}
	return kit.Field{Code: linesCode, Kind: kit.GridField, Section: w.Lines, Value: kit.GridText(rows), Grid: spec, Check: s.check}
}

// row is a line as it stands in the form.
func (s *lines) row(l *model.OrderLine) map[string]string {
	env := s.clerk.fieldEnv(l.Currency)
	row := map[string]string{
		rowID: strconv.FormatInt(l.ID, 10), rowReturned: strconv.FormatInt(l.Returned, 10),
		rowList: strconv.FormatInt(l.ListPrice, 10), rowFloor: strconv.FormatInt(l.FloorPrice, 10),
	}
	for _, code := range []string{"product", "name", "spec", "colour", "unit", "quantity"} {
		f, _ := model.OrderLineFields.ByCode(code)
		row[code] = ask.TextOf("order_line", f.Spec, f.Get(l), env)
	}
	for code, sum := range map[string]int64{"unit_price": l.UnitPrice, "discount": l.Discount, "amount": l.Amount} {
		if sum != 0 {
			row[code] = label.Grouped(sum, l.Currency)
		}
	}
	return row
}

// read is a row as a line. What can't be read is refused with its field.
func (s *lines) read(row map[string]string) (model.OrderLine, error) {
	currency := s.currency()
	number := func(key string) int64 {
		n, _ := strconv.ParseInt(row[key], 10, 64)
		return n
	}
	l := model.OrderLine{CustomerID: s.customer, Currency: currency, Returned: number(rowReturned), ListPrice: number(rowList),
		FloorPrice: number(rowFloor)}
	l.ID = number(rowID)
	typed := map[string]string{}
	for _, code := range []string{"product", "name", "spec", "colour", "unit", "quantity", "unit_price", "discount"} {
		typed[code] = row[code]
	}
	inOrders := slices.DeleteFunc(slices.Clone(model.OrderLineFields), func(f model.Field[model.OrderLine]) bool {
		return f.Code == "currency"
	})
	if err := ask.Take("order_line", inOrders, typed, &l, s.clerk.fieldEnv(currency)); err != nil {
		return l, err
	}
	return l, l.Check()
}

// all are the lines of the form; the first that can't be taken is refused with
// its number.
func (s *lines) all(value string) ([]model.OrderLine, error) {
	var list []model.OrderLine
	for i, row := range kit.GridRows(value) {
		l, err := s.read(row)
		if err != nil {
			return nil, model.OfLine(i, err)
		}
		list = append(list, l)
	}
	return list, nil
}

// check says which line can't be read, or which has a price that will have to
// be approved.
func (s *lines) check(value string) (echo, problem string) {
	list, err := s.all(value)
	if err != nil {
		if refusal(err) == model.RefusedRequired && s.typing(err) {
			return "", ""
		}
		return "", s.clerk.refusedLine(err)
	}
	if troubled := model.Troubled(list, s.set); len(troubled) > 0 {
		return s.clerk.trouble(&troubled[0], s.set), ""
	}
	return "", ""
}

// typing reports whether the refused line is the one that is being typed: what
// it still lacks is said on saving.
func (s *lines) typing(err error) bool {
	var of *model.LineError
	if s.form == nil || s.form.Grid(linesCode) == nil || !errors.As(err, &of) {
		return false
	}
	row, _ := s.form.Grid(linesCode).At()
	return s.form.Focused() == linesCode && of.Line == row+1
}

// refusedLine is a refusal of a line, with its number and its field.
func (c *Clerk) refusedLine(err error) string {
	code, problem, _ := label.Problem("order_line", err, c.words.Lang)
	text := label.Field("order_line", code, c.words.Lang) + " " + problem
	var of *model.LineError
	if errors.As(err, &of) {
		return fmt.Sprintf(c.words.Ordering.LineNo, of.Line) + " " + text
	}
	return text
}

// refuse brings a refusal of a line to its cell, and says where one is missing.
func (s *lines) refuse(err error) tea.Cmd {
	var fe *model.FieldError
	if errors.As(err, &fe) && fe.Field == linesCode {
		s.form.Focus(linesCode)
		s.form.SetError(linesCode, s.clerk.words.Ordering.NoLine)
		return func() tea.Msg { return nil }
	}
	var of *model.LineError
	if !errors.As(err, &of) {
		return nil
	}
	if g := s.form.Grid(linesCode); g != nil {
		g.GoTo(of.Line-1, of.Err.Field)
	}
	s.form.SetError(linesCode, s.clerk.refusedLine(err))
	return func() tea.Msg { return nil }
}

// mark points at a line whose price will have to be approved.
func (s *lines) mark(row map[string]string) string {
	l, err := s.read(row)
	if err == nil && len(model.Troubled([]model.OrderLine{l}, s.set)) > 0 {
		return "!"
	}
	return ""
}

// changed works out the amounts after something was typed.
func (s *lines) changed() {
	g := s.form.Grid(linesCode)
	for i, row := range g.Rows() {
		l, err := s.read(row)
		text := ""
		if err == nil {
			text = label.Grouped(l.Amount, l.Currency)
		}
		g.Set(i, "amount", text)
	}
}

// seek looks for the products that a text could mean.
func (s *lines) seek(row int, column, text string) tea.Cmd {
	if column != "product" {
		return nil
	}
	return func() tea.Msg {
		ctx, products := context.Background(), s.clerk.store.ProductList()
		ids, err := products.IDs(ctx, model.Query{Search: model.Clean(text)})
		if err != nil {
			return kit.Failed{Op: s.clerk.words.Ordering.FindProduct, Err: err}
		}
		found, err := products.Rows(ctx, ids[:min(len(ids), mostOffers)], false)
		if err != nil {
			return kit.Failed{Op: s.clerk.words.Ordering.FindProduct, Err: err}
		}
		return offered{s, row, column, text, s.options(found)}
	}
}

func (s *lines) options(found []model.Product) []kit.Option {
	options := make([]kit.Option, len(found))
	for i, p := range found {
		parts := []string{kit.Fit(p.Code, 12), p.Name, p.Spec, p.Colour}
		if p.ListPrice > 0 {
			parts = append(parts, label.Amount(p.ListPrice, p.Currency))
		}
		options[i] = kit.Option{Code: p.Code, Label: joined(parts)}
	}
	return options
}

// take reads what the taken product costs the customer.
func (s *lines) take(row int, column, code string) tea.Cmd {
	if column != "product" {
		return nil
	}
	currency := s.currency()
	return func() tea.Msg {
		l, err := s.clerk.store.SuggestLine(context.Background(), s.customer, code, currency)
		if err != nil {
			return kit.Failed{Op: s.clerk.words.Ordering.FindProduct, Err: err}
		}
		return suggested{s, row, l}
	}
}

// answer takes over what was looked for.
func (s *lines) answer(msg tea.Msg) bool {
	g := s.form.Grid(linesCode)
	switch m := msg.(type) {
	case offered:
		if m.lines != s {
			return false
		}
		g.Offer(m.row, m.column, m.text, m.offers)
		return true
	case suggested:
		if m.lines != s {
			return false
		}
		if g.Cell(m.row, "product") == m.line.Product {
			s.fill(g, m.row, &m.line)
		}
		return true
	}
	return false
}

// fill takes a suggested line over; a quantity that was typed stays.
func (s *lines) fill(g *kit.Grid, row int, l *model.OrderLine) {
	for key, text := range s.row(l) {
		switch key {
		case rowID, rowReturned, "amount", "discount":
			continue
		case "quantity":
			if g.Cell(row, key) != "" {
				continue
			}
		}
		g.Set(row, key, text)
	}
	s.changed()
	s.form.Recheck()
}

// foot is what the lines come to, and what the terms make of it.
func (s *lines) foot(w int, terms string, events model.Events) []string {
	c := s.clerk
	words, st := c.words.Ordering, c.env.Styles
	list, err := s.all(s.form.Value(linesCode))
	total, ok := model.SumLines(list)
	if err != nil || !ok {
		return []string{kit.Rule(c.env, w), kit.Fit(" "+st.Label.Render(words.Total)+" -", w)}
	}
	sum := " " + st.Label.Render(words.Total) + " " + st.Strong.Render(label.Amount(total, s.currency()))
	var off int64
	for _, l := range list {
		off, _ = model.AddMoney(off, l.Discount)
	}
	if off > 0 {
		sum += "   " + st.Label.Render(words.Discounts) + " " + st.Row.Render(label.Amount(off, s.currency()))
	}
	out := []string{kit.Rule(c.env, w), kit.Fit(sum, w)}
	parsed, err := model.ParseTerms(terms)
	if terms == "" || err != nil {
		return out
	}
	for i, text := range label.Schedule(parsed, total, s.currency(), events, s.set, c.words.Lang) {
		if i == mostOrderParts {
			break
		}
		out = append(out, " "+st.Echo.Render(kit.Cut(strconv.Itoa(i+1)+"  "+text, max(w-1, 0))))
	}
	return out
}

// mostParts is how many instalments are shown before they are saved.
const mostOrderParts = 4

// joined are the parts that say something, with air between them.
func joined(parts []string) string {
	var kept []string
	for _, part := range parts {
		if part != "" {
			kept = append(kept, part)
		}
	}
	return strings.Join(kept, "  ")
}
