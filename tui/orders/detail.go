package orders

import (
	"fmt"
	"slices"
	"strings"

	"charm.land/lipgloss/v2"

	"genjin/model"
	"genjin/model/label"
	"genjin/tui/kit"

	"genjin/tui/act"
)

// The fields of an order that the pane shows as they are, by section; what none
// has stands with the contract.
var (
	dayFields      = []string{"ordered_on", "quoted_on", "reserved_until", "salesperson", "review"}
	shipmentFields = []string{"carrier", "waybill", "vehicle", "shipped_on", "eta", "received_on", "received_by", "accepted_on"}
	contractFields = []string{"contract_no", "signed_on", "invoice_no", "invoiced_on"}
	otherFields    = model.OrderFields.Rest(slices.Concat(dayFields, shipmentFields, contractFields,
		[]string{"order_no", "promised_on", "terms", "currency", "remark"})...)
)

// draw lays the details out: what it is and how it stands, the lines, the
// nodes, the shipment, the money, the changes, the contract.
func (p *pane) draw(d *shown, width int) (head []string, sections []kit.Section) {
	p.shown, p.w = d, width
	w := p.words.Orders
	switch {
	case d == nil:
		return nil, []kit.Section{{Lines: []string{p.env.Styles.Dim.Render(w.Nobody)}}}
	case d.about.product != 0:
		return p.productDetail()
	}
	shipment := kit.Section{Title: w.Shipment, Lines: kit.Pairs(p.env, p.w, p.fields(shipmentFields...))}
	if d.order.InParts() {
		for _, line := range label.PartLines(&d.order, p.words.Lang) {
			for _, part := range kit.Wrap(line, p.w) {
				shipment.Lines = append(shipment.Lines, p.env.Styles.Row.Render(part))
			}
		}
	}
	sections = []kit.Section{
		{Lines: kit.Pairs(p.env, p.w, p.pairs())},
		{Title: w.Lines, Lines: p.lines()},
		{Title: w.Steps, Lines: p.nodes()},
	}
	for _, s := range []kit.Section{
		shipment,
		{Title: w.Money, Lines: p.debts()},
		{Title: w.Changes, Lines: p.changes()},
		{Title: w.Contract, Lines: kit.Pairs(p.env, p.w, p.fields(slices.Concat(contractFields, otherFields)...))},
	} {
		if len(s.Lines) > 0 {
			sections = append(sections, s)
		}
	}
	return p.head(), sections
}

// head is which order it is and how far, and whose.
func (p *pane) head() []string {
	st, o := p.env.Styles, &p.shown.order
	state := label.OrderStatus(o.Status, p.words.Lang)
	room := max(p.w-kit.Width(state)-2, 8)
	lines := []string{kit.Fit(st.Title.Render(kit.Fit(o.OrderNo, room))+"  "+st.Badge.Render(state), p.w)}
	f, _ := model.CustomerFields.ByCode("phones")
	phones := strings.ReplaceAll(p.words.Show("customer", f.Spec, string(p.shown.customer.Phones), ""), "\n", " ")
	return append(lines, st.Row.Render(kit.Fit(joined(o.Customer, phones), p.w)), kit.Rule(p.env, p.w))
}

// fields are fields of the order as labels and values.
func (p *pane) fields(codes ...string) []kit.Pair {
	var pairs []kit.Pair
	for _, code := range codes {
		if f, ok := model.OrderFields.ByCode(code); ok {
			value := p.words.Show("customer_order", f.Spec, f.Get(&p.shown.order.Order), p.shown.order.Currency)
			pairs = append(pairs, kit.Pair{Label: label.Field("customer_order", code, p.words.Lang), Value: value})
		}
	}
	return pairs
}

func (p *pane) pairs() []kit.Pair {
	o, w := &p.shown.order, p.words.Orders
	field := func(code string) string { return label.Field("customer_order", code, p.words.Lang) }
	promised := string(o.PromisedOn)
	if late := o.DaysLate; late > 0 {
		promised = joined(promised, fmt.Sprintf(w.LateBy, late))
	}
	collected := ""
	if mille, some := o.Share(); some {
		collected = fmt.Sprintf(w.CollectedOf, label.Amount(o.Collected, o.Currency), mille/10)
	}
	outstanding := ""
	if o.Outstanding > 0 {
		outstanding = label.Amount(o.Outstanding, o.Currency)
	}
	terms := o.Terms
	if terms == "" {
		terms = p.shown.customer.Terms
	}
	pairs := []kit.Pair{
		{Label: field("total"), Value: label.Amount(o.Total, o.Currency)},
		{Label: field("collected"), Value: collected},
		{Label: field("outstanding"), Value: outstanding},
		{Label: field("promised_on"), Value: promised},
		{Label: field("terms"), Value: terms},
	}
	if o.Project != "" {
		pairs = append(pairs, kit.Pair{Label: field("project_id"), Value: o.Project})
	}
	pairs = append(pairs, p.fields(dayFields...)...)
	if o.ApprovedBy != "" {
		pairs = append(pairs, kit.Pair{Label: field("approved_by"), Value: joined(o.ApprovedBy, string(o.ApprovedOn),
			p.words.Note(o.ApprovedWhy))})
	}
	return append(pairs, p.fields("limit_reason", "ship_reason", "cancelled_on", "cancelled_reason", "remark")...)
}

