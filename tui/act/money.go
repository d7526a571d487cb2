package act

import (
	"slices"

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

// Talk is what a chasing step is about: what a customer owes in one currency, one
// receivable or several.
type Talk struct {
	Debts      []model.Receivable // the oldest due first
	CustomerID int64
	Customer   string
	Currency   string
	Open       int64
	Level      int // of the step that it asks for
}

// TalkOf is a receivable of a list, with the step that the ladder asks for or,
// before the next one is reached, asked for last.
func TalkOf(r *model.ReceivableOf, set model.Settings) Talk {
	return Talk{Debts: []model.Receivable{r.Receivable}, CustomerID: r.CustomerID, Customer: r.Customer, Currency: r.Currency,
		Open: r.Now.Balance, Level: model.LevelOf([]model.Receivable{r.Receivable}, set, r.Now.AsOf)}
}

// TalkOfRow is what a row of Today is about.
func TalkOfRow(row model.Row) Talk {
	d := Talk{CustomerID: row.CustomerID, Customer: row.Customer, Currency: row.Currency, Open: row.Amount, Level: row.Level}
	for _, p := range row.Parts() {
		if p.Debt != nil {
			d.Debts = append(d.Debts, p.Debt.Receivable)
		}
	}
	slices.SortStableFunc(d.Debts, func(a, b model.Receivable) int { return model.OldestFirst(&a, &b) })
	return d
}

// ids are its receivables.
func (d *Talk) ids() []int64 {
	ids := make([]int64, len(d.Debts))
	for i := range d.Debts {
		ids[i] = d.Debts[i].ID
	}
	return ids
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
