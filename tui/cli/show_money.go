package cli

import (
	"context"
	"encoding/json"
	"strings"

	"genjin/model"
	"genjin/model/label"
	"genjin/tui/words"
)

// account is the money of a customer as of the day.
type account struct {
	sums     []accountSum // one a currency
	open     []model.ReceivableOf
	paid     []model.PaymentOf // the latest ones
	habit    model.Habit
	exposure model.Exposure
	settings model.Settings
	any      bool // there is something to tell
}

// accountSum is what a customer owes and has in advance in a currency.
type accountSum struct {
	currency               string
	open, overdue, advance int64
}

// lastPayments is how many payments a card shows.
const lastPayments = 5

func (r *run) account(ctx context.Context, st model.Debts, customer int64) (a account, err error) {
	set, err := st.Settings(ctx)
	if err != nil {
		return a, err
	}
	a.settings = set
	ids, err := st.ReceivableList().IDs(ctx, model.QueryOf(customer, "open"))
	if err != nil {
		return a, err
	}
	if a.open, err = st.ReceivablesByID(ctx, ids); err != nil {
		return a, err
	}
	payments, err := st.PaymentList().IDs(ctx, model.QueryOf(customer, ""))
	if err != nil {
		return a, err
	}
	if a.paid, err = st.PaymentsByID(ctx, payments[:min(lastPayments, len(payments))]); err != nil {
		return a, err
	}
	if a.sums, err = accountSums(ctx, st, customer); err != nil {
		return a, err
	}
	if a.habit, err = st.CustomerPaymentHabit(ctx, customer); err != nil {
		return a, err
	}
	a.exposure, err = st.Exposure(ctx, customer)
	a.any = len(ids)+len(payments) > 0 || a.exposure.Limit > 0
	return a, err
}

// accountSums puts what is open and what is in advance together, a currency a
// line.
func accountSums(ctx context.Context, st model.Debts, customer int64) ([]accountSum, error) {
	owed, err := st.ReceivableList().Sums(ctx, model.QueryOf(customer, "open"))
	if err != nil {
		return nil, err
	}
	paid, err := st.PaymentList().Sums(ctx, model.QueryOf(customer, ""))
	if err != nil {
		return nil, err
	}
	var sums []accountSum
	of := func(currency string) *accountSum {
		for i := range sums {
			if sums[i].currency == currency {
				return &sums[i]
			}
		}
		sums = append(sums, accountSum{currency: currency})
		return &sums[len(sums)-1]
	}
	for _, o := range model.OweSums(owed) {
		s := of(o.Currency)
		s.open, s.overdue = o.Balance, o.Overdue
	}
	for _, p := range model.PaySums(paid) {
		if p.Advance > 0 {
			of(p.Currency).advance = p.Advance
		}
	}
	return sums, nil
}

// money prints the account under the card; nothing where there is none.
func (r *run) money(a account, today model.Date) error {
	if !a.any {
		return nil
	}
	var b strings.Builder
	b.WriteString(accent.Render(label.Section("money", r.lang)) + "\n")
	for _, s := range a.sums {
		line := r.say(words.OpenMoney, label.Amount(s.open, s.currency), label.Amount(s.overdue, s.currency))
		if s.advance > 0 {
			line += r.say(words.Comma) + r.say(words.AdvanceMoney, label.Amount(s.advance, s.currency))
		}
		b.WriteString("  " + line + "\n")
	}
	b.WriteString("  " + r.credit(a.exposure) + "\n")
	for _, line := range r.habit(a.habit, today) {
		b.WriteString("  " + line + "\n")
	}
	if len(a.open) > 0 {
		b.WriteString("  " + strong.Render(r.say(words.OpenDebtsHead, len(a.open))) + "\n")
		_ = r.openTable(a.open, today).write(&b) // a strings.Builder takes everything
	}
	if len(a.paid) > 0 {
		b.WriteString("  " + strong.Render(r.say(words.LastPaidHead)) + "\n")
		_ = r.paidTable(a.paid, today).write(&b)
	}
	return writeString(r.out, b.String())
}

// credit says how much of the credit limit is used.
func (r *run) credit(e model.Exposure) string {
	if e.Limit == 0 {
		return r.say(words.NoLimit)
	}
	sum, ok := e.Sum()
	if !ok {
		sum = model.MaxAmount
	}
	// both are below model.MaxAmount
	line := r.say(words.ExposureOf, label.Amount(sum, e.Currency), label.Amount(e.Limit, e.Currency), sum*100/e.Limit)
	if over := e.Over(0); over > 0 {
		line += r.say(words.ExposureOver, label.Amount(over, e.Currency))
	}
	if len(e.Unrated) > 0 {
		line += r.say(words.ExposureLeft, strings.Join(e.Unrated, ", "))
	}
	return line
}

