package store

import (
	"cmp"
	"context"

	"genjin/model"
)

// books are the money records of a customer as they will be when what was
// planned so far is written: those that are there, and those of the file.
type books struct {
	owed    []model.Receivable
	named   map[string][]int             // places in owed by invoice and by order
	refs    []string                     // how files speak of them, by place; nil = not worked out
	spoken  map[int]int                  // receivables that a proposal has spoken of: its place, from 1
	shares  map[int64][]model.Allocation // on a receivable that is there
	booked  map[int][]model.Receipt      // planned
	paid    []model.Payment
	payment map[int64]int // places in paid by id
	matched map[int]bool  // payments that a row has spoken of

	implied map[int]int64    // of receivables, by place: paid by implied payments, which Paid and Settled leave out
	surplus map[string]int64 // of implied payments, by currency: what settles nothing
	used    map[int64]int64  // of advances, by their ids: what an order of the file collected
}

// plannedDebt is what a row of a tracking sheet, or of a list of payments, adds:
// a receivable, unless it is there already, and what was paid.
type plannedDebt struct {
	adds       bool // the receivable is new
	edits      bool // it is written over
	restates   bool // it takes the place of an implied one
	exactly    bool // nothing follows from what isn't said
	left       bool // the order that it follows is another customer's by now
	receivable model.Receivable
	at         int // of the books; -1 = the row owes nothing
	credits    []model.Credit
	steps      []model.Dunning
	payment    model.Payment // Amount 0 = none
	shares     []plannedShare
	taken      []plannedShare // what it settled and no longer does
	refunds    []model.Refund
	gives      []plannedShare // what implied payments give way to it; at -1 = of what settles nothing
}

// plannedShare is what of a payment settles a receivable of the books.
type plannedShare struct {
	at     int
	amount int64
	on     model.Date
	until  model.Date // since when it doesn't settle it any more; "" = it does
}

// readBooks reads the money records of a customer once.
func (p *plan) readBooks(ctx context.Context, t *target) error {
	if t.books != nil {
		return nil
	}
	b := &books{named: map[string][]int{}, spoken: map[int]int{}, shares: map[int64][]model.Allocation{}, booked: map[int][]model.Receipt{},
		payment: map[int64]int{}, matched: map[int]bool{},
		implied: map[int]int64{}, surplus: map[string]int64{}, used: map[int64]int64{}}
	if t.id != 0 {
		owed, err := receivables.query(ctx, p.db, "WHERE customer_id = ? ORDER BY id", t.id)
		if err != nil {
			return err
		}
		for _, r := range owed {
			b.add(r)
		}
		if b.paid, err = payments.query(ctx, p.db, "WHERE customer_id = ? ORDER BY id", t.id); err != nil {
			return err
		}
		for i := range b.paid {
			b.payment[b.paid[i].ID] = i
		}
		shares, err := allocations.query(ctx, p.db, "WHERE customer_id = ? ORDER BY id", t.id)
		if err != nil {
			return err
		}
		for _, a := range shares {
			b.shares[a.ReceivableID] = append(b.shares[a.ReceivableID], a)
		}
		b.openUp()
	}
	t.books = b
	return nil
}

// sheetRow is a row of a tracking sheet on its way into the plan.
type sheetRow struct {
	from *model.ProposedDebt
	debt plannedDebt
	base model.PreviewRow  // what its rows of the preview have in common
	owed *model.PreviewRow // what becomes of the receivable; nil = an earlier row says it
	paid *model.PreviewRow // and of the payment
}

