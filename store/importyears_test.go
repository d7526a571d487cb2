package store

import (
	"context"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"genjin/model"
	"genjin/model/label"
)

// The five rows of the paper's tracking sheet, whose days have no year, with
// and without the amounts owed.
const (
	fiveRows = "客户名称,付款日期,回款金额,付款状态\n" +
		"客户A,1月1日,1000,已付款\n客户B,1月5日,2000,待付款\n客户C,1月10日,1500,部分付款\n客户D,1月15日,500,逾期未付款\n客户E,1月20日,0,未付款\n"
	fiveRowsOwed = "客户名称,应收金额,付款日期,回款金额,付款状态\n" +
		"客户A,1000,1月1日,1000,已付款\n客户B,2000,1月5日,2000,待付款\n客户C,3000,1月10日,1500,部分付款\n客户D,500,1月15日,500,逾期未付款\n客户E,800,1月20日,0,未付款\n"
)

// bookLines says what a store holds of money: a line a receivable, with its
// payments.
func bookLines(t *testing.T, s *Store) string {
	t.Helper()
	ctx := context.Background()
	owed, err := s.ReceivablesByID(ctx, ids(t, s, "SELECT id FROM receivable ORDER BY id"))
	if err != nil {
		t.Fatal(err)
	}
	var out []string
	for _, o := range owed {
		out = append(out, strings.TrimSpace(o.Customer+" "+label.Amount(o.Amount, o.Currency)+" "+string(o.DueOn)+" "+string(o.Now.Status)))
	}
	paid, err := s.PaymentsByID(ctx, ids(t, s, "SELECT id FROM payment ORDER BY id"))
	if err != nil {
		t.Fatal(err)
	}
	for _, o := range paid {
		out = append(out, o.Customer+" "+string(o.ReceivedOn)+" +"+label.Amount(o.Amount, o.Currency))
	}
	return strings.Join(out, "\n")
}

// sheetTaken takes the good rows of a sheet into a new file and says what is
// refused, what the preview notes of the years, and what the books then hold.
func sheetTaken(t *testing.T, day model.Date, text string, opt ImportOptions) (refused, notes, books string) {
	t.Helper()
	ctx := context.Background()
	s := open(t, day)
	path := filepath.Join(t.TempDir(), "t.csv")
	if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
	p, err := s.PreviewImport(ctx, path, opt)
	if err != nil {
		t.Fatal(text, err)
	}
	var no, said []string
	for _, r := range p.Rows {
		if r.Result == model.ResultRefused {
			no = append(no, r.Name)
		}
		for _, n := range r.Years {
			said = append(said, r.Name+" "+string(n.On))
		}
		if r.Nothing {
			said = append(said, r.Name+" 0")
		}
	}
	if _, err := s.Import(ctx, p, true); err != nil {
		t.Fatal(err)
	}
	for _, r := range p.Rows {
		if n := len(ids(t, s, "SELECT id FROM customer WHERE name = '"+r.Name+"'")); n != 1 && r.Result != model.ResultRefused {
			t.Errorf("%s: %d customers", r.Name, n)
		}
	}
	return strings.Join(no, " "), strings.Join(said, " "), bookLines(t, s)
}

