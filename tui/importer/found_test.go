package importer_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"genjin/model/label"
	"genjin/tui/test"
)

// A list from Downloads is brought in without a letter typed: it is the newest
// that is found.
func TestTheNewestSpreadsheetIsOneKeyAway(t *testing.T) {
	home := t.TempDir()
	t.Setenv("HOME", home)
	t.Setenv("USERPROFILE", home)
	day := time.Date(2026, 11, 20, 9, 30, 0, 0, time.Local)
	for i, name := range []string{"Desktop/旧名单.csv", "Documents/合同.docx", "Documents/WeChat Files/wxid/FileStorage/File/2026-11/客户名单.csv",
		"Downloads/.隐藏.csv"} {
		path := filepath.Join(home, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(path), 0o700); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte("客户名称,电话\n夏禾,13900001091\n"), 0o600); err != nil {
			t.Fatal(err)
		}
		if err := os.Chtimes(path, day, day.AddDate(0, 0, i)); err != nil {
			t.Fatal(err)
		}
	}
	d := test.Open(t, label.ZH, 80, 24)
	d.Press("ctrl+o")
	screen := d.Screen()
	newest, older := strings.Index(screen, "客户名单.csv"), strings.Index(screen, "旧名单.csv")
	if newest < 0 || older < newest || strings.Contains(screen, "合同") || strings.Contains(screen, "隐藏") {
		t.Fatal(screen)
	}
	d.Press("down", "enter", "ctrl+s")
	if screen := d.Screen(); !strings.Contains(screen, "夏禾") {
		t.Error(screen)
	}
	d.Press("esc", "ctrl+o")
	d.Write("旧名")
	d.Press("down")
	if screen := d.Screen(); !strings.Contains(screen, filepath.Join("Desktop", "旧名单.csv")) || strings.Contains(screen, "客户名单") {
		t.Error(screen)
	}
}

// Of a path that is typed the folder's entries go on with it.
func TestAPathGoesOnByItsFolder(t *testing.T) {
	dir := t.TempDir()
	if err := os.MkdirAll(filepath.Join(dir, "销售", "华东"), 0o700); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join(dir, "销售", "名单.csv"), []byte("客户名称\n夏禾\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	d := test.Open(t, label.EN, 120, 40)
	d.Press("ctrl+o")
	d.Write(filepath.Join(dir, "销"))
	d.Press("down")
	d.Write("名")
	d.Press("down", "enter", "ctrl+s")
	if screen := d.Screen(); !strings.Contains(screen, "夏禾") {
		t.Error(screen)
	}
}
