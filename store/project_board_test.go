package store

import (
	"context"
	"errors"
	"slices"
	"testing"

	"genjin/model"
)

// owedByRnd: the development department has something open in the current stage.
var owedByRnd = []model.Filter{{Field: "owed", Op: model.OpIs, Value: "rnd"}}

// BenchmarkBoards is what the OEM tab loads beside a window of rows.
func BenchmarkBoards(b *testing.B) {
	s := manyProjects(b)
	ctx := context.Background()
	b.Run("board", func(b *testing.B) {
		for b.Loop() {
			if boards, err := s.Boards(ctx, model.Query{Preset: "running"}); err != nil || len(boards) != 1 {
				b.Fatal(boards, err)
			}
		}
	})
	b.Run("pressing", func(b *testing.B) {
		for b.Loop() {
			if _, err := s.ProjectList().IDs(ctx, model.Query{Sort: model.SortPressing}); err != nil {
				b.Fatal(err)
			}
		}
	})
	b.Run("owed", func(b *testing.B) {
		for b.Loop() {
			if _, err := s.ProjectList().IDs(ctx, model.Query{Preset: "running", Filters: owedByRnd}); err != nil {
				b.Fatal(err)
			}
		}
	})
	b.Run("count", func(b *testing.B) {
		for b.Loop() {
			if _, err := s.ProjectList().Sums(ctx, model.Query{Preset: "pressing"}); err != nil {
				b.Fatal(err)
			}
		}
	})
	b.Run("waiting", func(b *testing.B) {
		for b.Loop() {
			if _, err := s.WaitingRows(ctx); err != nil {
				b.Fatal(err)
			}
		}
	})
}

// working is a store with a customer and a project of the first template.
func working(t *testing.T) (*Store, model.Project) {
	t.Helper()
	s := open(t, "2026-11-23")
	c, err := s.AddCustomer(context.Background(), model.Customer{Name: "深圳蓝海"})
	if err != nil {
		t.Fatal(err)
	}
	return s, addProject(t, s, model.Project{Name: "手持终端", CustomerID: c.ID, TemplateID: 1, StartedOn: "2026-11-20"})
}

func addProject(t *testing.T, s *Store, p model.Project) model.Project {
	t.Helper()
	kept, err := s.AddProject(context.Background(), p)
	if err != nil {
		t.Fatal(err)
	}
	return kept
}

func projectOf(t *testing.T, s *Store, id int64) model.ProjectOf {
	t.Helper()
	p, err := s.ProjectOf(context.Background(), id)
	if err != nil {
		t.Fatal(err)
	}
	return p
}

func stageNames(p model.ProjectOf) []string {
	var names []string
	for _, st := range p.Stages {
		names = append(names, st.Name)
	}
	return names
}

func TestStagesAreAddedMovedRenamedAndTakenOut(t *testing.T) {
	s, p := working(t)
	ctx := context.Background()
	before := stageNames(projectOf(t, s, p.ID))
	test := projectOf(t, s, p.ID).Stages[6]
	if err := s.AddStage(ctx, model.ProjectStage{ProjectID: p.ID, StagePlan: model.StagePlan{Name: "样机确认", Days: 4}}, test.ID); err != nil {
		t.Fatal(err)
	}
	now := projectOf(t, s, p.ID)
	if now.Stages[7].Name != "样机确认" || now.Stages[7].Seq != 8 || now.Stages[8].Seq != 9 || now.Stages[6].Items[0].Reopens != 5 {
		t.Errorf("added: %v", stageNames(now))
	}
	added := now.Stages[7].ProjectStage
	added.Name = ""
	var fe *model.FieldError
	if err := s.SaveStage(ctx, added); !errors.As(err, &fe) || fe.Field != "name" {
		t.Errorf("a stage without a name: %v", err)
	}
	added.Name = "样机"
	if err := s.SaveStage(ctx, added); err != nil {
		t.Fatal(err)
	}
	if err := s.MoveStage(ctx, projectOf(t, s, p.ID).Stages[4].ID, -1); err != nil {
		t.Fatal(err)
	}
	now = projectOf(t, s, p.ID)
	if now.Stages[3].Name != "研发" || now.Stages[6].Items[0].Reopens != 4 || now.Stages[7].Name != "样机" {
		t.Errorf("moved: %v, a no reopens %d", stageNames(now), now.Stages[6].Items[0].Reopens)
	}
	if err := s.RemoveStage(ctx, now.Stages[3].ID); err != nil {
		t.Fatal(err)
	}
	now = projectOf(t, s, p.ID)
	if slices.Contains(stageNames(now), "研发") || now.Stages[5].Items[0].Reopens != 0 || len(now.Stages) != 13 {
		t.Errorf("taken out: %v", stageNames(now))
	}
	for range 4 {
		if _, err := s.Undo(ctx); err != nil {
			t.Fatal(err)
		}
	}
	now = projectOf(t, s, p.ID)
	if !slices.Equal(stageNames(now), before) || now.Stages[6].Items[0].Reopens != 5 || len(now.Stages[4].Items) != 3 {
		t.Errorf("undone: %v", stageNames(now))
	}
}

