package store

import (
	"context"
	"slices"
	"strings"

	"genjin/model"
)

// isEarlier reports whether something of the money records happened after the
// as-of day, so that the kept sums aren't those of the day.
func (s *Store) isEarlier(ctx context.Context) (later bool, err error) {
	err = s.db.QueryRowContext(ctx, `SELECT EXISTS (SELECT 1 FROM allocation WHERE allocated_on > ?1) OR EXISTS (SELECT 1
		FROM allocation WHERE reversed_on <> '' AND reversed_on > ?1)
		OR EXISTS (SELECT 1 FROM credit WHERE credited_on > ?1) OR EXISTS (SELECT 1 FROM receivable WHERE written_off_on <> ''
		AND written_off_on > ?1)
		OR EXISTS (SELECT 1 FROM `+offMoves+` WHERE moved_on > ?1)
		OR EXISTS (SELECT 1 FROM `+model.DisputesSQL+` WHERE disputed_on > ?1)
		OR EXISTS (SELECT 1 FROM dunning WHERE chased_on > ?1) OR EXISTS (SELECT 1 FROM receivable WHERE invoiced_on <> '' AND invoiced_on > ?1)
		OR EXISTS (SELECT 1 FROM customer_order WHERE moved_on > ?1) OR EXISTS (SELECT 1 FROM order_change WHERE changed_on > ?1)`,
		s.today()).Scan(&later)
	return later, err
}

// offMoves is the SQL for what was given up, see model.OffMovesSQL.
const offMoves = model.OffMovesSQL

// afterwards is the SQL for what happened after the as-of day, a line a
// receivable.
func (s *Store) afterwards(which string) string {
	day := quote(string(s.today()))
	return `SELECT receivable_id, sum(paid) AS paid, sum(settled) AS settled FROM (
		SELECT receivable_id, amount AS paid, amount AS settled FROM allocation WHERE allocated_on > ` + day + ` AND reversed_on = ''` + which + `
		UNION ALL SELECT receivable_id, -amount, -amount FROM allocation WHERE reversed_on <> '' AND reversed_on > ` + day +
		` AND allocated_on <= ` + day + which + `
		UNION ALL SELECT receivable_id, 0, amount FROM credit WHERE credited_on > ` + day + which + `
		UNION ALL SELECT receivable_id, 0, moved FROM ` + offMoves + ` WHERE moved_on > ` + day + which + `
		UNION ALL SELECT id, 0, written_off FROM receivable WHERE write_offs = '' AND written_off_on <> '' AND written_off_on > ` + day +
		strings.ReplaceAll(which, "receivable_id", "id") + `) GROUP BY receivable_id`
}

// earlier is the SQL, in brackets, for the receivables with the sums of the as-of
// day; which narrows down of which what came later is looked for. No more is
// settled than the amount: it may have been lowered since.
func (s *Store) earlier(which string) string {
	columns := strings.Replace(strings.Replace(","+strings.ReplaceAll(receivables.columns, " ", "")+",since",
		",paid,", ",min(r.amount,r.paid-coalesce(l.paid,0)) AS paid,", 1), ",settled,",
		",min(r.amount,r.settled-coalesce(l.settled,0)) AS settled,", 1)
	return "(SELECT " + columns[1:] + " FROM receivable r LEFT JOIN (" + s.afterwards(which) + ") l ON l.receivable_id = r.id)"
}

// sinceOf is the SQL for the first day on which a receivable counts.
const sinceOf = "CASE WHEN sale_on = '' OR invoiced_on <> '' AND invoiced_on < sale_on THEN invoiced_on ELSE sale_on END"

// ledger is where the receivables as of the day are read from.
type ledger struct {
	viewpoint
	from    string // a table, or a query in brackets
	buckets model.Buckets
}

// ledger is that of the as-of day, of one customer or of all (0): of the others
// something may be as it is now.
func (s *Store) ledger(ctx context.Context, customer int64) (ledger, error) {
	if s.books != nil && customer == 0 {
		return s.books.ledger(func() (ledger, error) { return s.readLedger(ctx, 0) })
	}
	return s.readLedger(ctx, customer)
}

