// Package receivables is the tab of what customers owe and pay: who owes how
// much and since when, with what to do about it next; the aging of it, the
// customers, the promises and the payments.
package receivables

import (
	tea "charm.land/bubbletea/v2"

	"genjin/model"
	"genjin/tui/i18n"
	"genjin/tui/kit"
	"genjin/tui/money"
)

// wide is from how many columns on the details stand beside the list.
const wide = 100

// section is one of the tab's parts, between which Tab moves.
type section int

const (
	due       section = iota // what is open, the longest due first
	buckets                  // the aging
	customers                // the aging by customer
	promises                 // the ledger of promises
	payments                 // what came in
	all                      // every receivable
	sections
)

// Screen is the Receivables tab.
type Screen struct {
	env   *kit.Env
	words *i18n.Words
	store model.Store
	till  *money.Till

	section  section
	due, all *list[model.ReceivableOf]
	payments *list[model.PaymentOf]
	lines    *whole[model.AgingLine] // by customer
	promises *whole[model.Promise]
	buckets  *kit.Table[bucketRow]

	filter filter
	search *kit.Finder
	sums   sums
	aging  model.Aging // the totals
	set    model.Settings
	some   bool // there are receivables at all
	seq    int  // of the head's load

	pane *pane
	open bool // the details lie over the list
	late int  // how many are overdue, for the tab

	today model.Date
	w, h  int
}

// New makes the screen.
func New(env *kit.Env, words *i18n.Words, store model.Store) *Screen {
	s := &Screen{
		env: env, words: words, store: store, till: money.New(env, words, store),
		search: kit.NewFinder(env, words.Owed.SearchHint), today: store.Today(),
	}
	s.pane = newPane(env, words, store, s.till)
	s.search.OnFind, s.search.OnRows = s.find, s.rows
	s.makeLists()
	return s
}

// Init reads what the head and the first section show.
func (s *Screen) Init() tea.Cmd { return tea.Batch(s.loadHead(), s.refresh()) }

// Reload reads what is shown again; the cursor stays on its row.
func (s *Screen) Reload() tea.Cmd {
	s.markStale()
	return tea.Batch(s.loadHead(), s.refresh(), s.pane.reload())
}

// refresh reads the shown section if it is out of date.
func (s *Screen) refresh() tea.Cmd {
	var cmd tea.Cmd
	switch s.section {
	case due:
		cmd = s.due.refresh()
	case all:
		cmd = s.all.refresh()
	case payments:
		cmd = s.payments.refresh()
	case customers:
		cmd = s.lines.refresh()
	case promises:
		cmd = s.promises.refresh()
	}
	return tea.Batch(cmd, s.loadSums(), s.moved())
}

// Count is how many receivables are overdue.
func (s *Screen) Count() int { return s.late }

// TakeCount takes the count over that was read beside the tab.
func (s *Screen) TakeCount(n int) { s.late = n }

// Editing: letters go to the search field while it has the focus.
func (s *Screen) Editing() bool { return s.search.Typing() }

// Retranslate takes over another language or theme.
func (s *Screen) Retranslate() {
	s.setColumns()
	s.search.SetHint(s.searchHint())
	s.setEmpty()
	s.arrange()
	s.pane.draw()
}

// SetSize lays the tab out.
func (s *Screen) SetSize(w, h int) {
	s.w, s.h = w, h
	s.arrange()
}

// layout is where the rows and the details lie.
func (s *Screen) layout() (rows, pane kit.Box) {
	whole := kit.Box{W: s.w, H: s.h}
	parts := whole.Rows(kit.Fixed(len(s.headLines(s.w))), kit.Fill(1))
	if !s.beside() {
		return parts[1].Rows(kit.Fixed(sectionRows), kit.Fill(1), kit.Fixed(len(s.footLines(s.w))))[1], kit.Box{X: 1, W: s.w - 2, H: s.h}
	}
	columns := parts[1].Columns(kit.Fill(5), kit.Fixed(3), kit.Fill(3))
	return columns[0].Rows(kit.Fixed(sectionRows), kit.Fill(1), kit.Fixed(len(s.footLines(columns[0].W))))[1], columns[2]
}

// sectionRows are the lines above the rows: the sections and the search.
const sectionRows = 2

// beside reports whether the details stand beside the rows. The aging and the
// customers' table of it take the whole width.
func (s *Screen) beside() bool { return s.w >= wide && s.section != buckets && s.section != customers }

// arrange gives the parts of the shown section their places.
func (s *Screen) arrange() {
	rows, pane := s.layout()
	s.buckets.SetColumns(s.bucketColumns())
	s.lines.table.SetColumns(s.lineColumns())
	t := s.table()
	t.SetSize(rows.W, rows.H)
	t.SetOrigin(rows.X, rows.Y)
	s.pane.setBox(pane)
}

// grid is what the tables of all sections have in common.
type grid interface {
	SetSize(w, h int)
	SetOrigin(x, y int)
	SetEmpty(text string)
	Update(msg tea.Msg) (tea.Cmd, bool)
	View() string
	Count() int
}

func (s *Screen) table() grid {
	switch s.section {
	case buckets:
		return s.buckets
	case customers:
		return s.lines.table
	case promises:
		return s.promises.table
	case payments:
		return s.payments.table
	case all:
		return s.all.table
	}
	return s.due.table
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
	case tea.MouseMsg:
		return s.mouse(msg)
	}
	return nil
}

func (s *Screen) key(msg tea.KeyPressMsg) tea.Cmd {
	if s.search.Typing() {
		return s.search.Update(msg)
	}
	if s.open && s.pane.detail.Update(msg) {
		return nil
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
	cmd, _ := s.table().Update(msg)
	return tea.Batch(cmd, s.window())
}

// window reads the rows in sight, where a section reads them as they come.
func (s *Screen) window() tea.Cmd {
	switch s.section {
	case due:
		return s.due.window()
	case all:
		return s.all.window()
	case payments:
		return s.payments.window()
	}
	return nil
}

// mouse moves among the rows and the sections, and scrolls the details.
func (s *Screen) mouse(msg tea.MouseMsg) tea.Cmd {
	at := msg.Mouse()
	rows, _ := s.layout()
	_, click := msg.(tea.MouseClickMsg)
	switch {
	case s.open:
		s.pane.detail.Update(msg)
	case click && at.Y == rows.Y-sectionRows:
		if to, ok := s.sectionAt(at.X); ok {
			return s.turnTo(to)
		}
	case rows.Contains(at.X, at.Y):
		return s.rows(msg)
	default:
		s.pane.detail.Update(msg)
	}
	return nil
}

// turnTo shows another section.
func (s *Screen) turnTo(to section) tea.Cmd {
	to = (to + sections) % sections
	if s.searches(to) != s.searches(s.section) {
		s.search.Reset()
		s.dropSearch()
	}
	s.section, s.open = to, false
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
		s.open = false
	}
	return s.pane.show(about)
}
