package model

import (
	"fmt"
	"strings"
	"testing"
)

func TestBucketsGoByTheSettings(t *testing.T) {
	b := DefaultSettings().Buckets()
	if got := strings.Join(b.Codes(), " "); got != "undated not_due d1_30 d31_60 d61_90 d90_plus" || b.Of("", "2026-01-01") != 0 ||
		b.Of("2026-01-01", "2026-01-01") != 1 {
		t.Error(got)
	}
	for days, want := range map[int]int{-5: 1, 0: 1, 1: 2, 30: 2, 31: 3, 60: 3, 61: 4, 90: 4, 91: 5, 5000: 5} {
		if got := b.OfDays(days); got != want {
			t.Errorf("%d days: bucket %d, want %d", days, got, want)
		}
	}
	s := DefaultSettings()
	for _, bad := range []List{"30\n20", "0\n30", "x", "30\n30"} {
		if s.AgingDays = bad; s.Check() == nil {
			t.Errorf("%q is taken", bad)
		}
	}
}

func TestTheStatusOfAReceivable(t *testing.T) {
	for _, tt := range []struct {
		r    Receivable
		on   Date
		want OweStatus
	}{
		{Receivable{Amount: 100, DueOn: "2026-01-05"}, "2026-01-05", OwePending},
		{Receivable{Amount: 100, DueOn: "2026-01-05"}, "2026-01-06", OweOverdue},
		{Receivable{Amount: 100, DueOn: "2026-01-05", Paid: 50, Settled: 50}, "2026-01-05", OwePartial},
		{Receivable{Amount: 100, DueOn: "2026-01-05", Paid: 50, Settled: 50}, "2026-01-06", OweOverdue},
		{Receivable{Amount: 100, DueOn: "2026-01-05", Paid: 50, Settled: 100}, "2027-01-06", OwePaid},
		{Receivable{Amount: 100}, "2026-01-06", OweUnpaid}, {Receivable{Amount: 100, InvoiceNo: "F1"}, "2026-01-06", OwePending},
		{Receivable{Amount: 100, InvoicedOn: "2026-01-07"}, "2026-01-06", OweUnpaid},
		{Receivable{Amount: 100, Settled: 10}, "2026-01-06", OweUnpaid},
	} {
		if got := tt.r.Standing(tt.on, Later{}).Status; got != tt.want {
			t.Errorf("%+v on %s is %s, want %s", tt.r, tt.on, got, tt.want)
		}
	}
}

