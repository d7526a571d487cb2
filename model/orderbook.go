package model

import (
	"cmp"
	"slices"
)

// OrderBook is all orders of a customer with what belongs to them, by which
// they refer to each other with their ids.
type OrderBook struct {
	Orders  []Order
	Lines   []OrderLine
	Nodes   []OrderNode
	Changes []OrderChange
}

// IsEmpty reports whether there is no order in it, nor one that went to another
// customer.
func (b *OrderBook) IsEmpty() bool { return len(b.Orders)+len(b.Changes) == 0 }

// left are the orders that went to another customer and aren't there any more.
func (b *OrderBook) left(known map[int64]*Order) map[int64]bool {
	gone := map[int64]bool{}
	for _, c := range b.Changes {
		gone[c.OrderID] = gone[c.OrderID] || c.Kind == ChangeTransfer && known[c.OrderID] == nil
	}
	return gone
}

// Recount works out what the orders keep from their lines and nodes and from
// the receivables of the same customer's ledger, and refuses a book that can't
// be kept, or whose records refer to none of it, with a LedgerError.
func (b *OrderBook) Recount(l *Ledger) error {
	known := map[int64]*Order{}
	for i := range b.Orders {
		o := &b.Orders[i]
		if known[o.ID] != nil {
			return twice(RowOfOrder, o.ID)
		}
		known[o.ID] = o
	}
	if err := b.refer(known, l); err != nil {
		return err
	}
	lines, nodes := map[int64][]OrderLine{}, map[int64][]OrderNode{}
	for _, line := range b.Lines {
		lines[line.OrderID] = append(lines[line.OrderID], line)
	}
	for _, n := range b.Nodes {
		nodes[n.OrderID] = append(nodes[n.OrderID], n)
	}
	b.Lines = nil
	for i := range b.Orders {
		o := &b.Orders[i]
		own := lines[o.ID]
		if err := o.recount(own, NodesOf(o, nodes[o.ID]), l); err != nil {
			return err
		}
		b.Lines = append(b.Lines, own...)
	}
	return nil
}

// refer refuses records that belong to none of the orders, and those that
// can't be kept.
func (b *OrderBook) refer(known map[int64]*Order, l *Ledger) error {
	for i := range b.Lines {
		if line := &b.Lines[i]; known[line.OrderID] == nil {
			return missing(RowOfLine, "order_id", line.OrderID)
		}
	}
	type done struct {
		order int64
		node  Node
	}
	met := map[done]bool{}
	for i := range b.Nodes {
		n := &b.Nodes[i]
		switch err := OrderNodeFields.Check(n); {
		case known[n.OrderID] == nil:
			return missing(RowOfNode, "order_id", n.OrderID)
		case err != nil:
			return &LedgerError{RowOfNode, err}
		case met[done{n.OrderID, n.Node}]:
			return &LedgerError{RowOfNode, At("node", Refuse(RefusedShape, string(n.Node)))}
		}
		met[done{n.OrderID, n.Node}] = true
	}
	left := b.left(known)
	for i := range b.Changes {
		c := &b.Changes[i]
		if known[c.OrderID] == nil && !left[c.OrderID] {
			return missing("order_change", "order_id", c.OrderID)
		}
		if err := OrderChangeFields.Check(c); err != nil {
			return &LedgerError{"order_change", err}
		}
	}
	for i := range l.Receivables {
		if r := &l.Receivables[i]; r.OrderID != 0 && known[r.OrderID] == nil && !left[r.OrderID] {
			return missing("receivable", "order_id", r.OrderID)
		}
	}
	return nil
}

// recount works out what an order keeps.
func (o *Order) recount(lines []OrderLine, nodes OrderNodes, l *Ledger) error {
	slices.SortStableFunc(lines, func(a, b OrderLine) int { return cmp.Or(cmp.Compare(a.Seq, b.Seq), cmp.Compare(a.ID, b.ID)) })
	if err := NumberLines(o, lines); err != nil {
		return &LedgerError{RowOfLine, err}
	}
	for i := range lines {
		if err := lines[i].Check(); err != nil {
			return &LedgerError{RowOfLine, err}
		}
	}
	o.Follow(nodes, l.follow(o))
	if err := o.Check(); err != nil {
		return &LedgerError{RowOfOrder, err}
	}
	return nil
}

// follow works out what an order keeps of its receivables, and since when
// nothing of them is open; "" while something is.
func (l *Ledger) follow(o *Order) (paidUp Date) {
	o.Billed, o.Collected, o.Outstanding = 0, 0, 0
	of := map[int64]bool{}
	for i := range l.Receivables {
		r := &l.Receivables[i]
		if r.OrderID != o.ID {
			continue
		}
		of[r.ID] = true
		o.Billed, o.Collected, o.Outstanding = o.Billed+r.Amount, o.Collected+r.Paid, o.Outstanding+r.Open()
		paidUp = max(paidUp, r.SaleOn, r.WrittenOffOn)
	}
	for _, c := range l.Credits {
		if of[c.ReceivableID] {
			o.Billed -= c.Amount
			paidUp = max(paidUp, c.CreditedOn)
		}
	}
	for _, a := range l.Allocations {
		if of[a.ReceivableID] && a.ReversedOn == "" {
			paidUp = max(paidUp, a.AllocatedOn)
		}
	}
	if o.Outstanding > 0 || o.Billed < o.Total {
		return ""
	}
	return max(paidUp, o.ConfirmedOn)
}
