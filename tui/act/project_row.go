package act

import (
	"fmt"

	tea "charm.land/bubbletea/v2"

	"genjin/model"
	"genjin/model/label"
	"genjin/tui/kit"
)

// Row is what a row of Today about a project asks for: of several items what
// the first asks for, and each of them to choose from.
func (a *Acts) Row(row model.Row) []kit.Action {
	if row.Items == nil {
		return a.itemRow(row)
	}
	each := kit.Action{ID: "project.items", Keys: []string{"t"}, Name: fmt.Sprintf(a.words.OEM.ItemsOf, len(row.Items)), Hint: true,
		Menu: true, Do: func() tea.Cmd { return a.parts(row) }}
	return append(a.itemRow(row), each)
}

// parts offers the items of a row, each with what it asks for.
func (a *Acts) parts(row model.Row) tea.Cmd {
	var list []kit.Action
	for _, p := range row.Items {
		name := kit.Cut(label.Reason(p.Reason, a.store.Today(), a.words.Lang), 60)
		list = append(list, kit.Action{ID: "item", Name: name, Do: func() tea.Cmd {
			return kit.Open(kit.NewMenu(a.env, name, a.itemRow(p)))
		}})
	}
	return kit.Open(kit.NewMenu(a.env, row.Project, list))
}

// itemRow is what one item asks for, in the order of use: the act that closes it
// first. The item is read when one is done.
func (a *Acts) itemRow(row model.Row) []kit.Action {
	w := a.words.OEM
	open := kit.Action{ID: "project.open", Keys: []string{"ctrl+t"}, Name: w.OpenProject, Menu: true, Do: func() tea.Cmd {
		item := row.Record
		if row.About == model.AboutStage {
			item = 0
		}
		return kit.Cmd(Open{row.ProjectID, item})
	}}
	if row.About == model.AboutStage {
		open.Hint = true
		return []kit.Action{open}
	}
	item := func(do func(*model.ProjectOf, *model.ProjectItem) tea.Cmd) func() tea.Cmd {
		return func() tea.Cmd { return a.with(row.ProjectID, row.Record, do) }
	}
	tick := kit.Action{ID: "tick", Keys: []string{"space"}, Name: w.Tick, Hint: true, Menu: true, Do: item(a.Tick)}
	if row.Reason.Code == "step_decide" {
		tick.Name = w.Decide
	}
	progress := kit.Action{ID: "progress", Keys: []string{"%", "f5"}, Name: w.Progress, Hint: true, Menu: true,
		Do: item(func(_ *model.ProjectOf, it *model.ProjectItem) tea.Cmd { return a.Progress(it) })}
	block := kit.Action{ID: "block", Keys: []string{"b"}, Name: w.Block, Menu: true,
		Do: item(func(_ *model.ProjectOf, it *model.ProjectItem) tea.Cmd { return a.block(it) })}
	edit := kit.Action{ID: "item.edit", Name: w.EditItem, Menu: true,
		Do: item(func(_ *model.ProjectOf, it *model.ProjectItem) tea.Cmd { return a.EditItem(it) })}
	if row.About == model.AboutBlocked {
		block.Name, block.Hint = w.Unblock, true
		block.Do = item(func(_ *model.ProjectOf, it *model.ProjectItem) tea.Cmd { return a.unblock(it) })
		return []kit.Action{block, tick, progress, edit, open}
	}
	return []kit.Action{tick, progress, block, edit, open}
}
