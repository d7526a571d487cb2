package model

import (
	"errors"
	"testing"
)

func TestTheCadenceOfEachGradeSkipsRestDaysAndHolidays(t *testing.T) {
	tests := []struct {
		grade Grade
		last  Date
		want  Date
		why   string
	}{
		{GradeA, "2026-11-18", "2026-11-19", "daily"},
		{GradeA, "2026-11-20", "2026-11-23", "Friday, so Monday"},
		{GradeB, "2026-11-18", "2026-11-25", "weekly"},
		{GradeB, "2026-11-21", "2026-11-30", "a Saturday, so the Monday after the week"},
		{GradeC, "2026-11-18", "2026-12-03", "half-monthly"},
		{GradeD, "2026-11-18", "2026-12-18", "30 days"},
		{GradeD, "2026-11-19", "2026-12-21", "30 days end on a Saturday"},
		{Ungraded, "2026-11-20", "2026-11-27", "ungraded: 7 days"},
		{GradeE, "2026-11-18", "", "E is never due"},
		{GradeE, "", "", "E is never due, contacted or not"},
		{GradeA, "2026-09-30", "2026-10-08", "national holiday"},
		{GradeB, "2026-09-26", "2026-10-08", "national holiday"},
		{GradeC, "2026-09-20", "2026-10-08", "national holiday"},
		{GradeD, "2026-09-04", "2026-10-08", "national holiday"},
		{GradeA, "2026-10-09", "2026-10-10", "a Saturday that is worked"},
		{GradeA, "2026-02-13", "2026-02-14", "another"},
		{GradeA, "2026-02-14", "2026-02-24", "the spring festival"},
		{GradeA, "2027-02-04", "2027-02-14", "the spring festival of 2027, then a Sunday that is worked"},
		{GradeB, "", "2026-11-21", "never contacted: the day of the card, a Saturday or not"},
		{Ungraded, "", "2026-11-21", "the same ungraded"},
	}
	s := DefaultSettings()
	for _, tt := range tests {
		c := Customer{Grade: tt.grade, FilledOn: "2026-11-21"}
		if got := c.DueAfter(tt.last, s); got != tt.want {
			t.Errorf("%s: %q last %q: %q, want %q", tt.why, tt.grade, tt.last, got, tt.want)
		}
	}
}

func TestTheCadenceGoesByThePersonsOwnDays(t *testing.T) {
	shop := DefaultSettings()
	shop.RestDays, shop.Statutory = "mon", false
	never := DefaultSettings()
	never.RestDays, never.Statutory = "", false
	everyDay := DefaultSettings()
	everyDay.WorkdaysOnly = false
	added := DefaultSettings()
	added.Holidays, added.Workdays = "2026-11-23", "2026-11-28"
	slow := DefaultSettings()
	slow.CadenceA, slow.CadenceUngraded = 3, 10
	tests := []struct {
		name  string
		s     Settings
		grade Grade
		last  Date
		want  Date
	}{
		{"a shop that rests on Mondays", shop, GradeA, "2026-11-20", "2026-11-21"},
		{"a shop that rests on Mondays", shop, GradeA, "2026-11-22", "2026-11-24"},
		{"a shop that works through the holidays", shop, GradeA, "2026-09-30", "2026-10-01"},
		{"a shop that never closes", never, GradeA, "2026-11-20", "2026-11-21"},
		{"no working days asked for", everyDay, GradeA, "2026-09-30", "2026-10-01"},
		{"a day off that was added", added, GradeA, "2026-11-20", "2026-11-24"},
		{"a working day that was added", added, GradeA, "2026-11-27", "2026-11-28"},
		{"other days for A", slow, GradeA, "2026-11-17", "2026-11-20"},
		{"other days for the ungraded", slow, Ungraded, "2026-11-16", "2026-11-26"},
	}
	for _, tt := range tests {
		c := Customer{Grade: tt.grade}
		if got := c.DueAfter(tt.last, tt.s); got != tt.want {
			t.Errorf("%s: %q last %s: %s, want %s", tt.name, tt.grade, tt.last, got, tt.want)
		}
	}
}

