package store

import (
	"context"
	"strings"

	"genjin/model"
)

// checkPaid completes a row of a list of payments and works out what it
// settles: the receivables that it names, else those due first. It refuses what
// can't be kept, and a name that the customer has no receivable of.
func (p *plan) checkPaid(t *target, pd *model.ProposedDebt, d *plannedDebt, id int64) error {
	pay := &d.payment
	pay.CustomerID = id
	pay.Complete(&t.card, p.settings, p.today)
	if err := past("received_on", pay.ReceivedOn, p.today); err != nil {
		return err
	}
	if pay.ReversedOn != "" && pay.ReversedOn < pay.ReceivedOn {
		return model.At("reversed_on", model.Refuse(model.RefusedBefore, string(pay.ReversedOn), string(pay.ReceivedOn)))
	}
	for _, back := range d.refunds {
		back.PaymentID, back.CustomerID = 1, id // not known yet, and required
		if err := back.Check(pay, pay.Advance()); err != nil {
			return err
		}
		pay.Refunded += back.Amount
	}
	if err := pay.Check(); err != nil {
		return err
	}
	left, open := pay.Amount-pay.Refunded, t.books.openIn(pay.Currency)
	if err := t.books.tookOff(pd.Taken, open, d, p.today); err != nil {
		return err
	}
	switch {
	case pay.ReversedOn != "":
		return nil
	case len(pd.Settles) == 0 && !pd.Exactly:
		d.shares = t.books.oldest(open, left)
		return nil
	}
	unknown := ""
	for _, s := range pd.Settles {
		if unknown = t.books.settle(s, open, &left, d); unknown != "" {
			break
		}
	}
	t.books.release(d.shares)
	if unknown != "" {
		return model.At("allocations", model.Refuse(model.RefusedInvoice, unknown, t.books.names(pay.Currency)))
	}
	return nil
}

// settle notes what a payment settles of the receivables that a name stands
// for, or of those of each of several names. It returns a name that stands for
// none.
func (b *books) settle(s model.Settle, open []int, left *int64, d *plannedDebt) (unknown string) {
	meant := b.meant(open, s)
	if meant == nil && len(s.Parts) > 0 {
		for _, part := range s.Parts {
			if unknown := b.settle(part, open, left, d); unknown != "" {
				return unknown
			}
		}
		return ""
	}
	if meant == nil {
		return s.Text
	}
	part := *left
	if s.Amount > 0 {
		part = min(part, s.Amount)
	}
	for _, share := range b.oldest(meant, part) {
		*left -= share.amount
		d.shares = addShare(d.shares, plannedShare{at: share.at, amount: share.amount, on: s.On})
		b.owed[share.at].Settled += share.amount // for the next name; see release
	}
	return ""
}

// tookOff notes what a payment settled and no longer does.
func (b *books) tookOff(list []model.Settle, open []int, d *plannedDebt, today model.Date) error {
	for _, s := range list {
		meant := b.meant(open, s)
		switch {
		case meant == nil:
			return model.At("taken_off", model.Refuse(model.RefusedInvoice, s.Text, b.names(d.payment.Currency)))
		case s.Amount == 0 || s.On == "" || s.Until < s.On:
			return model.At("taken_off", model.Refuse(model.RefusedShape, s.Text))
		}
		if err := past("taken_off", s.Until, today); err != nil {
			return err
		}
		d.taken = append(d.taken, plannedShare{at: meant[0], amount: s.Amount, on: s.On, until: s.Until})
	}
	return nil
}

// addShare adds a share, to the one of the same receivable and day if there is
// one.
func addShare(shares []plannedShare, s plannedShare) []plannedShare {
	for i := range shares {
		if shares[i].at == s.at && shares[i].on == s.on {
			shares[i].amount += s.amount
			return shares
		}
	}
	return append(shares, s)
}

// release takes back what was noted while a row was looked at.
func (b *books) release(shares []plannedShare) {
	for _, s := range shares {
		b.owed[s.at].Settled -= s.amount
	}
}

// openIn are the places of the receivables in a currency.
func (b *books) openIn(currency string) []int {
	var at []int
	for i := range b.owed {
		if b.owed[i].Currency == currency {
			at = append(at, i)
		}
	}
	return at
}

