package store

import (
	"context"
	"errors"
	"fmt"
	"path/filepath"
	"testing"
	"time"

	"genjin/model"
)

const demoDay model.Date = "2026-11-24"

// written is everything that a sample wrote, as text.
func written(t *testing.T, s *Store) string {
	t.Helper()
	ctx := context.Background()
	cards, err := customers.query(ctx, s.db, "ORDER BY id")
	if err != nil {
		t.Fatal(err)
	}
	entries, err := journal.query(ctx, s.db, "ORDER BY id")
	if err != nil {
		t.Fatal(err)
	}
	set, err := s.Settings(ctx)
	if err != nil {
		t.Fatal(err)
	}
	items, err := projectItems.query(ctx, s.db, "ORDER BY id")
	if err != nil || len(items) == 0 {
		t.Fatal(len(items), err)
	}
	return fmt.Sprint(cards, entries, set, items) + dump(t, s)
}

func TestADemoIsReproducibleAndFindsItsCustomers(t *testing.T) {
	ctx := context.Background()
	a, b := open(t, demoDay), open(t, demoDay)
	if err := a.WarmSearch(ctx); err != nil { // read before there was anything
		t.Fatal(err)
	}
	calls := 0
	if err := a.FillDemo(ctx, model.DemoSize{Customers: 150}, 9, func(int) { calls++ }); err != nil || calls != 150 {
		t.Fatalf("%d calls, %v", calls, err)
	}
	time.Sleep(time.Millisecond) // the clock has no part in it
	if err := b.FillDemo(ctx, model.DemoSize{Customers: 150}, 9, nil); err != nil {
		t.Fatal(err)
	}
	if written(t, a) != written(t, b) {
		t.Error("the same seed and day give different records")
	}
	c, err := a.Resolve(ctx, "137-0000-0007")
	if err != nil || c.ID != 8 {
		t.Errorf("by phone: %v, %v", c.ID, err)
	}
	if ids, err := a.CustomerIDs(ctx, model.Query{Search: "13700000007"}); err != nil || len(ids) != 1 {
		t.Errorf("the search finds %v, %v", ids, err)
	}
	day, err := a.Day(ctx, 0)
	if err != nil {
		t.Fatal(err)
	}
	due, money := 0, 0
	for _, r := range model.Queue(day.Facts) {
		if r.Kind == model.RowFollowUp {
			due++
		}
		if r.OfDebt() {
			money++
		}
	}
	if money < 6 || money > 13 {
		t.Errorf("%d rows about money", money)
	}
	if due < 30 || due > 60 {
		t.Errorf("%d follow-ups due", due)
	}
	list, err := a.ProjectList().IDs(ctx, model.Query{})
	if err != nil || len(list) < 6 {
		t.Errorf("projects %v, %v", list, err)
	}
	if undo, _, err := a.Last(ctx); err != nil || undo.ID != 0 {
		t.Errorf("a sample can be undone: %+v, %v", undo, err)
	}
	if err := a.FillDemo(ctx, model.DemoSize{Customers: 1}, 1, nil); !errors.Is(err, model.ErrHasCustomers) {
		t.Errorf("filled twice: %v", err)
	}
}

// A sample that is asked for more has it, reproducibly, of the past: its day is
// as long as any other.
func TestALargerDemoIsOfThePast(t *testing.T) {
	ctx := context.Background()
	size := model.DemoSize{Customers: 120, Entries: 900, Receivables: 200, Orders: 90, Projects: 12}
	a, b, plain := open(t, demoDay), open(t, demoDay), open(t, demoDay)
	for _, s := range []*Store{a, b} {
		if err := s.FillDemo(ctx, size, 4, nil); err != nil {
			t.Fatal(err)
		}
	}
	if err := plain.FillDemo(ctx, model.DemoSize{Customers: 120}, 4, nil); err != nil {
		t.Fatal(err)
	}
	if written(t, a) != written(t, b) {
		t.Error("the same seed, size and day give different records")
	}
	var entries, projects int
	if err := a.db.QueryRow("SELECT (SELECT count(*) FROM journal), (SELECT count(*) FROM project)").Scan(&entries, &projects); err != nil ||
		entries != size.Entries || projects != size.Projects {
		t.Errorf("%d entries, %d projects, %v", entries, projects, err)
	}
	rows := func(s *Store) int {
		day, err := s.Day(ctx, 0)
		if err != nil {
			t.Fatal(err)
		}
		return len(model.Queue(day.Facts))
	}
	if usual, more := rows(plain), rows(a); more > usual+usual/5 {
		t.Errorf("%d rows on the day of the larger sample, %d on that of the usual one", more, usual)
	}
	checks, err := a.Checkup(ctx, false)
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range checks {
		switch c.Code {
		case model.CheckReferences, model.CheckSearch, model.CheckBalances, model.CheckFuture:
			if c.State != model.CheckGood {
				t.Errorf("%s: %v %v", c.Code, c.Args, c.Items)
			}
		}
	}
	for what, query := range wrong {
		if ids := column(t, a, query); len(ids) > 0 {
			t.Errorf("%s: %v", what, ids)
		}
	}
}

// The rules, applied to what the store reads back, leave every card as it is.
func TestADemosCardsAreAsTheirJournalsHaveThem(t *testing.T) {
	ctx := context.Background()
	s := open(t, demoDay)
	if err := s.FillDemo(ctx, model.DemoSize{Customers: 400}, 2, nil); err != nil {
		t.Fatal(err)
	}
	cards, err := customers.query(ctx, s.db, "")
	if err != nil {
		t.Fatal(err)
	}
	err = s.change(ctx, "", "", func(w *write) error {
		for _, c := range cards {
			before := c
			tally, err := w.tally(ctx, c.ID)
			if err != nil {
				return err
			}
			if c.Recount(tally, w.settings); c != before {
				t.Errorf("%s: recounted %s %d %s, kept %s %d %s", c.Name, c.NextOn, c.Attempts, c.RetryOn, before.NextOn,
					before.Attempts, before.RetryOn)
			}
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
}

func TestACancelledDemoLeavesNothing(t *testing.T) {
	s := open(t, demoDay)
	ctx, cancel := context.WithCancel(context.Background())
	defer cancel()
	err := s.FillDemo(ctx, model.DemoSize{Customers: 100}, 1, func(done int) {
		if done == 50 {
			cancel()
		}
	})
	if !errors.Is(err, context.Canceled) {
		t.Fatalf("got %v", err)
	}
	if ids, err := s.CustomerIDs(context.Background(), model.Query{}); err != nil || len(ids) != 0 {
		t.Errorf("%d customers left, %v", len(ids), err)
	}
}

// demo100k fills a file with 100,000 customers.
func demo100k(b *testing.B) *Store {
	b.Helper()
	if testing.Short() {
		b.Skip("100,000 customers take seconds to write")
	}
	s, err := Open(context.Background(), filepath.Join(b.TempDir(), "genjin.db"), AsOf(demoDay))
	if err != nil {
		b.Fatal(err)
	}
	b.Cleanup(func() { _ = s.Close() })
	if err := s.FillDemo(context.Background(), model.DemoSize{Customers: 100_000}, 1, nil); err != nil {
		b.Fatal(err)
	}
	return s
}

func BenchmarkFillDemo100k(b *testing.B) {
	for b.Loop() {
		_ = demo100k(b).Close()
	}
}

func BenchmarkDay100k(b *testing.B) {
	s := demo100k(b)
	for b.Loop() {
		day, err := s.Day(context.Background(), 0)
		if err != nil {
			b.Fatal(err)
		}
		model.Queue(day.Facts)
	}
}
