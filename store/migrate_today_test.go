package store

import (
	"context"
	"database/sql"
	"fmt"
	"path/filepath"
	"strings"
	"testing"
)

// blank inserts a row with nothing in it but what is given.
func blank(t *testing.T, db *sql.DB, table string, given map[string]string) {
	t.Helper()
	rows, err := db.Query("SELECT name, type FROM pragma_table_info(?)", table)
	if err != nil {
		t.Fatal(err)
	}
	defer rows.Close()
	var columns, values []string
	for rows.Next() {
		var name, kind string
		if err := rows.Scan(&name, &kind); err != nil {
			t.Fatal(err)
		}
		value, ok := given[name]
		if !ok && name == "id" {
			continue
		}
		if !ok {
			value = map[string]string{"TEXT": "''", "INTEGER": "0"}[kind]
		}
		columns, values = append(columns, name), append(values, value)
	}
	if err := rows.Err(); err != nil {
		t.Fatal(err)
	}
	runSQL(t, db, fmt.Sprintf("INSERT INTO %s (%s) VALUES (%s)", table, strings.Join(columns, ", "), strings.Join(values, ", ")))
}

func runSQL(t *testing.T, db *sql.DB, query string) {
	t.Helper()
	if _, err := db.Exec(query); err != nil {
		t.Fatalf("%s: %v", query, err)
	}
}

// A file of the version before keeps its ticks, and ids are not used again.
func TestTicksOfAnOlderFileAreKept(t *testing.T) {
	ctx := context.Background()
	path := filepath.Join(t.TempDir(), "genjin.db")
	db, err := sql.Open("sqlite", "file:"+path+"?_pragma=foreign_keys(1)")
	if err != nil {
		t.Fatal(err)
	}
	defer db.Close()
	db.SetMaxOpenConns(1)
	for _, name := range []string{"0001_customers_and_journal", "0002_attached", "0003_settings"} {
		script, err := migrations.ReadFile("migrations/" + name + ".sql")
		if err != nil {
			t.Fatal(err)
		}
		runSQL(t, db, string(script))
	}
	runSQL(t, db, "PRAGMA user_version = 3")
	blank(t, db, "settings", map[string]string{"id": "1", "date_lead": "3"})
	blank(t, db, "customer", map[string]string{"id": "7", "name": "'周敏'", "birthday": "'--09-25'", "next_on": "'2027-06-01'"})
	blank(t, db, "contact", map[string]string{"customer_id": "7", "name": "'王经理'", "birthday": "'lunar:--08r-14'"})
	for id := 1; id <= 3; id++ {
		blank(t, db, "handled", map[string]string{"id": fmt.Sprint(id), "kind": "'date'", "record": "7", "customer_id": "7",
			"due_on": "'2026-09-22'", "handled_on": "'2026-09-22'"})
	}
	runSQL(t, db, "DELETE FROM handled WHERE id > 1")
	if err := db.Close(); err != nil {
		t.Fatal(err)
	}
	s, err := Open(ctx, path, AsOf("2026-09-23"))
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	day, err := s.Day(ctx, 0)
	if err != nil {
		t.Fatal(err)
	}
	if len(day.Facts.Handled) != 1 || day.Facts.Handled[0].ID != 1 || day.Facts.Handled[0].About != "" {
		t.Errorf("ticks: %+v", day.Facts.Handled)
	}
	if len(day.Facts.Contacts) != 1 {
		t.Errorf("a contact's birthday has no key: %+v", day.Facts.Contacts)
	}
	var next int64
	if err := s.db.QueryRow("SELECT seq FROM sqlite_sequence WHERE name = 'handled'").Scan(&next); err != nil || next != 3 {
		t.Errorf("the last id used is %d, %v", next, err)
	}
}
