package model

import (
	"strings"
	"testing"

	"pgregory.net/rapid"
)

// reached makes the contacts of days of a month: "2026-11" and 3, 5 …
func reached(month string, days ...int) []Reach {
	var list []Reach
	for _, n := range days {
		d, _ := NewDate(Date(month+"-01").Year(), Date(month+"-01").Month(), n)
		list = append(list, Reach{On: d})
	}
	return list
}

func marks(r TrackRow) string {
	var b strings.Builder
	for _, m := range r.Marks {
		b.WriteByte(byte(m))
	}
	return b.String()
}

// Every line was worked out by hand on the calendar of 2026: 1 November is a
// Sunday; 1 to 7 October are off, Saturday the 10th is worked; Mid-Autumn is
// Friday 25 September, Sunday the 20th is worked.
func TestTracking(t *testing.T) {
	everyDay := DefaultSettings()
	everyDay.WorkdaysOnly = false
	standard := DefaultSettings()
	for _, tc := range []struct {
		name      string
		grade     Grade
		month     Date
		today     Date
		settings  Settings
		customer  Tracked
		want      string // five days a group
		kept, due int
	}{
		{"daily: a miss counts once and stays open until the next contact", GradeA, "2026-11-01", "2026-11-23", standard,
			Tracked{Before: Reach{On: "2026-10-30"}, Reached: reached("2026-11", 2, 3, 5, 6)},
			".##!# #..!. ..... ..... ..+++ ++..+", 3, 5},
		{"what happened after the as-of day does not count", GradeA, "2026-11-01", "2026-11-05", standard,
			Tracked{Before: Reach{On: "2026-10-30"}, Reached: reached("2026-11", 2, 3, 5, 6)},
			".##!# +..++ +++.. +++++ ..+++ ++..+", 2, 3},
		{"today's due day is not missed yet", GradeA, "2026-11-01", "2026-11-04", standard,
			Tracked{Before: Reach{On: "2026-10-30"}, Reached: reached("2026-11", 2, 3)},
			".##++ +..++ +++.. +++++ ..+++ ++..+", 2, 2},
		{"a month that is over has nothing ahead", GradeA, "2026-10-01", "2026-11-23", standard,
			Tracked{Before: Reach{On: "2026-09-30"}, Reached: reached("2026-10", 8, 9, 10, 12)},
			"..... ..### .#!.. ..... ..... ..... .", 4, 5},
		{"weekly over the holidays: early keeps and restarts, late is missed", GradeB, "2026-10-01", "2026-11-23", standard,
			Tracked{Before: Reach{On: "2026-09-24"}, Reached: reached("2026-10", 8, 14, 26)},
			"..... ..#.. ...#. ..... !.... #.... .", 2, 3},
		{"weekly to the make-up Sunday and over Mid-Autumn", GradeB, "2026-09-01", "2026-11-23", standard,
			Tracked{Before: Reach{On: "2026-08-31"}, Reached: reached("2026-09", 7, 13, 18)},
			"..... .#... ..#.. ..#.. ..... ..!..", 3, 4},
		{"half-monthly: two due dates met by early contacts", GradeC, "2026-11-01", "2026-11-23", standard,
			Tracked{Before: Reach{On: "2026-10-20"}, Reached: reached("2026-11", 2, 10)},
			".#... ....# ..... ..... ....+ .....", 2, 2},
		{"monthly: open since August, due on the month's first working day", GradeD, "2026-11-01", "2026-11-23", standard,
			Tracked{Before: Reach{On: "2026-08-01"}},
			".!... ..... ..... ..... ..+.. .....", 0, 1},
		{"a due day met early counts when it has come", GradeD, "2026-11-01", "2026-11-12", standard,
			Tracked{Before: Reach{On: "2026-10-20"}, Reached: reached("2026-11", 5)},
			"....# ..... ..... ..... ..... .....", 0, 0},
		{"the same a week later", GradeD, "2026-11-01", "2026-11-19", standard,
			Tracked{Before: Reach{On: "2026-10-20"}, Reached: reached("2026-11", 5)},
			"....# ..... ..... ..... ..... .....", 1, 1},
		{"a contact before a due day of the next month", GradeD, "2026-11-01", "2026-11-30", standard,
			Tracked{Before: Reach{On: "2026-11-01"}, Reached: nil, FilledOn: "2026-10-31"},
			"..... ..... ..... ..... ..... .....", 0, 0},
		{"never contacted: due on the day of the card, moved to a working day", GradeB, "2026-11-01", "2026-11-23", standard,
			Tracked{FilledOn: "2026-11-14", Reached: reached("2026-11", 16)},
			"..... ..... ..... #.... ..+.. ....+", 1, 1},
		{"never contacted at all", GradeB, "2026-11-01", "2026-11-23", standard,
			Tracked{FilledOn: "2026-11-10"},
			"..... ....! ..... ..... ..+.. ....+", 0, 1},
		{"a card filled in after the month", GradeB, "2026-10-01", "2026-11-23", standard,
			Tracked{FilledOn: "2026-11-10"},
			"..... ..... ..... ..... ..... ..... .", 0, 0},
		{"a day typed with the contact goes before the cadence", GradeA, "2026-11-01", "2026-11-23", standard,
			Tracked{FilledOn: "2026-11-02", Reached: []Reach{{On: "2026-11-02", Next: "2026-11-14"}, {On: "2026-11-16", Next: "2026-11-26"}}},
			".#... ..... ..... #.... ..... ++..+", 2, 2},
		{"two contacts of a day are one, the later one plans", GradeC, "2026-11-01", "2026-11-23", standard,
			Tracked{FilledOn: "2026-11-02", Reached: []Reach{{On: "2026-11-03", Next: "2026-11-05"}, {On: "2026-11-03"}}},
			".!#.. ..... ..... ..!.. ..+.. .....", 0, 2},
		{"a month ahead: everything before it is kept", GradeC, "2026-12-01", "2026-11-23", standard,
			Tracked{Before: Reach{On: "2026-11-09"}},
			"..... ...+. ..... ..... ...+. ..... .", 0, 0},
		{"a month ahead of a customer who is late: made up today", GradeD, "2026-12-01", "2026-11-23", standard,
			Tracked{Before: Reach{On: "2026-08-03"}},
			"..... ..... ..... ..... ..+.. ..... .", 0, 0},
		{"the shop that never closes", GradeA, "2026-10-01", "2026-10-05", everyDay,
			Tracked{Before: Reach{On: "2026-09-30"}, Reached: reached("2026-10", 1, 2, 4)},
			"##!#+ +++++ +++++ +++++ +++++ +++++ +", 2, 3},
		{"grade E is never due", GradeE, "2026-11-01", "2026-11-23", standard,
			Tracked{FilledOn: "2026-01-05", Before: Reach{On: "2026-08-03"}, Reached: reached("2026-11", 4)},
			"...#. ..... ..... ..... ..... .....", 0, 0},
	} {
		t.Run(tc.name, func(t *testing.T) {
			journal := NewTracking(tc.grade, MonthOf(tc.month), tc.today, tc.settings)
			row := journal.Row(&tc.customer)
			if got, want := marks(row), strings.ReplaceAll(tc.want, " ", ""); got != want || row.Kept != tc.kept || row.Due != tc.due {
				t.Errorf("\n got %s %d/%d\nwant %s %d/%d", got, row.Kept, row.Due, want, tc.kept, tc.due)
			}
		})
	}
}

