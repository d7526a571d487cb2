package model

import (
	"slices"
	"strings"
)

// What the steps of staged work are (rule 1.6, 2.7).
type (
	StepKind string // how a step is finished
	Fact     string // what of an order finishes a step
)

const (
	StepPlain    StepKind = "plain"    // ticked
	StepModule   StepKind = "module"   // worked on, with a progress of 0..100 %
	StepDecision StepKind = "decision" // answered with yes or no; a no reopens a stage
	StepAuto     StepKind = "auto"     // filled from the project's orders; ticked where there are none

	FactOrdered    Fact = "ordered"    // the order was placed 下单时间
	FactShipped    Fact = "shipped"    // the goods are on their way
	FactReceived   Fact = "received"   // the customer has them
	FactReconciled Fact = "reconciled" // the account is agreed on
	FactInvoiced   Fact = "invoiced"   // the invoice is issued
	FactReminded   Fact = "reminded"   // the payment was asked for before its due date
	FactChased     Fact = "chased"     // and at its due date, or it came before
	FactCollected  Fact = "collected"  // all of it is paid
)

// StepKinds are the kinds of step.
var StepKinds = []StepKind{StepPlain, StepModule, StepDecision, StepAuto}

// StepFacts are the facts of orders that finish steps.
var StepFacts = []Fact{FactOrdered, FactShipped, FactReceived, FactReconciled, FactInvoiced, FactReminded, FactChased, FactCollected}

// Departments are the built-in departments; people add their own.
var Departments = []string{"sales", "rnd", "pilot", "quality", "engineering", "production", "purchasing",
	"logistics", "finance", "management"}

// StagePlan is what a template says of a stage, and a project's stage keeps.
type StagePlan struct {
	Seq     int64  // 1..; its place
	Name    string // Chinese
	NameEN  string
	Phase   string // the phase of the paper form that it belongs to; empty = its own
	PhaseEN string
	Days    int64 // planned, calendar days; 0 = no plan
	Gate    bool  // nothing behind it can be finished before it is
}

// StepPlan is what a template says of a step, and a project's item keeps.
type StepPlan struct {
	Seq        int64 // its place within the stage
	Title      string
	TitleEN    string
	Department string
	Kind       StepKind
	Condition  string // the step is there only while it holds, see Holds; empty = always
	Fact       Fact   // StepAuto
	Fills      string // the project's field that it settles; empty = none
	Reopens    int64  // StepDecision: the stage that a no reopens; 0 = none
	Waits      bool   // it is the customer who decides or delivers
	Told       bool   // has to be done before the customer orders
	PerOrder   bool   // every order of the project has its own
	Document   string // what it leaves in writing
	FormRow    string // the row of the paper form that it shares with others; empty = its own, by its title
	Opens      string // the kind of record whose form finishes it, see Opening; empty = none
	OpensWith  string // what that record begins with
}

// Purpose is what is made from a template.
type Purpose string

const (
	ForProjects  Purpose = "project"
	ForDocuments Purpose = "documents" // each step is a paper that is wanted
	ForMinutes   Purpose = "minutes"   // each step is a question
)

// Purposes are what templates are for.
var Purposes = []Purpose{ForProjects, ForDocuments, ForMinutes}

// Template is a way of working in stages (rule 2.7), a list of papers or of
// questions (rule 1.7): what is made from it is a copy, and what becomes of it
// later doesn't change that.
type Template struct {
	Meta
	Name    string
	NameEN  string
	Purpose Purpose
	Code    string // of a built-in one that records name; empty = by its name
	BuiltIn bool   // came with the program: it can be copied, not changed
	Brief   List   // codes of the project's fields that the brief shows, in their order
	Remark  string
}

// TemplateStage is one stage of a template.
type TemplateStage struct {
	Meta
	TemplateID int64
	StagePlan
}

// TemplateStep is one step of a stage of a template.
type TemplateStep struct {
	Meta
	TemplateID int64
	StageID    int64
	StepPlan
	Required bool // ForDocuments: the paper is wanted
	Form     PaperForm
	Copies   int64
}

