package store

import (
	"context"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"genjin/model"
)

// importText takes a sheet into a store and says what its preview says.
func importText(t *testing.T, s *Store, text string, opt ImportOptions) string {
	t.Helper()
	ctx := context.Background()
	path := filepath.Join(t.TempDir(), "t.csv")
	if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
	p, err := s.PreviewImport(ctx, path, opt)
	if err != nil {
		t.Fatal(text, err)
	}
	if _, err := s.Import(ctx, p, true); err != nil {
		t.Fatal(text, err)
	}
	return moneyRows(p)
}

// Rows of an order with several receivables each mean the likeliest, and no two
// the same one.
func TestRowsMeanTheLikeliestReceivable(t *testing.T) {
	const head = "客户名称,订单号,应收金额,付款期限\n"
	for name, tt := range map[string]struct{ kept, rows, want, books string }{
		"the second one": {"甲,S1,700,2026-12-01\n甲,S1,1000,2026-12-20\n", "甲,S1,1000,2026-12-20\n",
			"甲 unchanged 应收 1,000.00,2026-12-20到期", "甲 700.00 2026-12-01 pending\n甲 1,000.00 2026-12-20 pending"},
		"one for two rows": {"甲,S1,1000,2026-12-20\n", "甲,S1,700,2026-12-01\n甲,S1,1000,2026-12-20\n",
			"甲 new 应收 700.00,2026-12-01到期\n甲 unchanged 应收 1,000.00,2026-12-20到期", "甲 1,000.00 2026-12-20 pending\n甲 700.00 2026-12-01 pending"},
		"without a name": {"甲,,1000,2026-12-20\n", "甲,,1000,2026-12-20\n甲,,1000,2026-12-20\n",
			"甲 unchanged 应收 1,000.00,2026-12-20到期\n甲 new 应收 1,000.00,2026-12-20到期", "甲 1,000.00 2026-12-20 pending\n甲 1,000.00 2026-12-20 pending"},
	} {
		s := open(t, "2026-11-29")
		importText(t, s, head+tt.kept, ImportOptions{})
		if got := importText(t, s, head+tt.rows, ImportOptions{}); got != tt.want {
			t.Errorf("%s:\n%s\nwant\n%s", name, got, tt.want)
		}
		if got := bookLines(t, s); got != tt.books {
			t.Errorf("%s: books\n%s\nwant\n%s", name, got, tt.books)
		}
	}
}

// A receivable without a name is spoken of once in a file: the same row on
// another sheet is another one.
func TestANamelessReceivableIsSpokenOfOnce(t *testing.T) {
	ctx := context.Background()
	f := excelize.NewFile()
	defer f.Close()
	if _, err := f.NewSheet("Sheet2"); err != nil {
		t.Fatal(err)
	}
	for _, sheet := range []string{"Sheet1", "Sheet2"} {
		for i, row := range [][]any{{"客户名称", "应收金额", "付款期限"}, {"甲", 1000, "2026-12-20"}} {
			cell, _ := excelize.CoordinatesToCellName(1, i+1)
			if err := f.SetSheetRow(sheet, cell, &row); err != nil {
				t.Fatal(err)
			}
		}
	}
	path := filepath.Join(t.TempDir(), "t.xlsx")
	if err := f.SaveAs(path); err != nil {
		t.Fatal(err)
	}
	s := open(t, "2026-11-29")
	p, err := s.PreviewImport(ctx, path, ImportOptions{})
	if err != nil || p.CountRecords(model.ResultNew, model.RowOfReceivable) != 2 {
		t.Errorf("%s %v", moneyRows(p), err)
	}
}