// habit says how the customer pays: the suggested score, why, and what would
// change it.
func (r *run) habit(h model.Habit, today model.Date) []string {
	list := func(reasons []model.Reason) string {
		var all []string
		for _, reason := range reasons {
			all = append(all, label.Reason(reason, today, r.lang))
		}
		return strings.Join(all, "; ")
	}
	if h.Score.Value == 0 {
		return nil
	}
	lines := []string{r.say(words.HabitScore, h.Score.Value, list(h.Score.Why))}
	if len(h.Score.Change) > 0 {
		lines = append(lines, r.say(words.HabitChange, list(h.Score.Change)))
	}
	return lines
}

func (r *run) openTable(open []model.ReceivableOf, today model.Date) *table {
	shown := []string{"id", "owed_for", "kind", "amount", "balance", "due_on", "status", "next_step"}
	t := receivables.tableOf(r, shown...)
	for i := range open {
		t.add(receivables.cells(r, &open[i], model.AsOf{Today: today}, shown...)...)
	}
	t.indent, t.head = "  ", nil
	return &t
}

func (r *run) paidTable(paid []model.PaymentOf, today model.Date) *table {
	shown := []string{"id", "received_on", "amount", "method", "receipt_no"}
	t, at := payments.tableOf(r, shown...), model.AsOf{Today: today}
	t.indent, t.head = "  ", nil
	for i := range paid {
		p := &paid[i]
		var settled []string
		for _, a := range p.Shares {
			settled = append(settled, p.Names[a.ReceivableID]+" "+label.Amount(a.Amount, p.Currency))
		}
		if rest := p.Advance(); rest > 0 {
			settled = append(settled, r.say(words.AdvanceMoney, label.Amount(rest, p.Currency)))
		}
		cells := append(payments.cells(r, p, at, shown...), plain(strings.Join(settled, ", ")))
		t.add(append(cells, payments.cells(r, p, at, "remark")...)...)
	}
	return &t
}

// The account in JSON.
type (
	accountJSON struct {
		Balances    []balanceJSON     `json:"balances"`
		Exposure    exposureJSON      `json:"exposure"`
		Score       *scoreJSON        `json:"payment_score_suggested"`
		Receivables []json.RawMessage `json:"receivables"`
		Payments    []json.RawMessage `json:"payments"`
	}
	balanceJSON struct {
		Currency string    `json:"currency"`
		Open     moneyJSON `json:"open"`
		Overdue  moneyJSON `json:"overdue"`
		Advance  moneyJSON `json:"advance"`
	}
	exposureJSON struct {
		Sum   moneyJSON  `json:"sum"`
		Limit *moneyJSON `json:"limit"`
		Over  moneyJSON  `json:"over"`
	}
	scoreJSON struct {
		Value  int64    `json:"value"`
		Why    []string `json:"why"`
		Change []string `json:"change"`
	}
)

// accountJSON is the account as scripts read it: the open receivables and the
// latest payments.
func (r *run) accountJSON(a account, today model.Date) accountJSON {
	out := accountJSON{Balances: []balanceJSON{}, Receivables: []json.RawMessage{}, Payments: []json.RawMessage{}}
	for _, s := range a.sums {
		sum := func(n int64) moneyJSON { return moneyJSON{n, s.currency} }
		out.Balances = append(out.Balances, balanceJSON{s.currency, sum(s.open), sum(s.overdue), sum(s.advance)})
	}
	sum := func(n int64) moneyJSON { return moneyJSON{n, a.exposure.Currency} }
	total, ok := a.exposure.Sum()
	if !ok {
		total = model.MaxAmount
	}
	out.Exposure = exposureJSON{Sum: sum(total), Over: sum(a.exposure.Over(0))}
	if a.exposure.Limit > 0 {
		limit := sum(a.exposure.Limit)
		out.Exposure.Limit = &limit
	}
	if s := a.habit.Score; s.Value > 0 {
		words := func(reasons []model.Reason) []string {
			all := []string{}
			for _, reason := range reasons {
				all = append(all, label.Reason(reason, today, r.lang))
			}
			return all
		}
		out.Score = &scoreJSON{s.Value, words(s.Why), words(s.Change)}
	}
	for i := range a.open {
		out.Receivables = append(out.Receivables, model.ReceivableJSON(&a.open[i], a.settings))
	}
	for i := range a.paid {
		out.Payments = append(out.Payments, model.PaymentJSON(&a.paid[i]))
	}
	return out
}