// TemplateFields is the template's field table.
var TemplateFields = Fields[Template]{
	text("name", func(t *Template) *string { return &t.Name }).required().max(60),
	text("name_en", func(t *Template) *string { return &t.NameEN }).max(60),
	choice("purpose", Purposes, func(t *Template) *Purpose { return &t.Purpose }).kept(),
	text("code", func(t *Template) *string { return &t.Code }).kept(),
	flagField(Spec{Code: "built_in"}, func(t *Template) *bool { return &t.BuiltIn }).kept(),
	textField(Spec{Code: "brief", Kind: KindTags}, func(t *Template) *List { return &t.Brief }).max(1000).when(ownAct),
	note("remark", func(t *Template) *string { return &t.Remark }),
}

// TemplateStageFields is the field table of a template's stage.
var TemplateStageFields = append(Fields[TemplateStage]{
	reference("template_id", "template", func(s *TemplateStage) *int64 { return &s.TemplateID }),
}, stagePlanFields(func(s *TemplateStage) *StagePlan { return &s.StagePlan })...)

// TemplateStepFields is the field table of a template's step.
var TemplateStepFields = append(append(Fields[TemplateStep]{
	reference("template_id", "template", func(s *TemplateStep) *int64 { return &s.TemplateID }),
	reference("stage_id", "template_stage", func(s *TemplateStep) *int64 { return &s.StageID }),
}, stepPlanFields(func(s *TemplateStep) *StepPlan { return &s.StepPlan })...),
	flagField(Spec{Code: "required"}, func(s *TemplateStep) *bool { return &s.Required }).when(forPapers),
	choice("form", PaperForms, func(s *TemplateStep) *PaperForm { return &s.Form }).when(forPapers),
	number("copies", 1, 999, func(s *TemplateStep) *int64 { return &s.Copies }).when(forPapers),
)

// What a template is for, where its stages and steps say more than their names:
// the form of one asks for it then.
const (
	forWork   = string(ForProjects)
	forPapers = string(ForDocuments)
)

// reference is the field that says to which record of a table another belongs.
func reference[T any](code, of string, at func(*T) *int64) Field[T] {
	return ref(code, of, at).part().required().kept()
}

func stagePlanFields[T any](at func(*T) *StagePlan) Fields[T] {
	return Fields[T]{
		number("seq", 1, 999, func(t *T) *int64 { return &at(t).Seq }).kept(),
		text("name", func(t *T) *string { return &at(t).Name }).required().max(60).form(1),
		text("name_en", func(t *T) *string { return &at(t).NameEN }).max(60).form(2),
		text("phase", func(t *T) *string { return &at(t).Phase }).max(60).form(5).when(forWork),
		text("phase_en", func(t *T) *string { return &at(t).PhaseEN }).max(60).form(6).when(forWork),
		number("days", 0, 3650, func(t *T) *int64 { return &at(t).Days }).form(3).when(forWork),
		flagField(Spec{Code: "gate"}, func(t *T) *bool { return &at(t).Gate }).form(4).when(forWork),
	}
}

func stepPlanFields[T any](at func(*T) *StepPlan) Fields[T] {
	return Fields[T]{
		number("seq", 1, 9999, func(t *T) *int64 { return &at(t).Seq }).kept(),
		text("title", func(t *T) *string { return &at(t).Title }).required().max(120),
		text("title_en", func(t *T) *string { return &at(t).TitleEN }).max(120),
		choice("department", Departments, func(t *T) *string { return &at(t).Department }).open().max(60).when(forWork),
		choice("kind", StepKinds, func(t *T) *StepKind { return &at(t).Kind }).required().when(forWork),
		text("condition", func(t *T) *string { return &at(t).Condition }).max(200).when(forWork),
		choice("fact", StepFacts, func(t *T) *Fact { return &at(t).Fact }).when(forWork),
		choice("fills", FillableFields, func(t *T) *string { return &at(t).Fills }).when(forWork),
		number("reopens", 0, 999, func(t *T) *int64 { return &at(t).Reopens }).when(forWork),
		flagField(Spec{Code: "waits"}, func(t *T) *bool { return &at(t).Waits }).when(forWork),
		flagField(Spec{Code: "told"}, func(t *T) *bool { return &at(t).Told }).when(forWork),
		flagField(Spec{Code: "per_order"}, func(t *T) *bool { return &at(t).PerOrder }).when(forWork),
		text("document", func(t *T) *string { return &at(t).Document }).max(120).when(forWork),
		text("form_row", func(t *T) *string { return &at(t).FormRow }).max(120).when(forWork),
		choice("opens", Openable, func(t *T) *string { return &at(t).Opens }).when(forWork),
		text("opens_with", func(t *T) *string { return &at(t).OpensWith }).max(200).when(forWork),
	}
}

