package model

import (
	"slices"
	"strings"

	"genjin/model/pattern"
)

// Reading is how the dates or the amounts of a column are written, where people
// write them in several ways (rule 4).
type Reading string

// The readings, as they stand in JSON and behind --dates and --decimal.
const (
	DayFirst     Reading = "day-first"   // 18.9.2026
	MonthFirst   Reading = "month-first" // 9/18/2026
	YearFirst    Reading = "year-first"  // 26/9/18
	DecimalPoint Reading = "point"       // 1,234.56
	DecimalComma Reading = "comma"       // 1.234,56
)

// The readings that a person can choose from.
var (
	DateReadings    = []Reading{DayFirst, MonthFirst, YearFirst}
	DecimalReadings = []Reading{DecimalPoint, DecimalComma}
)

// ReadingAnswers are what a person said of the columns of a file that allow
// several readings; "" = nothing.
type ReadingAnswers struct{ Dates, Decimal Reading }

// ColumnReading is how the texts of a column are read: as they all allow, or as
// the person said; with several that fit the person is asked.
type ColumnReading struct {
	Reading Reading   // "" = each as it stands
	Said    bool      // by the person
	Fits    []Reading // that a person has to choose from
	Example string    // a text that needs it
}

var (
	numbersOfDate = pattern.Of(`^(\d{1,2})([-/.])(\d{1,2})([-/.])(\d{4}|\d{2})(\D.*)?$`)
	dayAndMonth   = pattern.Of(`^(\d{1,2})([-/.])(\d{1,2})$`)
)

// ReadDates finds how a column writes its dates. today is the day around which
// two digits of a year lie.
func ReadDates(texts []string, said Reading, today Date) ColumnReading {
	var col ColumnReading
	fits := slices.Clone(DateReadings)
	for _, text := range texts {
		s := tidyDate(text)
		w, _, ok := numbersIn(s)
		if !ok {
			if m := dayAndMonth.FindStringSubmatch(s); m != nil && dateNumber(m[1]) > 12 && dateNumber(m[3]) <= 12 {
				fits = slices.DeleteFunc(fits, func(r Reading) bool { return r != DayFirst })
				col.Example = orText(col.Example, text)
			}
			continue
		}
		if _, err := ParseDate(s, today, Past); err != nil {
			col.Example = orText(col.Example, text)
		}
		fitsText := func(r Reading) bool { _, ok := w.as(r, today); return ok }
		if slices.ContainsFunc(DateReadings, fitsText) { // else it is no date at all
			fits = slices.DeleteFunc(fits, func(r Reading) bool { return !fitsText(r) })
		}
	}
	return col.settle(fits, said)
}

func orText(text, other string) string {
	if text != "" {
		return text
	}
	return other
}

func dateNumber(digits string) int {
	n, _ := asciiNumber(digits, 4)
	return n
}

// settle decides among the readings that fit all texts.
func (c ColumnReading) settle(fits []Reading, said Reading) ColumnReading {
	switch {
	case c.Example == "":
	case len(fits) == 1:
		c.Reading = fits[0]
	case said != "" && (len(fits) == 0 || slices.Contains(fits, said)):
		c.Reading, c.Said = said, true
	case len(fits) > 1:
		c.Fits = fits
	}
	return c
}

// numbersIn takes apart a tidied text that begins with three numbers, the year
// not first and whole; rest is a time behind them.
func numbersIn(s string) (w writtenDate, rest string, ok bool) {
	m := numbersOfDate.FindStringSubmatch(s)
	if m == nil || m[2] != m[4] {
		return w, "", false
	}
	w = writtenDate{year: dateNumber(m[1]), month: dateNumber(m[3]), day: dateNumber(m[5]), yearDigits: 2, lastDigits: len(m[5])}
	return w, m[6], true
}

