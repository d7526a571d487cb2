package ask

import (
	"context"
	"fmt"
	"slices"
	"strconv"
	"strings"

	tea "charm.land/bubbletea/v2"

	"genjin/model"
	"genjin/model/label"

	"genjin/tui/kit"
	"genjin/tui/words"
)

// Items is a section of a tab with records that are kept as items: its rows, its
// columns, its form and what can be done with one follow from the list's view.
type Items[R any] struct {
	*kit.Listing[R]
	*kit.Leaf
	env   *kit.Env
	words *words.Words
	store model.Store
	list  label.List[R]
	lens  *Lens

	// More is what else can be done with a row; nil: nothing.
	More func(R) []kit.Action

	Edit func(model.Item) tea.Cmd // opens a record that is there; the form of its field table, unless it has its own
}

// NewItems makes the section; browser is the tab that it stands in.
func NewItems[R any](env *kit.Env, words *words.Words, store model.Store, list label.List[R], of model.Lister[R],
	browser *kit.Browser) *Items[R] {
	s := &Items[R]{env: env, words: words, store: store, list: list}
	find := kit.NewFinder(env, words.Lists.FindItems)
	s.lens = Viewed(env, words, store, list, s.asOf)
	s.Listing = Rows(env, s.lens, of, func() model.Query { return s.lens.Query(find.Text()) })
	s.Leaf = &kit.Leaf{
		Name: s.name, Rows: s.Listing, Find: find, Lens: s.lens.Kit(), Wide: true, Row: s.rowActions, Title: s.title, Many: s.many,
		Empty: func() string { return fmt.Sprintf(words.Lists.NoItems, strings.ToLower(s.name())) },
		Foot:  func(int) []string { return []string{fmt.Sprintf(words.Lists.CountItems, len(s.IDs))} },
	}
	s.Leaf.Open = func() tea.Cmd { // the menu alone: what the tab shows beside its other rows is not about these
		return kit.Open(kit.NewMenu(env, s.title(), kit.InMenu(s.rowActions())))
	}
	s.Edit = s.form
	s.lens.OnRows = func() tea.Cmd { return browser.NarrowBy(s.Leaf.Lens) }
	s.lens.OnShow = func() tea.Cmd { s.Retranslate(); return nil }
	s.Retranslate()
	return s
}

func (s *Items[R]) asOf() model.AsOf { return model.AsOf{Today: s.store.Today()} }

func (s *Items[R]) name() string { return label.Records(s.list.Record, s.words.Lang) }

// one is what a record of it is called.
func (s *Items[R]) one() string { return label.Record(s.list.Record, s.words.Lang) }

// Retranslate takes over another language, or other columns.
func (s *Items[R]) Retranslate() {
	s.SetColumns(Columns(s.lens, s.list, s.asOf, Usual(s.lens, s.list, s.asOf)))
	s.Leaf.Find.SetHint(s.words.Lists.FindItems)
}

// Own is what can be done without a row.
func (s *Items[R]) Own() []kit.Action {
	return []kit.Action{
		{ID: "new", Keys: []string{"n", "ctrl+n"}, Name: s.words.Card.NewItem, Hint: true, Do: s.add},
		{ID: "export", Keys: []string{"x"}, Name: s.words.Customers.Export, Do: func() tea.Cmd { return s.export(slices.Clone(s.IDs)) }},
	}
}

func (s *Items[R]) many(ids []int64) []kit.Action {
	return []kit.Action{{ID: "bulk.export", Name: s.words.Lists.ExportAll, Do: func() tea.Cmd { return s.export(ids) }}}
}

func (s *Items[R]) export(ids []int64) tea.Cmd {
	name := fmt.Sprintf("%s-%s.xlsx", s.name(), s.store.Today())
	return s.lens.Export(s.list.Kind, ids, s.words.Lists.ExportItems, name, s.words.Orders.Exported)
}

// add asks for a new record, as the rules begin it.
func (s *Items[R]) add() tea.Cmd {
	k, _ := model.KindOf(s.list.Record)
	rec := k.New()
	if c, ok := rec.(interface{ Complete(model.AsOf) }); ok {
		c.Complete(s.asOf())
	}
	return s.form(k.Item(rec))
}

