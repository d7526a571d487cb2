package model

import "testing"

// What was given up and taken back by somebody whose clock stands earlier is
// never less than nothing on a day between.
func TestAWriteOffIsTakenBackNoEarlierThanItWasMade(t *testing.T) {
	r := Receivable{Amount: 1000}
	r.GiveUp(500, "2026-11-20", "破产")
	r.GiveUp(-500, "2026-11-10", "")
	then := r
	then.ForgetOffAfter("2026-11-15")
	if r.WrittenOff != 0 || r.Settled != 0 || then.WrittenOff != 0 {
		t.Errorf("%d is given up, %d settled; of 11-15 %d", r.WrittenOff, r.Settled, then.WrittenOff)
	}
}
