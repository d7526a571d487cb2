package tui

import (
	"github.com/atotto/clipboard"

	"genjin/tui/kit"
)

// clipboardOf is the way to other programs: the system's clipboard where the
// person sits at the machine, else only the terminal's own (OSC 52).
func clipboardOf(getenv func(string) string) kit.Clipboard {
	var c kit.Clipboard
	remote := getenv("SSH_CONNECTION") != "" || getenv("SSH_TTY") != "" || getenv("SSH_CLIENT") != ""
	if !remote && !clipboard.Unsupported {
		c.System = clipboard.WriteAll
	}
	switch getenv("TERM") {
	case "linux", "dumb":
		c.NoTerminal = true // a bare console has no clipboard
	}
	return c
}
