package store

import (
	"context"
	"io"

	"genjin/model"
	"genjin/model/label"

	"genjin/store/files"
)

// trees reads projects in the order of the ids.
func (s *Store) trees(ctx context.Context, ids []int64) ([]model.ProjectTree, error) {
	var all []model.ProjectTree
	for _, id := range ids {
		t, err := projectTree(ctx, s.db, id)
		if err != nil {
			return nil, err
		}
		all = append(all, t)
	}
	if len(all) == 0 {
		return nil, model.ErrNotFound
	}
	return all, nil
}

// progressWriter writes the progress forms of projects, a sheet a project.
func (s *Store) progressWriter(ctx context.Context, ids []int64, lang label.Lang) (int, func(io.Writer) error, error) {
	all, err := s.trees(ctx, ids)
	if err != nil {
		return 0, nil, err
	}
	known, err := s.Templates(ctx)
	if err != nil {
		return 0, nil, err
	}
	forms := files.ProgressForms{Lang: lang}
	for _, t := range all {
		form := files.ProgressForm{Tree: t, Standard: map[string]bool{}, Mention: t.TemplateID != 0 && t.TemplateID != known[0].ID}
		if t.TemplateID != 0 {
			tree, err := templateTree(ctx, s.db, t.TemplateID)
			if err != nil {
				return 0, nil, err
			}
			for _, st := range tree.Stages {
				for _, step := range st.Steps {
					form.Standard[step.Title] = true
				}
			}
		}
		forms.List = append(forms.List, form)
	}
	return len(all), forms.WriteWorkbook, nil
}

// briefWriter writes the briefs of projects, with what their templates say
// that a brief shows.
func (s *Store) briefWriter(ctx context.Context, ids []int64, lang label.Lang, format string) (int, func(io.Writer) error, error) {
	all, err := s.trees(ctx, ids)
	if err != nil {
		return 0, nil, err
	}
	set, err := s.Settings(ctx)
	if err != nil {
		return 0, nil, err
	}
	briefs := files.Briefs{Settings: set, Lang: lang, Today: s.today()}
	for _, t := range all {
		b := files.Brief{Tree: t}
		if t.TemplateID != 0 {
			tpl, err := templates.byID(ctx, s.db, t.TemplateID)
			if err != nil {
				return 0, nil, err
			}
			b.Fields = tpl.Brief.Items()
		}
		briefs.List = append(briefs.List, b)
	}
	if format == "html" {
		return len(all), briefs.WriteHTML, nil
	}
	return len(all), briefs.WriteWorkbook, nil
}

// letterWriter writes the letters to customers on how their projects stand.
func (s *Store) letterWriter(ctx context.Context, ids []int64, lang label.Lang, format string) (int, func(io.Writer) error, error) {
	all, err := s.trees(ctx, ids)
	if err != nil {
		return 0, nil, err
	}
	set, err := s.Settings(ctx)
	letters := files.ProjectLetters{List: all, Settings: set, Lang: lang, Today: s.today()}
	if format == "txt" {
		return len(all), letters.WriteText, err
	}
	return len(all), letters.WriteHTML, err
}
