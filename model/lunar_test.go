package model

import (
	"sync"
	"testing"

	"github.com/6tail/lunar-go/calendar"
)

func TestLunarDate(t *testing.T) {
	tests := []struct {
		d                Date
		year, month, day int
		leap             bool
	}{
		{"2026-02-17", 2026, 1, 1, false}, {"2026-02-16", 2025, 12, 29, false}, {"2025-07-25", 2025, 6, 1, true},
		{"2025-07-24", 2025, 6, 30, false},
		{"1988-08-14", 1988, 7, 3, false}, {"2034-01-01", 2033, 11, 11, true}, {"1900-01-01", 1899, 12, 1, false},
		{"2200-12-31", 2200, 11, 25, false},
		{"", 0, 0, 0, false}, {"0001-01-01", 0, 0, 0, false}, {"9999-12-31", 0, 0, 0, false},
	}
	for _, tt := range tests {
		year, month, day, leap := LunarDate(tt.d)
		if year != tt.year || month != tt.month || day != tt.day || leap != tt.leap {
			t.Errorf("LunarDate(%s) = %d %d %d %t", tt.d, year, month, day, leap)
		}
	}
}

func TestLunarDateAgreesWithTheLibraryAndFollowsOn(t *testing.T) {
	for d := Date("1900-01-01"); d <= "2200-12-31"; d = d.AddDays(29) {
		year, month, day, leap := LunarDate(d)
		want := calendar.NewSolarFromYmd(d.Year(), d.Month(), d.Day()).GetLunar()
		number := month
		if leap {
			number = -month
		}
		if year != want.GetYear() || number != want.GetMonth() || day != want.GetDay() {
			t.Fatalf("%s: %d %d %d, library %d %d %d", d, year, number, day, want.GetYear(), want.GetMonth(), want.GetDay())
		}
		if _, _, next, _ := LunarDate(d.AddDays(1)); next != day+1 && next != 1 {
			t.Fatalf("%s is day %d, the next %d", d, day, next)
		}
	}
}

func TestLunarYearsAreReadFromSeveralSides(t *testing.T) {
	var wg sync.WaitGroup
	for n := range 4 {
		wg.Go(func() {
			for d := Date("2100-01-01").AddDays(n); d < "2150-01-01"; d = d.AddDays(97) {
				LunarDate(d)
				DefaultCalendar().OnOrAfter(d)
				Festivals(d)
			}
		})
	}
	wg.Wait()
}
