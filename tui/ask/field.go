package ask

import (
	"cmp"
	"slices"

	"genjin/model"
	"genjin/model/label"
	"genjin/tui/kit"
)

// Env is what reading a field depends on.
type FieldEnv struct {
	Lang     label.Lang
	Today    model.Date
	Currency string // of amounts, unless the text names another; "" = that of the settings
	// Planned are the settings by whose calendar dates ahead are planned; nil
	// where none is.
	Planned *model.Settings
	// Own are the values that the person added to choices, by the field's code.
	Own map[string][]string
}

// currency is that of amounts that name none.
func (env FieldEnv) currency() string {
	if env.Currency == "" && env.Planned != nil {
		return env.Planned.Currency
	}
	return env.Currency
}

// Of is the form field for a record's field, filled in with its canonical
// value.
func FieldOf(record string, spec model.Spec, value string, env FieldEnv) kit.Field {
	record = cmp.Or(spec.Named, record)
	f := kit.Field{
		Code: spec.Code, Label: label.Field(record, spec.Code, env.Lang),
		MaxLen: spec.Limit(), Value: TextOf(record, spec, value, env), Half: spec.Half, Rare: spec.Rare,
	}
	switch spec.Kind {
	case model.KindChoice, model.KindFlag:
		if spec.Open {
			spec.Options = slices.Concat(spec.Options, env.Own[spec.Code])
		}
		f.Kind, f.Value, f.Optional = kit.ChoiceField, value, !spec.Required
		f.Options = OptionsOf(record, spec, value, env.Lang)
		return f
	case model.KindNote:
		f.Kind = kit.NoteField
		if spec.Line {
			f.Kind, f.MaxRows = kit.LineField, 1
		}
	case model.KindAmount, model.KindDate:
		f.Anew = true
	}
	f.Check = func(text string) (echo, problem string) { return check(record, spec, text, env) }
	return f
}

// Options are the values that a choice offers; a value that the record already
// has is one of them, even one of its own or of the rules.
func OptionsOf(record string, spec model.Spec, value string, l label.Lang) []kit.Option {
	codes := slices.DeleteFunc(slices.Clone(spec.Options), func(c string) bool { return slices.Contains(spec.Ruled, c) })
	if spec.Kind == model.KindFlag {
		return []kit.Option{{Code: "1", Label: label.Option("", "decides", "yes", l)}}
	}
	if value != "" && !slices.Contains(codes, value) {
		codes = append(codes, value)
	}
	options := make([]kit.Option, len(codes))
	for i, c := range codes {
		options[i] = kit.Option{Code: c, Label: label.Option(record, spec.Code, c, l)}
	}
	return options
}

// Text is a canonical value as a person would type it.
func TextOf(record string, spec model.Spec, value string, env FieldEnv) string {
	switch spec.Kind {
	case model.KindChoice, model.KindFlag, model.KindNote, model.KindRef:
		return value
	}
	return label.Show(record, spec, value, env.Currency, env.Lang)
}

// check reads a text as it stands. What was understood is said where it
// differs from what was typed.
func check(record string, spec model.Spec, text string, env FieldEnv) (echo, problem string) {
	if text == "" && spec.Required {
		return "", "" // said on saving, not before anything was typed
	}
	if spec.Kind == model.KindRef {
		return "", ""
	}
	value, err := Read(record, spec, text, env)
	if spec.Kind == model.KindAmount {
		value, env.Currency, err = label.ReadAmount(spec, text, env.currency())
	}
	if err != nil {
		_, problem, _ = label.Problem(record, err, env.Lang)
		return "", problem
	}
	return understood(record, spec, text, value, env), ""
}

// shortNote is up to how many characters a note counts those that are left.
const shortNote = 100

func understood(record string, spec model.Spec, text, value string, env FieldEnv) string {
	if value == "" {
		return ""
	}
	if limit := spec.Limit(); limit <= shortNote && spec.Kind == model.KindNote {
		return label.Left(limit-len([]rune(value)), env.Lang)
	}
	shown := label.Show(record, spec, value, env.Currency, env.Lang)
	switch spec.Kind {
	case model.KindDate, model.KindMoment:
		day := model.Moment(value).Date()
		guessed := ""
		if env.Planned != nil && spec.Bias != model.Past {
			guessed = label.Guessed(day, *env.Planned, env.Lang)
		}
		weekday := label.Weekday(day, env.Lang) + guessed
		if guessed != "" && shown == text {
			return weekday // the room is short
		}
		shown += " " + weekday
	case model.KindAmount, model.KindBirthday, model.KindNumber, model.KindQuantity:
		if shown == text {
			return ""
		}
	default:
		return ""
	}
	return shown
}

// Read is the canonical value of a typed text.
func Read(record string, spec model.Spec, text string, env FieldEnv) (string, error) {
	return label.Read(cmp.Or(spec.Named, record), spec, text, env.Today, spec.Bias)
}

// ReadInto reads a typed text into a record's values.
func ReadInto(record string, spec model.Spec, text string, values map[string]string, env FieldEnv) error {
	return label.ReadInto(record, spec, text, values, env.Today, env.currency())
}

// Take reads the texts of a form into a record.
func Take[T any](record string, table model.Fields[T], texts map[string]string, rec *T, env FieldEnv) error {
	return label.Take(record, table, texts, rec, env.Today, env.currency())
}

// FieldsOf is the form's fields for some of a record's, in the order of the codes;
// without codes, for those that a form asks for.
func FieldsOf[T any](record string, table model.Fields[T], rec *T, env FieldEnv, codes ...string) []kit.Field {
	if len(codes) == 0 {
		codes = table.Form()
	}
	var list []kit.Field
	for _, code := range codes {
		if f, ok := table.ByCode(code); ok {
			list = append(list, FieldOf(record, f.Spec, f.Get(rec), env))
		}
	}
	return list
}
