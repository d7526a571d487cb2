package model

import (
	"cmp"
	"slices"
)

// PromiseState is what became of a promise to pay (SPEC 2.6).
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
	Paid     int64 // what came since it was made
	Currency string
	Name     string // the receivable's
	Customer string
}

// Promised is what became of the promise of a chasing step as of a day: what
// has been allocated to the receivable since it was made.
func (d Dunning) Promised(allocations []Allocation, asOf Date) Promise {
	p := Promise{Dunning: d, State: PromiseBroken}
	own := slices.DeleteFunc(slices.Clone(allocations), func(a Allocation) bool {
		return a.ReceivableID != d.ReceivableID || !a.On(asOf) || !a.After(d)
	})
	slices.SortStableFunc(own, func(a, b Allocation) int { return cmp.Compare(a.AllocatedOn, b.AllocatedOn) })
	for _, a := range own {
		p.Paid += a.Amount // never more than the receivable's amount
		if p.Paid >= d.PromiseAmount && p.PaidOn == "" {
			p.PaidOn = a.AllocatedOn
		}
	}
	switch {
	case p.PaidOn != "" && p.PaidOn <= d.PromiseOn:
		p.State = PromiseKept
	case p.PaidOn != "":
		p.State = PromiseLate
	case asOf <= d.PromiseOn:
		p.State = PromisePending
	}
	return p
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
