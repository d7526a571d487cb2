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
	w, env := t.words.Money, t.fieldEnv(r.Currency)
	list := ask.FieldsOf("reconciliation", model.ReconciliationFields, &r, env, "from_on", "to_on", "sent_on",
		"confirmed_on", "currency", "difference", "difference_reason", "remark")
	for i := range list {
		switch f := &list[i]; f.Code {
		case "from_on", "sent_on":
			f.Half = true
		case "difference": // what is kept is minor units; a person types money
			f.Value, f.Check = "", t.checkDifference(env)
			if r.Difference != 0 {
				f.Value = label.Amount(r.Difference, r.Currency)
			}
			f.Placeholder = w.DifferenceHint
		case "difference_reason", "remark":
			f.Kind, f.MaxRows = kit.LineField, 1
		}
	}
	draft := fmt.Sprintf("reconciliation/%d/%d", r.CustomerID, r.ID)
	e := t.editor(fmt.Sprintf(w.ReconcileTitle, name), "reconciliation", draft, list)
	e.Save = func(ctx context.Context, values map[string]string, _ string) (ask.Done, error) {
		difference := values["difference"]
		delete(values, "difference")
		kept := r
		if err := ask.Take("reconciliation", model.ReconciliationFields, values, &kept, env); err != nil {
			return ask.Done{}, err
		}
		m, err := readDifference(difference, kept.Currency)
		if err != nil {
			return ask.Done{}, model.At("difference", err)
		}
		kept.Difference = m.Amount
		_, err = t.store.SaveReconciliation(ctx, kept)
		return ask.Done{Said: fmt.Sprintf(w.Reconciled, name), First: noted{}}, err
	}
	return kit.Open(e)
}

// readDifference reads money that may be negative; nothing is no difference.
func readDifference(text, currency string) (model.Money, error) {
	if model.Clean(text) == "" {
		return model.Money{Currency: currency}, nil
	}
	m, err := model.ParseAmount(text, currency)
	if err == nil && m.Currency != currency {
		err = model.Refuse(model.RefusedForeign, m.Currency, currency)
	}
	return m, err
}

func (t *Till) checkDifference(env ask.FieldEnv) func(string) (string, string) {
	return func(text string) (echo, problem string) {
		m, err := readDifference(text, env.Currency)
		if err != nil {
			_, problem, _ = label.Problem("reconciliation", err, env.Lang)
			return "", problem
		}
		if shown := label.Amount(m.Amount, m.Currency); m.Amount != 0 && shown != text {
			return shown, ""
		}
		return "", ""
	}
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
