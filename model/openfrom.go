package model

// An allocation that was taken off again has stood in between, and so has what
// a receivable was settled by then: what is open today may not have been on an
// earlier day. Whatever is dated back has to fit every day since.

// OpenFrom is what of a receivable is open on a day and on every later one.
func (r *Receivable) OpenFrom(day Date, allocations []Allocation, credits []Credit) int64 {
	days := []Date{day}
	for _, m := range r.OffMoves() {
		days = append(days, m.On)
	}
	for _, a := range allocations {
		days = append(days, a.AllocatedOn)
	}
	for _, c := range credits {
		days = append(days, c.CreditedOn)
	}
	open := r.Amount
	for _, on := range days {
		if on >= day {
			open = min(open, r.openOn(on, allocations, credits))
		}
	}
	return open
}

func (r *Receivable) openOn(day Date, allocations []Allocation, credits []Credit) int64 {
	open := r.Amount - AllocatedOn(allocations, day)
	for _, c := range credits {
		if c.CreditedOn <= day {
			open -= c.Amount
		}
	}
	return open - r.GivenUp(day)
}

// OpenSince is the first day, not before the given one, from which on so much
// of a receivable is open: an allocation that ended later held it until then.
// The amount has to be open by everything that is kept.
func (r *Receivable) OpenSince(day Date, amount int64, allocations []Allocation, credits []Credit) Date {
	first := lastDate
	for _, a := range append(allocations, Allocation{ReversedOn: day}) {
		on := a.ReversedOn
		if on >= day && on < first && r.OpenFrom(on, allocations, credits) >= amount {
			first = on
		}
	}
	if first == lastDate {
		return day
	}
	return first
}
