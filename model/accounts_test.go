package model

import "testing"

func TestRatiosOfAccounts(t *testing.T) {
	for _, tt := range []struct {
		name string
		a    Accounts
		want [3]int64 // -1: it can't be told
		says Solvency
	}{
		{"all at their guide values", Accounts{CurrentAssets: 200, Inventory: 100, Cash: 20, CurrentLiabilities: 100},
			[3]int64{2000, 1000, 200}, SolvencyGood},
		{"some of them", Accounts{CurrentAssets: 150, Inventory: 90, Cash: 30, CurrentLiabilities: 100}, [3]int64{1500, 600, 300}, SolvencyFair},
		{"none of them", Accounts{CurrentAssets: 100, Inventory: 100, Cash: 1, CurrentLiabilities: 300}, [3]int64{333, 0, 3}, SolvencyWeak},
		{"no liabilities", Accounts{CurrentAssets: 100, Cash: 10}, [3]int64{-1, -1, -1}, SolvencyUnknown},
	} {
		for n, r := range Ratios {
			is, known := r.Of(&tt.a)
			if !known {
				is = -1
			}
			if is != tt.want[n] {
				t.Errorf("%s: %s is %d, want %d", tt.name, r.Code, is, tt.want[n])
			}
		}
		if got := tt.a.Solvency(); got != tt.says {
			t.Errorf("%s: %s, want %s", tt.name, got, tt.says)
		}
	}
}

func TestAccountsThatCannotBe(t *testing.T) {
	for _, tt := range []struct {
		a     Accounts
		field string
	}{
		{Accounts{Period: "2025", CurrentAssets: 100, Inventory: 101, CustomerID: 1}, "inventory"},
		{Accounts{Period: "去年吧", CurrentAssets: 100, CustomerID: 1}, "period"},
		{Accounts{Period: "2025", Revenue: -1, CustomerID: 1}, "revenue"},
		{Accounts{Period: "2025", Profit: -1, CustomerID: 1}, ""},
	} {
		err, field := tt.a.Check(), ""
		if fe, ok := err.(*FieldError); ok {
			field = fe.Field
		}
		if field != tt.field || (err == nil) != (tt.field == "") {
			t.Errorf("%+v: %v", tt.a, err)
		}
	}
}
