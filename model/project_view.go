package model

import (
	"slices"
	"strconv"
)

// ProjectsView is the list of projects, by the stage that they have reached and
// since when; a list for scripts leaves nothing out, what is over neither.
var ProjectsView = View[ProjectRow]{
	Record:  RowOfProject,
	Meta:    metaOfProject,
	Columns: slices.Concat(projectColumns(), projectStanding(), projectRow(), Instants(metaOfProject)),
	Usual:   []string{"name", "customer_id", "template_id", "stages", "stage", "days_in_stage", "owed", "target_on", "state"},
	Sort:    "-stage,stage_on",
	Sorts:   map[string]string{SortPressing: "-blocked,late_on,stage_on"},
	Shelf:   "over",
	Mixed:   true,
	Presets: []Preset{
		{Code: "pressing", Filters: on("pressing"), Sort: "-blocked,late_on,stage_on"},
		{Code: "running", Filters: []Filter{{Field: "state", Op: OpIs, Value: string(ProjectRunning)}}},
		{Code: "resting", Filters: []Filter{{Field: "state", Op: OpNot, Value: string(ProjectRunning)}}, Sort: "-state_on"},
	},
}

// SortPressing orders projects by how pressing they are: the blocked ones, then
// those that are late the longest, then those that will be first.
const SortPressing = "pressing"

// ProjectRow is a project as a list shows it.
type ProjectRow struct {
	Project
	Customer   string
	Template   string
	TemplateEN string
	Now        ProjectView
	Late       int // open items of the current stage past their date
}

// ProjectOf is a project with all that its page shows.
type ProjectOf struct {
	ProjectTree
	Now    ProjectView
	Notes  []ItemNote // the newest first
	Orders []OrderOf  // the oldest first
}

func metaOfProject(p *ProjectRow) *Meta { return &p.Meta }

func projectColumns() []Column[ProjectRow] {
	columns := Lift(ProjectFields, func(p *ProjectRow) *Project { return &p.Project })
	columns = named(columns, "customer_id", RowOfCustomer, func(p *ProjectRow) string { return p.Customer })
	columns = named(columns, "template_id", "template", func(p *ProjectRow) string { return p.Template })
	return with(columns, "stage", func(c *Column[ProjectRow]) { c.Tone = projectTone })
}

// projectTone: something of a project is late, or can't go on.
func projectTone(p *ProjectRow, _ AsOf) Tone {
	if slices.ContainsFunc(p.Now.Stages, func(s StageView) bool { return s.Cell == CellLate || s.Cell == CellBlocked }) {
		return ToneLate
	}
	return TonePlain
}

// projectStanding is how a project stands on the day.
func projectStanding() []Column[ProjectRow] {
	none := func(*ProjectRow, AsOf) string { return "" }
	current := func(p *ProjectRow, of func(*ProjectView) any) any {
		if p.Now.Current < 0 {
			return nil
		}
		return of(&p.Now)
	}
	return []Column[ProjectRow]{
		{
			Spec: Spec{Code: "stage_name", Kind: KindText, Kept: true}, Inner: true, Get: none,
			JSON: func(p *ProjectRow, _ AsOf) any {
				return current(p, func(v *ProjectView) any { return v.Stages[v.Current].Name })
			},
		},
		{
			Spec: Spec{Code: "days_in_stage", Kind: KindNumber, Kept: true},
			Get: func(p *ProjectRow, _ AsOf) string {
				if p.Now.Current < 0 {
					return ""
				}
				return strconv.Itoa(p.Now.Days)
			},
			JSON: func(p *ProjectRow, _ AsOf) any { return current(p, func(v *ProjectView) any { return v.Days }) },
		},
		{
			Spec: Spec{Code: "owed", Kind: KindTags, Options: Departments, Open: true, Kept: true},
			Get:  func(p *ProjectRow, _ AsOf) string { return string(owing(&p.Now)) },
			SQL:  owingSQL,
			JSON: func(p *ProjectRow, _ AsOf) any { return owedBy(&p.Now) },
		},
		{
			Spec: Spec{Code: "stages", Kind: KindText, Kept: true}, Inner: true, Get: none,
			JSON: func(p *ProjectRow, _ AsOf) any { return stagesJSON(&p.Now) },
		},
	}
}

// owing is which departments have open items in the current stage.
func owing(v *ProjectView) List {
	var departments []string
	for _, o := range v.Owed {
		if o.Department != "" {
			departments = append(departments, o.Department)
		}
	}
	slices.Sort(departments)
	return ListOf(slices.Compact(departments)...)
}

// owingSQL is the same of a project r: of the items that are open on the day, in
// the latest round of their stage, those of the first stage that has any.
func owingSQL(at AsOf) string {
	const item = "project_stage st CROSS JOIN project_item i ON i.stage_id = st.id WHERE st.project_id = r.id"
	open := " AND i.state <> 'na' AND (i.state <> 'done' OR i.done_on > " + day(at.Today) + ")" +
		" AND max(i.round, 1) = (SELECT max(max(l.round, 1)) FROM project_item l WHERE l.stage_id = st.id)"
	first := "(SELECT st.seq FROM " + item + open + " ORDER BY st.seq LIMIT 1)"
	return "(SELECT coalesce(group_concat(d, char(10)), '') FROM (SELECT DISTINCT i.department d FROM " + item +
		" AND st.seq = " + first + open + " AND i.department <> '' ORDER BY d))"
}

// projectRow is what a list asks of a project.
func projectRow() []Column[ProjectRow] {
	return []Column[ProjectRow]{
		test("over", func(p *ProjectRow, _ AsOf) bool { return p.State == ProjectDone || p.State == ProjectCancelled },
			func(AsOf) string { return "r.state IN ('done', 'cancelled')" }),
		test("pressing", func(p *ProjectRow, at AsOf) bool { return p.Blocked || p.LateOn != "" && p.LateOn <= at.Today },
			func(at AsOf) string {
				return "(r.blocked = 1 OR r.late_on <> '' AND r.late_on <= " + day(at.Today) + ")"
			}),
	}
}
