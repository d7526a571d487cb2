package store

import (
	"context"
	"errors"
	"fmt"
	"path/filepath"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"genjin/model"
)

// dump is every row of the records that money changes, as text.
func dump(tb interface{ Fatal(...any) }, s *Store) string {
	var b strings.Builder
	for _, name := range []string{"customer", "journal", "handled", "receivable", "payment", "allocation", "credit",
		"refund", "dunning", "reconciliation"} {
		rows, err := s.db.Query("SELECT * FROM " + name + " ORDER BY id")
		if err != nil {
			tb.Fatal(err)
		}
		columns, _ := rows.Columns()
		for rows.Next() {
			values := make([]any, len(columns))
			for i := range values {
				values[i] = new(any)
			}
			if err := rows.Scan(values...); err != nil {
				tb.Fatal(err)
			}
			b.WriteString(name)
			for i, v := range values {
				fmt.Fprintf(&b, " %s=%v", columns[i], *v.(*any))
			}
			b.WriteByte('\n')
		}
		if err := errors.Join(rows.Err(), rows.Close()); err != nil {
			tb.Fatal(err)
		}
	}
	return b.String()
}

const moneyToday model.Date = "2026-06-15"

// money is a store under a random test, with what it should hold.
type money struct {
	t         *rapid.T
	s         *Store
	customers []int64
}

// day is one of few, so that much happens on the same and in any order.
func (m *money) day(name string) model.Date {
	return moneyToday.AddDays(8 * rapid.IntRange(-15, 0).Draw(m.t, name))
}

func (m *money) pick(name, query string) (int64, bool) {
	ids, err := m.s.ids(context.Background(), query)
	if err != nil {
		m.t.Fatal(err)
	}
	if len(ids) == 0 {
		return 0, false
	}
	return rapid.SampledFrom(ids).Draw(m.t, name), true
}

// refusedOnly lets refusals pass: nothing else may go wrong.
func (m *money) refusedOnly(err error) {
	var fe *model.FieldError
	if err != nil && !errors.As(err, &fe) {
		m.t.Fatal(err)
	}
}

func (m *money) invoice() {
	r := model.Receivable{
		CustomerID: rapid.SampledFrom(m.customers).Draw(m.t, "customer"), Amount: rapid.Int64Range(1, 5000).Draw(m.t, "amount"),
		Currency: rapid.SampledFrom([]string{"CNY", "CNY", "USD"}).Draw(m.t, "currency"), InvoiceNo: "F",
	}
	if rapid.Bool().Draw(m.t, "sold") {
		r.SaleOn = m.day("sale")
	}
	if rapid.IntRange(0, 4).Draw(m.t, "dated") > 0 {
		r.DueOn = m.day("due").AddDays(30)
	}
	_, err := m.s.AddReceivable(context.Background(), r)
	m.refusedOnly(err)
}

func (m *money) pay() {
	p := model.Payment{
		CustomerID: rapid.SampledFrom(m.customers).Draw(m.t, "customer"), Amount: rapid.Int64Range(1, 6000).Draw(m.t, "amount"),
		Currency: rapid.SampledFrom([]string{"CNY", "USD"}).Draw(m.t, "currency"), ReceivedOn: m.day("received"),
	}
	var shares []model.Share
	if id, ok := m.pick("receivable", "SELECT id FROM receivable"); ok && rapid.Bool().Draw(m.t, "chosen") {
		shares = []model.Share{{ReceivableID: id, Amount: rapid.Int64Range(-1, 3000).Draw(m.t, "share")}}
	}
	_, err := m.s.Pay(context.Background(), p, shares)
	if !errors.Is(err, model.ErrNotFound) { // another customer's receivable
		m.refusedOnly(err)
	}
}

