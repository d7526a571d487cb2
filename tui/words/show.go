package words

import (
	"cmp"

	"genjin/model"
	"genjin/model/label"
)

// Show is a field's canonical value as the screens show it: in words and, while
// private data is masked, without what is private. Forms, which have to show
// what they change, and exports take label.Show.
func (w *Words) Show(record string, f model.Spec, value, currency string) string {
	if w.Private {
		value = label.Mask(f, value)
	}
	return label.Show(record, f, value, currency, w.Lang)
}

// Value is a logged value as the screens show it, by its record and field.
func (w *Words) Value(record, code, value string) string {
	if w.Private {
		value = label.MaskValue(record, code, value)
	}
	return label.Value(record, code, value, w.Lang)
}

// Change is a field that an import would write over, or leaves, as the screens
// show it.
func (w *Words) Change(record string, c model.FieldChange) (field, before, after string) {
	if w.Private {
		of := cmp.Or(c.Record, record)
		c.Before, c.After = label.MaskValue(of, c.Field, c.Before), label.MaskValue(of, c.Field, c.After)
	}
	return label.Change(record, c, w.Lang)
}

// Note is a free text as the screens show it.
func (w *Words) Note(text string) string {
	if w.Private {
		return label.MaskText(text)
	}
	return text
}

// Day is a date that is planned, with its weekday; in a year whose holidays are
// not known yet that stands with it.
func (w *Words) Day(d model.Date) string { return label.Day(d, w.settings(), w.Lang) }

// Guessed says of a date that is planned that the holidays of its year are not
// known yet; empty where they are.
func (w *Words) Guessed(d model.Date) string { return label.Guessed(d, w.settings(), w.Lang) }

func (w *Words) settings() model.Settings {
	if w.Planned == nil {
		return model.Settings{}
	}
	return *w.Planned
}
