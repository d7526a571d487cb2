package kit

import (
	"context"
	"slices"

	tea "charm.land/bubbletea/v2"
)

// Listing is a [Table] of records that are read by their ids: the ids of all
// rows are held, the rows in sight are read. The cursor stays on its record
// through loads, and what was asked before the last question is given up.
type Listing[T any] struct {
	*Table[T]
	IDs   []int64
	Stale bool // to be read again when it is looked at

	// Find says what reads the ids, and Read what reads the rows of some of
	// them. Both are asked in Update, so that they take in what the list is
	// narrowed down to then; what they answer runs in a command.
	Find func() func(context.Context) (Found, error)
	Read func(ids []int64) func(context.Context) (Rows[T], error)

	// OnFound runs when the ids were read. gone: the record on which the
	// cursor stood is no longer among them. May be nil.
	OnFound func(gone bool) tea.Cmd
	// OnRows runs when the rows in sight were read, or there are none.
	OnRows func() tea.Cmd
	OnFail func(error) tea.Cmd

	stand        int64 // the record to stand on after the next load
	atTop        bool  // the next load begins at the top
	seq, rowsSeq int
	stop         context.CancelFunc // of the load under way
}

// Found is the ids of a list. Then notes what else was read with them, in
// Update and only if the answer still counts, and After reads what follows from
// them; both may be nil.
type Found struct {
	IDs   []int64
	Then  func()
	After func() tea.Cmd
}

// Rows are records of a list. Then is as that of [Found].
type Rows[T any] struct {
	Rows []T
	Then func()
}

// NewListing makes a list that is yet to be read.
func NewListing[T any](env *Env) *Listing[T] {
	return &Listing[T]{Table: NewTable[T](env, nil, ""), Stale: true}
}

// FindIDs is a Find for a question that the ids alone answer.
func FindIDs[Q any](read func(context.Context, Q) ([]int64, error), query Q) func(context.Context) (Found, error) {
	return func(ctx context.Context) (Found, error) {
		ids, err := read(ctx, query)
		return Found{IDs: ids}, err
	}
}

// ReadRows is a Read for rows that come alone.
func ReadRows[T any](read func(context.Context, []int64) ([]T, error)) func([]int64) func(context.Context) (Rows[T], error) {
	return func(ids []int64) func(context.Context) (Rows[T], error) {
		return func(ctx context.Context) (Rows[T], error) {
			rows, err := read(ctx, ids)
			return Rows[T]{Rows: rows}, err
		}
	}
}

// The answers to the loads of a list.
type (
	found struct {
		list any
		seq  int
		Found
		err error
	}
	rowsRead[T any] struct {
		list   *Listing[T]
		seq    int
		offset int
		Rows[T]
		err error
	}
)

// Bind says what follows what happens in the list.
func (l *Listing[T]) Bind(e Events) {
	l.OnFound, l.OnRows, l.OnFail = e.Read, e.Moved, e.Failed
	l.OnMove, l.OnOpen = e.Moved, e.Opened
}

// Renew marks the list as out of date; top: it is about something else and
// begins at the top.
func (l *Listing[T]) Renew(top bool) {
	l.Stale = true
	if top {
		l.FromTop()
	}
}

// Look reads what is out of date, or the rows in sight that are missing.
func (l *Listing[T]) Look() tea.Cmd {
	if l.Stale {
		return l.Load()
	}
	return tea.Batch(l.Window(), l.OnRows())
}

// MarkRow selects the row under the cursor, or no longer, and goes to the next.
func (l *Listing[T]) MarkRow() {
	l.ToggleMark()
	l.MoveTo(l.Cursor() + 1)
}

// MarkAll selects everything that the list shows; again, nothing.
func (l *Listing[T]) MarkAll() {
	if l.Marks() == len(l.IDs) {
		l.SetMarks(nil)
		return
	}
	l.SetMarks(l.IDs)
}

