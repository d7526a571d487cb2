package model_test

import (
	"testing"

	"genjin/model"
)

func TestUrgencyGoesByTheExpectedDealAlone(t *testing.T) {
	const today model.Date = "2026-11-23"
	for _, tt := range []struct {
		expected, next model.Date
		want           model.Urgency
	}{
		{"2026-11-01", "", model.Urgent}, {"2026-11-23", "", model.Urgent}, {"2026-11-30", "", model.Urgent},
		{"2026-12-01", "", model.UrgentSoon}, {"2026-12-23", "", model.UrgentSoon},
		{"2026-12-24", "", model.NotUrgent}, {"2027-02-21", "", model.NotUrgent}, {"2027-02-22", "", model.MaySlow},
		{"", "2026-11-20", model.UrgencyUnknown}, {"", "2027-06-01", model.UrgencyUnknown}, {"", "", model.UrgencyUnknown},
		{"2027-06-01", "2026-11-24", model.MaySlow}, {"2026-11-24", "2027-06-01", model.Urgent},
	} {
		c := model.Customer{ExpectedOn: tt.expected, NextOn: tt.next}
		if got := c.Urgency(today); got != tt.want {
			t.Errorf("expected %q, next %q: %s, want %s", tt.expected, tt.next, got, tt.want)
		}
	}
}

func TestACustomerIsImportantByHandOrByAmount(t *testing.T) {
	const limit = 50_000_00
	for _, tt := range []struct {
		name      string
		c         model.Customer
		orders    int64
		threshold int64
		want      bool
	}{
		{"by hand", model.Customer{Important: true}, 0, 0, true},
		{"nothing", model.Customer{}, 0, limit, false},
		{"expects less", model.Customer{ExpectedAmount: limit - 1}, 0, limit, false},
		{"expects as much", model.Customer{ExpectedAmount: limit}, 0, limit, true},
		{"ordered less", model.Customer{}, limit - 1, limit, false},
		{"ordered as much", model.Customer{}, limit, limit, true},
		{"both together are not added", model.Customer{ExpectedAmount: limit / 2}, limit / 2, limit, false},
		{"no threshold", model.Customer{ExpectedAmount: limit}, limit, 0, false},
	} {
		s := model.DefaultSettings()
		s.ImportanceThreshold, tt.c.OrdersLastYear = tt.threshold, tt.orders
		if got := tt.c.IsImportant(s); got != tt.want {
			t.Errorf("%s: %t", tt.name, got)
		}
	}
}
