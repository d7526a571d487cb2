package oem

import (
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
			e := model.Export{Kind: kind, IDs: []int64{p.ID}, Lang: s.words.Lang.String()}
			return ask.Export(s.env, s.words, s.store, e, title+"  "+p.Name, fmt.Sprintf(name, p.Name), w.Exported)
		}
	}
	return []kit.Action{
		{ID: "export.progress", Name: w.ProgressForm, Do: write(model.ExportProgress, w.ProgressForm, w.ProgressName)},
		{ID: "export.brief", Name: w.BriefForm, Do: write(model.ExportBrief, w.BriefForm, w.BriefName)},
		{ID: "export.update", Name: w.UpdateForm, Do: write(model.ExportUpdate, w.UpdateForm, w.UpdateName)},
	}
}

// export is the menu of what can be written: the list, or of a project its
// form and its brief.
func (s *Screen) export() tea.Cmd {
	w, ids := s.words.OEM, s.board.ids()
	if l := s.list(); l != nil {
		ids = slices.Clone(l.IDs)
	}
	menu := []kit.Action{{ID: "export.list", Name: fmt.Sprintf(w.ExportList, len(ids)), Do: func() tea.Cmd { return s.exportList(ids) }}}
	if p, ok := s.chosen(); ok {
		for _, a := range s.documents(p) {
			a.Name += "  " + kit.Cut(p.Name, 30)
			menu = append(menu, a)
		}
	}
	return kit.Open(kit.NewMenu(s.env, w.Export, menu))
}

func (s *Screen) exportList(ids []int64) tea.Cmd {
	w := s.words.OEM
	return s.lens.Export(model.ExportProjects, ids, w.ExportList, fmt.Sprintf(w.ListName, s.today), w.ExportedList)
}
