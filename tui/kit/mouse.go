package kit

import (
	"time"

	tea "charm.land/bubbletea/v2"
)

const (
	// doubleClick is how far apart two clicks of one double click are at most.
	doubleClick = 400 * time.Millisecond
	// settling is how long a dialog that was just opened takes no clicks: they
	// were meant for what lay there before.
	settling = 250 * time.Millisecond
)

// now is the clock's time; the zero time, which nothing is measured from,
// without a clock.
func (e *Env) now() time.Time {
	if e.Clock == nil {
		return time.Time{}
	}
	return e.Clock()
}

// within reports whether less than d went by since a time.
func (e *Env) within(since time.Time, d time.Duration) bool {
	return e.Clock != nil && !since.IsZero() && e.Clock().Sub(since) < d
}

// lastClick is the click before, and whether a dialog was opened since.
type lastClick struct {
	at   time.Time
	x, y int
	led  bool
}

// Repeated notes a click and reports whether it is the second of a double
// click whose first one opened a dialog already.
func (s *Stack) Repeated(msg tea.MouseClickMsg) bool {
	c := &s.click
	again := c.led && s.env.within(c.at, doubleClick) && c.x == msg.X && c.y == msg.Y
	*c = lastClick{at: s.env.now(), x: msg.X, y: msg.Y}
	return again
}

// mouse hands a mouse message to a dialog in the coordinates of its box. A
// click beside the box leaves the dialog as esc does; one on its frame, with
// another button, or just after the dialog was opened, does nothing, and neither
// does the wheel beside it.
func (s *Stack) mouse(d Dialog, msg tea.MouseMsg) tea.Cmd {
	box, _ := d.View(s.w, s.h)
	at, m := centre(box, s.w, s.h), msg.Mouse()
	_, click := msg.(tea.MouseClickMsg)
	if !click && !at.Contains(m.X, m.Y) {
		return nil
	}
	if click {
		body := Box{X: at.X + FrameX, Y: at.Y + FrameY, W: at.W - FrameW, H: at.H - FrameH}
		switch {
		case m.Button != tea.MouseLeft || s.env.within(s.opened, settling):
			return nil
		case !at.Contains(m.X, m.Y):
			return d.Update(tea.KeyPressMsg{Code: tea.KeyEscape})
		case !body.Contains(m.X, m.Y):
			return nil
		}
	}
	return d.Update(Shift(msg, -at.X, -at.Y))
}

// Shift moves a mouse message, so that a part finds itself at 0,0; other
// messages stay as they are.
func Shift(msg tea.Msg, dx, dy int) tea.Msg {
	switch m := msg.(type) {
	case tea.MouseClickMsg:
		m.X, m.Y = m.X+dx, m.Y+dy
		return m
	case tea.MouseWheelMsg:
		m.X, m.Y = m.X+dx, m.Y+dy
		return m
	case tea.MouseReleaseMsg:
		m.X, m.Y = m.X+dx, m.Y+dy
		return m
	case tea.MouseMotionMsg:
		m.X, m.Y = m.X+dx, m.Y+dy
		return m
	}
	return msg
}
