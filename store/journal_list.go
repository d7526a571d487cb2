package store

import (
	"context"
	"maps"
	"slices"

	"genjin/model"
)

// JournalIDs are the entries of a list of all customers' entries, in its
// order. A screen holds the ids and reads the rows that it shows. What lies
// after the as-of date is not there.
func (s *Store) JournalIDs(ctx context.Context, q model.JournalQuery) ([]int64, error) {
	where, args, err := s.journalWhere(ctx, q)
	if err != nil {
		return nil, err
	}
	at := "at"
	if q.Kind != "" || q.Method != "" || q.Outcome != "" || q.Text != "" {
		at = "+at" // by its index every row would be looked up: sorting is faster
	}
	order := " ORDER BY " + at + " DESC, id DESC"
	if q.Oldest {
		order = " ORDER BY " + at + ", id"
	}
	return s.ids(ctx, "SELECT id FROM journal WHERE "+where+order, args...)
}

// CountJournal counts the entries of a list by their outcome.
func (s *Store) CountJournal(ctx context.Context, q model.JournalQuery) (c model.JournalCount, err error) {
	where, args, err := s.journalWhere(ctx, q)
	if err != nil {
		return c, err
	}
	err = s.db.QueryRowContext(ctx,
		"SELECT count(*) FILTER (WHERE outcome <> 'not_reached'), count(*) FILTER (WHERE outcome = 'not_reached') FROM journal WHERE "+where,
		args...).
		Scan(&c.Reached, &c.NotReached)
	return c, err
}

// journalWhere says in SQL which entries a list has.
func (s *Store) journalWhere(ctx context.Context, q model.JournalQuery) (where string, args []any, err error) {
	today := s.today()
	until := today
	if q.Within.Last != "" {
		until = min(until, q.Within.Last)
	}
	where, args = "at < ?", []any{until.AddDays(1)}
	and := func(condition string, values ...any) {
		where, args = where+" AND "+condition, append(args, values...)
	}
	if q.Within.First != "" {
		and("at >= ?", q.Within.First)
	}
	if q.Kind != "" {
		and("kind = ?", q.Kind)
	}
	if q.Method != "" {
		and("method = ?", q.Method)
	}
	if q.Outcome != "" {
		and("outcome = ?", q.Outcome)
	}
	if q.Open {
		// Its two indexes find them; one closed since was open on the day.
		and(`id IN (SELECT id FROM journal WHERE case_status = 'open' UNION ALL SELECT id FROM journal WHERE closed_on <> '' AND closed_on > ?)
			AND (SELECT archived FROM customer WHERE customer.id = customer_id) = 0`, today)
	}
	if wanted := folded(model.Clean(q.Customer)); wanted != "" {
		fits, err := s.fits(ctx, wanted)
		if err != nil {
			return "", nil, err
		}
		and("customer_id IN (SELECT value FROM json_each(?))", jsonList(slices.Sorted(maps.Keys(fits))))
	}
	if text := model.Clean(q.Text); text != "" {
		and("instr(lower(situation || char(10) || problem || char(10) || solution), lower(?)) > 0", text)
	}
	return where, args, nil
}

// JournalRows reads entries with whose they are, in the order of the ids; ones
// that are gone are left out.
func (s *Store) JournalRows(ctx context.Context, ids []int64) ([]model.Case, error) {
	entries, err := journal.query(ctx, s.db, "WHERE id IN (SELECT value FROM json_each(?))", jsonList(ids))
	if err != nil {
		return nil, err
	}
	place := make(map[int64]int, len(ids))
	for i, id := range ids {
		place[id] = i
	}
	slices.SortFunc(entries, func(a, b model.Entry) int { return place[a.ID] - place[b.ID] })
	return s.withCustomers(ctx, entries)
}

// journalSource is where the list of entries is read from.
var journalSource = source[model.Case]{
	view: &model.JournalView, from: fromTable("journal"),
	exists: func(at model.AsOf) string { return "r.at < " + quote(string(at.Today.AddDays(1))) },
	search: ofWhomOr("r.situation", "r.problem", "r.solution"),
	rows: func(ctx context.Context, s *Store, ids []int64, _ bool) ([]model.Case, error) {
		return s.JournalRows(ctx, ids)
	},
}

// JournalList is the list of journal entries.
func (s *Store) JournalList() model.Lister[model.Case] { return listing[model.Case]{&journalSource, s} }
