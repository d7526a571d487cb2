package store

import (
	"context"

	"genjin/model"
	"genjin/model/sample"
)

// insertProducts writes the products of a sample.
func (w *write) insertProducts(ctx context.Context) error {
	for _, p := range sample.Products() {
		p.CreatedAt = demoInstant(w.today)
		p.UpdatedAt = p.CreatedAt
		if _, err := w.stmt(ctx, products.insertQ, products.values(&p)...); err != nil {
			return err
		}
	}
	return nil
}

// insertDeals writes the orders of a sample's customer and, as the rules keep
// it, how the customer orders.
func (w *write) insertDeals(ctx context.Context, customer int64, deals []sample.Deal) error {
	var bought []model.Placed
	for i := range deals {
		if err := w.insertDeal(ctx, customer, &deals[i]); err != nil {
			return err
		}
		if o := &deals[i].Order; o.Status.Binding() {
			bought = append(bought, model.Placed{On: o.OrderedOn, Currency: o.Currency, Total: o.Total})
		}
	}
	return w.insertHabit(ctx, customer, bought)
}

// insertDeal writes one order with its lines, nodes, receivables and payments.
func (w *write) insertDeal(ctx context.Context, customer int64, d *sample.Deal) error {
	o := &d.Order
	o.CustomerID, o.CreatedAt, o.UpdatedAt = customer, demoInstant(o.OrderedOn), demoInstant(o.MovedOn)
	id, err := insertRow(ctx, w, orders, o)
	if err != nil {
		return err
	}
	for i := range d.Lines {
		l := &d.Lines[i]
		l.OrderID, l.CustomerID, l.CreatedAt, l.UpdatedAt = id, customer, o.CreatedAt, o.CreatedAt
		if _, err := insertRow(ctx, w, orderLines, l); err != nil {
			return err
		}
	}
	for i := range d.Nodes {
		n := &d.Nodes[i]
		if n.PlannedOn == "" && n.DoneOn == "" {
			continue
		}
		n.OrderID, n.CustomerID, n.CreatedAt, n.UpdatedAt = id, customer, o.CreatedAt, demoInstant(max(o.OrderedOn, n.DoneOn))
		if _, err := insertRow(ctx, w, orderNodes, n); err != nil {
			return err
		}
	}
	for i := range d.Debts {
		if err := w.insertDebt(ctx, o, id, &d.Debts[i], d.PaidOn[i]); err != nil {
			return err
		}
	}
	return nil
}

// insertDebt writes a receivable of an order and, where it was paid, its payment.
func (w *write) insertDebt(ctx context.Context, o *model.Order, order int64, r *model.Receivable, paid model.Date) error {
	r.OrderID, r.CustomerID, r.CreatedAt, r.UpdatedAt = order, o.CustomerID, demoInstant(r.SaleOn), demoInstant(max(r.SaleOn, paid))
	id, err := insertRow(ctx, w, receivables, r)
	if err != nil || paid == "" {
		return err
	}
	p := model.Payment{CustomerID: o.CustomerID, ReceivedOn: paid, Currency: r.Currency, Amount: r.Amount, Method: "transfer",
		Verified: true, Allocated: r.Amount}
	p.CreatedAt, p.UpdatedAt = demoInstant(paid), demoInstant(paid)
	payment, err := insertRow(ctx, w, payments, &p)
	if err != nil {
		return err
	}
	a := model.Allocation{PaymentID: payment, ReceivableID: id, CustomerID: o.CustomerID, Amount: r.Amount, AllocatedOn: paid}
	a.CreatedAt, a.UpdatedAt = p.CreatedAt, p.UpdatedAt
	_, err = insertRow(ctx, w, allocations, &a)
	return err
}

// insertRow writes a record of a sample without the log, and returns its id.
func insertRow[T any](ctx context.Context, w *write, t *table[T], rec *T) (int64, error) {
	res, err := w.stmt(ctx, t.insertQ, t.values(rec)...)
	if err != nil {
		return 0, err
	}
	return res.LastInsertId()
}
