package act

import (
	"context"
	"fmt"

	tea "charm.land/bubbletea/v2"

	"genjin/model"

	"genjin/tui/ask"
	"genjin/tui/kit"
)

var stageCodes = []string{"name", "name_en", "days", "gate", "phase", "phase_en"}

// Stage is what can be done with a stage of a project; the only one stays.
func (a *Acts) Stage(st *model.ProjectStage, only bool) []kit.Action {
	w, kept := a.words.OEM, *st
	why := ""
	if only {
		why = w.OnlyStage
	}
	name := a.stageName(&kept.StagePlan)
	move := func(by int) func() tea.Cmd {
		return func() tea.Cmd {
			return a.write(fmt.Sprintf(w.Moved, name), func(ctx context.Context) error { return a.store.MoveStage(ctx, kept.ID, by) })
		}
	}
	return []kit.Action{
		{ID: "edit", Keys: []string{"e", "f2"}, Name: w.EditStage, Hint: true, Menu: true, Do: func() tea.Cmd { return a.editStage(kept) }},
		{ID: "stage.up", Keys: []string{"ctrl+up"}, Name: w.MoveUp, Menu: true, Do: move(-1)},
		{ID: "stage.down", Keys: []string{"ctrl+down"}, Name: w.MoveDown, Menu: true, Do: move(1)},
		{ID: "stage.remove", Keys: []string{"d", "delete"}, Name: w.RemoveStage, Menu: true, Why: why, Do: func() tea.Cmd {
			return a.write(fmt.Sprintf(w.RemovedStage, name), func(ctx context.Context) error { return a.store.RemoveStage(ctx, kept.ID) })
		}},
	}
}

// Adding is what can be added behind a stage of a project.
func (a *Acts) Adding(st *model.ProjectStage) []kit.Action {
	w, kept := a.words.OEM, *st
	return []kit.Action{
		{ID: "item.new", Keys: []string{"n", "ctrl+n"}, Name: w.AddItem, Hint: true, Menu: true, Do: func() tea.Cmd { return a.AddItem(&kept) }},
		{ID: "stage.new", Keys: []string{"a"}, Name: w.AddStage, Menu: true, Do: func() tea.Cmd { return a.addStage(kept) }},
	}
}

func (a *Acts) editStage(st model.ProjectStage) tea.Cmd {
	env := a.fieldEnv("")
	list := ask.FieldsOf("project_stage", model.ProjectStageFields, &st, env, stageCodes...)
	e := a.editor(fmt.Sprintf(a.words.OEM.EditStageTitle, a.stageName(&st.StagePlan)), "project_stage", fmt.Sprintf("stage/%d", st.ID), list)
	e.Save = func(ctx context.Context, values map[string]string, _ string) (ask.Done, error) {
		changed := st
		if err := ask.Take("project_stage", model.ProjectStageFields, values, &changed, env); err != nil {
			return ask.Done{}, err
		}
		return ask.Done{Said: fmt.Sprintf(a.words.OEM.Saved, changed.Name)}, a.store.SaveStage(ctx, changed)
	}
	return kit.Open(e)
}

// addStage is the form of a new stage behind another.
func (a *Acts) addStage(after model.ProjectStage) tea.Cmd {
	env, fresh := a.fieldEnv(""), model.ProjectStage{ProjectID: after.ProjectID}
	list := ask.FieldsOf("project_stage", model.ProjectStageFields, &fresh, env, stageCodes...)
	e := a.editor(fmt.Sprintf(a.words.OEM.AddStageTitle, a.stageName(&after.StagePlan)), "project_stage",
		fmt.Sprintf("stage/new/%d", after.ID), list)
	e.Save = func(ctx context.Context, values map[string]string, _ string) (ask.Done, error) {
		st := fresh
		if err := ask.Take("project_stage", model.ProjectStageFields, values, &st, env); err != nil {
			return ask.Done{}, err
		}
		return ask.Done{Said: fmt.Sprintf(a.words.OEM.Added, st.Name)}, a.store.AddStage(ctx, st, after.ID)
	}
	return kit.Open(e)
}
