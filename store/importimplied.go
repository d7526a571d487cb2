package store

import (
	"cmp"
	"slices"
	"strings"

	"genjin/model"
)

// A sheet of orders implies what is owed for them, and says of payments only
// what they came to; a sheet of receivables says so too. What is implied so is
// kept as such, and gives way to the sheet that states it, whichever comes
// first.

// openUp takes the implied payments off the receivables of the books, so that
// what a sheet states finds them open.
func (b *books) openUp() {
	for at := range b.owed {
		r := &b.owed[at]
		for _, a := range b.shares[r.ID] {
			if p := b.paymentOf(a.PaymentID); p != nil && p.Implied && a.ReversedOn == "" {
				r.Paid, r.Settled = r.Paid-a.Amount, r.Settled-a.Amount
				b.implied[at] += a.Amount
			}
		}
	}
	for i := range b.paid {
		if b.paid[i].Implied {
			b.surplus[b.paid[i].Currency] += b.paid[i].Advance()
		}
	}
}

// paymentOf is a payment that is there; nil for none.
func (b *books) paymentOf(id int64) *model.Payment {
	if i, ok := b.payment[id]; ok {
		return &b.paid[i]
	}
	return nil
}

// asKept is a receivable of the books with what is implied of it.
func (b *books) asKept(at int) model.Receivable {
	r := b.owed[at]
	part := min(b.implied[at], r.Open())
	r.Paid, r.Settled = r.Paid+part, r.Settled+part
	return r
}

// giveWay notes what of the implied payments a stated one takes the place of.
func (b *books) giveWay(d *plannedDebt) (sum int64) {
	left := d.payment.Amount - d.payment.Refunded
	for _, s := range d.shares {
		left -= s.amount
		if part := min(s.amount, b.implied[s.at]); part > 0 {
			b.implied[s.at] -= part
			d.gives = append(d.gives, plannedShare{at: s.at, amount: part})
			sum += part
		}
	}
	if part := min(left, b.surplus[d.payment.Currency]); part > 0 {
		b.surplus[d.payment.Currency] -= part
		d.gives = append(d.gives, plannedShare{at: -1, amount: part})
		sum += part
	}
	return sum
}

// takeSeats lets the receivables that a sheet states of an order take the place
// of those that the rule made of it; what is left of these goes.
func (p *plan) takeSeats(t *target, proposal int, claims [][]int, sheet []*sheetRow) []int {
	type pair struct{ claim, at, fit int }
	var pairs []pair
	b, seats, orders := t.books, make([]int, len(claims)), map[string]bool{}
	for c, places := range claims {
		seats[c] = -1
		first := sheet[places[0]]
		if !first.from.Exactly || !first.from.Follows {
			continue
		}
		r := &first.debt.receivable
		key := "o" + strings.ToLower(r.OrderNo)
		orders[key] = true
		for _, at := range b.named[key] {
			if k := &b.owed[at]; k.Implied && b.spoken[at] == 0 && k.Currency == r.Currency {
				fit := 4*points(k.Instalment == r.Instalment) + 2*points(k.InvoiceNo == r.InvoiceNo) + points(k.Amount == r.Amount)
				pairs = append(pairs, pair{c, at, fit})
			}
		}
	}
	slices.SortStableFunc(pairs, func(x, y pair) int { return cmp.Compare(y.fit, x.fit) })
	for _, x := range pairs {
		if seats[x.claim] < 0 && b.spoken[x.at] == 0 {
			seats[x.claim], b.spoken[x.at] = x.at, proposal
		}
	}
	for at := range b.owed {
		k := &b.owed[at]
		if k.Implied && k.ID != 0 && b.spoken[at] == 0 && orders["o"+strings.ToLower(k.OrderNo)] {
			b.spoken[at] = proposal
			t.drops = append(t.drops, k.ID)
			k.Settled, b.implied[at] = k.Amount, 0
		}
	}
	return seats
}

func points(yes bool) int {
	if yes {
		return 1
	}
	return 0
}

// restate lets a row take the place of an implied receivable.
func (p *plan) restate(b *books, row *sheetRow, at int) {
	kept, r := b.owed[at], row.debt.receivable
	var changes []model.FieldChange
	for _, f := range model.ReceivableFields {
		before, after := f.Get(&kept), f.Get(&r)
		if before != after && (!f.Kept || strings.HasPrefix(f.Code, "written_off") || strings.HasPrefix(f.Code, "disput")) &&
			f.Code != "customer_id" {
			changes = append(changes, model.FieldChange{Field: f.Code, Before: before, After: after, Currency: r.Currency})
		}
	}
	r.Meta, r.CustomerID, r.OrderID, r.Implied = kept.Meta, kept.CustomerID, kept.OrderID, false
	r.Paid = min(kept.Paid, r.Amount-r.Settled)
	r.Settled += r.Paid
	b.owed[at], b.implied[at] = r, 0
	b.name(at)
	row.debt.restates = true
	row.owed.Result = model.ResultUnchanged
	if row.owed.Changes = changes; len(changes) > 0 {
		row.owed.Result = model.ResultUpdated
	}
}

// collects plans the payment that a row implies by what was collected of its
// receivable, as far as no payment is known.
func (p *plan) collects(t *target, row *sheetRow, at int) {
	b, d := t.books, &row.debt
	r := &b.owed[at]
	sum := min(row.from.Collected-r.Paid, r.Open())
	if sum <= 0 || !d.adds && !d.restates {
		return
	}
	on := p.today
	for _, day := range []model.Date{r.DueOn, r.Since()} {
		if day != "" && day <= p.today {
			on = max(day, r.Since())
			break
		}
	}
	d.payment = model.Payment{CustomerID: r.CustomerID, Amount: sum, Currency: r.Currency, ReceivedOn: on, Implied: true}
	d.shares = []plannedShare{{at: at, amount: sum}}
	b.implied[at] += sum
	line := row.base
	line.Record, line.Result, line.Inferred = model.RowOfPayment, model.ResultNew, model.List("received_on")
	line.Money = b.note(d.payment, d.shares)
	row.paid = &line
}

// statedOf are the receivables of an order's number that are there already and
// belong to no order yet.
func (b *books) statedOf(o *model.Order) []int {
	return slices.DeleteFunc(slices.Clone(b.named["o"+strings.ToLower(o.OrderNo)]), func(at int) bool {
		return b.owed[at].OrderID != 0 || b.owed[at].Currency != o.Currency
	})
}
