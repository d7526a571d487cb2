package store

import (
	"context"
	"errors"
	"maps"
	"slices"
	"strconv"
	"strings"

	"genjin/model"
	"genjin/model/label"
)

// isNobodys reports whether a row is a record that no customer is named with.
func (p *plan) isNobodys(i int) bool {
	prop := &p.preview.Proposals[i]
	return prop.Record != nil && prop.Err == nil && prop.Customer.Name == "" && prop.Customer.Phones == ""
}

// record decides on a row that is a record kept as an item: of the customer, or
// nobody's without one.
func (p *plan) record(ctx context.Context, i int, t *target, customer model.PreviewRow) error {
	prop := &p.preview.Proposals[i]
	if prop.Record == nil {
		return nil
	}
	lang, _ := label.ParseLang(p.preview.Lang)
	row := model.PreviewRow{
		Sheet: prop.Sheet, Row: prop.Row, Record: prop.Record.Item.Record, CustomerID: customer.CustomerID, Name: customer.Name,
		Known: customer.Known, Result: model.ResultNew, Proposal: i, Entry: -1, Title: label.ItemTitle(prop.Record.Item, lang),
	}
	if row.Name == "" {
		row.Name, row.Title = row.Title, ""
	}
	err := errors.Join(customer.Err, prop.Record.Err)
	if err == nil {
		if t == nil {
			t = p.nobodys
		}
		err = p.foreseeRecord(ctx, t, prop.Record, &row)
	}
	switch {
	case err != nil && customer.Err == nil && prop.Record.Err == nil && !isRefusal(err):
		return err
	case err != nil:
		row.Result, row.Err, row.Changes = model.ResultRefused, err, nil
	}
	p.rows = append(p.rows, row)
	return nil
}

// foreseeRecord plans a record, and says in its row what becomes of it.
func (p *plan) foreseeRecord(ctx context.Context, t *target, given *model.ProposedRecord, row *model.PreviewRow) error {
	k, _ := model.KindOf(given.Item.Record)
	it := given.Item
	it.Values = maps.Clone(it.Values)
	for code, text := range given.Refs {
		id, err := p.referTo(ctx, model.FieldOf(k.Record, code), text)
		if err != nil {
			return err
		}
		it.Values[code] = strconv.FormatInt(id, 10)
	}
	own, err := p.itemsOf(ctx, t, k.Record)
	if err != nil {
		return err
	}
	at := slices.IndexFunc(own, func(o model.Item) bool { return isSameItem(k, o, it) })
	usual := t.card.Currency
	if at >= 0 {
		usual = own[at].Values["currency"]
	}
	if err := p.priceItem(k, &it, usual, given.Naming, row); err != nil {
		return err
	}
	if at < 0 {
		if err := k.Check(p.asKept(k, t, k.Begun(model.AsOf{Today: p.today, Settings: p.settings}), it)); err != nil {
			return err
		}
		if it.Record == shipments.name || it.Record == invoices.name {
			if err := p.part(ctx, k, it, row); err != nil {
				return err
			}
		}
		t.items, t.has[k.Record] = append(t.items, it), append(own, it)
		return nil
	}
	return p.foreseeSame(k, t, at, it, row)
}

// asKept is a record of a target's as it will be checked when it is kept; whose
// it is isn't known yet of a new customer, and may be required.
func (p *plan) asKept(k model.RecordKind, t *target, rec any, it model.Item) any {
	if t != p.nobodys {
		k.Give(rec, max(t.id, 1))
	}
	return k.Over(rec, it)
}

// isOnlyNamed reports whether a record says nothing but what it is called, and
// what the rules begin it with, as a campaign that a list of customers named: a
// file of its own completes it.
func (p *plan) isOnlyNamed(k model.RecordKind, it model.Item) bool {
	begun := k.Item(k.Begun(model.AsOf{Today: p.today, Settings: p.settings}))
	return len(k.Key) > 0 && !slices.ContainsFunc(k.Specs, func(s model.Spec) bool {
		return !s.Kept && begun.Values[s.Code] == "" && it.Values[s.Code] != "" && s.Code != "currency" && !slices.Contains(k.Key, s.Code)
	})
}

