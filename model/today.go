package model

import (
	"cmp"
	"slices"
	"strconv"
)

// RowKind says what a row of the Today queue asks for.
type RowKind string

const (
	RowCase     RowKind = "case"      // a case open for more than 24 hours
	RowFollowUp RowKind = "follow_up" // the next contact is due
	RowRetry    RowKind = "retry"     // the last attempt failed
	RowRegrade  RowKind = "regrade"   // the suggested grade differs
	RowGradeMe  RowKind = "grade_me"  // reached, and not yet graded
	RowDate     RowKind = "date"      // a birthday, an important date, a festival
	RowAlert    RowKind = "alert"     // something is not as it should be, rule 2.9

	RowBill     RowKind = "draft"          // a draft in hand is to be presented
	RowBroken   RowKind = "broken_promise" // a promised payment did not come
	RowChase    RowKind = "chase"          // a chasing step after the due date
	RowReminder RowKind = "reminder"       // a step before it

	RowStep  RowKind = "oem_step" // a step of a project
	RowPaper RowKind = "paper"    // a document or a contract expires

	RowShipment  RowKind = "shipment"   // goods on their way are late
	RowOrderStep RowKind = "order_step" // a node of an order is due
	RowQuote     RowKind = "quote"      // a quote waits for an answer, or an inquiry for a quote
)

// rank orders the kinds as rule 2.10 does; follow-ups and retries are one. The
// numbers between are those of the kinds that orders, receivables and OEM
// projects bring.
var rank = map[RowKind]int{
	RowBroken: 1, RowCase: 2, RowChase: 3, RowBill: 4, RowFollowUp: 5, RowRetry: 5, RowShipment: 6, RowOrderStep: 7, RowQuote: 8,
	RowReminder: 9, RowStep: 10, RowRegrade: 11, RowGradeMe: 11, RowPaper: 12, RowDate: 13, RowAlert: 14,
}

// gradeRank orders follow-ups: by grade, the ungraded after B.
var gradeRank = map[Grade]int{GradeA: 1, GradeB: 2, Ungraded: 3, GradeC: 4, GradeD: 5, GradeE: 6}

// Reason is why a row is there: a code and what its sentence is filled with.
// The sentences are in model/label.
type Reason struct {
	Code string
	Args []string
}

func because(code string, args ...string) Reason { return Reason{Code: code, Args: args} }

// Row is one thing due.
type Row struct {
	Kind       RowKind
	Record     int64  // the record it is about: a case's entry, a contact, an important date, else the customer; 0 for a festival
	About      string // what of it, where a kind has several: AboutContact and so on, a festival's code
	CustomerID int64  // 0 for a festival
	Customer   string
	Grade      Grade
	Reason     Reason
	DueOn      Date // when it entered the queue; a day to come: that day itself
	By         Date // until when it is in time; "" = it is late from the day after DueOn on
	On         Date // when it is back on the queue: later than DueOn after a failed attempt or a snooze
	DaysLate   int  // below 0: it is still ahead
	NextAction string
	ExpectedOn Date  // when the customer is expected to buy
	Amount     int64 // minor units, for the order among equals
	Suggested  Grade // regrade: the grade to accept; grade_me: if the rule has one
	Case       EntryKind
	Currency   string // of Amount
	Level      int    // chase: how firm the step is
	ProjectID  int64  // oem_step: whose step it is
	Project    string // its name
	Debt       *Debt  // of what is owed: the receivable that it is about
	Late       int    // of what is owed: days since it was due, of several the most; below 0 before it is
	Items      []Row  // the rows that it stands for, where they are one conversation; nil: itself

	from Date // a day to come is DueOn, and this one that on which it enters the queue; empty = DueOn
	gone Date // the day from which it is no longer there by itself; empty = it waits
}

// What a row is about, where the kind and the record do not say it.
const (
	AboutContact  = "contact"  // a contact's birthday
	AboutOccasion = "occasion" // an important date
	AboutSilence  = "silence"  // an alert: not contacted for too long
	AboutThin     = "thin"     // an alert: the card says too little
)

// Handled is a row ticked off or put off (rule 2.10): it hides the row of the
// same kind, record and due date, for good or until a day.
type Handled struct {
	Meta
	Kind       RowKind
	Record     int64
	About      string
	CustomerID int64 // 0 for a festival
	DueOn      Date
	On         Date // the day on which it was handled
	Until      Date // a snooze; empty = a tick
	Reason     string
}

// HandledFields is the field table of Handled.
var HandledFields = Fields[Handled]{
	textField(Spec{Code: "kind", Required: true}, func(h *Handled) *RowKind { return &h.Kind }),
	intField(Spec{Code: "record", Kind: KindNumber, Max: 1 << 62}, func(h *Handled) *int64 { return &h.Record }),
	text("about", func(h *Handled) *string { return &h.About }),
	ref("customer_id", "customer", func(h *Handled) *int64 { return &h.CustomerID }),
	date("due_on", func(h *Handled) *Date { return &h.DueOn }),
	date("handled_on", func(h *Handled) *Date { return &h.On }),
	date("until", func(h *Handled) *Date { return &h.Until }).ahead(),
	note("reason", func(h *Handled) *string { return &h.Reason }).line(),
}

