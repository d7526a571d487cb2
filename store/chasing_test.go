package store

import (
	"context"
	"errors"
	"testing"

	"genjin/model"
)

// debtor is a customer with an invoice of 1,000.00 due on 10 January.
func debtor(t *testing.T, s *Store, name string) (model.Customer, model.Receivable) {
	t.Helper()
	ctx := context.Background()
	c, err := s.AddCustomer(ctx, model.Customer{Name: name, Grade: model.GradeE})
	if err != nil {
		t.Fatal(err)
	}
	r, err := s.AddReceivable(ctx, model.Receivable{CustomerID: c.ID, InvoiceNo: "F-" + name, Amount: 100000,
		SaleOn: "2025-12-01", DueOn: "2026-01-10"})
	if err != nil {
		t.Fatal(err)
	}
	return c, r
}

// debtRows are the rows about money on Today, as kind@day.
func debtRows(t *testing.T, s *Store) []string {
	t.Helper()
	day, err := s.Day(context.Background(), 0)
	if err != nil {
		t.Fatal(err)
	}
	var rows []string
	for _, r := range model.Queue(day.Facts) {
		if r.OfDebt() {
			rows = append(rows, string(r.Kind)+"@"+string(r.DueOn))
		}
	}
	return rows
}

func wantRows(t *testing.T, s *Store, day model.Date, want ...string) {
	t.Helper()
	asOf(s, day)
	got := debtRows(t, s)
	if len(got) != len(want) {
		t.Fatalf("%s: %v, want %v", day, got, want)
	}
	for i := range want {
		if got[i] != want[i] {
			t.Fatalf("%s: %v, want %v", day, got, want)
		}
	}
}

func TestTheLadderAndPromisesAreOnTodayUntilTheyAreAnswered(t *testing.T) {
	ctx := context.Background()
	s := open(t, "2026-01-02")
	c, r := debtor(t, s, "甲")
	wantRows(t, s, "2026-01-02")
	wantRows(t, s, "2026-01-03", "reminder@2026-01-03")
	if _, err := s.LogDunning(ctx, model.Dunning{ReceivableID: r.ID, Method: "chat"}); err != nil {
		t.Fatal(err)
	}
	wantRows(t, s, "2026-01-03")
	if entries, _ := s.Entries(ctx, c.ID, 0); len(entries) != 1 || entries[0].Method != model.Chat || entries[0].Outcome != model.Reached {
		t.Fatalf("journal %+v", entries)
	}
	if got, _ := s.Customer(ctx, c.ID); got.LastOn != "2026-01-03" {
		t.Fatal("the cadence did not restart:", got.LastOn)
	}
	wantRows(t, s, "2026-01-09", "reminder@2026-01-09")
	wantRows(t, s, "2026-01-11", "chase@2026-01-11")
	// Nobody answered: it is back on the next working day, Monday.
	if _, err := s.LogDunning(ctx, model.Dunning{ReceivableID: r.ID, Method: "phone", Outcome: model.NotReached}); err != nil {
		t.Fatal(err)
	}
	wantRows(t, s, "2026-01-11")
	wantRows(t, s, "2026-01-12", "chase@2026-01-11")
	d, err := s.LogDunning(ctx, model.Dunning{ReceivableID: r.ID, Method: "phone", PromiseOn: "2026-01-14"})
	if err != nil || d.PromiseAmount != 100000 || d.Level != 1 {
		t.Fatalf("%+v %v", d, err)
	}
	wantRows(t, s, "2026-01-14")
	wantRows(t, s, "2026-01-15", "broken_promise@2026-01-15")
	before := dump(t, s)
	if _, err := s.Pay(ctx, model.Payment{CustomerID: c.ID, Amount: 40000}, nil); err != nil {
		t.Fatal(err)
	}
	wantRows(t, s, "2026-01-15") // the payment answers the row
	if _, err := s.Undo(ctx); err != nil || dump(t, s) != before {
		t.Fatal("undo of a payment", err)
	}
	wantRows(t, s, "2026-01-15", "broken_promise@2026-01-15")
	ledger, err := s.Promises(ctx, c.ID, 0)
	if err != nil || len(ledger) != 1 || ledger[0].State != model.PromiseBroken {
		t.Fatalf("%+v %v", ledger, err)
	}
	if _, err := s.Dispute(ctx, r.ID, "质量"); err != nil {
		t.Fatal(err)
	}
	wantRows(t, s, "2026-02-20")
	if _, err := s.Dispute(ctx, r.ID, ""); err != nil {
		t.Fatal(err)
	}
	wantRows(t, s, "2026-02-20", "broken_promise@2026-01-15")
	if _, err := s.LogDunning(ctx, model.Dunning{ReceivableID: r.ID, Method: model.ChaseLetter}); err != nil {
		t.Fatal(err)
	}
	wantRows(t, s, "2026-02-20")
	// Looked at from an earlier day nothing of this has happened yet.
	wantRows(t, s, "2026-01-09", "reminder@2026-01-09")
}

