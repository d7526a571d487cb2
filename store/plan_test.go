package store

import (
	"context"
	"database/sql"
	"database/sql/driver"
	"path/filepath"
	"strings"
	"testing"

	"genjin/model"

	"modernc.org/sqlite"
)

// asked is a query as it went to the driver.
type asked struct {
	query string
	args  []driver.NamedValue
}

// listener is the driver, with a note of every query.
type listener struct {
	dsn     string
	queries *[]asked
}

func (l listener) Driver() driver.Driver { return &sqlite.Driver{} }

func (l listener) Connect(context.Context) (driver.Conn, error) {
	c, err := l.Driver().Open(l.dsn)
	return listening{c, l.queries}, err
}

type listening struct {
	driver.Conn
	queries *[]asked
}

func (c listening) QueryContext(ctx context.Context, query string, args []driver.NamedValue) (driver.Rows, error) {
	*c.queries = append(*c.queries, asked{query, args})
	return c.Conn.(driver.QueryerContext).QueryContext(ctx, query, args)
}

// grown are the tables that have a row for every customer, or more.
var grown = []string{
	"customer", "customer_search", "customer_key", "customer_thin", "contact", "occasion", "journal", "handled", "change_set", "change",
	"receivable", "payment", "allocation", "credit", "dunning", "customer_order", "order_line", "order_node",
	"order_change", "order_habit", "order_drop",
}

// A named list reads the index that was made for it.
func TestAPresetReadsItsIndex(t *testing.T) {
	ctx, path := context.Background(), filepath.Join(t.TempDir(), "file.db")
	s, err := Open(ctx, path, AsOf("2026-11-24"))
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	plain := s.db
	t.Cleanup(func() { _ = plain.Close() })
	referred := model.Query{Filters: []model.Filter{{Field: "referrer", Op: model.OpIs, Value: "7"}}}
	for index, ask := range map[string]func() ([]int64, error){
		"customer_search_order":   func() ([]int64, error) { return s.CustomerIDs(ctx, model.Query{}) },
		"customer_referrer":       func() ([]int64, error) { return s.CustomerIDs(ctx, referred) },
		"receivable_open":         func() ([]int64, error) { return s.ReceivableList().IDs(ctx, model.Query{Preset: "open"}) },
		"receivable_promise":      func() ([]int64, error) { return s.ReceivableList().IDs(ctx, model.Query{Preset: "broken"}) },
		"customer_order_project":  func() ([]int64, error) { return s.OrderList().IDs(ctx, model.Query{Filters: is("project_id", "7")}) },
		"customer_order_customer": func() ([]int64, error) { return s.OrderList().IDs(ctx, model.QueryOf(7, "")) },
		"0:M":                     func() ([]int64, error) { return s.JournalList().IDs(ctx, model.Query{Search: "合同"}) }, // the index of texts
		"payment_customer":        func() ([]int64, error) { return s.PaymentList().IDs(ctx, model.QueryOf(7, "")) },
	} {
		var queries []asked
		s.db = sql.OpenDB(listener{dsn(path, writable), &queries})
		if _, err := ask(); err != nil {
			t.Fatalf("%s: %v", index, err)
		}
		last := queries[len(queries)-1]
		plan := planOf(t, s, last)
		if index == "customer_search_order" && strings.Count(plan, "\n") != 1 {
			t.Errorf("customers by name read more than one index: %s\n%s", last.query, plan)
		}
		if index == "0:M" && strings.Contains(plan, "SCAN r") {
			t.Errorf("every entry is read for a text: %s\n%s", last.query, plan)
		}
		if !strings.Contains(plan, "INDEX "+index) {
			t.Errorf("%s is not read: %s\n%s", index, last.query, plan)
		}
		_ = s.db.Close()
	}
}

