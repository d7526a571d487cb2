package store

import (
	"context"

	"genjin/model"
)

// leftOrders is what the customers of a file have of orders that went to another
// one: it is joined with them when everybody is there.
type leftOrders struct {
	orders  map[int64]int64 // the ids of this file by those of the other
	debts   map[int64]int64 // receivables here, with their orders there
	changes []leftChange
}

// leftChange is a transfer, with the id that it keeps.
type leftChange struct {
	change model.OrderChange
	id     int64
}

// take notes the orders of a customer, by their ids here, and puts aside the
// transfers by which others left; it returns the other changes.
func (l *leftOrders) take(list []model.OrderChange, customer int64, now map[int64]int64, keep func(int64) int64) (own []model.OrderChange) {
	if l.orders == nil {
		l.orders, l.debts = map[int64]int64{}, map[int64]int64{}
	}
	for old, id := range now {
		l.orders[old] = id
	}
	for _, c := range list {
		if now[c.OrderID] != 0 {
			own = append(own, c)
			continue
		}
		id := keep(c.ID)
		c.CustomerID = customer
		l.changes = append(l.changes, leftChange{c, id})
	}
	return own
}

// owe notes receivables, by their ids here, of orders that are another
// customer's.
func (l *leftOrders) owe(list []model.Receivable, now, own map[int64]int64) {
	for _, r := range list {
		if r.OrderID != 0 && own[r.OrderID] == 0 && l.debts != nil {
			l.debts[now[r.ID]] = r.OrderID
		}
	}
}

// joinLeft joins what customers have of orders that went to another one with
// them; without that customer in the file, the receivables stand alone.
func (w *write) joinLeft(ctx context.Context) error {
	again := map[int64]bool{}
	for id, old := range w.left.debts {
		order := w.left.orders[old]
		if order == 0 {
			continue
		}
		r, err := receivables.byID(ctx, w.tx, id)
		if err != nil {
			return err
		}
		r.OrderID, again[order] = order, true
		if _, err := receivables.update(ctx, w, &r); err != nil {
			return err
		}
	}
	for _, c := range w.left.changes {
		order := w.left.orders[c.change.OrderID]
		if order == 0 {
			continue
		}
		err := insertList(ctx, w, orderChanges, []model.OrderChange{c.change}, func(int64) int64 { return c.id }, nil,
			c.change.CustomerID, map[string]map[int64]int64{orders.name: {c.change.OrderID: order}})
		if err != nil {
			return err
		}
	}
	for order := range again {
		if err := w.recountOrder(ctx, order); err != nil {
			return err
		}
	}
	w.left = leftOrders{}
	return nil
}
