package journal

import (
	"context"
	"fmt"

	tea "charm.land/bubbletea/v2"
	"charm.land/lipgloss/v2"

	"genjin/model"
	"genjin/tui/kit"
)

// grid is a tracking journal.
type grid struct {
	*kit.Listing[model.TrackRow]
	grade    model.Grade // whose ids it holds
	months   int         // from the current month
	span     model.Span
	settings model.Settings
	stand    int64 // the customer that the person chose last, in whatever month

	coverage map[model.Grade]model.Coverage // nil until it is worked out
	covers   model.Span                     // whose coverage it is
	covering kit.Load[map[model.Grade]model.Coverage]

	screen *Screen
}

func (s *Screen) newGrid() *grid {
	g := &grid{Listing: kit.NewListing[model.TrackRow](s.env), screen: s}
	g.Find, g.Read = s.findTracked, s.readTracked
	return g
}

// Bind says what follows what happens in the grid.
func (g *grid) Bind(e kit.Events) {
	g.Listing.Bind(e)
	g.OnFound = func(bool) tea.Cmd { return e.Read(g.stand == 0 || g.Chosen() != g.stand) }
	g.OnMove = func() tea.Cmd { // the customer on whom the person put the cursor
		g.stand = g.Chosen()
		return e.Moved()
	}
}

// Look reads the shown grade's journal if it isn't there.
func (g *grid) Look() tea.Cmd {
	if g.Stale || g.grade != g.screen.grade() {
		return g.screen.loadGrid()
	}
	return g.Listing.Look()
}

// SetSize gives the days the room that there is.
func (g *grid) SetSize(w, h int) {
	g.SetColumns(g.screen.gridColumns(w))
	g.Listing.SetSize(w, h)
}

// loadGrid reads whose rows the journal has; the cursor stays on its customer.
// The coverage takes longer with many customers: it is worked out beside, and
// once for all four grades.
func (s *Screen) loadGrid() tea.Cmd {
	g, span, stale := s.grid, s.gridSpan(), s.grid.Stale
	if g.grade == s.grade() && g.span == span {
		g.stand = g.Chosen()
	}
	g.StandOn(g.stand)
	load := g.Load()
	if !stale && g.covers == span {
		return load
	}
	return tea.Batch(load, s.loadCoverage(span))
}

// gridSpan is the month that is asked for.
func (s *Screen) gridSpan() model.Span {
	return model.MonthOf(s.store.Today()).Months(s.grid.months)
}

// findTracked reads the customers of the shown grade's journal.
func (s *Screen) findTracked() func(context.Context) (kit.Found, error) {
	g, grade, span := s.grid, s.grade(), s.gridSpan()
	return func(ctx context.Context) (kit.Found, error) {
		ids, err := s.store.TrackedIDs(ctx, grade, span)
		if err != nil {
			return kit.Found{}, err
		}
		set, err := s.store.Settings(ctx)
		return kit.Found{IDs: ids, Then: func() {
			if g.grade != grade || g.span != span {
				g.SetRows(0, nil) // other days than the columns have from now on
			}
			g.grade, g.span, g.settings = grade, span, set
		}}, err
	}
}

// loadCoverage works the coverage of a month out; one of a month that was
// left meanwhile is given up.
func (s *Screen) loadCoverage(span model.Span) tea.Cmd {
	g := s.grid
	if g.covers != span {
		g.coverage = nil
	}
	g.covers = span
	return g.covering.Run(func(ctx context.Context) (map[model.Grade]model.Coverage, error) { return s.store.Coverage(ctx, span) })
}

func (s *Screen) takeCoverage(coverage map[model.Grade]model.Coverage, err error) tea.Cmd {
	if err != nil {
		return s.failed(err)
	}
	s.grid.coverage = coverage
	return nil
}

// readTracked reads rows of the grid: a mark a day.
func (s *Screen) readTracked(ids []int64) func(context.Context) (kit.Rows[model.TrackRow], error) {
	g := s.grid
	span, rule := g.span, model.NewTracking(g.grade, g.span, s.today, g.settings)
	return func(ctx context.Context) (kit.Rows[model.TrackRow], error) {
		customers, err := s.store.Tracked(ctx, ids, span)
		rows := make([]model.TrackRow, len(customers))
		for i := range customers {
			rows[i] = rule.Row(&customers[i])
		}
		return kit.Rows[model.TrackRow]{Rows: rows}, err
	}
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
	return s.TurnTo(firstGrid + (s.At()-firstGrid+n+grades)%grades)
}
