package model

import (
	"slices"
)

// OrderMoney is what the receivables of an order come to by a day, in minor units
// of its currency.
type OrderMoney struct {
	Billed      int64 // made of it, less what was credited
	Collected   int64
	Outstanding int64
	Last        Date // when the last of it was sold, paid, credited or given up
}

// PaidUp is the day since which nothing of an order's receivables is open; "" while
// something is, or while not all of the order has become one.
func (m OrderMoney) PaidUp(o *Order) Date {
	if m.Outstanding > 0 || m.Billed < o.Total {
		return ""
	}
	return max(m.Last, o.ConfirmedOn)
}

// OrderPast is what an order's standing on an earlier day is worked out from.
type OrderPast struct {
	Nodes   OrderNodes    // as they are kept
	Changes []OrderChange // all of it, the newest first
	Money   OrderMoney    // as of the day
	Stopped bool          // by its lines of the day its prices had to be approved: somebody may have done so without need
}

// Changed reports whether the order was changed after a day.
func (p *OrderPast) Changed(day Date) bool {
	return slices.ContainsFunc(p.Changes, func(c OrderChange) bool { return c.ChangedOn > day })
}

// Touched reports whether something happened to an order after a day.
func (p *OrderPast) Touched(o *Order, day Date) bool {
	m := p.Money
	return o.MovedOn > day || p.Changed(day) || m.Billed != o.Billed || m.Collected != o.Collected || m.Outstanding != o.Outstanding
}

// At is the order with its nodes as they stood on a day: what happened later is
// not known yet, neither is what came with it, and the days that the rule planned
// by it are those that it planned before (rule 2.4).
func (o Order) At(day Date, past OrderPast, s Settings) (Order, OrderNodes) {
	now, then := o, slices.Clone(past.Nodes)
	later := slices.DeleteFunc(slices.Clone(past.Changes), func(c OrderChange) bool { return c.ChangedOn <= day })
	o.unchange(later, past.Changes)
	noted := o.unreprice(later, then)
	for i := range then {
		if then[i].DoneOn > day {
			then[i].DoneOn = ""
		}
	}
	o.forget(day, past.Stopped)
	o.awaitReview(day, past.Changes, then)
	o.Billed, o.Collected, o.Outstanding = past.Money.Billed, past.Money.Collected, past.Money.Outstanding
	o.Follow(then, "")
	if !noted {
		o.guessReview(later, then)
	}
	then.Replan(&now, &o, s)
	o.Follow(then, past.Money.PaidUp(&o))
	return o, then
}

// forget empties what was not known on a day, by the event with which it came.
func (o *Order) forget(day Date, stopped bool) {
	for _, d := range []*Date{&o.QuotedOn, &o.AcceptedOn, &o.SignedOn} {
		if *d > day {
			*d = ""
		}
	}
	if o.ReservedOn > day {
		o.ReservedOn, o.ReservedUntil = "", ""
	}
	if o.ConfirmedOn > day {
		o.LimitWhy = ""
	}
	if o.ApprovedOn > day {
		o.Review, o.ApprovedBy, o.ApprovedOn, o.ApprovedWhy = ReviewFine, "", "", ""
		if stopped {
			o.Review = ReviewNeeded
		}
	}
	if o.ShippedOn > day {
		o.Carrier, o.Waybill, o.Vehicle, o.ETA, o.ShipWhy = "", "", "", "", ""
	}
	if o.ReceivedOn > day {
		o.ReceivedBy = ""
	}
	if o.InvoicedOn > day {
		o.InvoiceNo = ""
	}
	if o.CancelledOn > day {
		o.CancelledOn, o.CancelledWhy = "", ""
	}
}

// unchange takes back the later ones of all changes, the newest first: the sum
// and its currency, the promised day, and whose the order was.
func (o *Order) unchange(later, all []OrderChange) {
	first := OrderChange{} // of the promised day, as they were entered
	for _, c := range later {
		o.Total -= c.TotalAfter - c.TotalBefore
		switch {
		case c.Kind == ChangeTransfer:
			o.CustomerID = c.CustomerID
		case c.Kind == ChangeEdit:
			o.Currency = c.Currency
		case c.Kind == ChangeReschedule && (first.ID == 0 || c.ID < first.ID):
			first = c
		}
	}
	if first.ID == 0 {
		return
	}
	o.PromisedOn = Date(first.Before)
	for _, c := range all[len(later):] {
		if c.Kind == ChangeReschedule && c.ID > first.ID { // entered after it, for a day before
			o.PromisedOn = Date(c.After)
			return
		}
	}
}

// guessReview takes back, of changes that noted nothing, that other prices had to
// be looked at again: a confirmed order's had been when it was confirmed. What
// came back kept its price.
func (o *Order) guessReview(later []OrderChange, nodes OrderNodes) {
	other := func(c OrderChange) bool { return c.Kind == ChangeExchange || c.Kind == ChangeDiscount }
	review := nodes.Of(NodeReview)
	if review == nil || !slices.ContainsFunc(later, other) {
		return
	}
	if o.Review == ReviewNeeded {
		o.Review = ReviewFine
	}
	if o.ConfirmedOn != "" && review.DoneOn == "" {
		review.DoneOn, review.PlannedOn = o.ConfirmedOn, ""
	}
}

// Until are the events that have happened by a day; what is planned is known
// before.
func (e Events) Until(day Date) Events {
	known := Events{}
	for event, on := range e {
		if on <= day || event == EventShipBy {
			known[event] = on
		}
	}
	return known
}

// EventsSince are the events of an order as they are now, and for when shipping
// was planned on an earlier day.
type EventsSince struct {
	Now         Events
	PlannedThen Date
}

// on are the events as they were known on the earlier day.
func (e EventsSince) on(day Date) Events {
	known := e.Now.Until(day)
	known[EventShipBy] = e.PlannedThen
	return known
}

// ForgetAfter empties what of a receivable that exists on a day was not known on
// it: its invoice, its sale, that it was given up or disputed, and a due date that
// follows from a later event of its order, which has these.
func (r *Receivable) ForgetAfter(day Date, order EventsSince, s Settings) {
	if !r.Exists(day) {
		return
	}
	order.Now = r.ownEvents(order.Now, order.Now[EventInvoice])
	if r.InvoicedOn > day {
		r.InvoicedOn, r.InvoiceNo = "", ""
	}
	if r.SaleOn > day {
		r.SaleOn = ""
	}
	r.ForgetOffAfter(day)
	r.ForgetDisputesAfter(day)
	i, ok := r.instalmentOf()
	if !ok {
		return
	}
	for event, on := range order.Now {
		// Since it was paid it may have stayed where an earlier event put it.
		moved := event == EventShipBy && on != order.PlannedThen
		if (on > day || moved) && r.DueOn == i.Due(order.Now.Until(max(on, day)), s) {
			r.DueOn = i.Due(order.on(day), s)
			return
		}
	}
}
