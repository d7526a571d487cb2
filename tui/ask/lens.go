package ask

import (
	"context"
	"fmt"
	"slices"
	"strings"

	tea "charm.land/bubbletea/v2"

	"genjin/model"
	"genjin/model/label"

	"genjin/tui/kit"
	"genjin/tui/words"
)

// Lens is how a list is looked at: the conditions that its rows meet, their
// order, its columns, and the filters that were saved of it. It is the same on
// every list.
type Lens struct {
	List     string              // under what its columns and filters are kept
	Record   string              // whose labels its columns have
	Specs    func() []model.Spec // what it can show, be filtered and ordered by
	Often    []string            // what people filter by most, in that order
	Orders   []string            // what they order by most
	Downward []string            // what begins with the latest or the largest
	Usual    []string            // the columns unless the person chose others; none: they can't be chosen
	Ordered  bool                // the rows have an order of their own, and no other
	Offered  []string            // fields of free text whose values are few, and offered

	Kept   func(*model.Segment) model.Query                   // what a saved filter asks for
	Asked  func(code string) bool                             // whether one can filter and order by it
	Whole  func(code string) bool                             // whether only rows that are read whole have it
	Head   func(code string, lang label.Lang) string          // the names of the columns
	Option func(spec model.Spec, value string) (string, bool) // values with names of the list's own; may be nil
	OnRows func() tea.Cmd                                     // the rows are others, or in another order
	OnShow func() tea.Cmd                                     // the columns are others; nil where they can't be chosen

	Filters []model.Filter
	Sort    string // a column's code; "" = the list's own order
	Desc    bool
	Columns []string // those that the person chose; none: the usual

	env     *kit.Env
	words   *words.Words
	store   model.Store
	saved   string           // the name of the saved filter that is used
	called  map[int64]string // the customers of the conditions
	asked   model.Spec       // whose values are read
	values  kit.Load[[]string]
	filters kit.Load[kept]
	columns kit.Load[[]string]
}

// Kit is the lens as a section of a tab has it.
func (l *Lens) Kit() *kit.Lens {
	return &kit.Lens{Name: l.name, Text: l.Text, Clear: l.clear, Actions: l.Actions, Update: l.update}
}

// Query is what the lens and a search ask for.
func (l *Lens) Query(search string) model.Query {
	return model.Query{Search: search, Filters: slices.Clone(l.Filters), Sort: l.Sort, Desc: l.Desc}
}

// Reset looks at everything again; the order and the columns stay.
func (l *Lens) Reset() { l.Filters, l.saved = nil, "" }

// Only leaves one customer's rows.
func (l *Lens) Only(c model.Customer) {
	l.called[c.ID] = c.Name
	l.Filters, l.saved = []model.Filter{{Field: "customer_id", Op: model.OpIs, Value: model.NumberText(c.ID)}}, ""
}

// Actions are the ways to look at the list otherwise.
func (l *Lens) Actions() []kit.Action {
	w := l.words.Lists
	actions := []kit.Action{
		{ID: "filter", Keys: []string{"f", "f3"}, Name: w.Filter, Hint: true, Do: l.askFilter},
		{ID: "segments", Keys: []string{"F", "f7"}, Name: w.Segments, Do: l.askSaved},
	}
	if !l.Ordered {
		actions = append(actions, kit.Action{ID: "sort", Keys: []string{"o"}, Name: l.words.Customers.Sort, Do: l.askOrder})
	}
	if l.OnShow != nil {
		actions = append(actions, kit.Action{ID: "columns", Name: w.Columns, Do: l.askColumns})
	}
	return actions
}

// Text is the conditions in words; empty without any.
func (l *Lens) Text() string { return strings.Join(l.conditions(), "  |  ") }

// name is what the conditions are called: by the name under which they are
// kept.
func (l *Lens) name() string {
	if l.saved != "" {
		return l.saved
	}
	return l.words.Lists.Filter
}

func (l *Lens) conditions() []string {
	texts := make([]string, len(l.Filters))
	for i, f := range l.Filters {
		spec, _ := l.spec(f.Field)
		texts[i] = l.words.Note(label.FilterIn(l.head(f.Field), spec, f, l.words.Lang, l.option))
	}
	return texts
}

func (l *Lens) spec(code string) (model.Spec, bool) {
	specs := l.Specs()
	i := slices.IndexFunc(specs, func(s model.Spec) bool { return s.Code == code })
	if i < 0 {
		return model.Spec{}, false
	}
	return specs[i], true
}

// head is the name of a column, option that of a value.
func (l *Lens) head(code string) string { return l.Head(code, l.words.Lang) }

func (l *Lens) option(spec model.Spec, value string) string {
	if l.Option != nil {
		if name, ok := l.Option(spec, value); ok {
			return name
		}
	}
	if spec.Of == model.RowOfCustomer {
		if name := l.called[numberOf(value)]; name != "" {
			return name
		}
	}
	return label.OptionIn(l.Record, spec, value, l.words.Lang)
}

// read is a condition as it is typed.
func (l *Lens) read(spec model.Spec, text model.FilterText) (model.Filter, error) {
	return label.ReadFilter(l.Record, spec, text, l.store.Today())
}

