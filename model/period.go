package model

import (
	"strconv"
	"strings"

	"genjin/model/pattern"
)

// Period is how long the span of a report or a target is (rule 2.11).
type Period string

// The periods. A week begins on Monday; a half month on the 1st or the 16th.
const (
	PeriodDay       Period = "day"
	PeriodWeek      Period = "week"
	PeriodHalfMonth Period = "halfmonth"
	PeriodMonth     Period = "month"
	PeriodQuarter   Period = "quarter"
	PeriodYear      Period = "year"
	PeriodDays      Period = "days" // any two dates
)

// Periods are those of the calendar, the shortest first.
var Periods = []Period{PeriodDay, PeriodWeek, PeriodHalfMonth, PeriodMonth, PeriodQuarter, PeriodYear}

// halfMonth is the last day of a month's first half.
const halfMonth = 15

// Of is the span of the calendar that a day lies in; of PeriodDays the day.
func (p Period) Of(d Date) Span {
	first := firstOfMonth(d)
	switch p {
	case PeriodWeek:
		return Span{monday(d), monday(d).AddDays(6)}
	case PeriodHalfMonth:
		if d.Day() > halfMonth {
			return Span{first.AddDays(halfMonth), monthEnd(d)}
		}
		return Span{first, first.AddDays(halfMonth - 1)}
	case PeriodMonth:
		return Span{first, monthEnd(d)}
	case PeriodQuarter:
		return Span{Quarter(d), monthEnd(Quarter(d).AddMonths(2))}
	case PeriodYear:
		january := first.AddMonths(1 - first.Month())
		return Span{january, monthEnd(january.AddMonths(11))}
	}
	return Span{d, d}
}

// Before is the span of the same kind that ends where s begins; of any two dates
// as many days.
func (p Period) Before(s Span) Span {
	if p == PeriodDays {
		return Span{s.First.AddDays(-s.Days()), s.First.AddDays(-1)}
	}
	return p.Of(s.First.AddDays(-1))
}

// After is the span of the same kind that begins where s ends.
func (p Period) After(s Span) Span {
	if p == PeriodDays {
		return Span{s.Last.AddDays(1), s.Last.AddDays(s.Days())}
	}
	return p.Of(s.Last.AddDays(1))
}

// PeriodBetween is the period of the calendar that two dates span, or PeriodDays.
func PeriodBetween(s Span) Period {
	for _, p := range Periods {
		if p.Of(s.First) == s {
			return p
		}
	}
	return PeriodDays
}

// Span is a run of days; both ends belong to it.
type Span struct{ First, Last Date }

// MonthOf is the calendar month of a day.
func MonthOf(d Date) Span { return PeriodMonth.Of(d) }

// Months is the calendar month n months after that of the span's first day.
func (p Span) Months(n int) Span { return MonthOf(p.First.AddMonths(n)) }

// Days is how many days the span has.
func (p Span) Days() int { return p.Last.Sub(p.First) + 1 }

// Workdays is how many of the span's days the person works.
func (p Span) Workdays(cal Calendar) (n int) {
	for d := p.First; d <= p.Last; d = d.AddDays(1) {
		if cal.IsWorkday(d) {
			n++
		}
	}
	return n
}

// Has reports whether a day lies in the span.
func (p Span) Has(d Date) bool { return p.First <= d && d <= p.Last }

// Name is a span as it is written in files and commands: a month 2026-11, a
// quarter 2026-Q4, a year 2026, a day 2026-11-30; another one by both its ends,
// 2026-11-23/2026-11-29.
func (p Period) Name(s Span) string {
	switch year := string(s.First[:4]); p {
	case PeriodMonth:
		return string(s.First[:7])
	case PeriodQuarter:
		return year + "-Q" + strconv.Itoa((s.First.Month()+2)/3)
	case PeriodYear:
		return year
	case PeriodDay:
		return string(s.First)
	}
	return string(s.First) + "/" + string(s.Last)
}

