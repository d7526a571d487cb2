package store

import (
	"context"
	"slices"
	"strings"

	"genjin/model"
	"genjin/model/label"
)

// refer finds the customer who brought this one, among those of the file and
// those kept. One that isn't known, or fits several, is noted in the remark.
func (p *plan) refer(ctx context.Context, row *model.PreviewRow, t *target, prop *model.Proposal) error {
	name, isNew := prop.Referrer, t.id == 0
	if p.preview.Policy != model.DuplicateUpdate && (!isNew || t.row != row.Row) {
		return nil // the card is left as it is
	}
	found := p.byID[prop.Customer.Referrer]
	if found == nil {
		var err error
		if found, err = p.matcher.named(ctx, name, t); err != nil {
			return err
		}
	}
	old := t.card
	switch {
	case found == nil:
		t.card.Remark = withLine(t.card.Remark, referrerNote(name))
	case found.id != 0:
		t.card.Referrer = found.id
	default:
		t.referrer = found
	}
	if isNew {
		return nil
	}
	for _, code := range model.CustomerFields.Diff(&old, &t.card) {
		f, _ := model.CustomerFields.ByCode(code)
		row.Changes = append(row.Changes, model.FieldChange{Field: code, Before: f.Get(&old), After: f.Get(&t.card)})
	}
	if t.referrer != nil {
		row.Changes = append(row.Changes, model.FieldChange{Field: "referrer", After: t.referrer.card.Name})
	}
	if len(row.Changes) > 0 {
		row.Result = model.ResultUpdated
	}
	return nil
}

// referrerNote is how a 介绍人 who is no customer stands in the remark.
func referrerNote(name string) string {
	return label.Field(customers.name, "referrer", label.ZH) + ":" + name
}

// withLine is a note with a line added, unless it has it.
func withLine(note, line string) string {
	switch {
	case note == "":
		return line
	case slices.Contains(strings.Split(note, "\n"), line):
		return note
	}
	return note + "\n" + line
}
