package store

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// BenchmarkImport5kOrders is a list of five thousand orders of two lines into an
// empty database, and taking it back.
func BenchmarkImport5kOrders(b *testing.B) {
	ctx := context.Background()
	var text strings.Builder
	text.WriteString("客户名称,订单号,下单时间,交付日期,状态,产品,规格,数量,单位,单价\n")
	states := []string{"报价", "已确认", "已交付", "已结"}
	for i := range 5000 {
		for k := range 2 {
			fmt.Fprintf(&text, "客户%d,D%05d,2026-%02d-%02d,2026-11-30,%s,板材%d,18mm,%d,张,%d.50\n", i%1500, i, 1+i%9,
				1+i%27, states[i%4], k, 10+k, 85+i%7)
		}
	}
	path := filepath.Join(b.TempDir(), "orders.csv")
	if err := os.WriteFile(path, []byte(text.String()), 0o600); err != nil {
		b.Fatal(err)
	}
	n := 0
	for b.Loop() {
		n++
		s, err := Open(ctx, filepath.Join(b.TempDir(), fmt.Sprintf("%d.db", n)), AsOf("2026-11-24"))
		if err != nil {
			b.Fatal(err)
		}
		p, err := s.PreviewImport(ctx, path, ImportOptions{})
		if err != nil {
			b.Fatal(err)
		}
		if _, err := s.Import(ctx, p, false); err != nil {
			b.Fatal(err)
		}
		if _, err := s.Undo(ctx); err != nil {
			b.Fatal(err)
		}
		_ = s.Close()
	}
}
