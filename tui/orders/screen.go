// Package orders is the tab of orders: the pipeline from the quote to the
// payment, what is to be delivered and how late it is, what is on its way, and
// the products.
package orders

import (
	"fmt"
	"slices"

	tea "charm.land/bubbletea/v2"

	"genjin/model"
	"genjin/model/label"
	"genjin/tui/ask"
	"genjin/tui/card"

	"genjin/tui/kit"

	"genjin/tui/act"
	"genjin/tui/words"
)

// The sections, between which Tab moves.
const (
	open     = iota // what isn't closed, by the promised day
	byStatus        // all, in the order of the pipeline
	transit         // shipped and not received
	all             // every order, the newest first
	products
)

// Screen is the Orders tab.
type Screen struct {
	*kit.Browser
	env   *kit.Env
	words *words.Words
	store model.Store
	till  *act.Till
	clerk *act.Clerk

	lists    [products]*kit.Listing[model.OrderOf] // of the sections with orders
	products *kit.Listing[model.Product]
	stopped  bool // the products that aren't sold any more are listed too

	lens, goods  *ask.Lens
	find, search *kit.Finder // of the products, of the orders
	head         head
	sums         []model.OrderTotal // of the shown section, a line a currency

	heads kit.Load[head]
	adds  kit.Load[[]model.OrderTotal]

	pane  *pane
	fresh *card.Card // of the customer whom a new entry is about
	today model.Date
}

// New makes the screen.
func New(env *kit.Env, words *words.Words, store model.Store) *Screen {
	till := act.NewTill(env, words, store)
	s := &Screen{
		Browser: kit.NewBrowser(env), env: env, words: words, store: store, till: till, clerk: act.NewClerk(env, words, store, till),
		search: kit.NewFinder(env, words.Orders.SearchHint), find: kit.NewFinder(env, words.Orders.SearchProducts),
		fresh: card.New(env, words, store), pane: newPane(env, words, store), today: store.Today(),
	}
	s.Side, s.Turned, s.Own, s.OnFail, s.Head = s.pane, s.turn, s.tabActions, s.failed, s.headLines
	s.Noted = func() { s.today = store.Today() }
	s.lens = ask.Viewed(env, words, store, label.Orders, s.asOf)
	s.lens.Often = []string{"status", "next_node", "late", "customer_id", "ordered_on", "promised_on", "total", "outstanding"}
	s.lens.Orders = []string{
		"promised_on", "days_late", "next_on", "ordered_on", "customer_id", "status", "total", "outstanding", "eta", "order_no",
	}
	s.lens.Downward = []string{"days_late", "total", "outstanding"}
	s.goods = ask.Viewed(env, words, store, label.Products, s.asOf)
	s.addSections()
	s.setColumns()
	return s
}

func (s *Screen) asOf() model.AsOf { return model.AsOf{Today: s.today, Settings: s.head.set} }

// addSections makes the lists of the sections.
func (s *Screen) addSections() {
	w := &s.words.Orders
	lens, goods := s.lens.Kit(), s.goods.Kit()
	names := [products]func() string{
		open: func() string { return w.Open }, byStatus: func() string { return w.ByStatus },
		transit: func() string { return w.Transit }, all: func() string { return w.All },
	}
	for at := range products {
		l := ask.Rows(s.env, s.lens, s.store.OrderList(), func() model.Query { return s.query(at) })
		l.RowStyle = s.rowStyle
		s.lists[at] = l
		s.Add(&kit.Leaf{
			Name: names[at], Rows: l, Find: s.search, Lens: lens, Beside: s.addUp, Row: s.rowActions, Title: s.menuTitle, Many: s.many,
			Empty: func() string { return s.empty(at) }, Foot: s.footLines,
		})
	}
	s.products = ask.Rows(s.env, s.goods, s.store.ProductList(), s.wanted)
	s.products.RowStyle = s.productStyle
	s.Add(&kit.Leaf{
		Name: func() string { return w.Products }, Rows: s.products, Find: s.find, Lens: goods, Row: s.rowActions,
		Title: s.menuTitle, Many: s.many,
		Empty: func() string { return w.NoProducts }, Foot: s.footLines,
	})
	s.lens.OnRows = func() tea.Cmd { return tea.Batch(s.leaveOpen(), s.NarrowBy(lens)) }
	s.goods.OnRows = func() tea.Cmd { return s.NarrowBy(goods) }
	s.lens.OnShow, s.goods.OnShow = s.showColumns, s.showColumns
}

