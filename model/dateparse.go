package model

import (
	"math"
	"strconv"
	"strings"
	"unicode/utf8"
)

// Bias says which of several days is meant when the year or month isn't
// written.
type Bias int

const (
	Past    Bias = iota // the last such day, up to and on the reference day: what has happened
	Future              // the next such day, from the reference day on: what is planned
	Nearest             // the one that lies nearest
)

// The years that the program takes dates of.
const (
	firstYear = 1900
	lastYear  = 2200
)

// ParseDate reads a date as people type it and spreadsheets hold it, relative
// to the day ref (the as-of date). A time that stands with it is read and
// left out. Empty text is no date.
//
// It reads 2026-11-03, 26/11/3, 20261103, 2026年11月3日, Nov 3 2026, Excel's
// day numbers; 11-3 and 11月3日, whose year follows from bias; and 明天, 3d,
// 两周后, 下周五, 月底, 下个月10号 and their like.
//
// A day without a year that has just passed, where a day to come is asked for,
// is refused as RefusedPast rather than taken for next year's.
//
// Refused: RefusedDateFormat, RefusedDateMissing (30 February), RefusedDateOrder
// (05/01/26, 1/5/2026), RefusedDateRange, RefusedTimeFormat.
func ParseDate(text string, ref Date, bias Bias) (Date, error) {
	m, err := ParseMoment(text, ref, bias)
	return m.Date(), err
}

// ParseMoment is ParseDate that keeps the time: 2026-11-20 10:30, 明天下午3点,
// RFC 3339 (as written, without regard to its zone), Excel's 46000.5. Exactly
// 00:00:00 is how programs write a day without a time, and is read so.
func ParseMoment(text string, ref Date, bias Bias) (Moment, error) {
	s := tidyDate(text)
	if s == "" {
		return "", nil
	}
	m, code := readMoment(s, ref, bias)
	if code == "" && (m.Date().Year() < firstYear || m.Date().Year() > lastYear) {
		code = RefusedDateRange
	}
	switch code {
	case "":
		return m, nil
	case RefusedDateOrder:
		return "", Refuse(code, unclear(text, s, ref)...)
	}
	return "", Refuse(code, quoted(text))
}

var dateSigns = strings.NewReplacer("–", "-", "—", "-", "−", "-", "‐", "-", "。", ".", "．", ".", "號", "号", "個", "个", "後", "后", "週", "周")

// tidyDate brings a text into the one form that the readers know: half-width
// lower-case letters, single spaces, and none beside Chinese.
func tidyDate(text string) string {
	var b strings.Builder
	last := utf8.RuneError
	for _, word := range strings.Fields(strings.ToLower(HalfWidth(dateSigns.Replace(Clean(text))))) {
		first, _ := utf8.DecodeRuneInString(word)
		if last < utf8.RuneSelf && first < utf8.RuneSelf {
			b.WriteByte(' ')
		}
		b.WriteString(word)
		last, _ = utf8.DecodeLastRuneInString(word)
	}
	return b.String()
}

// readMoment reads a tidied text; the code says why it can't.
func readMoment(s string, ref Date, bias Bias) (m Moment, code string) {
	const longest = 100 // bytes; nothing longer is a date
	if len(s) > longest {
		return "", RefusedDateFormat
	}
	if m, ok := readSerial(s); ok {
		return m, ""
	}
	if d, code := readDate(s, ref, bias); code != RefusedDateFormat {
		return Moment(d), code
	}
	refusal := RefusedDateFormat
	for i := range s {
		if !clockMayStart(s, i) {
			continue
		}
		d, code := readDate(strings.TrimRight(s[:i], " ,"), ref, bias)
		if code == RefusedDateFormat {
			continue
		}
		hour, minute, verdict := readClock(afterWeekday(s[i:]))
		switch {
		case verdict == clockBad:
			refusal = RefusedTimeFormat
		case verdict == clockUnread:
		case code != "":
			return "", code
		case verdict == clockNone:
			return Moment(d), ""
		default:
			m, _ := NewMoment(d, hour, minute)
			return m, ""
		}
	}
	return "", refusal
}

// readDate reads a tidied text without a time; the code says why it can't.
func readDate(s string, ref Date, bias Bias) (d Date, code string) {
	for _, read := range calendarReaders {
		if w, ok := read(s); ok {
			return w.date(ref, bias)
		}
	}
	if ref.IsZero() {
		return "", RefusedDateFormat
	}
	for _, read := range relativeReaders {
		if d, ok := read(s, ref, bias); ok && d == "" {
			return "", RefusedDateMissing
		} else if ok {
			return d, ""
		}
	}
	return "", RefusedDateFormat
}

