package store

import (
	"context"

	"genjin/model"
)

var marketNotes = newTable("market_note", model.MarketNoteFields)

// marketSource is where the list of market notes is read from.
var marketSource = source[model.MarketNoteOf]{
	view: &model.MarketNoteView, from: fromTable("market_note"),
	search: ofWhomOr("r.subject", "r.competitor", "r.product", "r.note", "r.source"),
	rows: func(ctx context.Context, s *Store, ids []int64, _ bool) ([]model.MarketNoteOf, error) {
		found, err := marketNotes.query(ctx, s.db, "WHERE id IN (SELECT value FROM json_each(?))", jsonList(ids))
		if err != nil {
			return nil, err
		}
		whose := make([]int64, len(found))
		for i, n := range found {
			whose[i] = n.CustomerID
		}
		names, err := s.customerNames(ctx, whose)
		list := make([]model.MarketNoteOf, len(found))
		for i, n := range found {
			list[i] = model.MarketNoteOf{MarketNote: n, Customer: names[n.CustomerID]}
		}
		return list, err
	},
}

// MarketList is the list of market notes.
func (s *Store) MarketList() model.Lister[model.MarketNoteOf] {
	return listing[model.MarketNoteOf]{&marketSource, s}
}