// contact applies an entry to the card, with the tally that a journal would
// give after it.
func contact(t *testing.T, c *Customer, at Moment, outcome Outcome, p Plan) {
	t.Helper()
	tally := Tally{Last: c.LastOn, Attempts: c.Attempts}
	switch {
	case outcome == NotReached:
		tally.Attempts, tally.LastAttempt = c.Attempts+1, at.Date()
	case at.Date() >= c.LastOn:
		tally = Tally{Last: at.Date()}
	}
	e := Entry{At: at, Outcome: outcome}
	if err := c.Apply(e, p, tally, DefaultSettings(), "2026-11-24"); err != nil {
		t.Fatal(err)
	}
}

// dates are the days of a card that the cadence keeps.
type dates struct {
	next, last, retry Date
	attempts          int64
}

func datesOf(c Customer) dates { return dates{c.NextOn, c.LastOn, c.RetryOn, c.Attempts} }

func TestContactsAndAttemptsMoveTheNextDateAsTheRuleSays(t *testing.T) {
	card := Customer{Name: "刘女士", Grade: GradeB, Need: NeedUnknown, FilledOn: "2026-11-02", LastOn: "2026-11-10", NextOn: "2026-11-17"}
	typed := card
	typed.NextOn = "2026-11-30"
	fresh := Customer{Name: "欧阳静", Grade: GradeC, FilledOn: "2026-11-20", NextOn: "2026-11-20"}
	missed := card
	missed.Attempts, missed.RetryOn = 2, "2026-11-19"
	tests := []struct {
		name    string
		card    Customer
		at      Moment
		outcome Outcome
		plan    Plan
		want    dates
	}{
		{"a contact restarts the cadence", card, "2026-11-24 10:00", Reached, Plan{}, dates{next: "2026-12-01", last: "2026-11-24"}},
		{"a backdated contact after the last one counts from its own day", card, "2026-11-12", Reached, Plan{},
			dates{next: "2026-11-19", last: "2026-11-12"}},
		{"a backdated contact before the last one pulls nothing back", card, "2026-11-06", Reached, Plan{},
			dates{next: "2026-11-17", last: "2026-11-10"}},
		{"a backdated contact leaves a typed date", typed, "2026-11-06", Reached, Plan{}, dates{next: "2026-11-30", last: "2026-11-10"}},
		{"a new contact replaces a typed date", typed, "2026-11-24", Reached, Plan{}, dates{next: "2026-12-01", last: "2026-11-24"}},
		{"a date typed with the contact stands", card, "2026-11-24", Reached, Plan{NextOn: "2026-11-28"},
			dates{next: "2026-11-28", last: "2026-11-24"}},
		{"a date typed with a backdated contact stands", card, "2026-11-06", Reached, Plan{NextOn: "2026-11-28"},
			dates{next: "2026-11-28", last: "2026-11-10"}},
		{"a failed attempt leaves the next date", card, "2026-11-24", NotReached, Plan{},
			dates{next: "2026-11-17", last: "2026-11-10", retry: "2026-11-25", attempts: 1}},
		{"a failed attempt on a Friday is tried again on Monday", card, "2026-11-20", NotReached, Plan{},
			dates{next: "2026-11-17", last: "2026-11-10", retry: "2026-11-23", attempts: 1}},
		{"a failed attempt leaves a typed date", typed, "2026-11-24", NotReached, Plan{},
			dates{next: "2026-11-30", last: "2026-11-10", retry: "2026-11-25", attempts: 1}},
		{"a typed date after a failed attempt is when to try again", card, "2026-11-24", NotReached, Plan{NextOn: "2026-11-26"},
			dates{next: "2026-11-17", last: "2026-11-10", retry: "2026-11-26", attempts: 1}},
		{"attempts add up", missed, "2026-11-24", NotReached, Plan{}, dates{next: "2026-11-17", last: "2026-11-10",
			retry: "2026-11-25", attempts: 3}},
		{"a contact ends the attempts", missed, "2026-11-24", Reached, Plan{}, dates{next: "2026-12-01", last: "2026-11-24"}},
		{"the first contact", fresh, "2026-11-24", Reached, Plan{}, dates{next: "2026-12-09", last: "2026-11-24"}},
		{"a failed attempt at a customer never contacted", fresh, "2026-11-24", NotReached, Plan{},
			dates{next: "2026-11-20", retry: "2026-11-25", attempts: 1}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			c := tt.card
			contact(t, &c, tt.at, tt.outcome, tt.plan)
			if got := datesOf(c); got != tt.want {
				t.Errorf("%+v, want %+v", got, tt.want)
			}
		})
	}
}

