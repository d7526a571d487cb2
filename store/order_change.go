package store

import (
	"context"
	"fmt"
	"slices"

	"genjin/model"
)

// ChangeOrder changes an order and keeps what was, what is and why. What an
// exchange, a return, a discount or a cancellation takes off the total is
// credited to its receivables, the last instalment first; what was paid on that
// becomes the customer's advance. What an exchange adds goes to the last open
// instalment that isn't invoiced, or makes a receivable of its own. A transfer
// takes the order and its receivables to another customer, while the payments
// stay with the old one as an advance, and the OEM project with its customer.
//
// Refused: RefusedRequired without a reason; RefusedStatus for an order that is
// too early or too late for the change; RefusedNothing when nothing would
// change; RefusedMore for more than there is.
func (s *Store) ChangeOrder(ctx context.Context, q model.ChangeRequest) (model.Order, error) {
	q.Reason = model.CleanNote(q.Reason)
	return s.onOrder(ctx, q.Kind.Act(), q.Reason, q.OrderID, func(w *write, h *inHand) error {
		return w.changeOrder(ctx, h, q)
	})
}

func (w *write) changeOrder(ctx context.Context, h *inHand, q model.ChangeRequest) error {
	if q.On == "" {
		q.On = w.today
	}
	if err := past("changed_on", q.On, w.today); err != nil {
		return err
	}
	if err := h.order.MayChange(q); err != nil {
		return err
	}
	w.held = h.order.ID
	defer func() { w.held = 0 }()
	c := model.OrderChange{OrderID: h.order.ID, CustomerID: h.order.CustomerID, Kind: q.Kind, ChangedOn: q.On, Reason: q.Reason, Currency: h.order.Currency, TotalBefore: h.order.Total}
	change := map[model.ChangeKind]func(context.Context, *inHand, *model.OrderChange, model.ChangeRequest) error{
		model.ChangeExchange: w.exchange, model.ChangeReturn: w.takeBack, model.ChangeTransfer: w.transfer,
		model.ChangeReschedule: w.reschedule, model.ChangeDiscount: w.discount, model.ChangeCancel: w.cancel,
	}[q.Kind]
	if err := change(ctx, h, &c, q); err != nil {
		return err
	}
	c.TotalAfter = h.order.Total
	if err := model.OrderChangeFields.Check(&c); err != nil {
		return err
	}
	return orderChanges.insert(ctx, w, &c)
}

// exchange gives a confirmed order other lines.
func (w *write) exchange(ctx context.Context, h *inHand, c *model.OrderChange, q model.ChangeRequest) error {
	c.Before = model.LinesText(h.lines)
	if err := w.setLines(ctx, h, q.Lines); err != nil {
		return err
	}
	c.After = model.LinesText(h.lines)
	if c.After == c.Before {
		return model.Refuse(model.RefusedNothing)
	}
	return w.settleDifference(ctx, h, q)
}

// takeBack takes goods back. When nothing stays with the customer the order is
// cancelled.
func (w *write) takeBack(ctx context.Context, h *inHand, c *model.OrderChange, q model.ChangeRequest) error {
	c.Before = model.LinesText(h.lines)
	before := slices.Clone(h.lines)
	if err := model.TakeBack(h.lines, q.Returned); err != nil {
		return err
	}
	h.linesSet = true
	c.After = model.LinesText(h.lines)
	h.order.Reprice(before, h.lines, h.nodes, w.settings, w.today)
	if err := w.settleDifference(ctx, h, q); err != nil {
		return err
	}
	for _, l := range h.lines {
		if l.Stays() > 0 {
			return nil
		}
	}
	h.order.CancelledOn, h.order.CancelledWhy = q.On, q.Reason
	return nil
}

// reschedule promises the goods for another day.
func (w *write) reschedule(_ context.Context, h *inHand, c *model.OrderChange, q model.ChangeRequest) error {
	c.Before, c.After = string(h.order.PromisedOn), string(q.PromisedOn)
	h.order.PromisedOn = q.PromisedOn
	return nil
}

// discount takes an amount off the order.
func (w *write) discount(ctx context.Context, h *inHand, c *model.OrderChange, q model.ChangeRequest) error {
	before := slices.Clone(h.lines)
	if err := model.Discount(h.lines, q.Amount); err != nil {
		return err
	}
	h.linesSet = true
	c.Before, c.After = model.LinesText(before), model.LinesText(h.lines)
	h.order.Reprice(before, h.lines, h.nodes, w.settings, w.today)
	return w.settleDifference(ctx, h, q)
}

// cancel ends an order: nothing of it is owed any more.
func (w *write) cancel(ctx context.Context, h *inHand, c *model.OrderChange, q model.ChangeRequest) error {
	c.Before, c.After = string(h.order.Status), string(model.OrderCancelled)
	h.order.CancelledOn, h.order.CancelledWhy = q.On, q.Reason
	return w.creditDown(ctx, h.order.ID, h.order.Billed, q)
}

