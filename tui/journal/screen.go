// Package journal is the third tab: what was said and done with all customers
// in time order, the cases that wait for an answer, and the four tracking
// journals as a grid of customers against days.
package journal

import (
	"context"

	tea "charm.land/bubbletea/v2"

	"genjin/model"
	"genjin/tui/card"
	"genjin/tui/i18n"
	"genjin/tui/kit"
)

// section is one of the tab's parts, between which Tab moves: the entries, the
// open cases, and from firstGrid on the tracking journals, one a grade.
type section int

const (
	entries section = iota
	cases
	firstGrid
)

// sections is how many parts there are.
var sections = firstGrid + section(len(model.TrackedGrades))

// Screen is the Journal tab.
type Screen struct {
	env   *kit.Env
	words *i18n.Words
	store model.Store

	section section
	entries *kit.Listing[model.Case]
	cases   *kit.Listing[model.Case]
	grid    *grid

	count     model.JournalCount // of what the filter shows
	countSeq  int
	stopCount context.CancelFunc // of the count under way

	filter filter
	search *kit.Finder

	card   *card.Card
	fresh  *card.Card // of the customer whom a new entry is about
	logFor int64      // that customer, until the card is read

	open  bool // the card lies over the list
	today model.Date
	w, h  int
}

// New makes the screen.
func New(env *kit.Env, words *i18n.Words, store model.Store) *Screen {
	s := &Screen{
		env: env, words: words, store: store,
		card: card.New(env, words, store), fresh: card.New(env, words, store),
		search: kit.NewFinder(env, words.Journal.SearchHint), today: store.Today(),
	}
	s.search.OnFind, s.search.OnRows = s.find, s.rows
	s.entries, s.cases, s.grid = s.newList(), s.newList(), s.newGrid()
	s.entries.SetColumns(s.entryColumns())
	s.cases.SetColumns(s.caseColumns())
	s.setEmpty()
	return s
}

// Init reads the entries, and how many cases are open.
func (s *Screen) Init() tea.Cmd { return tea.Batch(s.load(s.entries), s.load(s.cases)) }

// Reload reads what is shown again, and the open cases for their count; the
// cursor stays on its row.
func (s *Screen) Reload() tea.Cmd {
	s.entries.Stale, s.cases.Stale, s.grid.Stale = true, true, true
	cmds := []tea.Cmd{s.refresh(), s.card.Reload()}
	if s.cases.Stale {
		cmds = append(cmds, s.load(s.cases))
	}
	return tea.Batch(cmds...)
}

// refresh reads the shown section if it is out of date.
func (s *Screen) refresh() tea.Cmd {
	if l := s.list(); l != nil {
		if l.Stale {
			return s.load(l)
		}
		return tea.Batch(l.Window(), s.moved())
	}
	if s.grid.Stale || s.grid.grade != s.grade() {
		return s.loadGrid()
	}
	return tea.Batch(s.grid.Window(), s.moved())
}

// list is the list of the shown section, nil when that is a tracking journal.
func (s *Screen) list() *kit.Listing[model.Case] {
	switch s.section {
	case entries:
		return s.entries
	case cases:
		return s.cases
	}
	return nil
}

// grade is whose tracking journal is shown.
func (s *Screen) grade() model.Grade {
	return model.TrackedGrades[max(int(s.section-firstGrid), 0)]
}

// Count: the journal asks for nothing; what waits is on Today.
func (s *Screen) Count() int { return 0 }

// Editing: letters go to the search field while it has the focus.
func (s *Screen) Editing() bool { return s.search.Typing() }

// Retranslate takes over another language or theme.
func (s *Screen) Retranslate() {
	s.entries.SetColumns(s.entryColumns())
	s.cases.SetColumns(s.caseColumns())
	s.search.SetHint(s.words.Journal.SearchHint)
	s.setEmpty()
	s.arrange()
	s.card.Retranslate()
}

// SetSize lays the tab out.
func (s *Screen) SetSize(w, h int) {
	s.w, s.h = w, h
	s.arrange()
}

// headRows are the lines above a list: the sections, and the search or the
// days of the week.
const headRows = 2

