package store

import (
	"cmp"
	"context"
	"database/sql"
	"slices"

	"genjin/model"
)

// StepNode marks a node of an order as done, with what goes with it; one that
// is done already gets the new day. The status follows the nodes: with confirm
// the order makes its receivables and the customer is won, with receive it is
// delivered, with the account, the invoice and the last payment it is closed.
//
// Refused: RefusedStatus for an order that is cancelled, or not confirmed where
// that is needed; RefusedReview while prices have to be approved (confirm,
// ship); RefusedLimit without a reason for passing the credit limit (confirm);
// RefusedShipping without one for goods that should have been paid for (ship);
// RefusedListed for goods that are to go out although list prices have changed;
// RefusedWorthless for an order over nothing, RefusedRedated for another day of
// a confirmation from which more followed; RefusedWritten for another number of
// a node that is done; RefusedNeeds for a receipt of goods that weren't shipped;
// RefusedFuture, RefusedEarlier, RefusedAfter for impossible days. While a part of
// the goods is on its way, receive is the receipt of that part.
func (s *Store) StepNode(ctx context.Context, order int64, st model.NodeStep) (model.Order, error) {
	return s.onOrder(ctx, model.ActNode, st.Reason, order, func(w *write, h *inHand) error {
		if st.Node == model.NodeReceive && h.order.PartOnWay() {
			return w.receiveParts(ctx, h, st)
		}
		return w.stepNode(ctx, h, st)
	})
}

func (w *write) stepNode(ctx context.Context, h *inHand, st model.NodeStep) error {
	if st.On == "" {
		st.On = w.today
	}
	if err := past("done_on", st.On, w.today); err != nil {
		return err
	}
	if err := w.pricesNow(ctx, h, st); err != nil {
		return err
	}
	if err := h.order.MayStep(st, h.lines, w.settings); err != nil {
		return err
	}
	n, o := h.nodes.Of(st.Node), &h.order
	again, before := n.DoneOn != "", n.DoneOn
	n.DoneOn = st.On
	if st.Note != "" {
		n.Note = model.CleanNote(st.Note)
	}
	st.Apply(o)
	switch {
	case st.Node != model.NodeShip || again:
	case st.Told || w.act == model.ActImport: // it went out, and why is known to the file if to anybody
		o.ShipWhy = model.CleanNote(st.Reason)
	default:
		held, err := held(ctx, w.tx, o)
		if err != nil {
			return err
		}
		if err := o.MayGoOut(held, st.Reason); err != nil {
			return err
		}
	}
	switch {
	case st.Node == model.NodeReview && st.By != "":
		return o.Approve(st.By, st.Reason, st.On)
	case st.Node == model.NodeReview && o.Review == model.ReviewNeeded:
		o.Review = model.ReviewFine
	case st.Node == model.NodeConfirm && before == st.On:
	case st.Node == model.NodeConfirm && again:
		return w.untouched(ctx, o, model.RefusedRedated)
	case st.Node == model.NodeConfirm && o.Total == 0 && w.act != model.ActImport:
		return model.Refuse(model.RefusedWorthless)
	case st.Node == model.NodeConfirm:
		// Prices that stand were looked at when the order was taken.
		if review := h.nodes.Of(model.NodeReview); review.DoneOn == "" {
			review.DoneOn = st.On
		}
		return w.confirm(ctx, h, st)
	}
	return nil
}

// pricesNow looks at what the products of an order in hand cost now: a price
// review takes it as what was looked at, and goods don't go out at prices that
// would have to be looked at again.
func (w *write) pricesNow(ctx context.Context, h *inHand, st model.NodeStep) error {
	ships := st.Node == model.NodeShip && h.order.ShippedOn == "" && h.order.Review != model.ReviewNeeded
	if !ships && st.Node != model.NodeReview || w.act == model.ActImport {
		return nil
	}
	var list []model.Product
	for _, l := range h.lines {
		p, err := productByCode(ctx, w.tx, l.Product)
		switch {
		case isNotFound(err): // free text, or a product that is gone
		case err != nil:
			return err
		default:
			list = append(list, p)
		}
	}
	now := slices.Clone(h.lines)
	moved := model.PricesNow(now, list)
	if ships {
		return model.MayShip(h.lines, moved, w.settings)
	}
	if len(moved) == 0 {
		return nil
	}
	c := h.order.Repriced(h.lines, moved, cmp.Or(st.Reason, st.Note), st.On)
	c.Keep(&h.order, h.lines, h.nodes, w.settings)
	h.repriced = &c
	if h.order.Review == model.ReviewApproved && len(model.Troubled(moved, w.settings)) > 0 {
		h.order.Review = model.ReviewNeeded // what was approved were other prices
	}
	h.lines, h.linesSet = now, true
	return nil
}

