package cli

import (
	"context"
	"errors"
	"slices"
	"strconv"
	"strings"

	"github.com/charmbracelet/x/ansi"

	"genjin/model"
	"genjin/model/label"
	"genjin/tui/words"
)

// order finds the order that an argument means.
func (r *run) order(ctx context.Context, st model.Orders, number string) (model.Order, error) {
	o, err := st.OrderByNo(ctx, model.Clean(number))
	if errors.Is(err, model.ErrNotFound) {
		return o, r.missing(words.NoOrder, model.Clean(number))
	}
	return o, err
}

// printOrder prints an order with everything of it.
func (r *run) printOrder(ctx context.Context, st model.Store, id int64, asJSON bool) error {
	d, err := st.OrderOf(ctx, id)
	if err != nil {
		return err
	}
	if asJSON {
		set, err := st.Settings(ctx)
		if err != nil {
			return err
		}
		return r.json(model.OrderDetailJSON(&d, set))
	}
	var b strings.Builder
	b.WriteString(strong.Render(model.Clean(d.OrderNo+"  "+d.Customer)) + "  " + label.OrderStatus(d.Status, r.lang) + "  " +
		label.Amount(d.Total, d.Currency) + "\n")
	r.orderFields(&b, &d)
	r.orderLines(&b, &d)
	r.orderNodes(&b, &d)
	if d.InParts() {
		b.WriteString(accent.Render(r.say(words.PartsHead)) + "\n")
		for _, line := range label.PartLines(&d, r.lang) {
			b.WriteString("  " + line + "\n")
		}
	}
	r.orderOwed(&b, &d)
	r.orderHistory(&b, &d)
	return writeString(r.out, b.String())
}

// shipmentFields are what goes with the shipment of an order.
var shipmentFields = []string{"carrier", "waybill", "vehicle", "eta", "received_by", "accepted_on"}

// orderFields prints what is known of the order, then of its shipment. What the
// nodes and the head say isn't said again.
func (r *run) orderFields(b *strings.Builder, d *model.OrderDetail) {
	order, shipment := table{indent: "  "}, table{indent: "  "}
	for _, f := range model.OrderFields {
		switch f.Code {
		case "order_no", "customer_id", "status", "next_node", "next_on", "moved_on", "part_on", "shipped", "invoiced",
			"way_on", "way_eta", "way_carrier", "way_waybill",
			"confirmed_on", "shipped_on", "received_on", "reconciled_on", "invoiced_on", "total":
			continue
		}
		text := r.value(model.RowOfOrder, f.Spec, f.Get(&d.Order), d.Currency)
		if f.Code == "project_id" {
			text = d.Project
		}
		if text == "" {
			continue
		}
		t := &order
		if slices.Contains(shipmentFields, f.Code) {
			t = &shipment
		}
		name := label.Field(model.RowOfOrder, f.Code, r.lang)
		order.least = max(order.least, ansi.StringWidth(name))
		t.add(styled(name, &faint), plain(strings.ReplaceAll(text, "\n", " / ")))
	}
	shipment.least = order.least
	_ = order.write(b) // a strings.Builder takes everything
	if len(shipment.rows) > 0 {
		b.WriteString(accent.Render(label.Section("shipment", r.lang)) + "\n")
		_ = shipment.write(b)
	}
}

// lineColumns are what a table of lines shows.
var lineColumns = []string{"product", "name", "spec", "colour", "quantity", "unit", "returned", "unit_price", "discount", "amount"}

func (r *run) orderLines(b *strings.Builder, d *model.OrderDetail) {
	b.WriteString(accent.Render(r.say(words.LinesHead)) + "\n")
	if len(d.LineList) == 0 {
		b.WriteString("  " + r.say(words.NoLines) + "\n")
		return
	}
	t := table{indent: "  ", right: map[int]bool{4: true, 6: true, 7: true, 8: true, 9: true}}
	filled := map[string]bool{}
	for i := range d.LineList {
		for _, code := range lineColumns {
			f, _ := model.OrderLineFields.ByCode(code)
			filled[code] = filled[code] || f.Get(&d.LineList[i]) != ""
		}
	}
	for _, code := range lineColumns {
		head := ""
		if filled[code] {
			head = label.Field(model.RowOfLine, code, r.lang)
		}
		t.head = append(t.head, head)
	}
	for i := range d.LineList {
		var cells []cell
		for _, code := range lineColumns {
			f, _ := model.OrderLineFields.ByCode(code)
			cells = append(cells, plain(r.value(model.RowOfLine, f.Spec, f.Get(&d.LineList[i]), d.Currency)))
		}
		t.add(cells...)
	}
	_ = t.write(b)
}

func (r *run) orderNodes(b *strings.Builder, d *model.OrderDetail) {
	b.WriteString(accent.Render(r.say(words.NodesHead)) + "\n")
	t := table{indent: "  ", head: []string{label.Field(model.RowOfNode, "node", r.lang), label.Field(model.RowOfNode, "planned_on", r.lang),
		label.Field(model.RowOfNode, "done_on", r.lang), label.Field(model.RowOfNode, "note", r.lang)}}
	for i, n := range d.Nodes {
		name := plain(label.Node(n.Node, r.lang))
		switch d.Bar[i] {
		case model.NodeLate:
			name.style = &late
		case model.NodeNext:
			name.style = &strong
		case model.NodeDone:
			name.style = &good
		}
		t.add(name, plain(string(n.PlannedOn)), plain(string(n.DoneOn)), plain(strings.ReplaceAll(n.Note, "\n", " ")))
	}
	_ = t.write(b)
}

func (r *run) orderOwed(b *strings.Builder, d *model.OrderDetail) {
	if len(d.Receivables) == 0 {
		return
	}
	b.WriteString(accent.Render(r.say(words.OwedHead)) + "\n")
	field := func(code string) string { return label.Field(model.RowOfReceivable, code, r.lang) }
	t := table{indent: "  ", right: map[int]bool{1: true, 2: true, 3: true},
		head: []string{field("kind"), field("amount"), field("paid"), field("balance"), field("due_on"), field("status"), field("invoice_no")}}
	for i := range d.Receivables {
		o := &d.Receivables[i]
		sum := func(n int64) cell { return plain(label.Amount(n, o.Currency)) }
		kind := label.Option(model.RowOfReceivable, "kind", string(o.Kind), r.lang)
		if o.Instalments > 0 {
			kind += " " + strconv.FormatInt(o.Instalment, 10) + "/" + strconv.FormatInt(o.Instalments, 10)
		}
		status := plain(label.Owing(o.Now, r.lang))
		if o.Now.Status == model.OweOverdue {
			status.style = &late
		}
		t.add(plain(kind), sum(o.Amount), sum(o.Now.Paid), sum(o.Now.Balance), plain(string(o.DueOn)), status, plain(o.InvoiceNo))
	}
	_ = t.write(b)
}

func (r *run) orderHistory(b *strings.Builder, d *model.OrderDetail) {
	if len(d.Changes) == 0 {
		return
	}
	b.WriteString(accent.Render(r.say(words.OrderChanges)) + "\n")
	for _, c := range d.Changes {
		b.WriteString("  " + string(c.ChangedOn) + "  " + label.Option("order_change", "kind", string(c.Kind), r.lang) + "  " +
			paragraph(c.Reason, 4) + "\n")
		if c.Before != "" || c.After != "" {
			before, after := label.OrderHistory(c.Kind, c.Before, r.lang), label.OrderHistory(c.Kind, c.After, r.lang)
			b.WriteString("    " + paragraph(before, 4) + " → " + paragraph(after, 6) + "\n")
		}
	}
}
