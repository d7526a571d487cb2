// Package orders is the tab of orders: the pipeline from the quote to the
// payment, what is to be delivered and how late it is, what is on its way, and
// the products.
package orders

import (
	tea "charm.land/bubbletea/v2"

	"genjin/model"
	"genjin/tui/card"
	"genjin/tui/i18n"
	"genjin/tui/kit"
	"genjin/tui/money"
	"genjin/tui/ordering"
)

// section is one of the tab's parts, between which Tab moves.
type section int

const (
	open     section = iota // what isn't closed, by the promised day
	byStatus                // all, in the order of the pipeline
	transit                 // shipped and not received
	all                     // every order, the newest first
	products
	sections
)

// Screen is the Orders tab.
type Screen struct {
	env   *kit.Env
	words *i18n.Words
	store model.Store
	till  *money.Till
	clerk *ordering.Clerk

	section  section
	lists    [products]*kit.Listing[model.OrderOf] // of the sections with orders
	products *kit.Listing[model.Product]
	stopped  bool // the products that aren't sold any more are listed too

	filter filter
	search *kit.Finder
	head   head
	sums   sums

	pane   *pane
	fresh  *card.Card // of the customer whom a new entry is about
	logFor int64      // that customer, until the card is read

	opened bool // the details lie over the list
	today  model.Date
	w, h   int
}

// New makes the screen.
func New(env *kit.Env, words *i18n.Words, store model.Store) *Screen {
	till := money.New(env, words, store)
	s := &Screen{
		env: env, words: words, store: store, till: till, clerk: ordering.New(env, words, store, till),
		search: kit.NewFinder(env, words.Orders.SearchHint), fresh: card.New(env, words, store), today: store.Today(),
	}
	s.pane = newPane(env, words, store)
	s.search.OnFind, s.search.OnRows = s.find, s.rows
	s.makeLists()
	return s
}

// Init reads what the head and the first section show.
func (s *Screen) Init() tea.Cmd { return tea.Batch(s.loadHead(), s.refresh()) }

// Reload reads what is shown again; the cursor stays on its row.
func (s *Screen) Reload() tea.Cmd {
	for _, l := range s.lists {
		l.Stale = true
	}
	s.products.Stale = true
	return tea.Batch(s.loadHead(), s.refresh(), s.pane.reload())
}

// refresh reads the shown section if it is out of date.
func (s *Screen) refresh() tea.Cmd {
	if s.section == products {
		if s.products.Stale {
			return s.products.Load()
		}
		return tea.Batch(s.products.Window(), s.moved())
	}
	l := s.lists[s.section]
	if l.Stale {
		return tea.Batch(l.Load(), s.loadSums())
	}
	return tea.Batch(l.Window(), s.loadSums(), s.moved())
}

// Count is how many orders are late or need a step today.
func (s *Screen) Count() int { return s.head.pressing }

// TakeCount takes the count over that was read beside the tab.
func (s *Screen) TakeCount(n int) { s.head.pressing = n }

// Editing: letters go to the search field while it has the focus.
func (s *Screen) Editing() bool { return s.search.Typing() }

// Retranslate takes over another language or theme.
func (s *Screen) Retranslate() {
	s.setColumns()
	s.setEmpty()
	s.search.SetHint(s.searchHint())
	s.arrange()
	s.pane.draw()
}

// SetSize lays the tab out.
func (s *Screen) SetSize(w, h int) {
	s.w, s.h = w, h
	s.arrange()
}

// listRows are the lines above the rows: the sections and the search.
const listRows = 2

// spread is how the rows and the details share what the head leaves.
func (s *Screen) spread() kit.Spread {
	return kit.Spread{W: s.w, H: max(s.h-len(s.headLines(s.w)), 0)}
}

// layout is where the rows and the details lie.
func (s *Screen) layout() (rows, pane kit.Box) {
	head := len(s.headLines(s.w))
	list, pane := s.spread().Boxes()
	rows = list.Rows(kit.Fixed(listRows), kit.Fill(1), kit.Fixed(len(s.footLines(list.W))))[1]
	rows.Y += head
	pane.Y += head
	if !s.spread().Beside() {
		pane.Y, pane.H = 0, s.h
	}
	return rows, pane
}

// arrange gives the parts of the shown section their places.
func (s *Screen) arrange() {
	rows, pane := s.layout()
	t := s.table()
	t.SetSize(rows.W, rows.H)
	t.SetOrigin(rows.X, rows.Y)
	s.pane.setBox(pane)
}

// table is what the lists of all sections have in common.
type table interface {
	SetSize(w, h int)
	SetOrigin(x, y int)
	Update(msg tea.Msg) (tea.Cmd, bool)
	View() string
	Count() int
}

func (s *Screen) table() table {
	if s.section == products {
		return s.products
	}
	return s.lists[s.section]
}

// Update takes what was read, then the keys: the search field's, the open
// details', the rows'.
func (s *Screen) Update(msg tea.Msg) tea.Cmd {
	if cmd, done := s.answer(msg); done {
		return cmd
	}
	switch msg := msg.(type) {
	case tea.KeyPressMsg:
		return s.key(msg)
	case tea.PasteMsg:
		if s.search.Typing() {
			return s.search.Update(msg)
		}
		return nil
	case tea.MouseMsg:
		return s.mouse(msg)
	}
	cmd, _ := s.fresh.Update(msg)
	return tea.Batch(cmd, s.logNew())
}

func (s *Screen) key(msg tea.KeyPressMsg) tea.Cmd {
	if s.search.Typing() {
		return s.search.Update(msg)
	}
	if s.opened && s.pane.detail.Update(msg) {
		return nil
	}
	if cmd, done := kit.Dispatch(s.Actions(), msg); done {
		return cmd
	}
	if s.opened {
		return nil
	}
	return s.rows(msg)
}

// rows lets a key or the mouse move among the rows of the shown section.
func (s *Screen) rows(msg tea.Msg) tea.Cmd {
	cmd, _ := s.table().Update(msg)
	return cmd
}

// mouse moves among the rows and the sections, and scrolls the details.
func (s *Screen) mouse(msg tea.MouseMsg) tea.Cmd {
	at := msg.Mouse()
	rows, _ := s.layout()
	_, click := msg.(tea.MouseClickMsg)
	switch {
	case s.opened:
		s.pane.detail.Update(msg)
	case click && at.Y == rows.Y-listRows:
		if to := s.sectionLine().At(at.X); to >= 0 {
			return s.turnTo(section(to))
		}
	case rows.Contains(at.X, at.Y):
		return s.rows(msg)
	default:
		s.pane.detail.Update(msg)
	}
	return nil
}

// turnTo shows another section. Orders and products are searched each for
// themselves.
func (s *Screen) turnTo(to section) tea.Cmd {
	to = (to + sections) % sections
	if (to == products) != (s.section == products) && s.filter.text != "" {
		s.search.Reset()
		s.filter.text = ""
		s.markNew()
	}
	s.section, s.opened = to, false
	s.search.SetHint(s.searchHint())
	s.setEmpty()
	s.arrange()
	return s.refresh()
}

// moved turns the details to the chosen row.
func (s *Screen) moved() tea.Cmd {
	about, ok := s.chosen()
	if !ok && s.table().Count() > 0 {
		return nil // still on its way
	}
	if !ok {
		s.opened = false
	}
	return s.pane.show(about)
}
