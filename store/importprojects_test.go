package store

import (
	"context"
	"path/filepath"
	"slices"
	"testing"

	"github.com/xuri/excelize/v2"

	"genjin/model"
)

const progressSample = "files/testdata/oem-progress.xlsx"

// takeForm takes a file into a store.
func takeForm(t *testing.T, s *Store, path string, o model.ImportOptions) model.Preview {
	t.Helper()
	ctx := context.Background()
	p, err := s.PreviewImport(ctx, path, o)
	if err != nil {
		t.Fatal(err)
	}
	for _, row := range p.Rows {
		if row.Err != nil {
			t.Errorf("row %d %s: %v", row.Row, row.Title, row.Err)
		}
	}
	if _, err := s.Import(ctx, p, false); err != nil {
		t.Fatal(err)
	}
	return p
}

// theProject is the one project of a store.
func theProject(t *testing.T, s *Store) model.ProjectOf {
	t.Helper()
	ids, err := s.ProjectList().IDs(context.Background(), model.Query{})
	if err != nil || len(ids) != 1 {
		t.Fatal(ids, err)
	}
	return reload(t, s, ids[0])
}

func TestTheProgressFormBecomesAProject(t *testing.T) {
	s := open(t, "2026-11-23")
	ctx := context.Background()
	preview := takeForm(t, s, progressSample, model.ImportOptions{})
	if preview.Document != model.DocumentProject || preview.Count(model.ResultNew) != 1 {
		t.Fatalf("%s, %d new", preview.Document, preview.Count(model.ResultNew))
	}
	p := theProject(t, s)
	if p.Name != "手持终端OEM-01" || p.Customer != "佛山恒基板材有限公司" || p.Lead != "王工" || p.StartedOn != "2026-09-01" {
		t.Errorf("%+v", p.Project)
	}
	if p.Stages[p.Now.Current].Name != "研发" || p.StageOn != "2026-09-20" || p.Now.Days != 64 {
		t.Errorf("at %s since %s, %d days", p.Stages[p.Now.Current].Name, p.StageOn, p.Now.Days)
	}
	for title, want := range map[string]struct {
		progress int64
		status   string
	}{"电池": {60, "送样认证中"}, "软件": {80, "V0.9提测"}, "结构设计": {70, "T1试模完成"}} {
		it := item(t, p, title)
		if it.Progress != want.progress || it.Status != want.status || it.State != model.ItemDoing {
			t.Errorf("%s: %d %% %q %s", title, it.Progress, it.Status, it.State)
		}
	}
	if p.LeadTime != 45 || p.Quote != 12850 || p.Currency != "USD" || p.Form != model.FormFinished || p.NewMould != model.AnswerYes ||
		p.Feasible != model.AnswerYes {
		t.Errorf("%+v", p.Project)
	}
	if terms, err := model.ParseTerms(p.Terms); err != nil || len(terms.Instalments) != 3 {
		t.Error(terms, err)
	}
	if got := item(t, p, "客户提供结构设计文档").State; got != model.ItemNA {
		t.Errorf("an item that the form lacks is %s", got)
	}
	for _, title := range []string{"确认收货", "对账", "开票", "到期前提醒", "回款确认"} {
		if got := item(t, p, title).State; got != model.ItemTodo {
			t.Errorf("%s is %s", title, got)
		}
	}
	again, err := s.PreviewImport(ctx, progressSample, model.ImportOptions{})
	if err != nil || !again.IsIdle() || again.Count(model.ResultUnchanged) != 1 {
		t.Error(again.Rows, err)
	}
	if again, err = s.PreviewImport(ctx, progressSample, model.ImportOptions{OnDuplicate: model.DuplicateUpdate}); err != nil ||
		!again.IsIdle() {
		t.Errorf("%+v %v", again.Rows, err)
	}
	if _, err := s.Undo(ctx); err != nil {
		t.Fatal(err)
	}
	if ids, err := s.ProjectList().IDs(ctx, model.Query{}); err != nil || len(ids) != 0 {
		t.Error(ids, err)
	}
}

// cellsOf are a workbook's first sheet, without empty cells at the ends of rows.
func cellsOf(t *testing.T, path string) [][]string {
	t.Helper()
	f, err := excelize.OpenFile(path)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	rows, err := f.GetRows(f.GetSheetName(0))
	if err != nil {
		t.Fatal(err)
	}
	for i := range rows {
		for len(rows[i]) > 0 && rows[i][len(rows[i])-1] == "" {
			rows[i] = rows[i][:len(rows[i])-1]
		}
	}
	return rows
}