func TestWhatWasPlannedStaysUntilAContactHasDoneIt(t *testing.T) {
	card := Customer{Grade: GradeB, LastOn: "2026-11-10", NextOn: "2026-11-17", NextAction: "送报价", NextMethod: Visit}
	c := card
	contact(t, &c, "2026-11-24", NotReached, Plan{})
	if c.NextAction != "送报价" || c.NextMethod != Visit {
		t.Errorf("after a failed attempt: %q, %q", c.NextAction, c.NextMethod)
	}
	c = card
	contact(t, &c, "2026-11-05", Reached, Plan{})
	if c.NextAction != "送报价" {
		t.Errorf("after a backdated entry: %q", c.NextAction)
	}
	c = card
	contact(t, &c, "2026-11-24", NotReached, Plan{NextAction: "发微信", NextMethod: Chat})
	if c.NextAction != "发微信" || c.NextMethod != Chat {
		t.Errorf("planned anew after a failed attempt: %q, %q", c.NextAction, c.NextMethod)
	}
	c = card
	contact(t, &c, "2026-11-24", Reached, Plan{})
	if c.NextAction != "" || c.NextMethod != "" {
		t.Errorf("after the contact: %q, %q", c.NextAction, c.NextMethod)
	}
}

func TestTakingAContactOutOfTheJournalBringsTheDatesBack(t *testing.T) {
	s := DefaultSettings()
	c := Customer{Grade: GradeB, FilledOn: "2026-11-02", LastOn: "2026-11-18", NextOn: "2026-11-25", NextBasis: Computed}
	c.Recount(Tally{Last: "2026-11-10"}, s)
	if got := datesOf(c); got != (dates{next: "2026-11-17", last: "2026-11-10"}) {
		t.Errorf("with the contact before: %+v", got)
	}
	c.Recount(Tally{}, s)
	if got := datesOf(c); got != (dates{next: "2026-11-02"}) {
		t.Errorf("with no contact left: %+v", got)
	}
	for _, last := range []Date{"2026-11-10", "2026-11-23"} {
		typed := Customer{Grade: GradeB, FilledOn: "2026-11-02", LastOn: "2026-11-18", NextOn: "2026-11-25", NextBasis: Agreed}
		typed.Recount(Tally{Last: last}, s)
		if typed.NextOn != "2026-11-25" || typed.NextBasis != Agreed {
			t.Errorf("an agreed date moved to %s (%s) by a contact of %s", typed.NextOn, typed.NextBasis, last)
		}
	}
	failed := Customer{Grade: GradeB, LastOn: "2026-11-10", NextOn: "2026-11-17", Attempts: 2, RetryOn: "2026-11-25"}
	failed.Recount(Tally{Last: "2026-11-10", Attempts: 1, LastAttempt: "2026-11-18"}, s)
	if got := datesOf(failed); got != (dates{next: "2026-11-17", last: "2026-11-10", retry: "2026-11-19", attempts: 1}) {
		t.Errorf("with one attempt less: %+v", got)
	}
}

