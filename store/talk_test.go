package store

import (
	"context"
	"fmt"
	"math/rand/v2"
	"testing"

	"genjin/model"
)

// inDebt are customers who owe several invoices each, due day after day before
// the day.
func inDebt(t *testing.T, s *Store, day model.Date, customers, invoices int) []model.Customer {
	t.Helper()
	var list []model.Customer
	for n := range customers {
		c, err := s.AddCustomer(context.Background(), model.Customer{Name: fmt.Sprintf("欠%02d", n), Grade: model.GradeE})
		if err != nil {
			t.Fatal(err)
		}
		var owed []model.Receivable
		for i := range invoices {
			due := day.AddDays(-5 * (i + n%3))
			owed = append(owed, model.Receivable{CustomerID: c.ID, InvoiceNo: fmt.Sprintf("F%02d-%d", n, i), Amount: int64(1000 * (1 + i + n)),
				SaleOn: "2025-06-01", DueOn: due, Currency: []string{"CNY", "CNY", "USD"}[i%3]})
		}
		if _, err := s.AddReceivables(context.Background(), owed); err != nil {
			t.Fatal(err)
		}
		list = append(list, c)
	}
	return list
}

// talkRows are the rows of Today about what is owed.
func talkRows(t *testing.T, s *Store) (rows []model.Row) {
	t.Helper()
	day, err := s.Day(context.Background(), 0)
	if err != nil {
		t.Fatal(err)
	}
	for _, r := range model.Queue(day.Facts) {
		if r.OfDebt() {
			rows = append(rows, r)
		}
	}
	return rows
}

// dueSums are, by customer and currency, what by the receivables' own fields has
// to be chased on the day and was not handled on it; plain arithmetic, apart
// from the queue's.
func dueSums(t *testing.T, s *Store, today model.Date) map[string]int64 {
	t.Helper()
	ctx := context.Background()
	list, err := receivables.query(ctx, s.db, "")
	if err != nil {
		t.Fatal(err)
	}
	put, err := handled.query(ctx, s.db, "")
	if err != nil {
		t.Fatal(err)
	}
	hidden := map[string]bool{}
	for _, h := range put {
		if h.Until == "" && h.On == today || h.Until > today {
			hidden[fmt.Sprint(h.Record, h.DueOn)] = true
		}
	}
	sums := map[string]int64{}
	for _, r := range list {
		var since model.Date // the day on which it began to ring
		step, level := model.Date(""), 0
		for i, days := range []int{-7, -1, 1, 7, 15, 30} {
			if on := r.DueOn.AddDays(days); on <= today {
				step, level = on, max(i-1, 0)
			}
		}
		switch {
		case r.PromiseOn != "" && r.PromiseOn < today && r.ChasedOn <= r.PromiseOn && r.Paid-r.PromisedPaid < r.PromisedSum:
			since = r.PromiseOn.AddDays(1)
		case step != "" && r.ChasedOn < step && (level == 0 || r.ChasedLevel < int64(level)):
			since = step
		}
		if since != "" && r.Amount > r.Settled && !r.Disputed && !hidden[fmt.Sprint(r.ID, since)] {
			sums[fmt.Sprint(r.CustomerID, r.Currency)] += r.Amount - r.Settled
		}
	}
	return sums
}

// However money is chased, promised, paid, disputed, put off and undone: the rows
// of Today come to what is open and due, one a customer and currency, no invoice
// in two of them, none that is paid.
func TestTheRowsOfTodayAreWhatIsOpenAndDue(t *testing.T) {
	ctx, day := context.Background(), model.Date("2026-03-02")
	s := open(t, day)
	whose := inDebt(t, s, day, 3, 5)
	r := rand.New(rand.NewPCG(7, 11))
	ids, err := s.ids(ctx, "SELECT id FROM receivable")
	if err != nil {
		t.Fatal(err)
	}
	one := func() int64 { return ids[r.IntN(len(ids))] }
	rang, done := 0, 0
	for n := range 120 {
		rows := talkRows(t, s)
		var row *model.Row
		if len(rows) > 0 {
			row = &rows[r.IntN(len(rows))]
		}
		switch act := r.IntN(10); {
		case act < 2 && row != nil:
			var of []int64
			for _, p := range row.Parts() {
				of = append(of, p.Record)
			}
			d := model.Dunning{Method: "phone", Outcome: []model.Outcome{model.Reached, model.NotReached}[r.IntN(2)]}
			if d.Outcome == model.Reached && r.IntN(2) == 0 {
				d.PromiseOn, d.PromiseAmount = day.AddDays(r.IntN(5)), 1+r.Int64N(row.Amount)
			}
			if _, err := s.LogTalk(ctx, of, d); err != nil {
				t.Fatal(err)
			}
		case act < 3 && row != nil:
			err = s.Handle(ctx, *row, day.AddDays(1+r.IntN(4)), "")
		case act < 5:
			_, err = s.Pay(ctx, model.Payment{CustomerID: whose[r.IntN(3)].ID, Amount: 1 + r.Int64N(3000),
				Currency: []string{"CNY", "USD"}[r.IntN(2)]}, nil)
		case act < 6:
			_, err = s.Dispute(ctx, one(), []string{"质量", ""}[r.IntN(2)])
		case act < 7 && done > 0: // never what was owed at first
			done -= 2
			_, err = s.Undo(ctx)
		default:
			day = day.AddDays(1 + r.IntN(4))
			asOf(s, day)
			done--
		}
		done++
		if err != nil {
			t.Fatalf("act %d: %v", n, err)
		}
		want, seen := dueSums(t, s, day), map[int64]bool{}
		for _, row := range talkRows(t, s) {
			key := fmt.Sprint(row.CustomerID, row.Currency)
			sum := int64(0)
			for _, p := range row.Parts() {
				if sum += p.Amount; seen[p.Record] || p.Amount <= 0 {
					t.Fatalf("act %d, %s: receivable %d is in two rows, or paid", n, day, p.Record)
				}
				seen[p.Record] = true
			}
			if sum != row.Amount || want[key] != sum {
				t.Fatalf("act %d, %s: %s has %d, its items come to %d, open and due are %d", n, day, key, row.Amount, sum, want[key])
			}
			delete(want, key)
			rang++
		}
		if len(want) > 0 {
			t.Fatalf("act %d, %s: %v are due and on no row", n, day, want)
		}
	}
	if rang < 100 {
		t.Error("only", rang, "rows rang")
	}
}
