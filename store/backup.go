package store

import (
	"context"
	"database/sql"
	"database/sql/driver"
	"errors"
	"io"
	"io/fs"
	"net/url"
	"os"
	"path/filepath"
	"time"

	"modernc.org/sqlite"

	"genjin/model"

	"genjin/store/backup"
	"genjin/store/files"
	"genjin/store/seal"
)

// Backup makes a backup: a copy of the whole database at one instant, counted
// and checked before it counts as one. Without a path it goes into the folder of
// backups. With a passphrase it is sealed; without one it is sealed where the
// person had all backups sealed. A file that is there already stays.
func (s *Store) Backup(ctx context.Context, path, passphrase string) (model.Backup, error) {
	if err := s.place.apart(path); path != "" && err != nil {
		return model.Backup{}, err
	}
	return s.backup(ctx, path, model.BackupAsked, passphrase)
}

func (s *Store) backup(ctx context.Context, path string, why model.BackupWhy, passphrase string) (model.Backup, error) {
	b := model.Backup{Path: path, At: s.clock(), Why: why}
	if passphrase == "" {
		passphrase = s.backupSecret(ctx)
	}
	b.Sealed = passphrase != ""
	if path == "" {
		folder := s.backupFolder(ctx)
		if err := folder.Make(); err != nil {
			return b, err
		}
		b.Path = folder.Name(b.At, why, b.Sealed)
	} else if _, err := os.Lstat(path); !errors.Is(err, fs.ErrNotExist) {
		return b, &fs.PathError{Op: "backup", Path: path, Err: fs.ErrExist}
	}
	err := scratched(filepath.Dir(b.Path), func(copied *os.File) error {
		holds, err := s.copyTo(ctx, copied.Name())
		if err != nil {
			return err
		}
		b.Customers = holds.Tables["customer"]
		if err := backup.Finish(ctx, copied.Name(), backup.Manifest{Made: b.At.UTC(), Why: why, Contents: holds}); err != nil {
			return err
		}
		return putIn(copied.Name(), b.Path, passphrase)
	})
	if err != nil {
		return b, err
	}
	if info, err := os.Stat(b.Path); err == nil {
		b.Size = info.Size()
	}
	return b, nil
}

// putIn puts a finished backup where it is kept, sealed if there is a
// passphrase; what was sealed is opened again before it counts.
func putIn(finished, path, passphrase string) error {
	if passphrase == "" {
		if err := os.Rename(finished, path); err != nil {
			return err
		}
		return files.SyncFolder(filepath.Dir(path))
	}
	if err := files.Replace(path, func(w io.Writer) error {
		return seal.Write(w, passphrase, func(w io.Writer) error {
			f, err := os.Open(finished)
			if err != nil {
				return err
			}
			defer f.Close()
			_, err = io.Copy(w, f)
			return err
		})
	}); err != nil {
		return err
	}
	_, err := readBackup(path, passphrase, func(r io.Reader) (backup.Manifest, error) { return backup.Read(r, io.Discard) })
	if err != nil {
		_ = os.Remove(path)
	}
	return err
}

// scratched hands out a scratch file in a folder, and takes it away again.
func scratched(dir string, use func(*os.File) error) error {
	f, err := files.Scratch(dir)
	if err != nil {
		return err
	}
	defer func() {
		_ = f.Close()
		for _, ending := range append([]string{""}, besides...) {
			_ = os.Remove(f.Name() + ending)
		}
	}()
	return use(f)
}

// copyTo copies the database as it stands at one instant into an empty file,
// and counts what it holds.
func (s *Store) copyTo(ctx context.Context, path string) (backup.Contents, error) {
	one, err := s.db.Conn(ctx)
	if err != nil {
		return backup.Contents{}, err
	}
	defer one.Close()
	tx, err := one.BeginTx(ctx, &sql.TxOptions{ReadOnly: true})
	if err != nil {
		return backup.Contents{}, err
	}
	defer tx.Rollback()
	holds, err := backup.Count(ctx, tx.QueryContext)
	if err != nil {
		return holds, err
	}
	return holds, copyPages(one, path)
}

// copyPages copies the database of a connection, which sees one state of it,
// page by page.
func copyPages(one *sql.Conn, path string) error {
	return one.Raw(func(of any) error {
		b, err := of.(*conn).sqliteConn.(interface {
			driver.Conn
			NewBackup(to string) (*sqlite.Backup, error)
		}).NewBackup("file:" + (&url.URL{Path: filepath.ToSlash(path)}).EscapedPath())
		if err != nil {
			return asFileError(err)
		}
		_, err = b.Step(-1)
		return asFileError(errors.Join(err, b.Finish()))
	})
}

// readBackup opens a backup, sealed or not.
func readBackup(path, passphrase string, read func(io.Reader) (backup.Manifest, error)) (backup.Manifest, error) {
	f, err := os.Open(path)
	if err != nil {
		return backup.Manifest{}, err
	}
	defer f.Close()
	head := make([]byte, 64)
	n, err := io.ReadFull(f, head)
	if err != nil && !errors.Is(err, io.ErrUnexpectedEOF) && !errors.Is(err, io.EOF) {
		return backup.Manifest{}, err
	}
	if _, err := f.Seek(0, io.SeekStart); err != nil {
		return backup.Manifest{}, err
	}
	if !seal.Sealed(head[:n]) {
		return read(f)
	}
	opened, err := seal.Read(f, passphrase)
	if err != nil {
		return backup.Manifest{}, err
	}
	return read(opened)
}

