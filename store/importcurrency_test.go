package store

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"strings"
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
		{"JPY", "CNY", owed, "¥1000", 1000, "JPY"},
		{"CNY", "CNY", owed, "¥1000", 100000, "CNY"},
		{"JPY", "CNY", owed, "1000元", 100000, "CNY"},
		{"HKD", "CNY", paid, "$1000", 100000, "HKD"},
		{"HKD", "CNY", paid, "1000元", 100000, "HKD"},
		{"", "JPY", paid, "￥1000", 1000, "JPY"},
		{"USD", "CNY", order + "1000", "", 100000, "USD"},
		{"JPY", "CNY", order + "1000", "", 1000, "JPY"},
		{"KRW", "CNY", order + "1.2万", "", 12000, "KRW"},
		{"JPY", "CNY", order + "￥1000", "", 1000, "JPY"},
		{"", "JPY", order + "1000", "", 1000, "JPY"},
		{"KWD", "CNY", order + "10.5", "", 10500, "KWD"},
		{"JPY", "CNY", order + "10.5", "", 0, ""},
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

// A card's amounts and a product's prices that name no currency are in that of
// the customer or product that is there, else in that of the settings.
func TestACardAndAProductWithoutACurrencyAreInTheirOwn(t *testing.T) {
	ctx := context.Background()
	s := open(t, "2026-11-24")
	set, err := s.Settings(ctx)
	if err != nil {
		t.Fatal(err)
	}
	set.Currency = "JPY"
	if err := s.SaveSettings(ctx, set); err != nil {
		t.Fatal(err)
	}
	add(t, s, model.Customer{Name: "乙", Currency: "USD", Phones: "13800138000"})
	if _, err := s.AddProduct(ctx, model.Product{Code: "P1", Name: "门板", Currency: "EUR", ListPrice: 100}); err != nil {
		t.Fatal(err)
	}
	for _, file := range []string{
		"客户名称,联系方式,预计金额\n甲,13800138001,7000\n乙,13800138000,8000\n丙,13800138002,￥900\n丁,13800138003,US$5\n",
		"样板编号,名称,标准价\nP1,门板,12\nP2,背板,1500\nP3,柜,US$3\n",
	} {
		path := filepath.Join(t.TempDir(), "sheet.csv")
		if err := os.WriteFile(path, []byte(file), 0o600); err != nil {
			t.Fatal(err)
		}
		p, err := s.PreviewImport(ctx, path, ImportOptions{OnDuplicate: model.DuplicateUpdate})
		if err == nil {
			_, err = s.Import(ctx, p, false)
		}
		if err != nil {
			t.Fatal(err, refusals(p))
		}
		for _, r := range p.Rows {
			if named := r.Name == "丁" || r.Record == model.RowOfProduct && r.Row == 4; r.Result == model.ResultNew && !named &&
				!r.Inferred.Has("currency") {
				t.Errorf("row %d doesn't say that the currency is inferred", r.Row)
			}
		}
	}
	for query, want := range map[string]string{
		"SELECT group_concat(name || ' ' || expected_amount || ' ' || currency, '; ') FROM (SELECT * FROM " +
			"customer ORDER BY phones)": "乙 800000 USD; " +
			"甲 7000 JPY; 丙 900 JPY; 丁 500 USD",
		"SELECT group_concat(code || ' ' || list_price || ' ' || currency, '; ') FROM (SELECT * FROM product ORDER BY code)": "P1 1200 EUR; " +
			"P2 1500 JPY; P3 300 USD",
	} {
		var is string
		if err := s.db.QueryRow(query).Scan(&is); err != nil || is != want {
			t.Errorf("%s, want %s (%v)", is, want, err)
		}
	}
}

