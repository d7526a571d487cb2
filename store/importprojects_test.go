package store

import (
	"context"
	"testing"

	"genjin/model"
)

const progressSample = "exchange/testdata/oem-progress.xlsx"

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
	ids, err := s.ProjectIDs(context.Background(), model.ProjectQuery{})
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
	if p.LeadTime != 45 || p.Quote != 12850 || p.Currency != "USD" || p.Form != model.FormFinished || p.NewMould != model.AnswerYes || p.Feasible != model.AnswerYes {
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
	if again, err = s.PreviewImport(ctx, progressSample, model.ImportOptions{OnDuplicate: model.DuplicateUpdate}); err != nil || !again.IsIdle() {
		t.Errorf("%+v %v", again.Rows, err)
	}
	if _, err := s.Undo(ctx); err != nil {
		t.Fatal(err)
	}
	if ids, err := s.ProjectIDs(ctx, model.ProjectQuery{}); err != nil || len(ids) != 0 {
		t.Error(ids, err)
	}
}
