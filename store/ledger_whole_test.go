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

// indebted is a file with a customer who owes, paid, got credit and money back.
func indebted(t *testing.T) *Store {
	t.Helper()
	ctx := context.Background()
	s := open(t, "2026-06-15")
	c, err := s.AddCustomer(ctx, model.Customer{Name: "恒基板材"})
	if err != nil {
		t.Fatal(err)
	}
	must := func(err error) {
		t.Helper()
		if err != nil {
			t.Fatal(err)
		}
	}
	r, err := s.AddReceivable(ctx, model.Receivable{CustomerID: c.ID, Amount: 100000, InvoiceNo: "FP1", SaleOn: "2026-04-01",
		DueOn: "2026-05-01"})
	must(err)
	_, err = s.AddReceivable(ctx, model.Receivable{CustomerID: c.ID, Amount: 70000, Currency: "USD"})
	must(err)
	_, err = s.Pay(ctx, model.Payment{CustomerID: c.ID, Amount: 40000, ReceivedOn: "2026-05-10", ReceiptNo: "SJ1"}, nil)
	must(err)
	_, err = s.CreditNote(ctx, model.Credit{ReceivableID: r.ID, Amount: 5000, CreditedOn: "2026-05-12", Reason: "退货"})
	must(err)
	of, err := s.Pay(ctx, model.Payment{CustomerID: c.ID, Amount: 9000, ReceivedOn: "2026-05-20"}, []model.Share{})
	must(err)
	_, err = s.Refund(ctx, model.Refund{PaymentID: of.ID, Amount: 1000, RefundedOn: "2026-05-21", Reason: "多付"})
	must(err)
	_, err = s.LogDunning(ctx, model.Dunning{ReceivableID: r.ID, Method: "phone", PromiseOn: "2026-06-20", PromiseAmount: 20000})
	must(err)
	_, err = s.Pay(ctx, model.Payment{CustomerID: c.ID, Amount: 20000}, nil) // of the day of the promise, and after it
	must(err)
	return s
}

func TestMoneyIsExportedWholeWhateverTheDay(t *testing.T) {
	ctx := context.Background()
	s, dir := indebted(t), t.TempDir()
	paths := []string{filepath.Join(dir, "a.json"), filepath.Join(dir, "b.json")}
	for i, day := range []model.Date{"2026-06-15", "2026-05-11"} {
		asOf(s, day)
		if _, err := s.Export(ctx, paths[i], model.Export{Kind: model.ExportAll}); err != nil {
			t.Fatal(err)
		}
	}
	asOf(s, "2026-06-15")
	now, _ := os.ReadFile(paths[0])
	before, _ := os.ReadFile(paths[1])
	if string(now) != string(before) || !strings.Contains(string(now), `"currency":"USD"`) {
		t.Error("another day exports another file")
	}
	to := open(t, "2026-06-15")
	p, err := to.PreviewImport(ctx, paths[1], ImportOptions{})
	if err != nil || p.CountRecords(model.ResultNew, model.RowOfReceivable) != 2 || p.CountRecords(model.ResultNew, model.RowOfPayment) != 3 {
		t.Fatalf("%+v %v", p.Rows, err)
	}
	if _, err := to.Import(ctx, p, false); err != nil {
		t.Fatal(err)
	}
	for day, currencies := range map[model.Date]int{"2026-05-11": 1, "2026-06-15": 2, "2026-06-21": 2} {
		asOf(s, day)
		asOf(to, day)
		a, _ := s.Statement(ctx, 1, "2026-01-01", day)
		b, _ := to.Statement(ctx, 1, "2026-01-01", day)
		if len(a) != currencies || len(b) != currencies || a[0].Closing != b[0].Closing || a[len(a)-1].Closing != b[len(b)-1].Closing {
			t.Errorf("%s: the account closes with %+v, was %+v", day, b, a)
		}
		was, _ := s.Promises(ctx, 0, 0)
		is, _ := to.Promises(ctx, 0, 0)
		if len(was) != len(is) || len(is) > 0 && (was[0].State != is[0].State || was[0].Paid != is[0].Paid) {
			t.Errorf("%s: promises %+v, were %+v", day, is, was)
		}
	}
	asOf(to, "2026-06-15")
	again, err := to.PreviewImport(ctx, paths[0], ImportOptions{})
	if err != nil || !again.IsIdle() || again.CountRecords(model.ResultUnchanged, model.RowOfPayment) != 3 {
		t.Errorf("the same file again: %+v %v", again.Rows, err)
	}
}