// Case is an entry that the customer waits on, with whose it is.
type Case struct {
	Entry    Entry
	Customer Customer
}

// Facts is what the queue of a day is made from. The store may hand over more
// customers than are due; the rules decide.
type Facts struct {
	Today     Date
	Settings  Settings
	Customers []Customer
	Cases     []Case // the open ones, of customers not archived
	Handled   []Handled

	// The days that come back every year, of Customers.
	Contacts  []Contact
	Occasions []Occasion
	Greetable Greetable // counted when a festival is near

	Papers []Paper // that expire, of Customers

	Debts []Debt // open receivables that may have to be chased
	Bills []Bill // drafts in hand that mature

	Projects []ProjectTree // those that run
	Orders   []Ordered     // open orders that may ask for something
	Habits   []Habitual

	Thin map[int64]Date // since when a card is too thin for its grade, by customer
}

// Day is what the Today screen is made from.
type Day struct {
	Facts   Facts
	Entries []Case    // the day's work: the entries made and the cases closed
	Ticks   []Handled // the rows ticked off or put off on the day
}

type handledKey struct {
	kind   RowKind
	about  string
	record int64
	due    Date
}

func (r *Row) key() handledKey { return handledKey{r.Kind, r.About, r.Record, r.DueOn} }

func (h *Handled) key() handledKey { return handledKey{h.Kind, h.About, h.Record, h.DueOn} }

// enters is the day on which a row enters the queue.
func (r *Row) enters() Date { return cmp.Or(r.from, r.DueOn) }

// Queue is everything due on the day, most pressing first (rule 2.10).
func Queue(f Facts) []Row {
	rows := talks(due(f, f.Today), f.Settings)
	slices.SortStableFunc(rows, f.Settings.pressing())
	return rows
}

// due is everything that is due by a day, today or later, as it is known today.
func due(f Facts, by Date) []Row {
	hidden := map[handledKey]bool{}
	for _, h := range f.Handled {
		if h.On <= f.Today && (h.back() == "" || by < h.back()) {
			hidden[h.key()] = true
		}
	}
	var rows []Row
	add := func(r Row, isDue bool) {
		if !isDue || r.enters() > by || r.gone != "" && r.gone <= f.Today || hidden[r.key()] {
			return
		}
		if r.DaysLate = by.Sub(max(r.By, r.DueOn)); r.from == "" {
			r.DaysLate = max(r.DaysLate, 0)
		}
		rows = append(rows, r)
	}
	for i := range f.Cases {
		if f.Cases[i].Entry.AsksPrice() {
			add(inquiryRow(&f.Cases[i], by))
			continue
		}
		add(caseRow(&f.Cases[i], by))
	}
	for i := range f.Debts {
		add(f.Debts[i].row(f.Settings, by))
	}
	for i := range f.Bills {
		add(f.Bills[i].row())
	}
	for i := range f.Projects {
		for _, r := range f.Projects[i].rows(by) {
			add(r, true)
		}
	}
	for _, r := range orderRows(f) {
		add(r, true)
	}
	for i := range f.Customers {
		c := &f.Customers[i]
		if c.Archived {
			continue
		}
		add(contactRow(c, f.Settings, by))
		add(gradeRow(c, f.Today, by))
		add(birthdayRow(c, f))
		add(silenceRow(c, f.Settings))
		add(thinRow(c, f.Thin[c.ID]))
	}
	for _, r := range paperRows(f) {
		add(r, true)
	}
	for _, r := range yearlyRows(f) {
		add(r, true)
	}
	for _, r := range festivalRows(f, by) {
		add(r, true)
	}
	return rows
}

// pressing is the queue's total order: by the settings what is owed is ranked by
// the amount at risk, or by its age.
func (s Settings) pressing() func(a, b Row) int {
	return func(a, b Row) int {
		if a.Kind == b.Kind && (a.Kind == RowBroken || a.Kind == RowChase) {
			byAmount, byAge := cmp.Compare(b.Amount, a.Amount), cmp.Compare(b.Late, a.Late)
			if s.ChaseBy == ChaseByAge {
				byAmount, byAge = byAge, byAmount
			}
			return cmp.Or(byAmount, byAge, morePressing(a, b))
		}
		return morePressing(a, b)
	}
}

