package model

import (
	"strings"
	"unicode/utf8"
)

// clockVerdict is what came of reading a time.
type clockVerdict int

const (
	clockUnread clockVerdict = iota // no time at all
	clockBad                        // meant as a time, but the clock has none such
	clockNone                       // a day without a time
	clockRead
)

// clockMayStart tells whether the text may divide into a date and a time
// before s[i]: at a space or T, and beside Chinese, but not within numbers.
func clockMayStart(s string, i int) bool {
	if i == 0 {
		return false
	}
	before, _ := utf8.DecodeLastRuneInString(s[:i])
	here, _ := utf8.DecodeRuneInString(s[i:])
	return here == ' ' || here == '(' || here >= utf8.RuneSelf || before >= utf8.RuneSelf ||
		here == 't' && before >= '0' && before <= '9'
}

// afterWeekday drops a weekday that only repeats what the date says, as in
// 2026-11-20 (周五) 10:30.
func afterWeekday(s string) string {
	s = strings.TrimLeft(s, " ,(")
	for _, name := range hanWeeks {
		rest, ok := strings.CutPrefix(s, name)
		if !ok {
			continue
		}
		_, size := utf8.DecodeRuneInString(rest)
		if _, ok := hanWeekday(rest[:size]); ok {
			return strings.TrimLeft(rest[size:], " ,)")
		}
	}
	return s
}

// A part of the day as people name it; hours before until are hours of the
// afternoon. Without an hour it is the one of alone; 0 = it needs one.
type dayPart struct {
	word         string
	until, alone int
}

var dayParts = []dayPart{
	{"上午", 0, 9}, {"早上", 0, 8}, {"早晨", 0, 8}, {"清晨", 0, 7}, {"凌晨", 0, 0}, {"am", 0, 0},
	{"中午", 5, 12}, {"下午", 12, 15}, {"傍晚", 12, 18}, {"晚上", 13, 19}, {"夜里", 0, 0}, {"pm", 12, 0},
}

// readClock reads what stands after a date: 10:30, T10:30:00Z, 9:20 pm,
// 上午9点半, 下午3点20分, 15时, 下午.
func readClock(s string) (hour, minute int, verdict clockVerdict) {
	if s == "" {
		return 0, 0, clockNone
	}
	clock := strings.TrimPrefix(strings.TrimLeft(s, " ,"), "t")
	part, clock := cutDayPart(clock)
	if clock == "" && part.alone > 0 {
		return part.alone, 0, clockRead
	}
	hour, minute, second, ok := readColons(cutZone(clock))
	if !ok {
		hour, minute, ok = readHanClock(clock, part)
		second = -1
	}
	if !ok {
		if strings.ContainsAny(s, ":点时") {
			return 0, 0, clockBad
		}
		return 0, 0, clockUnread
	}
	switch {
	case hour < part.until:
		hour += 12
	case hour == 12 && (part.word == "凌晨" || part.word == "am"):
		hour = 0
	}
	if hour > 23 || minute > 59 || second > 59 {
		return 0, 0, clockBad
	}
	if hour == 0 && minute == 0 && second == 0 && part.word == "" {
		return 0, 0, clockNone
	}
	return hour, minute, clockRead
}

// cutDayPart takes 上午 or pm off a time.
func cutDayPart(s string) (dayPart, string) {
	for _, p := range dayParts {
		if rest, ok := strings.CutPrefix(s, p.word); ok && p.word[0] >= utf8.RuneSelf {
			return p, rest
		}
		if rest, ok := strings.CutSuffix(s, p.word); ok && p.word[0] < utf8.RuneSelf {
			return p, strings.TrimRight(rest, " ")
		}
	}
	return dayPart{}, s
}

// cutZone takes Z or +08:00 off a time: civil times have none.
func cutZone(s string) string {
	if rest, ok := strings.CutSuffix(s, "z"); ok {
		return rest
	}
	if i := strings.LastIndexAny(s, "+-"); i > 0 && len(s)-i >= 3 && strings.Trim(s[i+1:], "0123456789:") == "" {
		return s[:i]
	}
	return s
}

// readColons reads 9:20, 10:30:00 and 10:30:00.123; second is -1 when it
// isn't written.
func readColons(s string) (hour, minute, second int, ok bool) {
	parts := strings.Split(s, ":")
	if len(parts) < 2 || len(parts) > 3 || len(parts[1]) != 2 {
		return 0, 0, 0, false
	}
	second, ok3 := -1, true
	if len(parts) == 3 {
		whole, fraction, _ := strings.Cut(parts[2], ".")
		second, ok3 = asciiNumber(whole, 2)
		ok3 = ok3 && strings.Trim(fraction, "0123456789") == ""
	}
	hour, ok1 := asciiNumber(parts[0], 2)
	minute, ok2 := asciiNumber(parts[1], 2)
	return hour, minute, second, ok1 && ok2 && ok3
}

// readHanClock reads 9点半, 3点20分, 15点, 15时20分, 九点一刻, and 3 before pm.
func readHanClock(s string, part dayPart) (hour, minute int, ok bool) {
	hours, rest, found := strings.Cut(strings.ReplaceAll(s, "时", "点"), "点")
	if !found && part.word != "am" && part.word != "pm" {
		return 0, 0, false
	}
	if hour, ok = hanNumber(hours, 2); !ok {
		return 0, 0, false
	}
	switch rest {
	case "", "整", "钟":
		return hour, 0, true
	case "半":
		return hour, 30, true
	case "一刻":
		return hour, 15, true
	case "三刻":
		return hour, 45, true
	}
	minute, ok = hanNumber(strings.TrimSuffix(rest, "分"), 2)
	return hour, minute, ok
}
