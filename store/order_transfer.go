package store

import (
	"context"

	"genjin/model"
)

// transfer gives an order to another customer, with what is open of it.
func (w *write) transfer(ctx context.Context, h *inHand, c *model.OrderChange, q model.ChangeRequest) error {
	from, err := customers.byID(ctx, w.tx, h.order.CustomerID)
	if err != nil {
		return err
	}
	to, err := customers.byID(ctx, w.tx, q.CustomerID)
	if err != nil {
		return err
	}
	c.Before, c.After = from.Name, to.Name
	if err := w.afterTransfers(ctx, h.order.ID, q.On); err != nil {
		return err
	}
	if h.order.Status.Binding() {
		h.order.LimitWhy = ""
		if err := w.withinLimit(ctx, &to, &h.order, h.order.Outstanding+h.order.Unbilled(), q.LimitWhy); err != nil {
			return err
		}
	}
	if err := w.moveDebtsTo(ctx, h, q, &from); err != nil {
		return err
	}
	err = moveAll(ctx, w, orderChanges, to.ID, func(k *model.OrderChange) *int64 { return &k.CustomerID },
		"order_id = ? AND kind <> 'transfer'", h.order.ID)
	if err != nil {
		return err
	}
	err = moveAll(ctx, w, handled, to.ID, func(k *model.Handled) *int64 { return &k.CustomerID },
		"record = ? AND kind IN ('shipment', 'order_step', 'quote') AND about <> 'inquiry'", h.order.ID)
	if err != nil {
		return err
	}
	h.order.CustomerID = to.ID
	h.order.ProjectID = 0 // the project stays with its customer
	w.ordered[from.ID], w.billed[from.ID] = true, true
	if h.order.Status.Binding() {
		return w.win(ctx, to)
	}
	return nil
}

// afterTransfers refuses a transfer before an earlier one of the order: whose it
// was in between would be another one's.
func (w *write) afterTransfers(ctx context.Context, order int64, on model.Date) error {
	var last model.Date
	row := w.tx.QueryRowContext(ctx, "SELECT coalesce(max(changed_on), '') FROM order_change WHERE order_id = ? AND kind = 'transfer'", order)
	if err := row.Scan(&last); err != nil || on >= last {
		return err
	}
	return model.At("changed_on", model.Refuse(model.RefusedEarlier, string(on), string(last)))
}

// moveAll gives records to another customer.
func moveAll[T any](ctx context.Context, w *write, t *table[T], to int64, customer func(*T) *int64, where string, args ...any) error {
	recs, err := t.query(ctx, w.tx, "WHERE "+where+" ORDER BY id", args...)
	if err != nil {
		return err
	}
	for i := range recs {
		*customer(&recs[i]) = to
		if _, err := t.update(ctx, w, &recs[i]); err != nil {
			return err
		}
	}
	return nil
}

// alongPart is a part of a payment that goes to another customer, from a day
// on.
type alongPart struct {
	payment int64
	amount  int64
	on      model.Date
	settles int64 // the new receivable
}

// moveDebtsTo closes what is open of an order with its customer and opens it with
// the other one. What was paid stays, or is taken off and goes along.
func (w *write) moveDebtsTo(ctx context.Context, h *inHand, q model.ChangeRequest, from *model.Customer) error {
	list, err := receivables.query(ctx, w.tx, "WHERE order_id = ? AND order_id <> 0 AND customer_id = ? ORDER BY id", h.order.ID, from.ID)
	if err != nil {
		return err
	}
	var parts []alongPart
	for i := range list {
		if list[i].Paid > 0 && q.Paid == "" {
			return model.At("paid", model.Refuse(model.RefusedRequired))
		}
		var own []alongPart
		if q.Paid == model.PaidAlong {
			if own, err = w.takeAlong(ctx, &list[i], q.On); err != nil {
				return err
			}
		}
		opened, err := w.moveDebt(ctx, list[i].ID, q)
		if err != nil {
			return err
		}
		for _, part := range own {
			part.settles = opened
			parts = append(parts, part)
		}
	}
	return w.payAlong(ctx, parts, q, from)
}