// foreseeSame plans what a row changes of a record that is there: nothing, unless
// duplicates are to be updated, or nothing is known of it but its name.
func (p *plan) foreseeSame(k model.RecordKind, t *target, at int, it model.Item, row *model.PreviewRow) error {
	own := t.has[k.Record]
	kept := own[at]
	if p.preview.Policy == model.DuplicateNew && !k.Single {
		if len(k.Key) > 0 {
			return model.At(k.Key[0], model.Refuse(model.RefusedTaken, row.Name))
		}
		t.items, t.has[k.Record] = append(t.items, it), append(own, it)
		return nil
	}
	edited := kept
	edited.Values = maps.Clone(kept.Values)
	var changes []model.FieldChange
	for _, s := range k.Specs {
		value, before := it.Values[s.Code], kept.Values[s.Code]
		if value != "" && value != before {
			changes = append(changes, model.FieldChange{Field: s.Code, Before: before, After: value, Currency: it.Values["currency"]})
			edited.Values[s.Code] = value
		}
	}
	row.Result = model.ResultUnchanged
	if len(changes) == 0 {
		return nil
	}
	if p.preview.Policy != model.DuplicateUpdate && !p.isOnlyNamed(k, kept) {
		row.Differs = changes
		return nil
	}
	was, said, is := k.FromItem(kept), k.FromItem(it), k.FromItem(edited)
	if _, ok := k.Fields.ByCode("currency"); ok {
		if err := model.KeepsMoney(k.Fields, &was, &said); err != nil {
			return err
		}
	}
	if err := k.Check(p.asKept(k, t, is, edited)); err != nil {
		return err
	}
	row.Result, row.Changes = model.ResultUpdated, changes
	t.replaceItem(kept, edited)
	own[at] = edited
	return nil
}

// priceItem brings the amounts of a row that names no currency into the usual
// one.
func (p *plan) priceItem(k model.RecordKind, it *model.Item, usual string, of model.Naming, row *model.PreviewRow) error {
	p.lends(it.Values["currency"], of, &row.Inferred)
	_, has := k.Fields.ByCode("currency")
	sums := slices.ContainsFunc(k.Specs, func(s model.Spec) bool { return s.Kind == model.KindAmount && it.Values[s.Code] != "" })
	if !has || !sums || it.Values["currency"] != "" {
		return nil
	}
	rec := k.FromItem(*it)
	currency := p.currency(usual, of)
	if err := model.InCurrency(k.Fields, &rec, currency); err != nil {
		return err
	}
	p.infers(currency, &row.Inferred)
	for _, f := range k.Fields {
		if _, given := it.Values[f.Code]; given || f.Code == "currency" {
			it.Values[f.Code] = f.Get(&rec)
		}
	}
	return nil
}

// isSameItem reports whether a record is the one that another is: the only one of
// its kind, one that is alike in what tells two apart, or one that says all the
// same.
func isSameItem(k model.RecordKind, o, it model.Item) bool {
	if k.Single {
		return true
	}
	for _, s := range k.Specs {
		if s.Kept || len(k.Key) > 0 && !slices.Contains(k.Key, s.Code) {
			continue
		}
		value, given := it.Values[s.Code]
		switch {
		case s.Code == "currency" && len(k.Key) == 0 && !given:
		case s.Kind == model.KindText && len(k.Key) > 0 && !alikeName(o.Values[s.Code], value),
			(s.Kind != model.KindText || len(k.Key) == 0) && o.Values[s.Code] != value:
			return false
		}
	}
	return true
}

// referTo is the record that a text names: by its number in the program, #12, or
// by what people call it.
func (p *plan) referTo(ctx context.Context, spec model.Spec, text string) (int64, error) {
	k, _ := model.KindOf(spec.Of)
	code := k.NameField()
	where, arg := "WHERE "+code+" = ? COLLATE NOCASE LIMIT 2", any(text)
	if number, ok := strings.CutPrefix(text, "#"); ok || code == "" {
		id, err := strconv.ParseInt(number, 10, 64)
		if err != nil {
			return 0, model.At(spec.Code, model.Refuse(model.RefusedReference, text))
		}
		where, arg = "WHERE id = ?", id
	}
	found, err := tables[spec.Of].query(ctx, p.db, where, arg)
	if err != nil {
		return 0, err
	}
	if len(found) != 1 {
		return 0, model.At(spec.Code, model.Refuse(model.RefusedReference, text))
	}
	return model.Identity(found[0]).ID, nil
}
