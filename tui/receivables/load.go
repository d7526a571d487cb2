package receivables

import (
	"context"

	tea "charm.land/bubbletea/v2"

	"genjin/model"
)

// mostPromises is how many promises the ledger shows, the latest first.
const mostPromises = 2000

func (s *Screen) readLines(ctx context.Context) ([]model.AgingLine, error) {
	a, err := s.store.Aging(ctx, model.AgingByCustomer)
	return a.Lines, err
}

func (s *Screen) readPromises(ctx context.Context) ([]model.Promise, error) {
	return s.store.Promises(ctx, 0, mostPromises)
}

func (s *Screen) readBuckets(ctx context.Context) ([]bucketRow, error) {
	a, err := s.store.Aging(ctx, model.AgingByBucket)
	return bucketRows(a), err
}

// head is what stands over every section.
type head struct {
	aging model.Aging // the totals
	set   model.Settings
	late  int
	some  bool // there are receivables at all
}

func (s *Screen) loadHead() tea.Cmd {
	return s.heads.Run(func(ctx context.Context) (h head, err error) {
		if h.set, err = s.store.Settings(ctx); err != nil {
			return h, err
		}
		if h.aging, err = s.store.Aging(ctx, model.AgingByBucket); err != nil {
			return h, err
		}
		if h.late, err = s.ReadCount(ctx); err != nil {
			return h, err
		}
		if h.some = len(h.aging.Totals) > 0; h.some {
			return h, nil
		}
		sums, err := s.store.ReceivableList().Sums(ctx, model.Query{})
		h.some = len(sums) > 0
		return h, err
	})
}

func (s *Screen) takeHead(h head, err error) tea.Cmd {
	if err != nil {
		return s.failed(err)
	}
	s.head, s.late = h, h.late
	s.setColumns()
	s.Arrange()
	return nil
}

// sums is what the rows of a section come to, a line a currency.
type sums struct {
	paid bool // of payments
	of   []model.Sum
}

// addUp reads what the shown section's filter adds up to.
func (s *Screen) addUp() tea.Cmd {
	preset := map[int]string{due: "open"}[s.At()]
	owed, paid, at := s.owed(preset), s.pays.Query(s.came.Text()), s.At()
	return s.adds.Run(func(ctx context.Context) (sums, error) {
		if at == payments {
			of, err := s.store.PaymentList().Sums(ctx, paid)
			return sums{true, of}, err
		}
		of, err := s.store.ReceivableList().Sums(ctx, owed)
		return sums{of: of}, err
	})
}
