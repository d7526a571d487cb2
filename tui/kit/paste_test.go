package kit_test

import (
	"strings"
	"testing"

	"genjin/tui/kit"
	"genjin/tui/kit/kittest"
)

// What a field of a form answers to a megabyte that is pasted into it: it has to
// be drawn again within 100 ms.
func BenchmarkAMegabytePasted(b *testing.B) {
	texts := map[string]string{"one line": strings.Repeat("莫名 ", 150_000), "lines": strings.Repeat("明天来店\n", 80_000),
		"short lines": strings.Repeat("a\n", 500_000)}
	for _, kind := range []kit.FieldKind{kit.LineField, kit.NoteField} {
		for name, text := range texts {
			b.Run(map[kit.FieldKind]string{kit.LineField: "line ", kit.NoteField: "note "}[kind]+name, func(b *testing.B) {
				for b.Loop() {
					f := kit.NewForm(kittest.Env(), []kit.Field{{Code: "a", Label: "情况", Kind: kind, MaxRows: 6}})
					f.Update(kittest.Paste(text))
					f.View(80, 24)
				}
			})
		}
	}
}

func TestANoteTakesSoManyLinesAndSaysSo(t *testing.T) {
	f := kit.NewForm(kittest.Env(), []kit.Field{{Code: "a", Label: "情况", Kind: kit.NoteField, MaxRows: 6}})
	f.Update(kittest.Paste(strings.Repeat("a\n", 900)))
	if view, _ := f.View(80, 24); strings.Contains(view, "没有放进来") || strings.Count(f.Value("a"), "\n") != 900 {
		t.Errorf("900 lines: %d\n%s", strings.Count(f.Value("a"), "\n"), view)
	}
	f.Update(kittest.Paste(strings.Repeat("b\n", 200)))
	if view, _ := f.View(80, 24); !strings.Contains(view, "最多 1000 行") || strings.Count(f.Value("a"), "b") != 101 {
		t.Errorf("1,100 lines: %d\n%s", strings.Count(f.Value("a"), "\n"), view)
	}
}
