package store

import (
	"context"
	"maps"
	"slices"

	"genjin/model"
)

// inHand is an order that an act changes, with what belongs to it.
type inHand struct {
	before   model.Order // as it is kept; a zero one is new
	order    model.Order
	lines    []model.OrderLine
	were     []model.OrderLine // the lines as they are kept
	linesSet bool              // the lines are to be kept too
	parted   bool              // an act of their own keeps its shipments and invoices
	nodes    model.OrderNodes
	kept     model.OrderNodes   // as they are kept; nil = none is
	repriced *model.OrderChange // what a price review made of the lines, to be kept with them
}

// takeOrder reads an order to change it.
func (w *write) takeOrder(ctx context.Context, id int64) (*inHand, error) {
	o, err := orders.byID(ctx, w.tx, id)
	if err != nil {
		return nil, err
	}
	h := &inHand{before: o, order: o}
	if h.lines, err = orderLines.query(ctx, w.tx, "WHERE order_id = ? ORDER BY seq, id", id); err != nil {
		return nil, err
	}
	h.were = slices.Clone(h.lines)
	kept, err := orderNodes.query(ctx, w.tx, "WHERE order_id = ?", id)
	h.nodes = model.NodesOf(&o, kept)
	h.kept = slices.Clone(h.nodes)
	return h, err
}

// putOrder keeps an order in hand with all that follows from it: the total, the
// status, the next node, the planned days, the due dates of its receivables,
// the rows of Today that it answered, and the customer's card. The order in
// hand can be changed and put again.
func (w *write) putOrder(ctx context.Context, h *inHand) error {
	o := &h.order
	if err := model.NumberLines(o, h.lines); err != nil {
		return err
	}
	o.Follow(h.nodes, "")
	h.nodes.Replan(&h.before, o, w.settings)
	if err := w.moveDebts(ctx, h); err != nil {
		return err
	}
	paidUp, err := w.orderMoney(ctx, o)
	if err != nil {
		return err
	}
	o.Follow(h.nodes, paidUp)
	if err := o.Check(); err != nil {
		return err
	}
	if o.ProjectID != h.before.ProjectID {
		if err := w.fitProject(ctx, o); err != nil {
			return err
		}
	}
	if err := w.keepParts(ctx, h); err != nil {
		return err
	}
	if err := w.keepOrder(ctx, h); err != nil {
		return err
	}
	if err := w.tickOrder(ctx, h); err != nil {
		return err
	}
	moved := h.before.Status != o.Status || h.before.ReceivedOn != o.ReceivedOn || h.before.CustomerID != o.CustomerID
	before := h.before
	h.before, h.linesSet = *o, false
	if !moved {
		return nil
	}
	if before.CustomerID != 0 && before.CustomerID != o.CustomerID {
		if err := w.recountCare(ctx, before.CustomerID); err != nil {
			return err
		}
	}
	return w.recountCare(ctx, o.CustomerID)
}

// keepOrder writes the order, its lines where they were set, and its nodes.
func (w *write) keepOrder(ctx context.Context, h *inHand) error {
	o := &h.order
	if o.OrderNo != h.before.OrderNo {
		if err := w.unused(ctx, orders.name, "order_no", o.OrderNo, o.ID); err != nil {
			return err
		}
	}
	var err error
	if o.ID == 0 {
		err = orders.insert(ctx, w, o)
	} else {
		_, err = orders.update(ctx, w, o)
	}
	if err != nil {
		return err
	}
	if h.linesSet || o.Currency != h.before.Currency || o.CustomerID != h.before.CustomerID {
		if err := w.keepLines(ctx, h); err != nil {
			return err
		}
	}
	if err := w.keepChanges(ctx, h); err != nil {
		return err
	}
	for i := range h.nodes {
		n := &h.nodes[i]
		n.OrderID, n.CustomerID = o.ID, o.CustomerID
		switch {
		case h.kept != nil && *n == h.kept[i]:
		case n.ID != 0:
			_, err = orderNodes.update(ctx, w, n)
		case n.PlannedOn != "" || n.DoneOn != "" || n.Note != "":
			err = orderNodes.insert(ctx, w, n)
		}
		if err != nil {
			return err
		}
	}
	h.kept = slices.Clone(h.nodes)
	return nil
}