// Selection is the selected records in the order of the list.
func (l *Listing[T]) Selection() []int64 {
	var ids []int64
	for _, id := range l.IDs {
		if l.marks[id] {
			ids = append(ids, id)
		}
	}
	return ids
}

// Load reads the list again.
func (l *Listing[T]) Load() tea.Cmd {
	if l.stop != nil {
		l.stop()
	}
	var ctx context.Context
	ctx, l.stop = context.WithCancel(context.Background())
	l.Stale = false
	l.seq++
	seq, find := l.seq, l.Find()
	return func() tea.Msg {
		f, err := find(ctx)
		return found{l, seq, f, err}
	}
}

// FromTop makes the next load begin at the top: something else is asked for.
func (l *Listing[T]) FromTop() { l.stand, l.atTop = 0, true }

// StandOn makes the next load stand on a record.
func (l *Listing[T]) StandOn(id int64) { l.stand, l.atTop = id, false }

// Chosen is the id of the chosen row, whether it is loaded or not; 0 for none.
func (l *Listing[T]) Chosen() int64 {
	if at := l.Cursor(); at < len(l.IDs) {
		return l.IDs[at]
	}
	return 0
}

// Update moves among the rows and reads those that come in sight. It reports
// whether the message was the list's.
func (l *Listing[T]) Update(msg tea.Msg) (tea.Cmd, bool) {
	cmd, done := l.Table.Update(msg)
	return tea.Batch(cmd, l.Window()), done
}

// Answer takes what the list's own loads have read, and reports whether the
// message is that.
func (l *Listing[T]) Answer(msg tea.Msg) (tea.Cmd, bool) {
	switch m := msg.(type) {
	case found:
		if m.list != any(l) {
			return nil, false
		}
		return l.takeFound(m), true
	case rowsRead[T]:
		if m.list != l {
			return nil, false
		}
		return l.takeRows(m), true
	}
	return nil, false
}

func (l *Listing[T]) takeFound(m found) tea.Cmd {
	switch {
	case m.seq != l.seq:
		return nil
	case m.err != nil:
		return l.OnFail(m.err)
	}
	stand, asked := l.stand, l.stand != 0
	if stand == 0 && !l.atTop {
		stand = l.Chosen()
	}
	if m.Then != nil {
		m.Then()
	}
	l.IDs = m.IDs
	l.SetCount(len(l.IDs))
	if l.Marks() > 0 {
		l.SetMarks(l.Selection()) // nothing out of sight is changed
	}
	at := slices.Index(l.IDs, stand)
	switch {
	case l.atTop:
		l.MoveTo(0)
	case at >= 0:
		l.MoveTo(at)
	}
	l.stand, l.atTop = 0, false
	l.rowsSeq++ // rows under way are of the ids before
	l.Refresh()
	var after tea.Cmd
	if l.OnFound != nil {
		after = l.OnFound(stand != 0 && !asked && at < 0)
	}
	if m.After != nil {
		after = tea.Batch(after, m.After())
	}
	if len(l.IDs) == 0 {
		l.SetRows(0, nil)
		return tea.Batch(after, l.OnRows())
	}
	return tea.Batch(l.Window(), after)
}

// Window reads the rows that are in sight, if they aren't there yet.
func (l *Listing[T]) Window() tea.Cmd {
	offset, limit, ok := l.Need()
	if !ok {
		return nil
	}
	l.rowsSeq++
	seq := l.rowsSeq
	read := l.Read(l.IDs[min(offset, len(l.IDs)):min(offset+limit, len(l.IDs))])
	return func() tea.Msg {
		rows, err := read(context.Background())
		return rowsRead[T]{l, seq, offset, rows, err}
	}
}

func (l *Listing[T]) takeRows(m rowsRead[T]) tea.Cmd {
	switch {
	case m.seq != l.rowsSeq:
		return nil
	case m.err != nil:
		return l.OnFail(m.err)
	}
	if m.Then != nil {
		m.Then()
	}
	l.SetRows(m.offset, m.Rows.Rows)
	return l.OnRows()
}
