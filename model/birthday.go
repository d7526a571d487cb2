package model

import (
	"fmt"
	"strings"
)

// Birthday is a day that returns every year, solar or in the lunar calendar
// 农历, its year known or not; "" is none. It is kept as
//
//	1988-08-15        a solar date
//	--08-15           the year is unknown
//	lunar:1988-07-03  the third of the seventh lunar month
//	lunar:--07-03     the same without its year
//	lunar:1987-06r-12 in the leap month 闰六月 that follows the sixth
//
// A text of another form counts as none. rule 1.1.
type Birthday string

// birthFields are a birthday's parts; year is 0 when unknown.
type birthFields struct {
	lunar, leap      bool
	year, month, day int
}

// The leap months that occur: none follows the last or first month between
// 1900 and 2200.
const firstLeap, lastLeap = 2, 11

// ParseBirthday reads a birthday as people write it: every form that
// ParseDate knows for a day of a month, 8月15日 and 08-15 without a year, which
// stays unknown, and lunar ones: 农历七月初三, 农历1988年七月初三, 阴历7月3日,
// 农历闰六月十二, 腊月廿三, lunar 7-3, L7-3, 1988-7-3(农历). Empty text is none.
//
// Refused: RefusedDateFormat; RefusedDateMissing for a day that its calendar
// lacks (30 February, a 13th month); RefusedDateRange; RefusedFuture for one
// after the day ref.
func ParseBirthday(text string, ref Date) (Birthday, error) {
	s := tidyDate(text)
	if s == "" {
		return "", nil
	}
	f, ok := Birthday(s).fields()
	if !ok {
		f, ok = readBirthday(s, ref)
	}
	code := RefusedDateFormat
	if ok {
		code = f.refusal(ref)
	}
	if code != "" {
		return "", Refuse(code, quoted(text))
	}
	return f.birthday(), nil
}

// Lunar tells whether the birthday follows the lunar calendar.
func (b Birthday) Lunar() bool {
	f, ok := b.fields()
	return ok && f.lunar
}

// Next is the solar date on which the birthday next falls, from and
// including from; "" for none, and for lunar ones outside 1900..2200. Where
// a year lacks the day, it is kept on the day before: 29 February on the
// 28th, a lunar 30th on the 29th; a leap month in the plain month before it.
func (b Birthday) Next(from Date) Date {
	f, ok := b.fields()
	if !ok || from.IsZero() {
		return ""
	}
	year := f.yearAt(from)
	if d := f.in(year); d >= from {
		return d
	}
	return f.in(year + 1)
}

// Age is how many years the person has completed on a day, which on the
// birthday itself is the age turned; lunar years for lunar birthdays. False
// when the year is unknown or the day lies before the birth.
func (b Birthday) Age(on Date) (int, bool) {
	f, ok := b.fields()
	if !ok || f.year == 0 || on.IsZero() {
		return 0, false
	}
	year := f.yearAt(on)
	age := year - f.year
	if f.in(year) > on {
		age--
	}
	return age, age >= 0 && year > 0
}

// yearAt is the year of the birthday's own calendar that d belongs to.
func (f birthFields) yearAt(d Date) int {
	if f.lunar {
		year, _, _, _ := LunarDate(d)
		return year
	}
	return d.Year()
}

// in is the solar date of the birthday in a year of its own calendar.
func (f birthFields) in(year int) Date {
	if !f.lunar {
		if year > lastDate.Year() {
			return ""
		}
		d, _ := NewDate(year, f.month, min(f.day, daysIn(year, f.month)))
		return d
	}
	y := lunarYearOf(year)
	m, ok := y.month(f.month, f.leap)
	if !ok {
		m, ok = y.month(f.month, false)
	}
	if !ok {
		return ""
	}
	return m.first.AddDays(min(f.day, m.days) - 1)
}

// refusal is why the parts are no birthday, "" when they are one.
func (f birthFields) refusal(ref Date) string {
	if f.year != 0 && (f.year < firstYear || f.year > lastYear) {
		return RefusedDateRange
	}
	if !f.lunar {
		year := f.year
		if year == 0 {
			year = leapYear
		}
		d, ok := NewDate(year, f.month, f.day)
		if !ok {
			return RefusedDateMissing
		}
		return f.future(d, ref)
	}
	if f.year == 0 {
		if f.month < 1 || f.month > 12 || f.day < 1 || f.day > 30 ||
			f.leap && (f.month < firstLeap || f.month > lastLeap) {
			return RefusedDateMissing
		}
		return ""
	}
	m, ok := lunarYearOf(f.year).month(f.month, f.leap)
	if !ok || f.day < 1 || f.day > m.days {
		return RefusedDateMissing
	}
	return f.future(m.first.AddDays(f.day-1), ref)
}