func TestThePaymentScoreAndItsReasons(t *testing.T) {
	for _, tt := range []struct {
		rec         PayRecord
		want        int64
		why, change string
	}{
		{PayRecord{}, 0, "score_nothing", ""},
		{PayRecord{Paid: []LatePart{{100, -3, 0}}}, 5, "score_paid -3 1 5", ""},
		{PayRecord{Paid: []LatePart{{100, 0, 0}, {100, 1, 0}}}, 4, "score_paid 1 2 4", "score_faster 0 5"},
		{PayRecord{Paid: []LatePart{{100, 7, 0}}}, 4, "score_paid 7 1 4", "score_faster 0 5"},
		{PayRecord{Paid: []LatePart{{900, 0, 0}, {100, 80, 0}}}, 3, "score_paid 8 2 3", "score_faster 7 4"},
		{PayRecord{Paid: []LatePart{{100, 30, 0}}}, 3, "score_paid 30 1 3", "score_faster 7 4"},
		{PayRecord{Paid: []LatePart{{100, 60, 0}}}, 2, "score_paid 60 1 2", "score_faster 30 3"},
		{PayRecord{Paid: []LatePart{{MaxAmount, 61, 0}}}, 1, "score_paid 61 1 1", "score_faster 60 2"},
		// What isn't paid counts with its days so far, by its value.
		{PayRecord{Paid: []LatePart{{10000, -1, 0}}, Overdue: []LatePart{{9000000, 58, 0}}, Oldest: "F1"}, 2, "score_both 58 1 2 1",
			"score_faster 30 3"},
		{PayRecord{Overdue: []LatePart{{5, 20, 0}}}, 3, "score_unpaid 20 1 3", "score_faster 7 4"},
		{PayRecord{Paid: []LatePart{{9995, 0, 0}}, Overdue: []LatePart{{5, 60, 0}}}, 4, "score_both 1 1 4 1", "score_faster 0 5"},
		// The cap: what would change the score never promises more than it lets.
		{PayRecord{Paid: []LatePart{{9995, 0, 0}}, Overdue: []LatePart{{5, 61, 0}}, Oldest: "F1"}, 3, "score_both 1 1 4 1;score_overdue F1 61 3",
			"score_settle F1 4 1"},
		{PayRecord{Paid: []LatePart{{90, 0, 0}}, Overdue: []LatePart{{10, 90, 0}, {1, 61, 0}}, Oldest: "F1"}, 3,
			"score_both 10 1 3 2;score_overdue F1 90 3", "score_capped F1 3 2"},
		{PayRecord{Overdue: []LatePart{{10, 90, 0}}, Oldest: "F1"}, 1, "score_unpaid 90 1 1;score_overdue F1 90 3",
			"score_faster 60 2;score_capped F1 3 1"},
		// Two broken promises take one off.
		{PayRecord{Paid: []LatePart{{100, 0, 0}}, Broken: 1}, 5, "score_paid 0 1 5", ""},
		{PayRecord{Paid: []LatePart{{100, 0, 0}}, Broken: 2}, 4, "score_paid 0 1 5;score_broken 2", "score_promises"},
		{PayRecord{Paid: []LatePart{{100, 20, 0}}, Broken: 2}, 2, "score_paid 20 1 3;score_broken 2", "score_faster 7 3;score_promises"},
		{PayRecord{Paid: []LatePart{{100, 99, 0}}, Broken: 3}, 1, "score_paid 99 1 1;score_broken 3", ""},
	} {
		got := tt.rec.Score()
		if why, change := reasons(got.Why), reasons(got.Change); got.Value != tt.want || why != tt.why || change != tt.change {
			t.Errorf("%+v: %d %q, to change %q, want %d %q, %q", tt.rec, got.Value, why, change, tt.want, tt.why, tt.change)
		}
	}
}

func reasons(list []Reason) string {
	texts := make([]string, len(list))
	for i, r := range list {
		texts[i] = strings.Join(append([]string{r.Code}, r.Args...), " ")
	}
	return strings.Join(texts, ";")
}

func TestAPromiseIsKeptLateOrBroken(t *testing.T) {
	d := Dunning{ReceivableID: 1, ChasedOn: "2026-01-05", PromiseOn: "2026-01-10", PromiseAmount: 100}
	pay := func(on Date, n int64) Allocation { return Allocation{ReceivableID: 1, AllocatedOn: on, Amount: n} }
	for _, tt := range []struct {
		paid []Allocation
		on   Date
		want PromiseState
	}{
		{nil, "2026-01-10", PromisePending}, {nil, "2026-01-11", PromiseBroken},
		{[]Allocation{pay("2026-01-10", 100)}, "2026-01-20", PromiseKept}, {[]Allocation{pay("2026-01-10", 60), pay("2026-01-12", 40)},
			"2026-01-20", PromiseLate},
		{[]Allocation{pay("2026-01-10", 60), pay("2026-01-12", 40)}, "2026-01-11", PromiseBroken},
		{[]Allocation{pay("2026-01-04", 100)}, "2026-01-11", PromiseBroken},
	} {
		if got := Promised([]Dunning{d}, tt.paid, tt.on)[0].State; got != tt.want {
			t.Errorf("%v on %s: %s, want %s", tt.paid, tt.on, got, tt.want)
		}
	}
}

