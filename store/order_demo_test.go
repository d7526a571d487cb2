package store

import (
	"context"
	"testing"

	"genjin/model"
)

func TestTheOrdersOfASampleAreAsTheRulesWouldHaveThem(t *testing.T) {
	ctx := context.Background()
	a, b := open(t, demoDay), open(t, demoDay)
	for _, s := range []*Store{a, b} {
		if err := s.FillDemo(ctx, model.DemoSize{Customers: 300}, 9, nil); err != nil {
			t.Fatal(err)
		}
	}
	sameTables(t, "the same seed and day", tableNames(t, a), tableNames(t, b))
	for what, query := range wrong {
		if ids := column(t, a, query); len(ids) > 0 {
			t.Errorf("%s: %v", what, ids)
		}
	}
	sums, err := orderSums(a, model.Query{})
	if err != nil {
		t.Fatal(err)
	}
	seen := map[model.OrderStatus]int{}
	for _, o := range sums {
		seen[o.Status] += o.Count
	}
	for _, status := range model.OrderStatuses {
		if seen[status] == 0 && status != model.OrderCancelled {
			t.Errorf("no order is %s: %v", status, seen)
		}
	}
	// Working everything out anew changes nothing.
	before := tableNames(t, a)
	err = a.change(ctx, model.ActImport, "", func(w *write) error {
		ids, err := a.ids(ctx, "SELECT id FROM customer_order")
		if err != nil {
			return err
		}
		for _, id := range ids {
			if err := w.recountOrder(ctx, id); err != nil {
				return err
			}
		}
		for _, text := range column(t, a, "SELECT id FROM customer") {
			w.ordered[idOf(t, text)] = true
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	sameTables(t, "worked out anew", tableNames(t, a), before)
}

func idOf(t *testing.T, text string) (id int64) {
	t.Helper()
	for _, r := range text {
		id = id*10 + int64(r-'0')
	}
	return id
}
