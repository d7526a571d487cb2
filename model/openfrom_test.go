package model

import "testing"

func TestWhatIsOpenFromADayFitsEveryDaySince(t *testing.T) {
	r := Receivable{Amount: 1000, WrittenOff: 100, WrittenOffOn: "2026-03-15"}
	taken := []Allocation{{Amount: 600, AllocatedOn: "2026-03-05", ReversedOn: "2026-03-20"}, {Amount: 200, AllocatedOn: "2026-03-25"}}
	notes := []Credit{{Amount: 50, CreditedOn: "2026-03-10"}}
	for _, tt := range []struct {
		day  Date
		open int64
	}{
		{"", 250}, {"2026-03-01", 250}, {"2026-03-15", 250}, {"2026-03-19", 250}, {"2026-03-20", 650}, {"2026-04-01", 650},
	} {
		if got := r.OpenFrom(tt.day, taken, notes); got != tt.open {
			t.Errorf("from %s on %d is open, want %d", tt.day, got, tt.open)
		}
	}
	for _, tt := range []struct {
		day, since Date
		amount     int64
	}{
		{"2026-03-01", "2026-03-01", 250}, {"2026-03-01", "2026-03-20", 251}, {"2026-03-06", "2026-03-20", 650},
		{"2026-03-22", "2026-03-22", 650},
	} {
		if got := r.OpenSince(tt.day, tt.amount, taken, notes); got != tt.since {
			t.Errorf("%d is open since %s, want %s", tt.amount, got, tt.since)
		}
	}
}
