package store

import (
	"context"
	"slices"

	"genjin/model"
)

// The tables of templates. They are of no customer.
var (
	templates      = newTable("template", model.TemplateFields)
	templateStages = newTable("template_stage", model.TemplateStageFields)
	templateSteps  = newTable("template_step", model.TemplateStepFields)
)

// Templates are those for some purposes, of all without any: by purpose, the
// built-in ones first.
func (s *Store) Templates(ctx context.Context, of ...model.Purpose) ([]model.Template, error) {
	if len(of) == 0 {
		of = model.Purposes
	}
	return templatesFor(ctx, s.db, of...)
}

func templatesFor(ctx context.Context, q querier, of ...model.Purpose) (all []model.Template, err error) {
	for _, p := range of {
		some, err := templates.query(ctx, q, "WHERE iif(purpose = '', 'project', purpose) = ? ORDER BY built_in DESC, id", string(p))
		if err != nil {
			return nil, err
		}
		all = append(all, some...)
	}
	return all, nil
}

// Template reads a template with its stages and steps.
func (s *Store) Template(ctx context.Context, id int64) (model.TemplateTree, error) {
	return templateTree(ctx, s.db, id)
}

func templateTree(ctx context.Context, q querier, id int64) (model.TemplateTree, error) {
	var t model.TemplateTree
	var err error
	if t.Template, err = templates.byID(ctx, q, id); err != nil {
		return t, err
	}
	stages, err := templateStages.query(ctx, q, "WHERE template_id = ? ORDER BY seq, id", id)
	if err != nil {
		return t, err
	}
	steps, err := templateSteps.query(ctx, q, "WHERE template_id = ? ORDER BY stage_id, seq, id", id)
	if err != nil {
		return t, err
	}
	for _, st := range stages {
		tree := model.StageTree{TemplateStage: st}
		for _, step := range steps {
			if step.StageID == st.ID {
				tree.Steps = append(tree.Steps, step)
			}
		}
		t.Stages = append(t.Stages, tree)
	}
	err = q.QueryRowContext(ctx, "SELECT count(*) FROM project WHERE template_ref = ?", id).Scan(&t.Projects)
	return t, err
}

// SaveTemplate keeps a new or an edited template as the tree has it: stages and
// steps get their places by their order, new ones (id 0) are added, and those
// that are missing are taken out. Projects that were made from it stay as they
// are. A built-in one is refused with model.RefusedBuiltIn: it can be copied.
func (s *Store) SaveTemplate(ctx context.Context, t model.TemplateTree) (model.TemplateTree, error) {
	err := s.change(ctx, model.ActTemplate, t.Name, func(w *write) error { return w.saveTemplate(ctx, &t) })
	return t, err
}

// CopyTemplate makes a template of one's own from another.
func (s *Store) CopyTemplate(ctx context.Context, id int64, name string) (model.TemplateTree, error) {
	var t model.TemplateTree
	err := s.change(ctx, model.ActTemplate, name, func(w *write) (err error) {
		if t, err = templateTree(ctx, w.tx, id); err != nil {
			return err
		}
		t.Meta, t.BuiltIn, t.Code, t.Projects = model.Meta{}, false, "", 0
		t.Name, t.NameEN = model.Clean(name), ""
		for i := range t.Stages {
			t.Stages[i].Meta = model.Meta{}
			for n := range t.Stages[i].Steps {
				t.Stages[i].Steps[n].Meta = model.Meta{}
			}
		}
		return w.saveTemplate(ctx, &t)
	})
	return t, err
}

func (w *write) saveTemplate(ctx context.Context, t *model.TemplateTree) error {
	t.Renumber()
	var kept model.TemplateTree
	if t.ID != 0 {
		var err error
		if kept, err = templateTree(ctx, w.tx, t.ID); err != nil {
			return err
		}
		if kept.BuiltIn {
			return model.At("name", model.Refuse(model.RefusedBuiltIn, kept.Name))
		}
	}
	t.BuiltIn, t.Code = false, ""
	if t.Purpose == "" {
		t.Purpose = model.ForProjects
	}
	if err := t.Check(); err != nil {
		return err
	}
	if err := w.uniqueTemplate(ctx, &t.Template); err != nil {
		return err
	}
	if err := keep(ctx, w, templates, &t.Template); err != nil {
		return err
	}
	for i := range t.Stages {
		st := &t.Stages[i]
		st.TemplateID = t.ID
		if err := keep(ctx, w, templateStages, &st.TemplateStage); err != nil {
			return err
		}
		for n := range st.Steps {
			step := &st.Steps[n]
			step.TemplateID, step.StageID = t.ID, st.ID
			if err := keep(ctx, w, templateSteps, step); err != nil {
				return err
			}
		}
	}
	return w.dropMissing(ctx, kept, t)
}

// uniqueTemplate refuses a second template of a name: nobody could tell which
// is which.
func (w *write) uniqueTemplate(ctx context.Context, t *model.Template) error {
	same, err := templates.query(ctx, w.tx, "WHERE name = ? AND id <> ?", t.Name, t.ID)
	if err == nil && len(same) > 0 {
		err = model.At("name", model.Refuse(model.RefusedNamed, t.Name))
	}
	return err
}

// keep inserts a record without an id and updates one that has it.
func keep[T any](ctx context.Context, w *write, t *table[T], rec *T) error {
	if t.meta(rec).ID == 0 {
		return t.insert(ctx, w, rec)
	}
	_, err := t.update(ctx, w, rec)
	return err
}

// dropMissing takes out the steps and stages that an edited template has no
// more.
func (w *write) dropMissing(ctx context.Context, kept model.TemplateTree, t *model.TemplateTree) error {
	stages, steps := map[int64]bool{}, map[int64]bool{}
	for _, st := range t.Stages {
		stages[st.ID] = true
		for _, step := range st.Steps {
			steps[step.ID] = true
		}
	}
	for _, st := range kept.Stages {
		for _, step := range st.Steps {
			if !steps[step.ID] {
				if err := templateSteps.remove(ctx, w, step.ID); err != nil {
					return err
				}
			}
		}
	}
	for _, st := range kept.Stages {
		if !stages[st.ID] {
			if err := templateStages.remove(ctx, w, st.ID); err != nil {
				return err
			}
		}
	}
	return nil
}

// RemoveTemplate takes a template out. Projects that were made from it keep
// their stages and items, and have no template any more.
func (s *Store) RemoveTemplate(ctx context.Context, id int64) error {
	return s.change(ctx, model.ActNoTemplate, "", func(w *write) error {
		t, err := templateTree(ctx, w.tx, id)
		if err != nil {
			return err
		}
		if t.BuiltIn {
			return model.At("name", model.Refuse(model.RefusedBuiltIn, t.Name))
		}
		made, err := projects.query(ctx, w.tx, "WHERE template_ref = ? ORDER BY id", id)
		if err != nil {
			return err
		}
		for i := range made {
			made[i].TemplateID = 0
			if _, err := projects.update(ctx, w, &made[i]); err != nil {
				return err
			}
		}
		slices.Reverse(t.Stages)
		if err := w.dropMissing(ctx, t, &model.TemplateTree{}); err != nil {
			return err
		}
		return templates.remove(ctx, w, id)
	})
}
