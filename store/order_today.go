package store

import (
	"context"
	"database/sql"

	"genjin/model"
)

// readOrders reads the orders that may ask for something by today or a later
// day: for every condition of the queue those that its index finds.
func (s *Store) readOrders(ctx context.Context, f *model.Facts, until model.Date) error {
	set, then := f.Settings, ""
	later, err := s.isEarlier(ctx)
	if err != nil {
		return err
	}
	if later { // of an earlier day, what those asked for that went on since
		then = " UNION ALL SELECT id FROM customer_order WHERE +ordered_on <= " + quote(string(f.Today)) + " AND id IN (" + touched(f.Today) + ")"
	}
	ids, err := s.ids(ctx, `SELECT id FROM customer_order WHERE next_on <> '' AND status IN ('confirmed', 'delivered') AND next_on <= ?1
		UNION ALL SELECT id FROM customer_order WHERE promised_on <> '' AND status = 'confirmed' AND promised_on <= ?2
		AND shipped_on = '' AND received_on = ''
		UNION ALL SELECT id FROM customer_order WHERE way_on <> '' AND status IN ('confirmed', 'delivered') AND way_eta < ?3
		UNION ALL SELECT id FROM customer_order WHERE received_on <> '' AND invoiced_on = '' AND status = 'delivered' AND received_on <= ?4
		UNION ALL SELECT id FROM customer_order WHERE promised_on = '' AND status = 'confirmed' AND confirmed_on < ?3
		AND shipped_on = '' AND received_on = ''
		UNION ALL SELECT id FROM customer_order WHERE status = 'reserved' AND reserved_until <= ?5
		UNION ALL SELECT id FROM customer_order WHERE quoted_on <> '' AND status = 'quote' AND quoted_on <= ?6
		UNION ALL SELECT id FROM customer_order WHERE review = 'needed'`+then,
		until.AddDays(int(set.NodeLead)), until.AddDays(int(set.LeadShip)-1), until, until.AddDays(-int(set.LagInvoice)),
		until.AddDays(int(set.ReserveDays)), until.AddDays(-int(set.QuoteDays)))
	if err != nil || len(ids) == 0 {
		return err
	}
	list, err := orders.query(ctx, s.db, "WHERE id IN (SELECT value FROM json_each(?)) ORDER BY id", jsonList(ids))
	if err != nil {
		return err
	}
	if _, _, err := s.ordersAsOf(ctx, list); err != nil {
		return err
	}
	for _, o := range list {
		f.Orders = append(f.Orders, model.Ordered{Order: o})
	}
	return nil
}

// readHabits reads the customers who order later, or less, than they used to.
func (s *Store) readHabits(ctx context.Context, f *model.Facts, until model.Date) error {
	if f.Settings.IntervalAlert {
		if err := s.readLateOrders(ctx, f, until); err != nil {
			return err
		}
	}
	quarters := []model.Date{model.Quarter(f.Today)}
	if q := model.Quarter(until); q != quarters[0] {
		quarters = append(quarters, q)
	}
	for _, q := range quarters {
		if err := s.readDrops(ctx, f, q, until); err != nil {
			return err
		}
	}
	return nil
}

// habitYears is how long ago the last order of somebody who comes back may be.
const habitYears = 2

// readLateOrders reads who orders usually every so many days, and didn't for
// half again as long; those who were to order last come first.
func (s *Store) readLateOrders(ctx context.Context, f *model.Facts, until model.Date) error {
	ids, err := s.ids(ctx, `SELECT r.customer_id FROM order_habit r JOIN customer c ON c.id = r.customer_id
		WHERE r.late_on <= :until AND r.late_on > :since AND c.archived = 0 AND c.grade <> 'E'`+
		unlessHandled(model.AboutInterval, "r.customer_id", "r.late_on")+` ORDER BY r.late_on DESC, r.customer_id LIMIT :most`,
		sql.Named("until", until), sql.Named("since", f.Today.AddMonths(-12*habitYears)), sql.Named("today", f.Today),
		sql.Named("most", mostAlerts))
	if err != nil || len(ids) == 0 {
		return err
	}
	days, err := s.orderDays(ctx, s.db, ids, f.Today)
	for _, id := range ids {
		if usual, last, ok := model.Interval(days[id]); ok {
			f.Habits = append(f.Habits, model.Habitual{CustomerID: id, Usual: usual, Last: last})
		}
	}
	return err
}

