// Package customers is the second tab: all customers, searched by characters,
// digits, pinyin or initials, with the chosen one's card.
package customers

import (
	"context"
	"fmt"
	"slices"

	tea "charm.land/bubbletea/v2"

	"genjin/model"
	"genjin/tui/card"
	"genjin/tui/i18n"
	"genjin/tui/kit"
	"genjin/tui/saveas"
)

// Screen is the Customers tab.
type Screen struct {
	env   *kit.Env
	words *i18n.Words
	store model.Store

	query    model.Query
	segment  string // the saved filter that is shown
	totals   model.Totals
	custom   []string         // the columns that the person chose
	names    map[int64]string // of those who brought the rows in sight
	settings model.Settings

	list   *kit.Listing[model.Customer]
	search *kit.Finder
	card   *card.Card

	open   bool // the card lies over the list
	sumSeq int  // of the sums' loads
	today  model.Date
	w, h   int
}

// New makes the screen.
func New(env *kit.Env, words *i18n.Words, store model.Store) *Screen {
	s := &Screen{env: env, words: words, store: store, card: card.New(env, words, store), search: kit.NewFinder(env, words.Customers.SearchHint)}
	s.list = s.newList()
	s.list.SetColumns(s.columns())
	s.setEmpty()
	s.search.OnFind, s.search.OnRows = s.find, s.rows
	return s
}

// Init reads the list, and what searching needs.
func (s *Screen) Init() tea.Cmd { return tea.Batch(s.readColumns(), s.list.Load(), s.warm()) }

// Reload reads the list again; the cursor stays on its customer.
func (s *Screen) Reload() tea.Cmd {
	s.list.Refresh()
	return tea.Batch(s.list.Load(), s.card.Reload())
}

// Count is how many customers the list has.
func (s *Screen) Count() int { return len(s.list.IDs) }

// Editing: letters go to the search field while it has the focus.
func (s *Screen) Editing() bool { return s.search.Typing() }

// Retranslate takes over another language or theme.
func (s *Screen) Retranslate() {
	s.list.SetColumns(s.columns())
	s.search.SetHint(s.words.Customers.SearchHint)
	s.setEmpty()
	s.card.Retranslate()
}

// headRows are the lines above the list: the search and some air.
const headRows = 2

// SetSize lays the list and the card out.
func (s *Screen) SetSize(w, h int) {
	s.w, s.h = w, h
	rows, pane := s.layout()
	s.list.SetSize(rows.W, rows.H)
	s.list.SetOrigin(rows.X, rows.Y)
	s.card.SetBox(pane)
}

func (s *Screen) spread() kit.Spread { return kit.Spread{W: s.w, H: s.h} }

// layout is where the rows and the card lie in the screen.
func (s *Screen) layout() (rows, pane kit.Box) {
	list, pane := s.spread().Boxes()
	return list.Rows(kit.Fixed(headRows), kit.Fill(1), kit.Fixed(1))[1], pane
}

// Update takes what was read, then the keys: the search field's, the open
// card's, the list's.
func (s *Screen) Update(msg tea.Msg) tea.Cmd {
	if cmd, done := s.list.Answer(msg); done {
		return cmd
	}
	if cmd, done := s.answer(msg); done {
		return cmd
	}
	switch msg := msg.(type) {
	case card.Added:
		s.list.StandOn(msg.ID)
		return nil
	case tea.KeyPressMsg:
		return s.key(msg)
	case tea.PasteMsg:
		if s.search.Typing() {
			return s.search.Update(msg)
		}
	case tea.MouseMsg:
		if cmd, done := s.mouse(msg); done {
			return cmd
		}
	}
	cmd, _ := s.card.Update(msg)
	return cmd
}

// answer takes what commands have read.
func (s *Screen) answer(msg tea.Msg) (tea.Cmd, bool) {
	switch msg := msg.(type) {
	case totaled:
		return s.takeTotals(msg), true
	case columnsRead:
		return s.takeColumns(msg), true
	case valuesRead:
		return s.takeValues(msg), true
	case segmentsRead:
		return s.takeSegments(msg), true
	case sameRead:
		return s.takeSame(msg), true
	case mergingRead:
		return s.takeMerging(msg), true
	case merged:
		return s.takeMerged(msg), true
	}
	return nil, false
}

func (s *Screen) mouse(msg tea.MouseMsg) (tea.Cmd, bool) {
	if !s.open {
		if cmd, done := s.list.Update(msg); done {
			return cmd, true
		}
	}
	_, wheel := msg.(tea.MouseWheelMsg)
	return nil, !wheel
}

func (s *Screen) key(msg tea.KeyPressMsg) tea.Cmd {
	if s.search.Typing() {
		return s.search.Update(msg)
	}
	if s.open {
		if _, scrolls := s.card.Update(msg); scrolls {
			return nil
		}
	}
	if cmd, done := kit.Dispatch(s.Actions(), msg); done {
		return cmd
	}
	if s.open {
		return nil
	}
	return s.rows(msg)
}

// find reads the list of what is searched for now.
func (s *Screen) find(text string) tea.Cmd {
	s.query.Search = text
	s.list.FromTop()
	return s.list.Load()
}

// rows moves in the list.
func (s *Screen) rows(msg tea.Msg) tea.Cmd {
	cmd, _ := s.list.Update(msg)
	return cmd
}

func (s *Screen) startTyping() tea.Cmd {
	s.open = false
	s.search.Start()
	return nil
}

