package store

import (
	"context"
	"database/sql/driver"
	"errors"
	"sync"
	"sync/atomic"

	"modernc.org/sqlite"
)

// connector opens the file for the pool. Between it and SQLite lie two things
// that hold for every read and write: what the driver says is told in the words
// of model, and nothing is kept in a file that is no longer where it was.
type connector struct {
	dsn   string
	moved func() error // model.ErrMoved when the file isn't there any more

	shut  sync.RWMutex // held while the file is being replaced
	links atomic.Int64 // connections that are open
}

func (c *connector) Driver() driver.Driver { return &sqlite.Driver{} }

// Connect opens another connection.
func (c *connector) Connect(context.Context) (driver.Conn, error) {
	c.shut.RLock()
	defer c.shut.RUnlock()
	if err := c.moved(); err != nil {
		return nil, err
	}
	inner, err := c.Driver().Open(c.dsn)
	if err != nil {
		return nil, asFileError(err)
	}
	c.links.Add(1)
	return &conn{sqliteConn: inner.(sqliteConn), moved: c.moved, of: c}, nil
}

// sqliteConn is what the driver's connections can do.
type sqliteConn interface {
	driver.Conn
	driver.ConnBeginTx
	driver.ConnPrepareContext
	driver.ExecerContext
	driver.QueryerContext
	driver.Pinger
	driver.SessionResetter
	driver.Validator
}

type conn struct {
	sqliteConn
	moved func() error
	of    *connector
	kept  statements
}

// Close closes the connection and the statements that it kept.
func (c *conn) Close() error {
	defer c.of.links.Add(-1)
	return errors.Join(c.kept.close(), c.sqliteConn.Close())
}

func (c *conn) BeginTx(ctx context.Context, opts driver.TxOptions) (driver.Tx, error) {
	if err := c.moved(); err != nil {
		return nil, err
	}
	tx, err := c.sqliteConn.BeginTx(ctx, opts)
	if err != nil {
		return nil, asFileError(err)
	}
	return &transacting{tx, c.moved}, nil
}

func (c *conn) PrepareContext(ctx context.Context, query string) (driver.Stmt, error) {
	st, err := c.kept.take(ctx, c.sqliteConn, query)
	if err != nil {
		return nil, asFileError(err)
	}
	return &statement{sqliteStmt: st, kept: &c.kept, query: query}, nil
}

func (c *conn) ExecContext(ctx context.Context, query string, args []driver.NamedValue) (driver.Result, error) {
	if err := c.moved(); err != nil {
		return nil, err
	}
	st, err := c.kept.take(ctx, c.sqliteConn, query)
	if err != nil {
		return nil, asFileError(err)
	}
	res, err := st.ExecContext(ctx, args)
	if err != nil {
		return nil, errors.Join(asFileError(err), st.Close())
	}
	return res, c.kept.keep(query, st)
}

func (c *conn) QueryContext(ctx context.Context, query string, args []driver.NamedValue) (driver.Rows, error) {
	st, err := c.kept.take(ctx, c.sqliteConn, query)
	if err != nil {
		return nil, asFileError(err)
	}
	rows, err := st.QueryContext(ctx, args)
	if err != nil {
		return nil, errors.Join(asFileError(err), st.Close())
	}
	return &reading{&answer{rows, &c.kept, query, st}}, nil
}

type sqliteStmt interface {
	driver.Stmt
	driver.StmtExecContext
	driver.StmtQueryContext
}

// statement is one that a transaction prepared, for more than one run.
type statement struct {
	sqliteStmt
	kept   *statements
	query  string
	failed bool
}

func (s *statement) ExecContext(ctx context.Context, args []driver.NamedValue) (driver.Result, error) {
	res, err := s.sqliteStmt.ExecContext(ctx, args)
	s.failed = s.failed || err != nil
	return res, asFileError(err)
}

func (s *statement) QueryContext(ctx context.Context, args []driver.NamedValue) (driver.Rows, error) {
	rows, err := s.sqliteStmt.QueryContext(ctx, args)
	s.failed = s.failed || err != nil
	return translated(rows, err)
}

// Close leaves the statement to the connection.
func (s *statement) Close() error {
	if s.failed {
		return s.sqliteStmt.Close()
	}
	return s.kept.keep(s.query, s.sqliteStmt)
}

func translated(rows driver.Rows, err error) (driver.Rows, error) {
	if err != nil {
		return nil, asFileError(err)
	}
	return &reading{rows}, nil
}

type reading struct{ driver.Rows }

func (r *reading) Next(dest []driver.Value) error { return asFileError(r.Rows.Next(dest)) }

type transacting struct {
	driver.Tx
	moved func() error
}

// Commit keeps the changes, if the file is still the one that was opened.
func (t *transacting) Commit() error {
	if err := t.moved(); err != nil {
		_ = t.Rollback()
		return err
	}
	return asFileError(t.Tx.Commit())
}
