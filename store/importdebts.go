package store

import (
	"context"

	"genjin/model"
)

// plannedDebt is what a row of a tracking sheet adds: a receivable, unless it
// is there already, and what was paid of it.
type plannedDebt struct {
	receivable model.Receivable
	payment    model.Payment // Amount 0 = none
}

// debts decides on the rows of a tracking sheet under a customer.
func (p *plan) debts(ctx context.Context, i int, t *target, customer model.PreviewRow) error {
	prop := &p.preview.Proposals[i]
	for n := range prop.Debts {
		pd := &prop.Debts[n]
		row := model.PreviewRow{
			Sheet: prop.Sheet, Row: pd.Row, Record: model.RowOfReceivable, CustomerID: customer.CustomerID, Name: customer.Name, Known: customer.Known,
			Result: model.ResultNew, Proposal: i, Entry: n, Err: pd.Err, Inferred: pd.Inferred,
		}
		debt := plannedDebt{pd.Receivable, pd.Payment}
		switch {
		case row.Err == nil && t == nil:
			row.Err = customer.Err
		case row.Err == nil:
			row.Err = p.checkDebt(t, &debt)
		}
		if row.Err != nil {
			row.Result = model.ResultRefused
			p.rows = append(p.rows, row)
			continue
		}
		if err := p.debt(ctx, t, debt, pd.Stated, row); err != nil {
			return err
		}
	}
	return nil
}

// checkDebt completes a row and refuses what can't be kept.
func (p *plan) checkDebt(t *target, d *plannedDebt) error {
	d.receivable.CustomerID = max(t.id, 1) // not known yet for a new customer, and required
	d.receivable.Complete(&t.card, p.settings)
	if err := d.receivable.Check(); err != nil || d.payment.Amount == 0 {
		return err
	}
	d.payment.CustomerID = d.receivable.CustomerID
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
	kept, err := p.owedAlready(ctx, t, &d.receivable)
	if err != nil {
		return err
	}
	paid := model.PreviewRow{
		Sheet: row.Sheet, Row: row.Row, Record: model.RowOfPayment, CustomerID: row.CustomerID, Name: row.Name, Known: row.Known,
		Result: model.ResultNew, Proposal: row.Proposal, Entry: row.Entry,
	}
	if kept != nil {
		row.Result, d.receivable = model.ResultUnchanged, *kept
		if d.payment.Amount > 0 {
			there, err := p.paidAlready(ctx, d)
			if err != nil {
				return err
			}
			if there {
				paid.Result, d.payment = model.ResultUnchanged, model.Payment{Amount: 0, ReceivedOn: d.payment.ReceivedOn}
			}
		}
	}
	now := p.standing(d)
	if stated != "" && now.Status != stated {
		row.Status = &model.StatusNote{Stated: stated, Now: now}
	}
	p.rows = append(p.rows, row)
	if d.payment.ReceivedOn != "" {
		p.rows = append(p.rows, paid)
	}
	if kept == nil || d.payment.Amount > 0 {
		t.debts = append(t.debts, d)
	}
	return nil
}

// standing is how a row stands, as of the day, once it is taken.
func (p *plan) standing(d plannedDebt) model.Standing {
	r := d.receivable
	if d.payment.Amount > 0 && max(d.payment.ReceivedOn, r.Since()) <= p.today {
		part := min(d.payment.Amount, r.Open())
		r.Paid, r.Settled = r.Paid+part, r.Settled+part
	}
	return r.Standing(p.today, model.Later{})
}

// owedAlready finds the receivable that is there already: of the same invoice
// and amount, or without one of the same order, dates and amount. Two rows of
// a file are two.
func (p *plan) owedAlready(ctx context.Context, t *target, r *model.Receivable) (*model.Receivable, error) {
	if t.id == 0 {
		return nil, nil
	}
	if t.owed == nil {
		kept, err := receivables.query(ctx, p.db, "WHERE customer_id = ? ORDER BY id", t.id)
		if err != nil {
			return nil, err
		}
		t.owed = append([]model.Receivable{}, kept...)
	}
	for i := range t.owed {
		k := t.owed[i]
		same := k.Amount == r.Amount && k.Currency == r.Currency && k.InvoiceNo == r.InvoiceNo
		if r.InvoiceNo == "" {
			same = same && k.OrderNo == r.OrderNo && k.SaleOn == r.SaleOn && k.DueOn == r.DueOn
		}
		if same {
			t.owed = append(t.owed[:i:i], t.owed[i+1:]...)
			return &k, nil
		}
	}
	return nil, nil
}

// paidAlready reports whether a payment of the day and amount is allocated to
// the receivable already.
func (p *plan) paidAlready(ctx context.Context, d plannedDebt) (there bool, err error) {
	err = p.db.QueryRowContext(ctx, `SELECT EXISTS (SELECT 1 FROM payment p JOIN allocation a ON a.payment_id = p.id
		WHERE a.receivable_id = ? AND p.received_on = ? AND p.amount = ?)`, d.receivable.ID, d.payment.ReceivedOn, d.payment.Amount).Scan(&there)
	return there, err
}

// addDebts writes what the rows of a tracking sheet add to a customer.
func (w *write) addDebts(ctx context.Context, t *target) error {
	for _, d := range t.debts {
		r := &d.receivable
		r.CustomerID = t.id
		if r.ID == 0 {
			if err := w.addReceivable(ctx, r); err != nil {
				return err
			}
		}
		if d.payment.Amount == 0 {
			continue
		}
		d.payment.CustomerID = t.id
		shares := []model.Share{}
		if part := min(d.payment.Amount, r.Open()); part > 0 {
			shares = append(shares, model.Share{ReceivableID: r.ID, Amount: part})
		}
		if _, err := w.pay(ctx, d.payment, shares); err != nil {
			return err
		}
	}
	return nil
}