// orderDays are the days on which customers ordered, up to a day.
func (s *Store) orderDays(ctx context.Context, q querier, ids []int64, until model.Date) (map[int64][]model.Date, error) {
	rows, err := q.QueryContext(ctx, `SELECT customer_id, ordered_on FROM customer_order WHERE customer_id IN (SELECT value FROM json_each(?))
		AND ordered_on <= ? AND `+model.BindingSQL(until), jsonList(ids), until)
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	days := map[int64][]model.Date{}
	for rows.Next() {
		var id int64
		var on model.Date
		if err := rows.Scan(&id, &on); err != nil {
			return nil, err
		}
		days[id] = append(days[id], on)
	}
	return days, rows.Err()
}

// readDrops reads the regular customers whose orders of the quarter before one
// came to less than half of those of the quarter before that; the largest drop
// first.
func (s *Store) readDrops(ctx context.Context, f *model.Facts, quarter, until model.Date) error {
	rows, err := s.db.QueryContext(ctx, `SELECT d.customer_id, d.currency, d.was, d.now FROM order_drop d
		JOIN customer c ON c.id = d.customer_id
		WHERE d.quarter = :quarter AND c.archived = 0 AND c.grade <> 'E'`+
		unlessHandled(model.AboutDrop, "d.customer_id", "d.quarter")+` ORDER BY d.was - d.now DESC, d.customer_id LIMIT :most`,
		sql.Named("quarter", quarter), sql.Named("today", f.Today), sql.Named("until", until), sql.Named("most", mostAlerts))
	if err != nil {
		return err
	}
	defer rows.Close()
	for rows.Next() {
		h := model.Habitual{Quarter: quarter}
		if err := rows.Scan(&h.CustomerID, &h.Currency, &h.Before, &h.Now); err != nil {
			return err
		}
		f.Habits = append(f.Habits, h)
	}
	return rows.Err()
}

// orderedBy are the customers of the orders and habits at hand.
func orderedBy(f *model.Facts) []int64 {
	var ids []int64
	for _, o := range f.Orders {
		ids = append(ids, o.CustomerID)
	}
	for _, h := range f.Habits {
		ids = append(ids, h.CustomerID)
	}
	return ids
}

// nameOrders gives orders and habits the names of the customers that were read
// with them, and leaves out those of archived ones.
func nameOrders(f *model.Facts) {
	cards := map[int64]*model.Customer{}
	for i := range f.Customers {
		cards[f.Customers[i].ID] = &f.Customers[i]
	}
	orders := f.Orders[:0]
	for _, o := range f.Orders {
		if c := cards[o.CustomerID]; c != nil && !c.Archived {
			o.Customer, o.Grade = c.Name, c.Grade
			orders = append(orders, o)
		}
	}
	habits := f.Habits[:0]
	for _, h := range f.Habits {
		if c := cards[h.CustomerID]; c != nil && !c.Archived {
			h.Customer, h.Grade = c.Name, c.Grade
			habits = append(habits, h)
		}
	}
	f.Orders, f.Habits = orders, habits
}

// noteOrdered notes whose orders a change is about that is reverted, before and
// after it is: a transfer has two customers.
func (w *write) noteOrdered(ctx context.Context, l logged) error {
	if l.record != orders.name {
		return nil
	}
	w.ordered[l.customerID] = true
	ids, err := scanWith(w.tx.QueryContext(ctx, "SELECT customer_id FROM customer_order WHERE id = ?", l.recordID))
	for _, id := range ids {
		w.ordered[id] = true
	}
	return err
}

