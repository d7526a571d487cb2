package exchange

import (
	"encoding/json"
	"io"
	"strings"

	"genjin/model"
	"genjin/model/label"
)

// Debts are receivables to be written as a list, as they stood on the day.
type Debts struct {
	All     []model.ReceivableOf
	Buckets model.Buckets
	Lang    label.Lang
	Phones  Apart
}

// Grid is the list with headers and values in words. Amounts are plain
// numbers beside their currency.
func (k Debts) Grid() Grid {
	g := Grid{Title: label.Document(model.DocumentReceivables, k.Lang), Lang: k.Lang.String(), Headers: []string{label.Field(recordCustomer, "name", k.Lang)}}
	var fields []model.Field[model.Receivable]
	for _, f := range model.ReceivableFields {
		if f.Code != "customer_id" && f.Code != "settled" && f.Code != "promised_paid" && f.Code != "write_offs" {
			fields = append(fields, f)
			g.Headers = append(g.Headers, label.Field(recordReceivable, f.Code, k.Lang))
		}
	}
	for _, code := range []string{"credits", "balance", "status", "days_late", "bucket"} {
		g.Headers = append(g.Headers, label.Field(recordReceivable, code, k.Lang))
	}
	for i := range k.All {
		o := &k.All[i]
		row := []string{o.Customer}
		for _, f := range fields {
			row = append(row, moneyText(recordReceivable, f.Spec, f.Get(&o.Receivable), o.Currency, k.Lang))
		}
		late, bucket := "", ""
		if o.Now.Balance > 0 {
			bucket = label.Bucket(k.Buckets, k.Buckets.Of(o.DueOn, o.Now.AsOf), k.Lang)
			if o.Now.DaysLate > 0 {
				late = label.DaysLate(o.Now.DaysLate, k.Lang)
			}
		}
		var lowered []string
		for _, c := range o.Credits {
			lowered = append(lowered, noteLine(c.CreditedOn, c.Amount, o.Currency, "", c.Reason))
		}
		g.Rows = append(g.Rows, append(row, strings.Join(lowered, "\n"), model.Money{Amount: o.Now.Balance, Currency: o.Currency}.String(), label.OweStatus(o.Now, k.Lang), late, bucket))
	}
	k.Phones.addTo(&g, k.Lang, func(row int) int64 { return k.All[row].CustomerID })
	return g
}

// moneyText is a value in words; an amount is a plain number.
func moneyText(record string, spec model.Spec, value, currency string, l label.Lang) string {
	if spec.Kind == model.KindAmount && value != "" {
		return model.Money{Amount: amountOf(value), Currency: currency}.String()
	}
	return label.Show(record, spec, value, currency, l)
}

// WriteJSON writes the receivables as an array of records; what follows from
// their fields comes last.
func (k Debts) WriteJSON(w io.Writer) error {
	return WriteArray(w, len(k.All), func(i int) json.RawMessage {
		return k.Phones.member(model.ReceivableJSON(&k.All[i], k.Buckets), k.All[i].CustomerID)
	})
}

// Receipts are payments to be written as a list.
type Receipts struct {
	All    []model.PaymentOf
	Lang   label.Lang
	Phones Apart
}

// Grid is the list with headers and values in words.
func (k Receipts) Grid() Grid {
	g := Grid{Title: label.Record(recordPayment, k.Lang), Lang: k.Lang.String(), Headers: []string{label.Field(recordCustomer, "name", k.Lang)}}
	var fields []model.Field[model.Payment]
	for _, f := range model.PaymentFields {
		if f.Code != "customer_id" {
			fields = append(fields, f)
			g.Headers = append(g.Headers, label.Field(recordPayment, f.Code, k.Lang))
		}
	}
	for _, h := range []heading{settlesColumn, refundsColumn, {recordPayment, "advance"}} {
		g.Headers = append(g.Headers, label.Field(h.record, h.code, k.Lang))
	}
	for i := range k.All {
		p := &k.All[i]
		row := []string{p.Customer}
		for _, f := range fields {
			row = append(row, moneyText(recordPayment, f.Spec, f.Get(&p.Payment), p.Currency, k.Lang))
		}
		var settled, back []string
		for _, a := range p.Shares {
			settled = append(settled, settleLine(p.Names[a.ReceivableID], a.Amount, p.Currency, a.AllocatedOn))
		}
		for _, r := range p.Refunds {
			back = append(back, refundLine(r, p.Currency, k.Lang))
		}
		g.Rows = append(g.Rows, append(row, strings.Join(settled, "\n"), strings.Join(back, "\n"), model.Money{Amount: p.Advance(), Currency: p.Currency}.String()))
	}
	k.Phones.addTo(&g, k.Lang, func(row int) int64 { return k.All[row].CustomerID })
	return g
}

// WriteJSON writes the payments as an array of records, with what they settle.
func (k Receipts) WriteJSON(w io.Writer) error {
	return WriteArray(w, len(k.All), func(i int) json.RawMessage { return k.Phones.member(model.PaymentJSON(&k.All[i]), k.All[i].CustomerID) })
}
