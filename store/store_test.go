package store

import (
	"context"
	"path/filepath"
	"testing"

	"genjin/model"
)

func open(t *testing.T, today model.Date) *Store {
	t.Helper()
	s := openFile(t, filepath.Join(t.TempDir(), "genjin.db"), AsOf(today))
	t.Cleanup(func() { _ = s.Close() })
	return s
}

func TestLogRestartsTheCadenceAndUndoBringsBackTheExactCard(t *testing.T) {
	ctx := context.Background()
	s := open(t, "2026-11-24")
	c, err := s.AddCustomer(ctx, model.Customer{Name: "刘女士", Grade: model.GradeA, Phones: "138 0013 8000"})
	if err != nil {
		t.Fatal(err)
	}
	if c.NextOn != "2026-11-24" {
		t.Fatalf("never contacted: due on %s, want the day of the card", c.NextOn)
	}
	before := c
	_, c, err = s.Log(ctx, model.Entry{CustomerID: c.ID, At: "2026-11-24 10:00", Situation: "来电"}, model.Plan{})
	if err != nil {
		t.Fatal(err)
	}
	if c.NextOn != "2026-11-25" || c.LastOn != "2026-11-24" {
		t.Fatalf("after a contact: next %s last %s", c.NextOn, c.LastOn)
	}
	if _, err := s.Undo(ctx); err != nil {
		t.Fatal(err)
	}
	got, err := s.Customer(ctx, c.ID)
	if err != nil || got != before {
		t.Fatalf("after undo %+v, want %+v (%v)", got, before, err)
	}
	if _, err := s.Redo(ctx); err != nil {
		t.Fatal(err)
	}
	if got, _ = s.Customer(ctx, c.ID); got != c {
		t.Fatalf("after redo %+v, want %+v", got, c)
	}
	ids, err := s.CustomerIDs(ctx, model.Query{Search: "lns"})
	if err != nil || len(ids) != 1 {
		t.Fatalf("lns finds %v, %v", ids, err)
	}
	day, err := s.Day(ctx, 7)
	if err != nil {
		t.Fatal(err)
	}
	if rows := model.Ahead(day.Facts, 7); len(rows) == 0 || rows[0].Kind != model.RowFollowUp || rows[0].On != "2026-11-25" {
		t.Fatalf("ahead %+v", rows)
	}
}
