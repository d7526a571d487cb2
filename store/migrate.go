package store

import (
	"context"
	"crypto/sha256"
	"database/sql"
	"embed"
	"encoding/hex"
	"errors"
	"fmt"
	"io/fs"
	"path"
	"slices"
	"strings"
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
	missing, named, err := s.missing(ctx, s.db)
	switch {
	case err != nil:
		return err
	case s.readOnly && len(missing) > 0:
		return fmt.Errorf("%s: %w", s.path, model.ErrReadOnly)
	case s.readOnly:
		return nil
	}
	// Only now, for both write to the file.
	tighten(s.path)
	if err := s.logAhead(ctx); err != nil || named && len(missing) == 0 {
		return err
	}
	if steps, err := fs.Glob(migrations, "migrations/*.sql"); s.guarded && len(missing) < len(steps) {
		if _, err := s.byItself(ctx, model.BackupMigrate); err != nil {
			return err
		}
	} else if err != nil {
		return err
	}
	tx, err := s.db.BeginTx(ctx, nil)
	if err != nil {
		return err
	}
	defer tx.Rollback()
	if err := s.upgrade(ctx, tx); err != nil {
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
		if _, err = s.db.ExecContext(ctx, "PRAGMA journal_mode = WAL"); !errors.Is(err, model.ErrLocked) {
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

// missing are the steps that the file has not had, in their order. It is told
// by their names, so the steps of two lines of work may come in any order; a
// file that hasn't named them yet counted them.
func (s *Store) missing(ctx context.Context, q querier) (missing []string, named bool, err error) {
	files, err := fs.Glob(migrations, "migrations/*.sql")
	if err != nil {
		return nil, false, err
	}
	var version, application, objects int
	err = q.QueryRowContext(ctx, `SELECT (SELECT user_version FROM pragma_user_version), (SELECT application_id FROM pragma_application_id),
		(SELECT count(*) FROM sqlite_master), (SELECT count(*) > 0 FROM sqlite_master WHERE name = 'migration')`).Scan(&version,
		&application, &objects, &named)
	switch {
	case err != nil:
		return nil, false, err
	case version == 0 && application == 0 && objects == 0:
		return files, false, nil
	case application != applicationID || version < 0:
		return nil, false, fmt.Errorf("%s: %w", s.path, model.ErrNotDatabase)
	}
	if named {
		if missing, err = s.unnamed(ctx, q, files); err != nil {
			return nil, false, err
		}
	}
	if version > len(files) {
		return nil, false, fmt.Errorf("%s: %w (%d > %d)", s.path, model.ErrNewer, version, len(files))
	}
	if named {
		return missing, true, nil
	}
	had, err := counted(ctx, q, files, version)
	return slices.DeleteFunc(files, func(file string) bool { return slices.Contains(had, stepName(file)) }), false, err
}

// unnamed are the steps that a file which names its steps doesn't name. Refused:
// ErrNewer for one that this version doesn't know, where the file had all that it
// does; ErrOtherLine where the file lacks some, or had one of the name that did
// something else.
func (s *Store) unnamed(ctx context.Context, q querier, files []string) ([]string, error) {
	sum := "''"
	var summed bool
	err := q.QueryRowContext(ctx, "SELECT count(*) > 0 FROM pragma_table_info('migration') WHERE name = 'sum'").Scan(&summed)
	if summed {
		sum = "sum"
	}
	if err != nil {
		return nil, err
	}
	had, err := textsOf(ctx, q, "SELECT name || ' ' || "+sum+" FROM migration ORDER BY name")
	if err != nil {
		return nil, err
	}
	var missing, known []string
	for _, file := range files {
		is, err := stepSum(file)
		if err != nil {
			return nil, err
		}
		at := slices.IndexFunc(had, func(h string) bool { return strings.HasPrefix(h, stepName(file)+" ") })
		if at < 0 {
			missing = append(missing, file)
			continue
		}
		if _, was, _ := strings.Cut(had[at], " "); was != "" && was != is {
			return nil, fmt.Errorf("%s: %w (%s)", s.path, model.ErrOtherLine, stepName(file))
		}
		known = append(known, had[at])
	}
	for _, h := range had {
		name, _, _ := strings.Cut(h, " ")
		switch {
		case slices.Contains(known, h):
		case len(missing) > 0:
			return nil, fmt.Errorf("%s: %w (%s, %s)", s.path, model.ErrOtherLine, name, stepName(missing[0]))
		default:
			return nil, fmt.Errorf("%s: %w (%s)", s.path, model.ErrNewer, name)
		}
	}
	return missing, nil
}

// stepSum is the checksum of a step: what it does, to tell two of one name apart.
func stepSum(file string) (string, error) {
	script, err := migrations.ReadFile(file)
	sum := sha256.Sum256(script)
	return hex.EncodeToString(sum[:]), err
}

// stepName is what a step is called in the file: its number, which may change
// when lines of work come together, is no part of it.
func stepName(file string) string {
	_, name, _ := strings.Cut(strings.TrimSuffix(path.Base(file), ".sql"), "_")
	return name
}

// upgrade runs the missing steps. They are looked for again inside the
// transaction: another process may have been faster.
func (s *Store) upgrade(ctx context.Context, tx *sql.Tx) error {
	missing, named, err := s.missing(ctx, tx)
	if err != nil || named && len(missing) == 0 {
		return err
	}
	files, err := fs.Glob(migrations, "migrations/*.sql")
	if err != nil {
		return err
	}
	for _, file := range missing {
		if err := runStep(ctx, tx.ExecContext, file); err != nil {
			return err
		}
	}
	if len(missing) == len(files) {
		err = s.insertSettings(ctx, tx.ExecContext, model.DefaultSettings())
	} else {
		err = amend(ctx, tx, files)
		if err == nil {
			err = s.decide(ctx, tx, missing)
		}
	}
	if err != nil {
		return err
	}
	return nameSteps(ctx, tx, files)
}

// nameSteps notes in the file which steps it has had, and their checksums.
func nameSteps(ctx context.Context, tx *sql.Tx, files []string) error {
	if _, err := tx.ExecContext(ctx, `CREATE TABLE IF NOT EXISTS migration (name TEXT PRIMARY KEY,
		sum TEXT NOT NULL DEFAULT '') STRICT, WITHOUT ROWID`); err != nil {
		return err
	}
	var summed bool
	err := tx.QueryRowContext(ctx, "SELECT count(*) > 0 FROM pragma_table_info('migration') WHERE name = 'sum'").Scan(&summed)
	if err == nil && !summed {
		_, err = tx.ExecContext(ctx, "ALTER TABLE migration ADD COLUMN sum TEXT NOT NULL DEFAULT ''")
	}
	if err != nil {
		return err
	}
	for _, file := range files {
		sum, err := stepSum(file)
		if err != nil {
			return err
		}
		if _, err := tx.ExecContext(ctx, "INSERT INTO migration (name, sum) VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET sum = excluded.sum",
			stepName(file), sum); err != nil {
			return err
		}
	}
	// Versions that counted the steps are to know that this file is newer.
	_, err = tx.ExecContext(ctx, fmt.Sprintf("PRAGMA user_version = %d", len(files)))
	return err
}

func runStep(ctx context.Context, write unlogged, file string) error {
	script, err := migrations.ReadFile(file)
	if err == nil {
		_, err = write(ctx, string(script))
	}
	if err != nil {
		return fmt.Errorf("%s: %w", file, err)
	}
	return nil
}

// afterStep is what a step leaves to the rules, by its name. It is done when all
// steps are, on a file that was used before.
var afterStep = map[string]func(ctx context.Context, s *Store, tx *sql.Tx) error{
	"next_basis":    basisOfOldCards,
	"journal_words": indexJournal,
}

func (s *Store) decide(ctx context.Context, tx *sql.Tx, missing []string) error {
	for _, file := range missing {
		if after, ok := afterStep[stepName(file)]; ok {
			if err := after(ctx, s, tx); err != nil {
				return fmt.Errorf("%s: %w", file, err)
			}
		}
	}
	return nil
}

// isConstraint reports whether the schema's own rules refused a change.
func isConstraint(err error) bool {
	var se *sqlite.Error
	return errors.As(err, &se) && se.Code()&0xff == sqlite3.SQLITE_CONSTRAINT
}

// asFileError gives the driver's codes for what may be wrong with a file their
// names. What has no name, and what has one already, passes unchanged.
func asFileError(err error) error {
	var se *sqlite.Error
	if !errors.As(err, &se) {
		return err
	}
	for _, t := range fileTroubles {
		if se.Code() == t.code || se.Code()&0xff == t.code {
			if errors.Is(err, t.name) {
				return err
			}
			return fmt.Errorf("%w: %w", t.name, err)
		}
	}
	return err
}

// fileTroubles are the driver's codes and their names, the more exact first.
var fileTroubles = []struct {
	code int
	name error
}{
	{sqlite3.SQLITE_IOERR_SHMSIZE, model.ErrDiskFull}, // no room for the index of what is written ahead
	{sqlite3.SQLITE_READONLY_DBMOVED, model.ErrMoved},
	{sqlite3.SQLITE_NOTADB, model.ErrNotDatabase},
	{sqlite3.SQLITE_CORRUPT, model.ErrDamaged},
	{sqlite3.SQLITE_READONLY, model.ErrReadOnly},
	{sqlite3.SQLITE_BUSY, model.ErrLocked},
	{sqlite3.SQLITE_LOCKED, model.ErrLocked},
	{sqlite3.SQLITE_PROTOCOL, model.ErrLocked},
	{sqlite3.SQLITE_FULL, model.ErrDiskFull},
	{sqlite3.SQLITE_IOERR, model.ErrDisk},
	{sqlite3.SQLITE_CANTOPEN, model.ErrCantOpen},
	{sqlite3.SQLITE_PERM, model.ErrCantOpen},
	{sqlite3.SQLITE_AUTH, model.ErrCantOpen},
}
