package model

import (
	"cmp"
	"slices"
	"strconv"
)

// Ledger is all money records of a customer, by which they refer to each other
// with their ids.
type Ledger struct {
	Receivables     []Receivable
	Payments        []Payment
	Allocations     []Allocation
	Credits         []Credit
	Refunds         []Refund
	Dunnings        []Dunning
	Reconciliations []Reconciliation
}

// IsEmpty reports whether there is no record in it.
func (l *Ledger) IsEmpty() bool {
	return len(l.Receivables)+len(l.Payments)+len(l.Reconciliations) == 0
}

// LedgerError says which record of a ledger is wrong.
type LedgerError struct {
	Record string // its kind
	Err    error
}

func (e *LedgerError) Error() string { return e.Record + ": " + e.Err.Error() }

func (e *LedgerError) Unwrap() error { return e.Err }

// Recount works out what the receivables and payments keep from the single
// movements, and refuses a ledger that doesn't add up, or whose records refer
// to none of it, with a LedgerError. Ids are those of the ledger; whose records
// they are isn't looked at.
func (l *Ledger) Recount() error {
	owed, paid := map[int64]*Receivable{}, map[int64]*Payment{}
	l.forgetMoved()
	for i := range l.Receivables {
		r := &l.Receivables[i]
		if r.Paid, r.Settled = 0, r.WrittenOff; owed[r.ID] != nil {
			return twice("receivable", r.ID)
		}
		owed[r.ID] = r
	}
	for i := range l.Payments {
		p := &l.Payments[i]
		if p.Allocated, p.Refunded = 0, 0; paid[p.ID] != nil {
			return twice("payment", p.ID)
		}
		paid[p.ID] = p
	}
	for _, step := range []func(map[int64]*Receivable, map[int64]*Payment) error{l.recountAllocations, l.recountCredits,
		l.recountRefunds, l.recountChasing} {
		if err := step(owed, paid); err != nil {
			return err
		}
	}
	return l.check()
}

// forgetMoved leaves out the allocations that ended when an order, with its
// receivables, went to another customer: they are in none of this ledger.
func (l *Ledger) forgetMoved() {
	here := map[int64]bool{}
	for _, r := range l.Receivables {
		here[r.ID] = true
	}
	l.Allocations = slices.DeleteFunc(l.Allocations, func(a Allocation) bool { return a.ReversedOn != "" && !here[a.ReceivableID] })
}

func missing(record, field string, id int64) error {
	return &LedgerError{record, At(field, Refuse(RefusedMissing, strconv.FormatInt(id, 10)))}
}

func twice(record string, id int64) error {
	return &LedgerError{record, At("id", Refuse(RefusedShape, strconv.FormatInt(id, 10)))}
}

// grow adds to a kept sum.
func grow(record string, sum *int64, n int64) error {
	total, ok := AddMoney(*sum, n)
	if !ok || n < 0 || total > MaxAmount {
		return &LedgerError{record, At("amount", Refuse(RefusedAmountRange, strconv.FormatInt(n, 10)))}
	}
	*sum = total
	return nil
}

func (l *Ledger) recountAllocations(owed map[int64]*Receivable, paid map[int64]*Payment) error {
	const record = "allocation"
	for _, a := range l.Allocations {
		r, p := owed[a.ReceivableID], paid[a.PaymentID]
		switch {
		case r == nil:
			return missing(record, "receivable_id", a.ReceivableID)
		case p == nil:
			return missing(record, "payment_id", a.PaymentID)
		case r.Currency != p.Currency:
			return &LedgerError{record, Refuse(RefusedForeign, p.Currency, r.Currency)}
		case a.ReversedOn != "":
			continue
		}
		for _, sum := range []*int64{&r.Paid, &r.Settled, &p.Allocated} {
			if err := grow(record, sum, a.Amount); err != nil {
				return err
			}
		}
	}
	return nil
}

