package model

import "encoding/json"

// stageJSON is how a stage stands, as scripts read it.
type stageJSON struct {
	Seq       int64  `json:"seq"`
	Name      string `json:"name"`
	NameEN    string `json:"name_en"`
	State     Cell   `json:"state"`
	Round     int64  `json:"round"`
	Done      int    `json:"done"`
	Of        int    `json:"of"`
	Percent   int    `json:"percent"`
	Days      int64  `json:"planned_days"`
	EnteredOn *Date  `json:"entered_on"`
	DueOn     *Date  `json:"due_on"`
	DoneOn    *Date  `json:"done_on"`
}

// owedBy is who has open items in the current stage.
func owedBy(v *ProjectView) []owedJSON {
	owes := []owedJSON{}
	for _, o := range v.Owed {
		owes = append(owes, owedJSON(o))
	}
	return owes
}

type owedJSON struct {
	Department string `json:"department"`
	Person     string `json:"person"`
	Items      int    `json:"items"`
	Late       int    `json:"late"`
}

func dateOrNull(d Date) *Date {
	if d == "" {
		return nil
	}
	return &d
}

func stagesJSON(v *ProjectView) []stageJSON {
	list := []stageJSON{}
	for i := range v.Stages {
		s := &v.Stages[i]
		list = append(list, stageJSON{
			s.Seq, s.Name, s.NameEN, s.Cell, s.Round, s.Done, s.Of, s.Percent(), s.Days,
			dateOrNull(s.EnteredOn), dateOrNull(s.DueOn), dateOrNull(s.DoneOn),
		})
	}
	return list
}

// standingJSON is how a project stands, as further members of its object.
func standingJSON(v *ProjectView, template string) *object {
	var more object
	if v.Current >= 0 {
		more.put("stage_name", v.Stages[v.Current].Name)
		more.put("days_in_stage", v.Days)
	} else {
		more.put("stage_name", nil)
		more.put("days_in_stage", nil)
	}
	more.put("template", template)
	more.put("owed", owedBy(v))
	more.put("stages", stagesJSON(v))
	return &more
}

// ProjectOfJSON is a project with its items and its history.
func ProjectOfJSON(p *ProjectOf) json.RawMessage {
	more := standingJSON(&p.Now, p.Template)
	name := func(int64) string { return p.Customer }
	items, notes, orders := []json.RawMessage{}, []json.RawMessage{}, []json.RawMessage{}
	for n := range p.Stages {
		for i := range p.Stages[n].Items {
			it := &p.Stages[n].Items[i]
			var stage object
			stage.put("stage", p.Stages[n].Seq)
			items = append(items, addMembers(JSON(ProjectItemFields, it, it.Meta, name), &stage))
		}
	}
	for i := range p.Notes {
		notes = append(notes, JSON(ItemNoteFields, &p.Notes[i], p.Notes[i].Meta, name))
	}
	for i := range p.Orders {
		o := &p.Orders[i]
		orders = append(orders, JSON(OrderFields, &o.Order, o.Meta, name))
	}
	more.put("orders", orders)
	more.put("items", items)
	more.put("history", notes)
	return addMembers(JSON(ProjectFields, &p.Project, p.Meta, name), more)
}
