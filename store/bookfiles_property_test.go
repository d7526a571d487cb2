package store

import (
	"cmp"
	"context"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"genjin/model"
	"genjin/model/label"
)

// saidOf is what reports and lists say of money as of a day, by what customers
// and orders are called: whatever the ids of a file are.
func saidOf(t tester, s *Store, day model.Date) string {
	t.Helper()
	own := s.today
	s.today = func() model.Date { return day }
	defer func() { s.today = own }()
	ctx := context.Background()
	cards, err := customers.query(ctx, s.db, "ORDER BY name")
	if err != nil {
		t.Fatal(err)
	}
	var out []string
	say := func(what string, value any, err error) {
		t.Helper()
		if err != nil {
			t.Fatal(what, err)
		}
		out = append(out, fmt.Sprintf("%s: %+v", what, value))
	}
	for _, c := range cards {
		list, err := s.Statement(ctx, c.ID, day.AddDays(-60), day)
		for _, st := range list {
			say(c.Name+" "+st.Currency, []int64{st.Opening, st.Debit, st.Credit, st.Closing}, err)
			for _, m := range st.Moves {
				m.Balance = 0 // movements of one day have no order in files
				say(c.Name+" "+st.Currency, m, nil)
			}
		}
		for _, f := range model.CustomerFields {
			if !f.Kept {
				say(c.Name+" "+f.Code, f.Get(&c), nil)
			}
		}
		e, err := s.Exposure(ctx, c.ID)
		say(c.Name+" exposure", e, err)
		h, err := s.CustomerPaymentHabit(ctx, c.ID)
		say(c.Name+" habit", []any{h.Payments, h.Median, h.Average, h.InTime, h.LastOn, h.Promises, h.Score.Value, h.Score.Days}, err)
		owed, err := receivableSums(s, model.QueryOf(c.ID, ""))
		say(c.Name+" owes", owed, err)
		paid, err := paymentSums(s, model.QueryOf(c.ID, ""))
		say(c.Name+" paid", paid, err)
	}
	for _, by := range []model.AgingBy{model.AgingByBucket, model.AgingByCustomer, model.AgingByMonth} {
		a, err := s.Aging(ctx, by)
		for _, l := range append(a.Lines, a.Totals...) {
			say("aging by "+string(by), []any{l.Customer, l.Month, l.Currency, l.Buckets, l.Total, l.Count}, err)
		}
	}
	out = append(out, rowsSaid(t, s)...)
	slices.Sort(out)
	return strings.Join(out, "\n")
}

// rowsSaid are the rows of the lists of money, in words.
func rowsSaid(t tester, s *Store) (out []string) {
	t.Helper()
	ctx := context.Background()
	check := func(err error) {
		t.Helper()
		if err != nil {
			t.Fatal(err)
		}
	}
	ids, err := s.ReceivableList().IDs(ctx, model.Query{})
	check(err)
	owed, err := s.ReceivablesByID(ctx, ids)
	check(err)
	for i := range owed {
		r := &owed[i]
		line := fmt.Sprintf("receivable of %s: %+v", r.Customer, r.Now)
		for _, f := range model.ReceivableFields {
			if !slices.Contains([]string{"customer_id", "order_id", "implied"}, f.Code) {
				line += " " + f.Code + "=" + f.Get(&r.Receivable)
			}
		}
		out = append(out, fmt.Sprint(line, " next=", r.NextStep, r.NextStepOn))
	}
	ids, err = s.PaymentList().IDs(ctx, model.Query{})
	check(err)
	paid, err := s.PaymentsByID(ctx, ids)
	check(err)
	for i := range paid {
		line := "payment of " + paid[i].Customer + ":"
		for _, f := range model.PaymentFields {
			if f.Code != "customer_id" && f.Code != "implied" {
				line += " " + f.Code + "=" + f.Get(&paid[i].Payment)
			}
		}
		out = append(out, line)
	}
	return out
}

