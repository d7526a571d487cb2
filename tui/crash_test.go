package tui

import (
	"context"
	"errors"
	"io"
	"path/filepath"
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"

	"genjin/model"
	"genjin/model/label"
	"genjin/store"
	"genjin/tui/kit/kittest"
)

// updater is an App as the tests of the kit drive it.
type updater struct{ *App }

func (u updater) Update(msg tea.Msg) tea.Cmd {
	_, cmd := u.App.Update(msg)
	return cmd
}

func TestAFaultKeepsWhatIsTyped(t *testing.T) {
	st, err := store.Open(context.Background(), filepath.Join(t.TempDir(), "genjin.db"))
	if err != nil {
		t.Fatal(err)
	}
	defer st.Close()
	a := New(st, model.DefaultSettings(), Options{Lang: label.ZH, NoColor: true})
	u := updater{a}
	u.Update(tea.WindowSizeMsg{Width: 80, Height: 24})
	kittest.Run(u, a.Init())
	kittest.Drain(u, kittest.Key("f4"), kittest.Type("张三 13800138000"))
	fault := tea.WithFilter(func(tea.Model, tea.Msg) tea.Msg { panic("a fault") })
	if err := a.run(fault, tea.WithInput(strings.NewReader("x")), tea.WithOutput(io.Discard)); !errors.Is(err, model.ErrCrashed) {
		t.Errorf("it ended with %v", err)
	}
	fields, err := st.Draft(t.Context(), "quick")
	if err != nil || fields["line"] != "张三 13800138000" {
		t.Errorf("kept %v, %v", fields, err)
	}
}

func TestTheWayToOtherPrograms(t *testing.T) {
	for _, tc := range []struct {
		env        map[string]string
		maybe      bool // has one, where the machine has one
		noTerminal bool
	}{
		{env: map[string]string{"TERM": "xterm"}, maybe: true},
		{env: map[string]string{"TERM": "xterm", "SSH_TTY": "/dev/pts/1"}},
		{env: map[string]string{"TERM": "xterm", "SSH_CONNECTION": "10.0.0.1 1 10.0.0.2 22"}},
		{env: map[string]string{"TERM": "linux"}, maybe: true, noTerminal: true},
	} {
		c := clipboardOf(func(name string) string { return tc.env[name] })
		if has := c.System != nil; has && !tc.maybe || c.NoTerminal != tc.noTerminal {
			t.Errorf("%v: system %v, no terminal %v", tc.env, has, c.NoTerminal)
		}
	}
}
