package oem

import (
	"fmt"
	"slices"
	"strings"

	"genjin/model"
	"genjin/model/label"
	"genjin/tui/kit"
)

// fill draws what is known beside the checklist: of the chosen item, of the
// project, and what happened.
func (p *projectPage) fill() {
	if p.shown.ID == 0 {
		return
	}
	_, box := p.spread().Boxes()
	w := p.s.words.OEM
	var sections []kit.Section
	if l, ok := p.table.Selected(); ok && l.item != nil {
		if lines := p.itemFacts(l.item, box.W); len(lines) > 0 {
			sections = append(sections, kit.Section{Title: label.Either(l.item.Title, l.item.TitleEN, p.s.words.Lang), Lines: lines})
		}
	}
	sections = append(sections, kit.Section{Title: w.Facts, Lines: p.projectFacts(box.W)})
	if lines := p.orders(box.W); len(lines) > 0 {
		sections = append(sections, kit.Section{Title: w.Orders, Lines: lines})
	}
	sections = append(sections, p.history(box.W)...)
	p.facts.SetContent(nil, sections)
}

// inTable are the item's fields that the checklist shows.
var inTable = []string{"title", "title_en", "kind", "round", "order_no", "filled", "department", "person",
	"planned_on", "done_on", "progress", "answer", "state"}

// planOnly are the fields that say how the template meant the item.
var planOnly = []string{"seq", "fact", "fills", "reopens", "waits", "told", "per_order", "form_row", "project_id",
	"customer_id", "stage_id"}

func (p *projectPage) itemFacts(it *model.ProjectItem, w int) []string {
	var pairs []kit.Pair
	for _, f := range model.ProjectItemFields {
		if slices.Contains(inTable, f.Code) || slices.Contains(planOnly, f.Code) {
			continue
		}
		value := p.s.words.Show("project_item", f.Spec, f.Get(it), "")
		switch f.Code {
		case "condition":
			value = label.Condition(it.Condition, p.s.words.Lang)
		case "opens":
			value = label.Opening(&it.StepPlan, p.s.words.Lang)
		case "opens_with": // said with what it opens
			continue
		}
		pairs = append(pairs, kit.Pair{Label: label.Field("project_item", f.Code, p.s.words.Lang), Value: value})
	}
	return kit.Pairs(p.s.env, w, pairs)
}

// projectFacts are the project's fields that are filled in.
func (p *projectPage) projectFacts(w int) []string {
	pairs := []kit.Pair{{Label: p.s.words.Today.Customer, Value: p.shown.Customer}}
	for _, f := range model.ProjectFields {
		if f.Kept && f.Code != "state_reason" || f.Kind == model.KindRef || f.Code == "currency" || f.Code == "name" {
			continue
		}
		value := p.s.words.Show("project", f.Spec, f.Get(&p.shown.Project), p.shown.Currency)
		if past := label.PastTarget(&p.shown.Now, p.shown.TargetOn, p.s.words.Lang); past != "" && f.Code == "target_on" {
			value += "  " + past
		}
		pairs = append(pairs, kit.Pair{Label: p.s.title(f.Code), Value: value})
	}
	return kit.Pairs(p.s.env, w, pairs)
}

// orders are the project's orders, a line each.
func (p *projectPage) orders(w int) []string {
	var lines []string
	for i := range p.shown.Orders {
		lines = append(lines, p.s.clerk.Line(&p.shown.Orders[i], w))
	}
	return lines
}

// history is what was noted, the newest first; after a decision was a no, by
// round, each with what was done in it.
func (p *projectPage) history(w int) []kit.Section {
	last := p.shown.Now.Round
	if last < 2 {
		return []kit.Section{{Title: p.s.words.OEM.History, Lines: p.notes(w, p.shown.Notes)}}
	}
	var sections []kit.Section
	for round := last; round >= 1; round-- {
		notes := slices.DeleteFunc(slices.Clone(p.shown.Notes), func(n model.ItemNote) bool { return max(n.Round, 1) != round })
		lines := p.earlier(w, round)
		if len(notes) > 0 || len(lines) == 0 {
			lines = append(lines, p.notes(w, notes)...)
		}
		sections = append(sections, kit.Section{Title: fmt.Sprintf(p.s.words.OEM.HistoryOf, round), Lines: lines})
	}
	return sections
}

// notes draws lines of the history: when, of what, what, and why.
func (p *projectPage) notes(w int, notes []model.ItemNote) []string {
	st, l := p.s.env.Styles, p.s.words.Lang
	if len(notes) == 0 {
		return []string{st.Dim.Render(kit.Fit(p.s.words.OEM.NoNotes, w))}
	}
	var lines []string
	for i := range notes {
		n := &notes[i]
		when := label.Short(string(n.NotedOn), p.s.today)
		what := label.Option("item_note", "kind", string(n.Kind), l)
		if n.Kind == model.NoteProgress {
			what += fmt.Sprintf(" %d%%", n.Progress)
		}
		text := strings.TrimSpace(p.itemName(n.ItemID) + "  " + what)
		if n.Text != "" {
			text += "  " + p.s.words.Note(n.Text)
		}
		indent := kit.Width(when) + 1
		for k, part := range kit.Wrap(text, max(w-indent, 8)) {
			head := strings.Repeat(" ", indent)
			if k == 0 {
				head = st.Label.Render(when) + " "
			}
			style := &st.Row
			if n.Kind == model.NoteNo || n.Kind == model.NoteBlock {
				style = &st.Warn
			}
			lines = append(lines, head+style.Render(part))
		}
	}
	return lines
}

// itemName is how an item of any round is called.
func (p *projectPage) itemName(id int64) string {
	if _, it := p.shown.Find(id); it != nil {
		return label.Either(it.Title, it.TitleEN, p.s.words.Lang)
	}
	return ""
}

// earlier are the items of a round that is past, as they were left.
func (p *projectPage) earlier(w int, round int64) []string {
	st, l := p.s.env.Styles, p.s.words.Lang
	var lines []string
	for n := range p.shown.Now.Stages {
		for i := range p.shown.Now.Stages[n].Earlier {
			it := &p.shown.Now.Stages[n].Earlier[i]
			if max(it.Round, 1) != round || it.State == model.ItemNA {
				continue
			}
			text := marks[it.State] + " " + label.Either(it.Title, it.TitleEN, l)
			if it.Answer != "" {
				text += ": " + label.Option("project_item", "answer", string(it.Answer), l)
			} else if it.Progress > 0 {
				text += fmt.Sprintf("  %d%%", it.Progress)
			}
			if it.DoneOn != "" {
				text += "  " + label.Short(string(it.DoneOn), p.s.today)
			}
			lines = append(lines, st.Dim.Render(kit.Fit(text, w)))
		}
	}
	return lines
}
