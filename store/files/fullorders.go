package files

import (
	"encoding/json"
	"errors"

	"genjin/model"
)

const recordChange = "order_change"

// bookJSON are the orders of a customer with what belongs to them, by kind.
func bookJSON(b *model.OrderBook) (names []string, values map[string]json.RawMessage) {
	values = map[string]json.RawMessage{}
	put := func(kind string, items []json.RawMessage) {
		if names = append(names, kind); items != nil {
			values[kind] = array(items)
		}
	}
	put(recordOrder, recordsJSON(model.OrderFields, b.Orders, func(o *model.Order) (model.Meta, string) { return o.Meta, o.Currency }))
	put(recordLine, recordsJSON(model.OrderLineFields, b.Lines, func(l *model.OrderLine) (model.Meta, string) { return l.Meta, l.Currency }))
	put(recordNode, recordsJSON(model.OrderNodeFields, b.Nodes, func(n *model.OrderNode) (model.Meta, string) { return n.Meta, "" }))
	put(recordChange, recordsJSON(model.OrderChangeFields, b.Changes, func(c *model.OrderChange) (model.Meta, string) {
		return c.Meta, c.Currency
	}))
	return names, values
}

// readOrders reads the orders of a customer. What they keep is worked out anew; a
// book that doesn't hold together is refused with a LedgerError.
func readOrders(obj map[string]json.RawMessage, customer int64, b *model.OrderBook, l *model.Ledger) error {
	var errs []error
	readRecords(obj, recordOrder, model.OrderFields, &b.Orders, &errs, func(o *model.Order, m model.Meta) {
		o.Meta, o.CustomerID = m, customer
	})
	readRecords(obj, recordLine, model.OrderLineFields, &b.Lines, &errs, func(l *model.OrderLine, m model.Meta) {
		l.Meta, l.CustomerID = m, customer
	})
	readRecords(obj, recordNode, model.OrderNodeFields, &b.Nodes, &errs, func(n *model.OrderNode, m model.Meta) {
		n.Meta, n.CustomerID = m, customer
	})
	readRecords(obj, recordChange, model.OrderChangeFields, &b.Changes, &errs, func(c *model.OrderChange, m model.Meta) {
		c.Meta, c.CustomerID = m, customer
	})
	if err := errors.Join(errs...); err != nil {
		return err
	}
	return b.Recount(l)
}

// productsJSON are the products of a file of all records.
func productsJSON(list []model.Product) []json.RawMessage {
	return recordsJSON(model.ProductFields, list, func(p *model.Product) (model.Meta, string) { return p.Meta, p.Currency })
}

// readProducts reads the products of a file of all records.
func readProducts(list []map[string]json.RawMessage) ([]model.Product, error) {
	var products []model.Product
	var errs []error
	for _, obj := range list {
		var p model.Product
		errs = append(errs, model.ReadJSON(model.ProductFields, &p, obj), p.Check())
		p.Meta = model.MetaOf(obj)
		products = append(products, p)
	}
	return products, errors.Join(errs...)
}
