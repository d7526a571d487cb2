package oem

import (
	"context"
	"fmt"
	"slices"

	tea "charm.land/bubbletea/v2"

	"genjin/model"
	"genjin/tui/kit"

	"genjin/tui/ask"
)

// documents are what can be written of a project.
func (s *Screen) documents(p model.Project) []kit.Action {
	w := s.words.OEM
	write := func(kind, title, name string) func() tea.Cmd {
		return func() tea.Cmd {
			return s.saveAs(title+"  "+p.Name, fmt.Sprintf(name, p.Name), w.Exported, model.Export{Kind: kind, IDs: []int64{p.ID}})
		}
	}
	return []kit.Action{
		{ID: "export.progress", Name: w.ProgressForm, Do: write(model.ExportProgress, w.ProgressForm, w.ProgressName)},
		{ID: "export.brief", Name: w.BriefForm, Do: write(model.ExportBrief, w.BriefForm, w.BriefName)},
	}
}

// export is the menu of what can be written: the list, or of a project its
// form and its brief.
func (s *Screen) export() tea.Cmd {
	w := s.words.OEM
	ids := slices.Clone(s.running.IDs)
	if s.section == closed {
		ids = slices.Clone(s.closed.IDs)
	}
	menu := []kit.Action{{ID: "export.list", Name: fmt.Sprintf(w.ExportList, len(ids)), Do: func() tea.Cmd {
		return s.saveAs(fmt.Sprintf(w.ExportList, len(ids)), fmt.Sprintf(w.ListName, s.today), w.ExportedList,
			model.Export{Kind: model.ExportProjects, IDs: ids})
	}}}
	if p, ok := s.chosen(); ok {
		for _, a := range s.documents(p) {
			a.Name += "  " + kit.Cut(p.Name, 30)
			menu = append(menu, a)
		}
	}
	return kit.Open(kit.NewMenu(s.env, w.Export, menu))
}

// saveAs asks where a file goes; done is said with how many projects it has,
// and its path.
func (s *Screen) saveAs(title, name, done string, e model.Export) tea.Cmd {
	e.Lang = s.words.Lang.String()
	return kit.Open(ask.NewFile(s.env, s.words, title, name, func(ctx context.Context, path string) (string, error) {
		n, err := s.store.Export(ctx, path, e)
		return fmt.Sprintf(done, n, path), err
	}))
}
