package files

import (
	"cmp"
	"errors"
	"strings"

	"genjin/model"
	"genjin/model/label"
)

// notOfFile are the fields of orders that follow from others: a file may show
// them, and import passes over them.
var notOfFile = map[heading]bool{
	{recordOrder, "billed"}: true, {recordOrder, "outstanding"}: true, {recordOrder, "next_node"}: true, {recordOrder, "next_on"}: true,
	{recordOrder, "moved_on"}: true, {recordOrder, "part_on"}: true, {recordOrder, "way_on"}: true,
	{recordOrder, "way_eta"}: true, {recordOrder, "way_carrier"}: true, {recordOrder, "way_waybill"}: true,
	{recordLine, "seq"}: true, {recordLine, "currency"}: true, {recordLine, "list_price"}: true, {recordLine, "floor_price"}: true,
}

// ownOnly are those of what went out and was billed, which are what genjin means by
// them in a list that it wrote itself only.
var ownOnly = map[heading]bool{{recordOrder, "shipped"}: true, {recordOrder, "invoiced"}: true}

// order understands the rows of an order.
func (r *reader) order(d *orderDraft) model.ProposedOrder {
	p := model.ProposedOrder{Done: map[model.Node]model.Date{}, Reviewed: d.own}
	var errs []error
	if text := d.values[heading{recordOrder, "currency"}]; text != "" {
		currency, err := currencyOf(text)
		if err != nil {
			errs = append(errs, err)
		}
		p.Order.Currency = currency
	} else {
		var all lender
		all.look(recordOrder, model.OrderFields.Specs(), func(h heading) string { return d.values[h] })
		for _, row := range d.rows {
			all.look(recordLine, model.OrderLineFields.Specs(), func(h heading) string { return row.values[h] })
		}
		p.Order.Currency = all.lends(&p.Naming)
	}
	ref := r.orderDay(d.values)
	for _, f := range model.OrderFields {
		h := heading{recordOrder, f.Code}
		text := d.values[h]
		if notOfFile[h] || ownOnly[h] && !d.own || f.Code == "currency" || f.Code == "customer_id" || isNothing(f.Spec, text) {
			continue
		}
		if err := r.setOrder(&p, h, f.Spec, text, ref); err != nil {
			errs = append(errs, err)
			continue
		}
		if f.Get(&p.Order) != "" {
			p.Given = append(p.Given, f.Code)
		}
	}
	errs = append(errs, r.setNodes(&p, d.values, ref), setChanges(&p, d))
	for i := range d.rows {
		p.Lines = append(p.Lines, r.orderLine(&p, &d.rows[i]))
	}
	if p.Order.Currency != "" && p.Of(p.Order.Currency) != p.Order.Currency {
		errs = append(errs, model.At("currency", model.Refuse(model.RefusedDiffers, p.Of(""), p.Order.Currency)))
	}
	if p.Order.Currency != "" {
		p.SettleLines()
	}
	p.Lines = asked(&p, d)
	if p.Err = errors.Join(errs...); p.Err == nil {
		p.Settle(r.opt.Today)
	}
	return p
}

// setOrder reads one cell into the order.
func (r *reader) setOrder(p *model.ProposedOrder, h heading, spec model.Spec, text string, near model.Date) error {
	switch {
	case h == orderProject:
		p.Project = model.Clean(text)
		return nil
	case h == orderStatus:
		code, ok := label.ReadOption(recordOrder, "status", text)
		if !ok {
			return model.At("status", &model.FieldError{Code: model.RefusedOption, Args: append([]string{model.Clean(text)}, spec.Options...)})
		}
		p.Stated = model.OrderStatus(code)
		if label.IsShipped(text) {
			p.Done[model.NodeShip] = ""
		}
		return nil
	case spec.Kind == model.KindAmount:
		n, err := sum(spec, text, &p.Order.Currency, &p.Naming)
		if err == nil && h == orderTotal {
			p.Sum, p.Summed = n, true
		}
		switch {
		case err != nil:
		case h.code == "collected":
			p.Order.Collected = n
		case h.code == "invoiced":
			p.Order.Invoiced = n
		}
		return err
	}
	ref, bias := near, model.Nearest
	if near == "" {
		ref, bias = r.opt.Today, model.Past
		switch h.code {
		case "promised_on", "eta", "reserved_until":
			bias = model.Nearest
		}
	}
	return label.Set(recordOrder, model.OrderFields, h.code, &p.Order, text, ref, bias)
}

