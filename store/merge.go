package store

import (
	"context"
	"fmt"
	"maps"
	"slices"

	"genjin/model"
)

// Duplicates groups the customers, without the archived ones, who seem to be
// there twice: by a phone or by the bare name (rule 3).
func (s *Store) Duplicates(ctx context.Context) ([][]int64, error) {
	rows, err := s.db.QueryContext(ctx, `SELECT k.kind, k.key, k.customer_id FROM customer_key k
		JOIN customer_search s ON s.customer_id = k.customer_id
		WHERE s.archived = 0 AND (k.kind, k.key) IN (SELECT kind, key FROM customer_key GROUP BY kind, key HAVING count(*) > 1)
		ORDER BY k.kind, k.key, k.customer_id`)
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	var shared []model.Likeness
	var last key
	for rows.Next() {
		var k key
		var id int64
		if err := rows.Scan(&k.kind, &k.value, &id); err != nil {
			return nil, err
		}
		if k != last {
			shared = append(shared, model.Likeness{Phone: k.kind == keyPhone, Text: k.value})
			last = k
		}
		l := &shared[len(shared)-1]
		l.IDs = append(l.IDs, id)
	}
	if err := rows.Err(); err != nil {
		return nil, err
	}
	phoned, err := s.phoned(ctx, shared)
	return model.Duplicates(shared, phoned), err
}

// phoned are those customers among likenesses who have a phone.
func (s *Store) phoned(ctx context.Context, shared []model.Likeness) (map[int64]bool, error) {
	var ids []int64
	for _, l := range shared {
		ids = append(ids, l.IDs...)
	}
	with, err := s.ids(ctx, "SELECT DISTINCT customer_id FROM customer_key WHERE kind = ? AND customer_id IN (SELECT "+
		"value FROM json_each(?))", keyPhone, jsonList(ids))
	set := make(map[int64]bool, len(with))
	for _, id := range with {
		set[id] = true
	}
	return set, err
}

// SameAs are the customers, archived ones too, who seem to be the one being
// added: those with a phone of theirs first, then those of the bare name.
func (s *Store) SameAs(ctx context.Context, c model.Customer) ([]model.Customer, error) {
	const most = 20
	var ids []int64
	for _, k := range []string{keyPhone, keyName} {
		for _, own := range keysOf(c) {
			if own.kind != k {
				continue
			}
			found, err := s.ids(ctx, "SELECT customer_id FROM customer_key WHERE kind = ? AND key = ? ORDER BY customer_id LIMIT ?",
				own.kind, own.value, most)
			if err != nil {
				return nil, err
			}
			for _, id := range found {
				if id != c.ID && !slices.Contains(ids, id) {
					ids = append(ids, id)
				}
			}
		}
	}
	cards, err := s.CustomersByID(ctx, ids)
	phones := phonesOf(&c)
	return slices.DeleteFunc(cards, func(k model.Customer) bool {
		theirs := phonesOf(&k)
		return !meet(phones, theirs) && !model.SameByName(model.BareName(c.Name), len(phones) > 0, len(theirs) > 0)
	}), err
}

// Namesakes are the other customers of a name, the oldest card first. Those who
// are known by surname only are among them: whether 董先生 is that 董先生 a person
// must say.
func (s *Store) Namesakes(ctx context.Context, c model.Customer) ([]model.Customer, error) {
	const most = 20
	ids, err := s.ids(ctx, "SELECT customer_id FROM customer_key WHERE kind = ? AND key = ? AND customer_id <> ? ORDER BY customer_id LIMIT ?",
		keyName, model.BareName(c.Name), c.ID, most)
	if err != nil {
		return nil, err
	}
	return s.CustomersByID(ctx, ids)
}

// Merging reads two cards that are to become one, with what moves.
func (s *Store) Merging(ctx context.Context, kept, other int64) (model.Merging, error) {
	return readMerging(ctx, s.db, kept, other)
}

func readMerging(ctx context.Context, q querier, kept, other int64) (m model.Merging, err error) {
	if kept == other {
		return m, fmt.Errorf("customer %d: %w", kept, model.ErrSameCustomer)
	}
	if m.Kept, err = customers.byID(ctx, q, kept); err != nil {
		return m, err
	}
	if m.Other, err = customers.byID(ctx, q, other); err != nil {
		return m, err
	}
	m.KeptOne, m.OtherOne = map[string]model.Item{}, map[string]model.Item{}
	for _, kind := range model.AttachedRecords {
		list, err := kinds[kind.Record].items(ctx, q, "WHERE customer_id IN (?, ?) ORDER BY id", kept, other)
		if err != nil {
			return m, err
		}
		for _, it := range list {
			if it.CustomerID == other {
				m.Items++
			}
			if kind.Single {
				map[int64]map[string]model.Item{kept: m.KeptOne, other: m.OtherOne}[it.CustomerID][kind.Record] = it
			}
		}
	}
	return m, q.QueryRowContext(ctx, `SELECT (SELECT count(*) FROM journal WHERE customer_id = ?1), (SELECT count(*)
		FROM customer WHERE referrer = ?1)`, other).
		Scan(&m.Entries, &m.Referred)
}