// writtenDate is a date as it stands in a text: it needn't exist.
type writtenDate struct {
	year, month, day int
	yearDigits       int // 4, 2, or 0 for a date without its year
	lastDigits       int // those of the day, where it may be the year: 4, 2 or 0
}

// calendarReaders know the forms that name a day of a month. Each is tried in
// turn; the first that knows the form decides.
var calendarReaders = []func(string) (writtenDate, bool){
	readNumbers, readCompact, readHanDate, readEnglishDate,
}

// leapYear is a year that has every day.
const leapYear = 2000

// date is the day meant; the code says why there is none.
func (w writtenDate) date(ref Date, bias Bias) (Date, string) {
	if w.yearDigits == 0 {
		if _, ok := NewDate(leapYear, w.month, w.day); !ok {
			return "", RefusedDateMissing
		}
		if ref.IsZero() {
			return "", RefusedDateFormat
		}
		inYear := func(step int) Date {
			d, _ := NewDate(ref.Year()+step, w.month, w.day)
			return d
		}
		if past := chooseByBias(ref, Past, inYear); bias == Future && past != "" && past < ref && ref.Sub(past) <= justPast {
			return "", RefusedPast
		}
		chosen := chooseByBias(ref, bias, inYear)
		if bias == Future && chosen.Sub(ref) > longYear {
			return "", RefusedDateMissing // 29 February, of a year that nobody named
		}
		return chosen, ""
	}
	switch {
	case w.isUnclear(ref):
		return "", RefusedDateOrder
	case w.lastDigits == 4:
		return "", RefusedDateFormat
	}
	year := w.fullYear(ref)
	if year < 1 {
		return "", RefusedDateRange
	}
	d, ok := NewDate(year, w.month, w.day)
	if !ok {
		return "", RefusedDateMissing
	}
	return d, ""
}

// longYear is the most days until a day that comes every year.
const longYear = 366

// justPast is for how many days after it a day without a year is rather the
// one just past than next year's, where a day to come is asked for.
const justPast = 60

// fullYear is the year written, and of two digits the one that lies less than
// 20 years ahead of ref: in 2026, 26 is 2026 and 88 is 1988.
func (w writtenDate) fullYear(ref Date) int {
	if w.yearDigits != 2 {
		return w.year
	}
	now := ref.Year()
	if now == 0 {
		now = 2000
	}
	year := now - now%100 + w.year
	if year >= now+20 {
		year -= 100
	} else if year < now-80 {
		year += 100
	}
	return year
}

// chooseByBias is the day that bias means among day(-12)..day(12), which
// lie in order, day(0) in ref's own year or month. Steps without such a day
// are "".
func chooseByBias(ref Date, bias Bias, day func(step int) Date) Date {
	const most = 12 // years between 29 Februaries around 1900 are 8
	var before, after Date
	for step := -most; step <= most && after == ""; step++ {
		d := day(step)
		if d != "" && d <= ref {
			before = d
		}
		if d >= ref {
			after = d
		}
	}
	if bias == Past || bias == Nearest && before != "" && (after == "" || ref.Sub(before) < after.Sub(ref)) {
		return before
	}
	return after
}

// readSerial reads the day number of a spreadsheet: days since 30 December
// 1899, the time in the fraction. Five digits only, 1954 to 2119, so that
// amounts and numbers of other kinds aren't taken for days.
func readSerial(s string) (Moment, bool) {
	const zero Date = "1899-12-30"
	const minutes = 24 * 60
	whole, fraction, _ := strings.Cut(s, ".")
	day, ok := asciiNumber(whole, 5)
	if !ok || day < 20000 || day > 80000 || strings.Trim(fraction, "0123456789") != "" {
		return "", false
	}
	part, err := strconv.ParseFloat("0."+fraction+"0", 64)
	if err != nil {
		return "", false
	}
	minute := int(math.Round(part * minutes))
	d := zero.AddDays(day + minute/minutes)
	if minute %= minutes; minute == 0 {
		return Moment(d), true
	}
	return NewMoment(d, minute/60, minute%60)
}

