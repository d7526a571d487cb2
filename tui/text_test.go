package tui_test

import (
	"strings"
	"testing"

	"genjin/model/label"
	"genjin/tui/kit/kittest"
)

// fieldsOfOneLine are the keys to every kind of field of one line.
var fieldsOfOneLine = map[string][]string{
	"search":    {"2", "ctrl+f"},
	"palette":   {"ctrl+p"},
	"quick add": {"f4"},
	"settings":  {"ctrl+g"},
	"form":      {"2", "ctrl+n"},
	"import":    {"ctrl+o"},
}

func TestDeletingTheLastWordOfAFieldIsSafe(t *testing.T) {
	for name, keys := range fieldsOfOneLine {
		t.Run(name, func(t *testing.T) {
			d := openDesk(t, label.ZH, 80, 24, samples)
			d.Press(keys...)
			for _, key := range []string{"alt+d", "alt+delete"} {
				d.Write("莫名乙")
				d.Press("left", key)
				d.Sees("莫名")
				d.Lacks("莫名乙")
				d.Press("alt+backspace", "ctrl+u")
			}
		})
	}
}

func TestAMegabytePastedIntoAFieldIsCut(t *testing.T) {
	huge := strings.Repeat("莫名 ", 200_000)
	for name, keys := range fieldsOfOneLine {
		t.Run(name, func(t *testing.T) {
			d := openDesk(t, label.ZH, 80, 24, samples)
			d.Press(keys...)
			kittest.Drain(d, kittest.Paste(huge))
			kittest.Sized(t, d.App.View().Content, 80, 24)
			d.Sees("莫名")
		})
	}
}
