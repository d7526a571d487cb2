package oem

import (
	"context"

	tea "charm.land/bubbletea/v2"

	"genjin/model"
	"genjin/tui/kit"
)

// loads are what is read beside the lists of projects.
type loads struct {
	count     kit.Load[counted]
	board     kit.Load[[]model.Board]
	waiting   kit.Load[[]model.Row]
	templates kit.Load[[]model.TemplateTree]
}

// counted is how many projects the filter shows, and how many run.
type counted struct {
	count model.ProjectCount
	all   int
}

// newList makes a list of projects.
func (s *Screen) newList(of section) *kit.Listing[model.ProjectRow] {
	l := kit.NewListing[model.ProjectRow](s.env)
	l.Find = func() func(context.Context) (kit.Found, error) { return kit.FindIDs(s.store.ProjectIDs, s.query(of)) }
	l.Read = kit.ReadRows(s.store.ProjectsByID)
	l.OnFound = func(bool) tea.Cmd {
		s.setEmpty()
		return nil
	}
	l.OnRows = func() tea.Cmd {
		s.fitBars(l)
		return nil
	}
	l.OnFail = s.failed
	l.OnOpen = s.enter
	l.RowStyle = s.rowStyle
	return l
}

func (s *Screen) failed(err error) tea.Cmd { return kit.Fail(s.words.OEM.Read, err) }

// fitBars gives the bars the room of the longest in sight.
func (s *Screen) fitBars(l *kit.Listing[model.ProjectRow]) {
	n := 1
	for i := l.Top(); i < l.Count(); i++ {
		row, ok := l.Row(i)
		if !ok {
			break
		}
		n = max(n, len(row.Now.Stages))
	}
	if n != s.stages && l == s.list() {
		s.stages = n
		s.setColumns()
	}
}

// load reads a section.
func (s *Screen) load(of section) tea.Cmd {
	switch of {
	case running:
		return tea.Batch(s.running.Load(), s.countThem())
	case closed:
		return s.closed.Load()
	case board:
		return s.loadBoards()
	case waiting:
		return s.loadWaiting()
	}
	return s.loadTemplates()
}

func (s *Screen) countThem() tea.Cmd {
	q := s.query(running)
	return s.loads.count.Run(func(ctx context.Context) (c counted, err error) {
		if c.count, err = s.store.CountProjectsOf(ctx, q); err != nil {
			return c, err
		}
		c.all, err = s.store.CountProjects(ctx)
		return c, err
	})
}

func (s *Screen) loadBoards() tea.Cmd {
	q := s.query(running)
	return s.loads.board.Run(func(ctx context.Context) ([]model.Board, error) { return s.store.Boards(ctx, q) })
}

func (s *Screen) loadWaiting() tea.Cmd { return s.loads.waiting.Run(s.store.WaitingRows) }

func (s *Screen) loadTemplates() tea.Cmd { return s.loads.templates.Run(s.readTemplates) }

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

// take takes over what was read, and reports whether the message was that.
func (s *Screen) take(msg tea.Msg) (tea.Cmd, bool) {
	c, err, ok := s.loads.count.Take(msg)
	if ok && err == nil {
		s.count, s.all = c.count, c.all
	}
	if boards, failed, is := s.loads.board.Take(msg); is {
		if err, ok = failed, true; err == nil {
			s.board.set(boards)
		}
	}
	if rows, failed, is := s.loads.waiting.Take(msg); is {
		if err, ok = failed, true; err == nil {
			s.takeWaiting(rows)
		}
	}
	if list, failed, is := s.loads.templates.Take(msg); is {
		if err, ok = failed, true; err == nil {
			s.takeTemplates(list)
		}
	}
	if err != nil {
		return s.failed(err), true
	}
	return nil, ok
}

// takeWaiting shows what is waited for; the cursor stays on its row.
func (s *Screen) takeWaiting(rows []model.Row) {
	was, kept := s.waiting.Selected()
	s.waits = len(rows)
	s.waiting.SetAll(rows)
	if kept {
		s.waiting.KeepOn(func(r model.Row) bool { return r.Record == was.Record && r.About == was.About })
	}
}

func (s *Screen) takeTemplates(list []model.TemplateTree) {
	was, kept := s.templates.Selected()
	s.templates.SetAll(list)
	if kept {
		s.templates.KeepOn(func(t model.TemplateTree) bool { return t.ID == was.ID })
	}
}
