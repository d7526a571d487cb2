// Package oem is the tab of projects that go through stages: which of them
// press, where each stands, what they wait for, and the page of one with its
// checklist and its timeline. It knows stages and items only as their template
// has them.
package oem

import (
	"context"

	tea "charm.land/bubbletea/v2"

	"genjin/model"
	"genjin/tui/card"

	"genjin/tui/kit"

	"genjin/tui/act"
	"genjin/tui/words"
)

// section is a part of the tab.
type section int

const (
	running section = iota
	board
	waiting
	closed // on hold, done, cancelled
	templates
	sections
)

// page is what lies over the sections: a project, or a template.
type page interface {
	Reload() tea.Cmd
	Update(tea.Msg) tea.Cmd
	View() (string, *tea.Cursor)
	SetSize(w, h int)
	Actions() []kit.Action
	Retranslate()
}

// Screen is the tab of projects.
type Screen struct {
	env   *kit.Env
	words *words.Words
	store model.Store
	acts  *act.Acts
	clerk *act.Clerk

	section   section
	running   *kit.Listing[model.ProjectRow]
	closed    *kit.Listing[model.ProjectRow]
	board     *boards
	waiting   *kit.Table[model.Row]
	templates *kit.Table[model.TemplateTree]

	filter  filter
	order   order
	search  *kit.Finder
	count   model.ProjectCount // of the running ones that the filter shows
	all     int                // that run
	loads   loads
	stages  int // of the longest bar in sight
	waits   int
	page    page
	card    *card.Card // of the customer whom a contact is logged with
	logWith int64      // that customer, until the card is read

	today model.Date
	w, h  int
}

// New makes the screen.
func New(env *kit.Env, words *words.Words, store model.Store) *Screen {
	s := &Screen{
		clerk: act.NewClerk(env, words, store, act.NewTill(env, words, store)),
		env:   env, words: words, store: store, acts: act.NewActs(env, words, store), card: card.New(env, words, store),
		search: kit.NewFinder(env, words.OEM.SearchHint), order: order{code: model.SortPressing}, today: store.Today(), stages: 1,
	}
	s.acts.AddOrder = s.clerk.NewOf
	s.search.OnFind, s.search.OnRows = s.find, s.rows
	s.running, s.closed = s.newList(running), s.newList(closed)
	s.board = newBoards(s)
	s.waiting = kit.NewTable[model.Row](env, nil, "")
	s.waiting.OnOpen = s.enter
	s.templates = kit.NewTable[model.TemplateTree](env, nil, "")
	s.templates.OnOpen = s.enter
	s.setColumns()
	s.setEmpty()
	return s
}

// Init reads the projects, and what they wait for, for its count.
func (s *Screen) Init() tea.Cmd {
	return tea.Batch(s.load(running), s.load(waiting), s.load(closed))
}

// Reload reads what is shown again, and the others for their counts.
func (s *Screen) Reload() tea.Cmd {
	s.today = s.store.Today()
	cmds := []tea.Cmd{s.load(running), s.load(waiting), s.load(closed), s.card.Reload()}
	if s.section == board || s.section == templates {
		cmds = append(cmds, s.load(s.section))
	}
	if s.page != nil {
		cmds = append(cmds, s.page.Reload())
	}
	return tea.Batch(cmds...)
}

// Count is how many projects run.
func (s *Screen) Count() int { return s.all }

// ReadCount counts the projects that run.
func (s *Screen) ReadCount(ctx context.Context) (int, error) { return s.store.CountProjects(ctx) }

// TakeCount takes the count over that was read beside the tab.
func (s *Screen) TakeCount(n int) { s.all = n }

// Editing: letters go to the search field while it has the focus.
func (s *Screen) Editing() bool { return s.page == nil && s.search.Typing() }

// Retranslate takes over another language or theme.
func (s *Screen) Retranslate() {
	s.setColumns()
	s.search.SetHint(s.words.OEM.SearchHint)
	s.setEmpty()
	s.card.Retranslate()
	if s.page != nil {
		s.page.Retranslate()
	}
}

// The lines above the rows (the sections, and the search) and below them.
const (
	headRows = 2
	footRows = 1
)

