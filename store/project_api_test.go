package store

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"
	"testing"

	"genjin/model"
)

// refused reports whether an error is a refusal of a code.
func refusedAs(err error, code string) bool {
	var fe *model.FieldError
	return errors.As(err, &fe) && fe.Code == code
}

func TestBuiltInTemplatesHaveWordsInBothLanguages(t *testing.T) {
	s := open(t, "2026-11-23")
	list, err := s.Templates(context.Background())
	if err != nil || len(list) != 9 {
		t.Fatal(list, err)
	}
	han := func(text string) bool {
		return strings.ContainsFunc(text, func(r rune) bool { return r >= 0x4e00 && r <= 0x9fff })
	}
	for i, stages := range []int{13, 5, 4, 4, 1, 2, 2, 3, 1} {
		tree, err := s.Template(context.Background(), list[i].ID)
		if err != nil || len(tree.Stages) != stages || !tree.BuiltIn || tree.NameEN == "" {
			t.Fatalf("%+v %v", tree, err)
		}
		if err := tree.Check(); err != nil {
			t.Error(err)
		}
		for _, st := range tree.Stages {
			if st.NameEN == "" || han(st.NameEN) || han(st.PhaseEN) || (st.Phase == "") != (st.PhaseEN == "") || len(st.Steps) == 0 {
				t.Errorf("%+v", st)
			}
			for _, step := range st.Steps {
				owed := tree.Purpose != model.ForProjects || slices.Contains(model.Departments, step.Department)
				paper := tree.Purpose == model.ForDocuments
				if step.TitleEN == "" || han(step.TitleEN) || !owed || paper != (step.Form != "") || paper != (step.Copies == 1) {
					t.Errorf("%+v", step)
				}
			}
		}
	}
}

func TestACopyOfATemplateIsEditedAndRunningProjectsKeepTheirs(t *testing.T) {
	s := open(t, "2026-11-23")
	ctx := context.Background()
	builtIn, _ := s.Template(ctx, 1)
	if _, err := s.SaveTemplate(ctx, builtIn); !refusedAs(err, model.RefusedBuiltIn) {
		t.Error(err)
	}
	if err := s.RemoveTemplate(ctx, 1); !refusedAs(err, model.RefusedBuiltIn) {
		t.Error(err)
	}
	if _, err := s.CopyTemplate(ctx, 1, "OEM项目"); !refusedAs(err, model.RefusedNamed) {
		t.Error(err)
	}
	own, err := s.CopyTemplate(ctx, 1, "我的OEM")
	if err != nil || len(own.Stages) != 13 || own.BuiltIn {
		t.Fatal(own, err)
	}
	c, err := s.AddCustomer(ctx, model.Customer{Name: "恒基"})
	if err != nil {
		t.Fatal(err)
	}
	p, err := s.AddProject(ctx, model.Project{Name: "甲", CustomerID: c.ID, TemplateID: own.ID})
	if err != nil {
		t.Fatal(err)
	}
	own.Stages = append(own.Stages[1:3:3], model.StageTree{TemplateStage: model.TemplateStage{StagePlan: model.StagePlan{Name: "另加"}},
		Steps: []model.TemplateStep{{StepPlan: model.StepPlan{Title: "一件事"}}}})
	own.Stages[0].Steps[0].Title, own.Stages[0].Steps[0].TitleEN = "改了名", ""
	if _, err = s.SaveTemplate(ctx, own); err != nil {
		t.Fatal(err)
	}
	edited, err := s.Template(ctx, own.ID)
	if err != nil || len(edited.Stages) != 3 || edited.Stages[2].Name != "另加" || edited.Stages[2].Seq != 3 ||
		edited.Stages[0].Steps[0].Title != "改了名" || edited.Projects != 1 {
		t.Fatalf("%+v %v", edited, err)
	}
	if kept := reload(t, s, p.ID); len(kept.Stages) != 13 || kept.Template != "我的OEM" {
		t.Errorf("%d stages of %s", len(kept.Stages), kept.Template)
	}
	if err := s.RemoveTemplate(ctx, own.ID); err != nil {
		t.Fatal(err)
	}
	if kept := reload(t, s, p.ID); len(kept.Stages) != 13 || kept.TemplateID != 0 {
		t.Errorf("%d stages of %d", len(kept.Stages), kept.TemplateID)
	}
	for range 2 {
		if _, err := s.Undo(ctx); err != nil {
			t.Fatal(err)
		}
	}
	if back, err := s.Template(ctx, own.ID); err != nil || len(back.Stages) != 13 || back.Projects != 1 {
		t.Error(back, err)
	}
}

