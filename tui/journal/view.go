package journal

import (
	"fmt"
	"strings"

	"genjin/model"
	"genjin/model/label"
	"genjin/tui/kit"
)

// weekLine is the month, and over each day its day of the week; over today's
// column stands that it is today's.
func (s *Screen) weekLine(w int) string {
	if s.grid.span.First == "" {
		return ""
	}
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

// gridFoot is how many customers the journal has, and how many of the due days
// were kept.
func (s *Screen) gridFoot(int) []string {
	words := s.words.Journal
	lines := []string{fmt.Sprintf(words.TrackedCount, len(s.grid.IDs)) + "  " + words.Legend}
	if text := s.unknownYear(); text != "" {
		lines = append(lines, text)
	}
	return append(lines, s.coverageLine())
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
