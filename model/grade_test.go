package model

import (
	"testing"

	"pgregory.net/rapid"
)

func TestTheSuggestedGradeFollowsTheTable(t *testing.T) {
	const on = "2026-11-23"
	tests := []struct {
		need     Need
		stage    Stage
		expected Date
		on       Date
		want     Grade
		ok       bool
		why      string
	}{
		{NeedNone, Prospect, "", on, GradeE, true, "no need"},
		{NeedNone, Won, "2026-12-01", on, GradeE, true, "no need, whatever the date"},
		{NeedClear, Lost, "2026-12-01", on, GradeE, true, "lost, whatever the need"},
		{NeedUnknown, Lost, "", on, GradeE, true, "lost, need not known"},
		{"", Lost, "", on, GradeE, true, "lost, need not noted"},
		{NeedPotential, Lost, "", on, GradeE, true, "lost"},
		{NeedUnknown, Prospect, "2026-12-01", on, Ungraded, false, "unknown: no suggestion"},
		{"", Prospect, "2026-12-01", on, Ungraded, false, "not noted is unknown"},
		{NeedPotential, Prospect, "", on, GradeD, true, "potential"},
		{NeedPotential, Negotiating, "2026-11-24", on, GradeD, true, "potential, whatever the date"},
		{NeedClear, Prospect, "", on, GradeC, true, "clear without a date"},
		{NeedClear, Prospect, "2020-01-01", on, GradeA, true, "long past"},
		{NeedClear, Prospect, "2026-11-22", on, GradeA, true, "yesterday"},
		{NeedClear, Prospect, on, on, GradeA, true, "today"},
		{NeedClear, Prospect, "2026-12-23", on, GradeA, true, "a month ahead to the day"},
		{NeedClear, Prospect, "2026-12-24", on, GradeB, true, "a day more than a month"},
		{NeedClear, Prospect, "2027-02-23", on, GradeB, true, "three months"},
		{NeedClear, Prospect, "2027-02-24", on, GradeC, true, "a day more than three months"},
		{NeedClear, Prospect, "2027-05-23", on, GradeC, true, "six months"},
		{NeedClear, Prospect, "2027-05-24", on, GradeD, true, "a day more than six months"},
		{NeedClear, Won, "2026-12-23", on, GradeA, true, "won counts by its date too"},

		{NeedClear, Prospect, "2027-02-28", "2027-01-31", GradeA, true, "31 January + 1 month is 28 February"},
		{NeedClear, Prospect, "2027-03-01", "2027-01-31", GradeB, true, "and not 1 March"},
		{NeedClear, Prospect, "2028-02-29", "2028-01-31", GradeA, true, "29 February in a leap year"},
		{NeedClear, Prospect, "2028-03-01", "2028-01-31", GradeB, true, "and not 1 March"},
		{NeedClear, Prospect, "2027-02-28", "2026-11-30", GradeB, true, "30 November + 3 months is 28 February"},
		{NeedClear, Prospect, "2027-03-01", "2026-11-30", GradeC, true, "and not 2 March"},
		{NeedClear, Prospect, "2027-02-28", "2026-08-31", GradeC, true, "31 August + 6 months is 28 February"},
		{NeedClear, Prospect, "2027-03-01", "2026-08-31", GradeD, true, "and not 3 March"},
		{NeedClear, Prospect, "2027-01-31", "2026-12-31", GradeA, true, "over the end of the year"},
	}
	for _, tt := range tests {
		c := Customer{Need: tt.need, Stage: tt.stage, ExpectedOn: tt.expected}
		if got, ok := c.SuggestGrade(tt.on); got != tt.want || ok != tt.ok {
			t.Errorf("%s: need %q stage %q expected %q on %s: %q, %t; want %q, %t", tt.why, tt.need, tt.stage, tt.expected,
				tt.on, got, ok, tt.want, tt.ok)
		}
	}
}

func TestTheSuggestedClassFollowsTheRule(t *testing.T) {
	const on = "2026-11-23"
	tests := []struct {
		need             Need
		expected         Date
		rapport, decides Answer
		want             Class
	}{
		{NeedClear, "2026-12-23", "", "", ClassReady},
		{NeedClear, "2026-11-01", No, No, ClassReady},
		{NeedClear, "2026-12-24", Yes, Yes, ClassInterested},
		{NeedClear, "", Yes, Yes, ClassInterested},
		{NeedPotential, "", Yes, Yes, ClassWarm},
		{NeedPotential, "2026-11-24", Yes, "", ClassWarm},
		{NeedPotential, "", Yes, No, ClassCold},
		{NeedPotential, "", "", Yes, ClassCold},
		{NeedPotential, "", No, Yes, ClassCold},
		{NeedNone, "", Yes, "", ClassWarm},
		{NeedNone, "", "", "", ClassCold},
		{NeedUnknown, "2026-11-24", Yes, Yes, ClassNew},
		{"", "", "", "", ClassNew},
	}
	for _, tt := range tests {
		c := Customer{Need: tt.need, ExpectedOn: tt.expected, Rapport: tt.rapport, Decides: tt.decides}
		if got := c.SuggestClass(on); got != tt.want {
			t.Errorf("need %q expected %q rapport %q decides %q: %s, want %s", tt.need, tt.expected, tt.rapport, tt.decides, got, tt.want)
		}
	}
}

