package store

import (
	"cmp"
	"context"
	"slices"
	"strings"

	"genjin/model"
)

// A sheet of orders implies what is owed for them, and says of payments only
// what they came to; a sheet of receivables says so too. What is implied so is
// kept as such, and gives way to the sheet that states it, whichever comes
// first.

// openUp takes the implied payments off the receivables of the books, so that
// what a sheet states finds them open.
func (b *books) openUp() {
	for at := range b.owed {
		r := &b.owed[at]
		for _, a := range b.shares[r.ID] {
			if p := b.paymentOf(a.PaymentID); p != nil && p.Implied && a.ReversedOn == "" {
				r.Paid, r.Settled = r.Paid-a.Amount, r.Settled-a.Amount
				b.implied[at] += a.Amount
			}
		}
	}
	for i := range b.paid {
		if b.paid[i].Implied {
			b.surplus[b.paid[i].Currency] += b.paid[i].Advance()
		}
	}
}

// paymentOf is a payment that is there; nil for none.
func (b *books) paymentOf(id int64) *model.Payment {
	if i, ok := b.payment[id]; ok {
		return &b.paid[i]
	}
	return nil
}

// asKept is a receivable of the books with what is implied of it.
func (b *books) asKept(at int) model.Receivable {
	r := b.owed[at]
	part := min(b.implied[at], r.Open())
	r.Paid, r.Settled = r.Paid+part, r.Settled+part
	return r
}

// giveWay notes what of the implied payments a stated one takes the place of.
func (b *books) giveWay(d *plannedDebt) (sum int64) {
	left := d.payment.Amount - d.payment.Refunded
	for _, s := range d.shares {
		left -= s.amount
		if part := min(s.amount, b.implied[s.at]); part > 0 {
			b.implied[s.at] -= part
			d.gives = append(d.gives, plannedShare{at: s.at, amount: part})
			sum += part
		}
	}
	if part := min(left, b.surplus[d.payment.Currency]); part > 0 {
		b.surplus[d.payment.Currency] -= part
		d.gives = append(d.gives, plannedShare{at: -1, amount: part})
		sum += part
	}
	return sum
}

// takeSeats lets the receivables that a sheet states of an order take the place
// of those that the rule made of it; what is left of these goes.
func (p *plan) takeSeats(t *target, proposal int, claims [][]int, sheet []*sheetRow) []int {
	type pair struct{ claim, at, fit int }
	var pairs []pair
	b, seats, orders := t.books, make([]int, len(claims)), map[string]bool{}
	for c, places := range claims {
		seats[c] = -1
		first := sheet[places[0]]
		if !first.from.Exactly || !first.from.Follows {
			continue
		}
		r := &first.debt.receivable
		key := "o" + strings.ToLower(r.OrderNo)
		orders[key] = true
		for _, at := range b.named[key] {
			if k := &b.owed[at]; k.Implied && b.spoken[at] == 0 && k.Currency == r.Currency {
				fit := 4*points(k.Instalment == r.Instalment) + 2*points(k.InvoiceNo == r.InvoiceNo) + points(k.Amount == r.Amount)
				pairs = append(pairs, pair{c, at, fit})
			}
		}
	}
	slices.SortStableFunc(pairs, func(x, y pair) int { return cmp.Compare(y.fit, x.fit) })
	for _, x := range pairs {
		if seats[x.claim] < 0 && b.spoken[x.at] == 0 {
			seats[x.claim], b.spoken[x.at] = x.at, proposal
		}
	}
	for at := range b.owed {
		k := &b.owed[at]
		if k.Implied && k.ID != 0 && b.spoken[at] == 0 && orders["o"+strings.ToLower(k.OrderNo)] {
			b.spoken[at] = proposal
			t.drops = append(t.drops, k.ID)
			k.Settled, b.implied[at] = k.Amount, 0
		}
	}
	return seats
}

func points(yes bool) int {
	if yes {
		return 1
	}
	return 0
}

