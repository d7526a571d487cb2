package cli_test

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"genjin/model"
)

// Every kind of record is listed, shown and exported, in the same way.
func TestEveryKindIsListedShownAndExported(t *testing.T) {
	h := newHome(t)
	h.env["GENJIN_DB"] = filepath.Join(h.dir, "demo.db")
	h.must("demo", "--customers", "60", "--db", h.env["GENJIN_DB"])
	for kind, values := range map[string]string{
		"visit_plan": "purpose=看样", "purchase": "plan=换新", "occasion": "label=开业 day=6-1", "customer_price": "product=A1 price=88",
		"company": "legal_rep=王五", "contacts": "name=王经理", "market": "subject=竞品降价",
	} {
		h.must(append([]string{"new", kind, "customer=#2"}, strings.Fields(values)...)...)
	}
	h.must("new", "products", "code=YB-01", "name=样板")
	owed := h.list("list", "receivables", "--preset", "open", "--limit", "1")
	h.must("new", "credits", fmt.Sprintf("receivable=#%v", owed[0]["id"]), "amount=1", "reason=少发")
	h.must("new", "templates", "name=小单", "remark=少几步")
	h.fails(2, "记下后不能改", "edit", "credits", "#1", "amount=2")
	if got := h.list("list", "templates", "--preset", "own"); len(got) != 1 || got[0]["name"] != "小单" || got[0]["remark"] != "少几步" {
		t.Errorf("the template of one's own: %v", got)
	}
	if got := h.list("list", "promises", "--filter", "state=爽约,未到期", "--sort", "-promise_amount"); len(got) == 0 || got[0]["paid"] == nil {
		t.Errorf("promises: %v", got)
	}
	for _, kind := range model.ListKinds {
		all := h.list("list", kind)
		if len(all) == 0 {
			t.Errorf("%s: nothing is listed", kind)
			continue
		}
		if out := h.must("list", kind, "--limit", "1", "--sort", "id"); strings.Count(out, "\n") < 3 {
			t.Errorf("%s:\n%s", kind, out)
		}
		if v := h.object("show", kind, fmt.Sprintf("#%v", all[0]["id"])); v["id"] != all[0]["id"] {
			t.Errorf("%s: %v is shown as %v", kind, all[0]["id"], v["id"])
		}
		path := filepath.Join(t.TempDir(), "list.csv")
		h.must("export", kind, "-o", path)
		if text, err := os.ReadFile(path); err != nil || strings.Count(string(text), "\n") <= len(all)-1 {
			t.Errorf("%s: %d lines of %d records, %v", kind, strings.Count(string(text), "\n"), len(all), err)
		}
		h.fails(2, "没有字段「nothing」", "list", kind, "--columns", "nothing")
		h.fails(2, "没有字段「nothing」", "list", kind, "--filter", "nothing=1")
		h.fails(2, "没有字段「nothing」", "export", kind, "--sort", "nothing")
	}
}
