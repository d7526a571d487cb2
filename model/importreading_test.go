package model

import (
	"fmt"
	"strings"
	"testing"
)

// A column's dates are read as all of them allow, else as was said, else it is a
// question.
func TestHowAColumnWritesItsDates(t *testing.T) {
	const today Date = "2026-11-29"
	for name, tt := range map[string]struct {
		texts string // ; between them
		said  Reading
		want  string // reading, or the fits; then the days
	}{
		"month first":               {"9/18/2026;9/5/2026;10/30/2026", "", "month-first 2026-09-18 2026-09-05 2026-10-30"},
		"day first":                 {"18.09.2026;05.10.2026", "", "day-first 2026-09-18 2026-10-05"},
		"two digits of a year":      {"18/11/2026;1/5/26;2026-11-01", "", "day-first 2026-11-18 2026-05-01 2026-11-01"},
		"with a time":               {"18/11/2026 10:30", "", "day-first 2026-11-18 10:30"},
		"without a year beside it":  {"18/11/2026;3/9", "", "day-first 2026-11-18 9/3"},
		"without years":             {"18/11;3/9", "", "day-first 11/18 9/3"},
		"months without years":      {"11/18;3/9", "", ""},
		"either":                    {"9/5/2026;10/4/2026", "", "? day-first month-first"},
		"either, answered":          {"9/5/2026;10/4/2026", MonthFirst, "month-first! 2026-09-05 2026-10-04"},
		"any":                       {"05/01/26;04/02/26", "", "? day-first month-first year-first"},
		"an answer that doesn't go": {"18/9/2026;10/4/2026", MonthFirst, "day-first 2026-09-18 2026-04-10"},
		"a placeholder among them":  {"9/18/2026;00/00/0000", "", "month-first 2026-09-18 00/00/0000"},
		"two that contradict":       {"9/18/2026;18/9/2026", "", ""},
		"two, answered":             {"9/18/2026;18/9/2026", DayFirst, "day-first! 9/18/2026 2026-09-18"},
		"the year first":            {"2026/9/5;26/11/3", "", ""},
		"no dates":                  {"待定;;下周五", "", ""},
	} {
		texts := strings.Split(tt.texts, ";")
		col := ReadDates(texts, tt.said, today)
		got := ""
		switch {
		case len(col.Fits) > 0:
			got = strings.NewReplacer("[", "", "]", "").Replace(fmt.Sprintf("? %v", col.Fits))
		case col.Reading != "":
			got = string(col.Reading)
			if col.Said {
				got += "!"
			}
			for _, text := range texts {
				got += " " + col.Reading.Date(text, today, false)
			}
		}
		if got != tt.want {
			t.Errorf("%s: %q, want %q", name, got, tt.want)
		}
	}
	if got := DayFirst.Date("1/5/30", today, true); got != "1930-05-01" {
		t.Errorf("a birthday to come: %s", got)
	}
}

func TestHowAColumnWritesItsNumbers(t *testing.T) {
	for name, tt := range map[string]struct {
		texts string
		said  Reading
		want  string
	}{
		"decimal commas":             {"1.234,56|12,50|300", "", "comma 1234.56 12.50 300"},
		"with a currency":            {"€ 1.234,56|-12,50|(3,00)", "", "comma € 1234.56 -12.50 (3.00)"},
		"thousands beside a comma":   {"1.234|12,50", "", "comma 1234 12.50"},
		"spaces divide thousands":    {"1 234,56", "", "comma 1234.56"},
		"several points":             {"1.234.567", "", "comma 1234567"},
		"points":                     {"1,234.56|12.50|3000元|1.2万", "", ""},
		"commas divide thousands":    {"1,234|12,345", "", ""},
		"a thousand or three digits": {"1.234|300", "", "? point comma"},
		"answered comma":             {"1.234|300", DecimalComma, "comma! 1234 300"},
		"answered point":             {"1.234|300", DecimalPoint, "point! 1.234 300"},
		"three digits beside points": {"1.234|12.50", "", "point 1.234 12.50"},
		"no numbers":                 {"待定|", "", ""},
		"a number of a science":      {"1.5E+5|12,50", "", "comma 1.5E+5 12.50"},
		"both at once":               {"1.234,56|1,234.56", "", ""},
	} {
		texts := strings.Split(tt.texts, "|")
		col := ReadDecimals(texts, tt.said, false, func(int) bool { return false })
		got := ""
		switch {
		case len(col.Fits) > 0:
			got = strings.NewReplacer("[", "", "]", "").Replace(fmt.Sprintf("? %v", col.Fits))
		case col.Reading != "":
			got = string(col.Reading)
			if col.Said {
				got += "!"
			}
			for _, text := range texts {
				got += " " + col.Reading.Number(text)
			}
		}
		if got != tt.want {
			t.Errorf("%s: %q, want %q", name, got, tt.want)
		}
	}
	if col := ReadDecimals([]string{"1.234", "2,5"}, "", false, func(i int) bool { return i == 0 }); col.Reading != "" {
		t.Errorf("a spreadsheet's number beside a comma: %+v", col)
	}
	if col := ReadDecimals([]string{"1,234", "2.5"}, "", true, func(int) bool { return false }); col.Reading != "" {
		t.Errorf("quantities: %+v", col)
	}
}
