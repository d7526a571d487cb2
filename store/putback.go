package store

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"strconv"
	"strings"
	"time"

	"genjin/model"

	"genjin/store/backup"
	"genjin/store/files"
)

// PutBack puts a backup in a database's place: the file at a path, whatever is
// wrong with it. The backup is proved first. What it replaces is kept as a
// backup too, or as it is where it is damaged, and the answer says where. While
// another genjin has the file open it is asked to let go; where it doesn't the
// answer is model.ErrInUse, and nothing is touched.
func PutBack(ctx context.Context, path, from, passphrase string, opts ...Option) (model.PutBack, error) {
	s := newStore(opts)
	real, err := whereItIs(path)
	if err != nil {
		return model.PutBack{}, err
	}
	s.path, s.place.path = real, real
	s.files = &connector{dsn: dsn(real, readable), moved: s.place.moved}
	s.db = sql.OpenDB(s.files)
	if from, err = s.found(ctx, from); err != nil {
		return model.PutBack{}, errors.Join(err, s.db.Close())
	}
	if passphrase == "" {
		passphrase = s.backupSecret(ctx)
	}
	if err := s.db.Close(); err != nil {
		return model.PutBack{}, err
	}
	return s.putBack(ctx, from, passphrase)
}

// whereItIs is the real place of a database that may not be there.
func whereItIs(path string) (string, error) {
	path, err := filepath.Abs(path)
	if err != nil {
		return "", err
	}
	if real, err := filepath.EvalSymlinks(path); !errors.Is(err, fs.ErrNotExist) {
		return real, err
	}
	return path, os.MkdirAll(filepath.Dir(path), 0o700)
}

// found is the backup that a person means: a file, the name of one that is kept,
// or, of those, the newest, or what the last restore replaced.
func (s *Store) found(ctx context.Context, from string) (string, error) {
	kept, err := s.backupFolder(ctx).List()
	if err != nil {
		return "", err
	}
	if _, err := os.Stat(from); err == nil {
		return from, s.place.apart(from)
	}
	for _, b := range kept {
		if from == model.NewestBackup && b.Why != model.BackupRestore || from == model.ReplacedBackup && b.Why == model.BackupRestore ||
			filepath.Base(b.Path) == from {
			return b.Path, nil
		}
	}
	if from == model.NewestBackup || from == model.ReplacedBackup {
		return "", model.ErrNoBackup
	}
	return from, nil // opening it says what is wrong with it
}

// PutBack puts a backup in the place of the file that is open here.
func (s *Store) PutBack(ctx context.Context, from, passphrase string) (model.PutBack, error) {
	from, err := s.found(ctx, from)
	if err != nil {
		return model.PutBack{}, err
	}
	if passphrase == "" {
		passphrase = s.backupSecret(ctx)
	}
	s.db.SetMaxIdleConns(0)
	s.files.shut.Lock()
	err = s.files.left(ctx)
	var p model.PutBack
	if err == nil {
		p, err = s.putBack(ctx, from, passphrase)
	}
	if err == nil {
		s.own.forget()
		s.place.file = nil // another from here on
		s.unclean, s.lost = false, false
		s.spoilt.Store(false)
		s.files.dsn = dsn(s.path, accessTo(s.path))
	}
	s.place.log = false // the last one to leave takes it away
	s.files.shut.Unlock()
	s.db.SetMaxIdleConns(2)
	if err != nil {
		_, _ = s.version(ctx, s.db)
		return p, errors.Join(err, s.place.settle())
	}
	return p, s.begin(ctx)
}

// left waits until nobody in this program reads or writes any more.
func (c *connector) left(ctx context.Context) error {
	for range 500 {
		if c.links.Load() == 0 {
			return nil
		}
		select {
		case <-ctx.Done():
			return ctx.Err()
		case <-time.After(20 * time.Millisecond):
		}
	}
	return model.ErrInUse
}

func (s *Store) putBack(ctx context.Context, from, passphrase string) (p model.PutBack, err error) {
	begun := time.Now()
	err = scratched(filepath.Dir(s.path), func(taken *os.File) error {
		if p.Backup, err = takeBackup(ctx, from, passphrase, taken); err != nil {
			return err
		}
		if err := taken.Close(); err != nil {
			return err
		}
		if err := s.noteIn(ctx, taken.Name(), from); err != nil {
			return err
		}
		return s.replace(ctx, taken.Name(), &p)
	})
	p.Took = time.Since(begun)
	return p, err
}

// noteIn tells the log of a file that it was put back, and from what.
func (s *Store) noteIn(ctx context.Context, path, from string) error {
	db := sql.OpenDB(&connector{dsn: dsn(path, writable), moved: func() error { return nil }})
	_, err := db.ExecContext(ctx, "INSERT INTO change_set (at, act, reason, state) VALUES (?, ?, ?, 'note')",
		s.now().UTC().Format(instant), model.ActPutBack, filepath.Base(from))
	return errors.Join(err, db.Close())
}

// replace keeps what is there, and puts another file in its place.
func (s *Store) replace(ctx context.Context, by string, p *model.PutBack) error {
	_, err := os.Stat(s.path)
	if errors.Is(err, fs.ErrNotExist) {
		return s.rename(by)
	}
	if err != nil {
		return err
	}
	db, one, err := s.alone(ctx)
	if err == nil {
		defer db.Close()
		defer one.Close()
		p.Kept, err = s.keepReplaced(ctx, db, one)
	}
	if isDamage(err) {
		p.Raw = true
		p.Kept, err = s.keepRaw()
	}
	if err != nil {
		return err
	}
	if one != nil && runtime.GOOS == "windows" { // where an open file can't be replaced
		_ = one.Close()
		_ = db.Close()
	}
	return s.rename(by)
}

