package store

import (
	"context"
	"slices"

	"genjin/model"
)

// addOrders writes the orders that a file gives a customer.
func (w *write) addOrders(ctx context.Context, t *target) error {
	for i := range t.orders {
		planned := &t.orders[i]
		planned.order.CustomerID = t.id
		write := w.importOrder
		if planned.order.ID != 0 {
			write = w.importChange
		}
		if err := write(ctx, planned); err != nil {
			return err
		}
	}
	return nil
}

// importOrder adds an order of a file with what happened to it: its
// receivables are made by the rule when it was confirmed, what it collected
// settles them.
func (w *write) importOrder(ctx context.Context, planned *plannedOrder) error {
	given, o := planned.order, planned.order
	lines := slices.Clone(planned.lines)
	h, err := w.newOrder(ctx, &o, lines)
	if err != nil {
		return err
	}
	for i := range h.lines {
		h.lines[i].Returned = planned.lines[i].Returned
	}
	h.order.ReservedOn, h.order.ReservedUntil = given.ReservedOn, given.ReservedUntil
	if len(planned.steps) == 0 && given.CancelledOn == "" && h.order.QuotedOn == "" {
		h.order.QuotedOn = h.order.OrderedOn
	}
	if given.ApprovedBy != "" && h.order.Review == model.ReviewNeeded {
		on := given.ApprovedOn
		if on == "" {
			on = given.OrderedOn
		}
		if err := h.order.Approve(given.ApprovedBy, given.ApprovedWhy, on); err != nil {
			return err
		}
	}
	if planned.from.Reviewed {
		h.order.Review = model.ReviewApproved // until what happened is told
	}
	if err := w.putOrder(ctx, h); err != nil {
		return err
	}
	if err := w.stepNodes(ctx, h, planned.steps); err != nil {
		return err
	}
	if planned.from.Reviewed {
		h.order.ReviewedAs(&given, planned.from.Done, h.nodes, w.today)
		if err := w.importParts(ctx, h, &given); err != nil {
			return err
		}
	}
	if err := w.importCollected(ctx, h, planned); err != nil {
		return err
	}
	planned.order.ID = h.order.ID
	return w.importCancelled(ctx, h.order.ID, given, len(planned.changes) > 0)
}

// importParts keeps an order in hand whose one shipment and invoice are over what
// genjin's own list says: what came back, or was exchanged, after them stands no
// more on its lines.
func (w *write) importParts(ctx context.Context, h *inHand, given *model.Order) error {
	p, err := partsOf(ctx, w.tx, h.order.OrderNo)
	if err != nil {
		return err
	}
	if len(p.shipped) == 1 && given.Shipped > 0 && given.Shipped != p.shipped[0].Quantity {
		p.shipped[0].Quantity = given.Shipped
		if _, err := shipments.update(ctx, w, &p.shipped[0]); err != nil {
			return err
		}
	}
	if given.Invoiced > 0 && h.order.InvoicedOn != "" && given.Invoiced != p.billedSum() && len(p.billed) < 2 {
		whole := h.order
		whole.Total = given.Invoiced
		_, bills := whole.InOne(nil)
		if len(p.billed) == 1 {
			bills[0].Meta = p.billed[0].Meta
		}
		if err := keep(ctx, w, invoices, &bills[0]); err != nil {
			return err
		}
	}
	h.parted = true
	return w.putOrder(ctx, h)
}

// importChanges keeps how the orders of a customer in a file were changed, when
// everybody is there.
func (w *write) importChanges(ctx context.Context, t *target) error {
	for i := range t.orders {
		if err := w.importChangesOf(ctx, &t.orders[i]); err != nil {
			return err
		}
	}
	return nil
}

func (w *write) importChangesOf(ctx context.Context, planned *plannedOrder) error {
	o := &planned.order
	for _, p := range planned.changes {
		c := p.change
		c.OrderID, c.CustomerID, c.Currency = o.ID, o.CustomerID, o.Currency
		if p.from != nil {
			c.CustomerID = p.from.id
		}
		if err := model.OrderChangeFields.Check(&c); err != nil {
			return err
		}
		if err := orderChanges.insert(ctx, w, &c); err != nil {
			return err
		}
	}
	return nil
}

// importCancelled cancels an order that a file says is cancelled; told is that
// its changes are known.
func (w *write) importCancelled(ctx context.Context, id int64, given model.Order, told bool) error {
	if given.CancelledOn == "" {
		return nil
	}
	why := given.CancelledWhy
	if why == "" {
		why = w.reason
	}
	h, err := w.takeOrder(ctx, id)
	if err != nil {
		return err
	}
	if !h.order.Status.Open() || h.order.Billed == 0 {
		h.order.CancelledOn, h.order.CancelledWhy = given.CancelledOn, why // nothing of it is owed
		return w.putOrder(ctx, h)
	}
	q := model.ChangeRequest{OrderID: id, Kind: model.ChangeCancel, On: given.CancelledOn, Reason: why, Deposit: model.DepositAdvance}
	if told {
		h.order.CancelledOn, h.order.CancelledWhy = given.CancelledOn, why
		if given.Collected > 0 { // it was kept, else it would be an advance
			err = w.creditOpen(ctx, id, q)
		} else {
			err = w.creditDown(ctx, id, h.order.Billed, q)
		}
		if err != nil {
			return err
		}
		return w.putOrder(ctx, h)
	}
	if err := w.changeOrder(ctx, h, q); err != nil {
		return err
	}
	return w.putOrder(ctx, h)
}