// setChanges reads how the order was changed. What another program says of it is
// a remark.
func setChanges(p *model.ProposedOrder, d *orderDraft) error {
	text := strings.TrimSpace(d.values[orderChanges])
	if d.own {
		var err error
		p.Changes, err = changesIn(text, p.Order.Currency)
		return model.At(orderChanges.code, err)
	}
	if text != "" {
		note := label.Field(recordOrder, orderChanges.code, label.ZH) + ":" + text
		p.Order.Remark = model.CleanNote(strings.TrimSpace(p.Order.Remark + "\n" + note))
		p.Given = append(p.Given, "remark")
	}
	return nil
}

// setNodes notes which nodes are done, by their days or by ticks.
func (r *reader) setNodes(p *model.ProposedOrder, values map[heading]string, near model.Date) error {
	var errs []error
	spec := model.Spec{Kind: model.KindDate}
	ref, bias := near, model.Nearest
	if near == "" {
		ref, bias = r.opt.Today, model.Past
	}
	for _, n := range model.Nodes {
		if f, ok := model.OrderFields.ByCode(model.DayField(n)); ok {
			if day := model.Date(f.Get(&p.Order)); day != "" {
				p.Done[n] = day
			}
		}
		text := values[heading{recordNode, string(n)}]
		if isNothing(spec, text) || isUndone(text) {
			continue
		}
		if tickOf(text) == ticked || isDone(text) {
			if _, known := p.Done[n]; !known {
				p.Done[n] = ""
			}
			continue
		}
		day, err := model.ParseDate(text, ref, bias)
		if err != nil {
			errs = append(errs, model.At(string(n), err))
			continue
		}
		p.Done[n] = day
	}
	return errors.Join(errs...)
}

// Words in a node's column for one that is done, or isn't.
var (
	doneWords   = map[string]bool{"完成": true, "已完成": true, "done": true, "ok": true, "yes": true, "已办": true, "已": true}
	undoneWords = map[string]bool{"未": true, "否": true, "未完成": true, "待": true, "进行中": true, "no": true, "待办": true,
		"open": true, "×": true, "未办": true, "处理中": true}
)

func isDone(text string) bool   { return doneWords[folded(text)] }
func isUndone(text string) bool { return undoneWords[folded(text)] || tickOf(text) == unticked }

// orderDay is the day near which dates without a year lie: the order's, or
// another one that is written with its year.
func (r *reader) orderDay(values map[heading]string) model.Date {
	for _, h := range []heading{orderedOn, promisedOn, {recordOrder, "confirmed_on"}, {recordOrder, "shipped_on"},
		{recordOrder, "received_on"}, {recordOrder, "signed_on"}, {recordOrder, "quoted_on"}} {
		if d := wholeDate(values[h], r.opt.Today); d != "" {
			return d
		}
	}
	if d, err := model.ParseDate(values[orderedOn], r.opt.Today, model.Past); err == nil {
		return d
	}
	return ""
}

// orderLine understands a row's own part.
func (r *reader) orderLine(p *model.ProposedOrder, row *orderRow) model.ProposedLine {
	l := model.ProposedLine{Row: row.number, Cells: row.cells, Blank: true}
	errs := []error{row.err}
	l.Line.Currency = p.Order.Currency
	for _, f := range model.OrderLineFields {
		h := heading{recordLine, f.Code}
		text := row.values[h]
		if notOfFile[h] || f.Code == "order_id" || f.Code == "customer_id" || isNothing(f.Spec, text) {
			continue
		}
		l.Blank = false
		if err := setLine(p, &l, f, text); err != nil {
			errs = append(errs, err)
		}
	}
	l.Err = errors.Join(errs...)
	return l
}

