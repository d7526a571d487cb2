package store

import (
	"context"
	"slices"

	"genjin/model"
)

// pastDebts are the receivables with all that happened to them, read once, so that
// what was expected of each of several weeks can be worked out.
type pastDebts struct {
	settings model.Settings
	list     []model.Receivable // as they are now
	paid     []model.Allocation
	settled  map[int64][]model.Allocation // by receivable
	other    map[int64][]settledOn        // credited or given up, by receivable
	promises map[int64][]model.Dunning
	moved    map[int64]movedOrder
}

// settledOn is what of a receivable was settled on a day, not by a payment.
type settledOn struct {
	on     model.Date
	amount int64
}

// movedOrder is an order with the last day on which something happened to it.
type movedOrder struct {
	model.Order
	last model.Date
}

// pastDebts reads what the days since one are worked out from.
func (s *Store) pastDebts(ctx context.Context, since model.Date) (p pastDebts, err error) {
	if p.settings, err = s.Settings(ctx); err != nil {
		return p, err
	}
	if p.list, err = receivables.query(ctx, s.db, ""); err != nil {
		return p, err
	}
	if p.paid, err = allocations.query(ctx, s.db, "WHERE payment_id NOT IN (SELECT id FROM payment WHERE came_on <> '')"); err != nil {
		return p, err
	}
	moved, err := allocations.query(ctx, s.db, "WHERE payment_id IN (SELECT id FROM payment WHERE came_on <> '')")
	if err != nil {
		return p, err
	}
	p.settled = map[int64][]model.Allocation{}
	for _, a := range slices.Concat(p.paid, moved) {
		p.settled[a.ReceivableID] = append(p.settled[a.ReceivableID], a)
	}
	made, err := dunnings.query(ctx, s.db, "WHERE promise_on <> '' AND outcome = 'reached' ORDER BY chased_on, id")
	if err != nil {
		return p, err
	}
	p.promises = map[int64][]model.Dunning{}
	for _, d := range made {
		p.promises[d.ReceivableID] = append(p.promises[d.ReceivableID], d)
	}
	if p.other, err = s.settledOtherwise(ctx, since); err != nil {
		return p, err
	}
	p.moved, err = s.movedSince(ctx, since)
	return p, err
}

// settledOtherwise is what was credited and given up after a day.
func (s *Store) settledOtherwise(ctx context.Context, since model.Date) (map[int64][]settledOn, error) {
	rows, err := s.db.QueryContext(ctx, `SELECT receivable_id, credited_on, amount FROM credit WHERE credited_on > ?1
		UNION ALL SELECT receivable_id, moved_on, moved FROM `+offMoves+` WHERE moved_on > ?1
		UNION ALL SELECT id, written_off_on, written_off FROM receivable WHERE write_offs = '' AND written_off_on > ?1`, since)
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	of := map[int64][]settledOn{}
	for rows.Next() {
		var id int64
		var m settledOn
		if err := rows.Scan(&id, &m.on, &m.amount); err != nil {
			return nil, err
		}
		of[id] = append(of[id], m)
	}
	return of, rows.Err()
}

// movedSince are the orders to which something happened after a day.
func (s *Store) movedSince(ctx context.Context, since model.Date) (map[int64]movedOrder, error) {
	changed := map[int64]model.Date{}
	rows, err := s.db.QueryContext(ctx, "SELECT order_id, max(changed_on) FROM order_change GROUP BY order_id")
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	for rows.Next() {
		var id int64
		var on model.Date
		if err := rows.Scan(&id, &on); err != nil {
			return nil, err
		}
		changed[id] = on
	}
	if err := rows.Err(); err != nil {
		return nil, err
	}
	list, err := orders.query(ctx, s.db, `WHERE moved_on > ?1 OR id IN (SELECT order_id FROM order_change WHERE changed_on > ?1)`, since)
	moved := map[int64]movedOrder{}
	for _, o := range list {
		moved[o.ID] = movedOrder{o, max(o.MovedOn, changed[o.ID])}
	}
	return moved, err
}

