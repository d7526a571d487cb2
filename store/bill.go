package store

import (
	"context"

	"genjin/model"
)

// MoveBill says where a draft is now: presented, endorsed, discounted, cashed, or
// in hand again. A refused one is a payment that came back on the day, with why:
// exactly what it settled is open again.
func (s *Store) MoveBill(ctx context.Context, id int64, state model.BillState, on model.Date, why string) (model.Payment, error) {
	var p model.Payment
	err := s.change(ctx, model.ActEditPayment, why, func(w *write) (err error) {
		if p, err = payments.byID(ctx, w.tx, id); err != nil {
			return err
		}
		if on == "" {
			on = w.today
		}
		return w.moveBill(ctx, &p, state, on, why)
	})
	return p, err
}

func (w *write) moveBill(ctx context.Context, p *model.Payment, state model.BillState, on model.Date, why string) error {
	switch {
	case !p.IsBill():
		return model.At("method", model.Refuse(model.RefusedNoBill))
	case p.ReversedOn != "":
		return model.Refuse(model.RefusedReversed)
	}
	if err := past("bill_on", on, w.today); err != nil {
		return err
	}
	if row, ok := model.BillRow(&model.Bill{Payment: *p}, w.today); ok && state != model.BillInHand {
		h := model.Handled{Kind: row.Kind, Record: row.Record, CustomerID: row.CustomerID, DueOn: row.DueOn, On: w.today}
		if err := handled.insert(ctx, w, &h); err != nil {
			return err
		}
	}
	if state == model.BillRefused {
		return w.reverse(ctx, p, on, why)
	}
	p.BillState, p.BillOn = state, on
	_, err := payments.update(ctx, w, p)
	return err
}

// readBills reads the drafts in hand that mature by today or a later day, or
// soon after it.
func (s *Store) readBills(ctx context.Context, f *model.Facts, until model.Date) error {
	list, err := payments.query(ctx, s.db, `WHERE bill_state = 'in_hand' AND matures_on <> '' AND matures_on <= ?
		AND reversed_on = '' AND received_on <= ? ORDER BY id`, until.AddDays(model.BillLead), f.Today)
	for _, p := range list {
		f.Bills = append(f.Bills, model.Bill{Payment: p})
	}
	return err
}

// billsAhead are the drafts that are money when they mature, as what is expected
// that day: those in hand and presented, and those whose state nobody keeps.
func (s *Store) billsAhead(ctx context.Context, today model.Date) ([]model.OpenDebt, error) {
	list, err := payments.query(ctx, s.db, `WHERE method = 'draft' AND matures_on > ?1 AND received_on <= ?1
		AND (reversed_on = '' OR reversed_on > ?1) AND (bill_on > ?1 OR bill_state IN ('', 'in_hand', 'presented')) ORDER BY id`, today)
	if err != nil || len(list) == 0 {
		return nil, err
	}
	later, err := refunds.query(ctx, s.db, "WHERE refunded_on > ?1", today)
	back := map[int64]int64{}
	for _, r := range later {
		back[r.PaymentID] += r.Amount
	}
	ahead := make([]model.OpenDebt, len(list))
	for i, p := range list {
		ahead[i] = model.OpenDebt{Currency: p.Currency, Open: p.Amount - p.Refunded + back[p.ID], DueOn: p.MaturesOn}
	}
	return ahead, err
}

// nameBills gives the drafts the names of the customers that were read with them,
// and leaves out those of archived ones.
func nameBills(f *model.Facts) {
	cards := map[int64]*model.Customer{}
	for i := range f.Customers {
		cards[f.Customers[i].ID] = &f.Customers[i]
	}
	kept := f.Bills[:0]
	for _, b := range f.Bills {
		if c := cards[b.CustomerID]; c != nil && !c.Archived {
			b.Customer, b.Grade = c.Name, c.Grade
			kept = append(kept, b)
		}
	}
	f.Bills = kept
}