// moved turns the card to the chosen customer.
func (s *Screen) moved() tea.Cmd {
	c, ok := s.list.Selected()
	if !ok {
		return nil
	}
	return s.card.Show(c.ID)
}

// enter opens the customer: the card, with what can be done as a menu.
func (s *Screen) enter() tea.Cmd {
	c, ok := s.list.Selected()
	if !ok {
		return nil
	}
	s.open = !s.spread().Beside()
	return s.card.Ready(func() tea.Cmd {
		return kit.Open(kit.NewMenu(s.env, c.Name, kit.InMenu(append(s.rowActions(), s.selectActions()...))))
	})
}

// ShowCustomer turns the list to a customer, whatever it was narrowed to, and
// opens the card.
func (s *Screen) ShowCustomer(c model.Customer) tea.Cmd {
	s.search.Reset()
	s.query, s.segment = model.Query{Sort: s.query.Sort, Desc: s.query.Desc, Archived: c.Archived}, ""
	s.list.StandOn(c.ID)
	s.open = !s.spread().Beside()
	s.setEmpty()
	return s.list.Load()
}

func (s *Screen) closeCard() tea.Cmd {
	s.open = false
	return nil
}

// Actions are the chosen customer's, then the list's.
func (s *Screen) Actions() []kit.Action {
	w := s.words.Customers
	if s.search.Typing() {
		return []kit.Action{
			{ID: "search.done", Keys: []string{"enter"}, Name: w.ToList, Hint: true},
			{ID: "search.clear", Keys: []string{"esc"}, Name: w.ClearSearch, Hint: true},
		}
	}
	actions := s.back()
	if _, ok := s.list.Selected(); ok {
		actions = append(actions, kit.Action{ID: "open", Keys: []string{"enter"}, Name: w.Open, Hint: true, Do: s.enter})
		actions = append(actions, s.rowActions()...)
	}
	if !s.open {
		actions = append(actions, s.selectActions()...)
	}
	archived := w.ShowArchived
	if s.query.Archived {
		archived = w.HideArchived
	}
	l := s.words.Lists
	return append(actions,
		kit.Action{ID: "new", Keys: []string{"n", "ctrl+n"}, Name: s.words.Card.Add, Hint: true, Do: s.card.Add},
		kit.Action{ID: "search", Keys: []string{"/", "ctrl+f"}, Name: w.Search, Hint: true, Do: s.startTyping},
		kit.Action{ID: "filter", Keys: []string{"f", "f3"}, Name: l.Filter, Hint: len(s.list.IDs) > 0, Do: s.askFilter},
		kit.Action{ID: "segments", Keys: []string{"F", "f7"}, Name: l.Segments, Do: s.askSegments},
		kit.Action{ID: "columns", Name: l.Columns, Do: s.askColumns},
		kit.Action{ID: "sort", Keys: []string{"o"}, Name: w.Sort, Do: s.askOrder},
		kit.Action{ID: "duplicates", Name: s.words.Merge.Duplicates, Do: s.findDuplicates},
		kit.Action{ID: "export", Keys: []string{"x"}, Name: w.Export, Do: s.export},
		kit.Action{ID: "archived", Name: archived, Do: s.toggleArchived},
	)
}

// rowActions are what can be done with the customer under the cursor.
func (s *Screen) rowActions() []kit.Action {
	return append(s.card.Actions(nil), kit.Action{ID: "merge", Name: s.words.Merge.Merge, Menu: true, Do: s.askMerge})
}

// back is what esc gives back: the list, what was selected, the whole of it.
func (s *Screen) back() []kit.Action {
	w := s.words.Customers
	switch {
	case s.open:
		return []kit.Action{{ID: "close", Keys: []string{"esc", "q", "ctrl+q"}, Name: s.words.Keys.Back, Hint: true, Do: s.closeCard}}
	case s.list.Marks() > 0:
		return []kit.Action{{ID: "select.none", Keys: []string{"esc"}, Name: s.words.Lists.SelectNone, Hint: true, Do: s.markNone}}
	case s.query.Search != "":
		return []kit.Action{{ID: "search.clear", Keys: []string{"esc"}, Name: w.ClearSearch, Hint: true, Do: func() tea.Cmd { return s.search.Clear() }}}
	case len(s.query.Filters) > 0:
		return []kit.Action{{ID: "filter.clear", Keys: []string{"esc"}, Name: s.words.Lists.ClearFilters, Hint: true, Do: s.clearFilters}}
	}
	return nil
}

func (s *Screen) toggleArchived() tea.Cmd {
	s.query.Archived = !s.query.Archived
	s.list.FromTop()
	s.setEmpty()
	return s.list.Load()
}

// export asks where the list as it is shown goes.
func (s *Screen) export() tea.Cmd { return s.exportIDs(slices.Clone(s.list.IDs)) }

func (s *Screen) exportIDs(ids []int64) tea.Cmd {
	w := s.words.Customers
	name := fmt.Sprintf("%s-%s.xlsx", w.Title, s.today)
	// The columns that were chosen; without a choice everything on the cards.
	e := model.Export{Kind: model.ExportCustomers, IDs: ids, Columns: slices.Clone(s.custom), Lang: s.words.Lang.String()}
	return kit.Open(saveas.New(s.env, s.words, fmt.Sprintf(w.ExportTitle, len(ids)), name, func(ctx context.Context, path string) (string, error) {
		n, err := s.store.Export(ctx, path, e)
		return fmt.Sprintf(w.Exported, n, path), err
	}))
}
