package store

import (
	"context"
	"encoding/json"
	"fmt"
	"slices"
	"strings"

	"genjin/model"
)

// overlay is the SQL, in brackets, for a table some of whose records are as they
// are given. base is where the others are read from; derived is a further column
// of it, which of is the SQL for.
func overlay[T any](t *table[T], base string, list []T, derived, of string) string {
	records, ids := make([][]any, len(list)), make([]int64, len(list))
	for i := range list {
		m := t.meta(&list[i])
		records[i], ids[i] = append([]any{m.ID}, t.values(&list[i])...), m.ID
	}
	var zero T
	columns := strings.Split(t.columns, ", ")
	for i, ptr := range t.pointers(&zero) {
		kind := "INTEGER"
		if _, text := plain(ptr).(string); text {
			kind = "TEXT"
		}
		columns[i] = fmt.Sprintf("CAST(value ->> %d AS %s) AS %s", i, kind, columns[i])
	}
	all := t.columns
	given := "SELECT " + strings.Join(columns, ", ")
	text, _ := json.Marshal(records) // strings and integers only
	given += " FROM json_each(" + quote(string(text)) + ")"
	if derived != "" {
		given, all = "SELECT *, "+of+" AS "+derived+" FROM ("+given+")", all+", "+derived
	}
	others := "SELECT " + all + " FROM " + base + " WHERE id NOT IN (SELECT value FROM json_each(" + quote(jsonList(ids)) + "))"
	return "(" + others + " UNION ALL " + given + ")"
}

// touched is the SQL for the ids of the orders to which something happened after
// a day, in their own money too.
func touched(day model.Date) string {
	d := quote(string(day))
	return `SELECT id FROM customer_order WHERE moved_on > ` + d + ` UNION SELECT order_id FROM order_change WHERE changed_on > ` + d + `
		UNION SELECT order_id FROM receivable WHERE order_id <> 0 AND id IN (SELECT receivable_id FROM allocation WHERE allocated_on > ` + d + `
			UNION ALL SELECT receivable_id FROM allocation WHERE reversed_on <> '' AND reversed_on > ` + d + `
			UNION ALL SELECT receivable_id FROM credit WHERE credited_on > ` + d + `
			UNION ALL SELECT receivable_id FROM ` + offMoves + ` WHERE moved_on > ` + d + `
			UNION ALL SELECT id FROM receivable WHERE written_off_on <> '' AND written_off_on > ` + d + `)`
}

// ordersAsOf makes orders what they were on the as-of day, and says how their
// nodes stood and, where they are others now, what their lines were.
func (s *Store) ordersAsOf(ctx context.Context, list []model.Order) (map[int64]model.OrderNodes, map[int64][]model.OrderLine, error) {
	ids := make([]int64, len(list))
	for i := range list {
		ids[i] = list[i].ID
	}
	kept, err := orderNodes.query(ctx, s.db, "WHERE order_id IN (SELECT value FROM json_each(?))", jsonList(ids))
	if err != nil {
		return nil, nil, err
	}
	by := map[int64][]model.OrderNode{}
	for _, n := range kept {
		by[n.OrderID] = append(by[n.OrderID], n)
	}
	nodes, lines := map[int64]model.OrderNodes{}, map[int64][]model.OrderLine{}
	for i := range list {
		nodes[ids[i]] = model.NodesOf(&list[i], by[ids[i]])
	}
	later, err := s.isEarlier(ctx)
	if err != nil || !later {
		return nodes, lines, err
	}
	set, err := s.Settings(ctx)
	if err != nil {
		return nil, nil, err
	}
	money, err := s.orderMoneyAsOf(ctx, ids)
	if err != nil {
		return nil, nil, err
	}
	changed, err := s.allChanges(ctx, ids)
	if err != nil {
		return nil, nil, err
	}
	parted, err := s.partsAsOf(ctx, list)
	if err != nil {
		return nil, nil, err
	}
	for i := range list {
		o, id := &list[i], ids[i]
		past := model.OrderPast{Nodes: nodes[id], Changes: changed[id], Money: money[id]}
		if !past.Touched(o, s.today()) {
			continue
		}
		if o.ApprovedOn > s.today() || past.Changed(s.today()) {
			kept, err := s.OrderLines(ctx, id)
			if err != nil {
				return nil, nil, err
			}
			lines[id] = o.LinesAt(s.today(), kept, past.Changes)
			past.Stopped = len(model.Troubled(lines[id], set)) > 0
		}
		if o.PartOn > s.today() {
			o.Parted(parted[o.OrderNo].shipped, parted[o.OrderNo].billed)
		}
		*o, nodes[id] = o.At(s.today(), past, set)
		for i := range lines[id] {
			lines[id][i].CustomerID = o.CustomerID
		}
	}
	return nodes, lines, nil
}