// StageTree is a stage of a template with its steps.
type StageTree struct {
	TemplateStage
	Steps []TemplateStep
}

// TemplateTree is a template with all that belongs to it.
type TemplateTree struct {
	Template
	Stages   []StageTree
	Projects int // that were made from it
}

// Renumber gives the stages and steps their places by their order; what a no
// reopens follows the stage where it went.
func (t *TemplateTree) Renumber() {
	moved := map[int64]int64{}
	for i := range t.Stages {
		if st := &t.Stages[i]; st.Seq != 0 {
			moved[st.Seq] = int64(i + 1)
		}
	}
	for i := range t.Stages {
		st := &t.Stages[i]
		st.Seq = int64(i + 1)
		for n := range st.Steps {
			step := &st.Steps[n]
			step.Seq = int64(n + 1)
			step.Reopens = moved[step.Reopens]
			setIfEmpty(&step.Kind, StepPlain)
		}
	}
}

// Check refuses a template that projects can't be made from.
func (t *TemplateTree) Check() error {
	if err := TemplateFields.Check(&t.Template); err != nil {
		return err
	}
	if len(t.Stages) == 0 {
		return At("stages", Refuse(RefusedRequired))
	}
	for _, code := range t.Brief.Items() {
		if _, ok := ProjectFields.ByCode(code); !ok {
			return At("brief", Refuse(RefusedOption, code))
		}
	}
	for i := range t.Stages {
		st := &t.Stages[i]
		st.TemplateID = max(t.ID, 1) // not known yet for a new one, and required
		if err := TemplateStageFields.Check(&st.TemplateStage); err != nil {
			return err
		}
		for n := range st.Steps {
			step := &st.Steps[n]
			step.TemplateID, step.StageID = st.TemplateID, max(st.ID, 1)
			if err := step.check(TemplateStepFields.Check(step), st.Seq); err != nil {
				return err
			}
		}
	}
	return nil
}

// check refuses a step whose parts don't go together.
func (s *StepPlan) check(err error, stage int64) error {
	switch {
	case err != nil:
		return err
	case s.Kind == StepAuto && s.Fact == "":
		return At("fact", Refuse(RefusedRequired))
	case s.Reopens > stage:
		return At("reopens", Refuse(RefusedStage, NumberText(s.Reopens)))
	}
	if err := s.checkOpening(); err != nil {
		return err
	}
	return CheckCondition(s.Condition)
}

// conditionFields are the project's fields that steps may depend on.
var conditionFields = []string{"form", "new_mould", "software", "software_feasible"}

// CheckCondition refuses what isn't a condition: a field of the project, a
// field with = or != and a value.
func CheckCondition(text string) error {
	if text == "" {
		return nil
	}
	code, _, _ := SplitCondition(text)
	if !slices.Contains(conditionFields, code) {
		return At("condition", &FieldError{Code: RefusedOption, Args: append([]string{text}, conditionFields...)})
	}
	return nil
}

// SplitCondition is a condition's field, its = or != and its value; only the field
// where that has to be filled in.
func SplitCondition(text string) (code, op, value string) {
	for _, op := range []string{"!=", "="} {
		if code, value, ok := strings.Cut(text, op); ok {
			return strings.TrimSpace(code), op, strings.TrimSpace(value)
		}
	}
	return strings.TrimSpace(text), "", ""
}

// Holds reports whether a step's condition holds for a project: new_mould=yes,
// form!=bare, or the field alone, which then has to be filled in.
func (p *Project) Holds(condition string) bool {
	if condition == "" {
		return true
	}
	code, op, value := SplitCondition(condition)
	f, ok := ProjectFields.ByCode(code)
	if !ok {
		return true
	}
	is := f.Get(p)
	switch op {
	case "=":
		return is == value
	case "!=":
		return is != value
	}
	return is != ""
}
