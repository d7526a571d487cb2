package store

import (
	"context"

	"genjin/model"
)

// openFrom is what of a receivable is open on a day and on every later one.
func (w *write) openFrom(ctx context.Context, r *model.Receivable, day model.Date) (int64, error) {
	settled, notes, err := settlements(ctx, w.tx, r.ID, 0)
	return r.OpenFrom(day, settled, notes), err
}

// openSince is the first day, not before its own, on which an allocation finds
// enough open on a receivable.
func (w *write) openSince(ctx context.Context, r *model.Receivable, a model.Allocation) (model.Date, error) {
	var ended bool
	row := w.tx.QueryRowContext(ctx, "SELECT EXISTS (SELECT 1 FROM allocation WHERE receivable_id = ? AND reversed_on > ?)",
		r.ID, a.AllocatedOn)
	if err := row.Scan(&ended); err != nil || !ended {
		return a.AllocatedOn, err
	}
	settled, notes, err := settlements(ctx, w.tx, r.ID, a.ID)
	return r.OpenSince(a.AllocatedOn, a.Amount, settled, notes), err
}

// settlements are the allocations but one, those taken off too, and the credit
// notes of a receivable.
func settlements(ctx context.Context, q querier, receivable, but int64) ([]model.Allocation, []model.Credit, error) {
	settled, err := allocations.query(ctx, q, "WHERE receivable_id = ? AND id <> ?", receivable, but)
	if err != nil {
		return nil, nil, err
	}
	notes, err := credits.query(ctx, q, "WHERE receivable_id = ?", receivable)
	return settled, notes, err
}
