package orders_test

import (
	"context"
	"testing"

	"genjin/model"
)

// What can't be is said in the form, and nothing is written over.
func TestANodeThatCannotBeIsRefusedInItsForm(t *testing.T) {
	d := taken(t)
	d.Press("t", "6")
	d.Sees("签收人")
	d.Press("ctrl+s")
	d.Sees("「发货」还没有完成,请先完成「发货」")
	d.Press("esc", "t", "8")
	d.Sees("发票号")
	o := one(t, d)
	// at another terminal
	if _, err := d.Store.StepNode(context.Background(), o.ID, model.NodeStep{Node: model.NodeInvoice, InvoiceNo: "FP1"}); err != nil {
		t.Fatal(err)
	}
	d.Write("FP2")
	d.Press("ctrl+s")
	d.Sees("已经是「FP1」,没有改动")
	if o := one(t, d); o.InvoiceNo != "FP1" {
		t.Errorf("%s was written over it", o.InvoiceNo)
	}
}
