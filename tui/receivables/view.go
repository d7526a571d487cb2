package receivables

import (
	"fmt"
	"strings"

	tea "charm.land/bubbletea/v2"

	"genjin/model"
	"genjin/model/label"
	"genjin/tui/kit"
)

// roomy is from how many lines on the bars of further currencies are shown.
const roomy = 26

// headLines are the aging over everything: the main currency's bar with its
// amounts under it, and a line for every other currency.
func (s *Screen) headLines(w int) []string {
	if len(s.aging.Totals) == 0 {
		return nil
	}
	lines := s.agingBar(s.aging.Totals[0], w)
	most := 1
	if s.h >= roomy {
		most = 3
	}
	others := s.aging.Totals[1:]
	for i, t := range others {
		if i == most {
			lines = append(lines, s.env.Styles.Dim.Render(kit.Fit(" "+fmt.Sprintf(s.words.Owed.More, len(others)-i), w)))
			break
		}
		lines = append(lines, s.otherBar(t, w))
	}
	return append(lines, "")
}

// agingBar is one bar in as many shades as there are buckets, with what each
// stands for under it.
func (s *Screen) agingBar(t model.AgingLine, w int) []string {
	st := s.env.Styles
	total := t.Currency + " " + label.Grouped(t.Total, t.Currency)
	room := max(w-kit.Width(total)-4, 8)
	bar := " " + st.Accent.Render(kit.Stacked(s.env, t.Buckets, room)) + "  " + st.Strong.Render(total)
	return []string{kit.Fit(bar, w), kit.Fit(" "+s.legend(t, w-1), w)}
}

// legend names the shades: whole amounts where there is room, else short ones,
// then short names too.
func (s *Screen) legend(t model.AgingLine, w int) string {
	b, l := s.set.Buckets(), s.words.Lang
	long := func(n int) string { return label.Bucket(b, n, l) }
	short := func(n int) string { return label.BucketShort(b, n, l) }
	whole := func(n int64) string { return label.Grouped(n, t.Currency) }
	compact := func(n int64) string { return label.Compact(n, t.Currency, l) }
	ways := []struct {
		name func(int) string
		sum  func(int64) string
	}{{long, whole}, {long, compact}, {short, compact}}
	for i, way := range ways {
		parts, width := s.legendParts(t, way.name, way.sum)
		gap := (w - width) / len(parts)
		if gap >= 2 || i == len(ways)-1 {
			return strings.Join(parts, strings.Repeat(" ", max(min(gap, 4), 1)))
		}
	}
	return ""
}

func (s *Screen) legendParts(t model.AgingLine, name func(int) string, sum func(int64) string) (parts []string, width int) {
	st := s.env.Styles
	for n, open := range t.Buckets {
		style, text := &st.Row, sum(open)
		switch {
		case open == 0:
			style, text = &st.Dim, "-"
		case s.set.Buckets().IsPastDue(n):
			style = &st.Late
		}
		width += kit.Width(kit.Shade(s.env, n) + " " + name(n) + " " + text)
		parts = append(parts, st.Accent.Render(kit.Shade(s.env, n))+" "+st.Label.Render(name(n))+" "+style.Render(text))
	}
	return parts, width
}

// otherBar is a further currency in one line.
func (s *Screen) otherBar(t model.AgingLine, w int) string {
	st, words := s.env.Styles, s.words.Money
	text := t.Currency + " " + label.Grouped(t.Total, t.Currency)
	if over := t.Overdue(); over > 0 {
		text += "  " + words.Overdue + " " + label.Grouped(over, t.Currency)
	}
	room := max(min(w/3, w-kit.Width(text)-4), 6)
	return kit.Fit(" "+st.Accent.Render(kit.Stacked(s.env, t.Buckets, room))+"  "+st.Row.Render(text), w)
}

// sectionName is a section as it stands in the head, in brackets when it is
// the shown one.
func (s *Screen) sectionName(at section) string {
	w := s.words.Owed
	name := [...]string{due: w.Due, buckets: w.Buckets, customers: w.Customers, promises: w.Promises, payments: w.Payments, all: w.All}[at]
	if at == s.section {
		return "[" + name + "]"
	}
	return " " + name + " "
}

