package kit

import (
	tea "charm.land/bubbletea/v2"
)

// takes reports whether the grid has a key for itself that would otherwise
// leave the field.
func (g *Grid) takes(key string) bool {
	open := len(g.offers) > 0
	switch key {
	case "up":
		return g.row > 0 || open && g.offered >= 0
	case "down":
		return open || g.row < len(g.rows)-1 || g.mayAdd()
	case "tab", "enter":
		_, _, more := g.next()
		return more || open && g.offered >= 0
	case "shift+tab":
		_, _, more := g.previous()
		return more
	case "esc":
		return open
	}
	return false
}

// Update moves between the cells and edits the chosen one.
func (g *Grid) Update(msg tea.Msg) tea.Cmd {
	key, ok := msg.(tea.KeyPressMsg)
	if !ok {
		return g.edit(msg)
	}
	name := key.String()
	if len(g.offers) > 0 {
		if cmd, done := g.offerKey(name); done {
			return cmd
		}
	}
	switch name {
	case "up":
		g.enter(max(g.row-1, 0), g.column)
	case "down":
		g.down()
	case "tab", "enter":
		g.goOn()
	case "shift+tab":
		if row, column, ok := g.previous(); ok {
			g.enter(row, column)
		}
	case "ctrl+d":
		g.remove()
	case "left":
		if row, column, ok := g.previous(); ok && g.fresh && row == g.row {
			g.enter(row, column)
			return g.arrive()
		}
		return g.edit(msg)
	case "right":
		if column := g.cellFrom(g.column+1, 1); g.fresh && column >= 0 {
			g.enter(g.row, column)
			return g.arrive()
		}
		return g.edit(msg)
	default:
		return g.edit(msg)
	}
	return g.arrive()
}

// arrive offers what an empty cell could be filled with.
func (g *Grid) arrive() tea.Cmd {
	if row, column := g.At(); g.Cell(row, column) != "" {
		return nil
	}
	return g.seek()
}

func (g *Grid) down() {
	if g.row == len(g.rows)-1 && g.mayAdd() {
		g.add()
	}
	g.enter(min(g.row+1, len(g.rows)-1), g.column)
}

// goOn moves to the next cell.
func (g *Grid) goOn() {
	row, column, ok := g.next()
	if !ok {
		return
	}
	if row == len(g.rows) {
		g.add()
	}
	g.enter(row, column)
}

// offerKey moves among what is offered, takes it, or closes it.
func (g *Grid) offerKey(key string) (tea.Cmd, bool) {
	switch key {
	case "down":
		g.offered = min(g.offered+1, len(g.offers)-1)
	case "up":
		if g.offered < 0 {
			return nil, false
		}
		g.offered--
	case "esc":
		g.offers, g.offered = nil, -1
	case "tab", "enter":
		if g.offered < 0 {
			return nil, false
		}
		return g.take(g.offers[g.offered].Code), true
	default:
		return nil, false
	}
	return nil, true
}

// take fills an offer in and goes on behind it.
func (g *Grid) take(code string) tea.Cmd {
	row, column := g.row, g.spec.Columns[g.column]
	g.rows[row][column.Code] = code
	g.enter(row, g.column)
	if column.After != "" {
		g.GoTo(row, column.After)
	} else {
		g.goOn()
	}
	if g.spec.Take == nil {
		return nil
	}
	return g.spec.Take(row, column.Code, code)
}

// edit hands a key or a paste to the cell.
func (g *Grid) edit(msg tea.Msg) tea.Cmd {
	before := g.input.Value()
	if g.fresh && replaces(msg) {
		g.input.SetValue("")
	}
	cmd := g.input.Update(msg)
	text := g.input.Value()
	if _, typed := msg.(tea.KeyPressMsg); typed {
		g.fresh = false
	}
	if text == before {
		return cmd
	}
	g.fresh = false
	g.rows[g.row][g.spec.Columns[g.column].Code] = text
	return tea.Batch(cmd, g.seek())
}

// Full says that the last message brought more text than the cell takes.
func (g *Grid) Full() string { return g.input.Full() }

// replaces reports whether what comes takes the place of what stands in a cell
// that was just entered.
func replaces(msg tea.Msg) bool {
	key, pressed := msg.(tea.KeyPressMsg)
	return types(msg) || pressed && (key.String() == "backspace" || key.String() == "delete")
}

func (g *Grid) seek() tea.Cmd {
	g.offers, g.offered = nil, -1
	if g.spec.Seek == nil {
		return nil
	}
	row, column := g.At()
	return g.spec.Seek(row, column, g.Cell(row, column))
}

// click chooses the cell, or takes the offer, at a place in the grid.
func (g *Grid) click(x, y, w int) tea.Cmd {
	if at, n := g.offerLines(g.height()); n > 0 && y > at && y <= at+n {
		return g.take(g.offers[g.firstOffer(n)+y-at-1].Code)
	}
	row := y - 1
	if row < 0 || row >= len(g.rows) {
		return nil
	}
	left := markWidth
	for i, c := range g.fit(w) {
		if at := g.columnOf(c.Code); x < left+c.w+columnGap || i == len(g.fit(w))-1 {
			if !g.spec.Columns[at].Fixed {
				g.enter(row, at)
				return g.arrive()
			}
			return nil
		}
		left += c.w + columnGap
	}
	return nil
}

func (g *Grid) columnOf(code string) int {
	for i, c := range g.spec.Columns {
		if c.Code == code {
			return i
		}
	}
	return 0
}
