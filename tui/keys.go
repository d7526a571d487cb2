package tui

import (
	"context"
	"fmt"

	tea "charm.land/bubbletea/v2"

	"genjin/model"
	"genjin/model/label"

	"genjin/tui/importer"
	"genjin/tui/kit"
	"genjin/tui/words"
)

// globals are the actions that work on every tab.
func (a *App) globals() []kit.Action {
	w, k := a.words.App, a.words.Keys
	actions := []kit.Action{
		{ID: "import", Keys: []string{"i", "ctrl+o"}, Name: w.Import, Do: a.importFile},
		{ID: "quick", Keys: []string{"N", "f4"}, Name: a.words.QuickAdd.Title, Do: a.quickAdd},
		{ID: "palette", Keys: []string{":", "ctrl+p"}, Name: k.Palette, Do: a.palette},
		{ID: "help", Keys: []string{"?", "f1"}, Name: k.Help, Hint: true, Do: a.help},
		{ID: "undo", Keys: []string{"u", "ctrl+z"}, Name: k.Undo, Do: a.undo},
		{ID: "redo", Keys: []string{"ctrl+r", "ctrl+y"}, Name: k.Redo, Do: func() tea.Cmd {
			return a.revert(a.store.Redo, w.Redone, w.NotRedone)
		}},
	}
	for i, t := range a.tabs {
		actions = append(actions, kit.Action{ID: "tab" + t.digit, Keys: []string{t.digit}, Name: t.name(&a.words),
			Do: func() tea.Cmd { return a.turnTo(i) }})
	}
	n := len(a.tabs)
	return append(actions,
		kit.Action{ID: "tab.next", Keys: []string{"ctrl+pgdown"}, Name: k.NextTab, Do: func() tea.Cmd { return a.turnTo((a.active + 1) % n) }},
		kit.Action{ID: "tab.prev", Keys: []string{"ctrl+pgup"}, Name: k.PrevTab, Do: func() tea.Cmd { return a.turnTo((a.active + n - 1) % n) }},
		kit.Action{ID: "mouse", Keys: []string{"m", "f8"}, Name: k.Mouse, Do: a.toggleMouse},
		kit.Action{ID: "mask", Keys: []string{"f9"}, Name: a.words.Settings.Mask, Do: a.toggleMask},
		kit.Action{ID: "settings", Keys: []string{",", "ctrl+g"}, Name: a.words.Settings.Title, Do: a.openSettings},
		kit.Action{ID: "export.calendar", Name: a.words.Export.Calendar, Do: a.exportCalendar},
		kit.Action{ID: "export.all", Name: a.words.Export.All, Do: a.exportAll},
		kit.Action{ID: "backup", Name: a.words.Backups.Now, Do: a.backUp},
		kit.Action{ID: "checkup", Name: a.words.Backups.Checkup, Do: a.checkup},
		kit.Action{ID: "lock", Name: a.words.Lock.Change, Do: a.changeLock},
		kit.Action{ID: "restore", Name: a.words.Backups.Restore, Do: a.chooseBackup},
		kit.Action{ID: "language", Name: w.SwitchLanguage, Do: a.switchLanguage},
		kit.Action{ID: "quit", Keys: []string{"q", "ctrl+q"}, Name: k.Quit, Do: a.quit},
	)
}

// moves are the keys that every list has, for the help.
func (a *App) moves() []kit.Action {
	k := a.words.Keys
	return []kit.Action{
		{ID: "move", Keys: []string{"up", "down", "j", "k"}, Name: k.Move},
		{ID: "page", Keys: []string{"pgup", "pgdown"}, Name: k.Page},
		{ID: "ends", Keys: []string{"home", "end", "g", "G"}, Name: k.Ends},
	}
}

// globalKey runs an action that works everywhere, unless the tab has the key
// for itself.
func (a *App) globalKey(msg tea.KeyPressMsg) (tea.Cmd, bool) {
	for _, own := range a.tabs[a.active].Actions() {
		for _, key := range own.Keys {
			if key == kit.KeyName(msg) {
				return nil, false
			}
		}
	}
	return kit.Dispatch(a.globals(), msg)
}

// everything is all that can be done now, under its two headings.
func (a *App) everything() []kit.Action {
	var all []kit.Action
	for _, act := range a.tabs[a.active].Actions() {
		act.Group = a.words.App.GroupScreen
		all = append(all, act)
	}
	for _, act := range append(a.moves(), a.globals()...) {
		act.Group = a.words.App.GroupEvery
		all = append(all, act)
	}
	return all
}

func (a *App) help() tea.Cmd { return kit.Open(kit.NewHelp(&a.env, a.everything())) }

// palette offers every action by its name in both languages: the names in the
// other one are those of the same actions with the other catalogue.
func (a *App) palette() tea.Cmd {
	own := a.everything()
	spoken := a.words
	a.words = words.Of(other(spoken.Lang))
	foreign := a.everything()
	a.words = spoken
	entries := make([]kit.Entry, len(own))
	for i, act := range own {
		entries[i] = kit.Entry{Action: act, Aliases: []string{foreign[i].Name}}
	}
	return kit.Open(kit.NewPalette(&a.env, entries))
}

func other(l label.Lang) label.Lang {
	if l == label.EN {
		return label.ZH
	}
	return label.EN
}

// switchLanguage turns the screen to the other language, and keeps it so.
func (a *App) switchLanguage() tea.Cmd {
	a.speak(other(a.words.Lang))
	a.retranslate()
	code := a.words.Lang.String()
	return func() tea.Msg {
		set, err := a.store.ChangeSettings(context.Background(), map[string]string{"language": code})
		if err != nil {
			return kit.Failed{Op: a.words.App.SwitchLanguage, Err: err}
		}
		return settingsRead{set}
	}
}

func (a *App) toggleMouse() tea.Cmd {
	a.mouse = !a.mouse
	if a.mouse {
		return kit.Notify(a.words.App.MouseOn)
	}
	return kit.Notify(a.words.App.MouseOff)
}

// undo takes back the act that the bottom line offers, whoever wrote since, and
// where it offers none the latest act of this window.
func (a *App) undo() tea.Cmd {
	run := a.store.Undo
	if set := a.offered; set != 0 {
		run = func(ctx context.Context) (model.Reverted, error) { return a.store.UndoSet(ctx, set) }
	}
	return a.revert(run, a.words.App.Undone, a.words.App.NotUndone)
}

// revert runs undo or redo and says what was taken back, or that nothing was.
func (a *App) revert(run func(context.Context) (model.Reverted, error), format, nothing string) tea.Cmd {
	words := a.words
	return func() tea.Msg {
		r, err := run(context.Background())
		if err != nil {
			return kit.Failed{Err: err}
		}
		what := label.Act(r.Set.Act, r.Set.Record, words.Lang)
		if r.Set.Name != "" {
			what += " " + r.Set.Name
		}
		said := fmt.Sprintf(format, what)
		switch {
		case r.Nothing():
			said = fmt.Sprintf(nothing, what)
		case r.Kept > 0:
			said += fmt.Sprintf(words.App.KeptParts, r.Kept)
		}
		return tea.BatchMsg{kit.Cmd(kit.Changed{}), kit.Notify(said)}
	}
}

func (a *App) importFile() tea.Cmd {
	return kit.Open(importer.New(&a.env, &a.words, a.store))
}
