package model

import (
	"errors"
	"testing"
	"time"

	"pgregory.net/rapid"
)

// refusedAs fails unless err is a refusal of that code; "" is no error.
func refusedAs(t *testing.T, what string, err error, code string) {
	t.Helper()
	var refusal *FieldError
	switch {
	case err == nil && code == "":
	case err == nil:
		t.Errorf("%s: taken, want %s", what, code)
	case !errors.As(err, &refusal):
		t.Errorf("%s: error %v is no refusal", what, err)
	case refusal.Code != code:
		t.Errorf("%s: refused as %s, want %q", what, refusal.Code, code)
	case len(refusal.Args) == 0:
		t.Errorf("%s: refused without the text", what)
	}
}

// anyDate draws a date of the years that the program takes.
func anyDate() *rapid.Generator[Date] {
	return rapid.Custom(func(t *rapid.T) Date {
		return Date("1900-01-01").AddDays(rapid.IntRange(0, 109_937).Draw(t, "days"))
	})
}

func TestNewDateTakesOnlyDaysThatExist(t *testing.T) {
	tests := []struct {
		year, month, day int
		want             Date
	}{
		{2026, 11, 3, "2026-11-03"}, {2028, 2, 29, "2028-02-29"}, {1, 1, 1, "0001-01-01"},
		{2026, 2, 29, ""}, {1900, 2, 29, ""}, {2000, 2, 29, "2000-02-29"}, {2026, 4, 31, ""},
		{2026, 0, 1, ""}, {2026, 13, 1, ""}, {2026, 1, 0, ""}, {0, 1, 1, ""}, {10000, 1, 1, ""}, {2026, -1, -1, ""},
	}
	for _, tt := range tests {
		got, ok := NewDate(tt.year, tt.month, tt.day)
		if got != tt.want || ok != (tt.want != "") {
			t.Errorf("NewDate(%d, %d, %d) = %q, %t, want %q", tt.year, tt.month, tt.day, got, ok, tt.want)
		}
	}
}

func TestDateOfIsTheDayOnTheLocalClock(t *testing.T) {
	shanghai := time.FixedZone("CST", 8*60*60)
	moment := time.Date(2026, 11, 3, 20, 0, 0, 0, time.UTC)
	if got := DateOf(moment); got != "2026-11-03" {
		t.Errorf("in UTC: %s", got)
	}
	if got := DateOf(moment.In(shanghai)); got != "2026-11-04" {
		t.Errorf("in Shanghai: %s", got)
	}
}

func TestAddMonthsClampsToTheMonthsEnd(t *testing.T) {
	tests := []struct {
		from Date
		n    int
		want Date
	}{
		{"2026-01-31", 1, "2026-02-28"}, {"2028-01-31", 1, "2028-02-29"}, {"2026-03-31", -1, "2026-02-28"},
		{"2026-11-30", 3, "2027-02-28"}, {"2026-12-15", 1, "2027-01-15"}, {"2026-01-15", -1, "2025-12-15"},
		{"2026-05-31", 0, "2026-05-31"}, {"2026-05-31", 12, "2027-05-31"}, {"2028-02-29", 12, "2029-02-28"},
		{"2026-01-01", 1 << 40, "9999-12-31"}, {"2026-01-01", -1 << 40, "0001-01-01"}, {"", 3, ""}, {"nonsense", 3, ""},
	}
	for _, tt := range tests {
		if got := tt.from.AddMonths(tt.n); got != tt.want {
			t.Errorf("%q + %d months = %q, want %q", tt.from, tt.n, got, tt.want)
		}
	}
}

func TestAddMonthsNeverDrifts(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		d, n := anyDate().Draw(t, "date"), rapid.IntRange(-600, 600).Draw(t, "months")
		got := d.AddMonths(n)
		months := func(d Date) int { return d.Year()*12 + d.Month() }
		if months(got) != months(d)+n {
			t.Fatalf("%s + %d months = %s", d, n, got)
		}
		if want := min(d.Day(), daysIn(got.Year(), got.Month())); got.Day() != want {
			t.Fatalf("%s + %d months = %s, want day %d", d, n, got, want)
		}
	})
}

func TestAddDaysAndSubAgree(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		d, n := anyDate().Draw(t, "date"), rapid.IntRange(-100_000, 100_000).Draw(t, "days")
		sum := d.AddDays(n)
		if sum.Sub(d) != n || sum.AddDays(-n) != d || (sum > d) != (n > 0) {
			t.Fatalf("%s + %d days = %s, back %s", d, n, sum, sum.AddDays(-n))
		}
		if want := time.Weekday(((int(d.Weekday())+n)%7 + 7) % 7); sum.Weekday() != want {
			t.Fatalf("%s is a %s, want %s", sum, sum.Weekday(), want)
		}
	})
	if got := Date("2026-01-01").AddDays(1 << 50); got != lastDate {
		t.Errorf("far ahead: %s", got)
	}
	if got := Date("2026-01-01").AddDays(-1 << 50); got != firstDate {
		t.Errorf("far back: %s", got)
	}
}

func TestNoDateIsSafe(t *testing.T) {
	for _, d := range []Date{"", "2026-02-30", "2026-1-1", "abcdefghij", "2026-11-0x", "0000-01-01", "２０２６-11-03"} {
		if !d.IsZero() || d.Year() != 0 || d.Month() != 0 || d.Day() != 0 || d.Weekday() != time.Sunday ||
			d.AddDays(1) != "" || d.AddMonths(1) != "" || d.Sub("2026-01-01") != 0 || Date("2026-01-01").Sub(d) != 0 {
			t.Errorf("%q counts as a date", d)
		}
	}
}

func TestMomentHasADateAndPerhapsAClock(t *testing.T) {
	tests := []struct {
		m     Moment
		date  Date
		clock string
	}{
		{"2026-11-03", "2026-11-03", ""}, {"2026-11-03 09:20", "2026-11-03", "09:20"}, {"", "", ""},
		{"nonsense here", "", ""}, {"2026-13-03 09:20", "", ""},
	}
	for _, tt := range tests {
		if tt.m.Date() != tt.date || tt.m.Clock() != tt.clock {
			t.Errorf("%q: %q %q", tt.m, tt.m.Date(), tt.m.Clock())
		}
	}
	if m, ok := NewMoment("2026-11-03", 9, 5); m != "2026-11-03 09:05" || !ok {
		t.Errorf("NewMoment = %q", m)
	}
	if m, ok := NewMoment("2026-11-03", 24, 0); m != "" || ok {
		t.Errorf("NewMoment at 24:00 = %q", m)
	}
}
