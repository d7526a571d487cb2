package label

import (
	"strconv"
	"strings"

	"genjin/model"
)

// columns are the names of what a list shows beside the fields of the card.
var columns = map[string]word{
	model.AxisUrgency: of("紧急程度", "Urgency"), model.AxisImportance: of("重要性", "Importance"),
}

// Column names one of model.ListFields.
func Column(code string, l Lang) string {
	if w, ok := columns[code]; ok {
		return w.in(l)
	}
	return Field("customer", code, l)
}

// ReadColumn finds one of model.ListFields by its code or by a name in either
// language.
func ReadColumn(text string) (model.Spec, bool) {
	wanted := bare(text)
	for code, w := range columns {
		if wanted != "" && w.named(code, wanted) {
			return model.ListField(code)
		}
	}
	if spec, ok := model.ListField(strings.TrimSpace(text)); ok {
		return spec, true
	}
	code, _ := ReadHeader("customer", text)
	return model.ListField(code)
}

// axis is the name of a value of a column that is worked out.
func axis(code, value string, l Lang) (string, bool) {
	switch code {
	case model.AxisUrgency:
		return Urgency(model.Urgency(value), l), true
	case model.AxisImportance:
		return Importance(value == model.Important, l), true
	}
	return "", false
}

// ColumnOption is the name of a value that one of model.ListFields may have;
// none is one, too.
func ColumnOption(spec model.Spec, value string, l Lang) string {
	return OptionIn(model.RowOfCustomer, spec, value, l)
}

// OptionIn is the same of a column of any record's list.
func OptionIn(record string, spec model.Spec, value string, l Lang) string {
	of := record == model.RowOfCustomer
	if name, ok := axis(spec.Code, value, l); ok && of && value != "" {
		return name
	}
	switch {
	case value == "" && of && spec.Code == "grade":
		return Ungraded(l)
	case value == "" && spec.Kind == model.KindFlag:
		return yesNo["no"].in(l)
	case value == "":
		return pick(l, "(空)", "(empty)")
	}
	return Show(record, spec, value, "", l)
}

// ColumnValue is a value of one of model.ListFields as Show has it.
func ColumnValue(spec model.Spec, value, currency string, l Lang) string {
	if name, ok := axis(spec.Code, value, l); ok {
		return name
	}
	return Show("customer", spec, value, currency, l)
}

// FilterOf is a written condition on a field: values as codes or in words,
// dates also relative, which stay so. = on a text or a phone looks inside it,
// == is the whole; < and > leave the value itself out. It refuses a value that
// the field can't have, and a comparison that it can't.
func FilterOf(spec model.Spec, t model.FilterText, today model.Date) (model.Filter, error) {
	f := model.Filter{Field: spec.Code, Op: t.Op}
	if f.Op == model.OpEmpty || f.Op == model.OpFilled {
		return f, nil
	}
	if isText(spec) && f.Op == model.OpIs && t.Inside {
		f.Op = model.OpContains
	}
	var err error
	switch f.Op {
	case model.OpContains:
		f.Value, err = containing(spec, t.Value)
	case model.OpIs, model.OpNot:
		f.Value, err = valuesOf(spec, t.Value, today)
	default:
		f.Value, err = boundOf(spec, t, today)
	}
	if f.Value == "" && err == nil { // grade=未评级, important=否
		f.Op = map[model.Op]model.Op{model.OpNot: model.OpFilled}[f.Op]
		if f.Op == "" {
			f.Op = model.OpEmpty
		}
	}
	return f, model.At(spec.Code, err)
}

func isText(spec model.Spec) bool {
	switch spec.Kind {
	case model.KindText, model.KindNote, model.KindPhones, model.KindBirthday, model.KindRef:
		return true
	}
	return false
}

// containing is what to look for inside a field. A day of the year is found in
// every birthday on it; #12 is a customer.
func containing(spec model.Spec, text string) (string, error) {
	text = model.Clean(text)
	if !isText(spec) && spec.Kind != model.KindTags {
		return "", model.Refuse(model.RefusedFilter, "~")
	}
	if spec.Kind == model.KindBirthday {
		if b, err := model.ParseBirthday(text, ""); err == nil {
			return strings.Replace(string(b), "--", "-", 1), nil
		}
	}
	return text, nil
}

