package store

import (
	"cmp"
	"context"
	"fmt"

	"genjin/model"
)

// The tables of the money records.
var (
	receivables     = newTable("receivable", model.ReceivableFields)
	payments        = newTable("payment", model.PaymentFields)
	allocations     = newTable("allocation", model.AllocationFields)
	credits         = newTable("credit", model.CreditFields)
	dunnings        = newTable("dunning", model.DunningFields)
	reconciliations = newTable("reconciliation", model.ReconciliationFields)
)

// AddReceivable keeps a new receivable, completed from the customer's card and
// the settings, and returns it.
func (s *Store) AddReceivable(ctx context.Context, r model.Receivable) (model.Receivable, error) {
	err := s.change(ctx, model.ActReceivable, "", func(w *write) error { return w.addReceivable(ctx, &r) })
	return r, err
}

// AddReceivables keeps several receivables as one act: the instalments of an
// order, as model.Terms.Split makes them.
func (s *Store) AddReceivables(ctx context.Context, list []model.Receivable) ([]model.Receivable, error) {
	err := s.change(ctx, model.ActReceivable, "", func(w *write) error {
		for i := range list {
			if err := w.addReceivable(ctx, &list[i]); err != nil {
				return err
			}
		}
		return nil
	})
	return list, err
}

func (w *write) addReceivable(ctx context.Context, r *model.Receivable) error {
	c, err := customers.byID(ctx, w.tx, r.CustomerID)
	if err != nil {
		return err
	}
	r.Complete(&c, w.settings)
	r.OrderID = 0 // orders make their own
	return w.insertReceivable(ctx, r)
}

// insertReceivable keeps a new receivable as it is; nothing of it is paid yet.
func (w *write) insertReceivable(ctx context.Context, r *model.Receivable) error {
	r.Paid, r.Settled = 0, r.WrittenOff
	if err := r.Check(); err != nil {
		return err
	}
	return receivables.insert(ctx, w, r)
}

// Receivable reads one receivable.
func (s *Store) Receivable(ctx context.Context, id int64) (model.Receivable, error) {
	return receivables.byID(ctx, s.db, id)
}

// SaveReceivable keeps an edited receivable. Its customer stays, and what is
// settled: the amount can't fall below it, nor the currency change once
// something is. What was taken off again doesn't count; on the days on which it
// stood, all of the new amount was paid. It answers model.ErrStale when it was
// changed elsewhere since it was read.
func (s *Store) SaveReceivable(ctx context.Context, r model.Receivable) (model.Receivable, error) {
	err := s.change(ctx, model.ActEditReceivable, "", func(w *write) error { return w.saveReceivable(ctx, &r) })
	return r, err
}

func (w *write) saveReceivable(ctx context.Context, r *model.Receivable) error {
	kept, err := receivables.byID(ctx, w.tx, r.ID)
	if err != nil {
		return err
	}
	for _, f := range model.ReceivableFields {
		if f.Kept && f.Code != "instalment" && f.Code != "instalments" {
			f.Set(r, f.Get(&kept))
		}
	}
	if kept.Settled > 0 && r.Currency != kept.Currency {
		return model.At("currency", model.Refuse(model.RefusedForeign, kept.Currency, r.Currency))
	}
	r.Terms = w.settings.PlanOf(r.Terms)
	if err := r.FollowsOrder(&kept); err != nil {
		return err
	}
	r.Implied = false // somebody has stated it
	if err := r.Check(); err != nil {
		return err
	}
	_, err = receivables.update(ctx, w, r)
	return err
}

// RemoveReceivable takes a receivable out, with its credits and chasing steps;
// what was paid on it becomes the customer's advance again. Undo brings all of
// it back. One that follows an order goes with it only.
func (s *Store) RemoveReceivable(ctx context.Context, id int64) error {
	return s.change(ctx, model.ActDropReceivable, "", func(w *write) error {
		r, err := receivables.byID(ctx, w.tx, id)
		if err != nil {
			return err
		}
		if r.OrderID != 0 {
			return model.Refuse(model.RefusedOfOrder, r.OrderNo)
		}
		paid, err := allocations.query(ctx, w.tx, "WHERE receivable_id = ? ORDER BY id", id)
		if err != nil {
			return err
		}
		for _, a := range paid {
			if err := allocations.remove(ctx, w, a.ID); err != nil {
				return err
			}
			if err := w.recountPayment(ctx, a.PaymentID); err != nil {
				return err
			}
		}
		if err := removeAll(ctx, w, credits, "receivable_id", id, func(c *model.Credit) int64 { return c.ID }); err != nil {
			return err
		}
		if err := removeAll(ctx, w, dunnings, "receivable_id", id, func(d *model.Dunning) int64 { return d.ID }); err != nil {
			return err
		}
		return receivables.remove(ctx, w, id)
	})
}

