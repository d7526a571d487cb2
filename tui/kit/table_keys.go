package kit

import (
	tea "charm.land/bubbletea/v2"
)

// wheelRows is how many rows one notch of the wheel moves.
const wheelRows = 3

// Update moves the cursor by keys, wheel and clicks. It reports whether the
// message was the table's; the command is OnMove's or OnOpen's.
func (t *Table[T]) Update(msg tea.Msg) (tea.Cmd, bool) {
	before := t.cursor
	switch msg := msg.(type) {
	case tea.KeyPressMsg:
		if !t.key(KeyName(msg)) {
			return nil, false
		}
	case tea.MouseWheelMsg:
		if !t.box().Contains(msg.X, msg.Y) {
			return nil, false
		}
		if msg.Button == tea.MouseWheelUp {
			t.MoveTo(t.cursor - wheelRows)
		} else {
			t.MoveTo(t.cursor + wheelRows)
		}
	case tea.MouseClickMsg:
		i, ok := t.rowAt(msg.X, msg.Y)
		if !ok || msg.Button != tea.MouseLeft {
			return nil, false
		}
		if i == t.cursor && t.OnOpen != nil {
			if t.env.within(t.opened, doubleClick) {
				return nil, true // the second click of the same opening
			}
			t.opened = t.env.now()
			return t.OnOpen(), true
		}
		t.MoveTo(i)
	default:
		return nil, false
	}
	if t.cursor != before && t.OnMove != nil {
		return t.OnMove(), true
	}
	return nil, true
}

func (t *Table[T]) key(key string) bool {
	switch key {
	case "down", "j":
		t.MoveTo(t.cursor + 1)
	case "up", "k":
		t.MoveTo(t.cursor - 1)
	case "pgdown":
		t.MoveTo(t.cursor + t.page())
	case "pgup":
		t.MoveTo(t.cursor - t.page())
	case "home", "g":
		t.MoveTo(0)
	case "end", "G":
		t.MoveTo(t.count - 1)
	default:
		return false
	}
	return true
}

// Jump moves to the next (1) or previous (-1) loaded row of another kind, onto
// the first row of that kind.
func (t *Table[T]) Jump(direction int, kind func(T) string) tea.Cmd {
	row, ok := t.Selected()
	if !ok {
		return nil
	}
	before, here, i := t.cursor, kind(row), t.cursor
	for {
		next, ok := t.Row(i + direction)
		if !ok {
			break
		}
		i += direction
		if kind(next) != here {
			t.MoveTo(t.firstOfKind(i, kind))
			break
		}
	}
	if t.cursor != before && t.OnMove != nil {
		return t.OnMove()
	}
	return nil
}

func (t *Table[T]) firstOfKind(i int, kind func(T) string) int {
	row, _ := t.Row(i)
	for {
		previous, ok := t.Row(i - 1)
		if !ok || kind(previous) != kind(row) {
			return i
		}
		i--
	}
}

func (t *Table[T]) box() Box { return Box{X: t.x, Y: t.y, W: t.w, H: t.h} }

// rowAt is the row that is drawn at a place on the screen.
func (t *Table[T]) rowAt(x, y int) (int, bool) {
	i := t.top + y - t.y - 1 // below the header
	if !t.box().Contains(x, y) || y == t.y || i >= t.count {
		return 0, false
	}
	return i, true
}
