package store

import (
	"context"

	"genjin/model"
)

// The tables of projects.
var (
	projects      = newTable("project", model.ProjectFields)
	projectStages = newTable("project_stage", model.ProjectStageFields)
	projectItems  = newTable("project_item", model.ProjectItemFields)
	itemNotes     = newTable("item_note", model.ItemNoteFields)
)

// AddProject keeps a new project with the stages and items of its template,
// completed from the customer's card and the settings.
func (s *Store) AddProject(ctx context.Context, p model.Project) (model.Project, error) {
	err := s.change(ctx, model.ActProject, "", func(w *write) error {
		t, err := templateTree(ctx, w.tx, p.TemplateID)
		if err != nil {
			return err
		}
		c, err := customers.byID(ctx, w.tx, p.CustomerID)
		if err != nil {
			return err
		}
		p.Complete(&c, w.settings, w.today)
		tree := t.Copy(&p, w.today)
		err = w.addProject(ctx, &tree)
		p = tree.Project
		return err
	})
	return p, err
}

// addProject keeps a project that isn't there yet, as the tree has it.
func (w *write) addProject(ctx context.Context, t *model.ProjectTree) error {
	c, err := customers.byID(ctx, w.tx, t.CustomerID)
	if err != nil {
		return err
	}
	t.Complete(&c, w.settings, w.today)
	t.Recount(w.today)
	if err := t.Check(); err != nil {
		return err
	}
	if err := projects.insert(ctx, w, &t.Project); err != nil {
		return err
	}
	for n := range t.Stages {
		st := &t.Stages[n]
		st.ProjectID, st.CustomerID = t.ID, t.CustomerID
		if err := projectStages.insert(ctx, w, &st.ProjectStage); err != nil {
			return err
		}
		for i := range st.Items {
			it := &st.Items[i]
			it.ProjectID, it.CustomerID, it.StageID = t.ID, t.CustomerID, st.ID
			it.Complete(w.today)
			if err := it.Check(w.today); err != nil {
				return err
			}
			if err := projectItems.insert(ctx, w, it); err != nil {
				return err
			}
		}
	}
	return nil
}

// SaveProject keeps an edited project. Its items follow the facts that they
// depend on; what it keeps of its stages, and its customer, stay. It answers
// model.ErrStale when it was changed elsewhere since it was read.
func (s *Store) SaveProject(ctx context.Context, p model.Project) (model.Project, error) {
	err := s.change(ctx, model.ActEditProject, "", func(w *write) error { return w.saveProject(ctx, &p) })
	return p, err
}

func (w *write) saveProject(ctx context.Context, p *model.Project) error {
	t, err := projectTree(ctx, w.tx, p.ID)
	if err != nil {
		return err
	}
	before := t.Project
	for _, f := range model.ProjectFields {
		if f.Kept {
			f.Set(p, f.Get(&before))
		}
	}
	p.Recheck(&before)
	if err := p.Check(); err != nil {
		return err
	}
	t.Project = *p
	for _, it := range t.Refit(&before) {
		if err := w.keepItem(ctx, it); err != nil {
			return err
		}
	}
	t.Recount(w.today)
	_, err = projects.update(ctx, w, &t.Project)
	*p = t.Project
	return err
}

// RemoveProject takes a project out with all that belongs to it; its orders
// stay, without a project. Undo brings it back.
func (s *Store) RemoveProject(ctx context.Context, id int64) error {
	return s.change(ctx, model.ActDropProject, "", func(w *write) error {
		if err := w.untieOrders(ctx, id); err != nil {
			return err
		}
		if err := removeAll(ctx, w, itemNotes, "project_id", id, func(n *model.ItemNote) int64 { return n.ID }); err != nil {
			return err
		}
		if err := removeAll(ctx, w, projectItems, "project_id", id, func(i *model.ProjectItem) int64 { return i.ID }); err != nil {
			return err
		}
		if err := removeAll(ctx, w, projectStages, "project_id", id, func(s *model.ProjectStage) int64 { return s.ID }); err != nil {
			return err
		}
		return projects.remove(ctx, w, id)
	})
}

// HoldProject puts a project on hold, with why.
func (s *Store) HoldProject(ctx context.Context, id int64, why string) (model.Project, error) {
	return s.stateProject(ctx, model.ActHoldProject, id, model.ProjectOnHold, model.NoteOnHold, why)
}

