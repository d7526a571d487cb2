package model

import (
	"fmt"
	"strings"
	"testing"
)

// SPEC 2.7, the letter to the customer: what is done, what is asked for and by when,
// the next date; nothing of ours that stands still.
func TestTheLetterToTheCustomer(t *testing.T) {
	waits := func(planned Date) ProjectItem {
		it := of(ItemTodo)
		it.Waits, it.PlannedOn = true, planned
		return it
	}
	blocked := of(ItemBlocked)
	blocked.BlockedWhy = "缺人"
	p := tree("2026-10-01", []ProjectItem{done("2026-10-04")}, []ProjectItem{blocked, waits(""), waits("2026-10-09"), waits("2026-10-20")},
		[]ProjectItem{waits("")})
	said := func(today Date) string {
		l := p.Letter(today)
		var parts []string
		for _, st := range l.Done {
			parts = append(parts, st.Name+" "+string(st.DoneOn))
		}
		if l.Now != nil {
			parts = append(parts, "now "+l.Now.Name+" "+string(l.Now.DueOn))
		}
		for _, a := range l.Asks {
			parts = append(parts, fmt.Sprintf("ask %q %d", a.By, a.Late))
		}
		return strings.Join(append(parts, "ends "+string(l.EndsOn)), ", ")
	}
	for today, want := range map[Date]string{
		"2026-10-12": `甲 2026-10-04, now 申 2026-10-14, ask "2026-10-14" 0, ask "2026-10-09" 3, ask "2026-10-20" 0, ends 2026-10-24`,
		"2026-10-16": `甲 2026-10-04, now 申 2026-10-14, ask "" 0, ask "2026-10-09" 7, ask "2026-10-20" 0, ends 2026-10-26`,
		"2026-10-02": `now 甲 2026-10-11, ends 2026-10-31`,
	} {
		if got := said(today); got != want {
			t.Errorf("on %s:\n%s, want\n%s", today, got, want)
		}
	}
}
