package store

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"slices"
	"sync"

	"genjin/model"
)

// own are the acts of this program on the file, among those that others write
// to it meanwhile: what it offers to undo and redo is its own, or was there
// when it was opened.
type own struct {
	mu           sync.Mutex
	done, undone []int64 // the latest last
	opened       int64   // the newest act that was there
	openedTurn   int64   // the last undo or redo that was there
}

// forget lets go of the acts of a file that was replaced.
func (o *own) forget() {
	o.mu.Lock()
	defer o.mu.Unlock()
	o.done, o.undone = nil, nil
}

func (o *own) did(set int64) {
	o.mu.Lock()
	defer o.mu.Unlock()
	o.done, o.undone = append(o.done, set), nil
}

func (o *own) reverted(set int64, to direction) {
	o.mu.Lock()
	defer o.mu.Unlock()
	not := func(id int64) bool { return id == set }
	o.done, o.undone = slices.DeleteFunc(o.done, not), slices.DeleteFunc(o.undone, not)
	if to == undoing {
		o.undone = append(o.undone, set)
	} else {
		o.done = append(o.done, set)
	}
}

func (o *own) lists() (done, undone []int64) {
	o.mu.Lock()
	defer o.mu.Unlock()
	return slices.Clone(o.done), slices.Clone(o.undone)
}

// settleOwn notes what is there when the file is opened.
func (s *Store) settleOwn(ctx context.Context) error {
	return s.db.QueryRowContext(ctx, `SELECT (SELECT coalesce(max(id), 0) FROM change_set),
		(SELECT coalesce(max(turn), 0) FROM change_set WHERE turn > 0)`).Scan(&s.own.opened, &s.own.openedTurn)
}

// LatestAct is the number of the latest act that this program kept in the file
// and has not taken back; 0 when there is none.
func (s *Store) LatestAct() int64 {
	done, _ := s.own.lists()
	if len(done) == 0 {
		return 0
	}
	return done[len(done)-1]
}

// Undo takes back the latest act of this program, and after its own acts those
// that were there when it was opened. An act that another program did since is
// left alone. It answers model.ErrNothingToUndo when there is none, and
// model.ErrDoneElsewhere when there are only such.
func (s *Store) Undo(ctx context.Context) (model.Reverted, error) {
	return s.reverted(ctx, reverting{direction: undoing}, func(w *write) (model.ChangeSet, error) {
		set, err := s.offersUndo(ctx, w.tx)
		if err == nil && set.ID == 0 {
			return set, w.nothingToUndo(ctx)
		}
		return set, err
	})
}

// UndoSet takes back the act of a number, however much was done since. What was
// changed after it is kept as it is, and counted; model.ErrChangedSince when
// that is all of it.
func (s *Store) UndoSet(ctx context.Context, set int64) (model.Reverted, error) {
	return s.reverted(ctx, reverting{undoing, true}, func(w *write) (model.ChangeSet, error) {
		t, err := w.numbered(ctx, set)
		switch {
		case err != nil:
			return t, err
		case t.State == "note":
			return t, fmt.Errorf("change %d: %w", set, model.ErrNothingToUndo)
		case t.State != "done":
			return t, fmt.Errorf("change %d: %w", set, model.ErrUndoneAlready)
		}
		return t, nil
	})
}

// UndoBatch takes back an import, its updates included, as UndoSet does an act.
func (s *Store) UndoBatch(ctx context.Context, batch int64) (model.Reverted, error) {
	return s.reverted(ctx, reverting{direction: undoing}, func(w *write) (model.ChangeSet, error) {
		set, err := firstSet(ctx, w.tx, "state = 'done' AND id IN (SELECT set_id FROM change WHERE record = ? AND record_id = ?)",
			batches.name, batch)
		if err == nil && set.ID == 0 {
			err = fmt.Errorf("import %d: %w", batch, model.ErrNothingToUndo)
		}
		return set, err
	})
}

// Redo brings back what this program took back last, or what was taken back
// last when it was opened and nothing was done since. What was changed
// meanwhile is kept as it is, and counted.
func (s *Store) Redo(ctx context.Context) (model.Reverted, error) {
	return s.reverted(ctx, reverting{direction: redoing}, func(w *write) (model.ChangeSet, error) {
		set, err := s.offersRedo(ctx, w.tx)
		if err == nil && set.ID == 0 {
			err = model.ErrNothingToRedo
		}
		return set, err
	})
}

