package store

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"testing"

	"genjin/model"
)

// refusedWith tells whether an error is the refusal.
func refusedWith(err error, code string) bool {
	var fe *model.FieldError
	return errors.As(err, &fe) && fe.Code == code
}

func TestAnAdvanceIsGivenBackAndNoMoreThanIsFree(t *testing.T) {
	ctx := context.Background()
	s := open(t, "2026-06-15")
	c, err := s.AddCustomer(ctx, model.Customer{Name: "恒基板材"})
	if err != nil {
		t.Fatal(err)
	}
	var paid [2]model.PaymentOf
	for i, day := range []model.Date{"2026-06-01", "2026-05-20"} {
		if paid[i], err = s.Pay(ctx, model.Payment{CustomerID: c.ID, Amount: 50000, ReceivedOn: day, ReceiptNo: "SJ"}, nil); err != nil {
			t.Fatal(err)
		}
	}
	before := dump(t, s)
	if _, err := s.RefundAdvance(ctx, model.Refund{CustomerID: c.ID, Amount: 100001, Reason: "取消"}, "CNY"); !refusedWith(err,
		model.RefusedAdvance) {
		t.Errorf("more than there is: %v", err)
	}
	if _, err := s.RefundAdvance(ctx, model.Refund{CustomerID: c.ID, Amount: 100, Reason: "取消"}, "USD"); !refusedWith(err,
		model.RefusedAdvance) {
		t.Errorf("of another currency: %v", err)
	}
	if _, err := s.RefundAdvance(ctx, model.Refund{CustomerID: c.ID, Amount: 100}, "CNY"); !refusedWith(err, model.RefusedRequired) {
		t.Errorf("without a reason: %v", err)
	}
	parts, err := s.RefundAdvance(ctx, model.Refund{CustomerID: c.ID, Amount: 60000, Reason: "订单取消", Method: "transfer"}, "CNY")
	if err != nil || len(parts) != 2 || parts[0].PaymentID != paid[1].ID || parts[0].Amount != 50000 || parts[1].Amount != 10000 ||
		parts[1].RefundedOn != "2026-06-15" {
		t.Fatalf("%+v %v", parts, err)
	}
	after := dump(t, s)
	if sums, err := paymentSums(s, model.Query{}); err != nil || sums[0].Advance != 40000 {
		t.Errorf("%+v %v", sums, err)
	}
	list, err := s.Statement(ctx, c.ID, "2026-06-01", "2026-06-30")
	if err != nil || len(list) != 1 || list[0].Opening != -50000 || list[0].Closing != -40000 || list[0].Moves[1].Kind != model.MoveRefund ||
		list[0].Moves[1].Text != "订单取消" {
		t.Errorf("%+v %v", list, err)
	}
	if r, err := s.Undo(ctx); err != nil || r.Kept > 0 || dump(t, s) != before {
		t.Errorf("undo: %+v %v", r, err)
	}
	if r, err := s.Redo(ctx); err != nil || r.Kept > 0 || dump(t, s) != after {
		t.Errorf("redo: %+v %v", r, err)
	}
	if err := s.RemoveRefund(ctx, parts[0].ID); err != nil {
		t.Fatal(err)
	}
	if list, err := s.Refunds(ctx, c.ID); err != nil || len(list) != 1 || list[0].ID != parts[1].ID {
		t.Errorf("%+v %v", list, err)
	}
}

func TestAPaymentWithARefund(t *testing.T) {
	ctx := context.Background()
	s := open(t, "2026-06-15")
	c, _ := s.AddCustomer(ctx, model.Customer{Name: "恒基板材"})
	of, err := s.Pay(ctx, model.Payment{CustomerID: c.ID, Amount: 1000, ReceivedOn: "2026-06-01"}, nil)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := s.Refund(ctx, model.Refund{PaymentID: of.ID, Amount: 300, RefundedOn: "2026-05-31", Reason: "x"}); !refusedWith(err,
		model.RefusedBefore) {
		t.Errorf("before it came: %v", err)
	}
	if _, err := s.Refund(ctx, model.Refund{PaymentID: of.ID, Amount: 300, RefundedOn: "2026-06-16", Reason: "x"}); !refusedWith(err,
		model.RefusedFuture) {
		t.Errorf("tomorrow: %v", err)
	}
	if _, err := s.Refund(ctx, model.Refund{PaymentID: of.ID, Amount: 300, RefundedOn: "2026-06-05", Reason: "x"}); err != nil {
		t.Fatal(err)
	}
	if _, err := s.ReversePayment(ctx, of.ID, "", "退票"); !refusedWith(err, model.RefusedRefunded) {
		t.Errorf("reversed: %v", err)
	}
	r, err := s.AddReceivable(ctx, model.Receivable{CustomerID: c.ID, Amount: 1000, InvoiceNo: "F1"})
	if err != nil {
		t.Fatal(err)
	}
	if p, err := s.Allocate(ctx, of.ID, nil); err != nil || p.Allocated != 700 {
		t.Errorf("the rest settles: %+v %v", p, err)
	}
	now, err := s.Payment(ctx, of.ID)
	if err != nil || now.Advance() != 0 || now.Refunded != 300 || now.Names[r.ID] != "F1" || len(now.Refunds) != 1 {
		t.Fatalf("%+v %v", now, err)
	}
	edited := now.Payment
	edited.Amount = 999
	if _, err := s.SavePayment(ctx, edited); !refusedWith(err, model.RefusedAllocated) {
		t.Errorf("less than went out: %v", err)
	}
	edited.Amount, edited.ReceivedOn = 1000, "2026-06-10"
	if _, err := s.SavePayment(ctx, edited); err != nil {
		t.Fatal(err)
	}
	if list, _ := s.Refunds(ctx, c.ID); list[0].RefundedOn != "2026-06-10" {
		t.Errorf("given back before it came: %+v", list)
	}
	if err := s.RemovePayment(ctx, of.ID); err != nil {
		t.Fatal(err)
	}
	if list, _ := s.Refunds(ctx, c.ID); len(list) != 0 {
		t.Errorf("%+v", list)
	}
	if r, err := s.Undo(ctx); err != nil || r.Kept > 0 {
		t.Errorf("%+v %v", r, err)
	}
	asOf(s, "2026-06-09")
	if list, err := s.PaymentsByID(ctx, []int64{of.ID}); err != nil || list[0].Refunded != 0 || list[0].Allocated != 0 {
		t.Errorf("the day before: %+v %v", list, err)
	}
}

