package store

import (
	"context"
	"database/sql"
	"fmt"
	"slices"

	"genjin/model"
)

// orderBook is where the orders as of the day are read from.
type orderBook struct {
	viewpoint
	earlier bool // something happened to orders after the day
	moved   bool // orders went to another customer after it
}

func (s *Store) orderBook(ctx context.Context) (orderBook, error) {
	v, err := s.viewpoint(ctx)
	if err != nil {
		return orderBook{}, err
	}
	b := orderBook{viewpoint: v}
	err = s.db.QueryRowContext(ctx, `SELECT EXISTS (SELECT 1 FROM customer_order WHERE moved_on > ?1),
		EXISTS (SELECT 1 FROM order_change WHERE kind = 'transfer' AND changed_on > ?1)`, v.today).Scan(&b.earlier, &b.moved)
	return b, err
}

// happens are the columns that say on which day something happened.
var happens = []string{"quoted_on", "reserved_on", "confirmed_on", "shipped_on", "received_on", "accepted_on", "reconciled_on", "invoiced_on", "approved_on", "closed_on", "cancelled_on"}

// column is the SQL for a field of an order o, or for what follows from it.
func (b orderBook) column(code string) string {
	day := quote(string(b.today))
	switch {
	case code == "days_late":
		received := b.column("received_on")
		until := "CASE WHEN " + received + " <> '' THEN " + received + " ELSE " + day + " END"
		return "CASE WHEN o.promised_on <> '' AND " + b.column("status") + " IN ('confirmed', 'delivered', 'closed') THEN max(0, CAST(julianday(" + until + ") - julianday(o.promised_on) AS INTEGER)) ELSE 0 END"
	case code == "next_late":
		next := b.column("next_on")
		return "CASE WHEN " + next + " <> '' THEN max(0, CAST(julianday(" + day + ") - julianday(" + next + ") AS INTEGER)) ELSE 0 END"
	case code == "status" && b.earlier:
		on := func(column string) string { return "o." + column + " <> '' AND o." + column + " <= " + day }
		return "CASE WHEN " + on("cancelled_on") + " THEN 'cancelled' WHEN " + on("closed_on") + " THEN 'closed' WHEN " + on("confirmed_on") + " AND " + on("received_on") +
			" THEN 'delivered' WHEN " + on("confirmed_on") + " THEN 'confirmed' WHEN " + on("reserved_on") + " THEN 'reserved' ELSE 'quote' END"
	case code == "customer_id" && b.moved:
		return "coalesce((SELECT k.customer_id FROM order_change k WHERE k.order_id = o.id AND k.kind = 'transfer' AND k.changed_on > " + day +
			" ORDER BY k.changed_on, k.id LIMIT 1), o.customer_id)"
	case b.earlier && slices.Contains(happens, code):
		return "CASE WHEN o." + code + " <= " + day + " THEN o." + code + " ELSE '' END"
	}
	return "o." + code
}

// late is the SQL for orders whose goods are past the promised day, or whose
// next node is planned before a day or, with <=, by it.
func (b orderBook) late(node string) string {
	return b.column("status") + " IN ('quote', 'reserved', 'confirmed', 'delivered') AND (o.promised_on <> '' AND o.promised_on < ? AND " + b.column("status") + " = 'confirmed' AND " +
		b.column("received_on") + " = '' OR " + b.column("next_on") + " <> '' AND " + b.column("next_on") + " " + node + " ?)"
}

// orderWhere is the conditions of a query on an order o.
func (s *Store) orderWhere(ctx context.Context, b orderBook, q model.OrderQuery) (clause, error) {
	all := clause{"o.ordered_on <= ?", []any{b.today}}
	if q.Status != "" {
		all.and(b.column("status")+" = ?", q.Status)
	}
	if q.Open {
		all.and(b.column("status") + " NOT IN ('closed', 'cancelled')")
	}
	if q.Customer != 0 {
		all.and(b.column("customer_id")+" = ?", q.Customer)
	}
	if q.Project != 0 {
		all.and("o.project_id = ? AND o.project_id <> 0", q.Project)
	}
	if q.Late {
		all.and(b.late("<"), b.today, b.today)
	}
	if q.Pressing {
		all.and(b.late("<="), b.today, b.today)
	}
	if q.InTransit {
		all.and(b.column("status") + " = 'confirmed' AND " + b.column("shipped_on") + " <> '' AND " + b.column("received_on") + " = ''")
	}
	if q.Node != "" {
		all.and("o.next_node = ?", q.Node)
	}
	if q.From != "" {
		all.and("o.ordered_on >= ?", q.From)
	}
	if q.To != "" {
		all.and("o.ordered_on <= ?", q.To)
	}
	err := all.filter(q.Filters, model.OrderColumn, func(spec model.Spec, f model.Filter) (clause, error) {
		return b.conditionOn(spec, b.column(spec.Code), f)
	})
	if err != nil || q.Search == "" {
		return all, err
	}
	who, err := s.searched(ctx, q.Search)
	all.and(`o.id IN (SELECT id FROM customer_order WHERE customer_id IN (SELECT value FROM json_each(?))
		UNION ALL SELECT id FROM customer_order WHERE instr(lower(order_no || char(10) || contract_no || char(10) || waybill || char(10) || invoice_no), lower(?)) > 0
		UNION ALL SELECT id FROM customer_order WHERE project_id IN (SELECT id FROM project WHERE instr(lower(name), lower(?)) > 0) AND project_id <> 0
		UNION ALL SELECT order_id FROM order_line WHERE instr(lower(product || char(10) || name), lower(?)) > 0)`, jsonList(who), q.Search, q.Search, q.Search)
	return all, err
}

