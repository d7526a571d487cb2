package store

import (
	"context"
	"slices"

	"genjin/model"
)

// meet decides what a row does to a customer who is there, or whom an earlier
// row of the file makes, and says for whom it was taken where that isn't plain.
func (p *plan) meet(ctx context.Context, t *target, prop *model.Proposal, row *model.PreviewRow) error {
	p.adopt(t)
	row.CustomerID, row.Known, row.Result = t.id, t.card.Name, model.ResultUnchanged
	if prop.Known || prop.Whole {
		return nil
	}
	if t.id == 0 || !alikeName(t.card.Name, prop.Customer.Name) {
		row.SameAs = &model.Candidate{ID: t.id, Row: t.row, Name: t.card.Name}
	}
	onlyNamed, err := p.onlyNamed(ctx, t)
	switch {
	case err != nil:
		return err
	case t.id == 0:
		err = p.fill(t, prop, row)
	case p.preview.Policy == model.DuplicateUpdate:
		err = p.update(t, prop, row)
	case onlyNamed:
		err = p.complete(t, prop, row)
	default:
		row.Differs = p.unlike(t, prop)
	}
	if len(row.Changes) > 0 {
		row.Result = model.ResultUpdated
	}
	p.matcher.know(t)
	return err
}

// givenOf are the fields that a row gives the card, with what they would be:
// phones and tags are added to those that are there.
func givenOf(t *target, prop *model.Proposal, each func(f model.Field[model.Customer], before, after string)) {
	for _, code := range prop.Given {
		f, _ := model.CustomerFields.ByCode(code)
		value, before := f.Get(&prop.Customer), f.Get(&t.card)
		if code == "remark" && prop.Referrer != "" && withLine(before, referrerNote(prop.Referrer)) == before {
			value = withLine(value, referrerNote(prop.Referrer)) // noted by an earlier import
		}
		if f.Kind == model.KindPhones || f.Kind == model.KindTags {
			value = string(added(f.Kind, model.List(before), model.List(value)))
		}
		if value != "" && value != before && code != "inferred" && code != "retry_on" {
			each(f, before, value)
		}
	}
}

// added is a list with the items of another one that it doesn't have.
func added(kind model.Kind, list, more model.List) model.List {
	items := list.Items()
	alike := func(a, b string) bool { return a == b }
	if kind == model.KindPhones {
		alike = func(a, b string) bool { return model.PhoneDigits(a) == model.PhoneDigits(b) }
	}
	for _, item := range more.Items() {
		if !slices.ContainsFunc(items, func(k string) bool { return alike(k, item) }) {
			items = append(items, item)
		}
	}
	return model.ListOf(items...)
}

// changeOf is a field as a row would have it.
func changeOf(f model.Field[model.Customer], before, after, currency string) model.FieldChange {
	return model.FieldChange{Field: f.Code, Before: before, After: after, Currency: currency}
}

// unlike is what a row says otherwise of a card that is left as it is.
func (p *plan) unlike(t *target, prop *model.Proposal) (list []model.FieldChange) {
	givenOf(t, prop, func(f model.Field[model.Customer], before, after string) {
		if f.Code != "name" || !alikeName(before, after) {
			list = append(list, changeOf(f, before, after, t.card.Currency))
		}
	})
	return list
}

// fill adds what a later row of the file says to a customer whom it makes: what
// is empty, phones and tags, and the next date that came with a later entry.
// What isn't written is named.
func (p *plan) fill(t *target, prop *model.Proposal, row *model.PreviewRow) error {
	card, at := t.card, lastEntry(prop)
	others := card.Currency != "" && prop.Customer.Currency != "" && prop.Customer.Currency != card.Currency
	givenOf(t, prop, func(f model.Field[model.Customer], before, after string) {
		guessed := t.card.Inferred.Has(f.Code) && !prop.Customer.Inferred.Has(f.Code)
		switch {
		case f.Code == "name" && alikeName(before, after):
			return
		case others && f.Kind == model.KindAmount: // nothing of an amount is converted
			row.Differs = append(row.Differs, changeOf(f, before, after, prop.Customer.Currency))
		case f.Code == "next_on" && at != "" && at > t.nextAt, before == "", guessed, f.Kind == model.KindPhones, f.Kind == model.KindTags:
			f.Set(&card, after)
			row.Changes = append(row.Changes, changeOf(f, before, after, card.Currency))
		default:
			row.Differs = append(row.Differs, changeOf(f, before, after, card.Currency))
		}
	})
	if err := card.Check(); err != nil {
		row.Changes = nil
		return err
	}
	if card.NextOn != t.card.NextOn {
		t.nextOn, t.nextBasis, t.nextAt = card.NextOn, prop.Customer.NextBasis, at
	}
	t.card = card
	return nil
}

