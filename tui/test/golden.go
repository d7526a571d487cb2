package test

import (
	"fmt"
	"strings"
	"testing"

	"genjin/model/label"
	"genjin/tui/kit/kittest"
)

// Golden draws a scene in the two ways that are kept, Chinese on a large screen
// and English on a small one, and compares its area with
// testdata/NAME-SIZE-LANGUAGE.golden.
func Golden(t *testing.T, name string, open func(t *testing.T, l label.Lang, w, h int) *Desk) {
	t.Helper()
	for _, variant := range []struct {
		lang label.Lang
		w, h int
	}{{label.ZH, 120, 40}, {label.EN, 80, 24}} {
		name := fmt.Sprintf("%s-%dx%d-%s", name, variant.w, variant.h, variant.lang)
		t.Run(name, func(t *testing.T) {
			d := open(t, variant.lang, variant.w, variant.h)
			kittest.Sized(t, d.App.View().Content, variant.w, variant.h)
			kittest.Golden(t, name, area(d.Screen()))
		})
	}
}

// Frame is what stands around a tab: the two lines over it and the two under it.
func (d *Desk) Frame() string {
	lines := strings.Split(d.Screen(), "\n")
	return strings.Join(append(lines[:2:2], lines[len(lines)-2:]...), "\n")
}

// area is a screen without its frame; where a dialog lies over the frame, what
// lies over it stays.
func area(screen string) string {
	lines := strings.Split(screen, "\n")
	if rule(lines[1]) {
		lines = lines[2:]
	}
	if last := len(lines) - 2; rule(lines[last]) {
		lines = lines[:last]
	}
	return strings.Join(lines, "\n")
}

func rule(line string) bool { return strings.Trim(line, "─") == "" }
