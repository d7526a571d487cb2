package cli

import (
	"cmp"
	"errors"

	"github.com/spf13/cobra"

	"genjin/model"
	"genjin/model/label"
	"genjin/tui/words"
)

// act is a command that does one thing with a record T, as the form on the screen
// does: what was typed for its fields, by their codes.
type act[T any] struct {
	*run
	record string // whose names its fields bear
	table  model.Fields[T]
	flags  map[string]*string
}

// newAct declares the flags of a record's fields.
func newAct[T any](r *run, cmd *cobra.Command, record string, table model.Fields[T]) act[T] {
	a := act[T]{r, record, table, map[string]*string{}}
	for _, f := range table {
		if f.Flag == "" {
			continue
		}
		a.flags[f.Code] = cmd.Flags().String(f.Flag, "", r.say(words.FlagUse[cmp.Or(f.Named, record)+"."+f.Code]))
		if f.Kind == model.KindChoice {
			completions(cmd, f.Flag, f.Options)
		}
	}
	return a
}

// read reads what was typed into the record, in the currency of amounts that name
// none; arguments are texts that no flag gives, by their fields. A flag that can't
// be read is wrong usage. An amount that is typed is one: 0 is refused.
func (a act[T]) read(rec *T, today model.Date, currency string, arguments map[string]string) error {
	texts := map[string]string{}
	for code, text := range arguments {
		texts[code] = text
	}
	for code, text := range a.flags {
		if *text != "" {
			texts[code] = *text
		}
	}
	if currency, ok := a.table.ByCode("currency"); ok && texts["currency"] != "" {
		currency.Set(rec, "") // it is said: no amount says another one
	}
	err := label.Take(a.record, a.table, texts, rec, today, currency)
	for _, f := range a.table {
		if err == nil && f.Kind == model.KindAmount && texts[f.Code] != "" && f.Get(rec) == "" {
			err = model.At(f.Code, model.Refuse(model.RefusedPositive))
		}
	}
	return a.refused(err)
}

// refused is a refusal in words that names the flag of the field.
func (a act[T]) refused(err error) error {
	var fe *model.FieldError
	if errors.As(err, &fe) {
		if f, ok := a.table.ByCode(fe.Field); ok && f.Flag != "" {
			return a.run.refused(cmp.Or(f.Named, a.record), "--"+f.Flag, err)
		}
	}
	return a.inWords(a.record, err)
}

// inWords is an error about a field of a record that shares its names with
// others, as a sentence.
func (r *run) inWords(record string, err error) error {
	if sentence, ok := label.Refusal(record, err, r.lang); ok {
		return &said{sentence: sentence, cause: err}
	}
	return err
}
