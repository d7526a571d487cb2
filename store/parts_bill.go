package store

import (
	"context"
	"slices"

	"genjin/model"
)

// saveInvoice keeps an invoice of an order: without an amount over all that is not
// billed yet. What is owed follows it: the instalments that it covers bear its
// number, the first ones first, and count from its day; of the one that it reaches
// only in part the rest becomes a receivable of its own. With the last invoice the
// node invoice is done.
func (w *write) saveInvoice(ctx context.Context, inv *model.Invoice) error {
	h, p, err := w.inParts(ctx, inv.OrderNo)
	if err != nil {
		return err
	}
	o := &h.order
	if inv.ID == 0 && w.act == model.ActImport && p.isWholeBill(o) {
		return w.sameInvoice(ctx, inv, &p.billed[0])
	}
	if inv.ID != 0 {
		if err := dayOfBill(inv, w.today); err != nil {
			return err
		}
		return w.changeInvoice(ctx, h, inv, p)
	}
	rest := o.Total - p.billedSum()
	if err := billable(inv, o, rest, w.today); err != nil {
		return err
	}
	if err := invoices.insert(ctx, w, inv); err != nil {
		return err
	}
	if inv.Amount < rest {
		if err := w.bill(ctx, h, *inv); err != nil {
			return err
		}
	} else {
		o.InvoiceNo = inv.InvoiceNo
		h.nodes.Of(model.NodeInvoice).DoneOn = inv.InvoicedOn
	}
	h.parted = true
	return w.putOrder(ctx, h)
}

// isWholeBill: the one invoice of an order is over all of it, as its sheet made it.
func (p parts) isWholeBill(o *model.Order) bool {
	return len(p.billed) == 1 && p.billed[0].Amount == o.Total
}

func dayOfBill(inv *model.Invoice, today model.Date) error {
	if inv.InvoicedOn == "" {
		inv.InvoicedOn = today
	}
	return past("invoiced_on", inv.InvoicedOn, today)
}

// billable fills in what a new invoice of an order leaves to be known, and refuses
// one over more than the rest that is not billed.
func billable(inv *model.Invoice, o *model.Order, rest int64, today model.Date) error {
	if err := dayOfBill(inv, today); err != nil {
		return err
	}
	inv.CustomerID, inv.Currency = o.CustomerID, o.Currency
	if inv.Amount == 0 {
		inv.Amount = rest
	}
	money := func(n int64) string { return model.Money{Amount: n, Currency: o.Currency}.String() }
	switch {
	case rest <= 0:
		return model.At("amount", model.Refuse(model.RefusedNothing))
	case inv.Amount > rest:
		return model.At("amount", model.Refuse(model.RefusedMore, money(inv.Amount), money(rest)))
	case inv.InvoicedOn < o.OrderedOn:
		return model.At("invoiced_on", model.Refuse(model.RefusedEarlier, string(inv.InvoicedOn), string(o.OrderedOn)))
	}
	return inv.Check()
}

// mayBeSame refuses to take an invoice of a file for one over another amount: the
// order has no room for another.
func mayBeSame(inv, kept *model.Invoice) error {
	if inv.Amount != 0 && inv.Amount != kept.Amount {
		return model.At("amount", model.Refuse(model.RefusedBilled))
	}
	return nil
}

// sameInvoice takes what a file says of the one invoice that its order has.
func (w *write) sameInvoice(ctx context.Context, inv, kept *model.Invoice) error {
	if err := mayBeSame(inv, kept); err != nil {
		return err
	}
	inv.Meta, inv.CustomerID, inv.Amount, inv.Currency = kept.Meta, kept.CustomerID, kept.Amount, kept.Currency
	if inv.InvoicedOn == "" {
		inv.InvoicedOn = kept.InvoicedOn
	}
	_, err := invoices.update(ctx, w, inv)
	return err
}