func TestHowAnItemGoesOn(t *testing.T) {
	s := open(t, "2026-11-23")
	ctx := context.Background()
	p := project(t, s, 0, model.Project{})
	id := item(t, p, "提供产品形态").ID
	for _, tt := range []struct {
		name string
		act  func() (model.ProjectItem, error)
		want string
	}{
		{"begun", func() (model.ProjectItem, error) { return s.SetProgress(ctx, id, 40, "问过了") }, "doing 40 问过了"},
		{"blocked", func() (model.ProjectItem, error) { return s.Block(ctx, id, "客户出差") }, "blocked 40 问过了"},
		{"further though blocked", func() (model.ProjectItem, error) { return s.SetProgress(ctx, id, 60, "") }, "blocked 60 问过了"},
		{"free again", func() (model.ProjectItem, error) { return s.Unblock(ctx, id, "回来了") }, "doing 60 问过了"},
		{"done", func() (model.ProjectItem, error) { return s.SetProgress(ctx, id, 100, "成品") }, "done 100 成品"},
		{"not done after all", func() (model.ProjectItem, error) { return s.TickItem(ctx, id, "") }, "doing 60 成品"},
		{"done on a day", func() (model.ProjectItem, error) { return s.TickItem(ctx, id, "2026-11-20") }, "done 100 成品"},
		{"not needed", func() (model.ProjectItem, error) { return s.SkipItem(ctx, id, "") }, "na 100 成品"},
		{"needed after all", func() (model.ProjectItem, error) { return s.SkipItem(ctx, id, "") }, "doing 60 成品"},
	} {
		it, err := tt.act()
		if got := fmt.Sprintf("%s %d %s", it.State, it.Progress, it.Status); err != nil || got != tt.want {
			t.Errorf("%s: %s, want %s; %v", tt.name, got, tt.want, err)
		}
	}
	if notes := reload(t, s, p.ID).Notes; len(notes) != 7 || notes[6].Text != "问过了" || notes[6].Progress != 40 {
		t.Errorf("%+v", notes)
	}
	for range 9 {
		if _, err := s.Undo(ctx); err != nil {
			t.Fatal(err)
		}
	}
	if it := item(t, reload(t, s, p.ID), "提供产品形态"); it.State != model.ItemTodo || it.Progress != 0 || it.Status != "" {
		t.Errorf("after undo: %+v", it)
	}
}

