package store

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"strconv"

	"genjin/model"
)

// Customer reads one card.
func (s *Store) Customer(ctx context.Context, id int64) (model.Customer, error) {
	c, err := customers.byID(ctx, s.db, id)
	if err != nil {
		return c, err
	}
	one := []model.Customer{c}
	err = s.readBought(ctx, one)
	return one[0], err
}

// AddCustomer keeps a new card, completed from the settings, and returns it.
func (s *Store) AddCustomer(ctx context.Context, c model.Customer) (model.Customer, error) {
	err := s.change(ctx, model.ActAdd, "", func(w *write) error { return w.addCustomer(ctx, &c) })
	return c, err
}

func (w *write) addCustomer(ctx context.Context, c *model.Customer) error {
	c.Complete(w.settings, w.today)
	if err := errors.Join(c.CheckLost(&model.Customer{}), c.Check()); err != nil {
		return err
	}
	if err := customers.insert(ctx, w, c); err != nil {
		return err
	}
	return w.noteLoss(ctx, &model.Customer{}, c)
}

// SaveCustomer keeps an edited card. The reason is asked for where the grade
// goes against the suggestion. It answers model.ErrStale when the card was
// changed elsewhere since it was read.
func (s *Store) SaveCustomer(ctx context.Context, c model.Customer, reason string) (model.Customer, error) {
	err := s.change(ctx, model.ActEdit, reason, func(w *write) error { return w.saveCustomer(ctx, &c, reason) })
	return c, err
}

func (w *write) saveCustomer(ctx context.Context, c *model.Customer, reason string) error {
	before, err := customers.byID(ctx, w.tx, c.ID)
	if err != nil {
		return err
	}
	if err := c.Follow(before, reason, w.settings, w.today); err != nil {
		return err
	}
	if err := c.Check(); err != nil {
		return err
	}
	if before.Kind == model.Company {
		if err := model.CheckBasics(customers.name, model.CustomerFields, &before, c, reason); err != nil {
			return err
		}
	}
	if _, err := customers.update(ctx, w, c); err != nil {
		return err
	}
	if err := w.noteLoss(ctx, &before, c); err != nil {
		return err
	}
	return w.settleGrade(ctx, before, *c, reason)
}

// settleGrade notes a grade that a person set: accepted, it counts among the
// day's work; against the suggestion, which from today differs, Today doesn't
// ask again until the suggestion changes.
func (w *write) settleGrade(ctx context.Context, before, c model.Customer, reason string) error {
	if c.Grade == before.Grade || c.Grade == model.Ungraded {
		return nil
	}
	h := model.Handled{Kind: model.RowRegrade, Record: c.ID, CustomerID: c.ID, DueOn: w.today, On: w.today, Reason: reason}
	if c.RegradeOn != w.today && before.Grade == model.Ungraded {
		h.Kind = model.RowGradeMe
	}
	return handled.insert(ctx, w, &h)
}

// ConfirmInferred says that a person has looked at what an import inferred.
func (s *Store) ConfirmInferred(ctx context.Context, id int64) error {
	return s.change(ctx, model.ActConfirm, "", func(w *write) error {
		c, err := customers.byID(ctx, w.tx, id)
		if err != nil {
			return err
		}
		c.Inferred = ""
		_, err = customers.update(ctx, w, &c)
		return err
	})
}

// Archive hides customers, or shows them again. Nothing is removed.
func (s *Store) Archive(ctx context.Context, ids []int64, archived bool) error {
	act := model.ActArchive
	if !archived {
		act = model.ActRestore
	}
	return s.change(ctx, act, "", func(w *write) error {
		for _, id := range ids {
			c, err := customers.byID(ctx, w.tx, id)
			if err != nil {
				return err
			}
			c.Archived = archived
			if _, err := customers.update(ctx, w, &c); err != nil {
				return err
			}
		}
		return nil
	})
}

