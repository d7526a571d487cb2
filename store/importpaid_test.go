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

// trackedStore is a file with the tracking sheet imported.
func trackedStore(t *testing.T) *Store {
	t.Helper()
	ctx := context.Background()
	s := open(t, "2026-01-20")
	p, err := s.PreviewImport(ctx, trackingSheet, ImportOptions{})
	if err != nil {
		t.Fatal(err)
	}
	if _, err := s.Import(ctx, p, false); err != nil {
		t.Fatal(err)
	}
	return s
}

// moneyRows says in words what a preview does with its rows.
func moneyRows(p model.Preview) string {
	var out []string
	for _, r := range p.Rows {
		line := r.Name + " " + string(r.Result)
		for _, c := range r.Changes {
			field, before, after := label.Change(r.Record, c, label.ZH)
			line += " " + field + " " + before + " → " + after
		}
		if unlike := label.Unlike(r.Record, r.Differs, label.ZH); unlike != "" {
			line += " " + unlike
		}
		if r.Money != nil {
			line += " " + label.MoneyNote(r.Money, label.ZH)
		}
		if r.Err != nil {
			line += " " + label.Reasons(r.Record, r.Err, label.ZH)
		}
		out = append(out, line)
	}
	return strings.Join(out, "\n")
}

func TestASheetOfPaymentsSettlesWhatItNamesElseTheOldest(t *testing.T) {
	ctx := context.Background()
	s := trackedStore(t)
	before := dump(t, s)
	const path = "files/testdata/payments.csv"
	p, err := s.PreviewImport(ctx, path, ImportOptions{})
	if err != nil || p.Document != model.DocumentPayments || len(p.Unknown) > 0 {
		t.Fatal(p.Document, p.Unknown, err)
	}
	want := `客户B new SJ-101 2026-01-12 回款 500.00,核销 FP0002 500.00
客户C new SJ-102 2026-01-13 回款 1,000.00,核销 FP0003 1,000.00
客户D refused 核销发票号:这位客户没有「FP0009」这张发票或订单,有 FP0004
客户D new SJ-104 2026-01-15 回款 100.00,核销 FP0004 100.00
客户A new 2026-01-15 回款 200.00,预收 200.00
没有的客户 refused 没有这位客户「没有的客户」;请先建档,或选择「新建没有的客户」(--create)`
	if got := moneyRows(p); got != want {
		t.Errorf("the preview says\n%s\nwant\n%s", got, want)
	}
	if p.Count(model.ResultNew) != 4 || p.Count(model.ResultRefused) != 2 {
		t.Errorf("%d new, %d refused", p.Count(model.ResultNew), p.Count(model.ResultRefused))
	}
	b, err := s.Import(ctx, p, true)
	if err != nil || b.New != 4 {
		t.Fatal(b, err)
	}
	ids, err := s.PaymentList().IDs(ctx, model.Query{Sort: "id"})
	if err != nil {
		t.Fatal(err)
	}
	list, err := s.PaymentsByID(ctx, ids[2:]) // two came with the tracking sheet
	if err != nil || len(list) != 4 {
		t.Fatal(list, err)
	}
	for i, want := range []struct {
		customer string
		method   model.PayMethod
		advance  int64
		remark   string
	}{{"客户B", "transfer", 0, ""}, {"客户C", "cash", 0, "找零已退"}, {"客户D", "draft", 0, ""}, {"客户A", "", 20000, "多付一笔"}} {
		if o := list[i]; o.Customer != want.customer || o.Method != want.method || o.Advance() != want.advance || o.Remark != want.remark {
			t.Errorf("%+v, want %+v", o, want)
		}
	}
	again, err := s.PreviewImport(ctx, path, ImportOptions{})
	if err != nil || !again.IsIdle() {
		t.Errorf("the same file again:\n%s %v", moneyRows(again), err)
	}
	if r, err := s.UndoBatch(ctx, b.ID); err != nil || r.Kept > 0 || dump(t, s) != before {
		t.Errorf("undo: %+v %v", r, err)
	}
}

