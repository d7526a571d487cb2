package model

import (
	"fmt"
	"strings"
	"testing"
)

func TestTheLadderIsFirmerWithEachStepAfterTheDueDay(t *testing.T) {
	if got := fmt.Sprint(Settings{Ladder: "-7\n0\n1\n15"}.Steps()); got != "[{-7 0} {0 0} {1 1} {15 2}]" {
		t.Errorf("steps %s", got)
	}
}

func TestAStepIsTakenByOneAsFirm(t *testing.T) {
	for _, tt := range []struct {
		due, chased Date
		level       int64
		today       Date
		want        string
	}{
		{"2026-01-01", "2026-01-03", 1, "2026-01-08", "chase@2026-01-08"},
		{"2026-01-01", "2026-01-03", 2, "2026-01-08", ""}, // the letter went out early
		{"2026-01-01", "2026-01-03", 3, "2026-01-08", ""},
		{"2026-01-01", "2026-01-03", 3, "2026-01-31", "chase@2026-01-31"},
		{"2026-01-01", "2026-01-08", 1, "2026-01-08", ""}, // asked on the step's own day
		{"2026-03-04", "2026-02-25", 0, "2026-03-03", "reminder@2026-03-03"},
		{"2026-03-04", "2026-03-03", 0, "2026-03-03", ""},
	} {
		d := debtOf(func(d *Debt) { d.DueOn, d.ChasedOn, d.ChasedLevel = tt.due, tt.chased, tt.level })
		f := Facts{Today: tt.today, Settings: DefaultSettings(), Debts: []Debt{d}}
		if got := daysOf(Queue(f)); got != tt.want {
			t.Errorf("%+v: %q", tt, got)
		}
	}
}

func TestAPromiseIsBrokenTheDayAfterUnlessSomebodyAskedSince(t *testing.T) {
	for _, tt := range []struct {
		asked, by Date
		want      bool
	}{
		{"2026-02-01", "2026-02-03", false}, {"2026-02-01", "2026-02-04", true},
		{"2026-02-03", "2026-02-04", true}, {"2026-02-04", "2026-02-05", false},
	} {
		d := debtOf(promised("2026-02-03", 500000, 0))
		d.ChasedOn = tt.asked
		if d.IsBroken(tt.by) != tt.want {
			t.Errorf("asked on %s, by %s: %v", tt.asked, tt.by, !tt.want)
		}
	}
}

func TestAReminderAfterTheDueDaySaysHowLateItIs(t *testing.T) {
	s := DefaultSettings()
	s.Ladder = "-1\n5"
	for day, code := range map[Date]string{"2026-01-01": "reminder", "2026-01-02": "chase"} {
		r, ok := DebtRow(debtOf(nil), s, day)
		if !ok || r.Kind != RowReminder || r.Reason.Code != code {
			t.Errorf("on %s: %v %+v", day, ok, r)
		}
	}
}

func TestWhatCameBeforeAPromiseOfTheSameDayIsNotPartOfIt(t *testing.T) {
	d := Dunning{Meta: Meta{CreatedAt: "2026-01-05T08:00:00Z"}, ReceivableID: 1, ChasedOn: "2026-01-05", PromiseOn: "2026-01-10",
		PromiseAmount: 100}
	for at, want := range map[string]PromiseState{"2026-01-05T07:00:00Z": PromiseBroken, "2026-01-05T08:00:00Z": PromiseBroken,
		"2026-01-05T09:00:00Z": PromiseKept} {
		a := []Allocation{{Meta: Meta{CreatedAt: at}, ReceivableID: 1, Amount: 100, AllocatedOn: "2026-01-05"}}
		if got := Promised([]Dunning{d}, a, "2026-01-11")[0].State; got != want || d.PaidBefore(a) > 0 != (want == PromiseBroken) {
			t.Errorf("paid at %s: %s, %d before", at, got, d.PaidBefore(a))
		}
	}
}

