// Package customers is the second tab: all customers, searched by characters,
// digits, pinyin or initials, with the chosen one's card.
package customers

import (
	"fmt"
	"slices"
	"strings"

	tea "charm.land/bubbletea/v2"
	"charm.land/lipgloss/v2"

	"genjin/model"
	"genjin/model/label"
	"genjin/tui/ask"
	"genjin/tui/card"

	"genjin/tui/kit"
	"genjin/tui/words"
)

// Screen is the Customers tab.
type Screen struct {
	*kit.Browser
	env   *kit.Env
	words *words.Words
	store model.Store

	list     *kit.Listing[model.CustomerOf]
	lens     *ask.Lens
	search   *kit.Finder
	card     *card.Card
	market   *ask.Items[model.MarketNoteOf]
	archived bool          // those that were put away
	expected []model.Money // what the deals of the list may come to
	settings model.Settings
	today    model.Date

	adding kit.Load[[]model.Sum]
}

// New makes the screen.
func New(env *kit.Env, words *words.Words, store model.Store) *Screen {
	s := &Screen{
		Browser: kit.NewBrowser(env), env: env, words: words, store: store,
		card: card.New(env, words, store), search: kit.NewFinder(env, words.Customers.SearchHint),
	}
	s.Side, s.Ready, s.Turned = s.card, s.card.Ready, s.turn
	s.Own, s.OnFail = s.tabActions, s.failed
	s.Noted = func() { s.today = store.Today() }
	s.lens = s.newLens()
	s.list = s.newList()
	s.setColumns()
	s.market = ask.NewItems(env, words, store, label.Market, store.MarketList(), s.Browser)
	s.Add(s.leaf(), s.market.Leaf)
	return s
}

// marketNotes is the section beside that of the customers.
const marketNotes = 1

// newLens is how the list can be looked at.
func (s *Screen) newLens() *ask.Lens {
	l := ask.Viewed(s.env, s.words, s.store, label.Customers, s.asOf)
	l.Often = []string{
		"stage", model.AxisImportance, model.AxisUrgency, "need", "grade", "class", "next_on", "last_on", "tags", "source", "owner",
		"expected_on", "expected_amount",
	}
	l.Offered = []string{"owner", "team", "currency"}
	l.Orders = append([]string{"name", "grade", "next_on", "last_on", "expected_on", "expected_amount", "filled_on", "updated_at"},
		model.CustomerView.Usual...)
	l.Downward = []string{
		"last_on", "expected_amount", "filled_on", "created_at", "updated_at", "credit_limit", "potential_score",
		"payment_score", "party_size", "attempts",
	}
	l.OnShow = s.showColumns
	return l
}

func (s *Screen) asOf() model.AsOf { return model.AsOf{Today: s.today, Settings: s.settings} }

// leaf is the list as the tab has it.
func (s *Screen) leaf() *kit.Leaf {
	leaf := &kit.Leaf{
		Rows: s.list, Find: s.search, Lens: s.lens.Kit(), Name: s.title, Empty: s.empty, Foot: s.foot, Row: s.rowActions, Many: s.bulk,
		Missing: func(text string) string { return fmt.Sprintf(s.words.Customers.NotFound, text) },
		Title: func() string {
			c, _ := s.list.Selected()
			return c.Name
		},
	}
	s.lens.OnRows = func() tea.Cmd { return s.NarrowBy(leaf.Lens) }
	return leaf
}

// Init reads the list, and what searching needs.
func (s *Screen) Init() tea.Cmd { return tea.Batch(s.lens.ReadColumns(), s.Look(), s.warm()) }

// Reload reads the list again; the cursor stays on its customer.
func (s *Screen) Reload() tea.Cmd { return s.Renew() }

// Count is how many customers the list has.
func (s *Screen) Count() int { return len(s.list.IDs) }

// Retranslate takes over another language or theme.
func (s *Screen) Retranslate() {
	s.setColumns()
	s.search.SetHint(s.words.Customers.SearchHint)
	s.market.Retranslate()
	s.card.Retranslate()
	s.Arrange()
}

