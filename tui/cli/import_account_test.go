package cli_test

import (
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

const untidyCSV = "客户名单,,,,\n序号,客户名称,联系方式,心情,车型\n1,注塑厂霍工,,好,SUV\n2,统计局 柏科长,13900000001,,\n,,,,\n3,赵先生,12,,\n合计,3,,,\n制表人:陈萌,,,,\n"

// What became of every row and column of a file is said (rule 4).
func TestImportAccountsForEveryRowAndColumn(t *testing.T) {
	h := newHome(t)
	file := h.file("untidy.csv", untidyCSV)
	var p map[string]any
	if err := json.Unmarshal([]byte(h.run("import", file, "--dry-run", "--json").out), &p); err != nil {
		t.Fatal(err)
	}
	sheet := p["sheets"].([]any)[0].(map[string]any)
	for name, want := range map[string]float64{"rows": 8, "taken": 2, "refused": 1, "skipped": 5} {
		if sheet[name] != want {
			t.Errorf("%s %v, want %v", name, sheet[name], want)
		}
	}
	var why []string
	for _, r := range p["skipped_rows"].([]any) {
		why = append(why, r.(map[string]any)["reason"].(string))
	}
	if strings.Join(why, " ") != "title header blank total footnote" {
		t.Errorf("%v", why)
	}
	uses := map[string]string{}
	for _, c := range p["columns"].([]any) {
		of := c.(map[string]any)
		uses[of["header"].(string)] = of["use"].(string)
	}
	for header, use := range map[string]string{"序号": "number", "客户名称": "read", "联系方式": "read", "心情": "unknown", "车型": "read"} {
		if uses[header] != use {
			t.Errorf("%s is %q, want %q", header, uses[header], use)
		}
	}
	out := h.run("import", file, "--dry-run").out
	for _, want := range []string{"共 8 行 = 读取 2 + 拒绝 1 + 跳过 5", "表头上面的标题", "合计行", "制表人:陈萌", "只是行号、没有读的列:序号", "没有认出的列:心情", "车型→意向产品(如「SUV」)"} {
		if !strings.Contains(out, want) {
			t.Errorf("no %q in\n%s", want, out)
		}
	}
	out = h.run("import", file, "--dry-run", "--lang", "en").out
	for _, want := range []string{"8 rows = 2 read + 1 refused + 5 skipped", "a note or signature", "columns not recognised: 心情"} {
		if !strings.Contains(out, want) {
			t.Errorf("no %q in\n%s", want, out)
		}
	}
}

const mappedCSV = "单位,联系方式,心情,备注\n王先生,13900139000,好,\n赵先生,12,坏,=1+2\n"

// The refused rows come back with every column, and with what was said of the
// columns; a file that was mended meanwhile is left.
func TestRefusedRowsKeepEveryColumnAndTheMapping(t *testing.T) {
	h := newHome(t)
	file := h.file("list.csv", mappedCSV)
	h.run("import", file, "--map", "单位=name,心情=interest", "--dry-run")
	saved := filepath.Join(h.dir, "list-refused.csv")
	if _, err := os.Stat(saved); err == nil {
		t.Error("a dry run wrote the refused rows")
	}
	if out := h.run("import", file, "--map", "单位=name,心情=interest", "--keep-good"); out.code != 0 ||
		!strings.Contains(out.out, "list-refused.csv") {
		t.Fatalf("%+v", out)
	}
	text, err := os.ReadFile(saved)
	if err != nil || string(text) != "\ufeff单位,联系方式,心情,备注,原因\r\n赵先生,12,坏,'=1+2,联系方式:「12」不是电话号码\r\n" {
		t.Fatalf("%q %v", text, err)
	}
	if out := h.run("import", saved); out.code != failed {
		t.Errorf("%+v", out)
	}
	again, err := os.ReadFile(filepath.Join(h.dir, "list-refused-refused.csv"))
	if err != nil || string(again) != string(text) {
		t.Errorf("refused again: %q %v", again, err)
	}
	if err := os.WriteFile(saved, []byte(strings.Replace(string(text), "赵先生,12", "赵先生,13900139001", 1)), 0o600); err != nil {
		t.Fatal(err)
	}
	if p := h.object("import", saved); p["new"] != 1.0 {
		t.Errorf("mended: %v", p)
	}
	if c := h.object("show", "赵先生"); c["interest"] != "坏" || c["remark"] != "=1+2" {
		t.Errorf("mended: %v", c)
	}
	if out := h.run("import", file, "--keep-good"); !strings.Contains(out.out, "list-refused-2.csv") {
		t.Errorf("the mended file was written over: %+v", out)
	}
}

func TestNothingIsImportedWhereRefusedRowsCannotBeKept(t *testing.T) {
	h := newHome(t)
	h.fails(failed, "什么都没有导入", "import", h.file("list.csv", badCSV), "--keep-good", "--refused", filepath.Join(h.dir, "none", "r.csv"))
	if n := len(h.list("list", "customers")); n != 0 {
		t.Errorf("%d customers", n)
	}
}

func TestOneFileThatFailsDoesNotHoldTheOthersBack(t *testing.T) {
	h := newHome(t)
	out := h.run("import", filepath.Join(h.dir, "none.csv"), h.file("good.csv", goodCSV))
	if out.code != failed || !strings.Contains(out.err, "none.csv") || len(h.list("list", "customers")) != 2 {
		t.Errorf("%+v", out)
	}
}

// A column of dates that can be read in two ways is asked about once, and the
// answer settles it; an answer that is none is refused by name.
func TestDatesOfAColumnAreAskedAboutOnce(t *testing.T) {
	h := newHome(t)
	file := h.file("us.csv", "客户名称,发票号,付款期限,应收金额\n甲,K1,9/5/2026,100\n乙,K2,10/4/2026,200\n")
	out := h.run("import", file, "--dry-run").out
	for _, want := range []string{"列「付款期限」(如「9/5/2026」)几种读法都通:日/月/年、月/日/年", "--dates day-first|month-first"} {
		if strings.Count(out, want) != 1 {
			t.Errorf("no %q in\n%s", want, out)
		}
	}
	if out := h.run("import", file, "--dry-run", "--lang", "en").out; !strings.Contains(out,
		"can be read in several ways: day/month/year, month/day/year") {
		t.Error(out)
	}
	h.fails(usage, "month-first", "import", file, "--dates", "american")
	h.fails(usage, "comma", "import", file, "--decimal", "german")
	if out := h.run("import", file, "--dates", "month-first"); out.code != 0 ||
		!strings.Contains(out.out, "照您说的按月/日/年读:9/5/2026 → 2026-09-05") {
		t.Errorf("%+v", out)
	}
	if got := h.list("list", "receivables", "--sort", "due_on")[0]["due_on"]; got != "2026-09-05" {
		t.Errorf("due on %v", got)
	}
	inferred := h.file("uk.csv", "客户名称,联系方式,生日\n丙,13900001201,13/1/1980\n")
	var p map[string]any
	if err := json.Unmarshal([]byte(h.run("import", inferred, "--dry-run", "--json").out), &p); err != nil {
		t.Fatal(err)
	}
	if c := p["columns"].([]any)[2].(map[string]any); c["read_as"] != "day-first" {
		t.Errorf("%v", c)
	}
}

// A file none of whose headings is the customer's name names those it has.
func TestHeadingsAreNamedWhereNoneIsTheName(t *testing.T) {
	h := newHome(t)
	file := h.file("t.csv", "甲方全称呼,心情\n王记,好\n")
	h.fails(failed, "文件里的列:甲方全称呼, 心情", "import", file)
	h.fails(failed, "The columns of the file: 甲方全称呼, 心情", "import", file, "--lang", "en")
	h.must("import", file, "--map", "甲方全称呼=name")
}
