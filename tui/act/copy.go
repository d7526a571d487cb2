package act

import (
	"fmt"

	tea "charm.land/bubbletea/v2"

	"genjin/tui/kit"
	"genjin/tui/words"
)

// CopyDialog is the text with the keys to copy it.
type CopyDialog struct {
	*kit.Prompt
	env   *kit.Env
	words *words.Words
	after string // what to do with the copied text
	busy  bool
}

// textCode is the only field.
const textCode = "text"

// NewCopy shows a text under a title. notes stand under it; after is said once it
// was copied.
func NewCopy(env *kit.Env, words *words.Words, title, text, after string, notes ...string) *CopyDialog {
	d := &CopyDialog{env: env, words: words, after: after}
	field := kit.Field{Code: textCode, Label: words.Copying.Text, Kind: kit.NoteField, Value: text, MinRows: 4, MaxRows: 16}
	d.Prompt = kit.NewPrompt(env, title, []kit.Field{field}, d.submit)
	d.Form.OnCancel = func() tea.Cmd { return kit.Close(d, nil) }
	d.Foot = func(w int) []string {
		var lines []string
		for _, note := range append(notes, words.Copying.How) {
			for _, line := range kit.Wrap(note, w) {
				lines = append(lines, env.Styles.Dim.Render(line))
			}
		}
		return lines
	}
	return d
}

// copied says that the text went by way of the system's clipboard, or did not.
type copied struct {
	dialog *CopyDialog
	text   string
	err    error
}

// submit copies the text as it stands.
func (d *CopyDialog) submit(values map[string]string) tea.Cmd {
	text := values[textCode]
	if d.busy {
		return nil
	}
	if d.env.Clipboard.System == nil {
		return d.throughTerminal(text, d.words.Copying.ByTerminal)
	}
	d.busy = true
	write := d.env.Clipboard.System
	return func() tea.Msg { return copied{d, text, write(text)} }
}

// Update takes the clipboard's answer; the rest is the form's.
func (d *CopyDialog) Update(msg tea.Msg) tea.Cmd {
	m, ok := msg.(copied)
	switch {
	case !ok:
		return d.Prompt.Update(msg)
	case m.dialog != d:
		return nil
	case m.err != nil:
		d.busy = false
		return d.throughTerminal(m.text, d.words.Copying.NoClipboard+d.words.Copying.ByTerminal)
	}
	return kit.Close(d, kit.Notify(d.words.Copying.ByClipboard+d.then()))
}

// throughTerminal asks the terminal to copy the text. Nobody answers whether it
// does; where it can't, the text stays to be taken by hand.
func (d *CopyDialog) throughTerminal(text, said string) tea.Cmd {
	if d.env.Clipboard.NoTerminal {
		d.Form.SetError("", d.words.Copying.ByHand)
		return nil
	}
	return kit.Close(d, tea.Batch(tea.SetClipboard(text), kit.Notify(said+d.then())))
}

// CopyText copies a text, and says which way it went.
func CopyText(env *kit.Env, words *words.Words, text string) tea.Cmd {
	byTerminal := func(said string) tea.Cmd {
		if env.Clipboard.NoTerminal {
			return kit.Notify(words.Copying.ByFile)
		}
		return tea.Batch(tea.SetClipboard(text), kit.Notify(said))
	}
	if env.Clipboard.System == nil {
		return byTerminal(words.Copying.ByTerminal)
	}
	return func() tea.Msg {
		if env.Clipboard.System(text) != nil {
			return byTerminal(words.Copying.NoClipboard + words.Copying.ByTerminal)()
		}
		return kit.Notice{Text: words.Copying.ByClipboard}
	}
}

func (d *CopyDialog) then() string {
	if d.after == "" {
		return ""
	}
	return fmt.Sprintf(d.words.Copying.Then, d.after)
}
