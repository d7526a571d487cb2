package store

import (
	"context"
	"database/sql"

	"genjin/model"
)

// HeldBack is what there is to be looked at before the goods of an order go out.
func (s *Store) HeldBack(ctx context.Context, order int64) (model.Held, error) {
	o, err := orders.byID(ctx, s.db, order)
	if err != nil {
		return model.Held{}, err
	}
	return held(ctx, s.db, &o)
}

func held(ctx context.Context, q querier, o *model.Order) (model.Held, error) {
	owed, err := receivables.query(ctx, q, "WHERE order_id = ? AND order_id <> 0 AND customer_id = ? ORDER BY instalment, id",
		o.ID, o.CustomerID)
	if err != nil {
		return model.Held{}, err
	}
	h := model.HeldOf(owed)
	h.Stopped, err = moneySums(ctx, q, `SELECT sum(amount - settled), currency FROM receivable
		WHERE customer_id = ? AND settled < amount AND disputed = 0 AND chased_level >= ? GROUP BY currency ORDER BY currency`,
		o.CustomerID, model.StopLevel)
	if err != nil {
		return h, err
	}
	h.Advance, err = moneySums(ctx, q, `SELECT sum(amount - allocated - refunded), currency FROM payment
		WHERE customer_id = ? AND reversed_on = '' AND amount > allocated + refunded GROUP BY currency ORDER BY currency`, o.CustomerID)
	return h, err
}

// moneySums reads sums with their currencies.
func moneySums(ctx context.Context, q querier, query string, args ...any) ([]model.Money, error) {
	rows, err := q.QueryContext(ctx, query, args...)
	return summed(rows, err, func(rows *sql.Rows, m *model.Money) error { return rows.Scan(&m.Amount, &m.Currency) })
}
