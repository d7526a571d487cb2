package store

import (
	"context"
	"fmt"
	"strings"

	"genjin/model"
)

// The tables of orders.
var (
	orders       = newTable("customer_order", model.OrderFields)
	orderLines   = newTable("order_line", model.OrderLineFields)
	orderNodes   = newTable("order_node", model.OrderNodeFields)
	orderChanges = newTable("order_change", model.OrderChangeFields)
)

// AddOrder keeps a new order with its lines, completed from the customer, the
// products and the settings; without a number it gets the next one of its day.
// steps are nodes that are done already, in the order in which they were: an
// order that is taken at once is confirmed in the same act. Open inquiries of
// the customer about a price are answered by it.
//
// Refused: RefusedTaken for a number that another order has; what StepNode
// refuses; a line's refusal comes in a model.LineError.
func (s *Store) AddOrder(ctx context.Context, o model.Order, lines []model.OrderLine, steps ...model.NodeStep) (model.Order, error) {
	err := s.change(ctx, model.ActOrder, "", func(w *write) error { return w.addOrder(ctx, &o, lines, steps) })
	return o, err
}

func (w *write) addOrder(ctx context.Context, o *model.Order, lines []model.OrderLine, steps []model.NodeStep) error {
	h, err := w.newOrder(ctx, o, lines)
	if err != nil {
		return err
	}
	if len(steps) == 0 && o.QuotedOn == "" {
		h.order.QuotedOn = h.order.OrderedOn
	}
	if err := w.putOrder(ctx, h); err != nil {
		return err
	}
	if err := w.stepNodes(ctx, h, steps); err != nil {
		return err
	}
	*o = h.order
	return w.answerInquiries(ctx, &h.order)
}

// newOrder takes a new order in hand, completed and with its lines.
func (w *write) newOrder(ctx context.Context, o *model.Order, lines []model.OrderLine) (*inHand, error) {
	c, err := customers.byID(ctx, w.tx, o.CustomerID)
	if err != nil {
		return nil, err
	}
	o.ForgetKept()
	o.Complete(&c, w.settings, w.today)
	if err := past("ordered_on", o.OrderedOn, w.today); err != nil {
		return nil, err
	}
	if o.OrderNo == "" {
		if o.OrderNo, err = w.nextOrderNo(ctx, o.OrderedOn); err != nil {
			return nil, err
		}
	}
	h := &inHand{order: *o, nodes: model.NodesOf(o, nil)}
	return h, w.setLines(ctx, h, lines)
}

// stepNodes marks nodes of an order in hand as done, one after the other.
func (w *write) stepNodes(ctx context.Context, h *inHand, steps []model.NodeStep) error {
	for _, st := range steps {
		if err := w.stepNode(ctx, h, st); err != nil {
			return err
		}
		if err := w.putOrder(ctx, h); err != nil {
			return err
		}
	}
	return nil
}

// nextOrderNo is the next free number of a day: 20261124-01.
func (w *write) nextOrderNo(ctx context.Context, day model.Date) (string, error) {
	return nextOrderNo(ctx, w.tx, day)
}

// NextOrderNo is the number that a new order of the day would get.
func (s *Store) NextOrderNo(ctx context.Context, day model.Date) (string, error) {
	return nextOrderNo(ctx, s.db, day)
}

func nextOrderNo(ctx context.Context, q querier, day model.Date) (string, error) {
	prefix := strings.ReplaceAll(string(day), "-", "") + "-"
	var last int64
	// Numbers of the day that are longer than two digits go on.
	err := q.QueryRowContext(ctx, `SELECT coalesce(max(CAST(substr(order_no, ?2) AS INTEGER)), 0) FROM customer_order
		WHERE order_no >= ?1 AND order_no < ?1 || ':' AND substr(order_no, ?2) NOT GLOB '*[^0-9]*' AND length(order_no) < ?2 + 9`,
		prefix, len(prefix)+1).Scan(&last)
	return fmt.Sprintf("%s%02d", prefix, last+1), err
}

// SaveOrder keeps an edited order. Its customer stays, and what is kept by the
// rules; once it is confirmed, the currency, the terms, and the days on which
// it was placed and is promised change by ChangeOrder only. It answers
// model.ErrStale when the order was changed elsewhere since it was read.
func (s *Store) SaveOrder(ctx context.Context, o model.Order) (model.Order, error) {
	err := s.change(ctx, model.ActEditOrder, "", func(w *write) error { return w.saveOrder(ctx, &o) })
	return o, err
}

func (w *write) saveOrder(ctx context.Context, o *model.Order) error {
	h, err := w.takeOrder(ctx, o.ID)
	if err != nil {
		return err
	}
	project := o.ProjectID
	for _, f := range model.OrderFields {
		if f.Kept {
			f.Set(o, f.Get(&h.before))
		}
	}
	o.ProjectID = project
	o.Terms = w.settings.PlanOf(o.Terms)
	if err := o.MayEdit(&h.before); err != nil {
		return err
	}
	for field, day := range map[string]model.Date{"ordered_on": o.OrderedOn, "quoted_on": o.QuotedOn, "accepted_on": o.AcceptedOn} {
		if err := past(field, day, w.today); err != nil {
			return err
		}
	}
	if o.AcceptedOn != h.before.AcceptedOn && w.act != model.ActImport { // a file's days were rehearsed together
		if err := o.MayAccept(); err != nil {
			return err
		}
	}
	h.order = *o
	if o.Currency != h.before.Currency {
		for i := range h.lines {
			h.lines[i].Currency = o.Currency
		}
	}
	err = w.putOrder(ctx, h)
	*o = h.order
	return err
}

