package kit

// fit gives the columns their widths. The one that is typed in stays in sight.
func (g *Grid) fit(w int) []placed[struct{}] {
	columns := make([]Column[struct{}], len(g.spec.Columns))
	for i, c := range g.spec.Columns {
		columns[i] = Column[struct{}]{Code: c.Code, Title: c.Title, Min: c.Width, Max: max(c.Most, c.Width), Right: c.Right, Drop: c.Drop}
		if c.Most > c.Width {
			columns[i].Weight = 1
		}
		if g.focused && i == g.column {
			columns[i].Drop = 0
		}
	}
	return fitColumns(columns, w-markWidth)
}

// leaveOut notes the columns that have no room, so that one passes over them;
// none where nothing that is typed in has any.
func (g *Grid) leaveOut(fit []placed[struct{}]) {
	away, typed := map[int]bool{}, false
	for i := range g.spec.Columns {
		away[i] = true
	}
	for _, c := range fit {
		at := g.columnOf(c.Code)
		delete(away, at)
		typed = typed || !g.spec.Columns[at].Fixed
	}
	if g.away = away; !typed {
		g.away = nil
	}
}

// height is how many rows are drawn.
func (g *Grid) height() int { return max(len(g.rows), g.spec.Rows, 1) }

// offerLines are behind which row what is offered stands, and on how many
// lines: under the chosen row or, where there is more room, over it.
func (g *Grid) offerLines(rows int) (at, n int) {
	if !g.focused || len(g.offers) == 0 {
		return 0, 0
	}
	below, above := rows-g.row-1, g.row
	if n = min(len(g.offers), below); n == len(g.offers) || below >= above {
		return g.row + 1, n
	}
	n = min(len(g.offers), above)
	return g.row - n, n
}

// firstOffer is the first of n offers in sight.
func (g *Grid) firstOffer(n int) int { return keepInSight(0, max(g.offered, 0), n, len(g.offers)) }

// draw gives the header, the rows and what is offered over them.
func (g *Grid) draw(w int, _ bool) (lines []string, x, y int) {
	fit := g.fit(w)
	g.leaveOut(fit)
	head := spaces(markWidth)
	for i, c := range fit {
		head += spaces(gapBefore(i)) + c.align(c.Title)
	}
	lines = []string{g.env.Styles.Header.Render(Fit(head, w))}
	x = -1
	rows := g.height()
	for row := range rows {
		line, cursor := g.line(row, fit, w)
		lines = append(lines, line)
		if cursor >= 0 {
			x, y = cursor, row+1
		}
	}
	at, n := g.offerLines(rows)
	for k := range n {
		i := g.firstOffer(n) + k
		mark, style := "    ", g.env.Styles.FieldFocus
		if i == g.offered {
			mark, style = "  > ", g.env.Styles.Selected
		}
		lines[at+1+k] = style.Render(Fit(mark+g.offers[i].Label, w))
	}
	return lines, x, y
}

// line draws a row; cursor is where one types in it, -1 for nowhere.
func (g *Grid) line(row int, fit []placed[struct{}], w int) (text string, cursor int) {
	if row >= len(g.rows) {
		return spaces(w), -1
	}
	st := g.env.Styles
	mark := " "
	if g.spec.Mark != nil {
		mark = Fit(g.spec.Mark(g.rows[row]), 1)
	}
	chosen := " "
	if g.focused && row == g.row {
		chosen = ">"
	}
	text, cursor = st.LabelFocus.Render(chosen)+st.Late.Render(mark), -1
	x := markWidth
	for i, c := range fit {
		text += spaces(gapBefore(i))
		x += gapBefore(i)
		at := g.columnOf(c.Code)
		cell := g.rows[row][c.Code]
		switch {
		case g.focused && row == g.row && at == g.column:
			field, in := g.input.View(c.w)
			if c.Right && g.fresh {
				field, in = st.FieldFocus.Render(FitRight(cell, c.w)), c.w-1
			}
			text += field
			cursor = x + max(min(in, c.w-1), 0)
		case g.spec.Columns[at].Fixed:
			text += st.Dim.Render(c.align(cell))
		default:
			text += st.Row.Render(c.align(cell))
		}
		x += c.w
	}
	return Fit(text, w), cursor
}

// gapBefore is the air before a column.
func gapBefore(i int) int {
	if i == 0 {
		return 0
	}
	return columnGap
}
