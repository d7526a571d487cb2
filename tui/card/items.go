package card

import (
	"context"
	"fmt"
	"strings"

	tea "charm.land/bubbletea/v2"

	"genjin/model"
	"genjin/model/label"

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
		list := c.shown().items[kind.Record]
		if len(list) == 0 {
			continue
		}
		section := kit.Section{Title: label.Records(kind.Record, c.words.Lang)}
		switch {
		case kind.Record == model.RowOfAccounts:
			section.Lines = c.ratios()
		case kind.Table != nil:
			section.Lines = c.itemTable(kind, list)
			if kind.Tick != "" {
				in, of := model.PapersIn(list)
				section.Title = fmt.Sprintf(c.words.Dossier.Papers, section.Title, in, of)
			}
			sections = append(sections, section)
			continue
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

// itemTable are records of a kind in a line each, ticked where the kind is a
// checklist; a column as wide as its longest text, less where the line would find
// no room.
func (c *Card) itemTable(kind model.Attached, list []model.Item) []string {
	texts := make([][]string, len(list))
	width := make([]int, len(kind.Table))
	for i, it := range list {
		for n, f := range kind.Table {
			text := firstLine(c.words.Show(kind.Record, f, it.Values[f.Code], it.Values["currency"]))
			texts[i] = append(texts[i], text)
			width[n] = max(width[n], min(kit.Width(text), mostCell))
		}
	}
	room := c.w
	if kind.Tick != "" {
		room -= tickCells
	}
	narrow(width, room)
	lines := make([]string, len(list))
	for i, it := range list {
		line, style := "", &c.env.Styles.Row
		if kind.Tick != "" {
			if line = "[ ] "; it.Values[kind.Tick] != "" {
				line, style = "[x] ", &c.env.Styles.Dim
			}
		}
		for n, text := range texts[i] {
			if width[n] > 0 {
				line += kit.Fit(text, width[n]) + "  "
			}
		}
		lines[i] = style.Render(kit.Cut(strings.TrimRight(line, " "), c.w))
	}
	return lines
}

// How wide a column of a small table is at most, and at least where room is
// short: a day stays whole. A tick takes tickCells, columns stand cellGap apart.
const (
	mostCell  = 34
	leastCell = 10
	tickCells = 4
	cellGap   = 2
)

// narrow takes from the widest columns what a line is too long for its room.
func narrow(width []int, room int) {
	for {
		used, widest := -cellGap, 0
		for n, w := range width {
			if w > 0 {
				used += w + cellGap
			}
			if w > width[widest] {
				widest = n
			}
		}
		if used <= room || width[widest] <= leastCell {
			return
		}
		width[widest]--
	}
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
		if n := len(c.shown().items[kind.Record]); n > 0 && !kind.Single {
			name = fmt.Sprintf("%s (%d)", name, n)
		}
		menu = append(menu, kit.Action{ID: "items." + kind.Record, Name: name, Do: func() tea.Cmd { return c.openKind(kind) }})
	}
	return kit.Open(kit.NewMenu(c.env, c.words.Card.Items, menu))
}

func (c *Card) openKind(kind model.Attached) tea.Cmd {
	list := c.shown().items[kind.Record]
	whole, fresh := c.acts.DossierActions(kind.Record, c.shown().customer, list), func() tea.Cmd {
		return c.acts.NewRecord(kind.Record, c.shown().customer)
	}
	if len(list)+len(whole) == 0 {
		return fresh()
	}
	if kind.Single {
		return c.openItem(kind, list[0])
	}
	menu := whole
	for _, it := range list {
		menu = append(menu, kit.Action{ID: "item", Name: kit.Cut(c.itemName(kind, it), 40), Do: func() tea.Cmd { return c.openItem(kind, it) }})
	}
	menu = append(menu, kit.Action{ID: "item.new", Keys: []string{"n", "ctrl+n"}, Name: c.words.Card.NewItem,
		Do: fresh})
	return kit.Open(kit.NewMenu(c.env, label.Records(kind.Record, c.words.Lang), menu))
}

// itemName is what tells a record from its like: its first values.
func (c *Card) itemName(kind model.Attached, it model.Item) string {
	var parts, sums []string
	for _, f := range kind.Shown {
		value := c.words.Show(kind.Record, f, it.Values[f.Code], it.Values["currency"])
		switch {
		case value == "" || f.Code == "currency":
		case f.Kind == model.KindAmount: // which says nothing without its label
			sums = append(sums, label.Field(kind.Record, f.Code, c.words.Lang)+" "+value)
		case len(parts) < namedBy:
			parts = append(parts, value)
		}
	}
	if len(parts) == 0 {
		parts = sums
	}
	return strings.Join(parts[:min(len(parts), namedBy)], "  ")
}

// namedBy is by how many of its values a record is named at most.
const namedBy = 3

func (c *Card) openItem(kind model.Attached, it model.Item) tea.Cmd {
	w := c.words.Card
	var more []kit.Action
	if kind.Record == model.RowOfAccounts {
		more = append(more, kit.Action{ID: "accounts.analysis", Keys: []string{"y"}, Name: w.Analysis, Do: func() tea.Cmd {
			return c.acts.Analysis(c.shown().items[kind.Record], c.shown().customer)
		}})
	}
	var rights []kit.Action
	if kind.Record == "contact" {
		rights = c.personActions(model.Subject{Customer: it.CustomerID, Contact: it.ID}, it.Values["name"])
	}
	return kit.Open(kit.NewMenu(c.env, kit.Cut(c.itemName(kind, it), 40), append(append(more, []kit.Action{
		{ID: "item.edit", Keys: []string{"e", "f2"}, Name: w.Edit, Do: func() tea.Cmd { return c.acts.EditRecord(it, c.shown().customer) }},
		{ID: "item.remove", Keys: []string{"d", "delete"}, Name: w.RemoveItem, Do: func() tea.Cmd {
			return kit.Write(fmt.Sprintf(w.RemovedItem, label.Record(kind.Record, c.words.Lang)), func(ctx context.Context) error {
				return c.store.RemoveItem(ctx, kind.Record, it.ID)
			})
		}},
	}...), rights...)))
}
