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
	if err := w.insertParts(ctx, o, d.Lines); err != nil {
		return err
	}
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

// halves is how many orders of a sample go out in one for one that goes out in two.
const halves = 4

// insertParts writes how an order went out and was billed; some go out in two.
func (w *write) insertParts(ctx context.Context, o *model.Order, lines []model.OrderLine) error {
	out, bills := o.InOne(lines)
	half := make([]int64, len(lines))
	for i := range lines {
		half[i] = lines[i].Stays() / 2000 * 1000
	}
	if left := model.GoodsText(lines, half); len(out) == 1 && left != "" && o.CustomerID%halves == 0 {
		first, rest := out[0], make([]int64, len(lines))
		first.Goods, first.Quantity = left, 0
		for i := range lines {
			rest[i] = lines[i].Stays() - half[i]
			first.Quantity += half[i]
		}
		out[0].Goods, out[0].Quantity = model.GoodsText(lines, rest), out[0].Quantity-first.Quantity
		out = []model.Shipment{first, out[0]}
	}
	for i := range out {
		out[i].CreatedAt, out[i].UpdatedAt = demoInstant(out[i].ShippedOn), demoInstant(max(out[i].ShippedOn, out[i].ReceivedOn))
		if _, err := insertRow(ctx, w, shipments, &out[i]); err != nil {
			return err
		}
	}
	for i := range bills {
		bills[i].CreatedAt, bills[i].UpdatedAt = demoInstant(bills[i].InvoicedOn), demoInstant(bills[i].InvoicedOn)
		if _, err := insertRow(ctx, w, invoices, &bills[i]); err != nil {
			return err
		}
	}
	o.Parted(out, bills)
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
