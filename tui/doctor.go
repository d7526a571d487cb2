package tui

import (
	"context"
	"fmt"

	tea "charm.land/bubbletea/v2"

	"genjin/model"
	"genjin/model/label"
	"genjin/tui/kit"
)

// checkup looks after the file and shows what was found, with what can be done
// about it.
func (a *App) checkup() tea.Cmd { return a.looksAfter(false) }

func (a *App) looksAfter(fix bool) tea.Cmd {
	w := a.words.Backups
	look := func() tea.Msg {
		checks, err := a.store.Checkup(context.Background(), fix)
		if err != nil {
			return kit.Failed{Op: w.Checkup, Err: err}
		}
		var lines []string
		good := 0
		for _, c := range checks {
			if c.State == model.CheckGood && c.Code != model.CheckTrial {
				good++
				continue
			}
			lines = append(lines, label.CheckState(c.State, a.words.Lang)+"  "+label.Check(c, a.words.Lang))
		}
		lines = append(lines, fmt.Sprintf(w.Good, good), "")
		return kit.OpenDialog{Dialog: kit.NewMenu(&a.env, w.Checkup, []kit.Action{
			{ID: "checkup.close", Name: a.words.Kit.Close, Do: func() tea.Cmd { return nil }},
			{ID: "checkup.fix", Name: w.Fix, Do: func() tea.Cmd { return a.looksAfter(true) }},
			{ID: "checkup.backup", Name: w.Now, Do: a.backUp},
			{ID: "checkup.restore", Name: w.Restore, Do: a.chooseBackup},
		}).About(lines)}
	}
	return tea.Sequence(kit.Notify(w.Looking), look)
}
