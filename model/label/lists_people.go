package label

import (
	"strings"

	"genjin/model"
)

// Contacts is the list of contacts.
var Contacts = List[model.ContactOf]{
	View: &model.ContactView, Kind: model.ExportContacts, Document: model.DocumentContacts,
	Heads: map[string]word{"customer_id": of("客户", "Customer"), "archived": of("客户已归档", "customer archived")},
}

// Market is the list of market notes.
var Market = List[model.MarketNoteOf]{View: &model.MarketNoteView, Kind: model.ExportMarket}

// Journal is the list of journal entries.
var Journal = List[model.Case]{
	View: &model.JournalView, Kind: model.ExportJournal, Document: model.DocumentJournal,
	Heads: map[string]word{"archived": of("客户已归档", "customer archived"), "open": of("待处理", "open case")},
	Texts: map[string]func(*model.Case, model.AsOf, Lang) string{
		"kind": func(c *model.Case, _ model.AsOf, l Lang) string {
			e := &c.Entry
			kind := Option(model.RowOfJournal, "kind", string(e.Kind), l)
			if e.Outcome == model.NotReached {
				kind = Option(model.RowOfJournal, "outcome", string(e.Outcome), l)
			}
			if e.Status == model.CaseOpen {
				kind += " " + Option(model.RowOfJournal, "case_status", string(e.Status), l)
			}
			return kind
		},
	},
}

// Projects is the list of OEM projects.
var Projects = List[model.ProjectRow]{
	View: &model.ProjectsView, Kind: model.ExportProjects,
	Heads: map[string]word{
		"stage_name": of("阶段名称", "Stage name"), "days_in_stage": of("阶段天数", "Days in stage"), "owed": of("责任", "Owed by"),
		"stages": of("阶段进度", "Stages"), "over": of("已结束", "over"), "pressing": of("受阻或超期", "blocked or late"),
	},
	Texts: map[string]func(*model.ProjectRow, model.AsOf, Lang) string{
		"template_id": templateName, "stage": stageName, "stages": stageSigns,
		"days_in_stage": func(p *model.ProjectRow, _ model.AsOf, l Lang) string { return StageDays(&p.Now, l) },
		"owed":          func(p *model.ProjectRow, _ model.AsOf, l Lang) string { return whoOwes(p, pick(l, "、", ", "), l) },
		"state": func(p *model.ProjectRow, _ model.AsOf, l Lang) string {
			state := Option(model.RowOfProject, "state", string(p.State), l)
			if p.StateWhy != "" {
				state += pick(l, ":", ": ") + p.StateWhy
			}
			return state
		},
	},
	Written: map[string]func(*model.ProjectRow, model.AsOf, Lang) string{
		"template_id": templateName, "stage": stageName,
		"owed": func(p *model.ProjectRow, _ model.AsOf, l Lang) string { return whoOwes(p, ", ", l) },
	},
}

func templateName(p *model.ProjectRow, _ model.AsOf, l Lang) string {
	return Either(p.Template, p.TemplateEN, l)
}

func stageName(p *model.ProjectRow, _ model.AsOf, l Lang) string { return Stage(&p.Now, l) }

func whoOwes(p *model.ProjectRow, and string, l Lang) string {
	var all []string
	for _, o := range p.Now.Owed {
		all = append(all, Owed(o, l))
	}
	return strings.Join(all, and)
}

// cellSigns are the stages of a project in one word: a sign a stage.
var cellSigns = map[model.Cell]string{
	model.CellDone: "#", model.CellDoing: "+", model.CellLate: "!", model.CellBlocked: "x", model.CellToCome: ".",
}

func stageSigns(p *model.ProjectRow, _ model.AsOf, _ Lang) string {
	var bar strings.Builder
	for i := range p.Now.Stages {
		bar.WriteString(cellSigns[p.Now.Stages[i].Cell])
	}
	return bar.String()
}

// Queue is what the rows of Today can be narrowed down to.
var Queue = List[model.Row]{
	View: &model.QueueView, Kind: "today",
	Heads: map[string]word{"grade": of("客户等级", "Grade"), "days_late": of("迟几天", "Days late")},
}
