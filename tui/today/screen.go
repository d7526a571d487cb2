// Package today is the first tab: a queue of everything due, most pressing
// first, the customer's card beside it, and what the day has brought so far.
package today

import (
	"fmt"

	tea "charm.land/bubbletea/v2"

	"genjin/model"
	"genjin/tui/card"

	"genjin/tui/kit"
	"genjin/tui/words"
)

// span is which days the list shows.
type span int

const (
	spanToday span = iota
	spanTomorrow
	spanWeek
	spans
)

// Screen is the Today tab.
type Screen struct {
	env   *kit.Env
	words *words.Words
	store model.Store

	day   day // as read last
	span  span
	table *kit.Table[item]
	card  *card.Card

	open bool // the card lies over the list
	seq  int
	w, h int
	asOf model.Date
}

// New makes the screen.
func New(env *kit.Env, words *words.Words, store model.Store) *Screen {
	s := &Screen{env: env, words: words, store: store, card: card.New(env, words, store)}
	s.table = kit.NewTable(env, s.columns(), "")
	s.table.OnMove = s.showCard
	s.table.OnOpen = s.enter
	s.table.RowStyle = s.rowStyle
	return s
}

// Init reads the day.
func (s *Screen) Init() tea.Cmd { return s.load() }

// Reload reads the day again.
func (s *Screen) Reload() tea.Cmd { return tea.Batch(s.load(), s.card.Reload()) }

// Count is how much is still to do today.
func (s *Screen) Count() int { return len(s.day.rows) }

// Editing: the screen itself has no field.
func (s *Screen) Editing() bool { return false }

// Retranslate takes over another language or theme.
func (s *Screen) Retranslate() {
	s.table.SetColumns(s.columns())
	s.refill()
	s.card.Retranslate()
}

// SetSize lays the list and the card out.
func (s *Screen) SetSize(w, h int) {
	s.w, s.h = w, h
	rows, pane := s.layout()
	s.table.SetSize(rows.W, rows.H)
	s.table.SetOrigin(rows.X, rows.Y)
	s.card.SetBox(pane)
	if !s.sees() {
		s.card.Light(false)
	}
}

// sees reports whether the card is in sight.
func (s *Screen) sees() bool { return s.open || s.spread().Beside() }

// show opens the card over the list, or closes it. Where it stands beside the
// list it is always in sight.
func (s *Screen) show(open bool) tea.Cmd {
	s.open = open && !s.spread().Beside()
	return s.card.Light(s.sees())
}

// headRows are the lines above the list: the day's progress and some air.
const headRows = 2

func (s *Screen) spread() kit.Spread { return kit.Spread{W: s.w, H: s.h} }

// layout is where the rows and the card lie in the screen.
func (s *Screen) layout() (rows, pane kit.Box) {
	list, pane := s.spread().Boxes()
	return list.Rows(kit.Fixed(headRows), kit.Fill(1))[1], pane
}

// Update takes what was read, the keys of the list and of the open card.
func (s *Screen) Update(msg tea.Msg) tea.Cmd {
	if l, ok := msg.(loaded); ok {
		return s.take(l)
	}
	if cmd, done := s.cardMessage(msg); done {
		return cmd
	}
	if key, ok := msg.(tea.KeyPressMsg); ok {
		if cmd, done := kit.Dispatch(s.Actions(), key); done {
			return cmd
		}
	}
	cmd, _ := s.table.Update(msg)
	return cmd
}

// cardMessage gives the card its answers, and the keys and the wheel while it
// lies over the list.
func (s *Screen) cardMessage(msg tea.Msg) (tea.Cmd, bool) {
	switch msg := msg.(type) {
	case tea.WindowSizeMsg:
		return s.card.Light(s.sees()), true
	case tea.KeyPressMsg:
		if !s.open {
			return nil, false
		}
		if _, scrolls := s.card.Update(msg); scrolls {
			return nil, true
		}
		return nil, false
	case tea.MouseWheelMsg:
		if !s.spread().Beside() && !s.open {
			return nil, false
		}
	case tea.MouseMsg:
		return nil, false
	}
	return s.card.Update(msg)
}

// Actions are what the chosen row asks for, then what the list can do.
func (s *Screen) Actions() []kit.Action {
	w := s.words.Today
	var actions []kit.Action
	if s.open {
		actions = append(actions, kit.Action{ID: "close", Keys: []string{"esc", "q", "ctrl+q"}, Name: s.words.Keys.Back,
			Hint: true, Do: s.closeCard})
	}
	it, ok := s.table.Selected()
	if ok {
		actions = append(actions, kit.Action{ID: "open", Keys: []string{"enter"}, Name: w.Open, Hint: true, Do: s.enter})
		actions = append(actions, s.card.Actions(it.due())...)
	}
	actions = append(actions, kit.Action{ID: "new", Keys: []string{"n", "ctrl+n"}, Name: s.words.Card.Add, Hint: s.day.empty, Do: s.card.Add})
	if s.open {
		return actions
	}
	return append(actions,
		kit.Action{ID: "span", Keys: []string{"tab"}, Name: w.NextSpan, Hint: !ok, Do: func() tea.Cmd { return s.turn(1) }},
		kit.Action{ID: "span.back", Keys: []string{"shift+tab"}, Name: w.PrevSpan, Do: func() tea.Cmd { return s.turn(-1) }},
		kit.Action{ID: "kind.next", Keys: []string{"]"}, Name: w.NextKind, Do: func() tea.Cmd { return s.table.Jump(1, item.kind) }},
		kit.Action{ID: "kind.prev", Keys: []string{"["}, Name: w.PrevKind, Do: func() tea.Cmd { return s.table.Jump(-1, item.kind) }},
	)
}

// enter opens the row: its card, with what can be done as a menu whose first
// entry is what the row asks for.
func (s *Screen) enter() tea.Cmd {
	it, ok := s.table.Selected()
	if !ok {
		return nil
	}
	return tea.Batch(s.show(true), s.card.Ready(func() tea.Cmd {
		menu := kit.InMenu(s.card.Actions(it.due()))
		if len(menu) == 0 {
			return nil // a festival that is done
		}
		return kit.Open(kit.NewMenu(s.env, fmt.Sprintf(s.words.Today.MenuTitle, it.who, it.what), menu))
	}))
}

func (s *Screen) closeCard() tea.Cmd { return s.show(false) }

func (s *Screen) turn(n span) tea.Cmd {
	s.span = (s.span + n + spans) % spans
	s.refill()
	s.table.MoveTo(0)
	if s.span != spanToday && !s.day.looked {
		return s.load()
	}
	return s.showCard()
}

// showCard turns the card to the chosen row.
func (s *Screen) showCard() tea.Cmd {
	it, ok := s.table.Selected()
	if !ok {
		return s.card.Show(0)
	}
	return s.card.ShowRow(it.Row)
}

// View draws the screen.
func (s *Screen) View() (string, *tea.Cursor) {
	rows, _ := s.layout()
	list := kit.JoinV(s.head(rows.W), s.warning(rows.W), s.table.View())
	return s.spread().View(s.env, list, s.card.View(), s.open), nil
}
