package model

import "time"

// Date is a civil calendar date as people write it into a form, ISO
// YYYY-MM-DD; "" is no date. It has no time zone, and < and > order it (no
// date comes first). A text that isn't a date counts as none. rule 1.
type Date string

const isoDate = "2006-01-02"

// The days that a Date can hold; sums that lead beyond stop there.
const (
	firstDate Date = "0001-01-01"
	lastDate  Date = "9999-12-31"
)

// NewDate is the date of that year, month (1..12) and day; false when the
// calendar has no such day.
func NewDate(year, month, day int) (Date, bool) {
	if year < 1 || year > 9999 || month < 1 || month > 12 || day < 1 || day > daysIn(year, month) {
		return "", false
	}
	b := [10]byte{4: '-', 7: '-'}
	putDigits(b[0:4], year)
	putDigits(b[5:7], month)
	putDigits(b[8:10], day)
	return Date(b[:]), true
}

// DateOf is the calendar date that a clock in t's own zone shows; "" for a
// year that a Date can't hold.
func DateOf(t time.Time) Date {
	d, _ := NewDate(t.Year(), int(t.Month()), t.Day())
	return d
}

// IsZero tells whether there is no date.
func (d Date) IsZero() bool {
	_, _, _, ok := d.split()
	return !ok
}

// Year is the calendar year, 0 for no date.
func (d Date) Year() int { year, _, _, _ := d.split(); return year }

// Month is 1..12, 0 for no date.
func (d Date) Month() int { _, month, _, _ := d.split(); return month }

// Day is the day of the month, 0 for no date.
func (d Date) Day() int { _, _, day, _ := d.split(); return day }

// Weekday is the day of the week; Sunday for no date.
func (d Date) Weekday() time.Weekday {
	t, ok := d.utc()
	if !ok {
		return time.Sunday
	}
	return t.Weekday()
}

// AddDays is the date n days later, or earlier when n is negative.
func (d Date) AddDays(n int) Date {
	t, ok := d.utc()
	if !ok {
		return ""
	}
	const most = 9999 * 366 // more would overflow time.Time's own sums
	return within(t.AddDate(0, 0, min(max(n, -most), most)))
}

// AddMonths is the same day n months later (earlier when negative), or the
// month's last day where it is shorter: 31 January + 1 is 28 or 29 February.
// Series count from their first date, so that they don't drift. rule 2.1.
func (d Date) AddMonths(n int) Date {
	year, month, day, ok := d.split()
	if !ok {
		return ""
	}
	const most = 9999 * 12
	months := year*12 + month - 1 + min(max(n, -most), most)
	switch {
	case months < 12:
		return firstDate
	case months > 9999*12+11:
		return lastDate
	}
	year, month = months/12, months%12+1
	sum, _ := NewDate(year, month, min(day, daysIn(year, month)))
	return sum
}

// Sub is how many days d lies after other, negative when before; 0 when
// either is no date.
func (d Date) Sub(other Date) int {
	a, ok := d.utc()
	b, ok2 := other.utc()
	if !ok || !ok2 {
		return 0
	}
	const day = 24 * 60 * 60
	return int((a.Unix() - b.Unix()) / day)
}

// split is the date's numbers; false when it is no date.
func (d Date) split() (year, month, day int, ok bool) {
	if len(d) != len(isoDate) || d[4] != '-' || d[7] != '-' {
		return 0, 0, 0, false
	}
	year, ok1 := asciiNumber(string(d[0:4]), 4)
	month, ok2 := asciiNumber(string(d[5:7]), 2)
	day, ok3 := asciiNumber(string(d[8:10]), 2)
	if !ok1 || !ok2 || !ok3 || year < 1 || month < 1 || month > 12 || day < 1 || day > daysIn(year, month) {
		return 0, 0, 0, false
	}
	return year, month, day, true
}

// utc is the date's midnight in UTC, where every day has 24 hours.
func (d Date) utc() (time.Time, bool) {
	year, month, day, ok := d.split()
	if !ok {
		return time.Time{}, false
	}
	return time.Date(year, time.Month(month), day, 0, 0, 0, 0, time.UTC), true
}

// within is t's date, or the nearest one that a Date can hold.
func within(t time.Time) Date {
	switch {
	case t.Year() < 1:
		return firstDate
	case t.Year() > 9999:
		return lastDate
	}
	return DateOf(t)
}

// daysIn is the length of a month of 1..12.
func daysIn(year, month int) int {
	switch month {
	case 2:
		if year%4 == 0 && (year%100 != 0 || year%400 == 0) {
			return 29
		}
		return 28
	case 4, 6, 9, 11:
		return 30
	}
	return 31
}

// asciiNumber reads a number of 1 to most ASCII digits and nothing else.
func asciiNumber(s string, most int) (int, bool) {
	if s == "" || len(s) > most {
		return 0, false
	}
	n := 0
	for i := range len(s) {
		if s[i] < '0' || s[i] > '9' {
			return 0, false
		}
		n = n*10 + int(s[i]-'0')
	}
	return n, true
}

// putDigits fills b with n, zeros in front.
func putDigits(b []byte, n int) {
	for i := len(b) - 1; i >= 0; i-- {
		b[i] = byte('0' + n%10)
		n /= 10
	}
}

// Moment is when a contact happened: a civil date, "YYYY-MM-DD", or one with
// the clock's time, "YYYY-MM-DD HH:MM"; "" is none. Like Date it has no zone,
// and < and > order it, a day without a time before its times. rule 1, 1.2.
type Moment string

// NewMoment is the moment at hour:minute of a date; false when there is no
// such date or time.
func NewMoment(d Date, hour, minute int) (Moment, bool) {
	if d.IsZero() || hour < 0 || hour > 23 || minute < 0 || minute > 59 {
		return "", false
	}
	clock := [5]byte{2: ':'}
	putDigits(clock[0:2], hour)
	putDigits(clock[3:5], minute)
	return Moment(string(d) + " " + string(clock[:])), true
}

// Date is the moment's day, "" for none.
func (m Moment) Date() Date {
	if len(m) < len(isoDate) {
		return ""
	}
	d := Date(m[:len(isoDate)])
	if d.IsZero() {
		return ""
	}
	return d
}

// Clock is the moment's time HH:MM, "" when only the day is known.
func (m Moment) Clock() string {
	if m.Date() == "" || len(m) != len("2006-01-02 15:04") {
		return ""
	}
	return string(m[len(isoDate)+1:])
}

// quoted is a person's text as a refusal repeats it: clean and not too long.
func quoted(text string) string {
	const most = 60
	runes := []rune(Clean(text))
	if len(runes) > most {
		return string(runes[:most-1]) + "…"
	}
	return string(runes)
}