// ordersSaid are the rows of the list of orders, in words.
func ordersSaid(t tester, s *Store) string {
	t.Helper()
	ctx := context.Background()
	ids, err := s.OrderList().IDs(ctx, model.Query{})
	if err != nil {
		t.Fatal(err)
	}
	list, err := s.OrdersByID(ctx, ids)
	if err != nil {
		t.Fatal(err)
	}
	var out []string
	for i := range list {
		o := &list[i]
		line := fmt.Sprint("order of ", o.Customer, ": lines=", o.Lines)
		for _, f := range model.OrderFields {
			if f.Code != "customer_id" {
				line += " " + f.Code + "=" + f.Get(&o.Order)
			}
		}
		for _, n := range o.Nodes {
			// For when a node that is done was planned stands in no list.
			line += fmt.Sprint(" ", n.Node, " ", cmp.Or(n.DoneOn, "for "+n.PlannedOn))
		}
		out = append(out, line)
	}
	slices.Sort(out)
	return strings.Join(out, "\n")
}

// bookOrderings are the orders of the files of a whole book that are accepted: a
// payment that names what it settles needs it to be there.
func bookOrderings() (all [][]string) {
	for _, o := range orderings {
		all = append(all, append([]string{model.ExportCustomers, model.ExportProducts}, o...),
			append(slices.Clone(o), model.ExportProducts, model.ExportCustomers))
	}
	return all
}

// restoreAll reads the file of all records of one book into another one.
func restoreAll(t tester, from, to *Store) {
	t.Helper()
	ctx := context.Background()
	dir, err := os.MkdirTemp("", "genjin")
	if err != nil {
		t.Fatal(err)
	}
	defer os.RemoveAll(dir)
	path := filepath.Join(dir, "all.json")
	if _, err := from.Export(ctx, path, model.Export{Kind: model.ExportAll}); err != nil {
		t.Fatal(err)
	}
	p, err := to.PreviewImport(ctx, path, ImportOptions{})
	if err != nil {
		t.Fatal(err)
	}
	if _, err := to.Import(ctx, p, false); err != nil {
		t.Fatal(err, refusals(p))
	}
}

// What a book says of money as of any day is the same after it went through files
// of lists, in whatever form and order, and through the file of all records.
// Only for what day a node that is done was planned, and which of two movements of
// one day came first, stands in no list.
func TestARandomBookIsTheSameThroughFiles(t *testing.T) {
	ctx, dir, n := context.Background(), t.TempDir(), 0
	rapid.Check(t, func(t *rapid.T) {
		n++
		open := func(name string) *Store {
			path := filepath.Join(dir, fmt.Sprint(name, n, ".db"))
			layBlank(t, path)
			s, err := Open(ctx, path, AsOf(moneyToday))
			if err != nil {
				t.Fatal(err)
			}
			return s
		}
		from := open("from")
		defer from.Close()
		b := newRandomBook(t, from, moneyToday)
		most := 30
		if testing.Short() {
			most = 15
		}
		b.fill(rapid.IntRange(3, most).Draw(t, "acts"))
		days := []model.Date{moneyToday, moneyToday.AddDays(-20), moneyToday.AddDays(-45), moneyToday.AddDays(-80), moneyToday.AddDays(30)}
		if testing.Short() {
			days = []model.Date{moneyToday, days[rapid.IntRange(1, 4).Draw(t, "other day")]}
		}
		var said []string
		for _, day := range days {
			said = append(said, saidOf(t, from, day))
		}
		orders := ordersSaid(t, from)
		files, ext := rapid.SampledFrom(bookOrderings()).Draw(t, "files"), rapid.SampledFrom([]string{".csv", ".xlsx", ".json"}).Draw(t, "form")
		to := open("to")
		defer to.Close()
		carry(t, from, to, ext, rapid.SampledFrom([]label.Lang{label.ZH, label.EN}).Draw(t, "language"), files...)
		sameTables(t, "orders", ordersSaid(t, to), orders)
		whole := open("whole")
		defer whole.Close()
		restoreAll(t, from, whole)
		sameTables(t, "restored orders", ordersSaid(t, whole), orders)
		for k, day := range days {
			sameTables(t, "as of "+string(day), saidOf(t, to, day), said[k])
			sameTables(t, "restored, as of "+string(day), saidOf(t, whole, day), said[k])
		}
	})
}
