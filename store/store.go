package store

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"net/url"
	"os"
	"path/filepath"
	"sync"
	"sync/atomic"
	"time"

	"genjin/model"
)

// Store is an open database.
type Store struct {
	db       *sql.DB
	files    *connector
	path     string
	asked    string      // the path by which it was opened, which may be a link
	unclean  bool        // the program that had it open ended abruptly
	lost     bool        // and what it had written ahead was damaged since
	looked   atomic.Bool // at every page, after that
	spoilt   atomic.Bool // a part of the file can't be read
	closed   sync.Once
	place    located
	readOnly bool
	now      func() time.Time
	today    func() model.Date
	clock    func() time.Time // what backups are named by, whatever counts as today
	guarded  bool             // it makes backups by itself
	search   index
	saved    atomic.Bool // a change was kept
	own      own
	books    *pastBooks // of a page of an earlier day only
	lang     atomic.Int32
}

// Speak says the language of what is noted in words by itself; Chinese until then.
func (s *Store) Speak(lang string) { s.lang.Store(int32(spoken(lang))) }

// Option sets what Open takes from outside.
type Option func(*Store)

// AsOf fixes the day that counts as today. The clock keeps its time of day and
// moves to that day too, so that what is added counts as made today.
func AsOf(day model.Date) Option {
	return func(s *Store) {
		s.today = func() model.Date { return day }
		s.now = func() time.Time {
			t := model.Now()
			return time.Date(day.Year(), time.Month(day.Month()), day.Day(), t.Hour(), t.Minute(), t.Second(), t.Nanosecond(), time.Local)
		}
	}
}

// Clock replaces the system's clock.
func Clock(now func() time.Time) Option {
	return func(s *Store) {
		s.now, s.clock = now, now
		s.today = func() model.Date { return model.DateOf(now()) }
	}
}

// Guarded has the store make backups by itself: before a file is changed for a
// newer version, before an import that changes records, and once a day.
func Guarded() Option { return func(s *Store) { s.guarded = true } }

// Open opens the database, and makes it, and its folder, when it isn't there.
// The folder is 0700 and the file 0600, for they hold customers' data.
func Open(ctx context.Context, path string, opts ...Option) (*Store, error) {
	s := newStore(opts)
	real, allowed, err := prepare(path)
	if err != nil {
		return nil, err
	}
	s.path, s.readOnly = real, allowed != writable
	s.asked, _ = filepath.Abs(path)
	if countOpen(real, 1) == 0 {
		s.unclean, s.lost = lookBack(real)
	}
	s.place.path = real
	s.files = &connector{dsn: dsn(real, allowed), moved: s.place.moved}
	s.db = sql.OpenDB(s.files)
	s.db.SetMaxOpenConns(4)
	err = s.begin(ctx)
	if errors.Is(err, model.ErrDamaged) && s.openDamaged(ctx) == nil {
		return s, nil
	}
	if err != nil {
		return nil, errors.Join(err, s.close())
	}
	return s, nil
}

func newStore(opts []Option) *Store {
	s := &Store{now: model.Now, clock: model.Now}
	s.today = func() model.Date { return model.DateOf(s.now()) }
	for _, o := range opts {
		o(s)
	}
	return s
}

// begin makes an opened file ready: of this version, and with what has become
// due counted. It is one file all the while: another that comes into its place
// meanwhile isn't written to.
func (s *Store) begin(ctx context.Context) error {
	if err := s.place.find(); err != nil {
		return err
	}
	if err := s.migrate(ctx); err != nil {
		return err
	}
	if err := s.place.settle(); err != nil {
		return err
	}
	if !s.readOnly {
		s.sweep(ctx)
		s.wipeLeft(ctx)
	}
	if err := s.CatchUp(ctx); err != nil {
		return err
	}
	return s.settleOwn(ctx)
}

// Close ends all work on the file. After changes SQLite looks anew at how its
// tables have grown, where it finds that worth it: the plans depend on it.
func (s *Store) Close() error {
	if s.Saved() {
		_, _ = s.db.Exec("PRAGMA optimize") // the file is as good without
	}
	return s.close()
}

func (s *Store) close() error {
	s.closed.Do(func() { countOpen(s.path, -1) })
	return s.db.Close()
}

// Path is the real place of the file.
func (s *Store) Path() string { return s.path }

// ReadOnly reports whether changes will be refused.
func (s *Store) ReadOnly() bool { return s.readOnly || s.spoilt.Load() }

// Now is the clock's time.
func (s *Store) Now() time.Time { return s.now() }

// Today is the as-of date.
func (s *Store) Today() model.Date { return s.today() }

// access is what the file system allows with the file.
type access int

const (
	writable access = iota
	readable        // changes are refused
	frozen          // not even SQLite's own files can be made beside it
)

func dsn(path string, a access) string {
	params := "?_pragma=busy_timeout(5000)&_pragma=foreign_keys(1)"
	switch a {
	case writable:
		params += "&_pragma=synchronous(FULL)&_txlock=immediate"
	case readable:
		params += "&mode=ro"
	case frozen:
		params += "&mode=ro&immutable=1"
	}
	return "file:" + (&url.URL{Path: filepath.ToSlash(path)}).EscapedPath() + params
}

// prepare makes the folder and the file with tight permissions, follows a
// symbolic link to the real file, and refuses what SQLite can't keep safely.
func prepare(path string) (real string, a access, err error) {
	if path, err = filepath.Abs(path); err != nil {
		return "", 0, err
	}
	if isBeside(path) {
		return "", 0, fmt.Errorf("%s: %w", path, model.ErrNotDatabase)
	}
	if real, err = filepath.EvalSymlinks(path); errors.Is(err, os.ErrNotExist) {
		real, err = create(path)
	}
	if err != nil {
		return "", 0, err
	}
	info, err := os.Stat(real)
	switch {
	case err != nil:
		return "", 0, err
	case !info.Mode().IsRegular(), isBeside(real):
		return "", 0, fmt.Errorf("%s: %w", path, model.ErrNotDatabase)
	case linkCount(info) > 1:
		return "", 0, fmt.Errorf("%s: %w", path, model.ErrHardLink)
	}
	return real, accessTo(real), nil
}

// create makes an empty file, and its folder, and says where it really is.
func create(path string) (real string, err error) {
	if err := os.MkdirAll(filepath.Dir(path), 0o700); err != nil {
		return "", err
	}
	f, err := os.OpenFile(path, os.O_CREATE|os.O_RDWR, 0o600)
	if err != nil {
		return "", err
	}
	if err := f.Close(); err != nil {
		return "", err
	}
	return filepath.EvalSymlinks(path)
}

func accessTo(path string) access {
	folder := canWrite(filepath.Dir(path))
	if folder && canWrite(path) {
		return writable
	}
	if log, err := os.Stat(path + "-wal"); folder || err == nil && log.Size() > 0 {
		return readable
	}
	return frozen
}

// tighten takes a file that others may read from them. It does what it can:
// the file may be another owner's, or on a file system without permissions.
func tighten(path string) {
	for _, name := range []string{path, path + "-wal", path + "-shm"} {
		if info, err := os.Stat(name); err == nil && info.Mode().Perm()&0o077 != 0 {
			_ = os.Chmod(name, 0o600)
		}
	}
}