// form writes a project's progress form.
func form(t *testing.T, s *Store, id int64, lang string) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), "progress.xlsx")
	if _, err := s.Export(context.Background(), path, model.Export{Kind: model.ExportProgress, IDs: []int64{id}, Lang: lang}); err != nil {
		t.Fatal(err)
	}
	return path
}

// normal is a project as texts, without ids and instants, and without what
// isn't needed.
func normal(p model.ProjectOf) []string {
	lines := []string{p.Customer, p.Template}
	for _, f := range model.ProjectFields {
		if !slices.Contains([]string{"customer_id", "template_id", "state_on"}, f.Code) {
			lines = append(lines, f.Code+"="+f.Get(&p.Project))
		}
	}
	for _, st := range p.Stages {
		for i := range st.Items {
			it := &st.Items[i]
			if it.State == model.ItemNA {
				continue
			}
			line := st.Name
			for _, f := range model.ProjectItemFields {
				if !slices.Contains([]string{"customer_id", "project_id", "stage_id", "seq", "filled"}, f.Code) {
					line += " " + f.Code + "=" + f.Get(it)
				}
			}
			lines = append(lines, line)
		}
	}
	slices.Sort(lines[2:])
	return lines
}

func sameProject(t *testing.T, got, want model.ProjectOf) {
	t.Helper()
	a, b := normal(got), normal(want)
	for _, line := range a {
		if !slices.Contains(b, line) {
			t.Errorf("only after: %s", line)
		}
	}
	for _, line := range b {
		if !slices.Contains(a, line) {
			t.Errorf("only before: %s", line)
		}
	}
	if len(a) != len(b) {
		t.Errorf("%d lines, want %d", len(a), len(b))
	}
}

func TestTheExportOfTheSampleIsTheSample(t *testing.T) {
	s := open(t, "2026-11-23")
	takeForm(t, s, progressSample, model.ImportOptions{})
	p := theProject(t, s)
	path := form(t, s, p.ID, "zh")
	got, want := cellsOf(t, path), cellsOf(t, progressSample)
	for i := range max(len(got), len(want)) {
		var g, w []string
		if i < len(got) {
			g = got[i]
		}
		if i < len(want) {
			w = want[i]
		}
		if !slices.Equal(g, w) {
			t.Errorf("row %d: %q, want %q", i+1, g, w)
		}
	}
	for _, lang := range []string{"zh", "en"} {
		other := open(t, "2026-11-23")
		takeForm(t, other, form(t, s, p.ID, lang), model.ImportOptions{})
		sameProject(t, theProject(t, other), p)
	}
}

func TestAnyProjectComesBackFromItsForm(t *testing.T) {
	for _, template := range []int{0, 1} {
		for _, lang := range []string{"zh", "en"} {
			s := open(t, "2026-11-23")
			p := busy(t, s, template)
			other := open(t, "2026-11-23")
			takeForm(t, other, form(t, s, p.ID, lang), model.ImportOptions{})
			sameProject(t, theProject(t, other), p)
		}
	}
}

// busy is a project that much has happened to.
func busy(t *testing.T, s *Store, template int) model.ProjectOf {
	t.Helper()
	ctx := context.Background()
	p := project(t, s, template, model.Project{
		Name: "扫码枪 2 期", Lead: "李工", Form: model.FormBare, NewMould: model.AnswerNo, Software: "多语言", Feasible: model.AnswerYes,
		Demands: "外壳防水\n跌落 1.5 米",
		Spec:    "IP65", Terms: "月结30天", Currency: "CNY", Quote: 123456, LeadTime: 30, Brief: "二期", Risks: "芯片缺货",
		StartedOn: "2026-08-01", TargetOn: "2027-02-01", Remark: "重点",
	})
	p = finish(t, s, p, 1)
	do := func(_ model.ProjectItem, err error) {
		t.Helper()
		if err != nil {
			t.Fatal(err)
		}
	}
	open := p.Now.Stages[p.Now.Current].Items
	do(s.SetProgress(ctx, open[0].ID, 40, "做了一半\n还有一半"))
	do(s.Block(ctx, open[len(open)-1].ID, "等资料"))
	do(s.AddStep(ctx, model.ProjectItem{StageID: open[0].StageID, StepPlan: model.StepPlan{Title: "另加的一项", Department: "外协厂"},
		Person: "小陈", PlannedOn: "2026-12-01", Attachment: "图纸.pdf"}))
	last := p.Stages[len(p.Stages)-1]
	do(s.AddStep(ctx, model.ProjectItem{StageID: last.ID, StepPlan: model.StepPlan{Title: "归档"}}))
	return reload(t, s, p.ID)
}

