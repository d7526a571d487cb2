package cli_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// staged is a home with the progress form imported.
func staged(t *testing.T, h *home) *home {
	t.Helper()
	data, err := os.ReadFile("../../store/files/testdata/oem-progress.xlsx")
	if err != nil {
		t.Fatal(err)
	}
	file := h.file("oem.xlsx", string(data))
	dry := h.object("import", file, "--dry-run")
	if dry["document"] != "oem" || dry["new"] != 1.0 || dry["new_projects"] != 1.0 || dry["new_items"] != 18.0 || dry["refused"] != 0.0 {
		t.Fatalf("%v", dry)
	}
	h.must("import", file)
	return h
}

func TestAProjectForScripts(t *testing.T) {
	h := staged(t, newHome(t))
	rows := h.list("list", "oem")
	if len(rows) != 1 || rows[0]["name"] != "手持终端OEM-01" || rows[0]["stage_name"] != "研发" || rows[0]["lead_time"] != 45.0 ||
		amountOf(rows[0]["quote"]) != 12850 || rows[0]["customer"] != "佛山恒基板材有限公司" || len(rows[0]["stages"].([]any)) != 13 {
		t.Fatalf("%v", rows)
	}
	p := h.object("show", "手持终端")
	items := p["items"].([]any)
	found := map[string]float64{}
	for _, one := range items {
		it := one.(map[string]any)
		found[it["title"].(string)], _ = it["progress"].(float64)
	}
	if found["电池"] != 60 || found["软件"] != 80 || found["结构设计"] != 70 {
		t.Errorf("%v", found)
	}
	if c := h.object("show", "恒基板材"); c["name"] != "佛山恒基板材有限公司" {
		t.Errorf("%v", c)
	}
	steps := 0
	for _, row := range h.list("today") {
		if row["kind"] == "oem_step" {
			steps++
			if row["about"] != "stage" || row["project"] != "手持终端OEM-01" || row["customer"] != "佛山恒基板材有限公司" ||
				row["reason"] != "研发已65天,计划30天,完成70%" {
				t.Errorf("%v", row)
			}
		}
	}
	if steps != 1 {
		t.Errorf("%d steps on Today", steps)
	}
	for _, args := range [][]string{{"--filter", "stage=5"}, {"--filter", "客户=恒基"}, {"--search", "终端"}, {"--filter", "负责人=王工"},
		{"--filter", "状态=进行中"}, {"--sort", "-stage_on"}} {
		if rows := h.list(append([]string{"list", "oem"}, args...)...); len(rows) != 1 {
			t.Errorf("%v: %v", args, rows)
		}
	}
	if rows := h.list("list", "oem", "--archived"); len(rows) != 0 {
		t.Errorf("%v", rows)
	}
	h.fails(usage, "没有字段", "list", "oem", "--filter", "moon=1")
	h.fails(failed, "没有找到客户、订单或项目「没有的」", "show", "没有的")
	h.fails(failed, "没有找到项目", "export", "brief", "没有的", "-o", filepath.Join(h.dir, "x.html"))
	h.fails(failed, "已经存在", "export", "progress", "手持终端", "-o", filepath.Join(h.dir, "oem.xlsx"))
}

func TestAProjectInWords(t *testing.T) {
	for lang, want := range map[string][]string{
		"zh": {"####!........", "5 研发", "65/30天", "研发部 3项", "1 个项目"},
		"en": {"####!........", "5 Development", "65/30 d", "R&D ×3", "projects: 1"},
	} {
		h := newHome(t)
		h.env["GENJIN_LANG"] = lang
		staged(t, h)
		out := h.must("list", "oem")
		for _, w := range want {
			if !strings.Contains(out, w) {
				t.Errorf("%s lacks %q:\n%s", lang, w, out)
			}
		}
		if page := h.must("show", "手持终端"); !strings.Contains(page, "送样认证中") || !strings.Contains(page, "60%") {
			t.Errorf("%s", page)
		}
	}
}

