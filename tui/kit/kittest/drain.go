package kittest

import (
	"fmt"
	"reflect"
	"runtime"
	"strings"
	"time"

	tea "charm.land/bubbletea/v2"

	"genjin/tui/kit"
)

// Updater is what messages can be sent to: a screen, a dialog, a host.
type Updater interface{ Update(tea.Msg) tea.Cmd }

const (
	// patience is how long a single command may take: so long that only one that
	// never ends is caught, whatever else the machine is doing.
	patience = time.Minute
	// maxMessages ends a screen that answers itself for ever.
	maxMessages = 10_000
)

// Drain sends the messages and runs what they lead to, until nothing is left.
// It returns every message that the commands produced, in order. Ticks are
// left out.
func Drain(u Updater, msgs ...tea.Msg) []tea.Msg {
	var seen []tea.Msg
	for _, msg := range msgs {
		seen = append(seen, Run(u, u.Update(msg))...)
	}
	return seen
}

// Start runs a screen's or a dialog's Init.
func Start(u interface {
	Updater
	Init() tea.Cmd
}) []tea.Msg {
	return Run(u, u.Init())
}

// Run runs a command and what it leads to.
func Run(u Updater, cmd tea.Cmd) []tea.Msg {
	var seen []tea.Msg
	queue := []tea.Cmd{cmd}
	for len(queue) > 0 {
		cmd, queue = queue[0], queue[1:]
		msg := run(cmd)
		if msg == nil {
			continue
		}
		if cmds, ok := several(msg); ok {
			queue = append(cmds, queue...)
			continue
		}
		if seen = append(seen, msg); len(seen) > maxMessages {
			panic("kittest: the screen never comes to rest")
		}
		queue = append([]tea.Cmd{u.Update(msg)}, queue...)
	}
	return seen
}

func run(cmd tea.Cmd) tea.Msg {
	if cmd == nil || isTick(cmd) {
		return nil
	}
	done := make(chan tea.Msg, 1)
	go func() { done <- cmd() }()
	select {
	case msg := <-done:
		return msg
	case <-time.After(patience):
		panic("kittest: a command blocks")
	}
}

func isTick(cmd tea.Cmd) bool {
	name := runtime.FuncForPC(reflect.ValueOf(cmd).Pointer()).Name()
	return strings.Contains(name, "bubbletea/v2.Tick.") || strings.Contains(name, "bubbletea/v2.Every.")
}

// several unpacks tea.Batch and tea.Sequence, whose type is not exported.
func several(msg tea.Msg) ([]tea.Cmd, bool) {
	v := reflect.ValueOf(msg)
	commands := reflect.TypeFor[[]tea.Cmd]()
	if v.Kind() != reflect.Slice || !v.CanConvert(commands) {
		return nil, false
	}
	return v.Convert(commands).Interface().([]tea.Cmd), true
}

// Host is the least root there is: a screen and the dialogs over it.
type Host struct {
	Screen  kit.Screen
	Dialogs *kit.Stack
	W, H    int
}

// NewHost sizes the screen and starts it.
func NewHost(env *kit.Env, screen kit.Screen, w, h int) *Host {
	host := &Host{Screen: screen, Dialogs: kit.NewStack(env), W: w, H: h}
	screen.SetSize(w, h)
	host.Dialogs.SetSize(w, h)
	Run(host, screen.Init())
	return host
}

// Update hands the message to the dialogs and, if it does not end there, to
// the screen.
func (h *Host) Update(msg tea.Msg) tea.Cmd {
	cmd, done := h.Dialogs.Update(msg)
	if done {
		return cmd
	}
	return tea.Batch(cmd, h.Screen.Update(msg))
}

// View draws the screen and the dialogs.
func (h *Host) View() (string, *tea.Cursor) {
	view, cursor := h.Screen.View()
	return h.Dialogs.Draw(view, h.W, h.H, cursor)
}

// Has reports whether a message is among those seen.
func Has[T comparable](seen []tea.Msg, want T) bool {
	for _, msg := range seen {
		if got, ok := msg.(T); ok && got == want {
			return true
		}
	}
	return false
}

// Find is the first message of a type among those seen.
func Find[T any](seen []tea.Msg) (found T, ok bool) {
	for _, msg := range seen {
		if found, ok = msg.(T); ok {
			return found, true
		}
	}
	return found, false
}

// Clipboard is what was copied last.
func Clipboard(seen []tea.Msg) string {
	text := ""
	for _, msg := range seen {
		if strings.HasSuffix(reflect.TypeOf(msg).String(), "setClipboardMsg") {
			text = fmt.Sprint(msg)
		}
	}
	return text
}
