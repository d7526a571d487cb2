package cli_test

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"genjin/store/seal"
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
	list := filepath.Join(h.dir, "清单.html")
	h.must("handover", "-o", list, "--filter", "team=华东")
	page, _ := os.ReadFile(list)
	for _, text := range []string{"客户交接清单", "华兴板材有限公司", "2,000.00", "移交人(签字)", "接收人(签字)", "监交人(签字)", "2026-11-24"} {
		if !strings.Contains(string(page), text) || strings.Contains(string(page), "南方电子") {
			t.Errorf("the list lacks %s:\n%s", text, page)
		}
	}
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

// A handover is protected by a passphrase that is in a file, in the environment,
// or typed; without it, or cut off, nothing of it is taken.
func TestHandoverProtected(t *testing.T) {
	seal.Work = 4
	h, other := newHome(t), newHome(t)
	h.must("new", "customers", "name=华兴板材有限公司", "phones=13900138000")
	file, secret := filepath.Join(h.dir, "交接.json.age"), filepath.Join(h.dir, "口令.txt")
	h.fails(1, "GENJIN_PASSPHRASE", "handover", "-o", file)
	h.secrets = []string{"长风 街9号", "长风街9号"}
	h.fails(1, "不一样", "handover", "-o", file)
	h.secrets = []string{""}
	h.fails(1, "口令是空的", "handover", "-o", file)
	if _, err := os.Stat(file); err == nil {
		t.Error("a file was written without a passphrase")
	}
	h.secrets = []string{"长风 街9号", "长风 街9号"}
	if said := h.must("handover", "-o", file); strings.Contains(said, "没有口令保护") {
		t.Errorf("said: %s", said)
	}
	if text, _ := os.ReadFile(file); bytes.Contains(text, []byte("13900138000")) {
		t.Error("not protected")
	}
	if said := h.must("handover", "-o", strings.TrimSuffix(file, ".age")); !strings.Contains(said, "没有口令保护") {
		t.Errorf("said: %s", said)
	}
	other.fails(1, "要口令", "import", file)
	other.env["GENJIN_PASSPHRASE"] = "长风街9号"
	other.fails(1, "口令不对", "import", file)
	whole, _ := os.ReadFile(file)
	cut := filepath.Join(other.dir, "cut.age")
	_ = os.WriteFile(cut, whole[:len(whole)-20], 0o600)
	_ = os.WriteFile(secret, []byte("长风 街9号\r\n"), 0o600)
	other.fails(1, "不完整", "import", cut, "--passphrase-file", secret)
	if got := len(other.list("list", "customers")); got != 0 {
		t.Errorf("%d customers", got)
	}
	other.must("import", file, "--passphrase-file", secret)
	if got := len(other.list("list", "customers")); got != 1 {
		t.Errorf("%d customers", got)
	}
	// What is exported is protected the same way, and the name says so.
	all := filepath.Join(other.dir, "全部.json")
	other.must("export", "all", "-o", all, "--passphrase-file", secret)
	third := newHome(t)
	third.secrets = []string{"长风 街9号"}
	third.must("import", all+".age")
	if got := len(third.list("list", "customers")); got != 1 {
		t.Errorf("%d customers", got)
	}
}
