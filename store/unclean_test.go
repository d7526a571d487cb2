//go:build unix

package store

import (
	"bytes"
	"context"
	"database/sql"
	"errors"
	"os"
	"path/filepath"
	"testing"

	"genjin/model"
)

// killed is a copy of a database as a killed program leaves it, with so many
// customers added since the log was begun.
func killed(t *testing.T, customers int) string {
	t.Helper()
	from := filepath.Join(t.TempDir(), "genjin.db")
	s := openAt(t, from)
	for range customers {
		add(t, s, model.Customer{Name: "董先生"})
	}
	to := filepath.Join(t.TempDir(), "genjin.db")
	for _, ending := range []string{"", "-wal", "-shm"} {
		data, err := os.ReadFile(from + ending)
		if err == nil {
			err = os.WriteFile(to+ending, data, 0o600)
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	return to
}

func change(t *testing.T, path string, how func([]byte) []byte) {
	t.Helper()
	data, err := os.ReadFile(path)
	if err == nil {
		err = os.WriteFile(path, how(data), 0o600)
	}
	if err != nil {
		t.Fatal(err)
	}
}

func TestALogThatWasDamagedAfterAnAbruptEndIsSaid(t *testing.T) {
	ctx := context.Background()
	for _, tt := range []struct {
		name string
		how  func([]byte) []byte
		want error
		keep bool // the index
	}{
		{"as it was", func(b []byte) []byte { return b }, nil, true},
		{"as it was, without its index", func(b []byte) []byte { return b }, nil, false},
		{"cut in the middle", func(b []byte) []byte { return b[:len(b)/2] }, model.ErrLogLost, true},
		{"cut to nothing", func([]byte) []byte { return nil }, model.ErrLogLost, true},
		{"one bit of the last frame", func(b []byte) []byte { b[len(b)-9] ^= 1; return b }, model.ErrLogLost, true},
		{"one bit of the first frame", func(b []byte) []byte { b[100] ^= 1; return b }, model.ErrLogLost, false},
		{"its header", func(b []byte) []byte { b[17] ^= 1; return b }, model.ErrLogLost, true},
	} {
		path := killed(t, 3)
		change(t, path+"-wal", tt.how)
		if !tt.keep {
			if err := os.Remove(path + "-shm"); err != nil {
				t.Fatal(err)
			}
		}
		s := openAt(t, path)
		if got := s.Trouble(ctx); !errors.Is(got, tt.want) || tt.want == nil && got != nil {
			t.Errorf("%s: %v, want %v", tt.name, got, tt.want)
		}
		if err := s.Close(); err != nil {
			t.Fatal(err)
		}
		if got := openAt(t, path).Trouble(ctx); got != nil {
			t.Errorf("%s: said again: %v", tt.name, got)
		}
	}
}

func TestAnotherProgramThatHasTheFileOpenIsNoAbruptEnd(t *testing.T) {
	path := filepath.Join(t.TempDir(), "genjin.db")
	s := openAt(t, path)
	add(t, s, model.Customer{Name: "董先生"})
	other := openAt(t, path)
	if other.unclean || other.lost {
		t.Errorf("unclean %t, lost %t", other.unclean, other.lost)
	}
}

// spoil writes over the first page of a table or an index.
func spoil(t *testing.T, path, object string) {
	t.Helper()
	db, err := sql.Open("sqlite", dsn(path, readable))
	if err != nil {
		t.Fatal(err)
	}
	var page, size int
	err = db.QueryRow("SELECT rootpage, page_size FROM sqlite_master, pragma_page_size WHERE name = ?", object).Scan(&page, &size)
	if err = errors.Join(err, db.Close()); err != nil {
		t.Fatal(err)
	}
	change(t, path, func(b []byte) []byte {
		copy(b[(page-1)*size:page*size], bytes.Repeat([]byte{0xff}, size))
		return b
	})
}

func TestADamagedFileOpensToBeReadAndIsPutRightByABackup(t *testing.T) {
	ctx := context.Background()
	s, b := kept(t, "")
	path := s.Path()
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	spoil(t, path, "change_set")
	s, err := Open(ctx, path)
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	if !s.ReadOnly() || !errors.Is(s.Trouble(ctx), model.ErrDamaged) {
		t.Errorf("read-only %t, trouble %v", s.ReadOnly(), s.Trouble(ctx))
	}
	if c, err := s.Customer(ctx, 1); err != nil || c.Name != "董先生" {
		t.Errorf("%+v, %v", c, err)
	}
	if _, err := s.AddCustomer(ctx, model.Customer{Name: "刘女士"}); !errors.Is(err, model.ErrDamaged) {
		t.Errorf("a change: %v", err)
	}
	if _, err := s.PutBack(ctx, b.Path, ""); err != nil {
		t.Fatal(err)
	}
	if s.ReadOnly() || s.Trouble(ctx) != nil {
		t.Errorf("put back: read-only %t, trouble %v", s.ReadOnly(), s.Trouble(ctx))
	}
	add(t, s, model.Customer{Name: "刘女士"})
	changes, err := s.Changes(ctx, 0, 50)
	told := false
	for _, c := range changes {
		told = told || c.Act == model.ActPutBack
	}
	if err != nil || !told {
		t.Errorf("the log doesn't tell of it: %+v, %v", changes, err)
	}
}

func TestTheScreensLock(t *testing.T) {
	ctx := context.Background()
	s := open(t, "2026-11-24")
	if has, err := s.HasLock(ctx); has || err != nil {
		t.Fatal(has, err)
	}
	if err := s.SetLock(ctx, "", "开门 1"); err != nil {
		t.Fatal(err)
	}
	for passphrase, want := range map[string]error{"开门 1": nil, "": model.ErrPassphrase, "开门": model.ErrPassphrase} {
		if err := s.Unlock(ctx, passphrase); !errors.Is(err, want) || want == nil && err != nil {
			t.Errorf("%q: %v, want %v", passphrase, err, want)
		}
	}
	if err := s.SetLock(ctx, "x", "y"); !errors.Is(err, model.ErrPassphrase) {
		t.Errorf("changed without the one that it had: %v", err)
	}
	if err := s.SetLock(ctx, "开门 1", ""); err != nil {
		t.Fatal(err)
	}
	if has, err := s.HasLock(ctx); has || err != nil {
		t.Error(has, err)
	}
}
