//go:build unix

package store

import (
	"bufio"
	"context"
	"database/sql"
	"errors"
	"fmt"
	"io/fs"
	"math/rand/v2"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

// earlier is a file as a version left it that had so many of the steps, with what
// of a book it could hold.
func earlier(t *testing.T, book string, steps []string) string {
	t.Helper()
	ctx := context.Background()
	path := filepath.Join(t.TempDir(), "genjin.db")
	db, err := sql.Open("sqlite", "file:"+path)
	if err != nil {
		t.Fatal(err)
	}
	defer db.Close()
	db.SetMaxOpenConns(1)
	for _, step := range steps {
		if err := runStep(ctx, db.ExecContext, step); err != nil {
			t.Fatal(err)
		}
	}
	tx, err := db.BeginTx(ctx, nil)
	if err == nil {
		err = errors.Join(nameSteps(ctx, tx, steps), tx.Commit())
	}
	if err != nil {
		t.Fatal(err)
	}
	runSQL(t, db, "PRAGMA foreign_keys = OFF; ATTACH '"+book+"' AS book")
	for _, table := range tablesOf(t, db, "main") {
		runSQL(t, db, fmt.Sprintf("DELETE FROM main.%q", table))
		if list := sharedColumns(t, db, table); list != "" {
			more, blanks := otherColumns(t, db, table)
			runSQL(t, db, fmt.Sprintf("INSERT INTO main.%[1]q (%[2]s%[3]s) SELECT %[2]s%[4]s FROM book.%[1]q", table, list, more, blanks))
		}
	}
	return path
}

func tablesOf(t *testing.T, db *sql.DB, schema string) []string {
	t.Helper()
	list, err := textsOf(context.Background(), db, "SELECT name FROM "+schema+".sqlite_master WHERE type = 'table' AND name <> 'migration' "+
		"AND name NOT LIKE 'sqlite%' ORDER BY name")
	if err != nil {
		t.Fatal(err)
	}
	return list
}

// sharedColumns are those that a table has in both files, of one type.
func sharedColumns(t *testing.T, db *sql.DB, table string) string {
	t.Helper()
	list, err := textsOf(context.Background(), db, `SELECT '"' || a.name || '"' FROM pragma_table_xinfo(?1, 'main') a
		JOIN pragma_table_xinfo(?1, 'book') b ON b.name = a.name AND b.type = a.type WHERE a.hidden = 0 AND b.hidden = 0`, table)
	if err != nil {
		t.Fatal(err)
	}
	return strings.Join(list, ", ")
}

// otherColumns are those that the book hasn't, or has of another type, and what is
// said of them: nothing.
func otherColumns(t *testing.T, db *sql.DB, table string) (list, blanks string) {
	t.Helper()
	rest, err := textsOf(context.Background(), db, `SELECT a.type || ' ' || a.name FROM pragma_table_xinfo(?1, 'main') a
		WHERE a.hidden = 0 AND a."notnull" AND NOT EXISTS (SELECT 1 FROM pragma_table_xinfo(?1, 'book') b WHERE b.name = a.name
		AND b.type = a.type)`, table)
	if err != nil {
		t.Fatal(err)
	}
	for _, column := range rest {
		kind, name, _ := strings.Cut(column, " ")
		list += `, "` + name + `"`
		blanks += map[bool]string{true: ", ''", false: ", 0"}[kind == "TEXT"]
	}
	return list, blanks
}

// sameAs compares a file that was brought to the newest schema with the book that
// it was filled from, in the columns that it had.
func sameAs(t *testing.T, what, path, book string, had map[string]string) {
	t.Helper()
	db, err := sql.Open("sqlite", "file:"+path)
	if err != nil {
		t.Fatal(err)
	}
	defer db.Close()
	db.SetMaxOpenConns(1)
	runSQL(t, db, "ATTACH '"+book+"' AS book")
	for table, list := range had {
		var is, was, differ int
		q := fmt.Sprintf(`SELECT (SELECT count(*) FROM main.%[1]q), (SELECT count(*) FROM book.%[1]q),
			(SELECT count(*) FROM (SELECT %[2]s FROM book.%[1]q EXCEPT SELECT %[2]s FROM main.%[1]q))`, table, list)
		if err := db.QueryRow(q).Scan(&is, &was, &differ); err != nil {
			t.Fatal(err)
		}
		if is < was || differ > 0 {
			t.Errorf("%s: %s has %d rows of %d, %d differ", what, table, is, was, differ)
		}
	}
}

func TestEveryEarlierSchemaReachesTheNewestWithAllThatWasInIt(t *testing.T) {
	book, _ := sampled(t)
	steps, err := fs.Glob(migrations, "migrations/*.sql")
	if err != nil {
		t.Fatal(err)
	}
	every := times(6, 1)
	for n := len(steps) - 1; n > 0; n -= every {
		path := earlier(t, book, steps[:n])
		had := columnsShared(t, path, book)
		for kill := range times(1, 20) {
			was := copied(t, path)
			killedWhileOpening(t, was, luck(n*100+kill))
			s, err := Open(context.Background(), was, AsOf("2026-11-24"))
			if err != nil {
				t.Fatalf("after %s: %v", filepath.Base(steps[n-1]), err)
			}
			if checks, err := s.Checkup(context.Background(), false); err != nil || len(checks) == 0 {
				t.Errorf("after %s: %v", filepath.Base(steps[n-1]), err)
			}
			if err := s.Close(); err != nil {
				t.Fatal(err)
			}
			sameAs(t, "after "+filepath.Base(steps[n-1]), was, book, had)
		}
	}
}

// follow are columns that steps work out anew, or that opening a file does.
var follow = map[string]bool{"next_basis": true, "ahead_on": true, "shipped": true, "invoiced": true, "part_on": true, "updated_at": true,
	"campaign": true, "opens": true, "opens_with": true, "came_on": true, "ship_by": true, "write_offs": true, "turn": true}

func columnsShared(t *testing.T, path, book string) map[string]string {
	t.Helper()
	db, err := sql.Open("sqlite", "file:"+path)
	if err != nil {
		t.Fatal(err)
	}
	defer db.Close()
	db.SetMaxOpenConns(1)
	runSQL(t, db, "ATTACH '"+book+"' AS book")
	had := map[string]string{}
	for _, table := range tablesOf(t, db, "main") {
		var list []string
		for _, column := range strings.Split(sharedColumns(t, db, table), ", ") {
			if column != "" && !follow[strings.Trim(column, `"`)] {
				list = append(list, column)
			}
		}
		if table == "change" { // whose values a step may write in another way
			list = []string{"id", "set_id", "record", "record_id", "customer_id"}
		}
		if len(list) > 0 && !strings.HasPrefix(table, "template") && !strings.HasPrefix(table, "order_habit") && table != "secret" {
			had[table] = strings.Join(list, ", ")
		}
	}
	return had
}

// killedWhileOpening has another process open a file, and kills it in the middle.
func killedWhileOpening(t *testing.T, path string, r *rand.Rand) {
	t.Helper()
	cmd := asChild(t, "TestChildOpens", path, false)
	out, err := cmd.StdoutPipe()
	if err == nil {
		err = cmd.Start()
	}
	if err != nil {
		t.Fatal(err)
	}
	bufio.NewScanner(out).Scan() // it begins now
	time.Sleep(time.Duration(r.IntN(60)) * time.Millisecond)
	_ = cmd.Process.Kill()
	_ = cmd.Wait()
}

func TestChildOpens(t *testing.T) {
	path := child(t)
	fmt.Println("now")
	s, err := Open(context.Background(), path, AsOf("2026-11-24"))
	if err != nil {
		t.Fatal(err)
	}
	_ = s.Close()
}
