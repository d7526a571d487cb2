package kit

import (
	"strings"

	tea "charm.land/bubbletea/v2"
)

// Confirm is a dialog with a message and a few answers, for what can't be
// undone. The first answer is chosen already: let it be the harmless one.
type Confirm struct {
	env     *Env
	title   string
	message string
	answers []Action
	chosen  int

	buttonRow int // line of the answers in the body as last drawn
}

// confirmWidth is how wide a message runs at most.
const confirmWidth = 56

// NewConfirm makes the dialog. An answer closes it and is then run; one
// without Do only closes it.
func NewConfirm(env *Env, title, message string, answers []Action) *Confirm {
	return &Confirm{env: env, title: title, message: message, answers: answers}
}

// Init does nothing.
func (c *Confirm) Init() tea.Cmd { return nil }

// Editing: there is no field.
func (c *Confirm) Editing() bool { return false }

// Actions are the answers and the dialog's own keys.
func (c *Confirm) Actions() []Action {
	w := c.env.Words
	return []Action{
		{ID: "confirm.choose", Keys: []string{"enter"}, Name: w.Choose, Hint: true, Do: func() tea.Cmd { return c.answer(c.chosen) }},
		{ID: "confirm.move", Keys: []string{"left", "right"}, Name: w.Move, Hint: true},
		{ID: "confirm.close", Keys: []string{"esc"}, Name: w.Close, Hint: true, Do: func() tea.Cmd { return Close(c, nil) }},
	}
}

// Update moves between the answers and takes one.
func (c *Confirm) Update(msg tea.Msg) tea.Cmd {
	if len(c.answers) == 0 {
		return nil
	}
	switch msg := msg.(type) {
	case tea.KeyPressMsg:
		return c.key(msg)
	case tea.MouseClickMsg:
		return c.answer(c.answerAt(msg.X-FrameX, msg.Y-FrameY))
	}
	return nil
}

func (c *Confirm) key(press tea.KeyPressMsg) tea.Cmd {
	key, n := KeyName(press), len(c.answers)
	switch key {
	case "left", "up", "shift+tab":
		c.chosen = (c.chosen + n - 1) % n
	case "right", "down", "tab":
		c.chosen = (c.chosen + 1) % n
	case "enter":
		return c.answer(c.chosen)
	case "esc":
		return Close(c, nil)
	default:
		for i, a := range c.answers {
			if a.has(key) {
				return c.answer(i)
			}
		}
		if d := digit(key); d > 0 {
			return c.answer(d - 1)
		}
	}
	return nil
}

func (c *Confirm) answer(i int) tea.Cmd {
	if i < 0 || i >= len(c.answers) {
		return nil
	}
	if a := c.answers[i]; !a.Enabled() {
		return a.Run()
	}
	return Close(c, c.answers[i].Run())
}

// View draws the message over the row of answers.
func (c *Confirm) View(w, h int) (string, *tea.Cursor) {
	buttons := strings.Join(c.buttons(), buttonGap)
	inner := max(Width(buttons), Width(c.title)+2)
	for line := range strings.SplitSeq(c.message, "\n") {
		inner = max(inner, min(Width(line), confirmWidth))
	}
	inner = min(inner, max(w-FrameW, 1))
	lines := Wrap(c.message, inner)
	lines = append(lines[:min(len(lines), max(h-FrameH-2, 1))], "", buttons)
	c.buttonRow = len(lines) - 1
	return Frame(c.env, c.title, strings.Join(lines, "\n"), inner+FrameW), nil
}

const buttonGap = "  "

// buttons draws the answers, the chosen one in brackets.
func (c *Confirm) buttons() []string {
	s := c.env.Styles
	parts := make([]string, len(c.answers))
	for i, a := range c.answers {
		label := a.Name
		if key := KeyLabel(a.Keys); key != "" {
			label += " " + key
		}
		if i == c.chosen {
			parts[i] = s.Selected.Render("[" + label + "]")
		} else {
			parts[i] = s.Row.Render(" " + label + " ")
		}
	}
	return parts
}

// answerAt is the answer drawn at a place in the body, -1 for none.
func (c *Confirm) answerAt(x, y int) int {
	if y != c.buttonRow || x < 0 {
		return -1
	}
	for i, button := range c.buttons() {
		if x < Width(button) {
			return i
		}
		if x -= Width(button) + len(buttonGap); x < 0 {
			return -1
		}
	}
	return -1
}