// OrderIDs are the orders that a list shows, in its order, as of the day.
// Without a sort, orders that are to be delivered come by the promised day, the
// earliest first and those without one last; lists that hold others have the
// newest first.
func (s *Store) OrderIDs(ctx context.Context, q model.OrderQuery) ([]int64, error) {
	b, err := s.orderBook(ctx)
	if err != nil {
		return nil, err
	}
	where, err := s.orderWhere(ctx, b, q)
	if err != nil {
		return nil, err
	}
	desc := map[bool]string{true: " DESC"}[q.Desc]
	join, order := "", ""
	switch spec, known := model.OrderColumn(q.Sort); {
	case q.Sort == "" && (q.Open || q.Late || q.Pressing || q.InTransit || q.Node != "" || q.Status.Open()):
		order = "o.promised_on = '', o.promised_on" + desc + ", o.id" + desc
	case q.Sort == "":
		order = "o.ordered_on" + opposite(q.Desc) + ", o.id" + opposite(q.Desc)
	case q.Sort == "customer":
		join, order = " JOIN customer_search k ON k.customer_id = "+b.column("customer_id"), "k.text"+desc+", o.id"+desc
	case q.Sort == "id":
		order = "o.id" + desc
	case known && spec.Kind == model.KindChoice:
		order = inOptions(spec, b.column(q.Sort)) + desc + ", o.promised_on = '', o.promised_on, o.id"
	case known && spec.Kind == model.KindDate:
		order = b.column(q.Sort) + " = '', " + b.column(q.Sort) + desc + ", o.id" + desc
	case known:
		order = b.column(q.Sort) + desc + ", o.id" + desc
	default:
		return nil, model.At(q.Sort, model.Refuse(model.RefusedOption, q.Sort))
	}
	return s.ids(ctx, "SELECT o.id FROM customer_order o"+join+" WHERE "+where.sql+" ORDER BY "+order, where.args...)
}

func opposite(desc bool) string {
	if desc {
		return ""
	}
	return " DESC"
}

// inOptions is the place of a choice among its options, in SQL.
func inOptions(spec model.Spec, column string) string {
	by := "CASE " + column
	for i, option := range spec.Options {
		by += fmt.Sprintf(" WHEN %s THEN %d", quote(option), i)
	}
	return by + fmt.Sprintf(" ELSE %d END", len(spec.Options))
}

// OrderSums is the pipeline: what the orders of a query come to, a line a
// status and currency, in the order of the statuses.
func (s *Store) OrderSums(ctx context.Context, q model.OrderQuery) ([]model.OrderSum, error) {
	b, err := s.orderBook(ctx)
	if err != nil {
		return nil, err
	}
	where, err := s.orderWhere(ctx, b, q)
	if err != nil {
		return nil, err
	}
	from, billed, collected, outstanding := "customer_order o", "o.billed", "o.collected", "o.outstanding"
	later, err := s.isEarlier(ctx)
	if err != nil {
		return nil, err
	}
	if later || b.earlier {
		from += " LEFT JOIN (SELECT order_id, sum(amount - coalesce((SELECT sum(c.amount) FROM credit c WHERE c.receivable_id = e.id AND c.credited_on <= " + quote(string(b.today)) +
			"), 0)) AS billed, sum(paid) AS paid, sum(amount - settled) AS open FROM " + s.earlier() + " e WHERE order_id <> 0 AND since <= " + quote(string(b.today)) + " GROUP BY order_id) m ON m.order_id = o.id"
		billed, collected, outstanding = "coalesce(m.billed, 0)", "coalesce(m.paid, 0)", "coalesce(m.open, 0)"
	}
	rows, err := s.db.QueryContext(ctx, fmt.Sprintf(`SELECT %s AS status, o.currency, count(*), sum(o.total), sum(%s), sum(%s), sum(%s)
		FROM %s WHERE %s GROUP BY 1, 2 ORDER BY o.currency <> 'CNY', o.currency`, b.column("status"), billed, collected, outstanding, from, where.sql), where.args...)
	sums, err := summed(rows, err, func(rows *sql.Rows, o *model.OrderSum) error {
		return rows.Scan(&o.Status, &o.Currency, &o.Count, &o.Total, &o.Billed, &o.Collected, &o.Outstanding)
	})
	slices.SortStableFunc(sums, func(x, y model.OrderSum) int {
		return slices.Index(model.OrderStatuses, x.Status) - slices.Index(model.OrderStatuses, y.Status)
	})
	return sums, err
}

