package model

import "strconv"

// What a row of Today asks for of a project.
const (
	AboutStep     = "step"      // the next step, or one whose date has come
	AboutStage    = "stage"     // a stage that stands longer than planned
	AboutBlocked  = "blocked"   // a step that can't go on
	AboutWaiting  = "waiting"   // the customer has to decide, or to deliver
	AboutLeadTime = "lead_time" // to be told before the customer orders
)

// rows are what a project asks for on Today: steps whose date has come, the
// next step that nobody has begun, what is blocked, what the customer owes,
// what has to be told before an order, and a stage that stands longer than
// planned. Steps that orders fill have rows as orders and receivables.
func (t *ProjectTree) rows(by Date) []Row {
	if !t.Works() {
		return nil
	}
	v := t.Standing(by)
	var rows []Row
	if v.Current < 0 {
		return nil
	}
	next := t.next(&v)
	for n := range v.Stages {
		st := &v.Stages[n]
		for i := range st.Items {
			if r, ok := t.itemRow(&v, n, &st.Items[i], &st.Items[i] == next, by); ok {
				rows = append(rows, r)
			}
		}
	}
	if r, ok := t.stageRow(&v, by); ok {
		rows = append(rows, r)
	}
	return rows
}

// next is the first step of the current stage that nobody has begun; nil when
// there is none, or when the stage before it has not been entered.
func (t *ProjectTree) next(v *ProjectView) *ProjectItem {
	st := &v.Stages[v.Current]
	for i := range st.Items {
		if it := &st.Items[i]; it.State == ItemTodo && !it.Filled {
			return it
		}
	}
	return nil
}

// nextSince is the day on which the next step became that: the stage was
// entered, or the last step before it was done.
func nextSince(st *StageView, it *ProjectItem) Date {
	day := st.EnteredOn
	for i := range st.Items {
		if before := &st.Items[i]; before.Seq < it.Seq && before.State == ItemDone {
			day = max(day, before.DoneOn)
		}
	}
	return day
}

func (t *ProjectTree) rowOf(about string, record int64, due Date, reason Reason) Row {
	return Row{
		Kind: RowStep, About: about, Record: record, CustomerID: t.CustomerID, Customer: t.Customer, Grade: t.Grade,
		ProjectID: t.ID, Project: t.Name, DueOn: due, Reason: reason,
	}
}

// itemRow is what one item asks for by a day.
func (t *ProjectTree) itemRow(v *ProjectView, n int, it *ProjectItem, isNext bool, by Date) (Row, bool) {
	st := &v.Stages[n]
	if it.over(by) || it.Filled {
		return Row{}, false
	}
	reached := n <= v.Current
	since := nextSince(st, it)
	args := func(more ...string) []string {
		return append([]string{it.Title, it.TitleEN, st.Name, st.NameEN}, more...)
	}
	switch {
	case it.State == ItemBlocked:
		return t.rowOf(AboutBlocked, it.ID, it.BlockedOn, because("step_blocked", args(string(it.BlockedOn), firstLine(it.BlockedWhy))...)),
			it.BlockedOn <= by
	case it.Told && (reached || t.orderedOn() != ""):
		due := since
		if on := t.orderedOn(); !reached {
			due = on // the order came before it was told
		} else if it.PlannedOn != "" {
			due = it.PlannedOn
		}
		return t.rowOf(AboutLeadTime, it.ID, due, because("lead_time", args(strconv.FormatInt(t.LeadTime, 10))...)), due != "" && due <= by
	case it.PlannedOn != "":
		code, about := "step_planned", AboutStep
		if it.Waits {
			code, about = "step_waits_until", AboutWaiting
		}
		return t.rowOf(about, it.ID, it.PlannedOn, because(code, args(string(it.PlannedOn), strconv.FormatInt(it.Progress, 10))...)),
			it.PlannedOn <= by
	}
	r := t.rowOf(AboutStep, it.ID, since, Reason{})
	r.By = st.DueOn // nobody agreed on a day for it: it is in time while its stage is
	switch {
	case it.Waits && reached:
		r.About, r.Reason = AboutWaiting, because("step_waits", args(string(since))...)
	case isNext && it.Kind == StepDecision:
		r.Reason = because("step_decide", args()...)
	case isNext:
		r.Reason = because("step_next", args(it.Department)...)
	default:
		return Row{}, false
	}
	return r, since != "" && since <= by
}

// orderedOn is the day of the project's first order; "" = none yet.
func (t *ProjectTree) orderedOn() Date {
	var first Date
	for n := range t.Stages {
		for i := range t.Stages[n].Items {
			it := &t.Stages[n].Items[i]
			if it.Fact == FactOrdered && it.State == ItemDone && (first == "" || it.DoneOn < first) {
				first = it.DoneOn
			}
		}
	}
	return first
}

// stageRow says that the current stage stands longer than planned.
func (t *ProjectTree) stageRow(v *ProjectView, by Date) (Row, bool) {
	st := &v.Stages[v.Current]
	if st.DueOn == "" || st.DueOn >= by {
		return Row{}, false
	}
	reason := because("stage_late", st.Name, st.NameEN, strconv.Itoa(v.Days), strconv.FormatInt(st.Days, 10), strconv.Itoa(st.Percent()))
	return t.rowOf(AboutStage, st.ID, st.DueOn.AddDays(1), reason), true
}