// readNumbers reads 2026-11-03, 2026/11/3, 2026.11.3, 26-11-3, 11-3, 11/3.
func readNumbers(s string) (writtenDate, bool) {
	isSign := func(r rune) bool { return r == '-' || r == '/' || r == '.' }
	parts := strings.FieldsFunc(s, isSign)
	if len(parts) < 2 || len(parts) > 3 || len(strings.Join(parts, "-")) != len(s) {
		return writtenDate{}, false
	}
	if w, ok := writtenFrom(parts, asciiNumber); ok {
		if len(parts) == 3 && w.yearDigits == 2 && len(parts[2]) == 2 {
			w.lastDigits = 2
		}
		return w, true
	}
	return writtenYearLast(parts)
}

// writtenYearLast takes the texts of a date whose last number is a whole year:
// 1/5/2026.
func writtenYearLast(parts []string) (w writtenDate, ok bool) {
	if len(parts) != 3 || len(parts[2]) != 4 {
		return w, false
	}
	var first, second, last bool
	w.year, first = asciiNumber(parts[0], 2)
	w.month, second = asciiNumber(parts[1], 2)
	w.day, last = asciiNumber(parts[2], 4)
	w.yearDigits, w.lastDigits = 2, 4
	return w, first && second && last
}

// readCompact reads 20261103.
func readCompact(s string) (writtenDate, bool) {
	if _, ok := asciiNumber(s, 8); !ok || len(s) != 8 {
		return writtenDate{}, false
	}
	return writtenFrom([]string{s[:4], s[4:6], s[6:]}, asciiNumber)
}

// readHanDate reads 2026年11月18日, 1月1号, 二〇二六年十一月三日. A month without
// a day is no date.
func readHanDate(s string) (writtenDate, bool) {
	var parts []string
	if year, rest, ok := strings.Cut(s, "年"); ok {
		parts, s = append(parts, year), rest
	}
	month, day, ok := strings.Cut(s, "月")
	if !ok {
		return writtenDate{}, false
	}
	if d, ok := strings.CutSuffix(day, "日"); ok {
		day = d
	} else {
		day = strings.TrimSuffix(day, "号")
	}
	return writtenFrom(append(parts, month, day), hanNumber)
}

// writtenFrom takes the texts of an optional year (two or four digits), a month
// and a day.
func writtenFrom(parts []string, number func(string, int) (int, bool)) (w writtenDate, ok bool) {
	if len(parts) == 3 {
		w.yearDigits = utf8.RuneCountInString(parts[0])
		if w.year, ok = number(parts[0], 4); !ok || w.yearDigits != 2 && w.yearDigits != 4 {
			return w, false
		}
		parts = parts[1:]
	}
	if w.month, ok = number(parts[0], 2); !ok {
		return w, false
	}
	w.day, ok = number(parts[1], 2)
	return w, ok
}

var monthNames = []string{
	"january", "february", "march", "april", "may", "june", "july",
	"august", "september", "october", "november", "december",
}

// readEnglishDate reads Nov 3 2026, November 3rd, 3 Nov 2026, 3-Nov-26,
// 2026 Nov 3 and Nov 3.
func readEnglishDate(s string) (writtenDate, bool) {
	words := strings.FieldsFunc(s, func(r rune) bool { return strings.ContainsRune(" ,.-/", r) })
	if len(words) < 2 || len(words) > 3 {
		return writtenDate{}, false
	}
	month := ""
	var numbers []string
	for _, word := range words {
		if m := englishMonth(word); m != "" && month == "" {
			month = m
		} else {
			numbers = append(numbers, word)
		}
	}
	if month == "" {
		return writtenDate{}, false
	}
	if len(numbers) == 1 {
		return writtenFrom([]string{month, ordinal(numbers[0])}, asciiNumber)
	}
	day, year := numbers[0], numbers[1]
	if len(day) == 4 && englishMonth(words[1]) != "" {
		day, year = year, day
	}
	return writtenFrom([]string{year, month, ordinal(day)}, asciiNumber)
}

// englishMonth is the number of a month's name or its beginning, "" for
// another word.
func englishMonth(word string) string {
	const shortest = 3
	for i, name := range monthNames {
		if len(word) >= shortest && (strings.HasPrefix(name, word) || word == "sept" && i == 8) {
			return strconv.Itoa(i + 1)
		}
	}
	return ""
}

// ordinal is 3 for 3rd.
func ordinal(word string) string {
	for _, end := range []string{"st", "nd", "rd", "th"} {
		if n, ok := strings.CutSuffix(word, end); ok {
			return n
		}
	}
	return word
}
