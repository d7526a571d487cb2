package today

import (
	"context"

	tea "charm.land/bubbletea/v2"

	"genjin/model"
	"genjin/tui/kit"
)

// week is how many days ahead the list looks when it is asked to.
const week = 7

// day is what the list is made of.
type day struct {
	rows     []model.Row
	ahead    []model.Row // of the week to come, where it was asked for
	looked   bool        // the week to come was read too
	entries  []model.Case
	ticks    []model.Handled
	names    map[int64]model.Customer // of the ticks
	calendar model.Calendar
	empty    bool // there are no customers at all
}

type loaded struct {
	seq   int
	day   day
	today model.Date
	err   error
}

func (s *Screen) load() tea.Cmd {
	s.seq++
	seq, ahead := s.seq, s.span != spanToday
	return func() tea.Msg {
		d, today, err := s.read(context.Background(), ahead)
		return loaded{seq, d, today, err}
	}
}

// read reads the day, and the week to come only where it is shown: in a large
// file it holds a hundred times the day's rows. A day that is done says what
// is next, so then it looks ahead too.
func (s *Screen) read(ctx context.Context, ahead bool) (day, model.Date, error) {
	days := 0
	if ahead {
		days = week
	}
	read, err := s.store.Day(ctx, days)
	if err != nil {
		return day{}, "", err
	}
	rows := model.Queue(read.Facts)
	if len(rows) == 0 && !ahead {
		return s.read(ctx, true)
	}
	d := day{
		rows: rows, looked: ahead,
		calendar: read.Facts.Settings.Calendar(), entries: latest(withoutChases(read.Entries, read.Ticks)), ticks: read.Ticks,
		names: map[int64]model.Customer{},
	}
	if ahead {
		d.ahead = model.Ahead(read.Facts, days)
	}
	for _, h := range d.ticks {
		if h.CustomerID == 0 {
			continue // a festival
		}
		if d.names[h.CustomerID], err = s.store.Customer(ctx, h.CustomerID); err != nil {
			return d, "", err
		}
	}
	n, err := s.store.CountCustomers(ctx)
	d.empty = n == 0
	return d, read.Facts.Today, err
}

// take shows what was read. The cursor stays on its row; when that is done it
// stands on the next one.
func (s *Screen) take(l loaded) tea.Cmd {
	if l.seq != s.seq {
		return nil
	}
	if l.err != nil {
		return kit.Fail(s.words.Today.Read, l.err)
	}
	keep := s.place()
	s.day, s.asOf = l.day, l.today
	s.refill()
	for _, key := range keep {
		if s.table.KeepOn(func(it item) bool { return it.key() == key }) {
			break
		}
	}
	if it, ok := s.table.Selected(); s.open && (!ok || len(keep) > 0 && it.key() != keep[0]) {
		return tea.Batch(s.show(false), s.showCard()) // its row is done: back to the list, on the next one
	}
	return s.showCard()
}

// mostPlaces is how many rows a reload may take away before the cursor stays
// at its line of the list instead of its record.
const mostPlaces = 50

// place is the chosen row and those after it, in the order in which the cursor
// would rather stand on them.
func (s *Screen) place() []string {
	var keys []string
	for i := s.table.Cursor(); i < s.table.Cursor()+mostPlaces; i++ {
		it, ok := s.table.Row(i)
		if !ok {
			break
		}
		keys = append(keys, it.key())
	}
	return keys
}

// latest leaves out what a later contact of the day with the same customer has
// overtaken: the list shows whom one has dealt with, not how often. A case is
// a thing of its own, and one that was only noted is not done.
func latest(entries []model.Case) []model.Case {
	seen := map[int64]bool{}
	var kept []model.Case
	for _, k := range entries {
		if k.Entry.Status == model.CaseOpen {
			continue
		}
		if !k.Entry.Kind.IsCase() {
			if seen[k.Customer.ID] {
				continue
			}
			seen[k.Customer.ID] = true
		}
		kept = append(kept, k)
	}
	return kept
}

// withoutChases leaves out the entries that chasing steps made: the tick of
// the step, kept in the same instant, stands for both.
func withoutChases(entries []model.Case, ticks []model.Handled) []model.Case {
	steps := map[string]bool{}
	for _, h := range ticks {
		if (model.Row{Kind: h.Kind}).OfDebt() && h.Until == "" {
			steps[h.CreatedAt] = true
		}
	}
	var kept []model.Case
	for _, k := range entries {
		if !steps[k.Entry.CreatedAt] {
			kept = append(kept, k)
		}
	}
	return kept
}
