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

const trackingSheet = "files/testdata/receivables-tracking.xlsx"

func TestTheTrackingSheetComesOutAsTheRulesSay(t *testing.T) {
	ctx := context.Background()
	s := open(t, "2026-01-20")
	before := dump(t, s)
	p, err := s.PreviewImport(ctx, trackingSheet, ImportOptions{})
	if err != nil || p.Document != model.DocumentReceivables || len(p.Unknown) > 0 {
		t.Fatal(p.Document, p.Unknown, err)
	}
	if n, m := p.CountRecords(model.ResultNew, model.RowOfReceivable), p.CountRecords(model.ResultNew, model.RowOfPayment); n != 5 || m != 2 {
		t.Fatalf("%d receivables and %d payments", n, m)
	}
	differ := map[int]model.OweStatus{}
	for _, row := range p.Rows {
		if row.Status != nil {
			differ[row.Row] = row.Status.Now.Status
		}
	}
	if len(differ) != 2 || differ[4] != model.OweOverdue || differ[5] != model.OweOverdue {
		t.Errorf("stated statuses that differ: %v", differ)
	}
	if _, err := s.Import(ctx, p, false); err != nil {
		t.Fatal(err)
	}
	for _, tt := range []struct {
		day                model.Date
		a, b, c, d, e      model.OweStatus
		paidOfC, openInAll int64
	}{
		{"2025-12-31", "pending", "pending", "pending", "pending", "unpaid", 0, 730000},
		{"2026-01-05", "paid", "pending", "pending", "pending", "unpaid", 0, 630000},
		{"2026-01-06", "paid", "overdue", "pending", "pending", "unpaid", 0, 630000},
		{"2026-01-10", "paid", "overdue", "partial", "pending", "unpaid", 150000, 480000},
		{"2026-01-11", "paid", "overdue", "overdue", "pending", "unpaid", 150000, 480000},
		{"2026-01-16", "paid", "overdue", "overdue", "overdue", "unpaid", 150000, 480000},
	} {
		asOf(s, tt.day)
		ids, err := s.ReceivableList().IDs(ctx, model.Query{Sort: "id"})
		if err != nil || len(ids) != 5 {
			t.Fatal(tt.day, ids, err)
		}
		list, err := s.ReceivablesByID(ctx, ids)
		if err != nil {
			t.Fatal(err)
		}
		for i, want := range []model.OweStatus{tt.a, tt.b, tt.c, tt.d, tt.e} {
			if list[i].Now.Status != want {
				t.Errorf("%s: %s is %s, want %s", tt.day, list[i].Customer, list[i].Now.Status, want)
			}
			found, _ := s.ReceivableList().IDs(ctx, model.Query{Filters: []model.Filter{{Field: "status", Op: model.OpIs, Value: string(want)}}})
			if !strings.Contains(jsonList(found), jsonList(ids[i : i+1])[1:2]) {
				t.Errorf("%s: status=%s finds %v, not %d", tt.day, want, found, ids[i])
			}
		}
		a, err := s.Aging(ctx, model.AgingByBucket)
		if err != nil || len(a.Totals) != 1 || a.Totals[0].Total != tt.openInAll || list[2].Now.Paid != tt.paidOfC {
			t.Errorf("%s: %+v, C paid %d, %v", tt.day, a.Totals, list[2].Now.Paid, err)
		}
	}
	asOf(s, "2026-01-20")
	again, err := s.PreviewImport(ctx, trackingSheet, ImportOptions{})
	if err != nil || !again.IsIdle() {
		t.Errorf("the same file again: %+v %v", again.Rows, err)
	}
	if r, err := s.Undo(ctx); err != nil || r.Kept > 0 || dump(t, s) != before {
		t.Errorf("undo: %+v %v", r, err)
	}
}

func TestASheetWithoutTheAmountOwedGoesByItsStatus(t *testing.T) {
	ctx := context.Background()
	s := open(t, "2026-03-01")
	path := filepath.Join(t.TempDir(), "t.csv")
	text := "客户名称,付款日期,回款金额,付款状态,备注\n甲,2026-01-05,1000,已付款,\n乙,2026-03-05,2000,待付款,x\n丙,2026-02-01,300,逾期未付款,\n丁,2026-02-01,400," +
		"未付款,\n合计,,3700,,\n"
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
	ids, _ := s.ReceivableList().IDs(ctx, model.Query{Sort: "id"})
	list, err := s.ReceivablesByID(ctx, ids)
	if err != nil || len(list) != 4 {
		t.Fatal(list, err)
	}
	for i, want := range []struct {
		name   string
		due    model.Date
		status model.OweStatus
		open   int64
	}{{"甲", "", model.OwePaid, 0}, {"乙", "2026-03-05", model.OwePending, 200000}, {"丙", "2026-02-01", model.OweOverdue, 30000},
		{"丁", "2026-02-01", model.OweOverdue, 40000}} {
		o := list[i]
		if o.Customer != want.name || o.DueOn != want.due || o.Now.Status != want.status || o.Now.Balance != want.open {
			t.Errorf("%+v, want %+v", o, want)
		}
	}
	if list[1].Remark != "x" {
		t.Error("remark", list[1].Remark)
	}
	if err := os.WriteFile(path, []byte(text+"戊,2026-02-01,400,部分付款,\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	p, err = s.PreviewImport(ctx, path, ImportOptions{})
	last := p.Rows[len(p.Rows)-1]
	var fe *model.FieldError
	if err != nil || last.Result != model.ResultRefused || !errors.As(last.Err, &fe) || fe.Code != model.RefusedTotal || last.Row != 7 {
		t.Errorf("partly paid without a total: %+v %v", last, err)
	}
	out := filepath.Join(t.TempDir(), "refused.csv")
	if err := s.WriteRefused(ctx, out, p); err != nil {
		t.Fatal(err)
	}
	if b, _ := os.ReadFile(out); !strings.Contains(string(b), "戊") {
		t.Errorf("refused rows: %s", b)
	}
}