// keepChanges keeps what a price review or editing made of an order: earlier days
// know it as it was.
func (w *write) keepChanges(ctx context.Context, h *inHand) error {
	changes := h.order.Edited(&h.before, h.were, h.lines, w.reason, w.today)
	if h.repriced != nil || w.held == h.order.ID { // else the act notes its own change
		changes = nil
	}
	for i := range changes {
		changes[i].Keep(&h.before, h.were, h.kept, w.settings)
	}
	if h.repriced != nil {
		changes, h.repriced = append(changes, *h.repriced), nil
	}
	for i := range changes {
		changes[i].Leave(&h.order)
		if err := orderChanges.insert(ctx, w, &changes[i]); err != nil {
			return err
		}
	}
	h.were = slices.Clone(h.lines)
	return nil
}

// keepLines makes the kept lines of an order those in hand.
func (w *write) keepLines(ctx context.Context, h *inHand) error {
	kept, err := orderLines.query(ctx, w.tx, "WHERE order_id = ? ORDER BY seq, id", h.order.ID)
	if err != nil {
		return err
	}
	stays := map[int64]bool{}
	for i := range h.lines {
		stays[h.lines[i].ID] = true
	}
	for _, l := range kept {
		if !stays[l.ID] {
			if err := orderLines.remove(ctx, w, l.ID); err != nil {
				return err
			}
		}
	}
	for i := range h.lines {
		l := &h.lines[i]
		l.OrderID, l.CustomerID = h.order.ID, h.order.CustomerID
		if err := l.Check(); err != nil {
			return model.OfLine(i, err)
		}
		if l.ID != 0 {
			_, err = orderLines.update(ctx, w, l)
		} else {
			err = orderLines.insert(ctx, w, l)
		}
		if err != nil {
			return err
		}
	}
	return nil
}

// tickOrder notes the rows of Today that the act answered.
func (w *write) tickOrder(ctx context.Context, h *inHand) error {
	if h.before.ID == 0 || w.act == model.ActImport || w.act == "" {
		return nil
	}
	for _, tick := range model.Answered(&h.before, &h.order, w.settings, w.today) {
		if err := handled.insert(ctx, w, &tick); err != nil {
			return err
		}
	}
	return nil
}

// moveDebts lets the receivables of an order follow its number, the days from
// which their due dates count, and its invoice.
func (w *write) moveDebts(ctx context.Context, h *inHand) error {
	before, o := &h.before, &h.order
	was, is := before.Events(), o.Events()
	same := before.OrderNo == o.OrderNo && before.InvoiceNo == o.InvoiceNo && maps.Equal(was, is)
	if o.ID == 0 || same {
		return nil
	}
	list, err := receivables.query(ctx, w.tx, "WHERE order_id = ? AND order_id <> 0 ORDER BY id", o.ID)
	if err != nil {
		return err
	}
	for i := range list {
		r := &list[i]
		r.OrderNo = o.OrderNo
		if r.CustomerID != before.CustomerID {
			if _, err := receivables.update(ctx, w, r); err != nil {
				return err
			}
			continue // closed by a transfer: its invoice and its days are of that time
		}
		if r.SaleOn == before.ConfirmedOn && o.ConfirmedOn != "" {
			r.SaleOn = o.ConfirmedOn
		}
		if (r.InvoicedOn == before.InvoicedOn || r.InvoicedOn == "") && r.InvoiceNo == invoiceOf(before) {
			r.InvoicedOn, r.InvoiceNo = o.InvoicedOn, invoiceOf(o)
		}
		r.Reschedule(was, is, w.settings)
		if err := r.Check(); err != nil {
			return err
		}
		if _, err := receivables.update(ctx, w, r); err != nil {
			return err
		}
	}
	return nil
}

// invoiceOf is the number of an invoice that is out.
func invoiceOf(o *model.Order) string {
	if o.InvoicedOn == "" {
		return ""
	}
	return o.InvoiceNo
}

