package model

import (
	"slices"
	"testing"
)

// treeOf is a project that began on a day, of two stages of ten days each.
func treeOf(started Date, items ...[]ProjectItem) ProjectTree {
	t := ProjectTree{Project: Project{Meta: Meta{ID: 1}, Name: "手持终端", State: ProjectRunning, StartedOn: started}}
	id := int64(1)
	for n, list := range items {
		st := StageWork{ProjectStage: ProjectStage{Meta: Meta{ID: int64(n + 1)},
			StagePlan: StagePlan{Seq: int64(n + 1), Name: string(rune('A' + n)), Days: 10}}}
		for i, it := range list {
			it.ID, it.Seq, it.Round = id, int64(i+1), max(it.Round, 1)
			id++
			st.Items = append(st.Items, it)
		}
		t.Stages = append(t.Stages, st)
	}
	return t
}

func TestHowPressingAProjectIs(t *testing.T) {
	todo := ProjectItem{State: ItemTodo}
	done := ProjectItem{State: ItemDone, DoneOn: "2026-11-05"}
	planned := func(day Date) ProjectItem { return ProjectItem{State: ItemDoing, PlannedOn: day} }
	for _, tc := range []struct {
		name    string
		tree    ProjectTree
		blocked bool
		late    Date
		today   Cell
	}{
		{"in its plan", treeOf("2026-11-20", []ProjectItem{todo}), false, "2026-12-01", CellDoing},
		{"stands too long", treeOf("2026-11-01", []ProjectItem{todo}), false, "2026-11-12", CellLate},
		{"the second stage counts from when it began", treeOf("2026-10-01", []ProjectItem{done}, []ProjectItem{todo}),
			false, "2026-11-16", CellLate},
		{"an item past its date", treeOf("2026-11-20", []ProjectItem{planned("2026-11-22"), todo}), false, "2026-11-23", CellLate},
		{"an item of a later stage", treeOf("2026-11-20", []ProjectItem{todo}, []ProjectItem{planned("2026-11-21")}),
			false, "2026-11-22", CellLate},
		{"due today is not late", treeOf("2026-11-20", []ProjectItem{planned("2026-11-23")}), false, "2026-11-24", CellDoing},
		{"blocked", treeOf("2026-11-20", []ProjectItem{{State: ItemBlocked, BlockedWhy: "缺货"}}), true, "2026-12-01", CellBlocked},
		{"what isn't needed doesn't press", treeOf("2026-11-20", []ProjectItem{{State: ItemNA, PlannedOn: "2026-11-01"}, todo}),
			false, "2026-12-01", CellDoing},
		{"an earlier round doesn't press", treeOf("2026-11-20", []ProjectItem{{State: ItemBlocked, PlannedOn: "2026-10-01"},
			{State: ItemTodo, Round: 2}}), false, "2026-12-01", CellDoing},
		{"all done", treeOf("2026-10-01", []ProjectItem{done}), false, "", CellDone},
	} {
		tc.tree.Recount("2026-11-23")
		if tc.tree.Blocked != tc.blocked || tc.tree.LateOn != tc.late || tc.tree.Cell("2026-11-23") != tc.today {
			t.Errorf("%s: blocked %v, late from %q, %s", tc.name, tc.tree.Blocked, tc.tree.LateOn, tc.tree.Cell("2026-11-23"))
		}
	}
}

func TestWhatAProjectWaitsFor(t *testing.T) {
	waits := func(it ProjectItem) ProjectItem { it.Waits = true; return it }
	tree := treeOf("2026-11-20",
		[]ProjectItem{{StepPlan: StepPlan{Title: "丝印"}, State: ItemTodo}, {State: ItemDone, DoneOn: "2026-11-21"},
			{StepPlan: StepPlan{Title: "协议"}, State: ItemBlocked, BlockedOn: "2026-11-22", BlockedWhy: "法务"}},
		[]ProjectItem{{StepPlan: StepPlan{Title: "预测"}, State: ItemTodo}})
	for n := range tree.Stages {
		for i := range tree.Stages[n].Items {
			tree.Stages[n].Items[i] = waits(tree.Stages[n].Items[i])
		}
	}
	tree.Stages[0].Items[0].PlannedOn = "2026-11-30"
	var got []string
	for _, r := range tree.Waiting("2026-11-23") {
		got = append(got, r.About+" "+r.Reason.Args[0]+" "+string(r.DueOn)+" "+NumberText(int64(r.DaysLate)))
	}
	if want := []string{"waiting 丝印 2026-11-30 0", "blocked 协议 2026-11-22 1"}; !slices.Equal(got, want) {
		t.Errorf("%q, want %q", got, want)
	}
}

func TestStagesKeepWhatANoReopens(t *testing.T) {
	decision := ProjectItem{StepPlan: StepPlan{Kind: StepDecision, Reopens: 1}, State: ItemTodo}
	tree := treeOf("2026-11-20", []ProjectItem{{State: ItemTodo}}, []ProjectItem{{State: ItemTodo}}, []ProjectItem{decision})
	check := func(what string, names string, reopens int64) {
		t.Helper()
		got := ""
		for n, st := range tree.Stages {
			got += st.Name
			if st.Seq != int64(n+1) {
				t.Errorf("%s: %s has place %d", what, st.Name, st.Seq)
			}
		}
		at := slices.IndexFunc(tree.Stages, func(s StageWork) bool { return s.Name == "C" })
		if got != names || tree.Stages[at].Items[0].Reopens != reopens {
			t.Errorf("%s: %s, a no reopens %d", what, got, tree.Stages[at].Items[0].Reopens)
		}
	}
	tree.InsertStage(ProjectStage{StagePlan: StagePlan{Name: "X"}}, 0)
	check("before all", "XABC", 2)
	tree.MoveStage(1, -1)
	check("to the front", "AXBC", 1)
	tree.MoveStage(1, -1)
	check("at the end it stays", "AXBC", 1)
	tree.MoveStage(1, 2)
	check("two places on", "XBAC", 3)
	if _, err := tree.TakeStage(1); err != nil {
		t.Fatal(err)
	}
	check("taken out", "XBC", 0)
	if _, err := tree.TakeStage(99); err == nil {
		t.Error("a stage that isn't there is taken out")
	}
}
