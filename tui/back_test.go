package tui_test

import (
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"

	"genjin/model/label"
	"genjin/tui/kit/kittest"
)

// ctrl+q is the one key for a step back that an input method lets through.
func TestAStepBackIsTheSameEverywhere(t *testing.T) {
	for _, keys := range []string{"enter", "?", ":", ",", "i", "N", "/", "2 /", "2 enter", "2 ctrl+n", "2 ctrl+f", "2 space", "2 space enter",
		"3 enter", "4 enter", "4 ctrl+n", "5 enter", "6 enter", "6 ctrl+n", "7 enter", "ctrl+l", "ctrl+l down"} {
		esc, back := openDesk(t, label.ZH, 120, 40, samples), openDesk(t, label.ZH, 120, 40, samples)
		esc.Press(strings.Fields(keys)...)
		back.Press(strings.Fields(keys)...)
		before := back.Screen()
		esc.Press("esc")
		_, quit := kittest.Find[tea.QuitMsg](kittest.Drain(back, kittest.Key("ctrl+q")))
		if after := back.Screen(); !quit && after == before {
			t.Errorf("%s: ctrl+q does nothing:\n%s", keys, after)
		} else if !quit && after != esc.Screen() {
			t.Errorf("%s: ctrl+q goes elsewhere than esc:\n%s", keys, after)
		}
	}
}