// leaveOpen turns to all orders where a condition asks for what is never open.
func (s *Screen) leaveOpen() tea.Cmd {
	for _, f := range s.lens.Filters {
		if s.At() == open && f.Field == "status" && f.Op == model.OpIs && !slices.ContainsFunc(f.Values(), func(v string) bool {
			return model.OrderStatus(v).Open()
		}) {
			return s.TurnTo(all)
		}
	}
	return nil
}

// query is what the list of a section asks for.
func (s *Screen) query(at int) model.Query {
	q := s.lens.Query(s.search.Text())
	order := map[int]string{transit: "way_eta", byStatus: "status"}[at]
	q.Preset = map[int]string{open: "open", transit: "transit"}[at]
	if q.Sort == "" {
		q.Sort = order
	}
	return q
}

// wanted is what the list of products asks for.
func (s *Screen) wanted() model.Query {
	q := s.goods.Query(s.find.Text())
	if s.stopped {
		q.Filters = append(q.Filters, model.ProductView.Both()...)
	}
	return q
}

func (s *Screen) failed(err error) tea.Cmd { return kit.Fail(s.words.Orders.Read, err) }

// Init reads what the head and the first section show.
func (s *Screen) Init() tea.Cmd {
	return tea.Batch(s.lens.ReadColumns(), s.goods.ReadColumns(), s.loadHead(), s.Look())
}

// Reload reads what is shown again; the cursor stays on its row.
func (s *Screen) Reload() tea.Cmd { return tea.Batch(s.loadHead(), s.Renew()) }

// Count is how many orders are late or need a step today.
func (s *Screen) Count() int { return s.head.pressing }

// TakeCount takes the count over that was read beside the tab.
func (s *Screen) TakeCount(n int) { s.head.pressing = n }

// Retranslate takes over another language or theme.
func (s *Screen) Retranslate() {
	s.setColumns()
	s.search.SetHint(s.words.Orders.SearchHint)
	s.find.SetHint(s.words.Orders.SearchProducts)
	s.Arrange()
	s.pane.Redraw()
}

// Update takes what was read; the rest is the browser's.
func (s *Screen) Update(msg tea.Msg) tea.Cmd {
	if head, err, ok := s.heads.Take(msg); ok {
		return s.takeHead(head, err)
	}
	if sums, err, ok := s.adds.Take(msg); ok {
		return s.takeSums(sums, err)
	}
	switch msg := msg.(type) {
	case productSaved:
		if msg.screen == s {
			s.products.StandOn(msg.id)
		}
		return nil
	case act.OrderAdded:
		s.standOn(msg.ID)
	}
	cmd, _ := s.fresh.Update(msg)
	return tea.Batch(cmd, s.Browser.Update(msg))
}

// standOn makes the lists stand on a new order when they are read next.
func (s *Screen) standOn(id int64) {
	for _, l := range s.lists {
		l.StandOn(id)
	}
	if s.At() == products {
		s.TurnTo(open)
	}
}

// turn turns the details to the chosen row.
func (s *Screen) turn() tea.Cmd {
	about, _ := s.chosen()
	return s.pane.Show(about)
}

func (s *Screen) empty(at int) string {
	w := s.words.Orders
	switch {
	case at == open && s.head.some:
		return w.NothingOpen
	case at == transit:
		return w.NothingOnTheWay
	}
	return w.None
}

// many is what can be done with the selected rows.
func (s *Screen) many(ids []int64) []kit.Action {
	return []kit.Action{{ID: "bulk.export", Name: s.words.Lists.ExportAll, Do: func() tea.Cmd { return s.exportRows(ids) }}}
}

// export asks where the list as it is shown goes.
func (s *Screen) export() tea.Cmd {
	if s.At() == products {
		return s.exportRows(slices.Clone(s.products.IDs))
	}
	return s.exportRows(slices.Clone(s.lists[s.At()].IDs))
}

func (s *Screen) exportRows(ids []int64) tea.Cmd {
	w := s.words.Orders
	if s.At() == products {
		return s.goods.Export(model.ExportProducts, ids, w.ExportProductsTitle, fmt.Sprintf(w.ExportProductsName, s.today), w.Exported)
	}
	return s.lens.Export(model.ExportOrders, ids, w.ExportTitle, fmt.Sprintf(w.ExportName, s.today), w.Exported)
}