// act does one thing at random and checks that undo and redo are exact.
func (m *money) act() {
	ctx := context.Background()
	before := dump(m.t, m.s)
	receivable, hasDebt := m.pick("on", "SELECT id FROM receivable")
	payment, hasPayment := m.pick("of", "SELECT id FROM payment")
	var err error
	switch what := rapid.IntRange(0, 19).Draw(m.t, "act"); {
	case what < 3:
		m.invoice()
	case what < 6:
		m.pay()
	case what == 6 && hasDebt:
		_, err = m.s.CreditNote(ctx, model.Credit{ReceivableID: receivable, Amount: rapid.Int64Range(1, 3000).Draw(m.t, "credit"),
			CreditedOn: m.day("credited"), Reason: "退货"})
	case what == 7 && hasPayment:
		_, err = m.s.ReversePayment(ctx, payment, m.day("reversed"), "退票")
	case what == 8 && hasDebt:
		_, err = m.s.WriteOff(ctx, receivable, model.WriteOff{Amount: rapid.Int64Range(0, 2000).Draw(m.t, "off"),
			On: m.day("written"), Why: "倒闭"})
	case what == 9 && hasDebt:
		_, err = m.s.LogDunning(ctx, model.Dunning{ReceivableID: receivable, Method: "phone", PromiseOn: moneyToday.AddDays(3)})
	case what == 10 && hasPayment:
		_, err = m.s.Allocate(ctx, payment, nil)
	case what == 11 && hasDebt:
		err = m.s.RemoveReceivable(ctx, receivable)
	case what > 11:
		err = m.back(what, receivable, payment)
	}
	m.refusedOnly(err)
	after := dump(m.t, m.s)
	if after == before {
		return
	}
	if r, err := m.s.Undo(ctx); err != nil || r.Kept > 0 {
		m.t.Fatal("undo", r, err)
	}
	if got := dump(m.t, m.s); got != before {
		m.t.Fatalf("undo leaves\n%s\nnot\n%s", got, before)
	}
	if r, err := m.s.Redo(ctx); err != nil || r.Kept > 0 {
		m.t.Fatal("redo", r, err)
	}
	if got := dump(m.t, m.s); got != after {
		m.t.Fatalf("redo leaves\n%s\nnot\n%s", got, after)
	}
}

// back does one of what takes something back, or edits it.
func (m *money) back(what int, receivable, payment int64) error {
	ctx := context.Background()
	refund, hasRefund := m.pick("back", "SELECT id FROM refund")
	settled, hasSettled := m.pick("settled", "SELECT id FROM allocation")
	switch {
	case what < 14 && payment != 0:
		_, err := m.s.Refund(ctx, model.Refund{PaymentID: payment, Amount: rapid.Int64Range(1, 3000).Draw(m.t, "refund"),
			RefundedOn: m.day("refunded"), Reason: "退单"})
		return err
	case what == 14:
		_, err := m.s.RefundAdvance(ctx, model.Refund{CustomerID: m.customers[0], Amount: rapid.Int64Range(1, 3000).Draw(m.t, "refund"),
			Reason: "退单"}, "CNY")
		return err
	case what == 15 && hasRefund:
		return m.s.RemoveRefund(ctx, refund)
	case what == 16 && hasSettled:
		return m.s.Unallocate(ctx, settled)
	case what == 17 && payment != 0:
		of, err := m.s.Payment(ctx, payment)
		if err != nil {
			return err
		}
		of.Payment.Amount, of.ReceivedOn = rapid.Int64Range(1, 6000).Draw(m.t, "amount"), m.day("received")
		_, err = m.s.SavePayment(ctx, of.Payment)
		return err
	case what == 18 && receivable != 0:
		r, err := m.s.Receivable(ctx, receivable)
		if err != nil {
			return err
		}
		r.Amount = rapid.Int64Range(1, 6000).Draw(m.t, "amount")
		_, err = m.s.SaveReceivable(ctx, r)
		return err
	case what == 19 && payment != 0:
		return m.s.RemovePayment(ctx, payment)
	}
	return nil
}

