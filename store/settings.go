package store

import (
	"context"

	"genjin/model"
)

// Settings are the person's settings.
func (s *Store) Settings(ctx context.Context) (model.Settings, error) { return s.settings(ctx, s.db) }

func (s *Store) settings(ctx context.Context, q querier) (model.Settings, error) {
	return settings.byID(ctx, q, settingsID)
}

// settingsID is the one row of the settings table.
const settingsID = 1

// insertSettings makes the row of a new database. It is no act of the person,
// so undo doesn't know of it.
func (s *Store) insertSettings(ctx context.Context, write unlogged, set model.Settings) error {
	set.CreatedAt = s.now().UTC().Format(instant)
	set.UpdatedAt = set.CreatedAt
	_, err := write(ctx, settings.insertQ, settings.values(&set)...)
	return err
}

// SaveSettings keeps settings as a whole. It answers model.ErrStale when they
// were changed elsewhere since they were read.
func (s *Store) SaveSettings(ctx context.Context, set model.Settings) error {
	if err := set.Check(); err != nil {
		return err
	}
	return s.change(ctx, model.ActSettings, "", func(w *write) error {
		set.ID = settingsID
		if _, err := settings.update(ctx, w, &set); err != nil {
			return err
		}
		return w.retime(ctx, set)
	})
}

// ChangeSettings changes single settings, by code and in canonical text; the
// others stay as they are kept now, whoever changed them. It returns all of
// them as they are then.
func (s *Store) ChangeSettings(ctx context.Context, values map[string]string) (model.Settings, error) {
	var set model.Settings
	for code := range values {
		if _, ok := set.Value(code); !ok {
			return set, model.At(code, model.Refuse(model.RefusedOption, code))
		}
	}
	err := s.change(ctx, model.ActSettings, "", func(w *write) error {
		set = w.settings
		set.Apply(values)
		if err := set.Check(); err != nil {
			return err
		}
		if _, err := settings.update(ctx, w, &set); err != nil {
			return err
		}
		return w.retime(ctx, set)
	})
	return set, err
}
