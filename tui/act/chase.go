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

// Chase is the form for a chasing step that was taken, with what was promised.
func (t *Till) Chase(d Debt) tea.Cmd {
	w, start := t.words.Money, (&model.Receivable{Meta: model.Meta{ID: d.ID}, CustomerID: d.CustomerID}).NewStep()
	start.ChasedOn, start.Level = t.store.Today(), int64(d.Level)
	return kit.Open(ask.Form(t.stand(), ask.Act[model.Dunning]{
		Title: fmt.Sprintf(w.ChaseTitle, d.Customer, label.StepName(d.Level, t.words.Lang), label.Amount(d.Open, d.Currency)),
		Draft: "chase/" + strconv.FormatInt(d.ID, 10), Record: "dunning", Table: model.DunningFields, Focus: "note",
		Start: start, Currency: d.Currency,
		Shown: func(f *kit.Field) {
			switch f.Code {
			case "promise_amount":
				f.Placeholder = label.Amount(d.Open, d.Currency)
			case "level":
				f.Kind, f.Value, f.Check, f.Options = kit.ChoiceField, strconv.Itoa(d.Level), nil, t.steps()
			}
		},
		Save: func(ctx context.Context, step model.Dunning, _ string) (string, error) {
			_, err := t.store.LogDunning(ctx, step)
			return fmt.Sprintf(w.Chased, d.Customer), err
		},
	}))
}

// mostSteps is how many steps have a name of their own.
const mostSteps = 5

// steps are the levels to choose from.
func (t *Till) steps() []kit.Option {
	var options []kit.Option
	for level := range mostSteps {
		options = append(options, kit.Option{Code: strconv.Itoa(level), Label: label.StepName(level, t.words.Lang)})
	}
	return options
}

// RemoveStep takes a chasing step out.
func (t *Till) RemoveStep(d model.Dunning) tea.Cmd {
	return kit.Write(t.words.Money.StepRemoved, func(ctx context.Context) error { return t.store.RemoveDunning(ctx, d.ID) })
}

// Copy copies the ready text of the step, in a language.
func (t *Till) Copy(d Debt, l label.Lang) tea.Cmd {
	w := t.words.Money
	return func() tea.Msg {
		ctx := context.Background()
		list, err := t.store.ReceivablesByID(ctx, []int64{d.ID})
		if err == nil && len(list) == 0 {
			err = model.ErrNotFound
		}
		if err != nil {
			return kit.Failed{Op: w.Copy, Err: err}
		}
		k, err := t.store.Customer(ctx, d.CustomerID)
		if err != nil {
			return kit.Failed{Op: w.Copy, Err: err}
		}
		set, err := t.store.Settings(ctx)
		if err != nil {
			return kit.Failed{Op: w.Copy, Err: err}
		}
		now := d
		if now.Level == 0 { // a reminder, or asked for before the ladder was known
			now = DebtOf(&list[0], set.Steps())
		}
		text := label.ChasingText(list[0], k, now.Level, now.Broken, set, l)
		var notes []string
		if !set.HasBank() {
			notes = append(notes, w.CopiedNoBank)
		}
		title := w.Copy + "  " + d.Customer
		return kit.OpenDialog{Dialog: NewCopy(t.env, t.words, title, text, w.Copied, notes...)}
	}
}

// ChaseActions are what a debt asks for, in the order of use: the step taken,
// the text to send, the payment that came.
func (t *Till) ChaseActions(d Debt) []kit.Action {
	w, other := t.words.Money, label.EN
	if t.words.Lang == label.EN {
		other = label.ZH
	}
	return []kit.Action{
		{ID: "chase", Keys: []string{"l", "ctrl+l"}, Name: w.Chase, Hint: true, Menu: true, Do: func() tea.Cmd { return t.Chase(d) }},
		{ID: "chase.copy", Keys: []string{"y"}, Name: w.Copy, Hint: true, Menu: true, Do: func() tea.Cmd { return t.Copy(d, t.words.Lang) }},
		{ID: "pay", Keys: []string{"p"}, Name: w.Pay, Hint: true, Menu: true, Do: func() tea.Cmd {
			return t.Pay(d.CustomerID, d.Customer, d.Currency, d.Open)
		}},
		{ID: "chase.tick", Keys: []string{"space"}, Name: t.words.Card.Tick, Why: w.NoTick, Do: func() tea.Cmd { return nil }},
		{ID: "chase.copy.other", Keys: []string{"Y"}, Name: w.CopyOther, Menu: true, Do: func() tea.Cmd { return t.Copy(d, other) }},
	}
}