func TestDaysWithoutAYearOfTheTrackingSheet(t *testing.T) {
	for _, tt := range []struct {
		day                   model.Date
		text                  string
		unpaid                model.UnpaidAs
		refused, notes, books string
	}{
		// Without the amounts owed: a payment is the last such day, B is due on the
		// day nearest to today, D is overdue, and E owes nothing.
		{"2025-12-20", fiveRows, "", "客户C", "客户A 2025-01-01 客户D 2025-01-15 客户E 0",
			"客户A 1,000.00  paid\n客户B 2,000.00 2026-01-05 pending\n客户D 500.00 2025-01-15 overdue\n客户A 2025-01-01 +1,000.00"},
		{"2026-01-03", fiveRows, "", "客户C", "客户D 2025-01-15 客户E 0",
			"客户A 1,000.00  paid\n客户B 2,000.00 2026-01-05 pending\n客户D 500.00 2025-01-15 overdue\n客户A 2026-01-01 +1,000.00"},
		{"2026-01-12", fiveRows, "", "客户C", "客户D 2025-01-15 客户E 0",
			"客户A 1,000.00  paid\n客户B 2,000.00 2026-01-05 overdue\n客户D 500.00 2025-01-15 overdue\n客户A 2026-01-01 +1,000.00"},
		{"2026-01-22", fiveRows, "", "客户C", "客户E 0",
			"客户A 1,000.00  paid\n客户B 2,000.00 2026-01-05 overdue\n客户D 500.00 2026-01-15 overdue\n客户A 2026-01-01 +1,000.00"},
		{"2026-11-29", fiveRows, "", "客户C", "客户A 2026-01-01 客户D 2026-01-15 客户E 0",
			"客户A 1,000.00  paid\n客户B 2,000.00 2027-01-05 pending\n客户D 500.00 2026-01-15 overdue\n客户A 2026-01-01 +1,000.00"},
		// With them B and D are questions, C is partly paid, and E owes 800.
		{"2025-12-20", fiveRowsOwed, "", "客户B 客户D", "客户A 2025-01-01 客户C 2025-01-10",
			"客户A 1,000.00  paid\n客户C 3,000.00  partial\n客户E 800.00 2026-01-20 pending\n客户A 2025-01-01 +1,000.00\n客户C 2025-01-10 +1,500.00"},
		{"2026-01-03", fiveRowsOwed, "", "客户B 客户D", "客户C 2025-01-10",
			"客户A 1,000.00  paid\n客户C 3,000.00  partial\n客户E 800.00 2026-01-20 pending\n客户A 2026-01-01 +1,000.00\n客户C 2025-01-10 +1,500.00"},
		{"2026-01-12", fiveRowsOwed, "", "客户B 客户D", "",
			"客户A 1,000.00  paid\n客户C 3,000.00  partial\n客户E 800.00 2026-01-20 pending\n客户A 2026-01-01 +1,000.00\n客户C 2026-01-10 +1,500.00"},
		{"2026-01-22", fiveRowsOwed, "", "客户B 客户D", "",
			"客户A 1,000.00  paid\n客户C 3,000.00  partial\n客户E 800.00 2026-01-20 overdue\n客户A 2026-01-01 +1,000.00\n客户C 2026-01-10 +1,500.00"},
		{"2026-11-29", fiveRowsOwed, "", "客户B 客户D", "客户A 2026-01-01 客户C 2026-01-10",
			"客户A 1,000.00  paid\n客户C 3,000.00  partial\n客户E 800.00 2027-01-20 pending\n客户A 2026-01-01 +1,000.00\n客户C 2026-01-10 +1,500.00"},
		// Answered for the whole sheet.
		{"2026-01-12", fiveRowsOwed, model.UnpaidOwed, "", "客户D 2025-01-15",
			"客户A 1,000.00  paid\n客户B 2,000.00 2026-01-05 overdue\n客户C 3,000.00  partial\n客户D 500.00 2025-01-15 overdue\n客户E 800.00 2026-01-20 " +
				"pending\n客户A 2026-01-01 +1,000.00\n客户C 2026-01-10 +1,500.00"},
		{"2026-01-22", fiveRowsOwed, model.UnpaidPaid, "", "",
			"客户A 1,000.00  paid\n客户B 2,000.00  paid\n客户C 3,000.00  partial\n客户D 500.00  paid\n客户E 800.00 2026-01-20 overdue\n" +
				"客户A 2026-01-01 +1,000.00\n客户B 2026-01-05 +2,000.00\n客户C 2026-01-10 +1,500.00\n客户D 2026-01-15 +500.00"},
		// A sheet over the New Year stays together; so do two days half a year off.
		{"2026-11-29", "客户名称,应收金额,付款期限,付款状态\n甲,100,12月20日,待付款\n乙,200,1月5日,待付款\n", "", "", "",
			"甲 100.00 2026-12-20 pending\n乙 200.00 2027-01-05 pending"},
		{"2026-07-10", "客户名称,应收金额,付款期限,付款状态\n甲,100,1月5日,待付款\n乙,200,1月15日,待付款\n", "", "", "",
			"甲 100.00 2026-01-05 overdue\n乙 200.00 2026-01-15 overdue"},
		// Other days of the row go before the sheet.
		{"2026-11-29", "客户名称,销售日期,应收金额,付款期限,付款状态\n甲,2025-12-01,100,1月5日,待付款\n乙,12月1日,200,1月15日,待付款\n", "", "", "",
			"甲 100.00 2026-01-05 overdue\n乙 200.00 2026-01-15 overdue"},
	} {
		refused, notes, books := sheetTaken(t, tt.day, tt.text, ImportOptions{Unpaid: tt.unpaid})
		if refused != tt.refused || notes != tt.notes || books != tt.books {
			t.Errorf("%s %s\n%srefused %q, want %q\nnotes %q, want %q\n%s\nwant\n%s", tt.day, tt.unpaid, tt.text,
				refused, tt.refused, notes, tt.notes, books, tt.books)
		}
	}
}

