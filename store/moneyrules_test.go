package store

import (
	"context"
	"fmt"
	"testing"

	"genjin/model"
)

// owingSince is a customer who owes 1,000.00 since the first of May.
func owingSince(t *testing.T, s *Store, due model.Date) (model.Customer, model.Receivable) {
	t.Helper()
	c := add(t, s, model.Customer{Name: "恒基板材"})
	r, err := s.AddReceivable(context.Background(), model.Receivable{CustomerID: c.ID, Amount: 100000, SaleOn: "2026-05-01",
		DueOn: due, InvoiceNo: "FP-1"})
	if err != nil {
		t.Fatal(err)
	}
	return c, r
}

func TestAgingIsThatOfTheModelOnTheDaysBetweenBuckets(t *testing.T) {
	ctx := context.Background()
	s := open(t, moneyToday)
	c := add(t, s, model.Customer{Name: "恒基板材"})
	set, err := s.Settings(ctx)
	if err != nil {
		t.Fatal(err)
	}
	buckets := set.Buckets()
	want := make([]int64, buckets.Len())
	for i, days := range []int{-1, 0, 1, 29, 30, 31, 59, 60, 61, 89, 90, 91, 400} {
		due := moneyToday.AddDays(-days)
		r, err := s.AddReceivable(ctx, model.Receivable{CustomerID: c.ID, Amount: 1 << i, SaleOn: "2025-01-01", DueOn: due})
		if err != nil {
			t.Fatal(err)
		}
		bucket := buckets.Of(due, moneyToday)
		want[bucket] += 1 << i
		ids, err := s.ReceivableList().IDs(ctx,
			model.Query{Filters: []model.Filter{{Field: "bucket", Op: model.OpIs, Value: buckets.Code(bucket)},
				{Field: "due_on", Op: model.OpIs, Value: string(due)}}})
		if err != nil || len(ids) != 1 || ids[0] != r.ID {
			t.Errorf("%d days late isn't in the list of %s: %v, %v", days, buckets.Code(bucket), ids, err)
		}
	}
	for _, by := range []model.AgingBy{model.AgingByBucket, model.AgingByCustomer} {
		a, err := s.Aging(ctx, by)
		if err != nil || fmt.Sprint(a.Totals[0].Buckets) != fmt.Sprint(want) || fmt.Sprint(a.Lines[0].Buckets) != fmt.Sprint(want) {
			t.Errorf("by %s: %v, want %v, %v", by, a.Totals, want, err)
		}
	}
}

func TestTheCurrencyOfMoneyThatMovedStays(t *testing.T) {
	ctx := context.Background()
	s := open(t, moneyToday)
	c, r := owingSince(t, s, "2026-06-01")
	p, err := s.Pay(ctx, model.Payment{CustomerID: c.ID, Amount: 40000, ReceivedOn: "2026-06-01"}, nil)
	if err != nil {
		t.Fatal(err)
	}
	if r, err = s.Receivable(ctx, r.ID); err != nil {
		t.Fatal(err)
	}
	r.Currency = "USD"
	_, err = s.SaveReceivable(ctx, r)
	refused(t, "the currency of a debt with money on it", err, "currency", model.RefusedForeign)
	p.Payment.Currency = "USD"
	_, err = s.SavePayment(ctx, p.Payment)
	refused(t, "the currency of a payment that settles something", err, "currency", model.RefusedForeign)
	free, err := s.Pay(ctx, model.Payment{CustomerID: c.ID, Amount: 5000, ReceivedOn: "2026-06-01"}, []model.Share{})
	if err != nil {
		t.Fatal(err)
	}
	free.Payment.Currency = "USD"
	if _, err := s.SavePayment(ctx, free.Payment); err != nil {
		t.Errorf("a payment that settles nothing keeps its currency: %v", err)
	}
	if _, err := s.Refund(ctx, model.Refund{PaymentID: free.ID, Amount: 1000, Reason: "多付"}); err != nil {
		t.Fatal(err)
	}
	free.Payment.Currency = "CNY"
	_, err = s.SavePayment(ctx, free.Payment)
	refused(t, "the currency of a payment of which something was given back", err, "currency", model.RefusedForeign)
}

// offOn is a payment of 1,000.00 of the first of June, of which 800.00 stood on a
// debt until a day.
func offOn(t *testing.T, s *Store, until model.Date) (model.PaymentOf, model.Receivable) {
	t.Helper()
	ctx := context.Background()
	c, r := owingSince(t, s, "2026-06-01")
	p, err := s.Pay(ctx, model.Payment{CustomerID: c.ID, Amount: 100000, ReceivedOn: "2026-06-01"},
		[]model.Share{{ReceivableID: r.ID, Amount: 80000}})
	if err != nil {
		t.Fatal(err)
	}
	asOf(s, until)
	if err := s.Unallocate(ctx, p.Shares[0].ID); err != nil {
		t.Fatal(err)
	}
	return p, r
}

