package store

import (
	"context"
	"maps"
	"slices"

	"genjin/model"
)

// retreat takes away what the implied payments of a customer gave way: on a
// receivable or, with none, of what they have left over.
func (w *write) retreat(ctx context.Context, customer, receivable int64, currency string, sum int64) error {
	if receivable == 0 {
		list, err := payments.query(ctx, w.tx, "WHERE customer_id = ? AND currency = ? AND implied = 1 ORDER BY id", customer, currency)
		if err != nil {
			return err
		}
		for i := range list {
			part := min(list[i].Advance(), sum)
			sum -= part
			if err := w.lessen(ctx, list[i].ID, part); err != nil {
				return err
			}
		}
		return nil
	}
	list, err := allocations.query(ctx, w.tx,
		"WHERE receivable_id = ? AND reversed_on = '' AND payment_id IN (SELECT id FROM payment WHERE implied = 1) ORDER BY id", receivable)
	if err != nil {
		return err
	}
	for _, a := range list {
		part := min(a.Amount, sum)
		if sum -= part; part == 0 {
			continue
		}
		if a.Amount -= part; a.Amount == 0 {
			err = allocations.remove(ctx, w, a.ID)
		} else {
			_, err = allocations.update(ctx, w, &a)
		}
		if err == nil {
			err = w.recountPayment(ctx, a.PaymentID)
		}
		if err == nil {
			err = w.lessen(ctx, a.PaymentID, part)
		}
		if err != nil {
			return err
		}
	}
	return w.recountReceivable(ctx, receivable)
}

// lessen takes an amount off a payment, which goes when nothing is left.
func (w *write) lessen(ctx context.Context, payment, part int64) error {
	p, err := payments.byID(ctx, w.tx, payment)
	if err != nil || part == 0 {
		return err
	}
	if p.Amount -= part; p.Amount == 0 {
		return payments.remove(ctx, w, p.ID)
	}
	_, err = payments.update(ctx, w, &p)
	return err
}

// freed is what a payment settled of a receivable that went.
type freed struct {
	payment, amount int64
	on              model.Date
	order           int64
}

// free takes everything off an implied receivable but what leaves it with keep
// allocated, and answers what of stated payments that was.
func (w *write) free(ctx context.Context, r *model.Receivable, keep int64) ([]freed, error) {
	if err := w.retreat(ctx, r.CustomerID, r.ID, r.Currency, r.Amount); err != nil {
		return nil, err
	}
	list, err := allocations.query(ctx, w.tx, "WHERE receivable_id = ? ORDER BY reversed_on = '', id", r.ID)
	if err != nil {
		return nil, err
	}
	var all []freed
	for _, a := range list {
		if a.ReversedOn == "" && a.Amount <= keep {
			keep -= a.Amount
			continue
		}
		if a.ReversedOn == "" {
			all = append(all, freed{a.PaymentID, a.Amount, a.AllocatedOn, r.OrderID})
		}
		if err := allocations.remove(ctx, w, a.ID); err != nil {
			return nil, err
		}
		if err := w.recountPayment(ctx, a.PaymentID); err != nil {
			return nil, err
		}
	}
	for _, clear := range []func() error{
		func() error {
			return removeAll(ctx, w, credits, "receivable_id", r.ID, func(c *model.Credit) int64 { return c.ID })
		},
		func() error {
			return removeAll(ctx, w, dunnings, "receivable_id", r.ID, func(d *model.Dunning) int64 { return d.ID })
		},
	} {
		if err := clear(); err != nil {
			return nil, err
		}
	}
	return all, nil
}

// drop takes the implied receivables out that no row stated.
func (w *write) drop(ctx context.Context, ids []int64) (all []freed, err error) {
	for _, id := range ids {
		r, err := receivables.byID(ctx, w.tx, id)
		if err != nil {
			return nil, err
		}
		loose, err := w.free(ctx, &r, 0)
		if err == nil {
			err = receivables.remove(ctx, w, id)
		}
		if err == nil {
			err = w.recountOrder(ctx, r.OrderID)
		}
		if err != nil {
			return nil, err
		}
		all = append(all, loose...)
	}
	return all, nil
}

