package tui_test

import (
	"testing"

	"genjin/model"
	"genjin/model/label"
	"genjin/tui/tuitest"
)

// Beside a date in a year whose holidays nobody knows yet stands that it has
// none: on the card, in both forms, and while one adds a customer in a line.
func TestADateWithoutKnownHolidaysSaysSo(t *testing.T) {
	for l, mark := range map[label.Lang]string{label.ZH: "(放假未公布)", label.EN: " (holidays unknown)"} {
		d := tuitest.Open(t, l, 120, 40, model.Customer{Name: "董先生", Grade: model.GradeA, NextOn: "2090-01-04"})
		d.Press("2")
		d.Sees("2090-01-04 " + label.Weekday("2090-01-04", l) + mark)
		d.Press("ctrl+l", "tab", "tab", "tab", "tab", "tab")
		d.Write("2090-01-05")
		d.Sees(label.Weekday("2090-01-05", l) + mark)
		d.Press("esc", "f2")
		for range 25 {
			d.Press("tab")
		}
		d.Sees(label.Weekday("2090-01-04", l) + mark)
		d.Press("esc", "f4")
		d.Write("刘女士 +2090-01-06")
		d.Sees("2090-01-06 " + label.Weekday("2090-01-06", l) + mark)
	}
}