// layout is where the rows of a section lie.
func (s *Screen) layout() kit.Box {
	return kit.Box{W: s.w, H: s.h}.Rows(kit.Fixed(headRows), kit.Fill(1), kit.Fixed(footRows))[1]
}

// SetSize lays the tab out.
func (s *Screen) SetSize(w, h int) {
	s.w, s.h = w, h
	rows := s.layout()
	for _, t := range []interface{ SetSize(w, h int) }{s.running, s.closed, s.waiting, s.templates, s.board} {
		t.SetSize(rows.W, rows.H)
	}
	for _, t := range []interface{ SetOrigin(x, y int) }{s.running, s.closed, s.waiting, s.templates, s.board} {
		t.SetOrigin(rows.X, rows.Y)
	}
	s.setColumns()
	if s.page != nil {
		s.page.SetSize(w, h)
	}
}

// Update takes what was read, then the keys: the search field's, the page's,
// the rows'.
func (s *Screen) Update(msg tea.Msg) tea.Cmd {
	for _, l := range []*kit.Listing[model.ProjectRow]{s.running, s.closed} {
		if cmd, done := l.Answer(msg); done {
			return cmd
		}
	}
	if cmd, done := s.take(msg); done {
		return cmd
	}
	switch msg := msg.(type) {
	case act.ProjectAdded:
		return s.Show(msg.ID, 0)
	case tea.KeyPressMsg:
		return s.key(msg)
	case tea.PasteMsg:
		if s.Editing() {
			return s.search.Update(msg)
		}
		return nil
	case tea.MouseMsg:
		if s.page != nil {
			return s.page.Update(msg)
		}
		return s.mouse(msg)
	}
	cmd, _ := s.card.Update(msg)
	cmds := []tea.Cmd{cmd, s.logNow()}
	if s.page != nil {
		cmds = append(cmds, s.page.Update(msg))
	}
	return tea.Batch(cmds...)
}

func (s *Screen) key(msg tea.KeyPressMsg) tea.Cmd {
	if s.page != nil {
		return s.page.Update(msg)
	}
	if s.search.Typing() {
		return s.search.Update(msg)
	}
	if cmd, done := kit.Dispatch(s.Actions(), msg); done {
		return cmd
	}
	return s.rows(msg)
}

// rows lets a key or the mouse move among the rows of the shown section.
func (s *Screen) rows(msg tea.Msg) tea.Cmd {
	switch s.section {
	case running, closed:
		cmd, _ := s.list().Update(msg)
		return cmd
	case board:
		return s.board.Update(msg)
	case waiting:
		cmd, _ := s.waiting.Update(msg)
		return cmd
	}
	cmd, _ := s.templates.Update(msg)
	return cmd
}

// list is the list of projects of the shown section, nil in the others.
func (s *Screen) list() *kit.Listing[model.ProjectRow] {
	switch s.section {
	case running:
		return s.running
	case closed:
		return s.closed
	}
	return nil
}

func (s *Screen) mouse(msg tea.MouseMsg) tea.Cmd {
	at := msg.Mouse()
	if _, click := msg.(tea.MouseClickMsg); click && at.Y == 0 {
		if i := s.sections().At(at.X); i >= 0 {
			return s.turnTo(section(i))
		}
	}
	if s.layout().Contains(at.X, at.Y) {
		return s.rows(msg)
	}
	return nil
}

// turnTo shows another section.
func (s *Screen) turnTo(to section) tea.Cmd {
	s.section = (to + sections) % sections
	s.setEmpty()
	if s.section == board || s.section == templates {
		return s.load(s.section)
	}
	if l := s.list(); l != nil {
		s.fitBars(l)
		return l.Window()
	}
	return nil
}

// Show opens the page of a project, at one of its items where that isn't 0.
func (s *Screen) Show(id, item int64) tea.Cmd {
	p := newProjectPage(s, id, item)
	return s.lay(p)
}

// lay puts a page over the sections.
func (s *Screen) lay(p page) tea.Cmd {
	s.page = p
	p.SetSize(s.w, s.h)
	return p.Reload()
}

// leave takes the page away.
func (s *Screen) leave() tea.Cmd {
	s.page = nil
	return nil
}
