package files

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"genjin/model"
)

func uncounted(int) error { return nil }

// wide are files with a row of so many columns that hold text, in each format.
func wide(t *testing.T, columns int) map[string]string {
	t.Helper()
	dir := t.TempDir()
	head := make([]string, columns)
	object := make([]string, columns)
	for i := range head {
		head[i] = fmt.Sprintf("列%d", i)
		object[i] = fmt.Sprintf("%q:%q", head[i], "x")
	}
	head[0], head[1] = "客户名称", "详细地址"
	object[0], object[1] = `"客户名称":"董先生"`, `"详细地址":"佛山"`
	text := strings.Join(head, ",") + "\n董先生" + strings.Repeat(",x", columns-1) + "\n"
	files := map[string]string{"csv": text, "json": "[{" + strings.Join(object, ",") + "}]"}
	for ext, text := range files {
		files[ext] = filepath.Join(dir, "wide."+ext)
		if err := os.WriteFile(files[ext], []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	book := excelize.NewFile()
	defer book.Close()
	for row, cells := range []any{head, strings.Split("董先生"+strings.Repeat(",x", columns-1), ",")} {
		texts := cells.([]string)
		if err := book.SetSheetRow("Sheet1", fmt.Sprintf("A%d", row+1), &texts); err != nil {
			t.Fatal(err)
		}
	}
	files["xlsx"] = filepath.Join(dir, "wide.xlsx")
	if err := book.SaveAs(files["xlsx"]); err != nil {
		t.Fatal(err)
	}
	return files
}

func TestAFileOfTooManyColumnsIsRefused(t *testing.T) {
	for ext, path := range wide(t, mostColumns+1) {
		if _, err := Open(path, "", nil); !errors.Is(err, model.ErrFileTooWide) {
			t.Errorf("%s: %v", ext, err)
		}
	}
	for ext, path := range wide(t, mostColumns) {
		if f, err := Read(path, Options{Today: "2026-11-24"}); err != nil || len(f.Proposals) != 1 {
			t.Errorf("%s of as many as are read: %d customers, %v", ext, len(f.Proposals), err)
		}
	}
}

func TestEmptyCellsAtTheEndOfARowAreNoColumns(t *testing.T) {
	s, err := readCSV("客户名称"+strings.Repeat(",", 60_000)+"\n董先生\n", uncounted)
	if err != nil || s.Width() != 1 {
		t.Errorf("%d columns, %v", s.Width(), err)
	}
}

// The rows of a file are many, and each is read only while nobody stopped it.
func TestReadingATextFileCanBeStopped(t *testing.T) {
	path := filepath.Join(t.TempDir(), "list.csv")
	if err := os.WriteFile(path, []byte("客户名称\n"+strings.Repeat("董先生\n", 3*someRows)), 0o600); err != nil {
		t.Fatal(err)
	}
	_, err := Open(path, "", func(done, _ int) error {
		if done > someRows {
			return context.Canceled
		}
		return nil
	})
	if !errors.Is(err, context.Canceled) {
		t.Errorf("%v", err)
	}
}
