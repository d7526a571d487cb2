// Package store keeps genjin's records in one SQLite file: one record a file,
// SQL beside its scan. An exported call is a transaction; the unexported one
// of the same name is its body. Every change goes through the write helper and
// the record tables, which write the change log that undo and redo read.
package store

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"net/url"
	"os"
	"path/filepath"
	"time"

	"genjin/model"

	_ "modernc.org/sqlite" // the driver
)

// Store is an open database.
type Store struct {
	db       *sql.DB
	path     string
	readOnly bool
	now      func() time.Time
	today    func() model.Date
	search   index
}

// Option sets what Open takes from outside.
type Option func(*Store)

// AsOf fixes the day that counts as today.
func AsOf(day model.Date) Option {
	return func(s *Store) { s.today = func() model.Date { return day } }
}

// Clock replaces the system's clock.
func Clock(now func() time.Time) Option {
	return func(s *Store) {
		s.now = now
		s.today = func() model.Date { return model.DateOf(now()) }
	}
}

// Open opens the database, and makes it, and its folder, when it isn't there.
// The folder is 0700 and the file 0600, for they hold customers' data.
func Open(ctx context.Context, path string, opts ...Option) (*Store, error) {
	s := &Store{now: time.Now}
	s.today = func() model.Date { return model.DateOf(s.now()) }
	for _, o := range opts {
		o(s)
	}
	var err error
	if s.path, s.readOnly, err = prepare(path); err != nil {
		return nil, err
	}
	if s.db, err = sql.Open("sqlite", dsn(s.path, s.readOnly)); err != nil {
		return nil, err
	}
	s.db.SetMaxOpenConns(4)
	if err := s.migrate(ctx); err != nil {
		return nil, errors.Join(asFileError(err), s.db.Close())
	}
	return s, nil
}

// Close ends all work on the file.
func (s *Store) Close() error { return s.db.Close() }

// Path is the real place of the file.
func (s *Store) Path() string { return s.path }

// ReadOnly reports whether changes will be refused.
func (s *Store) ReadOnly() bool { return s.readOnly }

// Now is the clock's time.
func (s *Store) Now() time.Time { return s.now() }

// Today is the as-of date.
func (s *Store) Today() model.Date { return s.today() }

func dsn(path string, readOnly bool) string {
	params := "?_pragma=busy_timeout(5000)&_pragma=foreign_keys(1)"
	if readOnly {
		params += "&mode=ro"
	} else {
		params += "&_pragma=journal_mode(WAL)&_pragma=synchronous(FULL)&_txlock=immediate"
	}
	return "file:" + (&url.URL{Path: filepath.ToSlash(path)}).EscapedPath() + params
}

// prepare makes the folder and the file with tight permissions, follows a
// symbolic link to the real file, and refuses what SQLite can't keep safely.
func prepare(path string) (real string, readOnly bool, err error) {
	if path, err = filepath.Abs(path); err != nil {
		return "", false, err
	}
	dir := filepath.Dir(path)
	if _, err := os.Stat(dir); errors.Is(err, os.ErrNotExist) {
		if err := os.MkdirAll(dir, 0o700); err != nil {
			return "", false, err
		}
	}
	if real, err = filepath.EvalSymlinks(path); errors.Is(err, os.ErrNotExist) {
		f, err := os.OpenFile(path, os.O_CREATE|os.O_RDWR, 0o600)
		if err != nil {
			return "", false, err
		}
		if err := f.Close(); err != nil {
			return "", false, err
		}
		real, err = filepath.EvalSymlinks(path)
		if err != nil {
			return "", false, err
		}
	} else if err != nil {
		return "", false, err
	}
	info, err := os.Stat(real)
	switch {
	case err != nil:
		return "", false, err
	case !info.Mode().IsRegular():
		return "", false, fmt.Errorf("%s: %w", path, model.ErrNotDatabase)
	case linkCount(info) > 1:
		return "", false, fmt.Errorf("%s: %w", path, model.ErrHardLink)
	}
	if f, err := os.OpenFile(real, os.O_RDWR, 0); err != nil {
		return real, true, nil
	} else if err := f.Close(); err != nil {
		return "", false, err
	}
	if info.Mode().Perm()&0o077 != 0 {
		// Best effort: another owner's file, or a file system without modes.
		_ = os.Chmod(real, 0o600)
	}
	return real, false, nil
}