// SPEC 2.7: what R&D calls infeasible blocks the project until it is changed or
// waived, with who and why; a fact that is known answers the item that asks for it.
func TestSoftwareThatCantBeMadeBlocksUntilSomebodyLetsItPass(t *testing.T) {
	s := open(t, "2026-11-23")
	ctx := context.Background()
	p := project(t, s, 0, model.Project{Form: model.FormPCBA, Software: "人脸识别", StartedOn: "2026-11-02"})
	if it := item(t, p, "提供产品形态"); it.State != model.ItemDone || it.DoneOn != "2026-11-02" {
		t.Errorf("a form that was known when it began: %+v", it)
	}
	const asks = "研发评估软件可行性"
	settle := func(answer model.YesNo, software string) model.ProjectOf {
		t.Helper()
		changed := reload(t, s, p.ID).Project
		changed.Feasible, changed.Software = answer, software
		if _, err := s.SaveProject(ctx, changed); err != nil {
			t.Fatal(err)
		}
		return reload(t, s, p.ID)
	}
	of := settle(model.AnswerNo, "人脸识别")
	it := item(t, of, asks)
	if it.State != model.ItemBlocked || it.BlockedWhy != "人脸识别" || !of.Blocked {
		t.Fatalf("%v %+v", of.Blocked, it)
	}
	edited := it
	edited.State = model.ItemNA
	for name, try := range map[string]func() error{
		"ticked":       func() error { _, err := s.TickItem(ctx, it.ID, ""); return err },
		"set to 100 %": func() error { _, err := s.SetProgress(ctx, it.ID, 100, ""); return err },
		"skipped":      func() error { _, err := s.SkipItem(ctx, it.ID, ""); return err },
		"edited":       func() error { _, err := s.SaveStep(ctx, edited); return err },
	} {
		if err := try(); !refusedAs(err, model.RefusedInfeasible) {
			t.Errorf("%s: %v", name, err)
		}
	}
	if _, err := s.Unblock(ctx, it.ID, " "); !refusedAs(err, model.RefusedRequired) {
		t.Errorf("let pass by nobody: %v", err)
	}
	if of = settle(model.AnswerNo, "指纹"); of.Feasible != "" || item(t, of, asks).State != model.ItemTodo {
		t.Errorf("other software: %q %+v", of.Feasible, item(t, of, asks))
	}
	settle(model.AnswerNo, "指纹")
	if _, err := s.Unblock(ctx, it.ID, "王总:先用现成模块"); err != nil {
		t.Fatal(err)
	}
	of = reload(t, s, p.ID)
	if it = item(t, of, asks); it.State != model.ItemDone || it.Detail != "王总:先用现成模块" || of.Blocked || of.Notes[0].Text != it.Detail {
		t.Errorf("let pass: %v %+v", of.Blocked, it)
	}
	if _, err := s.Undo(ctx); err != nil || item(t, reload(t, s, p.ID), asks).State != model.ItemBlocked {
		t.Error("undo doesn't block it again", err)
	}
}

func TestWhatCantBeDoneToAnItem(t *testing.T) {
	s := open(t, "2026-11-23")
	ctx := context.Background()
	p := project(t, s, 1, model.Project{})
	plain := item(t, p, "业务接洽记录")
	decision := item(t, finish(t, s, p, 1), "资料是否齐全、真实、合规")
	for name, tt := range map[string]struct {
		err  func() error
		code string
	}{
		"progress above 100":     {func() error { _, err := s.SetProgress(ctx, plain.ID, 101, ""); return err }, model.RefusedNumberRange},
		"progress below 0":       {func() error { _, err := s.SetProgress(ctx, plain.ID, -1, ""); return err }, model.RefusedNumberRange},
		"blocked for nothing":    {func() error { _, err := s.Block(ctx, plain.ID, "  "); return err }, model.RefusedRequired},
		"a decision ticked":      {func() error { _, err := s.TickItem(ctx, decision.ID, ""); return err }, model.RefusedDecision},
		"a decision by progress": {func() error { _, err := s.SetProgress(ctx, decision.ID, 100, ""); return err }, model.RefusedDecision},
		"a plain one decided":    {func() error { _, err := s.Decide(ctx, plain.ID, true, ""); return err }, model.RefusedDecision},
		"done tomorrow": {func() error { _, err := s.TickItem(ctx, item(t, p, "指定承办人").ID, "2026-11-24"); return err },
			model.RefusedFuture},
		"behind a gate": {func() error { _, err := s.TickItem(ctx, item(t, p, "财务信息").ID, ""); return err }, model.RefusedGate},
		"no title": {func() error { _, err := s.AddStep(ctx, model.ProjectItem{StageID: plain.StageID}); return err },
			model.RefusedRequired},
		"on hold for nothing": {func() error { _, err := s.HoldProject(ctx, p.ID, ""); return err }, model.RefusedRequired},
		"a note too long": {func() error { _, err := s.SetProgress(ctx, plain.ID, 10, strings.Repeat("长", 20001)); return err },
			model.RefusedTooLong},
	} {
		if err := tt.err(); !refusedAs(err, tt.code) {
			t.Errorf("%s: %v", name, err)
		}
	}
	if _, err := s.TickItem(ctx, 999, ""); !errors.Is(err, model.ErrNotFound) {
		t.Error(err)
	}
	if _, err := s.AddProject(ctx, model.Project{Name: "乙", CustomerID: p.CustomerID, TemplateID: 99}); !errors.Is(err, model.ErrNotFound) {
		t.Error(err)
	}
	stale := item(t, reload(t, s, p.ID), "指定承办人")
	if _, err := s.SetProgress(ctx, stale.ID, 10, ""); err != nil {
		t.Fatal(err)
	}
	stale.Person = "小陈"
	if _, err := s.SaveStep(ctx, stale); !errors.Is(err, model.ErrStale) {
		t.Error(err)
	}
}

