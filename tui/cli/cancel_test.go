package cli_test

import (
	"strings"
	"testing"
)

func TestAnOrderIsCancelledAndItsDepositAskedFor(t *testing.T) {
	h := newHome(t)
	h.must("add", "恒基板材 13900000001")
	for _, no := range []string{"D1", "D2"} {
		h.must("order", "恒基板材", "--line", "板 2 100", "--no", no)
		h.must("step", no, "确认")
	}
	h.must("pay", "恒基板材", "50")
	h.fails(2, "订单 D1 已收 50.00,请说明去向", "cancel", "D1", "--reason", "不做了")
	if out := h.must("cancel", "D1", "--reason", "不做了", "--deposit", "没收定金"); !strings.Contains(out, "已取消") ||
		!strings.Contains(out, "已收的 50.00 没收") {
		t.Error(out)
	}
	if out := h.must("cancel", "D2", "--reason", "不做了"); strings.Contains(out, "已收") {
		t.Error(out)
	}
	h.fails(1, "已取消", "cancel", "D2", "--reason", "不做了")
	if rows := h.list("list", "receivables", "--filter", "status!=paid"); len(rows) != 0 {
		t.Errorf("still owed: %v", rows)
	}
}
