package oem

import (
	"context"
	"fmt"
	"strings"

	tea "charm.land/bubbletea/v2"

	"genjin/model"
	"genjin/model/label"

	"genjin/tui/ask"
	"genjin/tui/kit"
)

// filter is what the projects are narrowed down to; nothing chosen is all.
type filter struct {
	template int64
	name     string // of the template
	form     string
	mould    string
	owed     string // department
	lead     string
	pressing bool
}

func (f filter) set() bool { return f != filter{} }

// query is what a section asks for.
func (s *Screen) query(of section) model.ProjectQuery {
	q := model.ProjectQuery{Search: s.search.Text(), Sort: s.order.code, Desc: s.order.desc, Owed: s.filter.owed, Pressing: s.filter.pressing}
	q.States = []string{string(model.ProjectRunning)}
	if of == closed {
		q.States = []string{string(model.ProjectOnHold), string(model.ProjectDone), string(model.ProjectCancelled)}
		q.Owed, q.Pressing = "", false
		if q.Sort == model.SortPressing {
			q.Sort, q.Desc = "state_on", true
		}
	}
	is := func(field, value string) {
		if value != "" {
			q.Filters = append(q.Filters, model.Filter{Field: field, Op: model.OpIs, Value: value})
		}
	}
	if s.filter.template != 0 {
		is("template_id", model.NumberText(s.filter.template))
	}
	is("form", s.filter.form)
	is("new_mould", s.filter.mould)
	if s.filter.lead != "" {
		q.Filters = append(q.Filters, model.Filter{Field: "lead", Op: model.OpContains, Value: s.filter.lead})
	}
	return q
}

// filterWords says what the projects are narrowed down to.
func (s *Screen) filterWords() string {
	l, f, w := s.words.Lang, s.filter, s.words.OEM
	var parts []string
	add := func(text string) {
		if text != "" {
			parts = append(parts, text)
		}
	}
	if f.pressing {
		add(w.OnlyPressing)
	}
	add(f.name)
	add(label.Option("project", "form", f.form, l))
	if f.mould != "" {
		add(s.title("new_mould") + " " + label.Option("project", "new_mould", f.mould, l))
	}
	if f.owed != "" {
		add(fmt.Sprintf(w.OwedBy, label.Option("project_item", "department", f.owed, l)))
	}
	add(f.lead)
	return strings.Join(parts, "  ")
}

// askFilter reads the templates and opens the form.
func (s *Screen) askFilter() tea.Cmd {
	return func() tea.Msg {
		list, err := s.store.Templates(context.Background())
		if err != nil {
			return kit.Failed{Op: s.words.OEM.Filter, Err: err}
		}
		return s.filterForm(list)()
	}
}

func (s *Screen) filterForm(list []model.Template) tea.Cmd {
	w, env := s.words.OEM, ask.FieldEnv{Lang: s.words.Lang, Today: s.today, Own: s.env.Own}
	now := model.Project{Form: model.ProductForm(s.filter.form), NewMould: model.YesNo(s.filter.mould), Lead: s.filter.lead}
	item := model.ProjectItem{StepPlan: model.StepPlan{Department: s.filter.owed}}
	template := kit.Field{Code: "template", Label: s.title("template_id"), Kind: kit.ChoiceField, Options: []kit.Option{{Label: w.All}}}
	for _, t := range list {
		template.Options = append(template.Options, kit.Option{Code: model.NumberText(t.ID), Label: label.Either(t.Name, t.NameEN, s.words.Lang)})
	}
	if s.filter.template != 0 {
		template.Value = model.NumberText(s.filter.template)
	}
	pressing := kit.Field{Code: "pressing", Label: w.Pressing, Kind: kit.ChoiceField,
		Options: []kit.Option{{Label: w.All}, {Code: "1", Label: w.OnlyPressing}}}
	if s.filter.pressing {
		pressing.Value = "1"
	}
	all := func(f kit.Field) kit.Field {
		f.Options, f.Optional = append([]kit.Option{{Label: w.All}}, f.Options...), false
		return f
	}
	project := ask.FieldsOf("project", model.ProjectFields, &now, env, "form", "new_mould", "lead")
	owed := ask.FieldsOf("project_item", model.ProjectItemFields, &item, env, "department")[0]
	owed.Label = w.Owed
	var p *kit.Prompt
	p = kit.NewPrompt(s.env, w.FilterTitle, []kit.Field{pressing, template, all(owed), all(project[0]), all(project[1]), project[2]},
		func(v map[string]string) tea.Cmd {
			f := filter{form: v["form"], mould: v["new_mould"], owed: v["department"], lead: model.Clean(v["lead"]), pressing: v["pressing"] != ""}
			for _, t := range list {
				if model.NumberText(t.ID) == v["template"] {
					f.template, f.name = t.ID, label.Either(t.Name, t.NameEN, s.words.Lang)
				}
			}
			return kit.Close(p, s.setFilter(f))
		})
	return kit.Open(p)
}

