package oem

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	tea "charm.land/bubbletea/v2"
	"charm.land/lipgloss/v2"

	"genjin/model"
	"genjin/model/label"
	"genjin/tui/kit"
)

// timeline is the stages of a project down and the weeks across: when each was
// planned, when it was worked on, and by when the rest is to be done as things
// stand.
type timeline struct {
	s  *Screen
	of *model.ProjectOf

	first model.Date // a Monday
	weeks int
	zoom  int // of zooms; -1: so that all of it is in sight
	left  int // first column in sight
	top   int // first stage in sight
	w, h  int
}

// zooms are how many columns a week may take.
var zooms = []int{1, 2, 3, 4, 7}

const week = 7

// The lines over the stages and under them.
const (
	timeHead = 2
	timeFoot = 2
)

// set takes over another state of the project.
func (t *timeline) set(of *model.ProjectOf) {
	if t.of == nil {
		t.zoom = -1
	}
	t.of = of
	first, last := t.s.today, t.s.today
	note := func(days ...model.Date) {
		for _, d := range days {
			if d != "" {
				first, last = min(first, d), max(last, d)
			}
		}
	}
	for n := range of.Now.Stages {
		sp := t.span(n)
		note(sp.plan.First, sp.plan.Last, sp.ahead.First, sp.ahead.Last)
		for _, real := range sp.real {
			note(real.First, real.Last)
		}
	}
	note(of.TargetOn)
	monday := (int(first.Weekday()) + week - 1) % week
	t.first = first.AddDays(-monday)
	t.weeks = last.Sub(t.first)/week + 1
	t.settle()
}

func (t *timeline) setSize(w, h int) {
	t.w, t.h = w, h
	t.settle()
}

// spans are the days of a stage, first and last included; empty ones are none.
// It was worked on once a round.
type spans struct {
	plan, ahead model.Span
	real        []model.Span
}

// span is when a stage was planned, worked on, and is to come.
func (t *timeline) span(n int) spans {
	v := &t.of.Now
	st := &v.Stages[n]
	sp := spans{real: t.of.Worked(n)}
	if st.PlanFrom != "" && st.PlanTo > st.PlanFrom {
		sp.plan = model.Span{First: st.PlanFrom, Last: st.PlanTo.AddDays(-1)}
	}
	switch {
	case st.EnteredOn == "" || st.EnteredOn > v.AsOf:
	case st.Cell == model.CellDone && st.DoneOn != "":
		sp.real = append(sp.real, model.Span{First: min(st.EnteredOn, st.DoneOn), Last: st.DoneOn})
	case n == v.Current:
		sp.real = append(sp.real, model.Span{First: st.EnteredOn, Last: v.AsOf})
	}
	if by := v.SuggestedOn(n); v.Current >= 0 && n >= v.Current && by != "" {
		from := v.AsOf.AddDays(1)
		if n > v.Current {
			if before := v.SuggestedOn(n - 1); before != "" {
				from = max(before, from)
			}
		}
		if by >= from {
			sp.ahead = model.Span{First: from, Last: by}
		}
	}
	return sp
}

// name is how wide the stages' names are.
func (t *timeline) name() int {
	n := 8
	if t.of != nil {
		for i := range t.of.Now.Stages {
			n = max(n, kit.Width(t.s.stageName(&t.of.Now.Stages[i].StagePlan)))
		}
	}
	return min(n, 24, max(t.w/4, 8))
}

// room is how many columns there are for the weeks.
func (t *timeline) room() int { return max(t.w-t.name()-3, 1) }

// perWeek is how many columns a week takes.
func (t *timeline) perWeek() int {
	if t.zoom >= 0 {
		return zooms[t.zoom]
	}
	return zooms[t.fitting()]
}

// fitting is the largest zoom that has all of it in sight.
func (t *timeline) fitting() int {
	at := 0
	for i, z := range zooms {
		if z*t.weeks <= t.room() {
			at = i
		}
	}
	return at
}

