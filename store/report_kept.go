package store

import (
	"context"
	"errors"
	"io"

	"genjin/model"

	"genjin/store/files"
)

var keptReports = newTable("report", model.KeptReportFields)

// KeptReport is the report of a kind that was kept for a period, or
// model.ErrNotFound.
func (s *Store) KeptReport(ctx context.Context, kind, period string) (model.KeptReport, error) {
	return keptReport(ctx, s.db, kind, period)
}

func keptReport(ctx context.Context, q querier, kind, period string) (model.KeptReport, error) {
	found, err := keptReports.query(ctx, q, "WHERE period = ? AND kind = ? ORDER BY id DESC LIMIT 1", period, kind)
	switch {
	case err != nil:
		return model.KeptReport{}, err
	case len(found) == 0:
		return model.KeptReport{}, model.ErrNotFound
	}
	return found[0], nil
}

// KeepReport keeps the text of a report, as of today, in the place of the one
// that was kept for its period before.
func (s *Store) KeepReport(ctx context.Context, r model.KeptReport) (model.KeptReport, error) {
	r.KeptOn = s.today()
	if err := model.KeptReportFields.Check(&r); err != nil {
		return r, err
	}
	err := s.change(ctx, model.ActItem, "", func(w *write) error {
		before, err := keptReport(ctx, w.tx, r.Kind, r.Period)
		switch {
		case errors.Is(err, model.ErrNotFound):
			r.Meta = model.Meta{}
			return keptReports.insert(ctx, w, &r)
		case err != nil:
			return err
		}
		if r.ID == before.ID && r.UpdatedAt != "" {
			before.UpdatedAt = r.UpdatedAt // as it was read, so that a later change isn't written over
		}
		r.Meta = before.Meta
		_, err = keptReports.update(ctx, w, &r)
		return err
	})
	return r, err
}

// ExportKept writes a report's text, as it was edited, as a page to print, as
// markdown or as plain text, by the name's extension.
func (s *Store) ExportKept(ctx context.Context, path string, r model.KeptReport, lang string) error {
	set, err := s.Settings(ctx)
	if err != nil {
		return err
	}
	doc := files.KeptReport{Report: r, Settings: set, Lang: spoken(lang)}
	return s.exportReport(ctx, path, 1, []string{"html", "md", "txt"}, func(format string) func(io.Writer) error {
		if format == "html" {
			return doc.WriteHTML
		}
		return doc.WriteText
	})
}
