package card

import (
	"context"
	"fmt"
	"slices"

	tea "charm.land/bubbletea/v2"

	"genjin/model"
	"genjin/model/label"
	"genjin/tui/kit"

	"genjin/tui/act"
)

// mostOwed is how many receivables, and payments, a card shows.
const mostOwed = 12

// owing is what a card shows of a customer's money.
type owing struct {
	account act.Account
	debts   []model.ReceivableOf // the open ones, the earliest due first, then the settled ones, the latest first
	more    int                  // receivables beside them
	paid    []model.PaymentOf    // the latest first
}

func (c *Card) readOwed(ctx context.Context, k model.Customer) (o owing, err error) {
	if o.account, err = c.till.Account(ctx, k); err != nil || !o.account.Any() {
		return o, err
	}
	ids, err := c.store.ReceivableList().IDs(ctx, model.QueryOf(k.ID, "open"))
	if err != nil {
		return o, err
	}
	latest := model.QueryOf(k.ID, "")
	latest.Sort, latest.Desc = "due_on", true
	all, err := c.store.ReceivableList().IDs(ctx, latest)
	if err != nil {
		return o, err
	}
	open := len(ids)
	for _, id := range all {
		if !slices.Contains(ids[:open], id) {
			ids = append(ids, id)
		}
	}
	n := min(len(ids), mostOwed)
	o.more = len(ids) - n
	if o.debts, err = c.store.ReceivablesByID(ctx, ids[:n]); err != nil {
		return o, err
	}
	if ids, err = c.store.PaymentList().IDs(ctx, model.QueryOf(k.ID, "")); err != nil {
		return o, err
	}
	o.paid, err = c.store.PaymentsByID(ctx, ids[:min(len(ids), mostOwed)])
	return o, err
}

// owes is the line at the top of a card that says what the customer owes, and
// how they pay.
func (c *Card) owes() []kit.Pair {
	a := &c.shown().owed.account
	return []kit.Pair{{Label: c.words.Money.Owes, Value: c.till.Owes(a)}, {Label: c.words.Money.Score, Value: c.till.Score(a)}}
}

// owedSection is the customer's account, receivables and payments; none for
// those who never owed anything.
func (c *Card) owedSection() []kit.Section {
	o, st, l := &c.shown().owed, c.env.Styles, c.words.Lang
	if !o.account.Any() {
		return nil
	}
	first := c.owes() // stand at the top of the card already
	pairs := slices.DeleteFunc(c.till.AccountPairs(&o.account), func(p kit.Pair) bool { return slices.Contains(first, p) })
	lines := kit.Pairs(c.env, c.w, pairs)
	if len(lines) > 0 {
		lines = append(lines, "")
	}
	for i := range o.debts {
		r := &o.debts[i]
		style, sum := &st.Row, r.Now.Balance
		switch {
		case r.Now.Balance <= 0:
			style, sum = &st.Dim, r.Amount
		case r.Now.Status == model.OweOverdue:
			style = &st.Late
		}
		name := r.Name()
		if r.Instalments > 0 {
			name += " " + label.Option("receivable", "kind", string(r.Kind), l)
		}
		text := c.dayCell(r.DueOn) + "  " + name + "  " + label.Amount(sum, r.Currency) + "  " + label.Owing(r.Now, l)
		if r.Now.Balance > 0 && r.Now.DaysLate > 0 {
			text += "  " + label.DaysLate(r.Now.DaysLate, l)
		}
		lines = append(lines, style.Render(kit.Cut(text, c.w)))
	}
	if o.more > 0 {
		lines = append(lines, st.Dim.Render(fmt.Sprintf(c.words.Money.MoreDebts, o.more)))
	}
	for i := range o.paid {
		p := &o.paid[i]
		text := c.dayCell(p.ReceivedOn) + "  " + label.Record("payment", l) + "  " + label.Amount(p.Amount, p.Currency) + "  " +
			label.Option("payment", "method", string(p.Method), l)
		lines = append(lines, st.Good.Render(kit.Cut(text, c.w)))
	}
	return []kit.Section{{Title: c.words.Money.Section, Lines: lines}}
}

// dayCell is a day, of this year in five cells.
func (c *Card) dayCell(d model.Date) string {
	short := label.Short(string(d), c.store.Today())
	return kit.Fit(short, timeWidth(short))
}

// moneyActions are what can be done with the customer's money when no row asks
// for it.
func (c *Card) moneyActions(keys bool) []kit.Action {
	w := c.words.Money
	pay := kit.Action{ID: "pay", Name: w.Pay, Menu: true, Do: c.pay}
	if keys {
		pay.Keys = []string{"p"}
	}
	return []kit.Action{
		pay,
		{ID: "receivable.new", Name: w.New, Menu: true, Do: func() tea.Cmd { return c.till.New(c.shown().customer, c.shown().settings) }},
		{ID: "statement", Name: w.Statement, Menu: true, Do: func() tea.Cmd {
			return c.till.Statement(c.shown().customer.ID, c.shown().customer.Name)
		}},
	}
}

// pay opens the form for a payment of all that is open.
func (c *Card) pay() tea.Cmd {
	k := c.shown().customer
	for _, o := range c.shown().owed.account.Open {
		if o.Balance > 0 {
			return c.till.Pay(k.ID, k.Name, o.Currency, o.Balance)
		}
	}
	return c.till.Pay(k.ID, k.Name, k.Currency, 0)
}
