package store

import (
	"context"

	"genjin/model"
)

// UseAdvance settles receivables of a customer from what is left of the payments in
// a currency, the oldest first, on the day; without shares (nil) the oldest due
// first. It answers how much of the advance that took.
func (s *Store) UseAdvance(ctx context.Context, customer int64, currency string, shares []model.Share) (used int64, err error) {
	err = s.change(ctx, model.ActAllocate, "", func(w *write) error {
		list, err := payments.query(ctx, w.tx, `WHERE customer_id = ? AND currency = ? AND reversed_on = '' AND received_on <= ?
			AND allocated + refunded < amount ORDER BY received_on, id`, customer, currency, w.today)
		if err != nil {
			return err
		}
		open, err := w.openOf(ctx, customer)
		if err != nil {
			return err
		}
		for i := range list {
			p := &list[i]
			free, err := w.freeFrom(ctx, p, w.today)
			if err != nil {
				return err
			}
			some := model.TakeShares(min(p.Advance(), free), currency, open, &shares)
			if len(some) == 0 {
				continue
			}
			if _, err := w.allocate(ctx, p, some, w.today); err != nil {
				return err
			}
			for _, share := range some {
				used += share.Amount
			}
		}
		if used == 0 {
			return model.At("amount", model.Refuse(model.RefusedNothing))
		}
		return nil
	})
	return used, err
}