// A row in another currency than that of what is there may not turn the amounts
// that it doesn't say into that currency.
func TestARowOfAnotherCurrencyTurnsNoOtherAmountIntoIt(t *testing.T) {
	ctx := context.Background()
	for _, c := range []struct{ file, want, refused string }{
		{"客户名称,联系方式,预计金额\n甲,13800138000,US$8000\n", "甲 70000 50000 CNY", "credit_limit"},
		{"客户名称,联系方式,预计金额,信用额度\n甲,13800138000,US$8000,US$900\n", "甲 800000 90000 USD", ""},
		{"客户名称,联系方式,预计金额\n甲,13800138000,8000\n", "甲 800000 50000 CNY", ""},
		{"客户名称,联系方式,币种\n甲,13800138000,USD\n", "甲 70000 50000 CNY", "expected_amount"},
		{"样板编号,标准价,币种\nP1,12,USD\n", "P1 10000 8000 CNY", "floor_price"},
		{"样板编号,标准价,底价,币种\nP1,12,11,USD\n", "P1 1200 1100 USD", ""},
		{"客户名称,联系方式,预计金额,信用额度\n乙,13800138001,,US$900\n乙,13800138001,5000元,\n", "乙 0 90000 USD", ""},
	} {
		s := open(t, "2026-11-24")
		add(t, s, model.Customer{Name: "甲", Phones: "13800138000", Currency: "CNY", ExpectedAmount: 70000, CreditLimit: 50000})
		if _, err := s.AddProduct(ctx, model.Product{Code: "P1", Name: "门板", Currency: "CNY", ListPrice: 10000, FloorPrice: 8000}); err != nil {
			t.Fatal(err)
		}
		path := filepath.Join(t.TempDir(), "sheet.csv")
		if err := os.WriteFile(path, []byte(c.file), 0o600); err != nil {
			t.Fatal(err)
		}
		p, err := s.PreviewImport(ctx, path, ImportOptions{OnDuplicate: model.DuplicateUpdate})
		if err != nil {
			t.Fatal(c.file, err)
		}
		if _, err := s.Import(ctx, p, true); err != nil || (len(refusals(p)) > 0) != (c.refused != "") {
			t.Errorf("%s: %v %v", c.file, err, refusals(p))
		}
		var fe *model.FieldError
		if c.refused != "" && (!errors.As(p.Rows[0].Err, &fe) || fe.Field != c.refused || fe.Code != model.RefusedOtherMoney) {
			t.Errorf("%s: refused for %v", c.file, p.Rows[0].Err)
		}
		var is string
		query := "SELECT name || ' ' || expected_amount || ' ' || credit_limit || ' ' || currency FROM customer WHERE name = ?1 " +
			"UNION ALL SELECT code || ' ' || list_price || ' ' || floor_price || ' ' || currency FROM product WHERE code = ?1"
		if name, _, _ := strings.Cut(c.want, " "); s.db.QueryRow(query, name).Scan(&is) != nil || is != c.want {
			t.Errorf("%s: %s, want %s", c.file, is, c.want)
		}
	}
}

// A row's amounts are in one currency: the one that any of them names, in so many
// of its units, wherever it stands; two that contradict each other are refused.
func TestTheCurrencyOfOneAmountIsThatOfItsRow(t *testing.T) {
	for name, c := range map[string]struct{ file, query, want string }{
		"product": {"样板编号,名称,标准价,最低价\nP1,门板,1200,JPY 1000\n",
			"SELECT list_price || ' ' || floor_price || ' ' || currency FROM product", "1200 1000 JPY"},
		"card": {"客户名称,联系方式,预计金额,信用额度\n甲,13800138001,7000,JPY 9000\n",
			"SELECT expected_amount || ' ' || credit_limit || ' ' || currency FROM customer", "7000 9000 JPY"},
		"order": {"订单号,客户名称,下单时间,品名,数量,单价,优惠\nD1,甲,2026-11-01,门板,1,1000,JPY 100\n",
			"SELECT unit_price || ' ' || discount || ' ' || currency FROM order_line", "1000 100 JPY"},
		"lines": {"订单号,客户名称,下单时间,品名,数量,单价\nD1,甲,2026-11-01,门板,1,1000\nD1,甲,2026-11-01,柜,1,JPY 100\n",
			"SELECT group_concat(unit_price || ' ' || currency, ', ') FROM order_line", "1000 JPY, 100 JPY"},
		"money": {"客户名称,发票号,付款期限,应收金额,付款日期,回款金额\n甲,F1,2026-12-01,JPY 1000,2026-11-01,500\n",
			"SELECT r.amount || ' ' || p.amount || ' ' || p.currency FROM receivable r, payment p", "1000 500 JPY"},
		"paid": {"客户名称,发票号,付款期限,应收金额,付款日期,回款金额\n甲,F1,2026-12-01,1000,2026-11-01,JPY 500\n",
			"SELECT r.amount || ' ' || p.amount || ' ' || r.currency FROM receivable r, payment p", "1000 500 JPY"},
		"campaign": {"活动名称,开始日期,计划费用,实际费用\n秋季展,2026-10-01,5000,JPY 4000\n",
			"SELECT planned_cost || ' ' || actual_cost || ' ' || currency FROM campaign", "5000 4000 JPY"},
		"two currencies":     {"样板编号,名称,标准价,最低价\nP1,门板,€120,$100\n", "", ""},
		"two of a card":      {"客户名称,联系方式,预计金额,信用额度\n甲,13800138001,€7000,$9000\n", "", ""},
		"another column":     {"客户名称,联系方式,币种,预计金额\n甲,13800138001,CNY,$9000\n", "", ""},
		"another one's owed": {"客户名称,发票号,币种,付款期限,应收金额\n甲,F1,CNY,2026-12-01,$1000\n", "", ""},
	} {
		s := open(t, "2026-11-24")
		p, err := s.PreviewImport(context.Background(), trackingFile(t, c.file), ImportOptions{Create: true})
		if err == nil {
			_, err = s.Import(context.Background(), p, false)
		}
		if c.want == "" {
			if err == nil {
				t.Errorf("%s is taken", name)
			}
			continue
		}
		var is string
		if err == nil {
			err = s.db.QueryRow(c.query).Scan(&is)
		}
		if err != nil || is != c.want {
			t.Errorf("%s: %q, want %q (%v, %v)", name, is, c.want, err, refusals(p))
		}
	}
}

