package label

import (
	"strings"

	"genjin/model"
)

// Condition is what a step depends on, in words: 是否开模=是.
func Condition(text string, l Lang) string {
	return condition("project", text, l)
}

// Opening is what a step wants of the record whose form it opens, in words:
// 访谈/核实记录 模板=业务接洽记录.
func Opening(s *model.StepPlan, l Lang) string {
	if s.Opens == "" {
		return ""
	}
	parts := []string{Record(s.Opens, l)}
	for _, text := range s.Wanted() {
		parts = append(parts, condition(s.Opens, text, l))
	}
	return strings.Join(parts, "  ")
}

func condition(record, text string, l Lang) string {
	if text == "" {
		return ""
	}
	code, op, value := model.SplitCondition(text)
	name := Field(record, code, l)
	if op == "" {
		return name + pick(l, "已填", " known")
	}
	return name + op + Option(record, code, value, l)
}

// ReadCondition is a condition as a person writes it, with the names or the
// codes of the field and the value. It is refused as model.CheckCondition
// refuses it.
func ReadCondition(text string) (string, error) {
	text = strings.ReplaceAll(model.HalfWidth(model.Clean(text)), "≠", "!=")
	if text == "" {
		return "", nil
	}
	name, op, value := model.SplitCondition(text)
	for _, filled := range []string{"已填", "known"} {
		if op == "" {
			name = strings.TrimSpace(strings.TrimSuffix(name, filled))
		}
	}
	code, _ := ReadHeader("project", name)
	if err := model.CheckCondition(code); err != nil || code == "" {
		return "", model.CheckCondition(text)
	}
	if op == "" {
		return code, nil
	}
	option, ok := ReadOption("project", code, value)
	if f, known := model.ProjectFields.ByCode(code); !ok && known && f.Kind == model.KindChoice {
		return "", model.At("condition", &model.FieldError{Code: model.RefusedOption, Args: append([]string{value}, f.Options...)})
	}
	if !ok {
		option = value
	}
	return code + op + option, nil
}
