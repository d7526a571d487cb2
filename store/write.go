package store

import (
	"context"
	"database/sql"
	"errors"
	"slices"

	"genjin/model"
)

// write is one transaction that changes records: one act, one instant.
type write struct {
	store    *Store
	tx       *transaction
	now      string
	today    model.Date
	settings model.Settings
	act      model.Act
	reason   string
	set      int64          // the log's set, opened by the first change
	sample   bool           // its records have no history: see FillDemo
	aside    bool           // what it changes is no act of a person's: nothing offers to undo it
	touched  map[int64]bool // customers whose search text and keys may differ
	noted    map[int64]bool // journal entries whose text may differ
	held     int64          // the order in hand, which is recounted when it is put
	ordered  map[int64]bool // customers whose orders may differ
	billed   map[int64]bool // customers whose orders or money changed
	drafts   int            // how many drafts there are, -1: not counted yet
	late     []late         // references to join when everybody is there, see restoring
	restored []fileIDs
	lacks    map[int64]bool // orders that may lack something owed, see lackOf
}

// instant is the form of created_at and updated_at. Nanoseconds make two
// changes of the same record in one second distinguishable.
const instant = "2006-01-02T15:04:05.000000000Z"

// change runs fn as one act: all of it is kept, with its log, or nothing.
func (s *Store) change(ctx context.Context, act model.Act, reason string, fn func(*write) error) error {
	switch {
	case s.spoilt.Load():
		return model.ErrDamaged
	case s.readOnly:
		return model.ErrReadOnly
	}
	tx, err := s.db.BeginTx(ctx, nil)
	if err != nil {
		return err
	}
	defer tx.Rollback()
	w := &write{drafts: -1,
		store: s, tx: newTransaction(tx), now: s.now().UTC().Format(instant), today: s.today(), act: act, reason: reason,
		touched: map[int64]bool{}, ordered: map[int64]bool{}, billed: map[int64]bool{}, noted: map[int64]bool{}, lacks: map[int64]bool{},
	}
	if w.settings, err = s.settings(ctx, tx); err != nil {
		return err
	}
	was, err := s.version(ctx, tx)
	if err != nil {
		return err
	}
	if err := fn(w); err != nil {
		return err
	}
	if err := w.refillProjects(ctx); err != nil {
		return err
	}
	if err := w.refreshHabits(ctx); err != nil {
		return err
	}
	if err := w.refreshWords(ctx); err != nil {
		return err
	}
	texts, err := w.refreshSearch(ctx)
	if err != nil {
		return err
	}
	is, err := s.version(ctx, tx)
	if err != nil {
		return err
	}
	if err := tx.Commit(); err != nil {
		return err
	}
	s.saved.Store(true)
	if w.set != 0 && !w.aside {
		s.own.did(w.set)
	}
	s.search.replace(texts, was, is)
	return nil
}

// Saved reports whether anything was kept since the file was opened here.
func (s *Store) Saved() bool { return s.saved.Load() }

// stmt runs a statement, prepared once for the whole transaction.
func (w *write) stmt(ctx context.Context, query string, args ...any) (sql.Result, error) {
	return w.tx.ExecContext(ctx, query, args...)
}

// open starts the log's set of this act. What had been undone can't be redone
// any more, but by its number.
func (w *write) open(ctx context.Context, state string) error {
	if w.set != 0 {
		return nil
	}
	if state == "done" {
		if _, err := w.stmt(ctx, "UPDATE change_set SET turn = 0, state = iif(state = 'undone', 'dropped', state) WHERE turn > 0"); err != nil {
			return err
		}
	}
	res, err := w.stmt(ctx, "INSERT INTO change_set (at, act, reason, state) VALUES (?, ?, ?, ?)", w.now, w.act, w.reason, state)
	if err != nil {
		return err
	}
	w.set, err = res.LastInsertId()
	return err
}

// log notes one changed record.
func (w *write) log(ctx context.Context, record string, id, customer int64, before, after []byte) error {
	if w.sample {
		return nil
	}
	state := "done"
	if w.aside {
		state = "note"
	}
	if err := w.open(ctx, state); err != nil {
		return err
	}
	if record == customers.name {
		w.touched[id] = true
	}
	if record == journal.name {
		w.noted[id] = true
	}
	if slices.Contains(tellsProjects, record) {
		w.billed[customer] = true
	}
	if record == orders.name {
		w.ordered[customer] = true
	}
	_, err := w.stmt(ctx, "INSERT INTO change (set_id, record, record_id, customer_id, before, after) VALUES (?, ?, ?, ?, ?, ?)",
		w.set, record, id, customer, jsonOrNull(before), jsonOrNull(after))
	return err
}

func jsonOrNull(b []byte) any {
	if b == nil {
		return nil
	}
	return string(b)
}

// recountFound brings every record in line whose id a query finds.
func (w *write) recountFound(ctx context.Context, recount func(context.Context, int64) error, query string, args ...any) error {
	rows, err := w.tx.QueryContext(ctx, query, args...)
	if err != nil {
		return err
	}
	ids, err := scanIDs(rows)
	if err != nil {
		return err
	}
	for _, id := range ids {
		if err := recount(ctx, id); err != nil {
			return err
		}
	}
	return nil
}

// noted lets customers' data leave the file: that it did is in the log before
// anything is written, so that it is even of a program that is killed over it.
// Where nothing was written the log says nothing. There is nothing to undo. Of a
// file that can't be written the log can't tell.
func (s *Store) noted(ctx context.Context, what string, write func() error) error {
	if s.ReadOnly() {
		return write()
	}
	res, err := s.db.ExecContext(ctx, "INSERT INTO change_set (at, act, reason, state) VALUES (?, ?, ?, 'note')",
		s.now().UTC().Format(instant), model.ActExport, what)
	if err != nil {
		return err
	}
	if err = write(); err != nil {
		if id, none := res.LastInsertId(); none == nil {
			_, none = s.db.ExecContext(context.WithoutCancel(ctx), "DELETE FROM change_set WHERE id = ?", id)
			err = errors.Join(err, none)
		}
	}
	return err
}