// CustomersByID reads cards in the order of the ids; ones that are gone are
// left out.
func (s *Store) CustomersByID(ctx context.Context, ids []int64) ([]model.Customer, error) {
	if len(ids) == 0 {
		return nil, nil
	}
	place := make(map[int64]int, len(ids))
	for i, id := range ids {
		place[id] = i
	}
	recs, err := customers.query(ctx, s.db, "WHERE id IN (SELECT value FROM json_each(?))", jsonList(ids))
	if err != nil {
		return nil, err
	}
	if err := s.readBought(ctx, recs); err != nil {
		return nil, err
	}
	ordered := make([]model.Customer, len(ids))
	for _, c := range recs {
		ordered[place[c.ID]] = c
	}
	kept := ordered[:0]
	for _, c := range ordered {
		if c.ID != 0 {
			kept = append(kept, c)
		}
	}
	return kept, nil
}

// Resolve finds the one customer that a person means: by id (#12), exact name,
// phone, or a search that fits only one. It answers model.ErrNotFound or an
// model.AmbiguousError.
func (s *Store) Resolve(ctx context.Context, text string) (model.Customer, error) {
	text = model.Clean(text)
	var id int64
	if n, err := fmt.Sscanf(text, "#%d", &id); err == nil && n == 1 {
		return s.Customer(ctx, id)
	}
	for _, key := range []struct{ kind, value string }{{keyName, model.BareName(text)}, {keyPhone, model.PhoneDigits(text)}} {
		if key.value == "" {
			continue
		}
		ids, err := s.ids(ctx, "SELECT customer_id FROM customer_key WHERE kind = ? AND key = ? ORDER BY customer_id", key.kind, key.value)
		if err != nil {
			return model.Customer{}, err
		}
		if len(ids) > 0 {
			return s.only(ctx, text, ids)
		}
	}
	if text == "" {
		return model.Customer{}, fmt.Errorf("%q: %w", text, model.ErrNotFound)
	}
	ids, err := s.CustomerIDs(ctx, model.Query{Search: text})
	if err != nil {
		return model.Customer{}, err
	}
	return s.only(ctx, text, ids)
}

func (s *Store) only(ctx context.Context, text string, ids []int64) (model.Customer, error) {
	switch len(ids) {
	case 0:
		return model.Customer{}, fmt.Errorf("%q: %w", text, model.ErrNotFound)
	case 1:
		return s.Customer(ctx, ids[0])
	}
	some, err := s.CustomersByID(ctx, ids[:min(len(ids), 8)])
	return model.Customer{}, errors.Join(err, &model.AmbiguousError{Text: text, Customers: some})
}

// jsonList is ids as one argument, for json_each: SQL takes only so many.
func jsonList(ids []int64) string {
	b := []byte{'['}
	for i, id := range ids {
		if i > 0 {
			b = append(b, ',')
		}
		b = strconv.AppendInt(b, id, 10)
	}
	return string(append(b, ']'))
}

// ids reads a column of ids.
func (s *Store) ids(ctx context.Context, query string, args ...any) ([]int64, error) {
	rows, err := s.db.QueryContext(ctx, query, args...)
	if err != nil {
		return nil, err
	}
	return scanIDs(rows)
}

func scanIDs(rows *sql.Rows) ([]int64, error) {
	defer rows.Close()
	var ids []int64
	for rows.Next() {
		var id int64
		if err := rows.Scan(&id); err != nil {
			return nil, err
		}
		ids = append(ids, id)
	}
	return ids, rows.Err()
}

// CountCustomers is how many customers there are, without the archived ones.
func (s *Store) CountCustomers(ctx context.Context) (n int, err error) {
	err = s.db.QueryRowContext(ctx, "SELECT count(*) FROM customer WHERE archived = 0").Scan(&n)
	return n, err
}

// BroughtBy are the customers that one brought, at most so many.
func (s *Store) BroughtBy(ctx context.Context, customer int64, limit int) ([]model.Customer, error) {
	return customers.query(ctx, s.db, "WHERE referrer <> 0 AND referrer = ? ORDER BY id LIMIT ?", customer, limit)
}
