package files

import (
	"encoding/json"
	"errors"
	"strings"

	"genjin/model"
	"genjin/model/label"
)

// stepsOfObjects are the steps of genjin's JSON as the column has them.
func stepsOfObjects(raw json.RawMessage) (string, bool) {
	var list []struct {
		ChasedOn      model.Date `json:"chased_on"`
		Method        model.ChaseMethod
		Level         int64
		Outcome       model.Outcome
		PromiseOn     model.Date `json:"promise_on"`
		PromiseAmount struct {
			Amount   int64
			Currency string
		} `json:"promise_amount"`
		Note string
	}
	if json.Unmarshal(raw, &list) != nil {
		return "", false
	}
	lines := make([]string, len(list))
	for i, s := range list {
		d := model.Dunning{ChasedOn: s.ChasedOn, Method: s.Method, Level: s.Level, Outcome: s.Outcome, PromiseOn: s.PromiseOn,
			PromiseAmount: s.PromiseAmount.Amount, Note: s.Note}
		lines[i] = label.StepLine(d, s.PromiseAmount.Currency, func(_, value string) string { return value })
	}
	return strings.Join(lines, "\n"), true
}

// stepsIn reads the steps of a receivable.
func stepsIn(text, currency string) ([]model.Dunning, error) {
	var list []model.Dunning
	var errs []error
	for _, line := range strings.Split(text, "\n") {
		words := strings.Fields(line)
		if len(words) == 0 {
			continue
		}
		for len(words) < 6 {
			words = append(words, label.Nothing)
		}
		d := model.Dunning{Note: model.CleanNote(strings.Join(words[6:], " "))}
		for i, code := range []string{"chased_on", "method", "level", "outcome", "promise_on"} {
			if words[i] != label.Nothing {
				errs = append(errs, label.Set("dunning", model.DunningFields, code, &d, words[i], "", model.Nearest))
			}
		}
		if words[5] != label.Nothing {
			m, err := model.ParseAmount(words[5], currency)
			d.PromiseAmount, errs = m.Amount, append(errs, err)
		}
		list = append(list, d)
	}
	return list, errors.Join(errs...)
}
