package store

import (
	"context"
	"maps"

	"pgregory.net/rapid"

	"genjin/model"
)

// wrongParts are the questions about shipments and invoices that must have no answer.
var wrongParts = map[string]string{
	"what has gone out": `SELECT id FROM customer_order o WHERE shipped <>
		(SELECT coalesce(sum(quantity), 0) FROM shipment s WHERE s.order_no = o.order_no)`,
	"what was billed": `SELECT id FROM customer_order o WHERE invoiced <>
		(SELECT coalesce(sum(amount), 0) FROM invoice i WHERE i.order_no = o.order_no)`,
	"what is on its way": `SELECT id FROM customer_order o WHERE (way_on <> '') <>
		EXISTS (SELECT 1 FROM shipment s WHERE s.order_no = o.order_no AND received_on = '')`,
	"a part elsewhere": `SELECT id FROM shipment s WHERE NOT EXISTS
		(SELECT 1 FROM customer_order o WHERE o.order_no = s.order_no AND o.customer_id = s.customer_id)`,
}

// allWrong are the questions about orders, money and parts.
var allWrong = func() map[string]string {
	all := maps.Clone(wrong)
	maps.Copy(all, wrongParts)
	return all
}()

// inParts ships or bills a part of an order, or takes one back.
func (b *book) inParts(ctx context.Context, order int64) error {
	record := rapid.SampledFrom([]string{model.RowOfShipment, model.RowOfInvoice}).Draw(b.t, "part")
	if id, some := b.pick("part", "SELECT id FROM "+record); some && rapid.IntRange(0, 3).Draw(b.t, "drop") == 0 {
		return b.s.RemoveItem(ctx, record, id)
	}
	o, err := b.s.Order(ctx, order)
	if err != nil {
		return err
	}
	it := model.Item{Record: record, Values: map[string]string{"order_no": o.OrderNo}}
	if record == model.RowOfInvoice {
		it.Values["invoiced_on"] = string(b.day("billed"))
		it.Values["amount"] = model.NumberText(rapid.Int64Range(0, 4000).Draw(b.t, "amount"))
	} else {
		it.Values["shipped_on"], it.Values["ship_reason"] = string(b.day("shipped")), "老客户"
		if rapid.Bool().Draw(b.t, "some") {
			it.Values["goods"] = "1 × 1"
		}
	}
	_, err = b.s.SaveItem(ctx, it)
	return err
}

// money uses an advance, has a payment come back, or takes what it settled off.
func (b *book) money(ctx context.Context) error {
	payment, some := b.pick("payment", "SELECT id FROM payment")
	share, shared := b.pick("share", "SELECT id FROM allocation WHERE reversed_on = ''")
	switch what := rapid.IntRange(0, 2).Draw(b.t, "money"); {
	case what == 0 && some:
		_, err := b.s.ReversePayment(ctx, payment, b.day("came back"), "退票")
		return err
	case what == 1 && shared:
		return b.s.Unallocate(ctx, share)
	}
	_, err := b.s.UseAdvance(ctx, rapid.SampledFrom(b.customers).Draw(b.t, "whose"), "CNY", nil)
	return err
}

// checkToday: what is open and past its day is on Today once, each receivable in one
// row, and what is paid in none. What somebody paid of today is done for the day.
func (b *book) checkToday() {
	ctx := context.Background()
	day, err := b.s.Day(ctx, 0)
	if err != nil {
		b.t.Fatal(err)
	}
	var sum int64
	met := map[int64]bool{}
	for _, row := range model.Queue(day.Facts) {
		if row.Kind != model.RowChase && row.Kind != model.RowBroken && row.Kind != model.RowReminder {
			continue
		}
		var parts int64
		for _, part := range row.Parts() {
			r, err := receivables.byID(ctx, b.s.db, part.Record)
			if err != nil || met[r.ID] || r.Open() <= 0 || r.Open() != part.Amount || r.Disputed {
				b.t.Fatalf("twice, or not open: %+v of %+v, %v", r, row, err)
			}
			met[r.ID], parts = true, parts+part.Amount
			if r.DueOn < moneyToday {
				sum += part.Amount
			}
		}
		if parts != row.Amount {
			b.t.Fatalf("the parts come to %d: %+v", parts, row)
		}
	}
	var want int64
	const query = `SELECT coalesce(sum(amount - settled), 0) FROM receivable
		WHERE due_on <> '' AND due_on < ?1 AND settled < amount AND disputed = 0 AND id NOT IN
			(SELECT record FROM handled WHERE kind IN ('chase', 'broken_promise', 'reminder') AND handled_on = ?1)`
	if err := b.s.db.QueryRowContext(ctx, query, moneyToday).Scan(&want); err != nil || sum != want {
		b.t.Fatalf("%d is on Today, %d is open and due, %v", sum, want, err)
	}
}