func scanWith(rows *sql.Rows, err error) ([]int64, error) {
	if err != nil {
		return nil, err
	}
	return scanIDs(rows)
}

// refreshHabits works out anew how the customers order whose orders the act
// changed.
func (w *write) refreshHabits(ctx context.Context) error {
	for id := range w.ordered {
		for _, table := range []string{"order_habit", "order_drop"} {
			if _, err := w.stmt(ctx, "DELETE FROM "+table+" WHERE customer_id = ?", id); err != nil {
				return err
			}
		}
		bought, err := w.purchases(ctx, id)
		if err != nil {
			return err
		}
		if err := w.insertHabit(ctx, id, bought); err != nil {
			return err
		}
	}
	return nil
}

// purchases are the orders of a customer that stand.
func (w *write) purchases(ctx context.Context, customer int64) ([]model.Placed, error) {
	rows, err := w.tx.QueryContext(ctx, "SELECT ordered_on, currency, total FROM customer_order WHERE customer_id = ? AND confirmed_on "+
		"<> '' AND cancelled_on = ''", customer)
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	var list []model.Placed
	for rows.Next() {
		var p model.Placed
		if err := rows.Scan(&p.On, &p.Currency, &p.Total); err != nil {
			return nil, err
		}
		list = append(list, p)
	}
	return list, rows.Err()
}

// insertHabit notes how a customer who is there orders, if they do so regularly.
func (w *write) insertHabit(ctx context.Context, customer int64, bought []model.Placed) error {
	days := make([]model.Date, len(bought))
	for i, p := range bought {
		days[i] = p.On
	}
	usual, last, ok := model.Interval(days)
	if !ok {
		return nil
	}
	const whose = " WHERE EXISTS (SELECT 1 FROM customer WHERE id = ?1)"
	_, err := w.stmt(ctx, "INSERT INTO order_habit (customer_id, usual, last_on, late_on) SELECT ?1, ?2, ?3, ?4"+whose,
		customer, usual, last, model.OrderDue(usual, last))
	if err != nil {
		return err
	}
	for _, d := range model.Drops(bought) {
		if _, err := w.stmt(ctx, "INSERT INTO order_drop (customer_id, quarter, currency, was, now) SELECT ?1, ?2, ?3, ?4, ?5"+whose,
			customer, d.Quarter, d.Currency, d.Before, d.Now); err != nil {
			return err
		}
	}
	return nil
}

// readBought works out what customers ordered in the twelve months up to the
// day, where importance looks at it (rule 2.3).
func (s *Store) readBought(ctx context.Context, cards []model.Customer) error {
	set, err := s.Settings(ctx)
	if err != nil || set.ImportanceThreshold == 0 || len(cards) == 0 {
		return err
	}
	from, err := s.boughtFrom(ctx)
	if err != nil {
		return err
	}
	ids, place := make([]int64, len(cards)), make(map[int64]int, len(cards))
	for i, c := range cards {
		ids[i], place[c.ID] = c.ID, i
	}
	today := s.today()
	rows, err := s.db.QueryContext(ctx, `SELECT customer_id, sum(total) FROM `+from+`
		WHERE customer_id IN (SELECT value FROM json_each(?1))
		AND ordered_on > ?2 AND ordered_on <= ?3 AND currency = ?4 AND `+model.BindingSQL(today)+` GROUP BY customer_id`,
		jsonList(ids), today.AddMonths(-12), today, set.Currency)
	if err != nil {
		return err
	}
	defer rows.Close()
	for rows.Next() {
		var id, sum int64
		if err := rows.Scan(&id, &sum); err != nil {
			return err
		}
		cards[place[id]].OrdersLastYear = sum
	}
	return rows.Err()
}

// boughtFrom is where what customers ordered is read from, as of the day. The
// index on customers holds all that is asked of the table.
func (s *Store) boughtFrom(ctx context.Context) (string, error) {
	b, err := s.orderBook(ctx)
	if b.from == orders.name {
		return b.from + " INDEXED BY customer_order_customer", err
	}
	return b.from, err
}
