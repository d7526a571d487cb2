package cli_test

import (
	"cmp"
	"maps"
	"slices"
	"strings"
	"testing"

	"genjin/model"
	"genjin/tui/words"
)

// Every field with a flag says what the flag is for, and nothing is said of a
// field that has none.
func TestTheFlagsOfFieldsHaveTheirWords(t *testing.T) {
	unsaid := maps.Clone(words.FlagUse)
	tables := map[string][]model.Spec{
		"receivable off": model.WriteOffFields.Specs(), "order step": model.NodeStepFields.Specs(),
		"journal logged": model.LoggedFields.Specs(), "order_change asked": model.ChangeRequestFields.Specs(),
	}
	for _, k := range model.Kinds {
		tables[k.Record] = k.Specs
	}
	for record, specs := range tables {
		record, _, _ = strings.Cut(record, " ")
		for _, s := range specs {
			if s.Flag == "" {
				continue
			}
			key := cmp.Or(s.Named, record) + "." + s.Code
			if _, ok := words.FlagUse[key]; !ok {
				t.Errorf("nothing says what --%s of %s is for", s.Flag, key)
			}
			delete(unsaid, key)
		}
	}
	if len(unsaid) > 0 {
		t.Errorf("no field has the flags of %v", slices.Sorted(maps.Keys(unsaid)))
	}
}

// What the card plans stays whichever way a chasing step is logged; the terms of a
// receivable may be the name of a plan, and a payment takes a remark.
func TestTheFormsAndCommandsKeepTheSame(t *testing.T) {
	h := newHome(t)
	h.must("add", "恒基板材 13800138000 @B")
	h.must("log", "恒基板材", "报价", "--next", "2026-12-20", "--next-action", "送样", "--next-method", "上门")
	h.must("owe", "恒基板材", "42000", "--invoice", "FP1", "--due", "12-31")
	h.must("new", "chasing", "receivable=FP1", "method=电话", "outcome=已联系", "chased_on=2026-11-24")
	if c := h.object("show", "恒基板材"); c["next_action"] != "送样" || c["next_method"] != "visit" {
		t.Errorf("the plan is %v by %v", c["next_action"], c["next_method"])
	}
	if step := h.object("chase", "FP1", "--level", "3")["step"].(map[string]any); step["level"] != 3.0 {
		t.Errorf("%v", step)
	}
	if p := h.object("pay", "恒基板材", "100", "--remark", "现金付的", "--currency", "cny"); p["remark"] != "现金付的" || p["currency"] != "CNY" {
		t.Errorf("%v", p)
	}
}
