package act

import (
	"genjin/model"

	"genjin/tui/ask"
	"genjin/tui/kit"
	"genjin/tui/words"
)

// Till opens the dialogs.
type Till struct {
	env   *kit.Env
	words *words.Words
	store model.Debts
}

// New makes the till of a screen.
func NewTill(env *kit.Env, words *words.Words, store model.Debts) *Till {
	return &Till{env: env, words: words, store: store}
}

// Debt is a receivable as far as a chasing step needs to know it.
type Debt struct {
	ID, CustomerID int64
	Customer       string
	Currency       string
	Open           int64
	Level          int        // of the step that it asks for
	Broken         model.Date // the day of the promise that was not kept
}

// DebtOf is a receivable of a list, with the step that the ladder asks for or,
// before the next one is reached, asked for last.
func DebtOf(r *model.ReceivableOf, steps []model.Step) Debt {
	d := Debt{ID: r.ID, CustomerID: r.CustomerID, Customer: r.Customer, Currency: r.Currency, Open: r.Now.Balance}
	if st, ok := model.ReachedStep(steps, r.DueOn, r.Now.AsOf); ok {
		d.Level = st.Level
	}
	if r.IsBroken(r.Now.AsOf) {
		d.Broken = r.PromiseOn
	}
	return d
}

// DebtOfRow is what a row of Today is about.
func DebtOfRow(row model.Row) Debt {
	d := Debt{ID: row.Record, CustomerID: row.CustomerID, Customer: row.Customer, Currency: row.Currency, Open: row.Amount, Level: row.Level}
	if row.Kind == model.RowBroken {
		d.Broken = row.DueOn.AddDays(-1)
	}
	return d
}

func (t *Till) stand() ask.Stand { return ask.Stand{Env: t.env, Words: t.words, Store: t.store} }

func (t *Till) fieldEnv(currency string) ask.FieldEnv { return t.stand().FieldEnv(currency) }

func (t *Till) editor(title, record, draft string, list []kit.Field) *ask.Editor {
	return ask.NewEditor(t.env, t.words, t.store, title, record, draft, list)
}

// half lets a field share its row with the next one.
func half(f kit.Field) kit.Field {
	f.Half = true
	return f
}
