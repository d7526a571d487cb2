package store

import (
	"context"

	"genjin/model"
)

// readProjects reads the projects that run, with their items.
func (s *Store) readProjects(ctx context.Context, f *model.Facts, _ model.Date) error {
	list, err := projects.query(ctx, s.db, `WHERE state = 'running'
		AND (SELECT archived FROM customer WHERE customer.id = customer_id) = 0 ORDER BY id`)
	if err != nil || len(list) == 0 {
		return err
	}
	f.Projects, err = projectTrees(ctx, s.db, list, "")
	return err
}
