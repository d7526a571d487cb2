package reports

import (
	"context"
	"fmt"
	"slices"

	tea "charm.land/bubbletea/v2"

	"genjin/model"
	"genjin/model/label"

	"genjin/tui/ask"
	"genjin/tui/card"
	"genjin/tui/kit"
	"genjin/tui/words"
)

// behind is the list that a figure was counted from, over the page: searched,
// filtered, with chosen columns and exported like every other list.
type behind struct {
	*kit.Browser
	env   *kit.Env
	title string
	card  *card.Card // of the row's customer, over the list
}

// newBehind makes the list of a figure.
func newBehind(env *kit.Env, words *words.Words, store model.Store, title string, m *model.Measure) *behind {
	switch m.List {
	case model.ExportCustomers:
		return listed(env, words, store, title, m, label.Customers, store.CustomerList())
	case model.ExportJournal:
		return listed(env, words, store, title, m, label.Journal, store.JournalList())
	case model.ExportOrders:
		return listed(env, words, store, title, m, label.Orders, store.OrderList())
	case model.ExportPayments:
		return listed(env, words, store, title, m, label.Payments, store.PaymentList())
	}
	return listed(env, words, store, title, m, label.Receivables, store.ReceivableList())
}

func listed[R any](env *kit.Env, words *words.Words, store model.Store, title string, m *model.Measure, list label.List[R],
	of model.Lister[R]) *behind {
	b := &behind{Browser: kit.NewBrowser(env), env: env, title: title, card: card.New(env, words, store)}
	at := func() model.AsOf { return model.AsOf{Today: store.Today()} }
	find := kit.NewFinder(env, words.Lists.FindItems)
	lens := ask.Viewed(env, words, store, list, at)
	rows := ask.Rows(env, lens, of, func() model.Query {
		q := lens.Query(find.Text())
		q.Preset, q.Filters = m.Query.Preset, append(slices.Clone(m.Query.Filters), q.Filters...)
		return q
	})
	whose := func() int64 {
		row, ok := rows.Selected()
		switch {
		case !ok:
			return 0
		case list.Record == model.RowOfCustomer:
			return list.Meta(&row).ID
		}
		return list.Whose(&row, at())
	}
	b.Side, b.Ready, b.Turned = b.card, b.card.Ready, func() tea.Cmd { return b.card.Show(whose()) }
	show := func() { rows.SetColumns(ask.Columns(lens, list, at, ask.Usual(lens, list, at))) }
	lens.OnRows = func() tea.Cmd { return b.NarrowBy(b.Leaves[0].Lens) }
	lens.OnShow = func() tea.Cmd { show(); return nil }
	show()
	export := func(ids []int64) tea.Cmd {
		return lens.Export(list.Kind, ids, words.Lists.ExportItems, fileName(title)+".xlsx", words.Orders.Exported)
	}
	b.Add(&kit.Leaf{
		Name: func() string { return title }, Rows: rows, Find: find, Lens: lens.Kit(), Wide: true,
		Row: func() []kit.Action {
			if whose() == 0 {
				return nil
			}
			return []kit.Action{}
		},
		Open:  b.Unfold,
		Empty: func() string { return words.Reports.Nothing },
		Foot:  func(int) []string { return []string{fmt.Sprintf(words.Lists.CountItems, len(rows.IDs))} },
		Many: func(ids []int64) []kit.Action {
			return []kit.Action{{ID: "bulk.export", Name: words.Lists.ExportAll, Do: func() tea.Cmd { return export(ids) }}}
		},
	})
	b.OnFail = func(err error) tea.Cmd { return kit.Fail(words.Reports.Read, err) }
	b.Own = func() []kit.Action {
		return []kit.Action{
			{ID: "export", Keys: []string{"x"}, Name: words.Customers.Export, Hint: true, Do: func() tea.Cmd {
				return export(slices.Clone(rows.IDs))
			}},
			{ID: "close", Keys: []string{"esc", "q"}, Name: words.Keys.Back, Hint: true, Do: b.back},
		}
	}
	return b
}

// back leads from the card to the list, and from there to the page.
func (b *behind) back() tea.Cmd {
	if b.Opened() {
		return b.Shut()
	}
	return kit.Close(b, nil)
}

// Init reads the list.
func (b *behind) Init() tea.Cmd { return b.Look() }

// View draws the list in a frame that leaves the page's first lines in sight.
func (b *behind) View(w, h int) (string, *tea.Cursor) {
	const margin = 2
	bw, bh := w-2*margin, h-2*margin
	b.SetSize(bw-kit.FrameW, bh-kit.FrameH)
	body, cursor := b.Browser.View()
	if cursor != nil {
		moved := *cursor
		moved.X, moved.Y = moved.X+kit.FrameX, moved.Y+kit.FrameY
		cursor = &moved
	}
	return kit.Frame(b.env, "", body, bw), cursor
}

// askFile asks where a file goes.
func askFile(env *kit.Env, words *words.Words, title, name string, write func(context.Context, string) (string, error)) kit.Dialog {
	return ask.NewFile(env, words, title, name, write)
}
