package store

import (
	"context"
	"errors"
	"fmt"
	"strings"
	"testing"

	"genjin/model"
)

const orderToday model.Date = "2026-11-24"

// mustOrder adds an order of one line for a customer.
func mustOrder(t *testing.T, s *Store, o model.Order, lines []model.OrderLine, steps ...model.NodeStep) model.Order {
	t.Helper()
	o, err := s.AddOrder(context.Background(), o, lines, steps...)
	if err != nil {
		t.Fatal(err)
	}
	return o
}

// boards are three boards at 128.50, less 10.
func boards() []model.OrderLine {
	return []model.OrderLine{{Name: "柜门板", Unit: "张", Quantity: 3000, UnitPrice: 12850, Discount: 1000}}
}

// debtsText is the receivables of an order in short.
func debtsText(t *testing.T, s *Store, order int64) string {
	t.Helper()
	list, err := s.debtsOf(context.Background(), order)
	if err != nil {
		t.Fatal(err)
	}
	var parts []string
	for _, r := range list {
		parts = append(parts, fmt.Sprintf("%d/%d %s %d due %q open %d", r.Instalment, r.Instalments, r.Kind, r.Amount, r.DueOn, r.Open()))
	}
	return strings.Join(parts, "; ")
}

func refused(t *testing.T, what string, err error, field, code string) {
	t.Helper()
	var fe *model.FieldError
	if !errors.As(err, &fe) || fe.Code != code || fe.Field != field {
		t.Errorf("%s: %v, want %s at %q", what, err, code, field)
	}
}

func TestAnOrderGoesFromTheQuoteToThePayment(t *testing.T) {
	ctx := context.Background()
	s := open(t, orderToday)
	c := add(t, s, model.Customer{Name: "恒基板材", Stage: model.Negotiating, Grade: model.GradeB})
	o := mustOrder(t, s, model.Order{CustomerID: c.ID, PromisedOn: "2026-12-24", Terms: "30%定金+60%发货前+10%验收后30天"}, boards())
	if o.OrderNo != "20261124-01" || o.Total != 37550 || o.Status != model.OrderQuote || o.NextNode != model.NodeConfirm ||
		o.QuotedOn != orderToday {
		t.Fatalf("quote %+v", o)
	}
	step := func(node model.Node, on model.Date) model.Order {
		t.Helper()
		at(s, on)
		o, err := s.StepNode(ctx, o.ID, model.NodeStep{Node: node, Reason: "老客户"})
		if err != nil {
			t.Fatalf("%s: %v", node, err)
		}
		return o
	}
	if o = step(model.NodeConfirm, "2026-11-25"); o.Status != model.OrderConfirmed || o.Billed != 37550 || o.NextNode != model.NodePrepare {
		t.Fatalf("confirmed %+v", o)
	}
	if got := debtsText(t, s,
		o.ID); got != `1/3 deposit 11265 due "2026-11-25" open 11265; 2/3 progress 22530 due "2026-12-22" open 22530`+
		`; 3/3 balance 3755 due "" open 3755` {
		t.Error(got)
	}
	if k, _ := s.Customer(ctx, c.ID); k.Stage != model.Won || k.CareFrom != "" {
		t.Errorf("the customer is %s", k.Stage)
	}
	if o = step(model.NodeShip, "2026-12-20"); o.NextNode != model.NodeReceive || !o.InTransit() {
		t.Errorf("shipped %+v", o)
	}
	if got := debtsText(t, s, o.ID); !strings.Contains(got, `2/3 progress 22530 due "2026-12-20"`) {
		t.Error(got)
	}
	if o = step(model.NodeReceive, "2026-12-23"); o.Status != model.OrderDelivered {
		t.Errorf("received %+v", o)
	}
	if k, _ := s.Customer(ctx, c.ID); k.CareFrom != "2026-12-23" {
		t.Errorf("care from %q", k.CareFrom)
	}
	o.AcceptedOn = "2026-12-23"
	if o, err := s.SaveOrder(ctx, o); err != nil || !strings.Contains(debtsText(t, s, o.ID), `3/3 balance 3755 due "2027-01-22"`) {
		t.Error(debtsText(t, s, o.ID), err)
	}
	step(model.NodeReconcile, "2026-12-28")
	at(s, "2026-12-30")
	o, err := s.StepNode(ctx, o.ID, model.NodeStep{Node: model.NodeInvoice, InvoiceNo: "FP0101"})
	if err != nil || o.Status != model.OrderDelivered {
		t.Fatalf("invoiced %+v, %v", o, err)
	}
	if _, err := s.Pay(ctx, model.Payment{CustomerID: c.ID, Amount: 37550}, nil); err != nil {
		t.Fatal(err)
	}
	d, err := s.OrderOf(ctx, o.ID)
	if err != nil || d.Status != model.OrderClosed || d.ClosedOn != "2026-12-30" || d.Collected != 37550 || d.Outstanding != 0 ||
		d.Receivables[2].InvoiceNo != "FP0101" {
		t.Errorf("closed %+v, %v", d.Order, err)
	}
	at(s, "2026-12-22")
	if d, err := s.OrderOf(ctx, o.ID); err != nil || d.Status != model.OrderConfirmed || d.Collected != 0 ||
		d.NextNode != model.NodeReceive || d.Outstanding != 37550 {
		t.Errorf("as of an earlier day %+v, %v", d.Order, err)
	}
	at(s, "2026-12-30")
	for range 8 {
		if _, err := s.Undo(ctx); err != nil {
			t.Fatal(err)
		}
	}
	if n := column(t, s, "SELECT count(*) FROM receivable")[0]; n != "0" {
		t.Errorf("%s receivables are left", n)
	}
	if k, _ := s.Customer(ctx, c.ID); k != c {
		t.Errorf("the card is %+v, want %+v", k, c)
	}
}

func TestAnImportedOrderThatWentOnStaysWhenTheImportIsTakenBack(t *testing.T) {
	ctx := context.Background()
	s := open(t, orderToday)
	c := add(t, s, model.Customer{Name: "恒基板材"})
	var batch model.Batch
	var ids []int64
	err := s.change(ctx, model.ActImport, "", func(w *write) error {
		for range 2 {
			o := model.Order{CustomerID: c.ID, PromisedOn: "2026-12-24"}
			if err := w.addOrder(ctx, &o, boards(), nil); err != nil {
				return err
			}
			ids = append(ids, o.ID)
		}
		return batches.insert(ctx, w, &batch)
	})
	if err != nil {
		t.Fatal(err)
	}
	if _, err := s.StepNode(ctx, ids[0], model.NodeStep{Node: model.NodeConfirm}); err != nil {
		t.Fatal(err)
	}
	r, err := s.UndoBatch(ctx, batch.ID)
	if err != nil || r.Kept == 0 {
		t.Fatalf("%+v, %v", r, err)
	}
	if got := strings.Join(column(t, s, "SELECT id FROM customer_order"), " "); got != fmt.Sprint(ids[0]) {
		t.Errorf("orders %s are left", got)
	}
	for what, query := range wrong {
		if left := column(t, s, query); len(left) > 0 {
			t.Errorf("%s: %v", what, left)
		}
	}
}
