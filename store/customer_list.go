package store

import (
	"context"

	"genjin/model"
)

// customerSource is where the list of customers is read from. The order of names
// is that of customer_search, whose index is enough where no column of the card
// is asked for. With one, the cards are read one after the other, which is
// faster than in the order of the names.
var customerSource = source[model.CustomerOf]{
	view: &model.CustomerView,
	from: func(_ context.Context, _ *Store, n need) (string, error) {
		if n.only("name", "id") && n.orders["name"] {
			return "(SELECT customer_id AS id, archived, text AS reading FROM customer_search)", nil
		}
		return "customer", nil
	},
	beside: func(ctx context.Context, s *Store, n need) (b beside, err error) {
		if n.orders["name"] && !n.only("name", "id") {
			b.join = " CROSS JOIN (SELECT customer_id, text AS reading FROM customer_search) s ON s.customer_id = r.id"
		}
		if n.uses("lead") {
			b.join += withCampaign("r")
		}
		if n.uses(model.AxisImportance) && n.at.Settings.ImportanceThreshold > 0 {
			var orders string
			orders, err = s.boughtFrom(ctx)
			b.with = "WITH bought AS (" + model.BoughtSQL(n.at, orders) + ") "
		}
		return b, err
	},
	phones: "r.id IN (SELECT customer_id FROM customer_key WHERE kind = 'phone' AND %s)",
	narrow: func(ctx context.Context, s *Store, ids []int64, text string, byFit bool) ([]int64, error) {
		return s.searchWithin(ctx, ids, text, byFit)
	},
	rows: func(ctx context.Context, s *Store, ids []int64, whole bool) ([]model.CustomerOf, error) {
		cards, err := s.CustomersByID(ctx, ids)
		if err != nil {
			return nil, err
		}
		list, by := make([]model.CustomerOf, len(cards)), []int64{}
		for i, c := range cards {
			list[i].Customer = c
			if c.Referrer != 0 {
				by = append(by, c.Referrer)
			}
		}
		if err := s.nameCampaigns(ctx, list); err != nil {
			return nil, err
		}
		if err := s.nameReferrers(ctx, list, by); err != nil || !whole {
			return list, err
		}
		return list, s.readPrices(ctx, list, ids)
	},
}

// CustomerList is the list of customers.
func (s *Store) CustomerList() model.Lister[model.CustomerOf] {
	return listing[model.CustomerOf]{&customerSource, s}
}

// CustomerIDs are the customers of a list in its order. A screen holds the
// ids and reads the cards of the rows that it shows.
func (s *Store) CustomerIDs(ctx context.Context, q model.Query) ([]int64, error) {
	return s.CustomerList().IDs(ctx, q)
}

// nameReferrers reads what those are called who brought customers.
func (s *Store) nameReferrers(ctx context.Context, list []model.CustomerOf, by []int64) error {
	if len(by) == 0 {
		return nil
	}
	names, err := s.customerNames(ctx, by)
	for i := range list {
		list[i].ReferredBy = names[list[i].Referrer]
	}
	return err
}

// readPrices reads the prices that customers have of their own.
func (s *Store) readPrices(ctx context.Context, list []model.CustomerOf, ids []int64) error {
	prices, err := kinds["customer_price"].items(ctx, s.db,
		"WHERE customer_id IN (SELECT value FROM json_each(?)) ORDER BY customer_id, id", jsonList(ids))
	of := map[int64][]model.Item{}
	for _, p := range prices {
		of[p.CustomerID] = append(of[p.CustomerID], p)
	}
	for i := range list {
		list[i].Prices = of[list[i].ID]
	}
	return err
}
