package customers

import (
	"context"
	"fmt"

	tea "charm.land/bubbletea/v2"

	"genjin/model"
	"genjin/model/label"
	"genjin/tui/kit"
)

// segmentsRead is the saved filters.
type segmentsRead struct {
	screen *Screen
	all    []model.Segment
	err    error
}

// askSegments reads the saved filters; the menu follows.
func (s *Screen) askSegments() tea.Cmd {
	return func() tea.Msg {
		all, err := s.store.Segments(context.Background())
		return segmentsRead{s, all, err}
	}
}

// takeSegments offers the saved filters to use, the present one to save, and
// the ways to change what is saved.
func (s *Screen) takeSegments(msg segmentsRead) tea.Cmd {
	if msg.screen != s {
		return nil
	}
	w := s.words.Lists
	if msg.err != nil {
		return kit.Fail(w.Segments, msg.err)
	}
	var menu, manage []kit.Action
	for _, g := range msg.all {
		menu = append(menu, kit.Action{ID: "segment.apply", Name: g.Name, Do: func() tea.Cmd { return s.apply(g) }})
		manage = append(manage, kit.Action{ID: "segment.manage", Name: g.Name, Do: func() tea.Cmd { return s.manage(g) }})
	}
	save := kit.Action{ID: "segment.save", Keys: []string{"ctrl+s"}, Name: w.SaveSegment, Do: s.askSave}
	if len(s.query.Filters) == 0 {
		save.Why = w.NoSegments
	}
	menu = append(menu, save)
	if len(manage) > 0 {
		menu = append(menu, kit.Action{ID: "segment.manage", Keys: []string{"e", "f2"}, Name: w.Manage, Do: func() tea.Cmd {
			return kit.Open(kit.NewMenu(s.env, w.Manage, manage))
		}})
	}
	return kit.Open(kit.NewMenu(s.env, w.Segments, menu))
}

// apply shows the customers of a saved filter.
func (s *Screen) apply(g model.Segment) tea.Cmd {
	s.query.Filters, s.query.Sort, s.query.Desc, s.segment = g.Filters(), g.SortBy, g.Descending, g.Name
	s.open = false
	s.list.FromTop()
	return s.list.Load()
}

func (s *Screen) manage(g model.Segment) tea.Cmd {
	w := s.words.Lists
	replace := kit.Action{ID: "segment.replace", Name: w.Replace, Do: func() tea.Cmd { return s.save(g, g.Name) }}
	if len(s.query.Filters) == 0 {
		replace.Why = w.NoSegments
	}
	return kit.Open(kit.NewMenu(s.env, g.Name, []kit.Action{
		{ID: "segment.rename", Name: w.Rename, Do: func() tea.Cmd { return s.askName(g.Name, func(name string) tea.Cmd { return s.rename(g, name) }) }},
		replace,
		{ID: "segment.remove", Keys: []string{"d", "delete"}, Name: w.Remove, Do: func() tea.Cmd { return s.forget(g) }},
	}))
}

// askSave asks under which name the present conditions are kept.
func (s *Screen) askSave() tea.Cmd {
	return s.askName(s.segment, func(name string) tea.Cmd { return s.save(model.Segment{}, name) })
}

func (s *Screen) askName(name string, then func(string) tea.Cmd) tea.Cmd {
	var p *kit.Prompt
	field := kit.Field{Code: "name", Label: s.words.Lists.SegmentName, Value: name, MaxLen: 60}
	p = kit.NewPrompt(s.env, s.words.Lists.SaveSegment, []kit.Field{field}, func(values map[string]string) tea.Cmd {
		name := model.Clean(values["name"])
		if name == "" {
			_, problem, _ := label.Problem("segment", model.Refuse(model.RefusedRequired), s.words.Lang)
			p.Form.SetError("name", problem)
			return nil
		}
		return kit.Close(p, then(name))
	})
	return kit.Open(p)
}

// save keeps the present conditions and the order.
func (s *Screen) save(g model.Segment, name string) tea.Cmd {
	g.Name, g.Conditions, g.SortBy, g.Descending = name, model.FormatFilters(s.query.Filters), s.query.Sort, s.query.Desc
	s.segment = name
	return s.keepSegment(g)
}

func (s *Screen) rename(g model.Segment, name string) tea.Cmd {
	if s.segment == g.Name {
		s.segment = name
	}
	g.Name = name
	return s.keepSegment(g)
}

func (s *Screen) keepSegment(g model.Segment) tea.Cmd {
	return kit.Attempt(s.words.Lists.SaveSegment, fmt.Sprintf(s.words.Lists.SavedSegment, g.Name), func(ctx context.Context) error {
		_, err := s.store.SaveSegment(ctx, g)
		return err
	})
}

func (s *Screen) forget(g model.Segment) tea.Cmd {
	if s.segment == g.Name {
		s.segment = ""
	}
	return kit.Write(fmt.Sprintf(s.words.Lists.RemovedSegment, g.Name), func(ctx context.Context) error {
		return s.store.RemoveSegment(ctx, g.ID)
	})
}
