package kit

import (
	"context"

	tea "charm.land/bubbletea/v2"
)

// Whole is a [Table] whose rows are read at once, for lists that are short. The
// cursor stays on its row.
type Whole[T any] struct {
	*Table[T]
	All []T

	Read func(context.Context) ([]T, error)
	Same func(a, b T) bool // whether two rows are about the same

	events Events
	load   Load[[]T]
	stale  bool
}

// NewWhole makes a list that is yet to be read.
func NewWhole[T any](env *Env, same func(a, b T) bool, read func(context.Context) ([]T, error)) *Whole[T] {
	return &Whole[T]{Table: NewTable[T](env, nil, ""), Same: same, Read: read, stale: true}
}

// Bind says what follows what happens in the list.
func (l *Whole[T]) Bind(e Events) {
	l.events = e
	l.OnMove, l.OnOpen = e.Moved, e.Opened
}

// Busy reports whether the rows are being read for the first time.
func (l *Whole[T]) Busy() bool { return l.load.Busy() && len(l.All) == 0 }

// Renew marks the rows as out of date.
func (l *Whole[T]) Renew(bool) { l.stale = true }

// Look reads the rows if they are out of date.
func (l *Whole[T]) Look() tea.Cmd {
	if !l.stale {
		return l.events.Moved()
	}
	l.stale = false
	return l.load.Run(l.Read)
}

// Answer takes what was read, and reports whether the message is that.
func (l *Whole[T]) Answer(msg tea.Msg) (tea.Cmd, bool) {
	rows, err, ok := l.load.Take(msg)
	switch {
	case !ok:
		return nil, false
	case err != nil:
		return l.events.Failed(err), true
	}
	row, stood := l.Selected()
	l.All = rows
	l.SetAll(rows)
	gone := stood && !l.KeepOn(func(r T) bool { return l.Same(r, row) })
	return tea.Batch(l.events.Read(gone), l.events.Moved()), true
}

// MarkRow, MarkAll and Selection: rows that are read whole aren't selected.
func (l *Whole[T]) MarkRow()           {}
func (l *Whole[T]) MarkAll()           {}
func (l *Whole[T]) Selection() []int64 { return nil }

// Unmarked is what a body says of a selection whose rows can't be selected.
type Unmarked struct{}

func (Unmarked) MarkRow()           {}
func (Unmarked) MarkAll()           {}
func (Unmarked) Marks() int         { return 0 }
func (Unmarked) SetMarks([]int64)   {}
func (Unmarked) Selection() []int64 { return nil }
