package store

import (
	"fmt"
	"os"

	"genjin/model"
)

// located is which file was opened, and whether SQLite writes ahead beside it. A
// sync program or a person may delete, move or replace either under a program
// that has them open; what is written then is nowhere to be found.
type located struct {
	path string
	file os.FileInfo // nil until the file is known
	log  bool
}

// find notes which file it is, before anything is read from it.
func (p *located) find() error {
	info, err := os.Stat(p.path)
	p.file, p.log = info, false
	return err
}

// settle notes whether SQLite writes ahead, once the file is open and has its
// schema.
func (p *located) settle() error {
	_, err := os.Stat(p.path + "-wal")
	p.log = err == nil
	return p.moved()
}

// moved is model.ErrMoved when the file that was opened is no longer there.
func (p *located) moved() error {
	if p.file == nil {
		return nil
	}
	now, err := os.Stat(p.path)
	if err != nil || !os.SameFile(p.file, now) {
		return fmt.Errorf("%s: %w", p.path, model.ErrMoved)
	}
	if _, err := os.Stat(p.path + "-wal"); p.log && err != nil {
		return fmt.Errorf("%s-wal: %w", p.path, model.ErrMoved)
	}
	return nil
}
