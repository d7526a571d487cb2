package model

import "testing"

func TestAmountsAreConvertedByThePersonsRates(t *testing.T) {
	s := DefaultSettings()
	s.Rates = ListOf("USD=7.2", "JPY=0.048")
	for _, tt := range []struct {
		amount   int64
		from, to string
		want     int64
		ok       bool
	}{
		{100_00, "USD", "CNY", 720_00, true}, {720_00, "CNY", "USD", 100_00, true}, {1_00, "CNY", "USD", 14, true},
		{1000, "JPY", "CNY", 48_00, true}, {7_20, "USD", "JPY", 1080, true}, {5, "EUR", "CNY", 0, false}, {5, "EUR", "EUR", 5, true},
		{MaxAmount, "USD", "CNY", 0, false},
	} {
		if got, ok := s.Convert(tt.amount, tt.from, tt.to); ok != tt.ok || ok && got != tt.want {
			t.Errorf("%d %s: %d %s %v", tt.amount, tt.from, got, tt.to, ok)
		}
	}
	for _, wrong := range []string{"USD", "USD=", "USD=-1", "USD=0", "ABC1=2", "USD=1/3", "USD=1e99"} {
		s.Rates = ListOf(wrong)
		if s.checkMoney() == nil {
			t.Error("not refused:", wrong)
		}
	}
	e := Exposure{Currency: "CNY", Limit: 1000_00}
	s.Rates = ListOf("USD=7.2")
	e.Add(&s, "CNY", 100_00, 0, 0)
	e.Add(&s, "USD", 100_00, 10_00, 0)
	e.Add(&s, "EUR", 1, 0, 0)
	if sum, _ := e.Sum(); sum != 892_00 || e.Over(200_00) != 92_00 || len(e.Unrated) != 1 {
		t.Errorf("%+v", e)
	}
}