// restate lets a row take the place of an implied receivable.
func (p *plan) restate(b *books, row *sheetRow, at int) {
	kept, r := b.owed[at], row.debt.receivable
	var changes []model.FieldChange
	for _, f := range model.ReceivableFields {
		before, after := f.Get(&kept), f.Get(&r)
		if before != after && (!f.Kept || strings.HasPrefix(f.Code, "written_off") || f.Code == "disputed") && f.Code != "customer_id" {
			changes = append(changes, model.FieldChange{Field: f.Code, Before: before, After: after, Currency: r.Currency})
		}
	}
	r.Meta, r.CustomerID, r.OrderID, r.Implied = kept.Meta, kept.CustomerID, kept.OrderID, false
	r.Paid = min(kept.Paid, r.Amount-r.Settled)
	r.Settled += r.Paid
	b.owed[at], b.implied[at] = r, 0
	b.name(at)
	row.debt.restates = true
	row.owed.Result = model.ResultUnchanged
	if row.owed.Changes = changes; len(changes) > 0 {
		row.owed.Result = model.ResultUpdated
	}
}

// collects plans the payment that a row implies by what was collected of its
// receivable, as far as no payment is known.
func (p *plan) collects(t *target, row *sheetRow, at int) {
	b, d := t.books, &row.debt
	r := &b.owed[at]
	sum := min(row.from.Collected-r.Paid, r.Open())
	if sum <= 0 || !d.adds && !d.restates {
		return
	}
	on := p.today
	for _, day := range []model.Date{r.DueOn, r.Since()} {
		if day != "" && day <= p.today {
			on = max(day, r.Since())
			break
		}
	}
	d.payment = model.Payment{CustomerID: r.CustomerID, Amount: sum, Currency: r.Currency, ReceivedOn: on, Implied: true}
	d.shares = []plannedShare{{at: at, amount: sum}}
	b.implied[at] += sum
	line := row.base
	line.Record, line.Result, line.Inferred = model.RowOfPayment, model.ResultNew, model.List("received_on")
	line.Money = b.note(d.payment, d.shares)
	row.paid = &line
}

// retreat takes away what the implied payments of a customer gave way: on a
// receivable or, with none, of what they have left over.
func (w *write) retreat(ctx context.Context, customer, receivable int64, currency string, sum int64) error {
	if receivable == 0 {
		list, err := payments.query(ctx, w.tx, "WHERE customer_id = ? AND currency = ? AND implied = 1 ORDER BY id", customer, currency)
		if err != nil {
			return err
		}
		for i := range list {
			part := min(list[i].Advance(), sum)
			sum -= part
			if err := w.lessen(ctx, list[i].ID, part); err != nil {
				return err
			}
		}
		return nil
	}
	list, err := allocations.query(ctx, w.tx, "WHERE receivable_id = ? AND reversed_on = '' AND payment_id IN (SELECT id FROM payment WHERE implied = 1) ORDER BY id", receivable)
	if err != nil {
		return err
	}
	for _, a := range list {
		part := min(a.Amount, sum)
		if sum -= part; part == 0 {
			continue
		}
		if a.Amount -= part; a.Amount == 0 {
			err = allocations.remove(ctx, w, a.ID)
		} else {
			_, err = allocations.update(ctx, w, &a)
		}
		if err == nil {
			err = w.recountPayment(ctx, a.PaymentID)
		}
		if err == nil {
			err = w.lessen(ctx, a.PaymentID, part)
		}
		if err != nil {
			return err
		}
	}
	return w.recountReceivable(ctx, receivable)
}

// lessen takes an amount off a payment, which goes when nothing is left.
func (w *write) lessen(ctx context.Context, payment, part int64) error {
	p, err := payments.byID(ctx, w.tx, payment)
	if err != nil || part == 0 {
		return err
	}
	if p.Amount -= part; p.Amount == 0 {
		return payments.remove(ctx, w, p.ID)
	}
	_, err = payments.update(ctx, w, &p)
	return err
}

// freed is what a payment settled of a receivable that went.
type freed struct {
	payment, amount int64
	on              model.Date
	order           int64
}

