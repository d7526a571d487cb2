package store

import (
	"context"
	"errors"
	"fmt"
	"testing"

	"genjin/model"
)

// project makes a customer with a project of the n-th built-in template.
func project(t *testing.T, s *Store, n int, p model.Project) model.ProjectOf {
	t.Helper()
	ctx := context.Background()
	c, err := s.AddCustomer(ctx, model.Customer{Name: "佛山恒基板材有限公司"})
	if err != nil {
		t.Fatal(err)
	}
	list, err := s.Templates(ctx, model.ForProjects)
	if err != nil || len(list) != 2 {
		t.Fatal(list, err)
	}
	p.CustomerID, p.TemplateID = c.ID, list[n].ID
	if p.Name == "" {
		p.Name = "手持终端OEM-01"
	}
	if p, err = s.AddProject(ctx, p); err != nil {
		t.Fatal(err)
	}
	return reload(t, s, p.ID)
}

func reload(t *testing.T, s *Store, id int64) model.ProjectOf {
	t.Helper()
	p, err := s.ProjectOf(context.Background(), id)
	if err != nil {
		t.Fatal(err)
	}
	return p
}

// item finds the latest item of a title.
func item(t *testing.T, p model.ProjectOf, title string) model.ProjectItem {
	t.Helper()
	var found model.ProjectItem
	for _, st := range p.Stages {
		for _, it := range st.Items {
			if it.Title == title && it.Round >= found.Round {
				found = it
			}
		}
	}
	if found.ID == 0 {
		t.Fatal("no item " + title)
	}
	return found
}

// finish ticks everything open up to a stage.
func finish(t *testing.T, s *Store, p model.ProjectOf, upTo int64) model.ProjectOf {
	t.Helper()
	ctx := context.Background()
	for _, st := range p.Now.Stages {
		for _, it := range st.Items {
			if st.Seq > upTo || it.Over() {
				continue
			}
			var err error
			if it.Kind == model.StepDecision {
				_, err = s.Decide(ctx, it.ID, true, "")
			} else {
				_, err = s.TickItem(ctx, it.ID, "")
			}
			if err != nil {
				t.Fatal(it.Title, err)
			}
		}
	}
	return reload(t, s, p.ID)
}

func TestAProjectGoesThroughItsStages(t *testing.T) {
	s := open(t, "2026-11-23")
	p := project(t, s, 0, model.Project{Form: model.FormFinished, NewMould: model.AnswerYes})
	if len(p.Stages) != 13 || p.Stage != 1 || p.State != model.ProjectRunning || p.StartedOn != s.Today() {
		t.Fatalf("%d stages, at %d, %s, %s", len(p.Stages), p.Stage, p.State, p.StartedOn)
	}
	p = finish(t, s, p, 13)
	if p.State != model.ProjectDone || p.Stage != 0 || p.Now.Current != -1 {
		t.Errorf("%s at %d", p.State, p.Stage)
	}
}

func TestAStageBehindAGateWaits(t *testing.T) {
	s := open(t, "2026-11-23")
	p := project(t, s, 0, model.Project{})
	var fe *model.FieldError
	if _, err := s.TickItem(context.Background(), item(t, p, "电池").ID, ""); !errors.As(err, &fe) || fe.Code != model.RefusedGate ||
		fe.Args[0] != "产品立项" {
		t.Error(err)
	}
}

func TestAFailedPilotTestReopensDevelopment(t *testing.T) {
	s := open(t, "2026-11-23")
	ctx := context.Background()
	p := finish(t, s, project(t, s, 0, model.Project{}), 6)
	if p.Stage != 7 {
		t.Fatalf("at %d", p.Stage)
	}
	if _, err := s.Decide(ctx, item(t, p, "是否满足量产").ID, false, "跌落测试不过"); err != nil {
		t.Fatal(err)
	}
	p = reload(t, s, p.ID)
	if p.Stage != 5 || p.Round != 2 {
		t.Fatalf("at %d, round %d", p.Stage, p.Round)
	}
	st := p.Now.Stages[4]
	if len(st.Items) != 3 || len(st.Earlier) != 3 || st.Earlier[0].State != model.ItemDone || st.Items[0].State != model.ItemTodo {
		t.Errorf("%+v", st)
	}
	if p.Notes[0].Kind != model.NoteNo || p.Notes[0].Round != 1 {
		t.Errorf("%+v", p.Notes[0])
	}
	if _, err := s.Undo(ctx); err != nil {
		t.Fatal(err)
	}
	if p = reload(t, s, p.ID); p.Stage != 7 || p.Round != 1 || len(p.Now.Stages[4].Earlier) != 0 {
		t.Errorf("after undo at %d, round %d", p.Stage, p.Round)
	}
}

func TestItemsFollowTheFactTheyDependOn(t *testing.T) {
	s := open(t, "2026-11-23")
	ctx := context.Background()
	p := project(t, s, 0, model.Project{NewMould: model.AnswerNo})
	if got := item(t, p, "客户提供结构设计文档").State; got != model.ItemNA {
		t.Fatal(got)
	}
	p.NewMould = model.AnswerYes
	if _, err := s.SaveProject(ctx, p.Project); err != nil {
		t.Fatal(err)
	}
	if got := item(t, reload(t, s, p.ID), "客户提供结构设计文档").State; got != model.ItemTodo {
		t.Error(got)
	}
	if _, err := s.Undo(ctx); err != nil {
		t.Fatal(err)
	}
	if got := item(t, reload(t, s, p.ID), "客户提供结构设计文档").State; got != model.ItemNA {
		t.Error(got)
	}
}

func TestTodayReadsAPartOfAProjectAndSaysTheSame(t *testing.T) {
	s := open(t, "2026-11-23")
	ctx := context.Background()
	if err := s.FillDemo(ctx, model.DemoSize{Customers: 200}, 1, nil); err != nil {
		t.Fatal(err)
	}
	ids, err := s.ProjectList().IDs(ctx, model.Query{Preset: "running"})
	if err != nil || len(ids) == 0 {
		t.Fatal(ids, err)
	}
	for _, id := range ids {
		p := reload(t, s, id)
		for n, st := range p.Now.Stages {
			if n == p.Now.Current+1 && len(st.Items) > 0 { // begun ahead of its turn
				if _, err := s.Block(ctx, st.Items[0].ID, "等料"); err != nil {
					t.Fatal(err)
				}
			}
		}
	}
	part := model.Facts{Today: s.Today(), Settings: model.DefaultSettings()}
	if err := s.readProjects(ctx, &part, s.Today()); err != nil {
		t.Fatal(err)
	}
	whole := model.Facts{Today: s.Today(), Settings: model.DefaultSettings()}
	for _, p := range part.Projects {
		whole.Projects = append(whole.Projects, reload(t, s, p.ID).ProjectTree)
	}
	a, b := model.Queue(part), model.Queue(whole)
	if len(a) == 0 || len(a) != len(b) {
		t.Fatalf("%d rows, want %d", len(a), len(b))
	}
	for i := range a {
		if got, want := fmt.Sprint(a[i]), fmt.Sprint(b[i]); got != want {
			t.Errorf("%s\nwant %s", got, want)
		}
	}
}