// debts decides on the rows about money under a customer.
func (p *plan) debts(ctx context.Context, i int, t *target, customer model.PreviewRow) error {
	prop := &p.preview.Proposals[i]
	rows := make([]sheetRow, len(prop.Debts))
	var sheet []*sheetRow
	for n := range prop.Debts {
		pd := &prop.Debts[n]
		if err := p.price(pd, t); err != nil {
			pd.Err = model.InColumn(p.preview.Columns, prop.Sheet, model.RowOfReceivable, err)
		}
		row := model.PreviewRow{
			Sheet: prop.Sheet, Row: pd.Row, Record: model.RowOfReceivable, CustomerID: customer.CustomerID, Name: customer.Name,
			Known:  customer.Known,
			Result: model.ResultNew, Proposal: i, Entry: n, Err: pd.Err, Inferred: pd.Inferred, Years: pd.Years, Nothing: pd.Nothing,
		}
		rows[n] = sheetRow{from: pd, base: row, owed: &row, debt: plannedDebt{
			exactly: pd.Exactly, receivable: pd.Receivable, at: -1, credits: pd.Credits, steps: pd.Steps, payment: pd.Payment, refunds: pd.Refunds,
		}}
		if pd.Listed {
			row.Record = model.RowOfPayment
		}
		if row.Err == nil && t == nil {
			row.Err = customer.Err
		}
		if row.Err == nil {
			if err := p.readBooks(ctx, t); err != nil {
				return err
			}
			if !pd.Nothing {
				row.Err = p.checkDebt(ctx, t, pd, &rows[n].debt, prop.Sheet)
			}
		}
		switch {
		case row.Err != nil:
			row.Result, row.Years = model.ResultRefused, nil
		case pd.Nothing:
			row.Result = model.ResultUnchanged
		case pd.Listed:
			p.payment(t, rows[n].debt, &row)
		default:
			sheet = append(sheet, &rows[n])
		}
	}
	if len(sheet) > 0 {
		if err := p.claims(ctx, t, i, sheet); err != nil {
			return err
		}
	}
	for _, r := range rows {
		for _, row := range []*model.PreviewRow{r.owed, r.paid} {
			if err := p.sayUsed(ctx, row); err != nil {
				return err
			}
			if row != nil {
				p.rows = append(p.rows, *row)
			}
		}
	}
	return nil
}

// price brings a row of the customer's that names no currency into one.
func (p *plan) price(pd *model.ProposedDebt, t *target) error {
	p.lends(cmp.Or(pd.Receivable.Currency, pd.Payment.Currency), pd.Naming, &pd.Inferred)
	if t == nil || pd.Err != nil || pd.Receivable.Currency != "" || pd.Payment.Currency != "" {
		return nil
	}
	priced, err := pd.In(p.currency(t.card.Currency, pd.Naming))
	if err == nil {
		*pd = priced
		p.infers(pd.Receivable.Currency, &pd.Inferred)
	}
	return err
}

// checkDebt completes a row and refuses what can't be kept.
func (p *plan) checkDebt(ctx context.Context, t *target, pd *model.ProposedDebt, d *plannedDebt, sheet string) error {
	id := max(t.id, 1) // not known yet for a new customer, and required
	in := func(record string, err error) error { return model.InColumn(p.preview.Columns, sheet, record, err) }
	if pd.Listed {
		return in(model.RowOfPayment, p.checkPaid(t, pd, d, id))
	}
	if err := p.checkOwed(ctx, t, pd, d, id); err != nil || d.payment.Amount == 0 {
		return in(model.RowOfReceivable, err)
	}
	return in(model.RowOfPayment, p.completePaid(t, d, id))
}

// checkOwed completes the receivable of a row.
func (p *plan) checkOwed(ctx context.Context, t *target, pd *model.ProposedDebt, d *plannedDebt, id int64) error {
	d.receivable.CustomerID = id
	if !d.exactly {
		d.receivable.Complete(&t.card, p.settings)
	}
	d.receivable.Settled = d.receivable.WrittenOff
	if err := p.followed(ctx, t, pd, d); err != nil {
		return err
	}
	for _, c := range d.credits {
		if err := past("credits", c.CreditedOn, p.today); err != nil {
			return err
		}
		if err := within("credits", c.Amount, d.receivable.Open(), d.receivable.Currency); err != nil {
			return err
		}
		d.receivable.Settled += c.Amount
	}
	return d.receivable.Check()
}