// What a payment settled until it came back was open again only from then on.
func TestWhatIsDatedBackFitsTheDaysSince(t *testing.T) {
	ctx := context.Background()
	s := open(t, "2026-06-15")
	c, _ := s.AddCustomer(ctx, model.Customer{Name: "恒基板材"})
	r, err := s.AddReceivable(ctx, model.Receivable{CustomerID: c.ID, Amount: 1000, InvoiceNo: "F1"})
	if err != nil {
		t.Fatal(err)
	}
	bounced, err := s.Pay(ctx, model.Payment{CustomerID: c.ID, Amount: 1000, ReceivedOn: "2026-06-01"}, nil)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := s.ReversePayment(ctx, bounced.ID, "2026-06-08", "退票"); err != nil {
		t.Fatal(err)
	}
	if _, err := s.CreditNote(ctx, model.Credit{ReceivableID: r.ID, Amount: 100, CreditedOn: "2026-06-05", Reason: "退货"}); !refusedWith(err,
		model.RefusedOver) {
		t.Errorf("credited while it was paid: %v", err)
	}
	if _, err := s.WriteOff(ctx, r.ID, model.WriteOff{Amount: 100, On: "2026-06-05", Why: "倒闭"}); !refusedWith(err, model.RefusedOver) {
		t.Errorf("written off while it was paid: %v", err)
	}
	now, err := s.Receivable(ctx, r.ID)
	if err != nil {
		t.Fatal(err)
	}
	now.Amount = 900
	if now, err = s.SaveReceivable(ctx, now); err != nil {
		t.Errorf("nothing is settled: %v", err)
	}
	for day, open := range map[model.Date]int64{"2026-05-31": 900, "2026-06-07": 0, "2026-06-08": 900} {
		asOf(s, day)
		of, err := s.ReceivablesByID(ctx, []int64{r.ID})
		sums, bad := receivableSums(s, model.Query{})
		if err != nil || bad != nil || of[0].Now.Balance != open || sums[0].Balance != open || sums[0].Paid != 900-open {
			t.Errorf("%s: %+v %+v %v %v", day, of, sums, err, bad)
		}
	}
	asOf(s, "2026-06-15")
	of, err := s.Pay(ctx, model.Payment{CustomerID: c.ID, Amount: 600, ReceivedOn: "2026-06-05"}, nil)
	if err != nil || len(of.Shares) != 1 || of.Shares[0].AllocatedOn != "2026-06-08" {
		t.Errorf("settles before it was open: %+v %v", of, err)
	}
}

// An import is undone although money of it was given back since: the payment
// stays, and says what is true of it.
func TestAnImportIsUndoneAroundARefund(t *testing.T) {
	ctx := context.Background()
	s := trackedStore(t)
	path := filepath.Join(t.TempDir(), "p.csv")
	if err := os.WriteFile(path, []byte("客户名称,回款日期,回款金额\n客户B,2026-01-12,2600\n客户D,2026-01-12,100\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	p, err := s.PreviewImport(ctx, path, ImportOptions{})
	if err != nil {
		t.Fatal(err)
	}
	b, err := s.Import(ctx, p, false)
	if err != nil {
		t.Fatal(err)
	}
	of := ids(t, s, "SELECT id FROM payment WHERE amount = 260000")
	if _, err := s.Refund(ctx, model.Refund{PaymentID: of[0], Amount: 60000, Reason: "多付"}); err != nil {
		t.Fatal(err)
	}
	if r, err := s.UndoBatch(ctx, b.ID); err != nil || r.Kept == 0 {
		t.Fatalf("%+v %v", r, err)
	}
	now, err := s.Payment(ctx, of[0])
	if err != nil || now.Refunded != 60000 || now.Allocated != model.AllocatedOn(now.Shares, "2026-01-20") {
		t.Errorf("%+v %v", now, err)
	}
	if left := ids(t, s, "SELECT id FROM payment WHERE amount = 10000"); len(left) != 0 {
		t.Error("the other payment is still there")
	}
}
