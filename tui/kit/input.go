package kit

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"charm.land/bubbles/v2/textinput"
	tea "charm.land/bubbletea/v2"
)

// Input is a field of one line. textinput edits; drawing, scrolling and the
// cursor's cell are done here, by display width: textinput counts runes and
// forgets its scrolling.
type Input struct {
	env         *Env
	model       textinput.Model
	placeholder string
	limit       limit
	secret      bool // its characters are not shown
}

// NewInput makes an empty field for at most maxLen characters; 0 means as many
// as any line may have.
func NewInput(env *Env, placeholder string, maxLen int) *Input {
	m := textinput.New()
	m.Prompt = ""
	m.KeyMap.Paste.SetEnabled(false) // it reads past the limit
	m.KeyMap.DeleteWordForward.SetEnabled(false)
	m.SetVirtualCursor(false)
	i := &Input{env: env, placeholder: placeholder, limit: newLimit(maxLen, mostLine)}
	m.CharLimit = i.limit.most
	i.model = m
	return i
}

// Value is the text in the field.
func (i *Input) Value() string { return i.model.Value() }

// SetValue replaces the text; the cursor goes to its end.
func (i *Input) SetValue(s string) {
	i.model.SetValue(s)
	i.model.CursorEnd()
}

// SetPlaceholder replaces what is shown while the field is empty.
func (i *Input) SetPlaceholder(s string) { i.placeholder = s }

// Focus gives the field the keys.
func (i *Input) Focus() { i.model.Focus() }

// Blur takes them away.
func (i *Input) Blur() { i.model.Blur() }

// Focused reports whether the field has the keys.
func (i *Input) Focused() bool { return i.model.Focused() }

// Update edits: keys, several characters at once as an input method commits
// them, and pasted text, whose line breaks become spaces.
func (i *Input) Update(msg tea.Msg) tea.Cmd {
	msg = i.limit.cut(msg, i.model.Value())
	times := 1
	if key, ok := msg.(tea.KeyPressMsg); ok {
		switch key.String() {
		case "alt+d", "alt+delete":
			i.deleteWord()
			return nil
		}
		before, after := i.around()
		times = runesFor(key.String(), before, after)
	}
	var cmd tea.Cmd
	for range times {
		i.model, cmd = i.model.Update(msg)
	}
	return cmd
}

// takes: a line keeps no key that moves between the fields.
func (i *Input) takes(string) bool { return false }

// Full says that the last message brought more text than the field takes; "" where
// it did not.
func (i *Input) Full() string { return i.limit.said(i.env) }

// Tell says so in the status line, for a field beside which there is no room.
func (i *Input) Tell() tea.Cmd {
	if said := i.Full(); said != "" {
		return Notify(said)
	}
	return nil
}

// deleteWord deletes to the end of the word behind the cursor. textinput's own
// panics on the last character.
func (i *Input) deleteWord() {
	if !i.Focused() {
		return
	}
	before, after := i.around()
	rest := strings.TrimLeftFunc(after, unicode.IsSpace)
	if at := strings.IndexFunc(rest, unicode.IsSpace); at >= 0 {
		rest = rest[at:]
	} else {
		rest = ""
	}
	i.model.SetValue(before + rest)
	i.model.SetCursor(utf8.RuneCountInString(before))
}

// runesFor is over how many runes a key moves or deletes: all those of the one
// character that a person sees.
func runesFor(key, before, after string) int {
	switch key {
	case "left", "backspace":
		if cs := clusters(before); len(cs) > 0 {
			return len([]rune(cs[len(cs)-1].text))
		}
	case "right", "delete":
		if cs := clusters(after); len(cs) > 0 {
			return len([]rune(cs[0].text))
		}
	}
	return 1
}

// around is the text before and after the cursor.
func (i *Input) around() (before, after string) {
	runes := []rune(i.model.Value())
	at := min(i.model.Position(), len(runes))
	return string(runes[:at]), string(runes[at:])
}

// View draws the field w cells wide and says in which of them the cursor
// stands, -1 without the focus. The placeholder is shown only to the one who
// is about to type, so that nobody takes it for a value.
func (i *Input) View(w int) (string, int) {
	style := &i.env.Styles.Field
	if i.Focused() {
		style = &i.env.Styles.FieldFocus
	}
	shown := i.shown(i.Value())
	if !i.Focused() {
		return style.Render(Fit(shown, w)), -1
	}
	if shown == "" {
		return i.env.Styles.Placeholder.Render(Fit(i.placeholder, w)), 0
	}
	before, _ := i.around()
	visible, x := scroll(shown, Width(i.shown(before)), w)
	return style.Render(visible), x
}

// shown is what is drawn of a text: of a secret how long it is.
func (i *Input) shown(text string) string {
	if !i.secret {
		return text
	}
	return strings.Repeat("*", len(clusters(text)))
}

// draw is View for the form.
func (i *Input) draw(w int, _ bool) ([]string, int, int) {
	line, x := i.View(w)
	return []string{line}, x, 0
}

// scroll cuts the w cells out of a text in which the cursor's column is seen.
// It moves by half windows, so that the text stands still while one types.
func scroll(s string, column, w int) (string, int) {
	if w <= 0 {
		return "", 0
	}
	if Width(s) < w { // a cell is left for the cursor at the end
		return s + spaces(w-Width(s)), column
	}
	offset, step := 0, max(w/2, 1)
	for column-offset >= w {
		offset += step
	}
	var b strings.Builder
	x, start, end := 0, 0, 0
	for _, c := range clusters(s) {
		switch {
		case x < offset:
			start = x + c.width // a character cut in half is left out whole
		case x+c.width-start <= w:
			b.WriteString(c.text)
			end = x + c.width
		}
		x += c.width
	}
	return b.String() + spaces(w-max(end-start, 0)), column - start
}
