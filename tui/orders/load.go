package orders

import (
	"context"

	tea "charm.land/bubbletea/v2"

	"genjin/model"
	"genjin/tui/kit"
	"genjin/tui/ordering"
)

// makeLists makes the lists of the sections.
func (s *Screen) makeLists() {
	for at := range products {
		l := kit.NewListing[model.OrderOf](s.env)
		l.Find = func() func(context.Context) (kit.Found, error) { return kit.FindIDs(s.store.OrderIDs, s.query(at)) }
		l.Read = kit.ReadRows(s.store.OrdersByID)
		l.OnFound = func(gone bool) tea.Cmd { return s.found(at, gone) }
		l.OnRows, l.OnFail = s.moved, s.failed
		l.OnMove, l.OnOpen, l.RowStyle = s.moved, s.enter, s.rowStyle
		s.lists[at] = l
	}
	s.products = kit.NewListing[model.Product](s.env)
	s.products.Find = func() func(context.Context) (kit.Found, error) {
		q := model.Query{Search: s.filter.text}
		if s.stopped {
			q.Filters = model.ProductView.Both()
		}
		return kit.FindIDs(s.store.ProductList().IDs, q)
	}
	s.products.Read = kit.ReadRows(func(ctx context.Context, ids []int64) ([]model.Product, error) {
		return s.store.ProductList().Rows(ctx, ids, false)
	})
	s.products.OnFound = func(gone bool) tea.Cmd { return s.found(products, gone) }
	s.products.OnRows, s.products.OnFail = s.moved, s.failed
	s.products.OnMove, s.products.OnOpen, s.products.RowStyle = s.moved, s.enter, s.productStyle
	s.setColumns()
	s.setEmpty()
}

// found notes that a list was read again. When the chosen row is gone the list
// is shown again, on the next one.
func (s *Screen) found(at section, gone bool) tea.Cmd {
	s.today = s.store.Today()
	s.setEmpty()
	if at == s.section {
		if gone {
			s.opened = false
		}
		s.arrange()
	}
	return nil
}

func (s *Screen) failed(err error) tea.Cmd { return kit.Fail(s.words.Orders.Read, err) }

// markNew makes every list begin at the top: something else is asked for.
func (s *Screen) markNew() {
	for _, l := range s.lists {
		l.Stale = true
		l.FromTop()
	}
	s.products.Stale = true
	s.products.FromTop()
}

// answer takes what commands have read.
func (s *Screen) answer(msg tea.Msg) (tea.Cmd, bool) {
	for _, l := range s.lists {
		if cmd, ok := l.Answer(msg); ok {
			return cmd, true
		}
	}
	if cmd, ok := s.products.Answer(msg); ok {
		return cmd, true
	}
	switch msg := msg.(type) {
	case headRead:
		return s.takeHead(msg), true
	case summed:
		return s.takeSums(msg), true
	case customerFound:
		return s.takeCustomer(msg), true
	case productSaved:
		if msg.screen == s {
			s.products.StandOn(msg.id)
		}
		return nil, true
	case ordering.Added:
		s.standOn(msg.ID)
		return nil, false
	}
	return s.pane.answer(msg)
}

// standOn makes the lists stand on a new order when they are read next.
func (s *Screen) standOn(id int64) {
	for _, l := range s.lists {
		l.StandOn(id)
	}
	if s.section == products {
		s.section = open
		s.search.SetHint(s.searchHint())
		s.arrange()
	}
}

// head is what stands over every section.
type head struct {
	pipeline []model.OrderSum
	onTime   model.OnTime // of the last year
	pressing int          // how many are late or need a step today
	some     bool         // there are orders at all
	seq      int
}

type headRead struct {
	screen *Screen
	head   head
	err    error
}

// yearDays is how far back the on-time rate looks.
const yearDays = 365

func (s *Screen) loadHead() tea.Cmd {
	s.head.seq++
	m := headRead{screen: s, head: head{seq: s.head.seq}}
	return func() tea.Msg {
		ctx := context.Background()
		if m.head.pipeline, m.err = s.store.OrderSums(ctx, model.OrderQuery{}); m.err != nil {
			return m
		}
		for _, o := range m.head.pipeline {
			m.head.some = m.head.some || o.Count > 0
		}
		today := s.store.Today()
		if m.head.onTime, _, m.err = s.store.OnTime(ctx, today.AddDays(-yearDays), today, 0); m.err != nil {
			return m
		}
		m.head.pressing, m.err = s.ReadCount(ctx)
		return m
	}
}

func (s *Screen) takeHead(m headRead) tea.Cmd {
	if m.screen != s || m.head.seq != s.head.seq {
		return nil
	}
	if m.err != nil {
		return s.failed(m.err)
	}
	s.head = m.head
	s.setEmpty()
	s.arrange()
	return nil
}

// ReadCount counts what is late or needs a step today.
func (s *Screen) ReadCount(ctx context.Context) (n int, err error) {
	list, err := s.store.OrderSums(ctx, model.OrderQuery{Pressing: true})
	for _, o := range list {
		n += o.Count
	}
	return n, err
}

// sums is what stands below the rows, a line a currency.
type sums struct {
	of  []model.OrderTotal
	seq int
}

type summed struct {
	screen *Screen
	sums   sums
	err    error
}

// loadSums reads what the shown section's orders add up to.
func (s *Screen) loadSums() tea.Cmd {
	s.sums.seq++
	m := summed{screen: s, sums: sums{seq: s.sums.seq}}
	q := s.query(s.section)
	return func() tea.Msg {
		list, err := s.store.OrderSums(context.Background(), q)
		if m.err = err; err != nil {
			return m
		}
		var ok bool
		if m.sums.of, ok = model.OrderTotals(list); !ok {
			m.err = model.ErrSumTooLarge
		}
		return m
	}
}

func (s *Screen) takeSums(m summed) tea.Cmd {
	if m.screen != s || m.sums.seq != s.sums.seq {
		return nil
	}
	if m.err != nil {
		return s.failed(m.err)
	}
	s.sums = m.sums
	s.arrange() // there may be another line
	return nil
}
