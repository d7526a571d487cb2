package cli_test

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// Figures of several periods, a loss among them, come in by hand and by files of
// every format and language, with the ratios; the text about them is drafted,
// edited, kept and printed.
func TestAccountsOfACustomer(t *testing.T) {
	for _, lang := range []string{"zh", "en"} {
		h := newHome(t)
		h.env["GENJIN_LANG"] = lang
		h.must("new", "customers", "name=华兴板材有限公司")
		h.must("new", "accounts", "customer=华兴板材", "period=2024", "current_assets=300万", "inventory=100万", "current_liabilities=150万", "cash=30万")
		h.must("new", "accounts", "customer=华兴板材", "period=2025", "current_assets=200万", "inventory=100万", "current_liabilities=200万",
			"cash=40万", "profit=-12万")
		h.fails(1, "2025", "new", "accounts", "customer=华兴板材", "period=2025")
		h.fails(1, map[string]string{"zh": "不能大于流动资产", "en": "part of the current assets"}[lang],
			"new", "accounts", "customer=华兴板材", "period=2023", "current_assets=1", "inventory=2")
		list := h.list("list", "accounts", "--sort", "period")
		if len(list) != 2 || list[0]["current_ratio"] != 200.0 || list[1]["quick_ratio"] != 50.0 || list[1]["cash_ratio"] != 20.0 ||
			fmt.Sprint(list[1]["profit"]) != "map[amount:-1.2e+07 currency:CNY]" {
			t.Errorf("%s: %v", lang, list)
		}
		if l := h.list("list", "accounts", "--filter", "current_ratio<150%"); len(l) != 1 || l[0]["period"] != "2025" {
			t.Errorf("filtered: %v", l)
		}
		h.must("new", "customers", "name=无债")
		h.must("new", "accounts", "customer=无债", "current_assets=5")
		if out := h.must("list", "accounts", "--filter", "customer=无债"); !strings.Contains(out, "—") {
			t.Errorf("without liabilities: %s", out)
		}
		text := h.must("report", "accounts", "华兴板材")
		for _, words := range []string{"200.0%", "100.0%", "-120,000.00", map[string]string{"zh": "亏损", "en": "a loss"}[lang],
			map[string]string{"zh": "下降 100.0 个百分点", "en": "down 100.0 points"}[lang]} {
			if !strings.Contains(text, words) {
				t.Errorf("%s: no %q in\n%s", lang, words, text)
			}
		}
		h.must("edit", "accounts", "#2", "analysis=订单多,可小额赊销")
		page := filepath.Join(h.dir, "a.html")
		h.must("report", "accounts", "华兴板材", "-o", page)
		if b, err := os.ReadFile(page); err != nil || !strings.Contains(string(b), "可小额赊销") {
			t.Errorf("printed: %v %s", err, b)
		}
		for _, ext := range []string{"csv", "xlsx", "json"} {
			cards, file := filepath.Join(h.dir, "c."+ext), filepath.Join(h.dir, "a."+ext)
			h.must("export", "customers", "-o", cards, "--force")
			h.must("export", "accounts", "-o", file, "--force")
			other := newHome(t)
			other.must("import", cards)
			other.must("import", file)
			if is := other.list("list", "accounts", "--sort", "period"); len(is) != 3 || is[1]["current_ratio"] != 100.0 ||
				is[1]["analysis"] != "订单多,可小额赊销" || fmt.Sprint(is[1]["profit"]) != fmt.Sprint(list[1]["profit"]) {
				t.Errorf("%s %s: %v", lang, ext, is)
			}
			other.must("import", file)
			if is := other.list("list", "accounts"); len(is) != 3 {
				t.Errorf("%s %s: read twice, there are %d", lang, ext, len(is))
			}
		}
		h.must("undo")
		if is := h.list("list", "accounts", "--sort", "period"); is[1]["analysis"] != "" {
			t.Errorf("undone: %v", is[1])
		}
	}
}
