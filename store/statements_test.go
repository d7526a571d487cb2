package store

import (
	"context"
	"database/sql"
	"fmt"
	"os"
	"testing"

	"genjin/model"
)

func TestAQueryIsAskedAgainWhileItsRowsAreRead(t *testing.T) {
	ctx := context.Background()
	s := open(t, "2026-11-24")
	for _, name := range []string{"甲", "乙", "丙"} {
		add(t, s, model.Customer{Name: name})
	}
	tx, err := s.db.BeginTx(ctx, &sql.TxOptions{ReadOnly: true}) // one connection
	if err != nil {
		t.Fatal(err)
	}
	got := ""
	var ask func(depth int)
	ask = func(depth int) {
		rows, err := tx.QueryContext(ctx, "SELECT name FROM customer WHERE id > ? ORDER BY id", depth)
		if err != nil {
			t.Fatal(err)
		}
		defer rows.Close()
		for rows.Next() {
			var name string
			if err := rows.Scan(&name); err != nil {
				t.Fatal(err)
			}
			got += name
			if depth < 2 {
				ask(depth + 1)
			}
		}
	}
	ask(0)
	if want := "甲乙丙丙丙乙乙丙丙丙丙乙丙丙丙"; got != want {
		t.Errorf("%q, not %q", got, want)
	}
	if err := tx.Rollback(); err != nil {
		t.Fatal(err)
	}
	closeWhole(t, s)
}

// closeWhole closes a file and sees that it was: SQLite leaves what was written
// ahead beside a file on which a statement is still open.
func closeWhole(t *testing.T, s *Store) {
	t.Helper()
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	if _, err := os.Stat(s.Path() + "-wal"); err == nil {
		t.Error("something is left open on the file")
	}
}

func TestARefusedStatementRunsAgain(t *testing.T) {
	ctx := context.Background()
	s := open(t, "2026-11-24")
	const insert = "INSERT INTO draft (form, fields, at) VALUES (?, ?, '2026-11-24T09:00:00Z')"
	for i, form := range []string{"a", "a", "b"} {
		if _, err := s.db.ExecContext(ctx, insert, form, "{}"); (err == nil) != (i != 1) {
			t.Error(form, err)
		}
	}
	var n int
	if err := s.db.QueryRowContext(ctx, "SELECT COUNT(*) FROM draft").Scan(&n); err != nil || n != 2 {
		t.Errorf("%d drafts, %v", n, err)
	}
}

func TestAColumnThatIsNewIsInTheNextAnswer(t *testing.T) {
	ctx := context.Background()
	s := open(t, "2026-11-24")
	columns := func() int {
		rows, err := s.db.QueryContext(ctx, "SELECT * FROM customer")
		if err != nil {
			t.Fatal(err)
		}
		defer rows.Close()
		names, err := rows.Columns()
		if err != nil {
			t.Fatal(err)
		}
		return len(names)
	}
	before := columns()
	other := openAt(t, s.Path())
	if _, err := other.db.ExecContext(ctx, "ALTER TABLE customer ADD COLUMN unheard_of TEXT NOT NULL DEFAULT ''"); err != nil {
		t.Fatal(err)
	}
	if after := columns(); after != before+1 {
		t.Errorf("%d columns, then %d", before, after)
	}
}

func TestAFileIsClosedWhateverWasAsked(t *testing.T) {
	ctx := context.Background()
	s := open(t, "2026-11-24")
	add(t, s, model.Customer{Name: "董先生"})
	for i := range 3 * mostKept {
		if _, err := s.ids(ctx, fmt.Sprint("SELECT id FROM customer WHERE id <> ", i)); err != nil {
			t.Fatal(err)
		}
	}
	closeWhole(t, s)
}
