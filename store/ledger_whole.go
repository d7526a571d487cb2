package store

import (
	"context"
	"errors"
	"time"

	"genjin/model"
)

// readLedgers reads the money records of customers by their ids, as they are
// kept, whatever the as-of day. where is put before each table's order.
func readLedgers(ctx context.Context, q querier, where string, args ...any) (map[int64]*model.Ledger, error) {
	all := map[int64]*model.Ledger{}
	of := func(id int64) *model.Ledger {
		if all[id] == nil {
			all[id] = &model.Ledger{}
		}
		return all[id]
	}
	for _, read := range []func() error{
		func() error {
			return eachOf(ctx, q, receivables, where, args, func(r model.Receivable) {
				l := of(r.CustomerID)
				l.Receivables = append(l.Receivables, r)
			})
		},
		func() error {
			return eachOf(ctx, q, payments, where, args, func(p model.Payment) { l := of(p.CustomerID); l.Payments = append(l.Payments, p) })
		},
		func() error {
			return eachOf(ctx, q, allocations, where, args, func(a model.Allocation) {
				l := of(a.CustomerID)
				l.Allocations = append(l.Allocations, a)
			})
		},
		func() error {
			return eachOf(ctx, q, credits, where, args, func(c model.Credit) { l := of(c.CustomerID); l.Credits = append(l.Credits, c) })
		},
		func() error {
			return eachOf(ctx, q, refunds, where, args, func(r model.Refund) { l := of(r.CustomerID); l.Refunds = append(l.Refunds, r) })
		},
		func() error {
			return eachOf(ctx, q, dunnings, where, args, func(d model.Dunning) { l := of(d.CustomerID); l.Dunnings = append(l.Dunnings, d) })
		},
		func() error {
			return eachOf(ctx, q, reconciliations, where, args, func(r model.Reconciliation) {
				l := of(r.CustomerID)
				l.Reconciliations = append(l.Reconciliations, r)
			})
		},
	} {
		if err := read(); err != nil {
			return nil, err
		}
	}
	return all, nil
}

func eachOf[T any](ctx context.Context, q querier, t *table[T], where string, args []any, take func(T)) error {
	list, err := t.query(ctx, q, where, args...)
	for _, rec := range list {
		take(rec)
	}
	return err
}

// ledger decides on the money of a whole record. That of a customer who is
// there already and has some is left as it is.
func (p *plan) ledger(ctx context.Context, i int, t *target, customer model.PreviewRow) error {
	prop := &p.preview.Proposals[i]
	l := &prop.Ledger
	if l.IsEmpty() && prop.Book.IsEmpty() && prop.Unsound == nil {
		return nil
	}
	row := model.PreviewRow{
		Sheet: prop.Sheet, Row: prop.Row, Record: model.RowOfReceivable, CustomerID: customer.CustomerID, Name: customer.Name,
		Known:  customer.Known,
		Result: model.ResultNew, Proposal: i, Entry: -1,
	}
	if t == nil {
		return nil // refused with its customer
	}
	var has bool
	if t.id != 0 {
		err := p.db.QueryRowContext(ctx, `SELECT EXISTS (SELECT 1 FROM receivable WHERE customer_id = ?1) OR EXISTS (SELECT 1
		FROM payment WHERE customer_id = ?1)
			OR EXISTS (SELECT 1 FROM reconciliation WHERE customer_id = ?1) OR EXISTS (SELECT 1 FROM customer_order WHERE customer_id = ?1)`,
			t.id).Scan(&has)
		if err != nil {
			return err
		}
	}
	taken, wrong := !has && t.ledger == nil, prop.Unsound
	if taken && wrong == nil {
		var err error
		if wrong, err = p.clash(ctx, &prop.Book); err != nil {
			return err
		}
	}
	switch {
	case wrong != nil:
		row.Result, row.Err, row.Record = model.ResultRefused, wrong, recordOfUnsound(wrong)
		p.rows = append(p.rows, row)
		return nil
	case taken:
		t.ledger, t.book = l, &prop.Book
	default:
		row.Result = model.ResultUnchanged
	}
	p.bookRows(&prop.Book, row)
	for n := range l.Receivables {
		r := &l.Receivables[n]
		row.Money = &model.MoneyNote{Name: r.Name(), Amount: r.Amount, Currency: r.Currency, DueOn: r.DueOn, Balance: r.Open()}
		p.rows = append(p.rows, row)
	}
	row.Record = model.RowOfPayment
	for n := range l.Payments {
		pay := &l.Payments[n]
		row.Money = &model.MoneyNote{Name: pay.ReceiptNo, Amount: pay.Amount, Currency: pay.Currency, PaidOn: pay.ReceivedOn,
			Advance: pay.Advance()}
		p.rows = append(p.rows, row)
	}
	return nil
}

