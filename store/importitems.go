package store

import (
	"context"
	"maps"
	"slices"

	"genjin/model"
)

// items decides on the other records under a customer: contacts, the company
// card. New ones are added to whoever is there; what a record says already is
// written over only where duplicates are to be updated.
func (p *plan) items(ctx context.Context, i int, t *target, customer model.PreviewRow) error {
	prop := &p.preview.Proposals[i]
	for n := range prop.Items {
		pi := &prop.Items[n]
		row := model.PreviewRow{
			Sheet: prop.Sheet, Row: pi.Row, Record: pi.Item.Record, CustomerID: customer.CustomerID, Name: customer.Name, Known: customer.Known,
			Result: model.ResultNew, Proposal: i, Entry: n, Err: pi.Err,
		}
		switch {
		case t == nil && pi.Cells == nil && !prop.Known:
			continue // the row is the customer's own, and refused already
		case row.Err == nil && t == nil:
			row.Err = customer.Err
		case row.Err == nil:
			kind, _ := model.AttachedOf(pi.Item.Record)
			row.Err = model.CheckItem(kind, pi.Item)
		}
		if row.Err != nil {
			row.Result = model.ResultRefused
			p.rows = append(p.rows, row)
			continue
		}
		changed, err := p.item(ctx, t, pi.Item, &row)
		if err != nil {
			return err
		}
		if isOwnCard := pi.Item.Record == "company" && pi.Cells == nil && !prop.Whole; !isOwnCard {
			p.rows = append(p.rows, row)
		} else if changed && customer.Result != model.ResultNew {
			p.rows = append(p.rows, row)
		}
	}
	return nil
}

// item plans one record, and says in its row what becomes of it.
func (p *plan) item(ctx context.Context, t *target, it model.Item, row *model.PreviewRow) (changed bool, err error) {
	if t.whole {
		kind, _ := model.KindOf(it.Record)
		t.records.Add(it.Record, kind.FromItem(it))
		return true, nil
	}
	own, err := p.itemsOf(ctx, t, it.Record)
	if err != nil {
		return false, err
	}
	at := sameItem(own, it)
	if at < 0 {
		it.ID = 0 // in its file
		t.items = append(t.items, it)
		t.has[it.Record] = append(own, it)
		return true, nil
	}
	row.Result = model.ResultUnchanged
	if p.preview.Policy != model.DuplicateUpdate && t.id != 0 {
		return false, nil
	}
	kept := own[at]
	kept.Values = maps.Clone(kept.Values)
	kind, _ := model.AttachedOf(it.Record)
	for _, s := range kind.Fields {
		value, before := it.Values[s.Code], kept.Values[s.Code]
		if s.Kind == model.KindPhones && value != "" {
			value = string(added(s.Kind, model.List(before), model.List(value)))
		}
		change := model.FieldChange{Field: s.Code, Before: before, After: value}
		switch {
		case value == "" || value == before || s.Code == "name":
		case t.id == 0 && before != "" && s.Kind != model.KindPhones:
			row.Differs = append(row.Differs, change) // an earlier row of the file says otherwise
		default:
			row.Changes = append(row.Changes, change)
			kept.Values[s.Code] = value
		}
	}
	if len(row.Changes) == 0 {
		return false, nil
	}
	if k, _ := model.KindOf(it.Record); kept.ID != 0 {
		before, after := k.FromItem(own[at]), k.FromItem(kept)
		if row.Err = model.CheckBasics(k.Record, k.Fields, &before, &after, p.preview.Reason); row.Err != nil {
			row.Result, row.Changes = model.ResultRefused, nil
			return true, nil
		}
	}
	row.Result = model.ResultUpdated
	t.has[it.Record][at] = kept
	t.replaceItem(own[at], kept)
	return true, nil
}

// replaceItem plans a record in place of what was planned for it before.
func (t *target) replaceItem(before, after model.Item) {
	for i, planned := range t.items {
		if before.ID != 0 && planned.ID == before.ID || before.ID == 0 && maps.Equal(planned.Values, before.Values) {
			t.items[i] = after
			return
		}
	}
	t.items = append(t.items, after)
}

// itemsOf are the records of a kind that a customer has, or that are nobody's,
// with those planned.
func (p *plan) itemsOf(ctx context.Context, t *target, record string) ([]model.Item, error) {
	if t.has == nil {
		t.has = map[string][]model.Item{}
	}
	if own, read := t.has[record]; read || t.id == 0 && t != p.nobodys {
		return own, nil
	}
	table, err := kindOf(record)
	if err != nil {
		return nil, err
	}
	where := "WHERE ?1 = customer_id ORDER BY id"
	if !table.kind.OfCustomer() {
		where = "WHERE ?1 = 0 ORDER BY id"
	}
	own, err := table.items(ctx, p.db, where, t.id)
	if own == nil {
		own = []model.Item{}
	}
	t.has[record] = own
	return own, err
}

// sameItem finds the record that another one is: the only one of its kind, the
// contact of the name, or one that says all the same; -1 for none.
func sameItem(own []model.Item, it model.Item) int {
	kind, _ := model.AttachedOf(it.Record)
	k, _ := model.KindOf(it.Record)
	for i, o := range own {
		switch {
		case kind.Single:
			return i
		case it.Record == contacts.name && it.ID == 0:
			if model.BareName(o.Values["name"]) == model.BareName(it.Values["name"]) {
				return i
			}
		case len(k.Key) > 0 && isSameItem(k, o, it), says(kind.Fields, o.Values, it.Values):
			return i
		}
	}
	return -1
}

// says reports whether two records say the same; an empty value is none.
func says(fields []model.Spec, a, b map[string]string) bool {
	return !slices.ContainsFunc(fields, func(s model.Spec) bool { return a[s.Code] != b[s.Code] })
}

// saveItems writes the planned records of a customer.
func (w *write) saveItems(ctx context.Context, t *target) error {
	for i := range t.items {
		it := t.items[i]
		it.CustomerID = t.id
		table, err := kindOf(it.Record)
		if err != nil {
			return err
		}
		if err := w.saveItem(ctx, table, &it); err != nil {
			return err
		}
	}
	return nil
}
