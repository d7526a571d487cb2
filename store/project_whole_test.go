package store

import (
	"context"
	"path/filepath"
	"testing"

	"genjin/model"
)

func TestProjectsAndTemplatesComeBackFromAllRecords(t *testing.T) {
	s := open(t, "2026-11-23")
	ctx := context.Background()
	p := busy(t, s, 0)
	own, err := s.CopyTemplate(ctx, 1, "我的流程")
	if err != nil {
		t.Fatal(err)
	}
	own.Stages = own.Stages[:6]
	own.Stages[0].Name, own.Stages[0].Days = "先谈清楚", 3
	if own, err = s.SaveTemplate(ctx, own); err != nil {
		t.Fatal(err)
	}
	mine, err := s.AddProject(ctx, model.Project{Name: "第二个", CustomerID: p.CustomerID, TemplateID: own.ID})
	if err != nil {
		t.Fatal(err)
	}
	if err := s.Handle(ctx, model.Row{Kind: model.RowStep, Record: p.Now.Stages[1].Items[0].ID, About: model.AboutStep,
		CustomerID: p.CustomerID, DueOn: "2026-11-20"}, "2026-12-01", ""); err != nil {
		t.Fatal(err)
	}
	path := filepath.Join(t.TempDir(), "all.json")
	if _, err := s.Export(ctx, path, model.Export{Kind: model.ExportAll}); err != nil {
		t.Fatal(err)
	}
	for _, used := range []bool{false, true} {
		other := open(t, "2026-11-23")
		if used {
			if _, err := other.AddCustomer(ctx, model.Customer{Name: "别的客户"}); err != nil {
				t.Fatal(err)
			}
			if _, err := other.CopyTemplate(ctx, 2, "占一个编号"); err != nil {
				t.Fatal(err)
			}
		}
		takeForm(t, other, path, model.ImportOptions{})
		for _, want := range []int64{p.ID, mine.ID} {
			kept := reload(t, s, want)
			same, err := other.ResolveProject(ctx, kept.Name)
			if err != nil {
				t.Fatal(err)
			}
			got := reload(t, other, same.ID)
			sameProject(t, got, kept)
			if len(got.Notes) != len(kept.Notes) || got.Template != kept.Template {
				t.Errorf("%d notes of %d, template %s of %s", len(got.Notes), len(kept.Notes), got.Template, kept.Template)
			}
		}
		var held int
		if err := other.db.QueryRow("SELECT count(*) FROM handled h JOIN project_item i ON i.id = h.record WHERE h.kind = 'oem_step' AND " +
			"h.until = '2026-12-01'").Scan(&held); err != nil || held != 1 {
			t.Errorf("%d put off, %v", held, err)
		}
		again, err := other.PreviewImport(ctx, path, model.ImportOptions{})
		if err != nil || again.CountRecords(model.ResultUnchanged, model.RowOfProject) != 2 {
			t.Errorf("%+v %v", again.Rows, err)
		}
	}
}
