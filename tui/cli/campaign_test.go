package cli_test

import (
	"strings"
	"testing"
)

func TestACardAndItsChangesNameTheCampaign(t *testing.T) {
	h := english(t)
	h.must("new", "campaigns", "name=秋季展", "from_on=2026-10-01")
	h.must("new", "campaigns", "name=春季展", "from_on=2026-03-01")
	h.must("add", "刘女士")
	h.must("add", "董先生")
	h.must("edit", "刘女士", "campaign=秋季展", "referrer=董先生")
	h.must("edit", "刘女士", "campaign=春季展")
	for _, args := range [][]string{{"show", "刘女士", "--json"}, {"log", "刘女士", "谈", "--json"}} {
		if got := h.must(args...); !strings.Contains(got, `"campaign_id": 2`) || !strings.Contains(got, `"campaign": "春季展"`) {
			t.Errorf("%v:\n%s", args, got)
		}
	}
	if got := h.must("show", "董先生", "--json"); !strings.Contains(got, `"campaign": null`) {
		t.Errorf("of none:\n%s", got)
	}
	for _, want := range []string{"秋季展 → 春季展", "董先生"} {
		if got := h.must("changes", "刘女士"); !strings.Contains(got, want) {
			t.Errorf("no %q in\n%s", want, got)
		}
	}
	h.must("undo")
	h.must("undo")
	h.must("edit", "campaigns", "#1", "name=广交会") // by the name of now
	if got := h.must("changes", "刘女士"); !strings.Contains(got, "广交会") {
		t.Errorf("after another name:\n%s", got)
	}
}
