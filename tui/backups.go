package tui

import (
	"context"
	"fmt"

	tea "charm.land/bubbletea/v2"

	"genjin/model"
	"genjin/model/label"
	"genjin/tui/kit"
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

func (a *App) restore(b model.Backup) tea.Cmd {
	w := a.words.Backups
	return func() tea.Msg {
		p, err := a.store.PutBack(context.Background(), b.Path, "")
		if err != nil {
			return kit.Failed{Op: w.Restore, Err: err}
		}
		return tea.BatchMsg{kit.Cmd(kit.Changed{}), kit.Notify(fmt.Sprintf(w.Restored, backupTime(p.Backup), p.Customers))}
	}
}
