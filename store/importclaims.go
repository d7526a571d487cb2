package store

import (
	"cmp"
	"context"
	"slices"
	"strconv"
	"strings"

	"genjin/model"
	"genjin/model/label"
)

// add takes a receivable into the books.
func (b *books) add(r model.Receivable) int {
	at := len(b.owed)
	b.owed = append(b.owed, r)
	b.name(at)
	return at
}

// name notes by what a receivable is looked for.
func (b *books) name(at int) {
	b.refs = nil
	for _, key := range namesOf(&b.owed[at]) {
		if !slices.Contains(b.named[key], at) {
			b.named[key] = append(b.named[key], at)
		}
	}
}

// namesOf are the names by which a receivable is looked for: its invoice, its
// order; without either its amount.
func namesOf(r *model.Receivable) []string {
	var keys []string
	if r.InvoiceNo != "" {
		keys = append(keys, "i"+strings.ToLower(r.InvoiceNo))
	}
	if r.OrderNo != "" {
		keys = append(keys, "o"+strings.ToLower(r.OrderNo))
	}
	if keys == nil {
		keys = append(keys, strconv.FormatInt(r.Amount, 10))
	}
	return keys
}

// receipts are what came in for a receivable of the books.
func (b *books) receipts(at int) []model.Receipt {
	kept := model.Receipts(b.shares[b.owed[at].ID], func(id int64) *model.Payment {
		if p := b.paymentOf(id); p != nil && !p.Implied {
			return p
		}
		return nil
	})
	return append(kept, b.booked[at]...)
}

// claims decides on the rows of a tracking sheet, a receivable at a time: one
// that is there or was in an earlier sheet, or a new one.
func (p *plan) claims(ctx context.Context, t *target, i int, sheet []*sheetRow) error {
	from := make([]*model.ProposedDebt, len(sheet))
	for n, r := range sheet {
		from[n] = r.from
	}
	claims := model.Claims(from)
	seats := p.takeSeats(t, i+1, claims, sheet)
	p.seat(t.books, i+1, claims, sheet, seats)
	for c, places := range claims {
		rows := make([]*sheetRow, len(places))
		for n, place := range places {
			rows[n] = sheet[place]
		}
		if err := p.claim(ctx, t, rows, seats[c]); err != nil {
			return err
		}
	}
	return nil
}

// seat finds the receivable of the books that each claim means, the likeliest
// pairs first; -1 = it is new. Seats that are taken already stay.
func (p *plan) seat(b *books, proposal int, claims [][]int, sheet []*sheetRow, seats []int) {
	type pair struct{ claim, at, likeness int }
	var pairs []pair
	for c, places := range claims {
		first := sheet[places[0]]
		seen := map[int]bool{}
		for _, name := range namesOf(&first.debt.receivable) {
			for _, at := range b.named[name] {
				if likeness := first.from.Likeness(&first.debt.receivable, &b.owed[at]); likeness > 0 && !seen[at] && p.mayMean(b, first, at) {
					pairs = append(pairs, pair{c, at, likeness})
				}
				seen[at] = true
			}
		}
	}
	slices.SortStableFunc(pairs, func(x, y pair) int {
		return cmp.Or(cmp.Compare(y.likeness, x.likeness), cmp.Compare(x.claim, y.claim), cmp.Compare(x.at, y.at))
	})
	for _, x := range pairs {
		if seats[x.claim] < 0 && b.spoken[x.at] != proposal {
			seats[x.claim], b.spoken[x.at] = x.at, proposal
		}
	}
}

// mayMean reports whether a row may mean a receivable of its name: not where
// another one was asked for, and without a name only one that no row has spoken
// of, and that a new payment still finds open.
func (p *plan) mayMean(b *books, row *sheetRow, at int) bool {
	k := &b.owed[at]
	switch {
	case k.ID != 0 && p.preview.Policy == model.DuplicateNew:
		return false
	case k.InvoiceNo+k.OrderNo != "":
		return true
	case b.spoken[at] != 0:
		return false
	}
	paid := row.debt.payment
	return paid.Amount == 0 || k.Open() > 0 || slices.ContainsFunc(b.receipts(at), func(in model.Receipt) bool {
		return in.On == paid.ReceivedOn && (in.Whole == paid.Amount || in.Part == paid.Amount)
	})
}

// claim plans the rows of one receivable: the receivable, and what was paid.
func (p *plan) claim(ctx context.Context, t *target, rows []*sheetRow, at int) error {
	b, first := t.books, rows[0]
	from := make([]*model.ProposedDebt, len(rows))
	for n, r := range rows {
		from[n] = r.from
	}
	all := model.JoinClaim(from)
	if at < 0 {
		first.debt.receivable.Amount = all.Receivable.Amount
		at, first.debt.adds = b.add(first.debt.receivable), true
		b.spoken[at] = first.base.Proposal + 1
	} else if b.owed[at].Implied && first.from.Exactly {
		p.restate(b, first, at)
	} else if err := p.meetOwed(ctx, b, rows, &all, at); err != nil || first.owed.Err != nil {
		return err
	}
	for n, r := range rows {
		if r.debt.at = at; n > 0 && r.debt.payment.Amount > 0 {
			r.owed = nil
		} else if n > 0 {
			r.owed.Result = model.ResultUnchanged
		}
	}
	later := p.received(t, rows, at)
	p.collects(t, first, at)
	r, last := b.asKept(at), rows[len(rows)-1]
	now := r.Standing(p.today, later)
	if note := (&model.StatusNote{Stated: last.from.Stated, Text: last.from.StatedText, Now: now}); statesAnother(note, &r) {
		cmp.Or(last.owed, last.paid).Status = note
	}
	for _, row := range rows {
		if row.owed != nil {
			row.owed.Money = &model.MoneyNote{Name: r.InvoiceNo, Amount: r.Amount, Currency: r.Currency, DueOn: r.DueOn, Balance: now.Balance}
		}
		if d := row.debt; d.adds || d.edits || d.restates || d.payment.Amount > 0 {
			t.debts = append(t.debts, d)
		}
	}
	return nil
}