// What a tracking sheet leaves out follows from what it says, or is asked.
func TestAmountsThatATrackingSheetLeavesOut(t *testing.T) {
	const owed = "客户名称,发票号,应收金额,付款期限,付款日期,回款金额,付款状态\n"
	for name, tt := range map[string]struct{ text, refused, books string }{
		"a day paid without a column for the amount": {"客户名称,发票号,应收金额,付款期限,收款日期\n甲,K1,500,2026-09-01,2026-08-30\n乙,K2,1200,2026-12-05,\n", "",
			"甲 500.00 2026-09-01 paid\n乙 1,200.00 2026-12-05 pending\n甲 2026-08-30 +500.00"},
		"a day paid without the amount": {owed + "甲,K1,500,2026-09-01,2026-08-30,,\n", "",
			"甲 500.00 2026-09-01 paid\n甲 2026-08-30 +500.00"},
		"paid, without day and amount":     {owed + "甲,K1,500,2026-09-01,,,已付款\n", "", "甲 500.00 2026-09-01 paid\n甲 2026-09-01 +500.00"},
		"a day that hasn't come":           {owed + "甲,K1,500,2026-12-01,2026-12-30,,\n", "甲", ""},
		"0 came in":                        {owed + "甲,K1,500,2026-12-01,2026-11-01,0,\n", "", "甲 500.00 2026-12-01 pending"},
		"waiting: the day is the due date": {owed + "甲,K1,500,,2026-12-30,,待付款\n", "", "甲 500.00 2026-12-30 pending"},
		"partly, without the part":         {owed + "甲,K1,500,2026-12-01,2026-11-01,,部分付款\n", "甲", ""},
		"overdue in part": {owed + "甲,K1,500,2026-09-01,2026-11-01,200,逾期部分付款\n", "",
			"甲 500.00 2026-09-01 overdue\n甲 2026-11-01 +200.00"},
		"overdue, which a part leaves open": {owed + "甲,K1,500,2026-09-01,2026-11-01,200,逾期\n", "",
			"甲 500.00 2026-09-01 overdue\n甲 2026-11-01 +200.00"},
		"overdue, and nothing is open":          {owed + "甲,K1,500,2026-09-01,2026-11-01,500,逾期\n", "甲", ""},
		"unpaid beside a part":                  {owed + "甲,K1,500,2026-12-01,2026-11-01,200,待付款\n", "甲", ""},
		"in English":                            {"Customer,Amount,Received on,Amount received,Status\n甲,500,2026-11-01,500,pending\n", "甲", ""},
		"unpaid beside an empty amount owed":    {owed + "甲,K1,,2026-12-01,2026-11-01,200,未付款\n", "甲", ""},
		"nothing is owed":                       {owed + "甲,K1,0,2026-12-01,,,\n", "", ""},
		"neither an amount owed nor one paid":   {owed + "甲,K1,,2026-12-01,,,\n", "甲", ""},
		"overdue in part, without what is owed": {"客户名称,付款日期,回款金额,付款状态\n甲,2026-11-01,200,逾期部分付款\n", "甲", ""},
	} {
		refused, _, books := sheetTaken(t, "2026-11-29", tt.text, ImportOptions{})
		if refused != tt.refused || books != tt.books {
			t.Errorf("%s: refused %q, want %q\n%s\nwant\n%s", name, refused, tt.refused, books, tt.books)
		}
	}
}
