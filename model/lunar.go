package model

import (
	"sync"

	"github.com/6tail/lunar-go/calendar"
)

// The years whose lunar calendar is kept: those that dates may have, and one
// on each side.
const (
	firstLunar = 1899
	lastLunar  = 2201
)

// lunarMonth is one month of the lunar calendar 农历.
type lunarMonth struct {
	month int  // 1..12
	leap  bool // 闰月: a second month of that number
	days  int  // 29 or 30
	first Date
}

// lunarYear is computed when it is first asked for: the library takes a
// while, and its own cache holds one year.
type lunarYear struct {
	once     sync.Once
	months   []lunarMonth
	qingming Date // the day of that solar term in the solar year of the number
}

var lunarYears [lastLunar - firstLunar + 1]lunarYear

// lunarYearOf is the lunar year that begins in that solar year, nil when it
// isn't kept.
func lunarYearOf(year int) *lunarYear {
	if year < firstLunar || year > lastLunar {
		return nil
	}
	y := &lunarYears[year-firstLunar]
	y.once.Do(func() { y.compute(year) })
	return y
}

func (y *lunarYear) compute(year int) {
	const noon2000 = 2451545 // the Julian day of noon on 1 January 2000
	const epoch Date = "2000-01-01"
	source := calendar.NewLunarYear(year)
	for e := source.GetMonthsInYear().Front(); e != nil; e = e.Next() {
		m := e.Value.(*calendar.LunarMonth)
		number := m.GetMonth() // negative for a leap month
		y.months = append(y.months, lunarMonth{
			month: max(number, -number),
			leap:  m.IsLeap(),
			days:  m.GetDayCount(),
			first: epoch.AddDays(int(m.GetFirstJulianDay()) - noon2000),
		})
	}
	const qingming = 8 // of the terms, which start with 大雪 of the year before
	s := calendar.NewSolarFromJulianDay(source.GetJieQiJulianDays()[qingming])
	y.qingming, _ = NewDate(s.GetYear(), s.GetMonth(), s.GetDay())
}

// month finds a month of the year.
func (y *lunarYear) month(number int, leap bool) (lunarMonth, bool) {
	if y == nil {
		return lunarMonth{}, false
	}
	for _, m := range y.months {
		if m.month == number && m.leap == leap {
			return m, true
		}
	}
	return lunarMonth{}, false
}

// LunarDate is the date in the lunar calendar 农历: the year that began at
// the last spring festival, month 1..12, day 1..30, and whether the month is
// a leap month 闰月. All are 0 for no date and for years outside 1900..2200.
func LunarDate(d Date) (year, month, day int, leap bool) {
	for year := d.Year(); year >= d.Year()-1; year-- {
		y := lunarYearOf(year)
		if y == nil {
			continue
		}
		for _, m := range y.months {
			if n := d.Sub(m.first); n >= 0 && n < m.days {
				return year, m.month, n + 1, m.leap
			}
		}
	}
	return 0, 0, 0, false
}
