package model

import (
	"errors"
	"slices"
	"testing"
)

// tree is a project of stages: for each its planned days and its items, as
// state and done date.
func tree(started Date, stages ...[]ProjectItem) *ProjectTree {
	t := &ProjectTree{Project: Project{Name: "试", CustomerID: 1, State: ProjectRunning, StartedOn: started}}
	id := int64(0)
	for n, items := range stages {
		st := StageWork{ProjectStage: ProjectStage{StagePlan: StagePlan{Seq: int64(n + 1), Name: string(rune('甲' + n)), Days: 10}}}
		for i := range items {
			id++
			items[i].ID, items[i].Seq = id, int64(i+1)
			if items[i].Title == "" {
				items[i].Title = "事项" + NumberText(id)
			}
			items[i].Round = max(items[i].Round, 1)
		}
		st.Items = items
		t.Stages = append(t.Stages, st)
	}
	return t
}

func done(on Date) ProjectItem { return ProjectItem{State: ItemDone, DoneOn: on, Progress: 100} }

func of(state ItemState) ProjectItem { return ProjectItem{State: state} }

func TestHowAProjectStands(t *testing.T) {
	planned := func(on Date) ProjectItem { return ProjectItem{State: ItemDoing, PlannedOn: on, Progress: 40} }
	for _, tt := range []struct {
		name    string
		asOf    Date
		stages  [][]ProjectItem
		cells   []Cell
		current int
		days    int
	}{
		{"nothing done yet", "2026-10-05", [][]ProjectItem{{of(ItemTodo)}, {of(ItemTodo)}}, []Cell{CellDoing, CellToCome}, 0, 4},
		{"done and not needed are over", "2026-10-12", [][]ProjectItem{{done("2026-10-05"), of(ItemNA)}, {of(ItemTodo)}},
			[]Cell{CellDone, CellDoing}, 1, 7},
		{"a stage of which nothing is needed is done", "2026-10-05", [][]ProjectItem{{of(ItemNA)}, {of(ItemTodo)}},
			[]Cell{CellDone, CellDoing}, 1, 4},
		{"on the last planned day", "2026-10-11", [][]ProjectItem{{of(ItemTodo)}}, []Cell{CellDoing}, 0, 10},
		{"a day longer than planned", "2026-10-12", [][]ProjectItem{{of(ItemTodo)}}, []Cell{CellLate}, 0, 11},
		{"an item past its date", "2026-10-05", [][]ProjectItem{{planned("2026-10-04")}}, []Cell{CellLate}, 0, 4},
		{"blocked goes before late", "2026-10-20", [][]ProjectItem{{{State: ItemBlocked, BlockedWhy: "等料"}}}, []Cell{CellBlocked}, 0, 19},
		{"begun ahead of its turn", "2026-10-05", [][]ProjectItem{{of(ItemTodo)}, {of(ItemDoing), of(ItemTodo)}},
			[]Cell{CellDoing, CellDoing}, 0, 4},
		{"what is done later isn't yet", "2026-10-03", [][]ProjectItem{{done("2026-10-05")}, {of(ItemTodo)}}, []Cell{CellDoing, CellToCome},
			0, 2},
		{"all done", "2026-10-20", [][]ProjectItem{{done("2026-10-05")}, {done("2026-10-06")}}, []Cell{CellDone, CellDone}, -1, 0},
	} {
		v := tree("2026-10-01", tt.stages...).Standing(tt.asOf)
		var cells []Cell
		for _, s := range v.Stages {
			cells = append(cells, s.Cell)
		}
		if !slices.Equal(cells, tt.cells) || v.Current != tt.current || v.Days != tt.days {
			t.Errorf("%s: %v at %d, %d days; want %v at %d, %d", tt.name, cells, v.Current, v.Days, tt.cells, tt.current, tt.days)
		}
	}
}

func TestThePlanGoesForwardFromTheStartOrBackFromTheTarget(t *testing.T) {
	p := tree("2026-10-01", []ProjectItem{of(ItemTodo)}, []ProjectItem{of(ItemTodo)})
	v := p.Standing("2026-10-01")
	if v.Stages[1].PlanFrom != "2026-10-11" || v.Stages[1].PlanTo != "2026-10-21" || v.SuggestedOn(0) != "2026-10-11" ||
		v.SuggestedOn(1) != "2026-10-21" {
		t.Errorf("%+v", v.Stages[1])
	}
	p.StartedOn, p.TargetOn = "", "2026-12-31"
	if v = p.Standing("2026-10-01"); v.Stages[0].PlanFrom != "2026-12-11" || v.Stages[1].PlanTo != "2026-12-31" ||
		v.SuggestedOn(0) != "2026-12-21" {
		t.Errorf("%+v", v.Stages)
	}
	p.TargetOn = ""
	if v = p.Standing("2026-10-01"); v.Stages[0].PlanTo != "" || v.SuggestedOn(1) != "" || v.Stages[0].Cell != CellDoing {
		t.Errorf("%+v", v.Stages)
	}
}

