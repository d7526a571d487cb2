package store

import (
	"context"

	"genjin/model"
	"genjin/model/label"
)

var marketNotes = newTable("market_note", model.MarketNoteFields)

// marketSource is where the list of market notes is read from.
var marketSource = source[model.MarketNoteOf]{
	view: &model.MarketNoteView, from: fromTable("market_note"),
	search: ofWhomOr("r.subject", "r.competitor", "r.product", "r.note", "r.source"),
	rows: func(ctx context.Context, s *Store, ids []int64, _ bool) ([]model.MarketNoteOf, error) {
		found, err := marketNotes.query(ctx, s.db, "WHERE id IN (SELECT value FROM json_each(?))", jsonList(ids))
		if err != nil {
			return nil, err
		}
		whose := make([]int64, len(found))
		for i, n := range found {
			whose[i] = n.CustomerID
		}
		names, err := s.customerNames(ctx, whose)
		list := make([]model.MarketNoteOf, len(found))
		for i, n := range found {
			list[i] = model.MarketNoteOf{MarketNote: n, Customer: names[n.CustomerID]}
		}
		return list, err
	},
}

// noteLoss keeps what was heard of the competitor to whom a deal was lost as a
// market note, in the same act; the one that says so of the customer already is
// changed.
func (w *write) noteLoss(ctx context.Context, before, c *model.Customer) error {
	n, due := lossNote(before, c, w.today, label.Lang(w.store.lang.Load()))
	if !due {
		return nil
	}
	there, err := marketNotes.query(ctx, w.tx, "WHERE customer_id = ? AND subject IN (?, ?) AND competitor = ? ORDER BY id DESC LIMIT 1",
		c.ID, lostIn(label.ZH), lostIn(label.EN), n.Competitor)
	switch {
	case err != nil:
		return err
	case len(there) == 0:
		return marketNotes.insert(ctx, w, &n)
	}
	there[0].Price, there[0].Currency = n.Price, n.Currency
	_, err = marketNotes.update(ctx, w, &there[0])
	return err
}

// lossNote is the note of a loss, in the words of a language.
func lossNote(before, c *model.Customer, today model.Date, l label.Lang) (model.MarketNote, bool) {
	n, due := c.LossNote(before, today)
	n.Subject = lostIn(l)
	n.Note = label.Option(customers.name, "lost_reason", c.LostReason, l)
	return n, due
}

// lostIn is what a lost deal is called in a language.
func lostIn(l label.Lang) string { return label.Option(customers.name, "stage", string(model.Lost), l) }

// MarketList is the list of market notes.
func (s *Store) MarketList() model.Lister[model.MarketNoteOf] {
	return listing[model.MarketNoteOf]{&marketSource, s}
}
