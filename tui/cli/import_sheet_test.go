package cli_test

import (
	"strings"
	"testing"
)

// What is asked of a tracking sheet as a whole is answered by a flag.
func TestAnAmountBesideUnpaidIsAskedByCommand(t *testing.T) {
	h := newHome(t)
	sheet := h.file("five.csv", "客户名称,应收金额,付款日期,回款金额,付款状态\n客户B,2000,1月5日,2000,待付款\n客户D,500,1月15日,500,逾期未付款\n客户E,0,1月20日,0,未付款\n")
	out := h.run("import", sheet, "--as-of", "2026-01-12")
	for _, words := range []string{"状态是「待付款」,却有回款 2000.00", "--unpaid-as owed", "欠款为 0,没有应收款", "全部没有写入"} {
		if out.code != failed || !strings.Contains(out.out, words) {
			t.Errorf("%d, no %q in %s", out.code, words, out.out)
		}
	}
	if r := h.run("import", sheet, "--unpaid-as", "nope"); r.code != usage || !strings.Contains(r.err, "owed, paid") {
		t.Errorf("%d %s", r.code, r.err)
	}
	owed := h.must("import", sheet, "--as-of", "2026-01-12", "--unpaid-as", "owed", "--dry-run")
	if !strings.Contains(owed, "应收 2,000.00,2026-01-05到期") || !strings.Contains(owed, "付款日期没写年份:照本表其他行是 2026-01-15,与这一行不符,取最近一次 2025-01-15") {
		t.Errorf("%s", owed)
	}
	paid := h.object("import", sheet, "--as-of", "2026-01-22", "--unpaid-as", "paid")
	if paid["new_payments"] != 2.0 || paid["refused"] != 0.0 {
		t.Errorf("%v", paid)
	}
}
