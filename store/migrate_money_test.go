package store

import (
	"context"
	"database/sql"
	"path/filepath"
	"testing"

	"genjin/model"
)

// A file of the version that first had money says the same of it now: what is
// owed, what was paid, and what came in and is settled by nothing.
func TestMoneyOfAnOlderFileStays(t *testing.T) {
	ctx := context.Background()
	path := filepath.Join(t.TempDir(), "genjin.db")
	db, err := sql.Open("sqlite", "file:"+path+"?_pragma=foreign_keys(1)")
	if err != nil {
		t.Fatal(err)
	}
	defer db.Close()
	upTo(t, db, 7)
	blank(t, db, "customer", map[string]string{"id": "1", "name": "'恒基板材'"})
	blank(t, db, "receivable", map[string]string{"id": "1", "customer_id": "1", "kind": "'goods'", "invoice_no": "'F1'",
		"sale_on": "'2026-08-01'", "due_on": "'2026-09-30'", "currency": "'CNY'", "amount": "100000", "paid": "30000", "settled": "45000",
		"written_off": "15000", "written_off_on": "'2026-10-20'", "written_off_reason": "'折让'"})
	blank(t, db, "receivable", map[string]string{"id": "2", "customer_id": "1", "kind": "'goods'", "invoice_no": "'F2'",
		"sale_on": "'2026-11-01'", "due_on": "'2026-12-31'", "currency": "'USD'", "amount": "5000"})
	blank(t, db, "payment", map[string]string{"id": "1", "customer_id": "1", "received_on": "'2026-10-10'", "currency": "'CNY'",
		"amount": "50000", "allocated": "30000", "method": "'transfer'"})
	blank(t, db, "allocation", map[string]string{"payment_id": "1", "receivable_id": "1", "customer_id": "1", "amount": "30000",
		"allocated_on": "'2026-10-10'"})
	if err := db.Close(); err != nil {
		t.Fatal(err)
	}
	s, err := Open(ctx, path, AsOf("2026-11-24"))
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	for currency, want := range map[string]int64{"CNY": 35_000, "USD": 5_000} {
		all, err := s.Statement(ctx, 1, "2026-01-01", "2026-11-24")
		if err != nil {
			t.Fatal(err)
		}
		for _, st := range all {
			if st.Currency == currency && st.Closing != want {
				t.Errorf("the statement ends with %d %s, want %d", st.Closing, currency, want)
			}
		}
		if len(all) != 2 {
			t.Errorf("%d statements", len(all))
		}
	}
	aging, err := s.Aging(ctx, model.AgingByCustomer)
	if err != nil || len(aging.Lines) != 2 {
		t.Fatalf("aging %+v, %v", aging.Lines, err)
	}
	if yuan, dollars := aging.Lines[0], aging.Lines[1]; yuan.Total != 55_000 || yuan.Overdue() != 55_000 || dollars.Total != 5_000 {
		t.Errorf("aging %+v", aging.Lines)
	}
	if p, err := s.Payment(ctx, 1); err != nil || p.Advance() != 20_000 {
		t.Errorf("of the payment %d is left, %v", p.Advance(), err)
	}
	if sums, err := paymentSums(s, model.Query{}); err != nil || len(sums) != 1 || sums[0].Advance != 20_000 {
		t.Errorf("the list's payments come to %+v, %v", sums, err)
	}
	if err := s.Unallocate(ctx, 1); err != nil {
		t.Fatal(err)
	}
	if r, err := s.Receivable(ctx, 1); err != nil || r.Open() != 85_000 {
		t.Errorf("without the payment %d is open, %v", r.Open(), err)
	}
}