// planOf is how SQLite reads a query, a step a line.
func planOf(t *testing.T, s *Store, q asked) string {
	t.Helper()
	rows, err := s.db.Query("EXPLAIN QUERY PLAN "+q.query, values(q)...)
	if err != nil {
		t.Fatal(err)
	}
	defer rows.Close()
	plan := ""
	for rows.Next() {
		var id, parent, unused int
		var detail string
		if err := rows.Scan(&id, &parent, &unused, &detail); err != nil {
			t.Fatal(err)
		}
		plan += detail + "\n"
	}
	return plan
}

// A filter that no index serves reads the cards one after the other: in the
// order of an index, it takes twice as long and more.
func TestAFilterReadsTheCardsAsTheyLie(t *testing.T) {
	ctx, path := context.Background(), filepath.Join(t.TempDir(), "file.db")
	s, err := Open(ctx, path, AsOf("2026-11-24"))
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	if err := s.FillDemo(ctx, model.DemoSize{Customers: 500}, 1, nil); err != nil {
		t.Fatal(err)
	}
	set, err := s.Settings(ctx)
	if err != nil {
		t.Fatal(err)
	}
	set.ImportanceThreshold = 5_000_000
	if err := s.SaveSettings(ctx, set); err != nil {
		t.Fatal(err)
	}
	if _, err := s.db.Exec(`ANALYZE; DELETE FROM sqlite_stat1 WHERE tbl = 'customer'; -- and what it measures of 100,000
		INSERT INTO sqlite_stat1 VALUES ('customer', 'customer_grade', '97500 19500 109 2'), ('customer', NULL, '100000')`); err != nil {
		t.Fatal(err)
	}
	plain := s.db
	defer func() { s.db = plain }()
	for _, conditions := range []string{"importance==important", "tags==VIP", "phones~8000", "address~南海", "urgency==urgent"} {
		var queries []asked
		s.db = sql.OpenDB(listener{dsn(path, writable), &queries})
		g := model.Segment{Conditions: conditions}
		if _, err := s.CustomerIDs(ctx, model.Query{Filters: g.Filters()}); err != nil {
			t.Fatalf("%s: %v", conditions, err)
		}
		last := queries[len(queries)-1]
		if plan := planOf(t, s, last); strings.Contains(plan, "USING INDEX customer_") {
			t.Errorf("%s: %s\n%s", conditions, last.query, plan)
		}
		_ = s.db.Close()
	}
}

// values are what a query was asked with.
func values(q asked) []any {
	args := make([]any, len(q.args))
	for i, a := range q.args {
		if args[i] = a.Value; a.Name != "" {
			args[i] = sql.Named(a.Name, a.Value)
		}
	}
	return args
}

// scans are the steps of a query's plan that read a large table, or an index
// of all its rows, from end to end. An index of a few of its rows may be.
func scans(t *testing.T, s *Store, partial map[string]bool, q asked) []string {
	t.Helper()
	rows, err := s.db.Query("EXPLAIN QUERY PLAN "+q.query, values(q)...)
	if err != nil {
		t.Fatalf("%s: %v", q.query, err)
	}
	defer rows.Close()
	var found []string
	for rows.Next() {
		var id, parent, unused int
		var detail string
		if err := rows.Scan(&id, &parent, &unused, &detail); err != nil {
			t.Fatal(err)
		}
		table, ok := strings.CutPrefix(detail, "SCAN ")
		if !ok {
			continue
		}
		words := strings.Fields(table)
		if len(words) > 3 && partial[words[len(words)-1]] {
			continue
		}
		for _, name := range grown {
			if words[0] == name || strings.Contains(q.query, name+" "+words[0]+" ") {
				found = append(found, detail)
			}
		}
	}
	if err := rows.Err(); err != nil {
		t.Fatal(err)
	}
	return found
}

