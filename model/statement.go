package model

import (
	"cmp"
	"slices"
)

// MoveKind is what a line of a statement is.
type MoveKind string

// The movements of a customer's account.
const (
	MoveOwed     MoveKind = "receivable"
	MovePaid     MoveKind = "payment"
	MoveReversed MoveKind = "reversal"
	MoveCredit   MoveKind = "credit"
	MoveOff      MoveKind = "write_off"
	MoveRefund   MoveKind = "refund"
	MoveOut      MoveKind = "moved_out" // paid, and gone to another customer with an order
	MoveIn       MoveKind = "moved_in"  // and come with one
)

// moveOrder is that of movements of one day.
var moveOrder = map[MoveKind]int{MoveOwed: 0, MoveCredit: 1, MoveOff: 2, MovePaid: 3, MoveIn: 4, MoveReversed: 5, MoveRefund: 6, MoveOut: 6}

// Move is a line of a statement of account: it makes the customer owe more, or
// less when Amount is negative. Balance is the account's after it.
type Move struct {
	On      Date
	Kind    MoveKind
	Name    string // the invoice, the receipt
	Text    string // the reason, the payer
	DueOn   Date
	Amount  int64
	Balance int64

	Of          DueKind // of what is owed: for what, and which of how many instalments
	Part, Parts int64
	Method      PayMethod // of a payment: how it came, and when a draft is money
	MaturesOn   Date
}

// Statement is a statement of account 对账单 of a customer in one currency: what
// was owed before the period, what moved in it, what is owed at its end. A
// negative balance is the customer's advance.
type Statement struct {
	Customer Customer
	Currency string
	From, To Date
	Opening  int64
	Moves    []Move
	Closing  int64
	Debit    int64 // of the period: what made the customer owe more
	Credit   int64 // and less, as a positive sum
	Interest int64 // for late payment up to the last day, where the settings have a rate; never booked
}

// IsIdle reports whether there is nothing to say in a statement: nothing was owed
// before, and nothing moved.
func (s *Statement) IsIdle() bool { return s.Opening == 0 && s.Closing == 0 && len(s.Moves) == 0 }

// NewStatement makes a statement of all movements of an account; false when a
// sum can't be kept.
func NewStatement(c Customer, currency string, from, to Date, moves []Move) (Statement, bool) {
	s := Statement{Customer: c, Currency: currency, From: from, To: to}
	slices.SortStableFunc(moves, func(a, b Move) int {
		return cmp.Or(cmp.Compare(a.On, b.On), cmp.Compare(moveOrder[a.Kind], moveOrder[b.Kind]))
	})
	good := true
	add := func(to *int64, n int64) {
		sum, ok := AddMoney(*to, n)
		*to, good = sum, good && ok
	}
	for _, m := range moves {
		if m.On > to {
			continue
		}
		add(&s.Closing, m.Amount)
		if m.On < from {
			add(&s.Opening, m.Amount)
			continue
		}
		if m.Amount >= 0 {
			add(&s.Debit, m.Amount)
		} else {
			add(&s.Credit, -m.Amount)
		}
		m.Balance = s.Closing
		s.Moves = append(s.Moves, m)
	}
	return s, good
}

// Reconciliation is an account that was agreed on with a customer 对账, or not
// (rule 1.5).
type Reconciliation struct {
	Meta
	CustomerID  int64
	FromOn      Date
	ToOn        Date
	SentOn      Date
	ConfirmedOn Date
	Currency    string
	Difference  int64 // ours less theirs, in minor units
	Why         string
	Remark      string
}

// ReconciliationFields is the field table of Reconciliation.
var ReconciliationFields = Fields[Reconciliation]{
	ofCustomer(func(r *Reconciliation) *int64 { return &r.CustomerID }),
	date("from_on", func(r *Reconciliation) *Date { return &r.FromOn }).required().half(),
	date("to_on", func(r *Reconciliation) *Date { return &r.ToOn }).required(),
	date("sent_on", func(r *Reconciliation) *Date { return &r.SentOn }).half(),
	date("confirmed_on", func(r *Reconciliation) *Date { return &r.ConfirmedOn }),
	text("currency", func(r *Reconciliation) *string { return &r.Currency }).max(3),
	amount("difference", func(r *Reconciliation) *int64 { return &r.Difference }).orLoss(), // ours less theirs
	note("difference_reason", func(r *Reconciliation) *string { return &r.Why }).line(),
	note("remark", func(r *Reconciliation) *string { return &r.Remark }).line(),
}

// Check refuses a reconciliation that can't be kept: a difference needs its
// reason.
func (r *Reconciliation) Check() error {
	switch err := ReconciliationFields.Check(r); {
	case err != nil:
		return err
	case r.ToOn < r.FromOn:
		return At("to_on", Refuse(RefusedPast, string(r.ToOn)))
	case r.Difference != 0 && r.Why == "":
		return At("difference_reason", Refuse(RefusedRequired))
	}
	return nil
}
