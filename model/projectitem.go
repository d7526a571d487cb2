package model

import "strconv"

// The enumerations of a project's item (rule 1.6).
type (
	ItemState string
	NoteKind  string // what a line of an item's history says
)

const (
	ItemTodo    ItemState = "todo"
	ItemDoing   ItemState = "doing"
	ItemDone    ItemState = "done"
	ItemNA      ItemState = "na"
	ItemBlocked ItemState = "blocked"

	NoteProgress NoteKind = "progress"
	NoteDone     NoteKind = "done"
	NoteUndone   NoteKind = "undone" // the tick was taken back
	NoteNA       NoteKind = "na"
	NoteBlock    NoteKind = "block"
	NoteUnblock  NoteKind = "unblock"
	NoteYes      NoteKind = "yes"
	NoteNo       NoteKind = "no" // a decision that reopened a stage
	NoteOnHold   NoteKind = "on_hold"
	NoteCancel   NoteKind = "cancel"
	NoteResume   NoteKind = "resume"
)

// ItemStates are the states of an item.
var ItemStates = []ItemState{ItemTodo, ItemDoing, ItemDone, ItemNA, ItemBlocked}

var noteKinds = []NoteKind{NoteProgress, NoteDone, NoteUndone, NoteNA, NoteBlock, NoteUnblock, NoteYes, NoteNo,
	NoteOnHold, NoteCancel, NoteResume}

// ProjectStage is one stage of a project, copied from its template.
type ProjectStage struct {
	Meta
	ProjectID  int64
	CustomerID int64
	StagePlan
}

// ProjectItem is one thing to be done in a stage of a project. Items of
// earlier rounds stay as they were.
type ProjectItem struct {
	Meta
	ProjectID  int64
	CustomerID int64
	StageID    int64
	StepPlan

	Round      int64  // 1..; a stage that was reopened has its items once more
	OrderNo    string // StepPlan.PerOrder: whose it is; empty = no order yet
	Filled     bool   // what it says came from that order
	Person     string
	Detail     string // what was found or agreed on: 说明
	PlannedOn  Date   // as a person typed it; empty = as the plan suggests
	DoneOn     Date
	State      ItemState
	BlockedOn  Date
	BlockedWhy string
	Progress   int64  // 0..100 %
	Status     string // the progress in words
	Answer     YesNo  // of a decision
	Attachment string // path
}

// ItemNote is one line of an item's, or of the project's own, history.
type ItemNote struct {
	Meta
	ProjectID  int64
	CustomerID int64
	ItemID     int64 // 0 = of the project
	NotedOn    Date
	Kind       NoteKind
	Progress   int64
	Round      int64
	Text       string
}

// ProjectStageFields is the field table of a project's stage.
var ProjectStageFields = append(Fields[ProjectStage]{
	reference("project_id", RowOfProject, func(s *ProjectStage) *int64 { return &s.ProjectID }),
	ofCustomer(func(s *ProjectStage) *int64 { return &s.CustomerID }),
}, stagePlanFields(func(s *ProjectStage) *StagePlan { return &s.StagePlan })...)

// ProjectItemFields is the item's field table.
var ProjectItemFields = append(append(Fields[ProjectItem]{
	reference("project_id", RowOfProject, func(i *ProjectItem) *int64 { return &i.ProjectID }),
	ofCustomer(func(i *ProjectItem) *int64 { return &i.CustomerID }),
	reference("stage_id", "project_stage", func(i *ProjectItem) *int64 { return &i.StageID }),
}, stepPlanFields(func(i *ProjectItem) *StepPlan { return &i.StepPlan })...),
	number("round", 0, 99, func(i *ProjectItem) *int64 { return &i.Round }).kept(),
	text("order_no", func(i *ProjectItem) *string { return &i.OrderNo }).max(60),
	flagField(Spec{Code: "filled"}, func(i *ProjectItem) *bool { return &i.Filled }).kept(),
	text("person", func(i *ProjectItem) *string { return &i.Person }).max(60),
	note("detail", func(i *ProjectItem) *string { return &i.Detail }),
	date("planned_on", func(i *ProjectItem) *Date { return &i.PlannedOn }).ahead(),
	date("done_on", func(i *ProjectItem) *Date { return &i.DoneOn }),
	choice("state", ItemStates, func(i *ProjectItem) *ItemState { return &i.State }).required(),
	date("blocked_on", func(i *ProjectItem) *Date { return &i.BlockedOn }).kept(),
	note("blocked_reason", func(i *ProjectItem) *string { return &i.BlockedWhy }),
	number("progress", 0, 100, func(i *ProjectItem) *int64 { return &i.Progress }),
	note("status", func(i *ProjectItem) *string { return &i.Status }),
	choice("answer", []YesNo{AnswerYes, AnswerNo}, func(i *ProjectItem) *YesNo { return &i.Answer }).kept(),
	text("attachment", func(i *ProjectItem) *string { return &i.Attachment }),
)

// ItemNoteFields is the field table of ItemNote.
var ItemNoteFields = Fields[ItemNote]{
	reference("project_id", RowOfProject, func(n *ItemNote) *int64 { return &n.ProjectID }),
	ofCustomer(func(n *ItemNote) *int64 { return &n.CustomerID }),
	ref("item_id", RowOfStep, func(n *ItemNote) *int64 { return &n.ItemID }).kept(),
	date("noted_on", func(n *ItemNote) *Date { return &n.NotedOn }).required(),
	choice("kind", noteKinds, func(n *ItemNote) *NoteKind { return &n.Kind }).required(),
	number("progress", 0, 100, func(n *ItemNote) *int64 { return &n.Progress }),
	number("round", 0, 99, func(n *ItemNote) *int64 { return &n.Round }),
	note("text", func(n *ItemNote) *string { return &n.Text }),
}

// Complete fills in what an item has by default and brings its parts in line:
// a finished one has its day and 100 %, a blocked one its reason's day.
func (i *ProjectItem) Complete(today Date) {
	setIfEmpty(&i.Kind, StepPlain)
	setIfEmpty(&i.State, ItemTodo)
	i.Round = max(i.Round, 1)
	if i.State != ItemDone {
		i.DoneOn = ""
	}
	switch i.State {
	case ItemDone:
		setIfEmpty(&i.DoneOn, today)
		i.Progress = 100
	case ItemBlocked:
		setIfEmpty(&i.BlockedOn, today)
	case ItemTodo:
		if i.Progress > 0 {
			i.State = ItemDoing
		}
	}
	if i.State != ItemBlocked {
		i.BlockedOn, i.BlockedWhy = "", ""
	}
	if i.State != ItemDone {
		i.Answer = ""
	}
}

// Check refuses an item that can't be kept: what is done can't lie ahead, and
// what is blocked says why.
func (i *ProjectItem) Check(today Date) error {
	if err := ProjectItemFields.Check(i); err != nil {
		return err
	}
	switch {
	case i.DoneOn > today:
		return At("done_on", Refuse(RefusedFuture, string(i.DoneOn)))
	case i.State == ItemBlocked && i.BlockedWhy == "":
		return At("blocked_reason", Refuse(RefusedRequired))
	case i.Kind == StepAuto && i.Fact == "":
		return At("fact", Refuse(RefusedRequired))
	}
	return CheckCondition(i.Condition)
}

// Over reports whether nothing is left to do: done, or not needed.
func (i *ProjectItem) Over() bool { return i.State == ItemDone || i.State == ItemNA }

// NumberText is a whole number as texts have it.
func NumberText(n int64) string { return strconv.FormatInt(n, 10) }
