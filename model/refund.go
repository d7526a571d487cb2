package model

import (
	"cmp"
	"slices"
)

// Refund is a part of an advance that was given back 退款 (rule 1.5). Its
// currency is the payment's.
type Refund struct {
	Meta
	PaymentID  int64
	CustomerID int64
	RefundedOn Date
	Amount     int64
	Method     PayMethod
	Reason     string
}

// RefundFields is the field table of Refund.
var RefundFields = Fields[Refund]{
	reference("payment_id", RowOfPayment, func(r *Refund) *int64 { return &r.PaymentID }),
	ofCustomer(func(r *Refund) *int64 { return &r.CustomerID }),
	date("refunded_on", func(r *Refund) *Date { return &r.RefundedOn }).required().form(2).flag("on"),
	amount("amount", func(r *Refund) *int64 { return &r.Amount }).required().form(1).half(),
	choice("method", append(slices.Clone(PayMethods), PayMoved), func(r *Refund) *PayMethod { return &r.Method }).form(3).flag("method").
		ruled(string(PayMoved)),
	note("reason", func(r *Refund) *string { return &r.Reason }).required().form(4).flag("reason"),
}

// Check refuses a refund that can't be kept: without a reason, or before the
// money came. free is what of the payment can be given back from its day on.
func (r *Refund) Check(p *Payment, free int64) error {
	if err := RefundFields.Check(r); err != nil {
		return err
	}
	switch {
	case p.ReversedOn != "":
		return Refuse(RefusedReversed)
	case r.RefundedOn < p.ReceivedOn:
		return At("refunded_on", Refuse(RefusedBefore, string(r.RefundedOn), string(p.ReceivedOn)))
	case r.Amount > free:
		return At("amount", Refuse(RefusedAdvance, p.money(r.Amount), p.money(max(free, 0))))
	}
	return nil
}

// FreeFrom is how much of a payment is the customer's advance on a day and on
// every later one: an allocation that was taken off since stood in between.
func (p *Payment) FreeFrom(day Date, allocations []Allocation, refunds []Refund) int64 {
	days := []Date{max(day, p.ReceivedOn)}
	for _, a := range allocations {
		days = append(days, a.AllocatedOn)
	}
	for _, r := range refunds {
		days = append(days, r.RefundedOn)
	}
	free := p.Amount
	for _, on := range days {
		if on >= day {
			free = min(free, p.Amount-AllocatedOn(allocations, on)-RefundedOn(refunds, on))
		}
	}
	return free
}

// AllocatedOn is what of allocations counts as of a day.
func AllocatedOn(list []Allocation, asOf Date) (sum int64) {
	for _, a := range list {
		if a.On(asOf) {
			sum += a.Amount // never more than the payment
		}
	}
	return sum
}

// RefundedOn is what of refunds had been given back by a day.
func RefundedOn(list []Refund, asOf Date) (sum int64) {
	for _, r := range list {
		if r.RefundedOn <= asOf {
			sum += r.Amount // never more than the payment
		}
	}
	return sum
}

// FreePayment is a payment with what of it can be given back.
type FreePayment struct {
	Payment
	Free int64
}

// SplitRefund divides a refund over the advances of its currency, the oldest
// first and drafts that are no money yet last. It returns what can't be given
// back, which is more than there is.
func SplitRefund(r Refund, currency string, advances []FreePayment) (parts []Refund, rest int64) {
	advances = slices.Clone(advances)
	slices.SortStableFunc(advances, func(a, b FreePayment) int {
		return cmp.Or(cmp.Compare(flag(a.Immature(r.RefundedOn)), flag(b.Immature(r.RefundedOn))), cmp.Compare(a.ReceivedOn, b.ReceivedOn),
			cmp.Compare(a.ID, b.ID))
	})
	rest = r.Amount
	for _, p := range advances {
		if p.Currency != currency || p.Free <= 0 || rest <= 0 || p.ReceivedOn > r.RefundedOn {
			continue
		}
		part := r
		part.PaymentID, part.CustomerID, part.Amount = p.ID, p.CustomerID, min(rest, p.Free)
		parts = append(parts, part)
		rest -= part.Amount
	}
	return parts, rest
}
