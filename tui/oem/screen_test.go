package oem_test

import (
	"fmt"
	"testing"

	"genjin/model/label"
	"genjin/tui/kit/kittest"
	"genjin/tui/tuitest"
)

func TestScreens(t *testing.T) {
	for _, l := range []label.Lang{label.ZH, label.EN} {
		for _, size := range []struct{ w, h int }{{80, 24}, {120, 40}} {
			for name, keys := range map[string][]string{
				"projects": nil, "order": {"O"}, "new-order": {"down", "enter", "o"}, "filter": {"f"}, "board": {"tab"}, "board-other": {"tab", "]"}, "waiting": {"tab", "tab"}, "waiting-menu": {"tab", "tab", "enter"},
				"closed": {"tab", "tab", "tab"}, "templates": {"shift+tab"}, "template": {"shift+tab", "enter"}, "template-menu": {"shift+tab", "enter", "enter"},
				"page": {"down", "enter"}, "page-menu": {"down", "enter", "enter"}, "page-facts": {"down", "enter", "tab"}, "progress": {"down", "enter", "%"}, "timeline": {"down", "t"}, "timeline-zoom": {"down", "t", "+"},
				"project-menu": {"down", "enter", "enter", "f3"},
			} {
				name := fmt.Sprintf("%s-%dx%d-%s", name, size.w, size.h, l)
				t.Run(name, func(t *testing.T) {
					d := open(t, l, size.w, size.h, keys...)
					kittest.Sized(t, d.App.View().Content, size.w, size.h)
					kittest.Golden(t, name, d.Screen())
				})
			}
			for name, keys := range map[string][]string{"empty": nil, "empty-board": {"tab"}, "empty-waiting": {"tab", "tab"}, "empty-closed": {"tab", "tab", "tab"}} {
				name := fmt.Sprintf("%s-%dx%d-%s", name, size.w, size.h, l)
				t.Run(name, func(t *testing.T) {
					d := tuitest.Open(t, l, size.w, size.h)
					d.Press(append([]string{"6"}, keys...)...)
					kittest.Sized(t, d.App.View().Content, size.w, size.h)
					kittest.Golden(t, name, d.Screen())
				})
			}
		}
	}
}
