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
	},
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
			Spec: Spec{Code: "owed", Kind: KindText, Kept: true}, Get: none,
			JSON: func(p *ProjectRow, _ AsOf) any { return owedBy(&p.Now) },
		},
		{
			Spec: Spec{Code: "stages", Kind: KindText, Kept: true}, Inner: true, Get: none,
			JSON: func(p *ProjectRow, _ AsOf) any { return stagesJSON(&p.Now) },
		},
	}
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
