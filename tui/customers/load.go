package customers

import (
	"context"

	tea "charm.land/bubbletea/v2"

	"genjin/model"
	"genjin/tui/ask"
	"genjin/tui/kit"
)

// newList makes the list of customers; the sums follow when it is read.
func (s *Screen) newList() *kit.Listing[model.CustomerOf] {
	l := ask.Rows(s.env, s.lens, s.store.CustomerList(), s.query)
	l.Find, l.RowStyle = s.findCustomers, s.rowStyle
	return l
}

func (s *Screen) failed(err error) tea.Cmd { return kit.Fail(s.words.Customers.Read, err) }

func (s *Screen) query() model.Query {
	q := s.lens.Query(s.search.Text())
	q.Archived = s.archived
	return q
}

func (s *Screen) findCustomers() func(context.Context) (kit.Found, error) {
	query, list := s.query(), s.store.CustomerList()
	return func(ctx context.Context) (kit.Found, error) {
		ids, err := list.IDs(ctx, query)
		if err != nil {
			return kit.Found{}, err
		}
		at, err := list.AsOf(ctx)
		after := func() tea.Cmd {
			return s.adding.Run(func(ctx context.Context) ([]model.Sum, error) { return list.Sums(ctx, query) })
		}
		return kit.Found{IDs: ids, Then: func() { s.settings = at.Settings }, After: after}, err
	}
}

// warm reads what a search looks through, so that the first key finds it read.
func (s *Screen) warm() tea.Cmd {
	return func() tea.Msg {
		if err := s.store.WarmSearch(context.Background()); err != nil {
			return kit.Failed{Op: s.words.Customers.Search, Err: err}
		}
		return nil
	}
}
