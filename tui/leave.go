package tui

import (
	"errors"

	tea "charm.land/bubbletea/v2"

	"genjin/model"
)

// run runs the program to its end; however it ends, what is being typed is
// kept.
func (a *App) run(opts ...tea.ProgramOption) error {
	_, err := tea.NewProgram(a, opts...).Run()
	a.KeepDrafts()
	if errors.Is(err, tea.ErrProgramPanic) {
		return model.ErrCrashed
	}
	return errors.Join(err, a.ended)
}

// keeper is a dialog with text that must not be lost.
type keeper interface{ Keep() tea.Cmd }

// back is one step back from anywhere, whatever has the keys and with an input
// method on: out of what lies over the tab or is being typed like esc, else what
// q does there, which on a tab is to quit.
func (a *App) back() tea.Cmd {
	a.typing.held = nil
	if a.dialogs.Top() != nil || a.editing() {
		return a.route(tea.KeyPressMsg{Code: tea.KeyEscape})
	}
	return a.route(tea.KeyPressMsg{Code: 'q', Text: "q"})
}

// quit leaves, after what is being typed is kept as a draft.
func (a *App) quit() tea.Cmd {
	var cmds []tea.Cmd
	for _, d := range a.dialogs.All() {
		if k, ok := d.(keeper); ok {
			cmds = append(cmds, k.Keep())
		}
	}
	return tea.Sequence(append(cmds, tea.Quit)...)
}

// KeepDrafts keeps what is being typed, when the program ended in another way
// than by its key: a signal, a closed window, a fault of its own. Nobody is
// there any more to be told of a failure.
func (a *App) KeepDrafts() {
	for _, d := range a.dialogs.All() {
		if k, ok := d.(keeper); ok {
			keepDraft(k)
		}
	}
}

// keepDraft keeps the draft of one dialog, though the program may have ended
// because of a fault in it.
func keepDraft(k keeper) {
	defer func() { _ = recover() }()
	if cmd := k.Keep(); cmd != nil {
		cmd()
	}
}
