package store

import (
	"context"
	"errors"
	"slices"

	"genjin/model"
)

// plannedOrder is an order that an import adds or, with an id, changes.
type plannedOrder struct {
	order    model.Order
	lines    []model.OrderLine // with what came back of them
	setLines bool
	steps    []model.NodeStep
	from     *model.ProposedOrder
	total    int64         // what it comes to
	advances []model.Share // of payments, by their ids, that it collected
	implied  int64         // what it collected otherwise
	changes  []plannedChange
}

// plannedChange is a change that was made of an order, with whom it left by it.
type plannedChange struct {
	change model.OrderChange
	from   *target // nil = it stayed
}

// isRefusal tells why a row can't be taken from what stops the import.
func isRefusal(err error) bool {
	var fe *model.FieldError
	return errors.As(err, &fe)
}

// orders decides on the orders under a customer, a row of the preview for each
// row of the file. An order is taken whole or not at all.
func (p *plan) orders(ctx context.Context, i int, t *target, customer model.PreviewRow) error {
	prop, entry := &p.preview.Proposals[i], 0
	for n := range prop.Orders {
		po := &prop.Orders[n]
		p.priceOrder(t, po)
		rows := make([]model.PreviewRow, len(po.Lines))
		for k := range rows {
			rows[k] = model.PreviewRow{
				Sheet: prop.Sheet, Row: po.Lines[k].Row, Record: model.RowOfLine, CustomerID: customer.CustomerID, Name: customer.Name,
				Known:  customer.Known,
				Result: model.ResultNew, Proposal: i, Entry: entry + k, Err: po.Lines[k].Err, Inferred: po.Lines[k].Inferred,
			}
		}
		entry += len(rows)
		if len(rows) == 0 {
			continue
		}
		first := &rows[0]
		first.Record = model.RowOfOrder
		first.Inferred = model.ListOf(append(po.Inferred.Items(), first.Inferred.Items()...)...)
		if err := p.order(ctx, t, po, customer, rows); err != nil {
			return err
		}
		p.rows = append(p.rows, rows...)
		if t == nil || len(t.orders) == 0 || t.orders[len(t.orders)-1].from != po {
			continue
		}
		if planned := &t.orders[len(t.orders)-1]; planned.order.ID == 0 {
			paid, err := p.collected(ctx, t, planned, rows[0])
			if err != nil {
				return err
			}
			p.rows = append(p.rows, paid...)
		}
	}
	return nil
}

// order plans one order and says in its rows what becomes of it.
func (p *plan) order(ctx context.Context, t *target, po *model.ProposedOrder, customer model.PreviewRow, rows []model.PreviewRow) error {
	if po.Err != nil {
		rows[0].Err = errors.Join(po.Err, rows[0].Err)
	}
	bad := slices.ContainsFunc(rows, func(r model.PreviewRow) bool { return r.Err != nil })
	switch {
	case !bad && t == nil:
		rows[0].Err, bad = ofCustomer(customer.Err), true
	case !bad:
		err := p.foresee(ctx, t, po, rows)
		var of *model.LineError
		switch {
		case errors.As(err, &of):
			at := slices.IndexFunc(rows, func(r model.PreviewRow) bool { return r.Entry == rows[0].Entry+of.Line-1 })
			rows[max(at, 0)].Err, bad = of.Err, true
		case isRefusal(err):
			rows[0].Err, bad = err, true
		case err != nil:
			return err
		}
	}
	if !bad {
		return nil
	}
	for k := range rows {
		rows[k].Result, rows[k].Changes, rows[k].Order = model.ResultRefused, nil, nil
		if rows[k].Err == nil {
			rows[k].Err = model.Refuse(model.RefusedWithOrder)
		}
	}
	return nil
}

// ofCustomer says of an order that its customer is refused.
func ofCustomer(err error) error {
	var fe *model.FieldError
	if errors.As(err, &fe) && fe.Field == "name" {
		return model.At("customer_id", model.Refuse(fe.Code, fe.Args...))
	}
	return err
}

// foresee works out what an order of the file will be: a new one, or one that
// is there by its number.
func (p *plan) foresee(ctx context.Context, t *target, po *model.ProposedOrder, rows []model.PreviewRow) error {
	planned := plannedOrder{order: po.Order, from: po}
	o := &planned.order
	o.CustomerID = t.id
	o.Complete(&t.card, p.settings, p.today)
	var err error
	if planned.lines, err = p.linesOf(ctx, o, po, rows); err != nil {
		return err
	}
	note, err := p.namedProject(ctx, &planned)
	if err != nil {
		return err
	}
	kept, err := orders.query(ctx, p.db, "WHERE order_no = ? AND order_no <> ''", o.OrderNo)
	if err != nil {
		return err
	}
	switch {
	case len(kept) > 0 && p.preview.Policy == model.DuplicateNew, p.orderNos[o.OrderNo] && p.preview.Policy == model.DuplicateNew:
		o.OrderNo = ""
	case len(kept) > 0:
		return p.foreseeKept(ctx, t, planned, kept[0], note, rows)
	case p.orderNos[o.OrderNo]:
		return model.At("order_no", model.Refuse(model.RefusedTaken, o.OrderNo))
	}
	if note != "" {
		o.Remark = withLine(o.Remark, note)
		rows[0].Inferred = model.ListOf(append(rows[0].Inferred.Items(), "remark")...)
	}
	if o.OrderNo == "" {
		rows[0].Inferred = model.ListOf(append(rows[0].Inferred.Items(), "order_no")...)
	} else {
		p.orderNos[o.OrderNo] = true
	}
	return p.foreseeNew(ctx, t, planned, rows)
}

