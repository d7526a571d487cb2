package act

import (
	"context"
	"fmt"

	tea "charm.land/bubbletea/v2"

	"genjin/model"
	"genjin/model/label"

	"genjin/tui/ask"
	"genjin/tui/kit"
)

// The fields of an item's form: what one changes every week, then how the item
// is meant.
var (
	itemCodes = []string{"title", "department", "person", "planned_on", "state", "done_on", "progress",
		"status", "blocked_reason", "detail", "attachment"}
	planCodes = []string{"title_en", "kind", "fact", "condition", "fills", "reopens", "waits", "told",
		"per_order", "document", "form_row"}
	newProjectCodes = []string{"title", "department", "person", "planned_on", "detail"}
)

// editor is a form with a draft.
func (a *Acts) editor(title, record, draft string, list []kit.Field) *ask.Editor {
	return ask.NewEditor(a.env, a.words, a.store, title, record, draft, list)
}

// EditItem is the form of an item.
func (a *Acts) EditItem(it *model.ProjectItem) tea.Cmd {
	kept, env := *it, a.fieldEnv("")
	list := ask.FieldsOf("project_item", model.ProjectItemFields, &kept, env, itemCodes...)
	plan := WithCondition(ask.FieldsOf("project_item", model.ProjectItemFields, &kept, env, planCodes...), "project_item", env)
	plan[0].Section = a.words.OEM.AsPlanned
	e := a.editor(fmt.Sprintf(a.words.OEM.EditItemTitle, a.title(it)), "project_item", fmt.Sprintf("step/%d", it.ID), append(list, plan...))
	e.Save = func(ctx context.Context, values map[string]string, _ string) (ask.Done, error) {
		changed := kept
		if err := ReadCondition(values); err != nil {
			return ask.Done{}, err
		}
		if err := ask.Take("project_item", model.ProjectItemFields, values, &changed, env); err != nil {
			return ask.Done{}, err
		}
		_, err := a.store.SaveStep(ctx, changed)
		return ask.Done{Said: fmt.Sprintf(a.words.OEM.Saved, changed.Title)}, err
	}
	return kit.Open(e)
}

// AddItem is the form of a new item of a stage.
func (a *Acts) AddItem(st *model.ProjectStage) tea.Cmd {
	fresh, env := model.ProjectItem{StageID: st.ID, StepPlan: model.StepPlan{Kind: model.StepPlain}}, a.fieldEnv("")
	list := ask.FieldsOf("project_item", model.ProjectItemFields, &fresh, env, newProjectCodes...)
	plan := WithCondition(ask.FieldsOf("project_item", model.ProjectItemFields, &fresh, env, planCodes...), "project_item", env)
	plan[0].Section = a.words.OEM.AsPlanned
	e := a.editor(fmt.Sprintf(a.words.OEM.AddItemTitle, a.stageName(&st.StagePlan)), "project_item", fmt.Sprintf("step/new/%d", st.ID),
		append(list, plan...))
	e.Save = func(ctx context.Context, values map[string]string, _ string) (ask.Done, error) {
		it := fresh
		if err := ReadCondition(values); err != nil {
			return ask.Done{}, err
		}
		if err := ask.Take("project_item", model.ProjectItemFields, values, &it, env); err != nil {
			return ask.Done{}, err
		}
		_, err := a.store.AddStep(ctx, it)
		return ask.Done{Said: fmt.Sprintf(a.words.OEM.Added, it.Title)}, err
	}
	return kit.Open(e)
}

// stageName is a stage in the person's language.
func (a *Acts) stageName(st *model.StagePlan) string {
	return label.Either(st.Name, st.NameEN, a.words.Lang)
}

// projectCodes are the fields of a project's form: those that the brief of its
// template shows, in that order, and what every project has. shown are values
// that are there already.
func projectCodes(brief []string, shown *model.Project) []string {
	codes := []string{"name"}
	has := map[string]bool{"name": true, "currency": true}
	add := func(code string) {
		f, ok := model.ProjectFields.ByCode(code)
		if ok && !f.Kept && f.Kind != model.KindRef && !has[code] {
			has[code] = true
			codes = append(codes, code)
		}
	}
	for _, code := range brief {
		add(code)
	}
	for _, f := range model.ProjectFields {
		if len(brief) == 0 || f.Get(shown) != "" {
			add(f.Code)
		}
	}
	for _, code := range []string{"lead", "started_on", "target_on", "remark"} {
		add(code)
	}
	return codes
}

// form is a project's form, by its template.
func (a *Acts) form(title, draft string, p model.Project, brief []string, keep func(context.Context,
	model.Project) (ask.Done, error)) tea.Cmd {
	env := a.fieldEnv(p.Currency)
	list := ask.FieldsOf("project", model.ProjectFields, &p, env, projectCodes(brief, &p)...)
	e := a.editor(title, "project", draft, list)
	e.Save = func(ctx context.Context, values map[string]string, _ string) (ask.Done, error) {
		changed := p
		if err := ask.Take("project", model.ProjectFields, values, &changed, env); err != nil {
			return ask.Done{}, err
		}
		return keep(ctx, changed)
	}
	return kit.Open(e)
}
