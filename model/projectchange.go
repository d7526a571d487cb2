package model

import "cmp"

// Find is the place of an item: its stage and the item; nil when it isn't
// there.
func (t *ProjectTree) Find(item int64) (*StageWork, *ProjectItem) {
	for n := range t.Stages {
		for i := range t.Stages[n].Items {
			if t.Stages[n].Items[i].ID == item {
				return &t.Stages[n], &t.Stages[n].Items[i]
			}
		}
	}
	return nil, nil
}

// Barred is the gate before a stage that isn't passed yet; nil when nothing
// bars it.
func (t *ProjectTree) Barred(stage int64, today Date) *StageWork {
	for n := range t.Stages {
		st := &t.Stages[n]
		if st.Seq < stage && st.Gate && !st.done(today) {
			return st
		}
	}
	return nil
}

// Refit makes the items follow the facts of the project, where those have changed
// since before: an item whose condition holds now is to be done, one whose
// condition holds no more isn't needed, and one that asks for a fact is done when
// that is known. It returns the items that changed.
func (t *ProjectTree) Refit(before *Project) []*ProjectItem {
	var changed []*ProjectItem
	for n := range t.Stages {
		st := &t.Stages[n]
		round := st.round()
		for i := range st.Items {
			it := &st.Items[i]
			if max(it.Round, 1) != round {
				continue
			}
			was := it.State
			t.need(it, before)
			t.answer(it, before, was == ItemNA)
			if it.State != was {
				changed = append(changed, it)
			}
		}
	}
	return changed
}

// need makes an item follow its condition; what is done stays done.
func (t *ProjectTree) need(it *ProjectItem, before *Project) {
	now := t.Holds(it.Condition)
	switch {
	case it.Condition == "" || it.State == ItemDone || before != nil && before.Holds(it.Condition) == now:
	case !now:
		it.State = ItemNA
	case it.State == ItemNA:
		it.State = ItemTodo
	}
}

// answer makes an item that asks for a fact follow it: known, it is done; taken
// back, it is open again. Software that can't be made blocks it. What has to be
// told to the customer isn't told by being known. fresh: the item wasn't needed
// before.
func (t *ProjectTree) answer(it *ProjectItem, before *Project, fresh bool) {
	fact, ok := ProjectFields.ByCode(it.Fills)
	if !ok || it.State == ItemNA || it.Kind == StepDecision || it.Told {
		return
	}
	now, was := fact.Get(&t.Project), ""
	if before != nil && !fresh {
		was = fact.Get(before)
	}
	switch {
	case now == was:
	case now == "":
		it.State, it.Progress = ItemTodo, 0
	case it.Fills == FieldFeasible && t.Feasible == AnswerNo:
		it.State, it.BlockedWhy = ItemBlocked, cmp.Or(t.Software, it.Title)
	default:
		it.State = ItemDone
	}
}

// FieldFeasible is the field by which R&D says whether custom software can be made.
const FieldFeasible = "software_feasible"

// Infeasible reports whether an item is blocked by software that R&D calls
// infeasible: until that is changed, or somebody lets it pass and says why.
func (t *ProjectTree) Infeasible(it *ProjectItem) bool {
	return it.Fills == FieldFeasible && it.State == ItemBlocked && t.Feasible == AnswerNo
}

// Recheck takes back that software is infeasible where it is other software now:
// R&D has to look at it again.
func (p *Project) Recheck(before *Project) {
	if p.Software != before.Software && p.Feasible == AnswerNo && before.Feasible == AnswerNo {
		p.Feasible = ""
	}
}

// again are the items of a stage's latest round, to be done in another.
func (s *StageWork) again(next int64) []ProjectItem {
	round := s.round()
	var items []ProjectItem
	for _, it := range s.Items {
		if max(it.Round, 1) == round {
			items = append(items, it.again(next))
		}
	}
	return items
}

// Reopen adds the items of a new round to the stages that a decision of a
// stage, answered with no, reopens.
func (t *ProjectTree) Reopen(own int64, decision ProjectItem) {
	next := t.Standing(lastDate).Round + 1
	t.Round = next
	for n := range t.Stages {
		if st := &t.Stages[n]; st.Seq >= decision.Reopens && st.Seq <= own {
			st.Items = append(st.Items, st.again(next)...)
		}
	}
}

// ReopenRefused reopens the stages of the first decision that was answered with
// no in the latest round of its stage, where nobody has yet.
func (t *ProjectTree) ReopenRefused() {
	for n := range t.Stages {
		st := &t.Stages[n]
		round := st.round()
		for _, it := range st.Items {
			if it.Answer == AnswerNo && it.Reopens > 0 && max(it.Round, 1) == round {
				t.Reopen(st.Seq, it)
				return
			}
		}
	}
}

// again is the item to be done in another round.
func (i ProjectItem) again(round int64) ProjectItem {
	state := ItemTodo
	if i.State == ItemNA {
		state = ItemNA
	}
	return ProjectItem{
		ProjectID: i.ProjectID, CustomerID: i.CustomerID, StageID: i.StageID, StepPlan: i.StepPlan,
		Round: round, Person: i.Person, State: state, OrderNo: i.OrderNo,
	}
}

// Copy is a new project's stages and items, from its template. What is known of
// it by today was known when it began.
func (t *TemplateTree) Copy(p *Project, today Date) ProjectTree {
	tree := ProjectTree{Project: *p, Template: t.Name, TemplateEN: t.NameEN}
	for i := range t.Stages {
		st := StageWork{ProjectStage: ProjectStage{StagePlan: t.Stages[i].StagePlan}}
		for _, step := range t.Stages[i].Steps {
			st.Items = append(st.Items, ProjectItem{StepPlan: step.StepPlan, Round: 1, State: ItemTodo})
		}
		tree.Stages = append(tree.Stages, st)
	}
	for _, it := range tree.Refit(nil) {
		if it.State == ItemDone && p.StartedOn < today {
			it.DoneOn = p.StartedOn
		}
	}
	return tree
}
