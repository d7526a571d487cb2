//go:build unix

package test

import (
	"fmt"
	"strings"
	"testing"
	"time"
)

// The spoken of a project's journey in a language.
var stages = map[string]struct {
	tab, stage, battery, software, structure, pilot, test, round, history, first, no, review, list, problems, told, collected string
}{
	"zh": {"[6 OEM", "5 研发", "电池", "软件", "结构设计", "下试产计划", "是否满足量产", "第2轮", "进度记录  第2轮", "进度记录  第1轮", "判定:否",
		"8 试产总结", "项目、客户、负责人", "问题与修改意见", "知会交货周期", "回款确认"},
	"en": {"[6 OEM", "5 Development", "Battery", "Software", "Structure", "Pilot order", "Fit for mass", "round 2",
		"History  round 2", "History  round 1", "decided: no", "8 Line review", "project, customer, lead", "Problems",
		"Tell the lead", "Payment conf"},
}

// The progress form becomes a project in development; its modules are
// finished, the pilot run fails, development begins again, and the second
// pilot run passes: all of it without a letter key.
func TestFromTheProgressFormThroughAFailedPilotRun(t *testing.T) {
	for _, lang := range []string{"zh", "en"} {
		for _, size := range sizes {
			t.Run(fmt.Sprintf("%s-%dx%d", lang, size.w, size.h), func(t *testing.T) {
				t.Parallel()
				w := stages[lang]
				h := newHome(t, lang)
				h.run(t, "import", sample(t, "oem-progress.xlsx"))
				term := h.open(t, size.w, size.h)
				term.sees("手持终端OEM-01")
				term.write("6")
				term.sees(w.tab, "手持终端OEM-01", w.stage)
				term.press("enter")
				term.sees(w.battery, "60%", w.software, "80%", w.structure, "70%")
				finish(term, w.battery, w.software, w.structure)
				standsOn(term, w.pilot)
				tick(term, "1", w.pilot)
				standsOn(term, w.test)
				decide(term, "2", "高温下重启")
				term.sees(w.round, w.stage)
				term.press("home")
				facts(term, size.w, w.round, w.history, w.first, w.no)
				walkTo(term, w.battery)
				finish(term, w.battery, w.software, w.structure)
				standsOn(term, w.pilot)
				tick(term, "1", w.pilot)
				standsOn(term, w.test)
				decide(term, "1", "")
				term.sees(w.review)
				term.press("esc")
				term.sees(w.list, w.review)
				term.leave()
				if out := h.run(t, "list", "oem", "--json"); !strings.Contains(out, `"stage": 8`) || !strings.Contains(out, `"round": 2`) {
					t.Errorf("the project is not kept so:\n%s", out)
				}
			})
		}
	}
}

// standsOn waits until the cursor is on a line with a text.
func standsOn(term *terminal, text string) {
	term.t.Helper()
	term.until("the cursor on "+text, func(screen string) bool { return strings.Contains(cursor(screen), text) })
}

// cursor is the line under the cursor, without the card beside the list.
func cursor(screen string) string {
	for line := range strings.SplitSeq(screen, "\n") {
		if strings.HasPrefix(line, "> ") {
			line, _, _ = strings.Cut(line, "│")
			return line
		}
	}
	return ""
}

// walkTo goes down to a line with a text.
func walkTo(term *terminal, text string) {
	term.t.Helper()
	for range 60 {
		before := cursor(term.text())
		if strings.Contains(before, text) {
			return
		}
		term.press("down")
		term.until("the next line", func(screen string) bool { return cursor(screen) != before })
	}
	term.t.Fatalf("no line has %s:\n%s", text, term.text())
}

// tick finishes the item under the cursor by its menu's entry; the cursor goes on to
// the next open one.
func tick(term *terminal, entry, text string) {
	term.t.Helper()
	term.press("enter")
	term.sees("> 1 ")
	term.write(entry)
	term.until(text+" to be done", func(screen string) bool {
		return strings.Contains(screen, "[x] "+text) && !strings.Contains(cursor(screen), text)
	})
}

// finish ticks modules that stand one below the other, whose menus begin with
// the progress.
func finish(term *terminal, modules ...string) {
	term.t.Helper()
	for _, m := range modules {
		standsOn(term, m)
		tick(term, "2", m)
	}
}

// decide answers the decision under the cursor: the first option or the second.
func decide(term *terminal, option, note string) {
	term.t.Helper()
	term.press("enter")
	term.sees("> 1 ")
	term.press("enter")
	term.until("the question", func(screen string) bool {
		return strings.Contains(screen, "╭─") && !strings.Contains(screen, "> 1 ")
	})
	term.write(option)
	term.press("tab")
	if note != "" {
		term.write(note)
		term.sees(note)
	}
	term.press("ctrl+s")
	term.until("the answer to be kept", func(screen string) bool { return !strings.Contains(screen, "╭─") })
}

// facts looks through what is known of the project until all texts were seen.
func facts(term *terminal, width int, texts ...string) {
	term.t.Helper()
	term.press("tab")
	seen := ""
	for range 8 {
		all := true
		seen += term.text()
		for _, text := range texts {
			all = all && strings.Contains(seen, text)
		}
		if all {
			break
		}
		before := term.text()
		if width < 100 {
			term.press("pgdn")
		} else {
			term.press("tab")
		}
		deadline := 0
		for term.text() == before && deadline < 200 {
			deadline++
			pause()
		}
	}
	for _, text := range texts {
		if !strings.Contains(seen, text) {
			term.t.Fatalf("%q was not among\n%s", text, term.text())
		}
	}
	if width < 100 {
		term.press("esc")
		term.until("the checklist", func(screen string) bool { return cursor(screen) != "" })
	}
}

func pause() { time.Sleep(2 * time.Millisecond) }