func TestWhoIsOwed(t *testing.T) {
	a, b, c, d := of(ItemTodo), of(ItemDoing), of(ItemTodo), done("2026-10-02")
	a.Department, b.Department, c.Department, d.Department = "rnd", "rnd", "sales", "quality"
	c.PlannedOn, c.Person = "2026-10-03", "小王"
	got := tree("2026-10-01", []ProjectItem{a, b, c, d}).Standing("2026-10-05").Owed
	want := []Owed{{"sales", "小王", 1, 1}, {"rnd", "", 2, 0}}
	if !slices.Equal(got, want) {
		t.Errorf("%v", got)
	}
}

func TestADecisionReopensItsStageInTheNextRound(t *testing.T) {
	no := done("2026-10-09")
	no.Kind, no.Reopens, no.Answer = StepDecision, 2, AnswerNo
	p := tree("2026-10-01", []ProjectItem{done("2026-10-02")}, []ProjectItem{done("2026-10-05"), of(ItemNA)},
		[]ProjectItem{no}, []ProjectItem{of(ItemTodo)})
	p.Reopen(3, p.Stages[2].Items[0])
	v := p.Standing("2026-10-12")
	if v.Current != 1 || v.Round != 2 || v.Days != 3 || v.Stages[1].EnteredOn != "2026-10-09" {
		t.Errorf("at %d, round %d, %d days, since %s", v.Current, v.Round, v.Days, v.Stages[1].EnteredOn)
	}
	if got := v.Stages[1]; len(got.Items) != 2 || got.Items[0].State != ItemTodo || got.Items[1].State != ItemNA || len(got.Earlier) != 2 ||
		got.Earlier[0].DoneOn != "2026-10-05" {
		t.Errorf("%+v", got)
	}
	of := ProjectOf{Now: v}
	of.StartedOn = p.StartedOn
	if got := [][]Span{of.Worked(0), of.Worked(1), of.Worked(2)}; len(got[0]) != 0 ||
		!slices.Equal(got[1], []Span{{"2026-10-02", "2026-10-05"}}) || !slices.Equal(got[2], []Span{{"2026-10-05", "2026-10-09"}}) {
		t.Errorf("the first round was worked on %v", got)
	}
	if v.Stages[0].Round != 1 || v.Stages[3].Round != 1 {
		t.Error("stages outside have another round")
	}
	p.Recount("2026-10-12")
	if p.Stage != 2 || p.StageOn != "2026-10-09" || p.Round != 2 {
		t.Errorf("%+v", p.Project)
	}
}

func TestAGateBarsWhatComesBehindIt(t *testing.T) {
	p := tree("2026-10-01", []ProjectItem{of(ItemTodo)}, []ProjectItem{of(ItemTodo)}, []ProjectItem{of(ItemTodo)})
	p.Stages[1].Gate = true
	for stage, barred := range map[int64]bool{1: false, 2: false, 3: true} {
		if got := p.Barred(stage, "2026-10-02"); (got != nil) != barred {
			t.Errorf("stage %d: %v", stage, got)
		}
	}
	p.Stages[1].Items[0] = done("2026-10-02")
	if p.Barred(3, "2026-10-02") != nil || p.Barred(3, "2026-10-01") == nil {
		t.Error("the gate isn't open on its day, or is before")
	}
}

func TestConditions(t *testing.T) {
	p := Project{Form: FormPCBA, NewMould: AnswerYes, Software: "多语言"}
	for condition, want := range map[string]bool{
		"": true, "new_mould=yes": true, "new_mould=no": false, "form!=pcba": false, "form != bare": true, "software": true,
		"software_feasible": false, "software_feasible=yes": false,
	} {
		if got := p.Holds(condition); got != want {
			t.Errorf("%q holds: %v", condition, got)
		}
		if err := CheckCondition(condition); err != nil {
			t.Error(condition, err)
		}
	}
	for _, condition := range []string{"name=试", "=yes", "moon", "new_mould>1"} {
		if CheckCondition(condition) == nil {
			t.Errorf("%q is taken", condition)
		}
	}
}