// statesAnother reports whether a file states another status than there is.
func statesAnother(n *model.StatusNote, r *model.Receivable) bool {
	if n.Stated == "" {
		return n.Text != "" && !(label.IsBadDebt(n.Text) && r.WrittenOff > 0 && n.Now.Balance <= 0)
	}
	return n.Stated != n.Now.Status
}

// meetOwed compares rows with the receivable that they mean, and writes over it
// where that was asked for. What can't be is refused with all its rows.
func (p *plan) meetOwed(ctx context.Context, b *books, rows []*sheetRow, all *model.ProposedDebt, at int) error {
	kept, first := b.owed[at], rows[0]
	refuse := func(err error) {
		for _, r := range rows {
			r.owed.Result, r.owed.Err = model.ResultRefused, model.InColumn(p.preview.Columns, r.base.Sheet, model.RowOfReceivable, err)
		}
	}
	for _, r := range rows {
		if r.from.Unnamed {
			r.debt.payment.Currency = r.from.Of(kept.Currency)
		}
		if d := r.debt.payment; d.Amount > 0 && d.Currency != kept.Currency ||
			model.Decimals(r.debt.receivable.Currency) != model.Decimals(kept.Currency) {
			refuse(model.At("currency", model.Refuse(model.RefusedForeign, r.debt.receivable.Currency, kept.Currency)))
			return nil
		}
	}
	edited, changes := all.Against(&kept)
	first.owed.Result = model.ResultUnchanged
	if p.preview.Policy != model.DuplicateUpdate || len(changes) == 0 {
		first.owed.Differs = changes
		return nil
	}
	err := edited.FollowsOrder(&kept)
	if err == nil {
		err = edited.Check()
	}
	switch {
	case err != nil && !isRefusal(err):
		return err
	case err != nil:
		refuse(err)
		return nil
	}
	first.owed.Result, first.owed.Changes = model.ResultUpdated, changes
	first.debt.edits = kept.ID != 0 // a new one is written as it is left
	b.owed[at] = edited
	b.name(at)
	return nil
}

// received plans what rows say was paid of a receivable and isn't there yet, and
// answers what of it comes after the as-of day.
func (p *plan) received(t *target, rows []*sheetRow, at int) (later model.Later) {
	b := t.books
	r := &b.owed[at]
	var paid []model.Payment
	var of []*sheetRow
	for _, row := range rows {
		if row.debt.payment.Amount > 0 {
			paid, of = append(paid, row.debt.payment), append(of, row)
		}
	}
	for n, in := range model.StillComing(paid, r.Amount, b.receipts(at)) {
		row, d := of[n], &of[n].debt
		d.payment.Amount = in.Amount
		if part := min(in.Amount, r.Open()); part > 0 {
			d.shares = []plannedShare{{at: at, amount: part}}
			r.Paid, r.Settled = r.Paid+part, r.Settled+part
			if max(d.payment.ReceivedOn, r.Since()) > p.today {
				later.Paid, later.Settled = later.Paid+part, later.Settled+part
			}
		}
		line := row.base
		line.Record, line.Inferred, line.Years = model.RowOfPayment, row.from.WorkedOut, nil
		row.paid = &line
		shown := paid[n]
		if in.Amount > 0 {
			shown = d.payment
			b.booked[at] = append(b.booked[at], model.Receipt{On: shown.ReceivedOn, Whole: shown.Amount, Part: shown.Amount})
		}
		row.paid.Money = b.note(shown, d.shares)
		row.paid.Money.Instead = b.giveWay(d)
		if in.Amount == 0 {
			row.paid.Result, row.paid.Money.Advance = model.ResultUnchanged, 0
		}
		if in.Amount != paid[n].Amount && !in.There {
			row.paid.Money.Said, row.paid.Money.Known = in.Said, in.Known
		}
	}
	return later
}

// note is what a payment says of money.
func (b *books) note(p model.Payment, shares []plannedShare) *model.MoneyNote {
	n := &model.MoneyNote{Name: p.ReceiptNo, Amount: p.Amount, Currency: p.Currency, PaidOn: p.ReceivedOn, Advance: p.Amount - p.Refunded}
	for _, s := range shares {
		r := &b.owed[s.at]
		name := r.Name()
		if r.ID == 0 && r.InvoiceNo+r.OrderNo == "" {
			name = string(r.DueOn) // it has no number yet
		}
		n.Shares = append(n.Shares, model.NamedShare{Name: name, Amount: s.amount})
		n.Advance -= s.amount
	}
	return n
}
