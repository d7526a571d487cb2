package model

import (
	"slices"
	"sync"
	"time"

	"github.com/6tail/lunar-go/HolidayUtil"
)

// Calendar says on which days the person works. Days that the person added
// win over everything; then statutory holidays and make-up days 调休, then
// the weekly rest days. rule 2.2, 1.10.
type Calendar struct {
	Rest     []time.Weekday // weekly rest days; none for a shop that never closes
	Holidays []Date         // days off that the person added
	Workdays []Date         // working days that the person added; they win over Holidays

	// Statutory: China's holidays are kept, and its make-up days worked. In
	// a year that isn't Known, the days that the law itself names are off.
	Statutory bool
}

// DefaultCalendar rests on Saturdays, Sundays and statutory holidays.
func DefaultCalendar() Calendar {
	return Calendar{Rest: []time.Weekday{time.Saturday, time.Sunday}, Statutory: true}
}

// IsWorkday tells whether the person works on d; false for no date.
func (c Calendar) IsWorkday(d Date) bool {
	switch {
	case d.IsZero():
		return false
	case slices.Contains(c.Workdays, d):
		return true
	case slices.Contains(c.Holidays, d):
		return false
	}
	if c.Statutory {
		if works, named := statutoryYearOf(d.Year()).days[d]; named {
			return works
		}
	}
	return !slices.Contains(c.Rest, d.Weekday())
}

// OnOrAfter is d when it is a working day, otherwise the next one. When a
// whole year has none, it is d itself.
func (c Calendar) OnOrAfter(d Date) Date {
	const year = 366
	day := d
	for range year {
		if c.IsWorkday(day) {
			return day
		}
		day = day.AddDays(1)
	}
	return d
}

// OnOrBefore is d when it is a working day, otherwise the last one before it.
// When a whole year has none, it is d itself.
func (c Calendar) OnOrBefore(d Date) Date {
	const year = 366
	day := d
	for range year {
		if c.IsWorkday(day) {
			return day
		}
		day = day.AddDays(-1)
	}
	return d
}

// After is the next working day after d; the next day when a whole year has
// none.
func (c Calendar) After(d Date) Date { return c.OnOrAfter(d.AddDays(1)) }

// Misses tells whether the working days around d are a guess: statutory
// holidays are observed, and those of its year are not known yet.
func (c Calendar) Misses(d Date) bool {
	return !d.IsZero() && c.Statutory && d.Year() > firstKnown && !c.Known(d.Year())
}

// Known tells whether the statutory holidays of the year, with their make-up
// days, are known. The government names them in the autumn before.
func (c Calendar) Known(year int) bool { return statutoryYearOf(year).known }

// statutoryYear holds the days on which the State Council's notice departs
// from the week: true for a make-up working day, false for a day off.
type statutoryYear struct {
	once  sync.Once
	known bool
	days  map[Date]bool
}

// firstKnown is the year in which the library begins; nobody plans before it.
const firstKnown = 2002

// The years that dates may have; anything else shares an empty year.
const firstStatutory, lastStatutory = 1900, 2200

var (
	statutoryYears  [lastStatutory - firstStatutory + 1]statutoryYear
	noStatutoryYear statutoryYear
	holidayLibrary  sync.Mutex // the library doesn't promise to be safe
)

func statutoryYearOf(year int) *statutoryYear {
	if year < firstStatutory || year > lastStatutory {
		return &noStatutoryYear
	}
	y := &statutoryYears[year-firstStatutory]
	y.once.Do(func() { y.load(year) })
	return y
}

func (y *statutoryYear) load(year int) {
	holidayLibrary.Lock()
	defer holidayLibrary.Unlock()
	y.days = make(map[Date]bool)
	for e := HolidayUtil.GetHolidaysByYear(year).Front(); e != nil; e = e.Next() {
		h := e.Value.(*HolidayUtil.Holiday)
		y.days[Date(h.GetDay())] = h.IsWork()
	}
	national, _ := NewDate(year, 10, 1)
	if _, y.known = y.days[national]; y.known {
		return // the library's first year has its last days only
	}
	for _, d := range lawfulHolidays(year) {
		y.days[d] = false
	}
}

// lawfulHolidays are the days off that the law of 2025 names itself, without
// the days that each year's notice moves around them.
func lawfulHolidays(year int) []Date {
	var days []Date
	add := func(first Date, n int) {
		for i := range n {
			days = append(days, first.AddDays(i))
		}
	}
	solar := func(month, day, n int) {
		d, _ := NewDate(year, month, day)
		add(d, n)
	}
	lunar := lunarYearOf(year)
	spring, _ := lunar.month(1, false)
	dragon, _ := lunar.month(5, false)
	moon, _ := lunar.month(8, false)
	solar(1, 1, 1)
	add(spring.first.AddDays(-1), 4)
	add(lunar.qingming, 1)
	solar(5, 1, 2)
	add(dragon.first.AddDays(4), 1)
	add(moon.first.AddDays(14), 1)
	solar(10, 1, 3)
	return days
}

type monthDay struct{ month, day int }

var solarFestivals = map[monthDay]string{
	{1, 1}: "new_year", {3, 8}: "women", {5, 1}: "labour",
	{9, 10}: "teachers", {10, 1}: "national", {12, 25}: "christmas",
}

var lunarFestivals = map[monthDay]string{
	{1, 1}: "spring_festival", {1, 15}: "lantern", {5, 5}: "dragon_boat",
	{7, 7}: "qixi", {8, 15}: "mid_autumn", {9, 9}: "double_ninth",
}

// Festivals are the codes of the festivals on d on which customers are
// greeted, solar ones first; none for no date. rule 2.10.
func Festivals(d Date) []string {
	var codes []string
	_, month, day, ok := d.split()
	if !ok {
		return nil
	}
	if code, ok := solarFestivals[monthDay{month, day}]; ok {
		codes = append(codes, code)
	}
	if y := lunarYearOf(d.Year()); y != nil && y.qingming == d {
		codes = append(codes, "qingming")
	}
	_, month, day, leap := LunarDate(d)
	if code, ok := lunarFestivals[monthDay{month, day}]; ok && !leap {
		codes = append(codes, code)
	}
	if _, m, first, _ := LunarDate(d.AddDays(1)); m == 1 && first == 1 {
		codes = append(codes, "new_years_eve_lunar")
	}
	return codes
}