// cashIn is what was expected on the day of s of the week that it begins, as
// CashIn says it.
func (p *pastDebts) cashIn(ctx context.Context, s *Store) ([]model.CashIn, error) {
	day := s.today()
	plans, err := p.plans(ctx, s)
	if err != nil {
		return nil, err
	}
	due, debts := make(map[int64]model.Date, len(p.list)), []model.OpenDebt(nil)
	var who []int64
	for i := range p.list {
		r := p.list[i]
		if !r.Exists(day) {
			due[r.ID] = r.DueOn
			continue
		}
		if o, ok := p.moved[r.OrderID]; ok && o.last > day {
			r.ForgetAfter(day, model.EventsSince{Now: o.Events(), PlannedThen: plans[r.OrderID]}, p.settings)
		}
		due[r.ID] = r.DueOn
		r.ForgetDisputesAfter(day)
		p.forget(&r, day)
		if r.Settled >= r.Amount || r.Disputed {
			continue
		}
		d := model.OpenDebt{Currency: r.Currency, Open: r.Amount - r.Settled, DueOn: r.DueOn}
		if r.PromiseOn != "" {
			d.PromiseOn, d.Promised = r.PromiseOn, max(r.PromisedSum-(r.Paid-r.PromisedPaid), 0)
		}
		debts, who = append(debts, d), append(who, r.CustomerID)
	}
	delays := p.delays(due, day)
	for i := range debts {
		debts[i].Delay = delays[who[i]]
	}
	bills, err := s.billsAhead(ctx, day)
	if err != nil {
		return nil, err
	}
	return expectCash(append(debts, bills...), day, 1)
}

// plans are for when the shipping of orders was planned on the day of s, of those
// to which something happened since and by which a receivable is due.
func (p *pastDebts) plans(ctx context.Context, s *Store) (map[int64]model.Date, error) {
	var list []model.Order
	plans := map[int64]model.Date{}
	for i := range p.list {
		r := &p.list[i]
		o, ok := p.moved[r.OrderID]
		if _, listed := plans[r.OrderID]; ok && !listed && o.last > s.today() && r.Exists(s.today()) && r.FollowsShipping() {
			plans[r.OrderID] = ""
			list = append(list, o.Order)
		}
	}
	_, _, err := s.ordersAsOf(ctx, list)
	for i := range list {
		plans[list[i].ID] = list[i].ShipBy
	}
	return plans, err
}

// forget takes back what was paid, settled and promised after a day.
func (p *pastDebts) forget(r *model.Receivable, day model.Date) {
	later := model.Later{}
	var then []model.Allocation
	for _, a := range p.settled[r.ID] {
		if a.On(day) {
			then = append(then, a)
		}
		switch now := a.ReversedOn == ""; {
		case now && !a.On(day):
			later.Paid += a.Amount
		case !now && a.On(day):
			later.Paid -= a.Amount
		}
	}
	later.Settled = later.Paid
	for _, m := range p.other[r.ID] {
		if m.on > day {
			later.Settled += m.amount
		}
	}
	r.Paid, r.Settled = min(r.Amount, r.Paid-later.Paid), min(r.Amount, r.Settled-later.Settled)
	if r.ChasedOn != "" {
		taken := slices.DeleteFunc(slices.Clone(p.promises[r.ID]), func(d model.Dunning) bool { return d.ChasedOn > day })
		r.Chase(taken, func(d model.Dunning) int64 { return d.PaidBefore(then) })
	}
}

// delays are the usual delays of customers on a day, by when receivables were due
// then.
func (p *pastDebts) delays(due map[int64]model.Date, day model.Date) map[int64]int {
	parts, since := map[int64][]model.LatePart{}, model.ScoreSince(day)
	for i := range p.paid {
		a := &p.paid[i]
		if on := due[a.ReceivableID]; on != "" && a.AllocatedOn > since && a.On(day) {
			parts[a.CustomerID] = append(parts[a.CustomerID], model.LatePart{Days: a.AllocatedOn.Sub(on)})
		}
	}
	delays := make(map[int64]int, len(parts))
	for id, list := range parts {
		delays[id], _ = model.MedianLate(list)
	}
	return delays
}
