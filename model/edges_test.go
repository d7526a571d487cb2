package model

import "testing"

// A failed attempt counted again leaves the day on which a person said to try;
// where none is kept it is the next working day.
func TestARetryIsPlannedOnce(t *testing.T) {
	again := Tally{Last: "2026-11-10", Attempts: 1, LastAttempt: "2026-11-20"}
	for _, tt := range []struct {
		attempts    int64
		retry, want Date
	}{{1, "2026-12-01", "2026-12-01"}, {1, "", "2026-11-23"}, {2, "2026-12-01", "2026-11-23"}} {
		c := Customer{Grade: GradeB, LastOn: "2026-11-10", Attempts: tt.attempts, RetryOn: tt.retry}
		if c.Recount(again, DefaultSettings()); c.RetryOn != tt.want {
			t.Errorf("%d attempts, to be tried on %q: %s, want %s", tt.attempts, tt.retry, c.RetryOn, tt.want)
		}
	}
}

func TestASecondContactOfADayRestartsTheCadence(t *testing.T) {
	c := Customer{Grade: GradeB, LastOn: "2026-11-24", NextOn: "2026-12-24", NextBasis: Agreed, NextAction: "送样板"}
	contact(t, &c, "2026-11-24", Reached, Plan{})
	if c.NextOn != "2026-12-01" || c.NextAction != "" {
		t.Errorf("next %s, to do %q", c.NextOn, c.NextAction)
	}
}

func TestMonthsAheadBeginOnTheFirstDayThatReachesTheDate(t *testing.T) {
	for _, tt := range []struct {
		date   Date
		months int
		want   Date
	}{{"2026-03-31", 1, "2026-03-01"}, {"2026-03-28", 1, "2026-02-28"}, {"2026-05-31", 3, "2026-03-01"}, {"2026-12-10", 1, "2026-11-10"},
		{"2026-02-28", 1, "2026-01-28"}} {
		if got := firstWithin(tt.date, tt.months); got != tt.want {
			t.Errorf("%s is at most %d months ahead from %s on, want %s", tt.date, tt.months, got, tt.want)
		}
	}
}

// Who has all that was ordered is silent only after twice the care visits'
// days, counted from the receipt or a later contact; a deal that was expected by
// the day of the receipt is this one.
func TestCareCountsFromTheReceipt(t *testing.T) {
	s := DefaultSettings()
	for _, tt := range []struct {
		last, care, expected, silent Date
		inCare                       bool
	}{
		{"2026-01-05", "2026-02-01", "", "2026-08-01", true}, {"2026-03-01", "2026-02-01", "", "2026-08-29", true},
		{"2026-01-05", "2026-02-01", "2026-02-01", "2026-08-01", true}, {"2026-01-05", "2026-02-01", "2026-02-02", "2026-01-20", false},
		{"2026-01-05", "", "", "2026-01-20", false},
	} {
		c := Customer{Grade: GradeB, Stage: Won, LastOn: tt.last, CareFrom: tt.care, ExpectedOn: tt.expected}
		if got := c.Silence(s); c.InCare() != tt.inCare || got != tt.silent {
			t.Errorf("%+v: in care %t, silent from %s", tt, c.InCare(), got)
		}
	}
}

// An entry dated after today counts from its day on.
func TestAnEntryDatedAheadWaitsForItsDay(t *testing.T) {
	entries := []Entry{
		{At: "2026-11-20", Outcome: Reached}, {At: "2027-05-20", Outcome: Reached}, {At: "2027-03-01 09:00", Outcome: NotReached},
		{At: "2026-11-23", Outcome: NotReached},
	}
	for today, want := range map[Date]Tally{
		"2026-11-24": {Last: "2026-11-20", Attempts: 1, LastAttempt: "2026-11-23", Ahead: "2027-03-01"},
		"2027-03-01": {Last: "2026-11-20", Attempts: 2, LastAttempt: "2027-03-01", Ahead: "2027-05-20"},
		"2027-05-20": {Last: "2027-05-20"},
	} {
		if got := TallyOf(entries, today); got != want {
			t.Errorf("on %s: %+v, want %+v", today, got, want)
		}
	}
}