// removeAll removes the records that a column says belong to another.
func removeAll[T any](ctx context.Context, w *write, t *table[T], column string, id int64, key func(*T) int64) error {
	recs, err := t.query(ctx, w.tx, fmt.Sprintf("WHERE %s = ? ORDER BY id", column), id)
	if err != nil {
		return err
	}
	for i := range recs {
		if err := t.remove(ctx, w, key(&recs[i])); err != nil {
			return err
		}
	}
	return nil
}

// recountReceivable brings what a receivable keeps in line with its
// allocations, credits and chasing steps.
func (w *write) recountReceivable(ctx context.Context, id int64) error {
	r, err := receivables.byID(ctx, w.tx, id)
	if err != nil {
		return err
	}
	if err := w.tx.QueryRowContext(ctx, `SELECT coalesce((SELECT sum(amount) FROM allocation WHERE receivable_id = ?1
		AND reversed_on = ''), 0),
		coalesce((SELECT sum(amount) FROM credit WHERE receivable_id = ?1), 0)`, id).Scan(&r.Paid, &r.Settled); err != nil {
		return err
	}
	r.Settled += r.Paid + r.WrittenOff
	if err := w.rechase(ctx, &r); err != nil {
		return err
	}
	if err := r.Check(); err != nil {
		return err
	}
	if _, err := receivables.update(ctx, w, &r); err != nil {
		return err
	}
	return w.recountOrder(ctx, r.OrderID)
}

// rechase works out how a receivable was chased, by everything that is kept.
func (w *write) rechase(ctx context.Context, r *model.Receivable) error {
	steps, err := dunnings.query(ctx, w.tx, "WHERE receivable_id = ? ORDER BY chased_on, id", r.ID)
	if err != nil || len(steps) == 0 && r.ChasedOn == "" {
		return err
	}
	paid, err := allocations.query(ctx, w.tx, "WHERE receivable_id = ? AND reversed_on = ''", r.ID)
	if err != nil {
		return err
	}
	r.Chase(steps, func(d model.Dunning) int64 { return d.PaidBefore(paid) })
	return nil
}

// CreditNote lowers what a receivable amounts to, by at most what is open. On
// one that follows an order it is a discount of the order.
func (s *Store) CreditNote(ctx context.Context, c model.Credit) (model.Credit, error) {
	err := s.change(ctx, model.ActCredit, c.Reason, func(w *write) error {
		r, err := receivables.byID(ctx, w.tx, c.ReceivableID)
		if err != nil {
			return err
		}
		c.CustomerID = r.CustomerID
		if c.CreditedOn == "" {
			c.CreditedOn = w.today
		}
		if err := c.Check(&r, w.today); err != nil {
			return err
		}
		open, err := w.openFrom(ctx, &r, c.CreditedOn)
		if err != nil {
			return err
		}
		if err := within("amount", c.Amount, open, r.Currency); err != nil {
			return err
		}
		if r.OrderID != 0 {
			return w.discountBy(ctx, &c, &r)
		}
		if err := credits.insert(ctx, w, &c); err != nil {
			return err
		}
		return w.recountReceivable(ctx, r.ID)
	})
	return c, err
}

// RemoveCredit takes a credit note back; one that follows from a change of an
// order is undone with it only.
func (s *Store) RemoveCredit(ctx context.Context, id int64) error {
	return s.change(ctx, model.ActCredit, "", func(w *write) error {
		c, err := credits.byID(ctx, w.tx, id)
		if err != nil {
			return err
		}
		r, err := receivables.byID(ctx, w.tx, c.ReceivableID)
		if err != nil {
			return err
		}
		if r.OrderID != 0 {
			return model.Refuse(model.RefusedOfOrder, r.OrderNo)
		}
		if err := credits.remove(ctx, w, id); err != nil {
			return err
		}
		return w.recountReceivable(ctx, c.ReceivableID)
	})
}

