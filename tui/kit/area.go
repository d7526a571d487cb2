package kit

import (
	"math"
	"strings"

	"charm.land/bubbles/v2/textarea"
	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"
)

// Area is a field of several lines that grows with its text from min to max
// rows and then scrolls. Enter belongs to the form; a new line is alt+enter,
// shift+enter or ctrl+j.
type Area struct {
	env         *Env
	model       textarea.Model
	placeholder string
	limit       limit
	stale       bool // textarea has not drawn what it holds
}

// maxNoteRows is more rows than any note has: textarea would drop what lies
// past it without a word. What a note may hold is counted in characters.
const maxNoteRows = math.MaxInt32

// NewArea makes an empty note field for at most maxLen characters; 0 means as
// many as any note may have.
func NewArea(env *Env, placeholder string, maxLen, minRows, maxRows int) *Area {
	m := textarea.New()
	m.Prompt = ""
	m.ShowLineNumbers = false
	m.KeyMap.Paste.SetEnabled(false) // it reads past the limit
	m.DynamicHeight = true
	m.MinHeight = max(minRows, 1)
	m.MaxHeight = max(maxRows, m.MinHeight)
	m.MaxContentHeight = maxNoteRows
	m.KeyMap.InsertNewline.SetKeys("alt+enter", "shift+enter", "ctrl+j")
	m.SetVirtualCursor(false)
	m.SetHeight(m.MinHeight)
	a := &Area{env: env, placeholder: placeholder, limit: newLimit(maxLen, mostNote)}
	m.CharLimit = a.limit.most
	a.model = m
	return a
}

// Value is the text in the field.
func (a *Area) Value() string { return a.model.Value() }

// SetValue replaces the text; the cursor goes to its end.
func (a *Area) SetValue(s string) {
	a.stale = true
	a.model.SetValue(s)
	a.model.MoveToEnd()
}

// Focus gives the field the keys.
func (a *Area) Focus() {
	a.stale = true
	a.model.Focus()
}

// Blur takes them away.
func (a *Area) Blur() { a.model.Blur() }

// Focused reports whether the field has the keys.
func (a *Area) Focused() bool { return a.model.Focused() }

// Update edits.
func (a *Area) Update(msg tea.Msg) tea.Cmd {
	msg = a.limit.cut(msg, a.model.Value())
	times := 1
	if key, ok := msg.(tea.KeyPressMsg); ok {
		before, after := a.around()
		times = runesFor(key.String(), before, after)
	}
	var cmd tea.Cmd
	for range times {
		a.model, cmd = a.model.Update(msg)
	}
	return cmd
}

// Full says that the last message brought more text than the field takes; "" where
// it did not.
func (a *Area) Full() string { return a.limit.said(a.env) }

// around is the text of the cursor's line before and after the cursor.
func (a *Area) around() (before, after string) {
	lines := strings.Split(a.model.Value(), "\n")
	if a.model.Line() >= len(lines) {
		return "", ""
	}
	runes := []rune(lines[a.model.Line()])
	at := min(a.model.Column(), len(runes))
	return string(runes[:at]), string(runes[at:])
}

// AtTop reports whether up would leave the field.
func (a *Area) AtTop() bool {
	return a.model.Line() == 0 && a.model.LineInfo().RowOffset == 0
}

// AtBottom reports whether down would leave the field.
func (a *Area) AtBottom() bool {
	info := a.model.LineInfo()
	return a.model.Line() == a.model.LineCount()-1 && info.RowOffset >= info.Height-1
}

// takes reports whether an arrow moves within the text.
func (a *Area) takes(key string) bool {
	return key == "up" && !a.AtTop() || key == "down" && !a.AtBottom()
}

// View draws the field w cells wide, as high as its text asks, and says where
// the cursor stands; x is -1 without the focus.
func (a *Area) View(w int) (lines []string, x, y int) {
	a.layout(w)
	style := &a.env.Styles.Field
	if a.Focused() {
		style = &a.env.Styles.FieldFocus
	}
	// Taken without its styles, which would part joined characters.
	text := ansi.Strip(a.model.View())
	if a.Value() == "" && a.Focused() {
		text, style = a.placeholder, &a.env.Styles.Placeholder
	}
	lines = fitLines(strings.Split(text, "\n"), w, a.model.Height())
	for i := range lines {
		lines[i] = style.Render(lines[i])
	}
	if c := a.model.Cursor(); c != nil {
		return lines, min(c.X, w-1), c.Y
	}
	return lines, -1, 0
}

// layout gives the text its width. textarea scrolls to the cursor only while
// it updates, and only over what it has drawn; it draws every line there is, so
// that it is asked only where something has changed.
func (a *Area) layout(w int) {
	if a.model.Width() != w {
		a.stale = true
		a.model.SetWidth(w)
	}
	if a.stale && a.Focused() {
		a.model, _ = a.model.Update(nil)
		a.stale = false
	}
}

func (a *Area) draw(w int, _ bool) ([]string, int, int) { return a.View(w) }