// roomyLines is from how many cells on a line of the order is one line.
const roomyLines = 66

// lines are the order's lines as a table or, where there is little room, two
// lines each.
func (p *pane) lines() []string {
	o, st := &p.shown.order, p.env.Styles
	if len(o.LineList) == 0 {
		return []string{st.Dim.Render(p.words.Orders.NoLines)}
	}
	stopped := map[int64]bool{}
	for _, l := range o.Troubled {
		stopped[l.ID] = true
	}
	var out []string
	if p.w >= roomyLines {
		out = p.wideLines(stopped)
	} else {
		for i := range o.LineList {
			out = append(out, p.narrowLine(&o.LineList[i], stopped[o.LineList[i].ID])...)
		}
	}
	return append(out, st.Strong.Render(kit.FitRight(label.Amount(o.Total, o.Currency), p.w)))
}

// The columns of a line.
const (
	quantityWidth = 9
	priceWidth    = 10
	amountWidth   = 12
)

func (p *pane) wideLines(stopped map[int64]bool) []string {
	st, l := p.env.Styles, p.words.Lang
	field := func(code string) string { return label.Field("order_line", code, l) }
	rest := p.w - 2 - quantityWidth - 2*priceWidth - amountWidth - 5
	name := max(rest*3/5, 10)
	row := func(mark, what, spec, quantity, price, off, amount string) string {
		return kit.Fit(mark, 2) + kit.Fit(what, name) + " " + kit.Fit(spec, max(rest-name, 0)) + " " + kit.FitRight(quantity, quantityWidth) +
			" " +
			kit.FitRight(price, priceWidth) + " " + kit.FitRight(off, priceWidth) + " " + kit.FitRight(amount, amountWidth)
	}
	out := []string{st.Header.Render(row("", field("name"), field("spec"), field("quantity"), field("unit_price"),
		field("discount"), field("amount")))}
	for i := range p.shown.order.LineList {
		line := &p.shown.order.LineList[i]
		mark, style := "", &st.Row
		if stopped[line.ID] {
			mark, style = "!", &st.Warn
		}
		off := ""
		if line.Discount > 0 {
			off = label.Grouped(line.Discount, line.Currency)
		}
		out = append(out, style.Render(row(mark, line.Label(), joined(line.Spec, line.Colour), p.quantity(line),
			label.Grouped(line.UnitPrice, line.Currency), off, label.Grouped(line.Amount, line.Currency))))
		if extra := p.lineNote(line, stopped[line.ID]); extra != "" {
			out = append(out, st.Dim.Render(kit.Fit("  "+extra, p.w)))
		}
	}
	return out
}

func (p *pane) narrowLine(line *model.OrderLine, stopped bool) []string {
	st := p.env.Styles
	mark, style := "  ", &st.Row
	if stopped {
		mark, style = "! ", &st.Warn
	}
	amount := label.Grouped(line.Amount, line.Currency)
	out := []string{style.Render(kit.Fit(mark+line.Label(), max(p.w-kit.Width(amount)-1, 4)) + " " + amount)}
	detail := joined(line.Spec, line.Colour, p.quantity(line)+" x "+label.Grouped(line.UnitPrice, line.Currency))
	if line.Discount > 0 {
		detail += " - " + label.Grouped(line.Discount, line.Currency)
	}
	out = append(out, st.Dim.Render(kit.Fit("  "+detail, p.w)))
	if extra := p.lineNote(line, stopped); extra != "" {
		out = append(out, st.Dim.Render(kit.Fit("  "+extra, p.w)))
	}
	return out
}

func (p *pane) quantity(line *model.OrderLine) string {
	return model.Quantity(line.Quantity) + line.Unit
}

// lineNote says what came back, and that the price is under the floor; while
// private data is masked not which floor.
func (p *pane) lineNote(line *model.OrderLine, stopped bool) string {
	w := p.words.Orders
	var parts []string
	if line.Returned > 0 {
		parts = append(parts, fmt.Sprintf(w.Back, model.Quantity(line.Returned)+line.Unit))
	}
	if stopped && line.UnderFloor() {
		note := w.Floored
		if !p.words.Private {
			note += " " + label.Grouped(line.FloorPrice, line.Currency)
		}
		parts = append(parts, note)
	}
	return joined(parts...)
}

