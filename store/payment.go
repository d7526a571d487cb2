package store

import (
	"context"
	"fmt"

	"genjin/model"
	"genjin/model/label"
)

// Pay keeps a payment and settles receivables with it. Without shares (nil) it
// is allocated to the customer's open receivables, the oldest due first; what
// is left is the customer's advance. The rows of Today that it answers are
// ticked off.
func (s *Store) Pay(ctx context.Context, p model.Payment, shares []model.Share) (model.PaymentOf, error) {
	of := model.PaymentOf{Payment: p}
	err := s.change(ctx, model.ActPay, "", func(w *write) error {
		p.Complete(&model.Customer{}, model.Settings{}, w.today)
		if err := past("received_on", p.ReceivedOn, w.today); err != nil {
			return err
		}
		var err error
		if of, err = w.pay(ctx, p, shares); err != nil {
			return err
		}
		var settled []int64
		for _, a := range of.Shares {
			settled = append(settled, a.ReceivableID)
		}
		list, err := receivables.query(ctx, w.tx, "WHERE id IN (SELECT value FROM json_each(?))", jsonList(settled))
		of.Names = refs(list)
		return err
	})
	return of, err
}

func (w *write) pay(ctx context.Context, p model.Payment, shares []model.Share) (of model.PaymentOf, err error) {
	c, err := customers.byID(ctx, w.tx, p.CustomerID)
	if err != nil {
		return of, err
	}
	p.Complete(&c, w.settings, w.today)
	p.Allocated, p.Refunded, p.ReversedOn, p.ReversedWhy = 0, 0, "", ""
	if err := p.Check(); err != nil {
		return of, err
	}
	if shares == nil {
		open, err := w.openOf(ctx, p.CustomerID)
		if err != nil {
			return of, err
		}
		shares, _ = model.SuggestShares(p.Amount, p.Currency, open)
	}
	if err := payments.insert(ctx, w, &p); err != nil {
		return of, err
	}
	kept, err := w.allocate(ctx, &p, shares, p.ReceivedOn)
	return model.PaymentOf{Payment: p, Customer: c.Name, Shares: kept}, err
}

// openOf are the open receivables of a customer.
func (w *write) openOf(ctx context.Context, customer int64) ([]model.Receivable, error) {
	return receivables.query(ctx, w.tx, "WHERE customer_id = ? AND settled < amount ORDER BY id", customer)
}

// allocate settles receivables with what of a payment is not allocated yet.
func (w *write) allocate(ctx context.Context, p *model.Payment, shares []model.Share, on model.Date) ([]model.Allocation, error) {
	var kept []model.Allocation
	for _, share := range shares {
		r, err := receivables.byID(ctx, w.tx, share.ReceivableID)
		if err != nil {
			return nil, err
		}
		a := model.Allocation{PaymentID: p.ID, ReceivableID: r.ID, CustomerID: p.CustomerID, Amount: share.Amount,
			AllocatedOn: max(on, p.ReceivedOn, r.Since())}
		if a.AllocatedOn, err = w.openSince(ctx, &r, a); err != nil {
			return nil, err
		}
		if err := w.mayAllocate(p, &r, &a); err != nil {
			return nil, err
		}
		if err := allocations.insert(ctx, w, &a); err != nil {
			return nil, err
		}
		if err := w.recountReceivable(ctx, r.ID); err != nil {
			return nil, err
		}
		if err := w.answerDebt(ctx, &r); err != nil {
			return nil, err
		}
		p.Allocated += a.Amount
		kept = append(kept, a)
	}
	if err := p.Check(); err != nil {
		return nil, err
	}
	_, err := payments.update(ctx, w, p)
	return kept, err
}

// mayAllocate refuses what can't settle a receivable: another customer's or
// currency's money, more than the payment has left, or than is open.
func (w *write) mayAllocate(p *model.Payment, r *model.Receivable, a *model.Allocation) error {
	switch {
	case p.ReversedOn != "":
		return model.Refuse(model.RefusedReversed)
	case r.CustomerID != p.CustomerID:
		return fmt.Errorf("receivable %d: %w", r.ID, model.ErrNotFound)
	case r.Currency != p.Currency:
		return model.At("currency", model.Refuse(model.RefusedForeign, p.Currency, r.Currency))
	}
	if err := model.AllocationFields.Check(a); err != nil {
		return err
	}
	if err := within("amount", a.Amount, p.Advance(), p.Currency); err != nil {
		return err
	}
	return within("amount", a.Amount, r.Open(), r.Currency)
}