// allChanges are all changes of orders, whatever their day, the newest first.
func (s *Store) allChanges(ctx context.Context, ids []int64) (map[int64][]model.OrderChange, error) {
	list, err := orderChanges.query(ctx, s.db, `WHERE order_id IN (SELECT value FROM json_each(?))
		ORDER BY changed_on DESC, id DESC`, jsonList(ids))
	by := map[int64][]model.OrderChange{}
	for _, c := range list {
		by[c.OrderID] = append(by[c.OrderID], c)
	}
	return by, err
}

// orderMoneyAsOf is what the receivables of orders came to on the as-of day.
func (s *Store) orderMoneyAsOf(ctx context.Context, ids []int64) (map[int64]model.OrderMoney, error) {
	day := quote(string(s.today()))
	own := "IN (SELECT value FROM json_each(?1))"
	from := s.earlier(" AND receivable_id IN (SELECT id FROM receivable WHERE order_id <> 0 AND order_id " + own + ")")
	rows, err := s.db.QueryContext(ctx, `SELECT r.order_id,
			r.amount - coalesce((SELECT sum(amount) FROM credit WHERE receivable_id = r.id AND credited_on <= `+day+
		`), 0), r.paid, r.amount - r.settled,
			max(r.sale_on, iif(r.written_off_on <= `+day+`, r.written_off_on, ''),
				coalesce((SELECT max(moved_on) FROM `+offMoves+` WHERE receivable_id = r.id AND moved_on <= `+day+`), ''),
				coalesce((SELECT max(allocated_on) FROM allocation
					WHERE receivable_id = r.id AND allocated_on <= `+day+` AND (reversed_on = '' OR reversed_on > `+day+`)), ''),
				coalesce((SELECT max(credited_on) FROM credit WHERE receivable_id = r.id AND credited_on <= `+day+`), ''))
		FROM `+from+` r WHERE r.order_id <> 0 AND r.order_id `+own+` AND r.since <= `+day, jsonList(ids))
	if err != nil {
		return nil, asSumError(err)
	}
	defer rows.Close()
	money := map[int64]model.OrderMoney{}
	for rows.Next() {
		var id, billed, paid, open int64
		var last model.Date
		if err := rows.Scan(&id, &billed, &paid, &open, &last); err != nil {
			return nil, err
		}
		m := money[id]
		money[id] = model.OrderMoney{Billed: m.Billed + billed, Collected: m.Collected + paid, Outstanding: m.Outstanding + open,
			Last: max(m.Last, last)}
	}
	return money, rows.Err()
}

// undated is the SQL for the ids of the receivables of which more than the sums
// was otherwise on a day: when they were chased, what was promised, their invoice,
// their due date.
func undated(day model.Date) string {
	d := quote(string(day))
	return `SELECT receivable_id FROM dunning WHERE chased_on > ` + d + `
		UNION SELECT receivable_id FROM allocation WHERE reversed_on <> '' AND reversed_on > ` + d + `
		UNION SELECT id FROM receivable WHERE invoiced_on <> '' AND invoiced_on > ` + d + `
		UNION SELECT id FROM receivable WHERE written_off_on <> '' AND written_off_on > ` + d + `
		UNION SELECT receivable_id FROM ` + offMoves + ` WHERE moved_on > ` + d + `
		UNION SELECT receivable_id FROM ` + model.DisputesSQL + ` WHERE disputed_on > ` + d + `
		UNION SELECT id FROM receivable WHERE order_id <> 0 AND order_id IN (SELECT id FROM customer_order WHERE moved_on > ` + d + `
			UNION ALL SELECT order_id FROM order_change WHERE changed_on > ` + d + `)`
}

