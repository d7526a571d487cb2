package model

import "slices"

// The acts on a project's stages.
const (
	ActStage     Act = "edit_stage"
	ActDropStage Act = "remove_stage"
)

// place is where a stage stands, -1 when it isn't there.
func (t *ProjectTree) place(stage int64) int {
	return slices.IndexFunc(t.Stages, func(s StageWork) bool { return s.ID == stage })
}

// InsertStage puts a new stage behind another; 0 = before all.
func (t *ProjectTree) InsertStage(st ProjectStage, after int64) {
	st.ProjectID, st.CustomerID, st.Seq = t.ID, t.CustomerID, 0
	t.Stages = slices.Insert(t.Stages, t.place(after)+1, StageWork{ProjectStage: st})
	t.renumber()
}

// MoveStage moves a stage among the others; at the ends it stays.
func (t *ProjectTree) MoveStage(stage int64, by int) {
	from := t.place(stage)
	to := from + by
	if from < 0 || to < 0 || to >= len(t.Stages) {
		return
	}
	st := t.Stages[from]
	t.Stages = slices.Insert(slices.Delete(t.Stages, from, from+1), to, st)
	t.renumber()
}

// TakeStage takes a stage out and returns it; what reopened it reopens nothing
// more. A project has at least one.
func (t *ProjectTree) TakeStage(stage int64) (StageWork, error) {
	at := t.place(stage)
	if at < 0 {
		return StageWork{}, ErrNotFound
	}
	if len(t.Stages) == 1 {
		return StageWork{}, At("stages", Refuse(RefusedRequired))
	}
	st := t.Stages[at]
	t.Stages = slices.Delete(t.Stages, at, at+1)
	t.renumber()
	return st, nil
}

// MoveItem moves an item among those of its stage and round; at the ends it
// stays.
func (t *ProjectTree) MoveItem(item int64, by int) {
	st, it := t.Find(item)
	if it == nil {
		return
	}
	var round []*ProjectItem
	from := 0
	for i := range st.Items {
		if other := &st.Items[i]; other.Round == it.Round {
			if other == it {
				from = len(round)
			}
			round = append(round, other)
		}
	}
	to := from + by
	if to < 0 || to >= len(round) {
		return
	}
	round = slices.Insert(slices.Delete(round, from, from+1), to, it)
	for i, other := range round {
		other.Seq = int64(i + 1)
	}
}
