package kit

import "charm.land/lipgloss/v2"

// Column is one column of a table.
type Column[T any] struct {
	Code   string
	Title  string
	Min    int  // cells, 0 for the title's width
	Max    int  // cells, 0 for any
	Weight int  // share of the room that is left, 0 for none
	Right  bool // figures stand at the right
	Drop   int  // leaves first when the table is narrow; the highest goes first, 0 stays
	Cell   func(T) string
	Style  func(T) *lipgloss.Style // nil, or nil for a row: as the row
	Spans  func(T) []Span          // instead of Cell: a cell in parts of their own styles
}

// Span is a piece of text in one style; nil: as the row.
type Span struct {
	Text  string
	Style *lipgloss.Style
}

// columnGap is the air between two columns.
const columnGap = 1

// placed is a column that found room.
type placed[T any] struct {
	Column[T]
	w int
}

func (c Column[T]) min() int {
	if c.Min > 0 {
		return c.Min
	}
	return max(Width(c.Title), 1)
}

// fitColumns gives each column its width so that together they take no more
// than w cells: it drops columns, then narrows the widest, then shares what is
// left by weight.
func fitColumns[T any](columns []Column[T], w int) []placed[T] {
	fit := make([]placed[T], len(columns))
	for i, c := range columns {
		fit[i] = placed[T]{c, c.min()}
	}
	for overflow(fit, w) > 0 {
		i := mostDroppable(fit)
		if i < 0 {
			break
		}
		fit = append(fit[:i], fit[i+1:]...)
	}
	for overflow(fit, w) > 0 && narrowWidest(fit) {
	}
	for overflow(fit, w) > 0 && len(fit) > 0 {
		fit = fit[:len(fit)-1]
	}
	widen(fit, -overflow(fit, w))
	return fit
}

// overflow is how many cells the columns take beyond w.
func overflow[T any](fit []placed[T], w int) int {
	used := columnGap * max(len(fit)-1, 0)
	for _, c := range fit {
		used += c.w
	}
	return used - w
}

func mostDroppable[T any](fit []placed[T]) int {
	at := -1
	for i, c := range fit {
		if c.Drop > 0 && (at < 0 || c.Drop >= fit[at].Drop) {
			at = i
		}
	}
	return at
}

// narrowWidest takes a cell from the widest column and reports whether any
// could give one.
func narrowWidest[T any](fit []placed[T]) bool {
	at := -1
	for i, c := range fit {
		if c.w > 2 && (at < 0 || c.w > fit[at].w) {
			at = i
		}
	}
	if at < 0 {
		return false
	}
	fit[at].w--
	return true
}

// widen shares free cells by weight, none beyond a column's Max.
func widen[T any](fit []placed[T], free int) {
	for free > 0 {
		weights := 0
		for _, c := range fit {
			if c.canGrow() {
				weights += c.Weight
			}
		}
		if weights == 0 {
			return
		}
		given := 0
		for i := range fit {
			c := &fit[i]
			if !c.canGrow() {
				continue
			}
			more := max(free*c.Weight/weights, 1)
			if c.Max > 0 {
				more = min(more, c.Max-c.w)
			}
			more = min(more, free-given)
			c.w += more
			given += more
		}
		free -= given
	}
}

func (c placed[T]) canGrow() bool {
	return c.Weight > 0 && (c.Max == 0 || c.w < c.Max)
}
