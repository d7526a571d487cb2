package kit

import (
	"encoding/json"
	"strings"

	tea "charm.land/bubbletea/v2"
)

// GridColumn is a column of a Grid.
type GridColumn struct {
	Code, Title string
	Width       int // cells at least
	Most        int // cells at most, 0 as Width
	Right       bool
	Fixed       bool   // shown, not typed
	Drop        int    // leaves first when the grid is narrow; 0 stays
	MaxLen      int    // most characters, 0 for any
	After       string // where one goes on after an offer was taken
}

// GridSpec describes a field that is a small table.
type GridSpec struct {
	Columns []GridColumn
	Rows    int  // lines that it takes at least, so that nothing moves while one types
	Most    int  // rows at most
	Closed  bool // rows can neither be added nor removed

	// Seek runs when something else is typed in a cell: what fits it is handed
	// over by Offer. Take runs when one of that is taken. Both may be nil.
	Seek func(row int, column, text string) tea.Cmd
	Take func(row int, column, code string) tea.Cmd
	// Mark is what stands left of a row that needs a look; nil for nothing.
	Mark func(row map[string]string) string
}

// Grid is the table in a form: as in a sheet, one moves between the cells and
// types. Its value is all rows as text, so that a draft keeps it.
type Grid struct {
	env  *Env
	spec GridSpec
	rows []map[string]string

	row, column int
	input       *Input
	fresh       bool // the cell was just entered: typing replaces what stands there
	focused     bool
	away        map[int]bool // columns that had no room when the grid was drawn

	offers  []Option
	offered int // the chosen one of them, -1 for none
}

// NewGrid makes a grid; one that isn't closed begins with an empty row.
func NewGrid(env *Env, spec GridSpec) *Grid {
	g := &Grid{env: env, spec: spec, offered: -1}
	g.column = g.firstCell()
	g.SetValue("")
	return g
}

// Value is the rows that hold anything, as JSON; "" for none.
func (g *Grid) Value() string {
	rows := g.Rows()
	if len(rows) == 0 {
		return ""
	}
	text, err := json.Marshal(rows)
	if err != nil {
		return ""
	}
	return string(text)
}

// SetValue replaces the rows; a text that isn't a grid's leaves them as they
// are.
func (g *Grid) SetValue(text string) {
	var rows []map[string]string
	if text != "" && json.Unmarshal([]byte(text), &rows) != nil {
		return
	}
	g.rows = rows
	if !g.spec.Closed || len(g.rows) == 0 {
		if n := len(g.rows); n == 0 || !g.blank(n-1) {
			g.add()
		}
	}
	g.enter(min(g.row, len(g.rows)-1), g.column)
}

// GridText is rows as the value of a grid.
func GridText(rows []map[string]string) string {
	text, err := json.Marshal(rows)
	if err != nil || len(rows) == 0 {
		return ""
	}
	return string(text)
}

// GridRows are the rows that the value of a grid holds.
func GridRows(value string) []map[string]string {
	var rows []map[string]string
	if value == "" || json.Unmarshal([]byte(value), &rows) != nil {
		return nil
	}
	return rows
}

// Rows are those that hold anything.
func (g *Grid) Rows() []map[string]string {
	var rows []map[string]string
	for i := range g.rows {
		if g.spec.Closed || !g.blank(i) {
			rows = append(rows, g.rows[i])
		}
	}
	return rows
}

// Cell is what stands in a cell.
func (g *Grid) Cell(row int, column string) string {
	if row < 0 || row >= len(g.rows) {
		return ""
	}
	return g.rows[row][column]
}

// Set fills a cell in.
func (g *Grid) Set(row int, column, text string) {
	if row < 0 || row >= len(g.rows) {
		return
	}
	g.rows[row][column] = text
	if row == g.row && g.spec.Columns[g.column].Code == column && g.input.Value() != text {
		g.enter(g.row, g.column)
	}
}

// At is the cell that is typed in.
func (g *Grid) At() (row int, column string) { return g.row, g.spec.Columns[g.column].Code }

// GoTo chooses a cell.
func (g *Grid) GoTo(row int, column string) {
	for i, c := range g.spec.Columns {
		if c.Code == column {
			g.enter(max(min(row, len(g.rows)-1), 0), i)
		}
	}
}

// Offer shows what fits the text of a cell, unless one has gone on.
func (g *Grid) Offer(row int, column, text string, offers []Option) {
	r, c := g.At()
	if r != row || c != column || g.Cell(row, column) != text {
		return
	}
	g.offers, g.offered = offers, -1
	if text != "" && len(offers) > 0 {
		g.offered = 0
	}
}

// blank reports whether nothing was typed in a row.
func (g *Grid) blank(row int) bool {
	for _, c := range g.spec.Columns {
		if !c.Fixed && strings.TrimSpace(g.rows[row][c.Code]) != "" {
			return false
		}
	}
	return true
}

func (g *Grid) add() { g.rows = append(g.rows, map[string]string{}) }

// mayAdd reports whether another row can follow the last one.
func (g *Grid) mayAdd() bool {
	n := len(g.rows)
	return !g.spec.Closed && (g.spec.Most == 0 || n < g.spec.Most) && !g.blank(n-1)
}

// remove takes the chosen row out.
func (g *Grid) remove() {
	if g.spec.Closed {
		return
	}
	g.rows = append(g.rows[:g.row:g.row], g.rows[g.row+1:]...)
	if len(g.rows) == 0 {
		g.add()
	}
	g.enter(min(g.row, len(g.rows)-1), g.firstCell())
}

// enter chooses a cell; what is typed next replaces what stands there.
func (g *Grid) enter(row, column int) {
	c := g.spec.Columns[column]
	g.row, g.column = row, column
	g.input = NewInput(g.env, "", c.MaxLen)
	g.input.SetValue(g.rows[row][c.Code])
	if g.focused {
		g.input.Focus()
	}
	g.fresh = true
	g.offers, g.offered = nil, -1
}

// firstCell is the first column that can be typed in.
func (g *Grid) firstCell() int { return max(g.cellFrom(0, 1), 0) }

// cellFrom is the first column in sight that can be typed in from one on, in a
// direction; -1 for none.
func (g *Grid) cellFrom(column, by int) int {
	for ; column >= 0 && column < len(g.spec.Columns); column += by {
		if !g.spec.Columns[column].Fixed && !g.away[column] {
			return column
		}
	}
	return -1
}

// next is the cell after the chosen one; ok is false where the grid ends. Behind
// the last row another one is begun, but none behind an empty one.
func (g *Grid) next() (row, column int, ok bool) {
	last := g.row == len(g.rows)-1
	if last && !g.spec.Closed && g.blank(g.row) {
		return 0, 0, false
	}
	if c := g.cellFrom(g.column+1, 1); c >= 0 {
		return g.row, c, true
	}
	if !last || g.mayAdd() {
		return g.row + 1, g.firstCell(), true
	}
	return 0, 0, false
}

// previous is the cell before the chosen one.
func (g *Grid) previous() (row, column int, ok bool) {
	if c := g.cellFrom(g.column-1, -1); c >= 0 {
		return g.row, c, true
	}
	if g.row > 0 {
		return g.row - 1, g.cellFrom(len(g.spec.Columns)-1, -1), true
	}
	return 0, 0, false
}

// Focus gives the field the keys.
func (g *Grid) Focus() {
	g.focused = true
	g.input.Focus()
}

// Blur takes them away.
func (g *Grid) Blur() {
	g.focused = false
	g.input.Blur()
	g.offers = nil
}
