package kittest

import (
	"flag"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/charmbracelet/x/ansi"
	// It defines -update for everyone; a second definition would panic.
	_ "github.com/charmbracelet/x/exp/golden"

	"genjin/tui/kit"
)

// Render draws a screen at a size, without colours.
func Render(screen kit.Screen, w, h int) string {
	screen.SetSize(w, h)
	view, _ := screen.View()
	return ansi.Strip(view)
}

// RenderDialog draws a dialog's box on a screen of w×h, without colours.
func RenderDialog(d kit.Dialog, w, h int) string {
	view, _ := d.View(w, h)
	return ansi.Strip(view)
}

// Golden compares what was drawn with testdata/NAME.golden; go test -update
// writes the file.
func Golden(t testing.TB, name, got string) {
	t.Helper()
	if !watched {
		t.Fatal("a package with golden files has a TestMain that calls kittest.Main, which notices a file that no test names")
	}
	got = ansi.Strip(got) + "\n"
	path := filepath.Join("testdata", name+".golden")
	kept()
	compared.Store(path, true)
	if f := flag.Lookup("update"); f != nil && f.Value.String() == "true" {
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	want, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if got != string(want) {
		t.Errorf("%s: %s\ngot:\n%s\nwant:\n%s", path, difference(got, string(want)), got, want)
	}
}

// difference is the first line that differs.
func difference(got, want string) string {
	g, w := strings.Split(got, "\n"), strings.Split(want, "\n")
	for i := range min(len(g), len(w)) {
		if g[i] != w[i] {
			return "first difference:\n got |" + g[i] + "|\nwant |" + w[i] + "|"
		}
	}
	return "one is longer"
}

// Aligned asserts that every line is exactly w cells wide.
func Aligned(t testing.TB, view string, w int) {
	t.Helper()
	for i, line := range strings.Split(view, "\n") {
		if got := ansi.StringWidth(line); got != w {
			t.Errorf("line %d is %d cells wide, not %d: |%s|", i, got, w, ansi.Strip(line))
		}
	}
}

// Sized asserts that the view is exactly w×h cells.
func Sized(t testing.TB, view string, w, h int) {
	t.Helper()
	Aligned(t, view, w)
	if got := strings.Count(view, "\n") + 1; got != h {
		t.Errorf("%d lines, not %d:\n%s", got, h, ansi.Strip(view))
	}
}