// transfer gives an order to another customer.
func (w *write) transfer(ctx context.Context, h *inHand, c *model.OrderChange, q model.ChangeRequest) error {
	from, err := customers.byID(ctx, w.tx, h.order.CustomerID)
	if err != nil {
		return err
	}
	to, err := customers.byID(ctx, w.tx, q.CustomerID)
	if err != nil {
		return err
	}
	c.Before, c.After = from.Name, to.Name
	if err := w.transferDebts(ctx, h.order.ID, to.ID, q.On); err != nil {
		return err
	}
	for _, move := range []func() error{
		func() error {
			return moveAll(ctx, w, orderChanges, to.ID, func(k *model.OrderChange) *int64 { return &k.CustomerID }, "order_id = ?", h.order.ID)
		},
		func() error {
			return moveAll(ctx, w, handled, to.ID, func(k *model.Handled) *int64 { return &k.CustomerID }, "record = ? AND kind IN ('shipment', 'order_step', 'quote') AND about <> 'inquiry'", h.order.ID)
		},
	} {
		if err := move(); err != nil {
			return err
		}
	}
	h.order.CustomerID, c.CustomerID = to.ID, to.ID
	h.order.ProjectID = 0 // the project stays with its customer
	w.ordered[from.ID], w.billed[from.ID] = true, true
	if h.order.Status.Binding() {
		return w.win(ctx, to)
	}
	return nil
}

// moveAll gives records to another customer.
func moveAll[T any](ctx context.Context, w *write, t *table[T], to int64, customer func(*T) *int64, where string, args ...any) error {
	recs, err := t.query(ctx, w.tx, "WHERE "+where+" ORDER BY id", args...)
	if err != nil {
		return err
	}
	for i := range recs {
		*customer(&recs[i]) = to
		if _, err := t.update(ctx, w, &recs[i]); err != nil {
			return err
		}
	}
	return nil
}

// transferDebts gives the receivables of an order to another customer. What was
// paid on them is the advance of the one who paid.
func (w *write) transferDebts(ctx context.Context, order, to int64, on model.Date) error {
	list, err := receivables.query(ctx, w.tx, "WHERE order_id = ? AND order_id <> 0 ORDER BY id", order)
	if err != nil {
		return err
	}
	for i := range list {
		r := &list[i]
		paid, err := allocations.query(ctx, w.tx, "WHERE receivable_id = ? AND reversed_on = '' ORDER BY id", r.ID)
		if err != nil {
			return err
		}
		for _, a := range paid {
			if err := w.takeOff(ctx, a, on); err != nil {
				return err
			}
			if err := w.recountPayment(ctx, a.PaymentID); err != nil {
				return err
			}
		}
		for _, move := range []func() error{
			func() error {
				return moveAll(ctx, w, receivables, to, func(k *model.Receivable) *int64 { return &k.CustomerID }, "id = ?", r.ID)
			},
			func() error {
				return moveAll(ctx, w, credits, to, func(k *model.Credit) *int64 { return &k.CustomerID }, "receivable_id = ?", r.ID)
			},
			func() error {
				return moveAll(ctx, w, dunnings, to, func(k *model.Dunning) *int64 { return &k.CustomerID }, "receivable_id = ?", r.ID)
			},
			func() error {
				return moveAll(ctx, w, handled, to, func(k *model.Handled) *int64 { return &k.CustomerID }, "record = ? AND kind IN ('chase', 'reminder', 'broken_promise')", r.ID)
			},
		} {
			if err := move(); err != nil {
				return err
			}
		}
	}
	return nil
}

// settleDifference brings the receivables of an order in line with its lines.
func (w *write) settleDifference(ctx context.Context, h *inHand, q model.ChangeRequest) error {
	before := h.order.Total
	if err := model.NumberLines(&h.order, h.lines); err != nil {
		return err
	}
	if more := h.order.Total - before; more > 0 {
		return w.raise(ctx, h, more, q)
	} else {
		return w.creditDown(ctx, h.order.ID, -more, q)
	}
}

// raise adds to what is owed for an order: to the last open instalment that
// isn't invoiced, else as a receivable of its own.
func (w *write) raise(ctx context.Context, h *inHand, more int64, q model.ChangeRequest) error {
	list, err := receivables.query(ctx, w.tx, "WHERE order_id = ? AND order_id <> 0 ORDER BY id", h.order.ID)
	if err != nil {
		return err
	}
	model.NewestFirst(list)
	for i := range list {
		r := &list[i]
		if r.Open() > 0 && r.InvoiceNo == "" && r.InvoicedOn == "" && !r.Disputed && r.Amount <= model.MaxAmount-more {
			r.Amount += more
			_, err := receivables.update(ctx, w, r)
			return err
		}
	}
	c, err := customers.byID(ctx, w.tx, h.order.CustomerID)
	if err != nil {
		return err
	}
	r := h.order.OwedMore(&c, more, q.On, w.settings)
	if err := r.Check(); err != nil {
		return err
	}
	return receivables.insert(ctx, w, &r)
}

