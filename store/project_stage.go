package store

import (
	"context"

	"genjin/model"
)

// arrange changes the stages of a project, or the places of its items: change
// gets the project as it is kept, and what it makes of it is kept.
func (s *Store) arrange(ctx context.Context, act model.Act, project func(*write) (int64, error), change func(*write,
	*model.ProjectTree) error) error {
	return s.change(ctx, act, "", func(w *write) error {
		id, err := project(w)
		if err != nil {
			return err
		}
		t, err := projectTree(ctx, w.tx, id)
		if err != nil {
			return err
		}
		if err := change(w, &t); err != nil {
			return err
		}
		for n := range t.Stages {
			st := &t.Stages[n]
			if err := model.ProjectStageFields.Check(&st.ProjectStage); err != nil {
				return err
			}
			if err := keep(ctx, w, projectStages, &st.ProjectStage); err != nil {
				return err
			}
			for i := range st.Items {
				if _, err := projectItems.update(ctx, w, &st.Items[i]); err != nil {
					return err
				}
			}
		}
		return w.recountProject(ctx, id)
	})
}

// ofStage and ofItem find the project that is changed.
func ofStage(ctx context.Context, id int64) func(*write) (int64, error) {
	return func(w *write) (int64, error) {
		st, err := projectStages.byID(ctx, w.tx, id)
		return st.ProjectID, err
	}
}

func ofItem(ctx context.Context, id int64) func(*write) (int64, error) {
	return func(w *write) (int64, error) {
		it, err := projectItems.byID(ctx, w.tx, id)
		return it.ProjectID, err
	}
}

// AddStage adds a stage to a project, behind another of its stages; 0 = before
// all.
func (s *Store) AddStage(ctx context.Context, st model.ProjectStage, after int64) error {
	project := func(*write) (int64, error) { return st.ProjectID, nil }
	return s.arrange(ctx, model.ActStage, project, func(_ *write, t *model.ProjectTree) error {
		t.InsertStage(st, after)
		return nil
	})
}

// SaveStage keeps an edited stage of a project; its place stays. It answers
// model.ErrStale when it was changed elsewhere.
func (s *Store) SaveStage(ctx context.Context, edited model.ProjectStage) error {
	return s.arrange(ctx, model.ActStage, ofStage(ctx, edited.ID), func(_ *write, t *model.ProjectTree) error {
		for n := range t.Stages {
			st := &t.Stages[n].ProjectStage
			if st.ID != edited.ID {
				continue
			}
			for _, f := range model.ProjectStageFields {
				if !f.Kept {
					f.Set(st, f.Get(&edited))
				}
			}
			st.UpdatedAt = edited.UpdatedAt
		}
		return nil
	})
}

// MoveStage moves a stage of a project among the others.
func (s *Store) MoveStage(ctx context.Context, id int64, by int) error {
	return s.arrange(ctx, model.ActStage, ofStage(ctx, id), func(_ *write, t *model.ProjectTree) error {
		t.MoveStage(id, by)
		return nil
	})
}

// RemoveStage takes a stage out of a project with its items and their history;
// undo brings it back. The last one is refused.
func (s *Store) RemoveStage(ctx context.Context, id int64) error {
	return s.arrange(ctx, model.ActDropStage, ofStage(ctx, id), func(w *write, t *model.ProjectTree) error {
		st, err := t.TakeStage(id)
		if err != nil {
			return err
		}
		for _, it := range st.Items {
			if err := w.dropItem(ctx, it.ID); err != nil {
				return err
			}
		}
		return projectStages.remove(ctx, w, id)
	})
}

// MoveStep moves an item of a project among those of its stage.
func (s *Store) MoveStep(ctx context.Context, id int64, by int) error {
	return s.arrange(ctx, model.ActEditStep, ofItem(ctx, id), func(_ *write, t *model.ProjectTree) error {
		t.MoveItem(id, by)
		return nil
	})
}

// SettleItem keeps what was found out about a project and says that the item
// which asked for it is done, as one act. It is refused as SaveProject and
// TickItem are.
func (s *Store) SettleItem(ctx context.Context, id int64, p model.Project) error {
	return s.change(ctx, model.ActStep, "", func(w *write) error {
		if err := w.saveProject(ctx, &p); err != nil {
			return err
		}
		t, err := projectTree(ctx, w.tx, p.ID)
		if err != nil {
			return err
		}
		_, it := t.Find(id)
		if it == nil {
			return model.ErrNotFound
		}
		if !it.Over() && it.State != model.ItemBlocked {
			if err := w.tick(ctx, &t, it, ""); err != nil {
				return err
			}
		}
		return w.recountProject(ctx, p.ID)
	})
}
