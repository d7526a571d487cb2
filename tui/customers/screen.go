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

// wide is from how many columns on the card stands beside the list.
const wide = 100

// Screen is the Customers tab.
type Screen struct {
	env   *kit.Env
	words *i18n.Words
	store Store

	query  model.Query
	ids    []int64 // of the list, in its order
	table  *kit.Table[model.Customer]
	search *kit.Input
	typing bool // the search field has the focus
	card   *card.Card

	open    bool  // the card lies over the list
	keep    int64 // the customer to stand on after the next load
	seq     int   // of list loads
	rowsSeq int   // of window loads
	today   model.Date
	w, h    int
}

// New makes the screen.
func New(env *kit.Env, words *i18n.Words, store Store) *Screen {
	s := &Screen{env: env, words: words, store: store, card: card.New(env, words, store), search: kit.NewInput(env, words.Customers.SearchHint, 60)}
	s.table = kit.NewTable(env, s.columns(), words.Customers.None)
	s.table.OnMove = s.moved
	s.table.OnOpen = s.enter
	s.table.RowStyle = s.rowStyle
	return s
}

// Init reads the list, and what searching needs.
func (s *Screen) Init() tea.Cmd { return tea.Batch(s.load(), s.warm()) }

// Reload reads the list again; the cursor stays on its customer.
func (s *Screen) Reload() tea.Cmd {
	s.table.Refresh()
	return tea.Batch(s.load(), s.card.Reload())
}

// Count is how many customers the list has.
func (s *Screen) Count() int { return len(s.ids) }

// Editing: letters go to the search field while it has the focus.
func (s *Screen) Editing() bool { return s.typing }

// Retranslate takes over another language or theme.
func (s *Screen) Retranslate() {
	s.table.SetColumns(s.columns())
	s.search.SetPlaceholder(s.words.Customers.SearchHint)
	s.setEmpty()
	s.card.Retranslate()
}

// headRows are the lines above the list: the search and some air.
const headRows = 2

// SetSize lays the list and the card out.
func (s *Screen) SetSize(w, h int) {
	s.w, s.h = w, h
	list, pane := s.layout()
	s.table.SetSize(list.W, list.H)
	s.table.SetOrigin(list.X, list.Y+1)
	s.card.SetBox(kit.Box{X: pane.X, Y: pane.Y + 1, W: pane.W, H: pane.H})
}

func (s *Screen) layout() (list, pane kit.Box) {
	whole := kit.Box{W: s.w, H: s.h}
	if s.w < wide {
		rows := whole.Rows(kit.Fixed(headRows), kit.Fill(1), kit.Fixed(1))
		return rows[1], kit.Box{X: 1, W: s.w - 2, H: s.h}
	}
	parts := whole.Columns(kit.Fill(6), kit.Fixed(3), kit.Fill(4))
	rows := parts[0].Rows(kit.Fixed(headRows), kit.Fill(1), kit.Fixed(1))
	return rows[1], parts[2]
}

// Update takes what was read, then the keys: the search field's, the open
// card's, the list's.
func (s *Screen) Update(msg tea.Msg) tea.Cmd {
	switch msg := msg.(type) {
	case listed:
		return s.takeList(msg)
	case windowed:
		return s.takeRows(msg)
	case card.Added:
		s.keep = msg.ID
		return nil
	case tea.KeyPressMsg:
		return s.key(msg)
	case tea.PasteMsg:
		if s.typing {
			return s.edit(msg)
		}
	case tea.MouseMsg:
		if cmd, done := s.mouse(msg); done {
			return cmd
		}
	}
	cmd, _ := s.card.Update(msg)
	return cmd
}

func (s *Screen) mouse(msg tea.MouseMsg) (tea.Cmd, bool) {
	if !s.open {
		if cmd, done := s.table.Update(msg); done {
			return tea.Batch(cmd, s.window()), true
		}
	}
	_, wheel := msg.(tea.MouseWheelMsg)
	return nil, !wheel
}

