package kit

import (
	"strings"

	"charm.land/lipgloss/v2"
)

// markWidth is the cells before the first column: ">" the chosen row ("^" and
// "v" more above and below), "*" a marked one.
const markWidth = 2

// View draws the header and the rows in sight, exactly as large as SetSize
// said.
func (t *Table[T]) View() string {
	if t.w <= 0 || t.h <= 0 {
		return ""
	}
	lines := make([]string, 0, t.h)
	lines = append(lines, t.header())
	if t.count == 0 {
		if t.h > 1 {
			text := ""
			if t.loaded {
				text = t.env.Styles.Dim.Render(Center(strings.Join(Wrap(t.empty, t.w-markWidth), "\n"), t.w, t.h-1))
			}
			lines = append(lines, FitBlock(text, t.w, t.h-1))
		}
		return strings.Join(lines, "\n")
	}
	for i := t.top; i < t.top+t.h-1; i++ {
		if i < t.count {
			lines = append(lines, t.row(i))
		} else {
			lines = append(lines, spaces(t.w))
		}
	}
	return strings.Join(lines, "\n")
}

func (t *Table[T]) header() string {
	var b strings.Builder
	b.WriteString(spaces(markWidth))
	for i, c := range t.fit {
		if i > 0 {
			b.WriteString(spaces(columnGap))
		}
		b.WriteString(c.align(c.Title))
	}
	return t.env.Styles.Header.Render(Fit(b.String(), t.w))
}

func (c placed[T]) align(s string) string {
	if c.Right {
		return FitRight(s, c.w)
	}
	return Fit(s, c.w)
}

// row draws one row. Neighbouring cells of one style are rendered together.
func (t *Table[T]) row(i int) string {
	row, ok := t.Row(i)
	if !ok {
		return t.unloaded(i)
	}
	base := &t.env.Styles.Row
	if t.RowStyle != nil {
		if s := t.RowStyle(row); s != nil {
			base = s
		}
	}
	line := styledLine{selected: i == t.cursor, selection: &t.env.Styles.Selected}
	used := min(markWidth, t.w)
	line.add(Fit(t.mark(i)+t.star(row), used), base)
	for k, c := range t.fit {
		if k > 0 {
			line.add(spaces(columnGap), base)
			used += columnGap
		}
		if c.Spans != nil {
			line.addSpans(c.Spans(row), c.w, base)
			used += c.w
			continue
		}
		style := base
		if c.Style != nil {
			if s := c.Style(row); s != nil {
				style = s
			}
		}
		line.add(c.align(c.Cell(row)), style)
		used += c.w
	}
	line.add(spaces(t.w-used), base)
	return line.String()
}

// unloaded is a row that is still on its way: its place and nothing else.
func (t *Table[T]) unloaded(i int) string {
	line := styledLine{selected: i == t.cursor, selection: &t.env.Styles.Selected}
	line.add(Fit(t.mark(i), t.w), &t.env.Styles.Row)
	return line.String()
}

// mark is what stands at the left edge: the cursor, or that there is more.
func (t *Table[T]) mark(i int) string {
	switch {
	case i == t.cursor:
		return ">"
	case i == t.top && t.top > 0:
		return "^"
	case i == t.top+t.h-2 && i < t.count-1:
		return "v"
	default:
		return " "
	}
}

func (t *Table[T]) star(row T) string {
	if t.marked(row) {
		return "*"
	}
	return " "
}

// styledLine joins pieces of text, rendering those of one style at once.
type styledLine struct {
	out       strings.Builder
	piece     strings.Builder
	style     *lipgloss.Style
	selected  bool
	selection *lipgloss.Style
}

func (l *styledLine) add(text string, style *lipgloss.Style) {
	if style != l.style {
		l.flush()
		l.style = style
	}
	l.piece.WriteString(text)
}

// addSpans adds pieces, cut and padded to w cells.
func (l *styledLine) addSpans(spans []Span, w int, base *lipgloss.Style) {
	for _, s := range spans {
		if s.Style == nil {
			s.Style = base
		}
		text := Cut(s.Text, w)
		l.add(text, s.Style)
		w -= Width(text)
	}
	l.add(spaces(w), base)
}

func (l *styledLine) flush() {
	if l.piece.Len() == 0 {
		return
	}
	style := *l.style
	if l.selected {
		style = style.Inherit(*l.selection)
	}
	l.out.WriteString(style.Render(l.piece.String()))
	l.piece.Reset()
}

func (l *styledLine) String() string {
	l.flush()
	return l.out.String()
}
