package journal

import (
	"context"
	"fmt"
	"slices"

	tea "charm.land/bubbletea/v2"

	"genjin/model"
	"genjin/tui/kit"
)

// tabActions are what can be done without a row.
func (s *Screen) tabActions() []kit.Action {
	w := s.words.Journal
	actions := []kit.Action{
		{ID: "new", Keys: []string{"n", "ctrl+n"}, Name: w.New, Hint: true, Do: s.newEntry},
		{ID: "export", Keys: []string{"x"}, Name: s.words.Export.Entries, Do: s.export},
	}
	if l := s.list(); l != nil {
		day := func(k model.Case) string { return string(k.Entry.At.Date()) }
		return append(actions,
			kit.Action{ID: "day.next", Keys: []string{"]"}, Name: w.NextDay, Do: func() tea.Cmd { return l.Jump(1, day) }},
			kit.Action{ID: "day.prev", Keys: []string{"["}, Name: w.PrevDay, Do: func() tea.Cmd { return l.Jump(-1, day) }},
		)
	}
	return append(actions,
		kit.Action{ID: "month.prev", Keys: []string{"left"}, Name: w.PrevMonth, Hint: true, Do: func() tea.Cmd { return s.turnMonth(-1) }},
		kit.Action{ID: "month.next", Keys: []string{"right"}, Name: w.NextMonth, Hint: true, Do: func() tea.Cmd { return s.turnMonth(1) }},
		kit.Action{ID: "grade.next", Keys: []string{"]"}, Name: w.NextGrade, Hint: true, Do: func() tea.Cmd { return s.turnGrade(1) }},
		kit.Action{ID: "grade.prev", Keys: []string{"["}, Name: w.PrevGrade, Do: func() tea.Cmd { return s.turnGrade(-1) }},
	)
}

// export asks where the entries of the list go; beside a grid, all of them as
// they are filtered.
func (s *Screen) export() tea.Cmd {
	l := s.list()
	if l == nil {
		l = s.entries
	}
	return s.exportRows(slices.Clone(l.IDs))
}

func (s *Screen) exportRows(ids []int64) tea.Cmd {
	w := s.words.Export
	return s.lens.Export(model.ExportJournal, ids, w.EntriesTitle, fmt.Sprintf(w.EntriesName, s.today), w.EntriesDone)
}

// many is what can be done with the selected entries.
func (s *Screen) many(ids []int64) []kit.Action {
	return []kit.Action{{ID: "bulk.export", Name: s.words.Lists.ExportAll, Do: func() tea.Cmd { return s.exportRows(ids) }}}
}

// rowActions are what can be done with the chosen entry, then with its
// customer.
func (s *Screen) rowActions() []kit.Action {
	l := s.list()
	if l == nil {
		if _, ok := s.grid.Selected(); !ok {
			return nil
		}
		return append([]kit.Action{}, s.card.Actions(nil)...) // there is a row, also before its card is
	}
	row, ok := l.Selected()
	if !ok {
		return nil
	}
	w := s.words.Journal
	own := []kit.Action{
		{ID: "entry.edit", Keys: []string{"e", "f2"}, Name: w.EditEntry, Hint: true, Menu: true, Do: func() tea.Cmd {
			return s.card.EditEntry(row.Entry)
		}},
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

func (s *Screen) menuTitle() string {
	k, _ := s.card.Customer()
	l := s.list()
	if l == nil {
		return k.Name
	}
	row, _ := l.Selected()
	return kit.Cut(k.Name+"  "+when(row.Entry.At, s.today)+"  "+s.situation(row), 44)
}
