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
	"genjin/tui/ask"
)

// airyFrom is from how many columns on the cells of a bar have air between
// them.
const airyFrom = 110

func (s *Screen) airy() bool {
	w, _ := s.Size()
	return w >= airyFrom
}

// barWidth is the room of the longest bar in sight.
func (s *Screen) barWidth() int {
	n := max(s.stages, kit.Width(s.words.OEM.Bar))
	if s.airy() {
		n = max(2*s.stages-1, n)
	}
	return n
}

func (s *Screen) setColumns() {
	s.closed.SetColumns(ask.Columns(s.lens, label.Projects, s.asOf, s.closedColumns()))
	s.running.SetColumns(ask.Columns(s.lens, label.Projects, s.asOf, s.runningColumns()))
	s.waiting.SetColumns(s.waitingColumns())
	s.templates.SetColumns(s.templateColumns())
}

// runningColumns are which project, whose, its stages, where it stands, for
// how long, and who owes what is open.
func (s *Screen) runningColumns() []kit.Column[model.ProjectRow] {
	w, st := s.words.OEM, s.env.Styles
	return []kit.Column[model.ProjectRow]{
		s.nameColumn(), s.customerColumn(), s.barColumn(),
		{Code: "stage", Title: s.title("stage"), Min: w.StageWidth, Max: w.StageWidth + 6, Weight: 1, Cell: s.stage},
		{Code: "days_in_stage", Title: w.Days, Min: 8, Max: 8, Right: true, Cell: s.days, Style: func(r model.ProjectRow) *lipgloss.Style {
			if c := r.Cell(s.today); c == model.CellLate || overdue(r.Now) {
				return &st.Late
			}
			return nil
		}},
		{Code: "owed", Title: w.Owed, Min: 12, Max: 30, Weight: 2, Drop: 1, Cell: s.owed},
		{Code: "target_on", Title: s.title("target_on"), Min: 10, Max: 10, Drop: 3, Cell: func(r model.ProjectRow) string {
			return label.Short(string(r.TargetOn), s.today)
		}, Style: func(r model.ProjectRow) *lipgloss.Style {
			if r.TargetOn != "" && r.TargetOn < s.today {
				return &st.Late
			}
			return nil
		}},
	}
}

// closedColumns are which project, whose, how far it came, and why it rests.
func (s *Screen) closedColumns() []kit.Column[model.ProjectRow] {
	w := s.words.OEM
	state, _ := model.ProjectFields.ByCode("state")
	return []kit.Column[model.ProjectRow]{
		s.nameColumn(), s.customerColumn(), s.barColumn(),
		{Code: "state", Title: w.State, Min: w.StateWidth, Max: w.StateWidth, Cell: func(r model.ProjectRow) string {
			return label.Show("project", state.Spec, string(r.State), "", s.words.Lang)
		}, Style: func(model.ProjectRow) *lipgloss.Style { return &s.env.Styles.Accent }},
		{Code: "state_on", Title: w.Since, Min: 10, Max: 10, Drop: 2, Cell: func(r model.ProjectRow) string {
			return label.Short(string(r.StateOn), s.today)
		}},
		{Code: "state_reason", Title: s.title("state_reason"), Min: 10, Weight: 2, Drop: 1, Cell: func(r model.ProjectRow) string {
			return s.words.Note(r.StateWhy)
		}},
	}
}

func (s *Screen) nameColumn() kit.Column[model.ProjectRow] {
	return kit.Column[model.ProjectRow]{Code: "name", Title: s.words.OEM.Project, Min: 16, Max: 34, Weight: 3,
		Cell: func(r model.ProjectRow) string { return r.Name }}
}

func (s *Screen) customerColumn() kit.Column[model.ProjectRow] {
	return kit.Column[model.ProjectRow]{Code: "customer_id", Title: s.words.Today.Customer, Min: 10, Max: 26, Weight: 2,
		Drop: 2, Cell: func(r model.ProjectRow) string { return r.Customer }}
}

func (s *Screen) barColumn() kit.Column[model.ProjectRow] {
	return kit.Column[model.ProjectRow]{Code: "stages", Title: s.words.OEM.Bar, Min: s.barWidth(), Max: s.barWidth(),
		Spans: func(r model.ProjectRow) []kit.Span {
			return act.ProjectBar(s.env, r.Now.Stages, s.airy())
		}}
}

