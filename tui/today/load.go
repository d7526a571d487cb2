package today

import (
	"context"

	"genjin/model"
)

// week is how many days ahead the list looks when it is asked to.
const week = 7

// day is what the list is made of.
type day struct {
	rows     []model.Row
	ahead    []model.Row // of the week to come, where it was asked for
	looked   bool        // the week to come was read too
	entries  []model.Case
	acts     []model.Handled           // the ticks of the day, one an act
	names    map[int64]model.Customer  // whose they are
	said     map[int64]model.LastWords // by customer, of the rows of the day
	calendar model.Calendar
	empty    bool // there are no customers at all
	today    model.Date
}

// read reads the day, and the week to come only where it is shown: in a large
// file it holds a hundred times the day's rows. A day that is done says what
// is next, so then it looks ahead too.
func (s *Screen) read(ctx context.Context, ahead bool) (day, error) {
	days := 0
	if ahead {
		days = week
	}
	read, err := s.store.Day(ctx, days)
	if err != nil {
		return day{}, err
	}
	rows := model.Queue(read.Facts)
	if len(rows) == 0 && !ahead {
		return s.read(ctx, true)
	}
	d := day{
		rows: rows, looked: ahead, today: read.Facts.Today,
		calendar: read.Facts.Settings.Calendar(), entries: latest(withoutChases(read.Entries, read.Ticks)), acts: model.Acts(read.Ticks),
		names: map[int64]model.Customer{},
	}
	if ahead {
		d.ahead = model.Ahead(read.Facts, days)
	}
	for _, h := range d.acts {
		if h.CustomerID == 0 {
			continue // a festival
		}
		if d.names[h.CustomerID], err = s.store.Customer(ctx, h.CustomerID); err != nil {
			return d, err
		}
	}
	if d.said, err = s.store.LastWords(ctx, whose(rows)); err != nil {
		return d, err
	}
	n, err := s.store.CountCustomers(ctx)
	d.empty = n == 0
	return d, err
}

// reachable reports whether a phone of any of the day's customers is known.
func (d *day) reachable() bool {
	for _, w := range d.said {
		if w.Phones != "" {
			return true
		}
	}
	return false
}

// whose are the customers of the rows.
func whose(rows []model.Row) []int64 {
	var ids []int64
	for i := range rows {
		ids = append(ids, rows[i].CustomerID)
	}
	return ids
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
