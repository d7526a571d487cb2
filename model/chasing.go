package model

import (
	"slices"
	"strconv"
)

// Step is a step of the chasing ladder (rule 2.6): so many days after the due
// date, or before it when negative. Level 0 reminds; from 1 on each step after
// the due date is firmer.
type Step struct{ Days, Level int }

// Steps is the ladder of the settings, from the first reminder on.
func (s Settings) Steps() []Step {
	var steps []Step
	level := 0
	for _, item := range s.Ladder.Items() {
		days, _ := strconv.Atoi(item)
		if days > 0 {
			level++
		}
		steps = append(steps, Step{days, level})
	}
	return steps
}

// On is the day of the step for a receivable.
func (st Step) On(due Date) Date { return due.AddDays(st.Days) }

// ReachedStep is the latest step that a due date has reached by a day.
func ReachedStep(steps []Step, due, by Date) (Step, bool) {
	if due == "" {
		return Step{}, false
	}
	for _, st := range slices.Backward(steps) {
		if st.On(due) <= by {
			return st, true
		}
	}
	return Step{}, false
}

// Taken reports whether a step has been taken: by an entry since its day, or
// an earlier one as firm.
func (r *Receivable) Taken(st Step) bool {
	return r.ChasedOn >= st.On(r.DueOn) || st.Level > 0 && r.ChasedLevel >= int64(st.Level)
}

// Chased reports whether a receivable can be chased at all: open, and not
// disputed.
func (r *Receivable) Chased() bool { return r.Open() > 0 && !r.Disputed }

// NextStep is the next step of the ladder that has not been taken, with its
// day; "" when there is none.
func (r *Receivable) NextStep(steps []Step, today Date) (Step, Date) {
	if !r.Chased() || r.DueOn == "" {
		return Step{}, ""
	}
	reached, ok := ReachedStep(steps, r.DueOn, today)
	if ok && !r.Taken(reached) {
		return reached, reached.On(r.DueOn)
	}
	for _, st := range steps {
		if on := st.On(r.DueOn); on > today && !r.Taken(st) {
			return st, on
		}
	}
	return Step{}, ""
}

// ChaseMethod is how a customer was chased: a way of contact, or a letter.
type ChaseMethod string

// ChaseLetter is a letter or an email 催款函.
const ChaseLetter ChaseMethod = "letter"

// ChaseMethods are the ways of chasing.
var ChaseMethods = []ChaseMethod{"phone", "chat", ChaseLetter, "visit", "sms", "other"}

// Contact is the contact that a step was, for the journal; false for a letter
// or a text message, which is none.
func (m ChaseMethod) Contact() (Method, bool) {
	switch m {
	case "phone", "chat", "visit":
		return Method(m), true
	}
	return "", false
}

// Dunning is a chasing step that was taken 催收记录, with what was promised.
type Dunning struct {
	Meta
	ReceivableID  int64
	CustomerID    int64
	ChasedOn      Date
	Level         int64 // 0 = a reminder
	Method        ChaseMethod
	Outcome       Outcome
	PromiseOn     Date
	PromiseAmount int64
	Note          string
	EntryID       int64 // the journal entry that was made with it; 0 = none
}

// DunningFields is the field table of Dunning. Its currency is the
// receivable's.
var DunningFields = Fields[Dunning]{
	reference("receivable_id", RowOfReceivable, func(d *Dunning) *int64 { return &d.ReceivableID }),
	ofCustomer(func(d *Dunning) *int64 { return &d.CustomerID }),
	date("chased_on", func(d *Dunning) *Date { return &d.ChasedOn }).required().form(6).flag("on"),
	number("level", 0, 99, func(d *Dunning) *int64 { return &d.Level }).form(7).flag("level"),
	choice("method", ChaseMethods, func(d *Dunning) *ChaseMethod { return &d.Method }).form(1).flag("method"),
	choice("outcome", []Outcome{Reached, NotReached}, func(d *Dunning) *Outcome { return &d.Outcome }).required().form(2).flag("outcome"),
	date("promise_on", func(d *Dunning) *Date { return &d.PromiseOn }).ahead().form(4).half().flag("promise"),
	amount("promise_amount", func(d *Dunning) *int64 { return &d.PromiseAmount }).form(5).flag("promise-amount"),
	note("note", func(d *Dunning) *string { return &d.Note }).form(3).flag("note"),
	ref("entry_id", RowOfJournal, func(d *Dunning) *int64 { return &d.EntryID }).kept(),
}

// NewStep is how the next chasing step for a receivable begins: by phone.
func (r *Receivable) NewStep() Dunning {
	return Dunning{ReceivableID: r.ID, CustomerID: r.CustomerID, Method: "phone", Outcome: Reached}
}

// Complete fills in what a step has by default: it was taken today, is the one
// that the ladder has reached, and reached the customer; a promise without an
// amount is for all that is open.
func (d *Dunning) Complete(r *Receivable, s Settings, today Date) {
	setIfEmpty(&d.ChasedOn, today)
	setIfEmpty(&d.Outcome, Reached)
	if st, ok := ReachedStep(s.Steps(), r.DueOn, d.ChasedOn); ok && d.Level == 0 {
		d.Level = int64(st.Level)
	}
	if d.PromiseOn != "" && d.PromiseAmount == 0 {
		d.PromiseAmount = r.Open()
	}
}

