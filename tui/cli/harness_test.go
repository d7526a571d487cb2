package cli_test

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"flag"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"genjin/model"
	"genjin/model/label"
	"genjin/store"
	"genjin/tui/cli"
	"genjin/tui/test"
)

// update is the flag of all golden files.
var update = flag.Lookup("update")

// home is a person's home directory and environment; genjin runs in it as it
// would in a shell, on a real file.
type home struct {
	t   *testing.T
	dir string
	env map[string]string
	now time.Time

	guarded bool   // backups are made by themselves
	screen  func() // what the screen does; nil = this is no terminal
	screens int
	secrets []string // what is typed where nothing is shown, in turn; none = this is no terminal
}

// newHome is an empty home on Tuesday 2026-11-24, half past ten.
func newHome(t *testing.T) *home {
	t.Helper()
	return &home{t: t, dir: t.TempDir(), env: map[string]string{}, now: time.Date(2026, 11, 24, 10, 30, 0, 0, time.Local)}
}

// english is such a home with an English locale.
func english(t *testing.T) *home {
	h := newHome(t)
	h.env["LANG"] = "en_US.UTF-8"
	return h
}

type result struct {
	code     int
	out, err string
}

// run runs one command.
func (h *home) run(args ...string) result {
	h.t.Helper()
	var out bytes.Buffer
	code, errs := h.runTo(context.Background(), &out, args...)
	return result{code, out.String(), errs}
}

// runTo runs one command whose output goes elsewhere.
func (h *home) runTo(ctx context.Context, out io.Writer, args ...string) (code int, said string) {
	h.t.Helper()
	var errs bytes.Buffer
	code = cli.Run(ctx, cli.App{
		Out: out, Err: &errs, Home: h.dir,
		Getenv:   func(name string) string { return h.env[name] },
		Now:      func() time.Time { return h.now },
		Terminal: h.screen != nil || h.secrets != nil,
		Secret: func(context.Context, string) (string, error) {
			typed := h.secrets[0]
			h.secrets = h.secrets[1:]
			return typed, nil
		},
		Screen: func(context.Context, model.Store, label.Lang) error {
			h.screen()
			return nil
		},
		PutBack: func(ctx context.Context, path, from, passphrase string) (model.PutBack, error) {
			return store.PutBack(ctx, path, from, passphrase, store.Clock(func() time.Time { return h.now }))
		},
		Open: func(ctx context.Context, path string, asOf model.Date) (model.Store, error) {
			opts := []store.Option{store.Clock(func() time.Time { return h.now })}
			if h.guarded {
				opts = append(opts, store.Guarded())
			}
			if asOf != "" {
				opts = append(opts, store.AsOf(asOf))
			}
			if _, err := os.Stat(path); errors.Is(err, os.ErrNotExist) {
				test.Blank.Lay(h.t, path) // as Open makes it, but quicker
			}
			st, err := store.Open(ctx, path, opts...)
			if err != nil {
				return nil, err
			}
			return st, nil
		},
	}, args)
	return code, errs.String()
}

// must runs a command that has to succeed and returns what it printed.
func (h *home) must(args ...string) string {
	h.t.Helper()
	r := h.run(args...)
	if r.code != 0 || r.err != "" {
		h.t.Fatalf("genjin %s: exit %d\n%s%s", strings.Join(args, " "), r.code, r.out, r.err)
	}
	return r.out
}

// fails runs a command that has to end with the code, with one sentence on the
// error output that holds the words.
func (h *home) fails(code int, words string, args ...string) {
	h.t.Helper()
	r := h.run(args...)
	if r.code != code {
		h.t.Errorf("genjin %s: exit %d, want %d\n%s%s", strings.Join(args, " "), r.code, code, r.out, r.err)
	}
	if !strings.HasPrefix(r.err, "genjin: ") || !strings.Contains(r.err, words) {
		h.t.Errorf("genjin %s says %q, want %q", strings.Join(args, " "), r.err, words)
	}
	if strings.Contains(r.err, "%!") {
		h.t.Errorf("genjin %s: badly filled in: %q", strings.Join(args, " "), r.err)
	}
}

// object runs a command with --json and reads the object that it prints.
func (h *home) object(args ...string) map[string]any {
	h.t.Helper()
	var v map[string]any
	if err := json.Unmarshal([]byte(h.must(append(args, "--json")...)), &v); err != nil {
		h.t.Fatalf("genjin %s: %v", strings.Join(args, " "), err)
	}
	return v
}

// list runs a command with --json and reads the array that it prints.
func (h *home) list(args ...string) []map[string]any {
	h.t.Helper()
	var v []map[string]any
	if err := json.Unmarshal([]byte(h.must(append(args, "--json")...)), &v); err != nil {
		h.t.Fatalf("genjin %s: %v", strings.Join(args, " "), err)
	}
	if v == nil {
		h.t.Fatalf("genjin %s prints null, not []", strings.Join(args, " "))
	}
	return v
}

// file writes a file into the home directory.
func (h *home) file(name, text string) string {
	h.t.Helper()
	path := filepath.Join(h.dir, name)
	if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
		h.t.Fatal(err)
	}
	return path
}

// golden compares with a file of testdata; go test -update writes it.
func golden(t *testing.T, name, got string) {
	t.Helper()
	path := filepath.Join("testdata", name)
	if update.Value.String() == "true" {
		if err := os.MkdirAll("testdata", 0o700); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte(got), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if got != string(want) {
		t.Errorf("%s: got\n%s\nwant\n%s", name, got, want)
	}
}
