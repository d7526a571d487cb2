package model

import "testing"

func TestDaysOfSalesAreCountedBackMonthByMonth(t *testing.T) {
	months := []Sold{{300, 10}, {0, 31}, {600, 30}}
	for _, tt := range []struct {
		open, want int64
		known      bool
	}{{0, 0, true}, {150, 5, true}, {300, 10, true}, {500, 51, true}, {900, 71, true}, {901, 71, false}} {
		if got, known := DSOBack(tt.open, months); got != tt.want || known != tt.known {
			t.Errorf("%d: %d %v, want %d %v", tt.open, got, known, tt.want, tt.known)
		}
	}
}
