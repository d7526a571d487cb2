package tui

import (
	"context"
	"strings"
	"time"

	tea "charm.land/bubbletea/v2"

	"genjin/tui/kit"
	"genjin/tui/words"
)

// lock hides the screen until its passphrase is given.
type lock struct {
	prompt  *kit.Prompt // nil: the screen isn't locked
	pressed time.Time   // when a key was pressed last
}

// lockAsked says whether the file has a passphrase for the screen.
type lockAsked struct{ has bool }

// unlocked says whether what was typed is the passphrase.
type unlocked struct {
	of  *kit.Prompt
	err error
}

// askLock looks whether the screen is to be locked.
func (a *App) askLock() tea.Cmd {
	return func() tea.Msg {
		has, err := a.store.HasLock(context.Background())
		if err != nil {
			return nil // what is wrong with the file is told by others
		}
		return lockAsked{has}
	}
}

// lockUp hides everything behind the question for the passphrase.
func (a *App) lockUp() {
	if a.lock.prompt != nil {
		return
	}
	w := a.words.Lock
	p := kit.NewPrompt(&a.env, w.Title, []kit.Field{{Code: "passphrase", Label: w.Passphrase, Kind: kit.SecretField}}, nil)
	p.Form.OnSubmit = func(values map[string]string) tea.Cmd {
		return func() tea.Msg { return unlocked{p, a.store.Unlock(context.Background(), values["passphrase"])} }
	}
	p.Form.OnCancel = func() tea.Cmd { return nil }
	p.Foot = func(width int) []string { return kit.Wrap(w.Foot, width) }
	a.lock.prompt = p
}

// open takes the answer to a passphrase.
func (a *App) open(msg unlocked) {
	switch {
	case msg.of != a.lock.prompt:
	case msg.err != nil:
		msg.of.Form.SetError("passphrase", words.Failure(&a.words, "", msg.err))
	default:
		a.lock.prompt, a.lock.pressed = nil, a.store.Now()
	}
}

// idle masks what is private, and locks the screen, when nobody has pressed a key
// for as long as the settings say.
func (a *App) idle() tea.Cmd {
	rest := a.store.Now().Sub(a.lock.pressed)
	past := func(minutes int64) bool { return minutes > 0 && rest >= time.Duration(minutes)*time.Minute }
	if past(a.set.MaskAfter) && !a.words.Private {
		a.words.Private = true
		a.retranslate()
		a.tell(kit.Message{Text: a.words.Settings.MaskOn})
	}
	if past(a.set.LockAfter) && a.lock.prompt == nil {
		return a.askLock()
	}
	return nil
}

// behindLock takes what the person does while the screen is locked; false for
// what goes on behind the lock.
func (a *App) behindLock(msg tea.Msg) (tea.Cmd, bool) {
	if isInput(msg) {
		a.lock.pressed = a.store.Now()
	}
	if a.lock.prompt == nil || !isInput(msg) {
		return nil, false
	}
	if press, ok := msg.(tea.KeyPressMsg); ok && (press.String() == "ctrl+c" || press.String() == "ctrl+q") {
		return a.quit(), true
	}
	return a.lock.prompt.Update(msg), true
}

// drawLock is the locked screen.
func (a *App) drawLock() (string, *tea.Cursor) {
	box, cursor := a.lock.prompt.View(a.w, a.h)
	x, y := max((a.w-kit.Width(box))/2, 0), max((a.h-strings.Count(box, "\n")-1)/3, 0)
	if cursor != nil {
		cursor.X, cursor.Y = cursor.X+x, cursor.Y+y
	}
	return kit.Center(box, a.w, a.h), cursor
}

// changeLock gives the screen's lock another passphrase, or none.
func (a *App) changeLock() tea.Cmd {
	return func() tea.Msg {
		has, err := a.store.HasLock(context.Background())
		if err != nil {
			return kit.Failed{Op: a.words.Lock.Change, Err: err}
		}
		return kit.OpenDialog{Dialog: a.lockForm(has)}
	}
}

func (a *App) lockForm(has bool) *kit.Prompt {
	w := a.words.Lock
	secret := func(code, name, hint string) kit.Field {
		return kit.Field{Code: code, Label: name, Kind: kit.SecretField, Placeholder: hint}
	}
	fields := []kit.Field{secret("new", w.New, w.None), secret("again", w.Again, "")}
	if has {
		fields = append([]kit.Field{secret("was", w.Was, "")}, fields...)
	}
	p := kit.NewPrompt(&a.env, w.Change, fields, nil)
	p.Foot = func(width int) []string { return kit.Wrap(w.Foot, width) }
	p.Form.OnSubmit = func(values map[string]string) tea.Cmd {
		if values["new"] != values["again"] {
			p.Form.SetError("again", words.PassphrasesDiffer.In(a.words.Lang))
			return nil
		}
		return func() tea.Msg {
			if err := a.store.SetLock(context.Background(), values["was"], values["new"]); err != nil {
				return kit.Failed{Op: w.Change, Err: err}
			}
			said := w.Set
			if values["new"] == "" {
				said = w.Gone
			}
			return tea.BatchMsg{kit.Close(p, nil), kit.Notify(said)}
		}
	}
	return p
}
