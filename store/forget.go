package store

import (
	"context"
	"errors"
	"fmt"
	"os"
	"slices"
	"strings"

	"genjin/model"
)

// Forgetting is what forgetting a person would take away, and what would be left.
func (s *Store) Forgetting(ctx context.Context, who model.Subject) (model.Forgetting, error) {
	p, err := s.person(ctx, s.db, who)
	if err != nil {
		return model.Forgetting{}, err
	}
	f := model.Forgetting{Subject: who, Name: p.name}
	for _, kind := range model.Kinds {
		gone, stay, err := p.count(ctx, s.db, kind)
		if err != nil {
			return f, err
		}
		if gone > 0 {
			f.Gone = append(f.Gone, model.KindCount{Record: kind.Record, Count: gone})
		}
		if stay > 0 {
			f.Bound = append(f.Bound, model.KindCount{Record: kind.Record, Count: stay})
		}
	}
	if f.Owed, err = p.owed(ctx, s.db); err != nil {
		return f, err
	}
	f.Traces, err = s.traces(ctx, s.db, p)
	return f, err
}

// Forget deletes a person for good: the card with all that hangs on it, what it is
// found by, the change log, drafts and lists of refused rows. What the law has one
// keep stays as a customer who is called as given and of whom nothing else is
// known. Nothing of it can be undone; that it was done is logged, without whom.
func (s *Store) Forget(ctx context.Context, who model.Subject, called string) (model.Forgetting, error) {
	f, err := s.Forgetting(ctx, who)
	if err != nil {
		return f, err
	}
	err = s.change(ctx, model.ActErase, "", func(w *write) error {
		p, err := s.person(ctx, w.tx, who)
		if err != nil {
			return err
		}
		w.aside = true
		return p.forget(ctx, w, called)
	})
	if err != nil {
		return f, err
	}
	s.own.forget()
	for _, list := range f.Refused {
		f.Unwiped = errors.Join(f.Unwiped, os.Remove(list))
	}
	f.Unwiped = errors.Join(f.Unwiped, s.wipe(ctx))
	return f, nil
}

// toWipe is the note that what was deleted still has traces in the file.
const toWipe = "wipe"

// wipe writes the file anew without what was deleted in it, and empties the log
// that SQLite writes ahead.
func (s *Store) wipe(ctx context.Context) error {
	if _, err := s.db.ExecContext(ctx, "VACUUM"); err != nil {
		return err
	}
	var busy, log, done int
	if err := s.db.QueryRowContext(ctx, "PRAGMA wal_checkpoint(TRUNCATE)").Scan(&busy, &log, &done); err != nil {
		return err
	}
	if busy != 0 {
		return fmt.Errorf("%s: %w", s.path, model.ErrLocked)
	}
	_, err := s.db.ExecContext(ctx, "DELETE FROM secret WHERE name = ?", toWipe)
	return err
}

// wipeLeft wipes what a program that was killed, or kept from it, left to wipe.
func (s *Store) wipeLeft(ctx context.Context) {
	var left bool
	err := s.db.QueryRowContext(ctx, "SELECT EXISTS (SELECT 1 FROM secret WHERE name = ?)", toWipe).Scan(&left)
	if err == nil && left {
		_ = s.wipe(ctx) // the next start tries again
	}
}

// person is somebody who is to be forgotten, or asks what is kept of them.
type person struct {
	model.Subject
	name  string
	cards []int64 // the customer, and those whose cards were merged into it
	since string  // the instant at which the first of it was kept
	signs []string
}

// theirs is the condition that a record of a kind is the person's; "" for none.
func (p *person) theirs(k model.RecordKind) string {
	switch {
	case p.Contact != 0 && k.Record == "contact":
		return fmt.Sprintf("id = %d", p.Contact)
	case p.Contact != 0:
		return ""
	case k.Record == customers.name:
		return fmt.Sprintf("id = %d", p.Customer)
	case k.OfCustomer():
		return "customer_id IN " + p.in()
	}
	return ""
}

func (p *person) in() string {
	return strings.ReplaceAll("("+strings.Trim(fmt.Sprint(p.cards), "[]")+")", " ", ", ")
}

// unbound are the orders of a customer that nothing has to be kept for: nothing
// was billed of them.
func (p *person) unbound() string {
	return "SELECT id FROM customer_order o WHERE customer_id IN " + p.in() + ` AND invoice_no = ''
		AND NOT EXISTS (SELECT 1 FROM receivable WHERE order_id = o.id)
		AND NOT EXISTS (SELECT 1 FROM invoice i WHERE i.customer_id = o.customer_id AND lower(i.order_no) = lower(o.order_no))`
}

// stays is the condition that a record of a kind has to stay; "" where none of
// the kind has.
func (p *person) stays(k model.RecordKind) string {
	switch k.Record {
	case orders.name:
		return "id NOT IN (" + p.unbound() + ")"
	case orderLines.name, orderNodes.name:
		return "order_id NOT IN (" + p.unbound() + ")"
	case shipments.name:
		return "lower(order_no) NOT IN (SELECT lower(order_no) FROM customer_order WHERE id IN (" + p.unbound() + "))"
	}
	if k.Bound {
		return "1"
	}
	return ""
}

func (p *person) count(ctx context.Context, q querier, k model.RecordKind) (gone, stay int, err error) {
	theirs := p.theirs(k)
	if theirs == "" {
		return 0, 0, nil
	}
	keep := p.stays(k)
	if keep == "" {
		keep = "0"
	}
	err = q.QueryRowContext(ctx, fmt.Sprintf("SELECT coalesce(sum(NOT (%[1]s)), 0), coalesce(sum(%[1]s), 0) FROM %[2]s WHERE %[3]s",
		keep, k.Record, theirs)).Scan(&gone, &stay)
	return gone, stay, err
}

