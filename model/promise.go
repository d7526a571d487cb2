package model

import (
	"cmp"
	"slices"
)

// PromiseState is what became of a promise to pay (rule 2.6).
type PromiseState string

// The states.
const (
	PromisePending PromiseState = "pending" // its day has not passed
	PromiseKept    PromiseState = "kept"    // paid by its day
	PromiseLate    PromiseState = "late"    // paid after it
	PromiseBroken  PromiseState = "broken"  // passed, and not paid
)

// PromiseStates are the states, the most pressing first.
var PromiseStates = []PromiseState{PromiseBroken, PromisePending, PromiseLate, PromiseKept}

// Promise is a line of the ledger of promises.
type Promise struct {
	Dunning
	State    PromiseState
	PaidOn   Date  // the day on which it was paid in full
	Paid     int64 // what came for it, no more than was promised
	Currency string
	Name     string // the receivable's
	Customer string
}

// Promised is what became of the promises of one receivable as of a day. What
// came counts for one of them only: for the promises made before it whose day
// had not passed, the earliest day first, then for the passed ones, the latest
// first.
func Promised(made []Dunning, allocations []Allocation, asOf Date) []Promise {
	list := make([]Promise, len(made))
	for i, d := range made {
		list[i] = Promise{Dunning: d, State: PromiseBroken}
	}
	own := slices.DeleteFunc(slices.Clone(allocations), func(a Allocation) bool { return !a.On(asOf) })
	slices.SortStableFunc(own, func(a, b Allocation) int {
		return cmp.Or(cmp.Compare(a.AllocatedOn, b.AllocatedOn), cmp.Compare(a.CreatedAt, b.CreatedAt), cmp.Compare(a.ID, b.ID))
	})
	for _, a := range own {
		left := a.Amount
		for _, p := range waiting(list, a) {
			part := min(left, p.PromiseAmount-p.Paid)
			p.Paid, left = p.Paid+part, left-part
			if p.Paid >= p.PromiseAmount && p.PaidOn == "" {
				p.PaidOn = a.AllocatedOn
			}
		}
	}
	for i := range list {
		switch p := &list[i]; {
		case p.PaidOn != "" && p.PaidOn <= p.PromiseOn:
			p.State = PromiseKept
		case p.PaidOn != "":
			p.State = PromiseLate
		case asOf <= p.PromiseOn:
			p.State = PromisePending
		}
	}
	return list
}

// waiting are the promises of a receivable for which an allocation may count, in
// the order in which it does.
func waiting(list []Promise, a Allocation) []*Promise {
	var open []*Promise
	for i := range list {
		if p := &list[i]; p.ReceivableID == a.ReceivableID && p.PaidOn == "" && a.After(p.Dunning) {
			open = append(open, p)
		}
	}
	slices.SortStableFunc(open, func(x, y *Promise) int {
		passed := func(p *Promise) bool { return p.PromiseOn < a.AllocatedOn }
		if passed(x) && passed(y) {
			x, y = y, x // the latest first
		}
		return cmp.Or(cmp.Compare(flag(passed(x)), flag(passed(y))), cmp.Compare(x.PromiseOn, y.PromiseOn), cmp.Compare(x.ID, y.ID))
	})
	return open
}

// PaidBefore is what of allocations was there when a chasing step was taken.
func (d Dunning) PaidBefore(allocations []Allocation) (sum int64) {
	for _, a := range allocations {
		if !a.After(d) {
			sum += a.Amount // never more than the receivable's amount
		}
	}
	return sum
}

// After reports whether an allocation was made after a chasing step; of the
// same day the one noted later.
func (a Allocation) After(d Dunning) bool {
	return a.AllocatedOn > d.ChasedOn || a.AllocatedOn == d.ChasedOn && a.CreatedAt > d.CreatedAt
}

// PromisesMade counts promises by what became of them. What a customer promised
// on one day for another is one promise, over however many receivables it was
// spread; it is as good as the worst part of it.
func PromisesMade(list []Promise) map[PromiseState]int {
	type promise struct {
		customer   int64
		currency   string
		made, upon Date
	}
	worst := map[promise]int{}
	for _, p := range list {
		key := promise{p.CustomerID, p.Currency, p.ChasedOn, p.PromiseOn}
		n := slices.Index(PromiseStates, p.State)
		if known, ok := worst[key]; !ok || n < known {
			worst[key] = n
		}
	}
	counts := map[PromiseState]int{}
	for _, n := range worst {
		counts[PromiseStates[n]]++
	}
	return counts
}
