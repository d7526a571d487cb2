package oem

import (
	"context"
	"fmt"
	"strconv"

	tea "charm.land/bubbletea/v2"
	"charm.land/lipgloss/v2"

	"genjin/model"
	"genjin/model/label"

	"genjin/tui/ask"
	"genjin/tui/kit"
)

// templateColumns are what a template is called, how large it is, how many
// projects were made from it, and whether it came with the program.
func (s *Screen) templateColumns() []kit.Column[model.TemplateTree] {
	w := s.words.OEM
	number := func(code, title string, n func(model.TemplateTree) int) kit.Column[model.TemplateTree] {
		return kit.Column[model.TemplateTree]{Code: code, Title: title, Min: max(6, kit.Width(title)), Right: true,
			Cell: func(t model.TemplateTree) string { return strconv.Itoa(n(t)) }}
	}
	return []kit.Column[model.TemplateTree]{
		{Code: "name", Title: label.Field("template", "name", s.words.Lang), Min: 20, Max: 40, Weight: 1, Cell: s.templateName},
		{Code: "purpose", Title: label.Field("template", "purpose", s.words.Lang), Min: 10, Max: 18, Weight: 1, Drop: 1,
			Cell: func(t model.TemplateTree) string {
				return label.Option("template", "purpose", string(t.Purpose), s.words.Lang)
			}},
		number("stages", w.StagesCount, func(t model.TemplateTree) int { return len(t.Stages) }),
		number("steps", w.ItemsCount, func(t model.TemplateTree) int {
			n := 0
			for _, st := range t.Stages {
				n += len(st.Steps)
			}
			return n
		}),
		number("days", w.DaysCount, func(t model.TemplateTree) int {
			n := int64(0)
			for _, st := range t.Stages {
				n += st.Days
			}
			return int(n)
		}),
		number("projects", w.ProjectsCount, func(t model.TemplateTree) int { return t.Projects }),
		{Code: "built_in", Title: w.From, Min: max(8, kit.Width(w.From), kit.Width(w.BuiltIn)), Cell: func(t model.TemplateTree) string {
			if t.BuiltIn {
				return w.BuiltIn
			}
			return w.OwnTemplate
		}, Style: func(model.TemplateTree) *lipgloss.Style { return &s.env.Styles.Dim }},
	}
}

func (s *Screen) templateName(t model.TemplateTree) string {
	return label.Either(t.Name, t.NameEN, s.words.Lang)
}

// templateActions are what can be done with a template as a whole.
func (s *Screen) templateActions(t model.TemplateTree) []kit.Action {
	w := s.words.OEM
	why := s.lockedWhy(t)
	return []kit.Action{
		{ID: "template.copy", Keys: []string{"c", "f3"}, Name: w.CopyTemplate, Hint: true, Menu: true,
			Do: func() tea.Cmd { return s.copyTemplate(t) }},
		{ID: "template.edit", Keys: []string{"E", "ctrl+e"}, Name: w.EditTemplate, Menu: true, Why: why,
			Do: func() tea.Cmd { return s.editTemplate(t) }},
		{ID: "template.remove", Keys: []string{"d", "delete"}, Name: w.RemoveTemplate, Menu: true, Why: why, Do: func() tea.Cmd {
			return kit.Write(fmt.Sprintf(w.RemovedTemplate, s.templateName(t)), func(ctx context.Context) error {
				return s.store.RemoveTemplate(ctx, t.ID)
			})
		}},
	}
}

// lockedWhy says why a template can't be changed; "" when it can.
func (s *Screen) lockedWhy(t model.TemplateTree) string {
	if t.BuiltIn {
		return s.words.OEM.CopyFirst
	}
	return ""
}

// copied says which template a copy was kept as.
type copied struct{ id int64 }

// copyTemplate asks for the copy's name and opens it.
func (s *Screen) copyTemplate(t model.TemplateTree) tea.Cmd {
	w := s.words.OEM
	return kit.Open(ask.Form(s.stand(), ask.Act[model.Template]{
		Title: fmt.Sprintf(w.CopyTitle, s.templateName(t)), Draft: fmt.Sprintf("template/%d/copy", t.ID),
		Record: "template", Table: model.TemplateFields, Codes: []string{"name"}, Start: model.Template{Name: fmt.Sprintf(w.CopyName, t.Name)},
		Keep: func(ctx context.Context, fresh model.Template, _ string) (ask.Done, error) {
			kept, err := s.store.CopyTemplate(ctx, t.ID, fresh.Name)
			return ask.Done{Said: fmt.Sprintf(w.Added, kept.Name), First: copied{kept.ID}}, err
		},
	}))
}

func (s *Screen) stand() ask.Stand { return ask.Stand{Env: s.env, Words: s.words, Store: s.store} }

func (s *Screen) fieldEnv() ask.FieldEnv {
	return ask.FieldEnv{Lang: s.words.Lang, Today: s.store.Today(), Own: s.env.Own}
}

// editTemplate is the form of a template's own fields; what its brief shows is
// ticked in a list of its own.
func (s *Screen) editTemplate(t model.TemplateTree) tea.Cmd {
	return kit.Open(ask.Form(s.stand(), ask.Act[model.Template]{
		Title: fmt.Sprintf(s.words.OEM.EditTemplateTitle, s.templateName(t)), Draft: fmt.Sprintf("template/%d", t.ID),
		Record: "template", Table: model.TemplateFields, Start: t.Template,
		Keep: func(ctx context.Context, changed model.Template, _ string) (ask.Done, error) {
			whole := t
			whole.Template = changed
			return s.keepTemplate(ctx, whole, changed.Name)
		},
	}))
}

// keepTemplate keeps a changed template and says what was saved.
func (s *Screen) keepTemplate(ctx context.Context, t model.TemplateTree, what string) (ask.Done, error) {
	_, err := s.store.SaveTemplate(ctx, t)
	return ask.Done{Said: fmt.Sprintf(s.words.OEM.Saved, what)}, err
}

// askBrief is the checklist of the project's fields that the brief shows.
func (s *Screen) askBrief(t model.TemplateTree) tea.Cmd {
	on := map[string]bool{}
	var items []kit.CheckItem
	add := func(code string, ticked bool) {
		if !on[code] && code != "currency" {
			on[code] = true
			items = append(items, kit.CheckItem{Code: code, Label: label.Field("project", code, s.words.Lang), On: ticked})
		}
	}
	for _, code := range t.Brief.Items() {
		add(code, true)
	}
	for _, f := range model.ProjectFields {
		if !f.Kept {
			add(f.Code, false)
		}
	}
	c := kit.NewChecklist(s.env, s.words.OEM.Brief, items, true)
	c.OnDone = func(codes []string) tea.Cmd {
		changed := t
		changed.Brief = model.ListOf(codes...)
		return kit.Write(fmt.Sprintf(s.words.OEM.Saved, t.Name), func(ctx context.Context) error {
			_, err := s.keepTemplate(ctx, changed, t.Name)
			return err
		})
	}
	return kit.Open(c)
}
