package cli_test

import (
	"strings"
	"testing"
)

func TestAnOrderNeedsLinesWithQuantitiesAndPrices(t *testing.T) {
	h := trading(t)
	for _, tt := range []struct {
		code  int
		words string
		args  []string
	}{
		{usage, "要大于 0", []string{"--line", "YB-01 -1 100"}},
		{usage, "要大于 0", []string{"--line", "YB-01 -1"}},
		{usage, "要大于 0", []string{"--line", "YB-01 0"}},
		{usage, "还没有明细", nil},
		{usage, "--confirm", []string{"--line", "板 1 2", "--approved-by", "王"}},
		{failed, "请写单价", []string{"--line", "无此货 1"}},
		{failed, "没有 USD 的", []string{"--line", "YB-01 1", "--currency", "USD", "--confirm"}},
		{failed, "金额是 0", []string{"--line", "样品 1 0", "--confirm"}},
		{failed, "还没到", []string{"--line", "板 1 2", "--on", "11-25"}},
		{failed, "交付日期", []string{"--line", "板 1 2", "--promised", "2026-11-01"}},
	} {
		h.fails(tt.code, tt.words, append([]string{"order", "恒基板材"}, tt.args...)...)
	}
	if rows := h.list("list", "orders"); len(rows) != 1 {
		t.Errorf("%d orders", len(rows))
	}
	h.must("order", "恒基板材", "--line", "样品 1 0", "--no", "DD003") // a sample is quoted for nothing
}

func TestAConfirmedOrderThatNeedsAReviewWaitsForIt(t *testing.T) {
	h := trading(t)
	r := h.run("order", "恒基板材", "--line", "YB-01 1 50", "--no", "DD002", "--confirm")
	if r.code != 0 || !strings.Contains(r.err, "订单 DD002 先存为报价") || !strings.Contains(r.err, "genjin step 单号 审价") ||
		strings.Contains(r.err, "审价人:") {
		t.Errorf("%+v", r)
	}
	if d := h.object("show", "DD002"); d["status"] != "quote" || d["review"] != "needed" {
		t.Errorf("%v", d)
	}
	h.must("order", "恒基板材", "--line", "YB-01 1 50", "--no", "DD004", "--confirm", "--approved-by", "王总", "--reason", "老客户")
	if d := h.object("show", "DD004"); d["status"] != "confirmed" || d["approved_by"] != "王总" || d["approved_reason"] != "老客户" {
		t.Errorf("%v", d)
	}
	h.fails(failed, "批价理由", "order", "恒基板材", "--line", "YB-01 1 50", "--confirm", "--approved-by", "王总")
}

func TestAStepSaysWhatItChanged(t *testing.T) {
	h := trading(t)
	h.fails(failed, "请先确认订单", "step", "DD001", "发货")
	h.must("step", "DD001", "确认", "--on", "11-20")
	h.fails(failed, "「2026-11-25」还没到", "step", "DD001", "发货", "--on", "11-25")
	h.fails(failed, "还没签收", "step", "DD001", "验收")
	h.must("step", "DD001", "发货", "--reason", "老客户", "--on", "11-21")
	if out := h.must("step", "DD001", "发货", "--reason", "老客户", "--on", "11-22"); !strings.Contains(out, "(原 2026-11-21 → 2026-11-22)") {
		t.Error(out)
	}
	h.must("step", "DD001", "开票", "--invoice", "FP1")
	h.fails(failed, "确认日期不能再改", "step", "DD001", "确认")
	h.must("step", "DD001", "签收", "--on", "11-22")
	if out := h.must("step", "DD001", "验收", "--on", "11-23"); !strings.Contains(out, "DD001 验收:2026-11-23") {
		t.Error(out)
	}
	if d := h.object("step", "DD001", "accept", "--on", "11-24"); d["accepted_on"] != "2026-11-24" {
		t.Errorf("%v", d)
	}
	h.must("step", "DD001", "accept", "--undo")
	h.fails(failed, "还没有验收", "step", "DD001", "accept", "--undo")
	h.fails(usage, "--plan", "step", "DD001", "accept", "--plan", "12-1")
}

func TestACardShowsTheOrders(t *testing.T) {
	h := trading(t)
	if out := h.must("show", "恒基板材"); !strings.Contains(out, "订单 1 张") || !strings.Contains(out, "DD001") {
		t.Error(out)
	}
	d := h.object("show", "恒基板材")
	if list := d["orders"].([]any); len(list) != 1 || list[0].(map[string]any)["order_no"] != "DD001" ||
		len(list[0].(map[string]any)["lines"].([]any)) != 2 {
		t.Errorf("%v", d["orders"])
	}
	h.must("add", "顺达家具")
	if list := h.object("show", "顺达家具")["orders"].([]any); len(list) != 0 {
		t.Errorf("%v", list)
	}
}