// RedoSet brings back the act of a number that was taken back, as far as
// nothing was put in its place: model.ErrChangedSince when nothing of it can.
func (s *Store) RedoSet(ctx context.Context, set int64) (model.Reverted, error) {
	return s.reverted(ctx, reverting{redoing, true}, func(w *write) (model.ChangeSet, error) {
		t, err := w.numbered(ctx, set)
		if err == nil && t.State != "undone" && t.State != "dropped" {
			err = fmt.Errorf("change %d: %w", set, model.ErrNothingToRedo)
		}
		return t, err
	})
}

// reverted reverts an act and remembers that this program did.
func (s *Store) reverted(ctx context.Context, how reverting, which func(*write) (model.ChangeSet, error)) (model.Reverted, error) {
	r, err := s.revert(ctx, how, which)
	if err == nil {
		s.own.reverted(r.Set.ID, how.direction)
	}
	return r, err
}

// offersUndo is the act that Undo takes back; a zero set when there is none.
func (s *Store) offersUndo(ctx context.Context, q querier) (model.ChangeSet, error) {
	done, _ := s.own.lists()
	ids, err := json.Marshal(append(done, 0))
	if err != nil {
		return model.ChangeSet{}, err
	}
	return firstSet(ctx, q, "state = 'done' AND (id <= ? OR id IN (SELECT value FROM json_each(?))) ORDER BY id DESC",
		s.own.opened, string(ids))
}

// offersRedo is the act that Redo brings back; a zero set when there is none.
func (s *Store) offersRedo(ctx context.Context, q querier) (model.ChangeSet, error) {
	_, undone := s.own.lists()
	for _, id := range slices.Backward(undone) {
		if set, err := firstSet(ctx, q, "id = ? AND state IN ('undone', 'dropped')", id); err != nil || set.ID != 0 {
			return set, err
		}
	}
	return firstSet(ctx, q, `turn BETWEEN 1 AND ? AND state IN ('undone', 'dropped')
		AND NOT EXISTS (SELECT 1 FROM change_set WHERE id > ? AND state <> 'note') ORDER BY turn DESC`, s.own.openedTurn, s.own.opened)
}

// Last is what undo would take back and redo would bring back; a zero set when
// there is nothing.
func (s *Store) Last(ctx context.Context) (undo, redo model.ChangeSet, err error) {
	if undo, err = s.offersUndo(ctx, s.db); err == nil {
		redo, err = s.offersRedo(ctx, s.db)
	}
	return undo, redo, err
}

// nothingToUndo says why there is nothing: other programs' acts may stand.
func (w *write) nothingToUndo(ctx context.Context) error {
	set, err := firstSet(ctx, w.tx, "state = 'done'")
	switch {
	case err != nil:
		return err
	case set.ID != 0:
		return model.ErrDoneElsewhere
	}
	return model.ErrNothingToUndo
}

// numbered is the act of a number.
func (w *write) numbered(ctx context.Context, number int64) (model.ChangeSet, error) {
	set, err := firstSet(ctx, w.tx, "id = ?", number)
	if err == nil && set.ID == 0 {
		err = fmt.Errorf("change %d: %w", number, model.ErrNoSuchChange)
	}
	return set, err
}

// firstSet is the first act that a condition finds; a zero set when none.
func firstSet(ctx context.Context, q querier, where string, args ...any) (set model.ChangeSet, err error) {
	rows, err := q.QueryContext(ctx, `SELECT id, at, act, reason, state,
		(SELECT count(*) FROM change WHERE set_id = s.id),
		coalesce((SELECT record FROM change WHERE set_id = s.id ORDER BY record = 'customer', id LIMIT 1), ''),
		coalesce((SELECT min(c.name) FROM customer c WHERE c.id IN (SELECT DISTINCT customer_id FROM change WHERE set_id = s.id
		AND customer_id <> 0 LIMIT 2) HAVING count(*) = 1), '')
		FROM change_set s WHERE `+where+" LIMIT 1", args...)
	if err != nil {
		return set, err
	}
	if rows.Next() {
		err = rows.Scan(&set.ID, &set.At, &set.Act, &set.Reason, &set.State, &set.Records, &set.Record, &set.Name)
	}
	return set, errors.Join(err, rows.Err(), rows.Close())
}
