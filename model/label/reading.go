package label

import "genjin/model"

var readings = map[model.Reading]word{
	model.DayFirst:     of("日/月/年", "day/month/year"),
	model.MonthFirst:   of("月/日/年", "month/day/year"),
	model.YearFirst:    of("年/月/日", "year/month/day"),
	model.DecimalPoint: of("小数点(1,234.56)", "a decimal point (1,234.56)"),
	model.DecimalComma: of("逗号作小数点(1.234,56)", "a decimal comma (1.234,56)"),
}

// Reading is how dates or amounts are written, in words.
func Reading(r model.Reading, l Lang) string { return readings[r].in(l) }

// ColumnReading says how a column was read that could be read otherwise, or
// which readings it allows; "" for a column that is plain.
func ColumnReading(c model.ImportColumn, l Lang) string {
	header, example := model.Clean(c.Header), model.Clean(c.Written.Example)
	switch w := c.Written; {
	case len(w.Fits) > 0:
		both := ""
		for i, r := range w.Fits {
			if i > 0 {
				both += pick(l, "、", ", ")
			}
			both += Reading(r, l)
		}
		return pick(l, "列「"+header+"」(如「"+example+"」)几种读法都通:"+both, "column "+header+" (as in "+example+") can be read in several ways: "+both)
	case w.Reading != "" && w.Said:
		return pick(l, "列「"+header+"」照您说的按"+Reading(w.Reading, l)+"读:"+example+" → "+c.ExampleAs,
			"column "+header+" is read as you said, "+Reading(w.Reading, l)+": "+example+" → "+c.ExampleAs)
	case w.Reading != "":
		return pick(l, "列「"+header+"」由整列推断按"+Reading(w.Reading, l)+"读:"+example+" → "+c.ExampleAs,
			"column "+header+" is inferred to be "+Reading(w.Reading, l)+": "+example+" → "+c.ExampleAs)
	case c.Rounded != "":
		return pick(l, "列「"+header+"」里算出来的数按单元格显示的读:"+c.Rounded+" → "+c.RoundedTo,
			"column "+header+" has computed numbers, read as their cells show them: "+c.Rounded+" → "+c.RoundedTo)
	}
	return ""
}