// Check refuses a step that can't be kept: one to come, a promise for a day
// before it, or of more than is open.
func (d *Dunning) Check(r *Receivable, today Date) error {
	if err := DunningFields.Check(d); err != nil {
		return err
	}
	switch {
	case d.ChasedOn > today:
		return At("chased_on", Refuse(RefusedFuture, string(d.ChasedOn)))
	case d.PromiseOn != "" && d.PromiseOn < d.ChasedOn:
		return At("promise_on", Refuse(RefusedPast, string(d.PromiseOn)))
	case d.PromiseAmount > 0 && d.PromiseOn == "":
		return At("promise_on", Refuse(RefusedRequired))
	case d.PromiseAmount > r.Open():
		return At("promise_amount", Refuse(RefusedOver, r.money(d.PromiseAmount), r.money(r.Open())))
	}
	return nil
}

// Chase brings what a receivable keeps of its chasing in line with its
// entries, the oldest first. A call that reached nobody is no step taken.
func (r *Receivable) Chase(entries []Dunning, paid func(Dunning) int64) {
	r.ChasedOn, r.ChasedLevel, r.PromisedOn, r.PromiseOn, r.PromisedPaid, r.PromisedSum = "", 0, "", "", 0, 0
	for _, d := range entries {
		if d.Outcome != Reached {
			continue
		}
		r.ChasedOn, r.ChasedLevel = max(r.ChasedOn, d.ChasedOn), max(r.ChasedLevel, d.Level)
		if d.PromiseOn != "" && d.ChasedOn >= r.PromisedOn {
			r.PromisedOn, r.PromiseOn, r.PromisedSum, r.PromisedPaid = d.ChasedOn, d.PromiseOn, d.PromiseAmount, paid(d)
		}
	}
}

// Debt is an open receivable with whose it is, as it stands on the day of the
// queue.
type Debt struct {
	Receivable
	Customer string
	Grade    Grade
	Phones   List
}

// IsBroken reports whether the latest promise has passed unpaid by a day, and
// nobody has asked since.
func (r *Receivable) IsBroken(by Date) bool {
	return r.PromiseOn != "" && r.PromiseOn < by && r.ChasedOn <= r.PromiseOn &&
		r.Open() > 0 && r.Paid-r.PromisedPaid < r.PromisedSum
}

// row is what a debt asks for on Today: an answer to a broken promise, else the
// latest step of the ladder that it has reached and that was not taken.
func (d *Debt) row(s Settings, by Date) (Row, bool) {
	if !d.Chased() {
		return Row{}, false
	}
	r := Row{
		Kind: RowBroken, Record: d.ID, CustomerID: d.CustomerID, Customer: d.Customer, Grade: d.Grade,
		Amount: d.Open(), Currency: d.Currency, Level: int(d.ChasedLevel), Debt: d,
	}
	open, late := strconv.FormatInt(d.Open(), 10), by.Sub(d.DueOn)
	if d.DueOn != "" {
		r.Late = late
	}
	if d.IsBroken(by) {
		r.DueOn = d.PromiseOn.AddDays(1)
		r.Reason = because("broken_promise", d.Name(), strconv.FormatInt(d.PromisedSum, 10), d.Currency, string(d.PromiseOn),
			open, strconv.Itoa(late))
		return r, true
	}
	st, ok := ReachedStep(s.Steps(), d.DueOn, by)
	if !ok || d.Taken(st) {
		return Row{}, false
	}
	r.Kind, r.DueOn, r.Level = RowChase, st.On(d.DueOn), st.Level
	code := "chase"
	switch {
	case st.Level == 0 && late <= 0:
		r.Kind, code = RowReminder, "reminder"
	case st.Level == 0:
		r.Kind = RowReminder
	}
	r.Reason = because(code, d.Name(), open, d.Currency, string(d.DueOn), strconv.Itoa(late), strconv.Itoa(st.Level))
	return r, true
}

// OfDebt reports whether a row is about a receivable.
func (r Row) OfDebt() bool {
	return r.Kind == RowBroken || r.Kind == RowChase || r.Kind == RowReminder
}

// back is the day from which a row that was handled is there again; "" = it is
// closed for good. A row about a debt never is by a tick: a payment or a call
// takes it away for its day, and from then on only what it asks for does, the
// debt settled or its step logged.
func (h *Handled) back() Date {
	if h.Until == "" && (Row{Kind: h.Kind}).OfDebt() {
		return h.On.AddDays(1)
	}
	return h.Until
}

// DebtRow is the row that a debt has on Today, if any, before ticks and snoozes.
func DebtRow(d Debt, s Settings, today Date) (Row, bool) {
	r, ok := d.row(s, today)
	return r, ok && r.DueOn <= today
}
