package model

import (
	"slices"
	"strings"
)

// The enumerations of a journal entry (rule 1.2).
type (
	Method     string // how the contact was made; empty = not noted
	Outcome    string // whether it reached the customer
	EntryKind  string // a follow-up, or a case that the customer raised
	CaseStatus string
	Fault      string // who is responsible for a case
)

const (
	Visit     Method = "visit"
	Invite    Method = "invite"
	Reception Method = "reception"
	Hosting   Method = "hosting"
	Phone     Method = "phone"
	Chat      Method = "chat"
	SMS       Method = "sms"
	OtherWay  Method = "other"

	Reached    Outcome = "reached"
	NotReached Outcome = "not_reached"

	FollowUp   EntryKind = "follow_up"
	Inquiry    EntryKind = "inquiry"
	Complaint  EntryKind = "complaint"
	Feedback   EntryKind = "feedback"
	AfterSales EntryKind = "aftersales"

	CaseOpen   CaseStatus = "open"
	CaseClosed CaseStatus = "closed"
)

// Methods are the ways of contact, the most common first.
var Methods = []Method{Phone, Visit, Invite, Reception, Chat, SMS, Hosting, OtherWay}

// EntryKinds are the kinds of entry.
var EntryKinds = []EntryKind{FollowUp, Inquiry, Complaint, Feedback, AfterSales}

// IsCase reports whether an entry of this kind stays open until it is closed.
func (k EntryKind) IsCase() bool { return k != FollowUp && k != "" }

// Entry is one journal entry: one contact, or one thing the customer raised.
type Entry struct {
	Meta
	CustomerID int64
	Seq        int64 // per customer, 1..
	At         Moment
	Method     Method
	Outcome    Outcome
	Kind       EntryKind
	Situation  string
	Problem    string
	Solution   string
	Status     CaseStatus // cases only
	ClosedOn   Date
	Fault      Fault
	Remark     string

	// What was set on the card with this entry; empty = left as it was.
	SetGrade Grade
	SetClass Class
	SetStage Stage
	SetNext  Date
}

// EntryFields is the entry's field table.
var EntryFields = Fields[Entry]{
	ofCustomer(func(e *Entry) *int64 { return &e.CustomerID }),
	number("seq", 1, 1<<31, func(e *Entry) *int64 { return &e.Seq }).kept(),
	textField(Spec{Code: "at", Kind: KindMoment, Required: true}, func(e *Entry) *Moment { return &e.At }),
	choice("method", Methods, func(e *Entry) *Method { return &e.Method }),
	choice("outcome", []Outcome{Reached, NotReached}, func(e *Entry) *Outcome { return &e.Outcome }).required(),
	choice("kind", EntryKinds, func(e *Entry) *EntryKind { return &e.Kind }).required(),
	note("situation", func(e *Entry) *string { return &e.Situation }).required(),
	note("problem", func(e *Entry) *string { return &e.Problem }),
	note("solution", func(e *Entry) *string { return &e.Solution }),
	choice("case_status", []CaseStatus{CaseOpen, CaseClosed}, func(e *Entry) *CaseStatus { return &e.Status }),
	date("closed_on", func(e *Entry) *Date { return &e.ClosedOn }),
	choice("fault", []Fault{"us", "customer", "third"}, func(e *Entry) *Fault { return &e.Fault }),
	note("remark", func(e *Entry) *string { return &e.Remark }),
	choice("set_grade", Grades, func(e *Entry) *Grade { return &e.SetGrade }).kept(),
	choice("set_class", Classes, func(e *Entry) *Class {
		return &e.SetClass
	}).kept(),
	choice("set_stage", Stages, func(e *Entry) *Stage { return &e.SetStage }).kept(),
	date("set_next", func(e *Entry) *Date { return &e.SetNext }).kept(),
}

// Complete fills in what an entry has by default: a follow-up that reached
// the customer; a case opens with its entry and a closed one has its day.
func (e *Entry) Complete() {
	setIfEmpty(&e.Kind, FollowUp)
	setIfEmpty(&e.Outcome, Reached)
	switch {
	case !e.Kind.IsCase():
		e.Status, e.ClosedOn, e.Fault = "", "", ""
	case e.Status == CaseClosed:
		setIfEmpty(&e.ClosedOn, e.At.Date())
	default:
		e.Status, e.ClosedOn = CaseOpen, ""
	}
}

// Check refuses an entry that can't be kept, such as one that lies ahead of
// today: a journal tells what happened.
func (e *Entry) Check(today Date) error {
	if err := EntryFields.Check(e); err != nil {
		return err
	}
	if e.At.Date() > today {
		return At("at", Refuse(RefusedFuture, string(e.At)))
	}
	if e.ClosedOn > today {
		return At("closed_on", Refuse(RefusedFuture, string(e.ClosedOn)))
	}
	return nil
}

// priceWords are what an inquiry about a price speaks of.
var priceWords = []string{"价", "报个", "多少钱", "怎么卖", "price", "quot", "how much", "cost"}

// AsksPrice reports whether the entry is an inquiry that a quote answers.
func (e *Entry) AsksPrice() bool {
	text := strings.ToLower(e.Situation + "\n" + e.Problem)
	return e.Kind == Inquiry && slices.ContainsFunc(priceWords, func(w string) bool { return strings.Contains(text, w) })
}
