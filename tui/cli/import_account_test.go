package cli_test

import (
	"encoding/json"
	"strings"
	"testing"
)

const untidyCSV = "客户名单,,,,\n序号,客户名称,联系方式,心情,车型\n1,注塑厂霍工,,好,SUV\n2,统计局 柏科长,13900000001,,\n,,,,\n3,赵先生,12,,\n合计,3,,,\n制表人:陈萌,,,,\n"

// What became of every row and column of a file is said (SPEC 4).
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
