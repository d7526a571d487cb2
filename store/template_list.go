package store

import (
	"context"

	"genjin/model"
)

// templateSource is where the list of templates is read from.
var templateSource = source[model.TemplateOf]{
	view: &model.TemplateView, from: fromTable("template"), search: textIn("r.name", "r.name_en", "r.remark"),
	rows: func(ctx context.Context, s *Store, ids []int64, _ bool) ([]model.TemplateOf, error) {
		found, err := templates.query(ctx, s.db, "WHERE id IN (SELECT value FROM json_each(?))", jsonList(ids))
		list := make([]model.TemplateOf, len(found))
		for i, t := range found {
			list[i].Template = t
			err = s.db.QueryRowContext(ctx, `SELECT (SELECT count(*) FROM template_stage WHERE template_id = ?1),
				(SELECT count(*) FROM project WHERE template_id = ?1)`, t.ID).Scan(&list[i].Stages, &list[i].Projects)
			if err != nil {
				return nil, err
			}
		}
		return list, err
	},
}

// TemplateList is the list of templates.
func (s *Store) TemplateList() model.Lister[model.TemplateOf] {
	return listing[model.TemplateOf]{&templateSource, s}
}