func TestAFailedTestComesBackFromItsFormWithBothRounds(t *testing.T) {
	s := open(t, "2026-11-23")
	ctx := context.Background()
	p := finish(t, s, project(t, s, 0, model.Project{}), 6)
	if _, err := s.Decide(ctx, item(t, p, "是否满足量产").ID, false, "跌落测试不过"); err != nil {
		t.Fatal(err)
	}
	p = reload(t, s, p.ID)
	other := open(t, "2026-11-23")
	takeForm(t, other, form(t, s, p.ID, "zh"), model.ImportOptions{})
	again := theProject(t, other)
	sameProject(t, again, p)
	if again.Round != 2 || again.Stage != 5 {
		t.Errorf("round %d, stage %d", again.Round, again.Stage)
	}
}

// TestAFailedTestReopensAlsoWhenAFormBringsIt: a later version of the form says
// that the pilot test failed (rule 2.7); taken twice, it reopens once.
func TestAFailedTestReopensAlsoWhenAFormBringsIt(t *testing.T) {
	s := open(t, "2026-11-23")
	ctx := context.Background()
	rows := func(answer, software any, day string) [][]any {
		return formOf([]any{"产品研发阶段", "电池", "", "研发部", "100%", "2026-10-01"}, []any{"", "软件", "", "研发部", software, ""},
			[]any{"小批量试产", "试产计划", "", "试制部", "100%", "2026-10-10"}, []any{"试产产品测试结论", "是否满足量产", answer, "品质部",
				map[bool]string{true: "100%"}[answer != ""], day},
			[]any{"产线进行试产总结", "问题与修改意见", "", "工程部", "", ""})
	}
	update := model.ImportOptions{OnDuplicate: model.DuplicateUpdate}
	takeForm(t, s, sheetOf(t, rows("", "100%", "")), model.ImportOptions{})
	if p := theProject(t, s); p.Stage != 7 || p.Round != 1 {
		t.Fatalf("stage %d, round %d", p.Stage, p.Round)
	}
	failed := sheetOf(t, rows("不满足量产", "100%", "2026-11-20"))
	preview := takeForm(t, s, failed, update)
	at := slices.IndexFunc(preview.Rows, func(r model.PreviewRow) bool { return r.Record == model.RowOfProject })
	if got := preview.Rows[at].Changes; !slices.Contains(got, model.FieldChange{Field: "round", Before: "1", After: "2"}) {
		t.Errorf("the preview says %+v", got)
	}
	p := theProject(t, s)
	if p.Stage != 5 || p.Round != 2 || p.StageOn != "2026-11-20" || p.State != model.ProjectRunning {
		t.Errorf("stage %d since %s, round %d, %s", p.Stage, p.StageOn, p.Round, p.State)
	}
	if again, err := s.PreviewImport(ctx, failed, update); err != nil || !again.IsIdle() {
		t.Errorf("%+v %v", again.Rows, err)
	}
	path := form(t, s, p.ID, "zh")
	if again, err := s.PreviewImport(ctx, path, update); err != nil || !again.IsIdle() {
		t.Errorf("%+v %v", again.Rows, err)
	}
	other := open(t, "2026-11-23")
	takeForm(t, other, path, model.ImportOptions{})
	sameProject(t, theProject(t, other), p)

	takeForm(t, s, sheetOf(t, rows("不满足量产", "40%", "2026-11-22")), update)
	if p = theProject(t, s); p.Stage != 5 || p.Round != 3 {
		t.Errorf("failed again: stage %d, round %d", p.Stage, p.Round)
	}
	for range 2 {
		if _, err := s.Undo(ctx); err != nil {
			t.Fatal(err)
		}
	}
	if p = theProject(t, s); p.Stage != 7 || p.Round != 1 {
		t.Errorf("undone: stage %d, round %d", p.Stage, p.Round)
	}
}