// A negative row that names its document is no receivable, nor is it a credit:
// that needs a reason (1.5). The refusal says on what it is kept, and how.
func TestANegativeRowSaysWhichDocumentItLowers(t *testing.T) {
	for row, want := range map[string]string{
		"甲,K1,,-200\n": "genjin credit K1 200 --reason 原因", "甲,,D1,(200.00)\n": "冲减的是 D1", "甲,,,-200\n": "genjin credit 发票号 金额",
	} {
		s := open(t, "2026-11-24")
		p, err := s.PreviewImport(context.Background(), trackingFile(t, "客户名称,发票号,订单号,应收金额,付款期限\n"+
			strings.TrimSpace(row)+",2026-12-20\n"), ImportOptions{Lang: "zh"})
		if err != nil {
			t.Fatal(err)
		}
		if got := moneyRows(p); !strings.Contains(got, "refused") || !strings.Contains(got, want) {
			t.Errorf("%s: %s, want %q in it", row, got, want)
		}
	}
}

// Where only some amounts of a row name the currency, that of the others is
// inferred, and the preview says so.
func TestACurrencyTakenFromAnotherAmountIsShownAsInferred(t *testing.T) {
	for name, c := range map[string]struct {
		file     string
		inferred bool
	}{
		"owed and paid":       {"客户名称,发票号,付款期限,应收金额,回款金额,付款日期\n甲,F1,2026-12-01,US$100,30,2026-11-20\n", true},
		"paid and owed":       {"客户名称,发票号,付款期限,应收金额,回款金额,付款日期\n甲,F1,2026-12-01,100,30美元,2026-11-20\n", true},
		"both named":          {"客户名称,发票号,付款期限,应收金额,回款金额,付款日期\n甲,F1,2026-12-01,US$100,US$30,2026-11-20\n", false},
		"one amount":          {"客户名称,发票号,付款期限,应收金额\n甲,F1,2026-12-01,US$100\n", false},
		"a column":            {"客户名称,发票号,付款期限,应收金额,币别,回款金额,付款日期\n甲,F1,2026-12-01,100,USD,30,2026-11-20\n", false},
		"yuan":                {"客户名称,发票号,付款期限,应收金额,回款金额,付款日期\n甲,F1,2026-12-01,100元,30,2026-11-20\n", false},
		"an order":            {"订单号,客户名称,下单时间,品名,数量,单价,金额\nD1,甲,2026-11-01,门板,2,US$10,20\n", true},
		"an order's rows":     {"订单号,客户名称,下单时间,品名,数量,单价\nD1,甲,2026-11-01,门板,2,US$10\nD1,甲,2026-11-01,背板,2,5\n", true},
		"an order, all named": {"订单号,客户名称,下单时间,品名,数量,单价\nD1,甲,2026-11-01,门板,2,US$10\nD1,甲,2026-11-01,背板,2,US$5\n", false},
		"a product":           {"样板编号,名称,标准价,最低价\nB1,门板,US$10,8\n", true},
		"a card":              {"客户名称,联系方式,预计金额,信用额度\n甲,13900001201,US$1000,500\n", true},
		"a campaign":          {"活动名称,渠道,开始日期,计划费用,实际费用\n秋展,展会,2026-11-01,US$100,50\n", true},
	} {
		t.Run(name, func(t *testing.T) {
			s := open(t, "2026-11-24")
			path := filepath.Join(t.TempDir(), "sheet.csv")
			if err := os.WriteFile(path, []byte(c.file), 0o600); err != nil {
				t.Fatal(err)
			}
			p, err := s.PreviewImport(t.Context(), path, ImportOptions{Create: true})
			if err != nil {
				t.Fatal(err)
			}
			inferred := false
			for _, row := range p.Rows {
				if row.Err != nil {
					t.Fatal(row.Err)
				}
				inferred = inferred || row.Inferred.Has("currency")
			}
			if inferred != c.inferred || len(p.Unknown) > 0 {
				t.Errorf("inferred: %v, %q unread\n%+v", inferred, p.Unknown, p.Rows)
			}
		})
	}
}