func TestANewGradeMovesOnlyADateThatTheRuleHadSet(t *testing.T) {
	s := DefaultSettings()
	regrade := func(before Customer, g Grade) Customer {
		c := before
		c.Grade = g
		if err := c.Follow(before, "", s, "2026-11-24"); err != nil {
			t.Fatal(err)
		}
		return c
	}
	ruled := Customer{Grade: GradeB, LastOn: "2026-11-18", NextOn: "2026-11-25", NextBasis: Computed}
	typed := ruled
	typed.NextBasis = Agreed // the very day that the rule has
	fresh := Customer{Grade: GradeB, FilledOn: "2026-11-20", NextOn: "2026-11-20", NextBasis: Computed}
	never := Customer{Grade: GradeE, LastOn: "2026-11-18", NextBasis: Computed}
	alone := Customer{Grade: GradeB, FilledOn: "2026-11-20", NextOn: "2026-12-30", NextBasis: Computed}
	none := Customer{Grade: GradeB, LastOn: "2026-11-18"}
	for _, tt := range []struct {
		name   string
		before Customer
		grade  Grade
		want   Date
	}{
		{"by rule, to A", ruled, GradeA, "2026-11-19"},
		{"by rule, to C", ruled, GradeC, "2026-12-03"},
		{"by rule, to E", ruled, GradeE, ""},
		{"typed", typed, GradeA, "2026-11-25"},
		{"a computed date of a file without its contacts", alone, GradeA, "2026-12-30"},
		{"nothing planned", none, GradeA, ""},
		{"never contacted", fresh, GradeA, "2026-11-20"},
		{"out of E", never, GradeB, "2026-11-25"},
	} {
		if got := regrade(tt.before, tt.grade).NextOn; got != tt.want {
			t.Errorf("%s: %q, want %q", tt.name, got, tt.want)
		}
	}
	both := ruled
	both.Grade, both.NextOn = GradeA, "2026-12-01"
	if err := both.Follow(ruled, "", s, "2026-11-24"); err != nil || both.NextOn != "2026-12-01" {
		t.Errorf("a date typed with the grade: %s, %v", both.NextOn, err)
	}
	withEntry := ruled
	err := withEntry.Apply(Entry{At: "2026-11-24", Outcome: Reached, SetGrade: GradeA}, Plan{}, Tally{Last: "2026-11-24"}, s, "2026-11-24")
	if err != nil || withEntry.NextOn != "2026-11-25" || withEntry.Grade != GradeA {
		t.Errorf("a grade set with a contact: %s next %s, %v", withEntry.Grade, withEntry.NextOn, err)
	}
}

// Who set the next date is kept with it: a date that is typed is agreed, one that
// is handed back is worked out, one that is taken out is not planned.
func TestAnEditedCardSaysWhoSetItsNextDate(t *testing.T) {
	s := DefaultSettings()
	ruled := Customer{Grade: GradeB, LastOn: "2026-11-18", NextOn: "2026-11-25", NextBasis: Computed}
	agreed := Customer{Grade: GradeB, LastOn: "2026-11-18", NextOn: "2026-12-24", NextBasis: Agreed}
	none := Customer{Grade: GradeB, LastOn: "2026-11-18"}
	for _, tt := range []struct {
		name   string
		before Customer
		change func(*Customer)
		next   Date
		basis  Basis
	}{
		{"a date typed", ruled, func(c *Customer) { c.NextOn = "2026-12-01" }, "2026-12-01", Agreed},
		{"the rule's date agreed", ruled, func(c *Customer) { c.NextBasis = Agreed }, "2026-11-25", Agreed},
		{"handed back to the rule", agreed, func(c *Customer) { c.NextBasis = Computed }, "2026-11-25", Computed},
		{"handed back by leaving it open", agreed, func(c *Customer) { c.NextBasis = "" }, "2026-11-25", Computed},
		{"taken out", agreed, func(c *Customer) { c.NextOn = "" }, "", ""},
		{"taken out of the rule", ruled, func(c *Customer) { c.NextOn = "" }, "", ""},
		{"typed where nothing was planned", none, func(c *Customer) { c.NextOn = "2026-12-01" }, "2026-12-01", Agreed},
		{"agreed without a day", none, func(c *Customer) { c.NextBasis = Agreed }, "", ""},
		{"another field", agreed, func(c *Customer) { c.Address = "里水" }, "2026-12-24", Agreed},
	} {
		c := tt.before
		tt.change(&c)
		if err := c.Follow(tt.before, "", s, "2026-11-24"); err != nil || c.NextOn != tt.next || c.NextBasis != tt.basis {
			t.Errorf("%s: next %q, %q, %v; want %q, %q", tt.name, c.NextOn, c.NextBasis, err, tt.next, tt.basis)
		}
	}
}

