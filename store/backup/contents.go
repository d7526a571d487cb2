package backup

import (
	"context"
	"database/sql"
	"fmt"
	"net/url"
	"path/filepath"
	"strings"

	_ "modernc.org/sqlite" // the databases are its

	"genjin/model"
)

// Contents is what a database holds: how many rows each table has, and what the
// amounts of a table come to in each currency, in minor units.
type Contents struct {
	Tables map[string]int64            `json:"tables"`
	Sums   map[string]map[string]int64 `json:"sums"`
}

// Query asks a database, a connection or a transaction: its QueryContext.
type Query = func(ctx context.Context, query string, args ...any) (*sql.Rows, error)

// Count reads what a database holds, whatever its version.
func Count(ctx context.Context, q Query) (Contents, error) {
	c := Contents{Tables: map[string]int64{}, Sums: map[string]map[string]int64{}}
	tables, err := texts(ctx, q, plainTables)
	if err != nil {
		return c, err
	}
	for _, table := range tables {
		err := eachRow(ctx, q, fmt.Sprintf("SELECT '', count(*) FROM %q", table), func(_ string, n int64) { c.Tables[table] = n })
		if err != nil {
			return c, err
		}
	}
	summed, err := texts(ctx, q, moneyTables)
	for _, table := range summed {
		sums := map[string]int64{}
		if err := eachRow(ctx, q, fmt.Sprintf("SELECT currency, sum(amount) FROM %q GROUP BY currency", table),
			func(currency string, sum int64) { sums[currency] = sum }); err != nil {
			return c, err
		}
		c.Sums[table] = sums
	}
	return c, err
}

const (
	// plainTables are all but those that SQLite keeps for a text index.
	plainTables = `SELECT name FROM sqlite_master t WHERE type = 'table' AND name NOT LIKE 'sqlite\_%' ESCAPE '\'
		AND sql NOT LIKE 'CREATE VIRTUAL%' AND NOT EXISTS (SELECT 1 FROM sqlite_master v WHERE v.type = 'table'
		AND v.sql LIKE 'CREATE VIRTUAL%' AND t.name GLOB v.name || '_*') ORDER BY name`
	moneyTables = `SELECT m.name FROM sqlite_master m WHERE m.type = 'table' AND (SELECT count(*) FROM pragma_table_info(m.name) c
		WHERE c.name IN ('amount', 'currency')) = 2 ORDER BY m.name`
)

// same refuses contents that aren't those that were counted before.
func (c Contents) same(was Contents) error {
	if len(c.Tables) != len(was.Tables) {
		return fmt.Errorf("%w: %d tables, %d before", model.ErrBackupDamaged, len(c.Tables), len(was.Tables))
	}
	for table, n := range was.Tables {
		if c.Tables[table] != n {
			return fmt.Errorf("%w: %s has %d rows, %d before", model.ErrBackupDamaged, table, c.Tables[table], n)
		}
	}
	for table, sums := range was.Sums {
		for currency, sum := range sums {
			if c.Sums[table][currency] != sum {
				return fmt.Errorf("%w: %s in %s comes to something else", model.ErrBackupDamaged, table, currency)
			}
		}
	}
	return nil
}

// Sound looks whether a database is whole: its pages, and that no record refers
// to one that isn't there. It answers model.ErrBackupDamaged with what is wrong.
func Sound(ctx context.Context, q Query) error {
	for _, check := range []string{
		"SELECT quick_check FROM pragma_quick_check WHERE quick_check <> 'ok' LIMIT 1",
		`SELECT "table" || ' → ' || parent FROM pragma_foreign_key_check LIMIT 1`,
	} {
		wrong, err := texts(ctx, q, check)
		if ctx.Err() != nil {
			return ctx.Err()
		}
		if err != nil || len(wrong) > 0 {
			return fmt.Errorf("%w: %s", model.ErrBackupDamaged, strings.Join(append(wrong, fmt.Sprint(err)), " "))
		}
	}
	return nil
}

// Look opens a database that nobody writes to, to read it as it lies there.
func Look(path string) (*sql.DB, error) {
	return sql.Open("sqlite", "file:"+(&url.URL{Path: filepath.ToSlash(path)}).EscapedPath()+"?mode=ro&immutable=1")
}

func texts(ctx context.Context, q Query, query string) ([]string, error) {
	rows, err := q(ctx, query)
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	var list []string
	for rows.Next() {
		var text string
		if err := rows.Scan(&text); err != nil {
			return nil, err
		}
		list = append(list, text)
	}
	return list, rows.Err()
}

func eachRow(ctx context.Context, q Query, query string, take func(text string, n int64)) error {
	rows, err := q(ctx, query)
	if err != nil {
		return err
	}
	defer rows.Close()
	for rows.Next() {
		var text string
		var n int64
		if err := rows.Scan(&text, &n); err != nil {
			return err
		}
		take(text, n)
	}
	return rows.Err()
}
