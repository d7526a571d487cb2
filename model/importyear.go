package model

import "slices"

// YearNote says that a date written without its year isn't taken in the year
// on which the rows of its sheet agree, for the row says otherwise.
type YearNote struct {
	Record, Field string
	On            Date // as it is taken
	Sheet         Date // as the other rows would have it
}

// MonthDay is a day written without its year.
type MonthDay struct{ Month, Day int }

// YearlessDay reads a day that is written without its year: 1月5日, 11.3, Nov 3.
// ok is false for all else, also for 明天 and the like.
func YearlessDay(text string) (d MonthDay, ok bool) {
	s := tidyDate(text)
	if _, ok := readSerial(s); ok {
		return d, false
	}
	for _, read := range calendarReaders {
		if w, ok := read(s); ok {
			_, exists := NewDate(leapYear, w.month, w.day)
			return MonthDay{w.month, w.day}, w.yearDigits == 0 && exists
		}
	}
	return d, false
}

// AgreedDay is the day that a sheet's days without a year lie around, nearest
// to today as a whole: each takes the year in which it is nearest to that day.
// Days on both sides of a New Year stay together. Without any it is "".
func AgreedDay(days []MonthDay, today Date) Date {
	if len(days) == 0 || today == "" {
		return ""
	}
	var offsets []int // days of a leap year
	start, _ := NewDate(leapYear, 1, 1)
	for _, d := range days {
		day, _ := NewDate(leapYear, d.Month, d.Day)
		offsets = append(offsets, day.Sub(start))
	}
	slices.Sort(offsets)
	const year = 366
	first, widest := 0, -1
	for i, o := range offsets {
		before := offsets[(i+len(offsets)-1)%len(offsets)]
		if i == 0 {
			before -= year
		}
		if gap := o - before; gap > widest {
			first, widest = i, gap
		}
	}
	agreed, least := Date(""), 0
	for y := today.Year() - 2; y <= today.Year()+1; y++ {
		from, _ := NewDate(y, 1, 1)
		total := 0
		for i, o := range offsets {
			if i < first {
				o += year
			}
			days := from.AddDays(o).Sub(today)
			total += max(days, -days)
		}
		if agreed == "" || total <= least {
			least, agreed = total, from.AddDays(offsets[first]+(year-widest)/2)
		}
	}
	return agreed
}