func TestCoverageIsTheShareMissedNotOnce(t *testing.T) {
	journal := NewTracking(GradeA, MonthOf("2026-11-01"), "2026-11-04", DefaultSettings())
	var c Coverage
	if _, ok := c.Percent(); ok {
		t.Error("nobody was due, and there is a share")
	}
	for _, k := range []Tracked{
		{Before: Reach{On: "2026-10-30"}, Reached: reached("2026-11", 2, 3)},    // kept both
		{Before: Reach{On: "2026-10-30"}, Reached: reached("2026-11", 2, 3, 4)}, // kept all three
		{Before: Reach{On: "2026-10-30"}, Reached: reached("2026-11", 2, 4)},    // missed the 3rd
		{Before: Reach{On: "2026-10-30"}},                                       // missed the 2nd
		{FilledOn: "2026-11-04"},                                                // due today: not decided
		{FilledOn: "2026-11-04", Reached: reached("2026-11", 4)},                // due today and reached
	} {
		journal.Count(&c, &k)
	}
	if c != (Coverage{Kept: 3, Customers: 5}) {
		t.Errorf("coverage %+v, want 3 of 5", c)
	}
	if p, ok := c.Percent(); p != 60 || !ok {
		t.Errorf("%d%%, want 60%%", p)
	}
	if p, _ := (Coverage{Kept: 199, Customers: 200}).Percent(); p != 99 {
		t.Errorf("199 of 200 is %d%%: only all are 100%%", p)
	}
}