// Allocate settles receivables from an advance, on the day; without shares
// (nil) the oldest due first.
func (s *Store) Allocate(ctx context.Context, payment int64, shares []model.Share) (model.Payment, error) {
	var p model.Payment
	err := s.change(ctx, model.ActAllocate, "", func(w *write) (err error) {
		if p, err = payments.byID(ctx, w.tx, payment); err != nil {
			return err
		}
		free, err := w.freeFrom(ctx, &p, w.today)
		if err != nil {
			return err
		}
		if shares == nil {
			open, err := w.openOf(ctx, p.CustomerID)
			if err != nil {
				return err
			}
			shares, _ = model.SuggestShares(min(p.Advance(), free), p.Currency, open)
		}
		for _, share := range shares {
			if err := within("amount", share.Amount, free, p.Currency); err != nil {
				return err
			}
			free -= share.Amount
		}
		_, err = w.allocate(ctx, &p, shares, w.today)
		return err
	})
	return p, err
}

// Unallocate takes an allocation off its receivable again, from today on: it is
// the customer's advance.
func (s *Store) Unallocate(ctx context.Context, allocation int64) error {
	return s.change(ctx, model.ActAllocate, "", func(w *write) error {
		a, err := allocations.byID(ctx, w.tx, allocation)
		if err != nil {
			return err
		}
		if a.ReversedOn != "" {
			return model.Refuse(model.RefusedReversed)
		}
		if err := w.takeOff(ctx, a, w.today); err != nil {
			return err
		}
		return w.recountPayment(ctx, a.PaymentID)
	})
}

// takeOff ends an allocation on a day. One of that very day, or later, never
// was.
func (w *write) takeOff(ctx context.Context, a model.Allocation, on model.Date) error {
	a.ReversedOn = max(on, a.AllocatedOn)
	if _, err := allocations.update(ctx, w, &a); err != nil {
		return err
	}
	if err := w.untickDebt(ctx, a.ReceivableID, a.Meta); err != nil {
		return err
	}
	return w.recountReceivable(ctx, a.ReceivableID)
}

// ReversePayment says that a payment came back on a day: a dishonoured draft, a
// slip. What it settled is open again from that day on.
func (s *Store) ReversePayment(ctx context.Context, id int64, on model.Date, why string) (model.Payment, error) {
	var p model.Payment
	err := s.change(ctx, model.ActReverse, why, func(w *write) (err error) {
		if p, err = payments.byID(ctx, w.tx, id); err != nil {
			return err
		}
		if on == "" {
			on = w.today
		}
		return w.reverse(ctx, &p, on, why)
	})
	return p, err
}

// reverse takes off what a payment settled, on a day; a draft was refused.
func (w *write) reverse(ctx context.Context, p *model.Payment, on model.Date, why string) error {
	switch {
	case p.ReversedOn != "":
		return model.Refuse(model.RefusedReversed)
	case p.Refunded > 0:
		return model.Refuse(model.RefusedRefunded, model.Money{Amount: p.Refunded, Currency: p.Currency}.String())
	case model.CleanNote(why) == "":
		return model.At("reversed_reason", model.Refuse(model.RefusedRequired))
	case on < p.ReceivedOn:
		return model.At("reversed_on", model.Refuse(model.RefusedBefore, string(on), string(p.ReceivedOn)))
	}
	if err := past("reversed_on", on, w.today); err != nil {
		return err
	}
	standing, err := allocations.query(ctx, w.tx, "WHERE payment_id = ? AND reversed_on = '' ORDER BY id", p.ID)
	if err != nil {
		return err
	}
	for _, a := range standing {
		if err := w.takeOff(ctx, a, on); err != nil {
			return err
		}
	}
	p.ReversedOn, p.ReversedWhy, p.Allocated = on, model.CleanNote(why), 0
	if p.BillState != "" {
		p.BillState, p.BillOn = model.BillRefused, on
	}
	_, err = payments.update(ctx, w, p)
	return err
}

