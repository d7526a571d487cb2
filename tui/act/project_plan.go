package act

import (
	"genjin/model/label"

	"genjin/tui/ask"
	"genjin/tui/kit"
)

// WithCondition lets the condition among a form's fields be written in words.
func WithCondition(list []kit.Field, record string, env ask.FieldEnv) []kit.Field {
	for i := range list {
		if list[i].Code != "condition" {
			continue
		}
		list[i].Value = label.Condition(list[i].Value, env.Lang)
		list[i].Placeholder = label.Condition("new_mould=yes", env.Lang)
		list[i].Check = func(text string) (string, string) {
			code, err := label.ReadCondition(text)
			if err != nil {
				_, problem, _ := label.Problem(record, err, env.Lang)
				return "", problem
			}
			return label.Condition(code, env.Lang), ""
		}
	}
	return list
}

// ReadCondition reads the condition among a form's texts.
func ReadCondition(texts map[string]string) error {
	text, given := texts["condition"]
	code, err := label.ReadCondition(text)
	if err == nil && given {
		texts["condition"] = code
	}
	return err
}
