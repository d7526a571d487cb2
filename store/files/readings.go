package files

import (
	"strings"

	"genjin/model"
)

// setReadings finds how each column writes its dates and amounts: by all that
// stands in it, else as the person said (rule 4).
func (r *reader) setReadings(s *Sheet, t *table) {
	for i, c := range t.columns {
		spec := model.FieldOf(c.record, c.code)
		isDate := c.isDate(spec)
		if !isDate && !c.isNumber(spec) {
			continue
		}
		var texts []string
		var rows []int
		for row := t.first; row < len(s.Rows); row++ {
			if text := strings.TrimSpace(s.At(row, i)); text != "" {
				texts, rows = append(texts, text), append(rows, row)
			}
		}
		if isDate {
			t.columns[i].written = model.ReadDates(texts, r.opt.Answers.Dates, r.opt.Today)
			continue
		}
		isNumber := func(at int) bool { return s.fractions[[2]int{rows[at], i}] }
		t.columns[i].written = model.ReadDecimals(texts, r.opt.Answers.Decimal, spec.Kind == model.KindQuantity, isNumber)
	}
}

func isDay(spec model.Spec) bool {
	return spec.Kind == model.KindDate || spec.Kind == model.KindMoment || spec.Kind == model.KindBirthday
}

func (c column) isDate(spec model.Spec) bool {
	return c.record == recordNode && spec.Code != "" || isDay(spec)
}

func (c column) isNumber(spec model.Spec) bool {
	return c.isAmount() || spec.Kind == model.KindQuantity
}

// read is the text of a cell that stands alone, read by itself or as the person
// said.
func (r *reader) read(c column, text string) string {
	if spec := model.FieldOf(c.record, c.code); c.isDate(spec) {
		c.written = model.ReadDates([]string{text}, r.opt.Answers.Dates, r.opt.Today)
	} else if c.isNumber(spec) {
		c.written = model.ReadDecimals([]string{text}, r.opt.Answers.Decimal, false, func(int) bool { return false })
	}
	return c.asRead(text, r.opt.Today)
}

// asRead is the text of a cell as the column is read: dates with their year
// first, amounts with a decimal point and in their unit, 1.2 under
// 预计金额(万元) as 1.2万.
func (c column) asRead(text string, today model.Date) string {
	spec := model.FieldOf(c.record, c.code)
	switch {
	case c.written.Reading != "" && c.isDate(spec):
		return c.written.Reading.Date(text, today, spec.Kind == model.KindBirthday)
	case c.written.Reading != "":
		text = c.written.Reading.Number(text)
	}
	if !c.isAmount() {
		return text
	}
	return c.unit.In(text)
}
