package store

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"genjin/model"
)

func TestAReportIsKeptOncePerPeriod(t *testing.T) {
	s := open(t, "2026-11-30")
	ctx := context.Background()
	if _, err := s.KeptReport(ctx, model.ReportMonthly, "2026-11"); !errors.Is(err, model.ErrNotFound) {
		t.Fatalf("before any was kept: %v", err)
	}
	first, err := s.KeepReport(ctx, model.KeptReport{Kind: model.ReportMonthly, Period: "2026-11", Text: "一"})
	if err != nil || first.ID == 0 || first.KeptOn != s.Today() {
		t.Fatalf("%+v %v", first, err)
	}
	if _, err := s.KeepReport(ctx, model.KeptReport{Kind: model.ReportDaily, Period: "2026-11-30", Text: "日"}); err != nil {
		t.Fatal(err)
	}
	again, err := s.KeepReport(ctx, model.KeptReport{Kind: model.ReportMonthly, Period: "2026-11", Text: "二", GivenTo: "王总"})
	if err != nil || again.ID != first.ID {
		t.Fatalf("%+v %v", again, err)
	}
	first.Text = "晚了"
	if _, err := s.KeepReport(ctx, first); !errors.Is(err, model.ErrStale) {
		t.Errorf("a text read before the last change was written over it: %v", err)
	}
	if ids, err := s.ItemList("report").IDs(ctx, model.Query{}); err != nil || len(ids) != 2 {
		t.Errorf("%v %v", ids, err)
	}
	for _, r := range []model.KeptReport{
		{Kind: model.ReportMonthly, Period: "2026-11"}, {Kind: "年终", Period: "2026", Text: "x"}, {Kind: "daily", Period: "昨天", Text: "x"},
	} {
		if _, err := s.KeepReport(ctx, r); err == nil {
			t.Errorf("%+v was kept", r)
		}
	}
	if _, err := s.Undo(ctx); err != nil {
		t.Fatal(err)
	}
	if kept, err := s.KeptReport(ctx, model.ReportMonthly, "2026-11"); err != nil || kept.Text != "一" || kept.GivenTo != "" {
		t.Errorf("after undo: %+v %v", kept, err)
	}
}

func TestAKeptReportIsPrinted(t *testing.T) {
	s := open(t, "2026-11-30")
	r := model.KeptReport{Kind: model.ReportMonthly, Period: "2026-11", KeptOn: "2026-11-30", GivenTo: "王总", Text: "标题\n\n做了 <b>很多</b>"}
	for ext, want := range map[string]string{"html": "<pre>做了 &lt;b&gt;很多", "md": "标题\n\n做了 <b>很多</b>\n", "txt": "交给:王总"} {
		path := filepath.Join(t.TempDir(), "a."+ext)
		if err := s.ExportKept(context.Background(), path, r, "zh"); err != nil {
			t.Fatal(err)
		}
		if text, _ := os.ReadFile(path); !strings.Contains(string(text), want) {
			t.Errorf("%s: %s", ext, text)
		}
	}
	if err := s.ExportKept(context.Background(), filepath.Join(t.TempDir(), "a.docx"), r, "zh"); !errors.Is(err, model.ErrFileFormat) {
		t.Errorf("docx: %v", err)
	}
}
