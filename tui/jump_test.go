package tui_test

import (
	"strings"
	"testing"

	"genjin/model/label"

	"genjin/tui/test"
)

// marked is the row of Today that the cursor is on.
func marked(t *testing.T, d *test.Desk) string {
	t.Helper()
	for line := range strings.SplitSeq(d.Screen(), "\n") {
		if row, ok := strings.CutPrefix(line, "> "); ok {
			return strings.Join(strings.Fields(strings.SplitN(row, "│", 2)[0]), " ")
		}
	}
	t.Fatalf("no row is marked:\n%s", d.Screen())
	return ""
}

// ] and [ lead from one kind of row to the first of the next, and stay at the
// ends.
func TestTheKindsOfTodayAreJumpedBetween(t *testing.T) {
	d := openDesk(t, label.ZH, 120, 40, samples)
	d.Press("1", "home")
	var stops []string
	for range 9 {
		at := marked(t, d)
		if len(stops) > 0 && stops[len(stops)-1] == at {
			break
		}
		stops = append(stops, at)
		d.Press("]")
	}
	if len(stops) < 2 || len(stops) > 5 {
		t.Fatalf("stops at %q", stops)
	}
	d.Press("down") // the end of the last kind, or one further in it
	d.Press("[")
	for i := len(stops) - 1; i >= 0 && marked(t, d) != stops[0]; i-- {
		d.Press("[")
	}
	if at := marked(t, d); at != stops[0] {
		t.Errorf("[ ends at %q, not at %q", at, stops[0])
	}
}
