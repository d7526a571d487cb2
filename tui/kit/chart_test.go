package kit_test

import (
	"strings"
	"testing"

	"genjin/tui/kit"
	"genjin/tui/kit/kittest"
)

// Every chart fills its cells, says nothing by colour, and in ASCII has nothing
// else.
func TestChartsAreDrawnToTheCell(t *testing.T) {
	env := kittest.Env()
	for _, ascii := range []bool{false, true} {
		env.ASCII = ascii
		for w := 1; w < 60; w++ {
			lines := append(kit.Line(env, []int64{0, 3, 1, 9, 9, 2}, w, 5), kit.Funnel(3, 7, w), kit.Funnel(9, 7, w), kit.Funnel(0, 7, w),
				kit.Bar(env, 3, 7, w), kit.Stacked(env, []int64{1, 0, 5}, w))
			for _, l := range lines {
				if kit.Width(l) != w || ascii && strings.ContainsFunc(l, func(r rune) bool { return r > 126 }) {
					t.Fatalf("w %d: %q", w, l)
				}
			}
		}
	}
	env.ASCII = false
	for name, got := range map[string][2]string{
		"a line": {strings.Join(kit.Line(env, []int64{0, 2, 1, 4}, 12, 3), "\n"), "" +
			"         ╭──\n" +
			"   ╭─────╯  \n" +
			"───╯        "},
		"nothing at all":        {strings.Join(kit.Line(env, []int64{0, 0, 0}, 6, 2), "\n"), "      \n──────"},
		"the widest of all":     {kit.Funnel(10, 10, 9), "#########"},
		"a third in the middle": {kit.Funnel(3, 9, 9), "   ###   "},
		"hardly anything":       {kit.Funnel(1, 900, 9), "    #    "},
	} {
		if got[0] != got[1] {
			t.Errorf("%s:\n%s\nwant\n%s", name, got[0], got[1])
		}
	}
}