// The ways in which people name a month, a quarter, a year or two days: 2026-11,
// 2026年11月, 11月; 2026Q4, 2026年第四季度, 四季度; 2026年; 2026-11-23至2026-11-29.
var (
	yearName    = pattern.Of(`^(\d{4})年?$`)
	daysName    = pattern.Of(`^(\d{4}-\d\d-\d\d)(?:/|至|到|–|\.\.)(\d{4}-\d\d-\d\d)$`)
	monthName   = pattern.Of(`^(?:(\d{4})[-/.年])?(\d{1,2})月?$`)
	quarterName = pattern.Of(`^(?:(\d{4})[-/.年]?)?(?:[qQ]([1-4])|第?([1-4])季度?)$`)
)

// periodWords are months and quarters that count from today's.
var periodWords = map[string]struct {
	period Period
	steps  int
}{
	"本月": {PeriodMonth, 0}, "这个月": {PeriodMonth, 0}, "上月": {PeriodMonth, -1}, "上个月": {PeriodMonth, -1},
	"下月": {PeriodMonth, 1}, "下个月": {PeriodMonth, 1}, "thismonth": {PeriodMonth, 0}, "lastmonth": {PeriodMonth, -1},
	"nextmonth": {PeriodMonth, 1}, "本季": {PeriodQuarter, 0}, "本季度": {PeriodQuarter, 0}, "上季": {PeriodQuarter, -1},
	"上季度": {PeriodQuarter, -1}, "下季": {PeriodQuarter, 1}, "下季度": {PeriodQuarter, 1}, "thisquarter": {PeriodQuarter, 0},
	"lastquarter": {PeriodQuarter, -1}, "nextquarter": {PeriodQuarter, 1},
}

// ParsePeriod reads a month, a quarter, a year, a day or two days as people write
// them; a month or a quarter without a year is the one nearest to today's.
func ParsePeriod(text string, today Date) (Period, Span, error) {
	s := strings.ReplaceAll(strings.ToLower(HalfWidth(Clean(text))), " ", "")
	if w, ok := periodWords[s]; ok {
		span := w.period.Of(today)
		for ; w.steps > 0; w.steps-- {
			span = w.period.After(span)
		}
		for ; w.steps < 0; w.steps++ {
			span = w.period.Before(span)
		}
		return w.period, span, nil
	}
	s = quarterDigits.Replace(s)
	if m := quarterName.FindStringSubmatch(s); m != nil {
		n, _ := strconv.Atoi(m[2] + m[3])
		return spanNamed(PeriodQuarter, m[1], 3*n-2, today, text)
	}
	if m := monthName.FindStringSubmatch(s); m != nil {
		n, _ := strconv.Atoi(m[2])
		return spanNamed(PeriodMonth, m[1], n, today, text)
	}
	if m := yearName.FindStringSubmatch(s); m != nil {
		return spanNamed(PeriodYear, m[1], 1, today, text)
	}
	if m := daysName.FindStringSubmatch(s); m != nil && isDay(m[1]) && isDay(m[2]) && m[1] <= m[2] {
		span := Span{Date(m[1]), Date(m[2])}
		return PeriodBetween(span), span, nil
	}
	if d, err := ParseDate(text, today, Nearest); err == nil && d != "" {
		return PeriodDay, PeriodDay.Of(d), nil
	}
	return "", Span{}, Refuse(RefusedPeriod, text)
}

// isDay reports whether a text is a day of the calendar, as files have it.
func isDay(text string) bool {
	d, err := ParseDate(text, "", Nearest)
	return err == nil && string(d) == text
}

// quarterDigits writes a quarter's number in Chinese as a digit.
var quarterDigits = strings.NewReplacer("一季", "1季", "二季", "2季", "三季", "3季", "四季", "4季")

// spanNamed is the span that begins with a month.
func spanNamed(p Period, year string, month int, today Date, text string) (Period, Span, error) {
	y, _ := strconv.Atoi(year)
	if year == "" {
		y = nearestYear(today, month)
	}
	first, ok := NewDate(y, month, 1)
	if !ok {
		return "", Span{}, Refuse(RefusedPeriod, text)
	}
	return p, p.Of(first), nil
}

// nearestYear is the year in which a month lies nearest to a day.
func nearestYear(today Date, month int) int {
	switch diff := month - today.Month(); {
	case diff > 6:
		return today.Year() - 1
	case diff < -6:
		return today.Year() + 1
	}
	return today.Year()
}
