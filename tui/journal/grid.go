package journal

import (
	"context"
	"fmt"
	"slices"

	tea "charm.land/bubbletea/v2"
	"charm.land/lipgloss/v2"

	"genjin/model"
	"genjin/tui/kit"
)

// grid is a tracking journal: all ids are held, the rows in sight are read.
type grid struct {
	table    *kit.Table[model.TrackRow]
	ids      []int64
	grade    model.Grade // whose ids they are
	months   int         // from the current month
	span     model.Span
	settings model.Settings
	stale    bool
	stand    int64 // the customer that the person chose last, in whatever month

	coverage map[model.Grade]model.Coverage // nil until it is worked out
	covers   model.Span                     // whose coverage it is

	seq, rowsSeq, coverSeq int
	stop                   context.CancelFunc // of the coverage under way
}

func newGrid(env *kit.Env) *grid {
	return &grid{table: kit.NewTable[model.TrackRow](env, nil, ""), stale: true}
}

// The answers to the loads of a tracking journal.
type (
	tracked struct {
		seq      int
		grade    model.Grade
		span     model.Span
		ids      []int64
		settings model.Settings
		today    model.Date
		err      error
	}
	gridRows struct {
		seq    int
		offset int
		rows   []model.TrackRow
		err    error
	}
	covered struct {
		seq      int
		span     model.Span
		coverage map[model.Grade]model.Coverage
		err      error
	}
)

// loadGrid reads whose rows the journal has. The coverage takes longer with
// many customers: it is worked out beside, and once for all four grades.
func (s *Screen) loadGrid() tea.Cmd {
	g := s.grid
	g.seq++
	seq, grade := g.seq, s.grade()
	span := model.MonthOf(s.store.Today()).Months(g.months)
	load := func() tea.Msg {
		ctx := context.Background()
		t := tracked{seq: seq, grade: grade, span: span, today: s.store.Today()}
		if t.ids, t.err = s.store.TrackedIDs(ctx, grade, span); t.err == nil {
			t.settings, t.err = s.store.Settings(ctx)
		}
		return t
	}
	if !g.stale && g.covers == span {
		return load
	}
	g.stale = false
	return tea.Batch(load, s.loadCoverage(span))
}

// loadCoverage works the coverage of a month out; one of a month that was
// left meanwhile is given up.
func (s *Screen) loadCoverage(span model.Span) tea.Cmd {
	g := s.grid
	if g.covers != span {
		g.coverage = nil
	}
	if g.stop != nil {
		g.stop()
	}
	var ctx context.Context
	ctx, g.stop = context.WithCancel(context.Background())
	g.coverSeq++
	g.covers = span
	seq := g.coverSeq
	return func() tea.Msg {
		c, err := s.store.Coverage(ctx, span)
		return covered{seq, span, c, err}
	}
}

func (s *Screen) takeCoverage(m covered) tea.Cmd {
	if m.seq != s.grid.coverSeq {
		return nil
	}
	if m.err != nil {
		return kit.Fail(s.words.Journal.Read, m.err)
	}
	s.grid.coverage = m.coverage
	return nil
}

// takeGrid shows the customers of the journal; the cursor stays on its own.
func (s *Screen) takeGrid(m tracked) tea.Cmd {
	g := s.grid
	if m.seq != g.seq {
		return nil
	}
	if m.err != nil {
		return kit.Fail(s.words.Journal.Read, m.err)
	}
	if g.grade != m.grade || g.span != m.span {
		g.table.SetRows(0, nil) // other days than the columns have from now on
	} else if at := g.table.Cursor(); at < len(g.ids) {
		g.stand = g.ids[at]
	}
	g.ids, g.grade, g.span, g.settings, s.today = m.ids, m.grade, m.span, m.settings, m.today
	s.setEmpty()
	if s.section >= firstGrid {
		s.arrange()
	}
	g.table.SetCount(len(g.ids))
	if at := slices.Index(g.ids, g.stand); at >= 0 {
		g.table.MoveTo(at)
	} else if s.section >= firstGrid {
		s.open = false
	}
	g.rowsSeq++ // rows under way are of the month or the grade before
	g.table.Refresh()
	if len(g.ids) == 0 {
		g.table.SetRows(0, nil)
		return s.moved()
	}
	return s.gridWindow()
}

