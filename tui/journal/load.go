package journal

import (
	"context"

	tea "charm.land/bubbletea/v2"

	"genjin/model"
	"genjin/tui/kit"
)

// newList makes a list of entries; what it asks for is the screen's filter, or
// the cases that wait.
func (s *Screen) newList() *kit.Listing[model.Case] {
	l := kit.NewListing[model.Case](s.env)
	l.Find = func() func(context.Context) (kit.Found, error) { return kit.FindIDs(s.store.JournalIDs, s.query(l)) }
	l.Read = kit.ReadRows(s.store.JournalRows)
	l.OnFound = func(gone bool) tea.Cmd {
		s.today = s.store.Today()
		s.setEmpty()
		if gone && l == s.list() {
			s.open = false // its entry is gone: back to the list, on the next one
		}
		return nil
	}
	l.OnRows, l.OnFail = s.moved, s.failed
	l.OnMove, l.OnOpen, l.RowStyle = s.moved, s.enter, s.rowStyle
	return l
}

func (s *Screen) failed(err error) tea.Cmd { return kit.Fail(s.words.Journal.Read, err) }

// load reads a list; beside the entries, their counts.
func (s *Screen) load(l *kit.Listing[model.Case]) tea.Cmd {
	if l == s.entries {
		return tea.Batch(l.Load(), s.countEntries())
	}
	return l.Load()
}

// counted is how many entries the filter shows.
type counted struct {
	seq   int
	count model.JournalCount
	err   error
}

func (s *Screen) countEntries() tea.Cmd {
	if s.stopCount != nil {
		s.stopCount()
	}
	var ctx context.Context
	ctx, s.stopCount = context.WithCancel(context.Background())
	s.countSeq++
	seq, query := s.countSeq, s.query(s.entries)
	return func() tea.Msg {
		count, err := s.store.CountJournal(ctx, query)
		return counted{seq, count, err}
	}
}

func (s *Screen) takeCount(m counted) tea.Cmd {
	if m.seq != s.countSeq {
		return nil
	}
	if m.err != nil {
		return s.failed(m.err)
	}
	s.count = m.count
	return nil
}
