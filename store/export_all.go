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
func (s *Store) allWriter(ctx context.Context) (int, func(io.Writer) error, error) {
	var n int
	if err := s.db.QueryRowContext(ctx, "SELECT count(*) FROM customer").Scan(&n); err != nil {
		return 0, nil, err
	}
	return n, func(w io.Writer) error { return s.writeAll(ctx, w) }, nil
}

func (s *Store) writeAll(ctx context.Context, w io.Writer) error {
	tx, err := s.db.BeginTx(ctx, &sql.TxOptions{ReadOnly: true})
	if err != nil {
		return err
	}
	defer tx.Rollback()
	k := files.Records{Names: map[int64]string{}}
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
	if k.Loose.Segments, err = segments.query(ctx, tx, "ORDER BY id"); err != nil {
		return err
	}
	if k.Loose.Templates, err = ownTemplates(ctx, tx); err != nil {
		return err
	}
	if k.Loose.Products, err = products.query(ctx, tx, "ORDER BY id"); err != nil {
		return err
	}
	if k.Loose.Handled, err = handled.query(ctx, tx, "WHERE customer_id = 0 ORDER BY id"); err != nil {
		return err
	}
	for _, kind := range model.AttachedRecords {
		loose, err := kinds[kind.Record].items(ctx, tx, "WHERE customer_id = 0 ORDER BY id")
		if err != nil {
			return err
		}
		k.Loose.Items = append(k.Loose.Items, loose...)
	}
	feed := wholeFeed{ctx: ctx, q: tx}
	k.Next = feed.next
	return k.WriteJSON(w)
}

// wholeFeed reads customers with all that belongs to them, some at a time.
type wholeFeed struct {
	ctx  context.Context
	q    querier
	last int64 // the id read last
	some []files.Whole
}

func (f *wholeFeed) next() (files.Whole, bool, error) {
	if len(f.some) == 0 {
		if err := f.read(); err != nil || len(f.some) == 0 {
			return files.Whole{}, false, err
		}
	}
	first := f.some[0]
	f.some = f.some[1:]
	return first, true, nil
}

func (f *wholeFeed) read() error {
	const chunk = 500
	cards, err := customers.query(f.ctx, f.q, "WHERE id > ? ORDER BY id LIMIT ?", f.last, chunk)
	if err != nil || len(cards) == 0 {
		return err
	}
	from := f.last
	f.last = cards[len(cards)-1].ID
	at := map[int64]int{}
	for i, c := range cards {
		at[c.ID] = i
		f.some = append(f.some, files.Whole{Customer: c})
	}
	const theirs = "WHERE customer_id > ? AND customer_id <= ? ORDER BY id"
	entries, err := journal.query(f.ctx, f.q, theirs, from, f.last)
	if err != nil {
		return err
	}
	for _, e := range entries {
		w := &f.some[at[e.CustomerID]]
		w.Entries = append(w.Entries, e)
	}
	ticks, err := handled.query(f.ctx, f.q, theirs, from, f.last)
	if err != nil {
		return err
	}
	for _, h := range ticks {
		w := &f.some[at[h.CustomerID]]
		w.Handled = append(w.Handled, h)
	}
	money, err := readLedgers(f.ctx, f.q, theirs, from, f.last)
	if err != nil {
		return err
	}
	for id, l := range money {
		f.some[at[id]].Ledger = *l
	}
	whole, err := wholeProjects(f.ctx, f.q, theirs, from, f.last)
	if err != nil {
		return err
	}
	for _, p := range whole {
		w := &f.some[at[p.CustomerID]]
		w.Projects = append(w.Projects, p)
	}
	books, err := readBooks(f.ctx, f.q, theirs, from, f.last)
	if err != nil {
		return err
	}
	for id, b := range books {
		f.some[at[id]].Book = *b
	}
	for _, kind := range model.AttachedRecords {
		items, err := kinds[kind.Record].items(f.ctx, f.q, theirs, from, f.last)
		if err != nil {
			return err
		}
		for _, it := range items {
			w := &f.some[at[it.CustomerID]]
			w.Items = append(w.Items, it)
		}
	}
	return nil
}
