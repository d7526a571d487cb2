package tui

import (
	"context"
	"fmt"

	tea "charm.land/bubbletea/v2"

	"genjin/model"
	"genjin/tui/kit"

	"genjin/tui/ask"
)

// exportAll asks where every record goes.
func (a *App) exportAll() tea.Cmd {
	w := a.words.Export
	e := model.Export{Kind: model.ExportAll, Lang: a.words.Lang.String()}
	return ask.Protected(&a.env, &a.words, a.store, e, w.AllTitle, fmt.Sprintf(w.AllName, a.store.Today()), w.AllDone)
}

// exportCalendar asks where what is coming of the customers goes.
func (a *App) exportCalendar() tea.Cmd {
	w := a.words.Export
	return func() tea.Msg {
		ids, err := a.store.CustomerIDs(context.Background(), model.Query{})
		if err != nil {
			return kit.Failed{Op: w.Calendar, Err: err}
		}
		return a.saveAs(fmt.Sprintf(w.CalendarTitle, len(ids)), w.CalendarName, w.CalendarDone,
			model.Export{Kind: model.ExportCalendar, IDs: ids})()
	}
}

func (a *App) saveAs(title, name, done string, e model.Export) tea.Cmd {
	e.Lang = a.words.Lang.String()
	return kit.Open(ask.NewFile(&a.env, &a.words, title, fmt.Sprintf(name, a.store.Today()),
		func(ctx context.Context, path string) (string, error) {
			n, err := a.store.Export(ctx, path, e)
			return fmt.Sprintf(done, n, path), err
		}))
}