// OrdersByID reads orders in the order of the ids, as they stood on the day,
// with what a list shows beside them; ones that are gone are left out.
func (s *Store) OrdersByID(ctx context.Context, ids []int64) ([]model.OrderOf, error) {
	if len(ids) == 0 {
		return nil, nil
	}
	list, err := orders.query(ctx, s.db, "WHERE id IN (SELECT value FROM json_each(?))", jsonList(ids))
	if err != nil {
		return nil, err
	}
	if err := s.ownersAsOf(ctx, list); err != nil {
		return nil, err
	}
	nodes, err := orderNodes.query(ctx, s.db, "WHERE order_id IN (SELECT value FROM json_each(?))", jsonList(ids))
	if err != nil {
		return nil, err
	}
	by := map[int64][]model.OrderNode{}
	for _, n := range nodes {
		by[n.OrderID] = append(by[n.OrderID], n)
	}
	var who, tied []int64
	for _, o := range list {
		who = append(who, o.CustomerID)
		if o.ProjectID != 0 {
			tied = append(tied, o.ProjectID)
		}
	}
	names, err := s.customerNames(ctx, who)
	if err != nil {
		return nil, err
	}
	of, err := s.projectNames(ctx, tied)
	if err != nil {
		return nil, err
	}
	lines, err := s.countLines(ctx, ids)
	if err != nil {
		return nil, err
	}
	today, rows := s.today(), make([]model.OrderOf, len(list))
	for i, o := range list {
		o, all := o.At(today, model.NodesOf(&o, by[o.ID]))
		rows[i] = model.OrderOf{Order: o, Customer: names[o.CustomerID], Project: of[o.ProjectID], Lines: lines[o.ID], Nodes: all, DaysLate: o.DaysLate(today), NextLate: o.NextLate(today)}
		for _, n := range model.Nodes {
			rows[i].Bar = append(rows[i].Bar, all.State(&o, n, today))
		}
	}
	if err := s.moneyAsOf(ctx, rows); err != nil {
		return nil, err
	}
	return inOrder(ids, rows, func(o *model.OrderOf) int64 { return o.ID }), nil
}

func (s *Store) countLines(ctx context.Context, ids []int64) (map[int64]int, error) {
	rows, err := s.db.QueryContext(ctx, "SELECT order_id, count(*) FROM order_line WHERE order_id IN (SELECT value FROM json_each(?)) GROUP BY order_id", jsonList(ids))
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	counts := map[int64]int{}
	for rows.Next() {
		var id int64
		var n int
		if err := rows.Scan(&id, &n); err != nil {
			return nil, err
		}
		counts[id] = n
	}
	return counts, rows.Err()
}

// moneyAsOf takes from what orders keep of their receivables what came after
// the day.
func (s *Store) moneyAsOf(ctx context.Context, list []model.OrderOf) error {
	earlier, err := s.isEarlier(ctx)
	if err != nil {
		return err
	}
	for i := range list {
		o := &list[i]
		if !earlier && o.MovedOn <= s.today() {
			continue
		}
		debts, err := s.debtsOf(ctx, o.ID)
		if err != nil {
			return err
		}
		o.Billed, o.Collected, o.Outstanding = 0, 0, 0
		for _, r := range debts {
			credited := r.Now.Settled - r.Now.Paid
			credited -= r.Now.GivenUp
			o.Billed, o.Collected, o.Outstanding = o.Billed+r.Amount-credited, o.Collected+r.Now.Paid, o.Outstanding+r.Now.Balance
		}
	}
	return nil
}

// debtsOf are the receivables of an order that exist on the day, the first
// instalment first.
func (s *Store) debtsOf(ctx context.Context, order int64) ([]model.ReceivableOf, error) {
	ids, err := s.ids(ctx, "SELECT id FROM receivable WHERE order_id = ? AND order_id <> 0 AND since <= ? ORDER BY instalment, id", order, s.today())
	if err != nil {
		return nil, err
	}
	return s.ReceivablesByID(ctx, ids)
}

