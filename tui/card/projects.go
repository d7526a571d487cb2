package card

import (
	"context"

	tea "charm.land/bubbletea/v2"

	"genjin/model"
	"genjin/model/label"
	"genjin/tui/kit"

	"genjin/tui/act"
)

// mostProjects is how many projects a card shows.
const mostProjects = 20

// readProjects reads the customer's projects, those that run first.
func (c *Card) readProjects(ctx context.Context, customer int64) ([]model.ProjectRow, error) {
	var list []model.ProjectRow
	whose := []model.Filter{{Field: "customer_id", Op: model.OpIs, Value: model.NumberText(customer)}}
	for _, preset := range []string{"running", "resting"} {
		q := model.Query{Preset: preset, Filters: whose, Sort: model.SortPressing}
		ids, err := c.store.ProjectList().IDs(ctx, q)
		if err != nil {
			return nil, err
		}
		rows, err := c.store.ProjectList().Rows(ctx, ids[:min(len(ids), max(mostProjects-len(list), 0))], false)
		if err != nil {
			return nil, err
		}
		list = append(list, rows...)
	}
	return list, nil
}

// projectLines are the projects: the name, below it the bar of stages and
// where it stands.
func (c *Card) projectLines() []string {
	st, l := c.env.Styles, c.words.Lang
	var lines []string
	for i := range c.shown().projects {
		p := &c.shown().projects[i]
		state := label.Option("project", "state", string(p.State), l)
		lines = append(lines, kit.Fit(st.Row.Render(kit.Cut(p.Name, max(c.w-kit.Width(state)-2, 0)))+"  "+st.Dim.Render(state), c.w))
		stand := "  " + label.Stage(&p.Now, l) + "  " + label.StageDays(&p.Now, l)
		lines = append(lines, kit.Fit("  "+act.BarText(c.env, p.Now.Stages, false)+st.Dim.Render(stand), c.w))
	}
	return lines
}

// projectActions are the ways to the customer's projects, and to a new one.
func (c *Card) projectActions() []kit.Action {
	w := c.words.OEM
	add := func() tea.Cmd { return c.acts.New(c.shown().customer) }
	if len(c.shown().projects) == 0 {
		return []kit.Action{{ID: "project.new", Name: w.NewProject, Menu: true, Do: add}}
	}
	return []kit.Action{{ID: "projects", Name: w.OpenProject, Menu: true, Do: func() tea.Cmd {
		var menu []kit.Action
		for _, p := range c.shown().projects {
			menu = append(menu, kit.Action{ID: "project", Name: kit.Cut(p.Name, 40), Do: func() tea.Cmd { return kit.Cmd(act.Open{Project: p.ID}) }})
		}
		menu = append(menu, kit.Action{ID: "project.new", Keys: []string{"n", "ctrl+n"}, Name: w.NewProject, Do: add})
		return kit.Open(kit.NewMenu(c.env, c.shown().customer.Name, menu))
	}}}
}
