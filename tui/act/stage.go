package act

import (
	"context"
	"fmt"

	tea "charm.land/bubbletea/v2"

	"genjin/model"

	"genjin/tui/ask"
	"genjin/tui/kit"
)

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
	w := a.words.OEM
	return a.stage(fmt.Sprintf(w.EditStageTitle, a.stageName(&st.StagePlan)), fmt.Sprintf("stage/%d", st.ID), st,
		func(ctx context.Context, changed model.ProjectStage) (string, error) {
			return fmt.Sprintf(w.Saved, changed.Name), a.store.SaveStage(ctx, changed)
		})
}

// addStage is the form of a new stage behind another.
func (a *Acts) addStage(after model.ProjectStage) tea.Cmd {
	w, fresh := a.words.OEM, model.ProjectStage{ProjectID: after.ProjectID}
	return a.stage(fmt.Sprintf(w.AddStageTitle, a.stageName(&after.StagePlan)), fmt.Sprintf("stage/new/%d", after.ID), fresh,
		func(ctx context.Context, st model.ProjectStage) (string, error) {
			return fmt.Sprintf(w.Added, st.Name), a.store.AddStage(ctx, st, after.ID)
		})
}

func (a *Acts) stage(title, draft string, start model.ProjectStage, save func(context.Context,
	model.ProjectStage) (string, error)) tea.Cmd {
	return kit.Open(ask.Form(a.stand(), ask.Act[model.ProjectStage]{
		Title: title, Draft: draft, Record: "project_stage", Table: model.ProjectStageFields,
		Codes: model.ProjectStageFields.Form(string(model.ForProjects)), Start: start,
		Save: func(ctx context.Context, st model.ProjectStage, _ string) (string, error) { return save(ctx, st) },
	}))
}