// oldest divides an amount over receivables of the books.
func (b *books) oldest(of []int, amount int64) []plannedShare {
	list := make([]model.Receivable, len(of))
	for i, at := range of {
		list[i] = b.owed[at]
		list[i].ID = int64(at) // new ones have none yet
	}
	var currency string
	if len(list) > 0 {
		currency = list[0].Currency
	}
	parts, _ := model.SuggestShares(amount, currency, list)
	shares := make([]plannedShare, len(parts))
	for i, part := range parts {
		shares[i] = plannedShare{at: int(part.ReceivableID), amount: part.Amount}
	}
	return shares
}

// meant are the receivables that a name stands for; nil when there are none. One
// that told it from others may stand alone here.
func (b *books) meant(of []int, s model.Settle) []int {
	names := []string{s.Text, s.Name}
	for short, cut := model.CutRef(s.Name); cut; short, cut = model.CutRef(short) {
		names = append(names, short)
	}
	if b.refs == nil {
		b.refs = model.Refs(b.owed)
	}
	refs := b.refs
	for _, name := range names {
		for _, fits := range []func(at int) bool{
			func(at int) bool { return strings.EqualFold(refs[at], name) },
			func(at int) bool { return strings.EqualFold(b.owed[at].Ref(), name) },
			func(at int) bool { return b.owed[at].Means(name) },
		} {
			var found []int
			for _, at := range of {
				if fits(at) {
					found = append(found, at)
				}
			}
			if found != nil {
				return found
			}
		}
	}
	return nil
}

// names are what the open receivables in a currency are called, a few of them.
func (b *books) names(currency string) string {
	const most = 5
	var names []string
	for _, at := range b.openIn(currency) {
		if r := &b.owed[at]; r.Open() > 0 && len(names) < most {
			names = append(names, r.Ref())
		}
	}
	return strings.Join(names, ", ")
}

// payment plans a row of a list of payments.
func (p *plan) payment(t *target, d plannedDebt, row *model.PreviewRow) {
	if t.books.paidAlready(&d.payment) {
		row.Result, d.shares = model.ResultUnchanged, nil
	}
	row.Money = t.books.note(d.payment, d.shares)
	if row.Result == model.ResultUnchanged {
		row.Money.Shares, row.Money.Advance = nil, 0
		return
	}
	for _, s := range d.shares {
		r := &t.books.owed[s.at]
		r.Paid, r.Settled = r.Paid+s.amount, r.Settled+s.amount
	}
	row.Money.Instead = t.books.giveWay(&d)
	t.debts = append(t.debts, d)
}

// paidAlready reports whether a payment is there already: of the same day and
// amount and, where both have one, with the same receipt. Two rows of a file
// are two.
func (b *books) paidAlready(p *model.Payment) bool {
	for i := range b.paid {
		k := &b.paid[i]
		same := k.ReceivedOn == p.ReceivedOn && k.Amount == p.Amount && k.Currency == p.Currency
		receipt := k.ReceiptNo == p.ReceiptNo || k.ReceiptNo == "" || p.ReceiptNo == ""
		if same && receipt && !b.matched[i] && !k.Implied {
			b.matched[i] = true
			return true
		}
	}
	return false
}

// addPaid writes a payment, what it settles and what of it was given back.
func (w *write) addPaid(ctx context.Context, t *target, d *plannedDebt) error {
	p := d.payment
	p.CustomerID = t.id
	of, err := w.pay(ctx, p, []model.Share{})
	if err != nil {
		return err
	}
	for _, s := range d.shares {
		share := []model.Share{{ReceivableID: t.books.owed[s.at].ID, Amount: s.amount}}
		if _, err := w.allocate(ctx, &of.Payment, share, max(s.on, p.ReceivedOn)); err != nil {
			return err
		}
	}
	for _, s := range d.taken {
		owed := t.books.owed[s.at].ID
		a := model.Allocation{PaymentID: of.ID, ReceivableID: owed, CustomerID: t.id, Amount: s.amount, AllocatedOn: s.on, ReversedOn: s.until}
		if err := allocations.insert(ctx, w, &a); err != nil {
			return err
		}
	}
	for _, back := range d.refunds {
		back.PaymentID = of.ID
		if err := w.refund(ctx, &back); err != nil {
			return err
		}
	}
	if p.ReversedOn == "" {
		return nil
	}
	kept, err := payments.byID(ctx, w.tx, of.ID)
	if err != nil {
		return err
	}
	kept.ReversedOn, kept.ReversedWhy = p.ReversedOn, p.ReversedWhy
	_, err = payments.update(ctx, w, &kept)
	return err
}