func (t *timeline) settle() {
	if t.of == nil {
		return
	}
	t.left = max(min(t.left, t.perWeek()*t.weeks-t.room()), 0)
	t.top = max(min(t.top, len(t.of.Now.Stages)-t.rows()), 0)
}

func (t *timeline) rows() int { return max(t.h-timeHead-timeFoot, 1) }

// actions are the timeline's keys.
func (t *timeline) actions(leave func() tea.Cmd) []kit.Action {
	w := t.s.words.OEM
	do := func(key string) func() tea.Cmd {
		return func() tea.Cmd {
			t.key(key)
			return nil
		}
	}
	return []kit.Action{
		{ID: "time.left", Keys: []string{"left"}, Name: w.Earlier, Hint: true, Do: do("left")},
		{ID: "time.right", Keys: []string{"right"}, Name: w.Later, Hint: true, Do: do("right")},
		{ID: "time.in", Keys: []string{"+", "="}, Name: w.ZoomIn, Hint: true, Do: do("+")},
		{ID: "time.out", Keys: []string{"-"}, Name: w.ZoomOut, Hint: true, Do: do("-")},
		{ID: "time.all", Keys: []string{"home"}, Name: w.ZoomAll, Do: do("home")},
		{ID: "timeline", Keys: []string{"t", "f7"}, Name: w.Checklist, Hint: true, Do: leave},
	}
}

func (t *timeline) key(name string) {
	switch name {
	case "left":
		t.left -= t.perWeek()
	case "right":
		t.left += t.perWeek()
	case "up", "k":
		t.top--
	case "down", "j":
		t.top++
	case "+", "-":
		t.change(name)
	case "home":
		t.zoom, t.left, t.top = -1, 0, 0
	}
	t.settle()
}

// change zooms, and keeps today where it is in sight.
func (t *timeline) change(name string) {
	if t.zoom < 0 {
		t.zoom = t.fitting()
	}
	if name == "+" {
		t.zoom = min(t.zoom+1, len(zooms)-1)
	} else {
		t.zoom = max(t.zoom-1, 0)
	}
	t.left = t.column(t.s.today) - t.room()/2
}

func (t *timeline) wheel(msg tea.MouseWheelMsg) {
	if msg.Button == tea.MouseWheelUp {
		t.key("up")
	} else {
		t.key("down")
	}
}

// column is where a day is, counted from the first week.
func (t *timeline) column(d model.Date) int { return d.Sub(t.first) * t.perWeek() / week }

// days are those of a column.
func (t *timeline) days(column int) model.Span {
	per := t.perWeek()
	from := (column*week + per - 1) / per
	to := ((column+1)*week+per-1)/per - 1
	return model.Span{First: t.first.AddDays(from), Last: t.first.AddDays(max(to, from))}
}

// View draws the weeks, the stages and what the marks mean.
func (t *timeline) View() string {
	if t.of == nil {
		return kit.FitBlock("", t.w, t.h)
	}
	lines := []string{t.weekLine(), t.todayLine()}
	stages := t.of.Now.Stages
	for i := t.top; i < min(t.top+t.rows(), len(stages)); i++ {
		lines = append(lines, t.stageLine(i))
	}
	body := strings.Split(kit.FitBlock(strings.Join(lines, "\n"), t.w, max(t.h-timeFoot, 0)), "\n")
	st := t.s.env.Styles
	body = append(body, st.Dim.Render(kit.Fit(" "+t.forecast(), t.w)), st.Dim.Render(kit.Fit(" "+t.legend(), t.w)))
	return kit.FitBlock(strings.Join(body, "\n"), t.w, t.h)
}

// labelRoom is the room of a week's date with air behind it.
const labelRoom = 7

// weekLine is the dates of Mondays, as many as have room.
func (t *timeline) weekLine() string {
	per := t.perWeek()
	every := (labelRoom + per - 1) / per
	line := []byte(strings.Repeat(" ", t.room()))
	for k := 0; k < t.weeks; k += every {
		at := k*per - t.left
		day := string(t.first.AddDays(k * week))[5:]
		if at >= 0 && at+len(day) <= len(line) {
			copy(line[at:], day)
		}
	}
	year := strconv.Itoa(t.days(t.left).First.Year())
	return t.s.env.Styles.Header.Render(" " + kit.Fit(year, t.name()) + "  " + string(line))
}

