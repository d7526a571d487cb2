package tui_test

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
	"sync"
	"testing"

	"github.com/charmbracelet/x/ansi"

	"genjin/model/label"
	"genjin/tui"
	"genjin/tui/kit"
	"genjin/tui/test"
)

// leave closes whatever is open.
var leave = []string{"esc", "esc", "esc", "esc", "esc", "esc"}

// walk finds the places of the program: from every tab, section and kind of row
// it does whatever is on offer, and whatever the dialogs offer that open by it. A
// new act, or a new entry of a menu, is a new place without a line here.
type walk struct {
	t      testing.TB
	d      *test.Desk
	seen   map[string]bool
	places [][]string
	kinds  map[string]int // of dialogs, by their type
}

// byHand are the keys, by tab, to what opens from a row of a list, a figure or
// a file, which is no act on offer.
var byHand = map[string]string{
	"1": "/", "2": "/ enter f7 v,space,enter C D", "3": "/ tab,enter tab,tab,down,enter tab,tab,tab,enter",
	"5": "tab,tab,tab,tab,enter tab,tab,tab,tab,f2", "6": "enter,enter enter,space enter,t tab,enter,enter enter,f3,enter",
	"7": "enter down,enter tab,enter tab,down,enter tab,tab,enter tab,tab,tab,enter tab,tab,tab,tab,enter tab,n",
}

const (
	deepest     = 4  // acts from a tab on
	mostEntries = 24 // of a menu
)

// at opens the program anew and presses keys.
func (w *walk) at(keys []string) {
	if w.d == nil {
		w.d = busy.Desk(w.t)
		w.d.Start(120, 40, tui.Options{Lang: label.ZH, NoColor: true})
	}
	w.d.Press(leave...)
	if top := w.d.App.Top(); top != nil {
		w.t.Fatalf("%T is not left before %v:\n%s", top, keys, w.d.Screen())
	}
	w.d.Press(keys...)
}

// step is what can be done at a place: what it is called, and its keys.
type step struct {
	name string
	keys []string
}

// kept are the acts that a walk leaves out: they end the program, turn to
// another tab or language, or leave the dialog.
func kept(id, key string) bool {
	return slices.Contains([]string{"quit", "language", "private"}, id) || strings.HasPrefix(id, "tab") || key == "esc"
}

func (w *walk) steps() (all []step) {
	top := w.d.App.Top()
	if m, ok := top.(*kit.Menu); ok {
		view, _ := m.View(120, 400)
		lines := strings.Split(ansi.Strip(view), "\n")
		for i := range min(max(len(lines)-kit.FrameH, 0), mostEntries) {
			keys := append(slices.Repeat([]string{"down"}, i), "enter")
			all = append(all, step{fmt.Sprint("menu ", lines[min(i+1, len(lines)-1)]), keys})
		}
		return all
	}
	actions := w.d.App.Offered()
	if top != nil {
		actions = top.Actions()
	}
	for _, a := range actions {
		if len(a.Keys) == 0 || a.Do == nil || !a.Enabled() {
			continue
		}
		key := a.Keys[0]
		for _, other := range a.Keys {
			if len([]rune(key)) == 1 && w.d.App.Typing() {
				key = other
			}
		}
		if kept(a.ID, key) || len([]rune(key)) == 1 && w.d.App.Typing() {
			continue
		}
		all = append(all, step{fmt.Sprintf("%T %s %s", top, a.ID, a.Name), []string{key}})
	}
	return all
}

// on walks on from the places found, the nearest first, each time on a fresh
// file.
func (w *walk) on(next [][]string) {
	for depth := 0; depth < deepest && len(next) > 0; depth++ {
		var found [][]string
		for _, keys := range next {
			w.d = nil
			found = append(found, w.from(keys)...)
		}
		w.places, next = append(w.places, found...), found
	}
}

// from are the dialogs and pages that open from a place.
func (w *walk) from(keys []string) (found [][]string) {
	w.at(keys)
	for _, s := range w.steps() {
		if w.seen[s.name] {
			continue
		}
		w.seen[s.name] = true
		w.at(keys)
		before, page := w.d.App.Top(), w.page()
		w.d.Press(s.keys...)
		top := w.d.App.Top()
		opened := top != nil && top != before
		if now := w.page(); top == nil && now != page && !w.seen[now] && !w.d.App.Typing() {
			w.seen[now], opened = true, true
		}
		if opened {
			found = append(found, append(slices.Clone(keys), s.keys...))
			w.kinds[fmt.Sprintf("%T", top)]++
		}
	}
	return found
}

// page tells the pages of a tab apart, by what can be done there.
func (w *walk) page() (ids string) {
	for _, a := range w.d.App.Offered() {
		ids += a.ID + " "
	}
	return ids
}

var (
	walkOnce sync.Once
	walked   *walk
)

// everywhere are the keys to every tab, and to every dialog.
func everywhere(t *testing.T) *walk {
	t.Helper()
	walkOnce.Do(func() {
		t.Setenv("HOME", t.TempDir()) // for the files that are saved
		t.Chdir(t.TempDir())
		w := &walk{t: t, seen: map[string]bool{}, kinds: map[string]int{}}
		for tab, sections := range []int{0, 0, 3, 5, 5, 4, 12} {
			for n := range sections + 1 {
				w.places = append(w.places, append([]string{strconv.Itoa(tab + 1)}, slices.Repeat([]string{"tab"}, n)...))
			}
		}
		for n := range 16 { // kinds of rows of Today
			w.places = append(w.places, append([]string{"1"}, slices.Repeat([]string{"]"}, n)...))
		}
		w.on(w.places)
		for tab, keys := range byHand {
			for key := range strings.FieldsSeq(keys) {
				w.places = append(w.places, append([]string{tab}, strings.Split(key, ",")...))
			}
		}
		walked = w
	})
	return walked
}
