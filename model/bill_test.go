package model

import (
	"fmt"
	"testing"
)

func TestTheNumberOfADraftIsChecked(t *testing.T) {
	for text, want := range map[string]string{
		"":                                  " ",
		"1 30258100001220260315 12345678 9": "130258100001220260315123456789 bank",
		"230258100001220260315123456789":    "230258100001220260315123456789 commercial",
		"3130005123456789":                  "3130005123456789 ",
		"HK-77":                             "HK-77 ",
		"13025810000122026031512345678":     "refused", // a digit short
		"130258100001220261315123456789":    "refused", // of the 13th month
	} {
		number, kind, err := CheckBillNo(text)
		got := number + " " + string(kind)
		if err != nil {
			got = "refused"
		}
		if got != want {
			t.Errorf("%q: %q, want %q", text, got, want)
		}
	}
	p := Payment{Currency: "CNY", Amount: 5, CustomerID: 1, ReceivedOn: "2026-03-01", Method: PayDraft,
		BillNo: "130258100001220260315123456789", BillKind: CommercialBill}
	if p.Check() == nil {
		t.Error("a bank's number is a commercial draft's")
	}
	p.Method, p.BillKind = "cash", ""
	if p.Check() == nil {
		t.Error("cash has a draft's number")
	}
}

func TestADraftIsOnTodayUntilItIsPresented(t *testing.T) {
	bill := func(state BillState) Bill {
		return Bill{Payment: Payment{Meta: Meta{ID: 1}, CustomerID: 1, Currency: "CNY", Amount: 500, Method: PayDraft, MaturesOn: "2026-03-20",
			BillState: state}}
	}
	for _, tt := range []struct {
		state BillState
		day   Date
		want  string
	}{
		{BillInHand, "2026-03-16", "[]"}, {BillInHand, "2026-03-17", "[0 false]"}, {BillInHand, "2026-03-29", "[12 false]"},
		{BillInHand, "2026-03-30", "[13 true]"}, {BillPresented, "2026-03-30", "[]"}, {BillEndorsed, "2026-03-30", "[]"},
		{BillCashed, "2026-03-30", "[]"}, {"", "2026-03-30", "[]"},
	} {
		var got []any
		for _, r := range Queue(Facts{Today: tt.day, Settings: DefaultSettings(), Bills: []Bill{bill(tt.state)}}) {
			got = append(got, r.DaysLate, r.IsPressing())
		}
		if fmt.Sprint(got) != tt.want {
			t.Errorf("%q on %s: %v, want %s", tt.state, tt.day, got, tt.want)
		}
	}
}

func TestDraftsAreRiskUntilTheyAreCashedAndAddUpByMonth(t *testing.T) {
	of := func(id, amount int64, matures Date, state BillState, reversed Date) PaymentOf {
		return PaymentOf{Payment: Payment{Meta: Meta{ID: id}, Currency: "CNY", Amount: amount, Method: PayDraft, MaturesOn: matures,
			BillState: state, ReversedOn: reversed}}
	}
	list := []PaymentOf{of(1, 10, "2026-05-20", BillInHand, ""), of(2, 20, "2026-03-02", BillEndorsed, ""),
		of(3, 40, "2026-05-01", BillInHand, ""),
		of(4, 80, "2026-05-01", BillCashed, ""), of(5, 160, "2026-05-01", BillRefused, "2026-03-01"), of(6, 320, "2026-02-01", "", ""),
		of(7, 640, "2026-04-01", "", "")}
	var got string
	for _, m := range BillMonths(list, "2026-03-10") {
		got += fmt.Sprintf("%s %d %d;", m.Month, m.Sum, m.Bills[0].ID)
	}
	if want := "2026-03-01 20 2;2026-04-01 640 7;2026-05-01 50 3;"; got != want {
		t.Errorf("%s, want %s", got, want)
	}
	if p := list[4]; p.Immature("2026-03-10") {
		t.Error("a refused draft is listed as not matured")
	}
}
