package store

import (
	"context"

	"genjin/model"
)

// journalSource is where the list of entries is read from.
var journalSource = source[model.Case]{
	view: &model.JournalView, from: fromTable("journal"),
	exists: func(at model.AsOf) string { return "r.at < " + quote(string(at.Today.AddDays(1))) },
	search: inJournal,
	rows: func(ctx context.Context, s *Store, ids []int64, _ bool) ([]model.Case, error) {
		entries, err := journal.query(ctx, s.db, "WHERE id IN (SELECT value FROM json_each(?))", jsonList(ids))
		if err != nil {
			return nil, err
		}
		return s.withCustomers(ctx, entries)
	},
}

// JournalList is the list of journal entries.
func (s *Store) JournalList() model.Lister[model.Case] { return listing[model.Case]{&journalSource, s} }
