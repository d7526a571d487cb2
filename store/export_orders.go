package store

import (
	"context"
	"io"

	"genjin/model"
	"genjin/model/label"

	"genjin/store/files"
)

// ordersWriter writes orders as a list, in the order of the ids: the columns that
// a person chose or, as it is read back, a row a line. It counts orders.
func (s *Store) ordersWriter(ctx context.Context, e model.Export, lang label.Lang, format string) (int, func(io.Writer) error, error) {
	if format == "json" || len(e.Columns) > 0 {
		return listWriter(ctx, s, s.OrderList(), label.Orders, e, lang, format)
	}
	k := files.Orders{Lang: lang}
	var err error
	if k.All, err = inParts(ctx, e.IDs, func(ctx context.Context, ids []int64) ([]model.OrderOf, error) {
		return s.OrderList().Rows(ctx, ids, true)
	}); err != nil {
		return 0, nil, err
	}
	k.Phones, err = s.apart(ctx)
	return len(k.All), gridWriter(k.Grid(), format), err
}

// linesOf are the lines of orders as they are kept, each order's in their order.
func (s *Store) linesOf(ctx context.Context, orders []int64) (map[int64][]model.OrderLine, error) {
	list, err := orderLines.query(ctx, s.db, "WHERE order_id IN (SELECT value FROM json_each(?)) ORDER BY order_id, seq, id", jsonList(orders))
	of := map[int64][]model.OrderLine{}
	for _, l := range list {
		of[l.OrderID] = append(of[l.OrderID], l)
	}
	return of, err
}

// changesOf are the changes of orders by the as-of day, each order's the oldest
// first.
func (s *Store) changesOf(ctx context.Context, orders []int64) (map[int64][]model.OrderChange, error) {
	list, err := orderChanges.query(ctx, s.db, `WHERE order_id IN (SELECT value FROM json_each(?))
		AND changed_on <= ? ORDER BY order_id, changed_on, id`, jsonList(orders), s.today())
	of := map[int64][]model.OrderChange{}
	for _, c := range list {
		of[c.OrderID] = append(of[c.OrderID], c)
	}
	return of, err
}

// orderDocument writes the confirmation of an order, or its delivery note, to be
// printed.
func (s *Store) orderDocument(ctx context.Context, e model.Export, lang label.Lang, format string) (int, func(io.Writer) error, error) {
	if len(e.IDs) != 1 {
		return 0, nil, model.ErrNotFound
	}
	d := files.OrderDocument{Kind: e.Kind, Lang: lang}
	var err error
	if d.Order, err = s.OrderOf(ctx, e.IDs[0]); err != nil {
		return 0, nil, err
	}
	if e.Shipment != 0 {
		if d.Order, err = d.Order.Only(e.Shipment); err != nil {
			return 0, nil, err
		}
	}
	if d.Customer, err = s.Customer(ctx, d.Order.CustomerID); err != nil {
		return 0, nil, err
	}
	if d.Settings, err = s.Settings(ctx); err != nil {
		return 0, nil, err
	}
	if format == "xlsx" {
		return 1, d.WriteWorkbook, nil
	}
	return 1, d.WriteHTML, nil
}
