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
	if inv.ID == 0 && w.act == model.ActImport && len(p.billed) == 1 && p.billed[0].Amount == o.Total {
		return w.sameInvoice(ctx, inv, &p.billed[0])
	}
	if inv.InvoicedOn == "" {
		inv.InvoicedOn = w.today
	}
	if err := past("invoiced_on", inv.InvoicedOn, w.today); err != nil {
		return err
	}
	if inv.ID != 0 {
		return w.changeInvoice(ctx, h, inv, p)
	}
	rest := o.Total - p.billedSum()
	inv.CustomerID = o.CustomerID
	if inv.Amount == 0 {
		inv.Amount = rest
	}
	inv.Currency = o.Currency
	money := func(n int64) string { return model.Money{Amount: n, Currency: o.Currency}.String() }
	switch {
	case rest <= 0:
		return model.At("amount", model.Refuse(model.RefusedNothing))
	case inv.Amount > rest:
		return model.At("amount", model.Refuse(model.RefusedMore, money(inv.Amount), money(rest)))
	case inv.InvoicedOn < o.OrderedOn:
		return model.At("invoiced_on", model.Refuse(model.RefusedEarlier, string(inv.InvoicedOn), string(o.OrderedOn)))
	}
	if err := inv.Check(); err != nil {
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

// sameInvoice takes what a file says of the one invoice that its order has; one over
// another amount is another invoice, which the order has no room for.
func (w *write) sameInvoice(ctx context.Context, inv, kept *model.Invoice) error {
	if inv.Amount != 0 && inv.Amount != kept.Amount {
		return model.At("amount", model.Refuse(model.RefusedBilled))
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
