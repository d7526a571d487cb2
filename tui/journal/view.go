package journal

import (
	"fmt"
	"strings"

	tea "charm.land/bubbletea/v2"

	"genjin/model"
	"genjin/model/label"
	"genjin/tui/kit"
)

// sections is the line of the tab's parts.
func (s *Screen) sections() kit.Sections {
	w := s.words.Journal
	names := make([]string, sections)
	names[entries], names[cases] = w.Entries, w.Cases
	if n := len(s.cases.IDs); n > 0 {
		names[cases] = fmt.Sprintf("%s %d", w.Cases, n)
	}
	copy(names[firstGrid:], w.Trackings[:])
	return kit.Sections{Names: names, Active: int(s.section)}
}

// secondLine is what stands between the sections and the rows: the filter and
// the search over the entries, the days of the week over a tracking journal.
func (s *Screen) secondLine(w int) (string, *tea.Cursor) {
	switch {
	case s.section == entries:
		return s.searchLine(w)
	case s.section >= firstGrid && s.grid.span.First != "":
		return s.weekLine(w), nil
	}
	return kit.Fit("", w), nil
}

func (s *Screen) searchLine(w int) (string, *tea.Cursor) {
	left := " "
	if s.filter.set() {
		left += s.env.Styles.Accent.Render(kit.Cut(s.filterWords(), max(w/2, 8))) + "  "
	}
	return s.search.View(left, w, 1)
}

// weekLine is the month, and over each day its day of the week; over today's
// column stands that it is today's.
func (s *Screen) weekLine(w int) string {
	st, words := s.env.Styles, s.words.Journal
	days, name := s.days(w)
	var b strings.Builder
	b.WriteString(strings.Repeat(" ", rowMark) + st.Strong.Render(kit.Fit(string(s.grid.span.First[:7]), name)))
	cal := s.grid.settings.Calendar()
	for d := days.First; d <= days.Last; d = d.AddDays(1) {
		style, text := &st.Header, words.Weekdays[d.Weekday()]
		switch {
		case d == s.today:
			style, text = &st.Strong, words.TodayMark
		case !cal.IsWorkday(d):
			style = &st.Dim
		}
		b.WriteString(" " + style.Render(kit.Fit(text, dayCell)))
	}
	return kit.Fit(b.String(), w)
}

// foot is what stands below the rows: how many there are, and what they add
// up to.
func (s *Screen) foot(w int) []string {
	words := s.words.Journal
	var lines []string
	switch {
	case s.section == entries:
		c := s.count
		lines = []string{fmt.Sprintf(words.Count, len(s.entries.IDs), c.Reached, c.NotReached)}
	case s.section == cases:
		lines = []string{s.caseFoot()}
	default:
		lines = []string{fmt.Sprintf(words.TrackedCount, len(s.grid.IDs)) + "  " + words.Legend}
		if text := s.unknownYear(); text != "" {
			lines = append(lines, text)
		}
		lines = append(lines, s.coverageLine())
	}
	for i, text := range lines {
		lines[i] = s.env.Styles.Dim.Render(kit.Fit("  "+text, w))
	}
	return lines
}

func (s *Screen) caseFoot() string {
	words := s.words.Journal
	if first, ok := s.cases.Row(0); ok {
		return fmt.Sprintf(words.CaseCount, len(s.cases.IDs), label.Late(s.age(first), s.words.Lang))
	}
	return ""
}

// unknownYear says that the holidays of the month's year are not known.
func (s *Screen) unknownYear() string {
	first := s.grid.span.First
	if !s.grid.settings.Guesses(first) {
		return ""
	}
	return fmt.Sprintf(s.words.App.CalendarUnknown, first.Year())
}

// coverageLine is the coverage of the month, of each grade's journal.
func (s *Screen) coverageLine() string {
	words := s.words.Journal
	if s.grid.coverage == nil {
		return words.Coverage + "  " + words.Counting
	}
	parts := []string{words.Coverage}
	for i, g := range model.TrackedGrades {
		c := s.grid.coverage[g]
		share := words.NobodyDue
		if p, ok := c.Percent(); ok {
			share = fmt.Sprintf("%d%% %d/%d", p, c.Kept, c.Customers)
		}
		part := words.Trackings[i] + " " + share
		if g == s.grid.grade {
			part = "[" + part + "]"
		}
		parts = append(parts, part)
	}
	return strings.Join(parts, "  ")
}

// View draws the tab.
func (s *Screen) View() (string, *tea.Cursor) {
	rows, _ := s.layout()
	second, cursor := s.secondLine(rows.W)
	if s.open {
		cursor = nil
	}
	blocks := []string{s.sections().View(s.env, rows.W), second}
	if l := s.list(); l != nil {
		blocks = append(blocks, l.View())
	} else {
		blocks = append(blocks, s.grid.View())
	}
	list := kit.JoinV(append(blocks, s.foot(rows.W)...)...)
	return s.spread().View(s.env, list, s.card.View(), s.open), cursor
}
