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

// BillRow is what a draft on Today asks for: where it is now.
func (t *Till) BillRow(row model.Row) []kit.Action {
	w := t.words.Money
	to := func(state model.BillState, keys ...string) kit.Action {
		return kit.Action{ID: "bill." + string(state), Keys: keys, Name: label.BillState(state, t.words.Lang), Hint: len(keys) > 0, Menu: true,
			Do: func() tea.Cmd { return t.moveBill(row.Record, row.Customer, state) }}
	}
	var actions []kit.Action
	for _, state := range model.BillStates {
		switch state {
		case model.BillInHand:
		case model.BillPresented:
			actions = append(actions, to(state, "space"))
		default:
			actions = append(actions, to(state))
		}
	}
	return append(actions, kit.Action{ID: "bill.book", Name: w.Bills, Menu: true, Do: t.Bills})
}

// moveBill notes where a draft is; of a refused one it asks why, and when.
func (t *Till) moveBill(id int64, customer string, state model.BillState) tea.Cmd {
	said := fmt.Sprintf(t.words.Money.BillMoved, customer, label.BillState(state, t.words.Lang))
	if state != model.BillRefused {
		return kit.Write(said, func(ctx context.Context) error {
			_, err := t.store.MoveBill(ctx, id, state, "", "")
			return err
		})
	}
	return kit.Open(ask.Form(t.stand(), ask.Act[model.Payment]{
		Title: said, Draft: fmt.Sprintf("payment/%d/refused", id), Record: model.RowOfPayment, Table: model.PaymentFields,
		Codes: []string{"reversed_on", "reversed_reason"}, Focus: "reversed_reason", Start: model.Payment{ReversedOn: t.store.Today()},
		Save: func(ctx context.Context, p model.Payment, _ string) (string, error) {
			_, err := t.store.MoveBill(ctx, id, state, p.ReversedOn, p.ReversedWhy)
			return said, err
		},
	}))
}

// billForm asks for what is kept of a draft that has just come.
func (t *Till) billForm(p model.Payment, name string) kit.Dialog {
	return ask.Form(t.stand(), ask.Act[model.Payment]{
		Title: fmt.Sprintf(t.words.Money.BillTitle, name, label.Amount(p.Amount, p.Currency)), Draft: fmt.Sprintf("payment/%d/bill", p.ID),
		Record: model.RowOfPayment, Table: model.PaymentFields, Codes: model.PaymentFields.Only(model.OfBill), Start: p, Currency: p.Currency,
		Save: func(ctx context.Context, p model.Payment, _ string) (string, error) {
			_, err := t.store.SavePayment(ctx, p)
			return t.words.Money.PaymentSaved, err
		},
	})
}

// billAction offers where a draft of the list of payments is now.
func (t *Till) billAction(p model.PaymentOf) kit.Action {
	a := kit.Action{ID: "payment.bill", Name: t.words.Money.BillState, Menu: true}
	switch {
	case !p.IsBill():
		a.Why = t.words.Money.NoBill
	case p.ReversedOn != "":
		a.Why = t.words.Money.IsReversed
	}
	a.Do = func() tea.Cmd {
		var menu []kit.Action
		for _, state := range model.BillStates {
			if state != p.BillState {
				menu = append(menu, kit.Action{ID: "state", Name: label.BillState(state, t.words.Lang), Do: func() tea.Cmd {
					return t.moveBill(p.ID, p.Customer, state)
				}})
			}
		}
		return kit.Open(kit.NewMenu(t.env, t.words.Money.BillState, menu))
	}
	return a
}

// Bills opens the book of drafts: those that are not cashed, with their sums by
// the month in which they mature. Enter on one says where it is now.
func (t *Till) Bills() tea.Cmd {
	w := t.words.Money
	return func() tea.Msg {
		ctx, list := context.Background(), t.store.PaymentList()
		ids, err := list.IDs(ctx, model.Query{Preset: "drafts"})
		if err != nil {
			return kit.Failed{Op: w.Bills, Err: err}
		}
		bills, err := list.Rows(ctx, ids, false)
		if err != nil {
			return kit.Failed{Op: w.Bills, Err: err}
		}
		months := model.BillMonths(bills, t.store.Today())
		if len(months) == 0 {
			return kit.Notice{Text: w.NoBills}
		}
		var menu []kit.Action
		var head []string
		for _, m := range months {
			head = append(head, "  "+label.BillMonth(m, t.words.Lang))
			for _, p := range m.Bills {
				menu = append(menu, kit.Action{ID: "bill", Name: kit.Cut(label.BillLine(&p, t.words.Lang), billWidth), Do: func() tea.Cmd {
					return t.billAction(p).Do()
				}})
			}
		}
		return kit.OpenDialog{Dialog: kit.NewMenu(t.env, w.Bills, menu).About(append(head, ""))}
	}
}

// billWidth is how wide a line of the book of drafts is at most.
const billWidth = 72
