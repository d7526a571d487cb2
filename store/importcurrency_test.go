package store

import (
	"context"
	"os"
	"path/filepath"
	"testing"

	"genjin/model"
)

// An amount that names no currency is in the customer's, else in that of the
// settings, and so many of its units: a yen has no smaller ones.
func TestAnAmountWithoutACurrencyIsInTheCustomers(t *testing.T) {
	const (
		owed  = "客户名称,发票号,付款期限,应收金额\n甲,F1,2026-12-01,"
		paid  = "客户名称,付款日期,回款金额\n甲,2026-11-01,"
		order = "订单号,客户名称,下单时间,品名,数量,单价,确认日期\nD1,甲,2026-11-01,门板,1,"
	)
	for _, c := range []struct {
		customer, settings, file, amount string
		want                             int64
		currency                         string
	}{
		{"JPY", "CNY", owed, "1000", 1000, "JPY"},
		{"JPY", "CNY", owed, "US$1000", 100000, "USD"},
		{"USD", "CNY", owed, "1000", 100000, "USD"},
		{"KRW", "CNY", paid, "1000", 1000, "KRW"},
		{"USD", "CNY", paid, "12.5", 1250, "USD"},
		{"", "JPY", owed, "1000", 1000, "JPY"},
		{"", "USD", paid, "1000", 100000, "USD"},
		{"", "CNY", paid, "1000", 100000, "CNY"},
		{"JPY", "CNY", owed, "10.5", 0, ""},
		{"USD", "CNY", order + "1000", "", 100000, "USD"},
	} {
		ctx := context.Background()
		s := open(t, "2026-11-24")
		set, err := s.Settings(ctx)
		if err != nil {
			t.Fatal(err)
		}
		set.Currency = c.settings
		if err := s.SaveSettings(ctx, set); err != nil {
			t.Fatal(err)
		}
		if c.customer != "" {
			add(t, s, model.Customer{Name: "甲", Currency: c.customer})
		}
		path := filepath.Join(t.TempDir(), "sheet.csv")
		tail := c.amount + "\n"
		if c.amount == "" {
			tail = ",2026-11-02\n"
		}
		if err := os.WriteFile(path, []byte(c.file+tail), 0o600); err != nil {
			t.Fatal(err)
		}
		p, err := s.PreviewImport(ctx, path, ImportOptions{Create: true})
		if err == nil {
			_, err = s.Import(ctx, p, false)
		}
		if c.want == 0 {
			if err == nil {
				t.Errorf("%+v is taken", c)
			}
			continue
		}
		if err != nil {
			t.Errorf("%+v: %v %v", c, err, refusals(p))
			continue
		}
		var amount int64
		var currency string
		table := "receivable"
		if c.file == paid {
			table = "payment"
		}
		if err := s.db.QueryRow("SELECT amount, currency FROM "+table).Scan(&amount, &currency); err != nil || amount != c.want ||
			currency != c.currency {
			t.Errorf("%+v: %d %s %v", c, amount, currency, err)
		}
	}
}
