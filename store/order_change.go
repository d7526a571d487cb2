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
// becomes the customer's advance. What an exchange adds makes a receivable of
// its own from that day on. A transfer closes what is open with the customer and
// opens it with another one; what was paid stays or goes along, as is chosen,
// and the OEM project stays with its customer. What was said of earlier days
// stays as it was.
//
// Refused: RefusedRequired without a reason; RefusedStatus for an order that is
// too early or too late for the change; RefusedNothing when nothing would
// change; RefusedMore for more than there is; RefusedLimit without a reason for
// passing the credit limit by what an exchange adds, or of whom it goes to;
// RefusedReview for prices that the rules stop of goods that are out, without
// who lets them pass; RefusedRequired where it isn't said what becomes of what was
// paid, by a transfer or a cancellation.
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
	c := model.OrderChange{OrderID: h.order.ID, CustomerID: h.order.CustomerID, Kind: q.Kind, ChangedOn: q.On,
		Reason: q.Reason, Currency: h.order.Currency, TotalBefore: h.order.Total}
	c.Keep(&h.order, h.lines, h.nodes, w.settings)
	change := map[model.ChangeKind]func(context.Context, *inHand, *model.OrderChange, model.ChangeRequest) error{
		model.ChangeExchange: w.exchange, model.ChangeReturn: w.takeBack, model.ChangeTransfer: w.transfer,
		model.ChangeReschedule: w.reschedule, model.ChangeDiscount: w.discount, model.ChangeCancel: w.cancel,
	}[q.Kind]
	if err := change(ctx, h, &c, q); err != nil {
		return err
	}
	c.TotalAfter = h.order.Total
	c.Leave(&h.order)
	if err := model.OrderChangeFields.Check(&c); err != nil {
		return err
	}
	return orderChanges.insert(ctx, w, &c)
}

// exchange gives a confirmed order other lines.
func (w *write) exchange(ctx context.Context, h *inHand, c *model.OrderChange, q model.ChangeRequest) error {
	c.Before = model.LinesText(h.lines)
	before := slices.Clone(h.lines)
	if err := w.spell(ctx, h); err != nil {
		return err
	}
	if err := w.setLines(ctx, h, q.Lines); err != nil {
		return err
	}
	if err := w.lowered(h, before, q); err != nil {
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
	if err := w.lowered(h, before, q); err != nil {
		return err
	}
	return w.settleDifference(ctx, h, q)
}

// lowered keeps who let prices pass that the rules stop, of goods that are out.
func (w *write) lowered(h *inHand, before []model.OrderLine, q model.ChangeRequest) error {
	if err := h.order.MayLower(before, h.lines, q.By, w.settings); err != nil {
		return err
	}
	if q.By == "" || h.order.ShippedOn == "" {
		return nil
	}
	return h.order.Approve(q.By, q.Reason, w.today)
}

// cancel ends an order: nothing of it is owed any more. What was paid is an
// advance, and given back where that is wanted; or it is kept for what was owed.
func (w *write) cancel(ctx context.Context, h *inHand, c *model.OrderChange, q model.ChangeRequest) error {
	c.Before, c.After = string(h.order.Status), string(model.OrderCancelled)
	h.order.CancelledOn, h.order.CancelledWhy = q.On, q.Reason
	if q.Deposit == model.DepositKept {
		return w.creditOpen(ctx, h.order.ID, q)
	}
	paid, err := allocations.query(ctx, w.tx, `WHERE reversed_on = '' AND receivable_id IN (SELECT id FROM receivable
		WHERE order_id = ? AND order_id <> 0) ORDER BY id`, h.order.ID)
	if err != nil {
		return err
	}
	if err := w.creditDown(ctx, h.order.ID, h.order.Billed, q); err != nil || q.Deposit != model.DepositBack {
		return err
	}
	for _, a := range paid {
		p, err := payments.byID(ctx, w.tx, a.PaymentID)
		if err != nil {
			return err
		}
		back := model.Refund{PaymentID: p.ID, RefundedOn: q.On, Amount: a.Amount, Method: p.Method, Reason: q.Reason}
		if err := w.refund(ctx, &back); err != nil {
			return err
		}
	}
	return nil
}

// creditOpen credits what is open of an order.
func (w *write) creditOpen(ctx context.Context, order int64, q model.ChangeRequest) error {
	list, err := receivables.query(ctx, w.tx, "WHERE order_id = ? AND order_id <> 0 ORDER BY id", order)
	for i := range list {
		if open := list[i].Open(); open > 0 && err == nil {
			err = w.creditPart(ctx, &list[i], open, q)
		}
	}
	return err
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
// exists since the change and isn't invoiced, else as a receivable of its own:
// what was owed before the change stays what it was.
func (w *write) raise(ctx context.Context, h *inHand, more int64, q model.ChangeRequest) error {
	list, err := receivables.query(ctx, w.tx, "WHERE order_id = ? AND order_id <> 0 AND customer_id = ? ORDER BY id",
		h.order.ID, h.order.CustomerID)
	if err != nil {
		return err
	}
	c, err := customers.byID(ctx, w.tx, h.order.CustomerID)
	if err != nil {
		return err
	}
	if err := w.withinLimit(ctx, &c, &h.order, more, q.LimitWhy); err != nil {
		return err
	}
	own := h.order.OwedMore(&c, more, q.On, w.settings)
	model.NewestFirst(list)
	for i := range list {
		r := &list[i]
		if r.Open() > 0 && r.InvoiceNo == "" && r.InvoicedOn == "" && !r.Disputed && r.Since() >= own.Since() &&
			r.Amount <= model.MaxAmount-more {
			r.Amount += more
			_, err := receivables.update(ctx, w, r)
			return err
		}
	}
	if err := own.Check(); err != nil {
		return err
	}
	return receivables.insert(ctx, w, &own)
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
		if err := w.tx.QueryRowContext(ctx, "SELECT coalesce(sum(amount), 0) FROM credit WHERE receivable_id = ?",
			list[i].ID).Scan(&credited); err != nil {
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
		r.GiveUp(-off, q.On, "")
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
// What stays of one keeps its day: nobody pays later by a credit.
func (w *write) freePayments(ctx context.Context, r *model.Receivable, need int64, on model.Date) error {
	paid, err := allocations.query(ctx, w.tx, "WHERE receivable_id = ? AND reversed_on = '' ORDER BY allocated_on DESC, id DESC", r.ID)
	if err != nil {
		return err
	}
	for _, a := range paid {
		if need <= 0 {
			return nil
		}
		if a.Amount > need {
			stays := a
			stays.ID, stays.Amount = 0, a.Amount-need
			if err := allocations.insertAs(ctx, w, &stays, 0); err != nil {
				return err
			}
			a.Amount = need
		}
		if err := w.takeOff(ctx, a, on); err != nil {
			return err
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
	k := model.OrderChange{
		OrderID: h.order.ID, CustomerID: h.order.CustomerID, Kind: model.ChangeDiscount, ChangedOn: c.CreditedOn,
		Reason: c.Reason, Currency: h.order.Currency, Before: model.LinesText(before), TotalBefore: h.order.Total,
	}
	k.Keep(&h.order, before, h.nodes, w.settings)
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
	k.Leave(&h.order)
	k.After, k.TotalAfter = model.LinesText(h.lines), h.order.Total-c.Amount
	if err := orderChanges.insert(ctx, w, &k); err != nil {
		return err
	}
	return w.putOrder(ctx, h)
}
