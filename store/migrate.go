package store

import (
	"context"
	"database/sql"
	"embed"
	"errors"
	"fmt"
	"io/fs"
	"time"

	"modernc.org/sqlite"
	sqlite3 "modernc.org/sqlite/lib"

	"genjin/model"
)

//go:embed migrations/*.sql
var migrations embed.FS

// applicationID marks a file as genjin's; the first migration writes it.
const applicationID = 0x67656e6a

// migrate brings the file to this version's schema, forward only. A file that
// a later version wrote, or another program, is refused and not touched.
func (s *Store) migrate(ctx context.Context) error {
	files, err := fs.Glob(migrations, "migrations/*.sql")
	if err != nil {
		return err
	}
	version, err := s.schemaVersion(ctx, s.db)
	switch {
	case err != nil:
		return err
	case version > len(files):
		return fmt.Errorf("%s: %w (%d > %d)", s.path, model.ErrNewer, version, len(files))
	case s.readOnly && version < len(files):
		return fmt.Errorf("%s: %w", s.path, model.ErrReadOnly)
	case s.readOnly:
		return nil
	}
	// Only now, for both write to the file.
	tighten(s.path)
	if err := s.logAhead(ctx); err != nil || version == len(files) {
		return err
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

// logAhead turns SQLite's write-ahead log on. Two processes that do so for a
// new file at once are in each other's way, which SQLite doesn't wait out.
func (s *Store) logAhead(ctx context.Context) error {
	const tries, pause = 100, 20 * time.Millisecond
	var err error
	for range tries {
		if _, err = s.db.ExecContext(ctx, "PRAGMA journal_mode = WAL"); !errors.Is(asFileError(err), model.ErrLocked) {
			return err
		}
		select {
		case <-ctx.Done():
			return ctx.Err()
		case <-time.After(pause):
		}
	}
	return err
}

// schemaVersion is how many migrations the file has had; 0 for an empty one.
func (s *Store) schemaVersion(ctx context.Context, q querier) (version int, err error) {
	var application, objects int
	err = q.QueryRowContext(ctx, `SELECT (SELECT user_version FROM pragma_user_version),
		(SELECT application_id FROM pragma_application_id), (SELECT count(*) FROM sqlite_master)`).Scan(&version, &application, &objects)
	empty := version == 0 && application == 0 && objects == 0
	if err == nil && !empty && application != applicationID {
		err = fmt.Errorf("%s: %w", s.path, model.ErrNotDatabase)
	}
	return version, err
}

// upgrade runs the missing steps. The version is read again inside the
// transaction: another process may have been faster.
func (s *Store) upgrade(ctx context.Context, tx *sql.Tx, files []string) error {
	version, err := s.schemaVersion(ctx, tx)
	if err != nil {
		return err
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
	_, err = tx.ExecContext(ctx, fmt.Sprintf("PRAGMA user_version = %d", len(files)))
	return err
}

// isConstraint reports whether the schema's own rules refused a change.
func isConstraint(err error) bool {
	var se *sqlite.Error
	return errors.As(err, &se) && se.Code()&0xff == sqlite3.SQLITE_CONSTRAINT
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
