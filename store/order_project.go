package store

import (
	"context"
	"errors"

	"genjin/model"
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
