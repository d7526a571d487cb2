package cli_test

import (
	"strings"
	"testing"
)

// A receipt or an invoice number that was used before is taken, and said.
func TestANumberUsedBeforeIsSaid(t *testing.T) {
	h := newHome(t)
	h.must("add", "华兴 13800000001")
	h.must("add", "恒基板材 13800000002")
	h.must("order", "华兴", "--line", "板 1 8000", "--no", "D1", "--on", "11-01", "--confirm")
	says := func(want string, args ...string) {
		t.Helper()
		out := h.must(args...)
		if said := strings.Contains(out, "注意:"); said != (want != "") || !strings.Contains(out, want) {
			t.Errorf("%v: no %q in\n%s", args, want, out)
		}
	}
	says("", "pay", "华兴", "500", "--receipt", "SJ1", "--on", "11-02")
	says("", "pay", "华兴", "500", "--on", "11-02")
	says("收据号「SJ1」用过:华兴 回款 2026-11-02 500.00", "pay", "恒基板材", "20", "--receipt", "sj1", "--on", "11-03")
	says("", "owe", "恒基板材", "900", "--invoice", "FP1", "--on", "11-04", "--terms", "30%定金+70%货到30天")
	says("发票号「FP1」用过:恒基板材 应收款 2026-11-04", "owe", "华兴", "70", "--invoice", "FP1")
	says("发票号「FP1」用过:华兴 应收款", "step", "D1", "invoice", "--invoice", "FP1")
	says("", "step", "D1", "invoice", "--invoice", "FP1", "--undo")
	says("", "step", "D1", "invoice", "--invoice", "FP2")
	says("", "step", "D1", "invoice", "--on", "11-05")
	says("发票号「FP2」用过:华兴 ", "owe", "恒基板材", "5", "--invoice", "FP2")
	if r := h.run("pay", "恒基板材", "1", "--receipt", "SJ1", "--json"); r.code != 0 || !strings.HasPrefix(r.out, "{") ||
		!strings.Contains(r.err, "注意:收据号「") {
		t.Errorf("%+v", r)
	}
	if r := h.run("--lang", "en", "owe", "恒基板材", "1", "--invoice", "FP2"); !strings.Contains(r.out,
		"Note: Invoice no. “FP2” was used before: ") {
		t.Errorf("%+v", r)
	}
}

func TestAPreviewSaysWhichNumbersWereUsedBefore(t *testing.T) {
	h := newHome(t)
	h.must("add", "华兴 13800000001")
	h.must("add", "恒基板材 13800000002")
	h.must("pay", "华兴", "500", "--receipt", "SJ1", "--on", "11-02")
	h.must("owe", "华兴", "900", "--invoice", "FP1", "--on", "11-04")
	file := h.file("回款.csv", "客户,收款日期,收款金额,收据号\n华兴,2026-11-02,500,SJ1\n恒基板材,2026-11-05,70,SJ1\n恒基板材,2026-11-06,80,SJ2\n华兴,2026-11-07,90,SJ2\n")
	out := h.must("import", file, "--as", "payments", "--dry-run")
	for _, want := range []string{"收据号「SJ1」用过:华兴 回款 2026-11-02 500.00", "收据号「SJ2」用过:华兴 回款 2026-11-07 90.00(本文件第5行)"} {
		if strings.Count(out, want) != 1 {
			t.Errorf("no %s in\n%s", want, out)
		}
	}
	if n := strings.Count(out, "用过"); n != 2 {
		t.Errorf("said %d times\n%s", n, out)
	}
	file = h.file("应收.csv", "客户,发票号,开票日期,应收金额,付款期限\n华兴,FP1,2026-11-04,900,\n恒基板材,FP1,2026-11-05,70,2026-12-05\n恒基板材,FP3,2026-11-05,70,"+
		"2026-12-05\n恒基板材,FP3,2026-11-05,30,2027-01-05\n")
	d := h.object("import", file, "--as", "receivables", "--dry-run")
	var used []string
	for _, row := range d["rows"].([]any) {
		if u, ok := row.(map[string]any)["used_before"].(string); ok {
			used = append(used, u)
		}
	}
	if len(used) != 1 || !strings.Contains(used[0], "发票号「FP1」用过:华兴 应收款 2026-11-04 900.00") {
		t.Errorf("%q", used)
	}
	file = h.file("订单.csv", "订单号,客户,下单日期,发票号,品名,数量,单价\nD9,恒基板材,2026-11-01,FP1,板,1,100\n")
	if out := h.must("import", file, "--as", "orders", "--dry-run"); !strings.Contains(out, "发票号「FP1」用过:华兴 应收款") {
		t.Error(out)
	}
}

// Another number of a node that is done is refused with what is there and how
// it is changed on purpose;
// a file writes nothing over unasked.
func TestASecondInvoiceDoesNotWriteOverTheFirst(t *testing.T) {
	h := trading(t)
	h.must("step", "DD001", "确认", "--on", "11-20")
	h.fails(failed, "「发货」还没有完成,请先完成「发货」", "step", "DD001", "签收")
	h.must("step", "DD001", "发货", "--reason", "老客户", "--on", "11-21", "--waybill", "SF1")
	h.fails(failed, "运单号:已经是「SF1」", "step", "DD001", "发货", "--waybill", "SF2")
	h.must("step", "DD001", "签收", "--on", "11-22")
	h.fails(failed, "2026-11-21 早于 2026-11-22", "step", "DD001", "验收", "--on", "11-21")
	h.must("step", "DD001", "开票", "--invoice", "FP1")
	h.fails(failed, "发票号:已经是「FP1」,没有改动;确实要改,请编辑订单,或先撤回「开票」", "step", "DD001", "开票", "--invoice", "FP2")
	h.env["GENJIN_LANG"] = "en"
	h.fails(failed, "is “FP1” already and stays; to change it, edit the order, or take “invoice” back first",
		"step", "DD001", "invoice", "--invoice", "FP2")
	delete(h.env, "GENJIN_LANG")
	file := h.file("订单.csv", "订单号,客户,下单日期,发票号,品名,数量,单价\nDD001,恒基板材,2026-11-20,FP2,板,1,3\n")
	h.must("import", file, "--as", "orders")
	if d := h.object("show", "DD001"); d["invoice_no"] != "FP1" {
		t.Errorf("the file wrote %v over FP1", d["invoice_no"])
	}
	h.must("step", "DD001", "开票", "--undo")
	h.must("step", "DD001", "开票", "--invoice", "FP2")
	if d := h.object("show", "DD001"); d["invoice_no"] != "FP2" {
		t.Errorf("%v", d["invoice_no"])
	}
}
