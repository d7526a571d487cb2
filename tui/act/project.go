package act

import (
	"context"
	"fmt"

	tea "charm.land/bubbletea/v2"

	"genjin/model"
	"genjin/model/label"

	"genjin/tui/ask"
	"genjin/tui/kit"
)

// Project is what can be done with a project as a whole.
func (a *Acts) Project(p *model.Project) []kit.Action {
	w := a.words.OEM
	kept := *p
	var actions []kit.Action
	if a.AddOrder != nil {
		actions = append(actions, kit.Action{ID: "order", Keys: []string{"O"}, Name: w.AddOrder, Hint: true, Menu: true,
			Do: func() tea.Cmd { return a.AddOrder(kept) }})
	}
	actions = append(actions, kit.Action{ID: "project.edit", Keys: []string{"E", "ctrl+e"}, Name: w.EditProject,
		Menu: true, Do: func() tea.Cmd { return a.Edit(kept) }})
	if kept.State == model.ProjectRunning {
		actions = append(actions, kit.Action{ID: "hold", Keys: []string{"h"}, Name: w.Hold, Menu: true,
			Do: func() tea.Cmd { return a.why(w.HoldTitle, w.Held, kept, a.store.HoldProject) }})
	} else if kept.State != model.ProjectDone {
		actions = append(actions, kit.Action{ID: "resume", Keys: []string{"h"}, Name: w.Resume, Hint: true, Menu: true,
			Do: func() tea.Cmd { return a.why(w.ResumeTitle, w.Resumed, kept, a.store.ResumeProject) }})
	}
	if kept.State == model.ProjectRunning || kept.State == model.ProjectOnHold {
		actions = append(actions, kit.Action{ID: "cancel", Name: w.Cancel, Menu: true, Do: func() tea.Cmd {
			return a.why(w.CancelTitle, w.Cancelled, kept, a.store.CancelProject)
		}})
	}
	return append(actions, kit.Action{ID: "project.remove", Name: w.RemoveProject, Menu: true, Do: func() tea.Cmd {
		return a.write(fmt.Sprintf(w.RemovedProject, kept.Name), func(ctx context.Context) error { return a.store.RemoveProject(ctx, kept.ID) })
	}})
}

// why asks for the reason of a change of state; where it isn't needed the
// store takes an empty one.
func (a *Acts) why(title, said string, p model.Project, change func(context.Context, int64, string) (model.Project, error)) tea.Cmd {
	list := ask.FieldsOf("project", model.ProjectFields, &model.Project{}, a.fieldEnv(""), "state_reason")
	return kit.Open(a.ask(fmt.Sprintf(title, p.Name), "project", list, func(ctx context.Context, values map[string]string) (string, error) {
		_, err := change(ctx, p.ID, values["state_reason"])
		return fmt.Sprintf(said, p.Name), err
	}))
}

// Edit is the form of a project.
func (a *Acts) Edit(p model.Project) tea.Cmd {
	return a.with(p.ID, 0, func(kept *model.ProjectOf, _ *model.ProjectItem) tea.Cmd {
		var brief []string
		if t, err := a.store.Template(context.Background(), kept.TemplateID); err == nil {
			brief = t.Brief.Items()
		}
		title := fmt.Sprintf(a.words.OEM.EditProjectTitle, kept.Name)
		return a.form(title, fmt.Sprintf("project/%d", kept.ID), kept.Project, brief,
			func(ctx context.Context, changed model.Project) (ask.Done, error) {
				_, err := a.store.SaveProject(ctx, changed)
				return ask.Done{Said: fmt.Sprintf(a.words.OEM.Saved, changed.Name)}, err
			})
	})
}

// New asks by which template a new project of a customer goes, and opens its
// form.
func (a *Acts) New(c model.Customer) tea.Cmd {
	return func() tea.Msg {
		list, err := a.store.Templates(context.Background(), model.ForProjects)
		if err != nil {
			return kit.Failed{Op: a.words.OEM.NewProject, Err: err}
		}
		var menu []kit.Action
		for _, t := range list {
			menu = append(menu, kit.Action{ID: "template", Name: label.Either(t.Name, t.NameEN, a.words.Lang),
				Do: func() tea.Cmd { return a.newBy(c, t) }})
		}
		return kit.Open(kit.NewMenu(a.env, fmt.Sprintf(a.words.OEM.ByTemplate, c.Name), menu))()
	}
}

// newBy is the form of a new project of a customer by a template.
func (a *Acts) newBy(c model.Customer, t model.Template) tea.Cmd {
	p := model.Project{CustomerID: c.ID, TemplateID: t.ID, Currency: c.Currency, Terms: c.Terms, StartedOn: a.store.Today()}
	title := fmt.Sprintf(a.words.OEM.NewProjectTitle, c.Name, label.Either(t.Name, t.NameEN, a.words.Lang))
	return a.form(title, fmt.Sprintf("project/new/%d/%d", c.ID, t.ID), p, t.Brief.Items(),
		func(ctx context.Context, fresh model.Project) (ask.Done, error) {
			kept, err := a.store.AddProject(ctx, fresh)
			return ask.Done{Said: fmt.Sprintf(a.words.OEM.Added, kept.Name), First: ProjectAdded{kept.ID}}, err
		})
}
