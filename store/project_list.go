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
	ids, err := s.OrderIDs(ctx, model.OrderQuery{Project: id, Sort: "ordered_on"})
	if err != nil {
		return p, err
	}
	if p.Orders, err = s.OrdersByID(ctx, ids); err != nil {
		return p, err
	}
	p.Notes, err = itemNotes.query(ctx, s.db, "WHERE project_id = ? ORDER BY noted_on DESC, id DESC", id)
	return p, err
}

// ProjectIDs are the projects that a list shows, in its order.
func (s *Store) ProjectIDs(ctx context.Context, q model.ProjectQuery) ([]int64, error) {
	where, err := s.projectWhere(ctx, q)
	if err != nil {
		return nil, err
	}
	order, desc := "p.stage = 0, p.stage DESC, p.stage_on", ""
	if q.Desc {
		desc = " DESC"
	}
	join := ""
	switch _, known := model.ProjectColumn(q.Sort); {
	case q.Sort == "customer" || q.Sort == "customer_id":
		join, order = " JOIN customer_search k ON k.customer_id = p.customer_id", "k.text"
	case q.Sort == model.SortPressing:
		order = pressing
	case q.Sort == "id" || known:
		order = "p." + q.Sort
	case q.Sort != "":
		return nil, model.At(q.Sort, model.Refuse(model.RefusedOption, q.Sort))
	}
	return s.ids(ctx, "SELECT p.id FROM project p"+join+" WHERE "+where.sql+" ORDER BY "+order+desc+", p.id"+desc, where.args...)
}

// projectWhere is the conditions of a query.
func (s *Store) projectWhere(ctx context.Context, q model.ProjectQuery) (clause, error) {
	states := q.States
	filtered := false
	for _, f := range q.Filters {
		filtered = filtered || f.Field == "state"
	}
	all := clause{"1", nil}
	if len(states) == 0 && !filtered {
		states = []string{string(model.ProjectRunning), string(model.ProjectOnHold)}
	}
	if len(states) > 0 {
		all.sql = "p.state IN ("
		for i, st := range states {
			if i > 0 {
				all.sql += ", "
			}
			all.sql += quote(st)
		}
		all.sql += ")"
	}
	narrowed := s.projectsOf(q)
	all = clause{all.sql + narrowed.sql, append(all.args, narrowed.args...)}
	if q.Customer != 0 {
		all = clause{all.sql + " AND p.customer_id = ?", append(all.args, q.Customer)}
	}
	v, err := s.viewpoint(ctx)
	if err != nil {
		return all, err
	}
	err = all.filter(q.Filters, model.ProjectColumn, func(spec model.Spec, f model.Filter) (clause, error) {
		return v.conditionOn(spec, "p."+spec.Code, f)
	})
	if err != nil || q.Search == "" {
		return all, err
	}
	who, err := s.searched(ctx, q.Search)
	all.and("(p.customer_id IN (SELECT value FROM json_each(?)) OR instr(lower(p.name), lower(?)) > 0 OR instr(lower(p.lead), lower(?)) > 0)",
		jsonList(who), q.Search, q.Search)
	return all, err
}

// ProjectsByID reads projects in the order of the ids, as a list shows them on
// the as-of day; ones that are gone are left out. Their items are without
// titles and texts.
func (s *Store) ProjectsByID(ctx context.Context, ids []int64) ([]model.ProjectRow, error) {
	list, err := projects.query(ctx, s.db, "WHERE id IN (SELECT value FROM json_each(?))", jsonList(ids))
	if err != nil || len(list) == 0 {
		return nil, err
	}
	trees, err := projectTrees(ctx, s.db, list, boardStages, boardItems)
	if err != nil {
		return nil, err
	}
	at := make(map[int64]*model.ProjectTree, len(trees))
	for i := range trees {
		at[trees[i].ID] = &trees[i]
	}
	var rows []model.ProjectRow
	for _, id := range ids {
		t := at[id]
		if t == nil {
			continue
		}
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
	rows: func(ctx context.Context, s *Store, ids []int64, _ bool) ([]model.ProjectRow, error) {
		return s.ProjectsByID(ctx, ids)
	},
}

// ProjectList is the list of projects.
func (s *Store) ProjectList() model.Lister[model.ProjectRow] {
	return listing[model.ProjectRow]{&projectSource, s}
}

// CountProjects is how many projects run.
func (s *Store) CountProjects(ctx context.Context) (n int, err error) {
	err = s.db.QueryRowContext(ctx, "SELECT count(*) FROM project WHERE state = 'running'").Scan(&n)
	return n, err
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
