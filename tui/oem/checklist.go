package oem

import (
	"fmt"
	"strconv"
	"strings"

	"charm.land/lipgloss/v2"

	"genjin/model"
	"genjin/model/label"
	"genjin/tui/kit"

	"genjin/tui/act"
)

// line is one of the checklist: a stage, or an item of it.
type line struct {
	stage   int // among the project's
	stageID int64
	item    *model.ProjectItem // nil for the stage itself
}

func (l line) kind() string { return strconv.Itoa(l.stage) }

// lines are the stages, each with its items of the latest round.
func (p *projectPage) lines() []line {
	var lines []line
	for n := range p.shown.Now.Stages {
		st := &p.shown.Now.Stages[n]
		lines = append(lines, line{stage: n, stageID: st.ID})
		for i := range st.Items {
			lines = append(lines, line{stage: n, stageID: st.ID, item: &st.Items[i]})
		}
	}
	return lines
}

// begin puts the cursor on the first line to be worked on, the first open item
// of the current stage, with that stage at the top.
func (p *projectPage) begin() {
	at := 0
	for i, l := range p.lines() {
		switch {
		case l.stage != p.shown.Now.Current:
		case l.item == nil:
			p.table.MoveTo(p.table.Count() - 1)
			p.table.MoveTo(max(i-1, 0))
			at = i
		case !l.item.Over():
			p.table.MoveTo(i)
			return
		}
	}
	p.table.MoveTo(at)
}

// marks are the boxes of the items.
var marks = map[model.ItemState]string{
	model.ItemTodo: "[ ]", model.ItemDoing: "[>]", model.ItemDone: "[x]", model.ItemNA: "[-]", model.ItemBlocked: "[!]",
}

// columns are the box, what it is, how far, whose, for when, and when it was
// done.
func (p *projectPage) columns() []kit.Column[line] {
	w, st := p.s.words.OEM, p.s.env.Styles
	return []kit.Column[line]{
		{Code: "mark", Min: 3, Max: 3, Cell: p.mark, Style: func(l line) *lipgloss.Style {
			if l.item == nil {
				return act.CellStyle(st, p.shown.Now.Stages[l.stage].Cell)
			}
			if l.item.State == model.ItemBlocked {
				return &st.Late
			}
			return nil
		}},
		{Code: "title", Title: w.Item, Min: 16, Weight: 3, Cell: p.title},
		{Code: "progress", Title: w.Progress, Min: 12, Max: 12, Cell: p.progress, Style: p.progressStyle},
		{Code: "who", Title: w.Who, Min: w.WhoWidth, Max: 20, Weight: 1, Drop: 1, Cell: p.who},
		{Code: "planned", Title: w.Planned, Min: p.dateWidth(w.Planned, p.planned), Max: 10, Cell: p.planned,
			Style: func(l line) *lipgloss.Style {
				if l.item != nil && l.item.IsLate(p.s.today) || l.item == nil && p.stageLate(l.stage) {
					return &st.Late
				}
				return nil
			}},
		{Code: "done", Title: w.Done, Min: p.dateWidth(w.Done, p.done), Max: 10, Cell: p.done},
	}
}

// dateWidth is the room that the dates of a column need: more where one is of
// another year.
func (p *projectPage) dateWidth(title string, date func(line) string) int {
	w := max(kit.Width(title), len("11-23"))
	for _, l := range p.lines() {
		w = max(w, len(date(l)))
	}
	return w
}

func (p *projectPage) mark(l line) string {
	if l.item == nil {
		return act.Glyph(p.s.env, p.shown.Now.Stages[l.stage].Cell)
	}
	return marks[l.item.State]
}

// title is a stage, or an item with what was answered and whose order it is.
func (p *projectPage) title(l line) string {
	if l.item == nil {
		st := &p.shown.Now.Stages[l.stage]
		name := p.s.stageName(&st.StagePlan)
		if st.Round > 1 {
			name += "  " + label.Round(st.Round, p.s.words.Lang)
		}
		return name
	}
	text := label.Either(l.item.Title, l.item.TitleEN, p.s.words.Lang)
	if l.item.Answer != "" {
		text += ": " + label.Option("project_item", "answer", string(l.item.Answer), p.s.words.Lang)
	}
	if l.item.OrderNo != "" {
		text += "  " + l.item.OrderNo
	}
	return text
}