func TestNothingHappensToAReceivableBeforeTheSale(t *testing.T) {
	ctx := context.Background()
	s := open(t, "2026-03-10")
	_, r := debtor(t, s, "甲") // sold on 2025-12-01
	for day, want := range map[model.Date]string{"2025-11-30": model.RefusedBefore, "2026-03-11": model.RefusedFuture, "2025-12-01": ""} {
		if _, err := s.CreditNote(ctx, model.Credit{ReceivableID: r.ID, Amount: 1, CreditedOn: day, Reason: "退货"}); want == "" && err != nil ||
			want != "" && !refusedWith(err, want) {
			t.Errorf("credited on %s: %v, want %q", day, err, want)
		}
		if _, err := s.WriteOff(ctx, r.ID, model.WriteOff{Amount: 1, On: day, Why: "倒闭"}); want == "" && err != nil ||
			want != "" && !refusedWith(err, want) {
			t.Errorf("written off on %s: %v, want %q", day, err, want)
		}
	}
}

// What came in part answers the row for the day; a payment that came back, was
// taken off or removed counts for nothing, and neither does a step that was.
func TestAPartPaymentAnswersTheChaseForTheDay(t *testing.T) {
	ctx := context.Background()
	const row = "chase@2026-02-09"
	s := open(t, "2026-03-10")
	c, r := debtor(t, s, "甲")
	pay := func(on model.Date, amount int64) model.PaymentOf {
		return must[model.PaymentOf](t)(s.Pay(ctx, model.Payment{CustomerID: c.ID, Amount: amount, ReceivedOn: on}, nil))
	}
	wantRows(t, s, "2026-03-10", row)
	pay("", 1)
	wantRows(t, s, "2026-03-10")
	wantRows(t, s, "2026-03-11", row)
	wantRows(t, s, "2026-06-11", row)
	asOf(s, "2026-03-11")
	for name, takeBack := range map[string]func(model.PaymentOf) error{
		"reversed": func(p model.PaymentOf) error {
			_, err := s.ReversePayment(ctx, p.ID, "", "退票")
			return err
		},
		"removed":   func(p model.PaymentOf) error { return s.RemovePayment(ctx, p.ID) },
		"taken off": func(p model.PaymentOf) error { return s.Unallocate(ctx, p.Shares[0].ID) },
	} {
		for _, amount := range []int64{50000, 99999} {
			p := pay("2026-03-09", amount) // a slip of two days ago
			wantRows(t, s, "2026-03-11")
			paid := dump(t, s)
			if err := takeBack(p); err != nil {
				t.Fatal(name, err)
			}
			wantRows(t, s, "2026-03-11", row)
			if _, err := s.Undo(ctx); err != nil || dump(t, s) != paid {
				t.Fatal("undo of what was", name, err)
			}
			if _, err := s.Undo(ctx); err != nil {
				t.Fatal(err)
			}
		}
	}
	d := must[model.Dunning](t)(s.LogDunning(ctx, model.Dunning{ReceivableID: r.ID, Method: model.ChaseLetter}))
	wantRows(t, s, "2026-03-11")
	if err := s.RemoveDunning(ctx, d.ID); err != nil {
		t.Fatal(err)
	}
	wantRows(t, s, "2026-03-11", row)
}

func TestAPromiseStaysBrokenUntilWhatWasPromisedHasCome(t *testing.T) {
	ctx := context.Background()
	s := open(t, "2026-02-10")
	c, r := debtor(t, s, "甲")
	if _, err := s.LogDunning(ctx, model.Dunning{ReceivableID: r.ID, Method: "phone", PromiseOn: "2026-02-12",
		PromiseAmount: 50000}); err != nil {
		t.Fatal(err)
	}
	wantRows(t, s, "2026-02-13", "broken_promise@2026-02-13")
	pay := func(amount int64) {
		t.Helper()
		if _, err := s.Pay(ctx, model.Payment{CustomerID: c.ID, Amount: amount, ReceivedOn: "2026-02-12"}, nil); err != nil {
			t.Fatal(err)
		}
	}
	pay(20000)
	wantRows(t, s, "2026-02-13")
	wantRows(t, s, "2026-02-14", "broken_promise@2026-02-13")
	pay(30000)
	wantRows(t, s, "2026-02-14")
	wantRows(t, s, "2026-02-15")
}

