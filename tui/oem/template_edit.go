package oem

import (
	"context"
	"fmt"
	"slices"
	"strings"

	tea "charm.land/bubbletea/v2"

	"genjin/model"

	"genjin/tui/kit"

	"genjin/tui/act"
	"genjin/tui/ask"
)

// change keeps a changed copy of the template.
func (p *templatePage) change(said string, do func(*model.TemplateTree)) tea.Cmd {
	tree := cloned(p.tree)
	do(&tree)
	return kit.Write(said, func(ctx context.Context) error {
		_, err := p.s.store.SaveTemplate(ctx, tree)
		return err
	})
}

func cloned(t model.TemplateTree) model.TemplateTree {
	t.Stages = slices.Clone(t.Stages)
	for i := range t.Stages {
		t.Stages[i].Steps = slices.Clone(t.Stages[i].Steps)
	}
	return t
}

func (p *templatePage) move(l templateLine, by int) tea.Cmd {
	said := fmt.Sprintf(p.s.words.OEM.Moved, strings.TrimSpace(p.title(l)))
	return p.change(said, func(t *model.TemplateTree) {
		if l.step < 0 {
			swap(t.Stages, l.stage, l.stage+by)
		} else {
			swap(t.Stages[l.stage].Steps, l.step, l.step+by)
		}
	})
}

// swap changes the places of two entries, if there are both.
func swap[T any](list []T, i, k int) {
	if k >= 0 && k < len(list) {
		list[i], list[k] = list[k], list[i]
	}
}

func (p *templatePage) remove(l templateLine) tea.Cmd {
	w := p.s.words.OEM
	name := strings.TrimSpace(p.title(l))
	if l.step < 0 {
		return p.change(fmt.Sprintf(w.RemovedStage, name), func(t *model.TemplateTree) { t.Stages = slices.Delete(t.Stages, l.stage, l.stage+1) })
	}
	return p.change(fmt.Sprintf(w.RemovedItem, name), func(t *model.TemplateTree) {
		st := &t.Stages[l.stage]
		st.Steps = slices.Delete(st.Steps, l.step, l.step+1)
	})
}

func (p *templatePage) edit(l templateLine) tea.Cmd {
	w := p.s.words.OEM
	if l.step < 0 {
		st := p.tree.Stages[l.stage].TemplateStage
		return p.stageForm(fmt.Sprintf(w.EditStageTitle, p.s.stageName(&st.StagePlan)), p.draft("stage/%d", st.ID),
			st, func(t *model.TemplateTree, st model.TemplateStage) {
				t.Stages[l.stage].TemplateStage = st
			})
	}
	step := p.tree.Stages[l.stage].Steps[l.step]
	return p.stepForm(fmt.Sprintf(w.EditItemTitle, strings.TrimSpace(p.title(l))), p.draft("step/%d", step.ID),
		step, func(t *model.TemplateTree, step model.TemplateStep) {
			t.Stages[l.stage].Steps[l.step] = step
		})
}

func (p *templatePage) addStage(after int) tea.Cmd {
	title := fmt.Sprintf(p.s.words.OEM.AddStageTitle, p.s.stageName(&p.tree.Stages[after].StagePlan))
	return p.stageForm(title, p.draft("stage/new/%d", p.tree.Stages[after].ID), model.TemplateStage{},
		func(t *model.TemplateTree, st model.TemplateStage) {
			t.Stages = slices.Insert(t.Stages, after+1, model.StageTree{TemplateStage: st})
		})
}

func (p *templatePage) addStep(stage int) tea.Cmd {
	title := fmt.Sprintf(p.s.words.OEM.AddItemTitle, p.s.stageName(&p.tree.Stages[stage].StagePlan))
	return p.stepForm(title, p.draft("step/new/%d", p.tree.Stages[stage].ID),
		model.TemplateStep{StepPlan: model.StepPlan{Kind: model.StepPlain}}, func(t *model.TemplateTree, step model.TemplateStep) {
			t.Stages[stage].Steps = append(t.Stages[stage].Steps, step)
		})
}

func (p *templatePage) stageForm(title, draft string, st model.TemplateStage, put func(*model.TemplateTree, model.TemplateStage)) tea.Cmd {
	return templateForm(p, title, "template_stage", draft, model.TemplateStageFields, st,
		func(st model.TemplateStage) string { return st.Name }, put)
}

func (p *templatePage) stepForm(title, draft string, step model.TemplateStep, put func(*model.TemplateTree, model.TemplateStep)) tea.Cmd {
	return templateForm(p, title, "template_step", draft, model.TemplateStepFields, step,
		func(step model.TemplateStep) string { return step.Title }, put)
}

// draft is the name of a draft of the template's.
func (p *templatePage) draft(of string, id int64) string {
	return fmt.Sprintf("template/%d/"+of, p.id, id)
}

// templateForm is the form of a part of the template; put sets it in its
// place.
func templateForm[T any](p *templatePage, title, record, draft string, table model.Fields[T], part T,
	name func(T) string, put func(*model.TemplateTree, T)) tea.Cmd {
	env, tree := p.s.fieldEnv(), p.tree
	list := act.WithCondition(ask.FieldsOf(record, table, &part, env, table.Form(string(tree.Purpose))...), record, env)
	e := ask.NewEditor(p.s.env, p.s.words, p.s.store, title, record, draft, list)
	e.Save = func(ctx context.Context, values map[string]string, _ string) (ask.Done, error) {
		changed, t := part, cloned(tree)
		if err := act.ReadCondition(values); err != nil {
			return ask.Done{}, err
		}
		if err := ask.Take(record, table, values, &changed, env); err != nil {
			return ask.Done{}, err
		}
		put(&t, changed)
		return p.s.keepTemplate(ctx, t, name(changed))
	}
	return kit.Open(e)
}