func (s *Screen) sectionLine(w int) string {
	st := s.env.Styles
	var b strings.Builder
	b.WriteString(" ")
	for at := range sections {
		style := &st.Dim
		if at == s.section {
			style = &st.Title
		}
		b.WriteString(style.Render(s.sectionName(at)))
	}
	return kit.Fit(b.String(), w)
}

// sectionAt is the section drawn at a column of the head.
func (s *Screen) sectionAt(x int) (section, bool) {
	left := 1
	for at := range sections {
		width := kit.Width(s.sectionName(at))
		if x >= left && x < left+width {
			return at, true
		}
		left += width
	}
	return 0, false
}

// searchLine is the filter and the search, where a section has them.
func (s *Screen) searchLine(w, y int) (string, *tea.Cursor) {
	if s.searches(s.section) == "" {
		return kit.Fit("", w), nil
	}
	left := " "
	if s.narrowed() {
		left += s.env.Styles.Accent.Render(kit.Cut(s.filterWords(), max(w/2, 8))) + "  "
	}
	return s.search.View(left, w, y)
}

// mostSums is how many currencies stand under a list.
const mostSums = 3

// footLines are how many rows there are and what they add up to.
func (s *Screen) footLines(w int) []string {
	words := s.words.Owed
	var lines []string
	var said [][]string // a currency each
	switch s.section {
	case due, all:
		for i := range s.sums.debts {
			o := &s.sums.debts[i]
			said = append(said, append([]string{fmt.Sprintf(words.Sum, o.Currency, o.Count)}, label.Sums(label.Grouped).Owed(o, s.words.Lang)...))
		}
	case payments:
		for i := range s.sums.paid {
			p := &s.sums.paid[i]
			said = append(said, append([]string{fmt.Sprintf(words.Sum, p.Currency, p.Count)}, label.Sums(label.Grouped).Paid(p, s.words.Lang)...))
		}
	case customers:
		if s.lines.busy && len(s.lines.all) == 0 { // a moment, with very many
			lines = append(lines, words.Counting)
			break
		}
		lines = append(lines, fmt.Sprintf(words.CustomerSum, len(s.lines.all)))
	case promises:
		n := map[model.PromiseState]int{}
		for _, p := range s.promises.all {
			n[p.State]++
		}
		lines = append(lines, fmt.Sprintf(words.PromiseSum, n[model.PromiseBroken], n[model.PromisePending], n[model.PromiseLate], n[model.PromiseKept]))
	}
	for i, parts := range said {
		if i == mostSums-1 && len(said) > mostSums {
			lines = append(lines, fmt.Sprintf(words.More, len(said)-i))
			break
		}
		lines = append(lines, kit.Flow(parts, "  ", w-2)...)
	}
	for i, text := range lines {
		lines[i] = s.env.Styles.Dim.Render(kit.Fit("  "+text, w))
	}
	if len(lines) == 0 {
		lines = []string{kit.Fit("", w)}
	}
	return lines
}

// View draws the tab.
func (s *Screen) View() (string, *tea.Cursor) {
	if s.open && !s.beside() {
		return kit.JoinH(s.h, "", kit.Part{W: 1}, kit.Part{Text: s.pane.detail.View(), W: max(s.w-2, 0)}, kit.Part{W: 1}), nil
	}
	rows, pane := s.layout()
	head := s.headLines(s.w)
	search, cursor := s.searchLine(rows.W, len(head)+1)
	blocks := append([]string{s.sectionLine(rows.W), search, s.table().View()}, s.footLines(rows.W)...)
	body := kit.JoinV(blocks...)
	h := max(s.h-len(head), 0)
	if s.beside() {
		body = kit.JoinH(h, kit.Separator(s.env), kit.Part{Text: body, W: rows.W}, kit.Part{Text: s.pane.detail.View(), W: pane.W})
	}
	return kit.FitBlock(kit.JoinV(append(head, body)...), s.w, s.h), cursor
}
