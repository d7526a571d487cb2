package model

import (
	"cmp"
	"slices"
	"strings"
)

// press brings in line what a project keeps of how pressing it is: whether an
// item can't go on, and from which day on it is late, because an open item is
// past its date or the current stage stands longer than planned. v is how it
// stands when every day is past.
func (t *ProjectTree) press(v *ProjectView) {
	t.Blocked, t.LateOn = false, ""
	late := func(day Date) {
		if day != "" && (t.LateOn == "" || day.AddDays(1) < t.LateOn) {
			t.LateOn = day.AddDays(1)
		}
	}
	for n := range v.Stages {
		for i := range v.Stages[n].Items {
			it := &v.Stages[n].Items[i]
			if it.Over() {
				continue
			}
			t.Blocked = t.Blocked || it.State == ItemBlocked
			late(it.PlannedOn)
		}
	}
	if v.Current >= 0 {
		late(v.Stages[v.Current].DueOn)
	}
}

// Cell is how a project stands as a whole.
func (p *Project) Cell(asOf Date) Cell {
	switch {
	case p.State == ProjectDone:
		return CellDone
	case p.Blocked:
		return CellBlocked
	case p.LateOn != "" && p.LateOn <= asOf:
		return CellLate
	}
	return CellDoing
}

// BoardCard is a project on the board.
type BoardCard struct {
	Project
	Customer string
	Now      StagePlan // the current stage
}

// Days is for how long a project has been in its stage.
func (c *BoardCard) Days(asOf Date) int {
	if c.StageOn == "" {
		return 0
	}
	return max(asOf.Sub(c.StageOn), 0)
}

// BoardColumn is a stage with the projects that are in it, the most pressing
// first.
type BoardColumn struct {
	Name, NameEN string
	Cards        []BoardCard
}

// Board is the projects of one template by their stage. Stages that people
// added to a project stand where that project has them.
type Board struct {
	TemplateID   int64 // 0 = the template is gone
	Name, NameEN string
	Projects     int
	Columns      []BoardColumn
}

// Waiting is what a project waits for: items that can't go on, and those that
// the customer has to decide or to deliver, as rows of Today have them. The
// ones that a day was agreed on for are among them before it comes.
func (t *ProjectTree) Waiting(asOf Date) []Row {
	v := t.Standing(asOf)
	var rows []Row
	for n := range v.Stages {
		if v.Current < 0 || n > v.Current {
			break
		}
		st := &v.Stages[n]
		for i := range st.Items {
			it := &st.Items[i]
			if it.State != ItemBlocked && !it.Waits {
				continue
			}
			r, ok := t.itemRow(&v, n, it, false, lastDate)
			if !ok || r.About != AboutBlocked && r.About != AboutWaiting {
				continue
			}
			r.DaysLate = max(asOf.Sub(max(r.By, r.DueOn)), 0)
			rows = append(rows, r)
		}
	}
	return rows
}

// ByWait orders what is waited for: what can't go on first, then the longest.
func ByWait(rows []Row) {
	slices.SortStableFunc(rows, func(a, b Row) int {
		return cmp.Or(strings.Compare(a.About, b.About), strings.Compare(string(a.DueOn), string(b.DueOn)))
	})
}