// title is the name of a project's field.
func (s *Screen) title(code string) string { return label.Field("project", code, s.words.Lang) }

// stage is where a project stands: 5 研发 第2轮.
func (s *Screen) stage(r model.ProjectRow) string { return label.Stage(&r.Now, s.words.Lang) }

func (s *Screen) stageName(st *model.StagePlan) string {
	return strconv.FormatInt(st.Seq, 10) + " " + label.Either(st.Name, st.NameEN, s.words.Lang)
}

func (s *Screen) days(r model.ProjectRow) string { return label.StageDays(&r.Now, s.words.Lang) }

// overdue reports whether the current stage stands longer than planned.
func overdue(v model.ProjectView) bool {
	return v.Current >= 0 && v.Stages[v.Current].DueOn != "" && v.Stages[v.Current].DueOn < v.AsOf
}

func (s *Screen) owed(r model.ProjectRow) string {
	parts := make([]string, len(r.Now.Owed))
	for i, o := range r.Now.Owed {
		parts[i] = label.Owed(o, s.words.Lang)
	}
	return strings.Join(parts, s.words.OEM.And)
}

func (s *Screen) rowStyle(r model.ProjectRow) *lipgloss.Style {
	if r.State == model.ProjectDone || r.State == model.ProjectCancelled {
		return &s.env.Styles.Dim
	}
	return nil
}

// waitingColumns are for how long, what kind, whose, and what.
func (s *Screen) waitingColumns() []kit.Column[model.Row] {
	w, st := s.words.OEM, s.env.Styles
	return []kit.Column[model.Row]{
		{Code: "about", Title: w.Kind, Min: w.KindWidth, Max: w.KindWidth, Cell: func(r model.Row) string { return label.Kind(r, s.words.Lang) },
			Style: func(r model.Row) *lipgloss.Style {
				if r.About == model.AboutBlocked {
					return &st.Late
				}
				return &st.Accent
			}},
		{Code: "project", Title: w.Project, Min: 14, Max: 30, Weight: 2, Cell: func(r model.Row) string { return r.Project }},
		{Code: "customer", Title: s.words.Today.Customer, Min: 10, Max: 22, Weight: 1, Drop: 1, Cell: func(r model.Row) string {
			return r.Customer
		}},
		{Code: "why", Title: s.words.Today.Why, Min: 20, Weight: 4, Cell: func(r model.Row) string {
			return s.words.Note(label.Reason(r.Reason, s.today, s.words.Lang))
		}},
		{Code: "days", Title: w.Waited, Min: max(5, kit.Width(w.Waited)), Right: true, Cell: func(r model.Row) string {
			if r.DueOn > s.today {
				return label.Short(string(r.DueOn), s.today)
			}
			return label.Late(r.DaysLate, s.words.Lang)
		}},
	}
}

// section is the name of a part of the tab, with how much it has.
func (s *Screen) section(at int) string {
	name := s.words.OEM.Sections[at]
	if n := map[int]int{running: s.count.running, waiting: len(s.waiting.All), closed: s.count.closed}[at]; n > 0 {
		name += " " + strconv.Itoa(n)
	}
	return name
}

// foot is the count of the rows, and what the bars mean.
func (s *Screen) foot(width int) []string {
	w := s.words.OEM
	text := ""
	switch s.At() {
	case waiting:
		return []string{fmt.Sprintf(w.CountWaiting, len(s.waiting.All))}
	case templates:
		return []string{fmt.Sprintf(w.CountTemplates, len(s.templates.All))}
	case closed:
		text = fmt.Sprintf(w.Count, s.count.closed)
	default:
		text = fmt.Sprintf(w.Count, s.count.running)
		if s.count.blocked > 0 {
			text += "  " + fmt.Sprintf(w.CountBlocked, s.count.blocked)
		}
		if s.count.late > 0 {
			text += "  " + fmt.Sprintf(w.CountLate, s.count.late)
		}
	}
	legend := act.Legend(s.env, s.words.Lang)
	if room := width - kit.Width(text) - kit.Width(legend) - 6; room >= 0 {
		text += strings.Repeat(" ", room+2) + legend
	}
	return []string{text}
}