func TestTheLastStageStays(t *testing.T) {
	s, p := working(t)
	ctx := context.Background()
	for range 12 {
		if err := s.RemoveStage(ctx, projectOf(t, s, p.ID).Stages[0].ID); err != nil {
			t.Fatal(err)
		}
	}
	var fe *model.FieldError
	if err := s.RemoveStage(ctx, projectOf(t, s, p.ID).Stages[0].ID); !errors.As(err, &fe) || fe.Code != model.RefusedRequired {
		t.Errorf("the last one: %v", err)
	}
	if err := s.RemoveStage(ctx, 999); !errors.Is(err, model.ErrNotFound) {
		t.Errorf("none: %v", err)
	}
}

func TestItemsAreMovedWithinTheirStage(t *testing.T) {
	s, p := working(t)
	ctx := context.Background()
	titles := func() (list []string) {
		for _, it := range projectOf(t, s, p.ID).Stages[4].Items {
			list = append(list, it.Title)
		}
		return list
	}
	first := projectOf(t, s, p.ID).Stages[4].Items[0]
	for _, tc := range []struct {
		by   int
		want []string
	}{{-1, []string{"电池", "软件", "结构设计"}}, {1, []string{"软件", "电池", "结构设计"}}, {1, []string{"软件", "结构设计", "电池"}},
		{1, []string{"软件", "结构设计", "电池"}}} {
		if err := s.MoveStep(ctx, first.ID, tc.by); err != nil {
			t.Fatal(err)
		}
		if got := titles(); !slices.Equal(got, tc.want) {
			t.Errorf("by %d: %v, want %v", tc.by, got, tc.want)
		}
	}
}

func TestSettlingKeepsWhatWasFoundAndTicksAsOne(t *testing.T) {
	s, p := working(t)
	ctx := context.Background()
	it := projectOf(t, s, p.ID).Stages[0].Items[0]
	changed := projectOf(t, s, p.ID).Project
	changed.Form = model.FormPCBA
	if err := s.SettleItem(ctx, it.ID, changed); err != nil {
		t.Fatal(err)
	}
	now := projectOf(t, s, p.ID)
	if now.Form != model.FormPCBA || now.Stages[0].Items[0].State != model.ItemDone {
		t.Errorf("kept %s, %s", now.Form, now.Stages[0].Items[0].State)
	}
	if err := s.SettleItem(ctx, it.ID, changed); !errors.Is(err, model.ErrStale) {
		t.Errorf("an old copy: %v", err)
	}
	if _, err := s.Undo(ctx); err != nil {
		t.Fatal(err)
	}
	if now = projectOf(t, s, p.ID); now.Form != "" || now.Stages[0].Items[0].State != model.ItemTodo {
		t.Errorf("undone %s, %s", now.Form, now.Stages[0].Items[0].State)
	}
}

