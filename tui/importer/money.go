package importer

import (
	"fmt"

	"genjin/model"
	"genjin/model/label"
	"genjin/tui/kit"
)

// money is what a row about money says: its fields, and what becomes of it.
func (d *rowDetail) money() []kit.Pair {
	n, l := d.row.Money, d.words.Lang
	var pairs []kit.Pair
	add := func(record, code, value string) {
		if value != "" {
			pairs = append(pairs, kit.Pair{Label: label.Field(record, code, l), Value: value})
		}
	}
	sum := func(amount int64) string { return label.Amount(amount, n.Currency) }
	if prop := d.p.Proposals[d.row.Proposal]; d.row.Entry >= 0 && d.row.Entry < len(prop.Debts) {
		debt := prop.Debts[d.row.Entry]
		if n.PaidOn == "" {
			for _, f := range model.ReceivableFields {
				add(model.RowOfReceivable, f.Code, label.Show(model.RowOfReceivable, f.Spec, f.Get(&debt.Receivable), n.Currency, l))
			}
		} else {
			for _, f := range model.PaymentFields {
				add(model.RowOfPayment, f.Code, label.Show(model.RowOfPayment, f.Spec, f.Get(&debt.Payment), n.Currency, l))
			}
		}
	} else if n.PaidOn == "" {
		add(model.RowOfReceivable, "invoice_no", n.Name)
		add(model.RowOfReceivable, "amount", sum(n.Amount))
		add(model.RowOfReceivable, "due_on", string(n.DueOn))
	} else {
		add(model.RowOfPayment, "receipt_no", n.Name)
		add(model.RowOfPayment, "received_on", string(n.PaidOn))
		add(model.RowOfPayment, "amount", sum(n.Amount))
	}
	if n.PaidOn == "" {
		add(model.RowOfReceivable, "balance", sum(n.Balance))
	}
	for _, s := range n.Shares {
		add(model.RowOfPayment, "allocations", s.Name+" "+sum(s.Amount))
	}
	if n.Advance > 0 {
		add(model.RowOfPayment, "advance", sum(n.Advance))
	}
	return pairs
}

// doneMoney says how many receivables and payments came with a file.
func (v *preview) doneMoney() (said string) {
	w := v.words.Import
	if n := v.p.CountRecords(model.ResultNew, model.RowOfReceivable); n > 0 {
		said += fmt.Sprintf(w.DoneOwed, n)
	}
	if n := v.p.CountRecords(model.ResultNew, model.RowOfPayment); n > 0 {
		said += fmt.Sprintf(w.DonePaid, n)
	}
	return said
}
