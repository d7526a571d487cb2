package model

import (
	"slices"
	"strconv"
	"strings"
	"time"
)

// relativeReaders know the words that count from the reference day. A reader
// that knows the form answers true, with "" when there is no such day.
var relativeReaders = []func(s string, ref Date, bias Bias) (Date, bool){
	readDayWord, readOffset, readWeekday, readMonthWord, readDayOfMonth, readYearWord, readPartOfMonth, readLunarDay,
}

// dateWord is a word and how far it leads.
type dateWord struct {
	word string
	n    int
}

// cutDateWord takes the first of words that s starts with; false when it starts
// with none.
func cutDateWord(s string, words []dateWord) (n int, rest string, ok bool) {
	for _, w := range words {
		if rest, ok := strings.CutPrefix(s, w.word); ok {
			return w.n, rest, true
		}
	}
	return 0, s, false
}

var dayWords = map[string]int{
	"今天": 0, "今日": 0, "today": 0, "明天": 1, "明日": 1, "tomorrow": 1,
	"后天": 2, "后日": 2, "大后天": 3, "昨天": -1, "昨日": -1, "yesterday": -1,
	"前天": -2, "大前天": -3,
}

// readDayWord reads 今天, 后天, yesterday.
func readDayWord(s string, ref Date, _ Bias) (Date, bool) {
	n, ok := dayWords[s]
	return ref.AddDays(n), ok
}

// offsetUnit is a span of time that offsets count in.
type offsetUnit struct {
	days, months int
	signed       bool // only with 后, 前 or a sign: 3月 is March
}

var offsetUnits = map[string]offsetUnit{
	"d": {days: 1}, "day": {days: 1}, "days": {days: 1}, "天": {days: 1}, "日": {days: 1, signed: true},
	"w": {days: 7}, "week": {days: 7}, "weeks": {days: 7}, "周": {days: 7},
	"星期": {days: 7}, "个星期": {days: 7}, "礼拜": {days: 7}, "个礼拜": {days: 7},
	"m": {months: 1}, "month": {months: 1}, "months": {months: 1}, "个月": {months: 1}, "月": {months: 1, signed: true},
	"y": {months: 12}, "year": {months: 12}, "years": {months: 12}, "年": {months: 12, signed: true},
}

var halves = map[string]offsetUnit{
	"半个月": {days: 15}, "半月": {days: 15}, "半年": {months: 6},
}

// readOffset reads 3d, +2w, -1m, 3天后, 两周后, 一个月前, 半年后, 3 days ago.
func readOffset(s string, ref Date, _ Bias) (Date, bool) {
	s = strings.ReplaceAll(strings.TrimPrefix(s, "in "), " ", "")
	sign, s, signed := cutDateWord(s, []dateWord{{"+", 1}, {"-", -1}})
	for _, end := range []dateWord{{"以后", 1}, {"之后", 1}, {"后", 1}, {"later", 1}, {"以前", -1}, {"之前", -1}, {"前", -1}, {"ago", -1}} {
		rest, ok := strings.CutSuffix(s, end.word)
		if !ok {
			continue
		}
		if signed {
			return "", false
		}
		sign, s, signed = end.n, rest, true
		break
	}
	if !signed {
		sign = 1
	}
	if u, ok := halves[s]; ok && signed {
		return ref.AddMonths(sign * u.months).AddDays(sign * u.days), true
	}
	end := strings.IndexFunc(s, func(r rune) bool {
		_, han := hanDigits[r]
		return !han && r != '十' && (r < '0' || r > '9')
	})
	if end < 0 {
		return "", false
	}
	n, ok := hanNumber(s[:end], 4)
	u, known := offsetUnits[s[end:]]
	if !ok || !known || u.signed && !signed {
		return "", false
	}
	return ref.AddMonths(sign * n * u.months).AddDays(sign * n * u.days), true
}

var weekWords = []dateWord{
	{"下下", 2}, {"下个", 1}, {"下", 1}, {"next ", 1}, {"上上", -2}, {"上个", -1}, {"上", -1},
	{"last ", -1}, {"本", 0}, {"这个", 0}, {"这", 0}, {"this ", 0},
}

