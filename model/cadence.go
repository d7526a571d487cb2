package model

// DueAfter is the day on which the customer is due when the latest contact
// that reached them was on the given day (rule 2.2): the grade's cadence later,
// moved forward to a working day. A customer never contacted is due on the day
// the card was filled in; grade E is never due. Who has all that was ordered
// gets a care visit, counted from the receipt or a later contact.
func (c *Customer) DueAfter(last Date, s Settings) Date {
	switch {
	case c.Grade == GradeE:
		return ""
	case c.InCare():
		return s.workday(max(last, c.CareFrom).AddDays(int(s.CareDays)))
	case last == "":
		return c.FilledOn
	}
	return s.workday(last.AddDays(s.CadenceDays(c.Grade)))
}

// Basis says who set a customer's next date.
type Basis string

const (
	Agreed   Basis = "agreed"   // 约定: a person typed it
	Computed Basis = "computed" // the rule worked it out, and works it out again
)

// follows reports whether the next date is the rule's, and so moves with
// whatever the rule goes by. A computed date of a file that came without its
// contacts stays until there is one.
func (c *Customer) follows() bool {
	return c.NextBasis == Computed && (c.LastOn != "" || c.NextOn == c.FilledOn || c.NextOn == "")
}

// Retime works the next date out anew where the rule has set it: the cadence or
// the working days have changed, or what the customer's cadence goes by.
func (c *Customer) Retime(s Settings) {
	if c.follows() {
		c.NextOn = c.DueAfter(c.LastOn, s)
	}
}

// DecideBasis says who set the next date of a card that was written before that was
// kept: the rule, where it is the rule's date, be it by the holidays of 2027 as
// the law names them, for they were not published when it was worked out.
func (c *Customer) DecideBasis(s Settings) {
	before := s
	before.Statutory = false
	for _, d := range lawfulHolidays(2027) {
		before.Holidays = ListOf(append(before.Holidays.Items(), string(d))...)
	}
	unpublished := c.NextOn >= "2027-01-01" && c.NextOn == c.DueAfter(c.LastOn, before)
	switch {
	case unpublished || c.NextOn == c.DueAfter(c.LastOn, s):
		c.NextBasis = Computed
	case c.NextOn != "":
		c.NextBasis = Agreed
	}
	c.Retime(s)
}

// Tally is what the journal says of a customer's contacts: the latest that
// reached them, and how many have failed since, the latest of those.
type Tally struct {
	Last        Date
	Attempts    int64
	LastAttempt Date
	Ahead       Date // the first entry that is dated after today, and not counted yet
}

// TallyOf counts a customer's contacts up to today, given in the order in which
// they were noted. An attempt counts when no contact that reached the customer
// came after it.
func TallyOf(all []Entry, today Date) Tally {
	var t Tally
	var entries []Entry
	for _, e := range all {
		switch day := e.At.Date(); {
		case day <= today:
			entries = append(entries, e)
		case t.Ahead == "" || day < t.Ahead:
			t.Ahead = day
		}
	}
	for i, e := range entries {
		if e.Outcome == Reached {
			t.Last = max(t.Last, e.At.Date())
			continue
		}
		reachedSince := false
		for j, r := range entries {
			reachedSince = reachedSince || r.Outcome == Reached && r.At.after(e.At, j > i)
		}
		if !reachedSince {
			t.Attempts++
			t.LastAttempt = max(t.LastAttempt, e.At.Date())
		}
	}
	return t
}

// after reports whether m came after other: by the day, on one day by the
// clock or, where one of them has no time, by which was noted later.
func (m Moment) after(other Moment, notedLater bool) bool {
	if m.Date() == other.Date() && (m == other || m.Clock() == "" || other.Clock() == "") {
		return notedLater
	}
	return m > other
}

// Recount brings the card in line with its journal. A newer contact restarts
// the cadence; a next date that the rule had set follows the rule, one that a
// person agreed stays. A failed attempt leaves the next date as it is and puts
// the customer back on the list on the next working day.
func (c *Customer) Recount(t Tally, s Settings) {
	if c.follows() || t.Last > c.LastOn && c.NextBasis != Agreed {
		c.NextOn, c.NextBasis = c.DueAfter(t.Last, s), Computed
	}
	if t.Attempts == 0 {
		c.RetryOn = ""
	} else if t.Attempts != c.Attempts || c.RetryOn == "" {
		c.RetryOn = s.NextWorkday(t.LastAttempt)
	}
	c.LastOn, c.Attempts, c.AheadOn = t.Last, t.Attempts, t.Ahead
}

