package tui

import (
	"context"
	"errors"
	"path/filepath"
	"strings"
	"testing"
	"time"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"

	"genjin/model"
	"genjin/model/label"
	"genjin/store"
	"genjin/tui/kit"
	"genjin/tui/kit/kittest"
)

// openAt is the program on a file whose clock is now.
func openAt(t *testing.T, now *time.Time) (updater, *store.Store) {
	t.Helper()
	st, err := store.Open(context.Background(), filepath.Join(t.TempDir(), "genjin.db"), store.Clock(func() time.Time { return *now }))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = st.Close() })
	for _, c := range []model.Customer{{Name: "董先生", NextOn: "2026-11-24"}, {Name: "刘女士", NextOn: "2026-12-24"}} {
		if _, err := st.AddCustomer(t.Context(), c); err != nil {
			t.Fatal(err)
		}
	}
	u := updater{New(st, model.DefaultSettings(), Options{Lang: label.ZH, NoColor: true})}
	u.Update(tea.WindowSizeMsg{Width: 120, Height: 40})
	kittest.Run(u, u.Init())
	return u, st
}

func (u updater) screen() string { return ansi.Strip(u.View().Content) }

func TestMidnightTurnsTheDay(t *testing.T) {
	for name, msg := range map[string]tea.Msg{"the pulse": pulse{}, "the focus": tea.FocusMsg{}} {
		now := time.Date(2026, 11, 23, 23, 59, 0, 0, time.Local)
		u, _ := openAt(t, &now)
		kittest.Drain(u, msg)
		if s := u.screen(); !strings.Contains(s, "11-23 周一") || strings.Contains(s, "> 董先生") {
			t.Fatalf("before midnight:\n%s", s)
		}
		now = now.Add(2 * time.Minute)
		kittest.Drain(u, msg)
		if s := u.screen(); !strings.Contains(s, "11-24 周二") || !strings.Contains(s, "董先生") {
			t.Errorf("%s after midnight:\n%s", name, s)
		}
	}
}

func TestAnEntryDatedAheadCountsWhenItsDayComes(t *testing.T) {
	now := time.Date(2026, 11, 24, 9, 0, 0, 0, time.Local)
	u, st := openAt(t, &now)
	log := func(at model.Moment) {
		if _, _, err := st.Log(t.Context(), model.Entry{CustomerID: 1, At: at, Situation: "电话"}, model.Plan{}); err != nil {
			t.Fatal(err)
		}
	}
	log("2026-11-24") // by a clock that was a day ahead
	now = now.AddDate(0, 0, -1)
	kittest.Drain(u, pulse{})
	log("2026-11-23")
	if c, _ := st.Customer(t.Context(), 1); c.LastOn != "2026-11-23" || c.AheadOn != "2026-11-24" {
		t.Fatalf("last %s, ahead %s", c.LastOn, c.AheadOn)
	}
	now = now.AddDate(0, 0, 1)
	kittest.Drain(u, pulse{})
	if c, _ := st.Customer(t.Context(), 1); c.LastOn != "2026-11-24" || c.AheadOn != "" {
		t.Errorf("on its day: last %s, ahead %s", c.LastOn, c.AheadOn)
	}
}

func TestAFailureIsSaidUntilTheNextKey(t *testing.T) {
	now := time.Date(2026, 11, 23, 9, 0, 0, 0, time.Local)
	u, _ := openAt(t, &now)
	kittest.Drain(u, kit.Failed{Op: "导出", Err: errors.New("x")})
	if !strings.Contains(u.screen(), "导出没有成功") {
		t.Fatalf("nothing is said:\n%s", u.screen())
	}
	kittest.Drain(u, kittest.Key("down"))
	if strings.Contains(u.screen(), "导出没有成功") {
		t.Error("it is still said")
	}
	kittest.Drain(u, kit.Notice{Text: "只是一句话"}, kittest.Key("down"))
	if !strings.Contains(u.screen(), "只是一句话") {
		t.Error("a notice goes with a key")
	}
}

// readOnly is a store whose file can't be written.
type readOnly struct{ model.Store }

func (readOnly) ReadOnly() bool { return true }

func TestThatAFileIsReadOnlyStaysSaid(t *testing.T) {
	now := time.Date(2026, 11, 23, 9, 0, 0, 0, time.Local)
	_, st := openAt(t, &now)
	u := updater{New(readOnly{st}, model.DefaultSettings(), Options{Lang: label.ZH, NoColor: true})}
	u.Update(tea.WindowSizeMsg{Width: 120, Height: 40})
	kittest.Run(u, u.Init())
	kittest.Drain(u, kittest.Key("down"), kittest.Key("2"))
	if !strings.Contains(u.screen(), "只读") {
		t.Errorf("it is said until the first key:\n%s", u.screen())
	}
}

func TestUndoSaysWhatItLeft(t *testing.T) {
	now := time.Date(2026, 11, 23, 9, 0, 0, 0, time.Local)
	u, _ := openAt(t, &now)
	for kept, says := range map[int]string{0: "已撤销: ", 2: "已撤销:,其中 2 条后来改过", 3: "没有撤销:"} {
		cmd := u.revert(func(context.Context) (model.Reverted, error) {
			return model.Reverted{Set: model.ChangeSet{Records: 3}, Kept: kept}, nil
		}, "已撤销:%s", "没有撤销:%s")
		kittest.Run(u, cmd)
		if !strings.Contains(u.screen(), says) {
			t.Errorf("%d of 3 kept, not said: %s\n%s", kept, says, u.screen())
		}
	}
}

// What another program wrote is there when one comes back to the window, and
// after the next look at the latest.
func TestWhatAnotherProgramWroteIsSeen(t *testing.T) {
	for name, msg := range map[string]tea.Msg{"the pulse": pulse{}, "the focus": tea.FocusMsg{}} {
		now := time.Date(2026, 11, 24, 9, 0, 0, 0, time.Local)
		u, st := openAt(t, &now)
		kittest.Drain(u, msg) // how the file was
		other, err := store.Open(t.Context(), st.Path(), store.Clock(func() time.Time { return now }))
		if err != nil {
			t.Fatal(err)
		}
		if _, err := other.AddCustomer(t.Context(), model.Customer{Name: "安女士", NextOn: "2026-11-24"}); err != nil {
			t.Fatal(err)
		}
		if err := other.Close(); err != nil {
			t.Fatal(err)
		}
		if strings.Contains(u.screen(), "安女士") {
			t.Fatal("she is there before anybody looked")
		}
		kittest.Drain(u, msg)
		if !strings.Contains(u.screen(), "安女士") {
			t.Errorf("%s doesn't show what was written:\n%s", name, u.screen())
		}
	}
}