// free takes everything off an implied receivable but what leaves it with keep
// allocated, and answers what of stated payments that was.
func (w *write) free(ctx context.Context, r *model.Receivable, keep int64) ([]freed, error) {
	if err := w.retreat(ctx, r.CustomerID, r.ID, r.Currency, r.Amount); err != nil {
		return nil, err
	}
	list, err := allocations.query(ctx, w.tx, "WHERE receivable_id = ? ORDER BY reversed_on = '', id", r.ID)
	if err != nil {
		return nil, err
	}
	var all []freed
	for _, a := range list {
		if a.ReversedOn == "" && a.Amount <= keep {
			keep -= a.Amount
			continue
		}
		if a.ReversedOn == "" {
			all = append(all, freed{a.PaymentID, a.Amount, a.AllocatedOn, r.OrderID})
		}
		if err := allocations.remove(ctx, w, a.ID); err != nil {
			return nil, err
		}
		if err := w.recountPayment(ctx, a.PaymentID); err != nil {
			return nil, err
		}
	}
	for _, clear := range []func() error{
		func() error {
			return removeAll(ctx, w, credits, "receivable_id", r.ID, func(c *model.Credit) int64 { return c.ID })
		},
		func() error {
			return removeAll(ctx, w, dunnings, "receivable_id", r.ID, func(d *model.Dunning) int64 { return d.ID })
		},
	} {
		if err := clear(); err != nil {
			return nil, err
		}
	}
	return all, nil
}

// drop takes the implied receivables out that no row stated.
func (w *write) drop(ctx context.Context, ids []int64) (all []freed, err error) {
	for _, id := range ids {
		r, err := receivables.byID(ctx, w.tx, id)
		if err != nil {
			return nil, err
		}
		loose, err := w.free(ctx, &r, 0)
		if err == nil {
			err = receivables.remove(ctx, w, id)
		}
		if err == nil {
			err = w.recountOrder(ctx, r.OrderID)
		}
		if err != nil {
			return nil, err
		}
		all = append(all, loose...)
	}
	return all, nil
}

// resettle lets payments settle the receivables of their orders again.
func (w *write) resettle(ctx context.Context, all []freed) error {
	for _, f := range all {
		p, err := payments.byID(ctx, w.tx, f.payment)
		if err != nil {
			return err
		}
		open, err := receivables.query(ctx, w.tx, "WHERE order_id = ? AND order_id <> 0 AND customer_id = ? ORDER BY id", f.order, p.CustomerID)
		if err != nil {
			return err
		}
		shares, _ := model.SuggestShares(f.amount, p.Currency, open)
		if _, err := w.allocate(ctx, &p, shares, f.on); err != nil {
			return err
		}
	}
	return nil
}

// restateDebt writes what a sheet states over an implied receivable.
func (w *write) restateDebt(ctx context.Context, t *target, d *plannedDebt) ([]freed, error) {
	r := t.books.owed[d.at]
	kept, err := receivables.byID(ctx, w.tx, r.ID)
	if err != nil {
		return nil, err
	}
	loose, err := w.free(ctx, &kept, r.Paid)
	if err != nil {
		return nil, err
	}
	r.UpdatedAt, r.Paid = "", 0
	r.Settled = r.WrittenOff
	if _, err := receivables.update(ctx, w, &r); err != nil {
		return nil, err
	}
	return loose, w.addNotes(ctx, t, d, r.ID)
}

// linked gives the receivables that a sheet stated of an order to the order,
// in place of those that the rule made. What they lack is owed for it too.
func (w *write) linked(ctx context.Context, h *inHand) error {
	o := &h.order
	stated, err := receivables.query(ctx, w.tx, "WHERE order_id = 0 AND customer_id = ? AND order_no = ? AND currency = ? ORDER BY id", o.CustomerID, o.OrderNo, o.Currency)
	if err != nil || len(stated) == 0 || o.ConfirmedOn == "" {
		return err
	}
	byRule, err := receivables.query(ctx, w.tx, "WHERE order_id = ? AND implied = 1 ORDER BY id", o.ID)
	if err != nil {
		return err
	}
	var ids []int64
	for _, r := range byRule {
		ids = append(ids, r.ID)
	}
	w.held = o.ID
	defer func() { w.held = 0 }()
	if _, err := w.drop(ctx, ids); err != nil {
		return err
	}
	for i := range stated {
		r := &stated[i]
		r.OrderID, r.OrderNo = o.ID, o.OrderNo
		if _, err := receivables.update(ctx, w, r); err != nil {
			return err
		}
	}
	if err := w.putOrder(ctx, h); err != nil {
		return err
	}
	if more := h.order.Total - h.order.Billed; more > 0 {
		return w.owesMore(ctx, h, more)
	}
	return nil
}