func TestAPaymentCoversWhatStoodOnItOnEveryDay(t *testing.T) {
	s := open(t, moneyToday)
	p, _ := offOn(t, s, moneyToday)
	ctx := context.Background()
	got, err := s.Payment(ctx, p.ID)
	if err != nil || got.Allocated != 0 {
		t.Fatal(got.Allocated, err)
	}
	got.Payment.Amount = 79999
	_, err = s.SavePayment(ctx, got.Payment)
	refused(t, "less than what stood on it", err, "amount", model.RefusedAllocated)
	got.Payment.Amount = 80000
	if _, err := s.SavePayment(ctx, got.Payment); err != nil {
		t.Error(err)
	}
}

func TestAnAdvanceSettlesNoMoreThanIsFreeOnTheDay(t *testing.T) {
	s := open(t, moneyToday)
	p, r := offOn(t, s, moneyToday)
	ctx := context.Background()
	asOf(s, "2026-06-10") // the 800.00 still stand on this day
	kept, err := s.Allocate(ctx, p.ID, nil)
	if err != nil || kept.Allocated != 20000 {
		t.Fatalf("allocated %d, %v", kept.Allocated, err)
	}
	_, err = s.Allocate(ctx, p.ID, []model.Share{{ReceivableID: r.ID, Amount: 1}})
	refused(t, "one more", err, "amount", model.RefusedOver)
}

func TestAPaymentThatCameBackBeforeItWasAllocatedNeverSettled(t *testing.T) {
	s := open(t, "2026-06-10")
	ctx := context.Background()
	c, r := owingSince(t, s, "2026-06-01")
	p, err := s.Pay(ctx, model.Payment{CustomerID: c.ID, Amount: 40000, ReceivedOn: "2026-06-01"}, []model.Share{})
	if err != nil {
		t.Fatal(err)
	}
	if _, err := s.Allocate(ctx, p.ID, nil); err != nil {
		t.Fatal(err)
	}
	if _, err := s.ReversePayment(ctx, p.ID, "2026-06-05", "退票"); err != nil {
		t.Fatal(err)
	}
	list, err := s.Allocations(ctx, r.ID)
	if err != nil || len(list) != 1 || list[0].AllocatedOn != "2026-06-10" || list[0].ReversedOn != "2026-06-10" {
		t.Errorf("%+v, %v", list, err)
	}
	if o, err := s.ReceivablesByID(ctx, []int64{r.ID}); err != nil || o[0].Now.Paid != 0 {
		t.Errorf("%+v, %v", o, err)
	}
}

func TestAPaymentOfAnotherDayTakesAlongWhatItSettledAtOnce(t *testing.T) {
	s := open(t, "2026-06-10")
	ctx := context.Background()
	c, _ := owingSince(t, s, "2026-06-01")
	p, err := s.Pay(ctx, model.Payment{CustomerID: c.ID, Amount: 120000, ReceivedOn: "2026-06-02"}, nil)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := s.AddReceivable(ctx, model.Receivable{CustomerID: c.ID, Amount: 20000, SaleOn: "2026-05-20"}); err != nil {
		t.Fatal(err)
	}
	if _, err := s.Allocate(ctx, p.ID, nil); err != nil {
		t.Fatal(err)
	}
	asOf(s, "2026-06-14")
	days := func() string {
		return fmt.Sprint(column(t, s, "SELECT amount || ' ' || allocated_on FROM allocation ORDER BY id"))
	}
	for _, tt := range []struct{ on, want string }{
		{"2026-05-15", "[100000 2026-05-15 20000 2026-06-10]"},
		{"2026-04-01", "[100000 2026-05-01 20000 2026-06-10]"}, // not before the sale
		{"2026-06-09", "[100000 2026-06-09 20000 2026-06-10]"},
		{"2026-06-12", "[100000 2026-06-12 20000 2026-06-12]"}, // nothing settles before it is there
	} {
		got, err := s.Payment(ctx, p.ID)
		if err != nil {
			t.Fatal(err)
		}
		got.Payment.ReceivedOn = model.Date(tt.on)
		if _, err := s.SavePayment(ctx, got.Payment); err != nil || days() != tt.want {
			t.Errorf("received on %s: %s, want %s, %v", tt.on, days(), tt.want, err)
		}
	}
}

func TestAScoreCountsThePaymentsOfTwoYears(t *testing.T) {
	ctx := context.Background()
	s := open(t, "2026-06-15")
	c := add(t, s, model.Customer{Name: "恒基板材"})
	for _, day := range []model.Date{"2024-06-14", "2024-06-15", "2024-06-16"} {
		if _, err := s.AddReceivable(ctx, model.Receivable{CustomerID: c.ID, Amount: 100, SaleOn: day.AddDays(-9), DueOn: day}); err != nil {
			t.Fatal(err)
		}
		if _, err := s.Pay(ctx, model.Payment{CustomerID: c.ID, Amount: 100, ReceivedOn: day}, nil); err != nil {
			t.Fatal(err)
		}
	}
	if h, err := s.CustomerPaymentHabit(ctx, c.ID); err != nil || h.Payments != 1 {
		t.Errorf("%d payments count, %v", h.Payments, err)
	}
}