// What came counts for one promise only: that whose day has not passed before
// those whose day has.
func TestAPaymentCountsForOnePromise(t *testing.T) {
	made := func(on, day Date, n int64) Dunning {
		return Dunning{ReceivableID: 1, ChasedOn: on, PromiseOn: day, PromiseAmount: n}
	}
	pay := func(on Date, n int64) Allocation { return Allocation{ReceivableID: 1, AllocatedOn: on, Amount: n} }
	for _, tt := range []struct {
		made []Dunning
		paid []Allocation
		want string
	}{
		{[]Dunning{made("2026-01-02", "2026-01-05", 50), made("2026-01-06", "2026-01-10", 50)}, []Allocation{pay("2026-01-09", 50)},
			"broken 0, kept 50"},
		{[]Dunning{made("2026-01-02", "2026-01-05", 50), made("2026-01-06", "2026-01-10", 30)}, []Allocation{pay("2026-01-09", 90)},
			"late 50, kept 30"},
		{[]Dunning{made("2026-01-02", "2026-01-20", 30), made("2026-01-02", "2026-01-10", 50)},
			[]Allocation{pay("2026-01-10", 50), pay("2026-01-20", 30)}, "kept 30, kept 50"},
		{[]Dunning{made("2026-01-02", "2026-01-05", 50), made("2026-01-06", "2026-01-10", 50)}, []Allocation{pay("2026-01-12", 40)},
			"broken 0, broken 40"},
	} {
		var got []string
		for _, p := range Promised(tt.made, tt.paid, "2026-01-31") {
			got = append(got, fmt.Sprintf("%s %d", p.State, p.Paid))
		}
		if strings.Join(got, ", ") != tt.want {
			t.Errorf("%v: %v, want %s", tt.made, got, tt.want)
		}
	}
}

func TestTheExpectedCashIn(t *testing.T) {
	in, ok := ExpectCash([]OpenDebt{
		{Currency: "CNY", Open: 100, DueOn: "2026-01-05", Delay: 7}, {Currency: "CNY", Open: 50, DueOn: "2025-12-01"},
		{Currency: "CNY", Open: 30},
		{Currency: "CNY", Open: 80, DueOn: "2025-12-01", PromiseOn: "2026-01-13", Promised: 60}, {Currency: "USD", Open: 5, DueOn: "2026-05-01"},
	}, "2026-01-07", 2)
	if !ok || len(in) != 2 || in[0].Weeks[0].From != "2026-01-05" || in[0].Weeks[1].Amount != 160 || in[0].Late.Amount != 70 ||
		in[0].Undated.Amount != 30 || in[1].Beyond.Amount != 5 {
		t.Errorf("%+v %v", in, ok)
	}
	if d, ok := DSO(MaxAmount, MaxAmount, 30); !ok || d < 29 || d > 30 {
		t.Error("DSO", d, ok)
	}
}

func TestPartsOfAWholeMakeAHundredPercent(t *testing.T) {
	for _, tt := range []struct {
		parts []int64
		want  string
	}{
		{nil, "[]"}, {[]int64{0, 0}, "[0 0]"}, {[]int64{5}, "[1000]"}, {[]int64{1, 1, 1}, "[334 333 333]"}, {[]int64{2, 0, 1}, "[667 0 333]"},
		{[]int64{1, 999_999, 0}, "[0 1000 0]"}, {[]int64{MaxAmount, MaxAmount, MaxAmount, 1}, "[334 333 333 0]"},
	} {
		if got := fmt.Sprint(PerMilles(tt.parts)); got != tt.want {
			t.Errorf("%v: %s, want %s", tt.parts, got, tt.want)
		}
	}
}

// A payment that settles two receivables is one.
func TestAHabitCountsPayments(t *testing.T) {
	h := HabitOf(PayRecord{Paid: []LatePart{{100, -1, 7}, {100, 3, 7}, {100, 0, 8}, {50, 0, 8}, {9, 9, 9}, {1, 0, 0}}}, "2026-01-01", nil)
	if h.Payments != 4 || h.InTime != 2 {
		t.Errorf("%+v", h)
	}
	if why := (PayRecord{Paid: []LatePart{{100, 0, 7}, {100, 0, 7}}}).Score().Why[0]; why.Args[1] != "1" {
		t.Error(why)
	}
}
