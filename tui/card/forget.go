package card

import (
	"context"
	"fmt"
	"strings"

	tea "charm.land/bubbletea/v2"

	"genjin/model"
	"genjin/model/label"

	"genjin/tui/ask"
	"genjin/tui/kit"
)

// personActions are what a person has a right to: a file of all that is kept
// about them, and to be forgotten.
func (c *Card) personActions(who model.Subject, name string) []kit.Action {
	w := c.words.Card
	return []kit.Action{
		{ID: "subject", Name: w.Subject, Do: func() tea.Cmd { return c.exportSubject(who, name) }},
		{ID: "forget", Name: w.Forget, Do: func() tea.Cmd { return c.askForget(who, name) }},
	}
}

func (c *Card) exportSubject(who model.Subject, name string) tea.Cmd {
	w := c.words.Card
	return kit.Open(ask.NewFile(c.env, c.words, fmt.Sprintf(w.SubjectTitle, name), name+".html",
		func(ctx context.Context, path string) (string, error) {
			_, err := c.store.Export(ctx, path, model.Export{Kind: model.ExportSubject, Subject: who, Lang: c.words.Lang.String()})
			return fmt.Sprintf(w.ExportedForm, path), err
		}))
}

// askForget says what would go and what would be left, and asks.
func (c *Card) askForget(who model.Subject, name string) tea.Cmd {
	w := c.words.Card
	return func() tea.Msg {
		f, err := c.store.Forgetting(context.Background(), who)
		if err != nil {
			return kit.Failed{Op: w.Forget, Err: err}
		}
		lines := append([]string{w.NoWayBack}, label.Forgetting(f, c.words.Lang)...)
		const most = 12
		if n := len(lines) - most; n > 0 {
			lines = append(lines[:most], fmt.Sprintf(w.MoreTraces, n))
		}
		return kit.OpenDialog{Dialog: kit.NewConfirm(c.env, fmt.Sprintf(w.ForgetTitle, name), strings.Join(lines, "\n"), []kit.Action{
			{ID: "forget.not", Name: w.ForgetNot},
			{ID: "forget.do", Name: w.ForgetDo, Do: func() tea.Cmd { return c.forget(who) }},
		})}
	}
}

func (c *Card) forget(who model.Subject) tea.Cmd {
	w := c.words.Card
	return func() tea.Msg {
		f, err := c.store.Forget(context.Background(), who, label.Forgotten(who.Customer, c.words.Lang))
		if err == nil {
			err = f.Unwiped
		}
		if err != nil {
			return kit.Failed{Op: w.Forget, Err: err}
		}
		said := w.Forgot
		if n := len(f.Backups) + len(f.Sealed) + len(f.Exports) + len(f.Mentions); n > 0 {
			said = fmt.Sprintf(w.ForgotBut, n)
		}
		return kit.Changed{Said: said}
	}
}
