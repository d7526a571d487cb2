package store

import (
	"context"
	"fmt"
	"strings"

	"genjin/model"
)

// Log keeps one contact and what was decided with it: the entry goes into the
// journal, the card gets its next date. It returns both as kept.
func (s *Store) Log(ctx context.Context, e model.Entry, p model.Plan) (model.Entry, model.Customer, error) {
	var c model.Customer
	err := s.change(ctx, model.ActLog, p.Reason, func(w *write) (err error) {
		c, err = w.logContact(ctx, &e, p)
		return err
	})
	return e, c, err
}

func (w *write) logContact(ctx context.Context, e *model.Entry, p model.Plan) (model.Customer, error) {
	c, err := customers.byID(ctx, w.tx, e.CustomerID)
	if err != nil {
		return c, err
	}
	before := c
	e.SetNext = p.NextOn
	if err := w.addEntry(ctx, e); err != nil {
		return c, err
	}
	tally, err := w.tally(ctx, e.CustomerID)
	if err != nil {
		return c, err
	}
	if err := c.Apply(*e, p, tally, w.settings, w.today); err != nil {
		return c, err
	}
	if _, err := customers.update(ctx, w, &c); err != nil {
		return c, err
	}
	if err := w.noteLoss(ctx, &before, &c); err != nil {
		return c, err
	}
	return c, w.settleGrade(ctx, before, c, p.Reason)
}

// addEntry numbers, checks and inserts an entry.
func (w *write) addEntry(ctx context.Context, e *model.Entry) error {
	e.Complete()
	row := w.tx.QueryRowContext(ctx, "SELECT coalesce(max(seq), 0) + 1 FROM journal WHERE customer_id = ?", e.CustomerID)
	if err := row.Scan(&e.Seq); err != nil {
		return err
	}
	if err := e.Check(w.today); err != nil {
		return err
	}
	return journal.insert(ctx, w, e)
}

// tally counts the contacts of a customer.
func (w *write) tally(ctx context.Context, customer int64) (model.Tally, error) {
	rows, err := w.tx.QueryContext(ctx, "SELECT at, outcome FROM journal WHERE customer_id = ? ORDER BY seq, id", customer)
	if err != nil {
		return model.Tally{}, err
	}
	defer rows.Close()
	var entries []model.Entry
	for rows.Next() {
		var e model.Entry
		if err := rows.Scan(&e.At, &e.Outcome); err != nil {
			return model.Tally{}, err
		}
		entries = append(entries, e)
	}
	return model.TallyOf(entries, w.today), rows.Err()
}

// SaveEntry keeps an edited entry; the card follows where it depends on it.
func (s *Store) SaveEntry(ctx context.Context, e model.Entry) (model.Entry, error) {
	err := s.change(ctx, model.ActEntry, "", func(w *write) error {
		return w.saveEntry(ctx, &e)
	})
	return e, err
}

func (w *write) saveEntry(ctx context.Context, e *model.Entry) error {
	e.Complete()
	if err := e.Check(w.today); err != nil {
		return err
	}
	if _, err := journal.update(ctx, w, e); err != nil {
		return err
	}
	return w.recount(ctx, e.CustomerID)
}

// RemoveEntry takes an entry out of the journal; undo brings it back.
func (s *Store) RemoveEntry(ctx context.Context, id int64) error {
	return s.change(ctx, model.ActRemove, "", func(w *write) error {
		e, err := journal.byID(ctx, w.tx, id)
		if err != nil {
			return err
		}
		if err := journal.remove(ctx, w, id); err != nil {
			return err
		}
		return w.recount(ctx, e.CustomerID)
	})
}

// recount brings a card in line with its journal.
func (w *write) recount(ctx context.Context, customer int64) error {
	c, err := customers.byID(ctx, w.tx, customer)
	if err != nil {
		return err
	}
	tally, err := w.tally(ctx, customer)
	if err != nil {
		return err
	}
	c.Recount(tally, w.settings)
	_, err = customers.update(ctx, w, &c)
	return err
}

// CloseCase marks a case as dealt with today, with how it was solved.
func (s *Store) CloseCase(ctx context.Context, id int64, solution string, fault model.Fault) error {
	return s.change(ctx, model.ActClose, "", func(w *write) error {
		e, err := journal.byID(ctx, w.tx, id)
		if err != nil {
			return err
		}
		if !e.Kind.IsCase() {
			return fmt.Errorf("journal %d: %w", id, model.ErrNotFound)
		}
		e.Status, e.ClosedOn = model.CaseClosed, w.today
		if solution != "" {
			e.Solution = solution
		}
		if fault != "" {
			e.Fault = fault
		}
		return w.saveEntry(ctx, &e)
	})
}

// Entry reads one journal entry.
func (s *Store) Entry(ctx context.Context, id int64) (model.Entry, error) {
	return journal.byID(ctx, s.db, id)
}

// Entries are a customer's journal, the newest first; limit 0 = all.
func (s *Store) Entries(ctx context.Context, customer int64, limit int) ([]model.Entry, error) {
	if limit == 0 {
		limit = -1
	}
	return journal.query(ctx, s.db, "WHERE customer_id = ? ORDER BY at DESC, seq DESC LIMIT ?", customer, limit)
}

// LastWords is what was said last with each of the customers by the as-of day,
// and how to reach them.
func (s *Store) LastWords(ctx context.Context, customers []int64) (map[int64]model.LastWords, error) {
	rows, err := s.db.QueryContext(ctx, `SELECT c.id, c.phones, coalesce(j.at, ''), coalesce(j.method, ''), coalesce(j.outcome, ''),
		coalesce(j.situation, '') FROM customer c LEFT JOIN journal j ON j.id =
			(SELECT id FROM journal WHERE customer_id = c.id AND at < ?2 ORDER BY at DESC, seq DESC LIMIT 1)
		WHERE c.id IN (SELECT value FROM json_each(?1))`, jsonList(customers), s.today().AddDays(1))
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	said := map[int64]model.LastWords{}
	for rows.Next() {
		var id int64
		var w model.LastWords
		var outcome model.Outcome
		if err := rows.Scan(&id, &w.Phones, &w.At, &w.Method, &outcome, &w.Said); err != nil {
			return nil, err
		}
		w.Said, _, _ = strings.Cut(w.Said, "\n")
		w.Failed = outcome == model.NotReached
		said[id] = w
	}
	return said, rows.Err()
}

// Journal is the newest entries of all customers, with whose they are.
func (s *Store) Journal(ctx context.Context, limit int) ([]model.Case, error) {
	entries, err := journal.query(ctx, s.db, "ORDER BY at DESC, id DESC LIMIT ?", limit)
	if err != nil {
		return nil, err
	}
	return s.withCustomers(ctx, entries)
}

func (s *Store) withCustomers(ctx context.Context, entries []model.Entry) ([]model.Case, error) {
	var ids []int64
	owners := map[int64]model.Customer{}
	for _, e := range entries {
		if _, ok := owners[e.CustomerID]; !ok {
			owners[e.CustomerID] = model.Customer{}
			ids = append(ids, e.CustomerID)
		}
	}
	cards, err := s.CustomersByID(ctx, ids)
	if err != nil {
		return nil, err
	}
	for _, c := range cards {
		owners[c.ID] = c
	}
	cases := make([]model.Case, len(entries))
	for i, e := range entries {
		cases[i] = model.Case{Entry: e, Customer: owners[e.CustomerID]}
	}
	return cases, nil
}
