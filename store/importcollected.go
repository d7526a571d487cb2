package store

import (
	"context"
	"slices"

	"genjin/model"
)

// collected lists the payments that an order of the file implies by what it
// collected: one that is the customer's advance is that payment, the rest is
// worked out.
func (p *plan) collected(ctx context.Context, t *target, planned *plannedOrder, base model.PreviewRow) ([]model.PreviewRow, error) {
	o := &planned.order
	sum := o.Collected
	if planned.from.PaidUp {
		sum = planned.total
	}
	if sum == 0 {
		return nil, nil
	}
	if err := p.readBooks(ctx, t); err != nil {
		return nil, err
	}
	b := t.books
	whose := []*target{t}
	for _, c := range planned.changes {
		if c.from != nil && !slices.Contains(whose, c.from) {
			whose = append(whose, c.from)
		}
	}
	for _, one := range whose {
		if err := p.readBooks(ctx, one); err != nil {
			return nil, err
		}
		for _, at := range one.books.statedOf(o) {
			r := one.books.asKept(at)
			sum -= r.Paid
		}
	}
	base.Record, base.Entry, base.Order, base.Changes, base.Inferred = model.RowOfPayment, -1, nil, nil, ""
	var rows []model.PreviewRow
	add := func(pay model.Payment, part int64, result model.Result, inferred model.List) {
		row := base
		row.Result, row.Inferred = result, inferred
		row.Money = &model.MoneyNote{Name: pay.ReceiptNo, Amount: pay.Amount, Currency: o.Currency, PaidOn: pay.ReceivedOn}
		if part > 0 {
			row.Money.Shares = []model.NamedShare{{Name: o.OrderNo, Amount: part}}
		}
		row.Money.Advance = pay.Amount - part
		rows = append(rows, row)
	}
	for i := range b.paid {
		k := &b.paid[i]
		if part := min(k.Advance()-b.used[k.ID], sum); part > 0 && !k.Implied && k.Currency == o.Currency {
			b.used[k.ID], sum = b.used[k.ID]+part, sum-part
			planned.advances = append(planned.advances, model.Share{ReceivableID: k.ID, Amount: part})
			add(*k, part, model.ResultUnchanged, "")
			rows[len(rows)-1].Money.Advance = 0
		}
	}
	if sum > 0 {
		planned.implied = sum
		add(model.Payment{Amount: sum, ReceivedOn: o.ClosedOn}, min(sum, planned.total), model.ResultNew, "received_on")
	}
	return rows, nil
}

// importCollected records what a file says was paid on an order.
func (w *write) importCollected(ctx context.Context, h *inHand, planned *plannedOrder) error {
	if err := w.linked(ctx, h, planned); err != nil {
		return err
	}
	owed := func() ([]model.Receivable, error) {
		return receivables.query(ctx, w.tx, "WHERE order_id = ? AND order_id <> 0 ORDER BY id", h.order.ID)
	}
	for _, s := range planned.advances {
		pay, err := payments.byID(ctx, w.tx, s.ReceivableID)
		if err != nil {
			return err
		}
		open, err := owed()
		if err != nil {
			return err
		}
		shares, _ := model.SuggestShares(s.Amount, pay.Currency, open)
		if _, err := w.allocate(ctx, &pay, shares, pay.ReceivedOn); err != nil {
			return err
		}
	}
	if planned.implied == 0 {
		return nil
	}
	open, err := owed()
	if err != nil {
		return err
	}
	shares, _ := model.SuggestShares(planned.implied, h.order.Currency, open)
	if shares == nil {
		shares = []model.Share{}
	}
	pay := model.Payment{
		CustomerID: h.order.CustomerID, Amount: planned.implied, Currency: h.order.Currency, ReceivedOn: planned.order.ClosedOn,
		Remark: h.order.OrderNo, Implied: true,
	}
	_, err = w.pay(ctx, pay, shares)
	return err
}
