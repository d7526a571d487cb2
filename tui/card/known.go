package card

import (
	"context"
	"fmt"
	"strings"

	tea "charm.land/bubbletea/v2"

	"genjin/model"

	"genjin/tui/ask"
	"genjin/tui/kit"
)

// OpenCustomer asks for a customer that is there already to be shown.
type OpenCustomer struct{ Customer model.Customer }

// knownError: a customer being added seems to be there already.
type knownError struct{ customers []model.Customer }

func (e *knownError) Error() string { return "customer seems to be there already" }

// refuseKnown looks for those who have a phone or the name of a new customer.
func (c *Card) refuseKnown(ctx context.Context, k model.Customer, another bool) error {
	if another || k.Name == "" {
		return nil
	}
	same, err := c.store.SameAs(ctx, k)
	if err == nil && len(same) > 0 {
		return &knownError{same}
	}
	return err
}

// mostKnown is how many of those who seem to be the new customer are offered.
const mostKnown = 6

// askKnown offers those who are there, to keep both cards, and the way back.
// The form stays behind the question, so nothing that was typed is lost.
func (c *Card) askKnown(e *ask.Editor, same []model.Customer, both func() tea.Cmd) tea.Cmd {
	w := c.words.Merge
	f, _ := model.CustomerFields.ByCode("phones")
	var menu []kit.Action
	for _, k := range same[:min(len(same), mostKnown)] {
		name := strings.TrimSpace(fmt.Sprintf("#%d %s  %s", k.ID, k.Name, c.words.Show("customer", f.Spec, string(k.Phones), "")))
		if k.Archived {
			name += "  " + w.ArchivedMark
		}
		menu = append(menu, kit.Action{ID: "known.open", Name: fmt.Sprintf(w.OpenThat, name), Do: func() tea.Cmd {
			return kit.Close(e, tea.Sequence(e.KeepDraft(c.words.Card.DraftKept), kit.Cmd(OpenCustomer{Customer: k})))
		}})
	}
	menu = append(menu,
		kit.Action{ID: "known.both", Name: w.KeepBoth, Do: both},
		kit.Action{ID: "known.back", Name: w.GoBack, Do: func() tea.Cmd { return nil }})
	return kit.Open(kit.NewMenu(c.env, fmt.Sprintf(w.KnownTitle, e.Form.Value("name")), menu))
}