func TestSheetsOfPaymentsAsPeopleWriteThem(t *testing.T) {
	ctx := context.Background()
	for name, tt := range map[string]struct{ text, want string }{
		"an invoice column": {"客户名称,发票号,回款日期,回款金额\n客户B,FP0002,2026-01-12,2000\n",
			"客户B new 2026-01-12 回款 2,000.00,核销 FP0002 2,000.00"},
		"more than is open": {"客户名称,核销发票,回款日期,回款金额\n客户B,fp0002,2026-01-12,2600\n",
			"客户B new 2026-01-12 回款 2,600.00,核销 FP0002 2,000.00,预收 600.00"},
		"two in turn": {"客户名称,回款日期,回款金额\n客户D,2026-01-12,300\n客户D,2026-01-13,300\n",
			"客户D new 2026-01-12 回款 300.00,核销 FP0004 300.00\n客户D new 2026-01-13 回款 300.00,核销 FP0004 200.00,预收 100.00"},
		"with a sum in the name": {"客户名称,核销,回款日期,回款金额\n客户B,FP0002 1500.00,2026-01-12,1600\n",
			"客户B new 2026-01-12 回款 1,600.00,核销 FP0002 1,500.00,预收 100.00"},
		"without a date": {"客户名称,回款日期,回款金额\n客户B,,300\n",
			"客户B refused 回款日期:不能为空"},
		"without a sum": {"客户名称,回款日期,回款金额\n客户B,2026-01-12,\n",
			"客户B refused 回款金额:不能为空"},
		"of a day to come": {"客户名称,回款日期,回款金额\n客户B,2026-01-21,300\n",
			"客户B refused 回款日期:「2026-01-21」还没到"},
		"of another currency": {"客户名称,回款日期,回款金额\n客户B,2026-01-12,USD 300\n",
			"客户B new 2026-01-12 回款 USD 300.00,预收 USD 300.00"},
		"a bad sum": {"客户名称,回款日期,回款金额\n客户B,2026-01-12,三百块吧\n",
			"客户B refused 回款金额:看不懂金额「三百块吧」,例如 3000、3,000.00、1.2万"},
		"English": {"Customer,Received on,Amount received,Paid by,Settles\n客户B,2026-01-12,500,cash,FP0002\n",
			"客户B new 2026-01-12 回款 500.00,核销 FP0002 500.00"},
	} {
		s := trackedStore(t)
		path := filepath.Join(t.TempDir(), "p.csv")
		if err := os.WriteFile(path, []byte(tt.text), 0o600); err != nil {
			t.Fatal(err)
		}
		p, err := s.PreviewImport(ctx, path, ImportOptions{})
		if err != nil {
			t.Fatal(name, err)
		}
		if got := moneyRows(p); got != tt.want {
			t.Errorf("%s: the preview says\n%s\nwant\n%s", name, got, tt.want)
		}
		if _, err := s.Import(ctx, p, true); err != nil {
			t.Errorf("%s: %v", name, err)
		}
	}
}

func TestAPaymentOfAMissingCustomerIsTakenWhereThatWasAsked(t *testing.T) {
	ctx := context.Background()
	s := open(t, "2026-01-20")
	path := filepath.Join(t.TempDir(), "p.csv")
	if err := os.WriteFile(path, []byte("客户名称,回款日期,回款金额\n新来的,2026-01-12,300\n新来的,2026-01-13,100\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	p, err := s.PreviewImport(ctx, path, ImportOptions{Create: true})
	if err != nil || p.Count(model.ResultNew) != 2 || p.CountRecords(model.ResultNew, model.RowOfCustomer) != 1 {
		t.Fatalf("%s %v", moneyRows(p), err)
	}
	if _, err := s.Import(ctx, p, false); err != nil {
		t.Fatal(err)
	}
	if sums, err := paymentSums(s, model.Query{}); err != nil || sums[0].Advance != 40000 {
		t.Errorf("%+v %v", sums, err)
	}
}
