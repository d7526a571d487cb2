package cli_test

import (
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

const goodCSV = "客户名称,联系方式,客户等级,车型\n董先生,15935946108,A,陆风X7\n刘女士,13800138000,B,SUV\n"

const badCSV = "客户名称,联系方式,客户等级\n王先生,13900139000,A\n赵先生,13900139001,Q\n"

func TestImportPreviewsThenWritesAllOrNothing(t *testing.T) {
	h := newHome(t)
	good, bad := h.file("客户.csv", goodCSV), h.file("bad.csv", badCSV)

	p := h.object("import", good, "--dry-run")
	if p["new"] != 2.0 || p["dry_run"] != true || p["batch"] != nil || p["document"] != "list" || p["refused_file"] != nil {
		t.Errorf("dry run %v", p)
	}
	if n := len(h.list("list", "customers")); n != 0 {
		t.Fatalf("a dry run wrote %d customers", n)
	}
	r := h.object("import", good)
	row := r["rows"].([]any)[0].(map[string]any)
	if r["batch"] != 1.0 || row["row"] != 2.0 || row["outcome"] != "new" || row["customer"] != "董先生" || row["record"] != "customer" {
		t.Errorf("import %v", r)
	}
	if again := h.object("import", good); again["unchanged"] != 2.0 || again["new"] != 0.0 {
		t.Errorf("again %v", again)
	}

	if out := h.run("import", bad); out.code != failed || !strings.Contains(out.out, "拒绝 1") || !strings.Contains(out.out, "bad-refused.csv") {
		t.Errorf("bad: %+v", out)
	}
	if n := len(h.list("list", "customers")); n != 2 {
		t.Fatalf("%d customers after a refused import", n)
	}
	refused, err := os.ReadFile(filepath.Join(h.dir, "bad-refused.csv"))
	if err != nil || !strings.Contains(string(refused), "赵先生") || strings.Contains(string(refused), "王先生") {
		t.Errorf("refused rows: %q %v", refused, err)
	}
	kept := h.run("import", bad, "--keep-good", "--json")
	var k map[string]any
	if err := json.Unmarshal([]byte(kept.out), &k); err != nil {
		t.Fatal(err)
	}
	if kept.code != 0 || k["batch"] == nil || !strings.HasSuffix(k["refused_file"].(string), "bad-refused.csv") {
		t.Errorf("kept good: %d %v", kept.code, k)
	}
	if n := len(h.list("list", "customers")); n != 3 {
		t.Errorf("%d customers, want 3", n)
	}
	h.fails(failed, "已经存在", "import", bad, "--refused", filepath.Join(h.dir, "bad-refused.csv"))
	h.fails(failed, "不是", "import", good, "--as", "form")
}

func TestImportUpdatesMapsAndIsUndoneWhole(t *testing.T) {
	h := newHome(t)
	h.must("add", "董先生 15935946108 @B")
	file := h.file("list.csv", "客户名称,电话,想要\n董先生,15935946108,陆风X7\n周先生,13700000001,皮卡\n")
	out := h.must("import", file, "--map", "想要=interest", "--on-duplicate", "update")
	if !strings.Contains(out, "意向产品: - → 陆风X7") || !strings.Contains(out, "新增 1,更新 1") {
		t.Errorf("update: %s", out)
	}
	if c := h.object("show", "董先生"); c["interest"] != "陆风X7" {
		t.Errorf("interest %v", c["interest"])
	}
	u := h.object("undo", "--batch", "1")
	if u["act"] != "import" || u["kept"] != 0.0 {
		t.Errorf("undo %v", u)
	}
	if n := len(h.list("list", "customers")); n != 1 {
		t.Errorf("%d customers after undo", n)
	}
}

func TestSeveralFilesAreAnArray(t *testing.T) {
	h := newHome(t)
	a, b := h.file("a.csv", goodCSV), h.file("b.csv", badCSV)
	r := h.run("import", a, b, "--json")
	var all []map[string]any
	if err := json.Unmarshal([]byte(r.out), &all); err != nil || len(all) != 2 {
		t.Fatalf("%v: %s", err, r.out)
	}
	if r.code != failed || all[0]["batch"] == nil || all[1]["batch"] != nil {
		t.Errorf("exit %d, %v", r.code, all)
	}
}

func TestExportWritesAndNeverOverwritesUnasked(t *testing.T) {
	h := newHome(t)
	h.must("add", "董先生 15935946108 @A 陆风X7")
	h.must("log", "董先生", "来电")
	h.must("add", "刘女士 13800138000 @B")
	var stdout []map[string]any
	if err := json.Unmarshal([]byte(h.must("export", "customers", "--filter", "grade=A")), &stdout); err != nil || len(stdout) != 1 {
		t.Errorf("stdout: %v %v", stdout, err)
	}
	for _, name := range []string{"all.csv", "all.json", "all.xlsx"} {
		path := filepath.Join(h.dir, name)
		if out := h.must("export", "customers", "-o", path); !strings.Contains(out, "2 位客户") {
			t.Errorf("%s: %q", name, out)
		}
		info, err := os.Stat(path)
		if err != nil || info.Size() == 0 {
			t.Errorf("%s: %v", name, err)
		}
		h.fails(failed, "--force", "export", "customers", "-o", path)
		h.must("export", "customers", "-o", path, "--force")
	}
	form := filepath.Join(h.dir, "form.xlsx")
	h.must("export", "form", "董先生", "-o", form)
	other := newHome(t)
	if p := other.object("import", form); p["document"] != "form" || p["new"] != 1.0 || p["new_entries"] != 1.0 {
		t.Errorf("the form read back: %v", p)
	}
	if out := h.must("changes"); !strings.Contains(out, "导出") {
		t.Errorf("exports are not in the log: %q", out)
	}
	h.fails(failed, "", "export", "customers", "-o", filepath.Join(h.dir, "all.docx"))
}
