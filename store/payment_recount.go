package store

import (
	"context"
	"fmt"

	"genjin/model"
)

// unmoved refuses to take out a payment that came along with an order of another
// customer, or went: the other side of it would stay.
func (w *write) unmoved(ctx context.Context, id int64) error {
	var moved bool
	err := w.tx.QueryRowContext(ctx, `SELECT EXISTS (SELECT 1 FROM payment WHERE id = ?1 AND came_on <> '')
		OR EXISTS (SELECT 1 FROM refund WHERE payment_id = ?1 AND method = 'moved')`, id).Scan(&moved)
	if err == nil && moved {
		err = model.Refuse(model.RefusedMoved)
	}
	return err
}

// recountPayment brings what a payment keeps in line with its allocations
// and refunds.
func (w *write) recountPayment(ctx context.Context, id int64) error {
	p, err := payments.byID(ctx, w.tx, id)
	if err != nil {
		return err
	}
	row := w.tx.QueryRowContext(ctx, `SELECT coalesce((SELECT sum(amount) FROM allocation WHERE payment_id = ?1 AND reversed_on = ''), 0),
		coalesce((SELECT sum(amount) FROM refund WHERE payment_id = ?1), 0)`, id)
	if err := row.Scan(&p.Allocated, &p.Refunded); err != nil {
		return err
	}
	_, err = payments.update(ctx, w, &p)
	return err
}

// recountMoney brings the receivables and payments that a partly reverted set
// left in line with what has become of their allocations.
func (w *write) recountMoney(ctx context.Context, set int64) error {
	for _, kind := range []struct {
		table, column string
		recount       func(context.Context, int64) error
	}{{"receivable", "receivable_id", w.recountReceivable}, {"payment", "payment_id", w.recountPayment}} {
		err := w.recountFound(ctx, kind.recount, fmt.Sprintf(`SELECT id FROM %s WHERE id IN (
			SELECT record_id FROM change WHERE set_id = ?1 AND record = '%[1]s'
			UNION ALL SELECT coalesce(after, before) ->> '%[2]s' FROM change WHERE set_id = ?1 AND record IN ('allocation',
		'credit', 'dunning', 'refund'))`, kind.table, kind.column), set)
		if err != nil {
			return err
		}
	}
	return nil
}
