package act

import (
	"context"
	"fmt"
	"slices"
	"strconv"

	tea "charm.land/bubbletea/v2"

	"genjin/model"
	"genjin/model/label"

	"genjin/tui/ask"
	"genjin/tui/kit"
)

// Chase is the form for a chasing step that was taken, with what was promised.
// Of several receivables each can be left out; one promise is spread over them.
func (t *Till) Chase(d Talk) tea.Cmd {
	w, start := t.words.Money, (&model.Receivable{Meta: model.Meta{ID: d.Debts[0].ID}, CustomerID: d.CustomerID}).NewStep()
	start.ChasedOn, start.Level = t.store.Today(), int64(d.Level)
	draft := "chase/" + strconv.FormatInt(d.Debts[0].ID, 10)
	if len(d.Debts) > 1 {
		draft = fmt.Sprintf("chase/%d/%s", d.CustomerID, d.Currency)
	}
	var e *ask.Editor
	e = ask.Form(t.stand(), ask.Act[model.Dunning]{
		Title: fmt.Sprintf(w.ChaseTitle, d.Customer, label.StepName(d.Level, t.words.Lang), label.Amount(d.Open, d.Currency)),
		Draft: draft, Record: "dunning", Table: model.DunningFields, Focus: "note",
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
			ids := chosen(e.Form, d.ids())
			if len(ids) == 0 {
				return "", model.At("receivable_id", model.Refuse(model.RefusedRequired))
			}
			_, err := t.store.LogTalk(ctx, ids, step)
			return fmt.Sprintf(w.Chased, d.Customer), err
		},
	})
	if len(d.Debts) > 1 {
		e.Form.SetRest(len(model.DunningFields.Form()), t.choices(d))
		e.Form.Focus("note")
	}
	return kit.Open(e)
}

// noAnswer logs that nobody answered when all of a conversation was chased.
func (t *Till) noAnswer(d Talk) tea.Cmd {
	step := (&model.Receivable{Meta: model.Meta{ID: d.Debts[0].ID}, CustomerID: d.CustomerID}).NewStep()
	step.ChasedOn, step.Level, step.Outcome, step.Note = t.store.Today(), int64(d.Level), model.NotReached, t.words.Card.NobodyAnswered
	return kit.Write(fmt.Sprintf(t.words.Money.Chased, d.Customer), func(ctx context.Context) error {
		_, err := t.store.LogTalk(ctx, d.ids(), step)
		return err
	})
}

const talkPrefix = "of/"

// choices are the receivables of a conversation, each of them in it or left out.
func (t *Till) choices(d Talk) []kit.Field {
	l, today := t.words.Lang, t.store.Today()
	list := make([]kit.Field, len(d.Debts))
	for i := range d.Debts {
		r := &d.Debts[i]
		said := label.Amount(r.Open(), r.Currency)
		if r.DueOn != "" {
			said += "  " + label.DaysLate(today.Sub(r.DueOn), l)
		}
		list[i] = kit.Field{Code: talkPrefix + strconv.FormatInt(r.ID, 10), Label: kit.Cut(r.Ref(), shareName), Kind: kit.ChoiceField,
			Value: "yes", Options: []kit.Option{{Code: "yes", Label: said}, {Code: "no", Label: t.words.Money.LeftOut}}}
	}
	list[0].Section = t.words.Money.TalkOf
	return list
}

// chosen are the receivables that a form doesn't leave out.
func chosen(f *kit.Form, ids []int64) []int64 {
	return slices.DeleteFunc(ids, func(id int64) bool { return f.Value(talkPrefix+strconv.FormatInt(id, 10)) == "no" })
}

// ChaseAll opens the form for all that is to be chased of a customer in a
// currency.
func (t *Till) ChaseAll(customer int64, name, currency string) tea.Cmd {
	return t.withTalk(customer, name, currency, t.words.Money.Chase, t.Chase)
}

// CopyAll copies the text for all that is to be chased of a customer in a
// currency, in a language.
func (t *Till) CopyAll(customer int64, name, currency string, l label.Lang) tea.Cmd {
	return t.withTalk(customer, name, currency, t.words.Money.Copy, func(d Talk) tea.Cmd { return t.Copy(d, l) })
}

// withTalk reads what is to be chased of a customer, and does something with it.
func (t *Till) withTalk(customer int64, name, currency, op string, do func(Talk) tea.Cmd) tea.Cmd {
	return func() tea.Msg {
		ctx := context.Background()
		open, err := t.store.OpenReceivables(ctx, customer)
		if err != nil {
			return kit.Failed{Op: op, Err: err}
		}
		set, err := t.store.Settings(ctx)
		if err != nil {
			return kit.Failed{Op: op, Err: err}
		}
		today := t.store.Today()
		list := model.ToChase(slices.DeleteFunc(open, func(r model.Receivable) bool { return r.Currency != currency }), set, today)
		if len(list) == 0 {
			return kit.Notice{Text: t.words.Money.NothingToChase}
		}
		d := Talk{Debts: list, CustomerID: customer, Customer: name, Currency: currency, Level: model.LevelOf(list, set, today)}
		for i := range list {
			d.Open, _ = model.AddMoney(d.Open, list[i].Open())
		}
		return do(d)()
	}
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
func (t *Till) Copy(d Talk, l label.Lang) tea.Cmd {
	w := t.words.Money
	return func() tea.Msg {
		ctx := context.Background()
		list, err := t.store.ReceivablesByID(ctx, d.ids())
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
		talk := model.TalkOf(list, set)
		talk.Level = max(talk.Level, d.Level)
		if talk.Interest, err = t.store.LateInterest(ctx, d.ids()); err != nil {
			return kit.Failed{Op: w.Copy, Err: err}
		}
		text := label.ChasingText(talk, k, set, l)
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
func (t *Till) ChaseActions(d Talk) []kit.Action {
	w, other := t.words.Money, t.words.Lang.Other()
	return []kit.Action{
		{ID: "chase", Keys: []string{"l", "ctrl+l"}, Name: w.Chase, Hint: true, Menu: true, Do: func() tea.Cmd { return t.Chase(d) }},
		{ID: "chase.copy", Keys: []string{"y"}, Name: w.Copy, Hint: true, Menu: true, Do: func() tea.Cmd { return t.Copy(d, t.words.Lang) }},
		{ID: "pay", Keys: []string{"p"}, Name: w.Pay, Hint: true, Menu: true, Do: func() tea.Cmd {
			return t.Pay(d.CustomerID, d.Customer, d.Currency, d.Open)
		}},
		{ID: "no_answer", Keys: []string{"f6"}, Name: t.words.Card.NoAnswer, Menu: true, Do: func() tea.Cmd { return t.noAnswer(d) }},
		{ID: "chase.tick", Keys: []string{"space"}, Name: t.words.Card.Tick, Why: w.NoTick, Do: func() tea.Cmd { return nil }},
		{ID: "chase.copy.other", Keys: []string{"Y"}, Name: w.CopyOther, Menu: true, Do: func() tea.Cmd { return t.Copy(d, other) }},
	}
}