func (s *Store) readLedger(ctx context.Context, customer int64) (ledger, error) {
	v, err := s.viewpoint(ctx)
	if err != nil {
		return ledger{}, err
	}
	l := ledger{viewpoint: v, from: "receivable", buckets: v.settings.Buckets()}
	later, err := s.isEarlier(ctx)
	if err != nil || !later {
		return l, err
	}
	ids, err := s.ids(ctx, "SELECT id FROM receivable WHERE (?1 = 0 OR customer_id = ?1) AND since <= ?2 AND id IN ("+undated(l.today)+
		") ORDER BY id", customer, l.today)
	if err != nil {
		return l, err
	}
	list, err := s.receivablesAsOf(ctx, ids)
	l.from = overlay(receivables, s.earlier(""), list, "since", sinceOf)
	return l, err
}

// paidUpDays are the days by which all of some paid receivables was there.
func (s *Store) paidUpDays(ctx context.Context, list []model.Receivable) (map[int64]model.Date, error) {
	var paid []int64
	for i := range list {
		if list[i].DueOn != "" && list[i].Open() <= 0 {
			paid = append(paid, list[i].ID)
		}
	}
	days := map[int64]model.Date{}
	if len(paid) == 0 {
		return days, nil
	}
	rows, err := s.db.QueryContext(ctx, "SELECT r.id, "+model.PaidUpSQL(s.today())+
		" FROM receivable r WHERE r.id IN (SELECT value FROM json_each(?))", jsonList(paid))
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	for rows.Next() {
		var id int64
		var day model.Date
		if err := rows.Scan(&id, &day); err != nil {
			return nil, err
		}
		days[id] = day
	}
	return days, rows.Err()
}

// receivableSource is where the list of receivables is read from.
var receivableSource = source[model.ReceivableOf]{
	view: &model.ReceivableView,
	from: func(ctx context.Context, s *Store, n need) (string, error) {
		l, err := s.ledger(ctx, n.customer)
		return l.from, err
	},
	exists: func(at model.AsOf) string { return "r.since <= " + quote(string(at.Today)) },
	search: ofWhomOr("r.invoice_no", "r.order_no"),
	rows: func(ctx context.Context, s *Store, ids []int64, _ bool) ([]model.ReceivableOf, error) {
		return s.ReceivablesByID(ctx, ids)
	},
}

// ReceivableList is the list of receivables.
func (s *Store) ReceivableList() model.Lister[model.ReceivableOf] {
	return listing[model.ReceivableOf]{&receivableSource, s}
}

// searched are the customers, archived ones too, that a search finds.
func (s *Store) searched(ctx context.Context, text string) ([]int64, error) {
	var all []int64
	for _, archived := range []bool{false, true} {
		ids, err := s.CustomerIDs(ctx, model.Query{Search: text, Archived: archived})
		if err != nil {
			return nil, err
		}
		all = append(all, ids...)
	}
	return all, nil
}

// ReceivablesByID reads receivables in the order of the ids, as they stood on
// the as-of day, with what a list shows beside them; ones that are gone are
// left out.
func (s *Store) ReceivablesByID(ctx context.Context, ids []int64) ([]model.ReceivableOf, error) {
	if len(ids) == 0 {
		return nil, nil
	}
	set, err := s.Settings(ctx)
	if err != nil {
		return nil, err
	}
	list, err := s.receivablesAsOf(ctx, ids)
	if err != nil {
		return nil, err
	}
	var who []int64
	for _, r := range list {
		who = append(who, r.CustomerID)
	}
	names, err := s.customerNames(ctx, who)
	if err != nil {
		return nil, err
	}
	parts, err := s.instalments(ctx, list)
	if err != nil {
		return nil, err
	}
	today, steps := s.today(), set.Steps()
	notes, err := credits.query(ctx, s.db,
		"WHERE receivable_id IN (SELECT value FROM json_each(?)) AND credited_on <= ? ORDER BY credited_on, id", jsonList(ids), today)
	if err != nil {
		return nil, err
	}
	paidUp, err := s.paidUpDays(ctx, list)
	if err != nil {
		return nil, err
	}
	chased, err := s.stepsTaken(ctx, ids)
	if err != nil {
		return nil, err
	}
	lowered := map[int64][]model.Credit{}
	for _, n := range notes {
		lowered[n.ReceivableID] = append(lowered[n.ReceivableID], n)
	}
	of := map[int64]model.ReceivableOf{}
	for _, r := range list {
		o := model.ReceivableOf{Receivable: r, Now: r.Standing(today, model.Later{}), Customer: names[r.CustomerID]}
		o.Credits, o.Steps = lowered[r.ID], chased[r.ID]
		if day := paidUp[r.ID]; day != "" {
			o.Now.DaysLate = day.Sub(r.DueOn)
		}
		o.NextStep, o.NextStepOn = r.NextStep(steps, today)
		if r.OrderNo != "" || r.Instalments > 1 {
			part := parts[partOf(&r)]
			o.PaidOf, o.Of = part[0], part[1]
		}
		of[r.ID] = o
	}
	ordered := make([]model.ReceivableOf, 0, len(ids))
	for _, id := range ids {
		if o, ok := of[id]; ok {
			ordered = append(ordered, o)
		}
	}
	return ordered, nil
}