// valuesOf reads the values of = and !=, one a line.
func valuesOf(spec model.Spec, text string, today model.Date) (string, error) {
	var values []string
	for _, v := range model.SplitValues(text) {
		value, err := valueOf(spec, v, today)
		if err != nil {
			return "", err
		}
		values = append(values, value)
	}
	return strings.Join(values, "\n"), nil
}

func valueOf(spec model.Spec, text string, today model.Date) (string, error) {
	for _, option := range spec.Options {
		for _, l := range []Lang{ZH, EN} {
			if name, ok := axis(spec.Code, option, l); ok && (bare(name) == bare(text) || bare(option) == bare(text)) {
				return option, nil
			}
		}
	}
	switch spec.Kind {
	case model.KindRef:
		id, err := strconv.ParseInt(strings.TrimPrefix(text, "#"), 10, 64)
		if err != nil {
			return "", model.Refuse(model.RefusedReference, text)
		}
		return strconv.FormatInt(id, 10), nil
	case model.KindDate, model.KindMoment:
		return dayOf(spec, text, today)
	}
	return Read("customer", spec, text, today, model.Nearest)
}

// dayOf is a date as it stays true: one that counts from today as it is
// written.
func dayOf(spec model.Spec, text string, today model.Date) (string, error) {
	value, err := Read("customer", spec, text, today, model.Nearest)
	if err == nil && model.IsRelative(text, today) {
		return model.Clean(text), nil
	}
	return value, err
}

// boundOf reads the value of <= and >=; < and > mean the day, or the number,
// beside it.
func boundOf(spec model.Spec, t model.FilterText, today model.Date) (string, error) {
	by := 1
	if t.Op == model.OpTo {
		by = -1
	}
	switch spec.Kind {
	case model.KindDate, model.KindMoment:
		value, err := dayOf(spec, t.Value, today)
		if err != nil || !t.Strict {
			return value, err
		}
		d := model.Filter{Value: value}.Day(today)
		if d == today && value != string(d) {
			return strconv.Itoa(by) + "d", nil
		}
		return string(d.AddDays(by)), nil
	case model.KindNumber, model.KindAmount:
		free := spec
		free.Min, free.Max = 0, model.MaxAmount
		value, err := Read("customer", free, t.Value, today, model.Nearest)
		n, _ := strconv.ParseInt(value, 10, 64)
		if t.Strict {
			n += int64(by)
		}
		return strconv.FormatInt(n, 10), err
	}
	return "", model.Refuse(model.RefusedFilter, map[model.Op]string{model.OpFrom: ">=", model.OpTo: "<="}[t.Op])
}

// Filter is a condition on customers in words: 客户等级 A、B; 下次跟进日期 >= 今天.
func Filter(f model.Filter, l Lang) string {
	spec, _ := model.ListField(f.Field)
	return FilterIn(Column(f.Field, l), spec, f, l, func(spec model.Spec, v string) string { return ColumnOption(spec, v, l) })
}

// FilterIn is a condition on a column of any list, of a name and with the names
// of its values.
func FilterIn(name string, spec model.Spec, f model.Filter, l Lang, option func(model.Spec, string) string) string {
	and := pick(l, "、", ", ")
	switch f.Op {
	case model.OpEmpty:
		if spec.Kind == model.KindFlag {
			return name + " " + option(spec, "")
		}
		return name + " " + pick(l, "为空", "is empty")
	case model.OpFilled:
		if spec.Kind == model.KindFlag {
			return name + " " + option(spec, "1")
		}
		return name + " " + pick(l, "不为空", "is known")
	case model.OpContains:
		return name + pick(l, " 含 ", " has ") + f.Value
	case model.OpFrom, model.OpTo:
		sign := map[model.Op]string{model.OpFrom: " >= ", model.OpTo: " <= "}[f.Op]
		return name + sign + filterValue(spec, f.Value, option)
	}
	names := f.Values()
	for i, v := range names {
		names[i] = filterValue(spec, v, option)
	}
	if f.Op == model.OpNot {
		return name + pick(l, " 不是 ", " is not ") + strings.Join(names, and)
	}
	return name + " " + strings.Join(names, and)
}

func filterValue(spec model.Spec, value string, option func(model.Spec, string) string) string {
	name := option(spec, value)
	switch {
	case spec.Kind == model.KindRef && (name == value || name == ""):
		return "#" + value
	case spec.Kind == model.KindNumber && value == "0":
		return value
	}
	return name
}