// Plan is what a person decides together with a contact: what the card should
// say from now on.
type Plan struct {
	NextOn     Date // empty = by the rule; for a failed attempt, when to try again
	NextAction string
	NextMethod Method
	LostReason string    // why the deal was lost, where the stage is set to that
	LostTo     string    // and to whom
	LostPrice  int64     // what they asked; minor units of the card's currency
	Expected   *Expected // what the talk brought of the sale; nil = as the card has it
	Reason     string    // why a grade goes against the suggestion
}

// Expected is what a card says of the sale to come.
type Expected struct {
	Need   Need
	On     Date
	Amount int64 // minor units of the card's currency
}

// Expected is what the card says of the sale to come.
func (c *Customer) Expected() Expected { return Expected{c.Need, c.ExpectedOn, c.ExpectedAmount} }

// Apply changes the card by an entry just made and the plan that came with it.
// t is the tally with the entry counted. It refuses a grade against the
// suggestion without a reason.
func (c *Customer) Apply(e Entry, p Plan, t Tally, s Settings, today Date) error {
	before := *c
	setUnlessEmpty(&c.Class, e.SetClass)
	setUnlessEmpty(&c.Stage, e.SetStage)
	setUnlessEmpty(&c.Grade, e.SetGrade)
	setUnlessEmpty(&c.LostReason, p.LostReason)
	setUnlessEmpty(&c.LostTo, p.LostTo)
	if p.LostPrice != 0 {
		c.LostPrice = p.LostPrice
	}
	if x := p.Expected; x != nil {
		c.Need, c.ExpectedOn, c.ExpectedAmount = x.Need, x.On, x.Amount
	}
	if err := c.Follow(before, p.Reason, s, today); err != nil {
		return err
	}
	latest := e.Outcome == Reached && e.At.Date() >= c.LastOn
	c.Recount(t, s)
	switch {
	case e.Outcome == NotReached && c.Attempts > 0 && p.NextOn != "":
		c.RetryOn = p.NextOn
	case p.NextOn != "":
		c.NextOn, c.NextBasis = p.NextOn, Agreed
	case latest:
		c.NextOn, c.NextBasis = c.DueAfter(c.LastOn, s), Computed
	}
	if latest {
		c.NextAction, c.NextMethod = "", "" // what was planned has been done
	}
	setUnlessEmpty(&c.NextAction, p.NextAction)
	setUnlessEmpty(&c.NextMethod, p.NextMethod)
	return nil
}

// Follow brings in line with an edited card what depends on its fields: the
// next date follows the grade and the day of the card where the rule had set
// it, the suggestion is worked out anew, what a person changed is no longer
// inferred. A grade set against the suggestion needs a reason, and so does a
// deal that is lost now.
func (c *Customer) Follow(before Customer, reason string, s Settings, today Date) error {
	if err := c.CheckLost(&before); err != nil {
		return err
	}
	if before.Stage == Lost && c.Stage != Lost {
		c.ClearLoss() // lost again it is for another reason
	}
	changed := CustomerFields.Diff(&before, c)
	if c.Grade != before.Grade {
		if suggested, against := c.GradeNeedsReason(c.Grade, today); against && reason == "" {
			return At("grade", Refuse(RefusedReason, string(suggested)))
		}
	}
	c.followNext(before, s)
	for _, code := range changed {
		switch code {
		case "grade", "need", "expected_on", "stage":
			c.RegradeOn = c.firstRegrade(today)
		}
	}
	c.Inferred = c.Inferred.without(changed...)
	return nil
}

// followNext settles the next date of an edited card: one that was typed is
// agreed, one that was taken out is not planned, one that is handed back to the
// rule is worked out.
func (c *Customer) followNext(before Customer, s Settings) {
	typed, handed := c.NextOn != before.NextOn, c.NextBasis != before.NextBasis
	switch {
	case handed && c.NextBasis != Agreed:
		c.NextOn, c.NextBasis = c.DueAfter(c.LastOn, s), Computed
	case c.NextOn == "" && (typed || handed):
		c.NextBasis = ""
	case typed:
		c.NextBasis = Agreed
	case before.follows():
		c.NextOn = c.DueAfter(c.LastOn, s)
	}
}

func (l List) without(items ...string) List {
	gone := ListOf(items...)
	var kept []string
	for _, it := range l.Items() {
		if !gone.Has(it) {
			kept = append(kept, it)
		}
	}
	return ListOf(kept...)
}

func setUnlessEmpty[S ~string](at *S, value S) {
	if value != "" {
		*at = value
	}
}

// NextAfter is the day that the rule suggests after a contact on the given
// day: when the customer is due again or, after a failed attempt, when to try
// again.
func (c *Customer) NextAfter(contact Date, failed bool, s Settings) Date {
	if failed {
		return s.NextWorkday(contact)
	}
	return c.DueAfter(max(contact, c.LastOn), s)
}
