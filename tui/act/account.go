package act

import (
	"context"
	"fmt"
	"strings"

	"genjin/model"
	"genjin/model/label"
	"genjin/tui/kit"
)

// Account is how a customer stands: what is open and overdue, what of their
// money settles nothing yet, and how they pay.
type Account struct {
	Open     []model.OweSum // a line a currency
	Paid     []model.PaySum
	Habit    model.Habit
	Exposure model.Exposure
	OnCard   int64 // the score that the card has
}

// Any reports whether there was ever anything to pay.
func (a *Account) Any() bool { return len(a.Open) > 0 || len(a.Paid) > 0 }

// Account reads how a customer stands.
func (t *Till) Account(ctx context.Context, k model.Customer) (a Account, err error) {
	a.OnCard = k.PaymentScore
	owed, err := t.store.ReceivableList().Sums(ctx, model.QueryOf(k.ID, ""))
	if err != nil {
		return a, err
	}
	paid, err := t.store.PaymentList().Sums(ctx, model.QueryOf(k.ID, ""))
	a.Open, a.Paid = model.OweSums(owed), model.PaySums(paid)
	if err != nil || !a.Any() {
		return a, err
	}
	if a.Habit, err = t.store.CustomerPaymentHabit(ctx, k.ID); err != nil {
		return a, err
	}
	a.Exposure, err = t.store.Exposure(ctx, k.ID)
	return a, err
}

// Owes says in one line what is owed: the sums, what of them is overdue, and
// how much of the limit that is.
func (t *Till) Owes(a *Account) string {
	w := t.words.Money
	var parts []string
	for _, o := range a.Open {
		if o.Balance == 0 {
			continue
		}
		text := label.Amount(o.Balance, o.Currency)
		if o.Overdue > 0 {
			text += "  " + w.Overdue + " " + label.Amount(o.Overdue, o.Currency)
		}
		parts = append(parts, text)
	}
	if len(parts) == 0 && a.Any() {
		parts = append(parts, w.NothingOwed)
	}
	if used, ok := t.limitUsed(a); ok && a.Any() {
		parts = append(parts, used)
	}
	return strings.Join(parts, "  ")
}

func (t *Till) limitUsed(a *Account) (string, bool) {
	sum, ok := a.Exposure.Sum()
	used, some := model.PerMille(sum, a.Exposure.Limit)
	if !ok || !some {
		return "", false
	}
	return fmt.Sprintf(t.words.Money.LimitUsed, used/10), true
}

// Score says in one line the suggested score and why.
func (t *Till) Score(a *Account) string {
	if !a.Any() {
		return ""
	}
	s := a.Habit.Score
	parts := []string{scoreText(s.Value)}
	if a.OnCard > 0 && a.OnCard != s.Value {
		parts[0] += fmt.Sprintf(t.words.Money.ScoreOnCard, scoreText(a.OnCard))
	}
	return strings.Join(append(parts, t.reasons(s.Why)...), "  ")
}

func scoreText(n int64) string {
	if n == 0 {
		return "-"
	}
	return fmt.Sprint(n)
}

func (t *Till) reasons(list []model.Reason) []string {
	var out []string
	for _, r := range list {
		out = append(out, label.Reason(r, t.store.Today(), t.words.Lang))
	}
	return out
}

// AccountPairs are how a customer stands as labels and values: what is owed,
// the advance, how they pay, their score with its reasons and what would
// change it.
func (t *Till) AccountPairs(a *Account) []kit.Pair {
	w := t.words.Money
	pairs := []kit.Pair{{Label: w.Owes, Value: t.Owes(a)}}
	var advance []string
	for _, p := range a.Paid {
		if p.Advance > 0 {
			advance = append(advance, label.Amount(p.Advance, p.Currency))
		}
	}
	pairs = append(pairs, kit.Pair{Label: w.Advance, Value: strings.Join(advance, "  ")}, kit.Pair{Label: w.Habit, Value: t.habit(a.Habit)})
	if n := a.Habit.Promises; n[model.PromiseKept]+n[model.PromiseLate]+n[model.PromiseBroken] > 0 {
		pairs = append(pairs, kit.Pair{Label: " ", Value: fmt.Sprintf(w.HabitPromises, n[model.PromiseKept], n[model.PromiseLate],
			n[model.PromiseBroken])})
	}
	return append(pairs,
		kit.Pair{Label: w.Score, Value: t.Score(a)},
		kit.Pair{Label: w.ScoreWouldChange, Value: strings.Join(t.reasons(a.Habit.Score.Change), "\n")})
}

func (t *Till) habit(h model.Habit) string {
	if !h.Known {
		return ""
	}
	w := t.words.Money
	text := fmt.Sprintf(w.HabitMedian, h.Payments, h.Median, h.InTime)
	if h.Median < 0 {
		text = fmt.Sprintf(w.HabitEarly, h.Payments, -h.Median, h.InTime)
	}
	if h.LastOn != "" {
		text += "  " + fmt.Sprintf(w.LastPaid, label.Short(string(h.LastOn), t.store.Today()))
	}
	return text
}