// receivablesAsOf reads receivables as they stood on the as-of day.
func (s *Store) receivablesAsOf(ctx context.Context, ids []int64) ([]model.Receivable, error) {
	list, err := receivables.query(ctx, s.db, "WHERE id IN (SELECT value FROM json_each(?)) ORDER BY id", jsonList(ids))
	if err != nil {
		return nil, err
	}
	earlier, err := s.isEarlier(ctx)
	if err != nil || !earlier {
		return list, err
	}
	later, err := s.laterOf(ctx, ids)
	if err != nil {
		return nil, err
	}
	set, err := s.Settings(ctx)
	if err != nil {
		return nil, err
	}
	events, err := s.eventsAfter(ctx, list)
	if err != nil {
		return nil, err
	}
	for i := range list {
		r := &list[i]
		l := later[r.ID]
		r.Paid, r.Settled = min(r.Amount, r.Paid-l.Paid), min(r.Amount, r.Settled-l.Settled)
		r.ForgetAfter(s.today(), events[r.OrderID], set)
	}
	return list, s.chasedAsOf(ctx, list)
}

// eventsAfter are the events of the orders of receivables to which something
// happened after the as-of day: as they are now, and with the shipping as it was
// planned then.
func (s *Store) eventsAfter(ctx context.Context, list []model.Receivable) (map[int64]model.EventsSince, error) {
	var of []int64
	planned := map[int64]bool{} // orders by whose shipping something is due
	for i := range list {
		of = append(of, list[i].OrderID)
		planned[list[i].OrderID] = planned[list[i].OrderID] || list[i].FollowsShipping()
	}
	moved, err := orders.query(ctx, s.db, `WHERE id IN (SELECT value FROM json_each(?1)) AND id <> 0 AND (moved_on > ?2
		OR id IN (SELECT order_id FROM order_change WHERE changed_on > ?2))`, jsonList(of), s.today())
	if err != nil || len(moved) == 0 {
		return nil, err
	}
	events := map[int64]model.EventsSince{}
	for i := range moved {
		events[moved[i].ID] = model.EventsSince{Now: moved[i].Events(), PlannedThen: moved[i].ShipBy}
	}
	moved = slices.DeleteFunc(moved, func(o model.Order) bool { return !planned[o.ID] })
	if _, _, err := s.ordersAsOf(ctx, moved); err != nil {
		return nil, err
	}
	for i := range moved {
		e := events[moved[i].ID]
		e.PlannedThen = moved[i].ShipBy
		events[moved[i].ID] = e
	}
	return events, nil
}

// stepsTaken are the chasing steps that were taken for receivables by the as-of
// day, the oldest first.
func (s *Store) stepsTaken(ctx context.Context, ids []int64) (map[int64][]model.Dunning, error) {
	list, err := dunnings.query(ctx, s.db, `WHERE receivable_id IN (SELECT value FROM json_each(?))
		AND chased_on <= ? ORDER BY chased_on, id`, jsonList(ids), s.today())
	taken := map[int64][]model.Dunning{}
	for _, d := range list {
		taken[d.ReceivableID] = append(taken[d.ReceivableID], d)
	}
	return taken, err
}

// chasedAsOf works out how receivables had been chased by the as-of day, of those
// that were ever.
func (s *Store) chasedAsOf(ctx context.Context, list []model.Receivable) error {
	var ids []int64
	for i := range list {
		if list[i].ChasedOn != "" {
			ids = append(ids, list[i].ID)
		}
	}
	if len(ids) == 0 {
		return nil
	}
	taken, err := s.stepsTaken(ctx, ids)
	if err != nil {
		return err
	}
	today := s.today()
	paid, err := allocations.query(ctx, s.db, "WHERE receivable_id IN (SELECT value FROM json_each(?))", jsonList(ids))
	if err != nil {
		return err
	}
	settled := map[int64][]model.Allocation{}
	for _, a := range paid {
		if a.On(today) {
			settled[a.ReceivableID] = append(settled[a.ReceivableID], a)
		}
	}
	for i := range list {
		if r := &list[i]; r.ChasedOn != "" {
			r.Chase(taken[r.ID], func(d model.Dunning) int64 { return d.PaidBefore(settled[r.ID]) })
		}
	}
	return nil
}