// lastEntry is when the latest entry of a row happened; "" without one.
func lastEntry(prop *model.Proposal) (last model.Moment) {
	for i := range prop.Entries {
		last = max(last, prop.Entries[i].Entry.At)
	}
	return last
}

// update writes the values that the file gives over those of the card and
// lists them. The name stays: by it the customer was found.
func (p *plan) update(t *target, prop *model.Proposal, row *model.PreviewRow) error {
	old, card := t.card, t.card
	if err := model.KeepsMoney(model.CustomerFields, &old, &prop.Customer); err != nil {
		return err
	}
	givenOf(t, prop, func(f model.Field[model.Customer], before, after string) {
		switch {
		case f.Code != "name":
			f.Set(&card, after)
		case !alikeName(before, after):
			row.Differs = append(row.Differs, changeOf(f, before, after, card.Currency))
		}
	})
	card.InferLost()
	if err := card.Follow(old, p.preview.File, p.settings, p.today); err != nil {
		return err
	}
	if slices.Contains(prop.Given, "next_on") && slices.Contains(prop.Given, "next_basis") {
		card.NextBasis = prop.Customer.NextBasis // who set that day, the file says too
	}
	if err := card.Check(); err != nil {
		return err
	}
	for _, code := range model.CustomerFields.Diff(&old, &card) {
		if f, _ := model.CustomerFields.ByCode(code); slices.Contains(prop.Given, code) {
			row.Changes = append(row.Changes, changeOf(f, f.Get(&old), f.Get(&card), card.Currency))
		}
	}
	if len(row.Changes) > 0 {
		t.card = card
	}
	if prop.Customer.NextOn != "" {
		t.nextOn, t.nextBasis = prop.Customer.NextOn, prop.Customer.NextBasis
	}
	return nil
}

// onlyNamed reports whether a card is there because an order, an invoice or a
// payment of a file named the customer, and says nothing else.
func (p *plan) onlyNamed(ctx context.Context, t *target) (only bool, err error) {
	if t.id == 0 || !t.card.OnlyNamed(p.settings) {
		return false, nil
	}
	err = p.db.QueryRowContext(ctx, `SELECT EXISTS (SELECT 1 FROM change c JOIN change_set g ON g.id = c.set_id AND g.act = ?2
		JOIN change m ON m.set_id = c.set_id AND m.customer_id = c.customer_id AND m.record IN ('receivable', 'payment',
		'customer_order', 'order_change')
		WHERE c.customer_id = ?1 AND c.record = 'customer' AND c.before IS NULL)`, t.id, model.ActImport).Scan(&only)
	return only, err
}

// complete gives a card that has but a name, because an order or an invoice named
// the customer before, what the row says of them. That they bought stays.
func (p *plan) complete(t *target, prop *model.Proposal, row *model.PreviewRow) error {
	said := *prop
	if t.card.Stage == model.Won {
		said.Given = slices.DeleteFunc(slices.Clone(prop.Given), func(code string) bool { return code == "stage" })
	}
	return p.update(t, &said, row)
}

// agree takes the next date that came with an entry of a journal for the
// customer's, when the entry is later than what is known of them. A journal that
// genjin wrote tells what was set then: the card says what holds.
func (p *plan) agree(t *target, prop *model.Proposal, e *model.Entry) {
	own := slices.ContainsFunc(p.preview.Columns, func(c model.ImportColumn) bool { return c.Field == model.RowOfJournal+".set_grade" })
	later := e.At > t.nextAt && (t.card.LastOn == "" || e.At.Date() > t.card.LastOn)
	if prop.Known && !own && later && e.SetNext != "" && e.Outcome != model.NotReached {
		t.nextOn, t.nextBasis, t.nextAt = e.SetNext, model.Agreed, e.At
	}
}
