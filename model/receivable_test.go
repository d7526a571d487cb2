package model

import "testing"

// What was given up or credited is settled, and not collected.
func TestTheShareThatWasCollected(t *testing.T) {
	for _, tt := range []struct {
		paid, settled, off int64
		share              int
		status             OweStatus
	}{
		{0, 0, 0, 0, OweUnpaid}, {1, 1, 0, 1, OwePartial}, {50000, 50000, 0, 500, OwePartial}, {100000, 100000, 0, 1000, OwePaid},
		{0, 100000, 100000, 0, OwePaid}, {60000, 100000, 40000, 600, OwePaid}, // written off
		{0, 100000, 0, 0, OwePaid}, {60000, 100000, 0, 1000, OwePaid}, {40000, 60000, 0, 500, OwePartial}, // credited
	} {
		r := Receivable{Amount: 100000, Paid: tt.paid, Settled: tt.settled, WrittenOff: tt.off, WrittenOffOn: "2026-03-01"}
		st := r.Standing("2026-03-09", Later{})
		if st.Share() != tt.share || st.Status != tt.status || st.Credited() != tt.settled-tt.paid-tt.off {
			t.Errorf("%+v: share %d, %+v", tt, st.Share(), st)
		}
	}
	before := (&Receivable{Amount: 100000, Settled: 100000, WrittenOff: 100000, WrittenOffOn: "2026-03-01"}).Standing("2026-02-28",
		Later{Settled: 100000})
	if before.GivenUp != 0 || before.Status != OweUnpaid {
		t.Errorf("before it was written off: %+v", before)
	}
}
