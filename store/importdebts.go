package store

import (
	"context"

	"genjin/model"
)

// books are the money records of a customer as they will be when what was
// planned so far is written: those that are there, and those of the file.
type books struct {
	owed    []model.Receivable
	matched map[int]bool // receivables that a row has spoken of
	paid    []model.Payment
	spoken  map[int]bool // payments
}

// plannedDebt is what a row of a tracking sheet, or of a list of payments, adds:
// a receivable, unless it is there already, and what was paid.
type plannedDebt struct {
	adds       bool // the receivable is new
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
	b := &books{matched: map[int]bool{}, spoken: map[int]bool{}}
	if t.id != 0 {
		var err error
		if b.owed, err = receivables.query(ctx, p.db, "WHERE customer_id = ? ORDER BY id", t.id); err != nil {
			return err
		}
		if b.paid, err = payments.query(ctx, p.db, "WHERE customer_id = ? ORDER BY id", t.id); err != nil {
			return err
		}
	}
	t.books = b
	return nil
}

// debts decides on the rows about money under a customer.
func (p *plan) debts(ctx context.Context, i int, t *target, customer model.PreviewRow) error {
	prop := &p.preview.Proposals[i]
	for n := range prop.Debts {
		pd := &prop.Debts[n]
		row := model.PreviewRow{
			Sheet: prop.Sheet, Row: pd.Row, Record: model.RowOfReceivable, CustomerID: customer.CustomerID, Name: customer.Name, Known: customer.Known,
			Result: model.ResultNew, Proposal: i, Entry: n, Err: pd.Err, Inferred: pd.Inferred,
		}
		debt := plannedDebt{exactly: pd.Exactly, receivable: pd.Receivable, at: -1, credits: pd.Credits, steps: pd.Steps, payment: pd.Payment, refunds: pd.Refunds}
		if pd.IsPayment() {
			row.Record = model.RowOfPayment
		}
		if row.Err == nil && t == nil {
			row.Err = customer.Err
		}
		if row.Err == nil {
			if err := p.readBooks(ctx, t); err != nil {
				return err
			}
			row.Err = p.checkDebt(t, pd, &debt)
		}
		switch {
		case row.Err != nil:
			row.Result = model.ResultRefused
			p.rows = append(p.rows, row)
		case pd.IsPayment():
			p.payment(t, debt, row)
		default:
			if err := p.debt(ctx, t, debt, pd.Stated, row); err != nil {
				return err
			}
		}
	}
	return nil
}

// checkDebt completes a row and refuses what can't be kept.
func (p *plan) checkDebt(t *target, pd *model.ProposedDebt, d *plannedDebt) error {
	id := max(t.id, 1) // not known yet for a new customer, and required
	if pd.IsPayment() {
		return p.checkPaid(t, pd, d, id)
	}
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
	if err := d.receivable.Check(); err != nil || d.payment.Amount == 0 {
		return err
	}
	return p.completePaid(t, d, id)
}

// completePaid completes what a tracking sheet says was paid of an amount.
func (p *plan) completePaid(t *target, d *plannedDebt, id int64) error {
	d.payment.CustomerID = id
	if d.payment.Currency == "" {
		d.payment.Currency = d.receivable.Currency
	}
	d.payment.Complete(&t.card, p.settings, p.today)
	if d.payment.Currency != d.receivable.Currency {
		return model.At("currency", model.Refuse(model.RefusedForeign, d.payment.Currency, d.receivable.Currency))
	}
	return d.payment.Check()
}

// debt plans one row: the receivable, and the payment where one came.
func (p *plan) debt(ctx context.Context, t *target, d plannedDebt, stated model.OweStatus, row model.PreviewRow) error {
	paid := row
	paid.Record, paid.Err, paid.Inferred, paid.Status = model.RowOfPayment, nil, "", nil
	at, there := t.books.owedAlready(&d.receivable)
	if there {
		row.Result = model.ResultUnchanged
		if d.payment.Amount > 0 {
			known, err := p.paidAlready(ctx, t.books.owed[at].ID, d.payment)
			if err != nil {
				return err
			}
			if known {
				paid.Result = model.ResultUnchanged
			}
		}
	} else {
		at = len(t.books.owed)
		t.books.owed = append(t.books.owed, d.receivable)
		t.books.matched[at] = true
	}
	d.adds, d.at = !there, at
	r, received := &t.books.owed[at], d.payment
	if paid.Result == model.ResultUnchanged {
		d.payment = model.Payment{}
	}
	if part := min(d.payment.Amount, r.Open()); part > 0 {
		d.shares = []plannedShare{{at: at, amount: part}}
		r.Paid, r.Settled = r.Paid+part, r.Settled+part
	}
	now := p.standing(*r, d)
	if stated != "" && now.Status != stated {
		row.Status = &model.StatusNote{Stated: stated, Now: now}
	}
	row.Money = &model.MoneyNote{Name: r.InvoiceNo, Amount: r.Amount, Currency: r.Currency, DueOn: r.DueOn, Balance: now.Balance}
	p.rows = append(p.rows, row)
	if received.Amount > 0 {
		paid.Money = t.books.note(received, d.shares)
		p.rows = append(p.rows, paid)
	}
	if d.adds || d.payment.Amount > 0 {
		t.debts = append(t.debts, d)
	}
	return nil
}

// note is what a payment says of money.
func (b *books) note(p model.Payment, shares []plannedShare) *model.MoneyNote {
	n := &model.MoneyNote{Name: p.ReceiptNo, Amount: p.Amount, Currency: p.Currency, PaidOn: p.ReceivedOn, Advance: p.Amount - p.Refunded}
	for _, s := range shares {
		n.Shares = append(n.Shares, model.NamedShare{Name: b.owed[s.at].Name(), Amount: s.amount})
		n.Advance -= s.amount
	}
	return n
}

// standing is how a receivable stands, as of the day, once its row is taken.
func (p *plan) standing(r model.Receivable, d plannedDebt) model.Standing {
	var later model.Later
	for _, s := range d.shares {
		if max(d.payment.ReceivedOn, r.Since()) > p.today {
			later.Paid, later.Settled = later.Paid+s.amount, later.Settled+s.amount
		}
	}
	return r.Standing(p.today, later)
}

// owedAlready finds the receivable that is there already: of the same invoice
// and amount, or without one of the same order, dates and amount. Two rows of
// a file are two.
func (b *books) owedAlready(r *model.Receivable) (at int, there bool) {
	for i := range b.owed {
		k := &b.owed[i]
		same := k.Amount == r.Amount && k.Currency == r.Currency && k.InvoiceNo == r.InvoiceNo && (r.Instalment == 0 || k.Instalment == r.Instalment)
		if r.InvoiceNo == "" {
			same = same && k.OrderNo == r.OrderNo && k.SaleOn == r.SaleOn && k.DueOn == r.DueOn
		}
		if same && !b.matched[i] {
			b.matched[i] = true
			return i, true
		}
	}
	return 0, false
}

// paidAlready reports whether a payment of the day and amount is allocated to
// a receivable already.
func (p *plan) paidAlready(ctx context.Context, receivable int64, paid model.Payment) (there bool, err error) {
	err = p.db.QueryRowContext(ctx, `SELECT EXISTS (SELECT 1 FROM payment p JOIN allocation a ON a.payment_id = p.id
		WHERE a.receivable_id = ? AND p.received_on = ? AND p.amount = ?)`, receivable, paid.ReceivedOn, paid.Amount).Scan(&there)
	return there, err
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
	r := d.receivable
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
