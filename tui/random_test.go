package tui_test

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	tea "charm.land/bubbletea/v2"

	"genjin/model/label"
	"genjin/store"
	"genjin/tui"
	"genjin/tui/kit/kittest"

	"genjin/tui/test"
)

// busy is a file in which every tab has rows and every act something to act on.
var busy = test.NewWorld(test.Monday, func(t testing.TB, st *store.Store) {
	if err := st.FillDemo(t.Context(), 40, 7, nil); err != nil {
		t.Fatal(err)
	}
})

// places are the keys to every tab and to the dialogs of each.
var places = func() [][]string {
	var all [][]string
	for tab, keys := range map[string]string{
		"1": "enter ctrl+l s p y Y a c space ctrl+o f4 ctrl+p f1 ctrl+g", "2": "ctrl+f ctrl+n f2 f3 F o C d O x enter f7 v,space,enter",
		"3": "ctrl+n f3 F o f2 d enter x tab", "4": "ctrl+n ctrl+n,enter f3 F o f2 d enter t E a c x y l",
		"5": "ctrl+n ctrl+n,enter f3 F o f2 d enter p l y r t x space tab,tab,tab,tab,enter tab,tab,tab,tab,f2",
		"6": "ctrl+n ctrl+n,enter f3 f2 d enter % b o f7 tab,enter l",
	} {
		all = append(all, []string{tab})
		for key := range strings.FieldsSeq(keys) {
			all = append(all, append([]string{tab}, strings.Split(key, ",")...))
		}
	}
	for n := range 9 { // what the menus of rows offer
		for _, tab := range []string{"1", "4", "5", "6"} {
			all = append(all, []string{tab, "enter", strconv.Itoa(n + 1)})
		}
		all = append(all, []string{"4", "E", strconv.Itoa(n + 1)})
	}
	slices.SortFunc(all, slices.Compare)
	return all
}()

// leave closes whatever is open.
var leave = []string{"esc", "esc", "esc", "esc"}

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
			d := busy.Desk(t)
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
			}
			for _, place := range places {
				send(tea.WindowSizeMsg{Width: 120, Height: 40})
				for _, key := range slices.Concat(leave, place) {
					send(kittest.Key(key))
				}
				d.App.View()
				for range keys/len(places) + 1 {
					send(anything(r))
					d.App.View()
				}
			}
			d.App.KeepDrafts()
			if _, quits := kittest.Find[tea.QuitMsg](kittest.Drain(d, kittest.Key("ctrl+c"))); !quits {
				t.Error("it does not leave any more")
			}
		})
	}
}

// Wherever it is pasted, a megabyte is cut or refused: the program goes on, and
// nothing on the screen holds more of it than a field may.
func TestAMegabytePastedAnywhereIsAnswered(t *testing.T) {
	for kind, huge := range map[string]string{"one line": strings.Repeat("莫名 ", 150_000), "lines": strings.Repeat("明天来店\n", 80_000)} {
		t.Run(kind, func(t *testing.T) {
			t.Setenv("HOME", t.TempDir())
			t.Chdir(t.TempDir())
			d := busy.Open(t, label.ZH, 120, 40)
			for _, place := range places {
				d.Press(leave...)
				d.Press(place...)
				kittest.Drain(d, kittest.Paste(huge))
				kittest.Sized(t, d.App.View().Content, 120, 40)
			}
			d.App.KeepDrafts()
		})
	}
}

func TestEveryDialogIsLeftByEscape(t *testing.T) {
	d := busy.Open(t, label.ZH, 120, 40)
	opened := 0
	for _, place := range places {
		d.Press(place...)
		if strings.Contains(d.Screen(), "╭") {
			opened++
		}
		d.Press(leave...)
		if strings.Contains(d.Screen(), "╭") {
			t.Fatalf("%v is not left:\n%s", place, d.Screen())
		}
	}
	if opened < len(places)/2 {
		t.Errorf("%d of %d places open anything", opened, len(places))
	}
}