// setLine reads one cell into a line. A quantity may carry its unit: 10㎡.
func setLine(p *model.ProposedOrder, l *model.ProposedLine, f model.Field[model.OrderLine], text string) error {
	switch f.Kind {
	case model.KindAmount:
		if f.Code == "discount" {
			text = withoutMinus(text)
		}
		n, err := sum(f.Spec, text, &p.Order.Currency, &p.Naming)
		if err != nil {
			return err
		}
		if l.Line.Currency = p.Order.Currency; f.Code == "amount" {
			l.Amount, l.Stated = n, true
			return nil
		}
		*f.Ptr(&l.Line).(*int64) = n
		return nil
	case model.KindQuantity:
		n, err := model.ParseQuantity(text)
		if err != nil {
			return model.At(f.Code, err)
		}
		*f.Ptr(&l.Line).(*int64) = n
		if f.Code == "quantity" {
			l.Counted = true
			if unit := model.UnitOf(text); l.Line.Unit == "" {
				l.Line.Unit = unit
			}
		}
		return nil
	}
	return label.Set(recordLine, model.OrderLineFields, f.Code, &l.Line, text, "", model.Nearest)
}

// withoutMinus is a discount as an amount: some write what it takes off as
// -31.75 or (31.75).
func withoutMinus(text string) string {
	if m, err := model.ParseAmount(text, otherCurrency); err != nil || m.Amount >= 0 {
		return text
	}
	return strings.Trim(strings.ReplaceAll(model.HalfWidth(model.Clean(text)), "-", ""), "() ")
}

// asked leaves out rows that say nothing of a line. An order that has none and
// a sum is one line of that sum.
func asked(p *model.ProposedOrder, d *orderDraft) []model.ProposedLine {
	var lines []model.ProposedLine
	for _, l := range p.Lines {
		if !l.Blank || l.Err != nil {
			lines = append(lines, l)
		}
	}
	if len(lines) > 0 || len(d.rows) == 0 {
		return lines
	}
	first := p.Lines[0]
	if p.Summed && p.Sum > 0 {
		first.Blank, first.Line.Quantity = false, 1000
		first.Line.Name, first.Line.Currency, first.Line.UnitPrice = p.Order.OrderNo, p.Order.Currency, p.Sum
		if first.Line.Name == "" {
			first.Line.Name = label.Field(recordOrder, "total", label.ZH)
		}
		first.Inferred = "name\nquantity"
	}
	return []model.ProposedLine{first}
}

// sum reads an amount in the order's currency, or in the one that it names,
// which the order's then is; another one is refused.
func sum(spec model.Spec, text string, currency *string, of *model.Naming) (int64, error) {
	m, err := model.ParseAmount(text, *currency)
	if err == nil {
		err = spec.CheckSign(m.Amount, model.Clean(text))
	}
	if err != nil {
		return 0, model.At(spec.Code, err)
	}
	if *currency != "" && m.Currency != *currency {
		return 0, model.At("currency", model.Refuse(model.RefusedDiffers, m.Currency, *currency))
	}
	if *currency != "" {
		return m.Amount, nil
	}
	named, err := of.Names(text)
	if named {
		*currency = m.Currency
	}
	return m.Amount, err
}

// lender looks at the amounts of a row: what currency one of them names for
// certain, and so for the others, and whether any of these names none.
type lender struct {
	currency string
	unnamed  bool
}

// look takes the amounts of a record among texts.
func (l *lender) look(record string, specs []model.Spec, texts func(heading) string) {
	for _, f := range specs {
		text := strings.TrimSpace(texts(heading{record, f.Code}))
		if f.Kind != model.KindAmount || text == "" {
			continue
		}
		code, _ := model.CurrencyIn(text)
		l.currency, l.unnamed = cmp.Or(l.currency, code), l.unnamed || code == ""
	}
}

// lends is the currency for the amounts, which n notes; "" where none names one.
func (l *lender) lends(n *model.Naming) string {
	n.Lent = l.currency != "" && l.unnamed
	return l.currency
}

// otherCurrency is none that a text names.
const otherCurrency = "XTS"

// currencyOf reads a currency by code, sign or name.
func currencyOf(text string) (string, error) {
	var c model.Customer
	err := setCurrency(&c, text)
	return c.Currency, err
}