// What a row says in another currency than the receivable that it means is
// refused: neither the payment nor the amount can be compared.
func TestARowInAnotherCurrencyThanItsReceivable(t *testing.T) {
	for name, tt := range map[string]struct{ rows, want string }{
		"the payment":      {"客户名称,发票号,付款日期,回款金额,未收余额\n甲,K1,2026-11-01,USD 300,700\n", "甲 refused 币种:USD 与 CNY 币种不同,这里的金额要用同一种"},
		"as of now in yen": {"客户名称,发票号,付款期限,回款金额,未收余额\n甲,K1,2026-12-20,,1000\n", "甲 refused 币种:JPY 与 CNY 币种不同,这里的金额要用同一种"},
		"in its own": {"客户名称,发票号,付款日期,回款金额,未收余额\n甲,K1,2026-11-01,300,700\n",
			"甲 unchanged K1 应收 1,000.00,2026-12-20到期,未收 700.00\n甲 new 2026-11-01 回款 300.00,核销 K1 300.00"},
	} {
		s := open(t, "2026-11-29")
		importText(t, s, "客户名称,发票号,应收金额,付款期限\n甲,K1,1000,2026-12-20\n", ImportOptions{})
		if name == "as of now in yen" { // the customer's currency has changed since
			if _, err := s.db.ExecContext(context.Background(), "UPDATE customer SET currency = 'JPY'"); err != nil {
				t.Fatal(err)
			}
		}
		if got := importText(t, s, tt.rows, ImportOptions{}); got != tt.want {
			t.Errorf("%s:\n%s\nwant\n%s", name, got, tt.want)
		}
	}
}

// A receivable of a sale to come isn't owed yet, and what came in for it counts
// from then on: the preview says how it stands today, as its card does.
func TestWhatCameInBeforeTheSaleCountsFromThen(t *testing.T) {
	ctx := context.Background()
	s := open(t, "2026-11-29")
	path := filepath.Join(t.TempDir(), "t.csv")
	text := "客户名称,发票号,销售日期,应收金额,付款期限,付款日期,回款金额\n甲,K1,2026-12-10,1000,2027-01-10,2026-11-01,300\n"
	if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
	p, err := s.PreviewImport(ctx, path, ImportOptions{})
	if err != nil {
		t.Fatal(err)
	}
	if _, err := s.Import(ctx, p, false); err != nil {
		t.Fatal(err)
	}
	list, err := s.ReceivablesByID(ctx, ids(t, s, "SELECT id FROM receivable"))
	if err != nil || len(list) != 1 {
		t.Fatal(list, err)
	}
	for _, r := range p.Rows {
		if r.Record == model.RowOfReceivable && r.Money.Balance != list[0].Now.Balance {
			t.Errorf("the preview says %d is open, the card %d", r.Money.Balance, list[0].Now.Balance)
		}
	}
}

// A receivable without a name is the one of a row as far as what the row says
// came in can be what came in for it.
func TestANamelessReceivableIsMeantByWhatCameIn(t *testing.T) {
	ctx := context.Background()
	for name, tt := range map[string]struct {
		paid, row string
		split     bool
		want      int // receivables there are then
	}{
		"settled, and paid another day":   {"2026-01-09,300", "2026-01-15,300", false, 2},
		"settled, and nothing said of it": {"2026-01-09,300", ",", false, 1},
		"settled by this very payment":    {"2026-01-09,300", "2026-01-09,300", false, 1},
		"its part of a payment":           {"", "2026-01-09,300", true, 1},
		"a payment that it had a part of": {"", "2026-01-09,500", true, 1},
	} {
		s := open(t, "2026-01-20")
		takeSheet(t, s, trackingHeader+"甲,,,,300,2026-01-10,"+tt.paid+strings.Repeat(",", 1-min(len(tt.paid), 1))+",,\n", "")
		if tt.split {
			r, err := s.Receivable(ctx, ids(t, s, "SELECT id FROM receivable")[0])
			if err != nil {
				t.Fatal(err)
			}
			other, err := s.AddReceivable(ctx, model.Receivable{CustomerID: r.CustomerID, InvoiceNo: "FP9", Amount: 20000})
			if err != nil {
				t.Fatal(err)
			}
			if _, err := s.Pay(ctx, model.Payment{CustomerID: r.CustomerID, Amount: 50000, ReceivedOn: "2026-01-09"},
				[]model.Share{{ReceivableID: r.ID, Amount: 30000}, {ReceivableID: other.ID, Amount: 20000}}); err != nil {
				t.Fatal(err)
			}
		}
		p := takeSheet(t, s, trackingHeader+"甲,,,,300,2026-01-10,"+tt.row+",,\n", "")
		if got := len(ids(t, s, "SELECT id FROM receivable WHERE invoice_no = ''")); got != tt.want {
			t.Errorf("%s: %d receivables, want %d\n%s", name, got, tt.want, moneyRows(p))
		}
	}
}

