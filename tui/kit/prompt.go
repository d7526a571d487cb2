package kit

import (
	tea "charm.land/bubbletea/v2"
)

// Prompt is a form in a dialog. It stays open with what was typed until its
// owner closes it: OnSubmit's command ends in Close(prompt, …), or the owner
// calls Form.SetError.
type Prompt struct {
	env   *Env
	Title string
	Form  *Form
	Width int // of the box, 0 for the usual
	// Foot is what stands under the form, as lines of a width; nil for nothing.
	Foot func(w int) []string
}

// promptWidth is how wide a form's box is if nobody says.
const promptWidth = 78

// NewPrompt makes the dialog; esc closes it unless Form.OnCancel is replaced.
func NewPrompt(env *Env, title string, fields []Field, onSubmit func(values map[string]string) tea.Cmd) *Prompt {
	p := &Prompt{env: env, Title: title, Form: NewForm(env, fields)}
	p.Form.OnSubmit = onSubmit
	p.Form.OnCancel = func() tea.Cmd { return Close(p, nil) }
	return p
}

// Init does nothing.
func (p *Prompt) Init() tea.Cmd { return nil }

// Update edits the form.
func (p *Prompt) Update(msg tea.Msg) tea.Cmd { return p.Form.Update(Shift(msg, -FrameX, -FrameY)) }

// Actions are the form's.
func (p *Prompt) Actions() []Action { return p.Form.Actions() }

// Editing: a prompt is all fields.
func (p *Prompt) Editing() bool { return true }

// View draws the box, as high as the form asks.
func (p *Prompt) View(w, h int) (string, *tea.Cursor) {
	return formBox(p.env, p.Title, p.Form, p.Foot, p.Width, w, h)
}

// formBox draws a form in a frame, width cells wide (0 for the usual), within
// w×h.
func formBox(env *Env, title string, form *Form, foot func(w int) []string, width, w, h int) (string, *tea.Cursor) {
	if width == 0 {
		width = promptWidth
	}
	inner := max(min(width, w)-FrameW, 1)
	var below []string
	if foot != nil {
		below = foot(inner)
	}
	body, cursor := form.ViewUpTo(inner, max(h-FrameH-len(below), 1))
	if len(below) > 0 {
		body = JoinV(body, FitBlock(JoinV(below...), inner, len(below)))
	}
	if cursor != nil {
		cursor.X += FrameX
		cursor.Y += FrameY
	}
	return Frame(env, title, body, inner+FrameW), cursor
}
