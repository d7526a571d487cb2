package customers

import (
	"context"

	tea "charm.land/bubbletea/v2"

	"genjin/tui/kit"
)

// working is the dialog that stands while many customers are changed. The
// change is one act, so stopped in the middle it has changed nothing.
type working struct {
	env  *kit.Env
	text string
	stop string // what is said when it was stopped
	name string // of the key that stops

	ctx     context.Context
	cancel  context.CancelFunc
	work    func(context.Context) tea.Msg
	stopped bool
}

// worked is the answer of the work.
type worked struct {
	dialog *working
	answer tea.Msg
}

func newWorking(s *Screen, text string, work func(context.Context) tea.Msg) *working {
	d := &working{env: s.env, text: text, stop: s.words.Lists.Stopped, name: s.words.Lists.Stop, work: work}
	d.ctx, d.cancel = context.WithCancel(context.Background())
	return d
}

// Init begins the work.
func (d *working) Init() tea.Cmd {
	return func() tea.Msg { return worked{d, d.work(d.ctx)} }
}

// Editing: there is no field.
func (d *working) Editing() bool { return false }

// Actions: it can be stopped.
func (d *working) Actions() []kit.Action {
	return []kit.Action{{ID: "stop", Keys: []string{"esc"}, Name: d.name, Hint: true, Do: d.halt}}
}

func (d *working) halt() tea.Cmd {
	d.stopped = true
	d.cancel()
	return nil
}

// Update takes the answer, and the key that stops.
func (d *working) Update(msg tea.Msg) tea.Cmd {
	switch msg := msg.(type) {
	case worked:
		if msg.dialog != d {
			return nil
		}
		d.cancel()
		if _, failed := msg.answer.(kit.Failed); failed && d.stopped {
			return kit.Close(d, kit.Notify(d.stop))
		}
		return kit.Close(d, kit.Cmd(msg.answer))
	case tea.KeyPressMsg:
		cmd, _ := kit.Dispatch(d.Actions(), msg)
		return cmd
	}
	return nil
}

// View says what is being done.
func (d *working) View(w, _ int) (string, *tea.Cursor) {
	inner := min(kit.Width(d.text)+4, max(w-kit.FrameW, 1))
	return kit.Frame(d.env, "", kit.JoinV("", kit.FitCenter(d.text, inner), ""), inner+kit.FrameW), nil
}