// future refuses a birth on d after ref.
func (f birthFields) future(d, ref Date) string {
	if f.year != 0 && !ref.IsZero() && d > ref {
		return RefusedFuture
	}
	return ""
}

// birthday is the form that is kept.
func (f birthFields) birthday() Birthday {
	lunar, year, leap := "", "-", ""
	if f.lunar {
		lunar = "lunar:"
	}
	if f.year != 0 {
		year = fmt.Sprintf("%04d", f.year)
	}
	if f.leap {
		leap = "r"
	}
	return Birthday(fmt.Sprintf("%s%s-%02d%s-%02d", lunar, year, f.month, leap, f.day))
}

// fields takes the kept form apart; false when it is none.
func (b Birthday) fields() (f birthFields, ok bool) {
	s := string(b)
	s, f.lunar = strings.CutPrefix(s, "lunar:")
	var unknown bool
	if s, unknown = strings.CutPrefix(s, "--"); !unknown {
		if len(s) < len("2006-") || s[4] != '-' {
			return birthFields{}, false
		}
		if f.year, ok = asciiNumber(s[:4], 4); !ok || f.year == 0 {
			return birthFields{}, false
		}
		s = s[5:]
	}
	if len(s) < len("01-02") {
		return birthFields{}, false
	}
	f.month, ok = asciiNumber(s[:2], 2)
	s, f.leap = strings.CutPrefix(s[2:], "r")
	if !ok || len(s) != len("-02") || s[0] != '-' || f.leap && !f.lunar {
		return birthFields{}, false
	}
	f.day, ok = asciiNumber(s[1:], 2)
	return f, ok
}

var (
	lunarMarks = []string{"农历", "阴历", "旧历", "lunar"}
	solarMarks = []string{"公历", "阳历", "新历"}
	// What only lunar dates are written with.
	lunarWords = []string{"闰", "初", "廿", "正月", "冬月", "腊月"}
	lunarNames = strings.NewReplacer("闰", "", "(leap month", "", "初", "", "正月", "一月", "冬月", "十一月", "腊月", "十二月", "r-", "-")
)

// readBirthday reads a tidied text; the day needn't exist.
func readBirthday(s string, ref Date) (f birthFields, ok bool) {
	if f, ok = readDayOfYear(s, ref); ok || f.lunar {
		return f, ok
	}
	s = withoutSolarMark(s)
	// Without a reference day only whole dates are read: with a time behind
	// them, or as a spreadsheet's number.
	m, code := readMoment(s, "", Past)
	f.year, f.month, f.day = m.Date().Year(), m.Date().Month(), m.Date().Day()
	return f, code == ""
}

// readDayOfYear reads a day of either calendar, its year written or not.
func readDayOfYear(s string, ref Date) (f birthFields, ok bool) {
	s, f.lunar = cutLunarMark(s)
	s = withoutSolarMark(s)
	if f.lunar {
		f.leap = strings.Contains(s, "闰") || strings.Contains(s, "r-") || strings.Contains(s, "leap month")
		s = strings.TrimSpace(lunarNames.Replace(s))
	}
	for _, read := range calendarReaders {
		w, ok := read(s)
		if !ok {
			continue
		}
		f.month, f.day = w.month, w.day
		if w.yearDigits > 0 {
			f.year = w.fullYear(ref)
		}
		if d := f.in(f.year); w.yearDigits == 2 && !ref.IsZero() && d > ref {
			f.year -= 100 // a person is born before today
		}
		return f, w.yearDigits == 0 || f.year > 0
	}
	return f, false
}

// withoutSolarMark is a text without the word that marks a solar date.
func withoutSolarMark(s string) string {
	for _, mark := range solarMarks {
		s = strings.ReplaceAll(s, mark, "")
	}
	return strings.Trim(s, " :,()")
}

// cutLunarMark takes the word that marks a lunar date off a text.
func cutLunarMark(s string) (string, bool) {
	for _, mark := range lunarMarks {
		if strings.Contains(s, mark) {
			return strings.Replace(s, mark, "", 1), true
		}
	}
	for _, word := range lunarWords {
		if strings.Contains(s, word) {
			return s, true
		}
	}
	if rest, ok := strings.CutPrefix(s, "l"); ok && strings.Trim(rest, " 0123456789-/.r") == "" {
		return rest, true
	}
	return s, false
}
