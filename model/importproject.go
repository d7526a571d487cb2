package model

import (
	"slices"
	"strings"
)

// DocumentProject is a progress form of staged work 项目进度跟进表.
const DocumentProject = "oem"

// The records of preview rows of a progress form.
const (
	RowOfProject = "project"
	RowOfStep    = "project_item"
)

// Seat is where a row of a form stands in a project: the stage, and the items
// that it speaks of; some rows speak of several.
type Seat struct {
	Stage int
	Items []int
	New   bool // the item wasn't there
}

// bareTitle sets spaces, signs and case of a title aside.
func bareTitle(text string) string {
	return strings.Map(func(r rune) rune {
		if strings.ContainsRune(" \t\n_-:;,.!?()[]/、。?:;,()【】“”\"'是否", r) {
			return -1
		}
		return r
	}, strings.ToLower(HalfWidth(text)))
}

// titled reports whether a step goes by a name.
func (s *StepPlan) titled(bare string) bool {
	return bare != "" && (bareTitle(s.Title) == bare || bareTitle(s.TitleEN) == bare || bareTitle(s.FormRow) == bare)
}

// inPhase reports whether a stage belongs to a phase of the form: by name 2, by
// a part of the name 1.
func (s *StagePlan) inPhase(phase string) int {
	wanted, best := bareTitle(phase), 0
	if wanted == "" {
		return 0
	}
	for _, name := range []string{s.Name, s.NameEN, s.Phase, s.PhaseEN} {
		name = bareTitle(name)
		switch {
		case name == "":
		case name == wanted:
			return 2
		case strings.Contains(name, wanted) || strings.Contains(wanted, name):
			best = 1
		}
	}
	return best
}

// Fit is how many rows of a form a template has a step for.
func (t *TemplateTree) Fit(rows []ProposedStep) int {
	n := 0
	for i := range rows {
		bare := bareTitle(rows[i].Item.Title)
		for s := range t.Stages {
			if t.Stages[s].inPhase(rows[i].Phase) == 2 {
				n++
			}
			for k := range t.Stages[s].Steps {
				if t.Stages[s].Steps[k].titled(bare) {
					n += 2
				}
			}
		}
	}
	return n
}

// seating finds the places of a form's rows in a project.
type seating struct {
	tree  *ProjectTree
	rows  []ProposedStep
	seats []Seat
	taken map[[2]int]bool
}

// SeatRows finds for every row of a form its items in the project, by title,
// within its phase first. A row that the project has no item for gets a new
// one, in the stage of its phase; a phase that it doesn't have becomes a stage
// behind the one of the row before. Rows of a further order or round get items
// of their own.
func (t *ProjectTree) SeatRows(rows []ProposedStep) []Seat {
	s := seating{tree: t, rows: rows, seats: make([]Seat, len(rows)), taken: map[[2]int]bool{}}
	for i := range rows {
		s.seats[i].Stage = -1
		s.exact(i)
	}
	for i := range rows {
		if s.seats[i].Stage < 0 && len(s.seats[i].Items) == 0 {
			s.alike(i)
		}
	}
	for i := range rows {
		if s.seats[i].Stage < 0 {
			s.add(i)
		}
	}
	return s.seats
}

// exact seats a row whose title is that of a step, or lists those of several.
func (s *seating) exact(i int) {
	row := &s.rows[i]
	titles := []string{row.Item.Title}
	if parts := strings.FieldsFunc(row.Item.Title, func(r rune) bool { return strings.ContainsRune("、/+,;，；", r) }); len(parts) > 1 {
		titles = append(titles, parts...)
	}
	if s.take(i, titles[0]) || len(titles) == 1 {
		return
	}
	for _, part := range titles[1:] {
		if !s.hasTitle(part) {
			return
		}
	}
	for _, part := range titles[1:] {
		s.take(i, part)
	}
}

