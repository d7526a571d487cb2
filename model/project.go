package model

import "fmt"

// The enumerations of a project (rule 1.6).
type (
	ProductForm  string
	YesNo        string // empty = not known
	ProjectState string
)

const (
	FormPCBA     ProductForm = "pcba"
	FormBare     ProductForm = "bare"
	FormFinished ProductForm = "finished"

	AnswerYes YesNo = "yes"
	AnswerNo  YesNo = "no"

	ProjectRunning   ProjectState = "running"
	ProjectOnHold    ProjectState = "on_hold"
	ProjectCancelled ProjectState = "cancelled"
	ProjectDone      ProjectState = "done" // every stage is
)

// ProjectStates are the states of a project.
var ProjectStates = []ProjectState{ProjectRunning, ProjectOnHold, ProjectDone, ProjectCancelled}

// Project is work for a customer that goes through stages: an OEM project
// OEM项目, or any other that a template describes (rule 1.6, 2.7).
type Project struct {
	Meta
	CustomerID int64
	TemplateID int64 // 0 = the template is gone
	Name       string
	Lead       string // 项目负责人
	Form       ProductForm
	NewMould   YesNo
	Software   string
	Feasible   YesNo // of the software
	Demands    string
	Terms      string // rule 2.5
	Currency   string // of the quote
	Quote      int64  // minor units, a piece
	LeadTime   int64  // days; 0 = not known
	Spec       string
	Brief      string
	Risks      string
	StartedOn  Date
	TargetOn   Date
	Remark     string

	State    ProjectState
	StateWhy string // on hold, cancelled
	StateOn  Date

	// Kept from the stages and items, whatever their day.
	Stage   int64 // seq of the current stage: the first not done; 0 = none
	StageOn Date  // since when it is the current one
	Round   int64 // 1.., counted up by every no that reopened a stage
	Blocked bool  // an item can't go on
	LateOn  Date  // the day from which on it is late if nothing is done; empty = there is none
}

// ProjectFields is the project's field table.
var ProjectFields = Fields[Project]{
	text("name", func(p *Project) *string { return &p.Name }).required().max(120).begins("who"),
	ofCustomer(func(p *Project) *int64 { return &p.CustomerID }),
	ref("template_id", "template", func(p *Project) *int64 { return &p.TemplateID }).kept(),
	text("lead", func(p *Project) *string { return &p.Lead }).max(60),
	choice("form", []ProductForm{FormPCBA, FormBare, FormFinished}, func(p *Project) *ProductForm { return &p.Form }).begins("want"),
	choice("new_mould", []YesNo{AnswerYes, AnswerNo}, func(p *Project) *YesNo { return &p.NewMould }).orUnknown(),
	note("software", func(p *Project) *string { return &p.Software }),
	choice("software_feasible", []YesNo{AnswerYes, AnswerNo}, func(p *Project) *YesNo { return &p.Feasible }).orUnknown(),
	note("demands", func(p *Project) *string { return &p.Demands }),
	note("spec", func(p *Project) *string { return &p.Spec }),
	text("terms", func(p *Project) *string { return &p.Terms }).begins("terms"),
	text("currency", func(p *Project) *string { return &p.Currency }).max(3),
	amount("quote", func(p *Project) *int64 { return &p.Quote }),
	number("lead_time", 0, 3650, func(p *Project) *int64 { return &p.LeadTime }),
	note("brief", func(p *Project) *string { return &p.Brief }).begins("project"),
	note("risks", func(p *Project) *string { return &p.Risks }),
	date("started_on", func(p *Project) *Date { return &p.StartedOn }),
	date("target_on", func(p *Project) *Date { return &p.TargetOn }).ahead(),
	note("remark", func(p *Project) *string { return &p.Remark }),
	choice("state", ProjectStates, func(p *Project) *ProjectState { return &p.State }).kept(),
	note("state_reason", func(p *Project) *string { return &p.StateWhy }).kept(),
	date("state_on", func(p *Project) *Date { return &p.StateOn }).kept(),
	number("stage", 0, 999, func(p *Project) *int64 { return &p.Stage }).kept(),
	date("stage_on", func(p *Project) *Date { return &p.StageOn }).kept(),
	number("round", 0, 99, func(p *Project) *int64 { return &p.Round }).kept(),
	flagField(Spec{Code: "blocked"}, func(p *Project) *bool { return &p.Blocked }).kept(),
	date("late_on", func(p *Project) *Date { return &p.LateOn }).kept(),
}

// Ordered is what an order of the project begins with: whose it is, on what
// terms, and a line of what was quoted, whose quantity is open.
func (p *Project) Ordered() (Order, []OrderLine) {
	o := Order{CustomerID: p.CustomerID, ProjectID: p.ID}
	if p.ID == 0 {
		return o, nil
	}
	if o.Terms = p.Terms; p.Quote == 0 {
		return o, nil
	}
	o.Currency = p.Currency
	return o, []OrderLine{{Name: p.Name, Currency: p.Currency, UnitPrice: p.Quote}}
}

// FillableFields are the codes of the project's fields that a step can settle.
var FillableFields = []string{"form", "new_mould", "software", "software_feasible", "demands", "spec", "terms",
	"quote", "lead_time", "brief", "risks", "lead"}

// Complete fills in what a new project takes from the settings: it starts
// today and runs.
func (p *Project) Complete(c *Customer, s Settings, today Date) {
	setIfEmpty(&p.State, ProjectRunning)
	setIfEmpty(&p.Currency, c.Currency)
	setIfEmpty(&p.Currency, s.Currency)
	setIfEmpty(&p.Terms, c.Terms)
	if p.StartedOn == "" && p.TargetOn == "" {
		p.StartedOn = today
	}
	p.Round = max(p.Round, 1)
}

// Check refuses a project that can't be kept.
func (p *Project) Check() error {
	if err := ProjectFields.Check(p); err != nil {
		return err
	}
	switch {
	case p.Currency != "" && !IsCurrency(p.Currency):
		return At("currency", Refuse(RefusedCurrency, p.Currency))
	case p.StartedOn != "" && p.TargetOn != "" && p.TargetOn < p.StartedOn:
		return At("target_on", Refuse(RefusedOrder, string(p.TargetOn), string(p.StartedOn)))
	}
	if p.Terms != "" {
		if _, err := ParseTerms(p.Terms); err != nil {
			return At("terms", err)
		}
	}
	return nil
}

// Works reports whether the project goes on: neither on hold, nor cancelled,
// nor done.
func (p *Project) Works() bool { return p.State == ProjectRunning }

// AmbiguousProjectError names the projects that a text could mean. It is an
// ErrAmbiguous.
type AmbiguousProjectError struct {
	Text     string
	Projects []Project // some of them
}

func (e *AmbiguousProjectError) Error() string { return fmt.Sprintf("%q: %v", e.Text, ErrAmbiguous) }

func (e *AmbiguousProjectError) Unwrap() error { return ErrAmbiguous }
