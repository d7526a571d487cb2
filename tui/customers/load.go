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
	l.Find, l.Read = s.findCustomers, s.readRows
	l.OnFound, l.OnRows, l.OnFail = s.found, s.moved, s.failed
	l.OnMove, l.OnOpen, l.RowStyle = s.moved, s.enter, s.rowStyle
	l.MarkBy(func(c model.Customer) int64 { return c.ID })
	return l
}

func (s *Screen) failed(err error) tea.Cmd { return kit.Fail(s.words.Customers.Read, err) }

func (s *Screen) findCustomers() func(context.Context) (kit.Found, error) {
	query := s.query
	return func(ctx context.Context) (kit.Found, error) {
		ids, err := s.store.CustomerIDs(ctx, query)
		if err != nil {
			return kit.Found{}, err
		}
		set, err := s.store.Settings(ctx)
		return kit.Found{IDs: ids, Then: func() { s.settings = set }}, err
	}
}

func (s *Screen) found(bool) tea.Cmd {
	s.today = s.store.Today()
	s.pruneMarks()
	s.setEmpty()
	if len(s.list.IDs) == 0 {
		s.totals, s.open = model.Totals{}, false
		return s.card.Show(0)
	}
	return s.addUp()
}

// readRows reads cards, and who brought these customers if that is a column.
func (s *Screen) readRows(ids []int64) func(context.Context) (kit.Rows[model.Customer], error) {
	referrers := slices.Contains(s.custom, "referrer")
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

// totaled is the sums of what the list shows.
type totaled struct {
	seq    int
	totals model.Totals
	err    error
}

func (s *Screen) addUp() tea.Cmd {
	s.sumSeq++
	seq, query, ids := s.sumSeq, s.query, s.list.IDs
	return func() tea.Msg {
		t, err := s.store.Totals(context.Background(), query, ids)
		return totaled{seq, t, err}
	}
}

func (s *Screen) takeTotals(t totaled) tea.Cmd {
	if t.seq != s.sumSeq {
		return nil
	}
	s.totals = t.totals
	if t.err != nil {
		return s.failed(t.err)
	}
	return nil
}
