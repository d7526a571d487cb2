package store

import (
	"context"
	"database/sql"
	"encoding/json"
	"fmt"
)

// marks are the first ten steps, which files didn't name but count, with what
// shows that a file has had one. Three lines of work counted an eighth one
// each: orders, OEM projects and refunds.
var marks = []struct{ step, table, column string }{
	{"customers_and_journal", "customer", "name"}, {"attached", "contact", "name"}, {"settings", "settings", "importance_threshold"},
	{"today", "customer_thin", "since"}, {"segments", "segment", "name"}, {"mapping", "import_mapping", "mapping"},
	{"receivables", "receivable", "due_on"}, {"orders", "customer_order", "order_no"}, {"oem", "project", "name"},
	{"refunds", "refund", "reason"},
}

// counted are the names of the steps that a file has had which only counts
// them. Beyond the first ten the count stands for the order of the files.
func counted(ctx context.Context, q querier, files []string, version int) ([]string, error) {
	var had []string
	for _, m := range marks {
		var there bool
		if err := q.QueryRowContext(ctx, "SELECT EXISTS (SELECT 1 FROM pragma_table_info(?) WHERE name = ?)", m.table,
			m.column).Scan(&there); err != nil {
			return nil, err
		}
		if there {
			had = append(had, m.step)
		}
	}
	for _, file := range files[min(len(marks), version):version] {
		had = append(had, stepName(file))
	}
	return had, nil
}

// textsOf reads a query's only column.
func textsOf(ctx context.Context, q querier, query string, args ...any) ([]string, error) {
	rows, err := q.QueryContext(ctx, query, args...)
	return summed(rows, err, func(rows *sql.Rows, text *string) error { return rows.Scan(text) })
}

// amend gives an older file the columns and indexes that its steps make today.
// Four of the first ten were changed after the first files had had them.
func amend(ctx context.Context, tx *sql.Tx, files []string) error {
	fresh, err := sql.Open("sqlite", ":memory:")
	if err != nil {
		return err
	}
	defer fresh.Close()
	fresh.SetMaxOpenConns(1)
	for _, file := range files {
		if err := runStep(ctx, fresh.ExecContext, file); err != nil {
			return err
		}
	}
	for _, parts := range []string{tableParts, columnParts, indexParts} {
		is, err := textsOf(ctx, tx, "SELECT key FROM ("+parts+")")
		if err != nil {
			return err
		}
		has, err := json.Marshal(is)
		if err != nil {
			return err
		}
		wanted, err := textsOf(ctx, fresh, "SELECT statement FROM ("+parts+") WHERE key NOT IN (SELECT value FROM json_each(?)) ORDER BY place",
			string(has))
		if err != nil {
			return err
		}
		for _, statement := range wanted {
			if _, err := tx.ExecContext(ctx, statement); err != nil {
				return fmt.Errorf("%s: %w", statement, err)
			}
		}
	}
	return nil
}

// What a schema consists of: by what each part is known, how it is made, and
// in which order. A column that is added to older records is empty.
const (
	tableParts  = `SELECT name AS key, sql AS statement, rowid AS place FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'`
	columnParts = `SELECT m.name || '.' || c.name AS key, 'ALTER TABLE ' || m.name || ' ADD COLUMN ' || c.name || ' ' || c.type ||
		CASE c.type WHEN 'INTEGER' THEN ' NOT NULL DEFAULT 0' ELSE ' NOT NULL DEFAULT ''''' END AS statement, m.rowid * 1000 + c.cid AS place
		FROM sqlite_master m JOIN pragma_table_xinfo(m.name) c WHERE m.type = 'table' AND m.name NOT LIKE 'sqlite_%'
		AND c.hidden = 0 AND c.pk = 0`
	indexParts = `SELECT sql AS key, 'DROP INDEX IF EXISTS ' || name || '; ' || sql AS statement, rowid AS place
		FROM sqlite_master WHERE type = 'index' AND sql IS NOT NULL`
)
