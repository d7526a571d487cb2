package model

import (
	"encoding/json"
	"slices"
)

// OrderJSON is an order as scripts read it, as of the day, with its nodes and
// lines.
func OrderJSON(o *OrderOf) json.RawMessage { return OrderView.RowJSON(o, AsOf{}) }

// OrderDetailJSON is an order with everything of it.
func OrderDetailJSON(d *OrderDetail, s Settings) json.RawMessage {
	owed := []json.RawMessage{}
	for i := range d.Receivables {
		owed = append(owed, ReceivableJSON(&d.Receivables[i], s))
	}
	var more object
	more.put("receivables", owed)
	name := func(int64) string { return d.Customer }
	shipped, billed := []json.RawMessage{}, []json.RawMessage{}
	for i := range d.Shipments {
		shipped = append(shipped, JSON(ShipmentFields, &d.Shipments[i], d.Shipments[i].Meta, name))
	}
	for i := range d.Invoices {
		billed = append(billed, JSON(InvoiceFields, &d.Invoices[i], d.Invoices[i].Meta, name))
	}
	more.put("shipments", shipped)
	more.put("invoices", billed)
	d.ChangeList = d.Changes
	return addMembers(OrderJSON(&d.OrderOf), &more)
}

// nodeJSON is how a node of an order stands.
type nodeJSON struct {
	Node      Node      `json:"node"`
	State     NodeState `json:"state"`
	PlannedOn *Date     `json:"planned_on"`
	DoneOn    *Date     `json:"done_on"`
	Note      string    `json:"note"`
}

func nodesJSON(o *OrderOf) []nodeJSON {
	known := func(d Date) *Date {
		if d == "" {
			return nil
		}
		return &d
	}
	list := []nodeJSON{}
	for i, n := range o.Nodes {
		list = append(list, nodeJSON{n.Node, o.Bar[i], known(n.PlannedOn), known(n.DoneOn), n.Note})
	}
	return list
}

func linesJSON(lines []OrderLine, customer string) []json.RawMessage {
	list := []json.RawMessage{}
	for i := range lines {
		l := &lines[i]
		list = append(list, JSON(OrderLineFields, l, l.Meta, func(int64) string { return customer }))
	}
	return list
}

func changesJSON(o *OrderOf) []json.RawMessage {
	list := []json.RawMessage{}
	told := slices.DeleteFunc(slices.Clone(OrderChangeFields), func(f Field[OrderChange]) bool { return f.Code == "was" }) // before says it
	for i := range o.ChangeList {
		c := &o.ChangeList[i]
		list = append(list, JSON(told, c, c.Meta, func(int64) string { return o.Customer }))
	}
	return list
}