// Update takes what was read; the rest is the browser's.
func (s *Screen) Update(msg tea.Msg) tea.Cmd {
	if sums, err, ok := s.adding.Take(msg); ok {
		s.expected = model.ExpectedSums(sums)
		if err != nil {
			return s.failed(err)
		}
		return nil
	}
	switch msg := msg.(type) {
	case card.Added:
		s.list.StandOn(msg.ID)
		return nil
	case sameRead:
		return s.takeSame(msg)
	case mergingRead:
		return s.takeMerging(msg)
	case merged:
		return s.takeMerged(msg)
	}
	return s.Browser.Update(msg)
}

// turn turns the card to the chosen customer.
func (s *Screen) turn() tea.Cmd {
	c, _ := s.list.Selected()
	return s.card.Show(c.ID)
}

// ShowCustomer turns the list to a customer, whatever it was narrowed to, and
// opens the card.
func (s *Screen) ShowCustomer(c model.Customer) tea.Cmd {
	s.search.Reset()
	s.lens.Reset()
	s.archived = c.Archived
	s.TurnTo(0)
	return s.StandOn(s.list, c.ID)
}

// tabActions are what can be done without a customer.
func (s *Screen) tabActions() []kit.Action {
	if s.At() == marketNotes {
		return s.market.Own()
	}
	w := s.words.Customers
	archived := w.ShowArchived
	if s.archived {
		archived = w.HideArchived
	}
	listed := func() []int64 { return slices.Clone(s.list.IDs) }
	return append([]kit.Action{
		{ID: "new", Keys: []string{"n", "ctrl+n"}, Name: s.words.Card.Add, Hint: true, Do: s.card.Add},
		{ID: "duplicates", Name: s.words.Merge.Duplicates, Do: s.findDuplicates},
		{ID: "export", Keys: []string{"x"}, Name: w.Export, Do: func() tea.Cmd { return s.export(listed()) }},
		{ID: "archived", Name: archived, Do: s.toggleArchived},
	}, s.handOver("handover", listed)...)
}

// rowActions are what can be done with the customer under the cursor.
func (s *Screen) rowActions() []kit.Action {
	if _, ok := s.list.Selected(); !ok {
		return nil
	}
	return append(s.card.Actions(nil), kit.Action{ID: "merge", Name: s.words.Merge.Merge, Menu: true, Do: s.askMerge})
}

func (s *Screen) toggleArchived() tea.Cmd {
	s.archived = !s.archived
	return s.lens.OnRows()
}

// export asks where customers go: in the columns that were chosen, without a
// choice everything on the cards.
func (s *Screen) export(ids []int64) tea.Cmd {
	w := s.words.Customers
	return s.lens.Export(model.ExportCustomers, ids, w.ExportTitle, fmt.Sprintf("%s-%s.xlsx", w.Title, s.today), w.Exported)
}

func (s *Screen) title() string {
	if s.archived {
		return s.words.Customers.TitleArchived
	}
	return s.words.Customers.Title
}

func (s *Screen) empty() string {
	if s.archived {
		return s.words.Customers.NoArchived
	}
	return s.words.Customers.None
}

// foot is the count of what the list shows, and the sums.
func (s *Screen) foot(int) []string {
	text := fmt.Sprintf(s.words.Customers.Count, len(s.list.IDs))
	if len(s.expected) > 0 && len(s.list.IDs) > 0 {
		sums := make([]string, len(s.expected))
		for i, m := range s.expected {
			sums[i] = label.Amount(m.Amount, m.Currency)
		}
		text += "  " + fmt.Sprintf(s.words.Lists.Sum, strings.Join(sums, " + "))
	}
	return []string{text}
}

func (s *Screen) rowStyle(c model.CustomerOf) *lipgloss.Style {
	if c.Archived || c.Grade == model.GradeE {
		return &s.env.Styles.Dim
	}
	return nil
}
