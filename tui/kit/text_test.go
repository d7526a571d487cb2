package kit_test

import (
	"strings"
	"testing"

	"github.com/charmbracelet/x/ansi"
	"pgregory.net/rapid"

	"genjin/tui/kit"
)

func TestAWidthIsWhatTheTerminalMakesOfTheText(t *testing.T) {
	parts := []string{
		"a", " ", "~", "客", "鿿", "、", "】", "！", "～", "─", "╿", "é", "e\u0301", "\u200d", "\ufe0f", "👨", "가", "あ",
		"\x1b[1m", "\x1b[m", "\x1b[38;2;1;2;3m", "\x1b[4:3m", "\x1b[2J", "\x1b", "[", "m", "1", "…", "\t", "\u3000", "\u302a",
	}
	rapid.Check(t, func(t *rapid.T) {
		s := strings.Join(rapid.SliceOfN(rapid.SampledFrom(parts), 0, 12).Draw(t, "text"), "")
		if got, want := kit.Width(s), ansi.StringWidth(s); got != want {
			t.Fatalf("%q takes %d cells, not %d", s, got, want)
		}
	})
}
