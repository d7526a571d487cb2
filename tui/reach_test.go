package tui

import "genjin/tui/kit"

// Top is the dialog that has the keys, nil for none.
func (a *App) Top() kit.Dialog { return a.dialogs.Top() }

// Offered is all that can be done now.
func (a *App) Offered() []kit.Action { return a.everything() }

// Typing reports whether what is typed goes into a field.
func (a *App) Typing() bool { return a.editing() }
