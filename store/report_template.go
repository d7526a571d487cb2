package store

import (
	"context"
	"os"

	"genjin/model"
	"genjin/model/label"

	"genjin/store/files"
)

// ReportTemplate is the workbook that a kind of report was written into last; ""
// = none so far.
func (s *Store) ReportTemplate(ctx context.Context, kind string) (path string, err error) {
	err = s.db.QueryRowContext(ctx, "SELECT path FROM report_template WHERE kind = ?", kind).Scan(&path)
	if isNoRows(err) {
		err = nil
	}
	return path, err
}

// FillReport writes a report, and its text, into a copy of the person's own
// workbook, and remembers that one for the kind. A name in it that the report
// doesn't know is refused with its cell, and nothing is written.
func (s *Store) FillReport(ctx context.Context, path string, f model.ReportFilling, lang string) error {
	if format := formatOf(path); format != "xlsx" {
		return formatRefused(format, []string{"xlsx"})
	}
	if format := formatOf(f.Template); format != "xlsx" {
		return model.At("template", formatRefused(format, []string{"xlsx"}))
	}
	own, err := os.Stat(f.Template)
	if err != nil {
		return err
	}
	if out, err := os.Stat(path); err == nil && os.SameFile(own, out) {
		return model.At("template", model.Refuse(model.RefusedOwnTemplate))
	}
	set, err := s.Settings(ctx)
	if err != nil {
		return err
	}
	l := spoken(lang)
	t := files.ReportTemplate{Path: f.Template, Lang: l, Fill: label.NewReportFill(&f.Page, &f.Text, set, s.today(), l)}
	if err := s.export(ctx, path, len(f.Page.Figures), t.Write); err != nil || s.readOnly {
		return err
	}
	_, err = s.db.ExecContext(ctx, "INSERT OR REPLACE INTO report_template (kind, path, at) VALUES (?, ?, ?)", f.Text.Kind, f.Template,
		s.now().UTC().Format(instant))
	return err
}
