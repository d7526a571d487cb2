package label_test

import (
	"testing"

	"genjin/model"
	"genjin/model/label"
)

func TestAmountsInFewCells(t *testing.T) {
	for _, tc := range []struct {
		n            int64
		currency     string
		zh, en, full string
	}{
		{0, "CNY", "0", "0", "0.00"},
		{99, "CNY", "1", "1", "0.99"},
		{49, "CNY", "0", "0", "0.49"},
		{1_899_900, "CNY", "1.9万", "19k", "18,999.00"},
		{-1_899_900, "CNY", "-1.9万", "-19k", "-18,999.00"},
		{999_649, "CNY", "9996", "9996", "9,996.49"},
		{9_999_949_900, "CNY", "9999.9万", "100M", "99,999,499.00"},
		{9_999_960_000, "CNY", "1亿", "100M", "99,999,600.00"},
		{999_999, "CNY", "1万", "10k", "9,999.99"},
		{1_000_000, "CNY", "1万", "10k", "10,000.00"},
		{12_345_678, "CNY", "12.3万", "123.5k", "123,456.78"},
		{-12_345_678, "USD", "-12.3万", "-123.5k", "-123,456.78"},
		{12_345_678_900, "CNY", "1.2亿", "123.5M", "123,456,789.00"},
		{123_456, "JPY", "12.3万", "123.5k", "123,456"},
		{model.MaxAmount, "CNY", "900000亿", "90000G", "90,000,000,000,000.00"},
	} {
		if zh, en := label.Compact(tc.n, tc.currency, label.ZH), label.Compact(tc.n, tc.currency, label.EN); zh != tc.zh || en != tc.en {
			t.Errorf("%d %s is %s and %s, not %s and %s", tc.n, tc.currency, zh, en, tc.zh, tc.en)
		}
		if got := label.Grouped(tc.n, tc.currency); got != tc.full {
			t.Errorf("%d %s is %s, not %s", tc.n, tc.currency, got, tc.full)
		}
	}
}

func TestShortNamesOfBuckets(t *testing.T) {
	b := model.DefaultSettings().Buckets()
	for n, want := range []string{"无期限", "未到期", "1-30", "31-60", "61-90", ">90"} {
		if got := label.BucketShort(b, n, label.ZH); got != want {
			t.Errorf("bucket %d is %s, not %s", n, got, want)
		}
	}
}
