package store

import (
	"context"
	"database/sql"
	"fmt"
	"slices"

	"genjin/model"
)

// Aging is what is open as of the day by days past the due date (rule 2.4), in
// lines by customer, by month of the due date, or one a currency.
func (s *Store) Aging(ctx context.Context, by model.AgingBy) (model.Aging, error) {
	l, err := s.ledger(ctx, 0)
	if err != nil {
		return model.Aging{}, err
	}
	a := model.Aging{AsOf: l.today, By: by, Bucket: l.buckets}
	key := map[model.AgingBy]string{model.AgingByCustomer: "r.customer_id", model.AgingByMonth: "substr(r.due_on, 1, 7)"}[by]
	if key == "" {
		key = "''"
	}
	bucket := l.buckets.SQL(l.today, func(n int) string { return fmt.Sprint(n) })
	rows, err := s.db.QueryContext(ctx, `SELECT r.currency, `+key+`, `+bucket+`, sum(r.amount - r.settled), count(*)
		FROM `+l.from+` r WHERE r.settled < r.amount AND r.since <= ? GROUP BY 2, 1, 3`, l.today)
	if err != nil {
		return a, asSumError(err)
	}
	defer rows.Close()
	lines, totals := map[[2]string]*model.AgingLine{}, map[string]*model.AgingLine{}
	var order []*model.AgingLine
	for rows.Next() {
		var currency, group string
		var bucket, count int
		var open int64
		if err := rows.Scan(&currency, &group, &bucket, &open, &count); err != nil {
			return a, err
		}
		line, total := lines[[2]string{currency, group}], totals[currency]
		if line == nil {
			line = newLine(by, currency, group, l.buckets)
			lines[[2]string{currency, group}] = line
			order = append(order, line)
		}
		if total == nil {
			total = newLine("", currency, "", l.buckets)
			totals[currency] = total
		}
		if !line.Add(bucket, open, count) || !total.Add(bucket, open, count) {
			return a, model.ErrSumTooLarge
		}
	}
	if err := rows.Err(); err != nil {
		return a, asSumError(err)
	}
	for _, t := range totals {
		a.Totals = append(a.Totals, *t)
	}
	for _, line := range order {
		a.Lines = append(a.Lines, *line)
	}
	a.Sort()
	return a, s.nameLines(ctx, &a)
}

func newLine(by model.AgingBy, currency, group string, b model.Buckets) *model.AgingLine {
	line := &model.AgingLine{Currency: currency, Buckets: make([]int64, b.Len())}
	switch by {
	case model.AgingByMonth:
		line.Month = group
	case model.AgingByCustomer:
		_, _ = fmt.Sscan(group, &line.CustomerID) // an id of the database
	}
	return line
}

func (s *Store) nameLines(ctx context.Context, a *model.Aging) error {
	if a.By != model.AgingByCustomer {
		return nil
	}
	ids := make([]int64, len(a.Lines))
	for i, line := range a.Lines {
		ids[i] = line.CustomerID
	}
	names, err := s.customerNames(ctx, ids)
	for i := range a.Lines {
		a.Lines[i].Customer = names[a.Lines[i].CustomerID]
	}
	return err
}

// CustomerPaymentHabit is how a customer pays, with the score that follows, as
// of the day.
func (s *Store) CustomerPaymentHabit(ctx context.Context, customer int64) (model.Habit, error) {
	l, err := s.ledger(ctx, customer)
	if err != nil {
		return model.Habit{}, err
	}
	today := l.today
	var rec model.PayRecord
	var last model.Date
	rows, err := s.db.QueryContext(ctx, `SELECT a.amount, CAST(julianday(a.allocated_on) - julianday(r.due_on) AS INTEGER),
		a.payment_id, a.allocated_on
		FROM allocation a JOIN `+l.from+` r ON r.id = a.receivable_id JOIN payment p ON p.id = a.payment_id AND p.came_on = ''
		WHERE a.customer_id = ?3 AND a.allocated_on > ?1 AND a.allocated_on <= ?2 AND (a.reversed_on = '' OR a.reversed_on > ?2)
		AND r.due_on <> ''`, model.ScoreSince(today), today, customer)
	if err != nil {
		return model.Habit{}, err
	}
	defer rows.Close()
	for rows.Next() {
		var p model.LatePart
		var on model.Date
		if err := rows.Scan(&p.Amount, &p.Days, &p.Payment, &on); err != nil {
			return model.Habit{}, err
		}
		rec.Paid, last = append(rec.Paid, p), max(last, on)
	}
	if err := rows.Err(); err != nil {
		return model.Habit{}, err
	}
	if err := s.readOverdue(ctx, customer, &rec); err != nil {
		return model.Habit{}, err
	}
	promises, err := s.Promises(ctx, customer, 0)
	if err != nil {
		return model.Habit{}, err
	}
	counts := model.PromisesMade(slices.DeleteFunc(promises, func(p model.Promise) bool { return p.PromiseOn <= model.ScoreSince(today) }))
	rec.Broken = counts[model.PromiseBroken]
	return model.HabitOf(rec, last, counts), nil
}

