package tui_test

import (
	"testing"

	"genjin/model"
	"genjin/model/label"
	"genjin/tui/test"
)

func TestACheckupOnTheScreen(t *testing.T) {
	d := test.Open(t, label.EN, 80, 24, model.Customer{Name: "Lee"})
	d.Press(":")
	d.Write("look after data")
	d.Press("enter")
	d.Sees("of 1 customers it isn't noted", "others are good", "back up now")
	d.Press("3")
	d.Sees("backed up 1 customers")
}
