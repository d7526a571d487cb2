package model

import "strings"

// StopLevel is the level of chasing from which on nothing is shipped: 停止发货.
const StopLevel = 4

// BeforeShipping reports whether a receivable of an order is to be paid before its
// goods go out: by its terms, or as a deposit.
func (r *Receivable) BeforeShipping() bool {
	i, ok := r.instalmentOf()
	return ok && (i.BeforeShipping() || i.Event == EventSign)
}

// Held is what there is to be looked at before the goods of an order go out (rule
// 2.5).
type Held struct {
	Unpaid  []Receivable // of the order: what should have been paid before
	Stopped []Money      // what is open of the customer that was chased to the stop of shipments
	Advance []Money      // what the customer has paid and nothing is settled with
}

// HeldOf picks what should have been paid before out of an order's receivables.
func HeldOf(owed []Receivable) Held {
	var h Held
	for i := range owed {
		if r := &owed[i]; r.Open() > 0 && r.BeforeShipping() {
			h.Unpaid = append(h.Unpaid, *r)
		}
	}
	return h
}

// IsNothing reports whether nothing speaks against shipping.
func (h Held) IsNothing() bool { return len(h.Unpaid)+len(h.Stopped) == 0 }

// MayGoOut refuses goods that should have been paid for, or of a customer to whom
// nothing is shipped, unless it is said why; the order keeps that.
func (o *Order) MayGoOut(h Held, why string) error {
	if h.IsNothing() {
		return nil
	}
	if why = CleanNote(why); why != "" {
		o.ShipWhy = why
		return nil
	}
	unpaid := Money{Currency: o.Currency}
	for i := range h.Unpaid {
		unpaid.Amount += h.Unpaid[i].Open()
	}
	args := []string{"", ""}
	if unpaid.Amount > 0 {
		args[0] = unpaid.String() + " " + unpaid.Currency
	}
	var stopped []string
	for _, m := range h.Stopped {
		stopped = append(stopped, m.String()+" "+m.Currency)
	}
	args[1] = strings.Join(stopped, ", ")
	return At("reason", Refuse(RefusedShipping, args...))
}