func (l *Ledger) recountCredits(owed map[int64]*Receivable, _ map[int64]*Payment) error {
	for _, c := range l.Credits {
		r := owed[c.ReceivableID]
		if r == nil {
			return missing("credit", "receivable_id", c.ReceivableID)
		}
		if err := grow("credit", &r.Settled, c.Amount); err != nil {
			return err
		}
	}
	return nil
}

func (l *Ledger) recountRefunds(_ map[int64]*Receivable, paid map[int64]*Payment) error {
	for _, back := range l.Refunds {
		p := paid[back.PaymentID]
		if p == nil {
			return missing("refund", "payment_id", back.PaymentID)
		}
		if err := grow("refund", &p.Refunded, back.Amount); err != nil {
			return err
		}
	}
	return nil
}

func (l *Ledger) recountChasing(owed map[int64]*Receivable, _ map[int64]*Payment) error {
	steps, settled := map[int64][]Dunning{}, map[int64][]Allocation{}
	for _, d := range l.Dunnings {
		if owed[d.ReceivableID] == nil {
			return missing("dunning", "receivable_id", d.ReceivableID)
		}
		steps[d.ReceivableID] = append(steps[d.ReceivableID], d)
	}
	for _, a := range l.Allocations {
		if a.ReversedOn == "" {
			settled[a.ReceivableID] = append(settled[a.ReceivableID], a)
		}
	}
	for id, r := range owed {
		own := steps[id]
		slices.SortStableFunc(own, func(a, b Dunning) int {
			return cmp.Or(cmp.Compare(a.ChasedOn, b.ChasedOn), cmp.Compare(a.ID, b.ID))
		})
		r.Chase(own, func(d Dunning) int64 { return d.PaidBefore(settled[id]) })
	}
	return nil
}

// check refuses records that can't be kept, and sums that were more than there
// is on some day.
func (l *Ledger) check() error {
	settled, notes := map[int64][]Allocation{}, map[int64][]Credit{}
	used, back := map[int64][]Allocation{}, map[int64][]Refund{}
	for _, a := range l.Allocations {
		settled[a.ReceivableID], used[a.PaymentID] = append(settled[a.ReceivableID], a), append(used[a.PaymentID], a)
	}
	for _, c := range l.Credits {
		notes[c.ReceivableID] = append(notes[c.ReceivableID], c)
	}
	for _, r := range l.Refunds {
		back[r.PaymentID] = append(back[r.PaymentID], r)
	}
	for i := range l.Receivables {
		r := &l.Receivables[i]
		err := r.Check()
		if open := r.OpenFrom("", settled[r.ID], notes[r.ID]); err == nil && open < 0 {
			err = At("amount", Refuse(RefusedSettled, r.money(r.Amount), r.money(r.Amount-open)))
		}
		if err != nil {
			return &LedgerError{"receivable", err}
		}
	}
	for i := range l.Payments {
		p := &l.Payments[i]
		err := p.Check()
		if free := p.FreeFrom("", used[p.ID], back[p.ID]); err == nil && free < 0 {
			err = At("amount", Refuse(RefusedAllocated, p.money(p.Amount), p.money(p.Amount-free)))
		}
		if err != nil {
			return &LedgerError{"payment", err}
		}
	}
	return l.checkRest()
}

func (l *Ledger) checkRest() error {
	for i := range l.Allocations {
		if err := AllocationFields.Check(&l.Allocations[i]); err != nil {
			return &LedgerError{"allocation", err}
		}
	}
	for i := range l.Credits {
		if err := CreditFields.Check(&l.Credits[i]); err != nil {
			return &LedgerError{"credit", err}
		}
	}
	for i := range l.Refunds {
		if err := RefundFields.Check(&l.Refunds[i]); err != nil {
			return &LedgerError{"refund", err}
		}
	}
	for i := range l.Dunnings {
		if err := DunningFields.Check(&l.Dunnings[i]); err != nil {
			return &LedgerError{"dunning", err}
		}
	}
	for i := range l.Reconciliations {
		if err := l.Reconciliations[i].Check(); err != nil {
			return &LedgerError{"reconciliation", err}
		}
	}
	return nil
}
