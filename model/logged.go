package model

// Logged is what a person says of a contact: the entry with what it sets on the
// card, and the plan that comes with it.
type Logged struct {
	Entry    Entry
	Plan     Plan
	Expected Expected
}

// LoggedFields is the field table of Logged; its fields bear the names of the
// entry's and of the card's.
var LoggedFields = Fields[Logged]{
	ofEntry("method").flag("method"),
	ofEntry("outcome").flag("outcome"),
	ofEntry("kind").flag("kind"),
	ofEntry("situation"),
	ofEntry("problem").flag("problem"),
	ofEntry("solution").flag("solution"),
	date("next_on", func(l *Logged) *Date { return &l.Plan.NextOn }).ahead().named(RowOfCustomer).flag("next"),
	text("next_action", func(l *Logged) *string { return &l.Plan.NextAction }).named(RowOfCustomer).flag("next-action"),
	choice("grade", Grades, func(l *Logged) *Grade { return &l.Entry.SetGrade }).named(RowOfCustomer).flag("grade"),
	choice("need", Needs, func(l *Logged) *Need { return &l.Expected.Need }).named(RowOfCustomer).flag("need"),
	choice("class", Classes, func(l *Logged) *Class { return &l.Entry.SetClass }).named(RowOfCustomer).rare().flag("class"),
	choice("stage", Stages, func(l *Logged) *Stage { return &l.Entry.SetStage }).named(RowOfCustomer).flag("stage"),
	choice("lost_reason", LostReasons, func(l *Logged) *string { return &l.Plan.LostReason }).open().named(RowOfCustomer).when(onceLost).
		flag("lost-reason"),
	text("lost_to", func(l *Logged) *string { return &l.Plan.LostTo }).named(RowOfCustomer).when(onceLost).flag("lost-to"),
	amount("lost_price", func(l *Logged) *int64 { return &l.Plan.LostPrice }).named(RowOfCustomer).when(onceLost).flag("lost-price"),
	date("expected_on", func(l *Logged) *Date { return &l.Expected.On }).ahead().named(RowOfCustomer).half().flag("expected"),
	amount("expected_amount", func(l *Logged) *int64 { return &l.Expected.Amount }).named(RowOfCustomer).flag("amount"),
	choice("next_method", Methods, func(l *Logged) *Method { return &l.Plan.NextMethod }).named(RowOfCustomer).rare().flag("next-method"),
	ofEntry("at").rare().flag("at"),
	note("reason", func(l *Logged) *string { return &l.Plan.Reason }).when(onRefusal).flag("reason"),
}

// onceLost: a form asks for it when the deal is said to be lost.
const onceLost = "lost"

// LostCodes are the fields that tell why a deal was lost, and to whom.
func LostCodes() []string { return LoggedFields.Only(onceLost) }

// ofEntry is a field of the entry.
func ofEntry(code string) Field[Logged] {
	f, _ := EntryFields.ByCode(code)
	return Field[Logged]{
		Spec: f.Spec,
		Ptr:  func(l *Logged) any { return f.Ptr(&l.Entry) },
		Get:  func(l *Logged) string { return f.Get(&l.Entry) },
		Set:  func(l *Logged, text string) { f.Set(&l.Entry, text) },
	}
}

// Leave takes out what is on the card already: it isn't set.
func (l *Logged) Leave(c *Customer) {
	if l.Entry.SetGrade == c.Grade {
		l.Entry.SetGrade = ""
	}
	if l.Entry.SetClass == c.Class {
		l.Entry.SetClass = ""
	}
	if l.Entry.SetStage == c.Stage {
		l.Entry.SetStage = ""
	}
	l.Expect(c)
}

// Expect plans what was said of the sale to come, where the card says otherwise.
func (l *Logged) Expect(c *Customer) {
	if l.Expected != c.Expected() {
		l.Plan.Expected = &l.Expected
	}
}

// Check refuses what says nothing, and a plan for a day that has passed.
func (l *Logged) Check(today Date) error {
	switch next := l.Plan.NextOn; {
	case l.Entry.Situation == "":
		return At("situation", Refuse(RefusedRequired))
	case next != "" && next < today:
		return At("next_on", Refuse(RefusedPast, string(next)))
	}
	return nil
}
