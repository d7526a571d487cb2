package kittest

import (
	"strings"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"
	"github.com/charmbracelet/x/vt"
)

// Terminal is an emulated terminal: what really stands in which cell.
type Terminal struct {
	screen *vt.Emulator
	cursor bool
}

// NewTerminal makes an empty one.
func NewTerminal(w, h int) *Terminal {
	t := &Terminal{screen: vt.NewEmulator(w, h)}
	t.write("\x1b[20h") // a line feed returns to the left edge, as a tty makes it
	return t
}

// Draw shows a view on a fresh terminal of its size.
func Draw(view string, cursor *tea.Cursor, w, h int) *Terminal {
	t := NewTerminal(w, h)
	t.Show(view, cursor)
	return t
}

// Show replaces what the terminal shows.
func (t *Terminal) Show(view string, cursor *tea.Cursor) {
	t.write(ansi.EraseEntireDisplay)
	for y, line := range strings.Split(view, "\n") {
		t.write(ansi.CursorPosition(1, y+1) + line)
	}
	if t.cursor = cursor != nil; t.cursor {
		t.write(ansi.CursorPosition(cursor.X+1, cursor.Y+1))
	}
}

func (t *Terminal) write(s string) {
	// The emulator writes to memory and has no error to give.
	_, _ = t.screen.WriteString(s)
}

// Cell is the character in a cell; the right half of a wide one is "".
func (t *Terminal) Cell(x, y int) string {
	c := t.screen.CellAt(x, y)
	if c == nil {
		return ""
	}
	return c.Content
}

// Row is a line of the screen as text.
func (t *Terminal) Row(y int) string {
	var b strings.Builder
	for x := range t.screen.Width() {
		b.WriteString(t.Cell(x, y))
	}
	return b.String()
}

// Text is the whole screen.
func (t *Terminal) Text() string {
	rows := make([]string, t.screen.Height())
	for y := range rows {
		rows[y] = t.Row(y)
	}
	return strings.Join(rows, "\n")
}

// Cursor is the cell that the cursor stands in, and whether it is shown.
func (t *Terminal) Cursor() (x, y int, shown bool) {
	at := t.screen.CursorPosition()
	return at.X, at.Y, t.cursor
}

// Column is the cell in which a text begins on a line, -1 if it isn't there.
func (t *Terminal) Column(y int, text string) int {
	row := t.Row(y)
	i := strings.Index(row, text)
	if i < 0 {
		return -1
	}
	return ansi.StringWidth(row[:i])
}