func TestTheMostPressingStandFirst(t *testing.T) {
	s, p := working(t)
	ctx := context.Background()
	calm := addProject(t, s, model.Project{Name: "不急", CustomerID: p.CustomerID, TemplateID: 1, StartedOn: "2026-11-22"})
	late := addProject(t, s, model.Project{Name: "超期", CustomerID: p.CustomerID, TemplateID: 1, StartedOn: "2026-11-01"})
	blocked := addProject(t, s, model.Project{Name: "受阻", CustomerID: p.CustomerID, TemplateID: 2, StartedOn: "2026-11-23"})
	if _, err := s.Block(ctx, projectOf(t, s, blocked.ID).Stages[0].Items[0].ID, "缺资料"); err != nil {
		t.Fatal(err)
	}
	it := projectOf(t, s, calm.ID).Stages[0].Items[0]
	it.PlannedOn = "2026-11-20"
	if _, err := s.SaveStep(ctx, it); err != nil {
		t.Fatal(err)
	}
	ids, err := s.ProjectList().IDs(ctx, model.Query{Sort: model.SortPressing})
	if want := []int64{blocked.ID, late.ID, calm.ID, p.ID}; err != nil || !slices.Equal(ids, want) {
		t.Errorf("%v, %v; want %v", ids, err, want)
	}
	sums, err := s.ProjectList().Sums(ctx, model.Query{Preset: "pressing"})
	if err != nil || len(sums) != 1 || sums[0].Count != 3 {
		t.Errorf("%+v, %v", sums, err)
	}
	if ids, err = s.ProjectList().IDs(ctx, model.Query{Preset: "pressing"}); err != nil || len(ids) != 3 {
		t.Errorf("pressing: %v, %v", ids, err)
	}
	if ids, err = s.ProjectList().IDs(ctx, model.Query{Preset: "running", Filters: owedByRnd}); err != nil || len(ids) != 3 {
		t.Errorf("owed by R&D: %v, %v", ids, err)
	}
	for _, row := range []int64{blocked.ID, late.ID, calm.ID, p.ID} {
		rows, err := s.ProjectList().Rows(ctx, []int64{row}, false)
		if err != nil {
			t.Fatal(err)
		}
		worst := model.CellDoing
		for _, st := range rows[0].Now.Stages {
			if st.Cell == model.CellBlocked || st.Cell == model.CellLate {
				worst = st.Cell
			}
		}
		if got := rows[0].Cell(s.Today()); got != worst {
			t.Errorf("%s: kept as %s, stands as %s", rows[0].Name, got, worst)
		}
	}
}

func TestTheBoardHasTheStagesOfEachTemplate(t *testing.T) {
	s, p := working(t)
	ctx := context.Background()
	other := addProject(t, s, model.Project{Name: "受理", CustomerID: p.CustomerID, TemplateID: 2, StartedOn: "2026-11-23"})
	own := addProject(t, s, model.Project{Name: "自己的阶段", CustomerID: p.CustomerID, TemplateID: 1, StartedOn: "2026-11-23"})
	if err := s.AddStage(ctx, model.ProjectStage{ProjectID: own.ID, StagePlan: model.StagePlan{Name: "样机确认"}},
		projectOf(t, s, own.ID).Stages[4].ID); err != nil {
		t.Fatal(err)
	}
	boards, err := s.Boards(ctx, model.Query{Preset: "running"})
	if err != nil || len(boards) != 2 {
		t.Fatal(boards, err)
	}
	var names []string
	for _, c := range boards[0].Columns {
		names = append(names, c.Name)
	}
	if len(names) != 14 || names[4] != "研发" || names[5] != "样机确认" || names[6] != "小批量试产" {
		t.Errorf("stages %v", names)
	}
	if boards[0].Projects != 2 || len(boards[0].Columns[0].Cards) != 2 || boards[1].Columns[0].Cards[0].ID != other.ID {
		t.Errorf("%+v", boards)
	}
	if _, err := s.HoldProject(ctx, other.ID, "等客户"); err != nil {
		t.Fatal(err)
	}
	if boards, err = s.Boards(ctx, model.Query{Preset: "running"}); err != nil || len(boards) != 1 {
		t.Errorf("on hold it stays on the board: %v, %v", boards, err)
	}
}

func TestWhatIsWaitedFor(t *testing.T) {
	s, p := working(t)
	ctx := context.Background()
	changed := projectOf(t, s, p.ID).Project
	changed.NewMould = model.AnswerYes
	if _, err := s.SaveProject(ctx, changed); err != nil {
		t.Fatal(err)
	}
	stage := projectOf(t, s, p.ID).Stages[0]
	if _, err := s.Block(ctx, stage.Items[5].ID, "芯片缺货"); err != nil {
		t.Fatal(err)
	}
	files := stage.Items[3]
	files.PlannedOn = "2026-11-30"
	if _, err := s.SaveStep(ctx, files); err != nil {
		t.Fatal(err)
	}
	rows, err := s.WaitingRows(ctx)
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, r := range rows {
		got = append(got, r.About+" "+r.Reason.Args[0]+" "+string(r.DueOn))
	}
	want := []string{"blocked 软件定制 2026-11-23", "waiting 客户提供ID外观设计 2026-11-23", "waiting 客户提供丝印文档 2026-11-23",
		"waiting 客户提供结构设计文档 2026-11-30"}
	if !slices.Equal(got, want) {
		t.Errorf("%v\nwant %v", got, want)
	}
}
