package model

import (
	"slices"
	"strconv"
)

// Unnamed amounts of a file are read as if they had the minor units of the
// default currency, until it is known whose they are.

// In is a row about money that names no currency, in the one that it is then in:
// the customer's. Refused: RefusedAmountParts for a part of what that currency
// has no smaller unit for.
func (d ProposedDebt) In(currency string) (ProposedDebt, error) {
	d.Unnamed = true
	d.Receivable.Currency, d.Payment.Currency = currency, currency
	d.Settles, d.Credits, d.Refunds = slices.Clone(d.Settles), slices.Clone(d.Credits), slices.Clone(d.Refunds)
	sums := []*int64{&d.Receivable.Amount, &d.Receivable.WrittenOff, &d.Collected, &d.Payment.Amount}
	for i := range d.Settles {
		sums = append(sums, &d.Settles[i].Amount)
	}
	for i := range d.Credits {
		sums = append(sums, &d.Credits[i].Amount)
	}
	for i := range d.Refunds {
		sums = append(sums, &d.Refunds[i].Amount)
	}
	for _, n := range sums {
		if err := inUnitsOf(currency, n); err != nil {
			return d, At("amount", err)
		}
	}
	return d, nil
}

// inUnitsOf brings an amount from the minor units of the default currency to
// those of another one.
func inUnitsOf(currency string, n *int64) error {
	from, to := Decimals(DefaultCurrency), Decimals(currency)
	for ; to < from; from-- {
		if *n%10 != 0 {
			return Refuse(RefusedAmountParts, Money{*n, DefaultCurrency}.String(), strconv.Itoa(to))
		}
		*n /= 10
	}
	for ; to > from; from++ {
		if *n > MaxAmount/10 {
			return Refuse(RefusedAmountRange, strconv.FormatInt(*n, 10))
		}
		*n *= 10
	}
	return nil
}
