package test

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"sync"
	"testing"
	"time"

	"genjin/model/label"
	"genjin/store"
	"genjin/tui"
)

// World is a file with records in it: made when the first test asks for it, and
// copied for each, which is much quicker than to write every record again.
type World struct {
	at   time.Time
	file func() ([]byte, error)
}

// NewWorld is a file that was filled at a time; nil leaves it empty.
func NewWorld(at time.Time, fill func(testing.TB, *store.Store)) *World {
	return &World{at: at, file: sync.OnceValues(func() ([]byte, error) { return made(at, fill) })}
}

func made(at time.Time, fill func(testing.TB, *store.Store)) ([]byte, error) {
	dir, err := os.MkdirTemp("", "genjin")
	if err != nil {
		return nil, err
	}
	defer os.RemoveAll(dir)
	path := filepath.Join(dir, "genjin.db")
	st, err := store.Open(context.Background(), path, store.Clock(func() time.Time { return at }))
	if err != nil {
		return nil, err
	}
	if fill != nil {
		fill(maker{}, st)
	}
	if err := st.Close(); err != nil {
		return nil, err
	}
	return os.ReadFile(path)
}

// Lay puts a copy of the file at a path.
func (w *World) Lay(t testing.TB, path string) {
	t.Helper()
	file, err := w.file()
	if err == nil {
		err = os.MkdirAll(filepath.Dir(path), 0o700)
	}
	if err == nil {
		err = os.WriteFile(path, file, 0o600)
	}
	if err != nil {
		t.Fatal(err)
	}
}

// Desk is a copy of the file at the time at which it was filled, on which no
// program is open yet.
func (w *World) Desk(t testing.TB) *Desk {
	t.Helper()
	return w.desk(t, func() time.Time { return w.at })
}

func (w *World) desk(t testing.TB, clock func() time.Time) *Desk {
	t.Helper()
	path := filepath.Join(t.TempDir(), "genjin.db")
	w.Lay(t, path)
	st, err := store.Open(context.Background(), path, store.Clock(clock))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = st.Close() })
	return &Desk{T: t, Store: st, path: path}
}

// Open opens the program without colours on a copy of the file, and presses
// keys.
func (w *World) Open(t testing.TB, l label.Lang, width, height int, keys ...string) *Desk {
	t.Helper()
	d := w.Desk(t)
	d.Start(width, height, tui.Options{Lang: l, NoColor: true})
	d.Press(keys...)
	return d
}

// maker stands in for a test while the file is made.
type maker struct{ testing.TB }

func (maker) Helper()                      {}
func (maker) Context() context.Context     { return context.Background() }
func (maker) Fatal(args ...any)            { panic(fmt.Sprint(args...)) }
func (maker) Fatalf(form string, a ...any) { panic(fmt.Sprintf(form, a...)) }

// Blank is a new file with nothing in it, laid without running the migrations.
var Blank = NewWorld(Monday, nil)
