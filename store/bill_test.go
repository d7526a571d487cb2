package store

import (
	"context"
	"strings"
	"testing"

	"genjin/model"
)

// A draft settles like any payment, is on Today before its maturity, counts as
// exposure until it is cashed, and if it is refused exactly what it settled is
// open again.
func TestARefusedDraftReopensWhatItSettled(t *testing.T) {
	ctx := context.Background()
	s := open(t, "2026-03-01")
	c, r := debtor(t, s, "甲") // 1,000.00 due on 2026-01-10
	other, err := s.AddReceivable(ctx, model.Receivable{CustomerID: c.ID, InvoiceNo: "F2", Amount: 50000,
		SaleOn: "2026-01-01", DueOn: "2026-02-10"})
	if err != nil {
		t.Fatal(err)
	}
	if _, err := s.Pay(ctx, model.Payment{CustomerID: c.ID, Amount: 30000}, nil); err != nil {
		t.Fatal(err)
	}
	p, err := s.Pay(ctx, model.Payment{CustomerID: c.ID, Amount: 90000, Method: model.PayDraft, MaturesOn: "2026-03-20", Acceptor: "招商银行",
		BillNo: "1 30258100001220260315 123456789"}, nil)
	if err != nil || p.BillState != model.BillInHand || p.BillKind != model.BankBill || p.BillNo != "130258100001220260315123456789" {
		t.Fatalf("%+v %v", p.Payment, err)
	}
	exposed := func(want int64) {
		t.Helper()
		e, err := s.Exposure(ctx, c.ID)
		if sum, _ := e.Sum(); err != nil || sum != want {
			t.Errorf("exposure %+v %v, want %d", e, err, want)
		}
	}
	exposed(30000 + 90000)
	if in, err := s.CashIn(ctx, 4); err != nil || len(in) != 1 || in[0].Weeks[3].Amount != 90000 { // from March 16 on
		t.Errorf("%+v %v", in, err)
	}
	rows := func() (n int) {
		t.Helper()
		day, err := s.Day(ctx, 0)
		if err != nil {
			t.Fatal(err)
		}
		for _, row := range model.Queue(day.Facts) {
			if row.Kind == model.RowBill {
				n++
			}
		}
		return n
	}
	asOf(s, "2026-03-16")
	if rows() != 0 {
		t.Error("on Today four days before its maturity")
	}
	asOf(s, "2026-03-17")
	if rows() != 1 {
		t.Error("not on Today three days before its maturity")
	}
	if _, err := s.MoveBill(ctx, p.ID, model.BillPresented, "", ""); err != nil || rows() != 0 {
		t.Error("presented, and on Today still", err)
	}
	exposed(30000 + 90000)
	before := dump(t, s)
	asOf(s, "2026-03-21")
	if _, err := s.MoveBill(ctx, p.ID, model.BillRefused, "", "余额不足"); err != nil {
		t.Fatal(err)
	}
	for id, want := range map[int64]int64{r.ID: 70000, other.ID: 50000} {
		if got, err := s.Receivable(ctx, id); err != nil || got.Open() != want {
			t.Errorf("%s: open %d, want %d, %v", got.InvoiceNo, got.Open(), want, err)
		}
	}
	exposed(120000)
	if list, err := s.PaymentList().IDs(ctx, model.Query{Preset: "immature"}); err != nil || len(list) != 0 {
		t.Error("a refused draft is listed as not matured", list, err)
	}
	if _, err := s.MoveBill(ctx, p.ID, model.BillCashed, "", ""); err == nil {
		t.Error("cashed after it was refused")
	}
	asOf(s, "2026-03-20")
	exposed(30000 + 90000) // the day before nobody knew
	asOf(s, "2026-03-21")
	if _, err := s.Undo(ctx); err != nil || dump(t, s) != before {
		t.Error("undo", err)
	}
	if _, err := s.MoveBill(ctx, p.ID, model.BillCashed, "", ""); err != nil {
		t.Fatal(err)
	}
	exposed(30000)
}

// A statement says which instalment a line is, that a payment is a draft and when
// that is money, and what late payment has cost; a text of level 3 says it too.
func TestAStatementSaysWhatAnAccountantAsks(t *testing.T) {
	ctx := context.Background()
	s := open(t, "2026-03-01")
	c, r := debtor(t, s, "甲")
	idle, _ := debtor(t, s, "乙")
	for _, id := range []int64{idle.ID} {
		if _, err := s.Pay(ctx, model.Payment{CustomerID: id, Amount: 100000, ReceivedOn: "2026-01-05"}, nil); err != nil {
			t.Fatal(err)
		}
	}
	if _, err := s.Pay(ctx, model.Payment{CustomerID: c.ID, Amount: 40000, Method: model.PayDraft, MaturesOn: "2026-06-30",
		ReceivedOn: "2026-01-20"}, nil); err != nil {
		t.Fatal(err)
	}
	set, err := s.Settings(ctx)
	if err != nil {
		t.Fatal(err)
	}
	set.LateRate = "日万分之五"
	if err := s.SaveSettings(ctx, set); err != nil {
		t.Fatal(err)
	}
	list, err := s.Statement(ctx, c.ID, "2026-01-01", "2026-01-31")
	if err != nil || len(list) != 1 || list[0].Interest != 500+330 { // 1,000.00 for 10 days, 600.00 for 11
		t.Fatalf("%+v %v", list, err)
	}
	if m := list[0].Moves[0]; m.Method != model.PayDraft || m.MaturesOn != "2026-06-30" {
		t.Errorf("%+v", m)
	}
	if sum, err := s.LateInterest(ctx, []int64{r.ID}); err != nil || sum != 500+40*30 {
		t.Error(sum, err)
	}
	whose, err := s.StatementsOf(ctx, "2026-02-01", "2026-02-28")
	var names []string
	for _, k := range whose {
		names = append(names, k.Name)
	}
	if err != nil || strings.Join(names, " ") != "甲" {
		t.Error(names, err)
	}
}
