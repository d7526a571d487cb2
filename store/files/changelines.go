package files

import (
	"encoding/json"
	"errors"
	"strings"

	"genjin/model"
	"genjin/model/label"
)

// orderChanges holds how an order was changed, a line a change.
var orderChanges = heading{recordOrder, "changes"}

// changesOfObjects are the changes of genjin's JSON as the column has them.
func changesOfObjects(raw json.RawMessage) string {
	type sum struct {
		Amount   int64
		Currency string
	}
	var list []struct {
		Kind                  model.ChangeKind
		ChangedOn             model.Date `json:"changed_on"`
		Reason, Before, After string
		TotalBefore           *sum `json:"total_before"`
		TotalAfter            *sum `json:"total_after"`
	}
	if json.Unmarshal(raw, &list) != nil {
		return ""
	}
	lines := make([]string, len(list))
	for i, o := range list {
		c := model.OrderChange{ChangedOn: o.ChangedOn, Reason: o.Reason, Before: o.Before, After: o.After}
		for at, of := range map[*int64]*sum{&c.TotalBefore: o.TotalBefore, &c.TotalAfter: o.TotalAfter} {
			if of != nil {
				*at, c.Currency = of.Amount, of.Currency
			}
		}
		lines[i] = label.ChangeLine(&c, string(o.Kind))
	}
	return strings.Join(lines, "\n")
}

// changesIn reads the changes of an order.
func changesIn(text, currency string) ([]model.OrderChange, error) {
	const parts = 4
	var list []model.OrderChange
	var errs []error
	for _, line := range strings.Split(text, "\n") {
		if strings.TrimSpace(line) == "" {
			continue
		}
		cells := strings.SplitN(line, strings.TrimSpace(label.ChangeParts), parts)
		words := strings.Fields(cells[0])
		if len(cells) < parts || len(words) < 3 {
			errs = append(errs, model.Refuse(model.RefusedShape, line))
			continue
		}
		for i := range cells {
			cells[i] = strings.ReplaceAll(strings.TrimSpace(cells[i]), label.ChangeEnds, "\n")
		}
		c := model.OrderChange{Before: cells[1], After: cells[2], Reason: model.CleanNote(cells[3]), Currency: currency}
		before, after, _ := strings.Cut(words[2], label.ChangeTotal)
		for code, value := range map[string]string{"changed_on": words[0], "kind": words[1]} {
			errs = append(errs, label.Set("order_change", model.OrderChangeFields, code, &c, value, "", model.Nearest))
		}
		for at, value := range map[*int64]string{&c.TotalBefore: before, &c.TotalAfter: after} {
			m, err := model.ParseAmount(value, currency)
			*at, errs = m.Amount, append(errs, err)
		}
		list = append(list, c)
	}
	return list, errors.Join(errs...)
}
