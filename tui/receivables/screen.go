// Package receivables is the tab of what customers owe and pay: who owes how
// much and since when, with what to do about it next; the aging of it, the
// customers, the promises and the payments.
package receivables

import (
	"context"
	"slices"

	tea "charm.land/bubbletea/v2"

	"genjin/model"
	"genjin/model/label"
	"genjin/tui/ask"

	"genjin/tui/kit"

	"genjin/tui/act"
	"genjin/tui/words"
)

// The sections, between which Tab moves.
const (
	due       = iota // what is open, the longest due first
	buckets          // the aging
	customers        // the aging by customer
	promises         // the ledger of promises
	payments         // what came in
	all              // every receivable
)

// Screen is the Receivables tab.
type Screen struct {
	*kit.Browser
	env   *kit.Env
	words *words.Words
	store model.Store
	till  *act.Till
	clerk *act.Clerk

	due, all *kit.Listing[model.ReceivableOf]
	payments *kit.Listing[model.PaymentOf]
	lines    *kit.Whole[model.AgingLine] // by customer
	promises *kit.Whole[model.Promise]
	buckets  *kit.Whole[bucketRow]

	debts, pays *ask.Lens
	find, came  *kit.Finder // of receivables, of payments
	head        head
	sums        sums // of the shown section

	heads kit.Load[head]
	adds  kit.Load[sums]

	pane  *pane
	late  int // how many are overdue, for the tab
	today model.Date
}

// New makes the screen.
func New(env *kit.Env, words *words.Words, store model.Store) *Screen {
	s := &Screen{
		Browser: kit.NewBrowser(env), env: env, words: words, store: store, till: act.NewTill(env, words, store),
		find: kit.NewFinder(env, words.Owed.SearchHint), came: kit.NewFinder(env, words.Owed.SearchPayments), today: store.Today(),
	}
	s.pane, s.clerk = newPane(env, words, store, s.till), act.NewClerk(env, words, store, s.till)
	s.Side, s.Ready, s.Turned, s.Own, s.OnFail, s.Head = s.pane, s.pane.Ready, s.turn, s.tabActions, s.failed, s.headLines
	s.Noted = func() { s.today = store.Today() }
	s.debts = ask.Viewed(env, words, store, label.Receivables, s.asOf)
	s.debts.Often = []string{"status", "bucket", "kind", "disputed", "currency", "customer_id", "due_on", "balance"}
	s.debts.Orders = []string{"due_on", "days_late", "balance", "amount", "customer_id", "status", "invoiced_on", "chased_on"}
	s.debts.Option = s.bucketName
	s.pays = ask.Viewed(env, words, store, label.Payments, s.asOf)
	s.pays.Often = []string{"method", "verified", "currency", "customer_id", "received_on", "amount", "advance"}
	s.pays.Orders = []string{"received_on", "amount", "allocated", "method", "receipt_no"}
	s.makeLists()
	s.addSections()
	s.setColumns()
	return s
}

func (s *Screen) asOf() model.AsOf { return model.AsOf{Today: s.today, Settings: s.head.set} }

// bucketName is what a bucket of the aging is called, by its code.
func (s *Screen) bucketName(spec model.Spec, value string) (string, bool) {
	n, ok := s.head.set.Buckets().ByCode(value)
	if spec.Code != "bucket" || !ok {
		return "", false
	}
	return label.Bucket(s.head.set.Buckets(), n, s.words.Lang), true
}

// makeLists makes the lists of the sections.
func (s *Screen) makeLists() {
	list := s.store.ReceivableList()
	s.due = ask.Rows(s.env, s.debts, list, func() model.Query { return s.owed("open") })
	s.all = ask.Rows(s.env, s.debts, list, func() model.Query { return s.owed("") })
	s.payments = ask.Rows(s.env, s.pays, s.store.PaymentList(), func() model.Query { return s.pays.Query(s.came.Text()) })
	s.due.RowStyle, s.all.RowStyle, s.payments.RowStyle = s.rowStyle, s.rowStyle, s.paymentStyle
	sameLine := func(a, b model.AgingLine) bool { return a.CustomerID == b.CustomerID && a.Currency == b.Currency }
	s.lines = kit.NewWhole(s.env, sameLine, s.readLines)
	s.promises = kit.NewWhole(s.env, func(a, b model.Promise) bool { return a.ID == b.ID }, s.readPromises)
	s.buckets = kit.NewWhole(s.env, func(a, b bucketRow) bool { return a.currency == b.currency && a.bucket == b.bucket }, s.readBuckets)
}

