package tui

import (
	"context"
	"errors"
	"fmt"

	tea "charm.land/bubbletea/v2"

	"genjin/model"
	"genjin/model/label"
	"genjin/tui/kit"
	"genjin/tui/words"
)

// backUp makes a backup now.
func (a *App) backUp() tea.Cmd {
	w := a.words.Backups
	return func() tea.Msg {
		b, err := a.store.Backup(context.Background(), "", "")
		if err != nil {
			return kit.Failed{Op: w.Now, Err: err}
		}
		return kit.Notice{Text: fmt.Sprintf(w.Done, b.Customers, b.Path)}
	}
}

// dailyBackup makes the day's backup, once the screen is there.
func (a *App) dailyBackup() tea.Cmd {
	op := a.words.Backups.Daily
	return func() tea.Msg {
		if _, err := a.store.BackupOfDay(context.Background()); err != nil {
			return kit.Failed{Op: op, Err: err}
		}
		return nil
	}
}

// offeredBackups are so many at most; older ones are put back by command.
const offeredBackups = 12

// chooseBackup offers the backups to put one back.
func (a *App) chooseBackup() tea.Cmd {
	w := a.words.Backups
	return func() tea.Msg {
		list, err := a.store.Backups(context.Background())
		if err == nil && len(list) == 0 {
			err = model.ErrNoBackup
		}
		if err != nil {
			return kit.Failed{Op: w.Restore, Err: err}
		}
		var rows []kit.Action
		for _, b := range list[:min(len(list), offeredBackups)] {
			name := fmt.Sprintf(w.Row, backupTime(b), label.BackupWhy(b.Why, a.words.Lang), label.Bytes(b.Size))
			rows = append(rows, kit.Action{ID: "backup." + b.Path, Name: name, Do: func() tea.Cmd { return a.askRestore(b) }})
		}
		return kit.OpenDialog{Dialog: kit.NewMenu(&a.env, w.Which, rows)}
	}
}

func backupTime(b model.Backup) string { return b.At.Format("2006-01-02 15:04") }

// askRestore asks before the database is replaced.
func (a *App) askRestore(b model.Backup) tea.Cmd {
	w := a.words.Backups
	return kit.Open(kit.NewConfirm(&a.env, w.Restore, fmt.Sprintf(w.Ask, backupTime(b)), []kit.Action{
		{ID: "restore.not", Name: w.Not},
		{ID: "restore.do", Name: w.PutBack, Do: func() tea.Cmd { return a.restore(b) }},
	}))
}

func (a *App) restore(b model.Backup) tea.Cmd { return a.restoreWith(b, "") }

// askPassphrase asks for what opens a sealed backup of another file or another
// time.
func (a *App) askPassphrase(b model.Backup, failed error) *kit.Prompt {
	w := a.words.Backups
	p := kit.NewPrompt(&a.env, w.Restore+"  "+backupTime(b), []kit.Field{{Code: "passphrase", Label: words.Passphrase.In(a.words.Lang),
		Kind: kit.SecretField, Placeholder: words.ItsPassphrase.In(a.words.Lang)}}, nil)
	p.Form.OnSubmit = func(values map[string]string) tea.Cmd { return kit.Close(p, a.restoreWith(b, values["passphrase"])) }
	if errors.Is(failed, model.ErrPassphrase) {
		p.Form.SetError("passphrase", words.Failure(&a.words, "", failed))
	}
	return p
}

func (a *App) restoreWith(b model.Backup, passphrase string) tea.Cmd {
	w := a.words.Backups
	return func() tea.Msg {
		p, err := a.store.PutBack(context.Background(), b.Path, passphrase)
		if errors.Is(err, model.ErrSealed) || errors.Is(err, model.ErrPassphrase) {
			return kit.OpenDialog{Dialog: a.askPassphrase(b, err)}
		}
		if err != nil {
			return kit.Failed{Op: w.Restore, Err: err}
		}
		return tea.BatchMsg{kit.Cmd(kit.Changed{}), kit.Notify(fmt.Sprintf(w.Restored, backupTime(p.Backup), p.Customers))}
	}
}

// trouble looks, behind the first screen, whether the file is whole after an abrupt
// end.
func (a *App) trouble() tea.Cmd {
	return func() tea.Msg {
		if err := a.store.Trouble(context.Background()); err != nil {
			return kit.Failed{Err: err}
		}
		return nil
	}
}

// failed says what went wrong. Damage stays in sight, and leads to the backups.
func (a *App) failed(msg kit.Failed) tea.Cmd {
	damaged := errors.Is(msg.Err, model.ErrDamaged)
	if damaged {
		a.said = kit.Message{Text: a.words.Backups.Damaged, Failure: true}
		a.offered = 0
	} else if !a.store.ReadOnly() {
		a.tell(kit.Message{Text: words.Failure(&a.words, msg.Op, msg.Err), Failure: true})
	}
	if !damaged || a.damaged {
		return nil
	}
	a.damaged = true
	return a.chooseBackup()
}
