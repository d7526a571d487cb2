package model

import (
	"bytes"
	"encoding/json"
)

// amountJSON is an amount that is known: 0 is one, too.
func amountJSON(n int64, currency string) jsonMoney { return jsonMoney{n, currency} }

// addMembers adds members to an object.
func addMembers(o json.RawMessage, more *object) json.RawMessage {
	rest := more.done()
	o = bytes.TrimSuffix(o, []byte("}"))
	return append(append(o, ','), bytes.TrimPrefix(rest, []byte("{"))...)
}

// WithPhones is a record with the phones of its customer.
func WithPhones(record json.RawMessage, phones List) json.RawMessage {
	var more object
	more.put("phones", phones.Items())
	return addMembers(record, &more)
}

// ReceivableJSON is a receivable as scripts read it, with how it stands as of
// the day.
func ReceivableJSON(o *ReceivableOf, b Buckets) json.RawMessage {
	var more object
	more.put("credited", amountJSON(o.Now.Credited(), o.Currency))
	more.put("balance", amountJSON(o.Now.Balance, o.Currency))
	more.put("status", string(o.Now.Status))
	more.put("days_late", o.Now.DaysLate)
	if o.Now.Balance > 0 {
		more.put("bucket", b.Code(b.Of(o.DueOn, o.Now.AsOf)))
	} else {
		more.put("bucket", nil)
	}
	if o.NextStepOn != "" {
		more.put("next_step_on", string(o.NextStepOn))
	} else {
		more.put("next_step_on", nil)
	}
	credits := []creditJSON{}
	for _, c := range o.Credits {
		credits = append(credits, creditJSON{c.CreditedOn, amountJSON(c.Amount, o.Currency), c.Reason})
	}
	more.put("credits", credits)
	return addMembers(JSON(ReceivableFields, &o.Receivable, o.Meta, func(int64) string { return o.Customer }), &more)
}

// shareJSON is what of a payment settles a receivable.
type shareJSON struct {
	ReceivableID int64     `json:"receivable_id"`
	Receivable   string    `json:"receivable"`
	Amount       jsonMoney `json:"amount"`
	AllocatedOn  Date      `json:"allocated_on"`
}

// creditJSON is a credit note on a receivable.
type creditJSON struct {
	CreditedOn Date      `json:"credited_on"`
	Amount     jsonMoney `json:"amount"`
	Reason     string    `json:"reason"`
}

// refundJSON is what of a payment was given back.
type refundJSON struct {
	RefundedOn Date      `json:"refunded_on"`
	Amount     jsonMoney `json:"amount"`
	Method     PayMethod `json:"method"`
	Reason     string    `json:"reason"`
}

// PaymentJSON is a payment as scripts read it, with what it settles.
func PaymentJSON(p *PaymentOf) json.RawMessage {
	shares := []shareJSON{}
	for _, a := range p.Shares {
		shares = append(shares, shareJSON{a.ReceivableID, p.Names[a.ReceivableID], amountJSON(a.Amount, p.Currency), a.AllocatedOn})
	}
	var more object
	more.put("advance", amountJSON(p.Advance(), p.Currency))
	more.put("allocations", shares)
	refunds := []refundJSON{}
	for _, r := range p.Refunds {
		refunds = append(refunds, refundJSON{r.RefundedOn, amountJSON(r.Amount, p.Currency), r.Method, r.Reason})
	}
	more.put("refunds", refunds)
	return addMembers(JSON(PaymentFields, &p.Payment, p.Meta, func(int64) string { return p.Customer }), &more)
}