// SaveLines keeps the lines of an order that isn't confirmed yet, in the order
// given: those with an id are edited ones, those that are missing go. A
// confirmed order's lines change by ChangeOrder.
func (s *Store) SaveLines(ctx context.Context, order int64, lines []model.OrderLine) (model.Order, error) {
	o := model.Order{Meta: model.Meta{ID: order}}
	err := s.change(ctx, model.ActLines, "", func(w *write) error { return w.saveLines(ctx, &o, lines) })
	return o, err
}

// setLines completes lines from their products and makes them those of the
// order in hand. What a kept line says of its product's prices stays while the
// product does.
func (w *write) setLines(ctx context.Context, h *inHand, lines []model.OrderLine) error {
	kept := map[int64]model.OrderLine{}
	for _, l := range h.lines {
		kept[l.ID] = l
	}
	now := make([]model.OrderLine, len(lines))
	for i, l := range lines {
		was, known := kept[l.ID]
		if l.ID != 0 && !known {
			return fmt.Errorf("order line %d: %w", l.ID, model.ErrNotFound)
		}
		l.Meta, l.Returned = was.Meta, was.Returned
		l.OrderID, l.CustomerID, l.Currency, l.Seq = h.order.ID, h.order.CustomerID, h.order.Currency, int64(i+1)
		l.ListPrice, l.FloorPrice = was.ListPrice, was.FloorPrice
		if l.Product != "" && (!known || l.Product != was.Product) {
			if err := fillLine(ctx, w.tx, &l); err != nil && !isNotFound(err) {
				return err
			}
		}
		if l.Product == "" {
			l.ListPrice, l.FloorPrice = 0, 0
		}
		if err := l.Check(); err != nil {
			return model.OfLine(i, err)
		}
		now[i] = l
	}
	h.order.Reprice(h.lines, now, h.nodes, w.settings, w.today)
	h.lines, h.linesSet = now, true
	return nil
}

// RemoveOrder takes out an order that was never confirmed; others are
// cancelled. Undo brings it back.
func (s *Store) RemoveOrder(ctx context.Context, id int64) error {
	return s.change(ctx, model.ActDropOrder, "", func(w *write) error {
		h, err := w.takeOrder(ctx, id)
		if err != nil {
			return err
		}
		if h.order.ConfirmedOn != "" {
			return model.Refuse(model.RefusedStatus, string(h.order.Status))
		}
		if err := removeAll(ctx, w, orderLines, "order_id", id, func(l *model.OrderLine) int64 { return l.ID }); err != nil {
			return err
		}
		if err := removeAll(ctx, w, orderNodes, "order_id", id, func(n *model.OrderNode) int64 { return n.ID }); err != nil {
			return err
		}
		if err := removeAll(ctx, w, orderChanges, "order_id", id, func(c *model.OrderChange) int64 { return c.ID }); err != nil {
			return err
		}
		if err := orders.remove(ctx, w, id); err != nil {
			return err
		}
		return w.recountCare(ctx, h.order.CustomerID)
	})
}

// ReserveOrder reserves the goods of a quote until a day or, with no day, gives
// them free again.
func (s *Store) ReserveOrder(ctx context.Context, id int64, until model.Date) (model.Order, error) {
	return s.onOrder(ctx, model.ActReserve, "", id, func(w *write, h *inHand) error {
		o := &h.order
		switch {
		case o.Status != model.OrderQuote && o.Status != model.OrderReserved:
			return model.Refuse(model.RefusedStatus, string(o.Status))
		case until == "":
			o.ReservedOn, o.ReservedUntil = "", ""
			return nil
		case until < w.today:
			return model.At("reserved_until", model.Refuse(model.RefusedPast, string(until)))
		case o.ReservedOn == "":
			o.ReservedOn = w.today
		}
		o.ReservedUntil = until
		return nil
	})
}

// ApprovePrice records who lets prices pass that the rules stop, and why; the
// price review is done with it.
func (s *Store) ApprovePrice(ctx context.Context, id int64, who, why string) (model.Order, error) {
	return s.onOrder(ctx, model.ActApprovePrice, why, id, func(w *write, h *inHand) error {
		if h.order.Status == model.OrderCancelled || h.order.Status == model.OrderClosed {
			return model.Refuse(model.RefusedStatus, string(h.order.Status))
		}
		if err := w.pricesNow(ctx, h, model.NodeStep{Node: model.NodeReview, Reason: why, On: w.today}); err != nil {
			return err
		}
		if err := h.order.Approve(who, why, w.today); err != nil {
			return err
		}
		h.nodes.Of(model.NodeReview).DoneOn = w.today
		return nil
	})
}

// onOrder changes one order as one act and returns it as kept.
func (s *Store) onOrder(ctx context.Context, act model.Act, reason string, id int64, change func(*write,
	*inHand) error) (model.Order, error) {
	var o model.Order
	err := s.change(ctx, act, reason, func(w *write) error {
		h, err := w.takeOrder(ctx, id)
		if err != nil {
			return err
		}
		if err := change(w, h); err != nil {
			return err
		}
		err = w.putOrder(ctx, h)
		o = h.order
		return err
	})
	return o, err
}