// readOverdue reads what is overdue of a customer. What is disputed, or given
// up, says nothing about how they pay.
func (s *Store) readOverdue(ctx context.Context, customer int64, rec *model.PayRecord) error {
	ids, err := s.ReceivableList().IDs(ctx, model.QueryOf(customer, "open"))
	if err != nil {
		return err
	}
	list, err := s.ReceivablesByID(ctx, ids)
	oldest := 0
	for _, r := range list {
		if r.Now.Status != model.OweOverdue || r.Disputed {
			continue
		}
		rec.Overdue = append(rec.Overdue, model.LatePart{Amount: r.Now.Balance, Days: r.Now.DaysLate})
		if r.Now.DaysLate > oldest {
			oldest, rec.Oldest = r.Now.DaysLate, r.Name()
		}
	}
	return err
}

// Exposure is what a customer owes in the currency of their card, against the
// credit limit. Orders join with their issue.
func (s *Store) Exposure(ctx context.Context, customer int64) (model.Exposure, error) {
	c, err := s.Customer(ctx, customer)
	if err != nil {
		return model.Exposure{}, err
	}
	set, err := s.Settings(ctx)
	if err != nil {
		return model.Exposure{}, err
	}
	e := model.Exposure{Limit: c.CreditLimit, Currency: c.Currency}
	sums, err := s.ReceivableList().Sums(ctx, model.QueryOf(customer, "open"))
	for _, o := range model.OweSums(sums) {
		e.Add(&set, o.Currency, o.Balance, 0, 0)
	}
	if err != nil {
		return e, err
	}
	b, err := s.orderBook(ctx)
	if err != nil {
		return e, err
	}
	rows, err := s.db.QueryContext(ctx, `SELECT currency, 0, sum(orders), sum(bills) FROM (
		SELECT o.currency, o.total - o.billed AS orders, 0 AS bills FROM `+b.from+` o WHERE o.customer_id = ?1
		AND o.total > o.billed AND o.status = 'confirmed' AND o.ordered_on <= ?3
		UNION ALL SELECT currency, 0, amount - refunded FROM payment WHERE customer_id = ?1 AND received_on <= ?3
		AND `+billRisk+`) GROUP BY currency ORDER BY currency`, customer, c.Currency, b.today)
	if err != nil {
		return e, asSumError(err)
	}
	return e, asSumError(addExposure(rows, &e, &set))
}

// billRisk is the SQL for the drafts that are not cashed by the day ?3.
const billRisk = `method = 'draft' AND (reversed_on = '' OR reversed_on > ?3)
	AND (bill_on > ?3 OR bill_state NOT IN ('cashed', 'refused')) AND (bill_state <> '' OR matures_on > ?3)`

// Collection is, a currency a line, what fell due in a period and what of it
// has been paid by its end, and the sales of the period: for the collection
// rate and the days of sales outstanding.
func (s *Store) Collection(ctx context.Context, from, to model.Date) ([]model.Collection, error) {
	l, err := s.ledger(ctx, 0)
	if err != nil {
		return nil, err
	}
	rows, err := s.db.QueryContext(ctx, `SELECT currency, sum(due), sum(got), sum(sold) FROM (
		SELECT currency, amount AS due, 0 AS got, 0 AS sold FROM `+l.from+` WHERE due_on BETWEEN ?1 AND ?2 AND moved = 0 AND since <= ?3
		UNION ALL SELECT currency, 0, amount, 0 FROM payment WHERE received_on BETWEEN ?1 AND min(?2, ?3) AND came_on = ''
		AND (reversed_on = '' OR reversed_on > min(?2, ?3))
		UNION ALL SELECT currency, 0, 0, amount FROM receivable WHERE since BETWEEN ?1 AND min(?2, ?3) AND moved = 0)
		GROUP BY currency ORDER BY currency <> 'CNY', currency`, from, to, l.today)
	return summed(rows, err, func(rows *sql.Rows, c *model.Collection) error {
		c.From, c.To = from, to
		return rows.Scan(&c.Currency, &c.Due, &c.Received, &c.Sales)
	})
}