// linesOf are the order's lines, completed from their products.
func (p *plan) linesOf(ctx context.Context, o *model.Order, po *model.ProposedOrder, rows []model.PreviewRow) ([]model.OrderLine, error) {
	var lines []model.OrderLine
	for k := range po.Lines {
		if po.Lines[k].Blank {
			continue
		}
		l := po.Lines[k].Line
		l.CustomerID, l.Currency, l.Seq = o.CustomerID, o.Currency, int64(len(lines)+1)
		if l.Product != "" {
			priced := l.UnitPrice > 0
			if err := fillLine(ctx, p.db, &l); err != nil && !isNotFound(err) {
				return nil, err
			}
			if !priced && l.UnitPrice > 0 {
				rows[k].Inferred = model.ListOf(append(rows[k].Inferred.Items(), "unit_price")...)
				po.Lines[k].Given(&l)
			}
		}
		l.OrderID, l.CustomerID = 1, max(o.CustomerID, 1) // not known yet, and required
		if err := l.Check(); err != nil {
			return nil, model.OfLine(k, err)
		}
		l.OrderID = 0
		lines = append(lines, l)
	}
	return lines, po.CheckSum(lines)
}

// foreseeNew plans a new order, and rehearses what its days say has happened.
func (p *plan) foreseeNew(ctx context.Context, t *target, planned plannedOrder, rows []model.PreviewRow) error {
	o, po := planned.order, planned.from
	if o.OrderNo == "" {
		o.OrderNo = "?" // it gets the next one of its day
	}
	o.CustomerID = max(t.id, 1)
	if po.Stated == model.OrderReserved && o.ReservedUntil == "" {
		return model.At("reserved_until", model.Refuse(model.RefusedRequired))
	}
	for field, day := range map[string]model.Date{"ordered_on": o.OrderedOn, "quoted_on": o.QuotedOn, "reserved_on": o.ReservedOn,
		"accepted_on": o.AcceptedOn, "cancelled_on": o.CancelledOn, "closed_on": o.ClosedOn} {
		if err := past(field, day, p.today); err != nil {
			return err
		}
	}
	planned.steps = po.Steps(p.limitReason(&o))
	whole := o
	o.CancelledOn = "" // that comes last
	after, err := model.Rehearse(o, model.NodesOf(&o, nil), slices.Clone(planned.lines), planned.steps, po.Reviewed, p.settings, p.today)
	if err != nil {
		return err
	}
	if err := after.Check(); err != nil {
		return err
	}
	now := after.Status
	planned.total = after.Total
	if whole.CancelledOn != "" {
		if now = model.OrderCancelled; !after.Status.Open() && !allBack(planned.lines) {
			return model.At("status", model.Refuse(model.RefusedStatus, string(after.Status)))
		}
	} else if after.IsSettledBy(po) {
		now = model.OrderClosed
	}
	if po.Stated != "" && po.Stated != now {
		rows[0].Order = &model.OrderNote{Stated: po.Stated, Now: now}
	}
	for _, c := range po.Changes {
		was := plannedChange{change: c}
		if c.Kind == model.ChangeTransfer {
			if was.from, err = p.former(ctx, c.Before, rows[0]); err != nil {
				return err
			}
		}
		planned.changes = append(planned.changes, was)
	}
	t.orders = append(t.orders, planned)
	return p.sayInvoice(ctx, &o, planned.lines, &rows[0])
}

// former is the customer of a name whom an order left; nil where it can't be told
// who that is. One who isn't there yet is added.
func (p *plan) former(ctx context.Context, name string, of model.PreviewRow) (*target, error) {
	prop := model.Proposal{Sheet: of.Sheet, Row: of.Row, Known: true, Customer: model.Customer{Name: name}}
	t, err := p.matcher.find(ctx, &prop.Customer)
	var several *model.MatchError
	if t != nil || errors.As(err, &several) {
		return t, nil
	}
	if err != nil {
		return nil, err
	}
	t = p.newTarget(&prop)
	if err := t.card.Check(); err != nil {
		return nil, err
	}
	p.adopt(t)
	p.rows = append(p.rows, model.PreviewRow{
		Sheet: of.Sheet, Row: of.Row, Record: model.RowOfCustomer, Name: name, Result: model.ResultNew, Proposal: of.Proposal, Entry: -1,
	})
	return t, nil
}

// limitReason is why an order of a file may pass the credit limit: it was
// confirmed already.
func (p *plan) limitReason(o *model.Order) string {
	if o.LimitWhy != "" {
		return o.LimitWhy
	}
	return p.preview.File
}

// allBack reports whether nothing of the lines stays with the customer.
func allBack(lines []model.OrderLine) bool {
	return !slices.ContainsFunc(lines, func(l model.OrderLine) bool { return l.Stays() > 0 })
}