// readWeekday reads 周五, 星期日, friday by bias (in the future the next such
// day after ref, in the past the last one up to ref), and 下周五, next monday
// as that day of another week. Weeks begin on Monday.
func readWeekday(s string, ref Date, bias Bias) (Date, bool) {
	const week = 7
	weeks, name, fixed := cutDateWord(s, weekWords)
	day, ok := weekdayNamed(name)
	if !ok {
		return "", false
	}
	if fixed {
		monday := ref.AddDays(-sinceMonday(ref.Weekday()))
		return monday.AddDays(weeks*week + sinceMonday(day)), true
	}
	ahead := (int(day-ref.Weekday()) + week) % week // 0..6
	switch {
	case bias == Future && ahead == 0:
		ahead = week
	case bias == Past && ahead > 0, bias == Nearest && ahead > week/2:
		ahead -= week
	}
	return ref.AddDays(ahead), true
}

func sinceMonday(d time.Weekday) int { return (int(d) + 6) % 7 }

var hanWeeks = []string{"周", "星期", "礼拜"}

// weekdayNamed reads 周五, 星期五, fri, friday.
func weekdayNamed(s string) (time.Weekday, bool) {
	for _, week := range hanWeeks {
		if day, ok := strings.CutPrefix(s, week); ok {
			return hanWeekday(day)
		}
	}
	const shortest = 3
	for day := time.Sunday; day <= time.Saturday && len(s) >= shortest; day++ {
		if strings.HasPrefix(strings.ToLower(day.String()), s) {
			return day, true
		}
	}
	return 0, false
}

// hanWeekday reads the number of a weekday, 一..六 and 日 or 天.
func hanWeekday(s string) (time.Weekday, bool) {
	if s == "日" || s == "天" {
		return time.Sunday, true
	}
	n, ok := hanPlaces(s, 1)
	return time.Weekday(n), ok && n >= 1 && n <= 6 && s != "两"
}

var monthWords = []dateWord{
	{"下下个月", 2}, {"下个月", 1}, {"下月", 1}, {"上个月", -1}, {"上月", -1},
	{"本月", 0}, {"这个月", 0}, {"这月", 0}, {"当月", 0},
}

// readMonthWord reads 下月初 (the first), 下个月中 (the 15th), 本月底 and 月底
// (the last day), 下个月 (its first), 下月中旬, 下个月10号.
func readMonthWord(s string, ref Date, bias Bias) (Date, bool) {
	if s == "月底" || s == "月末" {
		s = "本" + s
	}
	months, tail, ok := cutDateWord(s, monthWords)
	if !ok {
		return "", false
	}
	first, _ := NewDate(ref.Year(), ref.Month(), 1)
	first = first.AddMonths(months)
	if tail == "" && months > 0 {
		return first, true
	}
	if d, ok := partOfMonth(first, tail); ok {
		return d, true
	}
	day, ok := dayNumber(tail)
	if !ok {
		return "", false
	}
	d, _ := NewDate(first.Year(), first.Month(), day)
	return d, true
}

// partOfMonth is the day that is meant by a part of the month: its first, the
// 15th or its last day, and the middle of a third of it 旬.
func partOfMonth(first Date, part string) (Date, bool) {
	switch part {
	case "初":
		return first, true
	case "上旬":
		return first.AddDays(4), true
	case "中", "中旬":
		return first.AddDays(14), true
	case "下旬":
		return first.AddDays(24), true
	case "底", "末":
		return first.AddMonths(1).AddDays(-1), true
	}
	return "", false
}

