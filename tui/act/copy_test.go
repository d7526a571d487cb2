package act_test

import (
	"errors"
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"

	"genjin/model/label"

	"genjin/tui/act"
	"genjin/tui/kit"
	"genjin/tui/kit/kittest"
	"genjin/tui/words"
)

// host shows a dialog and takes it away.
type host struct{ *kit.Stack }

func (h host) Update(msg tea.Msg) tea.Cmd {
	cmd, _ := h.Stack.Update(msg)
	return cmd
}

func TestTheWayTheTextWentIsSaid(t *testing.T) {
	broken := errors.New("no display")
	for _, l := range []label.Lang{label.ZH, label.EN} {
		words := words.Of(l)
		w := words.Copying
		for _, tc := range []struct {
			name         string
			system       bool
			err          error
			noTerminal   bool
			said         string
			byTerm, open bool
		}{
			{name: "at the machine", system: true, said: w.ByClipboard},
			{name: "over ssh", said: w.ByTerminal, byTerm: true},
			{name: "a broken clipboard", system: true, err: broken, said: w.NoClipboard + w.ByTerminal, byTerm: true},
			{name: "a bare console", noTerminal: true, open: true},
			{name: "a bare console, broken", system: true, err: broken, noTerminal: true, open: true},
		} {
			env, got := kittest.Env(), ""
			env.Clipboard.NoTerminal = tc.noTerminal
			if tc.system {
				env.Clipboard.System = func(text string) error { got = text; return tc.err }
			}
			h := host{kit.NewStack(env)}
			h.SetSize(80, 24)
			kittest.Drain(h, kit.OpenDialog{Dialog: act.NewCopy(env, &words, "T", "您好\n请付款", "then this", "a note")})
			box := kittest.RenderDialog(h.Top(), 80, 24)
			for _, text := range []string{"您好", "请付款", "a note", w.How} {
				if !strings.Contains(box, text) {
					t.Errorf("%s: %q is not shown:\n%s", tc.name, text, box)
				}
			}
			seen := kittest.Drain(h, kittest.Type("谢谢"), kittest.Key("enter"))
			const text = "您好\n请付款谢谢"
			if tc.system && got != text {
				t.Errorf("%s: the clipboard holds %q", tc.name, got)
			}
			if clip := kittest.Clipboard(seen); tc.byTerm != (clip == text) || !tc.byTerm && clip != "" {
				t.Errorf("%s: the terminal was asked to copy %q", tc.name, clip)
			}
			if tc.open {
				if h.Top() == nil || !strings.Contains(kittest.RenderDialog(h.Top(), 80, 24), w.ByHand) {
					t.Errorf("%s: the text is gone, or nothing is said", tc.name)
				}
				kittest.Drain(h, kittest.Key("enter")) // and again
				continue
			}
			if n, ok := kittest.Find[kit.Notice](seen); !ok || !strings.HasPrefix(n.Text, tc.said) || !strings.HasSuffix(n.Text, "then this") ||
				h.Top() != nil {
				t.Errorf("%s: said %q", tc.name, n.Text)
			}
		}
	}
}
