package store

import (
	"context"
	"testing"

	"genjin/model"
)

// What was paid on a receivable that is removed is the customer's advance again;
// undo settles it again.
func TestAPaidReceivableIsRemoved(t *testing.T) {
	ctx := context.Background()
	s := open(t, "2026-11-24")
	c := add(t, s, model.Customer{Name: "恒基板材"})
	r, err := s.AddReceivable(ctx, model.Receivable{CustomerID: c.ID, InvoiceNo: "FP1", Amount: 100000, SaleOn: "2026-11-01",
		DueOn: "2026-11-10"})
	if err != nil {
		t.Fatal(err)
	}
	p, err := s.Pay(ctx, model.Payment{CustomerID: c.ID, Amount: 40000, ReceivedOn: "2026-11-05"}, nil)
	if err != nil || p.Advance() != 0 {
		t.Fatalf("%+v, %v", p, err)
	}
	if _, err := s.CreditNote(ctx, model.Credit{ReceivableID: r.ID, Amount: 500, CreditedOn: "2026-11-06", Reason: "抹零"}); err != nil {
		t.Fatal(err)
	}
	before := tableNames(t, s)
	if err := s.RemoveReceivable(ctx, r.ID); err != nil {
		t.Fatal(err)
	}
	list, err := s.PaymentsByID(ctx, []int64{p.ID})
	if err != nil || len(list) != 1 || list[0].Advance() != 40000 || list[0].Allocated != 0 || len(list[0].Shares) != 0 {
		t.Errorf("%+v, %v", list, err)
	}
	if n := len(ids(t, s, "SELECT id FROM receivable UNION ALL SELECT id FROM credit UNION ALL SELECT id FROM allocation")); n != 0 {
		t.Errorf("%d records are left of it", n)
	}
	if _, err := s.Undo(ctx); err != nil || tableNames(t, s) != before {
		t.Errorf("undo: %v", err)
	}
}
