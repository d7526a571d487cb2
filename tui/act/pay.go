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

// openRead are the receivables that the money could settle.
type openRead struct {
	shares *shares
	open   []model.Receivable
}

// readOpen reads what the money of a customer could settle.
func (s *shares) readOpen(customer int64) tea.Cmd {
	return func() tea.Msg {
		open, err := s.till.store.OpenReceivables(context.Background(), customer)
		if err != nil {
			return kit.Failed{Op: s.till.words.Money.Pay, Err: err}
		}
		return openRead{s, open}
	}
}

// payment is the form for a payment; of one that is a draft already it asks for
// the draft's own, too.
func (t *Till) payment(title, draft string, start model.Payment, keep func(context.Context, model.Payment) (ask.Done, error)) *ask.Editor {
	codes := model.PaymentFields.Form()
	if start.IsBill() {
		codes = model.PaymentFields.Form(model.OfBill)
	}
	e := ask.Form(t.stand(), ask.Act[model.Payment]{
		Title: title, Draft: draft, Record: model.RowOfPayment, Table: model.PaymentFields, Start: start, Currency: start.Currency,
		Codes: codes,
		Keep:  func(ctx context.Context, p model.Payment, _ string) (ask.Done, error) { return keep(ctx, p) },
	})
	e.Known = t.knownReceipt(start.ID)
	return e
}

// Pay is the form for a payment that came. What it settles is suggested, the
// oldest due first, and can be changed; what is left is an advance.
func (t *Till) Pay(customer int64, name, currency string, amount int64) tea.Cmd {
	w := t.words.Money
	start := model.Payment{CustomerID: customer, ReceivedOn: t.store.Today(), Currency: currency, Amount: amount, Method: "transfer"}
	s := &shares{till: t, first: len(model.PaymentFields.Form()), currency: currency}
	e := t.payment(fmt.Sprintf(w.PayTitle, name), "pay/"+strconv.FormatInt(customer, 10), start,
		func(ctx context.Context, p model.Payment) (ask.Done, error) {
			kept, err := t.store.Pay(ctx, p, s.list())
			done := ask.Done{Said: fmt.Sprintf(w.Paid, name, label.Amount(kept.Payment.Amount, kept.Payment.Currency))}
			if err == nil && kept.Payment.IsBill() {
				done.First = kit.OpenDialog{Dialog: t.billForm(kept.Payment, name)}
			}
			return done, err
		})
	read := func() (model.Money, bool) {
		m, err := model.ParseAmount(e.Form.Value("amount"), model.Clean(e.Form.Value("currency")))
		return m, err == nil && m.Amount > 0
	}
	s.form, s.whole = e.Form, func() (int64, bool) {
		m, ok := read()
		return m.Amount, ok
	}
	e.Form.OnChange = func(code string) {
		if m, ok := read(); ok {
			s.changed(code, m.Currency)
		}
	}
	e.Foot = s.foot
	e.First = s.readOpen(customer)
	e.Answer = func(msg tea.Msg) bool {
		m, ok := msg.(openRead)
		if !ok || m.shares != s {
			return false
		}
		s.open, s.read = m.open, true
		s.show(s.currency)
		e.Opened()
		return true
	}
	e.Form.Focus("amount")
	return kit.Open(e)
}

// Allocate reads what is open of the customer and opens the form that settles
// it from an advance.
func (t *Till) Allocate(p model.PaymentOf) tea.Cmd {
	w := t.words.Money
	return func() tea.Msg {
		open, err := t.store.OpenReceivables(context.Background(), p.CustomerID)
		if err != nil {
			return kit.Failed{Op: w.Allocate, Err: err}
		}
		if shares, _ := model.SuggestShares(p.Advance(), p.Currency, open); len(shares) == 0 {
			return kit.Notice{Text: w.NothingOpen}
		}
		return kit.OpenDialog{Dialog: t.allocation(p, open)}
	}
}

func (t *Till) allocation(p model.PaymentOf, open []model.Receivable) kit.Dialog {
	w := t.words.Money
	e := t.editor(fmt.Sprintf(w.AllocateTitle, p.Customer, label.Amount(p.Advance(), p.Currency)), "payment",
		fmt.Sprintf("payment/%d/allocate", p.ID), nil)
	s := &shares{till: t, form: e.Form, open: open, read: true, whole: func() (int64, bool) { return p.Advance(), true }}
	s.show(p.Currency)
	e.Form.OnChange = func(code string) { s.changed(code, p.Currency) }
	e.Foot = s.foot
	e.Save = func(ctx context.Context, _ map[string]string, _ string) (ask.Done, error) {
		_, err := t.store.Allocate(ctx, p.ID, s.list())
		return ask.Done{Said: fmt.Sprintf(w.Allocated, p.Customer)}, err
	}
	return e
}

