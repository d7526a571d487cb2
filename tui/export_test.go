package tui_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"genjin/model"
	"genjin/model/label"
	"genjin/store/seal"
	"genjin/tui"

	"genjin/tui/test"
)

func TestWhatThePaletteExports(t *testing.T) {
	home := t.TempDir()
	t.Setenv("HOME", home)
	d := test.Open(t, label.ZH, 120, 40, model.Customer{Name: "董先生", Phones: "15935946108", NextOn: "2026-11-30", FilledOn: "2026-11-20"})
	d.Press("ctrl+p")
	d.Write("导出全部")
	d.Press("enter", "ctrl+s")
	d.Sees("已导出 1 位客户的全部数据到")
	d.Press("ctrl+p")
	d.Write("dcrl") // 导出日历
	d.Press("enter", "ctrl+s")
	d.Sees("已导出 1 位客户的日程到")
	for name, has := range map[string]string{"genjin-2026-11-23.json": `"name":"董先生"`, "跟进-2026-11-23.ics": "SUMMARY:跟进 董先生"} {
		text, err := os.ReadFile(filepath.Join(home, name))
		info, _ := os.Stat(filepath.Join(home, name))
		if err != nil || !strings.Contains(string(text), has) || info.Mode().Perm() != 0o600 {
			t.Errorf("%s: %v", name, err)
		}
	}
	// A file that is there is not written over.
	d.Press("ctrl+p")
	d.Write("导出全部")
	d.Press("enter", "ctrl+s")
	d.Sees("已有这个文件")
}

func TestTheListIsExportedInTheColumnsChosen(t *testing.T) {
	home := t.TempDir()
	t.Setenv("HOME", home)
	d := test.Open(t, label.ZH, 120, 40, model.Customer{Name: "董先生", Phones: "15935946108", FilledOn: "2026-11-20"})
	if err := d.Store.KeepListColumns(t.Context(), "customers", []string{"name", "grade"}); err != nil {
		t.Fatal(err)
	}
	d.Start(120, 40, tui.Options{Lang: label.ZH, NoColor: true})
	d.Press("2", "x")
	d.Press("backspace", "backspace", "backspace", "backspace")
	d.Write("csv")
	d.Press("ctrl+s")
	d.Sees("已导出 1 位客户")
	text, err := os.ReadFile(filepath.Join(home, "客户-2026-11-23.csv"))
	if err != nil || strings.TrimPrefix(string(text), "\ufeff") != "客户名称,客户等级\r\n董先生,\r\n" {
		t.Errorf("%q %v", text, err)
	}
}

func TestTheJournalIsExportedAsItIsShown(t *testing.T) {
	home := t.TempDir()
	t.Setenv("HOME", home)
	d := test.Open(t, label.ZH, 120, 40, model.Customer{Name: "董先生", FilledOn: "2026-11-20"})
	if _, _, err := d.Store.Log(t.Context(), model.Entry{CustomerID: 1, At: "2026-11-23", Situation: "来电问价"}, model.Plan{}); err != nil {
		t.Fatal(err)
	}
	d.Press("3", "x", "ctrl+s")
	d.Sees("已导出 1 条跟进")
	p, err := d.Store.PreviewImport(t.Context(), filepath.Join(home, "跟进-2026-11-23.xlsx"), model.ImportOptions{})
	if err != nil || !p.IsIdle() || p.Document != model.DocumentJournal {
		t.Errorf("%+v %v", p, err)
	}
}

// What a person hands over is protected by what is typed unseen, and taken over
// by who knows it.
func TestCustomersAreHandedOver(t *testing.T) {
	seal.Work = 4
	home := t.TempDir()
	t.Setenv("HOME", home)
	d := test.Open(t, label.ZH, 120, 40, model.Customer{Name: "董先生", Phones: "15935946108", FilledOn: "2026-11-20"},
		model.Customer{Name: "刘女士", FilledOn: "2026-11-20"})
	hand := func(name, first, second string) {
		d.Press("ctrl+p")
		d.Write(name)
		d.Press("enter")
		d.Write(first)
		if first != "" {
			d.Press("tab")
			d.Write(second)
		}
		d.Press("ctrl+s")
	}
	d.Press("2", "space") // the first of them
	d.Press("enter")
	d.Sees("交接给别人(文件)", "打印客户交接清单")
	d.Press("esc", "esc")
	hand("交接给别人", "秋水9", "秋水8")
	d.Sees("两次输入的口令不一样", "***")
	d.Lacks("秋水")
	d.Press("backspace")
	d.Write("9")
	d.Press("ctrl+s")
	d.Sees("2 位客户已写入", "交接-2026-11-23.json.age")
	hand("打印客户交接", "", "")
	d.Sees("2 位客户已写入", "交接清单-2026-11-23.html")

	other := test.Open(t, label.EN, 80, 24)
	other.Press("ctrl+o")
	other.Write(filepath.Join(home, "交接-2026-11-23.json.age"))
	other.Press("enter", "ctrl+s")
	other.Sees("needs its passphrase", "Passphrase")
	other.Write("秋水")
	other.Press("ctrl+s")
	other.Sees("that is not its passphrase")
	other.Write("秋水9")
	other.Press("ctrl+s", "ctrl+s")
	ids, _ := other.Store.CustomerIDs(t.Context(), model.Query{})
	if len(ids) != 2 {
		t.Errorf("%d customers:\n%s", len(ids), other.Screen())
	}
	if draft := other.Draft("import"); strings.Contains(draft, "秋水") {
		t.Errorf("the passphrase is kept: %q", draft)
	}
}
