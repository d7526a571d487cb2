package model

import (
	"encoding/json"
	"testing"
)

// The card's next date is the due date after the latest contact, and the first
// one of a customer never contacted (rule 2.2).
func TestATrackingJournalFollowsTheCardsNextDate(t *testing.T) {
	for _, tt := range []struct {
		name         string
		tracked      Tracked
		lastOn, next Date
		kept, due    int
	}{
		{"never contacted, a date agreed", Tracked{FilledOn: "2026-11-02"}, "", "2026-12-30", 0, 0},
		{"never contacted, as the card says", Tracked{FilledOn: "2026-11-02"}, "", "2026-11-02", 0, 1},
		{"a later date agreed", Tracked{FilledOn: "2026-10-01", Before: Reach{On: "2026-10-20"}}, "2026-10-20", "2026-12-15", 0, 0},
		{"the cadence's own", Tracked{FilledOn: "2026-10-01", Before: Reach{On: "2026-10-20"}}, "2026-10-20", "2026-11-04", 0, 1},
		{"contacted after the day of the grid", Tracked{FilledOn: "2026-10-01", Before: Reach{On: "2026-10-20"}},
			"2026-11-30", "2026-12-15", 0, 1},
	} {
		k := tt.tracked
		k.Plan(tt.lastOn, tt.next)
		row := NewTracking(GradeC, MonthOf("2026-11-24"), "2026-11-24", DefaultSettings()).Row(&k)
		if row.Kept != tt.kept || row.Due != tt.due {
			t.Errorf("%s: %d of %d kept, want %d of %d", tt.name, row.Kept, row.Due, tt.kept, tt.due)
		}
	}
}

// Not knowing is a value of its own for gender, rapport and power to decide
// (rule 1.1), and is read back as such.
func TestJSONSaysUnknownAndReadsIt(t *testing.T) {
	var obj map[string]json.RawMessage
	text := JSON(CustomerFields, &Customer{Name: "甲"}, Meta{}, func(int64) string { return "" })
	if err := json.Unmarshal(text, &obj); err != nil {
		t.Fatal(err)
	}
	for _, code := range []string{"gender", "rapport", "decides"} {
		if string(obj[code]) != `"unknown"` {
			t.Errorf("%s is %s", code, obj[code])
		}
	}
	var c Customer
	if err := ReadJSON(CustomerFields, &c, obj); err != nil || c.Gender != "" || c.Rapport != "" || c.Decides != "" {
		t.Errorf("read back as %+v, %v", c, err)
	}
}
