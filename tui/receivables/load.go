package receivables

import (
	"context"

	tea "charm.land/bubbletea/v2"

	"genjin/model"
	"genjin/tui/kit"
)

// mostPromises is how many promises the ledger shows, the latest first.
const mostPromises = 2000

// whole is a list that is read whole.
type whole[T any] struct {
	table *kit.Table[T]
	same  func(a, b T) bool
	read  func(ctx context.Context) ([]T, error)
	all   []T
	stale bool
	busy  bool // a load is under way
	seq   int
}

type readWhole[T any] struct {
	list *whole[T]
	seq  int
	rows []T
	err  error
}

func (l *whole[T]) refresh() tea.Cmd {
	if !l.stale {
		return nil
	}
	l.stale, l.busy = false, true
	l.seq++
	seq, read := l.seq, l.read
	return func() tea.Msg {
		rows, err := read(context.Background())
		return readWhole[T]{l, seq, rows, err}
	}
}

// answer takes over what was read; the cursor stays on its row.
func (l *whole[T]) answer(msg tea.Msg) (a answered, ok bool) {
	m, ok := msg.(readWhole[T])
	if !ok || m.list != l {
		return a, false
	}
	if m.seq != l.seq {
		return a, true
	}
	l.busy = false
	if a.err = m.err; m.err != nil {
		return a, true
	}
	row, stood := l.table.Selected()
	l.all = m.rows
	l.table.SetAll(m.rows)
	if stood {
		a.gone = !l.table.KeepOn(func(r T) bool { return l.same(r, row) })
	}
	a.fresh = true
	return a, true
}

// makeLists makes the lists of the sections.
func (s *Screen) makeLists() {
	debts := func(query func() model.ReceivableQuery) *list[model.ReceivableOf] {
		l := &list[model.ReceivableOf]{table: kit.NewTable[model.ReceivableOf](s.env, nil, ""), key: func(r model.ReceivableOf) int64 { return r.ID }, stale: true}
		l.readIDs = func(ctx context.Context) ([]int64, error) { return s.store.ReceivableIDs(ctx, query()) }
		l.readRows = s.store.ReceivablesByID
		l.table.RowStyle = s.rowStyle
		return l
	}
	s.due = debts(func() model.ReceivableQuery { return s.filter.debts(true) })
	s.all = debts(func() model.ReceivableQuery { return s.filter.debts(false) })
	s.payments = &list[model.PaymentOf]{table: kit.NewTable[model.PaymentOf](s.env, nil, ""), key: func(p model.PaymentOf) int64 { return p.ID }, stale: true}
	s.payments.readIDs = func(ctx context.Context) ([]int64, error) { return s.store.PaymentIDs(ctx, s.filter.payments()) }
	s.payments.readRows = s.store.PaymentsByID
	s.payments.table.RowStyle = s.paymentStyle
	s.lines = &whole[model.AgingLine]{table: kit.NewTable[model.AgingLine](s.env, nil, ""), stale: true, read: s.readLines,
		same: func(a, b model.AgingLine) bool { return a.CustomerID == b.CustomerID && a.Currency == b.Currency }}
	s.promises = &whole[model.Promise]{table: kit.NewTable[model.Promise](s.env, nil, ""), stale: true, read: s.readPromises,
		same: func(a, b model.Promise) bool { return a.ID == b.ID }}
	s.buckets = kit.NewTable[bucketRow](s.env, nil, "")
	for _, t := range []struct{ move, open *func() tea.Cmd }{
		{&s.due.table.OnMove, &s.due.table.OnOpen}, {&s.all.table.OnMove, &s.all.table.OnOpen}, {&s.payments.table.OnMove, &s.payments.table.OnOpen},
		{&s.lines.table.OnMove, &s.lines.table.OnOpen}, {&s.promises.table.OnMove, &s.promises.table.OnOpen}, {&s.buckets.OnMove, &s.buckets.OnOpen},
	} {
		*t.move, *t.open = s.moved, s.enter
	}
	s.setColumns()
	s.setEmpty()
}

func (s *Screen) readLines(ctx context.Context) ([]model.AgingLine, error) {
	a, err := s.store.Aging(ctx, model.AgingByCustomer)
	return a.Lines, err
}

func (s *Screen) readPromises(ctx context.Context) ([]model.Promise, error) {
	return s.store.Promises(ctx, 0, mostPromises)
}