// chosen notes the customer on whom the person put the cursor.
func (s *Screen) chosen() tea.Cmd {
	if at := s.grid.table.Cursor(); at < len(s.grid.ids) {
		s.grid.stand = s.grid.ids[at]
	}
	return s.moved()
}

// gridWindow reads the rows in sight, if they aren't there yet.
func (s *Screen) gridWindow() tea.Cmd {
	g := s.grid
	offset, limit, ok := g.table.Need()
	if !ok || g.span.First == "" {
		return nil
	}
	g.rowsSeq++
	seq, span, today := g.rowsSeq, g.span, s.today
	ids := g.ids[min(offset, len(g.ids)):min(offset+limit, len(g.ids))]
	rule := model.NewTracking(g.grade, span, today, g.settings)
	return func() tea.Msg {
		customers, err := s.store.Tracked(context.Background(), ids, span)
		rows := make([]model.TrackRow, len(customers))
		for i := range customers {
			rows[i] = rule.Row(&customers[i])
		}
		return gridRows{seq, offset, rows, err}
	}
}

func (s *Screen) takeGridRows(m gridRows) tea.Cmd {
	if m.seq != s.grid.rowsSeq {
		return nil
	}
	if m.err != nil {
		return kit.Fail(s.words.Journal.Read, m.err)
	}
	s.grid.table.SetRows(m.offset, m.rows)
	return s.moved()
}

// The widths of the grid's columns: the mark of the row, the name, a day with
// the air before it, the figures.
const (
	rowMark   = 2
	leastName = 12
	mostName  = 24
	dayCell   = 2
	dayWidth  = 1 + dayCell
	figures   = 5
)

// days are the days that find room in w columns, and how wide the name is
// then. If not all do, today is among them with twice as much behind it as
// ahead.
func (s *Screen) days(w int) (days model.Span, name int) {
	span := s.grid.span
	room := w - rowMark - 1 - figures
	n := max(min((room-leastName)/dayWidth, span.Days()), 1)
	name = min(max(room-n*dayWidth, 4), mostName)
	first := span.Last.AddDays(1 - n)
	if s.today < span.Last {
		first = min(first, max(s.today.AddDays(1-(n*2+2)/3), span.First))
	}
	return model.Span{First: first, Last: first.AddDays(n - 1)}, name
}

// gridColumns are the customer, a column a day, and how many of the due days
// were kept.
func (s *Screen) gridColumns(w int) []kit.Column[model.TrackRow] {
	if s.grid.span.First == "" {
		return nil
	}
	days, name := s.days(w)
	columns := []kit.Column[model.TrackRow]{
		{Code: "customer", Title: s.words.Today.Customer, Min: name, Max: name, Cell: func(r model.TrackRow) string { return r.Name }},
	}
	for d := days.First; d <= days.Last; d = d.AddDays(1) {
		at := d.Sub(s.grid.span.First)
		columns = append(columns, kit.Column[model.TrackRow]{
			Code: string(d), Title: fmt.Sprint(d.Day()), Min: dayCell, Max: dayCell, Right: true,
			Cell:  func(r model.TrackRow) string { return string(rune(r.Marks[at])) },
			Style: func(r model.TrackRow) *lipgloss.Style { return s.markStyle(r.Marks[at]) },
		})
	}
	return append(columns, kit.Column[model.TrackRow]{
		Code: "kept", Title: s.words.Journal.Kept, Min: figures, Max: figures, Right: true,
		Cell: func(r model.TrackRow) string {
			if r.Due == 0 {
				return "-"
			}
			return fmt.Sprintf("%d/%d", r.Kept, r.Due)
		},
	})
}

func (s *Screen) markStyle(m model.Mark) *lipgloss.Style {
	st := s.env.Styles
	switch m {
	case model.MarkKept:
		return &st.Good
	case model.MarkMissed:
		return &st.Late
	case model.MarkAhead:
		return &st.Accent
	}
	return &st.Dim
}

// turnMonth shows the month before or after.
func (s *Screen) turnMonth(n int) tea.Cmd {
	s.grid.months += n
	return s.loadGrid()
}

// turnGrade shows the journal of another grade.
func (s *Screen) turnGrade(n int) tea.Cmd {
	grades := len(model.TrackedGrades)
	return s.turnTo(firstGrid + section((int(s.section-firstGrid)+n+grades)%grades))
}