// A named receivable of a file is the same on its next sheet, though those that
// are there were to be taken for others.
func TestANamedReceivableIsOneOnAllSheets(t *testing.T) {
	f := excelize.NewFile()
	defer f.Close()
	if _, err := f.NewSheet("Sheet2"); err != nil {
		t.Fatal(err)
	}
	for _, sheet := range []string{"Sheet1", "Sheet2"} {
		for i, row := range [][]any{{"客户名称", "发票号", "应收金额", "付款期限"}, {"甲", "K1", 1000, "2026-12-20"}} {
			cell, _ := excelize.CoordinatesToCellName(1, i+1)
			if err := f.SetSheetRow(sheet, cell, &row); err != nil {
				t.Fatal(err)
			}
		}
	}
	path := filepath.Join(t.TempDir(), "t.xlsx")
	if err := f.SaveAs(path); err != nil {
		t.Fatal(err)
	}
	s := open(t, "2026-11-29")
	p, err := s.PreviewImport(context.Background(), path, ImportOptions{OnDuplicate: model.DuplicateNew})
	if err != nil || p.CountRecords(model.ResultNew, model.RowOfReceivable) != 1 {
		t.Errorf("%s %v", moneyRows(p), err)
	}
}

// What a sheet calls a bad debt is one where it was given up, all of it.
func TestABadDebtOfASheetIsOneThatWasGivenUp(t *testing.T) {
	ctx := context.Background()
	const sheet = "客户名称,发票号,应收金额,付款期限,付款状态\n甲,K1,1000,2026-01-10,"
	for name, tt := range map[string]struct {
		paid, off int64
		says      string
		told      bool
	}{
		"given up":                     {0, 100000, "坏账", false},
		"given up in part":             {0, 40000, "坏账", true},
		"paid":                         {100000, 0, "坏账", true},
		"given up, and said otherwise": {0, 100000, "协商中", true},
	} {
		s := open(t, "2026-01-20")
		takeSheet(t, s, sheet+"\n", "")
		r, err := s.Receivable(ctx, ids(t, s, "SELECT id FROM receivable")[0])
		if err == nil && tt.paid > 0 {
			_, err = s.Pay(ctx, model.Payment{CustomerID: r.CustomerID, Amount: tt.paid, ReceivedOn: "2026-01-12"}, nil)
		}
		if err == nil && tt.off > 0 {
			_, err = s.WriteOff(ctx, r.ID, model.WriteOff{Amount: tt.off, On: "2026-01-15", Why: "倒闭"})
		}
		if err != nil {
			t.Fatal(err)
		}
		told := false
		for _, row := range takeSheet(t, s, sheet+tt.says+"\n", "").Rows {
			told = told || row.Status != nil
		}
		if told != tt.told {
			t.Errorf("%s: told of %v", name, told)
		}
	}
}

// A row without a currency is in that of the receivable that it means.
func TestARowWithoutACurrencyIsInItsReceivables(t *testing.T) {
	s := open(t, "2026-11-29")
	importText(t, s, "客户名称,发票号,币种,应收金额,付款期限\n甲,K1,USD,1000,2026-12-20\n", ImportOptions{})
	const want = "甲 unchanged K1 应收 USD 1,000.00,2026-12-20到期,未收 USD 700.00\n甲 new 2026-11-01 回款 USD 300.00,核销 K1 USD 300.00"
	if got := importText(t, s, "客户名称,发票号,付款日期,回款金额,未收余额\n甲,K1,2026-11-01,300,700\n", ImportOptions{}); got != want {
		t.Errorf("%s\nwant\n%s", got, want)
	}
}

// What follows an order changes with it only, and isn't changed by a sheet.
func TestASheetDoesntChangeWhatFollowsAnOrder(t *testing.T) {
	s := open(t, "2026-11-29")
	c := add(t, s, model.Customer{Name: "甲"})
	mustOrder(t, s, model.Order{OrderNo: "D1", CustomerID: c.ID, OrderedOn: "2026-11-01", Terms: "预付100%"},
		[]model.OrderLine{{Name: "板", Quantity: 1000, UnitPrice: 100000}}, model.NodeStep{Node: model.NodeConfirm, On: "2026-11-02"})
	got := importText(t, s, trackingHeader+"甲,D1,,,700,2026-11-20,,,待付款,\n", ImportOptions{OnDuplicate: model.DuplicateUpdate})
	if !strings.Contains(got, "refused") {
		t.Errorf("%s\n%s", got, bookLines(t, s))
	}
}