// todayLine marks today over its column.
func (t *timeline) todayLine() string {
	at := t.column(t.s.today) - t.left
	st, w := t.s.env.Styles, t.s.words.OEM
	mark := "v " + w.Today
	if at < 0 || at >= t.room() {
		return kit.Fit("", t.w)
	}
	return kit.Fit(strings.Repeat(" ", 1+t.name()+2+at)+st.Strong.Render(mark), t.w)
}

// The marks of a stage's line: what was planned, what was worked on within the
// plan, beyond it, and what is to come as things stand.
type timeMark struct{ block, ascii string }

var (
	markPlan  = timeMark{"░", "-"}
	markReal  = timeMark{"█", "#"}
	markOver  = timeMark{"!", "!"}
	markAhead = timeMark{"~", "~"}
	markToday = timeMark{"|", "|"}
)

func (m timeMark) in(env *kit.Env) string {
	if env.ASCII {
		return m.ascii
	}
	return m.block
}

func (t *timeline) stageLine(n int) string {
	st := t.s.env.Styles
	stage := &t.of.Now.Stages[n]
	style := &st.Row
	switch {
	case n == t.of.Now.Current:
		style = &st.Title
	case stage.Cell == model.CellDone:
		style = &st.Dim
	}
	var b strings.Builder
	b.WriteString(" " + style.Render(kit.Fit(t.s.stageName(&stage.StagePlan), t.name())) + "  ")
	sp, today := t.span(n), t.column(t.s.today)
	run, last := "", (*lipgloss.Style)(nil)
	for c := t.left; c < t.left+t.room(); c++ {
		text, style := t.cell(sp, t.days(c), c == today)
		if style != last {
			b.WriteString(drawn(run, last))
			run, last = "", style
		}
		run += text
	}
	return b.String() + drawn(run, last)
}

func drawn(text string, style *lipgloss.Style) string {
	if style == nil || text == "" {
		return text
	}
	return style.Render(text)
}

// cell is one column of a stage.
func (t *timeline) cell(sp spans, days model.Span, today bool) (string, *lipgloss.Style) {
	env, st := t.s.env, t.s.env.Styles
	meets := func(s model.Span) bool { return s.First != "" && s.First <= days.Last && s.Last >= days.First }
	switch {
	case slices.ContainsFunc(sp.real, meets):
		if sp.plan.Last != "" && days.First > sp.plan.Last {
			return markOver.in(env), &st.Late
		}
		return markReal.in(env), &st.Accent
	case today:
		return markToday.in(env), &st.Strong
	case meets(sp.plan):
		return markPlan.in(env), &st.Dim
	case meets(sp.ahead):
		return markAhead.in(env), &st.Warn
	}
	return " ", nil
}

// forecast says when the project will be done as things stand.
func (t *timeline) forecast() string {
	w, v := t.s.words.OEM, &t.of.Now
	if len(v.Stages) == 0 {
		return ""
	}
	if v.Current < 0 {
		return label.Cell(model.CellDone, t.s.words.Lang)
	}
	end := v.EndsOn
	plan := v.Stages[len(v.Stages)-1].PlanTo
	if t.of.TargetOn != "" {
		plan = t.of.TargetOn
	}
	switch {
	case end == "":
		return w.NoPlan
	case plan == "":
		return fmt.Sprintf(w.Expected, end)
	case end > plan:
		return fmt.Sprintf(w.ExpectedLate, end, plan, end.Sub(plan))
	}
	return fmt.Sprintf(w.ExpectedInTime, end, plan)
}

func (t *timeline) legend() string {
	w, env := t.s.words.OEM, t.s.env
	return fmt.Sprintf("%s %s  %s %s  %s %s  %s %s", markPlan.in(env), w.MarkPlan, markReal.in(env), w.MarkReal,
		markOver.in(env), w.MarkOver, markAhead.in(env), w.MarkAhead)
}
