package store

import (
	"context"
	"errors"
	"fmt"

	"genjin/model"
)

var products = newTable("product", model.ProductFields)

// AddProduct keeps a new product or sample; its code is its own.
func (s *Store) AddProduct(ctx context.Context, p model.Product) (model.Product, error) {
	err := s.change(ctx, model.ActProduct, p.Code, func(w *write) error { return w.addProduct(ctx, &p) })
	return p, err
}

func (w *write) addProduct(ctx context.Context, p *model.Product) error {
	if err := w.checkProduct(ctx, p); err != nil {
		return err
	}
	return products.insert(ctx, w, p)
}

func (w *write) checkProduct(ctx context.Context, p *model.Product) error {
	p.Complete(w.settings)
	if err := p.Check(); err != nil {
		return err
	}
	return w.unused(ctx, products.name, "code", p.Code, p.ID)
}

// unused refuses a number that another record of the table has.
func (w *write) unused(ctx context.Context, table, column, text string, id int64) error {
	var taken bool
	row := w.tx.QueryRowContext(ctx, fmt.Sprintf("SELECT EXISTS (SELECT 1 FROM %s WHERE %s = ? AND id <> ?)", table, column), text, id)
	if err := row.Scan(&taken); err != nil {
		return err
	}
	if taken {
		return model.At(column, model.Refuse(model.RefusedTaken, text))
	}
	return nil
}

// SaveProduct keeps an edited product; the lines of orders stay as they are.
func (s *Store) SaveProduct(ctx context.Context, p model.Product) (model.Product, error) {
	err := s.change(ctx, model.ActProduct, p.Code, func(w *write) error { return w.saveProduct(ctx, &p) })
	return p, err
}

func (w *write) saveProduct(ctx context.Context, p *model.Product) error {
	if err := w.checkProduct(ctx, p); err != nil {
		return err
	}
	_, err := products.update(ctx, w, p)
	return err
}

// RemoveProduct takes a product off the list; the lines that name it keep what
// they say.
func (s *Store) RemoveProduct(ctx context.Context, id int64) error {
	return s.change(ctx, model.ActDropProduct, "", func(w *write) error { return products.remove(ctx, w, id) })
}

// Product reads one product.
func (s *Store) Product(ctx context.Context, id int64) (model.Product, error) {
	return products.byID(ctx, s.db, id)
}

// ProductByCode finds a product by its code, or answers model.ErrNotFound.
func (s *Store) ProductByCode(ctx context.Context, code string) (model.Product, error) {
	return productByCode(ctx, s.db, code)
}

func productByCode(ctx context.Context, q querier, code string) (model.Product, error) {
	found, err := products.query(ctx, q, "WHERE code = ?", code)
	if err == nil && len(found) == 0 {
		err = fmt.Errorf("product %s: %w", code, model.ErrNotFound)
	}
	if err != nil {
		return model.Product{}, err
	}
	return found[0], nil
}

var productSource = source[model.Product]{
	view: &model.ProductView, from: fromTable("product"),
	search: textIn("r.code", "r.name", "r.spec", "r.colour"),
	rows: func(ctx context.Context, s *Store, ids []int64, _ bool) ([]model.Product, error) {
		return products.query(ctx, s.db, "WHERE id IN (SELECT value FROM json_each(?))", jsonList(ids))
	},
}

// ProductList is the list of products.
func (s *Store) ProductList() model.Lister[model.Product] {
	return listing[model.Product]{&productSource, s}
}

// inOrder brings records into the order of ids.
func inOrder[T any](ids []int64, list []T, id func(*T) int64) []T {
	place := make(map[int64]int, len(list))
	for i := range list {
		place[id(&list[i])] = i
	}
	ordered := make([]T, 0, len(list))
	for _, want := range ids {
		if i, ok := place[want]; ok {
			ordered = append(ordered, list[i])
		}
	}
	return ordered
}

// SuggestLine is a line of a product for a customer in an order's currency: the
// customer's own price and colour go before the product's. A code that no
// product has makes a line of free text.
func (s *Store) SuggestLine(ctx context.Context, customer int64, code, currency string) (model.OrderLine, error) {
	l := model.OrderLine{Product: code, CustomerID: customer, Currency: currency, Quantity: 1000}
	err := fillLine(ctx, s.db, &l)
	if errors.Is(err, model.ErrNotFound) {
		return l, nil
	}
	return l, err
}

// fillLine takes from the product and the customer's own price what a line
// doesn't say itself.
func fillLine(ctx context.Context, q querier, l *model.OrderLine) error {
	p, err := productByCode(ctx, q, l.Product)
	if err != nil {
		return err
	}
	own, err := ownPrices.query(ctx, q, "WHERE customer_id = ?1 AND (product = ?2 OR (?3 <> '' AND product = ?3)) ORDER BY currency = ?4 "+
		"DESC, product = ?2 DESC, id DESC LIMIT 1",
		l.CustomerID, p.Code, p.Name, l.Currency)
	if err != nil {
		return err
	}
	own = append(own, model.CustomerPrice{})
	l.FillFrom(p, own[0])
	return nil
}

// ownPrices are the customers' own prices.
var ownPrices = newTable("customer_price", model.CustomerPriceFields)
