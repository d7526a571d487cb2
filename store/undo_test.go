package store

import (
	"context"
	"errors"
	"path/filepath"
	"testing"

	"genjin/model"
)

// two are two programs on one file.
func two(t *testing.T) (mine, theirs *Store) {
	t.Helper()
	path := filepath.Join(t.TempDir(), "genjin.db")
	return openAt(t, path), openAt(t, path)
}

// reverts undoes or redoes and asserts whose act it was, how much was kept, and
// who is there afterwards.
func reverts(t *testing.T, s *Store, run func(context.Context) (model.Reverted, error), name string, kept int, left string) {
	t.Helper()
	r, err := run(context.Background())
	if err != nil || name != "" && r.Set.Name != name || r.Kept != kept {
		t.Fatalf("%+v, %v; want that of %q, %d kept", r, err, name, kept)
	}
	if got := names(t, s); got != left {
		t.Fatalf("left are %q, want %q", got, left)
	}
}

func TestUndoLeavesWhatAnotherProgramDid(t *testing.T) {
	mine, theirs := two(t)
	add(t, mine, model.Customer{Name: "mine1"})
	add(t, theirs, model.Customer{Name: "theirs"})
	add(t, mine, model.Customer{Name: "mine2"})
	add(t, theirs, model.Customer{Name: "theirs2"})
	reverts(t, mine, mine.Undo, "", 0, "mine1 theirs theirs2")
	reverts(t, mine, mine.Undo, "", 0, "theirs theirs2")
	if _, err := mine.Undo(context.Background()); !errors.Is(err, model.ErrDoneElsewhere) {
		t.Errorf("beyond one's own: %v", err)
	}
	reverts(t, mine, mine.Redo, "mine1", 0, "mine1 theirs theirs2")
	reverts(t, mine, mine.Redo, "mine2", 0, "mine1 theirs mine2 theirs2")
	reverts(t, theirs, theirs.Undo, "", 0, "mine1 theirs mine2")
	if _, err := mine.Redo(context.Background()); !errors.Is(err, model.ErrNothingToRedo) {
		t.Errorf("another program's: %v", err)
	}
	later := openAt(t, mine.Path())
	reverts(t, later, later.Redo, "theirs2", 0, "mine1 theirs mine2 theirs2")
	reverts(t, later, later.Undo, "", 0, "mine1 theirs mine2")
	reverts(t, later, later.Undo, "", 0, "mine1 theirs")
}

func TestRedoBringsBackOnesOwnThoughAnotherProgramWrote(t *testing.T) {
	mine, theirs := two(t)
	add(t, mine, model.Customer{Name: "mine"})
	reverts(t, mine, mine.Undo, "", 0, "")
	add(t, theirs, model.Customer{Name: "theirs"})
	reverts(t, theirs, theirs.Undo, "", 0, "")
	reverts(t, mine, mine.Redo, "mine", 0, "mine")
	add(t, mine, model.Customer{Name: "new"})
	if _, err := mine.Redo(context.Background()); !errors.Is(err, model.ErrNothingToRedo) {
		t.Errorf("after an act of one's own: %v", err)
	}
}

func TestAnActIsUndoneAndRedoneByItsNumber(t *testing.T) {
	ctx := context.Background()
	mine, theirs := two(t)
	c := add(t, mine, model.Customer{Name: "a"})
	set := mine.LatestAct()
	add(t, theirs, model.Customer{Name: "b"})
	byNumber := func(do func(context.Context, int64) (model.Reverted, error), n int64) func(context.Context) (model.Reverted, error) {
		return func(ctx context.Context) (model.Reverted, error) { return do(ctx, n) }
	}
	reverts(t, theirs, byNumber(theirs.UndoSet, set), "", 0, "b")
	for n, want := range map[int64]error{set: model.ErrUndoneAlready, 99: model.ErrNoSuchChange} {
		if _, err := mine.UndoSet(ctx, n); !errors.Is(err, want) {
			t.Errorf("undo %d: %v, want %v", n, err, want)
		}
	}
	reverts(t, mine, byNumber(mine.RedoSet, set), "a", 0, "a b")
	if _, err := mine.RedoSet(ctx, set); !errors.Is(err, model.ErrNothingToRedo) {
		t.Errorf("redo of what stands: %v", err)
	}
	c, err := theirs.Customer(ctx, c.ID)
	if err != nil {
		t.Fatal(err)
	}
	c.Name = "A"
	if _, err := theirs.SaveCustomer(ctx, c, ""); err != nil {
		t.Fatal(err)
	}
	if _, err := mine.UndoSet(ctx, set); !errors.Is(err, model.ErrChangedSince) || names(t, mine) != "A b" {
		t.Errorf("of what was changed since: %v, left %q", err, names(t, mine))
	}
	reverts(t, theirs, theirs.Undo, "A", 0, "a b")
	reverts(t, mine, byNumber(mine.UndoSet, set), "", 0, "b") // it stood all the while
	if err := mine.noted(ctx, "a.csv", func() error { return nil }); err != nil {
		t.Fatal(err)
	}
	if _, err := mine.UndoSet(ctx, set+3); !errors.Is(err, model.ErrNothingToUndo) {
		t.Errorf("of an export: %v", err)
	}
}

func TestRedoAfterAPartlyKeptUndoBringsBackTheSameImport(t *testing.T) {
	for name, again := range map[string]bool{"the same program": false, "another program": true} {
		ctx := context.Background()
		mine, _ := two(t)
		first, ids := imported(t, mine, "kept", "plain")
		if _, _, err := mine.Log(ctx, model.Entry{CustomerID: ids[0], At: "2026-11-24", Situation: "来电"}, model.Plan{}); err != nil {
			t.Fatal(err)
		}
		imported(t, mine, "other")
		before := tableNames(t, mine)
		reverts(t, mine, mine.Undo, "", 0, "kept plain")
		r, err := mine.UndoBatch(ctx, first)
		if err != nil || r.Kept == 0 || names(t, mine) != "kept" {
			t.Fatalf("%+v, %v, left %q", r, err, names(t, mine))
		}
		if undo, _, err := mine.Last(ctx); err != nil || undo.Act != model.ActLog {
			t.Errorf("%s: undo offers %+v, %v", name, undo, err)
		}
		s := mine
		if again {
			s = openAt(t, mine.Path())
		}
		if r, err := s.Redo(ctx); err != nil || names(t, s) != "kept plain" {
			t.Fatalf("%s: %+v, %v, there are %q", name, r, err, names(t, s))
		}
		if _, err := s.Redo(ctx); err != nil {
			t.Fatal(err)
		}
		sameTables(t, name, tableNames(t, s), before)
	}
}
