package store

import (
	"context"
	"maps"

	"genjin/model"
)

// ownTemplates are the templates that a person made.
func ownTemplates(ctx context.Context, q querier) ([]model.TemplateTree, error) {
	own, err := templates.query(ctx, q, "WHERE built_in = 0 ORDER BY id")
	if err != nil {
		return nil, err
	}
	var trees []model.TemplateTree
	for _, t := range own {
		tree, err := templateTree(ctx, q, t.ID)
		if err != nil {
			return nil, err
		}
		trees = append(trees, tree)
	}
	return trees, nil
}

// wholeProjects are projects with their history.
func wholeProjects(ctx context.Context, q querier, where string, args ...any) ([]model.ProjectOf, error) {
	list, err := projects.query(ctx, q, where, args...)
	if err != nil || len(list) == 0 {
		return nil, err
	}
	trees, err := projectTrees(ctx, q, list, projectStages, projectItems)
	if err != nil {
		return nil, err
	}
	notes, err := itemNotes.query(ctx, q, where, args...)
	if err != nil {
		return nil, err
	}
	whole, at := make([]model.ProjectOf, len(trees)), map[int64]int{}
	for i := range trees {
		whole[i].ProjectTree, at[trees[i].ID] = trees[i], i
	}
	for _, n := range notes {
		p := &whole[at[n.ProjectID]]
		p.Notes = append(p.Notes, n)
	}
	return whole, nil
}

// soundProject reports whether the ids of a project in a file are sound.
func soundProject(p *model.ProjectOf, sound func(string, int64) bool) bool {
	ok := sound(projects.name, p.ID)
	for n := range p.Stages {
		ok = sound(projectStages.name, p.Stages[n].ID) && ok
		for i := range p.Stages[n].Items {
			ok = sound(projectItems.name, p.Stages[n].Items[i].ID) && ok
		}
	}
	for n := range p.Notes {
		ok = sound(itemNotes.name, p.Notes[n].ID) && ok
	}
	return ok
}

// addTemplates adds the templates of a file of all records, as far as none of
// the name is there.
func (w *write) addTemplates(ctx context.Context, list []model.TemplateTree) error {
	for _, t := range list {
		there, err := templates.query(ctx, w.tx, "WHERE name = ?", t.Name)
		if err != nil {
			return err
		}
		if len(there) > 0 {
			continue
		}
		t.Meta = model.Meta{}
		if err := w.saveTemplate(ctx, &t); err != nil {
			return err
		}
	}
	return nil
}

// addWholeProjects adds the projects of a whole record as they are, and notes
// the ids that they, their stages and items have got.
func (w *write) addWholeProjects(ctx context.Context, t *target, ids map[string]map[int64]int64) error {
	id := func(old int64) int64 {
		if t.keepID {
			return old
		}
		return 0
	}
	ids[projects.name], ids[projectStages.name], ids[projectItems.name] = map[int64]int64{}, map[int64]int64{}, map[int64]int64{0: 0}
	maps.Copy(ids[projects.name], t.knownProjects)
	for _, p := range t.wholeProjects {
		named, err := templates.query(ctx, w.tx, "WHERE name = ?", p.Template)
		if err != nil {
			return err
		}
		old := p.ID
		p.Meta, p.CustomerID, p.TemplateID = model.Meta{}, t.id, 0
		if len(named) > 0 {
			p.TemplateID = named[0].ID
		}
		if err := p.Check(); err != nil {
			return err
		}
		if err := projects.insertAs(ctx, w, &p.Project, id(old)); err != nil {
			return err
		}
		ids[projects.name][old] = p.ID
		if err := w.addWholeStages(ctx, &p, ids, id); err != nil {
			return err
		}
		for _, n := range p.Notes {
			old := n.ID
			n.Meta, n.ProjectID, n.CustomerID, n.ItemID = model.Meta{}, p.ID, t.id, ids[projectItems.name][n.ItemID]
			if err := itemNotes.insertAs(ctx, w, &n, id(old)); err != nil {
				return err
			}
		}
	}
	return nil
}

func (w *write) addWholeStages(ctx context.Context, p *model.ProjectOf, ids map[string]map[int64]int64, id func(int64) int64) error {
	for n := range p.Stages {
		st := p.Stages[n].ProjectStage
		old := st.ID
		st.Meta, st.ProjectID, st.CustomerID = model.Meta{}, p.ID, p.CustomerID
		if err := projectStages.insertAs(ctx, w, &st, id(old)); err != nil {
			return err
		}
		ids[projectStages.name][old] = st.ID
		for _, it := range p.Stages[n].Items {
			old := it.ID
			it.Meta, it.ProjectID, it.CustomerID, it.StageID = model.Meta{}, p.ID, p.CustomerID, st.ID
			if err := projectItems.insertAs(ctx, w, &it, id(old)); err != nil {
				return err
			}
			ids[projectItems.name][old] = it.ID
		}
	}
	return nil
}

// wholeProjects decides on the projects of a whole record: those of a name that
// the customer has already are left as they are.
func (p *plan) wholeProjects(ctx context.Context, i int, t *target, customer model.PreviewRow) error {
	prop := &p.preview.Proposals[i]
	for _, project := range prop.Projects {
		row := model.PreviewRow{
			Sheet: prop.Sheet, Row: prop.Row, Record: model.RowOfProject, CustomerID: customer.CustomerID, Name: customer.Name,
			Known: customer.Known,
			Title: project.Name, Result: model.ResultNew, Proposal: i, Entry: -1,
		}
		if t == nil {
			continue // the customer is refused, and this with it
		}
		there := false
		if t.knownProjects == nil {
			t.knownProjects = map[int64]int64{}
		}
		if t.id != 0 {
			kept, err := projects.query(ctx, p.db, "WHERE customer_id = ?", t.id)
			if err != nil {
				return err
			}
			for _, one := range kept {
				if there = sameName(one.Name, project.Name); there {
					t.knownProjects[project.ID] = one.ID
					break
				}
			}
		}
		if there {
			row.Result = model.ResultUnchanged
		} else {
			t.wholeProjects = append(t.wholeProjects, project)
		}
		p.rows = append(p.rows, row)
	}
	return nil
}
