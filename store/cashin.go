package store

import (
	"context"
	"slices"

	"genjin/model"
)

// CashIn is the expected cash-in of the weeks from today's on: of what is open, and
// of the drafts in hand when they mature.
func (s *Store) CashIn(ctx context.Context, weeks int) ([]model.CashIn, error) {
	l, err := s.ledger(ctx, 0)
	if err != nil {
		return nil, err
	}
	// Both reads go through all that is open; they take their time at once.
	var delays map[int64]int
	read := make(chan error, 1)
	go func() {
		var err error
		delays, err = s.usualDelays(ctx, l)
		read <- err
	}()
	open, who, err := s.openDebts(ctx, l)
	if late := <-read; err == nil {
		err = late
	}
	if err != nil {
		return nil, err
	}
	for i := range open {
		open[i].Delay = delays[who[i]]
	}
	bills, err := s.billsAhead(ctx, l.today)
	if err != nil {
		return nil, err
	}
	return expectCash(append(open, bills...), l.today, weeks)
}

// expectCash spreads what is open over weeks, a line a currency.
func expectCash(open []model.OpenDebt, today model.Date, weeks int) ([]model.CashIn, error) {
	in, ok := model.ExpectCash(open, today, weeks)
	if !ok {
		return nil, model.ErrSumTooLarge
	}
	slices.SortFunc(in, func(a, b model.CashIn) int { return model.CompareCurrencies(a.Currency, b.Currency) })
	return in, nil
}

// openDebts are the open receivables that money is expected of, and whose they
// are. What was promised of a few is read apart, so that an index has all that
// is asked of the others.
func (s *Store) openDebts(ctx context.Context, l ledger) (open []model.OpenDebt, who []int64, err error) {
	promised, err := s.openPromises(ctx, l)
	if err != nil {
		return nil, nil, err
	}
	rows, err := s.db.QueryContext(ctx, `SELECT r.id, r.customer_id, r.currency, r.amount - r.settled, r.due_on
		FROM `+l.from+` r WHERE r.settled < r.amount AND r.since <= ? AND r.disputed = 0`, l.today)
	if err != nil {
		return nil, nil, err
	}
	defer rows.Close()
	for rows.Next() {
		var d model.OpenDebt
		var id, customer int64
		if err := rows.Scan(&id, &customer, &d.Currency, &d.Open, &d.DueOn); err != nil {
			return nil, nil, err
		}
		if p, ok := promised[id]; ok {
			d.PromiseOn, d.Promised = p.PromiseOn, p.Promised
		}
		open, who = append(open, d), append(who, customer)
	}
	return open, who, rows.Err()
}

// openPromises is what is still to come of what was promised, by receivable.
func (s *Store) openPromises(ctx context.Context, l ledger) (map[int64]model.OpenDebt, error) {
	rows, err := s.db.QueryContext(ctx, `SELECT r.id, r.promise_on, max(r.promised_sum - (r.paid - r.promised_paid), 0)
		FROM `+l.from+` r WHERE r.settled < r.amount AND r.promise_on <> ''`)
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	promised := map[int64]model.OpenDebt{}
	for rows.Next() {
		var id int64
		var d model.OpenDebt
		if err := rows.Scan(&id, &d.PromiseOn, &d.Promised); err != nil {
			return nil, err
		}
		promised[id] = d
	}
	return promised, rows.Err()
}

// usualDelays is the median of the days late of every customer's payments of
// the last 24 months; who has none is expected in time.
func (s *Store) usualDelays(ctx context.Context, l ledger) (map[int64]int, error) {
	rows, err := s.db.QueryContext(ctx, `SELECT a.customer_id, CAST(julianday(a.allocated_on) - julianday(r.due_on) AS INTEGER)
		FROM allocation a JOIN `+l.from+` r ON r.id = a.receivable_id JOIN payment p ON p.id = a.payment_id AND p.came_on = ''
		WHERE a.allocated_on > ?1 AND a.allocated_on <= ?2 AND (a.reversed_on = '' OR a.reversed_on > ?2) AND r.due_on <> ''`,
		model.ScoreSince(l.today), l.today)
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	parts := map[int64][]model.LatePart{}
	for rows.Next() {
		var id int64
		var p model.LatePart
		if err := rows.Scan(&id, &p.Days); err != nil {
			return nil, err
		}
		parts[id] = append(parts[id], p)
	}
	delays := map[int64]int{}
	for id, p := range parts {
		delays[id], _ = model.MedianLate(p)
	}
	return delays, rows.Err()
}