// Order reads an order as it is kept, to edit it.
func (s *Store) Order(ctx context.Context, id int64) (model.Order, error) {
	return orders.byID(ctx, s.db, id)
}

// OrderByNo finds an order by its number, or answers model.ErrNotFound.
func (s *Store) OrderByNo(ctx context.Context, number string) (model.Order, error) {
	found, err := orders.query(ctx, s.db, "WHERE order_no = ? COLLATE NOCASE ORDER BY order_no = ? DESC, id LIMIT 1", number, number)
	if err == nil && len(found) == 0 {
		err = fmt.Errorf("order %s: %w", number, model.ErrNotFound)
	}
	if err != nil {
		return model.Order{}, err
	}
	return found[0], nil
}

// OrderOf reads an order as of the day with everything of it.
func (s *Store) OrderOf(ctx context.Context, id int64) (model.OrderDetail, error) {
	var d model.OrderDetail
	set, err := s.Settings(ctx)
	if err != nil {
		return d, err
	}
	rows, err := s.OrdersByID(ctx, []int64{id})
	if err == nil && len(rows) == 0 {
		err = fmt.Errorf("order %d: %w", id, model.ErrNotFound)
	}
	if err != nil {
		return d, err
	}
	d.OrderOf = rows[0]
	if d.LineList, err = s.OrderLines(ctx, id); err != nil {
		return d, err
	}
	d.Troubled = model.Troubled(d.LineList, set)
	if d.Changes, err = orderChanges.query(ctx, s.db, "WHERE order_id = ? AND changed_on <= ? ORDER BY changed_on DESC, id DESC", id, s.today()); err != nil {
		return d, err
	}
	d.Receivables, err = s.debtsOf(ctx, id)
	return d, err
}

// OrderLines are the lines of an order in their order.
func (s *Store) OrderLines(ctx context.Context, order int64) ([]model.OrderLine, error) {
	return orderLines.query(ctx, s.db, "WHERE order_id = ? ORDER BY seq, id", order)
}

// OrderNodes are the eight nodes of an order.
func (s *Store) OrderNodes(ctx context.Context, order int64) (model.OrderNodes, error) {
	o, err := s.Order(ctx, order)
	if err != nil {
		return nil, err
	}
	kept, err := orderNodes.query(ctx, s.db, "WHERE order_id = ?", order)
	return model.NodesOf(&o, kept), err
}

// OrderChanges is the history of an order's changes, the newest first.
func (s *Store) OrderChanges(ctx context.Context, order int64) ([]model.OrderChange, error) {
	return orderChanges.query(ctx, s.db, "WHERE order_id = ? ORDER BY changed_on DESC, id DESC", order)
}

// OnTime is how the orders received in a period kept to their promised days:
// the sum, then a line a customer, those with the most orders first. customer
// 0 = all.
func (s *Store) OnTime(ctx context.Context, from, to model.Date, customer int64) (model.OnTime, []model.OnTime, error) {
	sum := model.OnTime{CustomerID: customer}
	whose := ""
	if customer != 0 {
		whose = " AND o.customer_id = ?3"
	}
	rows, err := s.db.QueryContext(ctx, `SELECT o.customer_id, c.name, sum(o.promised_on <> ''), sum(o.promised_on <> '' AND o.received_on <= o.promised_on),
		sum(CASE WHEN o.promised_on <> '' AND o.received_on > o.promised_on THEN CAST(julianday(o.received_on) - julianday(o.promised_on) AS INTEGER) ELSE 0 END), sum(o.promised_on = '')
		FROM customer_order o JOIN customer c ON c.id = o.customer_id
		WHERE o.received_on BETWEEN ?1 AND min(?2, ?4) AND o.received_on <> '' AND (o.cancelled_on = '' OR o.cancelled_on > ?4)`+whose+`
		GROUP BY o.customer_id ORDER BY count(*) DESC, o.customer_id`, from, to, customer, s.today())
	if err != nil {
		return sum, nil, err
	}
	defer rows.Close()
	var list []model.OnTime
	for rows.Next() {
		var t model.OnTime
		if err := rows.Scan(&t.CustomerID, &t.Customer, &t.Received, &t.InTime, &t.DaysLate, &t.Unpromised); err != nil {
			return sum, nil, err
		}
		sum.Received, sum.InTime, sum.DaysLate, sum.Unpromised = sum.Received+t.Received, sum.InTime+t.InTime, sum.DaysLate+t.DaysLate, sum.Unpromised+t.Unpromised
		list = append(list, t)
	}
	return sum, list, rows.Err()
}
