package tui_test

import (
	"context"
	"testing"

	tea "charm.land/bubbletea/v2"

	"genjin/model"
	"genjin/model/label"
	"genjin/store"
	"genjin/tui/kit/kittest"

	"genjin/tui/test"
)

// elsewhere is another program on the same file.
func elsewhere(d *test.Desk) *store.Store {
	d.T.Helper()
	st, err := store.Open(context.Background(), d.Store.Path(), store.Clock(d.Store.Now))
	if err != nil {
		d.T.Fatal(err)
	}
	d.T.Cleanup(func() { _ = st.Close() })
	return st
}

func TestUndoTakesBackWhatTheScreenOfferedThoughAnotherProgramWrote(t *testing.T) {
	for l, say := range map[label.Lang][]string{
		label.ZH: {"u 撤销", "已撤销:记录跟进", "已重做:记录跟进"},
		label.EN: {"u undoes", "undone: log", "redone: log"},
	} {
		d := openDesk(t, l, 120, 40, samples)
		d.Press("l")
		d.Write("客户同意来看样板")
		d.Press("ctrl+s")
		d.Sees(say[0])
		other := elsewhere(d)
		if _, err := other.AddCustomer(t.Context(), model.Customer{Name: "后来的客户", Grade: model.GradeA}); err != nil {
			t.Fatal(err)
		}
		kittest.Drain(d, tea.FocusMsg{})
		d.Press("u")
		d.Sees(say[1], "后来的客户")
		d.Press("ctrl+r")
		d.Sees(say[2], "后来的客户")
	}
}

func TestUndoSaysWhyItLeavesWhatAnotherProgramDid(t *testing.T) {
	for l, say := range map[label.Lang]string{label.ZH: "能撤销的改动都是别的窗口或程序做的", label.EN: "done by another window or program"} {
		d := openDesk(t, l, 120, 40, test.Blank)
		if _, err := elsewhere(d).AddCustomer(t.Context(), model.Customer{Name: "后来的客户"}); err != nil {
			t.Fatal(err)
		}
		d.Press("u")
		d.Sees(say)
		if n, err := d.Store.CountCustomers(t.Context()); err != nil || n != 1 {
			t.Errorf("%d customers, %v", n, err)
		}
	}
}

func TestWhatWasChangedElsewhereIsNotUndone(t *testing.T) {
	d := openDesk(t, label.ZH, 120, 40, samples)
	d.Press("l")
	d.Write("客户同意来看样板")
	d.Press("ctrl+s")
	d.Sees("u 撤销")
	other := elsewhere(d)
	if _, err := other.UndoSet(t.Context(), d.Store.LatestAct()); err != nil {
		t.Fatal(err)
	}
	d.Press("u")
	d.Sees("这一步已经撤销过了")
}
