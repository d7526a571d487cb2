package card

import (
	"context"
	"fmt"
	"strconv"

	tea "charm.land/bubbletea/v2"

	"genjin/model"
	"genjin/model/label"
	"genjin/tui/editor"
	"genjin/tui/fields"
	"genjin/tui/kit"
)

// money is what a row of Today about a receivable reads and writes.
type money interface {
	ReceivablesByID(ctx context.Context, ids []int64) ([]model.ReceivableOf, error)
	LogDunning(ctx context.Context, d model.Dunning, p model.Plan) (model.Dunning, error)
	Pay(ctx context.Context, p model.Payment, shares []model.Share) (model.PaymentOf, error)
}

// chaseActions are what a receivable's row asks for, in the order of use: the
// text to send, the step taken, the payment that came.
func (c *Card) chaseActions(row model.Row) []kit.Action {
	w := c.words.Card
	return []kit.Action{
		{ID: "chase", Keys: []string{"l", "ctrl+l"}, Name: w.Chase, Hint: true, Menu: true, Do: func() tea.Cmd { return c.askChase(row) }},
		{ID: "chase.copy", Keys: []string{"y"}, Name: w.CopyChase, Hint: true, Menu: true, Do: func() tea.Cmd { return c.copyChase(row) }},
		{ID: "pay", Keys: []string{"p"}, Name: w.Pay, Hint: true, Menu: true, Do: func() tea.Cmd { return c.askPayment(row) }},
		c.snoozeAction(row),
	}
}

// askChase is the form for a chasing step that was taken, with what was
// promised.
func (c *Card) askChase(row model.Row) tea.Cmd {
	k, env := c.shown.customer, c.fieldEnv()
	env.Currency = row.Currency
	start := model.Dunning{ChasedOn: c.store.Today(), Level: int64(row.Level), Method: "phone", Outcome: model.Reached}
	var list []kit.Field
	for _, f := range model.DunningFields {
		if !f.Kept && f.Code != "level" {
			list = append(list, fields.Of("dunning", f.Spec, f.Get(&start), env))
		}
	}
	title := fmt.Sprintf(c.words.Card.ChaseTitle, k.Name, label.Kind(row, c.words.Lang), label.Amount(row.Amount, row.Currency))
	e := c.editor(title, "dunning", "chase/"+strconv.FormatInt(row.Record, 10), list)
	e.Save = func(ctx context.Context, values map[string]string, _ string) (editor.Done, error) {
		d := model.Dunning{ReceivableID: row.Record, CustomerID: row.CustomerID, Level: int64(row.Level)}
		read := map[string]string{"currency": row.Currency}
		for _, f := range model.DunningFields {
			text, given := values[f.Code]
			if !given {
				continue
			}
			if err := fields.ReadInto("dunning", f.Spec, text, read, env); err != nil {
				return editor.Done{}, err
			}
			f.Set(&d, read[f.Code])
		}
		_, err := c.store.LogDunning(ctx, d, model.Plan{NextAction: k.NextAction, NextMethod: k.NextMethod})
		return editor.Done{Said: fmt.Sprintf(c.words.Card.Chased, k.Name)}, err
	}
	e.Form.Focus("note")
	return kit.Open(e)
}

// askPayment is the form for a payment that came; it settles what is oldest.
func (c *Card) askPayment(row model.Row) tea.Cmd {
	k, env := c.shown.customer, c.fieldEnv()
	env.Currency = row.Currency
	start := model.Payment{ReceivedOn: c.store.Today(), Currency: row.Currency, Amount: row.Amount, Method: "transfer"}
	var list []kit.Field
	for _, f := range model.PaymentFields {
		if !f.Kept {
			list = append(list, fields.Of("payment", f.Spec, f.Get(&start), env))
		}
	}
	e := c.editor(fmt.Sprintf(c.words.Card.PayTitle, k.Name), "payment", "pay/"+strconv.FormatInt(k.ID, 10), list)
	e.Save = func(ctx context.Context, values map[string]string, _ string) (editor.Done, error) {
		p := model.Payment{CustomerID: k.ID}
		read := map[string]string{}
		for _, f := range model.PaymentFields {
			text, given := values[f.Code]
			if !given {
				continue
			}
			if err := fields.ReadInto("payment", f.Spec, text, read, env); err != nil {
				return editor.Done{}, err
			}
		}
		for _, f := range model.PaymentFields {
			if value, given := read[f.Code]; given {
				f.Set(&p, value)
			}
		}
		kept, err := c.store.Pay(ctx, p, nil)
		return editor.Done{Said: fmt.Sprintf(c.words.Card.Paid, k.Name, label.Amount(kept.Payment.Amount, kept.Payment.Currency))}, err
	}
	e.Form.Focus("amount")
	return kit.Open(e)
}

// copyChase copies the ready text of the row's step.
func (c *Card) copyChase(row model.Row) tea.Cmd {
	k, set, l := c.shown.customer, c.shown.settings, c.words.Lang
	return func() tea.Msg {
		list, err := c.store.ReceivablesByID(context.Background(), []int64{row.Record})
		if err != nil || len(list) == 0 {
			return kit.Failed{Op: c.words.Card.CopyChase, Err: err}
		}
		promise := model.Date("")
		if row.Kind == model.RowBroken {
			promise = row.DueOn.AddDays(-1)
		}
		text := label.ChasingText(list[0], k, row.Level, promise, set, l)
		return tea.BatchMsg{tea.SetClipboard(text), kit.Notify(c.words.Card.ChaseCopied)}
	}
}
