package model

import (
	"errors"
	"testing"
)

func TestACampaignsCostIsSpreadOverItsDays(t *testing.T) {
	c := Campaign{Name: "展会", FromOn: "2026-10-30", ToOn: "2026-11-03", PlannedCost: 9_99, ActualCost: 1000_01}
	day := func(first, last Date) Span { return Span{First: first, Last: last} }
	for _, tt := range []struct {
		name string
		c    Campaign
		span Span
		want int64
	}{
		{"the first two of five days", c, day("2026-10-01", "2026-10-31"), 400_00},
		{"the other three, with what was rounded", c, day("2026-11-01", "2026-11-30"), 600_01},
		{"a day within", c, day("2026-11-01", "2026-11-01"), 200_00},
		{"before it", c, day("2026-09-01", "2026-10-29"), 0},
		{"after it", c, day("2026-11-04", "2026-12-01"), 0},
		{"one day without a last one", Campaign{FromOn: "2026-11-05", PlannedCost: 70_00}, day("2026-11-01", "2026-11-30"), 70_00},
		{"only its last day is known", Campaign{ToOn: "2026-11-05", PlannedCost: 70_00}, day("2026-11-05", "2026-11-05"), 70_00},
		{"no day is known", Campaign{PlannedCost: 70_00}, day("2026-11-01", "2026-11-30"), 0},
	} {
		if got := tt.c.CostIn(tt.span); got != tt.want {
			t.Errorf("%s: %d, want %d", tt.name, got, tt.want)
		}
	}
}

func TestALeadCameOnACampaignsFirstDayOrLater(t *testing.T) {
	for _, tt := range []struct {
		name   string
		b      Brought
		is     bool
		filled Date
	}{
		{"within it", Brought{Campaign: 1, CampaignFrom: "2026-11-01"}, true, "2026-11-02"},
		{"on the first day", Brought{Campaign: 1, CampaignFrom: "2026-11-01"}, true, "2026-11-01"},
		{"there before", Brought{Campaign: 1, CampaignFrom: "2026-11-01"}, false, "2026-10-31"},
		{"long after", Brought{Campaign: 1, CampaignFrom: "2024-11-01"}, true, "2026-10-31"},
		{"not known since when", Brought{Campaign: 1}, true, "2020-01-01"},
		{"still to come", Brought{Campaign: 1, CampaignFrom: "2026-11-01"}, false, "2026-11-25"},
		{"by no campaign", Brought{}, false, "2026-11-02"},
	} {
		tt.b.FilledOn = tt.filled
		if tt.b.IsLead("2026-11-24") != tt.is {
			t.Errorf("%s: %v", tt.name, !tt.is)
		}
	}
}

func TestACampaignIsYoungForNinetyDays(t *testing.T) {
	for from, young := range map[Date]bool{"2026-08-26": false, "2026-08-27": true, "2026-12-01": true, "": false} {
		if c := (Campaign{FromOn: from}); c.IsUnfinished("2026-11-24") != young {
			t.Errorf("since %s: %v", from, !young)
		}
	}
}

func TestACampaignThatEndsBeforeItBeginsIsRefused(t *testing.T) {
	for _, tt := range []struct {
		c     Campaign
		field string
	}{
		{Campaign{Name: "展会", FromOn: "2026-11-02", ToOn: "2026-11-01"}, "to_on"}, {Campaign{FromOn: "2026-11-02"}, "name"},
		{Campaign{Name: "展会", Currency: "RMBX"}, "currency"}, {Campaign{Name: "展会", FromOn: "2026-11-02", ToOn: "2026-11-02"}, ""},
	} {
		var fe *FieldError
		if err := tt.c.Check(); tt.field == "" && err != nil || tt.field != "" && (!errors.As(err, &fe) || fe.Field != tt.field) {
			t.Errorf("%+v: %v", tt.c, err)
		}
	}
}