// owesMore makes a receivable of what the stated ones of an order lack.
func (w *write) owesMore(ctx context.Context, h *inHand, more int64) error {
	c, err := customers.byID(ctx, w.tx, h.order.CustomerID)
	if err != nil {
		return err
	}
	r := h.order.OwedMore(&c, more, h.order.ConfirmedOn, w.settings)
	r.Implied = true
	if err := r.Check(); err != nil {
		return err
	}
	if err := receivables.insert(ctx, w, &r); err != nil {
		return err
	}
	return w.putOrder(ctx, h)
}

// statedOf are the receivables of an order's number that are there already and
// belong to no order yet.
func (b *books) statedOf(o *model.Order) []int {
	return slices.DeleteFunc(slices.Clone(b.named["o"+strings.ToLower(o.OrderNo)]), func(at int) bool {
		return b.owed[at].OrderID != 0 || b.owed[at].Currency != o.Currency
	})
}

// collected lists the payments that an order of the file implies by what it
// collected: one that is the customer's advance is that payment, the rest is
// worked out.
func (p *plan) collected(ctx context.Context, t *target, planned *plannedOrder, base model.PreviewRow) ([]model.PreviewRow, error) {
	o := &planned.order
	sum := o.Collected
	if planned.from.PaidUp {
		sum = planned.total
	}
	if sum == 0 {
		return nil, nil
	}
	if err := p.readBooks(ctx, t); err != nil {
		return nil, err
	}
	b := t.books
	for _, at := range b.statedOf(o) {
		r := b.asKept(at)
		sum -= r.Paid
	}
	base.Record, base.Entry, base.Order, base.Changes, base.Inferred = model.RowOfPayment, -1, nil, nil, ""
	var rows []model.PreviewRow
	add := func(pay model.Payment, part int64, result model.Result, inferred model.List) {
		row := base
		row.Result, row.Inferred = result, inferred
		row.Money = &model.MoneyNote{Name: pay.ReceiptNo, Amount: pay.Amount, Currency: o.Currency, PaidOn: pay.ReceivedOn}
		if part > 0 {
			row.Money.Shares = []model.NamedShare{{Name: o.OrderNo, Amount: part}}
		}
		row.Money.Advance = pay.Amount - part
		rows = append(rows, row)
	}
	for i := range b.paid {
		k := &b.paid[i]
		if part := min(k.Advance()-b.used[k.ID], sum); part > 0 && !k.Implied && k.Currency == o.Currency {
			b.used[k.ID], sum = b.used[k.ID]+part, sum-part
			planned.advances = append(planned.advances, model.Share{ReceivableID: k.ID, Amount: part})
			add(*k, part, model.ResultUnchanged, "")
			rows[len(rows)-1].Money.Advance = 0
		}
	}
	if sum > 0 {
		planned.implied = sum
		add(model.Payment{Amount: sum, ReceivedOn: o.ClosedOn}, min(sum, planned.total), model.ResultNew, "received_on")
	}
	return rows, nil
}

// importCollected records what a file says was paid on an order.
func (w *write) importCollected(ctx context.Context, h *inHand, planned *plannedOrder) error {
	if err := w.linked(ctx, h); err != nil {
		return err
	}
	owed := func() ([]model.Receivable, error) {
		return receivables.query(ctx, w.tx, "WHERE order_id = ? AND order_id <> 0 ORDER BY id", h.order.ID)
	}
	for _, s := range planned.advances {
		pay, err := payments.byID(ctx, w.tx, s.ReceivableID)
		if err != nil {
			return err
		}
		open, err := owed()
		if err != nil {
			return err
		}
		shares, _ := model.SuggestShares(s.Amount, pay.Currency, open)
		if _, err := w.allocate(ctx, &pay, shares, pay.ReceivedOn); err != nil {
			return err
		}
	}
	if planned.implied == 0 {
		return nil
	}
	open, err := owed()
	if err != nil {
		return err
	}
	shares, _ := model.SuggestShares(planned.implied, h.order.Currency, open)
	if shares == nil {
		shares = []model.Share{}
	}
	pay := model.Payment{
		CustomerID: h.order.CustomerID, Amount: planned.implied, Currency: h.order.Currency, ReceivedOn: planned.order.ClosedOn, Remark: h.order.OrderNo, Implied: true,
	}
	_, err = w.pay(ctx, pay, shares)
	return err
}
