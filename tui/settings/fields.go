package settings

import (
	"fmt"

	"genjin/model"
	"genjin/model/label"
	"genjin/tui/kit"
)

// numberWidth is the room for a number of days; such fields share a row.
const numberWidth = 5

// fields are the form's, by the settings' field table.
func (d *Dialog) fields() []kit.Field {
	var list []kit.Field
	for _, f := range model.SettingsFields {
		list = append(list, d.field(f.Spec, f.Get(&d.set)))
	}
	for i := range list[:len(list)-1] {
		list[i].Half = list[i].Width == numberWidth && list[i+1].Width == numberWidth && list[i+1].Section == "" && !(i > 0 && list[i-1].Half)
	}
	return list
}

func (d *Dialog) field(f model.Spec, value string) kit.Field {
	field := kit.Field{
		Code: f.Code, Label: label.Field("settings", f.Code, d.words.Lang), Value: d.text(f, value), MaxLen: f.Limit(),
		Check: func(text string) (echo, problem string) { return d.check(f, text) },
	}
	if f.Section != "" {
		field.Section = label.Section(f.Section, d.words.Lang)
	}
	switch f.Kind {
	case model.KindNumber:
		field.Width = numberWidth
	case model.KindChoice, model.KindFlag:
		field.Kind, field.Options = kit.ChoiceField, d.options(f)
		for _, o := range field.Options {
			field.Width += kit.Width(o.Label) + 2
		}
	}
	return field
}

// options are all that a choice may be; no value has its word too, where it is
// allowed.
func (d *Dialog) options(f model.Spec) []kit.Option {
	codes := f.Options
	if f.Kind == model.KindFlag {
		codes = []string{"1"}
	}
	if !f.Required {
		codes = append(codes[:len(codes):len(codes)], "")
	}
	options := make([]kit.Option, len(codes))
	for i, c := range codes {
		options[i] = kit.Option{Code: c, Label: label.Setting(f.Code, c, "", d.words.Lang)}
	}
	return options
}

// text is a canonical value as it stands in its field.
func (d *Dialog) text(f model.Spec, value string) string {
	switch {
	case f.Kind == model.KindChoice || f.Kind == model.KindFlag, value == "" && f.Kind != model.KindNumber:
		return value
	}
	return label.Setting(f.Code, value, d.set.Currency, d.words.Lang)
}

// read is the canonical value of what stands in a field.
func (d *Dialog) read(f model.Spec, text string, set model.Settings) (string, error) {
	if f.Kind == model.KindChoice || f.Kind == model.KindFlag {
		return text, nil
	}
	return label.ReadSetting(f.Code, text, set, d.store.Today())
}

// check says beside a field what was understood, where it differs from what was
// typed, and what the default is.
func (d *Dialog) check(f model.Spec, text string) (echo, problem string) {
	set := d.set
	if d.form != nil {
		if currency, err := model.ReadCurrency(d.form.Value("default_currency")); err == nil {
			set.Currency = currency
		}
	}
	value, err := d.read(f, text, set)
	if err != nil {
		_, problem, _ = label.Problem("settings", err, d.words.Lang)
		return "", problem
	}
	echo = fmt.Sprintf(d.words.Settings.Default, label.SettingDefault(f.Code, d.words.Lang))
	if f.Kind == model.KindChoice || f.Kind == model.KindFlag || value == "" {
		return echo, ""
	}
	if shown := label.Setting(f.Code, value, set.Currency, d.words.Lang); shown != text {
		echo = shown + "  " + echo
	}
	return echo, ""
}