func TestAProjectOnHoldAsksForNothing(t *testing.T) {
	s := open(t, "2026-11-23")
	ctx := context.Background()
	p := project(t, s, 1, model.Project{})
	rows := func() (n int) {
		day, err := s.Day(ctx, 0)
		if err != nil {
			t.Fatal(err)
		}
		for _, r := range model.Queue(day.Facts) {
			if r.Kind == model.RowStep {
				n++
			}
		}
		return n
	}
	if rows() != 1 {
		t.Errorf("%d rows", rows())
	}
	held, err := s.HoldProject(ctx, p.ID, "客户资金没到位")
	if err != nil || held.State != model.ProjectOnHold || held.StateOn != "2026-11-23" || rows() != 0 {
		t.Errorf("%+v %v, %d rows", held, err, rows())
	}
	if ids, err := s.ProjectList().IDs(ctx,
		model.Query{Filters: []model.Filter{{Field: "state", Op: model.OpIs, Value: "on_hold"}}}); err != nil || len(ids) != 1 {
		t.Error(ids, err)
	}
	if on, err := s.ResumeProject(ctx, p.ID, ""); err != nil || on.State != model.ProjectRunning || on.StateWhy != "" || rows() != 1 {
		t.Errorf("%+v %v", on, err)
	}
	if gone, err := s.CancelProject(ctx, p.ID, "客户改用别家"); err != nil || gone.State != model.ProjectCancelled || rows() != 0 {
		t.Errorf("%+v %v", gone, err)
	}
	if ids, err := s.ProjectList().IDs(ctx, model.Query{Preset: "running"}); err != nil || len(ids) != 0 {
		t.Error(ids, err)
	}
}

func TestFinishingAStepPutsTheNextOnToday(t *testing.T) {
	s := open(t, "2026-11-23")
	ctx := context.Background()
	p := project(t, s, 1, model.Project{})
	next := func() (int64, string) {
		day, err := s.Day(ctx, 0)
		if err != nil {
			t.Fatal(err)
		}
		for _, r := range model.Queue(day.Facts) {
			if r.Kind == model.RowStep {
				return r.Record, r.Reason.Args[0]
			}
		}
		return 0, ""
	}
	var went []string
	for range 40 {
		id, title := next()
		if id == 0 {
			break
		}
		went = append(went, title)
		var err error
		if it := item(t, reload(t, s, p.ID), title); it.Kind == model.StepDecision {
			_, err = s.Decide(ctx, id, true, "")
		} else {
			_, err = s.TickItem(ctx, id, "")
		}
		if err != nil {
			t.Fatal(title, err)
		}
	}
	if p = reload(t, s, p.ID); len(went) != 18 || went[0] != "业务接洽记录" || went[17] != "是否受理" || p.State != model.ProjectDone {
		t.Errorf("%d: %v, %s", len(went), went, p.State)
	}
}

