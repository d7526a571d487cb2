package model

import (
	"slices"
	"strings"
)

// A tracking sheet states how a receivable stands: what is owed, and what came
// in so far. A later version of it speaks of the same receivables, and some
// sheets have a row for each payment of one.

// Claims groups rows of a customer in one sheet by the receivable that they
// speak of, each a list of places in rows; those of one receivable in the order
// of the file.
func Claims(rows []*ProposedDebt) [][]int {
	var claims [][]int
	named := map[string][]int{} // claims by invoice, or order
	for i, d := range rows {
		name := strings.ToLower(d.Receivable.InvoiceNo)
		if name == "" {
			name = "\x00" + strings.ToLower(d.Receivable.OrderNo)
		}
		if d.Receivable.InvoiceNo+d.Receivable.OrderNo == "" {
			claims = append(claims, []int{i})
			continue
		}
		at := slices.IndexFunc(named[name], func(c int) bool { return d.joins(rows, claims[c]) })
		if at >= 0 {
			c := named[name][at]
			claims[c] = append(claims[c], i)
			continue
		}
		named[name] = append(named[name], len(claims))
		claims = append(claims, []int{i})
	}
	return claims
}

// joins reports whether a row speaks of the receivable of other rows: of the
// same invoice, amount and dates; without an invoice of the same order, as far
// as what was paid then fits the amount. Nothing tells those without either.
func (d *ProposedDebt) joins(rows []*ProposedDebt, claim []int) bool {
	a := &d.Receivable
	paid := d.Payment.Amount
	for _, i := range claim {
		o := rows[i]
		b := &o.Receivable
		alike := agree(a.OrderNo, b.OrderNo) && agree(string(a.DueOn), string(b.DueOn)) && agree(string(a.SaleOn), string(b.SaleOn)) &&
			agree(a.Currency, b.Currency)
		if d.Exactly || o.Exactly || !alike || a.Kind != b.Kind || a.Instalment != b.Instalment || d.Unstated != o.Unstated ||
			!d.Unstated && a.Amount != b.Amount {
			return false
		}
		paid = min(paid+o.Payment.Amount, MaxAmount)
	}
	if a.InvoiceNo != "" {
		return true
	}
	byRow := d.Payment.Amount > 0 && !slices.ContainsFunc(claim, func(i int) bool { return rows[i].Payment.Amount == 0 })
	return a.OrderNo != "" && byRow && !d.Unstated && paid <= a.Amount
}

// agree reports whether two texts are the same, or one of them is missing.
func agree(a, b string) bool { return a == "" || b == "" || strings.EqualFold(a, b) }

// JoinClaim is what the rows of one receivable say of it together: the first
// row, with what only others have, and where no row has the amount, all that
// was paid.
func JoinClaim(rows []*ProposedDebt) ProposedDebt {
	all := *rows[0]
	all.Given = slices.Clone(all.Given)
	for _, d := range rows[1:] {
		for _, code := range d.Given {
			if f, _ := ReceivableFields.ByCode(code); f.Get(&all.Receivable) == "" {
				f.Set(&all.Receivable, f.Get(&d.Receivable))
				all.Given = append(all.Given, code)
			}
		}
		if d.Unstated {
			all.Receivable.Amount = min(all.Receivable.Amount+d.Receivable.Amount, MaxAmount)
		}
	}
	return all
}

// Likeness says how well a row fits a receivable of the customer; 0 = it is
// another one. They are the same when the invoice is; where one of them has
// none, when the order and the instalment are; where there is neither, when
// amount and dates are. r is the row's, completed.
func (d *ProposedDebt) Likeness(r, k *Receivable) int {
	likeness := 1
	add := func(like bool, weight int) {
		if like {
			likeness += weight
		}
	}
	add(r.Amount == k.Amount, 8)
	add(r.DueOn == k.DueOn, 4)
	add(r.SaleOn == k.SaleOn, 2)
	add(r.OrderNo == k.OrderNo, 1)
	unnamed := r.InvoiceNo == "" && r.OrderNo == ""
	switch {
	case slices.Contains(d.Given, "currency") && r.Currency != k.Currency, r.Instalment != 0 && r.Instalment != k.Instalment:
		return 0
	case r.InvoiceNo != "" && k.InvoiceNo != "":
		if !strings.EqualFold(r.InvoiceNo, k.InvoiceNo) {
			return 0
		}
		return likeness + 16
	case unnamed:
		if k.InvoiceNo != "" || k.OrderNo != "" || r.Amount != k.Amount || r.SaleOn != k.SaleOn || r.DueOn != k.DueOn && r.DueOn != "" {
			return 0
		}
	case r.OrderNo == "" || !strings.EqualFold(r.OrderNo, k.OrderNo), slices.Contains(d.Given, "kind") && r.Kind != k.Kind:
		return 0
	}
	return likeness
}

