package orders

import (
	"context"

	tea "charm.land/bubbletea/v2"

	"genjin/model"
	"genjin/tui/ask"
)

// head is what stands over every section.
type head struct {
	pipeline []model.OrderSum
	onTime   model.OnTime // of the last year
	pressing int          // how many are late or need a step today
	some     bool         // there are orders at all
	set      model.Settings
}

// yearDays is how far back the on-time rate looks.
const yearDays = 365

func (s *Screen) loadHead() tea.Cmd {
	return s.heads.Run(func(ctx context.Context) (h head, err error) {
		sums, err := s.store.OrderList().Sums(ctx, model.Query{})
		if err != nil {
			return h, err
		}
		h.pipeline = model.OrderSums(sums)
		for _, o := range h.pipeline {
			h.some = h.some || o.Count > 0
		}
		today := s.store.Today()
		if h.onTime, _, err = s.store.OnTime(ctx, today.AddDays(-yearDays), today, 0); err != nil {
			return h, err
		}
		if h.set, err = s.store.Settings(ctx); err != nil {
			return h, err
		}
		h.pressing, err = s.ReadCount(ctx)
		return h, err
	})
}

func (s *Screen) takeHead(h head, err error) tea.Cmd {
	if err != nil {
		return s.failed(err)
	}
	s.head = h
	s.Arrange()
	return nil
}

// ReadCount counts what is late or needs a step today.
func (s *Screen) ReadCount(ctx context.Context) (n int, err error) {
	return ask.Count(ctx, s.store.OrderList(), model.Query{Preset: "pressing"})
}

// addUp reads what the shown section's orders add up to, a line a currency.
func (s *Screen) addUp() tea.Cmd {
	q := s.query(s.At())
	return s.adds.Run(func(ctx context.Context) ([]model.OrderTotal, error) {
		sums, err := s.store.OrderList().Sums(ctx, q)
		if err != nil {
			return nil, err
		}
		totals, ok := model.OrderTotals(model.OrderSums(sums))
		if !ok {
			return nil, model.ErrSumTooLarge
		}
		return totals, nil
	})
}

func (s *Screen) takeSums(sums []model.OrderTotal, err error) tea.Cmd {
	if err != nil {
		return s.failed(err)
	}
	s.sums = sums
	s.Arrange() // there may be another line
	return nil
}