func (s *Screen) key(msg tea.KeyPressMsg) tea.Cmd {
	if s.typing {
		return s.searchKey(msg)
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
	cmd, _ := s.table.Update(msg)
	return tea.Batch(cmd, s.window())
}

// searchKey edits the search; the list follows as one types. Arrows move in
// the list at the same time, enter goes to it, esc gives the whole list back.
func (s *Screen) searchKey(msg tea.KeyPressMsg) tea.Cmd {
	switch kit.KeyName(msg) {
	case "enter", "tab":
		s.stopTyping()
		return nil
	case "esc", "ctrl+q":
		s.stopTyping()
		return s.find("")
	case "up", "down", "pgup", "pgdown":
		cmd, _ := s.table.Update(msg)
		return tea.Batch(cmd, s.window())
	}
	return s.edit(msg)
}

func (s *Screen) edit(msg tea.Msg) tea.Cmd {
	cmd := s.search.Update(msg)
	return tea.Batch(cmd, s.find(s.search.Value()))
}

// find changes what is searched for.
func (s *Screen) find(text string) tea.Cmd {
	if text == "" {
		s.search.SetValue("")
	}
	if s.query.Search == text {
		return nil
	}
	s.query.Search = text
	s.keep = 0
	s.table.MoveTo(0)
	return s.load()
}

func (s *Screen) startTyping() tea.Cmd {
	s.open, s.typing = false, true
	s.search.Focus()
	return nil
}

func (s *Screen) stopTyping() {
	s.typing = false
	s.search.Blur()
}

// moved turns the card to the chosen customer.
func (s *Screen) moved() tea.Cmd {
	c, ok := s.table.Selected()
	if !ok {
		return nil
	}
	return s.card.Show(c.ID)
}

// enter opens the customer: the card, with what can be done as a menu.
func (s *Screen) enter() tea.Cmd {
	c, ok := s.table.Selected()
	if !ok {
		return nil
	}
	if s.w < wide {
		s.open = true
	}
	return s.card.Ready(func() tea.Cmd {
		return kit.Open(kit.NewMenu(s.env, c.Name, kit.InMenu(s.card.Actions(nil))))
	})
}

func (s *Screen) closeCard() tea.Cmd {
	s.open = false
	return nil
}

// Actions are the chosen customer's, then the list's.
func (s *Screen) Actions() []kit.Action {
	w := s.words.Customers
	if s.typing {
		return []kit.Action{
			{ID: "search.done", Keys: []string{"enter"}, Name: w.ToList, Hint: true},
			{ID: "search.clear", Keys: []string{"esc"}, Name: w.ClearSearch, Hint: true},
		}
	}
	var actions []kit.Action
	if s.open {
		actions = append(actions, kit.Action{ID: "close", Keys: []string{"esc", "q", "ctrl+q"}, Name: s.words.Keys.Back, Hint: true, Do: s.closeCard})
	} else if s.query.Search != "" {
		actions = append(actions, kit.Action{ID: "search.clear", Keys: []string{"esc"}, Name: w.ClearSearch, Hint: true, Do: func() tea.Cmd { return s.find("") }})
	}
	if _, ok := s.table.Selected(); ok {
		actions = append(actions, kit.Action{ID: "open", Keys: []string{"enter"}, Name: w.Open, Hint: true, Do: s.enter})
		actions = append(actions, s.card.Actions(nil)...)
	}
	archived := w.ShowArchived
	if s.query.Archived {
		archived = w.HideArchived
	}
	return append(actions,
		kit.Action{ID: "new", Keys: []string{"n", "ctrl+n"}, Name: s.words.Card.Add, Hint: true, Do: s.card.Add},
		kit.Action{ID: "search", Keys: []string{"/", "ctrl+f"}, Name: w.Search, Hint: true, Do: s.startTyping},
		kit.Action{ID: "sort", Keys: []string{"o"}, Name: w.Sort, Do: s.askOrder},
		kit.Action{ID: "export", Keys: []string{"x"}, Name: w.Export, Do: s.export},
		kit.Action{ID: "archived", Name: archived, Do: s.toggleArchived},
	)
}

func (s *Screen) toggleArchived() tea.Cmd {
	s.query.Archived = !s.query.Archived
	s.table.MoveTo(0)
	s.setEmpty()
	return s.load()
}

// askOrder is the menu of orders; the one in use again turns it round.
func (s *Screen) askOrder() tea.Cmd {
	var menu []kit.Action
	for _, code := range orders {
		name := s.orderName(code)
		menu = append(menu, kit.Action{ID: "order." + code, Name: name, Do: func() tea.Cmd { return s.orderBy(code) }})
	}
	return kit.Open(kit.NewMenu(s.env, s.words.Customers.Sort, menu))
}

func (s *Screen) orderBy(code string) tea.Cmd {
	if s.query.Sort == code {
		s.query.Desc = !s.query.Desc
	} else {
		s.query.Sort, s.query.Desc = code, slices.Contains(newestFirst, code)
	}
	return s.load()
}

// export asks where the list as it is shown goes.
func (s *Screen) export() tea.Cmd {
	ids := slices.Clone(s.ids)
	w := s.words.Customers
	name := fmt.Sprintf("%s-%s.xlsx", w.Title, s.today)
	return kit.Open(saveas.New(s.env, s.words, fmt.Sprintf(w.ExportTitle, len(ids)), name, func(ctx context.Context, path string) (string, error) {
		return fmt.Sprintf(w.Exported, len(ids), path), s.store.ExportCustomers(ctx, path, ids, s.words.Lang)
	}))
}
