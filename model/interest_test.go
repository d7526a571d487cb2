package model

import (
	"fmt"
	"testing"
)

func TestRatesOfInterestAreRead(t *testing.T) {
	for text, want := range map[string]string{
		"": "{0 1}", "日万分之五": "{5 10000}", "万分之5/天": "{5 10000}", "每日0.05%": "{5 10000}", "18%/年": "{18 36500}", "18% p.a.": "{18 36500}",
		"1.5% a month": "{15 30000}", "月息1%": "{1 3000}", "千分之一/日": "{1 1000}",
		"5": "refused", "很多": "refused", "200%": "refused", "日万分之": "refused",
	} {
		rate, err := ParseRate(text)
		got := fmt.Sprint(rate)
		if err != nil {
			got = "refused"
		}
		if got != want {
			t.Errorf("%q: %s, want %s", text, got, want)
		}
	}
}

// Every sum costs for the days on which it was open past its due date.
func TestInterestIsOfWhatWasOpenAndForHowLong(t *testing.T) {
	r := Receivable{Amount: 100_000_00, DueOn: "2026-01-01"}
	rate, err := ParseRate("日万分之五")
	if err != nil {
		t.Fatal(err)
	}
	for _, tt := range []struct {
		name   string
		to     Date
		paid   []Allocation
		notes  []Credit
		change func(*Receivable)
		want   int64
	}{
		{"not late yet", "2026-01-01", nil, nil, nil, 0},
		{"ten days", "2026-01-11", nil, nil, nil, 500_00},
		{"half of it was paid after four", "2026-01-11", []Allocation{{Amount: 50_000_00, AllocatedOn: "2026-01-05"}}, nil, nil, 350_00},
		{"paid before it was due", "2026-01-11", []Allocation{{Amount: 50_000_00, AllocatedOn: "2025-12-05"}}, nil, nil, 250_00},
		{"and taken off again", "2026-01-11", []Allocation{{Amount: 50_000_00, AllocatedOn: "2026-01-05", ReversedOn: "2026-01-07"}}, nil, nil,
			450_00},
		{"paid later than looked at", "2026-01-11", []Allocation{{Amount: 50_000_00, AllocatedOn: "2026-02-05"}}, nil, nil, 500_00},
		{"lowered", "2026-01-11", nil, []Credit{{Amount: 20_000_00, CreditedOn: "2026-01-06"}}, nil, 450_00},
		{"disputed", "2026-01-11", nil, nil, func(r *Receivable) { r.Disputed = true }, 0},
	} {
		r := r
		if tt.change != nil {
			tt.change(&r)
		}
		if got := r.LateInterest(tt.to, tt.paid, tt.notes, rate); got != tt.want {
			t.Errorf("%s: %d, want %d", tt.name, got, tt.want)
		}
	}
	if got := r.LateInterest("2026-06-01", nil, nil, DayRate{Den: 1}); got != 0 {
		t.Error("interest without a rate:", got)
	}
}
