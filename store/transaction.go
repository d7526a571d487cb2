package store

import (
	"context"
	"database/sql"
	"fmt"
)

// transaction is that of a write. What it runs again and again is prepared
// once: an import of thousands of orders spends a third of its time on reading
// the same few statements otherwise.
type transaction struct {
	*sql.Tx
	prepared map[string]*sql.Stmt
}

func newTransaction(tx *sql.Tx) *transaction {
	return &transaction{Tx: tx, prepared: map[string]*sql.Stmt{}}
}

// mostPrepared is how many statements a transaction keeps; texts that differ
// with every call aren't worth it.
const mostPrepared = 500

// statement is a prepared one; nil when there are too many already.
func (t *transaction) statement(ctx context.Context, query string) (*sql.Stmt, error) {
	st := t.prepared[query]
	if st != nil || len(t.prepared) >= mostPrepared {
		return st, nil
	}
	st, err := t.PrepareContext(ctx, query)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", query, err)
	}
	t.prepared[query] = st
	return st, nil
}

// ExecContext runs a statement, prepared once.
func (t *transaction) ExecContext(ctx context.Context, query string, args ...any) (sql.Result, error) {
	st, err := t.statement(ctx, query)
	switch {
	case err != nil:
		return nil, err
	case st == nil:
		return t.Tx.ExecContext(ctx, query, args...)
	}
	return st.ExecContext(ctx, args...)
}

// QueryRowContext reads one row with a statement prepared once.
func (t *transaction) QueryRowContext(ctx context.Context, query string, args ...any) *sql.Row {
	st, err := t.statement(ctx, query)
	if err != nil || st == nil {
		return t.Tx.QueryRowContext(ctx, query, args...)
	}
	return st.QueryRowContext(ctx, args...)
}

// drain starts a query, prepared once, whose rows are read to their end before
// anything else is asked: a statement has one set of rows at a time.
func (t *transaction) drain(ctx context.Context, query string, args ...any) (*sql.Rows, error) {
	st, err := t.statement(ctx, query)
	switch {
	case err != nil:
		return nil, err
	case st == nil:
		return t.QueryContext(ctx, query, args...)
	}
	return st.QueryContext(ctx, args...)
}