// advances checks what payments say of a day against the single movements.
func (m *money) advances(day model.Date) {
	ctx := context.Background()
	ids, err := m.s.PaymentList().IDs(ctx, model.Query{})
	if err != nil {
		m.t.Fatal(err)
	}
	list, err := m.s.PaymentsByID(ctx, ids)
	if err != nil {
		m.t.Fatal(err)
	}
	free := map[string]int64{}
	for _, p := range list {
		settled, _ := allocations.query(ctx, m.s.db, "WHERE payment_id = ?", p.ID)
		back, _ := refunds.query(ctx, m.s.db, "WHERE payment_id = ?", p.ID)
		want := p.Amount
		for _, a := range settled {
			if a.On(day) {
				want -= a.Amount
			}
		}
		for _, r := range back {
			if r.RefundedOn <= day {
				want -= r.Amount
			}
			if r.RefundedOn < p.ReceivedOn {
				m.t.Fatalf("%d was given back on %s, and came on %s", r.ID, r.RefundedOn, p.ReceivedOn)
			}
		}
		if p.ReversedOn != "" {
			want = 0
		}
		if want < 0 || p.Advance() != want {
			m.t.Fatalf("advance of %d on %s: %d, want %d", p.ID, day, p.Advance(), want)
		}
		free[p.Currency] += want
	}
	sums, err := paymentSums(m.s, model.Query{})
	if err != nil {
		m.t.Fatal(err)
	}
	for _, sum := range sums {
		if sum.Advance != free[sum.Currency] {
			m.t.Fatalf("advances in %s on %s: %d, want %d", sum.Currency, day, sum.Advance, free[sum.Currency])
		}
	}
}

// statements checks that the accounts close with what is open less what is
// in advance.
func (m *money) statements() {
	ctx := context.Background()
	for _, id := range m.customers {
		want := map[string]int64{}
		owed, _ := receivables.query(ctx, m.s.db, "WHERE customer_id = ?", id)
		for _, r := range owed {
			want[r.Currency] += r.Open()
		}
		paid, _ := payments.query(ctx, m.s.db, "WHERE customer_id = ?", id)
		for _, p := range paid {
			want[p.Currency] -= p.Advance()
		}
		list, err := m.s.Statement(ctx, id, "2026-01-01", "2100-01-01")
		if err != nil {
			m.t.Fatal(err)
		}
		for _, st := range list {
			if st.Closing != want[st.Currency] {
				m.t.Fatalf("the account of %d closes with %d %s, want %d", id, st.Closing, st.Currency, want[st.Currency])
			}
		}
	}
}

// balances works out, from the single movements alone, what is open on a day.
func (m *money) balances(day model.Date) map[int64]int64 {
	ctx := context.Background()
	open := map[int64]int64{}
	list, _ := receivables.query(ctx, m.s.db, "")
	for _, r := range list {
		if r.Since() <= day {
			open[r.ID] = r.Amount
			if r.WrittenOffOn != "" && r.WrittenOffOn <= day {
				open[r.ID] -= r.WrittenOff
			}
		}
	}
	paid, _ := allocations.query(ctx, m.s.db, "")
	for _, a := range paid {
		if _, ok := open[a.ReceivableID]; ok && a.On(day) {
			open[a.ReceivableID] -= a.Amount
		}
	}
	notes, _ := credits.query(ctx, m.s.db, "")
	for _, c := range notes {
		if _, ok := open[c.ReceivableID]; ok && c.CreditedOn <= day {
			open[c.ReceivableID] -= c.Amount
		}
	}
	for id, left := range open {
		open[id] = max(left, 0) // the amount was lowered after a payment had come back
	}
	return open
}