func TestItemsFollowTheirFact(t *testing.T) {
	cond := func(state ItemState) ProjectItem {
		it := of(state)
		it.Condition = "new_mould=yes"
		return it
	}
	for _, tt := range []struct {
		name          string
		was, is       YesNo
		state, become ItemState
	}{
		{"appears", AnswerNo, AnswerYes, ItemNA, ItemTodo}, {"goes", AnswerYes, AnswerNo, ItemTodo, ItemNA},
		{"goes though begun", AnswerYes, AnswerNo, ItemDoing, ItemNA},
		{"what is done stays", AnswerYes, AnswerNo, ItemDone, ItemDone}, {"set aside by a person stays", AnswerYes, AnswerYes, ItemNA, ItemNA},
		{"unknown is no", AnswerYes, "", ItemTodo, ItemNA},
	} {
		p := tree("2026-10-01", []ProjectItem{cond(tt.state)})
		p.NewMould = tt.is
		before := p.Project
		before.NewMould = tt.was
		p.Refit(&before)
		if got := p.Stages[0].Items[0].State; got != tt.become {
			t.Errorf("%s: %s", tt.name, got)
		}
	}
}

// SPEC 2.7: an item that asks for a fact is done when the fact is known; software
// that R&D calls infeasible blocks its item.
func TestAFactAnswersTheItemThatAsksForIt(t *testing.T) {
	for _, tt := range []struct {
		name, fills   string
		was, is       Project
		state, become ItemState
	}{
		{"known", "terms", Project{}, Project{Terms: "月结30天"}, ItemTodo, ItemDone},
		{"known while it is worked on", "form", Project{}, Project{Form: FormPCBA}, ItemDoing, ItemDone},
		{"another one", "form", Project{Form: FormBare}, Project{Form: FormPCBA}, ItemDone, ItemDone},
		{"opened by a person while it is known", "form", Project{Form: FormBare}, Project{Form: FormBare}, ItemTodo, ItemTodo},
		{"taken back", "quote", Project{Quote: 100}, Project{}, ItemDone, ItemTodo},
		{"not needed", "quote", Project{}, Project{Quote: 100}, ItemNA, ItemNA},
		{"feasible", "software_feasible", Project{Software: "扫码"}, Project{Software: "扫码", Feasible: AnswerYes}, ItemTodo, ItemDone},
		{"infeasible", "software_feasible", Project{Software: "扫码"}, Project{Software: "扫码", Feasible: AnswerNo}, ItemTodo, ItemBlocked},
		{"feasible after all", "software_feasible", Project{Feasible: AnswerNo}, Project{Feasible: AnswerYes}, ItemBlocked, ItemDone},
		{"to be looked at again", "software_feasible", Project{Feasible: AnswerNo}, Project{}, ItemBlocked, ItemTodo},
	} {
		it := of(ItemTodo)
		it.Fills, it.State = tt.fills, tt.state
		p := tree("2026-10-01", []ProjectItem{it})
		p.Project = tt.is
		p.Refit(&tt.was)
		if got := p.Stages[0].Items[0].State; got != tt.become {
			t.Errorf("%s: %s, want %s", tt.name, got, tt.become)
		}
	}
	told := of(ItemTodo)
	told.Fills, told.Told = "lead_time", true
	p := tree("2026-10-01", []ProjectItem{told})
	if p.LeadTime = 30; len(p.Refit(nil)) > 0 {
		t.Error("a lead time that is known isn't told to the customer by that")
	}
}

func TestAPlanThatEndsAfterTheTargetSaysByHowMuch(t *testing.T) {
	p := tree("2026-10-01", []ProjectItem{of(ItemTodo)}, []ProjectItem{of(ItemTodo)}) // 10 days each
	for _, tt := range []struct {
		today, target Date
		want          int
	}{{"2026-10-05", "2026-10-21", 0}, {"2026-10-05", "2026-10-20", 1}, {"2026-10-14", "2026-10-21", 3}, {"2026-10-14", "", 0}} {
		if v := p.Standing(tt.today); v.After(tt.target) != tt.want {
			t.Errorf("on %s, wanted for %q: %d, want %d (ends %s)", tt.today, tt.target, v.After(tt.target), tt.want, v.EndsOn)
		}
	}
}

func TestAProjectIsDoneWithItsLastStageAndRunsAgainWithoutIt(t *testing.T) {
	p := tree("2026-10-01", []ProjectItem{done("2026-10-05")})
	if p.Recount("2026-10-06"); p.State != ProjectDone || p.StateOn != "2026-10-06" || p.Stage != 0 {
		t.Errorf("%+v", p.Project)
	}
	p.Stages[0].Items[0].State = ItemTodo
	if p.Recount("2026-10-07"); p.State != ProjectRunning || p.Stage != 1 {
		t.Errorf("%+v", p.Project)
	}
	p.State = ProjectOnHold
	p.Stages[0].Items[0] = done("2026-10-05")
	if p.Recount("2026-10-08"); p.State != ProjectOnHold {
		t.Error("a project on hold is", p.State)
	}
}

