package cli_test

import (
	"fmt"
	"path/filepath"
	"testing"
)

// Customers chosen by a filter go to another's file with all that hangs on them,
// and with nobody else's; one undo takes them out again.
func TestHandover(t *testing.T) {
	h := newHome(t)
	h.must("new", "customers", "name=华兴板材有限公司", "team=华东")
	h.must("new", "customers", "name=南方电子有限公司", "team=华南")
	h.must("log", "华兴板材", "谈了年框", "--method", "phone")
	h.must("owe", "华兴板材", "3000", "--invoice", "FP1")
	h.must("pay", "华兴板材", "1000")
	h.must("owe", "南方电子", "50", "--invoice", "FP2")
	h.must("new", "accounts", "customer=华兴板材", "period=2025", "current_assets=100", "current_liabilities=50")
	h.must("new", "targets", "metric=contacts", "goal=100")
	file := filepath.Join(h.dir, "交接.json")
	h.fails(1, "没有符合", "handover", "-o", file, "--filter", "team=西北")
	h.must("handover", "-o", file, "--filter", "team=华东")
	h.must("handover", "-o", filepath.Join(h.dir, "清单.html"), "--filter", "team=华东")
	other := newHome(t)
	other.must("new", "customers", "name=自己的客户")
	other.must("import", file)
	counts := func() (s string) {
		for _, kind := range []string{"customers", "journal", "receivables", "payments", "accounts", "targets"} {
			s += fmt.Sprint(len(other.list("list", kind)), " ")
		}
		return s
	}
	if got := counts(); got != "2 1 1 1 1 0 " {
		t.Errorf("taken over: %s", got)
	}
	other.must("import", file)
	if got := counts(); got != "2 1 1 1 1 0 " {
		t.Errorf("taken over twice: %s", got)
	}
	other.must("undo")
	if got := counts(); got != "1 0 0 0 0 0 " {
		t.Errorf("undone: %s", got)
	}
}
