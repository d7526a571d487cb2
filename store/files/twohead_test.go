package files

import (
	"os"
	"path/filepath"
	"testing"
)

// TestOptionsUnderAHeaderAreItsColumns: a form's boxes stand in a second row
// of headers, under the name of the field, with or without merged cells.
func TestOptionsUnderAHeaderAreItsColumns(t *testing.T) {
	plain := filepath.Join(t.TempDir(), "plain.csv")
	text := "客户登记表,,,,,,,\n客户名称,联系方式,客户类型,,,性别,,填表日期\n,,新客户,意向客户,准客户,男,女,\n董先生,15935946108,√,,,√,,2026-11-20\n刘女士,13800138000,," +
		"√,,,✓,2026-11-21\n"
	if err := os.WriteFile(plain, []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
	merged := workbookOf(t, [][]any{
		{"客户名称", "联系方式", "客户类型", "<", "<", "性别", "<", "填表日期"},
		{nil, nil, "新客户", "意向客户", "准客户", "男", "女", nil},
		{"董先生", "15935946108", "√", nil, nil, "√", nil, "2026-11-20"},
		{"刘女士", "13800138000", nil, "√", nil, nil, "√", "2026-11-21"},
	})
	for name, path := range map[string]string{"plain": plain, "merged": merged} {
		f, err := Read(path, Options{Today: today})
		if err != nil || len(f.Proposals) != 2 {
			t.Errorf("%s: %d customers, %v", name, len(f.Proposals), err)
			continue
		}
		a, b := f.Proposals[0].Customer, f.Proposals[1].Customer
		if a.Class != "new" || a.Gender != "male" || b.Class != "interested" || b.Gender != "female" || len(f.Unknown) > 0 {
			t.Errorf("%s: %q %q, %q %q; unknown %v", name, a.Class, a.Gender, b.Class, b.Gender, f.Unknown)
		}
	}
}
