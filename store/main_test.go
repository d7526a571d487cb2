package store

import (
	"context"
	"flag"
	"os"
	"path/filepath"
	"sync"
	"testing"
)

// draws is how often a random test draws: each draw is a whole file, and 30
// were seen to find what 100 do. A long run asks for more: -rapid.checks=100.
const draws = "30"

func TestMain(m *testing.M) {
	if err := flag.Set("rapid.checks", draws); err != nil {
		panic(err)
	}
	os.Exit(m.Run())
}

// newFile is a new file with nothing in it, as Open makes it.
var newFile = sync.OnceValues(func() ([]byte, error) {
	dir, err := os.MkdirTemp("", "genjin")
	if err != nil {
		return nil, err
	}
	defer os.RemoveAll(dir)
	path := filepath.Join(dir, "genjin.db")
	s, err := Open(context.Background(), path)
	if err != nil {
		return nil, err
	}
	if err := s.Close(); err != nil {
		return nil, err
	}
	return os.ReadFile(path)
})

// layBlank puts a new file where none is yet, which is much quicker than to let
// Open run every migration.
func layBlank(t testing.TB, path string) {
	t.Helper()
	if _, err := os.Stat(path); err == nil {
		return
	}
	file, err := newFile()
	if err == nil {
		err = os.WriteFile(path, file, 0o600)
	}
	if err != nil {
		t.Fatal(err)
	}
}