// UnstepNode takes a node back: it is not done. Taking the confirmation back
// takes its receivables out, as long as nothing followed from it.
//
// Refused: RefusedStarted when goods were shipped, or a receivable was
// invoiced, paid, credited or chased; RefusedFollowed while a node is done that
// needs it.
func (s *Store) UnstepNode(ctx context.Context, order int64, node model.Node) (model.Order, error) {
	return s.onOrder(ctx, model.ActNodeBack, "", order, func(w *write, h *inHand) error {
		n := h.nodes.Of(node)
		if n == nil {
			return model.At("node", model.Refuse(model.RefusedNode, string(node)))
		}
		if err := h.order.MayUnstep(node); err != nil {
			return err
		}
		if n.DoneOn == "" {
			return model.Refuse(model.RefusedNothing)
		}
		n.DoneOn = ""
		switch node {
		case model.NodeShip:
			h.order.ShipWhy = ""
		case model.NodeReview:
			h.order.Reopen(h.lines, w.settings)
		case model.NodeConfirm:
			return w.unconfirm(ctx, h)
		}
		return nil
	})
}

// PlanNode sets for when a node is planned, and its note; without a day the
// rule plans it.
func (s *Store) PlanNode(ctx context.Context, order int64, node model.Node, planned model.Date, note string) (model.Order, error) {
	return s.onOrder(ctx, model.ActPlanNode, "", order, func(w *write, h *inHand) error {
		n := h.nodes.Of(node)
		if n == nil {
			return model.At("node", model.Refuse(model.RefusedNode, string(node)))
		}
		n.PlannedOn, n.Note = planned, model.CleanNote(note)
		return model.OrderNodeFields.Check(n)
	})
}

// confirm makes the receivables of an order and wins the customer.
func (w *write) confirm(ctx context.Context, h *inHand, st model.NodeStep) error {
	o := &h.order
	c, err := customers.byID(ctx, w.tx, o.CustomerID)
	if err != nil {
		return err
	}
	if err := model.NumberLines(o, h.lines); err != nil {
		return err
	}
	if err := w.withinLimit(ctx, &c, o, o.Total, st.Reason); err != nil {
		return err
	}
	o.Follow(h.nodes, "")
	for _, r := range o.Owed(&c, w.settings) {
		r.Implied = w.act == model.ActImport
		if err := r.Check(); err != nil {
			return err
		}
		if err := receivables.insert(ctx, w, &r); err != nil {
			return err
		}
	}
	return w.win(ctx, c)
}

// withinLimit refuses what an order adds to what its customer costs at worst
// when that passes the credit limit, unless it is said why; the order keeps it.
func (w *write) withinLimit(ctx context.Context, c *model.Customer, o *model.Order, more int64, why string) error {
	more, rated := w.settings.Convert(more, o.Currency, c.Currency)
	if c.CreditLimit == 0 || !rated || more <= 0 {
		return nil
	}
	e, err := exposure(ctx, w.tx, c, w.settings, w.today)
	if err != nil || e.Over(more) == 0 {
		return err
	}
	if why = model.CleanNote(why); why != "" {
		o.LimitWhy = why
		return nil
	}
	sum, _ := e.Sum()
	sum, _ = model.AddMoney(sum, more)
	money := func(n int64) string { return model.Money{Amount: n, Currency: c.Currency}.String() }
	return model.At("reason", model.Refuse(model.RefusedLimit, money(sum), money(c.CreditLimit)))
}

