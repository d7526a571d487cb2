package store

import (
	"context"
	"database/sql"

	"genjin/model"
)

// TrackedIDs are the customers of a grade's tracking journal in a span of
// days, by name: those that had a card, or a contact, by its end or by today.
func (s *Store) TrackedIDs(ctx context.Context, g model.Grade, p model.Span) ([]int64, error) {
	until := min(p.Last, s.today())
	return s.ids(ctx, `SELECT s.customer_id FROM customer c JOIN customer_search s ON s.customer_id = c.id
		WHERE c.archived = 0 AND c.grade = ?1 AND (c.filled_on <= ?2 OR EXISTS (
			SELECT 1 FROM journal WHERE customer_id = c.id AND at < ?3 AND outcome = 'reached'))
		ORDER BY s.text, s.customer_id`, g, until, until.AddDays(1))
}

// Tracked reads customers with the contacts that a tracking journal looks at,
// in the order of the ids; ones that are gone are left out.
func (s *Store) Tracked(ctx context.Context, ids []int64, p model.Span) ([]model.Tracked, error) {
	read, err := s.tracked(ctx, p, "c.id IN (SELECT value FROM json_each(?2))", "customer_id IN (SELECT value FROM json_each(?3))",
		jsonList(ids))
	if err != nil {
		return nil, err
	}
	byID := make(map[int64]model.Tracked, len(read))
	for _, k := range read {
		byID[k.CustomerID] = k
	}
	rows := make([]model.Tracked, 0, len(ids))
	for _, id := range ids {
		if k, ok := byID[id]; ok {
			rows = append(rows, k)
		}
	}
	return rows, nil
}

// Coverage is the share of each tracked grade's customers who were reached on
// or before every due day of a span (rule 2.2).
func (s *Store) Coverage(ctx context.Context, p model.Span) (map[model.Grade]model.Coverage, error) {
	set, err := s.Settings(ctx)
	if err != nil {
		return nil, err
	}
	read, err := s.tracked(ctx, p, "c.archived = 0 AND c.grade IN ('A', 'B', 'C', 'D')", "1", nil)
	if err != nil {
		return nil, err
	}
	covered := map[model.Grade]model.Coverage{}
	for _, g := range model.TrackedGrades {
		journal, c := model.NewTracking(g, p, s.today(), set), model.Coverage{}
		for i := range read {
			if read[i].Grade == g {
				journal.Count(&c, &read[i])
			}
		}
		covered[g] = c
	}
	return covered, nil
}

// tracked reads the customers that a condition picks, with their contacts:
// those in the span, and the last one before it.
func (s *Store) tracked(ctx context.Context, p model.Span, whose, theirs string, arg any) ([]model.Tracked, error) {
	reached, err := s.reached(ctx, p, theirs, arg)
	if err != nil {
		return nil, err
	}
	before := min(p.First, s.today().AddDays(1))
	args := []any{before}
	if arg != nil {
		args = append(args, arg)
	}
	rows, err := s.db.QueryContext(ctx, `SELECT c.id, c.name, c.grade, c.filled_on, c.last_on, c.next_on,
		(SELECT substr(at, 1, 10) || set_next FROM journal WHERE customer_id = c.id AND outcome = 'reached' AND at < ?1
		ORDER BY at DESC, seq DESC LIMIT 1)
		FROM customer c WHERE `+whose, args...)
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	var list []model.Tracked
	for rows.Next() {
		var k model.Tracked
		var last sql.NullString
		var lastOn, next model.Date
		if err := rows.Scan(&k.CustomerID, &k.Name, &k.Grade, &k.FilledOn, &lastOn, &next, &last); err != nil {
			return nil, err
		}
		if last.Valid {
			k.Before = model.Reach{On: model.Date(last.String[:10]), Next: model.Date(last.String[10:])}
		}
		k.Reached = reached[k.CustomerID]
		k.Plan(lastOn, next)
		list = append(list, k)
	}
	return list, rows.Err()
}

// reached are the contacts of a span that reached a customer, in order.
func (s *Store) reached(ctx context.Context, p model.Span, theirs string, arg any) (map[int64][]model.Reach, error) {
	args := []any{p.First, min(p.Last, s.today()).AddDays(1)}
	if arg != nil {
		args = append(args, arg)
	}
	rows, err := s.db.QueryContext(ctx, `SELECT customer_id, substr(at, 1, 10), set_next FROM journal
		WHERE at >= ?1 AND at < ?2 AND outcome = 'reached' AND `+theirs+` ORDER BY at, seq`, args...)
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	contacts := map[int64][]model.Reach{}
	for rows.Next() {
		var id int64
		var r model.Reach
		if err := rows.Scan(&id, &r.On, &r.Next); err != nil {
			return nil, err
		}
		contacts[id] = append(contacts[id], r)
	}
	return contacts, rows.Err()
}
