package model

import (
	"math"
	"strings"
	"testing"

	"pgregory.net/rapid"
)

func TestParseAmountReadsWhatPeopleWrite(t *testing.T) {
	tests := []struct {
		text   string
		amount int64
		code   string
	}{
		{"3000", 300000, "CNY"}, {"¥3,000.00", 300000, "CNY"}, {"￥3000", 300000, "CNY"}, {"3000元", 300000, "CNY"}, {"1.2万", 1200000, "CNY"},
		{"1.2 万元", 1200000, "CNY"}, {"3百万", 300000000, "CNY"}, {"1.5亿", 15000000000, "CNY"}, {"300万元", 300000000, "CNY"},
		{"1.2w", 1200000, "CNY"},
		{"3k", 300000, "CNY"}, {"1.234567万", 1234567, "CNY"}, {"2千万", 2000000000, "CNY"}, {"3000.00元整", 300000, "CNY"},
		{"人民币3000元整", 300000, "CNY"},
		{"RMB 3000", 300000, "CNY"}, {"3000 CNY", 300000, "CNY"}, {"USD 128.50", 12850, "USD"}, {"$128.5", 12850, "USD"},
		{"US$128.5", 12850, "USD"},
		{"€1,000", 100000, "EUR"}, {"£.5", 50, "GBP"}, {"HK$88", 8800, "HKD"}, {"88港币", 8800, "HKD"}, {"100美元", 10000, "USD"},
		{"100万美元", 100000000, "USD"},
		{"JPY 3000", 3000, "JPY"}, {"3000日元", 3000, "JPY"}, {"KWD 1.234", 1234, "KWD"}, {"USD 100 元", 10000, "USD"}, {"¥100 CNY", 10000, "CNY"},
		{"３，０００．５０", 300050, "CNY"}, {"1,234", 123400, "CNY"}, {"1,234,567.89", 123456789, "CNY"}, {"1,0000", 1000000, "CNY"},
		{"3 000", 300000, "CNY"},
		{"(1,000.00)", -100000, "CNY"}, {"（1000）", -100000, "CNY"}, {"-1000", -100000, "CNY"}, {"¥-1000", -100000, "CNY"},
		{"-¥1000", -100000, "CNY"}, {"+5", 500, "CNY"},
		{"(¥5)", -500, "CNY"}, {"1.5E+5", 15000000, "CNY"}, {"1.5e5", 15000000, "CNY"}, {"1.2E-1", 12, "CNY"},
		{"0", 0, "CNY"}, {"0.00", 0, "CNY"}, {"0E9999", 0, "CNY"},
		{"0.10", 10, "CNY"}, {"5.", 500, "CNY"}, {"128.50000", 12850, "CNY"}, {"000012", 1200, "CNY"},
		{"128.49999999999999", 12850, "CNY"}, {"0.30000000000000004", 30, "CNY"}, {"3000.0000000000005", 300000, "CNY"},
		{"90000000000000", 9_000_000_000_000_000, "CNY"}, {"-9万亿", -90_000_000_000_000_0, "CNY"},
	}
	for _, tt := range tests {
		got, err := ParseAmount(tt.text, "CNY")
		if err != nil || got != (Money{tt.amount, tt.code}) {
			t.Errorf("ParseAmount(%q) = %v %s, %v, want %d %s", tt.text, got.Amount, got.Currency, err, tt.amount, tt.code)
		}
	}
}

func TestSignsKeepAUsualCurrency(t *testing.T) {
	tests := []struct{ text, usual, want string }{
		{"100", "EUR", "EUR"}, {"100", "", "CNY"}, {"$100", "HKD", "HKD"}, {"$100", "EUR", "USD"}, {"¥100", "JPY", "JPY"}, {"¥100", "USD", "CNY"},
		{"100元", "TWD", "TWD"}, {"100元", "USD", "CNY"}, {"100 usd", "CNY", "USD"},
	}
	for _, tt := range tests {
		if got, err := ParseAmount(tt.text, tt.usual); got.Currency != tt.want || err != nil {
			t.Errorf("ParseAmount(%q, %q) is in %s, %v, want %s", tt.text, tt.usual, got.Currency, err, tt.want)
		}
	}
}

func TestParseAmountRefusesWithTheReason(t *testing.T) {
	tests := map[string]string{
		"": RefusedAmount, "abc": RefusedAmount, "万": RefusedAmount, "¥": RefusedAmount, "-": RefusedAmount, "1,23": RefusedAmount,
		"1.234,56":   RefusedAmount,
		"1,2345,678": RefusedAmount, ",123": RefusedAmount, "1.2.3": RefusedAmount, "--5": RefusedAmount, "-(5)": RefusedAmount,
		"(5": RefusedAmount, "5)": RefusedAmount,
		"(-5)": RefusedAmount, "€5 USD": RefusedAmount, "5 apples": RefusedAmount, "1e": RefusedAmount, "1e99999": RefusedAmount,
		"NaN": RefusedAmount, "Inf": RefusedAmount,
		"0x10": RefusedAmount, "1 2": RefusedAmount, "12 34": RefusedAmount, "3000~5000": RefusedAmount, "٣": RefusedAmount,
		"\xff": RefusedAmount, ".": RefusedAmount,
		"1.234": RefusedAmountParts, "0.001": RefusedAmountParts, "JPY 1.5": RefusedAmountParts, "1.2345678万": RefusedAmountParts,
		"1e-9999":            RefusedAmountParts,
		"1234567890123.4567": RefusedAmountParts, "KWD 1.2345": RefusedAmountParts,
		"90000000000000.01": RefusedAmountRange, "-90000000000001": RefusedAmountRange, "1e9999": RefusedAmountRange,
		"100000亿": "", "10万亿亿": RefusedAmount,
		"1000000亿": RefusedAmountRange, strings.Repeat("9", 1<<20): RefusedAmountRange, "0." + strings.Repeat("1", 1<<20): RefusedAmountParts,
	}
	tests["100000亿"] = "" // exactly 10^13
	for text, code := range tests {
		_, err := ParseAmount(text, "CNY")
		refusedAs(t, quoted(text)+" "+text[:min(len(text), 20)], err, code)
	}
}