// exposure is what a customer may cost at worst, by everything that is kept:
// the open receivables, those of confirmed orders among them, and what of
// confirmed orders that aren't delivered has not become a receivable.
func exposure(ctx context.Context, q querier, c *model.Customer, set model.Settings, today model.Date) (model.Exposure, error) {
	e := model.Exposure{Limit: c.CreditLimit, Currency: c.Currency}
	rows, err := q.QueryContext(ctx, `SELECT currency, sum(open), sum(orders), sum(bills) FROM (
		SELECT currency, amount - settled AS open, 0 AS orders, 0 AS bills FROM receivable WHERE customer_id = ?1 AND settled < amount
		UNION ALL SELECT currency, 0, total - billed, 0 FROM customer_order WHERE customer_id = ?1 AND status = 'confirmed' AND total > billed
		UNION ALL SELECT currency, 0, 0, amount - refunded FROM payment WHERE customer_id = ?1 AND `+billRisk+`)
		GROUP BY currency ORDER BY currency`, c.ID, c.Currency, today)
	if err != nil {
		return e, asSumError(err)
	}
	return e, asSumError(addExposure(rows, &e, &set))
}

// addExposure adds up what a customer owes, a currency a row.
func addExposure(rows *sql.Rows, e *model.Exposure, set *model.Settings) error {
	defer rows.Close()
	for rows.Next() {
		var currency string
		var open, orders, bills int64
		if err := rows.Scan(&currency, &open, &orders, &bills); err != nil {
			return err
		}
		e.Add(set, currency, open, orders, bills)
	}
	return rows.Err()
}

// win notes on the card that the customer bought.
func (w *write) win(ctx context.Context, c model.Customer) error {
	if c.Stage == model.Won {
		return nil
	}
	before := c
	c.Stage = model.Won
	c.ClearLoss()
	if err := c.Follow(before, "", w.settings, w.today); err != nil {
		return err
	}
	_, err := customers.update(ctx, w, &c)
	return err
}

// untouched refuses, with the code, when something followed from an order's confirmation.
func (w *write) untouched(ctx context.Context, o *model.Order, code string) error {
	var touched bool
	err := w.tx.QueryRowContext(ctx, `SELECT EXISTS (SELECT 1 FROM receivable r WHERE r.order_id = ?1 AND r.order_id <> 0
		AND (r.settled > 0 OR r.invoice_no <> '' OR r.invoiced_on <> ''
		OR EXISTS (SELECT 1 FROM dunning d WHERE d.receivable_id = r.id) OR EXISTS (SELECT 1 FROM allocation a
		WHERE a.receivable_id = r.id) OR EXISTS (SELECT 1 FROM credit c WHERE c.receivable_id = r.id)))`, o.ID).Scan(&touched)
	if err == nil && touched {
		err = model.Refuse(code)
	}
	return err
}

// unconfirm takes out what the confirmation made.
func (w *write) unconfirm(ctx context.Context, h *inHand) error {
	o := &h.order
	if o.ShippedOn != "" || o.ReceivedOn != "" || o.ReconciledOn != "" || o.InvoicedOn != "" {
		return model.Refuse(model.RefusedStarted)
	}
	if err := w.untouched(ctx, o, model.RefusedStarted); err != nil {
		return err
	}
	o.LimitWhy = ""
	if err := removeAll(ctx, w, receivables, "order_id", o.ID, func(r *model.Receivable) int64 { return r.ID }); err != nil {
		return err
	}
	var bought bool
	err := w.tx.QueryRowContext(ctx, "SELECT EXISTS (SELECT 1 FROM customer_order WHERE customer_id = ? AND id <> ? AND confirmed_on <> "+
		"'' AND cancelled_on = '')", o.CustomerID, o.ID).Scan(&bought)
	if err != nil || bought {
		return err
	}
	c, err := customers.byID(ctx, w.tx, o.CustomerID)
	if err != nil || c.Stage != model.Won {
		return err
	}
	before := c
	c.Stage = model.Negotiating
	if err := c.Follow(before, "", w.settings, w.today); err != nil {
		return err
	}
	_, err = customers.update(ctx, w, &c)
	return err
}

// answerInquiries closes the customer's open inquiries about a price: the quote
// is the answer.
func (w *write) answerInquiries(ctx context.Context, o *model.Order) error {
	open, err := journal.query(ctx, w.tx, "WHERE customer_id = ? AND case_status = 'open' AND kind = 'inquiry' ORDER BY id", o.CustomerID)
	if err != nil || w.act == model.ActImport {
		return err
	}
	for i := range open {
		e := &open[i]
		if !e.AsksPrice() {
			continue
		}
		e.Status, e.ClosedOn = model.CaseClosed, w.today
		if e.Solution == "" {
			e.Solution = o.OrderNo
		}
		if err := w.saveEntry(ctx, e); err != nil {
			return err
		}
	}
	return nil
}
