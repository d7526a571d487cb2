// Package today is the first tab: a queue of everything due, most pressing
// first, the customer's card beside it, and what the day has brought so far.
package today

import (
	"fmt"
	"strings"

	tea "charm.land/bubbletea/v2"

	"genjin/model"
	"genjin/model/label"
	"genjin/tui/ask"
	"genjin/tui/card"

	"genjin/tui/kit"
	"genjin/tui/words"
)

// The sections, between which Tab moves: which days the list shows.
const (
	spanToday = iota
	spanTomorrow
	spanWeek
)

// Screen is the Today tab.
type Screen struct {
	*kit.Browser
	env    *kit.Env
	words  *words.Words
	store  model.Store
	queue  *queue
	lens   *ask.Lens
	search *kit.Finder
	card   *card.Card
}

// New makes the screen.
func New(env *kit.Env, words *words.Words, store model.Store) *Screen {
	s := &Screen{
		Browser: kit.NewBrowser(env), env: env, words: words, store: store, card: card.New(env, words, store),
		search: kit.NewFinder(env, words.Today.SearchHint),
	}
	s.queue = &queue{s: s, stale: true}
	s.queue.Table = kit.NewTable(env, s.columns(), "")
	s.queue.RowStyle = s.rowStyle
	s.Side, s.Ready, s.Turned, s.Own = s.card, s.card.Ready, s.turn, s.tabActions
	s.Head = s.foremost
	s.OnFail = func(err error) tea.Cmd { return kit.Fail(words.Today.Read, err) }
	s.lens = s.newLens()
	lens, w := s.lens.Kit(), &words.Today
	for _, name := range []*string{&w.Today, &w.Tomorrow, &w.Week} {
		s.Add(&kit.Leaf{
			Name: func() string { return *name }, Rows: s.queue, Find: s.search, Lens: lens, Line: s.progressLine,
			Row: s.rowActions, Title: s.menuTitle, About: s.menuLines, Empty: s.emptyText, Foot: s.warning,
		})
	}
	s.lens.OnRows = func() tea.Cmd { return s.NarrowBy(lens) }
	return s
}

// newLens is what the queue can be narrowed down to; its order is its own.
func (s *Screen) newLens() *ask.Lens {
	l := ask.Viewed(s.env, s.words, s.store, label.Queue, func() model.AsOf { return model.AsOf{} })
	l.Ordered, l.Asked = true, func(string) bool { return true }
	return l
}

// Init reads the day.
func (s *Screen) Init() tea.Cmd { return s.Look() }

// Reload reads the day again.
func (s *Screen) Reload() tea.Cmd { return s.Renew() }

// Count is how much is still to do today.
func (s *Screen) Count() int { return len(s.queue.day.rows) }

// Retranslate takes over another language or theme.
func (s *Screen) Retranslate() {
	s.queue.SetColumns(s.columns())
	s.queue.keep()
	s.search.SetHint(s.words.Today.SearchHint)
	s.Arrange()
	s.card.Retranslate()
}

// turn turns the card to the chosen row.
func (s *Screen) turn() tea.Cmd {
	it, ok := s.queue.Selected()
	if !ok {
		return s.card.Show(0)
	}
	return s.card.ShowRow(it.Row)
}

// rowActions are what the chosen row asks for, then what else can be done; nil
// without one.
func (s *Screen) rowActions() []kit.Action {
	it, ok := s.queue.Selected()
	if !ok {
		return nil
	}
	return append([]kit.Action{}, s.card.Actions(it.due())...) // none: a festival that is done
}

func (s *Screen) menuTitle() string {
	it, _ := s.queue.Selected()
	return fmt.Sprintf(s.words.Today.MenuTitle, it.who, it.what)
}

// mostParts is how many items of a conversation stand over its menu.
const mostParts = 8

// menuLines are the items of a conversation: the invoices that are owed, the
// steps of a project.
func (s *Screen) menuLines() []string {
	it, _ := s.queue.Selected()
	if it.status == done {
		return nil
	}
	lines := s.before(it)
	for i, p := range it.Items {
		if i == mostParts-1 && len(it.Items) > mostParts {
			lines = append(lines, fmt.Sprintf(s.words.Owed.More, len(it.Items)-i))
			break
		}
		lines = append(lines, "  "+s.words.Note(label.Reason(p.Reason, s.queue.day.today, s.words.Lang)))
	}
	return append(lines, "")
}

// before is what one looks at before a call, over the menu that covers the card:
// why the row is there, what was said last, the phones.
func (s *Screen) before(it item) []string {
	l, last := s.words.Lang, s.queue.day.said[it.CustomerID]
	var lines []string
	if it.Items == nil {
		lines = append(lines, "  "+s.words.Note(label.Reason(it.Reason, s.queue.day.today, l)))
	}
	if said := label.LastWords(last, s.queue.day.today, l); said != "" {
		lines = append(lines, "  "+s.words.Note(said))
	}
	if phones := last.Phones.Items(); len(phones) > 0 {
		lines = append(lines, "  "+s.words.Note(strings.Join(phones, " / ")))
	}
	return lines
}

// tabActions are what can be done without a row.
func (s *Screen) tabActions() []kit.Action {
	w := s.words.Today
	return []kit.Action{
		{ID: "new", Keys: []string{"n", "ctrl+n"}, Name: s.words.Card.Add, Hint: s.queue.day.empty, Do: s.card.Add},
		{ID: "kind.next", Keys: []string{"]"}, Name: w.NextKind, Do: func() tea.Cmd { return s.queue.Jump(1, item.kind) }},
		{ID: "kind.prev", Keys: []string{"["}, Name: w.PrevKind, Do: func() tea.Cmd { return s.queue.Jump(-1, item.kind) }},
	}
}
