//go:build unix

package test

import (
	"encoding/json"
	"fmt"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
)

// spoken are what a journey waits for in a language.
type spoken struct {
	lang, queue, situation, saved, undone, menu, allDone string
}

var languages = []spoken{
	{lang: "zh", queue: "今日", situation: "情况描述", saved: "已记录", undone: "已撤销", menu: "1 记录", allDone: "30/30"},
	{lang: "en", queue: "Today", situation: "Situation", saved: "logged", undone: "undone", menu: "1 log", allDone: "30/30"},
}

var sizes = []struct{ w, h int }{{80, 24}, {120, 40}}

// sample is the paper form as people draw it.
func sample(t *testing.T, name string) string {
	t.Helper()
	path, err := filepath.Abs(filepath.Join("..", "..", "store", "files", "testdata", name))
	if err != nil {
		t.Fatal(err)
	}
	return path
}

func TestFromThePaperFormToALoggedCall(t *testing.T) {
	for _, l := range languages {
		for _, size := range sizes {
			t.Run(fmt.Sprintf("%s-%dx%d", l.lang, size.w, size.h), func(t *testing.T) {
				t.Parallel()
				h := newHome(t, l.lang)
				h.run(t, "import", sample(t, "paper-form.xlsx"))
				term := h.open(t, size.w, size.h)
				term.sees(l.queue, "刘女士", "董先生", "11-18")
				term.press("enter")
				term.sees(l.menu)
				term.press("enter")
				term.sees(l.situation)
				term.write("约好周六上午来订车")
				term.sees("约好周六上午来订车", "2026-11-24")
				term.press("ctrl+s")
				term.sees(l.saved)
				term.kill() // nothing acknowledged is lost
				again := h.open(t, size.w, size.h)
				again.sees(l.queue, "刘女士", "11-24")
				again.leave()
				if card := h.run(t, "show", "刘女士"); !strings.Contains(card, "约好周六上午来订车") {
					t.Errorf("the call is not on the card:\n%s", card)
				}
			})
		}
	}
}

func TestThirtyRowsWithoutALetter(t *testing.T) {
	for _, l := range languages {
		for _, size := range sizes {
			t.Run(fmt.Sprintf("%s-%dx%d", l.lang, size.w, size.h), func(t *testing.T) {
				t.Parallel()
				h := newHome(t, l.lang)
				sheet := []string{"姓名,等级,电话"}
				for i := 1; i <= 30; i++ {
					sheet = append(sheet, fmt.Sprintf("客户%02d号,C,1370000%04d", i, i))
				}
				h.fill(t, sheet)
				term := h.open(t, size.w, size.h)
				for i := 1; i <= 30; i++ {
					term.sees(fmt.Sprintf("%d/30", i-1))
					term.press("enter")
					term.sees(l.menu)
					term.press("enter")
					term.sees(l.situation)
					term.write(fmt.Sprintf("第%d个电话,都说好了", i))
					term.sees(fmt.Sprintf("第%d个电话", i))
					term.press("ctrl+s")
					if i == 15 {
						term.sees("15/30")
						term.kill()
						term = h.open(t, size.w, size.h)
					}
				}
				term.sees(l.allDone)
				term.leave()
				if n := len(journal(t, h)); n != 30 {
					t.Errorf("%d entries kept, want 30", n)
				}
			})
		}
	}
}

func journal(t *testing.T, h home) []map[string]any {
	t.Helper()
	var entries []map[string]any
	if err := json.Unmarshal([]byte(h.run(t, "list", "journal", "--json", "--limit", "100")), &entries); err != nil {
		t.Fatal(err)
	}
	return entries
}

func TestAFormIsBroughtInOnTheScreenAndTakenBack(t *testing.T) {
	t.Parallel()
	h := newHome(t, "zh")
	term := h.open(t, 80, 24)
	term.sees("还没有客户")
	term.press("ctrl+o")
	term.sees("导入文件")
	term.write(sample(t, "paper-form.xlsx"))
	term.press("enter", "enter")
	term.sees("新增 2", "刘女士")
	term.press("ctrl+s")
	term.sees("已导入:新增 2", "上次11-18")
	term.press("ctrl+z")
	term.sees("已撤销:导入", "还没有客户")
	term.press("ctrl+y")
	term.sees("已重做:导入", "刘女士")
	term.leave()
}

func TestTypedTextSurvivesAClosedTerminal(t *testing.T) {
	t.Parallel()
	h := newHome(t, "zh")
	h.run(t, "add", "董先生", "@A")
	term := h.open(t, 80, 24)
	term.sees("董先生")
	term.press("ctrl+l")
	term.sees("情况描述")
	term.write("说到一半")
	term.sees("说到一半")
	term.until("the draft to be kept", func(string) bool { return h.draft(t, "说到一半") })
	term.kill()
	again := h.open(t, 80, 24)
	again.sees("董先生")
	again.press("ctrl+l")
	again.sees("恢复草稿?", "说到一半")
}

func TestTypedTextSurvivesASignal(t *testing.T) {
	t.Parallel()
	for _, sig := range []syscall.Signal{syscall.SIGTERM, syscall.SIGHUP, syscall.SIGQUIT} {
		h := newHome(t, "zh")
		h.run(t, "add", "董先生", "@A")
		term := h.open(t, 80, 24)
		term.sees("董先生")
		term.press("ctrl+l")
		term.sees("情况描述")
		term.write("刚打的字")
		term.sees("刚打的字")
		if err := term.cmd.Process.Signal(sig); err != nil {
			t.Fatal(err)
		}
		_ = term.cmd.Wait()
		if !h.draft(t, "刚打的字") {
			t.Errorf("%v loses what was just typed", sig)
		}
	}
}