// barCells is how wide an item's bar is.
const barCells = 7

// progress is how far a stage or an item is: a bar for what has a percentage,
// else why it rests.
func (p *projectPage) progress(l line) string {
	w := p.s.words.OEM
	if l.item == nil {
		st := &p.shown.Now.Stages[l.stage]
		if st.Of == 0 {
			return ""
		}
		return fmt.Sprintf("%d/%d", st.Done, st.Of)
	}
	it := l.item
	switch {
	case it.State == model.ItemBlocked:
		return firstLine(p.s.words.Note(it.BlockedWhy))
	case it.State == model.ItemNA:
		return label.Option("project_item", "state", string(it.State), p.s.words.Lang)
	case it.Kind == model.StepModule || it.Progress > 0 && it.Progress < 100:
		return kit.Progress(int(it.Progress), 100, barCells) + fmt.Sprintf(" %3d%%", it.Progress)
	case it.Waits && !it.Over() && l.stage <= p.shown.Now.Current:
		return w.WaitsForCustomer
	}
	return ""
}

func (p *projectPage) progressStyle(l line) *lipgloss.Style {
	st := p.s.env.Styles
	switch {
	case l.item == nil:
		return nil
	case l.item.State == model.ItemBlocked:
		return &st.Late
	case l.item.Over():
		return nil
	case l.item.Kind == model.StepModule:
		return &st.Accent
	case l.item.Waits:
		return &st.Warn
	}
	return nil
}

// who owes an item; of the current stage, for how long it has been that.
func (p *projectPage) who(l line) string {
	if l.item == nil {
		if l.stage == p.shown.Now.Current {
			return label.StageDays(&p.shown.Now, p.s.words.Lang)
		}
		return ""
	}
	return strings.TrimSpace(label.Option("project_item", "department", l.item.Department, p.s.words.Lang) + " " + l.item.Person)
}

// planned is for when an item is planned; a stage, by when it is to be done as
// things stand.
func (p *projectPage) planned(l line) string {
	if l.item != nil {
		return label.Short(string(l.item.PlannedOn), p.s.today)
	}
	v := &p.shown.Now
	if v.Stages[l.stage].Cell == model.CellDone {
		return ""
	}
	day := v.SuggestedOn(l.stage)
	if l.stage == v.Current && v.Stages[l.stage].DueOn != "" {
		day = v.Stages[l.stage].DueOn
	}
	return label.Short(string(day), p.s.today)
}

func (p *projectPage) stageLate(stage int) bool {
	return stage == p.shown.Now.Current && overdue(p.shown.Now)
}

func (p *projectPage) done(l line) string {
	if l.item == nil {
		return label.Short(string(p.shown.Now.Stages[l.stage].DoneOn), p.s.today)
	}
	return label.Short(string(l.item.DoneOn), p.s.today)
}

func (p *projectPage) rowStyle(l line) *lipgloss.Style {
	st := p.s.env.Styles
	if l.item == nil {
		switch {
		case l.stage == p.shown.Now.Current:
			return &st.Title
		case p.shown.Now.Stages[l.stage].Cell == model.CellDone:
			return &st.Dim
		}
		return &st.Strong
	}
	if l.item.Over() {
		return &st.Dim
	}
	return nil
}

// foot is how many items are over.
func (p *projectPage) foot(w int) string {
	done, of := 0, 0
	for i := range p.shown.Now.Stages {
		done, of = done+p.shown.Now.Stages[i].Done, of+p.shown.Now.Stages[i].Of
	}
	text := fmt.Sprintf(p.s.words.OEM.CountItems, done, of)
	if legend := p.s.words.OEM.Boxes; kit.Width(text)+kit.Width(legend)+6 <= w {
		text += strings.Repeat(" ", w-kit.Width(text)-kit.Width(legend)-4) + legend
	}
	return p.s.env.Styles.Dim.Render(kit.Fit("  "+text, w))
}

func firstLine(s string) string {
	first, _, _ := strings.Cut(s, "\n")
	return first
}
