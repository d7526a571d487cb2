package store

import (
	"context"
	"fmt"
	"slices"
	"strings"

	"genjin/model"
)

// orderBook is where the orders as of the day are read from.
type orderBook struct {
	viewpoint
	from string // a table, or a query in brackets
}

func (s *Store) orderBook(ctx context.Context) (orderBook, error) {
	v, err := s.viewpoint(ctx)
	if err != nil {
		return orderBook{}, err
	}
	b := orderBook{viewpoint: v, from: "customer_order"}
	later, err := s.isEarlier(ctx)
	if err != nil || !later {
		return b, err
	}
	list, err := orders.query(ctx, s.db, "WHERE +ordered_on <= ? AND id IN ("+touched(v.today)+") ORDER BY id", v.today)
	if err != nil {
		return b, err
	}
	_, _, err = s.ordersAsOf(ctx, list)
	b.from = overlay(orders, b.from, list, "", "")
	return b, err
}

// orderSource is where the list of orders is read from.
var orderSource = source[model.OrderOf]{
	view: &model.OrderView,
	from: func(ctx context.Context, s *Store, _ need) (string, error) {
		b, err := s.orderBook(ctx)
		return b.from, err
	},
	exists: func(at model.AsOf) string { return "r.ordered_on <= " + quote(string(at.Today)) },
	beside: besideBuyer,
	search: func(ctx context.Context, s *Store, from, text string) (clause, error) {
		who, err := s.searched(ctx, text)
		if err != nil {
			return clause{}, err
		}
		others, found, err := s.searchedLines(ctx, text)
		if err != nil {
			return clause{}, err
		}
		return clause{`r.id IN (SELECT id FROM ` + from + ` WHERE customer_id IN (SELECT value FROM json_each(?))
			UNION ALL SELECT id FROM ` + from + ` WHERE instr(lower(
				order_no || char(10) || contract_no || char(10) || waybill || char(10) || invoice_no), lower(?)) > 0
			UNION ALL SELECT id FROM customer_order
				WHERE project_id IN (SELECT id FROM project WHERE instr(lower(name), lower(?)) > 0) AND project_id <> 0
			UNION ALL SELECT order_id FROM order_line WHERE instr(lower(product || char(10) || name), lower(?)) > 0
				AND order_id NOT IN (SELECT value FROM json_each(?)) UNION ALL SELECT value FROM json_each(?))`,
			[]any{jsonList(who), text, text, text, jsonList(others), jsonList(found)}}, nil
	},
	rows: func(ctx context.Context, s *Store, ids []int64, whole bool) ([]model.OrderOf, error) {
		list, then, err := s.ordersWithLines(ctx, ids)
		if err != nil || !whole {
			return list, err
		}
		changes, err := s.changesOf(ctx, ids)
		if err != nil {
			return nil, err
		}
		kept, err := s.linesOf(ctx, ids)
		for i := range list {
			o := &list[i]
			o.LineList, o.ChangeList = kept[o.ID], changes[o.ID]
			if lines, other := then[o.ID]; other {
				o.LineList = lines
			}
		}
		return list, err
	},
}

// OrderList is the list of orders.
func (s *Store) OrderList() model.Lister[model.OrderOf] {
	return listing[model.OrderOf]{&orderSource, s}
}

// inOptions is the place of a choice among its options, in SQL.
func inOptions(spec model.Spec, column string) string {
	by := "CASE " + column
	for i, option := range spec.Options {
		by += fmt.Sprintf(" WHEN %s THEN %d", quote(option), i)
	}
	return by + fmt.Sprintf(" ELSE %d END", len(spec.Options))
}

// OrdersByID reads orders in the order of the ids, as they stood on the day,
// with what a list shows beside them; ones that are gone are left out.
func (s *Store) OrdersByID(ctx context.Context, ids []int64) ([]model.OrderOf, error) {
	rows, _, err := s.ordersWithLines(ctx, ids)
	return rows, err
}

