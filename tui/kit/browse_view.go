package kit

import (
	"fmt"
	"strings"

	tea "charm.land/bubbletea/v2"
)

// SetSize lays the tab out.
func (b *Browser) SetSize(w, h int) {
	b.w, b.h = w, h
	b.Arrange()
}

// spread is how the rows and the side share what the head leaves.
func (b *Browser) spread() Spread {
	return Spread{W: b.w, H: max(b.h-len(b.head()), 0), Alone: b.Side == nil || b.leaf().Wide}
}

func (b *Browser) head() []string {
	if b.Head == nil {
		return nil
	}
	return b.Head(b.w)
}

// aboveRows are the lines above the rows: the sections and the search.
const aboveRows = 2

// layout is where the rows and the side lie.
func (b *Browser) layout() (rows, side Box) {
	head := len(b.head())
	list, side := b.spread().Boxes()
	if b.Side == nil {
		list.W = b.w
	}
	rows = list.Rows(Fixed(aboveRows), Fill(1), Fixed(len(b.foot(list.W))))[1]
	rows.Y += head
	side.Y += head
	if !b.spread().Beside() {
		side.Y, side.H = 0, b.h
	}
	return rows, side
}

// Arrange gives the parts of the shown section their places and its words. It
// is called when there may be another line above or below the rows.
func (b *Browser) Arrange() {
	for _, l := range b.Leaves {
		l.Rows.SetEmpty(l.empty(b.env.Words))
	}
	b.leaf().Rows.SetEmpty(b.leaf().empty(b.env.Words)) // sections may share their rows
	rows, side := b.layout()
	b.leaf().Rows.SetSize(rows.W, rows.H)
	b.leaf().Rows.SetOrigin(rows.X, rows.Y)
	if b.Side != nil {
		b.Side.SetBox(side)
	}
	if !b.sees() {
		b.light()
	}
}

// sees reports whether the side is in sight.
func (b *Browser) sees() bool { return b.open || b.spread().Beside() }

// empty is what is said where there are no rows.
func (l *Leaf) empty(w *Words) string {
	switch {
	case l.Find != nil && l.Find.Text() != "" && l.Missing != nil:
		return l.Missing(l.Find.Text())
	case l.Find != nil && l.Find.Text() != "":
		return fmt.Sprintf(w.NotFound, l.Find.Text())
	case l.Lens != nil && l.Lens.Text() != "":
		return fmt.Sprintf(w.NothingLeft, l.Lens.Text())
	}
	return l.Empty()
}

// foot is the lines below the rows: how many are selected, and what the tab
// says of them.
func (b *Browser) foot(w int) []string {
	lines := b.leaf().Foot(w)
	if n := b.leaf().Rows.Marks(); n > 0 && len(lines) > 0 {
		lines[0] = fmt.Sprintf(b.env.Words.Selected, n) + "  " + lines[0]
	}
	return lines
}

// sections is the line of the tab's parts.
func (b *Browser) sections() Sections {
	names := make([]string, len(b.Leaves))
	for i, l := range b.Leaves {
		names[i] = l.Name()
	}
	return Sections{Names: names, Active: b.at}
}

// above are the lines above the rows: the sections, then what the shown one is
// narrowed down to and its search. A tab of one list has its name and the
// search in the first line.
func (b *Browser) above(w, y int) (lines [aboveRows]string, cursor *tea.Cursor) {
	l, st := b.leaf(), b.env.Styles
	narrowed := ""
	if l.Lens != nil && l.Lens.Text() != "" {
		narrowed = st.HintKey.Render(l.Lens.Name()) + "  " + st.Strong.Render(l.Lens.Text())
	}
	if len(b.Leaves) == 1 {
		lines[0], cursor = l.Find.View(" "+st.Title.Render(l.Name())+"  ", w, y)
		lines[1] = Fit(" "+narrowed, w)
		return lines, cursor
	}
	lines[0] = b.sections().View(b.env, w)
	if l.Line != nil && l.Find == nil {
		lines[1] = Fit(l.Line(w), w)
		return lines, nil
	}
	left := " "
	if l.Line != nil {
		left += l.Line(w)
	}
	if narrowed != "" {
		left += Cut(narrowed, max(w/2, 8)) + "  "
	}
	if l.Find == nil {
		lines[1] = Fit(left, w)
		return lines, nil
	}
	lines[1], cursor = l.Find.View(left, w, y+1)
	return lines, cursor
}

// View draws the tab.
func (b *Browser) View() (string, *tea.Cursor) {
	if b.open && !b.spread().Beside() {
		whole := Spread{W: b.w, H: b.h, Alone: true}
		return whole.View(b.env, "", b.Side.View(), true), nil
	}
	head := b.head()
	rows, _ := b.layout()
	above, cursor := b.above(rows.W, len(head))
	blocks := []string{above[0], above[1], b.leaf().Rows.View()}
	for _, text := range b.foot(rows.W) {
		blocks = append(blocks, b.env.Styles.Dim.Render(Fit("  "+text, rows.W)))
	}
	body := JoinV(blocks...)
	if b.Side != nil {
		body = b.spread().View(b.env, body, b.Side.View(), false)
	}
	return FitBlock(strings.Join(append(head, body), "\n"), b.w, b.h), cursor
}
