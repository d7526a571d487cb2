package kit_test

import (
	"strings"
	"testing"

	"github.com/charmbracelet/x/ansi"

	"genjin/tui/kit"
	"genjin/tui/kit/kittest"
)

func TestACellInPartsIsCutAndPaddedToItsColumn(t *testing.T) {
	env := kittest.Env()
	table := kit.NewTable(env, []kit.Column[string]{
		{Title: "Bar", Min: 4, Max: 4, Spans: func(s string) []kit.Span {
			var spans []kit.Span
			for _, r := range s {
				spans = append(spans, kit.Span{Text: string(r), Style: &env.Styles.Late})
			}
			return append(spans, kit.Span{Text: "|"})
		}},
		{Title: "Name", Min: 4, Max: 4, Cell: func(s string) string { return s }},
	}, "")
	table.SetSize(14, 4)
	table.SetAll([]string{"##", "######", "研发"})
	kittest.Sized(t, table.View(), 14, 4)
	lines := strings.Split(ansi.Strip(table.View()), "\n")
	for i, want := range []string{"> ##|  ##  ", "  #### ###~", "  研发 研发"} {
		if !strings.HasPrefix(lines[i+1], want) {
			t.Errorf("%q, want %q", lines[i+1], want)
		}
	}
}
