package card

import (
	"cmp"
	"context"
	"fmt"
	"strings"

	tea "charm.land/bubbletea/v2"

	"genjin/model"
	"genjin/model/label"

	"genjin/tui/ask"
	"genjin/tui/kit"
)

// readItems reads the customer's records of every kind.
func (c *Card) readItems(ctx context.Context, customer int64) (map[string][]model.Item, error) {
	all := map[string][]model.Item{}
	for _, kind := range model.AttachedRecords {
		list, err := c.store.Items(ctx, kind.Record, customer)
		if err != nil {
			return nil, err
		}
		all[kind.Record] = list
	}
	return all, nil
}

// itemSections are the kinds that the customer has anything of.
func (c *Card) itemSections() []kit.Section {
	var sections []kit.Section
	for _, kind := range model.AttachedRecords {
		list := c.shown.items[kind.Record]
		if len(list) == 0 {
			continue
		}
		section := kit.Section{Title: label.Records(kind.Record, c.words.Lang)}
		if kind.Record == model.RowOfAccounts {
			section.Lines = c.ratios()
		}
		for i, it := range list {
			if i > 0 {
				section.Lines = append(section.Lines, "")
			}
			section.Lines = append(section.Lines, kit.Pairs(c.env, c.w, c.pairs(kind, it))...)
		}
		sections = append(sections, section)
	}
	return sections
}

func (c *Card) pairs(kind model.Attached, it model.Item) []kit.Pair {
	var pairs []kit.Pair
	for _, f := range kind.Shown {
		if f.Code == "currency" {
			continue
		}
		value := c.words.Show(kind.Record, f, it.Values[f.Code], it.Values["currency"])
		pairs = append(pairs, kit.Pair{Label: label.Field(kind.Record, f.Code, c.words.Lang), Value: value})
	}
	return pairs
}

// itemsMenu offers the kinds; a kind offers its records and a new one.
func (c *Card) itemsMenu() tea.Cmd {
	var menu []kit.Action
	for _, kind := range model.AttachedRecords {
		name := label.Records(kind.Record, c.words.Lang)
		if n := len(c.shown.items[kind.Record]); n > 0 && !kind.Single {
			name = fmt.Sprintf("%s (%d)", name, n)
		}
		menu = append(menu, kit.Action{ID: "items." + kind.Record, Name: name, Do: func() tea.Cmd { return c.openKind(kind) }})
	}
	return kit.Open(kit.NewMenu(c.env, c.words.Card.Items, menu))
}

func (c *Card) openKind(kind model.Attached) tea.Cmd {
	list := c.shown.items[kind.Record]
	fresh := model.Item{Record: kind.Record, CustomerID: c.shown.customer.ID, Values: map[string]string{}}
	if len(list) == 0 {
		return c.editItem(kind, fresh)
	}
	if kind.Single {
		return c.openItem(kind, list[0])
	}
	var menu []kit.Action
	for _, it := range list {
		menu = append(menu, kit.Action{ID: "item", Name: kit.Cut(c.itemName(kind, it), 40), Do: func() tea.Cmd { return c.openItem(kind, it) }})
	}
	menu = append(menu, kit.Action{ID: "item.new", Keys: []string{"n", "ctrl+n"}, Name: c.words.Card.NewItem,
		Do: func() tea.Cmd { return c.editItem(kind, fresh) }})
	return kit.Open(kit.NewMenu(c.env, label.Records(kind.Record, c.words.Lang), menu))
}

// itemName is what tells a record from its like: its first values.
func (c *Card) itemName(kind model.Attached, it model.Item) string {
	var parts []string
	for _, p := range c.pairs(kind, it) {
		if p.Value != "" && len(parts) < 3 {
			parts = append(parts, p.Value)
		}
	}
	return strings.Join(parts, "  ")
}

func (c *Card) openItem(kind model.Attached, it model.Item) tea.Cmd {
	w := c.words.Card
	var more []kit.Action
	if kind.Record == model.RowOfAccounts {
		more = append(more, kit.Action{ID: "accounts.analysis", Keys: []string{"y"}, Name: w.Analysis, Do: c.analysis})
	}
	return kit.Open(kit.NewMenu(c.env, kit.Cut(c.itemName(kind, it), 40), append(more, []kit.Action{
		{ID: "item.edit", Keys: []string{"e", "f2"}, Name: w.Edit, Do: func() tea.Cmd { return c.editItem(kind, it) }},
		{ID: "item.remove", Keys: []string{"d", "delete"}, Name: w.RemoveItem, Do: func() tea.Cmd {
			return kit.Write(fmt.Sprintf(w.RemovedItem, label.Record(kind.Record, c.words.Lang)), func(ctx context.Context) error {
				return c.store.RemoveItem(ctx, kind.Record, it.ID)
			})
		}},
	}...)))
}

// editItem is the form of a record's field table.
func (c *Card) editItem(kind model.Attached, it model.Item) tea.Cmd {
	env := c.fieldEnv()
	env.Currency = cmp.Or(it.Values["currency"], env.Currency)
	var list []kit.Field
	for _, f := range kind.Fields {
		list = append(list, ask.FieldOf(kind.Record, f, it.Values[f.Code], env))
	}
	name := label.Record(kind.Record, c.words.Lang)
	draft := fmt.Sprintf("%s/%d/%d", kind.Record, it.CustomerID, it.ID)
	e := c.editor(name+"  "+c.shown.customer.Name, kind.Record, draft, list)
	e.Save = func(ctx context.Context, values map[string]string, _ string) (ask.Done, error) {
		currency, err := label.Currency(kind.Fields, values, env.Currency, func(code string) string { return it.Values[code] })
		if err != nil {
			return ask.Done{}, err
		}
		env := env
		env.Currency, it.Values = currency, map[string]string{}
		for _, f := range kind.Fields {
			if err := ask.ReadInto(kind.Record, f, values[f.Code], it.Values, env); err != nil {
				return ask.Done{}, err
			}
		}
		_, err = c.store.SaveItem(ctx, it)
		return ask.Done{Said: fmt.Sprintf(c.words.Card.SavedItem, name)}, err
	}
	return kit.Open(e)
}