// owed is what is open of what has to stay.
func (p *person) owed(ctx context.Context, q querier) (list []model.Money, err error) {
	if p.Contact != 0 {
		return nil, nil
	}
	rows, err := q.QueryContext(ctx, "SELECT currency, sum(amount - settled) FROM receivable WHERE settled < amount AND customer_id IN "+
		p.in()+" GROUP BY currency ORDER BY currency")
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	for rows.Next() {
		var m model.Money
		if err := rows.Scan(&m.Currency, &m.Amount); err != nil {
			return nil, err
		}
		list = append(list, m)
	}
	return list, rows.Err()
}

// forget takes away what is to go, in one transaction.
func (p *person) forget(ctx context.Context, w *write, called string) error {
	if err := w.open(ctx, "note"); err != nil {
		return err
	}
	forms, err := p.draftsAbout(ctx, w.tx)
	if err != nil {
		return err
	}
	for _, k := range slices.Backward(model.Kinds) {
		if k.Record == customers.name {
			continue
		}
		if err := p.forgetKind(ctx, w, k); err != nil {
			return fmt.Errorf("%s: %w", k.Record, err)
		}
	}
	for _, step := range []func(context.Context, *write) error{p.forgetReferences, p.forgetLog} {
		if err := step(ctx, w); err != nil {
			return err
		}
	}
	if err := p.forgetDrafts(ctx, w, forms); err != nil {
		return err
	}
	if p.Contact == 0 {
		if err := p.forgetCard(ctx, w, called); err != nil {
			return err
		}
	}
	w.touched[p.Customer] = true
	// Anew, for a deleted entry leaves its pairs in the index until it is merged.
	if err := indexJournal(ctx, w.store, w.tx.Tx); err != nil {
		return err
	}
	_, err = w.stmt(ctx, "INSERT OR REPLACE INTO secret (name, value) VALUES (?, '')", toWipe)
	return err
}

func (p *person) forgetKind(ctx context.Context, w *write, k model.RecordKind) error {
	theirs, stays := p.theirs(k), p.stays(k)
	if theirs == "" {
		return nil
	}
	if stays == "" {
		_, err := w.stmt(ctx, fmt.Sprintf("DELETE FROM %s WHERE %s", k.Record, theirs))
		return err
	}
	if _, err := w.stmt(ctx, fmt.Sprintf("DELETE FROM %s WHERE %s AND NOT (%s)", k.Record, theirs, stays)); err != nil {
		return err
	}
	t := tables[k.Record]
	recs, err := t.query(ctx, w.tx, "WHERE "+theirs)
	if err != nil {
		return err
	}
	for _, rec := range recs {
		k.Anonymise(rec)
		if err := t.overwrite(ctx, w, &rec); err != nil {
			return err
		}
	}
	return nil
}

// overwrite writes a record over the one that is kept, and logs nothing: what was
// there is to be forgotten.
func (t *table[T]) overwrite(ctx context.Context, w *write, rec *T) error {
	set := strings.ReplaceAll(t.columns, ", ", " = ?, ") + " = ?"
	args := append([]any{t.meta(rec).ID}, t.values(rec)...)
	_, err := w.stmt(ctx, fmt.Sprintf("UPDATE %s SET %s WHERE id = ?", t.name, set), append(args, t.meta(rec).ID)...)
	return err
}

// forgetCard deletes the card; where something of theirs has to stay it leaves
// one of which nothing is known.
func (p *person) forgetCard(ctx context.Context, w *write, called string) error {
	var kept bool
	for _, k := range model.Kinds {
		if !k.Bound {
			continue
		}
		var some bool
		q := fmt.Sprintf("SELECT EXISTS (SELECT 1 FROM %s WHERE %s)", k.Record, p.theirs(k))
		if err := w.tx.QueryRowContext(ctx, q).Scan(&some); err != nil {
			return err
		}
		kept = kept || some
	}
	if !kept {
		_, err := w.stmt(ctx, "DELETE FROM customer WHERE id = ?", p.Customer)
		return err
	}
	nobody := model.Customer{Meta: model.Meta{ID: p.Customer, CreatedAt: w.now, UpdatedAt: w.now}, Name: called, Archived: true}
	return customers.overwrite(ctx, w, &nobody)
}

// forgetReferences takes the person out of what refers to them: whom they
// brought, in cards and in the log of those.
func (p *person) forgetReferences(ctx context.Context, w *write) error {
	if p.Contact != 0 {
		return nil
	}
	for _, k := range model.Kinds {
		for _, f := range k.Fields {
			if f.Of != customers.name || f.Code == "customer_id" {
				continue
			}
			if _, err := w.stmt(ctx, fmt.Sprintf("UPDATE %s SET %[2]s = 0 WHERE %[2]s IN %s", k.Record, f.Code, p.in())); err != nil {
				return err
			}
			for _, side := range []string{"before", "after"} {
				if _, err := w.stmt(ctx, fmt.Sprintf(`UPDATE change SET %[1]s = json_set(%[1]s, '$.%[2]s', 0) WHERE record = ?
					AND json_extract(%[1]s, '$.%[2]s') IN %[3]s`, side, f.Code, p.in()), k.Record); err != nil {
					return err
				}
			}
		}
	}
	return nil
}
