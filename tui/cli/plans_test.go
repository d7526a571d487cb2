package cli_test

import (
	"strings"
	"testing"
)

// Terms that are saved under a name are typed by it wherever terms are.
func TestTermsAreCalledByTheirName(t *testing.T) {
	h := newHome(t)
	h.must("add", "华兴 13800000001")
	h.fails(failed, "看心情", "settings", "plans", "老客户=看心情")
	h.must("settings", "plans", "老客户=货到30天;新客户=30%定金+70%发货前")
	if out := h.must("settings", "plans"); !strings.Contains(out, "老客户=货到30天") || !strings.Contains(out, "新客户=30%定金+70%发货前") {
		t.Error(out)
	}
	if rows := h.list("owe", "华兴", "1000", "--terms", "新客户", "--on", "11-01"); len(rows) != 2 || amountOf(rows[0]["amount"]) != 30000 ||
		rows[0]["kind"] != "deposit" {
		t.Errorf("%v", rows)
	}
	d := h.object("order", "华兴", "--line", "板 1 500", "--no", "D1", "--terms", "老客户", "--confirm")
	if d["terms"] != "货到30天" {
		t.Errorf("the order has %v", d["terms"])
	}
	h.must("settings", "plans", "无")
	h.fails(2, "付款条件", "owe", "华兴", "1000", "--terms", "新客户")
}

// The report of ages in print: the same sums as for scripts, a line a customer
// where that is asked for, and a sentence when nothing is open.
func TestTheAgesOfReceivablesArePrinted(t *testing.T) {
	h := tracked(t)
	for _, one := range []struct {
		args  []string
		wants []string
	}{
		{[]string{"report", "aging"}, []string{"应收账龄 截至2026-01-20", "币种", "无期限", "未到期", "1-30天", "合计", "CNY", "800.00", "4,000.00", "4,800.00"}},
		{[]string{"report", "aging", "--by", "customer", "--as-of", "2026-04-01"},
			[]string{"截至2026-04-01", "客户", "客户B", "客户C", "2,000.00", "1,500.00"}},
		{[]string{"report", "aging", "--lang", "en"}, []string{"Receivables by age as of 2026-01-20", "not due", "4,800.00"}},
		{[]string{"report", "aging", "--as-of", "2025-01-01"}, []string{"截至2025-01-01没有未收款"}},
	} {
		out := h.must(one.args...)
		for _, want := range one.wants {
			if !strings.Contains(out, want) {
				t.Errorf("%v: no %s in\n%s", one.args, want, out)
			}
		}
	}
}

// The lists of money are narrowed by their own fields, in words and in codes.
func TestListsOfMoneyAreFiltered(t *testing.T) {
	h := tracked(t)
	h.must("pay", "客户B", "500", "--for", "fp0002", "--method", "现金", "--receipt", "S9", "--on", "01-15")
	h.must("pay", "客户D", "600", "--method", "转账", "--on", "01-16")
	for _, one := range []struct {
		kind, filter string
		want         int
	}{
		{"payments", "method=现金", 1}, {"payments", "method=cash", 1}, {"payments", "amount>=600", 3}, {"payments", "received_on=2026-01-15", 1},
		{"payments", "received_on>2026-01-15", 1},
		{"payments", "receipt_no=S9", 1}, {"payments", "customer=客户D", 1}, {"receivables", "invoice_no=FP0002", 1},
		{"receivables", "balance>=2000", 0}, {"receivables", "balance>0", 3},
		{"receivables", "status=已付款", 2}, {"receivables", "status!=paid", 3}, {"receivables", "due_on<=2026-01-10", 3},
		{"receivables", "customer=客户B", 1},
	} {
		rows := h.list("list", one.kind, "--filter", one.filter)
		if len(rows) != one.want {
			t.Errorf("%s %s: %d rows, want %d\n%v", one.kind, one.filter, len(rows), one.want, rows)
		}
		out := h.must("list", one.kind, "--filter", one.filter)
		for _, row := range rows {
			if !strings.Contains(out, row["customer"].(string)) {
				t.Errorf("%s %s: %v isn't printed in\n%s", one.kind, one.filter, row["customer"], out)
			}
		}
	}
	if rows := h.list("list", "payments", "--search", "S9"); len(rows) != 1 || rows[0]["receipt_no"] != "S9" || rows[0]["method"] != "cash" ||
		amountOf(rows[0]["amount"]) != 50000 {
		t.Errorf("%v", rows)
	}
	h.fails(2, "method", "list", "payments", "--filter", "methode=cash")
}

// Targets are carried on from the period before by command: what is there stays,
// and a second time nothing is left to carry.
func TestTargetsAreCarriedOnByCommand(t *testing.T) {
	h := newHome(t)
	h.must("new", "targets", "period=2026-10", "metric=contacts", "goal=40")
	h.must("new", "targets", "period=2026-10", "metric=signed", "amount=20万")
	h.must("new", "targets", "period=2026-11", "metric=contacts", "goal=50")
	out := h.must("report", "plan", "2026-11", "--carry")
	if !strings.Contains(out, "已定 1 个目标 · 2026-11") || !strings.Contains(out, "200,000.00") {
		t.Error(out)
	}
	if out := h.must("report", "plan", "2026-11", "--carry", "--lang", "en"); !strings.Contains(out, "no target to carry on") {
		t.Error(out)
	}
	rows := h.list("list", "targets", "--filter", "period=2026-11", "--sort", "metric")
	if len(rows) != 2 || rows[0]["goal"] != 50.0 || amountOf(rows[1]["amount"]) != 20_000_000 {
		t.Errorf("%v", rows)
	}
	h.must("undo")
	if rows := h.list("list", "targets", "--filter", "period=2026-11"); len(rows) != 1 {
		t.Errorf("undone: %v", rows)
	}
	h.fails(2, "--carry", "report", "monthly", "--carry")
}
