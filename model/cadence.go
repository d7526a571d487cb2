package model

// DueAfter is the day on which the customer is due when the latest contact
// that reached them was on the given day (SPEC 2.2): the grade's cadence later,
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

// Tally is what the journal says of a customer's contacts: the latest that
// reached them, and how many have failed since, the latest of those.
type Tally struct {
	Last        Date
	Attempts    int64
	LastAttempt Date
}

// TallyOf counts a customer's contacts, given in the order in which they were
// noted. An attempt counts when no contact that reached the customer came after
// it.
func TallyOf(entries []Entry) Tally {
	var t Tally
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
// person typed stays. A failed attempt leaves the next date as it is and puts
// the customer back on the list on the next working day.
func (c *Customer) Recount(t Tally, s Settings) {
	byRule := c.NextOn == c.DueAfter(c.LastOn, s)
	if byRule || t.Last > c.LastOn {
		c.NextOn = c.DueAfter(t.Last, s)
	}
	if t.Attempts == 0 {
		c.RetryOn = ""
	} else if t.Attempts != c.Attempts || c.RetryOn == "" {
		c.RetryOn = s.NextWorkday(t.LastAttempt)
	}
	c.LastOn, c.Attempts = t.Last, t.Attempts
}

// Plan is what a person decides together with a contact: what the card should
// say from now on.
type Plan struct {
	NextOn     Date // empty = by the rule; for a failed attempt, when to try again
	NextAction string
	NextMethod Method
	Reason     string // why a grade goes against the suggestion
}

// Apply changes the card by an entry just made and the plan that came with it.
// t is the tally with the entry counted. It refuses a grade against the
// suggestion without a reason.
func (c *Customer) Apply(e Entry, p Plan, t Tally, s Settings, today Date) error {
	before := *c
	setUnlessEmpty(&c.Class, e.SetClass)
	setUnlessEmpty(&c.Stage, e.SetStage)
	setUnlessEmpty(&c.Grade, e.SetGrade)
	if err := c.Follow(before, p.Reason, s, today); err != nil {
		return err
	}
	latest := e.Outcome == Reached && e.At.Date() >= c.LastOn
	c.Recount(t, s)
	switch {
	case e.Outcome == NotReached && c.Attempts > 0 && p.NextOn != "":
		c.RetryOn = p.NextOn
	case p.NextOn != "":
		c.NextOn = p.NextOn
	case latest:
		c.NextOn = c.DueAfter(c.LastOn, s)
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
// inferred. A grade set against the suggestion needs a reason.
func (c *Customer) Follow(before Customer, reason string, s Settings, today Date) error {
	changed := CustomerFields.Diff(&before, c)
	if c.Grade != before.Grade {
		if suggested, against := c.GradeNeedsReason(c.Grade, today); against && reason == "" {
			return At("grade", Refuse(RefusedReason, string(suggested)))
		}
	}
	if c.NextOn == before.NextOn && before.NextOn == before.DueAfter(before.LastOn, s) {
		c.NextOn = c.DueAfter(c.LastOn, s)
	}
	for _, code := range changed {
		switch code {
		case "grade", "need", "expected_on", "stage":
			c.RegradeOn = c.firstRegrade(today)
		}
	}
	c.Inferred = c.Inferred.without(changed...)
	return nil
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
