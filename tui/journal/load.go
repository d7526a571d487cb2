package journal

import (
	"context"
	"slices"

	tea "charm.land/bubbletea/v2"

	"genjin/model"
	"genjin/tui/card"
	"genjin/tui/kit"
)

// Store is what the tab reads; the card reads and writes the rest.
type Store interface {
	card.Store
	JournalIDs(ctx context.Context, q model.JournalQuery) ([]int64, error)
	CountJournal(ctx context.Context, q model.JournalQuery) (model.JournalCount, error)
	JournalRows(ctx context.Context, ids []int64) ([]model.Case, error)
	Export(ctx context.Context, path string, e model.Export) (int, error)
	TrackedIDs(ctx context.Context, g model.Grade, p model.Span) ([]int64, error)
	Tracked(ctx context.Context, ids []int64, p model.Span) ([]model.Tracked, error)
	Coverage(ctx context.Context, p model.Span) (map[model.Grade]model.Coverage, error)
}

// list is a list of entries: all ids are held, the rows in sight are read.
type list struct {
	table *kit.Table[model.Case]
	ids   []int64
	count model.JournalCount
	stale bool // to be read again when it is looked at
	atTop bool // something else is asked for: the next load begins at the top

	seq, rowsSeq int
	stop         context.CancelFunc // of the load under way
}

// The answers to the loads of a list.
type (
	listed struct {
		list  *list
		seq   int
		ids   []int64
		today model.Date
		err   error
	}
	counted struct {
		list  *list
		seq   int
		count model.JournalCount
		err   error
	}
	windowed struct {
		list   *list
		seq    int
		offset int
		rows   []model.Case
		err    error
	}
)

// load reads the ids of a list, and beside them its counts. What was asked
// before is given up: while one types, only the last answer counts.
func (s *Screen) load(l *list) tea.Cmd {
	if l.stop != nil {
		l.stop()
	}
	var ctx context.Context
	ctx, l.stop = context.WithCancel(context.Background())
	l.stale = false
	l.seq++
	seq, query := l.seq, s.query(l)
	return tea.Batch(func() tea.Msg {
		ids, err := s.store.JournalIDs(ctx, query)
		return listed{l, seq, ids, s.store.Today(), err}
	}, func() tea.Msg {
		count, err := s.store.CountJournal(ctx, query)
		return counted{l, seq, count, err}
	})
}

// takeList shows what was read; the cursor stays on its entry.
func (s *Screen) takeList(m listed) tea.Cmd {
	l := m.list
	if m.seq != l.seq {
		return nil
	}
	if m.err != nil {
		return kit.Fail(s.words.Journal.Read, m.err)
	}
	row, stood := l.table.Selected()
	l.ids, s.today = m.ids, m.today
	s.setEmpty()
	l.table.SetCount(len(l.ids))
	at := -1
	if stood && !l.atTop {
		at = slices.Index(l.ids, row.Entry.ID)
	}
	switch {
	case l.atTop:
		l.table.MoveTo(0)
	case at >= 0:
		l.table.MoveTo(at)
	case stood && l == s.list():
		s.open = false // its entry is gone: back to the list, on the next one
	}
	l.atTop = false
	l.rowsSeq++ // rows under way are of the ids before
	l.table.Refresh()
	if len(l.ids) == 0 {
		l.table.SetRows(0, nil)
		return s.moved()
	}
	return s.window(l)
}

// window reads the rows of a list that are in sight, if they aren't there yet.
func (s *Screen) window(l *list) tea.Cmd {
	offset, limit, ok := l.table.Need()
	if !ok {
		return nil
	}
	l.rowsSeq++
	seq := l.rowsSeq
	ids := l.ids[min(offset, len(l.ids)):min(offset+limit, len(l.ids))]
	return func() tea.Msg {
		rows, err := s.store.JournalRows(context.Background(), ids)
		return windowed{l, seq, offset, rows, err}
	}
}

func (s *Screen) takeRows(m windowed) tea.Cmd {
	if m.seq != m.list.rowsSeq {
		return nil
	}
	if m.err != nil {
		return kit.Fail(s.words.Journal.Read, m.err)
	}
	m.list.table.SetRows(m.offset, m.rows)
	return s.moved()
}

func (s *Screen) takeCount(m counted) tea.Cmd {
	if m.seq != m.list.seq {
		return nil
	}
	if m.err != nil {
		return kit.Fail(s.words.Journal.Read, m.err)
	}
	m.list.count = m.count
	return nil
}