// as is the day that three numbers mean in a reading.
func (w writtenDate) as(r Reading, today Date) (Date, bool) {
	end := writtenDate{year: w.day, yearDigits: w.lastDigits}
	switch {
	case r == DayFirst:
		return NewDate(end.fullYear(today), w.month, w.year)
	case r == MonthFirst:
		return NewDate(end.fullYear(today), w.year, w.month)
	case w.lastDigits == 2:
		return NewDate(w.fullYear(today), w.month, w.day)
	}
	return "", false
}

// Date is the text of a date in the reading with its year first; other texts as
// they stand. A birthday isn't still to come.
func (r Reading) Date(text string, today Date, birthday bool) string {
	s := tidyDate(text)
	w, rest, ok := numbersIn(s)
	if m := dayAndMonth.FindStringSubmatch(s); !ok && m != nil && r == DayFirst && dateNumber(m[3]) <= 12 {
		return m[3] + m[2] + m[1]
	}
	if !ok {
		return text
	}
	d, ok := w.as(r, today)
	if birthday && ok && d > today && w.yearWritten(r) == 2 {
		d, ok = NewDate(d.Year()-100, d.Month(), d.Day())
	}
	if !ok {
		return text
	}
	return string(d) + rest
}

// yearWritten is how many digits the year has.
func (w writtenDate) yearWritten(r Reading) int {
	if r == YearFirst {
		return w.yearDigits
	}
	return w.lastDigits
}

var (
	figuresOf = pattern.Of(`\d(?:[\d.,'’ ]*\d)?`)
	pointed   = pattern.Of(`^(?:\d{1,3}(?:,\d{3})+|\d{1,4}(?:,\d{4})+|\d+)(?:\.\d+)?$`)
	withComma = pattern.Of(`^(?:\d{1,3}(?:\.\d{3})+|\d+)(?:,\d{1,2})?$`)
	fineComma = pattern.Of(`^\d+,\d+$`)
	thousands = pattern.Of(`^[1-9]\d{0,2}\.\d{3}$`) // or a number with three decimals
)

// ReadDecimals finds how a column writes its numbers; amounts have no more than
// two decimals, quantities may have three. isNumber tells texts that a
// spreadsheet made of numbers, whose sign is known.
func ReadDecimals(texts []string, said Reading, quantities bool, isNumber func(i int) bool) ColumnReading {
	col, point, comma := ColumnReading{}, true, true
	for i, text := range texts {
		figures, ok := figuresIn(text)
		switch {
		case !ok:
		case isNumber(i):
			comma = comma && !strings.Contains(figures, ".")
		default:
			unclear := thousands.MatchString(figures) && !quantities
			fits := pointed.MatchString(figures)
			fitsComma := withComma.MatchString(figures) || quantities && fineComma.MatchString(figures) && !fits
			if !fits && !fitsComma {
				continue // no number in any way
			}
			point, comma = point && fits, comma && fitsComma
			if unclear || !fits {
				col.Example = orText(col.Example, text)
			}
		}
	}
	var fits []Reading
	if point {
		fits = append(fits, DecimalPoint)
	}
	if comma {
		fits = append(fits, DecimalComma)
	}
	return col.settle(fits, said)
}

// figuresIn are the figures of an amount with what divides them; false where
// there are none, or several.
func figuresIn(text string) (string, bool) {
	s := HalfWidth(Clean(text))
	found := figuresOf.FindAllString(s, 2)
	if len(found) != 1 || scientific.MatchString(s) {
		return "", false
	}
	return strings.NewReplacer(" ", "", "'", "", "’", "").Replace(found[0]), true
}

var scientific = pattern.Of(`\d[eE][+-]?\d`)

// Number is the text of a number with a decimal comma as one with a point; other
// texts, and those of another reading, as they stand.
func (r Reading) Number(text string) string {
	figures, ok := figuresIn(text)
	if r != DecimalComma || !ok || !withComma.MatchString(figures) && !fineComma.MatchString(figures) {
		return text
	}
	plain := strings.ReplaceAll(strings.ReplaceAll(figures, ".", ""), ",", ".")
	s := HalfWidth(Clean(text))
	return strings.Replace(s, figuresOf.FindString(s), plain, 1)
}
