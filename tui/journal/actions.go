package journal

import (
	"context"
	"fmt"
	"slices"

	tea "charm.land/bubbletea/v2"

	"genjin/model"
	"genjin/tui/kit"
	"genjin/tui/saveas"
)

// Actions are the chosen row's, then the tab's.
func (s *Screen) Actions() []kit.Action {
	w := s.words.Journal
	if s.search.Typing() {
		return []kit.Action{
			{ID: "search.done", Keys: []string{"enter"}, Name: w.ToList, Hint: true},
			{ID: "search.clear", Keys: []string{"esc"}, Name: w.ClearSearch, Hint: true},
		}
	}
	var actions []kit.Action
	switch {
	case s.open:
		actions = append(actions, kit.Action{ID: "close", Keys: []string{"esc", "q", "ctrl+q"}, Name: s.words.Keys.Back, Hint: true, Do: s.closeCard})
	case s.section == entries && s.filter.text != "":
		actions = append(actions, kit.Action{ID: "search.clear", Keys: []string{"esc"}, Name: w.ClearSearch, Hint: true, Do: s.search.Clear})
	case s.section == entries && s.filter.set():
		actions = append(actions, kit.Action{ID: "filter.clear", Keys: []string{"esc"}, Name: w.ClearFilter, Hint: true, Do: s.clearFilter})
	}
	if _, ok := s.customer(); ok {
		actions = append(actions, kit.Action{ID: "open", Keys: []string{"enter"}, Name: w.Open, Hint: true, Do: s.enter})
		actions = append(actions, s.rowActions()...)
	}
	if s.open {
		return actions
	}
	return append(actions, s.tabActions()...)
}

// tabActions are what can be done without a row, and the ways between the
// sections.
func (s *Screen) tabActions() []kit.Action {
	w := s.words.Journal
	inGrid := s.section >= firstGrid
	actions := []kit.Action{
		{ID: "section", Keys: []string{"tab"}, Name: w.NextSection, Hint: true, Do: func() tea.Cmd { return s.turnTo(s.section + 1) }},
		{ID: "section.back", Keys: []string{"shift+tab"}, Name: w.PrevSection, Do: func() tea.Cmd { return s.turnTo(s.section - 1) }},
	}
	if inGrid {
		actions = append(actions,
			kit.Action{ID: "month.prev", Keys: []string{"left"}, Name: w.PrevMonth, Hint: true, Do: func() tea.Cmd { return s.turnMonth(-1) }},
			kit.Action{ID: "month.next", Keys: []string{"right"}, Name: w.NextMonth, Hint: true, Do: func() tea.Cmd { return s.turnMonth(1) }},
			kit.Action{ID: "grade.next", Keys: []string{"]"}, Name: w.NextGrade, Hint: true, Do: func() tea.Cmd { return s.turnGrade(1) }},
			kit.Action{ID: "grade.prev", Keys: []string{"["}, Name: w.PrevGrade, Do: func() tea.Cmd { return s.turnGrade(-1) }},
		)
	} else {
		day := func(k model.Case) string { return string(k.Entry.At.Date()) }
		actions = append(actions,
			kit.Action{ID: "day.next", Keys: []string{"]"}, Name: w.NextDay, Do: func() tea.Cmd { return s.list().Jump(1, day) }},
			kit.Action{ID: "day.prev", Keys: []string{"["}, Name: w.PrevDay, Do: func() tea.Cmd { return s.list().Jump(-1, day) }},
		)
	}
	return append(actions,
		kit.Action{ID: "filter", Keys: []string{"f"}, Name: w.Filter, Hint: s.section == entries, Do: s.askFilter},
		kit.Action{ID: "search", Keys: []string{"/", "ctrl+f"}, Name: w.Search, Hint: s.section == entries, Do: s.startTyping},
		kit.Action{ID: "new", Keys: []string{"n", "ctrl+n"}, Name: w.New, Hint: true, Do: s.newEntry},
		kit.Action{ID: "export", Keys: []string{"x"}, Name: s.words.Export.Entries, Do: s.export},
	)
}