// PaymentActions are what can be done with a payment.
func (t *Till) PaymentActions(p model.PaymentOf) []kit.Action {
	w := t.words.Money
	stands, some, advance := "", "", ""
	switch {
	case p.ReversedOn != "":
		stands = w.IsReversed
	case p.Advance() <= 0:
		advance = w.NoAdvance
	}
	if len(p.Shares) == 0 {
		some = w.NoShares
	}
	if stands != "" {
		some, advance = stands, stands
	}
	verify := w.Verify
	if p.Verified {
		verify = w.Unverify
	}
	// Every entry keeps its place whatever the payment allows: a digit is always the same act.
	actions := []kit.Action{
		{ID: "payment.allocate", Name: w.Allocate, Menu: true, Why: advance, Do: func() tea.Cmd { return t.Allocate(p) }},
		{ID: "payment.edit", Keys: []string{"e", "f2"}, Name: w.EditPayment, Hint: true, Menu: true,
			Do: func() tea.Cmd { return t.editPayment(p) }},
		{ID: "payment.verify", Keys: []string{"space"}, Name: verify, Hint: true, Menu: true, Why: stands,
			Do: func() tea.Cmd { return t.verify(p) }},
		{ID: "payment.unallocate", Name: w.Unallocate, Menu: true, Why: some, Do: func() tea.Cmd { return t.unallocate(p) }},
		{ID: "payment.reverse", Name: w.Reverse, Menu: true, Why: stands, Do: func() tea.Cmd { return t.reverse(p) }},
		{ID: "payment.remove", Keys: []string{"d", "delete"}, Name: w.RemovePayment, Menu: true, Do: func() tea.Cmd {
			return kit.Write(w.PaymentRemoved, func(ctx context.Context) error { return t.store.RemovePayment(ctx, p.ID) })
		}},
	}
	return append(append(actions, t.refundActions(p, advance)...), t.billAction(p))
}

func (t *Till) editPayment(p model.PaymentOf) tea.Cmd {
	w := t.words.Money
	return kit.Open(t.payment(fmt.Sprintf(w.EditPaymentTitle, p.Customer), "payment/"+strconv.FormatInt(p.ID, 10), p.Payment,
		func(ctx context.Context, kept model.Payment) (ask.Done, error) {
			_, err := t.store.SavePayment(ctx, kept)
			return ask.Done{Said: w.PaymentSaved}, err
		}))
}

func (t *Till) verify(p model.PaymentOf) tea.Cmd {
	kept, said := p.Payment, t.words.Money.Verified
	kept.Verified = !kept.Verified
	if !kept.Verified {
		said = t.words.Money.Unverified
	}
	return kit.Write(said, func(ctx context.Context) error {
		_, err := t.store.SavePayment(ctx, kept)
		return err
	})
}

// reverse asks when a payment came back, and why.
func (t *Till) reverse(p model.PaymentOf) tea.Cmd {
	w := t.words.Money
	return kit.Open(ask.Form(t.stand(), ask.Act[model.Payment]{
		Title: fmt.Sprintf(w.ReverseTitle, p.Customer, label.Amount(p.Amount, p.Currency)), Draft: fmt.Sprintf("payment/%d/reverse", p.ID),
		Record: model.RowOfPayment, Table: model.PaymentFields, Codes: []string{"reversed_on", "reversed_reason"}, Focus: "reversed_reason",
		Start: model.Payment{ReversedOn: t.store.Today()}, Currency: p.Currency,
		Save: func(ctx context.Context, r model.Payment, _ string) (string, error) {
			_, err := t.store.ReversePayment(ctx, p.ID, r.ReversedOn, r.ReversedWhy)
			return w.Reversed, err
		},
	}))
}

// unallocate offers what the payment settles, to take one of them off again.
func (t *Till) unallocate(p model.PaymentOf) tea.Cmd {
	w := t.words.Money
	return func() tea.Msg {
		ids := make([]int64, len(p.Shares))
		for i, a := range p.Shares {
			ids[i] = a.ReceivableID
		}
		list, err := t.store.ReceivablesByID(context.Background(), ids)
		if err != nil {
			return kit.Failed{Op: w.Unallocate, Err: err}
		}
		names := map[int64]string{}
		for _, r := range list {
			names[r.ID] = r.Name()
		}
		var menu []kit.Action
		for _, a := range p.Shares {
			menu = append(menu, kit.Action{ID: "share", Name: kit.Cut(names[a.ReceivableID], 30) + "  " + label.Amount(a.Amount, p.Currency),
				Do: func() tea.Cmd {
					return kit.Write(w.Unallocated, func(ctx context.Context) error { return t.store.Unallocate(ctx, a.ID) })
				}})
		}
		return kit.OpenDialog{Dialog: kit.NewMenu(t.env, w.Unallocate, menu)}
	}
}
