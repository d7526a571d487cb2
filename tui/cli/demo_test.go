package cli_test

import (
	"bytes"
	"path/filepath"
	"strings"
	"testing"
)

func TestDemoGoesToItsOwnFileAndIsReproducible(t *testing.T) {
	h := newHome(t)
	h.must("add", "董先生")
	out := h.must("demo", "--as-of", "2026-11-24")
	demo := filepath.Join(h.dir, ".genjin", "demo.db")
	if !strings.Contains(out, "genjin --db "+demo) {
		t.Errorf("demo: %q", out)
	}
	if n := len(h.list("list", "customers")); n != 1 {
		t.Errorf("the person's own file has %d customers", n)
	}
	if n := len(h.list("list", "customers", "--db", demo)); n != 200 {
		t.Errorf("%d customers", n)
	}
	h.fails(failed, "已有客户", "demo")
	h.fails(failed, "已有客户", "demo", "--db", filepath.Join(h.dir, ".genjin", "genjin.db"))

	other := filepath.Join(h.dir, "other.db")
	if v := h.object("demo", "--db", other); v["customers"] != 200.0 || v["db"] == "" {
		t.Errorf("json %v", v)
	}
	for _, args := range [][]string{{"list", "customers", "--json"}, {"list", "journal", "--json"}, {"today", "--json"}} {
		a, b := h.must(append(args, "--db", demo)...), h.must(append(args, "--db", other)...)
		if !bytes.Equal([]byte(a), []byte(b)) {
			t.Errorf("%v differs between two samples", args)
		}
	}
	if out := h.must("today", "--db", demo); strings.Count(out, "\n") < 40 {
		t.Errorf("a day of the sample:\n%s", out)
	}
	if third := h.must("demo", "--customers", "5", "--seed", "9", "--db", filepath.Join(h.dir, "third.db")); !strings.Contains(third,
		"5 位客户") {
		t.Errorf("third: %q", third)
	}
}
