package act

import (
	"context"
	"fmt"
	"strconv"

	tea "charm.land/bubbletea/v2"

	"genjin/model"
	"genjin/model/label"

	"genjin/tui/ask"
	"genjin/tui/kit"
)

// Reconcile is the form for an account that was agreed on with a customer, or
// not; one with an id is edited.
func (t *Till) Reconcile(r model.Reconciliation, name string) tea.Cmd {
	w := t.words.Money
	return kit.Open(ask.Form(t.stand(), ask.Act[model.Reconciliation]{
		Title: fmt.Sprintf(w.ReconcileTitle, name), Draft: fmt.Sprintf("reconciliation/%d/%d", r.CustomerID, r.ID),
		Record: "reconciliation", Table: model.ReconciliationFields, Start: r, Currency: r.Currency,
		Shown: func(f *kit.Field) {
			if f.Code == "difference" {
				f.Placeholder = w.DifferenceHint
			}
		},
		Keep: func(ctx context.Context, kept model.Reconciliation, _ string) (ask.Done, error) {
			_, err := t.store.SaveReconciliation(ctx, kept)
			return ask.Done{Said: fmt.Sprintf(w.Reconciled, name), First: noted{}}, err
		},
	}))
}

// ReconciliationLines draws the accounts that were agreed on, one a line.
func (t *Till) ReconciliationLines(list []model.Reconciliation, w int) []string {
	words, l, st := t.words.Money, t.words.Lang, t.env.Styles
	var lines []string
	for _, r := range list {
		state, style := words.NotSent, &st.Dim
		switch {
		case r.Difference != 0:
			state, style = words.Differs+" "+label.Amount(r.Difference, r.Currency)+"  "+t.words.Note(r.Why), &st.Warn
		case r.ConfirmedOn != "":
			state, style = label.Field("reconciliation", "confirmed_on", l)+" "+string(r.ConfirmedOn), &st.Good
		case r.SentOn != "":
			state, style = label.Field("reconciliation", "sent_on", l)+" "+string(r.SentOn), &st.Row
		}
		lines = append(lines, kit.Cut(st.Label.Render(string(r.FromOn)+" - "+string(r.ToOn))+"  "+r.Currency+"  "+style.Render(state), w))
	}
	return lines
}

// reconciliations offers the accounts that are noted, to edit one, and a new
// one.
func (t *Till) reconciliations(list []model.Reconciliation, fresh model.Reconciliation, name string) tea.Cmd {
	w := t.words.Money
	if len(list) == 0 {
		return t.Reconcile(fresh, name)
	}
	menu := []kit.Action{{ID: "reconcile.new", Keys: []string{"n", "ctrl+n"}, Name: w.NewReconciliation,
		Do: func() tea.Cmd { return t.Reconcile(fresh, name) }}}
	for _, r := range list {
		menu = append(menu, kit.Action{ID: "reconcile." + strconv.FormatInt(r.ID, 10),
			Name: string(r.FromOn) + " - " + string(r.ToOn) + "  " + r.Currency, Do: func() tea.Cmd { return t.Reconcile(r, name) }})
	}
	return kit.Open(kit.NewMenu(t.env, fmt.Sprintf(w.ReconcileTitle, name), menu))
}