func TestAContactSaysWhoSetTheNextDate(t *testing.T) {
	for _, tt := range []struct {
		plan  Date
		at    Moment
		basis Basis
	}{{"", "2026-11-24", Computed}, {"2026-12-01", "2026-11-24", Agreed}, {"2026-11-26", "2026-11-06", Agreed}, {"", "2026-11-06", Agreed}} {
		c := Customer{Grade: GradeB, LastOn: "2026-11-18", NextOn: "2026-12-24", NextBasis: Agreed}
		contact(t, &c, tt.at, Reached, Plan{NextOn: tt.plan})
		if c.NextBasis != tt.basis {
			t.Errorf("a contact of %s planned for %q: %q, want %q", tt.at, tt.plan, c.NextBasis, tt.basis)
		}
	}
}

func TestACustomerNeverContactedIsDueOnTheDayOfTheCardWhenThatIsCorrected(t *testing.T) {
	before := Customer{Grade: GradeB, FilledOn: "2026-11-20", NextOn: "2026-11-20", NextBasis: Computed}
	c := before
	c.FilledOn = "2026-11-12"
	if err := c.Follow(before, "", DefaultSettings(), "2026-11-24"); err != nil || c.NextOn != "2026-11-12" {
		t.Errorf("next %s, %v", c.NextOn, err)
	}
}

func TestAGradeAgainstTheSuggestionIsRefusedWithoutAReason(t *testing.T) {
	before := Customer{Grade: GradeB, Need: NeedClear, ExpectedOn: "2026-12-01", LastOn: "2026-11-18", NextOn: "2026-11-25"}
	c := before
	c.Grade = GradeD
	var refused *FieldError
	err := c.Follow(before, "", DefaultSettings(), "2026-11-24")
	if !errors.As(err, &refused) || refused.Field != "grade" || refused.Code != RefusedReason || refused.Args[0] != "A" {
		t.Errorf("edited: %v", err)
	}
	if err := c.Follow(before, "等新车型", DefaultSettings(), "2026-11-24"); err != nil {
		t.Errorf("with a reason: %v", err)
	}
	if c.RegradeOn != "2026-11-24" {
		t.Errorf("the suggestion differs since %q", c.RegradeOn)
	}
	e := Entry{At: "2026-11-24", Outcome: Reached, SetGrade: GradeD}
	c = before
	if err := c.Apply(e, Plan{}, Tally{Last: "2026-11-24"}, DefaultSettings(), "2026-11-24"); !errors.As(err, &refused) {
		t.Errorf("with a contact: %v", err)
	}
	c = before
	if err := c.Apply(e, Plan{Reason: "等新车型"}, Tally{Last: "2026-11-24"}, DefaultSettings(), "2026-11-24"); err != nil ||
		c.NextOn != "2026-12-24" {
		t.Errorf("with a contact and a reason: next %s, %v", c.NextOn, err)
	}
}

func TestWhatAPersonChangesIsNoLongerInferred(t *testing.T) {
	before := Customer{Need: NeedClear, Grade: GradeA, ExpectedOn: "2026-12-18", Inferred: "need\nexpected_on\ngrade"}
	c := before
	c.ExpectedOn = "2026-12-10"
	if err := c.Follow(before, "", DefaultSettings(), "2026-11-24"); err != nil || c.Inferred != "need\ngrade" {
		t.Errorf("%q, %v", c.Inferred, err)
	}
}

