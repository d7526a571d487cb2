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

// The records of customers that come back every year.
var (
	contacts  = newTable("contact", model.ContactFields)
	occasions = newTable("occasion", model.OccasionFields)
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
	f, until := &d.Facts, today.AddDays(ahead)
	for _, read := range []func(context.Context, *model.Facts, model.Date) error{
		s.readYearly, s.readPapers, s.readGreetable, s.readDebts, s.readBills, s.readOrders, s.readHabits, s.readProjects, s.readDue,
		s.readCases, s.readHandled,
	} {
		if err := read(ctx, f, until); err != nil {
			return d, err
		}
	}
	done, err := journal.query(ctx, s.db, "WHERE (at >= ?1 AND at < ?2) OR (closed_on <> '' AND closed_on = ?1) ORDER BY updated_at DESC",
		today, today.AddDays(1))
	if err != nil {
		return d, err
	}
	if d.Entries, err = s.withCustomers(ctx, done); err != nil {
		return d, err
	}
	d.Ticks, err = handled.query(ctx, s.db, "WHERE handled_on = ? ORDER BY id DESC", today)
	return d, err
}

// readYearly reads the contacts whose birthdays, and the important dates that,
// are near.
func (s *Store) readYearly(ctx context.Context, f *model.Facts, until model.Date) (err error) {
	keys := nearKeys(f, until)
	const live = " AND (SELECT archived = 0 AND grade <> 'E' FROM customer WHERE customer.id = customer_id) ORDER BY id"
	if f.Contacts, err = contacts.query(ctx, s.db, "WHERE birthday <> '' AND birthday_key IN ("+keys+")"+live); err != nil {
		return err
	}
	f.Occasions, err = occasions.query(ctx, s.db, "WHERE day_key IN ("+keys+")"+live)
	return err
}

// readDue reads the customers whom any rule may concern.
func (s *Store) readDue(ctx context.Context, f *model.Facts, until model.Date) error {
	ids, err := s.alerted(ctx, f, until)
	if err != nil {
		return err
	}
	for _, k := range f.Contacts {
		ids = append(ids, k.CustomerID)
	}
	for _, o := range f.Occasions {
		ids = append(ids, o.CustomerID)
	}
	for _, p := range f.Papers {
		ids = append(ids, p.CustomerID)
	}
	for _, d := range f.Debts {
		ids = append(ids, d.CustomerID)
	}
	for _, b := range f.Bills {
		ids = append(ids, b.CustomerID)
	}
	ids = append(ids, orderedBy(f)...)
	defer nameDebts(f)
	defer nameBills(f)
	defer nameOrders(f)
	f.Customers, err = customers.query(ctx, s.db, `WHERE id IN (
		SELECT id FROM customer WHERE archived = 0 AND next_on <> '' AND grade <> 'E' AND next_on <= ?1
		UNION ALL SELECT id FROM customer WHERE archived = 0 AND retry_on <> '' AND grade <> 'E' AND retry_on <= ?1
		UNION ALL SELECT id FROM customer WHERE archived = 0 AND regrade_on <> '' AND regrade_on <= ?1
		UNION ALL SELECT id FROM customer WHERE archived = 0 AND grade = '' AND last_on <> '' AND last_on <= ?1
		UNION ALL SELECT id FROM customer WHERE archived = 0 AND birthday <> '' AND birthday_key IN (`+nearKeys(f, until)+`)
		UNION ALL SELECT value FROM json_each(?2))`, until, jsonList(ids))
	return err
}

func (s *Store) readCases(ctx context.Context, f *model.Facts, _ model.Date) error {
	open, err := journal.query(ctx, s.db, `WHERE case_status = 'open'
		AND (SELECT archived FROM customer WHERE customer.id = customer_id) = 0 ORDER BY at`)
	if err != nil {
		return err
	}
	f.Cases, err = s.withCustomers(ctx, open)
	return err
}

// readHandled reads the ticks, and the snoozes that still hold something back,
// of the customers at hand and of festivals, which are nobody's.
func (s *Store) readHandled(ctx context.Context, f *model.Facts, _ model.Date) (err error) {
	ids := []int64{0}
	for _, c := range f.Customers {
		ids = append(ids, c.ID)
	}
	for _, k := range f.Cases {
		ids = append(ids, k.Customer.ID)
	}
	for i := range f.Projects {
		ids = append(ids, f.Projects[i].CustomerID)
	}
	f.Handled, err = handled.query(ctx, s.db, `WHERE customer_id IN (SELECT value FROM json_each(?))
		AND (until = '' OR until > ?) ORDER BY id`, jsonList(ids), f.Today)
	return err
}

// nearKeys is the list, in SQL, of the keys of the days that come back within
// the lead of the days until one, or have just been.
func nearKeys(f *model.Facts, until model.Date) string {
	keys := birthdayKeys(f.Today.AddDays(-7), until.AddDays(int(f.Settings.DateLead)))
	return "'" + strings.Join(keys, "', '") + "'"
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
// is optional. A row can't be put off to a day that has come. A row that stands
// for several is handled as each of them.
func (s *Store) Handle(ctx context.Context, r model.Row, until model.Date, reason string) error {
	act := model.ActTick
	if until != "" {
		act = model.ActSnooze
		if until <= s.today() {
			return model.At("until", model.Refuse(model.RefusedPast, string(until)))
		}
	}
	return s.change(ctx, act, reason, func(w *write) error {
		for _, p := range r.Parts() {
			h := model.Handled{Kind: p.Kind, Record: p.Record, About: p.About, CustomerID: p.CustomerID, DueOn: p.DueOn,
				On: w.today, Until: until, Reason: reason}
			if err := handled.insert(ctx, w, &h); err != nil {
				return err
			}
		}
		return nil
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