func (s *seating) hasTitle(title string) bool {
	for n := range s.tree.Stages {
		for k := range s.tree.Stages[n].Items {
			if s.tree.Stages[n].Items[k].titled(bareTitle(title)) {
				return true
			}
		}
	}
	return false
}

// take seats a row at the items of a title: those of its order and round, else
// free ones, else copies of them.
func (s *seating) take(i int, title string) bool {
	row, bare := &s.rows[i], bareTitle(title)
	stage := s.stageOf(row.Phase, bare)
	if stage < 0 {
		return false
	}
	st := &s.tree.Stages[stage]
	done := map[string]bool{}
	for k := 0; k < len(st.Items); k++ {
		it := &st.Items[k]
		if !it.titled(bare) || done[it.Title] {
			continue
		}
		done[it.Title] = true
		at := s.own(stage, it.Title, row)
		if at < 0 {
			again := it.again(max(row.Item.Round, 1))
			again.State, again.OrderNo = ItemTodo, row.Item.OrderNo
			st.Items = append(st.Items, again)
			at = len(st.Items) - 1
		}
		s.taken[[2]int{stage, at}] = true
		s.seats[i].Stage, s.seats[i].Items = stage, append(s.seats[i].Items, at)
	}
	return len(s.seats[i].Items) > 0
}

// own is the item of a title that a row may have: that of its order and round,
// or one that is free for it; -1 = none.
func (s *seating) own(stage int, title string, row *ProposedStep) int {
	if at := s.past(stage, title, row); at >= 0 {
		return at
	}
	free := -1
	round := s.tree.Stages[stage].round()
	if row.Item.Round > 0 {
		round = row.Item.Round
	}
	for k := range s.tree.Stages[stage].Items {
		it := &s.tree.Stages[stage].Items[k]
		if it.Title != title || s.taken[[2]int{stage, k}] || max(it.Round, 1) != round {
			continue
		}
		if it.OrderNo == row.Item.OrderNo {
			return k
		}
		if it.OrderNo == "" && free < 0 {
			free = k
		}
	}
	return free
}

// past is the item of an earlier round that a row without a round still speaks
// of: a form that was taken once says the same again after a stage was
// reopened; -1 = none.
func (s *seating) past(stage int, title string, row *ProposedStep) int {
	if row.Item.Round > 0 {
		return -1
	}
	items, latest := s.tree.Stages[stage].Items, s.tree.Stages[stage].round()
	return slices.IndexFunc(items, func(it ProjectItem) bool {
		return it.Title == title && max(it.Round, 1) < latest && it.OrderNo == row.Item.OrderNo && row.repeats(&it)
	})
}

// repeats reports whether a row says what an item says already.
func (r *ProposedStep) repeats(it *ProjectItem) bool {
	said := &r.Item
	switch {
	case it.State != said.State || it.Progress != said.Progress:
		return false
	case it.DoneOn != said.DoneOn && !r.Inferred.Has("done_on"):
		return false
	}
	return it.Kind != StepDecision || it.Answer == said.Answer
}

// stageOf is the stage that has a step of a title: in the phase before others;
// -1 = none.
func (s *seating) stageOf(phase, bare string) int {
	best, score := -1, -1
	for n := range s.tree.Stages {
		st := &s.tree.Stages[n]
		for k := range st.Items {
			if is := st.inPhase(phase); st.Items[k].titled(bare) && is > score {
				best, score = n, is
			}
		}
	}
	return best
}

// alike seats a row at a free item of its phase whose title holds its own, or
// the other way round.
func (s *seating) alike(i int) {
	row := &s.rows[i]
	bare := bareTitle(row.Item.Title)
	if len([]rune(bare)) < 2 {
		return
	}
	for n := range s.tree.Stages {
		st := &s.tree.Stages[n]
		if st.inPhase(row.Phase) == 0 {
			continue
		}
		for k := range st.Items {
			name := bareTitle(st.Items[k].Title)
			if !s.taken[[2]int{n, k}] && len([]rune(name)) > 1 && (strings.Contains(name, bare) || strings.Contains(bare, name)) {
				s.taken[[2]int{n, k}] = true
				s.seats[i] = Seat{Stage: n, Items: []int{k}}
				return
			}
		}
	}
}

