package store

import (
	"context"

	"genjin/model"
)

// books are the money records of a customer as they will be when what was
// planned so far is written: those that are there, and those of the file.
type books struct {
	owed    []model.Receivable
	named   map[string][]int             // places in owed by invoice and by order
	spoken  map[int]int                  // receivables that a proposal has spoken of: its place, from 1
	shares  map[int64][]model.Allocation // on a receivable that is there
	booked  map[int][]model.Receipt      // planned
	paid    []model.Payment
	payment map[int64]int // places in paid by id
	matched map[int]bool  // payments that a row has spoken of
}

// plannedDebt is what a row of a tracking sheet, or of a list of payments, adds:
// a receivable, unless it is there already, and what was paid.
type plannedDebt struct {
	adds       bool // the receivable is new
	edits      bool // it is written over
	exactly    bool // nothing follows from what isn't said
	receivable model.Receivable
	at         int // of the books; -1 = the row owes nothing
	credits    []model.Credit
	steps      []model.Dunning
	payment    model.Payment // Amount 0 = none
	shares     []plannedShare
	refunds    []model.Refund
}

// plannedShare is what of a payment settles a receivable of the books.
type plannedShare struct {
	at     int
	amount int64
	on     model.Date
}

// readBooks reads the money records of a customer once.
func (p *plan) readBooks(ctx context.Context, t *target) error {
	if t.books != nil {
		return nil
	}
	b := &books{named: map[string][]int{}, spoken: map[int]int{}, shares: map[int64][]model.Allocation{}, booked: map[int][]model.Receipt{}, payment: map[int64]int{}, matched: map[int]bool{}}
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
		row := model.PreviewRow{
			Sheet: prop.Sheet, Row: pd.Row, Record: model.RowOfReceivable, CustomerID: customer.CustomerID, Name: customer.Name, Known: customer.Known,
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
				row.Err = p.checkDebt(t, pd, &rows[n].debt, prop.Sheet)
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
			if row != nil {
				p.rows = append(p.rows, *row)
			}
		}
	}
	return nil
}

// checkDebt completes a row and refuses what can't be kept.
func (p *plan) checkDebt(t *target, pd *model.ProposedDebt, d *plannedDebt, sheet string) error {
	id := max(t.id, 1) // not known yet for a new customer, and required
	in := func(record string, err error) error { return model.InColumn(p.preview.Columns, sheet, record, err) }
	if pd.Listed {
		return in(model.RowOfPayment, p.checkPaid(t, pd, d, id))
	}
	if err := p.checkOwed(t, d, id); err != nil || d.payment.Amount == 0 {
		return in(model.RowOfReceivable, err)
	}
	return in(model.RowOfPayment, p.completePaid(t, d, id))
}

// checkOwed completes the receivable of a row.
func (p *plan) checkOwed(t *target, d *plannedDebt, id int64) error {
	d.receivable.CustomerID = id
	if !d.exactly {
		d.receivable.Complete(&t.card, p.settings)
	}
	d.receivable.Settled = d.receivable.WrittenOff
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
	for i := range t.debts {
		d := &t.debts[i]
		if d.adds {
			if err := w.addDebt(ctx, t, d); err != nil {
				return err
			}
		}
		if d.edits {
			edited := t.books.owed[d.at]
			edited.UpdatedAt = "" // other rows may have changed it meanwhile
			if err := w.saveReceivable(ctx, &edited); err != nil {
				return err
			}
		}
		if d.payment.Amount == 0 {
			continue
		}
		if err := w.addPaid(ctx, t, d); err != nil {
			return err
		}
	}
	return nil
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
	for _, c := range d.credits {
		c.ReceivableID, c.CustomerID = r.ID, t.id
		if err := credits.insert(ctx, w, &c); err != nil {
			return err
		}
	}
	for _, step := range d.steps {
		step.ReceivableID, step.CustomerID = r.ID, t.id
		if err := model.DunningFields.Check(&step); err != nil {
			return err
		}
		if err := dunnings.insert(ctx, w, &step); err != nil {
			return err
		}
	}
	if len(d.credits)+len(d.steps) == 0 {
		return nil
	}
	return w.recountReceivable(ctx, r.ID)
}
