package oem

import (
	"context"
	"fmt"
	"slices"

	tea "charm.land/bubbletea/v2"

	"genjin/model"
	"genjin/model/label"
	"genjin/tui/kit"
	"genjin/tui/quickadd"

	"genjin/tui/ask"
)

// Actions are the page's, or the chosen row's and then the tab's.
func (s *Screen) Actions() []kit.Action {
	if s.page != nil {
		return s.page.Actions()
	}
	return s.Browser.Actions()
}

// rowActions are what can be done with the chosen row; nil without one.
func (s *Screen) rowActions() []kit.Action {
	switch s.At() {
	case templates:
		if t, ok := s.templates.Selected(); ok {
			return s.templateActions(t)
		}
		return nil
	case waiting:
		if row, ok := s.waiting.Selected(); ok {
			return s.acts.Row(row)
		}
		return nil
	}
	p, ok := s.chosen()
	if !ok {
		return nil
	}
	actions := []kit.Action{{ID: "timeline", Keys: []string{"t", "f7"}, Name: s.words.OEM.Timeline, Hint: true,
		Do: func() tea.Cmd { return s.showTimeline(p.ID) }}}
	if s.At() == board {
		actions = append(actions, kit.Action{ID: "board.move", Keys: []string{"left", "right"}, Name: s.words.OEM.OtherStage, Hint: true})
	}
	for _, a := range s.projectActions(p) {
		switch a.ID {
		case "project.edit":
			a.Keys, a.Hint = []string{"e", "f2"}, true
		case "project.remove":
			a.Keys = []string{"d", "delete"}
		}
		actions = append(actions, a)
	}
	return actions
}

// list is the list of projects of the shown section, nil in the others.
func (s *Screen) list() *kit.Listing[model.ProjectRow] {
	return map[int]*kit.Listing[model.ProjectRow]{running: s.running, closed: s.closed}[s.At()]
}

// chosen is the project under the cursor.
func (s *Screen) chosen() (model.Project, bool) {
	if s.At() == board {
		c, ok := s.board.card()
		return c.Project, ok
	}
	if l := s.list(); l != nil {
		r, ok := l.Selected()
		return r.Project, ok
	}
	return model.Project{}, false
}

// projectActions are the shared ones, and what this tab adds.
func (s *Screen) projectActions(p model.Project) []kit.Action {
	w := s.words.OEM
	actions := s.acts.Project(&p)
	return slices.Concat(actions[:len(actions)-1], []kit.Action{
		{ID: "log", Keys: []string{"l", "ctrl+l"}, Name: w.Log, Menu: true, Do: func() tea.Cmd { return s.fresh.LogWith(p.CustomerID) }},
		{ID: "no_answer", Keys: []string{"f6"}, Name: s.words.Card.NoAnswer, Do: func() tea.Cmd { return s.fresh.NoAnswerOf(p.CustomerID) }},
		{ID: "export.project", Name: w.Export, Menu: true, Do: func() tea.Cmd {
			return kit.Open(kit.NewMenu(s.env, kit.Cut(p.Name, 40), s.documents(p)))
		}},
		{ID: "customer", Name: w.ToCustomer, Menu: true, Do: func() tea.Cmd { return s.toCustomer(p.CustomerID) }},
	}, actions[len(actions)-1:])
}

// toCustomer turns to the customer's card.
func (s *Screen) toCustomer(id int64) tea.Cmd {
	return func() tea.Msg {
		c, err := s.store.Customer(context.Background(), id)
		if err != nil {
			return kit.Failed{Op: s.words.OEM.ToCustomer, Err: err}
		}
		return quickadd.OpenCustomer{Customer: c}
	}
}

// tabActions are what can be done without a row.
func (s *Screen) tabActions() []kit.Action {
	w := s.words.OEM
	why := ""
	if s.At() == waiting || s.At() == templates {
		why = w.NoList
	}
	actions := []kit.Action{
		{ID: "new", Keys: []string{"n", "ctrl+n"}, Name: w.NewProject, Hint: why == "", Do: s.newProject},
		{ID: "export", Keys: []string{"x"}, Name: w.Export, Why: why, Do: s.export},
	}
	jump := func(next, previous string, to func(int) tea.Cmd) {
		actions = append(actions,
			kit.Action{ID: "kind.next", Keys: []string{"]"}, Name: next, Do: func() tea.Cmd { return to(1) }},
			kit.Action{ID: "kind.prev", Keys: []string{"["}, Name: previous, Do: func() tea.Cmd { return to(-1) }})
	}
	switch s.At() {
	case board:
		if len(s.board.list) > 1 {
			jump(w.NextTemplate, w.PrevTemplate, s.board.turn)
		}
	case running, closed:
		jump(w.NextStage, w.PrevStage, func(by int) tea.Cmd { return s.list().Jump(by, s.stage) })
	case waiting:
		jump(s.words.Today.NextKind, s.words.Today.PrevKind, func(by int) tea.Cmd {
			return s.waiting.Jump(by, func(r model.Row) string { return r.About })
		})
	}
	return actions
}

// many is what can be done with the selected projects.
func (s *Screen) many(ids []int64) []kit.Action {
	return []kit.Action{{ID: "bulk.export", Name: s.words.Lists.ExportAll, Do: func() tea.Cmd { return s.exportList(ids) }}}
}

// newProject asks whose the new project is.
func (s *Screen) newProject() tea.Cmd {
	return kit.Open(ask.NewCustomer(s.env, s.words, s.store, s.words.OEM.NewProject, s.acts.New))
}

// openProject opens the chosen project's page.
func (s *Screen) openProject() tea.Cmd {
	p, _ := s.chosen()
	return s.Show(p.ID, 0)
}

// openTemplate opens the chosen template's page.
func (s *Screen) openTemplate() tea.Cmd {
	t, _ := s.templates.Selected()
	return s.lay(newTemplatePage(s, t.ID))
}

// waitingTitle is over what the chosen row asks for.
func (s *Screen) waitingTitle() string {
	row, _ := s.waiting.Selected()
	return fmt.Sprintf(s.words.Today.MenuTitle, row.Project, label.Kind(row, s.words.Lang))
}
