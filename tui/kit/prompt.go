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
	// Head and Foot are what stands over and under the form, as lines of a width;
	// nil for nothing.
	Head, Foot func(w int) []string

	above int // lines over the form, as it was drawn
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
func (p *Prompt) Update(msg tea.Msg) tea.Cmd {
	return p.Form.Update(Shift(msg, -FrameX, -FrameY-p.above))
}

// Actions are the form's.
func (p *Prompt) Actions() []Action { return p.Form.Actions() }

// Editing: a prompt is all fields.
func (p *Prompt) Editing() bool { return true }

// View draws the box, as high as the form asks.
func (p *Prompt) View(w, h int) (string, *tea.Cursor) {
	width := p.Width
	if width == 0 {
		width = promptWidth
	}
	inner := max(min(width, w)-FrameW, 1)
	above, below := linesOf(p.Head, inner), linesOf(p.Foot, inner)
	p.above = len(above)
	body, cursor := p.Form.ViewUpTo(inner, max(h-FrameH-len(above)-len(below), 1))
	if p.above > 0 {
		body = JoinV(FitBlock(JoinV(above...), inner, p.above), body)
	}
	if len(below) > 0 {
		body = JoinV(body, FitBlock(JoinV(below...), inner, len(below)))
	}
	if cursor != nil {
		cursor.X += FrameX
		cursor.Y += FrameY + p.above
	}
	return Frame(p.env, p.Title, body, inner+FrameW), cursor
}

// linesOf are lines of a width; nil draws none.
func linesOf(draw func(w int) []string, w int) []string {
	if draw == nil {
		return nil
	}
	return draw(w)
}