// readPartOfMonth reads 12月中旬, 3月初, 2027年1月底.
func readPartOfMonth(s string, ref Date, bias Bias) (Date, bool) {
	w := writtenDate{day: 1}
	if year, rest, ok := strings.Cut(s, "年"); ok {
		if w.year, ok = hanNumber(year, 4); !ok {
			return "", false
		}
		w.yearDigits, s = len([]rune(year)), rest
	}
	month, part, ok := strings.Cut(s, "月")
	if !ok {
		return "", false
	}
	if w.month, ok = hanNumber(month, 2); !ok {
		return "", false
	}
	if _, ok = partOfMonth(ref, part); !ok {
		return "", false
	}
	inYear := func(year int) Date {
		first, exists := NewDate(year, w.month, 1)
		if !exists {
			return ""
		}
		d, _ := partOfMonth(first, part)
		return d
	}
	if w.yearDigits > 0 {
		return inYear(w.fullYear(ref)), true
	}
	return chooseByBias(ref, bias, func(step int) Date { return inYear(ref.Year() + step) }), true
}

// readLunarDay reads a day of the lunar calendar 农历: 腊月二十, 正月十五, 农历八月十五.
func readLunarDay(s string, ref Date, bias Bias) (Date, bool) {
	if _, lunar := cutLunarMark(s); !lunar {
		return "", false
	}
	f, ok := readDayOfYear(s, "")
	if !ok || f.refusal("") != "" {
		return "", ok
	}
	if f.year != 0 {
		return f.in(f.year), true
	}
	return chooseByBias(ref, bias, func(step int) Date { return f.in(f.yearAt(ref) + step) }), true
}

// readDayOfMonth reads 10号, 月初 and 月中, in the month that bias means.
func readDayOfMonth(s string, ref Date, bias Bias) (Date, bool) {
	day, ok := dayNumber(s)
	switch s {
	case "月初":
		day, ok = 1, true
	case "月中":
		day, ok = 15, true
	}
	if !ok {
		return "", false
	}
	return chooseByBias(ref, bias, func(step int) Date {
		month, _ := NewDate(ref.Year(), ref.Month(), 1)
		month = month.AddMonths(step)
		d, _ := NewDate(month.Year(), month.Month(), day)
		return d
	}), true
}

// dayNumber reads 10号, 十日.
func dayNumber(s string) (int, bool) {
	for _, end := range []string{"号", "日"} {
		if n, ok := strings.CutSuffix(s, end); ok {
			return hanNumber(n, 2)
		}
	}
	return 0, false
}

var yearWords = []dateWord{{"今年", 0}, {"本年", 0}, {"明年", 1}, {"后年", 2}, {"去年", -1}, {"前年", -2}}

// readYearWord reads 年底, 明年初, 明年3月中旬, 去年12月3日.
func readYearWord(s string, ref Date, bias Bias) (Date, bool) {
	years, rest, named := cutDateWord(s, yearWords)
	if named {
		rest = strings.TrimPrefix(rest, "年")
	} else if rest, named = strings.CutPrefix(s, "年"); !named || rest != "底" && rest != "末" {
		return "", false
	}
	w, ok := writtenDate{}, false
	switch rest {
	case "底", "末":
		w, ok = writtenDate{month: 12, day: 31}, true
	case "初":
		w, ok = writtenDate{month: 1, day: 1}, true
	default:
		if w, ok = readHanDate(rest); !ok {
			w, ok = readNumbers(rest)
		}
		if d, part := readPartOfMonth(strconv.Itoa(ref.Year()+years)+"年"+rest, ref, bias); part && !ok {
			return d, true
		}
	}
	if !ok || w.yearDigits != 0 {
		return "", false
	}
	d, _ := NewDate(ref.Year()+years, w.month, w.day)
	return d, true
}

// vagueDays are words for a day that nobody has fixed.
var vagueDays = []string{"待定", "未定", "不定", "再定", "另定", "另约", "再约", "再说", "待通知", "等通知", "待确认", "视情况", "随时", "有空", "近期", "尽快",
	"明年", "后年", "年后", "节后", "春节后", "过年后", "年前", "节前", "以后", "后续", "tbd", "tba", "tbc", "asap", "later", "to be decided",
	"to be confirmed", "next year"}

// IsVagueDay tells words for a day that nobody has fixed yet: 待定, 年后, 明年, TBD.
func IsVagueDay(text string) bool { return slices.Contains(vagueDays, tidyDate(text)) }
