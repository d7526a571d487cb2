//go:build unix

package store

import (
	"context"
	"database/sql"
	"errors"
	"os"
	"path/filepath"
	"testing"

	"genjin/model"
)

func TestAFileThatIsGoneFromUnderTheProgramKeepsNothingAndSaysSo(t *testing.T) {
	ctx := context.Background()
	for _, tt := range []struct {
		name string
		do   func(path string) error
		undo func(path string) error
	}{
		{"deleted", os.Remove, nil},
		{"moved", func(path string) error { return os.Rename(path, path+"~") }, func(path string) error { return os.Rename(path+"~", path) }},
		{"replaced", func(path string) error {
			old, err := os.ReadFile(path)
			if err != nil {
				return err
			}
			return errors.Join(os.WriteFile(path+".new", old, 0o600), os.Rename(path+".new", path))
		}, nil},
		{"without what is written ahead", func(path string) error { return os.Remove(path + "-wal") }, nil},
	} {
		t.Run(tt.name, func(t *testing.T) {
			path := filepath.Join(t.TempDir(), "genjin.db")
			s := openAt(t, path)
			add(t, s, model.Customer{Name: "董先生"})
			if err := tt.do(path); err != nil {
				t.Fatal(err)
			}
			if _, err := s.AddCustomer(ctx, model.Customer{Name: "刘女士"}); !errors.Is(err, model.ErrMoved) {
				t.Errorf("a customer: %v, want %v", err, model.ErrMoved)
			}
			if err := s.KeepDraft(ctx, "customer", map[string]string{"name": "刘"}); !errors.Is(err, model.ErrMoved) {
				t.Errorf("a draft: %v, want %v", err, model.ErrMoved)
			}
			if _, err := s.Version(ctx); !errors.Is(err, model.ErrMoved) {
				t.Errorf("the version: %v, want %v", err, model.ErrMoved)
			}
			if tt.undo == nil {
				return
			}
			if err := tt.undo(path); err != nil {
				t.Fatal(err)
			}
			add(t, s, model.Customer{Name: "刘女士"})
			if got := names(t, s); got != "董先生 刘女士" && got != "刘女士 董先生" {
				t.Errorf("put back: %q", got)
			}
		})
	}
}

// A file may go while a change is under way: what was not kept isn't said to be.
func TestAFileThatGoesDuringAChangeKeepsNothing(t *testing.T) {
	ctx := context.Background()
	path := filepath.Join(t.TempDir(), "genjin.db")
	s := openAt(t, path)
	add(t, s, model.Customer{Name: "董先生"})
	err := s.change(ctx, model.ActEdit, "", func(w *write) error {
		c, err := customers.byID(ctx, w.tx, 1)
		if err != nil {
			return err
		}
		c.Name = "刘女士"
		if _, err = customers.update(ctx, w, &c); err != nil {
			return err
		}
		return os.Rename(path, path+"~")
	})
	if !errors.Is(err, model.ErrMoved) {
		t.Errorf("%v, want %v", err, model.ErrMoved)
	}
	if err := os.Rename(path+"~", path); err != nil {
		t.Fatal(err)
	}
	if got := names(t, s); got != "董先生" {
		t.Errorf("kept %q", got)
	}
}

func TestTroubleOfTheDriverHasAName(t *testing.T) {
	ctx := context.Background()
	fresh := func(t *testing.T) (*Store, string) {
		path := filepath.Join(t.TempDir(), "genjin.db")
		s := openAt(t, path)
		s.db.SetMaxOpenConns(1)
		add(t, s, model.Customer{Name: "董先生"})
		return s, path
	}
	exec := func(t *testing.T, s *Store, query string) {
		t.Helper()
		if _, err := s.db.Exec(query); err != nil {
			t.Fatal(err)
		}
	}
	t.Run("full", func(t *testing.T) {
		s, _ := fresh(t)
		exec(t, s, "PRAGMA max_page_count = 1")
		var err error
		for range 200 {
			if _, err = s.AddCustomer(ctx, model.Customer{Name: "刘女士", Remark: "很长的备注,一遍又一遍"}); err != nil {
				break
			}
		}
		if !errors.Is(err, model.ErrDiskFull) {
			t.Errorf("%v, want %v", err, model.ErrDiskFull)
		}
	})
	t.Run("busy", func(t *testing.T) {
		s, path := fresh(t)
		exec(t, s, "PRAGMA busy_timeout = 0")
		other, err := sql.Open("sqlite", "file:"+path)
		if err != nil {
			t.Fatal(err)
		}
		defer other.Close()
		other.SetMaxOpenConns(1)
		runSQL(t, other, "BEGIN IMMEDIATE")
		if _, err := s.AddCustomer(ctx, model.Customer{Name: "刘女士"}); !errors.Is(err, model.ErrLocked) {
			t.Errorf("%v, want %v", err, model.ErrLocked)
		}
	})
	t.Run("damaged", func(t *testing.T) {
		s, path := fresh(t)
		var page int64
		if err := s.db.QueryRow("SELECT rootpage FROM sqlite_master WHERE name = 'customer'").Scan(&page); err != nil {
			t.Fatal(err)
		}
		if err := s.Close(); err != nil {
			t.Fatal(err)
		}
		f, err := os.OpenFile(path, os.O_RDWR, 0)
		if err != nil {
			t.Fatal(err)
		}
		if _, err := f.WriteAt(make([]byte, 4096), (page-1)*4096); err != nil {
			t.Fatal(err)
		}
		if err := f.Close(); err != nil {
			t.Fatal(err)
		}
		// Opening looks at the customers already, and is where it is noticed.
		again, err := Open(ctx, path)
		if err != nil {
			t.Fatal(err)
		}
		if got := again.Trouble(ctx); !errors.Is(got, model.ErrDamaged) || !again.ReadOnly() {
			t.Errorf("%v, read-only %t, want %v", got, again.ReadOnly(), model.ErrDamaged)
		}
		if err := again.Close(); err != nil {
			t.Fatal(err)
		}
	})
	t.Run("can't be opened", func(t *testing.T) {
		s, path := fresh(t)
		if err := s.Close(); err != nil {
			t.Fatal(err)
		}
		if err := os.Mkdir(path+"-wal", 0o700); err != nil {
			t.Fatal(err)
		}
		s, err := Open(ctx, path)
		if err == nil {
			_ = s.Close()
		}
		if !errors.Is(err, model.ErrCantOpen) {
			t.Errorf("%v, want %v", err, model.ErrCantOpen)
		}
	})
}
