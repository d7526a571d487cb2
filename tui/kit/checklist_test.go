package kit_test

import (
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"

	"genjin/tui/kit"
	"genjin/tui/kit/kittest"
)

func checklist(ordered bool, taken *string) *kit.Checklist {
	c := kit.NewChecklist(kittest.Env(), "列", []kit.CheckItem{
		{Code: "a", Label: "客户名称"}, {Code: "b", Label: "等级", On: true}, {Code: "c", Label: "标签"}, {Code: "d", Label: "生日", On: true},
	}, ordered)
	c.OnDone = func(codes []string) tea.Cmd {
		*taken = strings.Join(codes, " ")
		return nil
	}
	return c
}

func TestChecklistKeys(t *testing.T) {
	for _, tt := range []struct {
		ordered bool
		keys    []string
		want    string
	}{
		{false, []string{"enter"}, "b d"}, {false, []string{"space", "enter"}, "d"}, {false, []string{"1", "enter"}, "a b d"},
		{false, []string{"down", "space", "ctrl+s"}, "b c d"}, {false, []string{"9", "enter"}, "b d"},
		{true, []string{"shift+down", "enter"}, "d b"}, {true, []string{"down", "down", "space", "shift+up", "shift+up", "enter"}, "a b d"},
		{true, []string{"shift+up", "enter"}, "b d"},
	} {
		taken := "-"
		kittest.Drain(checklist(tt.ordered, &taken), kittest.Keys(tt.keys...)...)
		if taken != tt.want {
			t.Errorf("%v: %q, want %q", tt.keys, taken, tt.want)
		}
	}
}

func TestChecklistFindsWhatIsTyped(t *testing.T) {
	for text, want := range map[string]string{"标": "b c d", "bq": "b c d", "称": "a b d", "没有": "d"} {
		taken := "-"
		c := checklist(false, &taken)
		kittest.Drain(c, kittest.Type(text))
		kittest.Drain(c, kittest.Keys("space", "enter")...)
		if taken != want {
			t.Errorf("%s: %q, want %q", text, taken, want)
		}
	}
}

func TestChecklistAloneTakesWhatTheCursorIsOn(t *testing.T) {
	taken := "-"
	c := checklist(false, &taken)
	c.Alone = true
	kittest.Drain(c, kittest.Keys("2", "4", "up", "enter")...)
	if taken != "c" {
		t.Errorf("%q", taken)
	}
	view, _ := c.View(40, 10)
	if view = ansi.Strip(view); !strings.Contains(view, "> 3 [ ] 标签") {
		t.Errorf("drawn\n%s", view)
	}
	if view, _ = c.View(12, 4); !strings.Contains(ansi.Strip(view), ">") {
		t.Errorf("in little room\n%s", view)
	}
}
