package store

import (
	"context"
	"database/sql"
	"fmt"
	"slices"

	"genjin/model"
)

// mostAlerts is how many alerts of one kind Today shows at a time: grade A
// first, then B and so on, the longest standing first. When they are dealt
// with the next ones follow. After an import of a thousand thin cards nobody
// wants a thousand rows.
const mostAlerts = 100

// alerted finds the customers whom an alert may concern, and since when their
// cards are too thin.
func (s *Store) alerted(ctx context.Context, f *model.Facts, until model.Date) ([]int64, error) {
	silent, err := s.silent(ctx, f, until)
	if err != nil {
		return nil, err
	}
	f.Thin = map[int64]model.Date{}
	ids := silent
	for _, days := range []struct{ from, to model.Date }{{"", f.Today}, {f.Today.AddDays(1), until}} {
		thin, err := s.thin(ctx, f, days.from, days.to)
		if err != nil {
			return nil, err
		}
		ids = append(ids, thin...)
	}
	return ids, nil
}

// unlessHandled leaves out the rows of kind alert that are ticked off, or put
// off beyond the days looked at: about what, of which customer, due on which
// day, as SQL.
func unlessHandled(about, customer, due string) string {
	return fmt.Sprintf(` AND NOT EXISTS (SELECT 1 FROM handled h WHERE h.record = %s AND h.kind = '%s' AND h.about = '%s'
		AND h.due_on = %s AND h.handled_on <= :today AND (h.until = '' OR h.until > :until))`, customer, model.RowAlert, about, due)
}

// thin are the customers whose cards are too thin for their grade since a day
// of the given ones.
func (s *Store) thin(ctx context.Context, f *model.Facts, from, to model.Date) ([]int64, error) {
	if from > to {
		return nil, nil
	}
	rows, err := s.db.QueryContext(ctx, `SELECT customer_id, since FROM customer_thin WHERE grade IN ('A', 'B')
		AND since >= :from AND since <= :until`+
		unlessHandled(model.AboutThin, "customer_thin.customer_id", "customer_thin.since")+` ORDER BY grade, since, customer_id LIMIT :most`,
		sql.Named("from", from), sql.Named("until", to), sql.Named("today", f.Today), sql.Named("most", mostAlerts))
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	var ids []int64
	for rows.Next() {
		var id int64
		var since model.Date
		if err := rows.Scan(&id, &since); err != nil {
			return nil, err
		}
		f.Thin[id] = since
		ids = append(ids, id)
	}
	return ids, rows.Err()
}

// silent are the customers not reached for longer than the rule allows, grade
// by grade, who are not due.
func (s *Store) silent(ctx context.Context, f *model.Facts, until model.Date) ([]int64, error) {
	var ids []int64
	for _, g := range []model.Grade{model.GradeA, model.GradeB, model.Ungraded, model.GradeC, model.GradeD} {
		// How many days after a contact the silence begins.
		of := model.Customer{Grade: g, LastOn: f.Today}
		days := of.Silence(f.Settings).Sub(f.Today)
		found, err := s.ids(ctx, `SELECT id FROM customer WHERE archived = 0 AND grade = :grade AND last_on > '' AND last_on <= :last
			AND NOT `+inCare+` AND (next_on = '' OR next_on > :today)`+
			unlessHandled(model.AboutSilence, "customer.id", fmt.Sprintf("date(last_on, '+%d days')", days))+` ORDER BY last_on LIMIT :most`,
			sql.Named("grade", g), sql.Named("last", until.AddDays(-days)), sql.Named("today", f.Today), sql.Named("until", until),
			sql.Named("most", mostAlerts-len(ids)))
		if err != nil {
			return nil, err
		}
		if ids = append(ids, found...); len(ids) >= mostAlerts {
			return ids, nil
		}
	}
	days := int(2*f.Settings.CareDays) + 1
	found, err := s.ids(ctx, `SELECT id FROM customer WHERE archived = 0 AND grade <> 'E' AND care_from <> ''
		AND care_from <= :last AND last_on > '' AND last_on <= :last
		AND `+inCare+` AND (next_on = '' OR next_on > :today)`+
		unlessHandled(model.AboutSilence, "customer.id", fmt.Sprintf("date(max(last_on, care_from), '+%d days')", days))+
		` ORDER BY care_from LIMIT :most`,
		sql.Named("last", until.AddDays(-days)), sql.Named("today", f.Today), sql.Named("until", until), sql.Named("most", mostAlerts-len(ids)))
	return append(ids, found...), err
}

// inCare is model.Customer.InCare in SQL.
const inCare = "(care_from <> '' AND stage = 'won' AND expected_on <= care_from)"

// noteThin keeps which cards are too thin for their grade. A card is given the
// day on which it became so to be filled in. It is worked out, not logged.
func (w *write) noteThin(ctx context.Context, c *model.Customer) error {
	if c.Archived || !c.Thin() {
		_, err := w.stmt(ctx, "DELETE FROM customer_thin WHERE customer_id = ?", c.ID)
		return err
	}
	_, err := w.stmt(ctx, `INSERT INTO customer_thin (customer_id, grade, since) VALUES (?, ?, ?)
		ON CONFLICT (customer_id) DO UPDATE SET grade = excluded.grade WHERE grade <> excluded.grade`, c.ID, c.Grade, w.today.AddDays(1))
	return err
}

// readGreetable counts whom a festival that is near is about.
func (s *Store) readGreetable(ctx context.Context, f *model.Facts, until model.Date) error {
	if len(model.FestivalsNear(f.Settings, f.Today, until)) == 0 {
		return nil
	}
	g := &f.Greetable
	return s.db.QueryRowContext(ctx, `SELECT (SELECT count(*) FROM customer WHERE archived = 0 AND grade = 'A'),
		(SELECT count(*) FROM customer WHERE archived = 0 AND grade = 'B'), (SELECT count(*) FROM customer WHERE archived = 0 AND grade = 'C'),
		(SELECT count(*) FROM customer WHERE archived = 0 AND important = 1 AND grade NOT IN ('A', 'B', 'C', 'E'))`).
		Scan(&g.A, &g.B, &g.C, &g.Important)
}

// Greetable are customers who could be greeted at a festival, at most so many:
// by grade, in each those last spoken with first, then the other important
// ones.
func (s *Store) Greetable(ctx context.Context, limit int) ([]model.Customer, error) {
	var found []model.Customer
	for _, where := range []string{
		"grade = 'A' ORDER BY last_on DESC, next_on DESC, id", "grade = 'B' ORDER BY last_on DESC, next_on DESC, id",
		"grade = 'C' ORDER BY last_on DESC, next_on DESC, id",
		"important = 1 AND grade NOT IN ('A', 'B', 'C', 'E') ORDER BY grade = '', grade, id",
	} {
		some, err := customers.query(ctx, s.db, "WHERE archived = 0 AND "+where+" LIMIT ?", limit-len(found))
		if err != nil {
			return nil, err
		}
		if found = slices.Concat(found, some); len(found) >= limit {
			break
		}
	}
	return found, nil
}
