package kit

import (
	"context"

	tea "charm.land/bubbletea/v2"
)

// Load is something that is read in a command, again and again. Asking anew
// gives up what was asked before, and an answer that comes late is dropped.
type Load[T any] struct {
	seq  int
	busy bool
	stop context.CancelFunc // of the read under way
}

// loaded is the answer of a load.
type loaded[T any] struct {
	load  *Load[T]
	seq   int
	value T
	err   error
}

// Run reads in a command.
func (l *Load[T]) Run(read func(context.Context) (T, error)) tea.Cmd {
	l.Drop()
	var ctx context.Context
	ctx, l.stop = context.WithCancel(context.Background())
	l.busy = true
	seq := l.seq
	return func() tea.Msg {
		value, err := read(ctx)
		if err != nil && ctx.Err() != nil {
			err = ctx.Err() // others have their own word for it
		}
		return loaded[T]{l, seq, value, err}
	}
}

// Drop gives up what is being read.
func (l *Load[T]) Drop() {
	if l.stop != nil {
		l.stop()
	}
	l.seq++
	l.stop, l.busy = nil, false
}

// Stop asks what is under way to end early. Its answer still counts: what it
// did by then is done.
func (l *Load[T]) Stop() {
	if l.stop != nil {
		l.stop()
	}
}

// Take is what was read last. It reports whether the message is that: the
// answer of another load, or one that came late, is not.
func (l *Load[T]) Take(msg tea.Msg) (value T, err error, ok bool) {
	m, ok := msg.(loaded[T])
	if !ok || m.load != l || m.seq != l.seq {
		return value, nil, false
	}
	l.Drop()
	return m.value, m.err, true
}

// Busy reports whether something is being read.
func (l *Load[T]) Busy() bool { return l.busy }
