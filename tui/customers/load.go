package customers

import (
	"context"
	"slices"

	tea "charm.land/bubbletea/v2"

	"genjin/model"
	"genjin/tui/kit"
)

// newList makes the list of customers; the sums follow when it is read.
func (s *Screen) newList() *kit.Listing[model.Customer] {
	l := kit.NewListing[model.Customer](s.env)
	l.Find, l.Read, l.RowStyle = s.findCustomers, s.readRows, s.rowStyle
	l.MarkBy(func(c model.Customer) int64 { return c.ID })
	l.SetColumns(s.columns())
	return l
}

func (s *Screen) failed(err error) tea.Cmd { return kit.Fail(s.words.Customers.Read, err) }

func (s *Screen) query() model.Query {
	q := s.lens.Query(s.search.Text())
	q.Archived = s.archived
	return q
}

func (s *Screen) findCustomers() func(context.Context) (kit.Found, error) {
	query := s.query()
	return func(ctx context.Context) (kit.Found, error) {
		ids, err := s.store.CustomerIDs(ctx, query)
		if err != nil {
			return kit.Found{}, err
		}
		set, err := s.store.Settings(ctx)
		return kit.Found{IDs: ids, Then: func() { s.settings = set }, After: s.addUp(query, ids)}, err
	}
}

// addUp reads the sums of what the list shows.
func (s *Screen) addUp(query model.Query, ids []int64) func() tea.Cmd {
	return func() tea.Cmd {
		return s.adding.Run(func(ctx context.Context) (model.Totals, error) { return s.store.Totals(ctx, query, ids) })
	}
}

// readRows reads cards, and who brought these customers if that is a column.
func (s *Screen) readRows(ids []int64) func(context.Context) (kit.Rows[model.Customer], error) {
	referrers := slices.Contains(s.lens.Columns, "referrer")
	return func(ctx context.Context) (kit.Rows[model.Customer], error) {
		rows, err := s.store.CustomersByID(ctx, ids)
		if err != nil || !referrers {
			return kit.Rows[model.Customer]{Rows: rows}, err
		}
		names, err := s.referrers(ctx, rows)
		return kit.Rows[model.Customer]{Rows: rows, Then: func() { s.names = names }}, err
	}
}

// referrers are the names of those who brought customers.
func (s *Screen) referrers(ctx context.Context, rows []model.Customer) (map[int64]string, error) {
	var ids []int64
	for _, c := range rows {
		if c.Referrer != 0 {
			ids = append(ids, c.Referrer)
		}
	}
	slices.Sort(ids)
	by, err := s.store.CustomersByID(ctx, slices.Compact(ids))
	names := map[int64]string{}
	for _, c := range by {
		names[c.ID] = c.Name
	}
	return names, err
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