func TestAClassAloneGivesTheNeedAndSaysWhatWasInferred(t *testing.T) {
	tests := []struct {
		class    Class
		need     Need
		expected Date
		grade    Grade
		inferred List
	}{
		{ClassReady, NeedClear, "2026-12-18", GradeA, "need\nexpected_on\ngrade"},
		{ClassInterested, NeedClear, "", GradeC, "need\ngrade"},
		{ClassWarm, NeedPotential, "", GradeD, "need\ngrade"},
		{ClassCold, NeedPotential, "", GradeD, "need\ngrade"},
		{ClassNew, NeedUnknown, "", Ungraded, ""},
		{"", "", "", Ungraded, ""},
	}
	for _, tt := range tests {
		c := Customer{Class: tt.class, FilledOn: "2026-11-18"}
		c.InferFromClass()
		if c.Need != tt.need || c.ExpectedOn != tt.expected || c.Grade != tt.grade || c.Inferred != tt.inferred {
			t.Errorf("%q: need %q expected %q grade %q inferred %q", tt.class, c.Need, c.ExpectedOn, c.Grade, c.Inferred)
		}
	}
}

func TestNothingIsInferredOverWhatTheCardSays(t *testing.T) {
	for _, given := range []Customer{
		{Class: ClassReady, FilledOn: "2026-11-18", Need: NeedPotential},
		{Class: ClassReady, FilledOn: "2026-11-18", Grade: GradeB},
		{Class: ClassReady, FilledOn: "2026-11-18", ExpectedOn: "2027-06-01"},
	} {
		c := given
		c.InferFromClass()
		if c != given {
			t.Errorf("%+v became %+v", given, c)
		}
	}
}

func TestAGradeAgainstTheSuggestionNeedsAReason(t *testing.T) {
	c := Customer{Need: NeedClear, ExpectedOn: "2026-12-01"}
	if suggested, against := c.GradeNeedsReason(GradeC, "2026-11-23"); suggested != GradeA || !against {
		t.Errorf("C where A is suggested: %q, %t", suggested, against)
	}
	if _, against := c.GradeNeedsReason(GradeA, "2026-11-23"); against {
		t.Error("the suggestion itself asks for a reason")
	}
	if _, against := c.GradeNeedsReason(Ungraded, "2026-11-23"); against {
		t.Error("taking the grade away asks for a reason")
	}
	unknown := Customer{Need: NeedUnknown}
	if _, against := unknown.GradeNeedsReason(GradeA, "2026-11-23"); against {
		t.Error("a reason is asked for where there is no suggestion")
	}
}

// evenly draws a number; IntRange prefers small ones.
func evenly(t *rapid.T, name string, lo, hi int) int {
	var all []int
	for n := lo; n <= hi; n++ {
		all = append(all, n)
	}
	return rapid.SampledFrom(all).Draw(t, name)
}

func anyCustomer(t *rapid.T) Customer {
	c := Customer{
		Need:  rapid.SampledFrom([]Need{"", NeedUnknown, NeedClear, NeedClear, NeedClear, NeedPotential, NeedNone}).Draw(t, "need"),
		Stage: rapid.SampledFrom([]Stage{"", Prospect, Negotiating, Won, Lost}).Draw(t, "stage"),
		Grade: rapid.SampledFrom([]Grade{Ungraded, GradeA, GradeB, GradeC, GradeD, GradeE}).Draw(t, "grade"),
	}
	if rapid.Bool().Draw(t, "dated") {
		c.ExpectedOn = Date("2026-11-23").AddDays(evenly(t, "expected", -200, 400))
	}
	return c
}

// differs reports whether the suggestion of the day differs from the grade.
func differs(c Customer, on Date) bool {
	g, ok := c.SuggestGrade(on)
	return ok && c.Grade != Ungraded && g != c.Grade
}

func TestRegradeOnIsTheFirstDayOnWhichTheSuggestionDiffers(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		c := anyCustomer(t)
		from := Date("2026-11-23").AddDays(evenly(t, "from", -40, 500))
		got := c.firstRegrade(from)
		for i := range 400 {
			day := from.AddDays(i)
			if differs(c, day) {
				if got != day {
					t.Fatalf("%+v from %s: %q, the suggestion first differs on %s", c, from, got, day)
				}
				return
			}
		}
		if got != "" && got < from.AddDays(400) {
			t.Fatalf("%+v from %s: %q, but the suggestion doesn't differ within 400 days", c, from, got)
		}
	})
}

func TestARegradeIsDueSinceItsSuggestionBegan(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		c := anyCustomer(t)
		changed := Date("2026-11-23").AddDays(evenly(t, "changed", -40, 200))
		c.RegradeOn = c.firstRegrade(changed)
		on := changed.AddDays(evenly(t, "on", 0, 400))
		if c.RegradeOn == "" || c.RegradeOn > on || !differs(c, on) {
			return
		}
		suggested, _ := c.SuggestGrade(on)
		want := on
		for want > c.RegradeOn {
			if before, _ := c.SuggestGrade(want.AddDays(-1)); before != suggested {
				break
			}
			want = want.AddDays(-1)
		}
		if got := c.regradeSince(on); got != want {
			t.Fatalf("%+v changed %s, on %s: since %s, want %s", c, changed, on, got, want)
		}
	})
}

func TestADateDoesNotMoveARegradeThatTheNeedAsksFor(t *testing.T) {
	c := Customer{Need: NeedNone, Grade: GradeA, ExpectedOn: "2026-12-24"}
	c.RegradeOn = c.firstRegrade("2026-11-20")
	if got := c.regradeSince("2026-12-10"); got != "2026-11-20" {
		t.Errorf("no need since 20 November, due since %s", got)
	}
}