func TestAPaymentSettlesTheOldestFirstAndWhatIsDisputedLast(t *testing.T) {
	owed := func(id int64, due, sold Date, disputed bool) Receivable {
		return Receivable{Meta: Meta{ID: id}, DueOn: due, SaleOn: sold, Disputed: disputed, Currency: "CNY", Amount: 10}
	}
	open := []Receivable{
		owed(1, "2026-01-01", "2025-12-01", true), owed(2, "", "2025-11-01", false), owed(3, "2026-02-01", "2026-01-20", false),
		owed(4, "2026-02-01", "2026-01-10", false), owed(5, "2026-01-15", "2026-01-10", false), owed(6, "2026-02-01", "2026-01-20", false),
	}
	shares, rest := SuggestShares(55, "CNY", open)
	var order []int64
	for _, s := range shares {
		order = append(order, s.ReceivableID)
	}
	if fmt.Sprint(order) != "[5 4 3 6 2 1]" || shares[5].Amount != 5 || rest != 0 {
		t.Errorf("%v, %d left", shares, rest)
	}
}

func TestADraftIsMoneyFromItsDayOn(t *testing.T) {
	p := Payment{MaturesOn: "2026-06-30"}
	if !p.Immature("2026-06-29") || p.Immature("2026-06-30") {
		t.Error("a draft matures on another day than its own")
	}
}

func TestExposureIsWhatIsOpenAndWhatIsOnItsWay(t *testing.T) {
	e := Exposure{Open: 100, Orders: 30, Limit: 200}
	if sum, ok := e.Sum(); sum != 130 || !ok || e.Over(70) != 0 || e.Over(71) != 1 {
		t.Errorf("sum %d %v, over by %d", sum, ok, e.Over(71))
	}
}

func TestAScoreLooksBackTwoYears(t *testing.T) {
	if got := ScoreSince("2026-06-15"); got != "2024-06-15" {
		t.Error(got)
	}
}

func TestAgingHasTheLargestFirstAndMonthsInTheirOrder(t *testing.T) {
	line := func(currency string, customer int64, month string, total int64) AgingLine {
		return AgingLine{Currency: currency, CustomerID: customer, Month: month, Total: total}
	}
	lines := []AgingLine{line("USD", 1, "", 900), line("CNY", 3, "2026-02", 50), line("CNY", 2, "2026-01", 50),
		line("CNY", 4, "", 70), line("CNY", 1, "2025-12", 60)}
	for by, want := range map[AgingBy]string{AgingByCustomer: "CNY4 CNY1 CNY2 CNY3 USD1", AgingByMonth: "CNY1 CNY2 CNY3 CNY4 USD1"} {
		a := Aging{By: by, Lines: append([]AgingLine(nil), lines...)}
		a.Sort()
		var got []string
		for _, l := range a.Lines {
			got = append(got, fmt.Sprint(l.Currency, l.CustomerID))
		}
		if strings.Join(got, " ") != want {
			t.Errorf("by %s: %v, want %s", by, got, want)
		}
	}
}

func TestADiscountOverTheLimitIsLookedAt(t *testing.T) {
	line := func(off int64) []OrderLine {
		return []OrderLine{{Name: "板", Quantity: 1000, UnitPrice: 1000, Discount: off, Amount: 1000 - off}}
	}
	for _, tt := range []struct {
		limit, off int64
		stopped    int
	}{{10, 100, 0}, {10, 101, 1}, {0, 900, 0}} {
		s := DefaultSettings()
		s.DiscountLimit = tt.limit
		if got := Troubled(line(tt.off), s); len(got) != tt.stopped {
			t.Errorf("%d%% of at most %d%%: %v", tt.off/10, tt.limit, got)
		}
	}
	back := line(500)
	back[0].Returned = 1000
	if len(Troubled(back, DefaultSettings())) > 0 {
		t.Error("what came back whole has no price")
	}
}
