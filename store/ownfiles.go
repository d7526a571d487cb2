package store

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"genjin/model"
)

// besides are the endings of the files that SQLite keeps beside a database.
var besides = []string{"-wal", "-shm", "-journal"}

// apart refuses to write something else over the database, or over a file that
// SQLite keeps beside it, by whatever name or link.
func (p *located) apart(path string) error {
	full, err := filepath.Abs(path)
	if err != nil {
		return err
	}
	if folder, err := filepath.EvalSymlinks(filepath.Dir(full)); err == nil {
		full = filepath.Join(folder, filepath.Base(full))
	}
	info, err := os.Stat(path)
	for _, ending := range append([]string{""}, besides...) {
		own, ownErr := os.Stat(p.path + ending)
		if full == p.path+ending || err == nil && ownErr == nil && os.SameFile(info, own) {
			return fmt.Errorf("%s: %w", path, model.ErrOwnFile)
		}
	}
	return nil
}

// isBeside reports whether a path is that of a file which SQLite keeps beside
// a database that is there.
func isBeside(path string) bool {
	for _, ending := range besides {
		if stem, ok := strings.CutSuffix(path, ending); ok {
			if _, err := os.Stat(stem); err == nil {
				return true
			}
		}
	}
	return false
}