func (s *Screen) markStale() {
	s.due.again()
	s.all.again()
	s.payments.again()
	s.lines.stale, s.promises.stale = true, true
}

// answer takes what commands have read.
func (s *Screen) answer(msg tea.Msg) (tea.Cmd, bool) {
	for _, l := range []interface {
		answer(tea.Msg) (answered, bool)
	}{s.due, s.all, s.payments, s.lines, s.promises} {
		a, ok := l.answer(msg)
		if !ok {
			continue
		}
		switch {
		case a.err != nil:
			return kit.Fail(s.words.Owed.Read, a.err), true
		case a.gone:
			s.open = false // its row is gone: back to the list, on the next one
		}
		s.today = s.store.Today()
		s.setEmpty()
		return tea.Batch(a.cmd, s.moved()), true
	}
	switch msg := msg.(type) {
	case headRead:
		return s.takeHead(msg), true
	case summed:
		return s.takeSums(msg), true
	case customerFound:
		return s.takeCustomer(msg), true
	}
	return s.pane.answer(msg)
}

// headRead is what stands over every section.
type headRead struct {
	screen *Screen
	seq    int
	aging  model.Aging
	set    model.Settings
	late   int
	some   bool
	err    error
}

func (s *Screen) loadHead() tea.Cmd {
	s.seq++
	m := headRead{screen: s, seq: s.seq}
	return func() tea.Msg {
		ctx := context.Background()
		if m.set, m.err = s.store.Settings(ctx); m.err != nil {
			return m
		}
		if m.aging, m.err = s.store.Aging(ctx, model.AgingByBucket); m.err != nil {
			return m
		}
		if m.late, m.err = s.ReadCount(ctx); m.err != nil {
			return m
		}
		m.some = len(m.aging.Totals) > 0
		if !m.some {
			ids, err := s.store.ReceivableIDs(ctx, model.ReceivableQuery{Sort: "id"})
			m.some, m.err = len(ids) > 0, err
		}
		return m
	}
}

func (s *Screen) takeHead(m headRead) tea.Cmd {
	if m.screen != s || m.seq != s.seq {
		return nil
	}
	if m.err != nil {
		return kit.Fail(s.words.Owed.Read, m.err)
	}
	s.aging, s.set, s.late, s.some = m.aging, m.set, m.late, m.some
	s.buckets.SetAll(bucketRows(m.aging))
	s.setColumns()
	s.setEmpty()
	s.arrange()
	return nil
}

// overdue are the receivables that the tab counts.
var overdue = model.ReceivableQuery{Open: true, Filters: []model.Filter{{Field: "status", Op: model.OpIs, Value: string(model.OweOverdue)}}}

// ReadCount counts what is overdue.
func (s *Screen) ReadCount(ctx context.Context) (n int, err error) {
	sums, err := s.store.ReceivableSums(ctx, overdue)
	for _, o := range sums {
		n += o.Count
	}
	return n, err
}

// sums is what stands below the rows.
type sums struct {
	debts []model.OweSum
	paid  []model.PaySum
	seq   int
	stop  context.CancelFunc // of the load under way
}

type summed struct {
	screen *Screen
	sums   sums
	err    error
}

// loadSums reads what the shown section's filter adds up to.
func (s *Screen) loadSums() tea.Cmd {
	if s.sums.stop != nil {
		s.sums.stop()
	}
	var ctx context.Context
	ctx, s.sums.stop = context.WithCancel(context.Background())
	s.sums.seq++
	m := summed{screen: s, sums: sums{seq: s.sums.seq, stop: s.sums.stop}}
	debts, paid, at := s.filter.debts(s.section == due), s.filter.payments(), s.section
	return func() tea.Msg {
		switch at {
		case due, all:
			m.sums.debts, m.err = s.store.ReceivableSums(ctx, debts)
		case payments:
			m.sums.paid, m.err = s.store.PaymentSums(ctx, paid)
		default:
			return nil
		}
		return m
	}
}

func (s *Screen) takeSums(m summed) tea.Cmd {
	if m.screen != s || m.sums.seq != s.sums.seq {
		return nil
	}
	if m.err != nil {
		return kit.Fail(s.words.Owed.Read, m.err)
	}
	s.sums = m.sums
	s.arrange() // there may be another line
	return nil
}