// WriteOff gives up what is open of a receivable, or a part of it, as a bad
// debt, with the reason. An amount of 0 is all that is open.
func (s *Store) WriteOff(ctx context.Context, id int64, off model.WriteOff) (model.Receivable, error) {
	return s.mark(ctx, model.ActWriteOff, id, off.Why, func(w *write, r *model.Receivable) error {
		whole := r.WriteOff(w.today)
		off.Amount, off.On, off.Why = cmp.Or(off.Amount, whole.Amount), cmp.Or(off.On, whole.On), model.CleanNote(off.Why)
		if err := off.Check(r, w.today); err != nil {
			return err
		}
		open, err := w.openFrom(ctx, r, off.On)
		if err != nil {
			return err
		}
		if err := within("written_off", off.Amount, open, r.Currency); err != nil {
			return err
		}
		r.GiveUp(off.Amount, off.On, off.Why)
		return nil
	})
}

// WriteBack takes a write-off back: from today on the debt is open again.
func (s *Store) WriteBack(ctx context.Context, id int64) (model.Receivable, error) {
	return s.mark(ctx, model.ActWriteOff, id, "", func(w *write, r *model.Receivable) error {
		if r.WrittenOff > 0 {
			r.GiveUp(-r.WrittenOff, w.today, "")
		}
		return nil
	})
}

// Dispute marks a receivable as disputed, with why; it isn't chased any more.
// Without a reason the dispute is over.
func (s *Store) Dispute(ctx context.Context, id int64, why string) (model.Receivable, error) {
	return s.mark(ctx, model.ActDispute, id, why, func(w *write, r *model.Receivable) error {
		r.Dispute(w.today, model.CleanNote(why))
		return nil
	})
}

// mark changes what a receivable keeps and recounts it.
func (s *Store) mark(ctx context.Context, act model.Act, id int64, why string, change func(*write,
	*model.Receivable) error) (model.Receivable, error) {
	var r model.Receivable
	err := s.change(ctx, act, why, func(w *write) (err error) {
		if r, err = receivables.byID(ctx, w.tx, id); err != nil {
			return err
		}
		if err := change(w, &r); err != nil {
			return err
		}
		if err := r.Check(); err != nil {
			return err
		}
		if _, err = receivables.update(ctx, w, &r); err != nil {
			return err
		}
		return w.recountOrder(ctx, r.OrderID)
	})
	return r, err
}

// past refuses a day to come for what has happened.
func past(field string, on, today model.Date) error {
	if on > today {
		return model.At(field, model.Refuse(model.RefusedFuture, string(on)))
	}
	return nil
}

// within refuses more than there is.
func within(field string, amount, open int64, currency string) error {
	if amount > open {
		return model.At(field, model.Refuse(model.RefusedOver, model.Money{Amount: amount, Currency: currency}.String(),
			model.Money{Amount: open, Currency: currency}.String()))
	}
	return nil
}

// SaveReconciliation keeps an account that was agreed on, new or edited.
func (s *Store) SaveReconciliation(ctx context.Context, r model.Reconciliation) (model.Reconciliation, error) {
	err := s.change(ctx, model.ActReconcile, "", func(w *write) error {
		c, err := customers.byID(ctx, w.tx, r.CustomerID)
		if err != nil {
			return err
		}
		if r.Currency == "" {
			r.Currency = c.Currency
		}
		if err := r.Check(); err != nil {
			return err
		}
		if r.ID == 0 {
			return reconciliations.insert(ctx, w, &r)
		}
		_, err = reconciliations.update(ctx, w, &r)
		return err
	})
	return r, err
}

// Reconciliations are those of a customer, the latest period first.
func (s *Store) Reconciliations(ctx context.Context, customer int64) ([]model.Reconciliation, error) {
	return reconciliations.query(ctx, s.db, "WHERE customer_id = ? ORDER BY to_on DESC, id DESC", customer)
}

// Credits are the credit notes of a receivable, the oldest first.
func (s *Store) Credits(ctx context.Context, receivable int64) ([]model.Credit, error) {
	return credits.query(ctx, s.db, "WHERE receivable_id = ? ORDER BY credited_on, id", receivable)
}

// Allocations are those on a receivable, the taken off ones too, the oldest
// first.
func (s *Store) Allocations(ctx context.Context, receivable int64) ([]model.Allocation, error) {
	return allocations.query(ctx, s.db, "WHERE receivable_id = ? ORDER BY allocated_on, id", receivable)
}
