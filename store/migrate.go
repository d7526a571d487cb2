package store

import (
	"context"
	"database/sql"
	"embed"
	"errors"
	"fmt"
	"io/fs"

	"modernc.org/sqlite"
	sqlite3 "modernc.org/sqlite/lib"

	"genjin/model"
)

//go:embed migrations/*.sql
var migrations embed.FS

// migrate brings the file to this version's schema, forward only. A file that
// a later version wrote is refused and not touched.
func (s *Store) migrate(ctx context.Context) error {
	files, err := fs.Glob(migrations, "migrations/*.sql")
	if err != nil {
		return err
	}
	var version int
	if err := s.db.QueryRowContext(ctx, "PRAGMA user_version").Scan(&version); err != nil {
		return err
	}
	switch {
	case version > len(files):
		return fmt.Errorf("%s: %w (%d > %d)", s.path, model.ErrNewer, version, len(files))
	case version == len(files):
		return nil
	case s.readOnly:
		return fmt.Errorf("%s: %w", s.path, model.ErrReadOnly)
	}
	tx, err := s.db.BeginTx(ctx, nil)
	if err != nil {
		return err
	}
	defer tx.Rollback()
	if err := s.upgrade(ctx, tx, files); err != nil {
		return err
	}
	return tx.Commit()
}

// upgrade runs the missing steps. The version is read again inside the
// transaction: another process may have been faster.
func (s *Store) upgrade(ctx context.Context, tx *sql.Tx, files []string) error {
	var version, tables int
	if err := tx.QueryRowContext(ctx, "PRAGMA user_version").Scan(&version); err != nil {
		return err
	}
	if err := tx.QueryRowContext(ctx, "SELECT count(*) FROM sqlite_master").Scan(&tables); err != nil {
		return err
	}
	if version == 0 && tables > 0 {
		return fmt.Errorf("%s: %w", s.path, model.ErrNotDatabase)
	}
	fresh := version == 0
	for ; version < len(files); version++ {
		script, err := migrations.ReadFile(files[version])
		if err != nil {
			return err
		}
		if _, err := tx.ExecContext(ctx, string(script)); err != nil {
			return fmt.Errorf("%s: %w", files[version], err)
		}
	}
	if fresh {
		if err := s.insertSettings(ctx, tx, model.DefaultSettings()); err != nil {
			return err
		}
	}
	_, err := tx.ExecContext(ctx, fmt.Sprintf("PRAGMA user_version = %d", len(files)))
	return err
}

// asFileError gives the driver's codes for a wrong or locked file their names.
func asFileError(err error) error {
	var se *sqlite.Error
	if !errors.As(err, &se) {
		return err
	}
	switch se.Code() & 0xff {
	case sqlite3.SQLITE_NOTADB, sqlite3.SQLITE_CORRUPT:
		return fmt.Errorf("%w: %w", model.ErrNotDatabase, err)
	case sqlite3.SQLITE_READONLY:
		return fmt.Errorf("%w: %w", model.ErrReadOnly, err)
	case sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED:
		return fmt.Errorf("%w: %w", model.ErrLocked, err)
	case sqlite3.SQLITE_FULL:
		return fmt.Errorf("%w: %w", model.ErrDiskFull, err)
	}
	return err
}
