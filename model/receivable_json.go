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

// WithPhones is a record with the phones of its customer, as a member of a name.
func WithPhones(record json.RawMessage, name string, phones List) json.RawMessage {
	var more object
	more.put(name, phones.Items())
	return addMembers(record, &more)
}

// ReceivableJSON is a receivable as scripts read it, with how it stands as of
// the day.
func ReceivableJSON(o *ReceivableOf, s Settings) json.RawMessage {
	return ReceivableView.RowJSON(o, AsOf{o.Now.AsOf, s})
}

func creditsJSON(o *ReceivableOf, _ AsOf) any {
	credits := []creditJSON{}
	for _, c := range o.Credits {
		credits = append(credits, creditJSON{c.CreditedOn, amountJSON(c.Amount, o.Currency), c.Reason})
	}
	return credits
}

// stepJSON is a chasing step that was taken, with what was promised.
type stepJSON struct {
	ChasedOn      Date        `json:"chased_on"`
	Method        ChaseMethod `json:"method"`
	Level         int64       `json:"level"`
	Outcome       Outcome     `json:"outcome"`
	PromiseOn     Date        `json:"promise_on"`
	PromiseAmount jsonMoney   `json:"promise_amount"`
	Note          string      `json:"note"`
}

func stepsJSON(o *ReceivableOf, _ AsOf) any {
	taken := []stepJSON{}
	for _, d := range o.Steps {
		taken = append(taken, stepJSON{d.ChasedOn, d.Method, d.Level, d.Outcome, d.PromiseOn, amountJSON(d.PromiseAmount, o.Currency), d.Note})
	}
	return taken
}

// shareJSON is what of a payment settles a receivable.
type shareJSON struct {
	ReceivableID int64     `json:"receivable_id"`
	Receivable   string    `json:"receivable"`
	Amount       jsonMoney `json:"amount"`
	AllocatedOn  Date      `json:"allocated_on"`
	ReversedOn   Date      `json:"reversed_on,omitempty"`
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
func PaymentJSON(p *PaymentOf) json.RawMessage { return PaymentView.RowJSON(p, AsOf{}) }

func sharesJSON(p *PaymentOf, _ AsOf) any { return p.allocationsJSON(p.Shares) }

func takenJSON(p *PaymentOf, _ AsOf) any { return p.allocationsJSON(p.Taken) }

func (p *PaymentOf) allocationsJSON(list []Allocation) []shareJSON {
	shares := []shareJSON{}
	for _, a := range list {
		shares = append(shares, shareJSON{a.ReceivableID, p.Names[a.ReceivableID], amountJSON(a.Amount, p.Currency), a.AllocatedOn, a.ReversedOn})
	}
	return shares
}

func refundsJSON(p *PaymentOf, _ AsOf) any {
	refunds := []refundJSON{}
	for _, r := range p.Refunds {
		refunds = append(refunds, refundJSON{r.RefundedOn, amountJSON(r.Amount, p.Currency), r.Method, r.Reason})
	}
	return refunds
}
