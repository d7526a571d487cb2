package tui

import (
	"context"
	"fmt"
	"os"
	"slices"

	tea "charm.land/bubbletea/v2"

	"genjin/model"
	"genjin/model/label"

	"genjin/tui/kit"

	"genjin/tui/act"
	"genjin/tui/quickadd"
	"genjin/tui/settings"
	"genjin/tui/words"
)

// settingsRead are the settings as the file has them now: this window, undo or
// another program may have changed them.
type settingsRead struct{ set model.Settings }

func (a *App) readSettings() tea.Cmd {
	op := a.words.Settings.Title
	return func() tea.Msg {
		set, err := a.store.Settings(context.Background())
		if err != nil {
			return kit.Failed{Op: op, Err: err}
		}
		return settingsRead{set}
	}
}

// apply takes over changed settings on the running screen. What was switched
// for this window only (the mask, the language asked for on the command line)
// stays until its setting changes.
func (a *App) apply(set model.Settings) {
	was := a.set
	a.set = set
	a.env.Own, a.words.Planned = set.OwnOptions(), &a.set
	a.env.ASCII = set.Borders == "ascii"
	if set.Language != was.Language {
		l, ok := label.ParseLang(set.Language)
		if !ok {
			l = label.LocaleLang(os.Getenv)
		}
		a.speak(l)
	}
	if set.PrivacyMask != was.PrivacyMask {
		a.words.Private = set.PrivacyMask
	}
	if set.Language != was.Language || set.PrivacyMask != was.PrivacyMask || set.Theme != was.Theme || set.Borders != was.Borders {
		a.restyle()
		a.retranslate()
	}
}

// speak turns the words to a language; the mask and the calendar stay.
func (a *App) speak(l label.Lang) {
	private := a.words.Private
	a.words = words.Of(l)
	a.store.Speak(l.String())
	a.words.Private, a.words.Planned = private, &a.set
}

// toggleMask masks private data on the screens, or shows it again, at once and
// for this window: the setting says how the next one begins.
func (a *App) toggleMask() tea.Cmd {
	a.words.Private = !a.words.Private
	a.retranslate()
	if a.words.Private {
		return kit.Notify(a.words.Settings.MaskOn)
	}
	return kit.Notify(a.words.Settings.MaskOff)
}

func (a *App) openSettings() tea.Cmd {
	return kit.Open(settings.New(&a.env, &a.words, a.store, a.set))
}

func (a *App) quickAdd() tea.Cmd {
	return kit.Open(quickadd.New(&a.env, &a.words, a.store))
}

// showCustomer turns to a customer's card.
func (a *App) showCustomer(c model.Customer) tea.Cmd {
	return tea.Batch(a.turnTo(a.tabOf(a.customers)), a.customers.ShowCustomer(c))
}

// showProject turns to a project's page.
func (a *App) showProject(p act.Open) tea.Cmd {
	return tea.Batch(a.turnTo(a.tabOf(a.projects)), a.projects.Show(p.Project, p.Item))
}

func (a *App) tabOf(s kit.Screen) int {
	return slices.IndexFunc(a.tabs, func(t *tab) bool { return t.Screen == s })
}

// newDay reloads when midnight has passed, once the entries that were dated
// ahead to this day count.
func (a *App) newDay() tea.Cmd {
	now := a.store.Today()
	if now == a.today {
		return nil
	}
	a.today = now
	counted := func() tea.Msg {
		if err := a.store.CatchUp(context.Background()); err != nil {
			return kit.Failed{Op: a.words.Today.Read, Err: err}
		}
		return nil
	}
	return tea.Sequence(counted, a.changed(), a.dailyBackup())
}

// tell puts a message on the bottom line, which offers nothing to undo.
func (a *App) tell(m kit.Message) { a.said, a.offered = m, 0 }

// say tells what was done, when, and the key that takes it back: this very act,
// whatever others do meanwhile.
func (a *App) say(what string) {
	if what != "" {
		a.tell(kit.Message{Text: fmt.Sprintf(a.words.App.Said, what, a.store.Now().Format("15:04"))})
		a.offered = a.store.LatestAct()
	}
}

func (a *App) retranslate() {
	for _, t := range a.tabs {
		t.Retranslate()
	}
}
