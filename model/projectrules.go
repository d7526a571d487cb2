package model

import (
	"cmp"
	"slices"
	"strconv"
)

// Cell is how a stage stands, as the board shows it.
type Cell string

// The cells.
const (
	CellDone    Cell = "done"
	CellDoing   Cell = "doing"
	CellLate    Cell = "late" // stands longer than planned, or an item is past its date
	CellBlocked Cell = "blocked"
	CellToCome  Cell = "to_come"
)

// Cells are the cells, the most pressing first.
var Cells = []Cell{CellBlocked, CellLate, CellDoing, CellToCome, CellDone}

// StageWork is a stage of a project with its items, of all rounds.
type StageWork struct {
	ProjectStage
	Items []ProjectItem
	Since Date // when it was entered, where that is known without the stages before it; "" = it is worked out
}

// ProjectTree is a project with its stages, in their order, and their items.
type ProjectTree struct {
	Project
	Customer   string
	Grade      Grade // the customer's
	Template   string
	TemplateEN string
	Stages     []StageWork
}

// Owed is who has open items in the current stage.
type Owed struct {
	Department string
	Person     string
	Items      int
	Late       int // of them past their date
}

// StageView is how a stage stands on a day.
type StageView struct {
	ProjectStage
	Cell      Cell
	Items     []ProjectItem // of the latest round
	Earlier   []ProjectItem // of the rounds before it
	Round     int64
	Done, Of  int  // items that are over, of all that are needed
	EnteredOn Date // "" = not yet
	PlanFrom  Date // as it was planned when the project started; "" = no plan
	PlanTo    Date
	DueOn     Date // when it should be done, from when it was entered; "" = no plan
	DoneOn    Date // of the last item done; "" = not done
}

// ProjectView is how a project stands on a day.
type ProjectView struct {
	AsOf    Date
	Stages  []StageView
	Current int // index of the first stage that isn't done; -1 = all are
	Days    int // in the current stage
	Owed    []Owed
	Round   int64
	EndsOn  Date // when the last stage is to be done, as things stand; "" = no plan, or all are done
}

// over reports whether nothing is left of an item as of a day.
func (i *ProjectItem) over(asOf Date) bool {
	return i.State == ItemNA || i.State == ItemDone && i.DoneOn <= asOf
}

// IsLate reports whether an open item is past the date that a person planned.
func (i *ProjectItem) IsLate(asOf Date) bool {
	return !i.over(asOf) && i.PlannedOn != "" && i.PlannedOn < asOf
}

// round is the latest round of a stage.
func (s *StageWork) round() int64 {
	n := int64(1)
	for i := range s.Items {
		n = max(n, s.Items[i].Round)
	}
	return n
}

// done reports whether every item of the latest round is over as of a day.
func (s *StageWork) done(asOf Date) bool {
	round := s.round()
	return !slices.ContainsFunc(s.Items, func(i ProjectItem) bool { return max(i.Round, 1) == round && !i.over(asOf) })
}

// Standing is how the project stands on a day: the current stage is the first
// that isn't done, and a stage is done when every item of it is done or not
// needed (rule 2.7).
func (t *ProjectTree) Standing(asOf Date) ProjectView {
	v := ProjectView{AsOf: asOf, Current: -1, Round: 1}
	plan := t.plan()
	for n := range t.Stages {
		sv := t.stageView(n, asOf)
		sv.PlanFrom, sv.PlanTo = plan[n][0], plan[n][1]
		v.Round = max(v.Round, sv.Round)
		if sv.Cell != CellDone && v.Current < 0 {
			v.Current = n
			t.enter(&sv, n, asOf)
			if sv.EnteredOn != "" {
				v.Days = max(asOf.Sub(sv.EnteredOn), 0)
			}
			v.Owed = owed(sv.Items, asOf)
		} else if sv.Cell == CellDone || sv.Cell != CellToCome {
			sv.EnteredOn = t.enteredOn(n, asOf)
		}
		v.Stages = append(v.Stages, sv)
	}
	v.EndsOn = v.SuggestedOn(len(v.Stages) - 1)
	return v
}

// After is by how many days a project is going to end after its target; 0 when it
// isn't, or one of the days isn't known.
func (v *ProjectView) After(target Date) int {
	if target == "" || v.EndsOn <= target {
		return 0
	}
	return v.EndsOn.Sub(target)
}

// stageView is a stage by itself: done, blocked, late, doing or to come.
func (t *ProjectTree) stageView(n int, asOf Date) StageView {
	st := &t.Stages[n]
	v := StageView{ProjectStage: st.ProjectStage, Round: st.round(), Cell: CellToCome}
	blocked, late, begun := false, false, false
	for i := range st.Items {
		it := st.Items[i]
		if max(it.Round, 1) != v.Round {
			v.Earlier = append(v.Earlier, it)
			continue
		}
		v.Items = append(v.Items, it)
		if it.State == ItemNA {
			continue
		}
		v.Of++
		if it.over(asOf) {
			v.Done++
			begun = true
			v.DoneOn = max(v.DoneOn, it.DoneOn)
			continue
		}
		blocked = blocked || it.State == ItemBlocked
		late = late || it.IsLate(asOf)
		begun = begun || it.State == ItemDoing
	}
	switch {
	case v.Done == v.Of:
		v.Cell = CellDone
	case blocked:
		v.Cell = CellBlocked
	case late:
		v.Cell = CellLate
	case begun:
		v.Cell = CellDoing
	}
	if v.Cell != CellDone {
		v.DoneOn = ""
	}
	return v
}

