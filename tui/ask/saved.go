package ask

import (
	"context"
	"fmt"
	"maps"
	"strconv"

	tea "charm.land/bubbletea/v2"

	"genjin/model"
	"genjin/model/label"
	"genjin/tui/kit"
)

// kept is the saved filters of a list, and the customers that they name.
type kept struct {
	all    []model.Segment
	called map[int64]string
}

// askSaved reads the saved filters; the menu follows.
func (l *Lens) askSaved() tea.Cmd {
	return l.filters.Run(func(ctx context.Context) (kept, error) {
		all, err := l.store.Segments(ctx, l.List)
		if err != nil {
			return kept{}, err
		}
		var ids []int64
		for _, g := range all {
			for _, f := range g.Filters() {
				if id := numberOf(f.Value); f.Field == "customer_id" && id != 0 {
					ids = append(ids, id)
				}
			}
		}
		cards, err := l.store.CustomersByID(ctx, ids)
		k := kept{all, map[int64]string{}}
		for _, c := range cards {
			k.called[c.ID] = c.Name
		}
		return k, err
	})
}

// numberOf is the id in a reference's value; 0 = none.
func numberOf(value string) int64 {
	id, _ := strconv.ParseInt(value, 10, 64)
	return id
}

// takeSaved offers the saved filters to use, the present one to save, and the
// ways to change what is saved.
func (l *Lens) takeSaved(k kept) tea.Cmd {
	maps.Copy(l.called, k.called)
	w := l.words.Lists
	var menu, manage []kit.Action
	for _, g := range k.all {
		menu = append(menu, kit.Action{ID: "segment.apply", Name: g.Name, Do: func() tea.Cmd { return l.apply(g) }})
		manage = append(manage, kit.Action{ID: "segment.manage", Name: g.Name, Do: func() tea.Cmd { return l.manage(g) }})
	}
	save := kit.Action{ID: "segment.save", Keys: []string{"ctrl+s"}, Name: w.SaveSegment, Do: l.askSave}
	if len(l.Filters) == 0 {
		save.Why = w.NoSegments
	}
	menu = append(menu, save)
	if len(manage) > 0 {
		menu = append(menu, kit.Action{ID: "segment.manage", Keys: []string{"e", "f2"}, Name: w.Manage, Do: func() tea.Cmd {
			return kit.Open(kit.NewMenu(l.env, w.Manage, manage))
		}})
	}
	return kit.Open(kit.NewMenu(l.env, w.Segments, menu))
}

// apply shows the rows of a saved filter.
func (l *Lens) apply(g model.Segment) tea.Cmd {
	kept := l.Kept(&g)
	l.Filters, l.Sort, l.Desc, l.saved = kept.Filters, kept.Sort, kept.Desc, g.Name
	return l.OnRows()
}

func (l *Lens) manage(g model.Segment) tea.Cmd {
	w := l.words.Lists
	replace := kit.Action{ID: "segment.replace", Name: w.Replace, Do: func() tea.Cmd { return l.save(g, g.Name) }}
	if len(l.Filters) == 0 {
		replace.Why = w.NoSegments
	}
	rename := func() tea.Cmd { return l.askName(g.Name, func(name string) tea.Cmd { return l.rename(g, name) }) }
	return kit.Open(kit.NewMenu(l.env, g.Name, []kit.Action{
		{ID: "segment.rename", Name: w.Rename, Do: rename},
		replace,
		{ID: "segment.remove", Keys: []string{"d", "delete"}, Name: w.Remove, Do: func() tea.Cmd { return l.forget(g) }},
	}))
}

// askSave asks under which name the present conditions are kept.
func (l *Lens) askSave() tea.Cmd {
	return l.askName(l.saved, func(name string) tea.Cmd { return l.save(model.Segment{}, name) })
}

func (l *Lens) askName(name string, then func(string) tea.Cmd) tea.Cmd {
	var p *kit.Prompt
	field := kit.Field{Code: "name", Label: l.words.Lists.SegmentName, Value: name, MaxLen: 60}
	p = kit.NewPrompt(l.env, l.words.Lists.SaveSegment, []kit.Field{field}, func(values map[string]string) tea.Cmd {
		name := model.Clean(values["name"])
		if name == "" {
			_, problem, _ := label.Problem("segment", model.Refuse(model.RefusedRequired), l.words.Lang)
			p.Form.SetError("name", problem)
			return nil
		}
		return kit.Close(p, then(name))
	})
	return kit.Open(p)
}

// save keeps the present conditions and the order.
func (l *Lens) save(g model.Segment, name string) tea.Cmd {
	g.List, g.Name = l.List, name
	g.Conditions, g.SortBy, g.Descending = model.FormatFilters(l.Filters), l.Sort, l.Desc
	l.saved = name
	return l.keepSegment(g)
}

func (l *Lens) rename(g model.Segment, name string) tea.Cmd {
	if l.saved == g.Name {
		l.saved = name
	}
	g.Name = name
	return l.keepSegment(g)
}

func (l *Lens) keepSegment(g model.Segment) tea.Cmd {
	return kit.Attempt(l.words.Lists.SaveSegment, fmt.Sprintf(l.words.Lists.SavedSegment, g.Name), func(ctx context.Context) error {
		_, err := l.store.SaveSegment(ctx, g)
		return err
	})
}

func (l *Lens) forget(g model.Segment) tea.Cmd {
	if l.saved == g.Name {
		l.saved = ""
	}
	return kit.Write(fmt.Sprintf(l.words.Lists.RemovedSegment, g.Name), func(ctx context.Context) error {
		return l.store.RemoveSegment(ctx, g.ID)
	})
}