func TestOrdersTakeAProjectToItsEnd(t *testing.T) {
	s := open(t, "2026-11-23")
	ctx := context.Background()
	takeForm(t, s, progressSample, model.ImportOptions{})
	p := finish(t, s, theProject(t, s), 9)
	if p.Stage != 10 {
		t.Fatalf("at %d", p.Stage)
	}
	fill := func(stage int64, orders ...model.OrderFacts) {
		t.Helper()
		if err := s.FillProject(ctx, p.ID, orders); err != nil {
			t.Fatal(err)
		}
		if got := reload(t, s, p.ID); got.Stage != stage {
			t.Errorf("at %d, want %d", got.Stage, stage)
		}
	}
	one := model.OrderFacts{OrderNo: "PO-1", OrderedOn: "2026-11-01"}
	two := model.OrderFacts{OrderNo: "PO-2", OrderedOn: "2026-11-10"}
	fill(11, one)
	fill(11, one, two)
	one.ShippedOn, one.ReceivedOn, one.ReconciledOn, one.InvoicedOn = "2026-11-05", "2026-11-08", "2026-11-09", "2026-11-09"
	fill(11, one, two)
	two.ReceivedOn, two.ReconciledOn, two.InvoicedOn = "2026-11-18", "2026-11-18", "2026-11-18"
	fill(12, one, two)
	one.Due, one.Collected, one.CollectedOn = 100, 100, "2026-11-20"
	fill(12, one, two)
	two.Due, two.RemindedOn, two.ChasedOn = 100, "2026-11-19", "2026-11-20"
	fill(13, one, two)
	two.Collected, two.CollectedOn = 100, "2026-11-22"
	fill(0, one, two)
	if got := reload(t, s, p.ID); got.State != model.ProjectDone {
		t.Error(got.State)
	}
	two.Collected = 50
	fill(13, one, two)
	fill(0, one)
	if got := reload(t, s, p.ID); len(got.Stages[12].Items) != 1 {
		t.Errorf("%d items of an order that is gone", len(got.Stages[12].Items))
	}
}

func TestTheListOfProjects(t *testing.T) {
	s := open(t, "2026-11-23")
	ctx := context.Background()
	p := project(t, s, 0, model.Project{Name: "手持终端", Lead: "王工"})
	q, err := s.AddProject(ctx, model.Project{Name: "扫码枪", CustomerID: p.CustomerID, TemplateID: 1, Lead: "李工", StartedOn: "2026-10-01"})
	if err != nil {
		t.Fatal(err)
	}
	p = finish(t, s, p, 2)
	for _, tt := range []struct {
		name string
		q    model.Query
		want []int64
	}{
		{"furthest first", model.Query{}, []int64{p.ID, q.ID}}, {"by name", model.Query{Sort: "name", Desc: true},
			[]int64{q.ID, p.ID}},
		{"by customer", model.Query{Sort: "customer"}, []int64{p.ID, q.ID}},
		{"searched", model.Query{Search: "扫码"}, []int64{q.ID}}, {"by lead", model.Query{Search: "王工"}, []int64{p.ID}},
		{"by the customer's pinyin", model.Query{Search: "hengji"}, []int64{p.ID, q.ID}},
		{"by stage", model.Query{Filters: []model.Filter{{Field: "stage", Op: model.OpIs, Value: "1"}}}, []int64{q.ID}},
		{"of another customer", model.Query{Filters: []model.Filter{{Field: "customer_id", Op: model.OpIs, Value: "99"}}}, nil},
	} {
		got, err := s.ProjectList().IDs(ctx, tt.q)
		if err != nil || !slices.Equal(got, tt.want) {
			t.Errorf("%s: %v, want %v; %v", tt.name, got, tt.want, err)
		}
	}
	rows, err := s.ProjectList().Rows(ctx, []int64{q.ID, 99, p.ID}, false)
	if err != nil || len(rows) != 2 || rows[0].Name != "扫码枪" || rows[0].Now.Stages[0].Cell != model.CellLate || rows[1].Now.Current != 2 ||
		rows[0].Customer != "佛山恒基板材有限公司" {
		t.Errorf("%+v %v", rows, err)
	}
	if _, err := s.ProjectList().IDs(ctx, model.Query{Sort: "moon"}); !refusedAs(err, model.RefusedOption) {
		t.Error(err)
	}
	if err := s.RemoveProject(ctx, p.ID); err != nil {
		t.Fatal(err)
	}
	if _, err := s.ProjectOf(ctx, p.ID); !errors.Is(err, model.ErrNotFound) {
		t.Error(err)
	}
	if _, err := s.Undo(ctx); err != nil {
		t.Fatal(err)
	}
	sameProject(t, reload(t, s, p.ID), p)
}
