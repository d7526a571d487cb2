package receivables

import (
	"context"
	"slices"

	tea "charm.land/bubbletea/v2"

	"genjin/tui/kit"
)

// list is a long list: all ids are held, the rows in sight are read.
type list[T any] struct {
	table *kit.Table[T]
	ids   []int64
	key   func(T) int64

	readIDs  func(ctx context.Context) ([]int64, error)
	readRows func(ctx context.Context, ids []int64) ([]T, error)

	stale bool // to be read again when it is looked at
	atTop bool // something else is asked for: the next load begins at the top

	seq, rowsSeq int
	stop         context.CancelFunc // of the load under way
}

// The answers to the loads of a list.
type (
	listed[T any] struct {
		list *list[T]
		seq  int
		ids  []int64
		err  error
	}
	windowed[T any] struct {
		list   *list[T]
		seq    int
		offset int
		rows   []T
		err    error
	}
)

// load reads the ids. What was asked before is given up: while one types, only
// the last answer counts.
func (l *list[T]) load() tea.Cmd {
	if l.stop != nil {
		l.stop()
	}
	var ctx context.Context
	ctx, l.stop = context.WithCancel(context.Background())
	l.stale = false
	l.seq++
	seq, read := l.seq, l.readIDs
	return func() tea.Msg {
		ids, err := read(ctx)
		return listed[T]{l, seq, ids, err}
	}
}

// takeIDs shows what was read; the cursor stays on its record, or on the one
// that stands there now. It reports whether the chosen record is gone.
func (l *list[T]) takeIDs(m listed[T]) (gone bool, cmd tea.Cmd) {
	row, stood := l.table.Selected()
	l.ids = m.ids
	l.table.SetCount(len(l.ids))
	at := -1
	if stood && !l.atTop {
		at = slices.Index(l.ids, l.key(row))
	}
	switch {
	case l.atTop:
		l.table.MoveTo(0)
	case at >= 0:
		l.table.MoveTo(at)
	default:
		gone = stood
	}
	l.atTop = false
	l.rowsSeq++ // rows under way are of the ids before
	l.table.Refresh()
	if len(l.ids) == 0 {
		l.table.SetRows(0, nil)
		return gone, nil
	}
	return gone, l.window()
}

// window reads the rows in sight, if they aren't there yet.
func (l *list[T]) window() tea.Cmd {
	offset, limit, ok := l.table.Need()
	if !ok {
		return nil
	}
	l.rowsSeq++
	seq, read := l.rowsSeq, l.readRows
	ids := l.ids[min(offset, len(l.ids)):min(offset+limit, len(l.ids))]
	return func() tea.Msg {
		rows, err := read(context.Background(), ids)
		return windowed[T]{l, seq, offset, rows, err}
	}
}

// answer takes over what one of the list's loads read; ok is false for other
// messages. A failure is the screen's to tell.
func (l *list[T]) answer(msg tea.Msg) (a answered, ok bool) {
	switch m := msg.(type) {
	case listed[T]:
		if m.list != l {
			return a, false
		}
		if m.seq != l.seq {
			return a, true
		}
		if a.err = m.err; m.err == nil {
			a.fresh = true
			a.gone, a.cmd = l.takeIDs(m)
		}
		return a, true
	case windowed[T]:
		if m.list != l {
			return a, false
		}
		if m.seq != l.rowsSeq {
			return a, true
		}
		if a.err = m.err; m.err == nil {
			a.fresh = true
			l.table.SetRows(m.offset, m.rows)
		}
		return a, true
	}
	return a, false
}

// answered is what became of a load.
type answered struct {
	fresh bool // something is on the screen that wasn't
	gone  bool // the chosen record is not in the list any more
	cmd   tea.Cmd
	err   error
}

// again marks the list as out of date; the cursor stays.
func (l *list[T]) again() { l.stale = true }

// renew marks it as about something else: it begins at the top.
func (l *list[T]) renew() { l.stale, l.atTop = true, true }

// refresh reads what is out of date, or the rows in sight.
func (l *list[T]) refresh() tea.Cmd {
	if l.stale {
		return l.load()
	}
	return l.window()
}
