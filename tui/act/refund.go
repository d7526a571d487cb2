package act

import (
	"context"
	"fmt"

	tea "charm.land/bubbletea/v2"

	"genjin/model"
	"genjin/model/label"

	"genjin/tui/ask"
	"genjin/tui/kit"
)

// refundActions give back what a payment has left, and take that back.
func (t *Till) refundActions(p model.PaymentOf, noAdvance string) []kit.Action {
	w := t.words.Money
	none := ""
	if len(p.Refunds) == 0 {
		none = w.NoRefunds
	}
	return []kit.Action{{ID: "payment.refund", Name: w.Refund, Menu: true, Why: noAdvance, Do: func() tea.Cmd {
		return t.refund(fmt.Sprintf("payment/%d/refund", p.ID), p.Customer, p.Advance(), p.Currency,
			func(ctx context.Context, r model.Refund) error {
				r.PaymentID = p.ID
				_, err := t.store.Refund(ctx, r)
				return err
			})
	}}, {ID: "payment.refund.remove", Name: w.RemoveRefund, Menu: true, Why: none, Do: func() tea.Cmd { return t.removeRefund(p) }}}
}

// Refund gives back what is left of a customer's payments, the oldest
// first; with several currencies it asks which. Where nothing is left it says so
// in its place.
func (t *Till) Refund(customer int64, name string, a *Account) kit.Action {
	w := t.words.Money
	var menu []kit.Action
	for _, sum := range a.Paid {
		if sum.Advance > 0 {
			menu = append(menu, kit.Action{ID: "refund", Name: label.Amount(sum.Advance, sum.Currency), Do: func() tea.Cmd {
				return t.refund(fmt.Sprintf("pay/%d/refund/%s", customer, sum.Currency), name, sum.Advance, sum.Currency,
					func(ctx context.Context, r model.Refund) error {
						r.CustomerID = customer
						_, err := t.store.RefundAdvance(ctx, r, sum.Currency)
						return err
					})
			}})
		}
	}
	refund := kit.Action{ID: "refund", Name: w.Refund, Menu: true, Do: func() tea.Cmd { return kit.Open(kit.NewMenu(t.env, w.Refund, menu)) }}
	switch len(menu) {
	case 0:
		refund.Why = w.NoAdvance
	case 1:
		refund.Do = menu[0].Do
	}
	return refund
}

// refund asks how much is given back, when, how and why. What is typed is kept
// under the draft's name.
func (t *Till) refund(draft, name string, free int64, currency string, write func(context.Context, model.Refund) error) tea.Cmd {
	w := t.words.Money
	return kit.Open(ask.Form(t.stand(), ask.Act[model.Refund]{
		Title: fmt.Sprintf(w.RefundTitle, name, label.Amount(free, currency)), Draft: draft, Record: "refund", Table: model.RefundFields,
		Start: model.Refund{Amount: free, RefundedOn: t.store.Today(), Method: "transfer"}, Currency: currency, Focus: "reason",
		Save: func(ctx context.Context, r model.Refund, _ string) (string, error) {
			return fmt.Sprintf(w.Refunded, name, label.Amount(r.Amount, currency)), write(ctx, r)
		},
	}))
}

// removeRefund offers what was given back of a payment, to take one back.
func (t *Till) removeRefund(p model.PaymentOf) tea.Cmd {
	w := t.words.Money
	var menu []kit.Action
	for _, r := range p.Refunds {
		name := kit.Cut(string(r.RefundedOn)+"  "+label.Amount(r.Amount, p.Currency)+"  "+t.words.Note(r.Reason), 50)
		menu = append(menu, kit.Action{ID: "refund", Name: name, Do: func() tea.Cmd {
			return kit.Write(w.RefundRemoved, func(ctx context.Context) error { return t.store.RemoveRefund(ctx, r.ID) })
		}})
	}
	return kit.Open(kit.NewMenu(t.env, w.RemoveRefund, menu))
}