func (m *money) check(day model.Date) {
	ctx := context.Background()
	m.s.today = func() model.Date { return day }
	defer func() { m.s.today = func() model.Date { return moneyToday } }()
	open := m.balances(day)
	want := map[string]int64{}
	ids := make([]int64, 0, len(open))
	for id := range open {
		ids = append(ids, id)
	}
	list, err := m.s.ReceivablesByID(ctx, ids)
	if err != nil || len(list) != len(open) {
		m.t.Fatal(len(list), len(open), err)
	}
	for _, r := range list {
		if r.Now.Balance < 0 || r.Now.Balance != open[r.ID] {
			m.t.Fatalf("balance of %d on %s: %d, want %d", r.ID, day, r.Now.Balance, open[r.ID])
		}
		want[r.Currency] += r.Now.Balance
	}
	for _, by := range []model.AgingBy{model.AgingByBucket, model.AgingByCustomer, model.AgingByMonth} {
		a, err := m.s.Aging(ctx, by)
		if err != nil {
			m.t.Fatal(err)
		}
		got := map[string]int64{}
		for _, line := range a.Lines {
			var sum int64
			for _, b := range line.Buckets {
				sum += b
			}
			if sum != line.Total {
				m.t.Fatalf("buckets %v make %d, total %d", line.Buckets, sum, line.Total)
			}
			got[line.Currency] += line.Total
		}
		for _, total := range a.Totals {
			if total.Total != want[total.Currency] || got[total.Currency] != total.Total {
				m.t.Fatalf("%s on %s by %s: total %d, lines %d, balances %d", total.Currency, day, by, total.Total, got[total.Currency],
					want[total.Currency])
			}
		}
		for code, sum := range want {
			if sum > 0 && got[code] != sum {
				m.t.Fatalf("%s on %s by %s: %d, want %d", code, day, by, got[code], sum)
			}
		}
	}
	in, err := m.s.CashIn(ctx, 4)
	if err != nil {
		m.t.Fatal(err)
	}
	for _, c := range in {
		sum := c.Late.Amount + c.Beyond.Amount + c.Undated.Amount
		for _, w := range c.Weeks {
			sum += w.Amount
		}
		if sum != want[c.Currency] {
			m.t.Fatalf("expected in %s on %s: %d, open are %d", c.Currency, day, sum, want[c.Currency])
		}
	}
	m.advances(day)
	if _, err := m.s.Day(ctx, 7); err != nil {
		m.t.Fatal(err)
	}
}

func TestMoneyAddsUpWhateverHappens(t *testing.T) {
	ctx := context.Background()
	dir, n := t.TempDir(), 0
	rapid.Check(t, func(rt *rapid.T) {
		n++
		s := openFile(rt, filepath.Join(dir, fmt.Sprint(n, ".db")), AsOf(moneyToday))
		defer s.Close()
		m := &money{t: rt, s: s}
		for _, name := range []string{"甲公司", "乙公司"} {
			c, err := s.AddCustomer(ctx, model.Customer{Name: name})
			if err != nil {
				rt.Fatal(err)
			}
			m.customers = append(m.customers, c.ID)
		}
		m.customers = append(m.customers, m.customers[0], m.customers[0]) // much of it is one customer's
		for range rapid.IntRange(4, 20).Draw(rt, "acts") {
			m.act()
		}
		m.check(moneyToday)
		m.statements()
		for range 4 {
			m.check(moneyToday.AddDays(8 * rapid.IntRange(-16, 5).Draw(rt, "as of")))
		}
		var over int
		if err := s.db.QueryRow(`SELECT count(*) FROM payment p WHERE (SELECT coalesce(sum(amount), 0) FROM allocation
		WHERE payment_id = p.id AND reversed_on = '') > p.amount
			OR p.allocated <> (SELECT coalesce(sum(amount), 0) FROM allocation WHERE payment_id = p.id AND reversed_on = '')
			OR p.refunded <> (SELECT coalesce(sum(amount), 0) FROM refund WHERE payment_id = p.id)`).Scan(&over); err != nil || over > 0 {
			rt.Fatal("allocations and payments disagree", over, err)
		}
	})
}
