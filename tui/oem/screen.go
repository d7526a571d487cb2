// Package oem is the tab of projects that go through stages: which of them
// press, where each stands, what they wait for, and the page of one with its
// checklist and its timeline. It knows stages and items only as their template
// has them.
package oem

import (
	"context"
	"slices"

	tea "charm.land/bubbletea/v2"

	"genjin/model"
	"genjin/model/label"
	"genjin/tui/ask"
	"genjin/tui/card"

	"genjin/tui/kit"

	"genjin/tui/act"
	"genjin/tui/words"
)

// The sections, between which Tab moves.
const (
	running = iota
	board
	waiting
	closed // on hold, done, cancelled
	templates
)

// Screen is the tab of projects.
type Screen struct {
	*kit.Browser
	env   *kit.Env
	words *words.Words
	store model.Store
	acts  *act.Acts
	clerk *act.Clerk

	running, closed *kit.Listing[model.ProjectRow]
	board           *boards
	waiting         *kit.Whole[model.Row]
	templates       *kit.Whole[model.TemplateTree]

	lens   *ask.Lens
	search *kit.Finder
	count  count
	counts kit.Load[count]
	stages int        // of the longest bar in sight
	page   kit.Screen // what lies over the sections: a project, or a template
	fresh  *card.Card // of the customer with whom a contact is logged
	today  model.Date
}

// New makes the screen.
func New(env *kit.Env, words *words.Words, store model.Store) *Screen {
	s := &Screen{
		Browser: kit.NewBrowser(env), env: env, words: words, store: store, acts: act.NewActs(env, words, store),
		clerk: act.NewClerk(env, words, store, act.NewTill(env, words, store)), fresh: card.New(env, words, store),
		search: kit.NewFinder(env, words.OEM.SearchHint), today: store.Today(), stages: 1,
	}
	s.acts.AddOrder = s.clerk.NewOf
	s.Own, s.OnFail, s.Turned = s.tabActions, s.failed, s.fitBars
	s.Noted = func() { s.today = store.Today() }
	s.lens = ask.Viewed(env, words, store, label.Projects, s.asOf)
	s.lens.Often = []string{"pressing", "template_id", "owed", "form", "new_mould", "lead", "customer_id", "stage", "target_on"}
	s.lens.Offered = []string{"lead"}
	s.lens.Orders = []string{"name", "customer_id", "lead", "stage", "stage_on", "started_on", "target_on", "updated_at"}
	s.lens.Downward = []string{"stage", "started_on", "updated_at", "created_at", "pressing"}
	s.addSections()
	s.setColumns()
	return s
}

func (s *Screen) asOf() model.AsOf { return model.AsOf{Today: s.today} }

// addSections makes the lists of the sections.
func (s *Screen) addSections() {
	s.running, s.closed, s.board = s.newList(running), s.newList(closed), &boards{s: s}
	s.waiting = kit.NewWhole(s.env, func(a, b model.Row) bool { return a.Record == b.Record && a.About == b.About }, s.store.WaitingRows)
	s.templates = kit.NewWhole(s.env, func(a, b model.TemplateTree) bool { return a.ID == b.ID }, s.readTemplates)
	w, lens := &s.words.OEM, s.lens.Kit()
	projects := func(at int, rows kit.Body, empty *string) *kit.Leaf {
		return &kit.Leaf{
			Name: func() string { return s.section(at) }, Rows: rows, Find: s.search, Lens: lens, Row: s.rowActions, Open: s.openProject,
			Empty: func() string { return *empty }, Foot: s.foot, Beside: s.countThem, Many: s.many,
		}
	}
	onBoard := projects(board, s.board, &w.None)
	onBoard.Line, onBoard.Many = func(int) string { return s.board.choices() }, nil
	s.Add(
		projects(running, s.running, &w.None),
		onBoard,
		&kit.Leaf{
			Name: func() string { return s.section(waiting) }, Rows: s.waiting, Row: s.rowActions, Title: s.waitingTitle,
			Empty: func() string { return w.NoWaiting }, Foot: s.foot,
		},
		projects(closed, s.closed, &w.NoClosed),
		&kit.Leaf{
			Name: func() string { return s.section(templates) }, Rows: s.templates, Row: s.rowActions, Open: s.openTemplate,
			Empty: func() string { return "" }, Foot: s.foot,
		},
	)
	s.lens.OnRows = func() tea.Cmd { return tea.Batch(s.leaveRunning(), s.NarrowBy(lens)) }
	s.lens.OnShow = func() tea.Cmd {
		s.setColumns()
		return s.Look()
	}
}