// dropByRule takes out what the rule made of an order.
func (w *write) dropByRule(ctx context.Context, order int64) ([]freed, error) {
	list, err := receivables.query(ctx, w.tx, "WHERE order_id = ? AND implied = 1 ORDER BY id", order)
	if err != nil {
		return nil, err
	}
	ids := make([]int64, len(list))
	for i := range list {
		ids[i] = list[i].ID
	}
	return w.drop(ctx, ids)
}

// resettle lets payments settle the receivables of their orders again.
func (w *write) resettle(ctx context.Context, all []freed) error {
	for _, f := range all {
		p, err := payments.byID(ctx, w.tx, f.payment)
		if err != nil {
			return err
		}
		open, err := receivables.query(ctx, w.tx, "WHERE order_id = ? AND order_id <> 0 AND customer_id = ? ORDER BY id", f.order, p.CustomerID)
		if err != nil {
			return err
		}
		shares, _ := model.SuggestShares(f.amount, p.Currency, open)
		if _, err := w.allocate(ctx, &p, shares, f.on); err != nil {
			return err
		}
	}
	return nil
}

// restateDebt writes what a sheet states over an implied receivable.
func (w *write) restateDebt(ctx context.Context, t *target, d *plannedDebt) ([]freed, error) {
	r := t.books.owed[d.at]
	kept, err := receivables.byID(ctx, w.tx, r.ID)
	if err != nil {
		return nil, err
	}
	loose, err := w.free(ctx, &kept, r.Paid)
	if err != nil {
		return nil, err
	}
	r.UpdatedAt, r.Paid = "", 0
	r.Settled = r.WrittenOff
	if _, err := receivables.update(ctx, w, &r); err != nil {
		return nil, err
	}
	return loose, w.addNotes(ctx, t, d, r.ID)
}

// linked gives the receivables that a sheet stated of an order to the order,
// in place of those that the rule made. What they lack is owed for it too.
func (w *write) linked(ctx context.Context, h *inHand, planned *plannedOrder) error {
	o, whose := &h.order, []int64{h.order.CustomerID}
	for _, c := range planned.changes {
		if c.from != nil {
			whose = append(whose, c.from.id)
		}
	}
	stated, err := receivables.query(ctx, w.tx, `WHERE order_id = 0 AND customer_id IN (SELECT value FROM json_each(?))
		AND order_no = ? AND currency = ? ORDER BY id`, jsonList(whose), o.OrderNo, o.Currency)
	if err != nil || len(stated) == 0 || o.ConfirmedOn == "" {
		return err
	}
	w.held = o.ID
	defer func() { w.held = 0 }()
	if _, err := w.dropByRule(ctx, o.ID); err != nil {
		return err
	}
	for i := range stated {
		r := &stated[i]
		r.OrderID, r.OrderNo = o.ID, o.OrderNo
		if _, err := receivables.update(ctx, w, r); err != nil {
			return err
		}
	}
	if err := w.putOrder(ctx, h); err != nil {
		return err
	}
	if more := h.order.Total - h.order.Billed; more > 0 && planned.order.CancelledOn == "" {
		return w.owesMore(ctx, h, more)
	}
	return nil
}

// lackOf brings orders in line of which a sheet stated what another customer
// owed, before they were transferred: what the rule made of them goes, and what is
// lacking then is owed.
func (w *write) lackOf(ctx context.Context) error {
	for _, id := range slices.Sorted(maps.Keys(w.lacks)) {
		loose, err := w.dropByRule(ctx, id)
		if err != nil {
			return err
		}
		h, err := w.takeOrder(ctx, id)
		if err != nil {
			return err
		}
		if more := h.order.Total - h.order.Billed; more > 0 && h.order.Status != model.OrderCancelled {
			if err := w.owesMore(ctx, h, more); err != nil {
				return err
			}
		}
		if err := w.resettle(ctx, loose); err != nil {
			return err
		}
	}
	return nil
}

// owesMore makes a receivable of what the stated ones of an order lack.
func (w *write) owesMore(ctx context.Context, h *inHand, more int64) error {
	c, err := customers.byID(ctx, w.tx, h.order.CustomerID)
	if err != nil {
		return err
	}
	r := h.order.OwedMore(&c, more, h.order.ConfirmedOn, w.settings)
	r.Implied = true
	if err := r.Check(); err != nil {
		return err
	}
	if err := receivables.insert(ctx, w, &r); err != nil {
		return err
	}
	return w.putOrder(ctx, h)
}
