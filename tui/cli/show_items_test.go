package cli_test

import (
	"strings"
	"testing"
)

// The whole card is what show prints: with whoever belongs to the customer, and
// everything else that hangs on it.
func TestShowPrintsAllThatIsOnTheCard(t *testing.T) {
	for lang, head := range map[string]string{"zh": "重要日子", "en": "Important dates"} {
		h := newHome(t)
		h.env["GENJIN_LANG"] = lang
		h.must("add", "王五 13800138000")
		h.must("add", "恒基板材 13900139000")
		h.must("edit", "customers", "2", "referrer=#1")
		h.must("new", "contacts", "customer=#2", "name=李工", "phones=13700137000")
		h.must("new", "occasion", "customer=#2", "label=开业", "day=2010-05-01")
		h.must("new", "market", "customer=#2", "subject=降价", "price=12.5")
		out := h.must("show", "恒基板材")
		for _, want := range []string{"王五", "李工", "13700137000", head, "2010-05-01", "降价", "12.50"} {
			if !strings.Contains(out, want) {
				t.Errorf("%s: no %s in\n%s", lang, want, out)
			}
		}
		card := h.object("show", "恒基板材")
		list, ok := card["contact"].([]any)
		if !ok || len(list) != 1 || list[0].(map[string]any)["name"] != "李工" {
			t.Errorf("contacts %v", card["contact"])
		}
		if none, ok := card["company"].([]any); !ok || len(none) != 0 {
			t.Errorf("no company card: %v", card["company"])
		}
	}
}
