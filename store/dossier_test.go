package store

import (
	"bytes"
	"context"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"genjin/model"
)

// The papers of 项目受理: filled in, each ticks its step off; undone, it is open
// again.
func TestTheFormsOfAProjectTickItsSteps(t *testing.T) {
	ctx := context.Background()
	s := open(t, "2026-11-23")
	zh := func(zh, _ string) string { return zh }
	c, err := s.AddCustomer(ctx, model.Customer{Name: "佛山恒基板材有限公司", Kind: "company"})
	if err != nil {
		t.Fatal(err)
	}
	p, err := s.AddProject(ctx, model.Project{Name: "恒基担保", CustomerID: c.ID, TemplateID: 2})
	if err != nil {
		t.Fatal(err)
	}
	done := func(title string) bool {
		of, err := s.ProjectOf(ctx, p.ID)
		if err != nil {
			t.Fatal(err)
		}
		for _, st := range of.Stages {
			for _, it := range st.Items {
				if it.Title == title {
					return it.State == model.ItemDone
				}
			}
		}
		t.Fatal("no step " + title)
		return false
	}
	keep := func(record string, values map[string]string) model.Item {
		it, err := s.SaveItem(ctx, model.Item{Record: record, CustomerID: c.ID, Values: values})
		if err != nil {
			t.Fatal(err)
		}
		return it
	}
	keep("minutes", map[string]string{"template": "intake", "answers": "【主营业务】"})
	if done("业务接洽记录") {
		t.Error("no question is answered")
	}
	keep("minutes", map[string]string{"template": "intake", "answers": "【主营业务】板材"})
	if !done("业务接洽记录") {
		t.Error("the minutes are filled in")
	}
	if _, err := s.Undo(ctx); err != nil || done("业务接洽记录") {
		t.Error("undone", err)
	}
	keep("lookup", map[string]string{"subject": "company", "source": "企查查", "result": "存续"})
	if !done("信息查询:企业") || done("信息查询:行业") {
		t.Error("one look-up is there")
	}
	lists, err := s.Templates(ctx, model.ForDocuments)
	if err != nil {
		t.Fatal(err)
	}
	n, err := s.ListDocuments(ctx, c.ID, lists[0].ID, zh)
	again, err2 := s.ListDocuments(ctx, c.ID, lists[0].ID, zh)
	if err != nil || err2 != nil || n != 28 || again != 0 {
		t.Fatal(n, again, err, err2)
	}
	papers, err := s.Items(ctx, "document", c.ID)
	if err != nil {
		t.Fatal(err)
	}
	var wanted []model.Item
	for _, it := range papers {
		if it.Values["required"] != "" {
			it.Values = map[string]string{"received_on": "2026-11-23", "expires_on": "2026-12-01"}
			wanted = append(wanted, it)
		}
	}
	if err := s.SaveItems(ctx, wanted[1:]); err != nil || done("资料归档清单") {
		t.Error("one paper is missing", err)
	}
	if err := s.SaveItems(ctx, wanted[:1]); err != nil || !done("资料归档清单") {
		t.Error("all papers are there", err)
	}
	if rows := queueOf(t, s, "2026-11-23", model.RowPaper); len(rows) != len(wanted) || rows[0].DaysLate != -8 {
		t.Errorf("%d rows of %d papers", len(rows), len(wanted))
	}
	printedPapers(t, s, c.ID)
}

// printedPapers are the papers of a dossier as files.
func printedPapers(t *testing.T, s *Store, customer int64) {
	for kind, want := range map[string][]string{
		model.ExportPapers:     {"资料归档清单", "担保项目资料归档清单", "营业执照(正副本)", "归档人(签字)"},
		model.ExportHandedOver: {"资料交接清单", "接收人(签字)", "一式两份"},
		model.ExportMinutes:    {"业务接洽记录", "主营业务", "记录人(签字)"},
	} {
		path := filepath.Join(t.TempDir(), "p.html")
		if _, err := s.Export(context.Background(), path, model.Export{Kind: kind, IDs: []int64{customer}, Lang: "zh"}); err != nil {
			t.Fatal(kind, err)
		}
		page, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		for _, text := range want {
			if !bytes.Contains(page, []byte(text)) {
				t.Errorf("%s lacks %s", kind, strings.TrimSpace(text))
			}
		}
	}
}
