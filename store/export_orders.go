package store

import (
	"context"
	"io"

	"genjin/model"
	"genjin/model/label"
	"genjin/store/exchange"
)

// ordersWriter writes orders as a list, a row a line, in the order of the ids;
// it counts orders.
func (s *Store) ordersWriter(ctx context.Context, ids []int64, lang label.Lang, format string) (int, func(io.Writer) error, error) {
	k := exchange.Orders{Lang: lang, Lines: map[int64][]model.OrderLine{}}
	var err error
	if k.All, err = inParts(ctx, ids, s.OrdersByID); err != nil {
		return 0, nil, err
	}
	if k.Phones, err = s.apart(ctx); err != nil {
		return 0, nil, err
	}
	lines, err := inParts(ctx, ids, s.LinesOf)
	if err != nil {
		return 0, nil, err
	}
	for _, l := range lines {
		k.Lines[l.OrderID] = append(k.Lines[l.OrderID], l)
	}
	if format == "json" {
		return len(k.All), k.WriteJSON, nil
	}
	return len(k.All), gridWriter(k.Grid(), format), nil
}

// LinesOf are the lines of orders by the orders' ids, each order's in their
// order.
func (s *Store) LinesOf(ctx context.Context, orders []int64) ([]model.OrderLine, error) {
	return orderLines.query(ctx, s.db, "WHERE order_id IN (SELECT value FROM json_each(?)) ORDER BY order_id, seq, id", jsonList(orders))
}

// orderDocument writes the confirmation of an order, or its delivery note, to be
// printed.
func (s *Store) orderDocument(ctx context.Context, e model.Export, lang label.Lang, format string) (int, func(io.Writer) error, error) {
	if len(e.IDs) != 1 {
		return 0, nil, model.ErrNotFound
	}
	d := exchange.OrderDocument{Kind: e.Kind, Lang: lang}
	var err error
	if d.Order, err = s.OrderOf(ctx, e.IDs[0]); err != nil {
		return 0, nil, err
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

// ExportDelivery writes the report on deliveries of a period by the path's
// extension: xlsx, csv, md or html. The export is logged.
func (s *Store) ExportDelivery(
	ctx context.Context, path string, from, to model.Date, sum model.OnTime, lines []model.OnTime, lang string,
) error {
	g := exchange.Deliveries{Sum: sum, Lines: lines, From: from, To: to, Lang: spoken(lang)}.Grid()
	return s.exportReport(ctx, path, len(lines), gridFormats, func(format string) func(io.Writer) error { return gridWriter(g, format) })
}
