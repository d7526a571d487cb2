package ask

import (
	"context"

	"genjin/model"

	"genjin/tui/kit"
	"genjin/tui/words"
)

// Stand is what the forms of a screen stand on.
type Stand struct {
	Env   *kit.Env
	Words *words.Words
	Store model.Desk
}

// FieldEnv is what fields are read with; currency is that of amounts that name
// none.
func (s Stand) FieldEnv(currency string) FieldEnv {
	return FieldEnv{Lang: s.Words.Lang, Planned: s.Words.Planned, Today: s.Store.Today(), Currency: currency, Own: s.Env.Own}
}

// Act is one thing that is done with a record T: what it asks for and begins with,
// and what becomes of that.
type Act[T any] struct {
	Title, Draft string
	Record       string           // whose names its fields bear
	Table        model.Fields[T]  //
	Codes        []string         // of the fields that are asked for; nil: those of the table's form
	Start        T                // what it begins with; what it doesn't ask for stays so
	Currency     string           // of amounts that name none
	Focus        string           // the field that is typed into first; "" = the first one
	Shown        func(*kit.Field) // what a field shows beside what the table says of it; nil: nothing
	Save         func(ctx context.Context, rec T, reason string) (said string, err error)
	Keep         func(ctx context.Context, rec T, reason string) (Done, error) // instead of Save: more comes of it than a sentence
}

// Form is the form of an act.
func Form[T any](s Stand, a Act[T]) *Editor {
	env := s.FieldEnv(a.Currency)
	list := FieldsOf(a.Record, a.Table, &a.Start, env, a.Codes...)
	for i := range list {
		if a.Shown != nil {
			a.Shown(&list[i])
		}
	}
	e := NewEditor(s.Env, s.Words, s.Store, a.Title, a.Record, a.Draft, list)
	e.Save = func(ctx context.Context, values map[string]string, reason string) (Done, error) {
		rec := a.Start
		if err := Take(a.Record, a.Table, values, &rec, env); err != nil {
			return Done{}, err
		}
		if a.Keep != nil {
			return a.Keep(ctx, rec, reason)
		}
		said, err := a.Save(ctx, rec, reason)
		return Done{Said: said}, err
	}
	if a.Focus != "" {
		e.Form.Focus(a.Focus)
	}
	return e
}
