package store

import (
	"context"
	"testing"

	"genjin/model"
)

func TestAnOrderAndItsLinesAreEditedAsOneAct(t *testing.T) {
	ctx := context.Background()
	s := open(t, orderToday)
	c := add(t, s, model.Customer{Name: "恒基板材"})
	o := mustOrder(t, s, model.Order{CustomerID: c.ID}, boards())
	o.PromisedOn = "2026-12-24"
	lines, err := s.OrderLines(ctx, o.ID)
	if err != nil {
		t.Fatal(err)
	}
	lines[0].Quantity = 1000
	lines = append(lines, model.OrderLine{Name: "安装费", Quantity: 1000, UnitPrice: 5000})
	if o, err = s.SaveOrderLines(ctx, o, lines); err != nil || o.Total != 12850-1000+5000 || o.PromisedOn != "2026-12-24" {
		t.Fatalf("%+v, %v", o, err)
	}
	if _, err := s.Undo(ctx); err != nil {
		t.Fatal(err)
	}
	if d, err := s.OrderOf(ctx, o.ID); err != nil || d.Total != 37550 || d.PromisedOn != "" || len(d.LineList) != 1 {
		t.Errorf("after undo %+v, %v", d, err)
	}
	if o, err = s.StepNode(ctx, o.ID, model.NodeStep{Node: model.NodeConfirm}); err != nil {
		t.Fatal(err)
	}
	_, err = s.SaveOrderLines(ctx, o, lines[:1])
	refused(t, "the lines of a confirmed order", err, "", model.RefusedConfirmed)
}

func TestPressingOrdersAreLateOrHaveAStepToday(t *testing.T) {
	ctx := context.Background()
	s := open(t, orderToday)
	c := add(t, s, model.Customer{Name: "恒基板材"})
	later := mustOrder(t, s, model.Order{CustomerID: c.ID, PromisedOn: "2027-03-01"}, boards())
	today := mustOrder(t, s, model.Order{CustomerID: c.ID, PromisedOn: "2026-11-26"}, boards())
	late := mustOrder(t, s, model.Order{CustomerID: c.ID, OrderedOn: "2026-11-01", PromisedOn: "2026-11-20"}, boards())
	gone := mustOrder(t, s, model.Order{CustomerID: c.ID, OrderedOn: "2026-11-01", PromisedOn: "2026-11-20"}, boards())
	if _, err := s.ChangeOrder(ctx, model.ChangeRequest{OrderID: gone.ID, Kind: model.ChangeCancel,
		Deposit: model.DepositAdvance, Reason: "不做了"}); err != nil {
		t.Fatal(err)
	}
	ids, err := s.OrderList().IDs(ctx, model.Query{Preset: "pressing"})
	if err != nil || len(ids) != 2 || ids[0] != late.ID || ids[1] != today.ID {
		t.Errorf("%v, %v: want %d and %d, not %d", ids, err, late.ID, today.ID, later.ID)
	}
}
