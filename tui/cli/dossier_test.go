package cli_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// A record by template takes its answers by their questions, and a customer gets
// a whole list of documents, by command.
func TestDossierByCommand(t *testing.T) {
	h := newHome(t)
	h.must("new", "customers", "name=华兴板材有限公司")
	h.must("new", "records", "customer=华兴板材", "template=业务接洽记录", "主营业务=板材加工", "5=销售回款")
	answers := h.list("list", "records")[0]["answers"].(string)
	if !strings.Contains(answers, "【主营业务与成立时间】板材加工\n") || !strings.Contains(answers, "【还款来源】销售回款\n") ||
		!strings.Contains(answers, "【还要补的资料】") {
		t.Errorf("answers: %s", answers)
	}
	h.must("edit", "records", "#1", "何时要=春节前")
	if answers = h.list("list", "records")[0]["answers"].(string); !strings.Contains(answers, "【何时要】春节前") ||
		!strings.Contains(answers, "板材加工") {
		t.Errorf("answers: %s", answers)
	}
	h.fails(2, "今天天气", "new", "records", "customer=华兴板材", "template=intake", "今天天气=好")
	if out := h.must("list", "records"); strings.Contains(out, "【") || strings.Count(out, "\n") > 4 {
		t.Errorf("a row is no line:\n%s", out)
	}
	if out := h.must("new", "documents", "customer=华兴板材", "list=代理记账"); !strings.Contains(out, "已列入 25 份资料") {
		t.Errorf("said: %s", out)
	}
	if got := len(h.list("list", "documents")); got != 25 {
		t.Errorf("%d documents", got)
	}
	h.must("undo")
	h.must("new", "documents", "customer=华兴板材", "list=guarantee", "name=公司章程")
	if got := len(h.list("list", "documents")); got != 1 {
		t.Errorf("%d documents", got)
	}
	h.fails(2, "name=", "new", "documents", "customer=华兴板材", "list=guarantee", "place=A柜")
	h.fails(2, "担保项目资料归档清单", "new", "documents", "customer=华兴板材", "list=没有的")
}

// An empty file says what would fill a list or a report, each in its own words.
func TestNothingSaysWhatWouldFillIt(t *testing.T) {
	for _, h := range []*home{newHome(t), english(t)} {
		h.must("settings", "company_name", "恒远")
		said := map[string]string{}
		for _, kind := range []string{"campaigns", "market", "targets", "documents", "checks", "contracts", "records", "accounts"} {
			if out := h.must("list", kind); !strings.Contains(out, "genjin new "+kind) {
				t.Errorf("list %s: %s", kind, out)
			}
		}
		for _, kind := range []string{"plan", "funnel", "forecast", "money", "cases", "sources", "campaigns", "keypersons", "delivery"} {
			_, why, _ := strings.Cut(h.must("report", kind), ":")
			if other, met := said[why]; met || strings.Contains(why, " 0 ") {
				t.Errorf("report %s says what %s says: %s", kind, other, why)
			}
			said[why] = kind
		}
	}
}

// What is printed of a built-in list or record stands under the headings of its
// template, in the language of the print, numbered through.
func TestPrintedPapersHaveTheirHeadings(t *testing.T) {
	for lang, want := range map[string][]string{
		"zh": {"担保项目资料归档清单 · 基础资料<", "担保项目资料归档清单 · 担保与反担保资料<", ">企业<", ">28<"},
		"en": {" · Basics<", " · Guarantee and counter-guarantee<", ">The company<", ">28<"},
	} {
		h := newHome(t)
		h.env["GENJIN_LANG"] = lang
		h.must("new", "customers", "name=华兴板材有限公司")
		h.must("new", "documents", "customer=华兴板材", "list=guarantee")
		h.must("new", "records", "customer=华兴板材", "template=interview")
		var printed string
		for _, kind := range []string{"papers", "record-sheets"} {
			path := filepath.Join(h.dir, kind+".html")
			h.must("export", kind, "华兴板材", "-o", path)
			page, err := os.ReadFile(path)
			if err != nil {
				t.Fatal(err)
			}
			printed += string(page)
		}
		for _, text := range want {
			if !strings.Contains(printed, text) {
				t.Errorf("%s: no %s", lang, text)
			}
		}
	}
}