// update takes what was read.
func (l *Lens) update(msg tea.Msg) (tea.Cmd, bool) {
	w := l.words.Lists
	if values, err, ok := l.values.Take(msg); ok {
		if err != nil {
			return kit.Fail(w.ReadValues, err), true
		}
		return l.takeValues(values), true
	}
	if kept, err, ok := l.filters.Take(msg); ok {
		if err != nil {
			return kit.Fail(w.Segments, err), true
		}
		return l.takeSaved(kept), true
	}
	if codes, err, ok := l.columns.Take(msg); ok {
		if err != nil {
			return kit.Fail(w.Columns, err), true
		}
		l.Columns = codes
		return l.OnShow(), true
	}
	return nil, false
}

// ReadColumns reads the columns that the person chose.
func (l *Lens) ReadColumns() tea.Cmd {
	return l.columns.Run(func(ctx context.Context) ([]string, error) { return l.store.ListColumns(ctx, l.List) })
}

// Shown is the codes of the columns.
func (l *Lens) Shown() []string {
	if len(l.Columns) == 0 {
		return l.Usual
	}
	return l.Columns
}

// needsWhole reports whether a column is shown that only rows have which are
// read whole.
func (l *Lens) needsWhole() bool { return l != nil && slices.ContainsFunc(l.Columns, l.Whole) }

// askColumns is the checklist of all that the list can show.
func (l *Lens) askColumns() tea.Cmd {
	shown := l.Shown()
	var items []kit.CheckItem
	for _, code := range shown {
		items = append(items, kit.CheckItem{Code: code, Label: l.head(code), On: true})
	}
	for _, f := range l.Specs() {
		if !slices.Contains(shown, f.Code) {
			items = append(items, kit.CheckItem{Code: f.Code, Label: l.head(f.Code)})
		}
	}
	c := kit.NewChecklist(l.env, l.words.Lists.Columns, items, true)
	c.OnDone = l.show
	return kit.Open(c)
}

// show shows columns and keeps them; none are the usual ones.
func (l *Lens) show(codes []string) tea.Cmd {
	if slices.Equal(codes, l.Usual) {
		codes = nil
	}
	l.Columns = codes
	return tea.Batch(l.OnShow(), func() tea.Msg {
		if err := l.store.KeepListColumns(context.Background(), l.List, codes); err != nil {
			return kit.Failed{Op: l.words.Lists.KeepColumns, Err: err}
		}
		return nil
	})
}

// askOrder is the menu of orders: the columns that the person chose, what people
// order by most, the way back to the list's own order, and to every other column.
// The one in use again turns it round.
func (l *Lens) askOrder() tea.Cmd {
	codes := slices.Concat(l.Columns, l.Orders)
	if len(l.Orders) == 0 {
		codes = slices.Concat(codes, l.Usual)
	}
	menu := l.orders(codes)
	if l.Sort != "" {
		menu = append(menu, kit.Action{ID: "order.own", Name: l.words.Lists.OwnOrder, Do: func() tea.Cmd {
			l.Sort, l.Desc = "", false
			return l.OnRows()
		}})
	}
	menu = append(menu, kit.Action{ID: "order.other", Name: l.words.Lists.OtherColumn, Do: l.askOther})
	return kit.Open(kit.NewMenu(l.env, l.words.Customers.Sort, menu))
}

// askOther finds a column to order by among all of them.
func (l *Lens) askOther() tea.Cmd {
	var codes []string
	for _, s := range l.Specs() {
		codes = append(codes, s.Code)
	}
	var entries []kit.Entry
	for _, a := range l.orders(codes) {
		entries = append(entries, kit.Entry{Action: a, Aliases: []string{strings.TrimPrefix(a.ID, "order.")}})
	}
	return kit.Open(kit.NewChooser(l.env, l.words.Customers.Sort, entries))
}

// orders are the actions that order by columns, each once.
func (l *Lens) orders(codes []string) []kit.Action {
	var actions []kit.Action
	seen := map[string]bool{}
	for _, code := range codes {
		if _, ok := l.spec(code); ok && !seen[code] && l.Asked(code) {
			seen[code] = true
			actions = append(actions, kit.Action{ID: "order." + code, Name: l.orderName(code), Do: func() tea.Cmd { return l.orderBy(code) }})
		}
	}
	return actions
}

func (l *Lens) orderName(code string) string {
	mark := l.words.Customers.Ascending
	switch {
	case l.Sort != code:
		return l.head(code)
	case l.Desc:
		mark = l.words.Customers.Descending
	}
	return l.head(code) + "  " + mark
}

func (l *Lens) orderBy(code string) tea.Cmd {
	if l.Sort == code {
		l.Desc = !l.Desc
	} else {
		l.Sort, l.Desc = code, slices.Contains(l.Downward, code)
	}
	return l.OnRows()
}

// Export asks where some rows of the list go, in the columns that were chosen.
func (l *Lens) Export(kind string, ids []int64, title, name, said string) tea.Cmd {
	e := model.Export{Kind: kind, IDs: ids, Columns: slices.Clone(l.Columns), Lang: l.words.Lang.String()}
	return Export(l.env, l.words, l.store, e, fmt.Sprintf(title, len(ids)), name, said)
}
