package store

import (
	"context"

	"genjin/model"
)

var refunds = newTable("refund", model.RefundFields)

// Refund gives back a part of a payment's advance, with the reason. More than
// what is free of it from that day on is refused.
func (s *Store) Refund(ctx context.Context, r model.Refund) (model.Refund, error) {
	err := s.change(ctx, model.ActRefund, r.Reason, func(w *write) error { return w.refund(ctx, &r) })
	return r, err
}

// RefundAdvance gives back so much of a customer's advances in a currency, the
// oldest first, as one act. More than there is is refused.
func (s *Store) RefundAdvance(ctx context.Context, r model.Refund, currency string) ([]model.Refund, error) {
	var parts []model.Refund
	err := s.change(ctx, model.ActRefund, r.Reason, func(w *write) error {
		if r.RefundedOn == "" {
			r.RefundedOn = w.today
		}
		r.PaymentID = 1 // it follows from the advances
		if err := model.RefundFields.Check(&r); err != nil {
			return err
		}
		if _, err := customers.byID(ctx, w.tx, r.CustomerID); err != nil {
			return err
		}
		advances, err := w.advances(ctx, r.CustomerID, r.RefundedOn)
		if err != nil {
			return err
		}
		var rest int64
		if parts, rest = model.SplitRefund(r, currency, advances); rest > 0 {
			return model.At("amount", model.Refuse(model.RefusedAdvance,
				model.Money{Amount: r.Amount, Currency: currency}.String(), model.Money{Amount: r.Amount - rest, Currency: currency}.String()))
		}
		for i := range parts {
			if err := w.refund(ctx, &parts[i]); err != nil {
				return err
			}
		}
		return nil
	})
	return parts, err
}

func (w *write) refund(ctx context.Context, r *model.Refund) error {
	p, err := payments.byID(ctx, w.tx, r.PaymentID)
	if err != nil {
		return err
	}
	r.CustomerID = p.CustomerID
	if r.RefundedOn == "" {
		r.RefundedOn = w.today
	}
	if err := past("refunded_on", r.RefundedOn, w.today); err != nil {
		return err
	}
	free, err := w.freeFrom(ctx, &p, r.RefundedOn)
	if err != nil {
		return err
	}
	if r.Method == model.PayMoved && w.act != model.ActImport { // a file tells of a transfer that was made
		return model.At("method", model.Refuse(model.RefusedOption, string(r.Method)))
	}
	if err := r.Check(&p, free); err != nil {
		return err
	}
	if err := refunds.insert(ctx, w, r); err != nil {
		return err
	}
	return w.recountPayment(ctx, p.ID)
}

// advances are the payments of a customer with what of them is free from a day
// on.
func (w *write) advances(ctx context.Context, customer int64, day model.Date) ([]model.FreePayment, error) {
	list, err := payments.query(ctx, w.tx, "WHERE customer_id = ? AND reversed_on = '' AND allocated + refunded < amount ORDER BY id",
		customer)
	if err != nil {
		return nil, err
	}
	free := make([]model.FreePayment, len(list))
	for i := range list {
		free[i].Payment = list[i]
		if free[i].Free, err = w.freeFrom(ctx, &list[i], day); err != nil {
			return nil, err
		}
	}
	return free, nil
}

// freeFrom is what of a payment is free on a day and on every later one.
func (w *write) freeFrom(ctx context.Context, p *model.Payment, day model.Date) (int64, error) {
	settled, err := allocations.query(ctx, w.tx, "WHERE payment_id = ?", p.ID)
	if err != nil {
		return 0, err
	}
	back, err := refunds.query(ctx, w.tx, "WHERE payment_id = ?", p.ID)
	return p.FreeFrom(day, settled, back), err
}

// RemoveRefund takes a refund out: it is the customer's advance again.
func (s *Store) RemoveRefund(ctx context.Context, id int64) error {
	return s.change(ctx, model.ActRefund, "", func(w *write) error {
		r, err := refunds.byID(ctx, w.tx, id)
		if err != nil {
			return err
		}
		if r.Method == model.PayMoved {
			return model.Refuse(model.RefusedMoved)
		}
		if err := refunds.remove(ctx, w, id); err != nil {
			return err
		}
		return w.recountPayment(ctx, r.PaymentID)
	})
}

// Refunds are what was given back to a customer, the oldest first.
func (s *Store) Refunds(ctx context.Context, customer int64) ([]model.Refund, error) {
	return refunds.query(ctx, s.db, "WHERE customer_id = ? ORDER BY refunded_on, id", customer)
}

// moveRefunds follows a payment to a later day: nothing is given back before it
// came.
func (w *write) moveRefunds(ctx context.Context, p *model.Payment) error {
	early, err := refunds.query(ctx, w.tx, "WHERE payment_id = ? AND refunded_on < ? ORDER BY id", p.ID, p.ReceivedOn)
	if err != nil {
		return err
	}
	for i := range early {
		early[i].RefundedOn = p.ReceivedOn
		if _, err := refunds.update(ctx, w, &early[i]); err != nil {
			return err
		}
	}
	return nil
}
