package cli

import (
	"context"
	"slices"

	"genjin/model"
)

// templateForm is the form of templates: a new one is a copy, from=… of which; of
// the first without it.
type templateForm struct{ formOf[model.Template] }

func (f templateForm) make(ctx context.Context, r *run, st model.Store, list []assignment) (kept, error) {
	from := int64(0)
	own := slices.Clone(list)
	for i, a := range list {
		if a.field == "from" || a.field == "复制" {
			var err error
			if from, err = r.template(ctx, st, a.value); err != nil {
				return kept{}, err
			}
			own = slices.Delete(own, i, i+1)
			break
		}
	}
	f.add = func(st model.Store, ctx context.Context, t model.Template) (model.Template, error) {
		all, err := st.Templates(ctx)
		if err != nil || len(all) == 0 {
			return t, orMissing(err)
		}
		if from == 0 {
			from = all[0].ID
		}
		if err := model.TemplateFields.Check(&t); err != nil {
			return t, err
		}
		tree, err := st.CopyTemplate(ctx, from, t.Name)
		if err != nil || len(own) == 1 {
			return tree.Template, err
		}
		t.Meta, t.Purpose = tree.Meta, tree.Purpose
		return saveTemplate(st, ctx, t)
	}
	return f.formOf.make(ctx, r, st, own)
}

// saveTemplate changes what a template says of itself; its stages stay.
func saveTemplate(st model.Store, ctx context.Context, t model.Template) (model.Template, error) {
	tree, err := st.Template(ctx, t.ID)
	if err != nil {
		return t, err
	}
	tree.Template = t
	tree, err = st.SaveTemplate(ctx, tree)
	return tree.Template, err
}
