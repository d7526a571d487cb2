package model

import (
	"cmp"
	"slices"
	"strconv"
)

// Naming is how a row of a file names the currency of its amounts where it names
// none for certain: not at all, or by a sign that several have, ¥ of yuan and
// yen. Until it is known whose they are, such amounts are read as if they had the
// minor units of the default currency.
type Naming struct {
	Sign string
	Lent bool // one amount of the row names the currency, and it is taken for others that name none
}

// Names notes what an amount says of its currency, and reports whether it names
// one. Refused: RefusedDiffers for signs that have no currency in common.
func (n *Naming) Names(text string) (bool, error) {
	code, sign := CurrencyIn(text)
	if code != "" || sign == "" {
		return code != "", nil
	}
	both, ok := joinSigns(n.Sign, sign)
	if !ok {
		return false, At("currency", Refuse(RefusedDiffers, sign, n.Sign))
	}
	n.Sign = both
	return false, nil
}

// Of is the currency that is meant where one is usual.
func (n Naming) Of(usual string) string { return namedCurrency(n.Sign, cmp.Or(usual, DefaultCurrency)) }

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
	return d, At("amount", allInUnitsOf(currency, sums))
}

// In is an order that names no currency in the one that it is then in: the
// customer's. What that currency has no smaller unit for is refused.
func (p ProposedOrder) In(currency string) ProposedOrder {
	p.Order.Currency, p.Lines, p.Changes = currency, slices.Clone(p.Lines), slices.Clone(p.Changes)
	sums := []*int64{&p.Order.Collected, &p.Sum}
	for i := range p.Changes {
		p.Changes[i].Currency = currency
		sums = append(sums, &p.Changes[i].TotalBefore, &p.Changes[i].TotalAfter)
	}
	p.Err = At("total", allInUnitsOf(currency, sums))
	for i := range p.Lines {
		l := &p.Lines[i]
		if l.Err == nil {
			l.Err = At("unit_price", allInUnitsOf(currency, []*int64{&l.Line.UnitPrice, &l.Line.Discount, &l.Amount}))
		}
	}
	p.SettleLines()
	return p
}

// InCurrency brings a record whose amounts name no currency into one. Refused:
// RefusedAmountParts for a part of what it has no smaller unit for.
func InCurrency[T any](fields Fields[T], rec *T, currency string) error {
	for _, f := range fields {
		n, isSum := f.Ptr(rec).(*int64)
		if f.Kind != KindAmount || !isSum {
			continue
		}
		if err := inUnitsOf(currency, n); err != nil {
			return At(f.Code, err)
		}
	}
	of, _ := fields.ByCode("currency")
	of.Set(rec, currency)
	return nil
}

// KeepsMoney refuses a row that puts a record into another currency and leaves
// an amount of it as a number: 50,000 yuan don't become 50,000 dollars.
// Refused: RefusedOtherMoney at the amount that the row doesn't say.
func KeepsMoney[T any](fields Fields[T], kept, said *T) error {
	of, _ := fields.ByCode("currency")
	was, is := of.Get(kept), of.Get(said)
	for _, f := range fields {
		n, isSum := f.Ptr(kept).(*int64)
		if f.Kind != KindAmount || !isSum || *n == 0 || is == "" || was == "" || was == is {
			continue
		}
		if of := f.Ptr(said).(*int64); *of == 0 {
			return At(f.Code, Refuse(RefusedOtherMoney, Money{*n, was}.String(), is))
		}
	}
	return nil
}

func allInUnitsOf(currency string, sums []*int64) error {
	for _, n := range sums {
		if err := inUnitsOf(currency, n); err != nil {
			return err
		}
	}
	return nil
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