// nodes are the eight nodes: how each stands, its days, its note.
func (p *pane) nodes() []string {
	o, st, w := &p.shown.order, p.env.Styles, p.words.Orders
	today, name := p.store.Today(), 0
	for _, n := range model.Nodes {
		name = max(name, kit.Width(label.Node(n, p.words.Lang)))
	}
	var out []string
	for i, n := range o.Nodes {
		if i >= len(o.Bar) {
			break
		}
		state := o.Bar[i]
		style := act.MarkStyle(st, state)
		when := ""
		switch {
		case n.DoneOn != "":
			when = w.Done + " " + label.Short(string(n.DoneOn), today)
		case n.PlannedOn != "":
			when = w.Planned + " " + label.Short(string(n.PlannedOn), today)
		}
		late := ""
		if state == model.NodeLate {
			late = fmt.Sprintf(w.LateBy, today.Sub(n.PlannedOn))
		}
		text := style.Render(act.Mark(state)) + " " + rowStyleOf(st.Row, st.Dim, state).Render(kit.Fit(label.Node(n.Node, p.words.Lang), name)) +
			"  " + st.Dim.Render(kit.Fit(when, max(kit.Width(when), 14))) + " " + st.Late.Render(late)
		if n.Note != "" {
			text += " " + st.Row.Render(p.words.Note(strings.ReplaceAll(n.Note, "\n", " ")))
		}
		out = append(out, kit.Fit(text, p.w))
	}
	return out
}

func rowStyleOf(plain, dim lipgloss.Style, state model.NodeState) lipgloss.Style {
	if state == model.NodeAhead || state == model.NodeSkipped || state == model.NodeNone {
		return dim
	}
	return plain
}

// debts are the instalments of the order and how each stands.
func (p *pane) debts() []string {
	o, st, l := &p.shown.order, p.env.Styles, p.words.Lang
	if len(o.Receivables) == 0 {
		if o.Status.Binding() || o.Status == model.OrderCancelled {
			return nil
		}
		return []string{st.Dim.Render(kit.Fit(p.words.Orders.NoDebts, p.w))}
	}
	var out []string
	day, left := 5, 12
	what := make([]string, len(o.Receivables))
	for i := range o.Receivables {
		r := &o.Receivables[i]
		if what[i] = label.Option("receivable", "kind", string(r.Kind), l); r.Instalments > 0 {
			what[i] = label.Part(r.Instalment, r.Instalments, l) + " " + what[i]
		}
		left = max(left, kit.Width(what[i]))
		day = max(day, kit.Width(label.Short(string(r.DueOn), p.store.Today())))
	}
	for i := range o.Receivables {
		r := &o.Receivables[i]
		style := &st.Row
		switch r.Now.Status {
		case model.OwePaid:
			style = &st.Good
		case model.OweOverdue:
			style = &st.Late
		}
		due := label.Short(string(r.DueOn), p.store.Today())
		paid := label.Owing(r.Now, l)
		if r.Now.Paid > 0 && r.Now.Balance > 0 {
			paid += " " + label.Grouped(r.Now.Paid, r.Currency)
		}
		out = append(out,
			style.Render(kit.Fit(kit.Fit(what[i], left)+" "+kit.Fit(due, day)+" "+kit.FitRight(label.Grouped(r.Amount, r.Currency), amountWidth)+
				"  "+paid, p.w)))
	}
	return out
}

// changes are the order's changes, the newest first, each with its reason and
// what was and is.
func (p *pane) changes() []string {
	st := p.env.Styles
	var out []string
	for _, c := range p.shown.order.Changes {
		kind := label.Option("order_change", "kind", string(c.Kind), p.words.Lang)
		out = append(out, st.Row.Render(kit.Fit(joined(string(c.ChangedOn), kind, p.words.Note(strings.ReplaceAll(c.Reason, "\n", " "))), p.w)))
		switch {
		case c.TotalBefore != c.TotalAfter:
			out = append(out, st.Dim.Render(kit.Fit("  "+label.Grouped(c.TotalBefore, c.Currency)+" -> "+label.Grouped(c.TotalAfter, c.Currency),
				p.w)))
		case c.Kind == model.ChangeReschedule || c.Kind == model.ChangeTransfer:
			out = append(out, st.Dim.Render(kit.Fit("  "+orDash(c.Before)+" -> "+orDash(c.After), p.w)))
		}
	}
	return out
}

func orDash(text string) string {
	if text == "" {
		return "-"
	}
	return text
}

// joined are the parts that say something, with air between them.
func joined(parts ...string) string {
	var kept []string
	for _, part := range parts {
		if part != "" {
			kept = append(kept, part)
		}
	}
	return strings.Join(kept, "  ")
}