// leaveRunning turns to the projects that rest where a condition asks for a
// state that none that runs has.
func (s *Screen) leaveRunning() tea.Cmd {
	for _, f := range s.lens.Filters {
		if s.At() != closed && f.Field == "state" && f.Op == model.OpIs && !slices.Contains(f.Values(), string(model.ProjectRunning)) {
			return s.TurnTo(closed)
		}
	}
	return nil
}

// Init reads the projects, and what they wait for, for its count.
func (s *Screen) Init() tea.Cmd { return tea.Batch(s.lens.ReadColumns(), s.Look(), s.waiting.Look()) }

// Reload reads what is shown again, and what is waited for, for its count.
func (s *Screen) Reload() tea.Cmd {
	cmds := []tea.Cmd{s.Renew()}
	if s.At() != waiting {
		cmds = append(cmds, s.waiting.Look())
	}
	if s.page != nil {
		cmds = append(cmds, s.page.Reload())
	}
	return tea.Batch(cmds...)
}

// Count is how many projects run.
func (s *Screen) Count() int { return s.count.all }

// ReadCount counts the projects that run.
func (s *Screen) ReadCount(ctx context.Context) (int, error) {
	return ask.Count(ctx, s.store.ProjectList(), model.Query{Preset: "running"})
}

// TakeCount takes the count over that was read beside the tab.
func (s *Screen) TakeCount(n int) { s.count.all = n }

// Editing: letters go to the search field while it has the focus.
func (s *Screen) Editing() bool {
	if s.page != nil {
		return s.page.Editing()
	}
	return s.Browser.Editing()
}

// Retranslate takes over another language or theme.
func (s *Screen) Retranslate() {
	s.setColumns()
	s.search.SetHint(s.words.OEM.SearchHint)
	s.Arrange()
	if s.page != nil {
		s.page.Retranslate()
	}
}

// SetSize lays the tab out.
func (s *Screen) SetSize(w, h int) {
	s.Browser.SetSize(w, h)
	s.setColumns()
	if s.page != nil {
		s.page.SetSize(w, h)
	}
}

// Update takes what was read; keys and the mouse are the page's, if there is
// one, and the rest is the browser's.
func (s *Screen) Update(msg tea.Msg) tea.Cmd {
	if c, err, ok := s.counts.Take(msg); ok {
		if err != nil {
			return s.failed(err)
		}
		s.count = c
		return nil
	}
	switch msg := msg.(type) {
	case act.ProjectAdded:
		return s.Show(msg.ID, 0)
	case tea.KeyPressMsg, tea.PasteMsg, tea.MouseMsg:
		if s.page != nil {
			return s.page.Update(msg)
		}
		return s.Browser.Update(msg)
	}
	cmd, _ := s.fresh.Update(msg)
	cmds := []tea.Cmd{cmd, s.Browser.Update(msg)}
	if s.page != nil {
		cmds = append(cmds, s.page.Update(msg))
	}
	return tea.Batch(cmds...)
}

// View draws the tab, or what lies over it.
func (s *Screen) View() (string, *tea.Cursor) {
	if s.page != nil {
		return s.page.View()
	}
	return s.Browser.View()
}

// Show opens the page of a project, at one of its items where that isn't 0.
func (s *Screen) Show(id, item int64) tea.Cmd { return s.lay(newProjectPage(s, id, item)) }

// lay puts a page over the sections.
func (s *Screen) lay(p kit.Screen) tea.Cmd {
	s.page = p
	p.SetSize(s.Size())
	return p.Init()
}

// leave takes the page away.
func (s *Screen) leave() tea.Cmd {
	s.page = nil
	return nil
}
