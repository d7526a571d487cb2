package store

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"genjin/model"
	"genjin/model/label"
)

// bankFile is a statement as a bank exports it: account and balance above the
// table, a sum below it.
func bankFile(t *testing.T, rows ...string) string {
	t.Helper()
	file := filepath.Join(t.TempDir(), "流水.csv")
	text := "账号:,6222000011112222,,,,\n户名:,我司有限公司,,,,\n" +
		"交易日期,对方户名,借方金额,贷方金额,摘要,交易流水号\n" + strings.Join(rows, "\n") + "\n合计,,,\"99,999.00\",,\n"
	if err := os.WriteFile(file, []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
	return file
}

func owes(t *testing.T, s *Store, customer int64, invoice string, amount int64) model.Receivable {
	t.Helper()
	r, err := s.AddReceivable(context.Background(), model.Receivable{CustomerID: customer, InvoiceNo: invoice, Amount: amount,
		SaleOn: "2026-01-01", DueOn: "2026-02-01"})
	if err != nil {
		t.Fatal(err)
	}
	return r
}

// matches are the lines of a statement in a few words.
func matches(t *testing.T, s *Store, file string) (model.BankMatches, string) {
	t.Helper()
	m, err := s.MatchBank(context.Background(), file, nil)
	if err != nil {
		t.Fatal(err)
	}
	var all []string
	for i := range m.Matches {
		x := &m.Matches[i]
		text := fmt.Sprint(x.Line.Row, " ", x.Kind)
		for _, way := range x.Ways {
			text += " / " + label.MatchWay(way, x.Line.Currency, label.ZH)
		}
		all = append(all, text)
	}
	return m, strings.Join(all, "\n")
}

func TestABankStatementSettlesWhatItNames(t *testing.T) {
	ctx := context.Background()
	s := open(t, "2026-03-31")
	hengda := add(t, s, model.Customer{Name: "恒达", Kind: model.Company})
	yate := add(t, s, model.Customer{Name: "佛山亚特办公家具有限公司", Kind: model.Company})
	gang := add(t, s, model.Customer{Name: "宁波港通", Kind: model.Company})
	owes(t, s, hengda.ID, "FP001", 3840_00)
	owes(t, s, hengda.ID, "FP002", 7680_00)
	owes(t, s, hengda.ID, "FP003", 100_00)
	owes(t, s, yate.ID, "FP011", 500_00)
	owes(t, s, yate.ID, "FP012", 500_00)
	owes(t, s, yate.ID, "FP013", 9000_00)
	owes(t, s, gang.ID, "FP021", 1234_56)
	before := dump(t, s)
	file := bankFile(t,
		`20260302 10:01:22,恒达有限公司,,"11,520.00",货款,S1`, // two of its three
		`2026/3/3,恒达有限公司,"2,000.00",,退款,S2`,           // went out
		`2026-03-04,亚特办公家具(佛山)有限公司,,500.00,货款,S3`,     // nobody by that name
		`2026-03-05,佛山亚特办公家具有限公司,,500.00,货款,S4`,       // one of two, which?
		`2026-03-06,佛山亚特办公家具有限公司,,500.00,付FP012货款,S5`, // this one
		`2026-03-07,港通老板个人,,"1,234.56",,S6`,           // nobody knows him
		`2026-03-08,恒达有限公司,,250.00,多付,S7`,             // fits nothing
	)
	m, got := matches(t, s, file)
	want := `4 sum / 恒达 FP001 3,840.00 FP002 7,680.00
6 unknown / 佛山亚特办公家具有限公司 FP011 / 佛山亚特办公家具有限公司 FP012
7 several / 佛山亚特办公家具有限公司 FP011 / 佛山亚特办公家具有限公司 FP012
8 one / 佛山亚特办公家具有限公司 FP012
9 unknown / 宁波港通 FP021
10 uneven / 恒达 FP003 100.00 预收 150.00`
	if got = strings.ReplaceAll(got, "CNY ", ""); got != want || m.Other != 1 {
		t.Errorf("%s\nwant\n%s\nother %d", got, want, m.Other)
	}
	if dump(t, s) != before {
		t.Error("looking at it has written something")
	}
	kept, verified, err := s.TakeMatches(ctx, m.Matches)
	if err != nil || kept != 2 || verified != 0 {
		t.Fatal(kept, verified, err)
	}
	paid, err := payments.query(ctx, s.db, "ORDER BY id")
	if err != nil || len(paid) != 2 || !paid[0].Verified || paid[0].ReceiptNo != "S1" || paid[0].Payer != "" || paid[0].Allocated != 11520_00 {
		t.Errorf("%+v %v", paid, err)
	}
	// The same statement again knows them; who paid for whom is learnt.
	m, got = matches(t, s, file)
	if m.Count(model.MatchKnown) != 2 || m.Count(model.MatchOne) != 1 {
		t.Error(got) // FP012 is paid, so that 500 is FP011
	}
	for i := range m.Matches {
		switch m.Matches[i].Line.Serial {
		case "S6":
			m.Matches[i].Choose(0)
		case "S4", "S3":
			m.Matches[i].Ways = nil
		}
	}
	if kept, _, err = s.TakeMatches(ctx, m.Matches); err != nil || kept != 1 {
		t.Fatal(kept, err)
	}
	owes(t, s, gang.ID, "FP022", 77_00)
	if _, got = matches(t, s, bankFile(t, "2026-03-20,港通老板个人,,77.00,,S9")); !strings.Contains(got, "one / 宁波港通 FP022") {
		t.Error("not learnt:", got)
	}
	for range 3 { // FP022, and both statements
		if _, err := s.Undo(ctx); err != nil {
			t.Fatal(err)
		}
	}
	if dump(t, s) != before {
		t.Error("undone, and something is left")
	}
}

// A payment that was entered by hand is the bank's line, and becomes verified; one
// that pays for two customers of a group is two payments, and is one line again.
func TestABankStatementVerifiesAndDividesAmongAGroup(t *testing.T) {
	ctx := context.Background()
	s := open(t, "2026-03-31")
	a, b := add(t, s, model.Customer{Name: "东部工厂"}), add(t, s, model.Customer{Name: "西部工厂"})
	for _, c := range []model.Customer{a, b} {
		owes(t, s, c.ID, "A"+c.Name, 300_00)
		if _, err := s.Pay(ctx, model.Payment{CustomerID: c.ID, Amount: 100_00, ReceivedOn: "2026-03-01", Payer: "华新集团有限公司",
			Method: "transfer", ReceiptNo: "手" + c.Name}, nil); err != nil {
			t.Fatal(err)
		}
	}
	file := bankFile(t, "2026-03-01,华新集团有限公司,,100.00,,T1", "2026-03-01,华新集团有限公司,,100.00,,T2", "2026-03-09,华新集团,,400.00,,T3")
	m, got := matches(t, s, file)
	if want := "4 known\n5 known\n6 group / 东部工厂 A东部工厂 + 西部工厂 A西部工厂"; got != want {
		t.Errorf("%s\nwant %s", got, want)
	}
	if kept, verified, err := s.TakeMatches(ctx, m.Matches); err != nil || kept != 2 || verified != 2 {
		t.Fatal(kept, verified, err)
	}
	if m, got = matches(t, s, file); m.Count(model.MatchKnown) != 3 {
		t.Error(got)
	}
	if kept, verified, err := s.TakeMatches(ctx, m.Matches); err != nil || kept+verified != 0 {
		t.Error(kept, verified, err)
	}
	_, err := s.MatchBank(ctx, filepath.Join("testdata", "book.txt"), nil)
	if text, ok := label.File(err, label.EN); !ok || !strings.Contains(text, "no bank statement") {
		t.Error(err)
	}
}

// What is left of several payments settles what is named, the oldest money first.
func TestAnAdvanceIsUsedAcrossPayments(t *testing.T) {
	ctx := context.Background()
	s := open(t, "2026-03-31")
	c := add(t, s, model.Customer{Name: "恒达"})
	for _, on := range []model.Date{"2026-03-02", "2026-03-01"} {
		if _, err := s.Pay(ctx, model.Payment{CustomerID: c.ID, Amount: 100_00, ReceivedOn: on}, nil); err != nil {
			t.Fatal(err)
		}
	}
	first, second := owes(t, s, c.ID, "FP1", 70_00), owes(t, s, c.ID, "FP2", 150_00)
	before := dump(t, s)
	used, err := s.UseAdvance(ctx, c.ID, "CNY", []model.Share{{ReceivableID: second.ID, Amount: 120_00}})
	if err != nil || used != 120_00 {
		t.Fatal(used, err)
	}
	paid, err := payments.query(ctx, s.db, "ORDER BY received_on")
	if err != nil || paid[0].Allocated != 100_00 || paid[1].Allocated != 20_00 {
		t.Errorf("%+v %v", paid, err)
	}
	if used, err = s.UseAdvance(ctx, c.ID, "CNY", nil); err != nil || used != 80_00 {
		t.Error(used, err)
	}
	for id, want := range map[int64]int64{first.ID: 0, second.ID: 20_00} {
		if r, err := receivables.byID(ctx, s.db, id); err != nil || r.Open() != want {
			t.Error(r.Open(), want, err)
		}
	}
	if _, err = s.UseAdvance(ctx, c.ID, "CNY", nil); err == nil {
		t.Error("nothing is left, and it is said to be used")
	}
	for range 2 {
		if _, err := s.Undo(ctx); err != nil {
			t.Fatal(err)
		}
	}
	if dump(t, s) != before {
		t.Error("undone, and something is left")
	}
}