// morePressing is the order of all other rows.
func morePressing(a, b Row) int {
	byKind := cmp.Compare(rank[a.Kind], rank[b.Kind])
	byRank := 0
	switch rank[a.Kind] {
	case rank[RowFollowUp]:
		byRank = cmp.Compare(gradeRank[a.Grade], gradeRank[b.Grade])
	case rank[RowCase]:
		byRank = cmp.Compare(complaintsFirst(a), complaintsFirst(b))
	}
	return cmp.Or(byKind, byRank, cmp.Compare(b.DaysLate, a.DaysLate), cmp.Compare(b.Amount, a.Amount), cmp.Compare(a.Record, b.Record),
		cmp.Compare(a.Kind, b.Kind), cmp.Compare(a.About, b.About))
}

func complaintsFirst(r Row) int {
	if r.Case == Complaint {
		return 0
	}
	return 1
}

func rowOf(kind RowKind, c *Customer) Row {
	return Row{Kind: kind, Record: c.ID, CustomerID: c.ID, Customer: c.Name, Grade: c.Grade, NextAction: c.NextAction,
		Amount: c.ExpectedAmount, Currency: c.Currency, ExpectedOn: c.ExpectedOn}
}

func caseRow(k *Case, by Date) (Row, bool) {
	r := rowOf(RowCase, &k.Customer)
	r.Record, r.Case = k.Entry.ID, k.Entry.Kind
	r.DueOn = k.Entry.At.Date().AddDays(1)
	r.Reason = because("case_open", string(k.Entry.Kind), string(k.Entry.At.Date()), firstLine(k.Entry.Situation))
	return r, k.Entry.Status == CaseOpen && r.DueOn <= by
}

// contactRow is the follow-up or, after a failed attempt, the retry. Its
// lateness counts from the next date, which an attempt does not move.
func contactRow(c *Customer, s Settings, by Date) (Row, bool) {
	if c.Grade == GradeE {
		return Row{}, false
	}
	if c.Attempts > 0 && c.RetryOn != "" {
		r := rowOf(RowRetry, c)
		r.DueOn, r.On = c.RetryOn, c.RetryOn
		if c.NextOn != "" && c.NextOn < r.DueOn {
			r.DueOn = c.NextOn
		}
		r.Reason = because("retry", strconv.FormatInt(c.Attempts, 10), string(c.NextOn))
		return r, c.RetryOn <= by
	}
	r := rowOf(RowFollowUp, c)
	r.DueOn = c.NextOn
	switch {
	case c.LastOn == "" && c.NextOn == c.FilledOn:
		r.Reason = because("never_contacted", string(c.FilledOn))
	case c.NextBasis != Computed:
		r.Reason = because("planned", string(c.NextOn), string(c.LastOn))
	case c.InCare():
		r.Reason = because("care", strconv.Itoa(int(s.CareDays)), string(c.CareFrom), string(c.LastOn))
	default:
		r.Reason = because("cadence", string(c.Grade), strconv.Itoa(s.CadenceDays(c.Grade)), string(c.LastOn))
	}
	return r, c.NextOn != "" && c.NextOn <= by
}

// gradeRow offers the suggested grade, or asks for one of a customer who has
// been reached and has none.
func gradeRow(c *Customer, today, by Date) (Row, bool) {
	suggested, ok := c.SuggestGrade(by)
	if c.Grade == Ungraded {
		r := rowOf(RowGradeMe, c)
		r.DueOn, r.Suggested = c.LastOn, suggested
		r.Reason = because("grade_me", string(c.LastOn))
		return r, c.LastOn != "" && c.LastOn <= by
	}
	r := rowOf(RowRegrade, c)
	r.DueOn, r.Suggested = c.regradeSince(by), suggested
	if c.byExpected() {
		r.Reason = because("regrade_expected", string(c.Grade), string(suggested), string(c.ExpectedOn), strconv.Itoa(c.ExpectedOn.Sub(today)))
	} else {
		r.Reason = because("regrade_need", string(c.Grade), string(suggested), string(c.Need), string(c.Stage))
	}
	return r, ok && suggested != c.Grade && r.DueOn != "" && r.DueOn <= by
}

func firstLine(s string) string {
	for i, r := range s {
		if r == '\n' {
			return s[:i]
		}
	}
	return s
}

// Ahead is what comes due in the days after today: rows that the queue does
// not hold yet, each with the day on which it will, in that order.
// Facts.Customers must reach that far.
func Ahead(f Facts, days int) []Row {
	now := map[handledKey]bool{}
	for _, r := range due(f, f.Today) {
		now[r.key()] = true
	}
	until := map[handledKey]Date{}
	for _, h := range f.Handled {
		until[h.key()] = max(until[h.key()], h.back())
	}
	var rows []Row
	for _, r := range due(f, f.Today.AddDays(days)) {
		if now[r.key()] {
			continue
		}
		r.On, r.DaysLate = max(r.On, r.enters(), until[r.key()]), 0
		if r.gone != "" && r.gone <= r.On {
			continue
		}
		rows = append(rows, r)
	}
	rows = talks(rows, f.Settings)
	order := f.Settings.pressing()
	slices.SortStableFunc(rows, func(a, b Row) int { return cmp.Or(cmp.Compare(a.On, b.On), order(a, b)) })
	return rows
}