func TestTheSuggestedNextDateIsWhatTheContactWouldSet(t *testing.T) {
	s := DefaultSettings()
	card := Customer{Grade: GradeB, FilledOn: "2026-11-02", LastOn: "2026-11-10", NextOn: "2026-11-17"}
	for _, tt := range []struct {
		at      Moment
		outcome Outcome
	}{{"2026-11-24", Reached}, {"2026-11-20", Reached}, {"2026-11-06", Reached}, {"2026-11-20", NotReached}} {
		c := card
		want := c.NextAfter(tt.at.Date(), tt.outcome == NotReached, s)
		contact(t, &c, tt.at, tt.outcome, Plan{})
		got := c.NextOn
		if tt.outcome == NotReached {
			got = c.RetryOn
		}
		if got != want {
			t.Errorf("%s %s: suggested %s, set %s", tt.outcome, tt.at, want, got)
		}
	}
}

func TestAttemptsAreCountedSinceTheLastContact(t *testing.T) {
	reached := func(at Moment) Entry { return Entry{At: at, Outcome: Reached} }
	missed := func(at Moment) Entry { return Entry{At: at, Outcome: NotReached} }
	for _, tt := range []struct {
		name    string
		entries []Entry
		want    Tally
	}{
		{"nothing yet", nil, Tally{}},
		{"one contact", []Entry{reached("2026-11-18 10:00")}, Tally{Last: "2026-11-18"}},
		{"attempts only", []Entry{missed("2026-11-18"), missed("2026-11-20 09:00")}, Tally{Attempts: 2, LastAttempt: "2026-11-20"}},
		{"attempts after a contact", []Entry{missed("2026-11-10"), reached("2026-11-18"), missed("2026-11-19"), missed("2026-11-20")},
			Tally{Last: "2026-11-18", Attempts: 2, LastAttempt: "2026-11-20"}},
		{"a contact ends them", []Entry{missed("2026-11-18"), missed("2026-11-19"), reached("2026-11-20")}, Tally{Last: "2026-11-20"}},
		{"noted in another order", []Entry{reached("2026-11-20"), missed("2026-11-19"), reached("2026-11-10")}, Tally{Last: "2026-11-20"}},
		{"on one day by the clock", []Entry{missed("2026-11-20 15:00"), reached("2026-11-20 10:00")},
			Tally{Last: "2026-11-20", Attempts: 1, LastAttempt: "2026-11-20"}},
		{"on one day by the clock, before", []Entry{reached("2026-11-20 15:00"), missed("2026-11-20 10:00")}, Tally{Last: "2026-11-20"}},
		{"on one day without a time, noted later", []Entry{reached("2026-11-20 10:00"), missed("2026-11-20")},
			Tally{Last: "2026-11-20", Attempts: 1, LastAttempt: "2026-11-20"}},
		{"on one day without a time, noted before", []Entry{missed("2026-11-20 10:00"), reached("2026-11-20")}, Tally{Last: "2026-11-20"}},
	} {
		if got := TallyOf(tt.entries, "2026-11-24"); got != tt.want {
			t.Errorf("%s: %+v, want %+v", tt.name, got, tt.want)
		}
	}
}

func TestAnAttemptBeforeTheLastContactIsNotTriedAgain(t *testing.T) {
	card := Customer{Grade: GradeB, LastOn: "2026-11-20", NextOn: "2026-11-27"}
	e := Entry{At: "2026-11-18", Outcome: NotReached}
	for plan, want := range map[Date]Date{"": "2026-11-27", "2026-12-01": "2026-12-01"} {
		c := card
		if err := c.Apply(e, Plan{NextOn: plan}, Tally{Last: "2026-11-20"}, DefaultSettings(), "2026-11-24"); err != nil || c.RetryOn != "" ||
			c.NextOn != want {
			t.Errorf("planned %q: next %q, retry %q, %v", plan, c.NextOn, c.RetryOn, err)
		}
	}
}
