package journal

import (
	"context"

	tea "charm.land/bubbletea/v2"

	"genjin/model"
	"genjin/model/label"

	"genjin/tui/kit"
	"genjin/tui/words"
)

// whose is the customer that a new entry is about, as typed.
type whose struct {
	prompt   *kit.Prompt
	customer model.Customer
	err      error
}

// newEntry asks whose the new entry is and opens the form for it.
func (s *Screen) newEntry() tea.Cmd {
	w := s.words.Journal
	var p *kit.Prompt
	field := kit.Field{Code: "customer", Label: label.Field("journal", "customer_id", s.words.Lang), Placeholder: w.CustomerHint, MaxLen: 200}
	p = kit.NewPrompt(s.env, w.NewTitle, []kit.Field{field}, func(values map[string]string) tea.Cmd {
		text := model.Clean(values["customer"])
		return func() tea.Msg {
			c, err := s.store.Resolve(context.Background(), text)
			return whose{p, c, err}
		}
	})
	return kit.Open(p)
}

// takeWhose opens the form for an entry about the customer, or says why the text
// means nobody.
func (s *Screen) takeWhose(m whose) tea.Cmd {
	if m.err != nil {
		m.prompt.Form.SetError("customer", words.Explain(s.words, m.err))
		return nil
	}
	return kit.Close(m.prompt, s.fresh.LogWith(m.customer.ID))
}
