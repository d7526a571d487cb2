package store

import (
	"context"

	"genjin/model"
)

// readBooks reads the orders of customers with what belongs to them, as they
// are kept, whatever the as-of day. where is put before each table's order.
func readBooks(ctx context.Context, q querier, where string, args ...any) (map[int64]*model.OrderBook, error) {
	all := map[int64]*model.OrderBook{}
	of := func(id int64) *model.OrderBook {
		if all[id] == nil {
			all[id] = &model.OrderBook{}
		}
		return all[id]
	}
	err := firstError(
		func() error {
			return eachOf(ctx, q, orders, where, args, func(o model.Order) { b := of(o.CustomerID); b.Orders = append(b.Orders, o) })
		},
		func() error {
			return eachOf(ctx, q, orderLines, where, args, func(l model.OrderLine) { b := of(l.CustomerID); b.Lines = append(b.Lines, l) })
		},
		func() error {
			return eachOf(ctx, q, orderNodes, where, args, func(n model.OrderNode) { b := of(n.CustomerID); b.Nodes = append(b.Nodes, n) })
		},
		func() error {
			return eachOf(ctx, q, orderChanges, where, args, func(c model.OrderChange) { b := of(c.CustomerID); b.Changes = append(b.Changes, c) })
		},
	)
	return all, err
}

// clash is the refusal for orders of a whole record whose numbers other orders
// have; nil for none. An order and its receivables are taken together.
func (p *plan) clash(ctx context.Context, b *model.OrderBook) (refused, err error) {
	for n := range b.Orders {
		number := b.Orders[n].OrderNo
		there, err := orders.query(ctx, p.db, "WHERE order_no = ?", number)
		if err != nil {
			return nil, err
		}
		if len(there) > 0 || p.orderNos[number] {
			return &model.LedgerError{Record: model.RowOfOrder, Err: model.At("order_no", model.Refuse(model.RefusedTaken, number))}, nil
		}
		p.orderNos[number] = true
	}
	return nil, nil
}

// bookRows are the preview's rows of a whole record's orders.
func (p *plan) bookRows(b *model.OrderBook, row model.PreviewRow) {
	row.Record = model.RowOfOrder
	for n := range b.Orders {
		o := &b.Orders[n]
		row.Money = &model.MoneyNote{Name: o.OrderNo, Amount: o.Total, Currency: o.Currency, DueOn: o.PromisedOn, Balance: o.Outstanding}
		p.rows = append(p.rows, row)
	}
}

// addBook adds the orders of a customer with ids of this file, and notes them
// in ids by their ids in the file; the projects are there already.
func (w *write) addBook(ctx context.Context, t *target, ids map[string]map[int64]int64) error {
	now := map[int64]int64{0: 0}
	ids[orders.name] = now
	if t.book == nil {
		return nil
	}
	b, customer := t.book, t.id
	keep := func(id int64) int64 {
		if t.keepID {
			return id
		}
		return 0
	}
	return firstError(
		func() error { return insertList(ctx, w, orders, b.Orders, keep, now, customer, ids) },
		func() error { return insertList(ctx, w, orderLines, b.Lines, keep, nil, customer, ids) },
		func() error { return insertList(ctx, w, orderNodes, b.Nodes, keep, nil, customer, ids) },
		func() error {
			return insertList(ctx, w, orderChanges, w.left.take(b.Changes, customer, now, keep), keep, nil, customer, ids)
		},
	)
}

// addLooseProducts adds the products of a whole file whose codes aren't there.
func (w *write) addLooseProducts(ctx context.Context, list []model.Product, keepIDs bool) error {
	for _, p := range list {
		if _, err := productByCode(ctx, w.tx, p.Code); err == nil {
			continue
		} else if !isNotFound(err) {
			return err
		}
		keep := func(id int64) int64 {
			if keepIDs {
				return id
			}
			return 0
		}
		if err := insertList(ctx, w, products, []model.Product{p}, keep, nil, 0, nil); err != nil {
			return err
		}
	}
	return nil
}
