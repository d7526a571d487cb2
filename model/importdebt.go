package model

// ProposedDebt is a row of a tracking sheet: what is owed, and what of it was
// paid.
type ProposedDebt struct {
	Row        int
	Receivable Receivable
	Payment    Payment // Amount 0 = nothing was paid
	Stated     OweStatus
	Inferred   List // fields worked out from others
	Err        error
	Cells      []string
}

// Settle brings a row in line with what it lacks (SPEC 4). Without an amount
// owed the status says what 回款金额 is: 已付款 makes it owed and paid; 待付款, 未付款
// and 逾期未付款 make it the amount owed and 付款日期 its due date; 部分付款 needs the
// amount owed. hasPaid tells that the sheet has a column for what was paid.
//
// Refused: RefusedRequired, RefusedTotal.
func (d *ProposedDebt) Settle(hasPaid bool, today Date) error {
	r, p := &d.Receivable, &d.Payment
	setIfEmpty(&r.Kind, DueGoods)
	switch {
	case r.Amount > 0 && !hasPaid && d.Stated == OwePaid:
		p.Amount = r.Amount
		d.infer("amount")
	case r.Amount > 0:
	case d.Stated == OwePartial:
		return At("amount", Refuse(RefusedTotal))
	case p.Amount == 0:
		return At("amount", Refuse(RefusedRequired))
	case d.Stated == "":
		return At("status", Refuse(RefusedRequired))
	case d.Stated == OwePaid:
		r.Amount = p.Amount
		d.infer("amount")
	default:
		r.Amount, p.Amount = p.Amount, 0
		if r.DueOn == "" {
			r.DueOn, p.ReceivedOn = p.ReceivedOn, ""
		}
		d.infer("amount", "due_on")
	}
	switch {
	case p.Amount == 0:
		d.Payment = Payment{}
	case p.ReceivedOn == "":
		// Paid, and nobody wrote when: in time, as far as it goes.
		p.ReceivedOn = today
		if r.DueOn != "" && r.DueOn < today {
			p.ReceivedOn = r.DueOn
		}
		d.Inferred = ListOf(append(d.Inferred.Items(), "received_on")...)
	}
	return nil
}

func (d *ProposedDebt) infer(codes ...string) {
	d.Inferred = ListOf(append(d.Inferred.Items(), codes...)...)
}

// The records of preview rows of a tracking sheet.
const (
	RowOfReceivable = "receivable"
	RowOfPayment    = "payment"
)

// StatusNote is the status that a file states where it isn't the one that the
// rules give.
type StatusNote struct {
	Stated OweStatus
	Now    Standing
}

// MoneyNote is what a row of a file says of money: an amount owed, or one that
// was paid and what it settles.
type MoneyNote struct {
	Name     string // the invoice, the receipt
	Amount   int64
	Currency string
	DueOn    Date // of an amount owed
	Balance  int64
	PaidOn   Date // of a payment
	Shares   []NamedShare
	Advance  int64
}

// NamedShare is how much of a payment settles the receivable of the name.
type NamedShare struct {
	Name   string
	Amount int64
}

// DocumentReceivables is a tracking sheet of what customers owe and paid.
const DocumentReceivables = "receivables"