// SavePayment keeps an edited payment: its customer stays, and its currency
// once something is allocated or given back; the amount can't fall below what is.
func (s *Store) SavePayment(ctx context.Context, p model.Payment) (model.Payment, error) {
	err := s.change(ctx, model.ActEditPayment, "", func(w *write) error {
		kept, err := payments.byID(ctx, w.tx, p.ID)
		if err != nil {
			return err
		}
		for _, f := range model.PaymentFields {
			if f.Kept {
				f.Set(&p, f.Get(&kept))
			}
		}
		p.Implied = false // somebody has stated it
		if kept.Allocated+kept.Refunded > 0 && p.Currency != kept.Currency {
			return model.At("currency", model.Refuse(model.RefusedForeign, kept.Currency, p.Currency))
		}
		moved := p.BillState
		p.BillState = kept.BillState
		if err := p.Check(); err != nil {
			return err
		}
		if err := past("received_on", p.ReceivedOn, w.today); err != nil {
			return err
		}
		if _, err := payments.update(ctx, w, &p); err != nil {
			return err
		}
		if moved != kept.BillState {
			lang, _ := label.ParseLang(w.settings.Language)
			if err := w.moveBill(ctx, &p, moved, w.today, label.BillState(moved, lang)); err != nil {
				return err
			}
		}
		if err := w.moveRefunds(ctx, &p); err != nil {
			return err
		}
		if err := w.moveAllocations(ctx, &p, kept.ReceivedOn); err != nil {
			return err
		}
		return w.covers(ctx, &p)
	})
	return p, err
}

// covers refuses a payment that is less than what stood on it on some day.
func (w *write) covers(ctx context.Context, p *model.Payment) error {
	free, err := w.freeFrom(ctx, p, p.ReceivedOn)
	if err == nil && free < 0 {
		sum := func(n int64) string { return model.Money{Amount: n, Currency: p.Currency}.String() }
		err = model.At("amount", model.Refuse(model.RefusedAllocated, sum(p.Amount), sum(p.Amount-free)))
	}
	return err
}

// moveAllocations follows a payment to another day: what was allocated when it
// came in, or would be before it did.
func (w *write) moveAllocations(ctx context.Context, p *model.Payment, from model.Date) error {
	if p.ReceivedOn == from {
		return nil
	}
	all, err := allocations.query(ctx, w.tx, "WHERE payment_id = ? ORDER BY id", p.ID)
	if err != nil {
		return err
	}
	for _, a := range all {
		r, err := receivables.byID(ctx, w.tx, a.ReceivableID)
		if err != nil {
			return err
		}
		switch {
		case a.ReversedOn != "":
			a.AllocatedOn = max(a.AllocatedOn, p.ReceivedOn)
			a.ReversedOn = max(a.ReversedOn, a.AllocatedOn)
		case a.AllocatedOn == max(from, r.Since()) || a.AllocatedOn < p.ReceivedOn:
			a.AllocatedOn = max(p.ReceivedOn, r.Since())
			if a.AllocatedOn, err = w.openSince(ctx, &r, a); err != nil {
				return err
			}
		}
		if _, err := allocations.update(ctx, w, &a); err != nil {
			return err
		}
		if err := w.recountReceivable(ctx, r.ID); err != nil {
			return err
		}
	}
	return nil
}

// RemovePayment takes a payment out as if it had never been entered.
func (s *Store) RemovePayment(ctx context.Context, id int64) error {
	return s.change(ctx, model.ActDropPayment, "", func(w *write) error {
		if err := w.unmoved(ctx, id); err != nil {
			return err
		}
		all, err := allocations.query(ctx, w.tx, "WHERE payment_id = ? ORDER BY id", id)
		if err != nil {
			return err
		}
		for _, a := range all {
			if err := allocations.remove(ctx, w, a.ID); err != nil {
				return err
			}
			if err := w.untickDebt(ctx, a.ReceivableID, a.Meta); err != nil {
				return err
			}
			if err := w.recountReceivable(ctx, a.ReceivableID); err != nil {
				return err
			}
		}
		if err := removeAll(ctx, w, refunds, "payment_id", id, func(r *model.Refund) int64 { return r.ID }); err != nil {
			return err
		}
		return payments.remove(ctx, w, id)
	})
}

// Payment reads one payment with what it settles.
func (s *Store) Payment(ctx context.Context, id int64) (model.PaymentOf, error) {
	list, err := s.PaymentsByID(ctx, []int64{id})
	if err == nil && len(list) == 0 {
		err = fmt.Errorf("payment %d: %w", id, model.ErrNotFound)
	}
	if err != nil {
		return model.PaymentOf{}, err
	}
	return list[0], nil
}

// OpenReceivables are what a payment of a customer could settle, for the
// suggestion that a person adjusts: model.SuggestShares divides it.
func (s *Store) OpenReceivables(ctx context.Context, customer int64) ([]model.Receivable, error) {
	return receivables.query(ctx, s.db, "WHERE customer_id = ? AND settled < amount ORDER BY CASE WHEN due_on = '' THEN "+
		"'~' ELSE due_on END, id", customer)
}
