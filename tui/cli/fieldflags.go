package cli

import (
	"github.com/spf13/cobra"

	"genjin/model"
	"genjin/model/label"
	"genjin/tui/words"
)

// fieldFlag is a flag whose value goes into a field of a record; bias says
// which way a date without a year is meant.
type fieldFlag struct {
	name, field string
	usage       words.T
	bias        model.Bias
	value       string
}

// bindFields declares the flags of a record's fields.
func bindFields[T any](r *run, cmd *cobra.Command, fields model.Fields[T], flags []*fieldFlag) {
	for _, f := range flags {
		cmd.Flags().StringVar(&f.value, f.name, "", r.say(f.usage))
		if spec, ok := fields.ByCode(f.field); ok && spec.Kind == model.KindChoice {
			completions(cmd, f.name, spec.Options)
		}
	}
}

// setFields reads what was typed into the record. What can't be read is wrong
// usage.
func setFields[T any](r *run, record string, fields model.Fields[T], rec *T, flags []*fieldFlag, today model.Date) error {
	for _, f := range flags {
		if f.value == "" {
			continue
		}
		if err := label.Set(record, fields, f.field, rec, f.value, today, f.bias); err != nil {
			return r.refused(record, "--"+f.name, err)
		}
	}
	return nil
}

// inWords is an error about a field of a record that shares its names with
// others, as a sentence.
func (r *run) inWords(record string, err error) error {
	if sentence, ok := label.Refusal(record, err, r.lang); ok {
		return &said{sentence: sentence}
	}
	return err
}