// CancelProject ends a project before it is done, with why.
func (s *Store) CancelProject(ctx context.Context, id int64, why string) (model.Project, error) {
	return s.stateProject(ctx, model.ActCancelProject, id, model.ProjectCancelled, model.NoteCancel, why)
}

// ResumeProject lets a project that was on hold or cancelled go on; why is
// optional.
func (s *Store) ResumeProject(ctx context.Context, id int64, why string) (model.Project, error) {
	return s.stateProject(ctx, model.ActResumeProject, id, model.ProjectRunning, model.NoteResume, why)
}

func (s *Store) stateProject(ctx context.Context, act model.Act, id int64, state model.ProjectState, kind model.NoteKind,
	why string) (model.Project, error) {
	var p model.Project
	why = model.CleanNote(why)
	err := s.change(ctx, act, why, func(w *write) error {
		if why == "" && state != model.ProjectRunning {
			return model.At("state_reason", model.Refuse(model.RefusedRequired))
		}
		t, err := projectTree(ctx, w.tx, id)
		if err != nil {
			return err
		}
		if t.State != state {
			t.State, t.StateWhy, t.StateOn = state, why, w.today
			if state == model.ProjectRunning {
				t.StateWhy = ""
			}
			t.Recount(w.today)
			if err := t.Check(); err != nil {
				return err
			}
			if err := w.note(ctx, &t, nil, kind, why); err != nil {
				return err
			}
		}
		_, err = projects.update(ctx, w, &t.Project)
		p = t.Project
		return err
	})
	return p, err
}

// note adds a line to the history of an item or, without one, of the project.
func (w *write) note(ctx context.Context, t *model.ProjectTree, it *model.ProjectItem, kind model.NoteKind, text string) error {
	n := model.ItemNote{ProjectID: t.ID, CustomerID: t.CustomerID, NotedOn: w.today, Kind: kind, Round: t.Round, Text: model.CleanNote(text)}
	if it != nil {
		n.ItemID, n.Progress, n.Round = it.ID, it.Progress, it.Round
	}
	if err := model.ItemNoteFields.Check(&n); err != nil {
		return err
	}
	return itemNotes.insert(ctx, w, &n)
}

// keepItem completes, checks and writes an item.
func (w *write) keepItem(ctx context.Context, it *model.ProjectItem) error {
	it.Complete(w.today)
	if err := it.Check(w.today); err != nil {
		return err
	}
	return keep(ctx, w, projectItems, it)
}

// recountProject brings what a project keeps in line with its items.
func (w *write) recountProject(ctx context.Context, id int64) error {
	t, err := projectTree(ctx, w.tx, id)
	if err != nil {
		return err
	}
	t.Recount(w.today)
	_, err = projects.update(ctx, w, &t.Project)
	return err
}

// recountProjects brings the projects that a partly reverted set left in line
// with their items.
func (w *write) recountProjects(ctx context.Context, set int64) error {
	return w.recountFound(ctx, w.recountProject, `SELECT id FROM project WHERE id IN (SELECT record_id FROM change
		WHERE set_id = ?1 AND record = 'project')
		OR id IN (SELECT project_id FROM project_item WHERE id IN (SELECT record_id FROM change WHERE set_id = ?1 AND record = 'project_item'))`,
		set)
}

// fillProject brings the items of a project in line with its orders. It is
// called in the write that changes an order, a shipment, an invoice or a
// payment of the project.
func (w *write) fillProject(ctx context.Context, id int64, orders []model.OrderFacts) error {
	t, err := projectTree(ctx, w.tx, id)
	if err != nil {
		return err
	}
	if order := t.TakenUp(orders); order != "" {
		t.State, t.StateWhy, t.StateOn = model.ProjectRunning, "", w.today
		if _, err := projects.update(ctx, w, &t.Project); err != nil {
			return err
		}
		if err := w.note(ctx, &t, nil, model.NoteResume, order); err != nil {
			return err
		}
	}
	f := t.Fill(orders, w.today)
	for i := range f.Changed {
		if err := w.keepItem(ctx, &f.Changed[i]); err != nil {
			return err
		}
	}
	for _, gone := range f.Gone {
		if err := w.dropItem(ctx, gone); err != nil {
			return err
		}
	}
	return w.recountProject(ctx, id)
}

// FillProject says what the orders of a project say; see OrderFacts.
func (s *Store) FillProject(ctx context.Context, id int64, orders []model.OrderFacts) error {
	return s.change(ctx, model.ActFill, "", func(w *write) error { return w.fillProject(ctx, id, orders) })
}
