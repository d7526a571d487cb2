package backup

import (
	"bytes"
	"context"
	"crypto/sha256"
	"encoding/binary"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"hash"
	"io"
	"os"
	"time"

	"genjin/model"
)

// Manifest is what a backup says of itself.
type Manifest struct {
	Made time.Time       `json:"made"`
	Why  model.BackupWhy `json:"why"`
	Contents
}

// The last line of a backup: what it is, how long the database before it is,
// and the checksum of all that comes before the checksum.
const (
	mark    = "genjin-backup 1"
	sumSize = 2 * sha256.Size
	endSize = len(mark) + 1 + 15 + 1 + sumSize + 1
)

// Finish makes a backup of a copied database, whose contents are to be those
// that were counted where it was copied from: it looks whether the copy is
// sound and holds the same, and writes its last lines. What it has written it
// reads again.
func Finish(ctx context.Context, path string, m Manifest) error {
	if err := prove(ctx, path, m.Contents); err != nil {
		return err
	}
	f, err := os.OpenFile(path, os.O_RDWR, 0)
	if err != nil {
		return err
	}
	defer f.Close()
	sum := sha256.New()
	size, err := io.Copy(sum, f)
	if err != nil {
		return err
	}
	says, err := json.Marshal(m)
	if err != nil {
		return err
	}
	last := fmt.Sprintf("\n%s\n%s %015d ", says, mark, size)
	_, _ = io.WriteString(sum, last)
	if _, err := fmt.Fprintf(f, "%s%x\n", last, sum.Sum(nil)); err != nil {
		return err
	}
	if err := f.Sync(); err != nil {
		return err
	}
	if _, err := f.Seek(0, io.SeekStart); err != nil {
		return err
	}
	_, err = Read(f, io.Discard)
	return err
}

// prove opens a database and looks whether it is sound and holds what it should.
func prove(ctx context.Context, path string, was Contents) error {
	db, err := Look(path)
	if err != nil {
		return err
	}
	defer db.Close()
	if err := Sound(ctx, db.QueryContext); err != nil {
		return err
	}
	is, err := Count(ctx, db.QueryContext)
	if err != nil {
		return fmt.Errorf("%w: %w", model.ErrBackupDamaged, err)
	}
	return is.same(was)
}

// Read reads a backup to its end and writes the database that it holds. It
// answers model.ErrNotBackup for a file that is something else,
// model.ErrBackupCut for one that lacks its end, model.ErrBackupDamaged for one
// that isn't as it was written; what was written by then is to be thrown away.
func Read(r io.Reader, database io.Writer) (Manifest, error) {
	var m Manifest
	e := &ending{sum: sha256.New(), to: database}
	if _, err := io.Copy(e, r); err != nil {
		return m, err
	}
	if err := e.foreign(); err != nil {
		return m, err
	}
	last := e.held
	if len(last) < endSize || !bytes.HasPrefix(last[len(last)-endSize:], []byte(mark+" ")) {
		return m, model.ErrBackupCut
	}
	var size int64
	var sum string
	_, err := fmt.Sscanf(string(last[len(last)-endSize+len(mark):]), " %d %s\n", &size, &sum)
	e.settle(len(last) - sumSize - 1)
	if err != nil || sum != hex.EncodeToString(e.sum.Sum(nil)) {
		return m, model.ErrBackupDamaged
	}
	lines := bytes.Split(bytes.TrimRight(last, "\n"), []byte("\n"))
	if len(lines) < 2 || json.Unmarshal(lines[len(lines)-2], &m) != nil {
		return m, model.ErrBackupDamaged
	}
	// What was held back is the end of the database and the lines.
	from := e.passed
	if rest := size - from; rest < 0 || rest > int64(len(last)) {
		return m, model.ErrBackupDamaged
	} else if _, err := database.Write(last[:rest]); err != nil {
		return m, err
	}
	return m, nil
}

const (
	sqliteHead = "SQLite format 3\x00"
	headSize   = 100        // bytes of a database's header
	ours       = 0x67656e6a // the application that the header names
)

// foreign tells a file that was never a backup from a damaged one: another
// program's, or a database that ends where its header says.
func (e *ending) foreign() error {
	if len(e.head) < headSize || !bytes.HasPrefix(e.head, []byte(sqliteHead)) || binary.BigEndian.Uint32(e.head[68:]) != ours {
		return model.ErrNotBackup
	}
	page, pages := int64(binary.BigEndian.Uint16(e.head[16:])), int64(binary.BigEndian.Uint32(e.head[28:]))
	if e.passed+int64(len(e.held)) == page*pages {
		return model.ErrNotBackup
	}
	return nil
}

// most is how long the lines at the end may be.
const most = 64 << 10

// ending takes a backup in and holds its end back, in which the lines are; what
// comes before goes on, and into the checksum.
type ending struct {
	sum    hash.Hash
	to     io.Writer
	head   []byte
	held   []byte
	passed int64
}

func (e *ending) Write(b []byte) (int, error) {
	if len(e.head) < headSize {
		e.head = append(e.head, b[:min(len(b), headSize-len(e.head))]...)
	}
	e.held = append(e.held, b...)
	over := len(e.held) - most
	if over <= 0 {
		return len(b), nil
	}
	e.sum.Write(e.held[:over])
	_, err := e.to.Write(e.held[:over])
	e.held = append(e.held[:0], e.held[over:]...)
	e.passed += int64(over)
	return len(b), err
}

// settle takes the first bytes of what is held back into the checksum.
func (e *ending) settle(n int) { e.sum.Write(e.held[:n]) }

// Take writes the database that a backup holds into a file, and proves it: what
// it says of itself, that it is sound, and that it holds what was counted.
func Take(ctx context.Context, r io.Reader, into *os.File) (Manifest, error) {
	m, err := Read(r, into)
	if err = errors.Join(err, into.Sync()); err != nil {
		return m, err
	}
	return m, prove(ctx, into.Name(), m.Contents)
}