// ordersWithLines reads them with the lines of those that have others now.
func (s *Store) ordersWithLines(ctx context.Context, ids []int64) ([]model.OrderOf, map[int64][]model.OrderLine, error) {
	if len(ids) == 0 {
		return nil, nil, nil
	}
	list, err := orders.query(ctx, s.db, "WHERE id IN (SELECT value FROM json_each(?))", jsonList(ids))
	if err != nil {
		return nil, nil, err
	}
	nodes, then, err := s.ordersAsOf(ctx, list)
	if err != nil {
		return nil, nil, err
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
		return nil, nil, err
	}
	brought, err := s.broughtBy(ctx, who)
	if err != nil {
		return nil, nil, err
	}
	of, err := s.projectNames(ctx, tied)
	if err != nil {
		return nil, nil, err
	}
	lines, err := s.countLines(ctx, ids)
	if err != nil {
		return nil, nil, err
	}
	today, rows := s.today(), make([]model.OrderOf, len(list))
	for i, o := range list {
		all := nodes[o.ID]
		if own, other := then[o.ID]; other {
			lines[o.ID] = len(own)
		}
		rows[i] = model.OrderOf{Order: o, Customer: names[o.CustomerID], Buyer: brought[o.CustomerID], Project: of[o.ProjectID],
			Lines: lines[o.ID], Nodes: all, DaysLate: o.DaysLate(today), NextLate: o.NextLate(today)}
		for _, n := range model.Nodes {
			rows[i].Bar = append(rows[i].Bar, all.State(&o, n, today))
		}
	}
	return inOrder(ids, rows, func(o *model.OrderOf) int64 { return o.ID }), then, nil
}

// searchedLines are the orders whose lines were others on the as-of day, and those
// of them in whose lines of then a text is found.
func (s *Store) searchedLines(ctx context.Context, text string) (others, found []int64, err error) {
	list, err := orders.query(ctx, s.db, "WHERE id IN (SELECT order_id FROM order_change WHERE changed_on > ?)", s.today())
	if err != nil || len(list) == 0 {
		return nil, nil, err
	}
	_, then, err := s.ordersAsOf(ctx, list)
	for id, lines := range then {
		others = append(others, id)
		if slices.ContainsFunc(lines, func(l model.OrderLine) bool {
			return strings.Contains(strings.ToLower(l.Product+"\n"+l.Name), strings.ToLower(text))
		}) {
			found = append(found, id)
		}
	}
	return others, found, err
}

func (s *Store) countLines(ctx context.Context, ids []int64) (map[int64]int, error) {
	rows, err := s.db.QueryContext(ctx, "SELECT order_id, count(*) FROM order_line WHERE order_id IN (SELECT value FROM "+
		"json_each(?)) GROUP BY order_id", jsonList(ids))
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

// debtsOf are the receivables of an order that exist on the day, the first
// instalment first.
func (s *Store) debtsOf(ctx context.Context, order int64) ([]model.ReceivableOf, error) {
	ids, err := s.ids(ctx, "SELECT id FROM receivable WHERE order_id = ? AND order_id <> 0 AND since <= ? ORDER BY instalment, id",
		order, s.today())
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
	rows, then, err := s.ordersWithLines(ctx, []int64{id})
	if err == nil && len(rows) == 0 {
		err = fmt.Errorf("order %d: %w", id, model.ErrNotFound)
	}
	if err != nil {
		return d, err
	}
	d.OrderOf = rows[0]
	var other bool
	if d.LineList, other = then[id]; !other {
		if d.LineList, err = s.OrderLines(ctx, id); err != nil {
			return d, err
		}
	}
	d.Troubled = model.Troubled(d.LineList, set)
	if d.Changes, err = orderChanges.query(ctx, s.db, "WHERE order_id = ? AND changed_on <= ? ORDER BY changed_on DESC, id DESC",
		id, s.today()); err != nil {
		return d, err
	}
	for i := range d.LineList {
		d.LineList[i].CustomerID = d.CustomerID
	}
	for i := range d.Changes {
		if c := &d.Changes[i]; c.Kind != model.ChangeTransfer { // it stays with whom the order left
			c.CustomerID = d.CustomerID
		}
	}
	p, err := s.partsBy(ctx, d.OrderNo)
	if err != nil {
		return d, err
	}
	d.Shipments, d.Invoices = p.shipped, p.billed
	p.belong(d.CustomerID)
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
	b, err := s.orderBook(ctx)
	if err != nil {
		return sum, nil, err
	}
	whose := ""
	if customer != 0 {
		whose = " AND o.customer_id = ?3"
	}
	rows, err := s.db.QueryContext(ctx, `SELECT o.customer_id, c.name, sum(o.promised_on <> ''), sum(o.promised_on <> ''
		AND o.received_on <= o.promised_on),
		sum(CASE WHEN o.promised_on <> ''
		AND o.received_on > o.promised_on THEN CAST(julianday(o.received_on) - julianday(o.promised_on) AS INTEGER) ELSE 0 END),
		sum(o.promised_on = '')
		FROM `+b.from+` o JOIN customer c ON c.id = o.customer_id
		WHERE o.received_on BETWEEN ?1 AND min(?2, ?4) AND o.received_on <> '' AND o.cancelled_on = ''`+whose+`
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
		sum.Received, sum.InTime, sum.DaysLate, sum.Unpromised = sum.Received+t.Received, sum.InTime+t.InTime,
			sum.DaysLate+t.DaysLate, sum.Unpromised+t.Unpromised
		list = append(list, t)
	}
	return sum, list, rows.Err()
}
