package store

import (
	"context"
	"database/sql"
	"fmt"
	"maps"
	"slices"
	"strings"

	"genjin/model"
)

// isFresh reports whether the records of a file can keep their ids: nothing was
// ever kept here, so that the log speaks of no other record by them, and the
// ids are sound.
func isFresh(ctx context.Context, db reads, p model.Preview) (bool, error) {
	var used bool
	if err := db.QueryRowContext(ctx, "SELECT EXISTS (SELECT 1 FROM customer) OR EXISTS (SELECT 1 FROM change WHERE "+
		"record <> 'settings')").Scan(&used); err != nil || used {
		return false, err
	}
	const most = 1 << 40
	seen := map[string]map[int64]bool{}
	sound := func(record string, id int64) bool {
		if seen[record] == nil {
			seen[record] = map[int64]bool{}
		}
		ok := id > 0 && id < most && !seen[record][id]
		seen[record][id] = true
		return ok
	}
	for i := range p.Proposals {
		prop := &p.Proposals[i]
		ok := sound(customers.name, prop.Customer.ID)
		for n := range prop.Entries {
			ok = ok && sound(journal.name, prop.Entries[n].Entry.ID)
		}
		for n := range prop.Items {
			ok = ok && sound(prop.Items[n].Item.Record, prop.Items[n].Item.ID)
		}
		ok = ok && soundLedger(&prop.Ledger, sound) && soundBook(&prop.Book, sound)
		for n := range prop.Projects {
			ok = ok && soundProject(&prop.Projects[n], sound)
		}
		if !ok {
			return false, nil
		}
	}
	return soundList(products, p.Loose.Products, sound), nil
}

func soundBook(b *model.OrderBook, sound func(record string, id int64) bool) bool {
	return soundList(orders, b.Orders, sound) && soundList(orderLines, b.Lines, sound) && soundList(orderNodes, b.Nodes, sound) &&
		soundList(orderChanges, b.Changes, sound)
}

func soundLedger(l *model.Ledger, sound func(record string, id int64) bool) bool {
	return soundList(receivables, l.Receivables, sound) && soundList(payments, l.Payments, sound) &&
		soundList(allocations, l.Allocations, sound) &&
		soundList(credits, l.Credits, sound) && soundList(refunds, l.Refunds, sound) && soundList(dunnings, l.Dunnings, sound) &&
		soundList(reconciliations, l.Reconciliations, sound)
}

func soundList[T any](t *table[T], list []T, sound func(record string, id int64) bool) bool {
	for i := range list {
		if !sound(t.name, t.meta(&list[i]).ID) {
			return false
		}
	}
	return true
}

// asWhole makes a target of a record that genjin wrote: it is kept as it is,
// under an id of this file.
func (p *plan) asWhole(t *target, prop *model.Proposal) {
	t.whole, t.keepID, t.owned = true, p.keepIDs, prop.Handled
	p.byID[prop.Customer.ID] = t
	t.card.Referrer = 0 // it follows when everybody is there
	t.oldID = prop.Customer.ID
	t.card.Meta = model.Meta{}
	if t.card.NextBasis == "" {
		t.card.DecideBasis(p.settings) // written before it was kept
	}
	if t.card.LastOn > p.today {
		t.card.AheadOn = p.today // counted anew when the file is opened next
	}
}

// addWhole adds a customer with all that belongs to it.
func (w *write) addWhole(ctx context.Context, t *target) error {
	id := func(old int64) int64 {
		if t.keepID {
			return old
		}
		return 0
	}
	c := t.card
	if err := customers.insertAs(ctx, w, &c, id(t.oldID)); err != nil {
		return err
	}
	t.id = c.ID
	ids := map[string]map[int64]int64{customers.name: {t.oldID: c.ID}, journal.name: {}}
	for i := range t.entries {
		e := t.entries[i]
		old := e.ID
		e.Meta, e.CustomerID = model.Meta{}, t.id
		if err := journal.insertAs(ctx, w, &e, id(old)); err != nil {
			return err
		}
		ids[journal.name][old] = e.ID
	}
	for i := range t.items {
		it := t.items[i]
		old := it.ID
		it.CustomerID = t.id
		table, err := kindOf(it.Record)
		if err != nil {
			return err
		}
		if err := table.add(ctx, w, &it, id(old)); err != nil {
			return err
		}
		if ids[it.Record] == nil {
			ids[it.Record] = map[int64]int64{}
		}
		ids[it.Record][old] = it.ID
	}
	if err := w.addWholeProjects(ctx, t, ids); err != nil {
		return err
	}
	if err := w.addBook(ctx, t, ids); err != nil {
		return err
	}
	if err := w.addLedger(ctx, t, ids); err != nil {
		return err
	}
	return w.addHandled(ctx, t, ids)
}