// export asks where the entries of the list go; beside a grid, all of them as
// they are filtered.
func (s *Screen) export() tea.Cmd {
	l := s.list()
	if l == nil {
		l = s.entries
	}
	w := s.words.Export
	e := model.Export{Kind: model.ExportJournal, IDs: slices.Clone(l.IDs), Lang: s.words.Lang.String()}
	return kit.Open(saveas.New(s.env, s.words, fmt.Sprintf(w.EntriesTitle, len(e.IDs)), fmt.Sprintf(w.EntriesName, s.today), func(ctx context.Context, path string) (string, error) {
		n, err := s.store.Export(ctx, path, e)
		return fmt.Sprintf(w.EntriesDone, n, path), err
	}))
}

// rowActions are what can be done with the chosen entry, then with its
// customer.
func (s *Screen) rowActions() []kit.Action {
	l := s.list()
	if l == nil {
		return s.card.Actions(nil)
	}
	row, ok := l.Selected()
	if !ok {
		return nil
	}
	w := s.words.Journal
	own := []kit.Action{
		{ID: "entry.edit", Keys: []string{"e", "f2"}, Name: w.EditEntry, Hint: true, Menu: true, Do: func() tea.Cmd { return s.card.EditEntry(row.Entry) }},
		{ID: "entry.remove", Keys: []string{"d", "delete"}, Name: w.RemoveEntry, Menu: true, Do: func() tea.Cmd { return s.remove(row.Entry) }},
	}
	return append(append(s.closing(row), own...), s.customerActions()...)
}

// closing is how an open case is closed: the card's dialog, as for a row of
// Today that asks for it.
func (s *Screen) closing(k model.Case) []kit.Action {
	if k.Entry.Status != model.CaseOpen {
		return nil
	}
	row := model.Row{Kind: model.RowCase, Record: k.Entry.ID, CustomerID: k.Customer.ID, Customer: k.Customer.Name, Case: k.Entry.Kind}
	for _, a := range s.card.Actions(&row) {
		if a.ID == "close_case" {
			return []kit.Action{a}
		}
	}
	return nil
}

// customerActions are the card's, where the keys and the names that mean the
// entry here are left to it.
func (s *Screen) customerActions() []kit.Action {
	var actions []kit.Action
	for _, a := range s.card.Actions(nil) {
		switch a.ID {
		case "entry.edit", "entry.remove", "close_case":
			continue
		case "edit":
			a.Keys, a.Hint, a.Name = nil, false, s.words.Journal.EditCustomer
		case "archive":
			a.Keys = nil
		}
		actions = append(actions, a)
	}
	return actions
}

func (s *Screen) remove(e model.Entry) tea.Cmd {
	return kit.Attempt(s.words.Journal.RemoveEntry, s.words.Card.RemovedEntry, func(ctx context.Context) error {
		return s.store.RemoveEntry(ctx, e.ID)
	})
}

// enter opens the row: its customer's card, with what can be done as a menu
// that begins with the entry itself.
func (s *Screen) enter() tea.Cmd {
	if _, ok := s.customer(); !ok {
		return nil
	}
	s.open = !s.spread().Beside()
	return s.card.Ready(func() tea.Cmd {
		return kit.Open(kit.NewMenu(s.env, s.menuTitle(), kit.InMenu(s.rowActions())))
	})
}

func (s *Screen) menuTitle() string {
	k, _ := s.card.Customer()
	l := s.list()
	if l == nil {
		return k.Name
	}
	row, _ := l.Selected()
	return kit.Cut(k.Name+"  "+when(row.Entry.At, s.today)+"  "+s.situation(row), 44)
}

func (s *Screen) closeCard() tea.Cmd {
	s.open = false
	return nil
}
