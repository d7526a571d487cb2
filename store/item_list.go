package store

import (
	"context"
	"strings"

	"genjin/model"
)

// itemSources are where the lists of records that are kept as items are read
// from, by record.
var itemSources = allItemSources()

func allItemSources() map[string]*source[model.ItemOf] {
	sources := map[string]*source[model.ItemOf]{}
	for record, view := range model.ItemViews {
		sources[record] = itemSource(record, view)
	}
	return sources
}

func itemSource(record string, view *model.View[model.ItemOf]) *source[model.ItemOf] {
	var texts []string
	for _, c := range view.Columns {
		if c.Kind == model.KindText || c.Kind == model.KindNote {
			texts = append(texts, "r."+c.Code)
		}
	}
	return &source[model.ItemOf]{
		view: view, from: fromTable(record), search: itemSearch(record, strings.Join(texts, " || char(10) || ")),
		rows: func(ctx context.Context, s *Store, ids []int64, _ bool) ([]model.ItemOf, error) {
			found, err := kinds[record].items(ctx, s.db, "WHERE id IN (SELECT value FROM json_each(?))", jsonList(ids))
			if err != nil {
				return nil, err
			}
			var who []int64
			for _, it := range found {
				who = append(who, it.CustomerID)
			}
			of, err := s.owners(ctx, who)
			list := make([]model.ItemOf, len(found))
			for i, it := range found {
				list[i] = model.ItemOf{Item: it, Customer: of[it.CustomerID].Name, Archived: of[it.CustomerID].Archived}
			}
			return list, err
		},
	}
}

// itemSearch looks for a text in what records say, and in whose they are.
func itemSearch(record, texts string) func(context.Context, *Store, string, string) (clause, error) {
	if k, _ := model.KindOf(record); k.OfCustomer() {
		return ofWhomOr(texts)
	}
	return textIn(texts)
}

// ItemList is the list of the records of one of model.ItemViews.
func (s *Store) ItemList(record string) model.Lister[model.ItemOf] {
	return listing[model.ItemOf]{itemSources[record], s}
}