// itemOf is a row, and what it refers to by name.
func (s *Items[R]) itemOf(row R) model.Item {
	it := model.Item{Record: s.list.Record, ID: s.list.Meta(&row).ID, UpdatedAt: s.list.Meta(&row).UpdatedAt, Values: map[string]string{}}
	for i := range s.list.Columns {
		c := &s.list.Columns[i]
		it.Values[c.Code] = c.Get(&row, s.asOf())
		if c.Of == model.RowOfCustomer {
			it.Values[c.Code] = s.list.Text(c, &row, s.asOf(), s.words.Lang)
		}
	}
	return it
}

func (s *Items[R]) title() string {
	row, ok := s.Selected()
	if !ok {
		return s.name()
	}
	c, _ := s.list.Column(s.list.Usual[1])
	return kit.Cut(s.list.Text(c, &row, s.asOf(), s.words.Lang), 40)
}

func (s *Items[R]) rowActions() []kit.Action {
	row, ok := s.Selected()
	if !ok {
		return nil
	}
	it, w := s.itemOf(row), s.words.Card
	acts := []kit.Action{
		{ID: "item.edit", Keys: []string{"e", "f2"}, Name: w.Edit, Hint: true, Menu: true, Do: func() tea.Cmd { return s.Edit(it) }},
		{ID: "item.remove", Keys: []string{"d", "delete"}, Name: w.RemoveItem, Menu: true, Do: func() tea.Cmd {
			said := fmt.Sprintf(w.RemovedItem, s.one())
			return kit.Write(said, func(ctx context.Context) error { return s.store.RemoveItem(ctx, it.Record, it.ID) })
		}},
	}
	if s.More != nil {
		acts = append(s.More(row), acts...)
	}
	return acts
}

// form is the form of the record's field table; whose it is is typed as a name,
// a phone or #id, or left empty.
func (s *Items[R]) form(it model.Item) tea.Cmd {
	env := FieldEnv{Lang: s.words.Lang, Planned: s.words.Planned, Today: s.store.Today(), Currency: it.Values["currency"], Own: s.env.Own}
	var list []kit.Field
	var specs []model.Spec
	for _, f := range model.RecordFields(it.Record) {
		if f.Of == model.RowOfCustomer {
			asked := f
			asked.Kind = model.KindText
			list = append(list, FieldOf(it.Record, asked, it.Values[f.Code], env))
		} else if !f.Kept {
			specs, list = append(specs, f), append(list, FieldOf(it.Record, f, it.Values[f.Code], env))
		}
	}
	draft := it.Record + "/" + strconv.FormatInt(it.ID, 10)
	e := NewEditor(s.env, s.words, s.store, s.one(), it.Record, draft, list)
	e.Save = func(ctx context.Context, values map[string]string, reason string) (Done, error) {
		kept := model.Item{Record: it.Record, ID: it.ID, UpdatedAt: it.UpdatedAt, Values: map[string]string{}, Reason: reason}
		for _, f := range specs {
			if err := ReadInto(it.Record, f, values[f.Code], kept.Values, env); err != nil {
				return Done{}, err
			}
		}
		if err := s.whose(ctx, &kept, values["customer_id"]); err != nil {
			return Done{}, err
		}
		_, err := s.store.SaveItem(ctx, kept)
		return Done{Said: fmt.Sprintf(s.words.Card.SavedItem, s.one())}, err
	}
	return kit.Open(e)
}

// whose finds the customer that was typed; nobody was where nothing was.
func (s *Items[R]) whose(ctx context.Context, it *model.Item, text string) error {
	if it.Values["customer_id"] = ""; model.Clean(text) == "" {
		return nil
	}
	c, err := s.store.Resolve(ctx, text)
	if err != nil {
		return model.At("customer_id", model.Refuse(model.RefusedReference, text))
	}
	it.Values["customer_id"] = strconv.FormatInt(c.ID, 10)
	return nil
}