func TestMonths(t *testing.T) {
	november := MonthOf("2026-11-23")
	if november != (Span{"2026-11-01", "2026-11-30"}) || november.Days() != 30 {
		t.Errorf("%+v, %d days", november, november.Days())
	}
	if got := november.Months(-9); got != (Span{"2026-02-01", "2026-02-28"}) {
		t.Errorf("nine months before: %+v", got)
	}
	if got := november.Months(2); got != (Span{"2027-01-01", "2027-01-31"}) {
		t.Errorf("two months on: %+v", got)
	}
}

// slowly is rule 2.2 day by day, as one would keep it by hand.
func slowly(k Tracked, g Grade, p Span, today Date, s Settings) (line string, kept, due int) {
	cadence := s.CadenceDays(g)
	contact := map[Date]Reach{}
	for _, r := range k.Reached {
		contact[r.On] = r
	}
	nextAfter := func(r Reach) Date {
		if r.Next > r.On {
			return s.workday(r.Next)
		}
		return s.workday(r.On.AddDays(cadence))
	}
	open := s.workday(k.FilledOn)
	if k.Before.On != "" {
		open = nextAfter(k.Before)
	}
	if open < p.First {
		open = s.workday(p.First)
	}
	missed := false // the open due day is over
	for d := p.First; d <= p.Last; d = d.AddDays(1) {
		r, came := contact[d]
		came = came && d <= today
		mark := MarkIdle
		switch {
		case came:
			mark = MarkKept
			if !missed && open >= d && open <= min(p.Last, today) {
				kept, due = kept+1, due+1
			}
			open, missed = nextAfter(r), false
		case !missed && open == d && d < today:
			mark, missed = MarkMissed, true
			due++
		case d >= today && missed && d == s.workday(today), d >= today && !missed && open == d:
			mark = MarkAhead
			open, missed = nextAfter(Reach{On: d}), false
		}
		line += string(byte(mark))
	}
	return line, kept, due
}

func TestTrackingAgreesWithKeepingItByHand(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		day := func(from Date, days int, name string) Date {
			return from.AddDays(rapid.IntRange(0, days).Draw(t, name))
		}
		month := MonthOf(day("2026-01-01", 364, "month"))
		s := DefaultSettings()
		s.WorkdaysOnly = rapid.Bool().Draw(t, "workdays")
		g := rapid.SampledFrom(TrackedGrades).Draw(t, "grade")
		today := day(month.First, 50, "today")
		k := Tracked{FilledOn: day(month.First.AddDays(-70), 110, "filled")}
		if rapid.Bool().Draw(t, "before") {
			k.Before.On = day(month.First.AddDays(-60), 59, "before on")
		}
		for d := month.First; d <= month.Last; d = d.AddDays(1) {
			if rapid.IntRange(0, 4).Draw(t, "contact") == 0 {
				r := Reach{On: d}
				if rapid.IntRange(0, 3).Draw(t, "typed") == 0 {
					r.Next = d.AddDays(rapid.IntRange(0, 20).Draw(t, "next"))
				}
				k.Reached = append(k.Reached, r)
			}
		}
		line, kept, due := slowly(k, g, month, today, s)
		row := NewTracking(g, month, today, s).Row(&k)
		if marks(row) != line || row.Kept != kept || row.Due != due {
			t.Fatalf("%s %v today %s %+v\n got %s %d/%d\nwant %s %d/%d", g, month, today, k, marks(row), row.Kept, row.Due, line, kept, due)
		}
	})
}