func (s *Store) rename(by string) error {
	for _, ending := range besides {
		if err := os.Remove(s.path + ending); err != nil && !errors.Is(err, fs.ErrNotExist) {
			return err
		}
	}
	if err := os.Rename(by, s.path); err != nil {
		return err
	}
	return files.SyncFolder(filepath.Dir(s.path))
}

func isDamage(err error) bool {
	return errors.Is(err, model.ErrDamaged) || errors.Is(err, model.ErrNotDatabase) || errors.Is(err, model.ErrBackupDamaged)
}

// alone opens the file where nobody else has it open, and keeps everybody out.
// Others are asked to let go, and given the time in which they look.
func (s *Store) alone(ctx context.Context) (*sql.DB, *sql.Conn, error) {
	db := sql.OpenDB(&connector{dsn: dsn(s.path, writable) + "&_pragma=busy_timeout(50)", moved: func() error { return nil }})
	db.SetMaxOpenConns(1)
	one, err := db.Conn(ctx)
	if err != nil {
		return nil, nil, errors.Join(err, db.Close())
	}
	defer os.Remove(s.path + letGo)
	for range 160 {
		if err = lock(ctx, one); !errors.Is(err, model.ErrLocked) {
			break
		}
		if err := os.WriteFile(s.path+letGo, []byte(strconv.Itoa(os.Getpid())), 0o600); err != nil {
			return nil, nil, errors.Join(err, one.Close(), db.Close())
		}
		select {
		case <-ctx.Done():
			return nil, nil, errors.Join(ctx.Err(), one.Close(), db.Close())
		case <-time.After(letGoPause):
		}
	}
	if errors.Is(err, model.ErrLocked) {
		err = fmt.Errorf("%s: %w", s.path, model.ErrInUse)
	}
	if err != nil {
		return nil, nil, errors.Join(err, one.Close(), db.Close())
	}
	return db, one, nil
}

// letGo ends the name of the file that asks others to close the database.
const letGo = "-letgo"

// letGoPause is how often it is tried whether they have.
var letGoPause = 50 * time.Millisecond

// lock takes the whole file: its log can be given up only by the last one that
// has it open.
func lock(ctx context.Context, one *sql.Conn) error {
	// Locks are kept once they are taken, and it is no writing, of which no copy
	// could be made.
	for _, statement := range []string{"PRAGMA locking_mode = NORMAL", "PRAGMA journal_mode = DELETE", "PRAGMA locking_mode = EXCLUSIVE",
		"BEGIN EXCLUSIVE", "COMMIT"} {
		if _, err := one.ExecContext(ctx, statement); err != nil {
			return err
		}
	}
	var mode string
	err := one.QueryRowContext(ctx, "PRAGMA journal_mode").Scan(&mode)
	if err == nil && mode != "delete" { // somebody came in between
		err = model.ErrLocked
	}
	return err
}

// askedToLetGo reports whether another process waits for the file.
func (p *located) askedToLetGo() bool {
	text, err := os.ReadFile(p.path + letGo)
	if err != nil {
		return false
	}
	pid, err := strconv.Atoi(strings.TrimSpace(string(text)))
	return err == nil && pid != os.Getpid() && files.Alive(pid)
}

// keepReplaced makes a backup of the file that is held alone.
func (s *Store) keepReplaced(ctx context.Context, db *sql.DB, one *sql.Conn) (kept string, err error) {
	of := &Store{db: db, path: s.path, clock: s.clock}
	var chosen, secret string
	keep, days := model.DefaultSettings().BackupCount, model.DefaultSettings().BackupDays
	_ = one.QueryRowContext(ctx, "SELECT backup_folder, backup_count, backup_days FROM settings").Scan(&chosen, &keep, &days)
	_ = one.QueryRowContext(ctx, "SELECT value FROM secret WHERE name = 'backup'").Scan(&secret)
	folder := of.folderOf(chosen)
	if err := folder.Make(); err != nil {
		return "", err
	}
	m := backup.Manifest{Made: s.clock().UTC(), Why: model.BackupRestore}
	kept = folder.Name(s.clock(), m.Why, secret != "")
	err = scratched(folder.Dir, func(copied *os.File) error {
		if m.Contents, err = backup.Count(ctx, one.QueryContext); err != nil {
			return err
		}
		if err := copyPages(one, copied.Name()); err != nil {
			return err
		}
		if err := backup.Finish(ctx, copied.Name(), m); err != nil {
			return err
		}
		return putIn(copied.Name(), kept, secret)
	})
	if err != nil {
		return "", err
	}
	return kept, folder.Clear(keep, days, s.clock())
}

// keepRaw copies a damaged file, and what SQLite keeps beside it, as they are.
func (s *Store) keepRaw() (string, error) {
	folder := backup.Of(s.path, "")
	if err := folder.Make(); err != nil {
		return "", err
	}
	kept := folder.Name(s.clock(), "damaged", false)
	for _, ending := range []string{"", "-wal", "-journal"} {
		from, err := os.Open(s.path + ending)
		if errors.Is(err, fs.ErrNotExist) {
			continue
		}
		if err == nil {
			err = errors.Join(files.Replace(kept+ending, func(w io.Writer) error {
				_, err := io.Copy(w, from)
				return err
			}), from.Close())
		}
		if err != nil {
			return "", err
		}
	}
	return kept, nil
}
