package store

import (
	"context"
	"fmt"
	"strconv"
	"strings"

	"genjin/model"
)

// projectTree reads a project with its stages and items.
func projectTree(ctx context.Context, q querier, id int64) (model.ProjectTree, error) {
	p, err := projects.byID(ctx, q, id)
	if err != nil {
		return model.ProjectTree{}, err
	}
	trees, err := projectTrees(ctx, q, []model.Project{p}, projectStages, projectItems)
	if err != nil {
		return model.ProjectTree{}, err
	}
	return trees[0], nil
}

// The parts of stages and items that a list, and Today, look at: many are read
// at once.
var (
	boardStages = projectStages.narrow("project_id", "seq", "name", "name_en", "days")
	boardItems  = projectItems.narrow("project_id", "stage_id", "seq", "department", "round", "person", "planned_on",
		"done_on", "state", "progress")
)

// projectTrees are projects with their stages and items, and the names of
// their customers and templates.
func projectTrees(ctx context.Context, q querier, list []model.Project, stages *table[model.ProjectStage],
	items *table[model.ProjectItem]) ([]model.ProjectTree, error) {
	ids := make([]int64, len(list))
	trees := make([]model.ProjectTree, len(list))
	at := make(map[int64]int, len(list))
	for i, p := range list {
		ids[i], at[p.ID], trees[i].Project = p.ID, i, p
	}
	const of = "WHERE project_id IN (SELECT value FROM json_each(?)) ORDER BY project_id, "
	found, err := stages.query(ctx, q, of+"seq, id", jsonList(ids))
	if err != nil {
		return nil, err
	}
	place := make(map[int64]int, len(found))
	for _, st := range found {
		t := &trees[at[st.ProjectID]]
		place[st.ID] = len(t.Stages)
		t.Stages = append(t.Stages, model.StageWork{ProjectStage: st})
	}
	all, err := items.query(ctx, q, of+"stage_id, round, seq, id", jsonList(ids))
	if err != nil {
		return nil, err
	}
	for _, it := range all {
		st := &trees[at[it.ProjectID]].Stages[place[it.StageID]]
		st.Items = append(st.Items, it)
	}
	return trees, nameProjects(ctx, q, trees, jsonList(ids))
}

// nameProjects reads whose the projects are and how their templates are
// called.
func nameProjects(ctx context.Context, q querier, trees []model.ProjectTree, ids string) error {
	rows, err := q.QueryContext(ctx, `SELECT p.id, c.name, c.grade, coalesce(t.name, ''), coalesce(t.name_en, '') FROM project p
		JOIN customer c ON c.id = p.customer_id LEFT JOIN template t ON t.id = p.template_ref
		WHERE p.id IN (SELECT value FROM json_each(?))`, ids)
	if err != nil {
		return err
	}
	defer rows.Close()
	at := map[int64]int{}
	for i := range trees {
		at[trees[i].ID] = i
	}
	for rows.Next() {
		var id int64
		var t model.ProjectTree
		if err := rows.Scan(&id, &t.Customer, &t.Grade, &t.Template, &t.TemplateEN); err != nil {
			return err
		}
		to := &trees[at[id]]
		to.Customer, to.Grade, to.Template, to.TemplateEN = t.Customer, t.Grade, t.Template, t.TemplateEN
	}
	return rows.Err()
}

// ProjectOf reads a project with all that its page shows.
func (s *Store) ProjectOf(ctx context.Context, id int64) (model.ProjectOf, error) {
	var p model.ProjectOf
	var err error
	if p.ProjectTree, err = projectTree(ctx, s.db, id); err != nil {
		return p, err
	}
	p.Now = p.Standing(s.today())
	ofIt := model.Filter{Field: "project_id", Op: model.OpIs, Value: strconv.FormatInt(id, 10)}
	ids, err := s.OrderList().IDs(ctx, model.Query{Filters: []model.Filter{ofIt}, Sort: "ordered_on"})
	if err != nil {
		return p, err
	}
	if p.Orders, err = s.OrdersByID(ctx, ids); err != nil {
		return p, err
	}
	p.Notes, err = itemNotes.query(ctx, s.db, "WHERE project_id = ? ORDER BY noted_on DESC, id DESC", id)
	return p, err
}

// projectRows reads projects as a list shows them on the as-of day. Their items
// are without titles and texts.
func projectRows(ctx context.Context, s *Store, ids []int64, _ bool) ([]model.ProjectRow, error) {
	list, err := projects.query(ctx, s.db, "WHERE id IN (SELECT value FROM json_each(?))", jsonList(ids))
	if err != nil || len(list) == 0 {
		return nil, err
	}
	trees, err := projectTrees(ctx, s.db, list, boardStages, boardItems)
	if err != nil {
		return nil, err
	}
	var rows []model.ProjectRow
	for i := range trees {
		t := &trees[i]
		r := model.ProjectRow{Project: t.Project, Customer: t.Customer, Template: t.Template, TemplateEN: t.TemplateEN,
			Now: t.Standing(s.today())}
		for _, o := range r.Now.Owed {
			r.Late += o.Late
		}
		rows = append(rows, r)
	}
	return rows, nil
}

// projectSource is where the list of projects is read from.
var projectSource = source[model.ProjectRow]{
	view: &model.ProjectsView, from: fromTable("project"),
	search: ofWhomOr("r.name", "r.lead"),
	rows:   projectRows,
}

// ProjectList is the list of projects.
func (s *Store) ProjectList() model.Lister[model.ProjectRow] {
	return listing[model.ProjectRow]{&projectSource, s}
}

// ResolveProject finds the one project that a person means: by its number
// (#12), its name, or a part of the name. It answers model.ErrNotFound or a
// model.AmbiguousProjectError.
func (s *Store) ResolveProject(ctx context.Context, text string) (model.Project, error) {
	text = model.Clean(text)
	if text == "" {
		return model.Project{}, fmt.Errorf("%q: %w", text, model.ErrNotFound)
	}
	if number, ok := strings.CutPrefix(text, "#"); ok {
		if id, err := strconv.ParseInt(number, 10, 64); err == nil {
			return projects.byID(ctx, s.db, id)
		}
	}
	for _, where := range []string{"name = ?", "lower(name) = lower(?)", "instr(lower(name), lower(?)) > 0"} {
		found, err := projects.query(ctx, s.db, "WHERE "+where+" ORDER BY state <> 'running', id LIMIT 8", text)
		switch {
		case err != nil:
			return model.Project{}, err
		case len(found) == 1:
			return found[0], nil
		case len(found) > 1:
			return model.Project{}, &model.AmbiguousProjectError{Text: text, Projects: found}
		}
	}
	return model.Project{}, fmt.Errorf("%q: %w", text, model.ErrNotFound)
}
