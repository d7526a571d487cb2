package tui_test

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"
	"time"

	tea "charm.land/bubbletea/v2"

	"genjin/model/label"
	"genjin/tui"
	"genjin/tui/kit/kittest"

	"genjin/tui/test"
)

// places are the keys to every tab and to the dialogs of each.
var places = [][]string{
	{"1"}, {"2"}, {"3"}, {"4"}, {"5"}, {"6"}, {"f4"}, {"ctrl+p"}, {"f1"}, {"ctrl+g"}, {"ctrl+o"}, {"1", "enter"},
	{"1", "ctrl+l"}, {"1", "s"}, {"1", "p"}, {"1", "y"},
	{"2", "ctrl+f"}, {"2", "ctrl+n"}, {"2", "f2"}, {"2", "f3"}, {"2", "f7"}, {"2", "o"}, {"2", "C"}, {"2", "space", "enter"},
	{"2", "enter"}, {"2", "O"},
	{"3", "ctrl+n"}, {"3", "f3"}, {"3", "tab"}, {"3", "enter"}, {"4", "ctrl+n", "enter"}, {"4", "f3"}, {"4", "tab"},
	{"5", "ctrl+n", "enter"}, {"5", "f3"}, {"5", "p"},
	{"6", "ctrl+n", "enter"}, {"6", "tab"}, {"6", "f3"}, {"6", "f7"}, {"6", "tab", "tab", "enter"},
}

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

func TestAThousandKeysAtRandom(t *testing.T) {
	seeds, keys := uint64(10), 1000
	if testing.Short() {
		seeds, keys = 2, 150
	}
	for seed := range seeds {
		l := []label.Lang{label.ZH, label.EN}[seed%2]
		t.Run(fmt.Sprintf("%s-%d", l, seed), func(t *testing.T) {
			t.Setenv("HOME", t.TempDir()) // for the files that are saved
			t.Chdir(t.TempDir())
			d := openDesk(t, l, 120, 40, samples)
			now := test.Monday
			d.Start(120, 40, tui.Options{Lang: l, NoColor: true, Clock: func() time.Time { return now }})
			r := rand.New(rand.NewPCG(seed, 0))
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
				d.App.View()
			}
			for i := range keys {
				if i%25 == 0 {
					send(tea.WindowSizeMsg{Width: 120, Height: 40})
					for _, key := range append([]string{"esc", "esc", "esc", "esc"}, places[r.IntN(len(places))]...) {
						send(kittest.Key(key))
					}
				}
				send(anything(r))
			}
			d.App.KeepDrafts()
			if _, quits := kittest.Find[tea.QuitMsg](kittest.Drain(d, kittest.Key("ctrl+c"))); !quits {
				t.Error("it does not leave any more")
			}
		})
	}
}
