package store

import (
	"context"
	"errors"

	"genjin/model"
	"genjin/model/label"
)

// fitProject refuses an order of a project that isn't its customer's.
func (w *write) fitProject(ctx context.Context, o *model.Order) error {
	if o.ProjectID == 0 {
		return nil
	}
	p, err := projects.byID(ctx, w.tx, o.ProjectID)
	if errors.Is(err, model.ErrNotFound) || err == nil && p.CustomerID != o.CustomerID {
		return model.At("project_id", model.Refuse(model.RefusedTheirs, p.Name))
	}
	return err
}

// untieOrders takes the orders of a project that goes out of it.
func (w *write) untieOrders(ctx context.Context, project int64) error {
	list, err := orders.query(ctx, w.tx, "WHERE project_id = ? AND project_id <> 0 ORDER BY id", project)
	if err != nil {
		return err
	}
	for i := range list {
		list[i].ProjectID = 0
		if _, err := orders.update(ctx, w, &list[i]); err != nil {
			return err
		}
	}
	return nil
}

// CustomerProjects are a customer's projects, those that run first, then the
// newest.
func (s *Store) CustomerProjects(ctx context.Context, customer int64) ([]model.Project, error) {
	return projects.query(ctx, s.db, "WHERE customer_id = ? ORDER BY state <> 'running', id DESC", customer)
}

// projectNames are the names of projects by their ids.
func (s *Store) projectNames(ctx context.Context, ids []int64) (map[int64]string, error) {
	names := map[int64]string{}
	if len(ids) == 0 {
		return names, nil
	}
	rows, err := s.db.QueryContext(ctx, "SELECT id, name FROM project WHERE id IN (SELECT value FROM json_each(?))", jsonList(ids))
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	for rows.Next() {
		var id int64
		var name string
		if err := rows.Scan(&id, &name); err != nil {
			return nil, err
		}
		names[id] = name
	}
	return names, rows.Err()
}

// namedProject finds the project that a file names for an order among those of
// its customer. One that isn't there is noted in the remark: such a column may
// hold anything that the sender calls a project.
func (p *plan) namedProject(ctx context.Context, planned *plannedOrder) (note string, err error) {
	name := planned.from.Project
	if name == "" {
		return "", nil
	}
	theirs, err := projects.query(ctx, p.db, "WHERE customer_id = ? AND customer_id <> 0 ORDER BY state <> 'running', id",
		planned.order.CustomerID)
	if err != nil {
		return "", err
	}
	for _, one := range theirs {
		if sameName(one.Name, name) {
			planned.order.ProjectID = one.ID
			return "", nil
		}
	}
	return label.Field(orders.name, "project_id", label.ZH) + ":" + name, nil
}

// tieOf ties an order that is there to the project that a file names, and says
// what changes.
func (p *plan) tieOf(ctx context.Context, planned *plannedOrder, edited *model.Order, note string) ([]model.FieldChange, error) {
	if remark := withLine(edited.Remark, note); note != "" && remark != edited.Remark {
		change := model.FieldChange{Field: "remark", Before: edited.Remark, After: remark}
		edited.Remark = remark
		return []model.FieldChange{change}, nil
	}
	tied := planned.order.ProjectID
	if tied == 0 || tied == edited.ProjectID {
		return nil, nil
	}
	before := ""
	if edited.ProjectID != 0 {
		was, err := projects.byID(ctx, p.db, edited.ProjectID)
		if err != nil {
			return nil, err
		}
		before = was.Name
	}
	edited.ProjectID = tied
	return []model.FieldChange{{Field: "project_id", Before: before, After: planned.from.Project}}, nil
}
