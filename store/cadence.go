package store

import (
	"context"
	"database/sql"

	"genjin/model"
)

// cadenceOf is as much of a card as its next date goes by.
var cadenceOf = customers.narrow("grade", "stage", "filled_on", "expected_on", "next_on", "next_basis", "last_on", "care_from")

// basisOfOldCards decides for the cards of an older file who set their next
// date, once, by what they say now. Those with an entry dated after today are
// counted anew when the file is opened.
func basisOfOldCards(ctx context.Context, s *Store, tx *sql.Tx) error {
	set, err := s.settings(ctx, tx)
	if err != nil {
		return err
	}
	cards, err := cadenceOf.query(ctx, tx, "")
	if err != nil {
		return err
	}
	for _, c := range cards {
		c.DecideBasis(set)
		if _, err := tx.ExecContext(ctx, "UPDATE customer SET next_on = ?, next_basis = ? WHERE id = ?", c.NextOn,
			c.NextBasis, c.ID); err != nil {
			return err
		}
	}
	_, err = tx.ExecContext(ctx, "UPDATE customer SET ahead_on = ?1 WHERE id IN (SELECT customer_id FROM journal WHERE at >= ?2)",
		s.today(), s.today().AddDays(1))
	return err
}

// retime works the computed next dates out anew where the settings that they
// go by have changed. Agreed ones stay.
func (w *write) retime(ctx context.Context, set model.Settings) error {
	before := w.settings
	w.settings = set
	if set.PlansAs(before) {
		return nil
	}
	cards, err := cadenceOf.query(ctx, w.tx, "WHERE next_basis = ? ORDER BY id", model.Computed)
	if err != nil {
		return err
	}
	for _, c := range cards {
		next := c.NextOn
		if c.Retime(set); c.NextOn == next {
			continue
		}
		card, err := customers.byID(ctx, w.tx, c.ID)
		if err != nil {
			return err
		}
		card.NextOn = c.NextOn
		if _, err := customers.update(ctx, w, &card); err != nil {
			return err
		}
	}
	return nil
}

// CatchUp counts the entries that were dated ahead and whose day has come. It is
// no act of the person, so undo doesn't know of it.
func (s *Store) CatchUp(ctx context.Context) error {
	if s.readOnly {
		return nil
	}
	ids, err := s.ids(ctx, "SELECT id FROM customer WHERE ahead_on <> '' AND ahead_on <= ? ORDER BY id", s.today())
	if err != nil || len(ids) == 0 {
		return err
	}
	return s.change(ctx, model.ActCatchUp, "", func(w *write) error {
		if err := w.open(ctx, "note"); err != nil {
			return err
		}
		for _, id := range ids {
			if err := w.recount(ctx, id); err != nil {
				return err
			}
		}
		return nil
	})
}
