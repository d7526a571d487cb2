// Package journal is the third tab: what was said and done with all customers
// in time order, the cases that wait for an answer, and the four tracking
// journals as a grid of customers against days.
package journal

import (
	"context"
	"fmt"

	tea "charm.land/bubbletea/v2"

	"genjin/model"
	"genjin/model/label"
	"genjin/tui/ask"
	"genjin/tui/card"

	"genjin/tui/kit"
	"genjin/tui/words"
)

// The sections, between which Tab moves: the entries, the open cases, and from
// firstGrid on the tracking journals, one a grade.
const (
	entries = iota
	cases
	firstGrid
)

// Screen is the Journal tab.
type Screen struct {
	*kit.Browser
	env   *kit.Env
	words *words.Words
	store model.Store

	entries, cases *kit.Listing[model.Case]
	grid           *grid
	lens           *ask.Lens
	search         *kit.Finder
	count          outcomes // of what the filter shows
	counts         kit.Load[outcomes]

	card  *card.Card
	fresh *card.Card // of the customer whom a new entry is about
	today model.Date
}

// New makes the screen.
func New(env *kit.Env, words *words.Words, store model.Store) *Screen {
	s := &Screen{
		Browser: kit.NewBrowser(env), env: env, words: words, store: store,
		card: card.New(env, words, store), fresh: card.New(env, words, store),
		search: kit.NewFinder(env, words.Journal.SearchHint), today: store.Today(),
	}
	s.Side, s.Ready, s.Turned, s.Own, s.OnFail = s.card, s.card.Ready, s.turn, s.tabActions, s.failed
	s.Noted = func() { s.today = store.Today() }
	s.lens = ask.Viewed(env, words, store, label.Journal, s.asOf)
	s.lens.Often = []string{"at", "kind", "method", "outcome", "case_status", "customer_id", "situation"}
	s.lens.Orders = []string{"at", "customer_id", "method", "kind", "outcome"}
	s.lens.Downward = []string{"at"}
	s.entries = ask.Rows(env, s.lens, store.JournalList(), s.query)
	s.cases = ask.Rows(env, nil, store.JournalList(), func() model.Query { return model.Query{Preset: "open", Sort: "at"} })
	s.entries.RowStyle, s.cases.RowStyle = s.rowStyle, s.rowStyle
	s.grid = s.newGrid()
	s.addSections()
	s.setColumns()
	return s
}

func (s *Screen) asOf() model.AsOf { return model.AsOf{Today: s.today, Settings: s.grid.settings} }

// addSections gives the tab its sections.
func (s *Screen) addSections() {
	w := &s.words.Journal
	lens := s.lens.Kit()
	s.Add(&kit.Leaf{
		Name: func() string { return w.Entries }, Rows: s.entries, Find: s.search, Lens: lens, Beside: s.countEntries, Row: s.rowActions,
		Title: s.menuTitle, Many: s.many, Empty: func() string { return w.None }, Foot: func(int) []string {
			return []string{fmt.Sprintf(w.Count, len(s.entries.IDs), s.count.reached, s.count.notReached)}
		},
	}, &kit.Leaf{
		Name: func() string {
			if n := len(s.cases.IDs); n > 0 {
				return fmt.Sprintf("%s %d", w.Cases, n)
			}
			return w.Cases
		},
		Rows: s.cases, Row: s.rowActions, Title: s.menuTitle, Many: s.many, Empty: func() string { return w.NoCases },
		Foot: func(int) []string { return []string{s.caseFoot()} },
	})
	for i, g := range model.TrackedGrades {
		s.Add(&kit.Leaf{
			Name: func() string { return w.Trackings[i] }, Rows: s.grid, Wide: true, Row: s.rowActions, Title: s.menuTitle,
			Line: s.weekLine, Empty: func() string { return fmt.Sprintf(w.NoTracked, g) }, Foot: s.gridFoot,
		})
	}
	s.lens.OnRows = func() tea.Cmd { return s.NarrowBy(lens) }
	s.lens.OnShow = s.showColumns
}

// query is what the list of entries asks for: those of archived customers, too.
func (s *Screen) query() model.Query {
	q := s.lens.Query(s.search.Text())
	q.Filters = append(q.Filters, model.JournalView.Both()...)
	return q
}

func (s *Screen) failed(err error) tea.Cmd { return kit.Fail(s.words.Journal.Read, err) }

// Init reads the entries, and how many cases are open.
func (s *Screen) Init() tea.Cmd { return tea.Batch(s.lens.ReadColumns(), s.Look(), s.cases.Look()) }

// Reload reads what is shown again, and the open cases for their count; the
// cursor stays on its row.
func (s *Screen) Reload() tea.Cmd {
	cmd := s.Renew()
	if s.At() != cases {
		cmd = tea.Batch(cmd, s.cases.Look())
	}
	return cmd
}

// list is the list of the shown section, nil when that is a tracking journal.
func (s *Screen) list() *kit.Listing[model.Case] {
	switch s.At() {
	case entries:
		return s.entries
	case cases:
		return s.cases
	}
	return nil
}

// grade is whose tracking journal is shown.
func (s *Screen) grade() model.Grade { return model.TrackedGrades[max(s.At()-firstGrid, 0)] }

// Count: the journal asks for nothing; what waits is on Today.
func (s *Screen) Count() int { return 0 }

// Retranslate takes over another language or theme.
func (s *Screen) Retranslate() {
	s.setColumns()
	s.search.SetHint(s.words.Journal.SearchHint)
	s.Arrange()
	s.card.Retranslate()
}

// Update takes what was read; the rest is the browser's.
func (s *Screen) Update(msg tea.Msg) tea.Cmd {
	if count, err, ok := s.counts.Take(msg); ok {
		if err != nil {
			return s.failed(err)
		}
		s.count = count
		return nil
	}
	if coverage, err, ok := s.grid.covering.Take(msg); ok {
		return s.takeCoverage(coverage, err)
	}
	if msg, ok := msg.(whose); ok {
		return s.takeWhose(msg)
	}
	cmd, _ := s.fresh.Update(msg)
	return tea.Batch(cmd, s.Browser.Update(msg))
}

// turn turns the card to the customer of the chosen row.
func (s *Screen) turn() tea.Cmd {
	id, _ := s.customer()
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

// outcomes is how many of the entries reached somebody, and how many did not.
type outcomes struct{ reached, notReached int }

// countEntries counts what the filter shows, by outcome.
func (s *Screen) countEntries() tea.Cmd {
	query := s.query()
	return s.counts.Run(func(ctx context.Context) (c outcomes, err error) {
		sums, err := s.store.JournalList().SumsBy(ctx, query, []string{"outcome"}, nil)
		for _, of := range sums {
			if of.By[0] == string(model.NotReached) {
				c.notReached += of.Count
			} else {
				c.reached += of.Count
			}
		}
		return c, err
	})
}