// orderMoney works out what an order keeps of its receivables, and since when
// nothing of them is open.
func (w *write) orderMoney(ctx context.Context, o *model.Order) (paidUp model.Date, err error) {
	o.Billed, o.Collected, o.Outstanding = 0, 0, 0
	if o.ID == 0 {
		return "", nil
	}
	var last model.Date
	err = w.tx.QueryRowContext(ctx, `SELECT coalesce(sum(amount), 0) - coalesce((SELECT sum(c.amount) FROM credit c
		WHERE c.receivable_id IN (SELECT id FROM receivable WHERE order_id = ?1 AND order_id <> 0)), 0),
		coalesce(sum(paid), 0), coalesce(sum(amount - settled), 0), coalesce(max(max(sale_on, written_off_on,
			coalesce((SELECT max(allocated_on) FROM allocation a WHERE a.receivable_id = receivable.id AND a.reversed_on = ''), ''),
			coalesce((SELECT max(credited_on) FROM credit c WHERE c.receivable_id = receivable.id), ''))), '')
		FROM receivable WHERE order_id = ?1 AND order_id <> 0`, o.ID).Scan(&o.Billed, &o.Collected, &o.Outstanding, &last)
	if err != nil || o.Outstanding > 0 || o.Billed < o.Total {
		return "", err
	}
	return max(last, o.ConfirmedOn), nil
}

// recountOrder brings what an order keeps of its receivables in line with them,
// unless it is in hand and will be put.
func (w *write) recountOrder(ctx context.Context, id int64) error {
	if id == 0 || w.held == id {
		return nil
	}
	h, err := w.takeOrder(ctx, id)
	if err != nil {
		return err
	}
	return w.putOrder(ctx, h)
}

// recountCare notes on a customer's card since when they have all that they
// ordered; a next date that the rule had set follows it (rule 2.2).
func (w *write) recountCare(ctx context.Context, customer int64) error {
	c, err := customers.byID(ctx, w.tx, customer)
	if err != nil {
		return err
	}
	var open bool
	var last model.Date
	err = w.tx.QueryRowContext(ctx, `SELECT EXISTS (SELECT 1 FROM customer_order WHERE customer_id = ?1
		AND status IN ('quote', 'reserved', 'confirmed')),
		coalesce((SELECT max(received_on) FROM customer_order WHERE customer_id = ?1 AND status IN ('delivered', 'closed')), '')`,
		customer).Scan(&open, &last)
	if err != nil {
		return err
	}
	if open {
		last = ""
	}
	if c.CareFrom == last {
		return nil
	}
	c.Care(last, w.settings)
	_, err = customers.update(ctx, w, &c)
	return err
}

// recountOrders brings the orders that a partly reverted set left in line with
// what has become of their nodes and receivables.
func (w *write) recountOrders(ctx context.Context, set int64) error {
	return w.recountFound(ctx, w.recountOrder, `SELECT id FROM customer_order WHERE id IN (
		SELECT record_id FROM change WHERE set_id = ?1 AND record = 'customer_order'
		UNION ALL SELECT coalesce(after, before) ->> 'order_id' FROM change WHERE set_id = ?1
		AND record IN ('order_node', 'order_line', 'receivable'))`, set)
}

// isOfChangedOrder reports whether a line, node or receivable that the set made
// belongs to an order that was changed since: it stays with the order.
func (w *write) isOfChangedOrder(ctx context.Context, l logged, values map[string]any) (used bool, err error) {
	switch l.record {
	case orderLines.name, orderNodes.name, orderChanges.name:
	default:
		return false, nil
	}
	err = w.tx.QueryRowContext(ctx, `SELECT EXISTS (SELECT 1 FROM change c JOIN change_set s ON s.id = c.set_id
		WHERE c.customer_id IN (?1, (SELECT customer_id FROM customer_order WHERE id = ?2)) AND c.set_id > (SELECT set_id
		FROM change WHERE id = ?3)
			AND c.record = 'customer_order' AND c.record_id = ?2 AND s.state = 'done')`, l.customerID, values["order_id"], l.id).Scan(&used)
	return used, err
}
