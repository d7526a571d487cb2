package customers

import (
	"context"
	"slices"

	tea "charm.land/bubbletea/v2"

	"genjin/model"
	"genjin/tui/card"
	"genjin/tui/kit"
)

// Store is what the tab reads and what it changes of several customers at once;
// the card reads and writes the rest.
type Store interface {
	card.Store
	CustomerIDs(ctx context.Context, q model.Query) ([]int64, error)
	CustomersByID(ctx context.Context, ids []int64) ([]model.Customer, error)
	Totals(ctx context.Context, q model.Query, ids []int64) (model.Totals, error)
	FieldValues(ctx context.Context, code string) ([]string, error)
	WarmSearch(ctx context.Context) error
	Export(ctx context.Context, path string, e model.Export) (int, error)
	segments
	layouts
	bulk
	merger
}

// layouts keeps how the list looks.
type layouts interface {
	ListColumns(ctx context.Context, list string) ([]string, error)
	KeepListColumns(ctx context.Context, list string, columns []string) error
}

type listed struct {
	seq      int
	ids      []int64
	today    model.Date
	settings model.Settings
	err      error
}

// load reads the ids of the list; the cards of the rows in sight follow, and
// then the sums.
func (s *Screen) load() tea.Cmd {
	s.seq++
	seq, query := s.seq, s.query
	return func() tea.Msg {
		ctx := context.Background()
		ids, err := s.store.CustomerIDs(ctx, query)
		if err != nil {
			return listed{seq: seq, err: err}
		}
		set, err := s.store.Settings(ctx)
		return listed{seq, ids, s.store.Today(), set, err}
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

func (s *Screen) takeList(l listed) tea.Cmd {
	if l.seq != s.seq {
		return nil
	}
	if l.err != nil {
		return kit.Fail(s.words.Customers.Read, l.err)
	}
	stand := s.keep
	if c, ok := s.table.Selected(); ok && stand == 0 {
		stand = c.ID
	}
	s.keep = 0
	s.ids, s.today, s.settings = l.ids, l.today, l.settings
	s.pruneMarks()
	s.setEmpty()
	s.table.SetCount(len(s.ids))
	if i := slices.Index(s.ids, stand); i >= 0 {
		s.table.MoveTo(i)
	}
	s.table.Refresh()
	if len(s.ids) == 0 {
		s.totals = model.Totals{}
		s.table.SetRows(0, nil)
		s.open = false
		return s.card.Show(0)
	}
	return tea.Batch(s.window(), s.addUp())
}

// totaled is the sums of what the list shows.
type totaled struct {
	seq    int
	totals model.Totals
	err    error
}

func (s *Screen) addUp() tea.Cmd {
	seq, query, ids := s.seq, s.query, s.ids
	return func() tea.Msg {
		t, err := s.store.Totals(context.Background(), query, ids)
		return totaled{seq, t, err}
	}
}

func (s *Screen) takeTotals(t totaled) tea.Cmd {
	if t.seq != s.seq {
		return nil
	}
	s.totals = t.totals
	if t.err != nil {
		return kit.Fail(s.words.Customers.Read, t.err)
	}
	return nil
}

type windowed struct {
	seq    int
	offset int
	rows   []model.Customer
	names  map[int64]string // of those who brought them
	err    error
}

// window reads the rows that are in sight, if they aren't there yet.
func (s *Screen) window() tea.Cmd {
	offset, limit, ok := s.table.Need()
	if !ok {
		return nil
	}
	s.rowsSeq++
	seq := s.rowsSeq
	ids := s.ids[min(offset, len(s.ids)):min(offset+limit, len(s.ids))]
	referrers := slices.Contains(s.custom, "referrer")
	return func() tea.Msg {
		ctx := context.Background()
		rows, err := s.store.CustomersByID(ctx, ids)
		msg := windowed{seq: seq, offset: offset, rows: rows, err: err}
		if err == nil && referrers {
			msg.names, msg.err = s.referrers(ctx, rows)
		}
		return msg
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

func (s *Screen) takeRows(r windowed) tea.Cmd {
	if r.seq != s.rowsSeq {
		return nil
	}
	if r.err != nil {
		return kit.Fail(s.words.Customers.Read, r.err)
	}
	s.names = r.names
	s.table.SetRows(r.offset, r.rows)
	return s.moved()
}