func TestMoneyIsWrittenPlainly(t *testing.T) {
	tests := []struct {
		m    Money
		want string
	}{
		{Money{300000, "CNY"}, "3000.00"}, {Money{5, "CNY"}, "0.05"}, {Money{-5, "CNY"}, "-0.05"}, {Money{0, ""}, "0.00"},
		{Money{3000, "JPY"}, "3000"},
		{Money{-1, "JPY"}, "-1"}, {Money{1234, "KWD"}, "1.234"}, {Money{math.MinInt64, "CNY"}, "-92233720368547758.08"},
		{Money{math.MaxInt64, "KWD"}, "9223372036854775.807"},
	}
	for _, tt := range tests {
		if got := tt.m.String(); got != tt.want {
			t.Errorf("%d %s = %q, want %q", tt.m.Amount, tt.m.Currency, got, tt.want)
		}
	}
}

func TestMoneyWrittenIsReadBack(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		m := Money{
			Amount:   rapid.Int64Range(-MaxAmount, MaxAmount).Draw(t, "amount"),
			Currency: rapid.SampledFrom([]string{"CNY", "USD", "JPY", "KWD"}).Draw(t, "currency"),
		}
		for _, text := range []string{m.String(), m.Currency + " " + m.String(), m.String() + m.Currency} {
			if got, err := ParseAmount(text, m.Currency); got != m || err != nil {
				t.Fatalf("%q = %v, %v, want %v", text, got, err, m)
			}
		}
	})
}

func TestAddMoneyNoticesOverflow(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		a, b := rapid.Int64().Draw(t, "a"), rapid.Int64().Draw(t, "b")
		sum, ok := AddMoney(a, b)
		wide := float64(a) + float64(b)
		if ok && (sum-b != a || math.Abs(wide-float64(sum)) > 1e4) || !ok && math.Abs(wide) < 9.2e18 {
			t.Fatalf("%d + %d = %d, %t", a, b, sum, ok)
		}
	})
	for _, tt := range []struct {
		a, b int64
		ok   bool
	}{{math.MaxInt64, 1, false}, {math.MinInt64, -1, false}, {math.MaxInt64, 0, true}, {math.MinInt64, math.MaxInt64, true},
		{-1, math.MinInt64, false}} {
		if _, ok := AddMoney(tt.a, tt.b); ok != tt.ok {
			t.Errorf("%d + %d: %t", tt.a, tt.b, ok)
		}
	}
}

func TestParseIntReadsWhatPeopleWrite(t *testing.T) {
	tests := map[string]int64{
		"3": 3, "３": 3, "3人": 3, "3 人": 3, "3个人": 3, "三人": 3, "两个": 2, "十二": 12, "45天": 45, "45 days": 45, "1 person": 1, "2 people": 2,
		"3.0": 3, "1,200": 1200, "-5": -5, "1.2E+2": 120, "0": 0, "007": 7,
	}
	for text, want := range tests {
		if got, err := ParseInt(text, -1000, 5000); got != want || err != nil {
			t.Errorf("ParseInt(%q) = %d, %v, want %d", text, got, err, want)
		}
	}
}

func TestParseIntRefusesWithTheReason(t *testing.T) {
	tests := map[string]string{
		"": RefusedNumber, "abc": RefusedNumber, "人": RefusedNumber, "3.5": RefusedNumber, "3~5": RefusedNumber,
		"1,2": RefusedNumber, "--3": RefusedNumber, "3kg": RefusedNumber,
		"100": RefusedNumberRange, "-1": RefusedNumberRange, "99999999999999999999999": RefusedNumberRange, "1e300": RefusedNumberRange,
	}
	for text, code := range tests {
		_, err := ParseInt(text, 0, 99)
		refusedAs(t, text, err, code)
	}
	if got, err := ParseInt("9223372036854775807", 0, math.MaxInt64); got != math.MaxInt64 || err != nil {
		t.Errorf("the largest: %d, %v", got, err)
	}
}

func FuzzParseAmount(f *testing.F) {
	for _, s := range []string{"¥3,000.00", "(1.2万)", "1.5E+5", "128.49999999999999", "HK$-5元整", "E", "9e15"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		m, err := ParseAmount(s, "CNY")
		if err != nil {
			return
		}
		if again, err := ParseAmount(m.String(), m.Currency); again != m || err != nil {
			t.Fatalf("%q: %v, again %v, %v", s, m, again, err)
		}
	})
}
