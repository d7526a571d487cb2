package customers

import (
	"context"
	"slices"

	tea "charm.land/bubbletea/v2"

	"genjin/model"
	"genjin/model/label"
	"genjin/tui/card"
	"genjin/tui/kit"
)

// Store is what the tab reads; the card reads and writes the rest.
type Store interface {
	card.Store
	CustomerIDs(ctx context.Context, q model.Query) ([]int64, error)
	CustomersByID(ctx context.Context, ids []int64) ([]model.Customer, error)
	WarmSearch(ctx context.Context) error
	ExportCustomers(ctx context.Context, path string, ids []int64, lang label.Lang) error
}

type listed struct {
	seq   int
	ids   []int64
	today model.Date
	err   error
}

// load reads the ids of the list; the cards of the rows in sight follow.
func (s *Screen) load() tea.Cmd {
	s.seq++
	seq, query := s.seq, s.query
	return func() tea.Msg {
		ids, err := s.store.CustomerIDs(context.Background(), query)
		return listed{seq, ids, s.store.Today(), err}
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
	s.ids, s.today = l.ids, l.today
	s.setEmpty()
	s.table.SetCount(len(s.ids))
	if i := slices.Index(s.ids, stand); i >= 0 {
		s.table.MoveTo(i)
	}
	s.table.Refresh()
	if len(s.ids) == 0 {
		s.table.SetRows(0, nil)
		s.open = false
		return s.card.Show(0)
	}
	return s.window()
}

type windowed struct {
	seq    int
	offset int
	rows   []model.Customer
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
	return func() tea.Msg {
		rows, err := s.store.CustomersByID(context.Background(), ids)
		return windowed{seq, offset, rows, err}
	}
}

func (s *Screen) takeRows(r windowed) tea.Cmd {
	if r.seq != s.rowsSeq {
		return nil
	}
	if r.err != nil {
		return kit.Fail(s.words.Customers.Read, r.err)
	}
	s.table.SetRows(r.offset, r.rows)
	return s.moved()
}
