package model

import (
	"cmp"
	"slices"
	"sync"
)

// Schedule is the terms by which an order is paid: its own, else the
// customer's; none when there are none that can be read.
func (o *Order) Schedule(c *Customer) (Terms, bool) {
	for _, text := range []string{o.Terms, c.Terms} {
		if text == "" {
			continue
		}
		if t, err := ParseTerms(text); err == nil {
			return t, true
		}
	}
	return Terms{}, false
}

// Owed are the receivables that confirming an order makes (rule 2.5): one an
// instalment of the terms, or one of the whole without a due date. They add up
// to the total exactly; due dates whose events haven't happened stay empty.
func (o *Order) Owed(c *Customer, s Settings) []Receivable {
	whole := Receivable{
		CustomerID: o.CustomerID, OrderID: o.ID, OrderNo: o.OrderNo, Kind: DueGoods,
		SaleOn: o.ConfirmedOn, Currency: o.Currency, Amount: o.Total,
	}
	if o.Total == 0 {
		return nil
	}
	if t, ok := o.Schedule(c); ok {
		return t.Split(whole, o.Events(), s)
	}
	return []Receivable{whole}
}

// termsRead are terms by their text, of which many receivables have the same; none
// where the text can't be read.
var termsRead sync.Map

// instalmentOf is the instalment of its terms that a receivable is.
func (r *Receivable) instalmentOf() (Instalment, bool) {
	read, known := termsRead.Load(r.Terms)
	if !known {
		t, err := parseTerms(r.Terms, false)
		if err != nil {
			t.Instalments = nil
		}
		read, _ = termsRead.LoadOrStore(r.Terms, t.Instalments)
	}
	list, at := read.([]Instalment), max(int(r.Instalment)-1, 0)
	if at >= len(list) {
		return Instalment{}, false
	}
	return list[at], true
}

// FollowsShipping reports whether a receivable is due by when its order's shipping
// is planned.
func (r *Receivable) FollowsShipping() bool {
	i, ok := r.instalmentOf()
	return ok && i.BeforeShipping()
}

// Reschedule moves the due date of an order's receivable with the days of the
// order's events. One that a person chose stays, and so does that of a
// receivable with nothing open.
func (r *Receivable) Reschedule(before, after Events, s Settings) {
	before, after = r.ownEvents(before, after[EventInvoice]), r.ownEvents(after, after[EventInvoice])
	i, ok := r.instalmentOf()
	if ok && r.Open() > 0 && (r.DueOn == "" || r.DueOn == i.Due(before, s)) {
		r.DueOn = i.Due(after, s)
	}
}

// NewestFirst orders an order's receivables for crediting: the last instalment
// first.
func NewestFirst(list []Receivable) {
	slices.SortStableFunc(list, func(a, b Receivable) int {
		return cmp.Or(cmp.Compare(b.Instalment, a.Instalment), cmp.Compare(b.ID, a.ID))
	})
}

// OwedMore is the receivable for what a change added to a confirmed order, due
// as the last instalment of its terms.
func (o *Order) OwedMore(c *Customer, more int64, on Date, s Settings) Receivable {
	r := Receivable{
		CustomerID: o.CustomerID, OrderID: o.ID, OrderNo: o.OrderNo, Kind: DueGoods,
		SaleOn: max(on, o.ConfirmedOn), Currency: o.Currency, Amount: more,
	}
	t, ok := o.Schedule(c)
	if !ok {
		return r
	}
	last := len(t.Instalments) - 1
	r.Terms, r.DueOn, r.Kind = t.Text, t.Instalments[last].Due(o.Events(), s), t.Instalments[last].Kind
	if last > 0 {
		r.Instalment, r.Instalments = int64(last+1), int64(last+1)
	}
	return r
}

// MovedTo is what another customer owes from a day on of a receivable whose order
// goes to them: so much of it, due as it was. The invoice was another one's.
func (r Receivable) MovedTo(customer, amount int64, on Date) Receivable {
	r.Meta, r.CustomerID, r.Amount, r.SaleOn, r.Moved = Meta{}, customer, amount, on, true
	if r.InvoicedOn < on {
		r.InvoicedOn = ""
	}
	r.WrittenOff, r.WrittenOffOn, r.WrittenOffWhy, r.WriteOffs = 0, "", "", ""
	r.Chase(nil, nil)
	return r
}

// FollowsOrder refuses an edited receivable of an order that would differ from
// it: the sum, the currency and the number are the order's.
func (r *Receivable) FollowsOrder(kept *Receivable) error {
	if kept.OrderID == 0 {
		return nil
	}
	for _, code := range ReceivableFields.Diff(kept, r) {
		switch code {
		case "amount", "currency", "order_no", "sale_on", "terms":
			return At(code, Refuse(RefusedOfOrder, kept.OrderNo))
		}
	}
	return nil
}
