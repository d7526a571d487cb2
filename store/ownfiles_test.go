//go:build unix

package store

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"testing"

	"genjin/model"
	"genjin/model/label"
)

func TestNothingIsWrittenOverTheDatabaseItself(t *testing.T) {
	ctx := context.Background()
	dir := t.TempDir()
	path := filepath.Join(dir, "genjin.db")
	s := openAt(t, path)
	add(t, s, model.Customer{Name: "董先生"})
	folder := filepath.Join(t.TempDir(), "folder")
	link, other := filepath.Join(t.TempDir(), "link.csv"), filepath.Join(t.TempDir(), "link.xlsx")
	if err := errors.Join(os.Symlink(dir, folder), os.Symlink(path, link), os.Symlink(path+"-wal", other)); err != nil {
		t.Fatal(err)
	}
	for _, to := range []string{path, path + "-wal", path + "-shm", path + "-journal", link, other, filepath.Join(folder, "genjin.db"),
		filepath.Join(dir, ".", "x", "..", "genjin.db")} {
		_, err := s.Export(ctx, to, model.Export{Kind: model.ExportCustomers})
		if (to == link || to == other) && !errors.Is(err, model.ErrOwnFile) || err == nil {
			t.Errorf("export to %s: %v, want %v", to, err, model.ErrOwnFile)
		}
		err = s.ExportStatement(ctx, to, nil, label.ZH.String())
		if to == other && !errors.Is(err, model.ErrOwnFile) || err == nil {
			t.Errorf("statement to %s: %v, want %v", to, err, model.ErrOwnFile)
		}
		if err := s.WriteRefused(ctx, to, model.Preview{}); !errors.Is(err, model.ErrOwnFile) {
			t.Errorf("refused rows to %s: %v, want %v", to, err, model.ErrOwnFile)
		}
	}
	if got := names(t, s); got != "董先生" {
		t.Errorf("%q", got)
	}
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	if s, err := Open(ctx, path+"-wal"); !errors.Is(err, model.ErrNotDatabase) {
		t.Errorf("a file beside it as a database: %v, want %v", err, model.ErrNotDatabase)
		if err == nil {
			_ = s.Close()
		}
	}
	if got := names(t, openAt(t, path)); got != "董先生" {
		t.Errorf("%q", got)
	}
}
