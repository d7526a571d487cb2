package store

import (
	"context"
	"database/sql"
	"io"

	"genjin/model"

	"genjin/store/files"
)

// allWriter writes every record, in one view of the file. Settings, the log
// and the imports made are not among them: they are of this file only.
//
// With ids it is the file of a handover: those customers with all that belongs
// to them, and of nobody's records what theirs refer to.
func (s *Store) allWriter(ctx context.Context, ids []int64) (int, func(io.Writer) error, error) {
	if ids != nil {
		return len(ids), func(w io.Writer) error { return s.writeAll(ctx, w, ids) }, nil
	}
	var n int
	if err := s.db.QueryRowContext(ctx, "SELECT count(*) FROM customer").Scan(&n); err != nil {
		return 0, nil, err
	}
	return n, func(w io.Writer) error { return s.writeAll(ctx, w, nil) }, nil
}

func (s *Store) writeAll(ctx context.Context, w io.Writer, ids []int64) error {
	tx, err := s.db.BeginTx(ctx, &sql.TxOptions{ReadOnly: true})
	if err != nil {
		return err
	}
	defer tx.Rollback()
	k := files.Records{Names: map[int64]string{}, Loose: model.Records{}}
	rows, err := tx.QueryContext(ctx, "SELECT id, name FROM customer WHERE id IN (SELECT referrer FROM customer)")
	if err != nil {
		return err
	}
	defer rows.Close()
	for rows.Next() {
		var id int64
		var name string
		if err := rows.Scan(&id, &name); err != nil {
			return err
		}
		k.Names[id] = name
	}
	if err := rows.Err(); err != nil {
		return err
	}
	for _, kind := range model.Kinds {
		where := loosely[kind.Record]
		switch {
		case kind.Here || kind.Record == customers.name || ids != nil && !referredTo[kind.Record]:
			continue
		case kind.OfCustomer():
			where = "WHERE customer_id = 0"
		}
		if err := each(ctx, tx, kind, where+" ORDER BY id", func(rec any) { k.Loose.Add(kind.Record, rec) }); err != nil {
			return err
		}
	}
	feed := wholeFeed{ctx: ctx, q: tx, only: ids}
	k.Next = feed.next
	return k.WriteJSON(w)
}

// loosely says which records of nobody's a file of all records has, where it
// hasn't all: of a template that came with the program it names those that
// projects were made from.
var loosely = map[string]string{
	templates.name:      "WHERE built_in = 0 OR id IN (SELECT template_ref FROM project)",
	templateStages.name: "WHERE template_id IN (SELECT id FROM template WHERE built_in = 0)",
	templateSteps.name:  "WHERE template_id IN (SELECT id FROM template WHERE built_in = 0)",
}

// referredTo are the records of nobody's that customers' records refer to.
var referredTo = map[string]bool{
	campaigns.name: true, templates.name: true, templateStages.name: true, templateSteps.name: true,
}

// wholeFeed reads customers with all that belongs to them, some at a time.
type wholeFeed struct {
	ctx  context.Context
	q    querier
	only []int64 // the customers; nil = all
	last int64   // the id read last
	some []model.Records
}

func (f *wholeFeed) next() (model.Records, bool, error) {
	if len(f.some) == 0 {
		if err := f.read(); err != nil || len(f.some) == 0 {
			return nil, false, err
		}
	}
	first := f.some[0]
	f.some = f.some[1:]
	return first, true, nil
}

func (f *wholeFeed) read() error {
	const chunk = 500
	where, args := "WHERE id > ?", []any{f.last}
	if f.only != nil {
		where, args = where+" AND id IN (SELECT value FROM json_each(?))", append(args, jsonList(f.only))
	}
	cards, err := customers.query(f.ctx, f.q, where+" ORDER BY id LIMIT ?", append(args, chunk)...)
	if err != nil || len(cards) == 0 {
		return err
	}
	from := f.last
	f.last = cards[len(cards)-1].ID
	of := map[int64]model.Records{}
	for i := range cards {
		all := model.Records{customers.name: {&cards[i]}}
		f.some, of[cards[i].ID] = append(f.some, all), all
	}
	for _, kind := range model.Kinds {
		if kind.Record == customers.name || !kind.OfCustomer() {
			continue
		}
		take := func(rec any) {
			if all, wanted := of[tables[kind.Record].card(&rec)]; wanted {
				all.Add(kind.Record, rec)
			}
		}
		if err := each(f.ctx, f.q, kind, "WHERE customer_id > ? AND customer_id <= ? ORDER BY id", take, from, f.last); err != nil {
			return err
		}
	}
	return nil
}
