package importer

import (
	"errors"
	"slices"

	"genjin/model"
	"genjin/model/label"
)

// adding puts an answer on the menu: its name, whether it is the present one,
// and what it changes.
type adding func(name string, now bool, change func(*model.ImportOptions))

// askSheet puts the questions that a sheet as a whole leaves open on the menu,
// with their answers.
func (v *preview) askSheet(add adding) {
	w := v.words.Import
	if v.asksUnpaid() {
		add(w.UnpaidAsk, v.opts.Unpaid == "", func(o *model.ImportOptions) { o.Unpaid = "" })
		add(w.UnpaidOwed, v.opts.Unpaid == model.UnpaidOwed, func(o *model.ImportOptions) { o.Unpaid = model.UnpaidOwed })
		add(w.UnpaidPaid, v.opts.Unpaid == model.UnpaidPaid, func(o *model.ImportOptions) { o.Unpaid = model.UnpaidPaid })
	}
	for _, r := range model.DateReadings {
		if v.asksReading(r, v.opts.Answers.Dates, model.DateReadings) {
			add(w.DatesAre+label.Reading(r, v.words.Lang), v.opts.Answers.Dates == r, func(o *model.ImportOptions) { o.Answers.Dates = r })
		}
	}
	for _, r := range model.DecimalReadings {
		if v.asksReading(r, v.opts.Answers.Decimal, model.DecimalReadings) {
			add(w.AmountsHave+label.Reading(r, v.words.Lang), v.opts.Answers.Decimal == r, func(o *model.ImportOptions) { o.Answers.Decimal = r })
		}
	}
}

// asksUnpaid reports whether a row says that it is unpaid beside an amount that
// came in, or that was answered.
func (v *preview) asksUnpaid() bool {
	return v.opts.Unpaid != "" || slices.ContainsFunc(v.p.Rows, func(r model.PreviewRow) bool {
		var fe *model.FieldError
		return errors.As(r.Err, &fe) && fe.Code == model.RefusedUnpaid
	})
}

// asksReading reports whether a reading is one of those that a column allows, or
// that question was answered.
func (v *preview) asksReading(r, answered model.Reading, all []model.Reading) bool {
	if answered != "" {
		return slices.Contains(all, r)
	}
	return slices.ContainsFunc(v.p.Columns, func(c model.ImportColumn) bool { return slices.Contains(c.Written.Fits, r) })
}

// readings say how columns were read that could be read otherwise, those first
// that are a question.
func (v *preview) readings() []string {
	var asked, told []string
	for _, c := range v.p.Columns {
		switch text := label.ColumnReading(c, v.words.Lang); {
		case text == "":
		case len(c.Written.Fits) > 0:
			asked = append(asked, text+v.words.Import.AnswerBy)
		default:
			told = append(told, text)
		}
	}
	return append(asked, told...)
}
