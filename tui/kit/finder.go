package kit

import (
	tea "charm.land/bubbletea/v2"
)

// Finder is the search over a list: a field in the list's head, which the list
// follows as one types.
type Finder struct {
	env    *Env
	input  *Input
	text   string
	hint   string
	typing bool

	OnFind func(text string) tea.Cmd // something else is searched for
	OnRows func(tea.Msg) tea.Cmd     // arrows move in the list while one types
}

// finderLength is how many characters a search may have.
const finderLength = 60

// NewFinder makes a search for nothing; the hint says what can be searched by.
func NewFinder(env *Env, hint string) *Finder {
	return &Finder{env: env, input: NewInput(env, hint, finderLength), hint: hint}
}

// SetHint replaces the hint.
func (f *Finder) SetHint(hint string) {
	f.hint = hint
	f.input.SetPlaceholder(hint)
}

// Text is what is searched for.
func (f *Finder) Text() string { return f.text }

// Typing: the field has the focus, letters are text.
func (f *Finder) Typing() bool { return f.typing }

// Start gives the field the focus.
func (f *Finder) Start() {
	f.typing = true
	f.input.Focus()
}

// Stop goes to the list; the search stays.
func (f *Finder) Stop() {
	f.typing = false
	f.input.Blur()
}

// Reset leaves the field empty without asking the list, for when the list is
// about something else now.
func (f *Finder) Reset() {
	f.Stop()
	f.input.SetValue("")
	f.text = ""
}

// Clear searches for nothing.
func (f *Finder) Clear() tea.Cmd {
	f.input.SetValue("")
	return f.find("")
}

func (f *Finder) find(text string) tea.Cmd {
	if f.text == text {
		return nil
	}
	f.text = text
	return f.OnFind(text)
}

// Update takes keys and pastes while one types: enter goes to the list, esc
// gives the whole list back, arrows move in it.
func (f *Finder) Update(msg tea.Msg) tea.Cmd {
	if key, ok := msg.(tea.KeyPressMsg); ok {
		switch KeyName(key) {
		case "enter", "tab":
			f.Stop()
			return nil
		case "esc":
			f.Stop()
			return f.Clear()
		case "up", "down", "pgup", "pgdown":
			return f.OnRows(msg)
		}
	}
	cmd := f.input.Update(msg)
	return tea.Batch(cmd, f.find(f.input.Value()), f.input.Tell())
}

// View draws the field behind what stands left of it, on line y of the list's
// screen; without a search it says how to begin one.
func (f *Finder) View(left string, w, y int) (string, *tea.Cursor) {
	if !f.typing && f.text == "" {
		return Fit(left+f.env.Styles.Dim.Render("/ "+f.hint), w), nil
	}
	left += f.env.Styles.HintKey.Render("/ ")
	at := Width(left)
	field, x := f.input.View(max(w-at-1, 4))
	line := Fit(left+field, w)
	if !f.typing {
		return line, nil
	}
	return line, cursorAt(at+x, y)
}
