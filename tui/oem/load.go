package oem

import (
	"context"

	tea "charm.land/bubbletea/v2"

	"genjin/model"
	"genjin/tui/ask"
	"genjin/tui/kit"
)

// count is how many projects run and how many don't, of those that the lens
// shows; and how many run at all.
type count struct{ running, blocked, late, closed, all int }

// newList makes a list of projects.
func (s *Screen) newList(of int) *kit.Listing[model.ProjectRow] {
	l := ask.Rows(s.env, s.lens, s.store.ProjectList(), func() model.Query { return s.query(of) })
	l.RowStyle = s.rowStyle
	return l
}

// query is what a section asks for: of the projects that run the pressing ones
// first, of the others those that came to rest last.
func (s *Screen) query(of int) model.Query {
	q := s.lens.Query(s.search.Text())
	if q.Preset = "running"; of == closed {
		q.Preset = "resting"
	} else if q.Sort == "" {
		q.Sort = model.SortPressing
	}
	return q
}

func (s *Screen) failed(err error) tea.Cmd { return kit.Fail(s.words.OEM.Read, err) }

// fitBars gives the bars the room of the longest in sight.
func (s *Screen) fitBars() tea.Cmd {
	l := s.list()
	if l == nil {
		return nil
	}
	n := 1
	for i := l.Top(); i < l.Count(); i++ {
		row, ok := l.Row(i)
		if !ok {
			break
		}
		n = max(n, len(row.Now.Stages))
	}
	if n != s.stages {
		s.stages = n
		s.setColumns()
	}
	return nil
}

// countThem counts what the lens shows.
func (s *Screen) countThem() tea.Cmd {
	runs, rests := s.query(running), s.query(closed)
	only := func(code string) model.Query {
		q := runs
		q.Filters = append(q.Filters[:len(q.Filters):len(q.Filters)], model.Filter{Field: code, Op: model.OpFilled})
		return q
	}
	blocked, pressing := only("blocked"), only("pressing")
	return s.counts.Run(func(ctx context.Context) (c count, err error) {
		for _, of := range []struct {
			n *int
			q model.Query
		}{{&c.running, runs}, {&c.closed, rests}, {&c.blocked, blocked}, {&c.late, pressing}, {&c.all, model.Query{Preset: "running"}}} {
			if *of.n, err = ask.Count(ctx, s.store.ProjectList(), of.q); err != nil {
				return c, err
			}
		}
		c.late -= c.blocked
		return c, nil
	})
}

func (s *Screen) readTemplates(ctx context.Context) ([]model.TemplateTree, error) {
	list, err := s.store.Templates(ctx)
	if err != nil {
		return nil, err
	}
	trees := make([]model.TemplateTree, len(list))
	for i, t := range list {
		if trees[i], err = s.store.Template(ctx, t.ID); err != nil {
			return nil, err
		}
	}
	return trees, nil
}
