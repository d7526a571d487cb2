package cli_test

import (
	"fmt"
	"path/filepath"
	"strings"
	"testing"
)

// Beside a date in a year whose holidays nobody knows yet stands that it has
// none.
func TestADateWithoutKnownHolidaysSaysSo(t *testing.T) {
	for lang, mark := range map[string]string{"zh": "(放假未公布)", "en": "(holidays unknown)"} {
		h := newHome(t)
		h.env["GENJIN_LANG"] = lang
		h.must("add", "董先生 @A")
		for _, args := range [][]string{
			{"add", "刘女士 +2090-01-04"}, {"log", "董先生", "明年再说", "--next", "2090-01-04"}, {"show", "董先生"},
			{"log", "董先生", "没人接", "--outcome", "not_reached", "--next", "2090-01-05"}, {"show", "董先生"},
			{"--as-of", "2090-01-02", "today"}, {"--as-of", "2089-12-30", "today", "--ahead", "9"},
		} {
			if out := h.must(args...); !strings.Contains(out, mark) {
				t.Errorf("genjin %s doesn't say %q:\n%s", strings.Join(args, " "), mark, out)
			}
		}
		if out := h.must("log", "刘女士", "改到年内", "--next", "2027-12-31"); strings.Contains(out, "放假") || strings.Contains(out, "holidays") {
			t.Errorf("a year that is known: %s", out)
		}
	}
}

// A deal that is lost says why.
func TestALostDealWithoutAReasonIsRefused(t *testing.T) {
	h := newHome(t)
	h.must("add", "董先生 @A")
	h.fails(1, "丢单原因", "log", "董先生", "买了别家的", "--stage", "丢单", "--reason", "不跟了")
	if c := h.object("show", "董先生"); c["stage"] != "prospect" {
		t.Errorf("refused, and yet the stage is %v", c["stage"])
	}
	h.must("log", "董先生", "买了别家的", "--stage", "丢单", "--lost-reason", "竞品")
	if c := h.object("show", "董先生"); c["stage"] != "lost" || c["lost_reason"] != "competitor" {
		t.Errorf("stage %v, reason %v", c["stage"], c["lost_reason"])
	}
	h.must("log", "董先生", "又来问过") // lost already
	h.must("log", "董先生", "是嫌贵", "--lost-reason", "价格")
	h.must("log", "董先生", "又谈起来", "--stage", "正在谈判")
	if c := h.object("show", "董先生"); c["stage"] != "negotiating" || c["lost_reason"] != "" {
		t.Errorf("taken up again: stage %v, reason %v", c["stage"], c["lost_reason"])
	}
	h.fails(1, "只在丢单时填", "log", "董先生", "不买了", "--lost-reason", "价格")
	h.fails(1, "要写明为什么丢单", "log", "董先生", "不买了", "--stage", "丢单")
	h.must("import", h.file("why.csv", "客户名称,联系方式,成交状态,丢单原因\n赵先生,13800138001,,价格\n钱先生,13800138002,正在谈判,价格\n"))
	if c := h.object("show", "赵先生"); c["stage"] != "lost" || c["lost_reason"] != "price" {
		t.Errorf("a reason alone: %v %v", c["stage"], c["lost_reason"])
	}
	if c := h.object("show", "钱先生"); c["stage"] != "negotiating" || c["lost_reason"] != "" || c["remark"] != "丢单原因:价格" {
		t.Errorf("a reason beside another stage: %v %v %v", c["stage"], c["lost_reason"], c["remark"])
	}
	h.must("import", h.file("whom.csv", "客户名称,联系方式,成交状态,丢给谁,对方价格\n孙先生,13800138003,,盛源,1.2万\n李先生,13800138004,正在谈判,宏达,900\n"))
	if c := h.object("show", "孙先生"); c["stage"] != "lost" || c["lost_reason"] != "competitor" || c["lost_to"] != "盛源" {
		t.Errorf("to whom alone: %v", c)
	}
	if c := h.object("show", "李先生"); c["stage"] != "negotiating" || c["lost_to"] != "" || c["remark"] != "丢给谁:宏达\n对方价格:900" {
		t.Errorf("to whom beside another stage: %v %v %q", c["stage"], c["lost_to"], c["remark"])
	}
	h.must("import", h.file("lost.csv", "客户名称,联系方式,成交状态\n刘女士,13800138000,丢单\n"))
	if c := h.object("show", "刘女士"); c["lost_reason"] != "other" ||
		!strings.Contains(strings.Join(strings.Fields(h.must("show", "刘女士")), " "), "丢单原因 其他") {
		t.Errorf("imported: %v, inferred %v", c["lost_reason"], c["inferred"])
	}
}

