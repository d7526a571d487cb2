package receivables_test

import (
	"context"
	"testing"

	"genjin/model"
	"genjin/model/label"
)

// A number that was used before is said in the form, and taken.
func TestTheFormsSayWhereANumberWasUsedBefore(t *testing.T) {
	d := open(t, label.ZH, 120, 40, "down", "down", "down") // FP0031
	r := debt(t, d, "FP0031")
	if _, err := d.Store.Pay(context.Background(), model.Payment{CustomerID: r.CustomerID, Amount: 100, ReceivedOn: "2026-11-02",
		ReceiptNo: "SJ77"}, []model.Share{}); err != nil {
		t.Fatal(err)
	}
	d.Press("p", "down", "down", "down", "down", "down", "down")
	d.Write("SJ7")
	d.Lacks("用过")
	d.Write("7")
	d.Sees("收据号「SJ77」用过:" + r.Customer + " 回款 2026-11-02 1.00")
	d.Press("backspace")
	d.Lacks("用过")
	d.Write("7")
	d.Press("ctrl+s")
	d.Sees("已收 " + r.Customer)
	d.Press("n")
	d.Write(r.Customer)
	d.Press("enter")
	d.Sees("发票号")
	d.Press("down", "down")
	d.Write("FP0031")
	d.Sees("发票号「FP0031」用过:" + r.Customer + " 应收款")
}
