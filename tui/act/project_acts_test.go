package act_test

import (
	"slices"
	"testing"

	tea "charm.land/bubbletea/v2"

	"genjin/model"
	"genjin/model/label"

	"genjin/tui/kit"
	"genjin/tui/kit/kittest"

	"genjin/tui/act"
	"genjin/tui/words"
)

func ids(actions []kit.Action) (list []string) {
	for _, a := range actions {
		list = append(list, a.ID)
	}
	return list
}

func TestWhatAnItemAsksForComesFirst(t *testing.T) {
	words := words.Of(label.ZH)
	acts := act.NewActs(kittest.Env(), &words, nil)
	for _, tc := range []struct {
		item  model.ProjectItem
		first string
		name  string
	}{
		{model.ProjectItem{State: model.ItemTodo}, "tick", "完成"},
		{model.ProjectItem{State: model.ItemDone}, "tick", "改为未完成"},
		{model.ProjectItem{State: model.ItemNA}, "tick", "改为需要"},
		{model.ProjectItem{State: model.ItemDoing, StepPlan: model.StepPlan{Kind: model.StepModule}}, "progress", "进度"},
		{model.ProjectItem{State: model.ItemBlocked}, "block", "解除受阻"},
		{model.ProjectItem{State: model.ItemTodo, StepPlan: model.StepPlan{Kind: model.StepDecision}}, "tick", "判定"},
	} {
		a := acts.Item(&model.ProjectOf{}, &tc.item)[0]
		if a.ID != tc.first || a.Name != tc.name || !a.Enabled() {
			t.Errorf("%+v asks for %s %s (%s)", tc.item, a.ID, a.Name, a.Why)
		}
	}
	filled := model.ProjectItem{State: model.ItemTodo, Filled: true}
	if a := acts.Item(&model.ProjectOf{}, &filled)[0]; a.Why != "由订单填写" {
		t.Errorf("an item that its order fills can be ticked: %q", a.Why)
	}
}

func TestAnOrderIsAddedWhereThereAreOrders(t *testing.T) {
	words := words.Of(label.EN)
	acts := act.NewActs(kittest.Env(), &words, nil)
	p := model.Project{Name: "handset", State: model.ProjectRunning}
	if slices.Contains(ids(acts.Project(&p)), "order") {
		t.Error("there are no orders")
	}
	asked := ""
	acts.AddOrder = func(p model.Project) tea.Cmd {
		asked = p.Name
		return nil
	}
	if a := acts.Project(&p)[0]; a.ID != "order" {
		t.Errorf("%s comes first", a.ID)
	} else if a.Do(); asked != "handset" {
		t.Errorf("an order of %q is asked for", asked)
	}
}

func TestTheBarSaysWithoutColourHowEachStageStands(t *testing.T) {
	env := kittest.Env()
	var stages []model.StageView
	for _, c := range []model.Cell{model.CellDone, model.CellDoing, model.CellLate, model.CellBlocked, model.CellToCome} {
		stages = append(stages, model.StageView{Cell: c})
	}
	drawn := func(airy bool) (text string) {
		for _, s := range act.ProjectBar(env, stages, airy) {
			text += s.Text
		}
		return text
	}
	if got := drawn(false); got != "#>!x." {
		t.Errorf("ASCII %q", got)
	}
	if got := drawn(true); got != "# > ! x ." {
		t.Errorf("airy %q", got)
	}
	env.ASCII = false
	if got := drawn(false); got != "█>!x░" {
		t.Errorf("blocks %q", got)
	}
	if got := act.Legend(env, label.ZH); got != "█ 完成  > 进行中  ! 超期  x 受阻  ░ 未到" {
		t.Errorf("legend %q", got)
	}
}

func TestTheOnlyStageStays(t *testing.T) {
	words := words.Of(label.ZH)
	acts := act.NewActs(kittest.Env(), &words, nil)
	for _, only := range []bool{true, false} {
		actions := acts.Stage(&model.ProjectStage{}, only)
		if a := actions[len(actions)-1]; a.ID != "stage.remove" || a.Enabled() == only {
			t.Errorf("only %v: %s %q", only, a.ID, a.Why)
		}
	}
}
