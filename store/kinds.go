package store

import (
	"context"
	"fmt"

	"genjin/model"
)

// kind is a table whose records forms, files and commands treat like those of
// every other: as items, their values by field code.
type kind interface {
	items(ctx context.Context, q querier, where string, args ...any) ([]model.Item, error)
	save(ctx context.Context, w *write, it *model.Item) error
	drop(ctx context.Context, w *write, id int64) (model.Item, error)
	add(ctx context.Context, w *write, it *model.Item, id int64) error
}

// kinds are the tables that are kept as items: what belongs to a customer, see
// model.AttachedRecords, and what stands by itself.
var kinds = map[string]kind{
	"contact": attach("contact", model.ContactFields, func(r *model.Contact) (*model.Meta, *int64) { return &r.Meta, &r.CustomerID }),
	"visit_plan": attach("visit_plan", model.VisitPlanFields, func(r *model.VisitPlan) (*model.Meta, *int64) {
		return &r.Meta, &r.CustomerID
	}),
	"purchase": attach("purchase", model.PurchaseFields, func(r *model.Purchase) (*model.Meta, *int64) {
		return &r.Meta, &r.CustomerID
	}),
	"occasion": attach("occasion", model.OccasionFields, func(r *model.Occasion) (*model.Meta, *int64) {
		return &r.Meta, &r.CustomerID
	}),
	"customer_price": attach("customer_price", model.CustomerPriceFields, func(r *model.CustomerPrice) (*model.Meta, *int64) {
		return &r.Meta, &r.CustomerID
	}),
	"market_note": marketNotes,
	"company": attach("company", model.CompanyCardFields, func(r *model.CompanyCard) (*model.Meta, *int64) {
		return &r.Meta, &r.CustomerID
	}),
}

// keptTable is a record table seen through items.
type keptTable[T any] struct {
	*table[T]
	keys func(*T) (*model.Meta, *int64)
}

func attach[T any](name string, fields model.Fields[T], keys func(*T) (*model.Meta, *int64)) *keptTable[T] {
	meta := func(r *T) *model.Meta { m, _ := keys(r); return m }
	card := func(r *T) int64 { _, id := keys(r); return *id }
	return &keptTable[T]{table: newTable(name, fields, meta, card), keys: keys}
}

func (t *keptTable[T]) items(ctx context.Context, q querier, where string, args ...any) ([]model.Item, error) {
	recs, err := t.query(ctx, q, where, args...)
	if err != nil {
		return nil, err
	}
	items := make([]model.Item, len(recs))
	for i := range recs {
		items[i] = t.item(&recs[i])
	}
	return items, nil
}

func (t *keptTable[T]) item(rec *T) model.Item {
	m, customer := t.keys(rec)
	it := model.Item{Record: t.name, ID: m.ID, CustomerID: *customer, UpdatedAt: m.UpdatedAt, Values: map[string]string{}}
	for _, f := range t.fields {
		if !f.Kept {
			it.Values[f.Code] = f.Get(rec)
		}
	}
	return it
}

func (t *keptTable[T]) save(ctx context.Context, w *write, it *model.Item) error {
	var rec T
	if it.ID != 0 {
		var err error
		if rec, err = t.byID(ctx, w.tx, it.ID); err != nil {
			return err
		}
	} else if c, ok := any(&rec).(interface{ Complete(model.AsOf) }); ok {
		c.Complete(model.AsOf{Today: w.today, Settings: w.settings})
	}
	m, customer := t.keys(&rec)
	if it.CustomerID != 0 {
		*customer = it.CustomerID
	}
	if it.UpdatedAt != "" {
		m.UpdatedAt = it.UpdatedAt
	}
	for _, f := range t.fields {
		if value, given := it.Values[f.Code]; given {
			f.Set(&rec, value)
		}
		if f.Code == "currency" && f.Get(&rec) == "" {
			f.Set(&rec, w.settings.Currency)
		}
	}
	if err := t.fields.Check(&rec); err != nil {
		return err
	}
	if it.ID == 0 {
		err := t.insert(ctx, w, &rec)
		*it = t.item(&rec)
		return err
	}
	_, err := t.update(ctx, w, &rec)
	*it = t.item(&rec)
	return err
}

// add keeps a new record as it is, under an id of its own; 0 = the next one.
func (t *keptTable[T]) add(ctx context.Context, w *write, it *model.Item, id int64) error {
	var rec T
	_, customer := t.keys(&rec)
	for _, f := range t.fields {
		if value, given := it.Values[f.Code]; given {
			f.Set(&rec, value)
		}
	}
	if it.CustomerID != 0 {
		*customer = it.CustomerID
	}
	if err := t.fields.Check(&rec); err != nil {
		return err
	}
	if it.Record == "contact" {
		w.touched[it.CustomerID] = true
	}
	if err := t.insertAs(ctx, w, &rec, id); err != nil {
		return err
	}
	*it = t.item(&rec)
	return nil
}

func (t *keptTable[T]) drop(ctx context.Context, w *write, id int64) (model.Item, error) {
	rec, err := t.byID(ctx, w.tx, id)
	if err != nil {
		return model.Item{}, err
	}
	return t.item(&rec), t.remove(ctx, w, id)
}

func kindOf(record string) (kind, error) {
	if t, ok := kinds[record]; ok {
		return t, nil
	}
	return nil, fmt.Errorf("%s: %w", record, model.ErrNotFound)
}

// Items are a customer's records of a kind, the oldest first.
func (s *Store) Items(ctx context.Context, record string, customer int64) ([]model.Item, error) {
	t, err := kindOf(record)
	if err != nil {
		return nil, err
	}
	return t.items(ctx, s.db, "WHERE customer_id = ? ORDER BY id", customer)
}

// Item reads one record of a customer, or answers model.ErrNotFound.
func (s *Store) Item(ctx context.Context, record string, id int64) (model.Item, error) {
	t, err := kindOf(record)
	if err != nil {
		return model.Item{}, err
	}
	found, err := t.items(ctx, s.db, "WHERE id = ?", id)
	if err == nil && len(found) == 0 {
		err = fmt.Errorf("%s %d: %w", record, id, model.ErrNotFound)
	}
	if err != nil {
		return model.Item{}, err
	}
	return found[0], nil
}

// SaveItem keeps a new or an edited record of a customer.
func (s *Store) SaveItem(ctx context.Context, it model.Item) (model.Item, error) {
	t, err := kindOf(it.Record)
	if err != nil {
		return it, err
	}
	err = s.change(ctx, model.ActItem, "", func(w *write) error { return w.saveItem(ctx, t, &it) })
	return it, err
}

func (w *write) saveItem(ctx context.Context, t kind, it *model.Item) error {
	if it.Record == "contact" {
		w.touched[it.CustomerID] = true
	}
	return t.save(ctx, w, it)
}

// RemoveItem takes a record off the card; undo brings it back.
func (s *Store) RemoveItem(ctx context.Context, record string, id int64) error {
	t, err := kindOf(record)
	if err != nil {
		return err
	}
	return s.change(ctx, model.ActDrop, "", func(w *write) error {
		it, err := t.drop(ctx, w, id)
		if record == "contact" {
			w.touched[it.CustomerID] = true
		}
		return err
	})
}
