package store

import (
	"context"

	"genjin/model"
)

// SaveOrderLines keeps an edited order together with its lines, as one act: what
// SaveOrder and SaveLines refuse is refused.
func (s *Store) SaveOrderLines(ctx context.Context, o model.Order, lines []model.OrderLine) (model.Order, error) {
	err := s.change(ctx, model.ActEditOrder, "", func(w *write) error {
		if err := w.saveOrder(ctx, &o); err != nil {
			return err
		}
		return w.saveLines(ctx, &o, lines)
	})
	return o, err
}

// saveLines keeps the lines of an order that isn't confirmed yet.
func (w *write) saveLines(ctx context.Context, o *model.Order, lines []model.OrderLine) error {
	h, err := w.takeOrder(ctx, o.ID)
	if err != nil {
		return err
	}
	switch {
	case h.order.Status == model.OrderCancelled:
		return model.Refuse(model.RefusedStatus, string(h.order.Status))
	case h.order.Status.Binding():
		return model.Refuse(model.RefusedConfirmed)
	}
	if err := w.setLines(ctx, h, lines); err != nil {
		return err
	}
	err = w.putOrder(ctx, h)
	*o = h.order
	return err
}