func TestABadProjectIsRefused(t *testing.T) {
	ok := Project{Name: "试", CustomerID: 1, State: ProjectRunning}
	for _, tt := range []struct {
		field, code string
		change      func(*Project)
	}{
		{"name", RefusedRequired, func(p *Project) { p.Name = "" }},
		{"customer_id", RefusedRequired, func(p *Project) { p.CustomerID = 0 }},
		{"currency", RefusedCurrency, func(p *Project) { p.Currency = "XXY" }},
		{"target_on", RefusedOrder, func(p *Project) { p.StartedOn, p.TargetOn = "2026-10-02", "2026-10-01" }},
		{"terms", RefusedTerms, func(p *Project) { p.Terms = "看情况" }},
		{"terms", RefusedTermsSum, func(p *Project) { p.Terms = "30%定金+60%发货前" }},
		{"lead_time", RefusedNumberRange, func(p *Project) { p.LeadTime = 4000 }},
		{"form", RefusedOption, func(p *Project) { p.Form = "box" }},
		{"quote", RefusedAmountRange, func(p *Project) { p.Quote = -1 }},
		{"started_on", RefusedDateMissing, func(p *Project) { p.StartedOn = "2026-02-30" }},
		{"risks", RefusedTooLong, func(p *Project) { p.Risks = string(make([]rune, 30000)) }},
	} {
		p := ok
		tt.change(&p)
		var fe *FieldError
		if err := p.Check(); !errors.As(err, &fe) || fe.Code != tt.code || fe.Field != tt.field {
			t.Errorf("%s %s: %v", tt.field, tt.code, err)
		}
	}
	if err := ok.Check(); err != nil {
		t.Error(err)
	}
}

func TestATemplateIsRenumberedAndChecked(t *testing.T) {
	t3 := TemplateTree{Template: Template{Name: "流程"}, Stages: []StageTree{
		{TemplateStage: TemplateStage{StagePlan: StagePlan{Seq: 1, Name: "甲"}}},
		{TemplateStage: TemplateStage{StagePlan: StagePlan{Seq: 2, Name: "乙"}}},
		{TemplateStage: TemplateStage{StagePlan: StagePlan{Seq: 3, Name: "丙"}},
			Steps: []TemplateStep{{StepPlan: StepPlan{Title: "行不行", Kind: StepDecision, Reopens: 2}}}},
	}}
	t3.Stages[0], t3.Stages[1] = t3.Stages[1], t3.Stages[0]
	t3.Renumber()
	if t3.Stages[2].Steps[0].Reopens != 1 || t3.Stages[0].Name != "乙" || t3.Stages[0].Seq != 1 {
		t.Errorf("%+v", t3)
	}
	if err := t3.Check(); err != nil {
		t.Error(err)
	}
	t3.Stages = t3.Stages[1:]
	if t3.Renumber(); t3.Stages[1].Steps[0].Reopens != 0 {
		t.Error("a stage that is gone is reopened")
	}
	for name, change := range map[string]func(*TemplateTree){
		"no name": func(t *TemplateTree) { t.Name = "" }, "no stages": func(t *TemplateTree) { t.Stages = nil },
		"a nameless stage": func(t *TemplateTree) { t.Stages[0].Name = "" },
		"a nameless step":  func(t *TemplateTree) { t.Stages[1].Steps[0].Title = "" }, "a kind that there isn't": func(t *TemplateTree) {
			t.Stages[1].Steps[0].Kind = "x"
		},
		"reopens a later stage": func(t *TemplateTree) { t.Stages[1].Steps[0].Reopens = 9 }, "auto without a fact": func(t *TemplateTree) {
			t.Stages[1].Steps[0].Kind = StepAuto
		},
		"a condition on nothing": func(t *TemplateTree) { t.Stages[1].Steps[0].Condition = "moon=full" },
		"a brief of nothing":     func(t *TemplateTree) { t.Brief = "moon" },
		"days below 0":           func(t *TemplateTree) { t.Stages[0].Days = -1 },
	} {
		bad := TemplateTree{Template: t3.Template}
		for _, st := range t3.Stages {
			st.Steps = slices.Clone(st.Steps)
			bad.Stages = append(bad.Stages, st)
		}
		if change(&bad); bad.Check() == nil {
			t.Error(name, "is taken")
		}
	}
}