func TestMoneyOfACustomerWhoIsThereIsAddedOnce(t *testing.T) {
	ctx := context.Background()
	s, to := indebted(t), open(t, "2026-06-15")
	path := filepath.Join(t.TempDir(), "a.json")
	if _, err := s.Export(ctx, path, model.Export{Kind: model.ExportAll}); err != nil {
		t.Fatal(err)
	}
	if _, err := to.AddCustomer(ctx, model.Customer{Name: "别人"}); err != nil {
		t.Fatal(err)
	}
	kept, err := to.AddCustomer(ctx, model.Customer{Name: "恒基板材"})
	if err != nil {
		t.Fatal(err)
	}
	before := dump(t, to)
	p, err := to.PreviewImport(ctx, path, ImportOptions{})
	if err != nil {
		t.Fatal(err)
	}
	b, err := to.Import(ctx, p, false)
	if err != nil {
		t.Fatal(err)
	}
	ids, _ := to.ReceivableList().IDs(ctx, model.QueryOf(kept.ID, ""))
	if len(ids) != 2 {
		t.Errorf("receivables %v", ids)
	}
	if r, err := to.UndoBatch(ctx, b.ID); err != nil || r.Kept > 0 || dump(t, to) != before {
		t.Errorf("undone: %+v %v", r, err)
	}
}

func TestALedgerThatDoesNotAddUpIsRefused(t *testing.T) {
	ctx := context.Background()
	s := indebted(t)
	path := filepath.Join(t.TempDir(), "a.json")
	if _, err := s.Export(ctx, path, model.Export{Kind: model.ExportAll}); err != nil {
		t.Fatal(err)
	}
	good, _ := os.ReadFile(path)
	for name, tt := range map[string]struct{ from, to, words string }{
		"less than was paid": {`"amount":{"amount":100000,"currency":"CNY"}`, `"amount":{"amount":50000,"currency":"CNY"}`, "少于已结的"},
		"more than came":     {`"amount":{"amount":9000,"currency":"CNY"}`, `"amount":{"amount":900,"currency":"CNY"}`, "少于已核销和已退的"},
		"no such payment":    {`"payment_id":1`, `"payment_id":77`, "没有它所指的记录「77」"},
		"an amount that overflows": {`"amount":{"amount":100000,"currency":"CNY"}`, `"amount":{"amount":9223372036854775807,"currency":"CNY"}`,
			"超出范围"},
		"a word for an amount": {`"amount":{"amount":100000,"currency":"CNY"}`, `"amount":"viel"`, "不是这一项的值"},
	} {
		if !strings.Contains(string(good), tt.from) {
			t.Fatalf("%s: no %s in the file", name, tt.from)
		}
		if err := os.WriteFile(path, []byte(strings.Replace(string(good), tt.from, tt.to, 1)), 0o600); err != nil {
			t.Fatal(err)
		}
		to := open(t, "2026-06-15")
		p, err := to.PreviewImport(ctx, path, ImportOptions{})
		if err != nil {
			t.Fatal(err)
		}
		said := ""
		for _, r := range p.Rows {
			if r.Err != nil {
				said += label.Reasons(r.Record, r.Err, label.ZH)
			}
		}
		if !strings.Contains(said, tt.words) {
			t.Errorf("%s: %q, want %q", name, said, tt.words)
		}
		if _, err := to.Import(ctx, p, true); err != nil {
			t.Errorf("%s: the rest isn't taken: %v", name, err)
		}
	}
}
