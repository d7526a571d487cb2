package store

import (
	"context"
	"database/sql/driver"
	"errors"
	"maps"
	"slices"
)

// mostKept is how many statements a connection keeps. A move of the cursor on
// any tab asks for two dozen.
const mostKept = 100

// statements are those of one connection that have run and wait to run again:
// to compile one takes SQLite longer than to run it, for most that are asked
// here. SQLite itself compiles one anew when the tables have changed.
type statements struct {
	idle map[string]idle
	runs int // how many have run, the age of a statement
}

type idle struct {
	stmt sqliteStmt
	ran  int
}

// take is the statement of a query, idle no longer.
func (k *statements) take(ctx context.Context, on sqliteConn, query string) (sqliteStmt, error) {
	if st, ok := k.idle[query]; ok {
		delete(k.idle, query)
		return st.stmt, nil
	}
	st, err := on.PrepareContext(ctx, query)
	if err != nil {
		return nil, err
	}
	return st.(sqliteStmt), nil
}

// keep takes a statement back that has run. If there are too many, the one
// that has waited longest goes.
func (k *statements) keep(query string, st sqliteStmt) error {
	if _, twice := k.idle[query]; twice {
		return st.Close()
	}
	if k.idle == nil {
		k.idle = map[string]idle{}
	}
	k.runs++
	k.idle[query] = idle{st, k.runs}
	if len(k.idle) <= mostKept {
		return nil
	}
	oldest, ran := "", k.runs
	for query, st := range k.idle {
		if st.ran < ran {
			oldest, ran = query, st.ran
		}
	}
	gone := k.idle[oldest]
	delete(k.idle, oldest)
	return gone.stmt.Close()
}

// close gives all of them back; SQLite closes no file on which one is left.
func (k *statements) close() error {
	var errs []error
	for _, query := range slices.Collect(maps.Keys(k.idle)) {
		errs = append(errs, k.idle[query].stmt.Close())
	}
	k.idle = nil
	return errors.Join(errs...)
}

// answer are the rows of a statement that is kept once they are closed.
type answer struct {
	driver.Rows
	kept  *statements
	query string
	stmt  sqliteStmt
}

func (a *answer) Close() error {
	if err := a.Rows.Close(); err != nil {
		return errors.Join(err, a.stmt.Close())
	}
	return a.kept.keep(a.query, a.stmt)
}
