package store

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"slices"
	"strings"

	"genjin/model"
)

// Day reads the facts of the as-of day, and of the days ahead of it: for every
// condition of the queue the customers that its index finds.
func (s *Store) Day(ctx context.Context, ahead int) (model.Day, error) {
	today := s.today()
	set, err := s.Settings(ctx)
	if err != nil {
		return model.Day{}, err
	}
	d := model.Day{Facts: model.Facts{Today: today, Settings: set}}
	until := today.AddDays(ahead)
	births := birthdayKeys(today.AddDays(-7), until.AddDays(int(set.DateLead)))
	d.Facts.Customers, err = customers.query(ctx, s.db, fmt.Sprintf(`WHERE id IN (
		SELECT id FROM customer WHERE archived = 0 AND next_on <> '' AND grade <> 'E' AND next_on <= ?1
		UNION SELECT id FROM customer WHERE archived = 0 AND retry_on <> '' AND grade <> 'E' AND retry_on <= ?1
		UNION SELECT id FROM customer WHERE archived = 0 AND regrade_on <> '' AND regrade_on <= ?1
		UNION SELECT id FROM customer WHERE archived = 0 AND grade = '' AND last_on <> '' AND last_on <= ?1
		UNION SELECT id FROM customer WHERE archived = 0 AND birthday <> '' AND birthday_key IN ('%s'))`,
		strings.Join(births, "', '")), until)
	if err != nil {
		return d, err
	}
	open, err := journal.query(ctx, s.db, `WHERE case_status = 'open'
		AND (SELECT archived FROM customer WHERE customer.id = customer_id) = 0 ORDER BY at`)
	if err != nil {
		return d, err
	}
	if d.Facts.Cases, err = s.withCustomers(ctx, open); err != nil {
		return d, err
	}
	if d.Facts.Handled, err = s.handledOf(ctx, d.Facts); err != nil {
		return d, err
	}
	done, err := journal.query(ctx, s.db, "WHERE (at >= ?1 AND at < ?2) OR (closed_on <> '' AND closed_on = ?1) ORDER BY updated_at DESC", today, today.AddDays(1))
	if err != nil {
		return d, err
	}
	if d.Entries, err = s.withCustomers(ctx, done); err != nil {
		return d, err
	}
	d.Ticks, err = handled.query(ctx, s.db, "WHERE handled_on = ? ORDER BY id DESC", today)
	return d, err
}

// handledOf reads the ticks, and the snoozes that still hold something back, of
// the customers at hand.
func (s *Store) handledOf(ctx context.Context, f model.Facts) ([]model.Handled, error) {
	var ids []int64
	for _, c := range f.Customers {
		ids = append(ids, c.ID)
	}
	for _, k := range f.Cases {
		ids = append(ids, k.Customer.ID)
	}
	return handled.query(ctx, s.db, `WHERE customer_id IN (SELECT value FROM json_each(?))
		AND (until = '' OR until > ?) ORDER BY id`, jsonList(ids), f.Today)
}

// birthdayKeys are the values of customer.birthday_key that may fall on the
// days from one to another. A birthday on a day that a year lacks is kept the
// day before, so the last days of months bring the longer month's with them.
func birthdayKeys(from, to model.Date) []string {
	var keys []string
	for d := from; d <= to; d = d.AddDays(1) {
		keys = append(keys, string(d[5:]))
		if d[5:] == "02-28" {
			keys = append(keys, "02-29")
		}
		_, month, day, _ := model.LunarDate(d)
		keys = append(keys, fmt.Sprintf("L%02d-%02d", month, day))
		if day == 29 {
			keys = append(keys, fmt.Sprintf("L%02d-30", month))
		}
	}
	slices.Sort(keys)
	return slices.Compact(keys)
}

// Handle ticks a row of the queue off, or puts it off until a day; the reason
// is optional. A row can't be put off to a day that has come.
func (s *Store) Handle(ctx context.Context, r model.Row, until model.Date, reason string) error {
	act := model.ActTick
	if until != "" {
		act = model.ActSnooze
		if until <= s.today() {
			return model.At("until", model.Refuse(model.RefusedPast, string(until)))
		}
	}
	return s.change(ctx, act, reason, func(w *write) error {
		h := model.Handled{Kind: r.Kind, Record: r.Record, CustomerID: r.CustomerID, DueOn: r.DueOn, On: w.today, Until: until, Reason: reason}
		return handled.insert(ctx, w, &h)
	})
}

// SetGrade sets a customer's grade from Today; accepted or against the
// suggestion, then with a reason.
func (s *Store) SetGrade(ctx context.Context, customer int64, g model.Grade, reason string) error {
	return s.change(ctx, model.ActGrade, reason, func(w *write) error {
		c, err := customers.byID(ctx, w.tx, customer)
		if err != nil {
			return err
		}
		c.Grade = g
		return w.saveCustomer(ctx, &c, reason)
	})
}

func isNoRows(err error) bool { return errors.Is(err, sql.ErrNoRows) }