// takeAlong takes the payments off a receivable that are to go along.
func (w *write) takeAlong(ctx context.Context, r *model.Receivable, on model.Date) (parts []alongPart, err error) {
	paid, err := allocations.query(ctx, w.tx, "WHERE receivable_id = ? AND reversed_on = '' ORDER BY id", r.ID)
	if err != nil {
		return nil, err
	}
	for _, a := range paid {
		if err := w.takeOff(ctx, a, on); err != nil {
			return nil, err
		}
		if err := w.recountPayment(ctx, a.PaymentID); err != nil {
			return nil, err
		}
		parts = append(parts, alongPart{payment: a.PaymentID, amount: a.Amount, on: max(on, a.AllocatedOn)})
	}
	return parts, nil
}

// moveDebt credits what is open of a receivable and opens it with the other
// customer; 0 = nothing was open.
func (w *write) moveDebt(ctx context.Context, id int64, q model.ChangeRequest) (opened int64, err error) {
	r, err := receivables.byID(ctx, w.tx, id)
	if err != nil || r.Open() == 0 {
		return 0, err
	}
	settled, notes, err := settlements(ctx, w.tx, id, 0)
	if err != nil {
		return 0, err
	}
	on := r.OpenSince(max(q.On, r.Since()), r.Open(), settled, notes)
	c := model.Credit{ReceivableID: id, CustomerID: r.CustomerID, CreditedOn: on, Amount: r.Open(), Reason: q.Reason}
	if err := model.CreditFields.Check(&c); err != nil {
		return 0, err
	}
	if err := credits.insert(ctx, w, &c); err != nil {
		return 0, err
	}
	if err := w.recountReceivable(ctx, id); err != nil {
		return 0, err
	}
	to := r.MovedTo(q.CustomerID, c.Amount, on)
	err = w.insertReceivable(ctx, &to)
	return to.ID, err
}

// payAlong gives back to a customer what goes along with an order, and keeps it
// as paid by the other one.
func (w *write) payAlong(ctx context.Context, parts []alongPart, q model.ChangeRequest, from *model.Customer) error {
	for len(parts) > 0 {
		p, err := payments.byID(ctx, w.tx, parts[0].payment)
		if err != nil {
			return err
		}
		back := model.Refund{PaymentID: p.ID, CustomerID: from.ID, RefundedOn: q.On, Method: model.PayMoved, Reason: q.Reason}
		var own, others []alongPart
		for _, part := range parts {
			if part.payment != p.ID {
				others = append(others, part)
				continue
			}
			own = append(own, part)
			back.Amount, back.RefundedOn = back.Amount+part.amount, max(back.RefundedOn, part.on)
		}
		if err := refunds.insert(ctx, w, &back); err != nil {
			return err
		}
		if err := w.recountPayment(ctx, p.ID); err != nil {
			return err
		}
		if err := w.keepAlong(ctx, p.MovedTo(q.CustomerID, back.Amount, from.Name, back.RefundedOn), own); err != nil {
			return err
		}
		parts = others
	}
	return nil
}

// keepAlong keeps a payment that came along with an order, and what it settles.
func (w *write) keepAlong(ctx context.Context, p model.Payment, parts []alongPart) error {
	if err := p.Check(); err != nil {
		return err
	}
	if err := payments.insert(ctx, w, &p); err != nil {
		return err
	}
	for _, part := range parts {
		a := model.Allocation{PaymentID: p.ID, ReceivableID: part.settles, CustomerID: p.CustomerID, Amount: part.amount,
			AllocatedOn: p.ReceivedOn}
		if err := allocations.insert(ctx, w, &a); err != nil {
			return err
		}
		if err := w.recountReceivable(ctx, part.settles); err != nil {
			return err
		}
	}
	return w.recountPayment(ctx, p.ID)
}
