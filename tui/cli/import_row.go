package cli

import (
	"cmp"
	"fmt"
	"strings"

	"genjin/model"
	"genjin/model/label"
	"genjin/tui/words"
)

func (r *run) resultCell(result model.Result) cell {
	word := map[model.Result]words.T{
		model.ResultNew: words.ResultNew, model.ResultUpdated: words.ResultUpdated, model.ResultUnchanged: words.ResultUnchanged,
		model.ResultRefused: words.ResultRefused,
	}[result]
	style := map[model.Result]*cellStyle{
		model.ResultNew: &good, model.ResultUpdated: &accent, model.ResultUnchanged: &faint, model.ResultRefused: &late,
	}[result]
	return styled(r.say(word), style)
}

// rowReason is why a row is refused, or old → new, or what was inferred.
func (r *run) rowReason(row model.PreviewRow) string {
	if row.Err != nil {
		return label.Reasons(row.Record, row.Err, r.lang)
	}
	var parts []string
	if row.Title != "" {
		parts = append(parts, row.Title)
	}
	for _, c := range row.Changes {
		field, before, after := label.Change(row.Record, c, r.lang)
		parts = append(parts, fmt.Sprintf("%s: %s → %s", field, cmp.Or(before, "-"), after))
	}
	if unlike := label.Unlike(row.Record, row.Differs, r.lang); unlike != "" {
		parts = append(parts, unlike)
	}
	if row.Money != nil {
		parts = append(parts, label.MoneyNote(row.Money, r.lang))
	}
	parts = append(parts, label.RowNotes(row, r.lang)...)
	if inferred := label.Inferred(row.Record, row.Inferred, r.lang); inferred != "" {
		parts = append(parts, r.say(words.InferredFields, inferred))
	}
	if row.Status != nil {
		parts = append(parts, label.Differs(row.Status, r.lang))
	}
	if row.Order != nil {
		parts = append(parts, label.OrderDiffers(*row.Order, r.lang))
	}
	return strings.Join(parts, "; ")
}