func TestNothingAskedAllDayReadsALargeTableFromEndToEnd(t *testing.T) {
	ctx := context.Background()
	path := filepath.Join(t.TempDir(), "genjin.db")
	s, err := Open(ctx, path, AsOf("2026-11-24"))
	if err != nil {
		t.Fatal(err)
	}
	if err := s.FillDemo(ctx, model.DemoSize{Customers: 500}, 1, nil); err != nil {
		t.Fatal(err)
	}
	for id := range int64(60) {
		if _, _, err := s.Log(ctx, model.Entry{CustomerID: id + 1, At: "2026-11-24 10:00", Situation: "来电"}, model.Plan{}); err != nil {
			t.Fatal(err)
		}
	}
	// The plans are those that a person gets: of a file that was closed.
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	if s, err = Open(ctx, path, AsOf("2026-11-24")); err != nil {
		t.Fatal(err)
	}
	var measured int
	if err := s.db.QueryRow("SELECT count(*) FROM sqlite_stat1").Scan(&measured); err != nil || measured == 0 {
		t.Fatalf("closing measured %d indexes: %v", measured, err)
	}
	customer := oneWithPromises(t, s)
	partial := map[string]bool{}
	rows, err := s.db.Query("SELECT name FROM sqlite_master WHERE type = 'index' AND sql LIKE '% WHERE %'")
	few, err := summed(rows, err, func(rows *sql.Rows, name *string) error { return rows.Scan(name) })
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range few {
		partial[name] = true
	}
	plain := s.db
	t.Cleanup(func() { _ = plain.Close() })
	for name, read := range map[string]func() error{
		"today":     func() error { _, err := s.Day(ctx, 0); return err },
		"a week":    func() error { _, err := s.Day(ctx, 7); return err },
		"promises":  func() error { _, err := s.Promises(ctx, customer, 0); return err },
		"sums":      func() error { _, err := receivableSums(s, model.QueryOf(customer, "")); return err },
		"paid":      func() error { _, err := paymentSums(s, model.QueryOf(customer, "")); return err },
		"the habit": func() error { _, err := s.CustomerPaymentHabit(ctx, customer); return err },
		"exposure":  func() error { _, err := s.Exposure(ctx, customer); return err },
		"debts": func() error {
			_, err := s.ReceivableList().IDs(ctx, model.QueryOf(customer, "open"))
			return err
		},
		"payments":  func() error { _, err := s.PaymentList().IDs(ctx, model.QueryOf(customer, "")); return err },
		"orders":    func() error { _, err := s.OrderList().IDs(ctx, model.QueryOf(customer, "open")); return err },
		"referrals": func() error { _, err := s.BroughtBy(ctx, customer, 50); return err },
		"the log":   func() error { _, err := s.Changes(ctx, customer, 200); return err },
		"contacts":  func() error { _, err := s.ContactList().IDs(ctx, model.QueryOf(customer, "")); return err },
		"delivery":  func() error { _, _, err := s.OnTime(ctx, "2026-01-01", "2026-11-24", customer); return err },
		"entries":   func() error { _, err := s.Entries(ctx, customer, 200); return err },
	} {
		allowed := partial
		if name != "today" && name != "a week" {
			allowed = nil // one customer's rows have an index of their own
		}
		var queries []asked
		s.db = sql.OpenDB(listener{dsn(path, writable), &queries})
		if err := read(); err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		_ = s.db.Close()
		s.db = plain
		if len(queries) == 0 {
			t.Errorf("%s: nothing was asked", name)
		}
		for _, q := range queries {
			for _, step := range scans(t, s, allowed, q) {
				t.Errorf("%s: %s\n%s", name, step, q.query)
			}
		}
	}
}

// oneWithPromises is a customer who has promised to pay.
func oneWithPromises(t *testing.T, s *Store) (id int64) {
	t.Helper()
	if err := s.db.QueryRow("SELECT customer_id FROM dunning WHERE promise_on <> '' LIMIT 1").Scan(&id); err != nil {
		t.Fatal(err)
	}
	return id
}