// CheckBackup tries whether a backup could be put back: it is, into a file of
// its own that is thrown away, and what that holds is counted. It answers how
// long that took.
func (s *Store) CheckBackup(ctx context.Context, path, passphrase string) (model.Backup, time.Duration, error) {
	b := model.Backup{Path: path}
	if passphrase == "" {
		passphrase = s.backupSecret(ctx)
	}
	begun := time.Now()
	err := scratched(filepath.Dir(s.path), func(into *os.File) (err error) {
		b, err = takeBackup(ctx, path, passphrase, into)
		return err
	})
	return b, time.Since(begun), err
}

// takeBackup writes the database of a backup into a file and proves that this
// version can open it.
func takeBackup(ctx context.Context, path, passphrase string, into *os.File) (model.Backup, error) {
	b := model.Backup{Path: path}
	m, err := readBackup(path, passphrase, func(r io.Reader) (backup.Manifest, error) { return backup.Take(ctx, r, into) })
	if err != nil {
		return b, err
	}
	if info, err := os.Stat(path); err == nil {
		b.Size = info.Size()
	}
	b.At, b.Why, b.Customers = m.Made.Local(), m.Why, m.Tables["customer"]
	db, err := backup.Look(into.Name())
	if err != nil {
		return b, err
	}
	defer db.Close()
	_, _, err = (&Store{path: path}).missing(ctx, db)
	if errors.Is(err, model.ErrNewer) {
		return b, model.ErrBackupNewer
	}
	return b, err
}

// Backups are those that are kept, the newest first.
func (s *Store) Backups(ctx context.Context) ([]model.Backup, error) {
	return s.backupFolder(ctx).List()
}

// backupFolder is where backups go. The file may be of any version.
func (s *Store) backupFolder(ctx context.Context) backup.Folder {
	var chosen string
	_ = s.db.QueryRowContext(ctx, "SELECT backup_folder FROM settings").Scan(&chosen)
	return s.folderOf(chosen)
}

// folderOf is the folder that the person chose; the one beside the database
// where there is none, as without the stick that it is on.
func (s *Store) folderOf(chosen string) backup.Folder {
	chosen = underHome(chosen)
	if _, err := os.Stat(chosen); err != nil {
		chosen = ""
	}
	return backup.Of(s.path, chosen)
}

// underHome is a path that begins with ~ in full.
func underHome(path string) string {
	home, err := os.UserHomeDir()
	if len(path) < 2 || path[0] != '~' || !os.IsPathSeparator(path[1]) || err != nil {
		return path
	}
	return filepath.Join(home, path[2:])
}

// byItself makes a backup that nobody asked for, and clears older ones away.
func (s *Store) byItself(ctx context.Context, why model.BackupWhy) (model.Backup, error) {
	b, err := s.backup(ctx, "", why, "")
	if err != nil {
		return b, err
	}
	keep, days := model.DefaultSettings().BackupCount, model.DefaultSettings().BackupDays
	_ = s.db.QueryRowContext(ctx, "SELECT backup_count, backup_days FROM settings").Scan(&keep, &days)
	return b, s.backupFolder(ctx).Clear(keep, days, s.clock())
}

// BackupOfDay makes the day's backup, where anything was changed since the one
// before; nil when there is nothing to do.
func (s *Store) BackupOfDay(ctx context.Context) (*model.Backup, error) {
	if !s.guarded || s.readOnly {
		return nil, nil
	}
	var text sql.NullString
	if err := s.db.QueryRowContext(ctx, "SELECT max(at) FROM change_set").Scan(&text); err != nil || !text.Valid {
		return nil, err
	}
	list, err := s.Backups(ctx)
	if err != nil {
		return nil, err
	}
	changed, err := time.Parse(time.RFC3339Nano, text.String)
	for _, b := range list {
		if err == nil && !changed.After(b.At) || b.Why == model.BackupDaily && model.DateOf(b.At) == model.DateOf(s.clock()) {
			return nil, nil
		}
	}
	b, err := s.byItself(ctx, model.BackupDaily)
	return &b, err
}

// backupSecret is the passphrase by which all backups are sealed; "" for none.
func (s *Store) backupSecret(ctx context.Context) string {
	var text string
	_ = s.db.QueryRowContext(ctx, "SELECT value FROM secret WHERE name = 'backup'").Scan(&text)
	return text
}

// SealBackups has all backups made from now on sealed by a passphrase, or none
// again. It stands in the database, which has what it protects anyway.
func (s *Store) SealBackups(ctx context.Context, passphrase string) error {
	if s.readOnly {
		return model.ErrReadOnly
	}
	if passphrase == "" {
		_, err := s.db.ExecContext(ctx, "DELETE FROM secret WHERE name = 'backup'")
		return err
	}
	_, err := s.db.ExecContext(ctx, "INSERT OR REPLACE INTO secret (name, value) VALUES ('backup', ?)", passphrase)
	return err
}

// sweep removes what killed programs left half written beside the database and
// in the folder of backups: customers stand in it.
func (s *Store) sweep(ctx context.Context) {
	for _, dir := range []string{filepath.Dir(s.path), s.backupFolder(ctx).Dir} {
		for _, left := range files.Leftovers(dir) {
			_ = os.Remove(left) // the next start tries again
		}
	}
}