// followed ties a receivable to the order that its sheet says it follows, when
// the customer has it. Until then its number says so.
func (p *plan) followed(ctx context.Context, t *target, pd *model.ProposedDebt, d *plannedDebt) error {
	if !pd.Follows || t.id == 0 || d.receivable.OrderNo == "" {
		return nil
	}
	list, err := orders.query(ctx, p.db, `WHERE order_no = ?1 AND (customer_id = ?2
		OR id IN (SELECT order_id FROM order_change WHERE kind = 'transfer' AND customer_id = ?2))`, d.receivable.OrderNo, t.id)
	if len(list) > 0 && list[0].ConfirmedOn != "" {
		d.receivable.OrderID, d.left = list[0].ID, list[0].CustomerID != t.id
	}
	return err
}

// completePaid completes what a tracking sheet says was paid of an amount.
func (p *plan) completePaid(t *target, d *plannedDebt, id int64) error {
	d.payment.CustomerID = id
	if d.payment.Currency == "" {
		d.payment.Currency = d.receivable.Currency
	}
	d.payment.Complete(&t.card, p.settings, p.today)
	if err := past("received_on", d.payment.ReceivedOn, p.today); err != nil {
		return err
	}
	if d.payment.Currency != d.receivable.Currency {
		return model.At("currency", model.Refuse(model.RefusedForeign, d.payment.Currency, d.receivable.Currency))
	}
	return d.payment.Check()
}

// addDebts writes what the rows about money add to a customer.
func (w *write) addDebts(ctx context.Context, t *target) error {
	loose, err := w.drop(ctx, t.drops)
	for i := 0; i < len(t.debts) && err == nil; i++ {
		d := &t.debts[i]
		var more []freed
		switch {
		case d.adds:
			err = w.addDebt(ctx, t, d)
			if d.left {
				w.lacks[t.books.owed[d.at].OrderID] = true
			}
		case d.restates:
			more, err = w.restateDebt(ctx, t, d)
		case d.edits:
			edited := t.books.owed[d.at]
			edited.UpdatedAt = "" // other rows may have changed it meanwhile
			err = w.saveReceivable(ctx, &edited)
		}
		loose = append(loose, more...)
		for _, g := range d.gives {
			var owed int64
			if g.at >= 0 {
				owed = t.books.owed[g.at].ID
			}
			if err == nil {
				err = w.retreat(ctx, t.id, owed, d.payment.Currency, g.amount)
			}
		}
		if err == nil && d.payment.Amount > 0 {
			err = w.addPaid(ctx, t, d)
		}
	}
	if err != nil {
		return err
	}
	return w.resettle(ctx, loose)
}

// addDebt writes a receivable with its credit notes and chasing steps.
func (w *write) addDebt(ctx context.Context, t *target, d *plannedDebt) error {
	r := t.books.owed[d.at] // as later rows leave it
	r.CustomerID = t.id
	insert := w.addReceivable
	if d.exactly {
		insert = w.insertReceivable
	}
	if err := insert(ctx, &r); err != nil {
		return err
	}
	t.books.owed[d.at].ID = r.ID
	if len(d.credits)+len(d.steps) == 0 && r.OrderID == 0 {
		return nil
	}
	return w.addNotes(ctx, t, d, r.ID)
}

// addNotes writes the credit notes and chasing steps of a receivable.
func (w *write) addNotes(ctx context.Context, t *target, d *plannedDebt, id int64) error {
	for _, c := range d.credits {
		c.ReceivableID, c.CustomerID = id, t.id
		if err := credits.insert(ctx, w, &c); err != nil {
			return err
		}
	}
	for _, step := range d.steps {
		step.ReceivableID, step.CustomerID = id, t.id
		if err := model.DunningFields.Check(&step); err != nil {
			return err
		}
		if err := dunnings.insert(ctx, w, &step); err != nil {
			return err
		}
	}
	return w.recountReceivable(ctx, id)
}
