package kittest

import (
	"slices"
	"testing"
	"time"

	tea "charm.land/bubbletea/v2"
)

func TestKeysAreNamedAsBubbleTeaNamesThem(t *testing.T) {
	for _, name := range []string{
		"a", "G", "5", "?", "+", "enter", "esc", "tab", "shift+tab", "space", "backspace", "delete", "up", "pgdown",
		"home", "f1", "f12", "ctrl+s", "ctrl+pgup", "alt+enter", "ctrl+j", "中", "？",
	} {
		if got := Key(name).String(); got != name {
			t.Errorf("Key(%q) is called %q", name, got)
		}
	}
	if got := Type("你好").(tea.KeyPressMsg).String(); got != "你好" {
		t.Errorf("a committed text is called %q", got)
	}
}

// recorder keeps what reaches it and answers a string with a command.
type recorder struct {
	got   []tea.Msg
	reply map[string]tea.Cmd
}

func (r *recorder) Update(msg tea.Msg) tea.Cmd {
	r.got = append(r.got, msg)
	if s, ok := msg.(string); ok {
		return r.reply[s]
	}
	return nil
}

func say(s string) tea.Cmd { return func() tea.Msg { return s } }

func TestDrainRunsWhatFollows(t *testing.T) {
	r := &recorder{reply: map[string]tea.Cmd{
		"start": tea.Batch(say("one"), tea.Sequence(say("two"), say("three")), nil,
			tea.Tick(time.Hour, func(time.Time) tea.Msg { return "late" })),
		"two": say("two and a half"),
	}}
	seen := Drain(r, "start")
	want := []tea.Msg{"one", "two", "two and a half", "three"}
	if !slices.Equal(seen, want) || !slices.Equal(r.got[1:], want) {
		t.Errorf("seen %v, got %v", seen, r.got)
	}
	if s, ok := Find[string](seen); !ok || s != "one" || !Has(seen, "three") || Has(seen, "late") {
		t.Error("the messages are not found")
	}
}

func TestTerminalShowsCells(t *testing.T) {
	cursor := tea.NewCursor(2, 1)
	term := Draw("张三a\n\x1b[31me\u0301\x1b[m客户", cursor, 6, 2)
	if term.Cell(0, 0) != "张" || term.Cell(1, 0) != "" || term.Cell(4, 0) != "a" || term.Cell(0, 1) != "e\u0301" {
		t.Errorf("cells: %q", term.Text())
	}
	if x, y, shown := term.Cursor(); x != 2 || y != 1 || !shown {
		t.Errorf("cursor at %d,%d", x, y)
	}
	if term.Column(1, "户") != 3 || term.Column(0, "户") != -1 {
		t.Errorf("户 stands at %d", term.Column(1, "户"))
	}
	term.Show("b", nil)
	if _, _, shown := term.Cursor(); shown || term.Row(1) != "      " {
		t.Errorf("the old screen shows through: %q", term.Text())
	}
}