// recordOfUnsound is the kind of record for which a ledger is refused.
func recordOfUnsound(err error) string {
	var wrong *model.LedgerError
	if errors.As(err, &wrong) {
		return wrong.Record
	}
	return model.RowOfReceivable
}

// addMoney adds the projects, the orders and the money records of a customer who
// is there.
func (w *write) addMoney(ctx context.Context, t *target) error {
	ids := map[string]map[int64]int64{}
	if err := w.addWholeProjects(ctx, t, ids); err != nil {
		return err
	}
	if err := w.addBook(ctx, t, ids); err != nil {
		return err
	}
	if err := w.addLedger(ctx, t, ids); err != nil || t.book == nil {
		return err
	}
	return w.recountCare(ctx, t.id)
}

// addLedger adds the money records of a customer, with ids of this file by
// which they refer to each other. When they were made is kept: the order of
// what happened on one day follows from it. ids are those of other records by
// their ids in the file.
func (w *write) addLedger(ctx context.Context, t *target, ids map[string]map[int64]int64) error {
	if t.ledger == nil {
		return nil
	}
	l, customer, owed, paid := *t.ledger, t.id, map[int64]int64{}, map[int64]int64{}
	keep := func(id int64) int64 {
		if t.keepID {
			return id
		}
		return 0
	}
	ids[receivables.name], ids[payments.name] = owed, paid
	return firstError(
		func() error {
			err := insertList(ctx, w, receivables, l.Receivables, keep, owed, customer, ids)
			w.left.owe(l.Receivables, owed, ids[orders.name])
			return err
		},
		func() error { return insertList(ctx, w, payments, l.Payments, keep, paid, customer, ids) },
		func() error { return insertList(ctx, w, allocations, l.Allocations, keep, nil, customer, ids) },
		func() error { return insertList(ctx, w, credits, l.Credits, keep, nil, customer, ids) },
		func() error { return insertList(ctx, w, refunds, l.Refunds, keep, nil, customer, ids) },
		func() error { return insertList(ctx, w, dunnings, l.Dunnings, keep, nil, customer, ids) },
		func() error { return insertList(ctx, w, reconciliations, l.Reconciliations, keep, nil, customer, ids) },
	)
}

// firstError does one thing after the other until one fails.
func firstError(steps ...func() error) error {
	for _, step := range steps {
		if err := step(); err != nil {
			return err
		}
	}
	return nil
}

// insertList adds records of a file; now is told the id that each has got.
func insertList[T any](ctx context.Context, w *write, t *table[T], list []T, keep func(int64) int64, now map[int64]int64,
	customer int64, ids map[string]map[int64]int64) error {
	for _, rec := range list { // copies: a preview may be carried out again
		m := t.meta(&rec)
		old := m.ID
		made, err := time.Parse(time.RFC3339Nano, m.CreatedAt)
		if m.CreatedAt = ""; err == nil {
			m.CreatedAt = made.UTC().Format(instant)
		}
		t.relink(&rec, customer, ids)
		if err := t.insertAs(ctx, w, &rec, keep(old)); err != nil {
			return err
		}
		if now != nil {
			now[old] = m.ID
		}
	}
	return nil
}