// A second customer of a name is added, and it is said.
func TestANamesakeIsNamed(t *testing.T) {
	h := newHome(t)
	h.must("add", "董先生 15935946108")
	if out := h.must("add", "董先生 13700000001"); !strings.Contains(out, "另有 1 位同名客户,如 #1 董先生 15935946108") {
		t.Errorf("%s", out)
	}
	if out := h.must("add", "刘女士 13700000002"); strings.Contains(out, "同名") {
		t.Errorf("%s", out)
	}
	same := h.object("add", "董先生 13700000003")["namesakes"].([]any)
	if len(same) != 2 || same[0].(map[string]any)["id"] != 1.0 || same[1].(map[string]any)["phones"].([]any)[0] != "13700000001" {
		t.Errorf("in JSON: %v", same)
	}
	if same := h.object("add", "孙女士 13700000004")["namesakes"].([]any); len(same) != 0 {
		t.Errorf("in JSON, of nobody's name: %v", same)
	}
}

// Lost to whom and at what price is said with the contact, on the card, in files
// of both languages; it is a market note, too, and undo takes back both.
func TestALossSaysToWhomAndAtWhatPrice(t *testing.T) {
	for lang, see := range map[string][]string{"zh": {"丢给谁 盛源", "对方价格 840.00"}, "en": {"Lost to 盛源", "Their price 840.00"}} {
		h := newHome(t)
		h.env["GENJIN_LANG"] = lang
		h.must("add", "董先生 @A")
		h.fails(2, "USD", "log", "董先生", "买了别家的", "--stage", "lost", "--lost-reason", "price", "--lost-price", "$840")
		h.fails(1, "--stage", "edit", "董先生", "lost_to=盛源")
		h.must("log", "董先生", "买了别家的", "--stage", "lost", "--lost-reason", "price", "--lost-to", "盛源", "--lost-price", "840")
		said := strings.Join(strings.Fields(h.must("show", "董先生")), " ")
		for _, words := range see {
			if !strings.Contains(said, words) {
				t.Errorf("%s: no %q in %s", lang, words, said)
			}
		}
		if l := h.must("list", "market"); !strings.Contains(l, "盛源") || !strings.Contains(l, "840.00") {
			t.Errorf("market notes: %s", l)
		}
		for _, ext := range []string{"csv", "xlsx", "json"} {
			path := filepath.Join(h.dir, "c."+ext)
			h.must("export", "customers", "-o", path)
			other := newHome(t)
			other.must("import", path)
			if c := other.object("show", "董先生"); c["lost_to"] != "盛源" || fmt.Sprint(c["lost_price"]) != "map[amount:84000 currency:CNY]" {
				t.Errorf("%s %s: %v %v", lang, ext, c["lost_to"], c["lost_price"])
			}
		}
		h.must("undo")
		if l := h.must("list", "market"); strings.Contains(l, "盛源") {
			t.Errorf("undone: %s", l)
		}
	}
}

// A contact says what it brought of the sale to come; what isn't said stays.
func TestAContactBringsTheSaleToComeUpToDate(t *testing.T) {
	h := newHome(t)
	h.must("add", "刘女士 @A")
	h.must("log", "刘女士", "同意36期", "--expected", "2026-12-03", "--amount", "15万", "--need", "clear")
	h.must("log", "刘女士", "改了日子", "--expected", "2026-12-10")
	out := h.must("show", "刘女士", "--json")
	for _, want := range []string{`"expected_on": "2026-12-10"`, `"amount": 15000000`, `"need": "clear"`} {
		if !strings.Contains(out, want) {
			t.Errorf("the card lacks %s:\n%s", want, out)
		}
	}
	h.fails(2, "预计成交日期", "log", "刘女士", "再谈", "--expected", "2月30日")
}
