package oem

import (
	"context"

	tea "charm.land/bubbletea/v2"

	"genjin/model"
	"genjin/tui/kit"
)

// seqs number the loads, so that an answer which comes too late is dropped.
type seqs struct{ count, board, waiting, templates int }

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

// The answers to the loads.
type (
	counted struct {
		screen *Screen
		seq    int
		count  model.ProjectCount
		all    int
		err    error
	}
	boardsRead struct {
		screen *Screen
		seq    int
		boards []model.Board
		err    error
	}
	waitingRead struct {
		screen *Screen
		seq    int
		rows   []model.Row
		err    error
	}
	templatesRead struct {
		screen *Screen
		seq    int
		list   []model.TemplateTree
		err    error
	}
)

func (s *Screen) countThem() tea.Cmd {
	s.seqs.count++
	seq, q := s.seqs.count, s.query(running)
	return func() tea.Msg {
		n, err := s.store.CountProjectsOf(context.Background(), q)
		if err != nil {
			return counted{screen: s, seq: seq, err: err}
		}
		all, err := s.store.CountProjects(context.Background())
		return counted{s, seq, n, all, err}
	}
}

func (s *Screen) loadBoards() tea.Cmd {
	s.seqs.board++
	seq, q := s.seqs.board, s.query(running)
	return func() tea.Msg {
		list, err := s.store.Boards(context.Background(), q)
		return boardsRead{s, seq, list, err}
	}
}

func (s *Screen) loadWaiting() tea.Cmd {
	s.seqs.waiting++
	seq := s.seqs.waiting
	return func() tea.Msg {
		rows, err := s.store.WaitingRows(context.Background())
		return waitingRead{s, seq, rows, err}
	}
}

func (s *Screen) loadTemplates() tea.Cmd {
	s.seqs.templates++
	seq := s.seqs.templates
	return func() tea.Msg {
		list, err := s.readTemplates(context.Background())
		return templatesRead{s, seq, list, err}
	}
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

// take takes over what was read, and reports whether the message was that.
func (s *Screen) take(msg tea.Msg) (tea.Cmd, bool) {
	switch m := msg.(type) {
	case counted:
		if m.screen != s || m.seq != s.seqs.count {
			return nil, true
		}
		if m.err != nil {
			return s.failed(m.err), true
		}
		s.count, s.all = m.count, m.all
	case boardsRead:
		if m.screen != s || m.seq != s.seqs.board {
			return nil, true
		}
		if m.err != nil {
			return s.failed(m.err), true
		}
		s.board.set(m.boards)
	case waitingRead:
		if m.screen != s || m.seq != s.seqs.waiting {
			return nil, true
		}
		if m.err != nil {
			return s.failed(m.err), true
		}
		s.takeWaiting(m.rows)
	case templatesRead:
		if m.screen != s || m.seq != s.seqs.templates {
			return nil, true
		}
		if m.err != nil {
			return s.failed(m.err), true
		}
		s.takeTemplates(m.list)
	default:
		return nil, false
	}
	return nil, true
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
