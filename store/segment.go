package store

import (
	"context"
	"strings"

	"genjin/model"
)

var segments = newTable("segment", model.SegmentFields)

// keptUnder is what a list is called where its filters are kept: those of the
// customers were there before the others'.
func keptUnder(list string) string {
	if list == model.ExportCustomers {
		return ""
	}
	return list
}

// Segments are the saved filters of a list, by name.
func (s *Store) Segments(ctx context.Context, list string) ([]model.Segment, error) {
	return segments.query(ctx, s.db, "WHERE list = ? ORDER BY name, id", keptUnder(list))
}

// Segment is the saved filter of a list by its name, whatever its case, or
// model.ErrNotFound.
func (s *Store) Segment(ctx context.Context, list, name string) (model.Segment, error) {
	all, err := s.Segments(ctx, list)
	if err != nil {
		return model.Segment{}, err
	}
	for _, g := range all {
		if strings.EqualFold(g.Name, model.Clean(name)) {
			return g, nil
		}
	}
	return model.Segment{}, model.ErrNotFound
}

// SaveSegment keeps a filter under a name; one of that name is replaced, so
// that a list has no two of the same.
func (s *Store) SaveSegment(ctx context.Context, g model.Segment) (model.Segment, error) {
	g.List, g.Name = keptUnder(g.List), model.Clean(g.Name)
	if err := model.SegmentFields.Check(&g); err != nil {
		return g, err
	}
	err := s.change(ctx, model.ActSegment, g.Name, func(w *write) error {
		same, err := segments.query(ctx, w.tx, "WHERE list = ? AND name = ? AND id <> ?", g.List, g.Name, g.ID)
		if err != nil {
			return err
		}
		if len(same) > 0 && g.ID != 0 {
			if err := segments.remove(ctx, w, same[0].ID); err != nil {
				return err
			}
		} else if len(same) > 0 {
			g.Meta = same[0].Meta
		}
		if g.ID == 0 {
			return segments.insert(ctx, w, &g)
		}
		_, err = segments.update(ctx, w, &g)
		return err
	})
	return g, err
}

// RemoveSegment forgets a saved filter; undo brings it back.
func (s *Store) RemoveSegment(ctx context.Context, id int64) error {
	return s.change(ctx, model.ActForget, "", func(w *write) error { return segments.remove(ctx, w, id) })
}

// ListColumns are the columns that the person chose for a list; none when the
// usual ones are shown.
func (s *Store) ListColumns(ctx context.Context, list string) ([]string, error) {
	var columns model.List
	err := s.db.QueryRowContext(ctx, "SELECT columns FROM list_layout WHERE list = ?", list).Scan(&columns)
	if isNoRows(err) {
		return nil, nil
	}
	return columns.Items(), err
}

// KeepListColumns keeps the columns of a list in their order; without columns
// the usual ones are shown again.
func (s *Store) KeepListColumns(ctx context.Context, list string, columns []string) error {
	if s.readOnly {
		return model.ErrReadOnly
	}
	if len(columns) == 0 {
		_, err := s.db.ExecContext(ctx, "DELETE FROM list_layout WHERE list = ?", list)
		return err
	}
	_, err := s.db.ExecContext(ctx, "INSERT OR REPLACE INTO list_layout (list, columns, at) VALUES (?, ?, ?)",
		list, string(model.ListOf(columns...)), s.now().UTC().Format(instant))
	return err
}