// Against is a receivable that is there as a row states it, and what of it
// differs. Empty cells say nothing.
func (d *ProposedDebt) Against(k *Receivable) (Receivable, []FieldChange) {
	edited := *k
	var changes []FieldChange
	for _, f := range ReceivableFields {
		if f.Kept || f.Kind == KindRef || !slices.Contains(d.Given, f.Code) {
			continue
		}
		before, after := f.Get(k), f.Get(&d.Receivable)
		if after != "" && after != before {
			f.Set(&edited, after)
			changes = append(changes, FieldChange{Field: f.Code, Before: before, After: after, Currency: edited.Currency})
		}
	}
	return edited, changes
}

// Receipt is what came in for a receivable with one payment.
type Receipt struct {
	On    Date
	Whole int64 // the payment
	Part  int64 // what of it is the receivable's; 0 = it went back
}

// Receipts are what came in for a receivable. What is left over of a payment
// that settles nothing else came in for it too.
func Receipts(allocations []Allocation, payments func(id int64) *Payment) []Receipt {
	var list []Receipt
	for _, a := range allocations {
		p := payments(a.PaymentID)
		if p == nil {
			continue
		}
		in := Receipt{On: p.ReceivedOn, Whole: p.Amount}
		switch {
		case a.ReversedOn != "":
		case p.Allocated == a.Amount:
			in.Part = p.Amount - p.Refunded
		default:
			in.Part = a.Amount
		}
		list = append(list, in)
	}
	return list
}

// Coming is what one row brings of what came in for a receivable.
type Coming struct {
	Amount int64 // new; 0 = it is there
	Said   int64 // what by the file came in so far
	Known  int64 // what is there of it, or more
	There  bool  // the very payment is there
}

// StillComing is what rows bring of one receivable that isn't there yet. A
// single row states what came in so far. Several are a payment each, as long as
// they fit the amount; else each states what had come in by then.
func StillComing(rows []Payment, amount int64, there []Receipt) []Coming {
	list := make([]Coming, len(rows))
	each, total := divideStated(rows, amount)
	var known int64
	for _, in := range there {
		known += in.Part
	}
	left, there := max(total-known, 0), slices.Clone(there)
	var said int64
	for i, p := range rows {
		said += each[i]
		list[i] = Coming{Said: said, Known: known}
		at := slices.IndexFunc(there, func(in Receipt) bool {
			return in.On == p.ReceivedOn && (in.Whole == each[i] || in.Part == each[i] || in.Whole == p.Amount)
		})
		if at >= 0 {
			there = slices.Delete(there, at, at+1)
			list[i].There = true
			continue
		}
		list[i].Amount = min(each[i], left)
		left, known = left-list[i].Amount, known+list[i].Amount
	}
	return list
}

// divideStated is how much each row says came in more than the ones before it.
func divideStated(rows []Payment, amount int64) (each []int64, total int64) {
	grows := true
	for i, p := range rows {
		total = min(total+p.Amount, MaxAmount)
		each = append(each, p.Amount)
		if i > 0 {
			last := rows[i-1]
			grows = grows && (p.Amount > last.Amount || p.Amount == last.Amount && p.ReceivedOn == last.ReceivedOn)
		}
	}
	if total <= amount || !grows || len(rows) == 0 {
		return each, total
	}
	for i := len(rows) - 1; i > 0; i-- {
		each[i] -= rows[i-1].Amount
	}
	return each, rows[len(rows)-1].Amount
}