// bill lets the receivables of an order that no invoice covers yet be covered by
// one over a part of it.
func (w *write) bill(ctx context.Context, h *inHand, inv model.Invoice) error {
	list, err := receivables.query(ctx, w.tx, `WHERE order_id = ? AND customer_id = ? AND invoice_no = '' AND invoiced_on = ''
		ORDER BY instalment, id`, h.order.ID, h.order.CustomerID)
	if err != nil {
		return err
	}
	amount, events := inv.Amount, h.order.Events()
	for _, r := range list {
		if amount <= 0 {
			return nil
		}
		covered, rest := r.Bill(amount, inv)
		amount -= min(amount, r.Amount)
		if covered.Amount == 0 {
			continue
		}
		own := h.order.Events()
		own[model.EventInvoice] = inv.InvoicedOn
		covered.Reschedule(events, own, w.settings)
		for _, part := range []*model.Receivable{&covered, &rest} {
			if part.Amount == 0 {
				continue
			}
			if err := part.Check(); err != nil {
				return err
			}
			if err := keep(ctx, w, receivables, part); err != nil {
				return err
			}
		}
	}
	return nil
}

// changeInvoice changes the number or the day of an invoice; over how much it is
// stays, another amount is another invoice.
func (w *write) changeInvoice(ctx context.Context, h *inHand, inv *model.Invoice, p parts) error {
	at := slices.IndexFunc(p.billed, func(b model.Invoice) bool { return b.ID == inv.ID })
	if at < 0 {
		return model.At("order_no", model.Refuse(model.RefusedOfOrder, h.order.OrderNo))
	}
	was := p.billed[at]
	if inv.Amount != was.Amount || inv.Currency != was.Currency {
		return model.At("amount", model.Refuse(model.RefusedBilled))
	}
	inv.CustomerID = was.CustomerID
	if err := inv.Check(); err != nil {
		return err
	}
	if _, err := invoices.update(ctx, w, inv); err != nil {
		return err
	}
	return w.rebill(ctx, h, was, *inv)
}

// dropInvoice takes an invoice out: what it covered isn't billed any more.
func (w *write) dropInvoice(ctx context.Context, id int64) error {
	inv, err := invoices.byID(ctx, w.tx, id)
	if err != nil {
		return err
	}
	h, err := w.orderCalled(ctx, inv.OrderNo)
	if err != nil {
		return err
	}
	if err := invoices.remove(ctx, w, id); err != nil {
		return err
	}
	return w.rebill(ctx, h, inv, model.Invoice{})
}

// rebill lets the order and its receivables bear an invoice's number and day
// instead of those that they bore.
func (w *write) rebill(ctx context.Context, h *inHand, was, is model.Invoice) error {
	o := &h.order
	if o.InvoicedOn == was.InvoicedOn && o.InvoiceNo == was.InvoiceNo { // the receivables follow the order
		o.InvoiceNo, h.nodes.Of(model.NodeInvoice).DoneOn = is.InvoiceNo, is.InvoicedOn
	} else {
		if is == (model.Invoice{}) {
			o.InvoiceNo, h.nodes.Of(model.NodeInvoice).DoneOn = "", ""
		}
		list, err := receivables.query(ctx, w.tx, "WHERE order_id = ? AND order_id <> 0 AND invoice_no = ? AND invoiced_on = ? ORDER BY id",
			o.ID, was.InvoiceNo, was.InvoicedOn)
		if err != nil {
			return err
		}
		for i := range list {
			r := &list[i]
			before, after := o.Events(), o.Events()
			before[model.EventInvoice], after[model.EventInvoice] = was.InvoicedOn, is.InvoicedOn
			r.InvoiceNo, r.InvoicedOn = is.InvoiceNo, is.InvoicedOn
			r.Reschedule(before, after, w.settings)
			if _, err := receivables.update(ctx, w, r); err != nil {
				return err
			}
		}
	}
	h.parted = true
	return w.putOrder(ctx, h)
}
