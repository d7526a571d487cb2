package cli_test

import (
	"strings"
	"testing"

	"genjin/model"
)

// Whatever is kept as items answers to the word that rule 4 has for it, and to
// the code of its record, in every command.
func TestAKindAnswersToItsWordAndToItsCode(t *testing.T) {
	h := newHome(t)
	h.must("new", "market", "subject=竞品降价")
	h.must("new", "market_note", "subject=新品上市")
	h.must("edit", "market_note", "#2", "competitor=华强")
	for _, word := range []string{"market", "market_note"} {
		if got := h.list("list", word); len(got) != 2 {
			t.Errorf("list %s: %d", word, len(got))
		}
		if v := h.object("show", word, "#2"); v["competitor"] != "华强" {
			t.Errorf("show %s: %v", word, v)
		}
		if out := h.must("export", word); !strings.Contains(out, "新品上市") {
			t.Errorf("export %s:\n%s", word, out)
		}
	}
	for _, k := range model.Kinds {
		if k.IsItem() {
			h.must("list", k.Record)
			h.must("list", k.ListName())
			h.fails(1, "#99", "show", k.ListName(), "#99")
		}
	}
}
