package model

import "strings"

// ProposedDebt is a row of a tracking sheet: what is owed, and what of it was
// paid. A row of a list of payments owes nothing and says what it settles.
type ProposedDebt struct {
	Row        int
	Receivable Receivable
	Credits    []Credit      // on it
	Steps      []Dunning     // that were taken for it
	Payment    Payment       // Amount 0 = nothing was paid
	GivenUp    []OffMove     // of it, where it was more than once
	Disputes   []DisputeMove // since when it is, or was, disputed
	Settles    []Settle      // by a payment of a list; none = what is oldest
	Taken      []Settle      // what the payment settled and no longer does
	Exactly    bool          // as genjin wrote it: nothing follows from what isn't said
	Follows    bool          // an order, which its number names
	Collected  int64         // what was paid of it in all; who paid when isn't said
	Refunds    []Refund      // of it
	Listed     bool          // the row is of a list of payments
	Given      []string      // codes of the receivable's fields that the row states
	Unnamed    bool          // it names no currency: it is in the customer's
	Unstated   bool          // how much is owed isn't stated: it is what was paid
	ZeroOwed   bool          // that 0 is owed, or ZeroPaid that 0 came in, is written
	ZeroPaid   bool
	Nothing    bool // 0 is owed: a customer without a debt
	Naming
	Stated     OweStatus
	StatedText string     // a status that isn't one, as it stands
	Said       StatusSaid // what the words of the status say of money that came in
	Inferred   List       // fields worked out from others
	WorkedOut  List       // fields of the payment worked out from others
	Years      []YearNote
	Err        error
	Cells      []string
}

// Settle is what a payment settles, as a file names it: an invoice or an order.
type Settle struct {
	Text   string // as it stands, which may be a name with a number in it
	Name   string
	Amount int64    // 0 = as much as is open
	On     Date     // "" = when it came in
	Until  Date     // since when it doesn't any more; "" = it does
	Parts  []Settle // several names in one, where there is no such name
}

// Means reports whether a name in a file is that of a receivable: its invoice,
// its order, with or without the instalment, or its due date.
func (r *Receivable) Means(name string) bool {
	name = Clean(name)
	if name == "" {
		return false
	}
	for _, own := range []string{r.InvoiceNo, r.OrderNo, r.Ref(), string(r.DueOn)} {
		if strings.EqualFold(own, name) {
			return true
		}
	}
	return false
}

// SettlePayment brings a row of a list of payments in line: what it says of an
// invoice or an order is what it settles.
//
// Refused: RefusedRequired.
func (d *ProposedDebt) SettlePayment() error {
	for _, name := range []string{d.Receivable.InvoiceNo, d.Receivable.OrderNo} {
		if name != "" && len(d.Settles) == 0 {
			d.Settles = []Settle{{Text: name, Name: name}}
		}
	}
	setIfEmpty(&d.Payment.Remark, d.Receivable.Remark)
	d.Receivable = Receivable{}
	switch {
	case d.Payment.Amount == 0:
		return &FieldError{Field: "amount", Code: RefusedRequired}
	case d.Payment.ReceivedOn == "":
		return &FieldError{Field: "received_on", Code: RefusedRequired}
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
	Stated OweStatus // "" = none of them
	Text   string    // what it states then, as it stands
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
	Instead  int64 // what of it was worked out from a sheet before
	// Said is what by the file came in so far, where it isn't this payment alone;
	// Known is what of it is there already.
	Said, Known int64
}

// NamedShare is how much of a payment settles the receivable of the name.
type NamedShare struct {
	Name   string
	Amount int64
}

// The documents about money.
const (
	DocumentReceivables = "receivables" // a tracking sheet of what customers owe and paid
	DocumentPayments    = "payments"    // what customers paid, and what it settles
)