func TestMoneyThatCantBeIsRefused(t *testing.T) {
	ctx := context.Background()
	s := open(t, "2026-02-01")
	c, r := debtor(t, s, "甲")
	other, foreign := debtor(t, s, "乙")
	code := func(err error) string {
		var fe *model.FieldError
		if errors.As(err, &fe) {
			return fe.Code
		}
		return ""
	}
	pay := func(p model.Payment, shares ...model.Share) error {
		_, err := s.Pay(ctx, p, shares)
		return err
	}
	for _, tt := range []struct {
		want string
		err  error
	}{
		{model.RefusedPositive, pay(model.Payment{CustomerID: c.ID})},
		{model.RefusedAmountRange, pay(model.Payment{CustomerID: c.ID, Amount: -5})},
		{model.RefusedAmountRange, pay(model.Payment{CustomerID: c.ID, Amount: model.MaxAmount + 1})},
		{model.RefusedFuture, pay(model.Payment{CustomerID: c.ID, Amount: 5, ReceivedOn: "2026-02-02"})},
		{model.RefusedOver, pay(model.Payment{CustomerID: c.ID, Amount: 200000}, model.Share{ReceivableID: r.ID, Amount: 100001})},
		{model.RefusedOver, pay(model.Payment{CustomerID: c.ID, Amount: 10}, model.Share{ReceivableID: r.ID, Amount: 11})},
		{model.RefusedForeign, pay(model.Payment{CustomerID: c.ID, Amount: 10, Currency: "USD"}, model.Share{ReceivableID: r.ID, Amount: 10})},
		{"", pay(model.Payment{CustomerID: other.ID, Amount: 10}, model.Share{ReceivableID: foreign.ID, Amount: 10})},
	} {
		if got := code(tt.err); got != tt.want {
			t.Errorf("%v, want %s", tt.err, tt.want)
		}
	}
	if err := pay(model.Payment{CustomerID: c.ID, Amount: 10}, model.Share{ReceivableID: foreign.ID, Amount: 10}); !errors.Is(err,
		model.ErrNotFound) {
		t.Errorf("another customer's receivable: %v", err)
	}
	if _, err := s.CreditNote(ctx, model.Credit{ReceivableID: r.ID, Amount: 100001, Reason: "x"}); code(err) != model.RefusedOver {
		t.Error(err)
	}
	if err := pay(model.Payment{CustomerID: c.ID, Amount: 30000}, model.Share{ReceivableID: r.ID, Amount: 30000}); err != nil {
		t.Fatal(err)
	}
	kept, _ := s.Receivable(ctx, r.ID)
	kept.Amount = 29999
	if _, err := s.SaveReceivable(ctx, kept); code(err) != model.RefusedSettled {
		t.Error(err)
	}
	if _, err := s.AddReceivable(ctx, model.Receivable{CustomerID: c.ID, Amount: 1, Terms: "看情况"}); code(err) != model.RefusedTerms {
		t.Error(err)
	}
}

func TestStatementScoreAndExposure(t *testing.T) {
	ctx := context.Background()
	s := open(t, "2026-03-20")
	c, r := debtor(t, s, "甲")
	c.CreditLimit = 120000
	c, err := s.SaveCustomer(ctx, c, "")
	if err != nil {
		t.Fatal(err)
	}
	if _, err := s.Pay(ctx, model.Payment{CustomerID: c.ID, Amount: 60000, ReceivedOn: "2026-01-15", ReceiptNo: "S1"}, nil); err != nil {
		t.Fatal(err)
	}
	if _, err := s.CreditNote(ctx, model.Credit{ReceivableID: r.ID, Amount: 10000, CreditedOn: "2026-02-01", Reason: "退货"}); err != nil {
		t.Fatal(err)
	}
	list, err := s.Statement(ctx, c.ID, "2026-01-01", "2026-01-31")
	if err != nil || len(list) != 1 || list[0].Opening != 100000 || list[0].Closing != 40000 || len(list[0].Moves) != 1 {
		t.Fatalf("%+v %v", list, err)
	}
	h, err := s.CustomerPaymentHabit(ctx, c.ID)
	// 600 five days late, 300 for 69 days so far: 27 days
	if err != nil || h.Median != 5 || h.Score.Days != 27 || h.Score.Value != 3 || len(h.Score.Why) != 2 || len(h.Score.Change) != 1 {
		t.Fatalf("%+v %v", h, err)
	}
	e, err := s.Exposure(ctx, c.ID)
	if err != nil || e.Open != 30000 || e.Over(90000) != 0 || e.Over(90001) != 1 {
		t.Fatalf("%+v %v", e, err)
	}
	if _, err := s.Pay(ctx, model.Payment{CustomerID: c.ID, Amount: 30000}, nil); err != nil {
		t.Fatal(err)
	}
	if after, _ := s.CustomerPaymentHabit(ctx, c.ID); after.Average != 27 || after.Score.Value != 3 {
		t.Fatalf("%+v", after)
	}
	in, err := s.CashIn(ctx, 4)
	if err != nil || len(in) != 0 {
		t.Fatal(in, err)
	}
}