// spread is the rows and the card. A tracking journal takes the whole width; its
// card lies over it.
func (s *Screen) spread() kit.Spread {
	return kit.Spread{W: s.w, H: s.h, Alone: s.section >= firstGrid}
}

// layout is where the rows and the card lie.
func (s *Screen) layout() (rows, pane kit.Box) {
	list, pane := s.spread().Boxes()
	return list.Rows(kit.Fixed(headRows), kit.Fill(1), kit.Fixed(len(s.foot(list.W))))[1], pane
}

// arrange gives the parts of the shown section their places.
func (s *Screen) arrange() {
	rows, pane := s.layout()
	for _, l := range []*kit.Listing[model.Case]{s.entries, s.cases} {
		if l == s.list() {
			l.SetSize(rows.W, rows.H)
			l.SetOrigin(rows.X, rows.Y)
		}
	}
	if s.section >= firstGrid {
		s.grid.SetColumns(s.gridColumns(rows.W))
		s.grid.SetSize(rows.W, rows.H)
		s.grid.SetOrigin(rows.X, rows.Y)
	}
	s.card.SetBox(pane)
}

// Update takes what was read, then the keys: the search field's, the open
// card's, the rows'.
func (s *Screen) Update(msg tea.Msg) tea.Cmd {
	for _, list := range []interface {
		Answer(tea.Msg) (tea.Cmd, bool)
	}{s.entries, s.cases, s.grid} {
		if cmd, done := list.Answer(msg); done {
			return cmd
		}
	}
	switch msg := msg.(type) {
	case counted:
		return s.takeCount(msg)
	case covered:
		return s.takeCoverage(msg)
	case whose:
		return s.takeWhose(msg)
	case tea.KeyPressMsg:
		return s.key(msg)
	case tea.PasteMsg:
		if s.search.Typing() {
			return s.search.Update(msg)
		}
	case tea.MouseMsg:
		if cmd, done := s.mouseMessage(msg); done {
			return cmd
		}
	}
	return tea.Batch(s.cardMessage(msg), s.logNew())
}

func (s *Screen) cardMessage(msg tea.Msg) tea.Cmd {
	cmd, _ := s.card.Update(msg)
	again, _ := s.fresh.Update(msg)
	return tea.Batch(cmd, again)
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

// rows lets a key or the mouse move among the rows of the shown section.
func (s *Screen) rows(msg tea.Msg) tea.Cmd {
	if l := s.list(); l != nil {
		cmd, _ := l.Update(msg)
		return cmd
	}
	cmd, _ := s.grid.Update(msg)
	return cmd
}

// mouseMessage moves among the rows and the sections. It reports whether the
// message ends here: the wheel over the card is the card's.
func (s *Screen) mouseMessage(msg tea.MouseMsg) (tea.Cmd, bool) {
	mouse := msg.Mouse()
	rows, _ := s.layout()
	_, wheel := msg.(tea.MouseWheelMsg)
	_, click := msg.(tea.MouseClickMsg)
	switch {
	case s.open:
		return nil, !wheel
	case click && mouse.Y == 0:
		if at := s.sections().At(mouse.X); at >= 0 {
			return s.turnTo(section(at)), true
		}
	case rows.Contains(mouse.X, mouse.Y):
		return s.rows(msg), true
	}
	return nil, !wheel
}

// turnTo shows another section.
func (s *Screen) turnTo(to section) tea.Cmd {
	s.section, s.open = (to+sections)%sections, false
	s.setEmpty()
	s.arrange()
	return s.refresh()
}

// moved turns the card to the customer of the chosen row.
func (s *Screen) moved() tea.Cmd {
	id, ok := s.customer()
	if !ok && s.rowCount() > 0 {
		return nil // still on its way
	}
	if !ok {
		s.open = false
	}
	return s.card.Show(id)
}

// customer is whose the chosen row is.
func (s *Screen) customer() (id int64, ok bool) {
	if l := s.list(); l != nil {
		row, ok := l.Selected()
		return row.Customer.ID, ok
	}
	row, ok := s.grid.Selected()
	return row.CustomerID, ok
}

func (s *Screen) rowCount() int {
	if l := s.list(); l != nil {
		return l.Count()
	}
	return s.grid.Count()
}
