package reports

import (
	"context"
	"errors"
	"fmt"
	"path/filepath"
	"strings"

	tea "charm.land/bubbletea/v2"

	"genjin/model"
	"genjin/model/label"

	"genjin/tui/ask"
	"genjin/tui/kit"
)

// fill asks into which workbook of the person's the page goes, and where that is
// written; the one that was used last is offered.
func (s *Screen) fill() tea.Cmd {
	p, span := s.page(), s.page().span(s.store.Today())
	return func() tea.Msg {
		template, err := s.store.ReportTemplate(context.Background(), p.kind)
		if err != nil {
			return kit.Failed{Op: s.words.Reports.Fill, Err: err}
		}
		return kit.Open(s.filling(p.kind, p.of, span, template))()
	}
}

func (s *Screen) filling(kind string, of model.Period, span model.Span, template string) *ask.FileDialog {
	w, l := s.words.Reports, s.words.Lang
	about := model.KeptReport{Kind: kind, Period: of.Name(span)}
	field := kit.Field{Code: "template", Label: w.Template, Value: template, Placeholder: w.TemplateHint}
	return ask.NewFileWith(s.env, s.words, w.Fill, fileName(label.KeptTitle(&about, l))+".xlsx", []kit.Field{field},
		func(ctx context.Context, path string, values map[string]string) (string, error) {
			page, err := s.store.Report(ctx, kind, of, span)
			if err != nil {
				return "", err
			}
			f := model.ReportFilling{Page: page}
			if f.Text, err = s.store.KeptReport(ctx, kind, about.Period); errors.Is(err, model.ErrNotFound) {
				f.Text, err = about, nil
				f.Text.Text = label.Draft(&page, l)
			}
			if err != nil {
				return "", err
			}
			if f.Template, err = filepath.Abs(strings.TrimSpace(values["template"])); err != nil {
				return "", err
			}
			return fmt.Sprintf(w.Exported, path), s.store.FillReport(ctx, path, f, l.String())
		})
}