// enter says of the current stage since when it is that, and whether it stands
// longer than planned.
func (t *ProjectTree) enter(v *StageView, n int, asOf Date) {
	v.EnteredOn = t.enteredOn(n, asOf)
	if v.Cell == CellToCome {
		v.Cell = CellDoing
	}
	if v.Days == 0 || v.EnteredOn == "" {
		return
	}
	v.DueOn = v.EnteredOn.AddDays(int(v.Days))
	if v.DueOn < asOf && v.Cell != CellBlocked {
		v.Cell = CellLate
	}
}

// enteredOn is the day on which a stage began: when the last item of the
// stages before it was done, or when a decision reopened it; the first begins
// with the project.
func (t *ProjectTree) enteredOn(n int, asOf Date) Date {
	if t.Stages[n].Since != "" {
		return t.Stages[n].Since
	}
	day, round := t.StartedOn, t.Stages[n].round()
	for s := range t.Stages {
		before := t.Stages[s].round()
		for i := range t.Stages[s].Items {
			it := &t.Stages[s].Items[i]
			earlier := s < n && max(it.Round, 1) == before || max(it.Round, 1) < round
			if earlier && it.State == ItemDone && it.DoneOn <= asOf {
				day = max(day, it.DoneOn)
			}
		}
	}
	return day
}

// plan is from when to when each stage was planned, from the start on or, when
// only the target is known, backwards from it.
func (t *ProjectTree) plan() [][2]Date {
	plan := make([][2]Date, len(t.Stages))
	from := t.StartedOn
	if from == "" && t.TargetOn != "" {
		total := 0
		for n := range t.Stages {
			total += int(t.Stages[n].Days)
		}
		from = t.TargetOn.AddDays(-total)
	}
	if from == "" {
		return plan
	}
	for n := range t.Stages {
		to := from.AddDays(int(t.Stages[n].Days))
		plan[n] = [2]Date{from, to}
		from = to
	}
	return plan
}

// SuggestedOn is the planned date that an open item has when nobody typed one:
// the end of its stage, counted from when the current stage was entered. "" =
// no plan.
func (v *ProjectView) SuggestedOn(stage int) Date {
	if v.Current < 0 || stage < v.Current || stage >= len(v.Stages) {
		return ""
	}
	day := v.Stages[v.Current].DueOn
	if day == "" {
		return v.Stages[stage].PlanTo
	}
	day = max(day, v.AsOf)
	for n := v.Current + 1; n <= stage; n++ {
		day = day.AddDays(int(v.Stages[n].Days))
	}
	return day
}

// owed lists who has open items, those with the most first.
func owed(items []ProjectItem, asOf Date) []Owed {
	var list []Owed
	for i := range items {
		it := &items[i]
		if it.over(asOf) {
			continue
		}
		at := slices.IndexFunc(list, func(o Owed) bool { return o.Department == it.Department && o.Person == it.Person })
		if at < 0 {
			at = len(list)
			list = append(list, Owed{Department: it.Department, Person: it.Person})
		}
		list[at].Items++
		if it.IsLate(asOf) {
			list[at].Late++
		}
	}
	slices.SortStableFunc(list, func(a, b Owed) int { return cmp.Or(cmp.Compare(b.Late, a.Late), cmp.Compare(b.Items, a.Items)) })
	return list
}

// Recount brings what the project keeps of its stages in line with them; a
// project of which every stage is done is done, and one that isn't any more
// runs again.
func (t *ProjectTree) Recount(today Date) {
	v := t.Standing(lastDate)
	t.Stage, t.StageOn, t.Round = 0, "", v.Round
	t.press(&v)
	if v.Current >= 0 {
		t.Stage, t.StageOn = t.Stages[v.Current].Seq, v.Stages[v.Current].EnteredOn
	}
	switch {
	case v.Current < 0 && t.State == ProjectRunning && len(t.Stages) > 0:
		t.State, t.StateOn, t.StateWhy = ProjectDone, today, ""
	case v.Current >= 0 && t.State == ProjectDone:
		t.State, t.StateOn = ProjectRunning, today
	}
}

// Percent is how much of the stage is done: items that are over count whole,
// others by their progress.
func (v *StageView) Percent() int {
	if v.Of == 0 {
		return 100
	}
	sum := 0
	for i := range v.Items {
		if it := &v.Items[i]; it.State != ItemNA {
			sum += int(it.Progress)
		}
	}
	return sum / v.Of
}

// Ordinal is the number of a round, for its sentence.
func (v *ProjectView) Ordinal() string { return strconv.FormatInt(v.Round, 10) }
