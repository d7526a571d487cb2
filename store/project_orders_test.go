package store

import (
	"context"
	"testing"

	"genjin/model"
)

// TestOrdersShipmentsAndPaymentsTakeAProjectToItsEnd: stages 9 to 13 fill
// themselves (rule 2.7), and undo takes each step back.
func TestOrdersShipmentsAndPaymentsTakeAProjectToItsEnd(t *testing.T) {
	s := open(t, "2026-11-23")
	ctx := context.Background()
	takeForm(t, s, progressSample, model.ImportOptions{})
	p := finish(t, s, theProject(t, s), 9)
	var order model.Order
	step := func(st model.NodeStep) func() error {
		return func() error {
			_, err := s.StepNode(ctx, order.ID, st)
			return err
		}
	}
	pay := func(amount int64) func() error {
		return func() error {
			_, err := s.Pay(ctx, model.Payment{CustomerID: p.CustomerID, Amount: amount, Currency: "CNY"}, nil)
			return err
		}
	}
	const done = 0 // no stage is left
	for _, one := range []struct {
		name  string
		do    func() error
		stage int64
	}{
		{"ordered", func() (err error) {
			order, err = s.AddOrder(ctx, model.Order{OrderNo: "PO-1", CustomerID: p.CustomerID, ProjectID: p.ID, OrderedOn: "2026-11-01",
				Terms: "30%定金+70%货到30天"},
				[]model.OrderLine{{Name: "终端", Quantity: 1000, UnitPrice: 10000}})
			return err
		}, 10},
		{"confirmed", step(model.NodeStep{Node: model.NodeConfirm, On: "2026-11-02"}), 11}, // the form has no shipping
		{"shipped", step(model.NodeStep{Node: model.NodeShip, On: "2026-11-10", Reason: "老客户"}), 11},
		{"received", step(model.NodeStep{Node: model.NodeReceive, On: "2026-11-15"}), 11},
		{"reconciled", step(model.NodeStep{Node: model.NodeReconcile, On: "2026-11-16"}), 11},
		{"invoiced", step(model.NodeStep{Node: model.NodeInvoice, On: "2026-11-17"}), 12},
		{"paid in part", pay(3000), 12},
		{"paid", pay(7000), done},
	} {
		before := reload(t, s, p.ID)
		if err := one.do(); err != nil {
			t.Fatalf("%s: %v", one.name, err)
		}
		if got := reload(t, s, p.ID); got.Stage != one.stage {
			t.Errorf("%s: at stage %d, want %d", one.name, got.Stage, one.stage)
		}
		if _, err := s.Undo(ctx); err != nil {
			t.Fatal(err)
		}
		if got := reload(t, s, p.ID); got.Stage != before.Stage || got.State != before.State {
			t.Errorf("%s and undone: at stage %d, before %d", one.name, got.Stage, before.Stage)
		}
		if _, err := s.Redo(ctx); err != nil {
			t.Fatal(err)
		}
	}
	if got := reload(t, s, p.ID); got.State != model.ProjectDone {
		t.Errorf("it is %s", got.State)
	}
}
