package tui

import (
	"strings"
	"time"

	tea "charm.land/bubbletea/v2"

	"genjin/tui/kit"
)

// typing tells keys that were pressed from text that was typed where no field
// is open: a character of Chinese, or several characters in one burst, as an
// input method commits them and a terminal without bracketed paste pastes them.
// Such text runs no command: it is swallowed to the end of the burst.
type typing struct {
	clock func() time.Time // nil: every message stands alone
	last  time.Time        // when the program was done with the last of a burst
	burst bool             // and whether it was one
	fresh bool             // the last of it is not on the screen yet
	held  *heldKey         // a character that may yet be the first of a burst
}

// heldKey waits until it is known whether more characters come with it.
type heldKey struct {
	press  tea.KeyPressMsg
	dialog kit.Dialog // where it was pressed
	tab    int
}

// heldDue says that nothing more came with a character.
type heldDue struct{ key *heldKey }

const (
	// holdFor is how long a character waits for others of its burst. They lie
	// in the terminal's queue already, so that it is short enough not to be felt.
	holdFor = 6 * time.Millisecond
	// burstGap is how far apart the characters of a burst are at most; a person's
	// keys are farther.
	burstGap = 30 * time.Millisecond
	// moving are the keys that are held down to move on: alike, they are no text.
	moving = "jk[]"
)

// lineEnds are the ways in which the lines of a pasted text end: many terminals
// send what their enter key does.
var lineEnds = strings.NewReplacer("\r\n", "\n", "\r", "\n")

// pasted is a pasted text with its lines as a text has them.
func pasted(msg tea.PasteMsg) tea.PasteMsg {
	msg.Content = lineEnds.Replace(msg.Content)
	return msg
}

// pressed judges a key where no field is open. done: it goes no further.
func (a *App) pressed(msg tea.KeyPressMsg) (cmd tea.Cmd, done bool) {
	t := &a.typing
	together := t.burst && t.clock != nil && t.clock().Sub(t.last) <= burstGap
	switch key := msg.String(); {
	case msg.Key().Text == "":
		if together && (key == "enter" || key == "tab") {
			return a.swallow(), true // of a pasted text
		}
		t.burst = false
		return a.release(), false
	case together || kit.IsStrayText(msg):
		return a.swallow(), true
	case t.clock == nil:
		return nil, false
	case t.held == nil:
		return a.hold(msg), true
	case key == t.held.press.String() && strings.Contains(moving, key):
		return tea.Batch(a.release(), a.hold(msg)), true
	}
	return a.swallow(), true
}

// swallow takes text for what it is, and says so.
func (a *App) swallow() tea.Cmd {
	t := &a.typing
	t.held, t.burst, t.fresh = nil, true, true
	if t.clock != nil {
		t.last = t.clock()
	}
	a.tell(kit.Message{Text: a.words.App.IMEOn})
	return nil
}

// hold keeps a character back until it is known to be alone.
func (a *App) hold(msg tea.KeyPressMsg) tea.Cmd {
	key := &heldKey{msg, a.dialogs.Top(), a.active}
	a.typing.held, a.typing.burst = key, false
	return tea.Tick(holdFor, func(time.Time) tea.Msg { return heldDue{key} })
}

// release does what the key that is held back does, unless what it was pressed
// on is gone.
func (a *App) release() tea.Cmd {
	key := a.typing.held
	a.typing.held = nil
	if key == nil || key.dialog != a.dialogs.Top() || key.tab != a.active {
		return nil
	}
	return a.route(key.press)
}

// drawn notes that the screen shows what came last: what waited while it was
// drawn came together with that.
func (t *typing) drawn() {
	if t.fresh && t.clock != nil {
		t.last, t.fresh = t.clock(), false
	}
}

// editing reports whether a field is open, so that characters are its text.
func (a *App) editing() bool {
	if top := a.dialogs.Top(); top != nil {
		return top.Editing()
	}
	return a.tabs[a.active].Editing()
}