func TestAProjectsDocuments(t *testing.T) {
	h := staged(t, newHome(t))
	at := func(name string) string { return filepath.Join(h.dir, name) }
	h.must("export", "progress", "手持终端", "-o", at("进度.xlsx"))
	h.must("export", "brief", "手持终端", "-o", at("简介.html"))
	h.must("export", "brief", "手持终端", "-o", at("简介.xlsx"))
	h.must("export", "oem", "-o", at("项目.csv"))
	h.must("export", "update", "手持终端", "-o", at("进展.html"))
	h.must("export", "update", "手持终端", "-o", at("进展.txt"))
	h.must("--lang", "en", "export", "update", "手持终端", "-o", at("update.txt"))
	h.fails(1, "txt", "export", "update", "手持终端", "-o", at("进展.xlsx"))
	for name, want := range map[string][]string{
		"进展.html":    {"手持终端OEM-01 进展", "致:佛山恒基板材有限公司", "已完成", "正在进行", "研发,完成", "需要贵方配合", "下一个日期"},
		"进展.txt":     {"手持终端OEM-01 进展\n致:佛山恒基板材有限公司\n", "\n需要贵方配合\n- ", "\n下一个日期\n- 研发:计划"},
		"update.txt": {"To: 佛山恒基板材有限公司", "What we need from you", "Development: planned to be done by "},
	} {
		text, err := os.ReadFile(at(name))
		if err != nil {
			t.Fatal(err)
		}
		for _, w := range want {
			if !strings.Contains(string(text), w) {
				t.Errorf("%s lacks %q:\n%s", name, w, text)
			}
		}
	}
	page, err := os.ReadFile(at("简介.html"))
	if err != nil {
		t.Fatal(err)
	}
	for _, w := range []string{"手持终端OEM-01", "佛山恒基板材有限公司", "王工", "45天", "USD 128.50", "30%定金&#43;60%发货前&#43;10%验收后30天",
		"小批量试产", "2026-09-01"} {
		if !strings.Contains(string(page), w) {
			t.Errorf("the brief lacks %q", w)
		}
	}
	other := newHome(t)
	if r := other.object("import", at("进度.xlsx")); r["new_projects"] != 1.0 || r["refused"] != 0.0 {
		t.Errorf("%v", r)
	}
	a, b := h.object("show", "手持终端"), other.object("show", "手持终端")
	for _, field := range []string{"stage", "stage_on", "terms", "lead_time", "new_mould", "form", "started_on", "software"} {
		if a[field] != b[field] {
			t.Errorf("%s: %v became %v", field, a[field], b[field])
		}
	}
	h.must("export", "all", "-o", at("all.json"))
	whole := newHome(t)
	whole.must("import", at("all.json"))
	if rows := whole.list("list", "oem"); len(rows) != 1 {
		t.Errorf("%v", rows)
	}
	h.must("undo")
	if rows := h.list("list", "oem"); len(rows) != 0 {
		t.Errorf("after undo %v", rows)
	}
}

func TestSeveralProjectsOfANameAreToldApart(t *testing.T) {
	h := newHome(t)
	head := "项目名称,%s,客户名称,恒基\n阶段,事项,说明,责任部门,当前进度,完成日期\n产品研发阶段,电池,,研发部,60%%,\n"
	for _, name := range []string{"终端A", "终端B"} {
		h.must("import", h.file(name+".csv", strings.ReplaceAll(strings.Replace(head, "%s", name, 1), "%%", "%")))
	}
	h.fails(failed, "「终端」不止一个项目", "show", "终端")
	if p := h.object("show", "终端B"); p["name"] != "终端B" {
		t.Errorf("%v", p)
	}
	bad := h.file("bad.csv", "项目名称,终端C,客户名称,恒基\n阶段,事项,说明,责任部门,当前进度,完成日期\n产品研发阶段,电池,,研发部,160%,\n")
	r := h.run("import", bad)
	if r.code != failed || !strings.Contains(r.out, "E3 当前进度:「160%」超出范围") {
		t.Errorf("%d %s", r.code, r.out)
	}
	if rows := h.list("list", "oem"); len(rows) != 2 {
		t.Errorf("%v", rows)
	}
}

