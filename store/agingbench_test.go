package store

import (
	"context"
	"fmt"
	"path/filepath"
	"testing"

	"genjin/model"
)

// owed gives every customer three receivables: of three thirds two are paid,
// a part of the rest is chased.
func owed(tb testing.TB, s *Store, n int) {
	tb.Helper()
	ctx := context.Background()
	tx, err := s.db.BeginTx(ctx, nil)
	if err != nil {
		tb.Fatal(err)
	}
	defer tx.Rollback()
	w := &write{store: s, tx: newTransaction(tx), now: "2026-11-24T00:00:00.000000000Z"}
	exec := func(query string, args ...any) int64 {
		res, err := w.stmt(ctx, query, args...)
		if err != nil {
			tb.Fatal(err)
		}
		id, _ := res.LastInsertId()
		return id
	}
	for i := range n {
		due := benchToday.AddDays(i*37%700 - 600)
		r := model.Receivable{
			CustomerID: int64(i/3 + 1), Kind: model.DueGoods, InvoiceNo: fmt.Sprint("FP", i), OrderNo: fmt.Sprint("S", i/2),
			SaleOn: due.AddDays(-30), InvoicedOn: due.AddDays(-28), DueOn: due,
			Currency: "CNY", Amount: 100000 + int64(i),
		}
		if i%20 == 0 {
			r.Currency = "USD"
		}
		paid := i%3 != 0 && due <= benchToday
		if paid {
			r.Paid, r.Settled = r.Amount, r.Amount
		} else if i%50 > 0 && due < benchToday {
			r.ChasedOn, r.ChasedLevel = benchToday.AddDays(-1), 4
		}
		r.CreatedAt, r.UpdatedAt = w.now, w.now
		id := exec(receivables.insertQ, receivables.values(&r)...)
		if !paid {
			continue
		}
		p := model.Payment{CustomerID: r.CustomerID, ReceivedOn: min(due.AddDays(i%20), benchToday), Currency: r.Currency,
			Amount: r.Amount, Allocated: r.Amount, Method: "transfer"}
		p.CreatedAt, p.UpdatedAt = w.now, w.now
		a := model.Allocation{PaymentID: exec(payments.insertQ, payments.values(&p)...), ReceivableID: id, CustomerID: r.CustomerID,
			Amount: r.Amount, AllocatedOn: p.ReceivedOn}
		a.CreatedAt, a.UpdatedAt = w.now, w.now
		exec(allocations.insertQ, allocations.values(&a)...)
	}
	if err := tx.Commit(); err != nil {
		tb.Fatal(err)
	}
	if _, err := s.db.ExecContext(ctx, "PRAGMA optimize=0x10002"); err != nil {
		tb.Fatal(err)
	}
}

// BenchmarkMoney measures what a key press waits for, with 100,000 customers
// and 300,000 receivables:
//
//	go test ./store -run '^$' -bench Money
func BenchmarkMoney(b *testing.B) {
	ctx := context.Background()
	s, err := Open(ctx, filepath.Join(b.TempDir(), "genjin.db"), AsOf(benchToday))
	if err != nil {
		b.Fatal(err)
	}
	b.Cleanup(func() { _ = s.Close() })
	populate(b, s, 100_000)
	owed(b, s, 300_000)
	overdue := model.Query{Preset: "overdue"}
	for _, bench := range []struct {
		name string
		do   func() error
	}{
		{"Aging", func() error { _, err := s.Aging(ctx, model.AgingByBucket); return err }},
		{"AgingByCustomer", func() error { _, err := s.Aging(ctx, model.AgingByCustomer); return err }},
		{"AgingByMonth", func() error { _, err := s.Aging(ctx, model.AgingByMonth); return err }},
		{"OverdueIDs", func() error { _, err := s.ReceivableList().IDs(ctx, overdue); return err }},
		{"OverdueSums", func() error { _, err := receivableSums(s, overdue); return err }},
		{"AllIDs", func() error { _, err := s.ReceivableList().IDs(ctx, model.Query{}); return err }},
		{"AllSums", func() error { _, err := receivableSums(s, model.Query{}); return err }},
		{"Window", func() error {
			_, err := s.ReceivablesByID(ctx, []int64{1, 500, 9000, 70000, 70001, 70002, 250000, 299999})
			return err
		}},
		{"Day", func() error { _, err := s.Day(ctx, 7); return err }},
		{"Habit", func() error { _, err := s.CustomerPaymentHabit(ctx, 5000); return err }},
		{"Account", func() error { // of the card under the cursor
			if _, err := receivableSums(s, model.QueryOf(5000, "")); err != nil {
				return err
			}
			if _, err := paymentSums(s, model.QueryOf(5000, "")); err != nil {
				return err
			}
			_, err := s.Exposure(ctx, 5000)
			return err
		}},
		{"LateCount", func() error { _, err := receivableSums(s, overdue); return err }},
		{"Promises", func() error { _, err := s.Promises(ctx, 0, 2000); return err }},
		{"Statement", func() error { _, err := s.Statement(ctx, 5000, "2026-01-01", benchToday); return err }},
		{"CashIn", func() error { _, err := s.CashIn(ctx, 8); return err }},
		{"PaymentSums", func() error { _, err := paymentSums(s, model.Query{}); return err }},
		{"Pay", func() error {
			_, err := s.Pay(ctx, model.Payment{CustomerID: 7000, Amount: 1}, nil)
			return err
		}},
	} {
		b.Run(bench.name, func(b *testing.B) {
			for b.Loop() {
				if err := bench.do(); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
	b.Run("AgingEarlier", func(b *testing.B) {
		AsOf("2026-06-30")(s)
		for b.Loop() {
			if _, err := s.Aging(ctx, model.AgingByBucket); err != nil {
				b.Fatal(err)
			}
		}
	})
}
