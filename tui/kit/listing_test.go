package kit_test

import (
	"context"
	"errors"
	"slices"
	"testing"

	tea "charm.land/bubbletea/v2"

	"genjin/tui/kit"
	"genjin/tui/kit/kittest"
)

// listed is a list of ids whose rows are the ids, and what happened to it.
type listed struct {
	*kit.Listing[int64]
	kept []int64 // what a load finds
	gone []bool
	fail error
}

func newListed() *listed {
	l := &listed{Listing: kit.NewListing[int64](kittest.Env())}
	l.SetSize(40, 11)
	l.Find = func() func(context.Context) (kit.Found, error) {
		return kit.FindIDs(func(context.Context, int) ([]int64, error) { return slices.Clone(l.kept), l.fail }, 0)
	}
	l.Read = kit.ReadRows(func(_ context.Context, ids []int64) ([]int64, error) { return ids, nil })
	l.OnFound = func(gone bool) tea.Cmd { l.gone = append(l.gone, gone); return nil }
	l.OnRows = func() tea.Cmd { return nil }
	l.OnFail = func(err error) tea.Cmd { return kit.Fail("read", err) }
	return l
}

// run plays a command and what its answers ask for.
func (l *listed) run(cmd tea.Cmd) (failed bool) {
	if cmd == nil {
		return false
	}
	switch msg := cmd().(type) {
	case tea.BatchMsg:
		for _, c := range msg {
			failed = l.run(c) || failed
		}
	case kit.Failed:
		return true
	default:
		next, _ := l.Answer(msg)
		return l.run(next)
	}
	return failed
}

func TestTheCursorStaysOnItsRecord(t *testing.T) {
	l := newListed()
	for _, step := range []struct {
		name string
		do   func()
		kept []int64
		want int64
		gone bool
	}{
		{"at first the first row", func() {}, []int64{5, 6, 7, 8}, 5, false},
		{"rows before it are new", func() { l.MoveTo(2) }, []int64{1, 2, 5, 6, 7, 8}, 7, false},
		{"it is gone: the next one", func() {}, []int64{1, 2, 5, 6, 8}, 8, true},
		{"from the top", func() { l.FromTop() }, []int64{2, 8, 9}, 2, false},
		{"on a record that is asked for", func() { l.StandOn(9) }, []int64{2, 8, 9}, 9, false},
		{"that isn't there", func() { l.StandOn(4) }, []int64{2, 8}, 8, false},
		{"nothing is left", func() {}, nil, 0, true},
	} {
		l.kept = step.kept
		step.do()
		l.run(l.Load())
		if got := l.Chosen(); got != step.want || l.gone[len(l.gone)-1] != step.gone {
			t.Errorf("%s: stands on %d, gone %v", step.name, got, l.gone[len(l.gone)-1])
		}
		if row, ok := l.Selected(); ok != (step.want != 0) || row != step.want {
			t.Errorf("%s: the row is %d, %v", step.name, row, ok)
		}
	}
}

func TestOnlyTheLastQuestionOfAListIsAnswered(t *testing.T) {
	l := newListed()
	l.kept = []int64{1}
	first := l.Load()()
	l.kept = []int64{2}
	l.run(l.Load())
	l.run(func() tea.Msg { return first })
	if l.Chosen() != 2 {
		t.Errorf("an earlier answer counts: %v", l.IDs)
	}
	l.fail = errors.New("disk")
	if !l.run(l.Load()) || l.Chosen() != 2 {
		t.Errorf("a failure isn't told, or takes the rows away: %v", l.IDs)
	}
	if _, mine := newListed().Answer(first); mine {
		t.Error("another list's answer is taken")
	}
}
