package store

import (
	"context"
	"fmt"

	"genjin/model"
)

// keptTable is the table of a kind whose records forms, files and commands treat
// like those of every other: as items, their values by field code.
type keptTable struct {
	*table[any]
	kind model.RecordKind
}

// kinds are the tables that are kept as items: what belongs to a customer, or
// may, and what belongs to nobody.
var kinds = func() map[string]*keptTable {
	kept := map[string]*keptTable{}
	for _, k := range model.Kinds {
		if k.IsItem() {
			kept[k.Record] = &keptTable{tables[k.Record], k}
		}
	}
	return kept
}()

func (t *keptTable) items(ctx context.Context, q querier, where string, args ...any) ([]model.Item, error) {
	recs, err := t.query(ctx, q, where, args...)
	if err != nil {
		return nil, err
	}
	items := make([]model.Item, len(recs))
	for i, rec := range recs {
		items[i] = t.kind.Item(rec)
	}
	return items, nil
}

func (t *keptTable) save(ctx context.Context, w *write, it *model.Item) error {
	rec := t.kind.New()
	if it.ID != 0 {
		var err error
		if rec, err = t.byID(ctx, w.tx, it.ID); err != nil {
			return err
		}
	} else if c, ok := rec.(interface{ Complete(model.AsOf) }); ok {
		c.Complete(model.AsOf{Today: w.today, Settings: w.settings})
	}
	if it.CustomerID != 0 {
		t.kind.Give(rec, it.CustomerID)
	}
	if it.UpdatedAt != "" {
		model.Identity(rec).UpdatedAt = it.UpdatedAt
	}
	for _, f := range t.fields {
		if value, given := it.Values[f.Code]; given {
			f.Set(&rec, value)
		}
		if f.Code == "currency" && f.Get(&rec) == "" {
			f.Set(&rec, w.settings.Currency)
		}
	}
	if err := t.kind.Check(rec); err != nil {
		return err
	}
	err := t.refuseTwin(ctx, w, rec)
	if err != nil {
		return err
	}
	if it.ID == 0 {
		err = t.insert(ctx, w, &rec)
	} else {
		_, err = t.update(ctx, w, &rec)
	}
	*it = t.kind.Item(rec)
	return err
}

// checkBasics refuses a change of basic data without its reason.
func (t *keptTable) checkBasics(ctx context.Context, w *write, it *model.Item) error {
	if it.ID == 0 {
		return nil
	}
	before, err := t.byID(ctx, w.tx, it.ID)
	if err != nil {
		return err
	}
	after := t.kind.Over(t.kind.Copy(before), *it)
	return model.CheckBasics(t.kind.Record, t.kind.Fields, &before, &after, it.Reason)
}

// refuseTwin refuses a record of a customer that is, by what tells two of its kind
// apart, another one of theirs.
func (t *keptTable) refuseTwin(ctx context.Context, w *write, rec any) error {
	if !t.kind.Card || len(t.kind.Key) == 0 {
		return nil
	}
	is := t.kind.Item(rec)
	others, err := t.items(ctx, w.tx, "WHERE customer_id = ? AND id <> ?", is.CustomerID, is.ID)
	for _, o := range others {
		if isSameItem(t.kind, o, is) {
			return model.At(t.kind.Key[0], model.Refuse(model.RefusedTaken, is.Values[t.kind.Key[0]]))
		}
	}
	return err
}

func (t *keptTable) drop(ctx context.Context, w *write, id int64) (model.Item, error) {
	rec, err := t.byID(ctx, w.tx, id)
	if err != nil {
		return model.Item{}, err
	}
	return t.kind.Item(rec), t.remove(ctx, w, id)
}

func kindOf(record string) (*keptTable, error) {
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
	err = s.change(ctx, model.ActItem, it.Reason, func(w *write) error {
		if err := t.checkBasics(ctx, w, &it); err != nil {
			return err
		}
		return w.saveItem(ctx, t, &it)
	})
	return it, err
}

// SaveItems keeps several records of customers at once.
func (s *Store) SaveItems(ctx context.Context, list []model.Item) error {
	return s.change(ctx, model.ActItem, "", func(w *write) error {
		for i := range list {
			t, err := kindOf(list[i].Record)
			if err != nil {
				return err
			}
			if err := w.saveItem(ctx, t, &list[i]); err != nil {
				return err
			}
		}
		return nil
	})
}

func (w *write) saveItem(ctx context.Context, t *keptTable, it *model.Item) error {
	switch it.Record {
	case "contact":
		w.touched[it.CustomerID] = true
	case campaigns.name:
		if err := w.refuseNamesake(ctx, it); err != nil {
			return err
		}
	case shipments.name, invoices.name:
		return w.savePart(ctx, t, it)
	}
	was := model.Item{Record: it.Record}
	if it.ID != 0 {
		rec, err := t.byID(ctx, w.tx, it.ID)
		if err != nil {
			return err
		}
		was = t.kind.Item(rec)
	}
	if err := t.save(ctx, w, it); err != nil || it.CustomerID == 0 {
		return err
	}
	return w.filledSteps(ctx, t, &was, it)
}

// RemoveItem takes a record off the card; undo brings it back.
func (s *Store) RemoveItem(ctx context.Context, record string, id int64) error {
	t, err := kindOf(record)
	if err != nil {
		return err
	}
	return s.change(ctx, model.ActDrop, "", func(w *write) error {
		if record == campaigns.name {
			if err := w.refuseBringing(ctx, id); err != nil {
				return err
			}
		}
		switch record {
		case shipments.name:
			return w.dropShipment(ctx, id)
		case invoices.name:
			return w.dropInvoice(ctx, id)
		}
		it, err := t.drop(ctx, w, id)
		if record == "contact" {
			w.touched[it.CustomerID] = true
		}
		return err
	})
}
