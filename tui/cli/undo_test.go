package cli_test

import (
	"fmt"
	"strings"
	"testing"
)

func TestAnActIsUndoneByItsNumber(t *testing.T) {
	for lang, say := range map[string]struct{ undid, redid, kept, none, already, number, both string }{
		"zh": {"已撤销 #1:新增客户 Lee", "已重做 #1:新增客户 Lee", "后来又都改过", "没有这个编号", "已经撤销过了", "--set 要写", "只能用一个"},
		"en": {"Undone #1: add customer Lee", "Redone #1: add customer Lee", "changed again since", "no change of that number",
			"undone already", "--set takes", "either --set"},
	} {
		h := newHome(t)
		h.env["GENJIN_LANG"] = lang
		h.must("add", "Lee 13800138000")
		h.must("add", "Wu 13900139000")
		if out := h.must("changes"); !strings.HasPrefix(out, "#2  ") || !strings.Contains(out, "\n#1  ") {
			t.Errorf("%s: the changes have no numbers:\n%s", lang, out)
		}
		if set := h.list("changes")[0]["set"]; fmt.Sprint(set) != "2" {
			t.Errorf("in JSON the newest is %v", set)
		}
		if out := h.must("undo", "--set", "1"); !strings.Contains(out, say.undid) {
			t.Errorf("%s: %s", lang, out)
		}
		if left := h.list("list", "customers"); len(left) != 1 || left[0]["name"] != "Wu" {
			t.Errorf("%s: left are %v", lang, left)
		}
		h.fails(failed, say.already, "undo", "--set", "1")
		if out := h.must("redo", "--set", "1"); !strings.Contains(out, say.redid) {
			t.Errorf("%s: %s", lang, out)
		}
		h.must("log", "Lee", "called", "--grade", "A")
		h.must("log", "Lee", "called again", "--grade", "B")
		h.fails(failed, say.none, "undo", "--set", "99")
		h.fails(failed, say.none, "redo", "--set", "99")
		h.fails(usage, say.number, "undo", "--set", "0")
		h.fails(usage, say.number, "redo", "--set", "-1")
		h.fails(usage, say.both, "undo", "--set", "1", "--batch", "1")
		h.fails(failed, say.kept, "undo", "--set", "1")
	}
}
