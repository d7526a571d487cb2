package tui_test

import (
	"fmt"
	"math/rand/v2"
	"regexp"
	"strings"
	"testing"
	"time"

	tea "charm.land/bubbletea/v2"

	"genjin/model"
	"genjin/model/label"
	"genjin/store"
	"genjin/tui"
	"genjin/tui/kit/kittest"

	"genjin/tui/test"
)

// busy is a file in which every tab has rows and every act something to act on.
var busy = test.NewWorld(test.Monday, func(t testing.TB, st *store.Store) {
	if err := st.FillDemo(t.Context(), model.DemoSize{Customers: 40}, 7, nil); err != nil {
		t.Fatal(err)
	}
})

// nothing is a key that does nothing.
const nothing = "f11"

var (
	plainKeys = []string{
		"up", "down", "left", "right", "home", "end", "pgup", "pgdown", "enter", "tab", "esc", "space", "backspace", "delete", "insert",
		"f1", "f2", "f3", "f4", "f5", "f6", "f7", "f8", "f9", "f10", "f11", "f12",
	}
	scraps = []string{"张三", "客户同意，明天来店", "1.2万", "3d", "周五", "e\u0301", "👨‍👩‍👧", "\u202e", "a", "abc def", "13800138000",
		"~/x.csv", "#进店 @A +3d", "，", "？"}
)

// anything is a random key, text, click, paste or size.
func anything(r *rand.Rand) tea.Msg {
	switch n := r.IntN(100); {
	case n < 30:
		return kittest.Key([]string{"", "alt+", "ctrl+", "shift+"}[r.IntN(4)] + plainKeys[r.IntN(len(plainKeys))])
	case n < 60:
		return kittest.Key([]string{"", "alt+", "ctrl+"}[r.IntN(3)] + string(rune('!'+r.IntN('~'-'!'+1))))
	case n < 75:
		return kittest.Type(scraps[r.IntN(len(scraps))])
	case n < 87:
		return kittest.Click(r.IntN(130), r.IntN(42))
	case n < 92:
		return kittest.Wheel(r.IntN(130), r.IntN(42), 1-2*r.IntN(2))
	case n < 96:
		return kittest.Paste(strings.Repeat(scraps[r.IntN(len(scraps))]+"\n", 1+r.IntN(40)))
	}
	return tea.WindowSizeMsg{Width: r.IntN(140), Height: r.IntN(45)}
}

// A place is visited with every second seed, with more keys there than the way to
// it has.
func TestAThousandKeysAtRandom(t *testing.T) {
	places, seeds, keys := everywhere(t).places, 10, 10
	if testing.Short() {
		seeds, keys = 2, 1
	}
	for seed := range seeds {
		l := []label.Lang{label.ZH, label.EN}[seed%2]
		t.Run(fmt.Sprintf("%s-%d", l, seed), func(t *testing.T) {
			t.Setenv("HOME", t.TempDir()) // for the files that are saved
			t.Chdir(t.TempDir())
			d := busy.Desk(t)
			now := test.Monday
			d.Start(120, 40, tui.Options{Lang: l, NoColor: true, Clock: func() time.Time { return now }})
			r := rand.New(rand.NewPCG(uint64(seed), 0))
			var done []string
			defer func() {
				if fault := recover(); fault != nil {
					t.Fatalf("%v\nafter %s", fault, strings.Join(done[max(len(done)-60, 0):], ", "))
				}
			}()
			send := func(msg tea.Msg) {
				done = append(done, fmt.Sprintf("%T %.40v", msg, msg))
				now = now.Add(time.Duration(r.IntN(500)) * time.Millisecond)
				kittest.Drain(d, msg)
			}
			for at := seed % 5; at < len(places); at += 5 {
				if d.App.Top() != nil { // one that holds changes asks about them
					d = busy.Desk(t)
					d.Start(120, 40, tui.Options{Lang: l, NoColor: true, Clock: func() time.Time { return now }})
				}
				send(tea.WindowSizeMsg{Width: 120, Height: 40})
				for _, key := range places[at] {
					send(kittest.Key(key))
					send(kittest.Key(nothing)) // a character waits for what comes after it
				}
				d.App.View()
				for range keys {
					send(anything(r))
					d.App.View()
				}
				for _, key := range leave {
					send(kittest.Key(key))
				}
			}
			d.App.KeepDrafts()
			if _, quits := kittest.Find[tea.QuitMsg](kittest.Drain(d, kittest.Key("ctrl+c"))); !quits {
				t.Error("it does not leave any more")
			}
		})
	}
}

// cutShort is what is said where a text was too long for a field.
var cutShort = regexp.MustCompile("最多 [0-9]+ [字个行]|只取了第一行")

// offered is a draft of what was pasted elsewhere.
var offered = regexp.MustCompile("恢复草稿.*")

// Wherever it is pasted, a megabyte is cut or refused: the program goes on, what a
// field holds of it is little, and that there was more is said.
func TestAMegabytePastedAnywhereIsAnswered(t *testing.T) {
	for kind, huge := range map[string]string{"one line": strings.Repeat("莫名 ", 150_000), "lines": strings.Repeat("莫名来店\n", 80_000)} {
		t.Run(kind, func(t *testing.T) {
			t.Setenv("HOME", t.TempDir())
			t.Chdir(t.TempDir())
			d := busy.Open(t, label.ZH, 120, 40)
			for _, place := range everywhere(t).places {
				d = left(d)
				d.Press(place...)
				kittest.Drain(d, kittest.Paste(huge))
				kittest.Sized(t, d.App.View().Content, 120, 40)
				screen := offered.ReplaceAllString(d.Screen(), "")
				if d.App.Typing() && strings.Contains(screen, "莫名") && !cutShort.MatchString(screen) {
					t.Errorf("%v takes all of it, or less without a word:\n%s", place, d.Screen())
				}
			}
			d.App.KeepDrafts()
		})
	}
}

// left is the desk with nothing open; another one, where a dialog holds changes
// and asks about them.
func left(d *test.Desk) *test.Desk {
	if d.Press(leave...); d.App.Top() == nil {
		return d
	}
	return busy.Open(d.T, label.ZH, 120, 40)
}

func TestEveryDialogIsLeftByEscape(t *testing.T) {
	d := busy.Open(t, label.ZH, 120, 40)
	opened, places := 0, everywhere(t).places
	for _, place := range places {
		d.Press(place...)
		if d.App.Top() != nil {
			opened++
		}
		if d.Press(leave...); d.App.Top() != nil {
			t.Errorf("%v is not left:\n%s", place, d.Screen())
			d = left(d)
		}
	}
	if opened < len(places)/2 {
		t.Errorf("%d of %d places open anything", opened, len(places))
	}
}
