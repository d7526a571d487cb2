package oem_test

import (
	"testing"

	"genjin/model/label"

	"genjin/tui/test"
)

func TestScreens(t *testing.T) {
	for name, keys := range map[string][]string{
		"projects": nil, "order": {"o"}, "new-order": {"down", "enter", "O"}, "filter": {"f"}, "board": {"tab"},
		"board-other": {"tab", "]"}, "waiting": {"tab", "tab"}, "waiting-menu": {"tab", "tab", "enter"},
		"closed": {"tab", "tab", "tab"}, "templates": {"shift+tab"}, "template": {"shift+tab", "enter"},
		"template-menu": {"shift+tab", "enter", "enter"},
		"page":          {"down", "enter"}, "page-menu": {"down", "enter", "enter"}, "page-facts": {"down", "enter", "tab"},
		"progress": {"down", "enter", "%"}, "timeline": {"down", "t"}, "timeline-zoom": {"down", "t", "+"},
		"project-menu": {"down", "enter", "enter", "f3"},
	} {
		test.Golden(t, name, func(t *testing.T, l label.Lang, w, h int) *test.Desk { return open(t, l, w, h, keys...) })
	}
	for name, keys := range map[string][]string{
		"empty": {"6"}, "empty-board": {"6", "tab"}, "empty-waiting": {"6", "tab", "tab"}, "empty-closed": {"6", "tab", "tab", "tab"},
	} {
		test.Golden(t, name, func(t *testing.T, l label.Lang, w, h int) *test.Desk {
			return test.Blank.Open(t, l, w, h, keys...)
		})
	}
}