// addHandled adds the rows of Today that were ticked off or put off, for the
// records by their ids here.
func (w *write) addHandled(ctx context.Context, t *target, ids map[string]map[int64]int64) error {
	for _, h := range t.owned {
		record := customers.name
		switch {
		case h.Kind == model.RowCase:
			record = journal.name
		case model.Row{Kind: h.Kind}.OfDebt():
			record = receivables.name
		case h.Kind == model.RowStep && h.About == model.AboutStage:
			record = projectStages.name
		case h.Kind == model.RowStep:
			record = projectItems.name
		case h.OfOrder():
			record = orders.name
		case h.About == model.AboutInquiry:
			record = journal.name
		case h.About == model.AboutContact, h.About == model.AboutOccasion:
			record = h.About
		}
		now, ok := ids[record][h.Record]
		if !ok {
			continue // it is gone, and so is its row
		}
		h.Meta, h.Record, h.CustomerID = model.Meta{}, now, t.id
		if err := handled.insert(ctx, w, &h); err != nil {
			return err
		}
	}
	return nil
}

func (p *plan) hasLoose() bool {
	return len(p.preview.Loose.Segments)+len(p.preview.Loose.Handled)+len(p.preview.Loose.Templates)+len(p.preview.Loose.Products) > 0
}

// addLoose adds what belongs to no customer, as far as it isn't there.
func (w *write) addLoose(ctx context.Context, p *plan) error {
	if err := w.addLooseProducts(ctx, p.preview.Loose.Products, p.keepIDs); err != nil {
		return err
	}
	for _, g := range p.preview.Loose.Segments {
		there, err := segments.query(ctx, w.tx, "WHERE name = ?", g.Name)
		if err != nil {
			return err
		}
		if g.Meta = (model.Meta{}); len(there) == 0 {
			if err := segments.insert(ctx, w, &g); err != nil {
				return err
			}
		}
	}
	for _, h := range p.preview.Loose.Handled {
		there, err := handled.query(ctx, w.tx, "WHERE customer_id = 0 AND kind = ? AND record = ? AND about = ? AND due_on = ?",
			h.Kind, h.Record, h.About, h.DueOn)
		if err != nil {
			return err
		}
		if h.Meta, h.CustomerID = (model.Meta{}), 0; len(there) == 0 {
			if err := handled.insert(ctx, w, &h); err != nil {
				return err
			}
		}
	}
	return w.addLooseItems(ctx, p.preview.Loose.Items, p.keepIDs)
}

// addLooseItems adds what could belong to a customer and doesn't.
func (w *write) addLooseItems(ctx context.Context, list []model.Item, keepIDs bool) error {
	for _, it := range list {
		t, err := kindOf(it.Record)
		if err != nil {
			return err
		}
		there, err := t.items(ctx, w.tx, "WHERE customer_id = 0")
		if err != nil {
			return err
		}
		if slices.ContainsFunc(there, func(o model.Item) bool { return maps.Equal(o.Values, it.Values) }) {
			continue
		}
		id := int64(0)
		if keepIDs {
			id = it.ID
		}
		if err := t.add(ctx, w, &it, id); err != nil {
			return err
		}
	}
	return nil
}

// insertAs adds a record under an id of its own; 0 = the next one. When it was
// made stays, if it says so.
func (t *table[T]) insertAs(ctx context.Context, w *write, rec *T, id int64) error {
	m := t.meta(rec)
	if m.CreatedAt == "" {
		m.CreatedAt = w.now
	}
	if m.UpdatedAt = w.now; w.sample {
		m.UpdatedAt = m.CreatedAt
	}
	own := sql.NullInt64{Int64: id, Valid: id != 0}
	res, err := w.stmt(ctx, fmt.Sprintf("INSERT INTO %s (%s) VALUES (?%s)", t.name, t.columns, strings.Repeat(", ?", len(t.fields)+2)),
		append([]any{own}, t.values(rec)...)...)
	if err != nil {
		return err
	}
	if m.ID, err = res.LastInsertId(); err != nil || w.sample {
		return err
	}
	return w.log(ctx, t.name, m.ID, t.card(rec), nil, t.object(rec, nil))
}
