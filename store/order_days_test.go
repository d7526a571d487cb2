package store

import (
	"context"
	"strings"
	"testing"

	"genjin/model"
)

// Doing a node again moves its day and fills what is missing; it writes nothing
// over. Whoever means it takes the node back first.
func TestANodeDoneAgainWritesNothingOver(t *testing.T) {
	ctx := context.Background()
	s := open(t, "2026-11-24")
	c := add(t, s, model.Customer{Name: "恒基板材"})
	o := mustOrder(t, s, model.Order{CustomerID: c.ID, OrderedOn: "2026-11-10"}, boards(),
		model.NodeStep{Node: model.NodeConfirm, On: "2026-11-10"})
	step := func(st model.NodeStep) error {
		_, err := s.StepNode(ctx, o.ID, st)
		return err
	}
	for _, one := range []struct {
		field       string
		first, next model.NodeStep
	}{
		{"waybill", model.NodeStep{Node: model.NodeShip, On: "2026-11-20", Waybill: "SF1"}, model.NodeStep{Node: model.NodeShip, Waybill: "SF2"}},
		{"carrier", model.NodeStep{Node: model.NodeShip, On: "2026-11-20", Carrier: "顺丰"}, model.NodeStep{Node: model.NodeShip, Carrier: "德邦"}},
		{"vehicle", model.NodeStep{Node: model.NodeShip, On: "2026-11-20", Vehicle: "粤A1"}, model.NodeStep{Node: model.NodeShip, Vehicle: "粤A2"}},
		{"received_by", model.NodeStep{Node: model.NodeReceive, On: "2026-11-22", ReceivedBy: "李"},
			model.NodeStep{Node: model.NodeReceive, ReceivedBy: "王"}},
		{"invoice_no", model.NodeStep{Node: model.NodeInvoice, On: "2026-11-23", InvoiceNo: "FP1"},
			model.NodeStep{Node: model.NodeInvoice, InvoiceNo: "FP2"}},
	} {
		if err := step(one.first); err != nil { // what is empty yet is filled in
			t.Fatalf("%s: %v", one.field, err)
		}
		if err := step(one.first); err != nil {
			t.Errorf("the same %s again: %v", one.field, err)
		}
		before := tableNames(t, s)
		refused(t, one.field, step(one.next), one.field, model.RefusedWritten)
		if tableNames(t, s) != before {
			t.Errorf("%s: something was written", one.field)
		}
	}
	if err := step(model.NodeStep{Node: model.NodeInvoice, On: "2026-11-24"}); err != nil {
		t.Error("another day:", err)
	}
	if _, err := s.UnstepNode(ctx, o.ID, model.NodeInvoice); err != nil {
		t.Fatal(err)
	}
	if err := step(model.NodeStep{Node: model.NodeInvoice, InvoiceNo: "FP2"}); err != nil {
		t.Error("taken back first:", err)
	}
	if k, _ := s.Order(ctx, o.ID); k.InvoiceNo != "FP2" || k.Waybill != "SF1" || k.ReceivedBy != "李" || k.InvoicedOn != "2026-11-24" {
		t.Errorf("%+v", k)
	}
}

// Goods go out, come in and are accepted, in this order of acts and of days.
func TestGoodsAreReceivedAfterTheyWereShipped(t *testing.T) {
	ctx := context.Background()
	s := open(t, "2026-11-24")
	c := add(t, s, model.Customer{Name: "恒基板材"})
	o := mustOrder(t, s, model.Order{CustomerID: c.ID, OrderedOn: "2026-11-10"}, boards(),
		model.NodeStep{Node: model.NodeConfirm, On: "2026-11-10"})
	step := func(node model.Node, on model.Date) error {
		_, err := s.StepNode(ctx, o.ID, model.NodeStep{Node: node, On: on})
		return err
	}
	accept := func(on model.Date) error {
		k, err := s.Order(ctx, o.ID)
		if err != nil {
			t.Fatal(err)
		}
		k.AcceptedOn = on
		_, err = s.SaveOrder(ctx, k)
		return err
	}
	back := func(node model.Node) error {
		_, err := s.UnstepNode(ctx, o.ID, node)
		return err
	}
	refused(t, "received unshipped", step(model.NodeReceive, "2026-11-20"), "", model.RefusedNeeds)
	refused(t, "accepted unreceived", accept("2026-11-20"), "accepted_on", model.RefusedNeeds)
	if err := step(model.NodeShip, "2026-11-15"); err != nil {
		t.Fatal(err)
	}
	refused(t, "received before it was shipped", step(model.NodeReceive, "2026-11-14"), "done_on", model.RefusedEarlier)
	if err := step(model.NodeReceive, "2026-11-18"); err != nil {
		t.Fatal(err)
	}
	refused(t, "shipped after it was received", step(model.NodeShip, "2026-11-19"), "done_on", model.RefusedAfter)
	refused(t, "accepted before it was received", accept("2026-11-17"), "accepted_on", model.RefusedEarlier)
	if err := accept("2026-11-18"); err != nil {
		t.Fatal(err)
	}
	refused(t, "received after it was accepted", step(model.NodeReceive, "2026-11-19"), "done_on", model.RefusedAfter)
	refused(t, "the shipment back", back(model.NodeShip), "", model.RefusedFollowed)
	refused(t, "the receipt back", back(model.NodeReceive), "", model.RefusedFollowed)
	for _, err := range []error{step(model.NodeShip, "2026-11-18"), accept(""), back(model.NodeReceive), back(model.NodeShip)} {
		if err != nil {
			t.Error(err)
		}
	}
}

// A list of orders needn't know when the goods went out, but its days have an
// order, too.
func TestTheDaysOfAListOfOrdersHaveAnOrder(t *testing.T) {
	_, p, _ := importFile(t, csvFile(t, "订单号,客户,订单金额,下单日期,发货,签收,验收日期",
		"D1,恒基板材,100,2026-11-01,,2026-11-10,", "D2,恒基板材,100,2026-11-01,2026-11-12,2026-11-10,",
		"D3,恒基板材,100,2026-11-01,2026-11-05,2026-11-10,2026-11-08", "D4,恒基板材,100,2026-11-01,2026-11-05,2026-11-10,2026-11-10"), ImportOptions{})
	var got []string
	for _, r := range p.Rows {
		if r.Record == model.RowOfOrder {
			got = append(got, string(r.Result))
		}
	}
	if want := "new refused refused new"; strings.Join(got, " ") != want {
		t.Errorf("%v, want %s", got, want)
	}
}