// TestAnOrderOfAProjectOnTheCommandLine: it is added for the project, found by
// it, and shown with it.
func TestAnOrderOfAProjectOnTheCommandLine(t *testing.T) {
	h := staged(t, newHome(t))
	o := h.object("order", "恒基板材", "--project", "手持终端", "--line", "终端 100 890", "--no", "PO-1", "--confirm", "--json")
	if o["project"] != "手持终端OEM-01" || o["project_id"] != 1.0 {
		t.Errorf("%v %v", o["project"], o["project_id"])
	}
	h.must("order", "恒基板材", "--line", "运费 1 200", "--no", "PO-2")
	for filter, want := range map[string]string{"project=手持终端": "PO-1", "项目=手持终端OEM-01": "PO-1", "project=#1": "PO-1",
		"project!=手持终端": "PO-2", "project=": "PO-2"} {
		if rows := h.list("list", "orders", "--filter", filter); len(rows) != 1 || rows[0]["order_no"] != want {
			t.Errorf("%s: %v", filter, rows)
		}
	}
	if out := h.must("show", "PO-1"); !strings.Contains(out, "OEM项目") || !strings.Contains(out, "手持终端OEM-01") {
		t.Errorf("%s", out)
	}
	if out := h.must("show", "手持终端"); !strings.Contains(out, "订单 1 张") || !strings.Contains(out, "89,000.00") {
		t.Errorf("%s", out)
	}
	if p := h.object("show", "手持终端"); len(p["orders"].([]any)) != 1 {
		t.Errorf("%v", p["orders"])
	}
	h.must("add", "别人")
	h.fails(failed, "OEM项目:「手持终端OEM-01」是别的客户的项目", "order", "别人", "--project", "手持终端", "--line", "运费 1 200")
	h.fails(failed, "没有找到项目", "order", "恒基板材", "--project", "没有的", "--line", "运费 1 200")
	h.fails(failed, "没有找到项目", "list", "orders", "--filter", "project=没有的")
}

// TestListsOfProjectsHoldAllStates: a list for scripts leaves nothing out.
func TestListsOfProjectsHoldAllStates(t *testing.T) {
	h := newHome(t)
	h.env["GENJIN_DB"] = filepath.Join(h.dir, "demo.db")
	h.must("demo", "--db", h.env["GENJIN_DB"])
	h.must("import", h.file("over.csv", "项目名称,展会,客户名称,恒基\n阶段,事项,说明,责任部门,当前进度,完成日期\n筹备,订展位,,,100%,2026-11-02\n"))
	all := h.list("list", "oem")
	states := map[any]int{}
	for _, row := range all {
		states[row["state"]]++
	}
	if states["done"] == 0 || states["running"] == 0 || len(states) < 2 {
		t.Fatalf("%v", states)
	}
	if rows := h.list("list", "oem", "--filter", "state=running"); len(rows) != states["running"] {
		t.Errorf("%d run, want %d", len(rows), states["running"])
	}
	if rows := h.list("list", "oem", "--archived"); len(rows) != states["done"]+states["cancelled"] {
		t.Errorf("%d are over", len(rows))
	}
	file := filepath.Join(h.dir, "oem.csv")
	h.must("export", "oem", "-o", file)
	data, err := os.ReadFile(file)
	if lines := strings.Count(strings.TrimSpace(string(data)), "\n"); err != nil || lines < len(all) {
		t.Errorf("%d of %d are exported, %v", lines, len(all), err)
	}
}
