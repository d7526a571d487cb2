package cli_test

import (
	"strings"
	"testing"

	"genjin/model"
	"genjin/model/label"
)

// A change of basic data says why, and by which paper; the log reads it in words.
func TestBasicDataChangesWithAReasonAndItsPaper(t *testing.T) {
	for _, lang := range []string{"zh", "en"} {
		h := newHome(t)
		h.env["GENJIN_LANG"] = lang
		h.must("new", "customers", "name=华兴板材有限公司", "kind=company")
		h.must("new", "company", "customer=华兴板材", "legal_rep=李明") // the first time is no change
		h.must("edit", "company", "#1", "bank_account=6222")
		for _, change := range [][]string{{"#1", "name=华新板材有限公司"}, {"company", "#1", "bank_account=6333"}, {"company", "#1", "legal_rep=王强"}} {
			edit := append([]string{"edit"}, change...)
			h.fails(1, "《", edit...)
			h.fails(1, "《", append(edit, "--reason", "换了")...)
			h.must(append(edit, "--reason", "换了", "--paper", "变更登记通知书")...)
		}
		log := h.must("changes", "华新板材")
		for _, words := range []string{"换了《变更登记通知书》", "华兴板材有限公司", "6222", "李明"} {
			if !strings.Contains(log, words) {
				t.Errorf("%s: no %q in\n%s", lang, words, log)
			}
		}
		h.must("new", "customers", "name=董先生")
		h.must("edit", "董先生", "name=董伟") // a private person is in no register
	}
}

// A file that changes basic data of who is there needs the reason and the paper as
// well; what is filled in for the first time needs none.
func TestBasicDataChangesByAFileWithAReasonAndItsPaper(t *testing.T) {
	for _, lang := range []label.Lang{label.ZH, label.EN} {
		h := newHome(t)
		h.env["GENJIN_LANG"] = lang.String()
		heads := label.Field(model.RowOfCustomer, "name", lang)
		for _, code := range []string{"legal_rep", "bank_account", "industry"} {
			heads += "," + label.Field("company", code, lang)
		}
		h.must("new", "customers", "name=华兴板材有限公司", "kind=company")
		h.must("new", "company", "customer=华兴板材", "legal_rep=李明")
		h.must("import", h.file("first.csv", heads+"\n华兴板材有限公司,,6222,建材\n"), "--as", "customers", "--on-duplicate", "update")
		file := h.file("changed.csv", heads+"\n华兴板材有限公司,王强,6333,家具\n")
		if out := h.run("import", file, "--as", "customers", "--on-duplicate", "update"); out.code != failed || !strings.Contains(out.out, "《") {
			t.Errorf("%s: without a reason: %d %s", lang, out.code, out.out)
		}
		h.must("import", file, "--as", "customers", "--on-duplicate", "update", "--reason", "换了法人", "--paper", "变更登记通知书")
		card := h.list("list", "company")[0]
		if card["legal_rep"] != "王强" || card["bank_account"] != "6333" || card["industry"] != "家具" {
			t.Errorf("%s: %v", lang, card)
		}
		if log := h.must("changes", "华兴板材"); !strings.Contains(log, "换了法人《变更登记通知书》") || !strings.Contains(log, "changed.csv") {
			t.Errorf("%s: the log has no reason:\n%s", lang, log)
		}
	}
}
