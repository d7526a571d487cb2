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
	w := s.words.OEM
	if s.search.Typing() {
		return []kit.Action{
			{ID: "search.done", Keys: []string{"enter"}, Name: w.ToList, Hint: true},
			{ID: "search.clear", Keys: []string{"esc"}, Name: w.ClearSearch, Hint: true},
		}
	}
	var actions []kit.Action
	switch {
	case s.section == waiting || s.section == templates:
	case s.search.Text() != "":
		actions = append(actions, kit.Action{ID: "search.clear", Keys: []string{"esc"}, Name: w.ClearSearch, Hint: true, Do: s.search.Clear})
	case s.filter.set():
		actions = append(actions, kit.Action{ID: "filter.clear", Keys: []string{"esc"}, Name: w.ClearFilter, Hint: true,
			Do: func() tea.Cmd { return s.setFilter(filter{}) }})
	}
	return append(append(actions, s.rowActions()...), s.tabActions()...)
}

// rowActions are what can be done with the chosen row.
func (s *Screen) rowActions() []kit.Action {
	w := s.words.OEM
	if s.section == templates {
		return s.templateActions()
	}
	if s.section == waiting {
		row, ok := s.waiting.Selected()
		if !ok {
			return nil
		}
		open := kit.Action{ID: "open", Keys: []string{"enter"}, Name: w.Open, Hint: true, Do: s.enter}
		return append([]kit.Action{open}, s.acts.Row(row)...)
	}
	p, ok := s.chosen()
	if !ok {
		return nil
	}
	actions := []kit.Action{
		{ID: "open", Keys: []string{"enter"}, Name: w.Open, Hint: true, Do: s.enter},
		{ID: "timeline", Keys: []string{"t", "f7"}, Name: w.Timeline, Hint: true, Do: func() tea.Cmd { return s.showTimeline(p.ID) }},
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

// chosen is the project under the cursor.
func (s *Screen) chosen() (model.Project, bool) {
	if s.section == board {
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
		{ID: "log", Keys: []string{"l", "ctrl+l"}, Name: w.Log, Menu: true, Do: func() tea.Cmd { return s.log(p.CustomerID) }},
		{ID: "export.project", Name: w.Export, Menu: true, Do: func() tea.Cmd {
			return kit.Open(kit.NewMenu(s.env, kit.Cut(p.Name, 40), s.documents(p)))
		}},
		{ID: "customer", Name: w.ToCustomer, Menu: true, Do: func() tea.Cmd { return s.toCustomer(p.CustomerID) }},
	}, actions[len(actions)-1:])
}

// log opens the form for a contact with a customer once their card is read.
func (s *Screen) log(customer int64) tea.Cmd {
	s.logWith = customer
	return tea.Batch(s.card.Show(0), s.card.Show(customer))
}

func (s *Screen) logNow() tea.Cmd {
	k, ok := s.card.Customer()
	if !ok || s.logWith == 0 || k.ID != s.logWith {
		return nil
	}
	s.logWith = 0
	return s.card.Log()
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

// tabActions are what can be done without a row, and the ways between the
// sections.
func (s *Screen) tabActions() []kit.Action {
	w := s.words.OEM
	lists := s.section != waiting && s.section != templates
	actions := []kit.Action{
		{ID: "section", Keys: []string{"tab"}, Name: w.NextSection, Hint: true, Do: func() tea.Cmd { return s.turnTo(s.section + 1) }},
		{ID: "section.back", Keys: []string{"shift+tab"}, Name: w.PrevSection, Do: func() tea.Cmd { return s.turnTo(s.section - 1) }},
	}
	if s.section == board {
		actions = append(actions, kit.Action{ID: "board.move", Keys: []string{"left", "right"}, Name: w.OtherStage, Hint: true})
		if len(s.board.list) > 1 {
			actions = append(actions,
				kit.Action{ID: "board.next", Keys: []string{"]"}, Name: w.NextTemplate, Hint: true, Do: func() tea.Cmd { return s.board.turn(1) }},
				kit.Action{ID: "board.prev", Keys: []string{"["}, Name: w.PrevTemplate, Do: func() tea.Cmd { return s.board.turn(-1) }})
		}
	}
	return append(actions,
		kit.Action{ID: "new", Keys: []string{"n", "ctrl+n"}, Name: w.NewProject, Hint: lists, Do: s.newProject},
		kit.Action{ID: "filter", Keys: []string{"f", "f3"}, Name: w.Filter, Hint: lists, Do: s.askFilter},
		kit.Action{ID: "search", Keys: []string{"/", "ctrl+f"}, Name: w.Search, Hint: lists, Do: s.startTyping},
		kit.Action{ID: "sort", Keys: []string{"O"}, Name: s.words.Customers.Sort, Hint: s.list() != nil, Do: s.askOrder},
		kit.Action{ID: "export", Keys: []string{"x"}, Name: w.Export, Why: whyNot(!lists, w.NoList), Do: s.export},
		kit.Action{ID: "kind.next", Keys: []string{"]"}, Name: w.NextStage, Do: func() tea.Cmd { return s.jump(1) }},
		kit.Action{ID: "kind.prev", Keys: []string{"["}, Name: w.PrevStage, Do: func() tea.Cmd { return s.jump(-1) }},
	)
}

// whyNot is the reason where something can't be done.
func whyNot(so bool, why string) string {
	if so {
		return why
	}
	return ""
}

// jump goes to the next project of another stage, or the next kind of wait.
func (s *Screen) jump(by int) tea.Cmd {
	if l := s.list(); l != nil {
		return l.Jump(by, s.stage)
	}
	if s.section == waiting {
		return s.waiting.Jump(by, func(r model.Row) string { return r.About })
	}
	return nil
}

// newProject asks whose the new project is.
func (s *Screen) newProject() tea.Cmd {
	return kit.Open(ask.NewCustomer(s.env, s.words, s.store, s.words.OEM.NewProject, s.acts.New))
}

// enter opens the row: the project's page, at the item where it is about one;
// a template's.
func (s *Screen) enter() tea.Cmd {
	switch s.section {
	case waiting:
		row, ok := s.waiting.Selected()
		if !ok {
			return nil
		}
		return s.openWaiting(row)
	case templates:
		t, ok := s.templates.Selected()
		if !ok {
			return nil
		}
		return s.lay(newTemplatePage(s, t.ID))
	}
	p, ok := s.chosen()
	if !ok {
		return nil
	}
	return s.Show(p.ID, 0)
}

// openWaiting offers what the row asks for.
func (s *Screen) openWaiting(row model.Row) tea.Cmd {
	title := kit.Cut(fmt.Sprintf(s.words.Today.MenuTitle, row.Project, label.Kind(row, s.words.Lang)), 44)
	return kit.Open(kit.NewMenu(s.env, title, kit.InMenu(s.acts.Row(row))))
}