// Merge makes one card of two, with the sides that the person chose of the
// differences, and returns it; everything of the other customer moves, and the
// other card goes. One undo brings all of it back. It answers model.ErrStale
// when a card was changed since it was read.
func (s *Store) Merge(ctx context.Context, m model.Merging, take map[string]model.Side) (model.Customer, error) {
	var c model.Customer
	err := s.change(ctx, model.ActMerge, m.Other.Name, func(w *write) error {
		now, err := readMerging(ctx, w.tx, m.Kept.ID, m.Other.ID)
		if err != nil {
			return err
		}
		if now.Kept.UpdatedAt != m.Kept.UpdatedAt || now.Other.UpdatedAt != m.Other.UpdatedAt {
			return fmt.Errorf("customer %d, %d: %w", m.Kept.ID, m.Other.ID, model.ErrStale)
		}
		choices, err := now.Choices(take)
		if err != nil {
			return err
		}
		c, err = w.merge(ctx, &now, choices)
		return err
	})
	return c, err
}

func (w *write) merge(ctx context.Context, m *model.Merging, choices map[string]model.Side) (model.Customer, error) {
	c := m.Card(choices)
	for _, move := range []func(context.Context, *model.Merging, map[string]model.Side) error{
		w.moveItems, w.moveJournal, w.moveHandled, w.moveReferred, w.moveRest,
	} {
		if err := move(ctx, m, choices); err != nil {
			return c, err
		}
	}
	t, err := w.tally(ctx, c.ID)
	if err != nil {
		return c, err
	}
	m.Recounted(&c, t, w.settings, w.today)
	if err := c.Check(); err != nil {
		return c, err
	}
	if _, err := customers.update(ctx, w, &c); err != nil {
		return c, err
	}
	if err := w.recountCare(ctx, c.ID); err != nil {
		return c, err
	}
	if err := customers.remove(ctx, w, m.Other.ID); err != nil {
		return c, err
	}
	return customers.byID(ctx, w.tx, c.ID)
}

// moveItems moves what belongs to the other customer. Of what a customer has
// one of, one is made of two; what both have alike is kept once.
func (w *write) moveItems(ctx context.Context, m *model.Merging, choices map[string]model.Side) error {
	for _, kind := range model.AttachedRecords {
		t := kinds[kind.Record]
		theirs, err := t.items(ctx, w.tx, "WHERE customer_id = ? ORDER BY id", m.Other.ID)
		if err != nil {
			return err
		}
		own, err := t.items(ctx, w.tx, "WHERE customer_id = ?", m.Kept.ID)
		if err != nil {
			return err
		}
		for _, it := range theirs {
			one, both := m.KeptOne[kind.Record], kind.Single && len(own) > 0
			known := slices.ContainsFunc(own, func(o model.Item) bool { return maps.Equal(o.Values, it.Values) })
			if both || known {
				if _, err := t.drop(ctx, w, it.ID); err != nil {
					return err
				}
			}
			switch {
			case both:
				one.Values = m.One(kind.Record, choices)
				err = w.saveItem(ctx, t, &one)
			case !known:
				it.CustomerID = m.Kept.ID
				err = w.saveItem(ctx, t, &it)
			}
			if err != nil {
				return err
			}
		}
	}
	return nil
}

// moveJournal makes one journal of two, numbered by time.
func (w *write) moveJournal(ctx context.Context, m *model.Merging, _ map[string]model.Side) error {
	entries, err := journal.query(ctx, w.tx, "WHERE customer_id IN (?, ?) ORDER BY seq, id", m.Kept.ID, m.Other.ID)
	if err != nil {
		return err
	}
	model.Renumber(entries)
	for i := range entries {
		entries[i].CustomerID = m.Kept.ID
		if _, err := journal.update(ctx, w, &entries[i]); err != nil {
			return err
		}
	}
	return nil
}

// moveHandled moves the rows of Today that were ticked off or put off.
func (w *write) moveHandled(ctx context.Context, m *model.Merging, _ map[string]model.Side) error {
	rows, err := handled.query(ctx, w.tx, "WHERE customer_id = ? ORDER BY id", m.Other.ID)
	if err != nil {
		return err
	}
	for i := range rows {
		h := &rows[i]
		h.CustomerID = m.Kept.ID
		if h.OfCustomer() {
			h.Record = m.Kept.ID
		}
		if _, err := handled.update(ctx, w, h); err != nil {
			return err
		}
	}
	return nil
}

// moveReferred says of the customers whom the other one brought that the kept
// one did.
func (w *write) moveReferred(ctx context.Context, m *model.Merging, _ map[string]model.Side) error {
	brought, err := customers.query(ctx, w.tx, "WHERE referrer = ? AND id NOT IN (?, ?) ORDER BY id", m.Other.ID, m.Kept.ID, m.Other.ID)
	if err != nil {
		return err
	}
	for i := range brought {
		brought[i].Referrer = m.Kept.ID
		if _, err := customers.update(ctx, w, &brought[i]); err != nil {
			return err
		}
	}
	return nil
}

// moveRest moves the records of every other kind.
func (w *write) moveRest(ctx context.Context, m *model.Merging, _ map[string]model.Side) error {
	for _, k := range model.Kinds {
		if k.Record == customers.name {
			continue // see moveReferred
		}
		if err := tables[k.Record].redirect(ctx, w, m.Other.ID, m.Kept.ID); err != nil {
			return err
		}
	}
	return nil
}
