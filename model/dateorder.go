package model

import "slices"

// yearLast are the days that three numbers mean when the year stands last: day
// before month, and month before day. Of two digits it is one around ref.
func (w writtenDate) yearLast(ref Date) []Date {
	end := writtenDate{year: w.day, yearDigits: w.lastDigits}
	var days []Date
	for _, in := range [][2]int{{w.month, w.year}, {w.year, w.month}} {
		d, ok := NewDate(end.fullYear(ref), in[0], in[1])
		if ok && !slices.Contains(days, d) {
			days = append(days, d)
		}
	}
	return days
}

// readings are all days that three numbers may mean, the earliest first.
func (w writtenDate) readings(ref Date) []Date {
	days := w.yearLast(ref)
	if d, ok := NewDate(w.fullYear(ref), w.month, w.day); ok && w.lastDigits == 2 && !slices.Contains(days, d) {
		days = append(days, d)
	}
	slices.Sort(days)
	return days
}

// isUnclear reports whether it can't be told which of three numbers is the
// year: it is the last one that is written whole, or of two digits the one that
// lies as near. 26/11/3 is clear, and so is 85-03-12, for no month has 85 days;
// in 2026 05/01/26 is not.
func (w writtenDate) isUnclear(ref Date) bool {
	last := w.yearLast(ref)
	if w.lastDigits == 0 || len(last) == 0 {
		return false
	}
	first, ok := NewDate(w.fullYear(ref), w.month, w.day)
	if w.lastDigits != 2 || !ok {
		return true
	}
	away := func(d Date) int { return max(d.Year()-ref.Year(), ref.Year()-d.Year()) }
	return away(last[0]) <= away(first) && (len(last) > 1 || last[0] != first)
}

// unclear are the arguments of RefusedDateOrder: the text and what it may mean.
func unclear(text, tidied string, ref Date) []string {
	args := []string{quoted(text)}
	for i := len(tidied); i > 0; i-- {
		if w, ok := readNumbers(tidied[:i]); ok {
			for _, d := range w.readings(ref) {
				args = append(args, string(d))
			}
			break
		}
	}
	return args
}