// add gives a row an item of its own.
func (s *seating) add(i int) {
	row := &s.rows[i]
	stage := s.phaseStage(i)
	if stage < 0 {
		stage = s.newStage(i)
	}
	st := &s.tree.Stages[stage]
	it := ProjectItem{
		ProjectID: s.tree.ID, CustomerID: s.tree.CustomerID, StageID: st.ID, Round: max(row.Item.Round, 1), State: ItemTodo,
		OrderNo:  row.Item.OrderNo,
		StepPlan: StepPlan{Title: row.Item.Title, Kind: StepPlain},
	}
	for k := range st.Items {
		it.Seq = max(it.Seq, st.Items[k].Seq)
		if st.Items[k].Kind == StepModule {
			it.Kind = StepModule
		}
	}
	it.Seq++
	st.Items = append(st.Items, it)
	s.seats[i] = Seat{Stage: stage, Items: []int{len(st.Items) - 1}, New: true}
	s.taken[[2]int{stage, len(st.Items) - 1}] = true
}

// phaseStage is the stage of a row's phase for a new item: that of the rows
// near it in the phase, else the last of the phase.
func (s *seating) phaseStage(i int) int {
	phase := s.rows[i].Phase
	for _, near := range []int{i - 1, i + 1} {
		if near >= 0 && near < len(s.rows) && s.rows[near].Phase == phase && s.seats[near].Stage >= 0 && s.hasModules(s.seats[near].Stage) {
			return s.seats[near].Stage
		}
	}
	best, score := -1, 0
	for n := range s.tree.Stages {
		if is := s.tree.Stages[n].inPhase(phase); is > 0 && is >= score {
			best, score = n, is
		}
	}
	if best < 0 && phase == "" && i > 0 {
		return s.seats[i-1].Stage
	}
	return best
}

func (s *seating) hasModules(stage int) bool {
	for k := range s.tree.Stages[stage].Items {
		if s.tree.Stages[stage].Items[k].Kind == StepModule {
			return true
		}
	}
	return false
}

// newStage puts a stage for a phase behind that of the row before.
func (s *seating) newStage(i int) int {
	at := 0
	if i > 0 && s.seats[i-1].Stage >= 0 {
		at = s.seats[i-1].Stage + 1
	} else if i == 0 {
		at = 0
	} else {
		at = len(s.tree.Stages)
	}
	st := StageWork{ProjectStage: ProjectStage{ProjectID: s.tree.ID, CustomerID: s.tree.CustomerID,
		StagePlan: StagePlan{Name: s.rows[i].Phase}}}
	setIfEmpty(&st.Name, s.rows[i].Item.Title)
	s.tree.Stages = append(s.tree.Stages[:at:at], append([]StageWork{st}, s.tree.Stages[at:]...)...)
	for n := range s.seats {
		if s.seats[n].Stage >= at {
			s.seats[n].Stage++
		}
	}
	moved := map[[2]int]bool{}
	for key := range s.taken {
		if key[0] >= at {
			key[0]++
		}
		moved[key] = true
	}
	s.taken = moved
	s.tree.renumber()
	return at
}

// renumber gives the stages their places; what a no reopens follows its stage.
func (t *ProjectTree) renumber() {
	moved := map[int64]int64{}
	for n := range t.Stages {
		moved[t.Stages[n].Seq] = int64(n + 1)
	}
	for n := range t.Stages {
		t.Stages[n].Seq = int64(n + 1)
		for k := range t.Stages[n].Items {
			if it := &t.Stages[n].Items[k]; it.Reopens > 0 {
				it.Reopens = moved[it.Reopens]
			}
		}
	}
}
