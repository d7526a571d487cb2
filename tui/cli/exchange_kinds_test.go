package cli_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

func TestEverythingGoesOutAndIntoAnEmptyDatabase(t *testing.T) {
	h := newHome(t)
	h.must("add", "董先生 15935946108 @A 陆风X7")
	h.must("log", "董先生", "来电问价")
	h.must("add", "刘女士 13800138000 @B")
	all := filepath.Join(h.dir, "all.json")
	if out := h.must("export", "all", "-o", all); !strings.Contains(out, "2 位客户") {
		t.Errorf("%q", out)
	}
	if info, err := os.Stat(all); err != nil || info.Mode().Perm() != 0o600 {
		t.Errorf("%v %v", info, err)
	}
	other := newHome(t)
	r := other.object("import", all)
	if r["document"] != "all" || r["new"] != 2.0 || r["new_entries"] != 1.0 {
		t.Errorf("%v", r)
	}
	if again := other.must("import", all); !strings.Contains(again, "没有新内容") {
		t.Errorf("%q", again)
	}
	out := filepath.Join(other.dir, "again.json")
	other.must("export", "all", "-o", out)
	for _, field := range []string{"name", "phones", "grade", "next_on", "interest"} {
		if a, b := h.object("show", "董先生")[field], other.object("show", "董先生")[field]; !equal(a, b) {
			t.Errorf("%s: %v became %v", field, a, b)
		}
	}
}

func equal(a, b any) bool {
	x, isList := a.([]any)
	y, _ := b.([]any)
	if !isList {
		return a == b
	}
	return len(x) == len(y) && (len(x) == 0 || x[0] == y[0])
}

func TestAJournalAndContactsComeInByCommand(t *testing.T) {
	h := newHome(t)
	h.must("add", "恒基板材 0757-83330001")
	journal := h.file("visits.csv", "客户,日期,情况描述\n恒基板材,2026-11-20,谈好价格\n新远机械,2026-11-21,来电问价\n")
	out := h.run("import", journal)
	for _, words := range []string{"跟进记录表", "没有这位客户「新远机械」", "--create", "全部没有写入"} {
		if out.code != failed || !strings.Contains(out.out, words) {
			t.Errorf("%d, no %q in %s", out.code, words, out.out)
		}
	}
	made := h.object("import", journal, "--create")
	if made["new"] != 1.0 || made["new_entries"] != 2.0 {
		t.Errorf("%v", made)
	}
	contacts := h.file("people.csv", "公司,联系人,电话\n恒基板材,王经理,13800138000\n")
	if r := h.object("import", contacts, "--as", "contacts"); r["document"] != "contacts" || r["new_contacts"] != 1.0 {
		t.Errorf("%v", r)
	}
	for _, file := range []string{"j.csv", "j.xlsx", "j.json"} {
		path := filepath.Join(h.dir, file)
		if out := h.must("export", "journal", "-o", path); !strings.Contains(out, "2 条跟进") {
			t.Errorf("%q", out)
		}
		if out := h.must("import", path); !strings.Contains(out, "没有新内容") {
			t.Errorf("%s: %s", file, out)
		}
	}
	vcf := filepath.Join(h.dir, "people.vcf")
	h.must("export", "contacts", "-o", vcf)
	if out := h.must("import", vcf); !strings.Contains(out, "没有新内容") {
		t.Errorf("%s", out)
	}
	h.fails(usage, "customers, journal", "import", journal, "--as", "nonsense")
	h.fails(failed, "认出来是", "import", vcf, "--as", "form")
}

func TestCardsOfAPhoneComeInAndGoOut(t *testing.T) {
	h := newHome(t)
	file := h.file("00001.vcf", "BEGIN:VCARD\r\nVERSION:2.1\r\nN;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:=E5=BC=A0;=E4=B8=89;;;\r\nTEL;"+
		"CELL:13800138000\r\nEND:VCARD\r\n")
	if r := h.object("import", file); r["document"] != "vcard" || r["new"] != 1.0 {
		t.Errorf("%v", r)
	}
	out := filepath.Join(h.dir, "phone.vcf")
	h.must("export", "customers", "-o", out)
	if text, err := os.ReadFile(out); err != nil || !strings.Contains(string(text), "FN:张三\r\n") {
		t.Errorf("%s %v", text, err)
	}
	calendar := h.must("export", "calendar")
	if !strings.HasPrefix(calendar, "BEGIN:VCALENDAR\r\n") || !strings.Contains(calendar, "SUMMARY:跟进 张三") {
		t.Errorf("%s", calendar)
	}
}

func TestAMappingOfTheCommandLineIsRemembered(t *testing.T) {
	h := newHome(t)
	one := h.file("one.csv", "甲方,要什么,手机,座机\n恒基板材,木板,13800138000,0757-83330001\n")
	two := h.file("two.csv", "甲方,要什么,手机,座机\n新远机械,钢板,,\n")
	out := h.must("import", one, "--map", "甲方=name,要什么=interest")
	if !strings.Contains(out, "手机, 座机 合并到「联系方式」") {
		t.Errorf("%s", out)
	}
	out = h.must("import", two)
	if !strings.Contains(out, "用了上次记住的对应:甲方=name, 要什么=interest") || !strings.Contains(out, "新增 1") {
		t.Errorf("%s", out)
	}
	h.fails(failed, "没有找到客户", "import", two, "--plain")
}

func TestAFileOfRefusedAndKnownRowsSaysThatNothingIsNew(t *testing.T) {
	h := newHome(t)
	h.must("import", h.file("good.csv", goodCSV))
	out := h.run("import", h.file("mixed.csv", goodCSV+"赵先生,13900139001,Q,\n"))
	if out.code != failed || !strings.Contains(out.out, "其余的已在库里,没有新内容") {
		t.Errorf("%d %s", out.code, out.out)
	}
	if out := h.must("import", h.file("again.csv", goodCSV)); !strings.Contains(out, "没有新内容") || strings.Contains(out, "被拒绝") {
		t.Errorf("%s", out)
	}
}