// creditDown credits an amount to the receivables of an order, the last
// instalment first.
func (w *write) creditDown(ctx context.Context, order, amount int64, q model.ChangeRequest) error {
	if amount == 0 {
		return nil
	}
	list, err := receivables.query(ctx, w.tx, "WHERE order_id = ? AND order_id <> 0 ORDER BY id", order)
	if err != nil {
		return err
	}
	model.NewestFirst(list)
	for i := range list {
		var credited int64
		if err := w.tx.QueryRowContext(ctx, "SELECT coalesce(sum(amount), 0) FROM credit WHERE receivable_id = ?", list[i].ID).Scan(&credited); err != nil {
			return err
		}
		part := min(amount, list[i].Amount-credited)
		if part <= 0 {
			continue
		}
		if err := w.creditPart(ctx, &list[i], part, q); err != nil {
			return err
		}
		amount -= part
	}
	if amount > 0 {
		return fmt.Errorf("order %d: %d more to credit than its receivables hold", order, amount)
	}
	return nil
}

// creditPart credits a part of a receivable. What was given up or paid of it
// makes room: a write-off shrinks first, then the latest payments become an
// advance.
func (w *write) creditPart(ctx context.Context, r *model.Receivable, part int64, q model.ChangeRequest) error {
	if off := min(part-r.Open(), r.WrittenOff); off > 0 {
		r.WriteBack(off)
		if _, err := receivables.update(ctx, w, r); err != nil {
			return err
		}
	}
	need := part - r.Open()
	if need > 0 {
		if err := w.freePayments(ctx, r, need, q.On); err != nil {
			return err
		}
	}
	c := model.Credit{ReceivableID: r.ID, CustomerID: r.CustomerID, CreditedOn: q.On, Amount: part, Reason: q.Reason}
	if err := model.CreditFields.Check(&c); err != nil {
		return err
	}
	if err := credits.insert(ctx, w, &c); err != nil {
		return err
	}
	return w.recountReceivable(ctx, r.ID)
}

// freePayments takes an amount of payments off a receivable, the latest first.
func (w *write) freePayments(ctx context.Context, r *model.Receivable, need int64, on model.Date) error {
	paid, err := allocations.query(ctx, w.tx, "WHERE receivable_id = ? AND reversed_on = '' ORDER BY allocated_on DESC, id DESC", r.ID)
	if err != nil {
		return err
	}
	for _, a := range paid {
		if need <= 0 {
			return nil
		}
		if err := w.takeOff(ctx, a, on); err != nil {
			return err
		}
		if rest := a.Amount - need; rest > 0 {
			again := model.Allocation{PaymentID: a.PaymentID, ReceivableID: a.ReceivableID, CustomerID: a.CustomerID, Amount: rest, AllocatedOn: max(on, a.AllocatedOn)}
			if err := allocations.insert(ctx, w, &again); err != nil {
				return err
			}
			if err := w.recountReceivable(ctx, r.ID); err != nil {
				return err
			}
		}
		if err := w.recountPayment(ctx, a.PaymentID); err != nil {
			return err
		}
		need -= a.Amount
	}
	return nil
}

// discountBy makes a credit note on an order's receivable a discount of the
// order: what is owed for an order and what it comes to never differ.
func (w *write) discountBy(ctx context.Context, c *model.Credit, r *model.Receivable) error {
	h, err := w.takeOrder(ctx, r.OrderID)
	if err != nil {
		return err
	}
	w.held = h.order.ID
	defer func() { w.held = 0 }()
	before := slices.Clone(h.lines)
	if err := model.Discount(h.lines, c.Amount); err != nil {
		return err
	}
	h.linesSet = true
	h.order.Reprice(before, h.lines, h.nodes, w.settings, w.today)
	if err := credits.insert(ctx, w, c); err != nil {
		return err
	}
	if err := w.recountReceivable(ctx, r.ID); err != nil {
		return err
	}
	k := model.OrderChange{
		OrderID: h.order.ID, CustomerID: h.order.CustomerID, Kind: model.ChangeDiscount, ChangedOn: c.CreditedOn, Reason: c.Reason, Currency: h.order.Currency,
		Before: model.LinesText(before), After: model.LinesText(h.lines), TotalBefore: h.order.Total, TotalAfter: h.order.Total - c.Amount,
	}
	if err := orderChanges.insert(ctx, w, &k); err != nil {
		return err
	}
	return w.putOrder(ctx, h)
}
