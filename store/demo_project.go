package store

import (
	"context"

	"genjin/model"
	"genjin/model/sample"
)

// demoProjects adds made-up projects to the first companies of a sample, one
// to each; where more are asked for, they have several.
func (w *write) demoProjects(ctx context.Context, asked int) error {
	w.now = demoInstant(w.today)
	rows, err := w.tx.QueryContext(ctx, "SELECT id FROM customer WHERE kind = 'company' AND archived = 0 AND grade IN ('A', 'B', 'C') "+
		"ORDER BY id LIMIT ?", max(20, asked))
	if err != nil {
		return err
	}
	who, err := scanIDs(rows)
	if err != nil {
		return err
	}
	all, err := templatesFor(ctx, w.tx, model.ForProjects)
	if err != nil {
		return err
	}
	plans := sample.Projects(w.today)
	if len(who) == 0 {
		return nil
	}
	if asked == 0 {
		plans = plans[:min(len(plans), len(who))]
	} else {
		plans = append(plans, sample.MoreProjects(asked, w.today)...)[:asked]
	}
	for n, plan := range plans {
		t, err := templateTree(ctx, w.tx, all[plan.Template].ID)
		if err != nil {
			return err
		}
		plan.Project.CustomerID, plan.Project.TemplateID, plan.Project.StartedOn = who[n%len(who)], t.ID, w.today.AddDays(-plan.Age)
		tree := t.Copy(&plan.Project, w.today)
		plan.Advance(&tree, w.today)
		if err := w.addProject(ctx, &tree); err != nil {
			return err
		}
		if len(plan.Orders) > 0 {
			if err := w.fillProject(ctx, tree.ID, plan.Orders); err != nil {
				return err
			}
		}
	}
	return nil
}
