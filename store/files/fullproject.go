package files

import (
	"encoding/json"
	"errors"

	"genjin/model"
)

// projectsJSON are projects with their stages, items and history, as genjin's
// file of all records has them.
func projectsJSON(list []model.ProjectOf) []json.RawMessage {
	var out []json.RawMessage
	for i := range list {
		p := &list[i]
		var stages, items, notes []json.RawMessage
		for n := range p.Stages {
			st := &p.Stages[n]
			stages = append(stages, model.JSON(model.ProjectStageFields, &st.ProjectStage, st.Meta, nobody))
			for k := range st.Items {
				items = append(items, model.JSON(model.ProjectItemFields, &st.Items[k], st.Items[k].Meta, nobody))
			}
		}
		for n := range p.Notes {
			notes = append(notes, model.JSON(model.ItemNoteFields, &p.Notes[n], p.Notes[n].Meta, nobody))
		}
		template, _ := json.Marshal(p.Template) // a text
		out = append(out, model.WithMembers(model.JSON(model.ProjectFields, &p.Project, p.Meta, nobody),
			[]string{"template", "stages", "items", "notes"},
			map[string]json.RawMessage{"template": template, "stages": array(stages), "items": array(items), "notes": array(notes)}))
	}
	return out
}

// readProject reads a project of the file; ids are the file's.
func readProject(obj map[string]json.RawMessage) (model.ProjectOf, error) {
	var p model.ProjectOf
	errs := []error{model.ReadJSON(model.ProjectFields, &p.Project, obj), model.ProjectFields.Check(&p.Project)}
	p.ID = model.IDOf(obj)
	_ = json.Unmarshal(obj["template"], &p.Template) // a name that isn't a text is none
	place := map[int64]int{}
	var list []map[string]json.RawMessage
	for _, one := range into(obj["stages"], &list, &errs) {
		var st model.StageWork
		errs = append(errs, model.ReadJSON(model.ProjectStageFields, &st.ProjectStage, one), model.ProjectStageFields.Check(&st.ProjectStage))
		st.ID = model.IDOf(one)
		place[st.ID] = len(p.Stages)
		p.Stages = append(p.Stages, st)
	}
	items := map[int64]bool{0: true}
	for _, one := range into(obj["items"], &list, &errs) {
		var it model.ProjectItem
		errs = append(errs, model.ReadJSON(model.ProjectItemFields, &it, one), model.ProjectItemFields.Check(&it))
		it.ID = model.IDOf(one)
		at, ok := place[it.StageID]
		if !ok {
			errs = append(errs, model.ErrFileUnreadable)
			continue
		}
		items[it.ID] = true
		p.Stages[at].Items = append(p.Stages[at].Items, it)
	}
	for _, one := range into(obj["notes"], &list, &errs) {
		var n model.ItemNote
		errs = append(errs, model.ReadJSON(model.ItemNoteFields, &n, one), model.ItemNoteFields.Check(&n))
		n.ID = model.IDOf(one)
		if !items[n.ItemID] {
			errs = append(errs, model.ErrFileUnreadable)
			continue
		}
		p.Notes = append(p.Notes, n)
	}
	return p, errors.Join(errs...)
}

// templatesJSON are a person's own templates.
func templatesJSON(list []model.TemplateTree) []json.RawMessage {
	var out []json.RawMessage
	for i := range list {
		t := &list[i]
		var stages []json.RawMessage
		for n := range t.Stages {
			st := &t.Stages[n]
			var steps []json.RawMessage
			for k := range st.Steps {
				steps = append(steps, model.JSON(model.TemplateStepFields, &st.Steps[k], st.Steps[k].Meta, nobody))
			}
			stages = append(stages, model.WithMembers(model.JSON(model.TemplateStageFields, &st.TemplateStage, st.Meta, nobody),
				[]string{"steps"}, map[string]json.RawMessage{"steps": array(steps)}))
		}
		out = append(out, model.WithMembers(model.JSON(model.TemplateFields, &t.Template, t.Meta, nobody), []string{"stages"},
			map[string]json.RawMessage{"stages": array(stages)}))
	}
	return out
}

// readTemplate reads a template of the file, without ids.
func readTemplate(obj map[string]json.RawMessage) (model.TemplateTree, error) {
	var t model.TemplateTree
	errs := []error{model.ReadJSON(model.TemplateFields, &t.Template, obj)}
	var stages, steps []map[string]json.RawMessage
	for _, one := range into(obj["stages"], &stages, &errs) {
		var st model.StageTree
		errs = append(errs, model.ReadJSON(model.TemplateStageFields, &st.TemplateStage, one))
		for _, each := range into(one["steps"], &steps, &errs) {
			var step model.TemplateStep
			errs = append(errs, model.ReadJSON(model.TemplateStepFields, &step, each))
			st.Steps = append(st.Steps, step)
		}
		t.Stages = append(t.Stages, st)
	}
	return t, errors.Join(append(errs, t.Check())...)
}