// owed is what a list of receivables asks for.
func (s *Screen) owed(preset string) model.Query {
	q := s.debts.Query(s.find.Text())
	q.Preset = preset
	return q
}

// addSections gives the tab its sections.
func (s *Screen) addSections() {
	w := &s.words.Owed
	debts, pays := s.debts.Kit(), s.pays.Kit()
	said := func(text *string) func() string { return func() string { return *text } }
	open := func() string {
		if !s.head.some {
			return w.None
		}
		return w.NothingOpen
	}
	none := func(int) []string { return []string{""} }
	leaf := func(name *string, rows kit.Body, empty func() string, foot func(int) []string) *kit.Leaf {
		return &kit.Leaf{Name: said(name), Rows: rows, Row: s.rowActions, Title: s.menuTitle, Empty: empty, Foot: foot}
	}
	listed := func(l *kit.Leaf, find *kit.Finder, lens *kit.Lens) *kit.Leaf {
		l.Find, l.Lens, l.Beside, l.Many = find, lens, s.addUp, s.many
		return l
	}
	aging := leaf(&w.Buckets, s.buckets, said(&w.NothingOpen), none)
	aging.Wide, aging.Open = true, s.showBucket
	whose := leaf(&w.Customers, s.lines, said(&w.NothingOpen), s.customersFoot)
	whose.Wide = true
	s.Add(
		listed(leaf(&w.Due, s.due, open, s.footLines), s.find, debts), aging, whose,
		leaf(&w.Promises, s.promises, said(&w.NoPromises), s.promisesFoot),
		listed(leaf(&w.Payments, s.payments, said(&w.NoPayments), s.footLines), s.came, pays),
		listed(leaf(&w.All, s.all, said(&w.None), s.footLines), s.find, debts),
	)
	s.debts.OnRows = func() tea.Cmd { return tea.Batch(s.leaveDue(), s.NarrowBy(debts)) }
	s.pays.OnRows = func() tea.Cmd { return s.NarrowBy(pays) }
	s.debts.OnShow, s.pays.OnShow = s.showColumns, s.showColumns
}

// leaveDue turns to all receivables where a condition asks for paid ones, which
// are never open.
func (s *Screen) leaveDue() tea.Cmd {
	paid := model.Filter{Field: "status", Op: model.OpIs, Value: string(model.OwePaid)}
	if s.At() == due && slices.Contains(s.debts.Filters, paid) {
		return s.TurnTo(all)
	}
	return nil
}

func (s *Screen) failed(err error) tea.Cmd { return kit.Fail(s.words.Owed.Read, err) }

// Init reads what the head and the first section show.
func (s *Screen) Init() tea.Cmd {
	return tea.Batch(s.debts.ReadColumns(), s.pays.ReadColumns(), s.loadHead(), s.Look())
}

// Reload reads what is shown again; the cursor stays on its row.
func (s *Screen) Reload() tea.Cmd { return tea.Batch(s.loadHead(), s.Renew()) }

// Count is how many receivables are overdue.
func (s *Screen) Count() int { return s.late }

// TakeCount takes the count over that was read beside the tab.
func (s *Screen) TakeCount(n int) { s.late = n }

// ReadCount counts what is overdue.
func (s *Screen) ReadCount(ctx context.Context) (n int, err error) {
	return ask.Count(ctx, s.store.ReceivableList(), model.Query{Preset: "overdue"})
}

// Retranslate takes over another language or theme.
func (s *Screen) Retranslate() {
	s.setColumns()
	s.find.SetHint(s.words.Owed.SearchHint)
	s.came.SetHint(s.words.Owed.SearchPayments)
	s.Arrange()
	s.pane.Redraw()
}

// SetSize lays the tab out; the bars of the aging take what there is.
func (s *Screen) SetSize(w, h int) {
	s.Browser.SetSize(w, h)
	s.setColumns()
}

// Update takes what was read; the rest is the browser's.
func (s *Screen) Update(msg tea.Msg) tea.Cmd {
	if head, err, ok := s.heads.Take(msg); ok {
		return s.takeHead(head, err)
	}
	if sums, err, ok := s.adds.Take(msg); ok {
		if err != nil {
			return s.failed(err)
		}
		s.sums = sums
		s.Arrange() // there may be another line
		return nil
	}
	return s.Browser.Update(msg)
}

// turn turns the details to the chosen row.
func (s *Screen) turn() tea.Cmd {
	about, _ := s.chosen()
	return s.pane.Show(about)
}