func (s *Screen) setFilter(f filter) tea.Cmd {
	s.filter = f
	return s.narrow()
}

// narrow reads the projects anew after the search, the filter or the order
// changed.
func (s *Screen) narrow() tea.Cmd {
	if s.section == waiting || s.section == templates {
		s.section = running
	}
	s.running.FromTop()
	s.closed.FromTop()
	s.setEmpty()
	return tea.Batch(s.load(running), s.load(closed), s.loadBoards())
}

func (s *Screen) find(string) tea.Cmd { return s.narrow() }

func (s *Screen) startTyping() tea.Cmd {
	if s.section == waiting || s.section == templates {
		s.section = running
	}
	s.search.Start()
	return nil
}

// order is by which field the projects are ordered.
type order struct {
	code string
	desc bool
}

// orders are those that are offered; latest begin with the newest.
var (
	orders = []string{model.SortPressing, "name", "customer_id", "lead", "stage", "stage_on", "started_on", "target_on", "updated_at"}
	latest = map[string]bool{"stage": true, "started_on": true, "updated_at": true}
)

// askOrder is the menu of orders; the one in use again turns it round.
func (s *Screen) askOrder() tea.Cmd {
	w := s.words.OEM
	var menu []kit.Action
	for _, code := range orders {
		name := label.Field("project", code, s.words.Lang)
		if code == model.SortPressing {
			name = w.PressingFirst
		}
		if code == s.order.code && code != model.SortPressing {
			mark := s.words.Customers.Ascending
			if s.order.desc {
				mark = s.words.Customers.Descending
			}
			name += "  " + mark
		}
		menu = append(menu, kit.Action{ID: "order." + code, Name: name, Do: func() tea.Cmd { return s.orderBy(code) }})
	}
	return kit.Open(kit.NewMenu(s.env, s.words.Customers.Sort, menu))
}

func (s *Screen) orderBy(code string) tea.Cmd {
	if code == s.order.code && code != model.SortPressing {
		s.order.desc = !s.order.desc
	} else {
		s.order = order{code, latest[code]}
	}
	return s.narrow()
}

// setEmpty says what would fill the empty lists.
func (s *Screen) setEmpty() {
	s.running.SetEmpty(s.emptyText())
	s.closed.SetEmpty(s.words.OEM.NoClosed)
	if s.search.Text() != "" {
		s.closed.SetEmpty(fmt.Sprintf(s.words.OEM.NotFound, s.search.Text()))
	}
	s.waiting.SetEmpty(s.words.OEM.NoWaiting)
	s.templates.SetEmpty("")
}

func (s *Screen) emptyText() string {
	w := s.words.OEM
	switch {
	case s.search.Text() != "":
		return fmt.Sprintf(w.NotFound, s.search.Text())
	case s.filter.set():
		return fmt.Sprintf(w.NothingLeft, s.filterWords())
	}
	return w.None
}
