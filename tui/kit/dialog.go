package kit

import (
	"strings"
	"time"

	tea "charm.land/bubbletea/v2"
	"charm.land/lipgloss/v2"
	"github.com/charmbracelet/x/ansi"
)

// Dialog is a box over the screen that has all the keys while it is open.
type Dialog interface {
	Init() tea.Cmd
	Update(tea.Msg) tea.Cmd
	// View draws the whole box, border included, within w×h cells. Mouse
	// messages reach Update in the box's own coordinates.
	View(w, h int) (string, *tea.Cursor)
	Actions() []Action
	Editing() bool
}

// Stack is the open dialogs, the last one on top.
type Stack struct {
	env     *Env
	dialogs []Dialog
	w, h    int

	opened time.Time // when the top one was
	click  lastClick
}

// NewStack makes a stack without dialogs.
func NewStack(env *Env) *Stack { return &Stack{env: env} }

// SetSize says how large the screen is that the dialogs lie over.
func (s *Stack) SetSize(w, h int) { s.w, s.h = w, h }

// Len is how many dialogs are open.
func (s *Stack) Len() int { return len(s.dialogs) }

// Top is the dialog that has the keys, nil if none is open.
func (s *Stack) Top() Dialog {
	if len(s.dialogs) == 0 {
		return nil
	}
	return s.dialogs[len(s.dialogs)-1]
}

// All is the open dialogs, the top one last.
func (s *Stack) All() []Dialog { return s.dialogs }

// Push opens a dialog over the others.
func (s *Stack) Push(d Dialog) tea.Cmd {
	s.dialogs = append(s.dialogs, d)
	s.opened, s.click.led = s.env.now(), true
	return d.Init()
}

// Pop closes the top dialog.
func (s *Stack) Pop() {
	if n := len(s.dialogs); n > 0 {
		s.dialogs = s.dialogs[:n-1]
	}
}

// remove closes one dialog wherever it lies, so that esc pressed twice in a
// hurry closes no other.
func (s *Stack) remove(d Dialog) {
	for i := len(s.dialogs) - 1; i >= 0; i-- {
		if s.dialogs[i] == d {
			s.dialogs = append(s.dialogs[:i:i], s.dialogs[i+1:]...)
			return
		}
	}
}

// Update opens and closes dialogs, hands keys, pastes and the mouse to the top
// one and everything else to all. It reports whether the message ends here.
func (s *Stack) Update(msg tea.Msg) (tea.Cmd, bool) {
	switch msg := msg.(type) {
	case OpenDialog:
		return s.Push(msg.Dialog), true
	case CloseDialog:
		if msg.Dialog == nil {
			s.Pop()
		} else {
			s.remove(msg.Dialog)
		}
		return msg.Then, true
	}
	top := s.Top()
	if top == nil {
		return nil, false
	}
	switch msg := msg.(type) {
	case tea.KeyMsg, tea.PasteMsg:
		return top.Update(msg), true
	case tea.MouseMsg:
		return s.mouse(top, msg), true
	}
	cmds := make([]tea.Cmd, len(s.dialogs))
	for i, d := range s.dialogs {
		cmds[i] = d.Update(msg)
	}
	return tea.Batch(cmds...), false
}

// Draw lays the dialogs over the screen, which stays in sight, dimmed, and
// gives the cursor of the top one. The result is exactly w×h cells.
func (s *Stack) Draw(base string, w, h int, baseCursor *tea.Cursor) (string, *tea.Cursor) {
	cursor := baseCursor
	for _, d := range s.dialogs {
		box, own := d.View(w, h)
		at := centre(box, w, h)
		base, cursor = s.overlay(base, box, at, w, h), nil
		if own != nil {
			moved := *own
			moved.X += at.X
			moved.Y += at.Y
			cursor = &moved
		}
	}
	return FitBlock(base, w, h), cursor
}

// centre is where a box lies on a screen: in the middle, rather above it.
func centre(box string, w, h int) Box {
	bw, bh := lipgloss.Size(box)
	return Box{X: max((w-bw)/2, 0), Y: max((h-bh)*2/5, 0), W: bw, H: bh}
}

// overlay lays a box over a screen, which loses its colours.
func (s *Stack) overlay(base, box string, at Box, w, h int) string {
	lines, over := fitLines(strings.Split(ansi.Strip(base), "\n"), w, h), strings.Split(box, "\n")
	dim := s.env.Styles.Backdrop.Render
	for i, line := range lines {
		row := i - at.Y
		if row < 0 || row >= len(over) {
			lines[i] = dim(line)
			continue
		}
		left, right := split(line, at.X, at.X+at.W, w)
		lines[i] = dim(left) + ansi.Truncate(over[row], w, "") + dim(right)
	}
	return strings.Join(lines, "\n")
}

// split is what a plain line of w cells shows before and behind the cells that
// are covered. Of a wide character that is half covered the other half is blank.
func split(line string, from, to, w int) (left, right string) {
	left = ansi.Truncate(line, from, "")
	right = ansi.TruncateLeft(line, to, "")
	if Width(right) > w-to { // it kept such a character
		right = ansi.TruncateLeft(line, to+1, "")
	}
	return left + spaces(from-Width(left)), spaces(w-to-Width(right)) + right
}