// laterOf is what happened to receivables after the as-of day.
func (s *Store) laterOf(ctx context.Context, ids []int64) (map[int64]model.Later, error) {
	rows, err := s.db.QueryContext(ctx, s.afterwards(" AND receivable_id IN (SELECT value FROM json_each(?1))"), jsonList(ids))
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	later := map[int64]model.Later{}
	for rows.Next() {
		var id int64
		var l model.Later
		if err := rows.Scan(&id, &l.Paid, &l.Settled); err != nil {
			return nil, err
		}
		later[id] = l
	}
	return later, rows.Err()
}

// instalmentKey is what instalments are parts of: an order, or without one an
// invoice.
type instalmentKey struct {
	customer                 int64
	order, invoice, currency string
}

func partOf(r *model.Receivable) instalmentKey {
	if r.OrderNo != "" {
		return instalmentKey{r.CustomerID, r.OrderNo, "", r.Currency}
	}
	return instalmentKey{r.CustomerID, "", r.InvoiceNo, r.Currency}
}

// instalments counts, for the orders or invoices of receivables, how many of
// how many instalments are paid, as of the day.
func (s *Store) instalments(ctx context.Context, list []model.Receivable) (map[instalmentKey][2]int, error) {
	var who []int64
	for _, r := range list {
		if r.OrderNo != "" || r.Instalments > 1 {
			who = append(who, r.CustomerID)
		}
	}
	counts := map[instalmentKey][2]int{}
	if len(who) == 0 {
		return counts, nil
	}
	slices.Sort(who)
	who = slices.Compact(who)
	from := "receivable"
	if later, err := s.isEarlier(ctx); err != nil {
		return nil, err
	} else if later {
		ids, err := s.ids(ctx, "SELECT id FROM receivable WHERE customer_id IN (SELECT value FROM json_each(?)) AND (order_no <> '' OR "+
			"instalments > 1) AND since <= ?", jsonList(who), s.today())
		if err != nil {
			return nil, err
		}
		then, err := s.receivablesAsOf(ctx, ids)
		if err != nil {
			return nil, err
		}
		from = overlay(receivables, "receivable", then, "since", sinceOf)
	}
	rows, err := s.db.QueryContext(ctx, `SELECT customer_id, order_no, iif(order_no = '', invoice_no, ''), currency,
		sum(settled >= amount), count(*) FROM `+from+`
		WHERE customer_id IN (SELECT value FROM json_each(?)) AND since <= ? AND (order_no <> '' OR invoice_no <> '' AND instalments > 1)
		GROUP BY 1, 2, 3, 4 HAVING count(*) > 1`, jsonList(who), s.today())
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	for rows.Next() {
		var k instalmentKey
		var n [2]int
		if err := rows.Scan(&k.customer, &k.order, &k.invoice, &k.currency, &n[0], &n[1]); err != nil {
			return nil, err
		}
		counts[k] = n
	}
	return counts, rows.Err()
}

// customerNames are the names of customers by id.
func (s *Store) customerNames(ctx context.Context, ids []int64) (map[int64]string, error) {
	return s.namesOf(ctx, model.RowOfCustomer, ids)
}

// namesOf are what records are called, by id.
func (s *Store) namesOf(ctx context.Context, record string, ids []int64) (map[int64]string, error) {
	table, called := referred(record)
	rows, err := s.db.QueryContext(ctx, "SELECT id, "+called+" FROM "+table+" WHERE id IN (SELECT value FROM json_each(?))", jsonList(ids))
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	names := map[int64]string{}
	for rows.Next() {
		var id int64
		var name string
		if err := rows.Scan(&id, &name); err != nil {
			return nil, err
		}
		names[id] = name
	}
	return names, rows.Err()
}
