package kit

import (
	"time"

	"charm.land/lipgloss/v2"

	tea "charm.land/bubbletea/v2"
)

// Table shows a long list of which only a window is loaded: it knows how many
// rows there are, holds some of them, and says which it needs. Drawing costs
// as much as there are rows in sight.
type Table[T any] struct {
	env     *Env
	columns []Column[T]
	fit     []placed[T]
	empty   string // said when there are no rows
	loaded  bool   // the count is known

	w, h int
	x, y int // where the table lies on the screen, for the mouse

	count  int // all rows
	cursor int
	top    int // first row in sight
	offset int // of the first loaded row
	rows   []T
	asked  window // what Need asked for and SetRows has not answered yet
	stale  bool   // the loaded rows are to be loaded again

	opened time.Time // when a row was opened by a click

	markKey func(T) int64
	marks   map[int64]bool

	// RowStyle dims done rows and the like; nil, or nil for a row: plain.
	RowStyle func(T) *lipgloss.Style
	// OnMove runs when the cursor stands on another row.
	OnMove func() tea.Cmd
	// OnOpen runs when the chosen row is clicked again.
	OnOpen func() tea.Cmd
}

type window struct{ offset, limit int }

func (w window) covers(from, to int) bool { return from >= w.offset && to <= w.offset+w.limit }

// NewTable makes a table without rows. The text for the empty table may have
// several lines; it should say what would fill it and the key for that.
func NewTable[T any](env *Env, columns []Column[T], empty string) *Table[T] {
	return &Table[T]{env: env, columns: columns, empty: empty}
}

// SetColumns replaces the columns.
func (t *Table[T]) SetColumns(columns []Column[T]) {
	t.columns = columns
	t.fit = fitColumns(columns, t.w-markWidth)
}

// SetEmpty replaces what is said when there are no rows.
func (t *Table[T]) SetEmpty(text string) { t.empty = text }

// SetSize says how many cells the table has, the header line included.
func (t *Table[T]) SetSize(w, h int) {
	if w == t.w && h == t.h {
		return
	}
	t.w, t.h = w, h
	t.fit = fitColumns(t.columns, w-markWidth)
	t.settle()
}

// SetOrigin says where on the screen the table lies, so that clicks find their
// row.
func (t *Table[T]) SetOrigin(x, y int) { t.x, t.y = x, y }

// page is how many rows are in sight.
func (t *Table[T]) page() int { return max(t.h-1, 1) }

// SetCount says how many rows there are.
func (t *Table[T]) SetCount(n int) {
	t.count, t.loaded = max(n, 0), true
	t.settle()
}

// Count is how many rows there are.
func (t *Table[T]) Count() int { return t.count }

// SetRows hands over the loaded window that begins with row number offset.
func (t *Table[T]) SetRows(offset int, rows []T) {
	t.offset, t.rows = offset, rows
	t.asked, t.stale = window{}, false
}

// SetAll hands over a list that is loaded whole.
func (t *Table[T]) SetAll(rows []T) {
	t.SetCount(len(rows))
	t.SetRows(0, rows)
}

// Refresh says that the loaded rows may be out of date: Need asks for them
// again, and until then they stay in sight.
func (t *Table[T]) Refresh() {
	t.stale = true
	t.asked = window{}
}

// Need is the window that must be loaded, if any: what is in sight and two
// pages around it. The same window is asked for once; Refresh asks again.
func (t *Table[T]) Need() (offset, limit int, ok bool) {
	page := t.page()
	near := page / 2
	from, to := max(t.top-near, 0), min(t.top+page+near, max(t.count, 1))
	have := window{t.offset, len(t.rows)}
	if t.loaded && t.count == 0 && !t.stale {
		return 0, 0, false
	}
	if !t.stale && have.limit > 0 && have.covers(from, to) || t.asked.limit > 0 && t.asked.covers(from, to) {
		return 0, 0, false
	}
	t.asked = window{max(t.top-2*page, 0), 5 * page}
	return t.asked.offset, t.asked.limit, true
}

// Cursor is the number of the chosen row.
func (t *Table[T]) Cursor() int { return t.cursor }

// Top is the number of the first row in sight.
func (t *Table[T]) Top() int { return t.top }

// MoveTo chooses a row and scrolls no more than that takes.
func (t *Table[T]) MoveTo(i int) {
	t.cursor = i
	t.settle()
}

// settle keeps the cursor among the rows and in sight.
func (t *Table[T]) settle() {
	t.cursor = max(min(t.cursor, t.count-1), 0)
	t.top = keepInSight(t.top, t.cursor, t.page(), t.count)
}

// Row is a loaded row by its number.
func (t *Table[T]) Row(i int) (row T, ok bool) {
	if i < t.offset || i >= t.offset+len(t.rows) || i >= t.count {
		return row, false
	}
	return t.rows[i-t.offset], true
}

// Selected is the chosen row if it is loaded.
func (t *Table[T]) Selected() (T, bool) { return t.Row(t.cursor) }

// KeepOn chooses the loaded row that matches, on the same line of the screen
// as the row chosen before, and reports whether there is one: call it after a
// reload with the record that was chosen.
func (t *Table[T]) KeepOn(match func(T) bool) bool {
	for i, row := range t.rows {
		if match(row) {
			line := t.cursor - t.top
			t.cursor = t.offset + i
			t.top = max(t.cursor-line, 0)
			t.settle()
			return true
		}
	}
	return false
}

// MarkBy lets rows be marked for a common action; the key tells them apart.
func (t *Table[T]) MarkBy(key func(T) int64) {
	t.markKey = key
	t.marks = map[int64]bool{}
}

// ToggleMark marks the chosen row, or takes its mark away.
func (t *Table[T]) ToggleMark() {
	row, ok := t.Selected()
	if !ok || t.markKey == nil {
		return
	}
	if key := t.markKey(row); t.marks[key] {
		delete(t.marks, key)
	} else {
		t.marks[key] = true
	}
}

// SetMarks marks exactly these rows, loaded or not.
func (t *Table[T]) SetMarks(keys []int64) {
	t.marks = make(map[int64]bool, len(keys))
	for _, key := range keys {
		t.marks[key] = true
	}
}

// Marks is how many rows are marked.
func (t *Table[T]) Marks() int { return len(t.marks) }

// Marked is the keys of the marked rows, in no order.
func (t *Table[T]) Marked() []int64 {
	keys := make([]int64, 0, len(t.marks))
	for key := range t.marks {
		keys = append(keys, key)
	}
	return keys
}

func (t *Table[T]) marked(row T) bool { return t.markKey != nil && t.marks[t.markKey(row)] }
