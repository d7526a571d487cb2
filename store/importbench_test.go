package store

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// BenchmarkImport10kRows is a list of ten thousand customers into an empty
// database, and the same list again.
func BenchmarkImport10kRows(b *testing.B) {
	ctx := context.Background()
	var text strings.Builder
	text.WriteString("客户名称,性别,联系方式,详细地址,客户等级,客户类型,客户来源,日期,情况描述,备注\n")
	for i := range 10000 {
		fmt.Fprintf(&text, "客户%d,男,139%08d,太原市长风街%d号,B,意向客户,陌拜,2026/11/20,电话说再看看,月结30天\n", i, i, i)
	}
	path := filepath.Join(b.TempDir(), "list.csv")
	if err := os.WriteFile(path, []byte(text.String()), 0o600); err != nil {
		b.Fatal(err)
	}
	n := 0
	var s *Store
	for _, what := range []string{"new", "known"} {
		b.Run(what, func(b *testing.B) {
			for b.Loop() {
				if what == "new" {
					n++
					var err error
					if s, err = Open(ctx, filepath.Join(b.TempDir(), fmt.Sprintf("%d.db", n)), AsOf("2026-11-24")); err != nil {
						b.Fatal(err)
					}
				}
				p, err := s.PreviewImport(ctx, path, ImportOptions{})
				if err != nil {
					b.Fatal(err)
				}
				if _, err := s.Import(ctx, p, false); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}
