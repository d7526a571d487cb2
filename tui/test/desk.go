// Package test drives the whole program in tests: every tab and dialog over
// a real file, keys in, the drawn screen out, without a terminal and without
// waiting.
package test

import (
	"context"
	"maps"
	"slices"
	"strings"
	"testing"
	"time"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"

	"genjin/model"
	"genjin/model/label"
	"genjin/store"
	"genjin/tui"
	"genjin/tui/kit/kittest"
)

// Desk is the program open on a file.
type Desk struct {
	T     testing.TB
	App   *tui.App
	Store *store.Store
	path  string
}

// Monday is the morning on which the tests open the program.
var Monday = time.Date(2026, 11, 23, 9, 12, 0, 0, time.Local)

// Widths are those of a window at which a screen turns to another form; a short
// run takes the least and one with room.
func Widths() []int {
	if testing.Short() {
		return []int{60, 101}
	}
	return []int{60, 61, 79, 99, 100, 101, 113, 160, 240}
}

// Open opens the program without colours on a new file with the customers.
func Open(t testing.TB, l label.Lang, w, h int, customers ...model.Customer) *Desk {
	t.Helper()
	d := Blank.Desk(t)
	for _, c := range customers {
		if _, err := d.Store.AddCustomer(context.Background(), c); err != nil {
			t.Fatal(err)
		}
	}
	d.Start(w, h, tui.Options{Lang: l, NoColor: true})
	return d
}

// Reopen opens the program on the same file at another time.
func Reopen(d *Desk, at time.Time, l label.Lang, w, h int) *Desk {
	d.T.Helper()
	st, err := store.Open(context.Background(), d.path, store.Clock(func() time.Time { return at }))
	if err != nil {
		d.T.Fatal(err)
	}
	d.T.Cleanup(func() { _ = st.Close() })
	later := &Desk{T: d.T, Store: st, path: d.path}
	later.Start(w, h, tui.Options{Lang: l, NoColor: true})
	return later
}

// Start opens the program on the file, as after a restart.
func (d *Desk) Start(w, h int, opts tui.Options) {
	d.T.Helper()
	d.App = tui.New(d.Store, d.Settings(), opts)
	d.Update(tea.WindowSizeMsg{Width: w, Height: h})
	kittest.Run(d, d.App.Init())
}

// Update hands the program a message.
func (d *Desk) Update(msg tea.Msg) tea.Cmd {
	_, cmd := d.App.Update(msg)
	return cmd
}

// Press presses keys, by name.
func (d *Desk) Press(keys ...string) { kittest.Drain(d, kittest.Keys(keys...)...) }

// Write types a text as an input method commits it.
func (d *Desk) Write(text string) { kittest.Drain(d, kittest.Type(text)) }

// Settings are the settings in the file.
func (d *Desk) Settings() model.Settings {
	d.T.Helper()
	set, err := d.Store.Settings(context.Background())
	if err != nil {
		d.T.Fatal(err)
	}
	return set
}

// Draft is all that a form's draft keeps, as one text; "" for no draft.
func (d *Desk) Draft(form string) string {
	d.T.Helper()
	fields, err := d.Store.Draft(context.Background(), form)
	if err != nil {
		d.T.Fatal(err)
	}
	return strings.Join(slices.Sorted(maps.Values(fields)), "\n")
}

// Screen is what is drawn, without colours.
func (d *Desk) Screen() string { return ansi.Strip(d.App.View().Content) }

// Sees asserts that texts are on the screen.
func (d *Desk) Sees(texts ...string) {
	d.T.Helper()
	screen := d.Screen()
	for _, text := range texts {
		if !strings.Contains(screen, text) {
			d.T.Errorf("%q is not on the screen:\n%s", text, screen)
		}
	}
}

// Lacks asserts that texts are not on the screen.
func (d *Desk) Lacks(texts ...string) {
	d.T.Helper()
	screen := d.Screen()
	for _, text := range texts {
		if strings.Contains(screen, text) {
			d.T.Errorf("%q is on the screen:\n%s", text, screen)
		}
	}
}
