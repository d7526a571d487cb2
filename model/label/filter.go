package label

import (
	"slices"
	"strconv"
	"strings"

	"genjin/model"
)

// OptionIn is the name of a value that a column of a record's list may have;
// none is one, too.
func OptionIn(record string, spec model.Spec, value string, l Lang) string {
	switch {
	case value == "" && record == model.RowOfCustomer && spec.Code == "grade":
		return Ungraded(l)
	case value == "" && spec.Kind == model.KindFlag:
		return yesNo["no"].in(l)
	case value == "":
		return pick(l, "(空)", "(empty)")
	}
	return Show(record, spec, value, "", l)
}

// ReadFilter is a written condition on a column of a record's list: values as
// codes or in words, dates also relative, which stay so. = on a text or a phone
// looks inside it, == is the whole; < and > leave the value itself out. It
// refuses a value that the column can't have, and a comparison that it can't.
func ReadFilter(record string, spec model.Spec, t model.FilterText, today model.Date) (model.Filter, error) {
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
		f.Value, err = valuesOf(record, spec, t.Value, today)
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
func valuesOf(record string, spec model.Spec, text string, today model.Date) (string, error) {
	var values []string
	for _, v := range model.SplitValues(text) {
		value, err := valueOf(record, spec, v, today)
		if err != nil {
			return "", err
		}
		values = append(values, value)
	}
	return strings.Join(values, "\n"), nil
}

func valueOf(record string, spec model.Spec, text string, today model.Date) (string, error) {
	switch spec.Kind {
	case model.KindRef:
		id, err := strconv.ParseInt(strings.TrimPrefix(text, "#"), 10, 64)
		if err != nil {
			return "", model.Refuse(model.RefusedReference, text)
		}
		return strconv.FormatInt(id, 10), nil
	case model.KindDate, model.KindMoment:
		return dayOf(spec, text, today)
	case model.KindChoice:
		return choiceOf(record, spec, text, today)
	case model.KindTags:
		if len(spec.Options) > 0 {
			return choiceOf(record, spec, text, today)
		}
	}
	return Read(record, spec, text, today, model.Nearest)
}

// choiceOf is an option by its code or in words; one that the column doesn't
// have is refused even where the word is known elsewhere.
func choiceOf(record string, spec model.Spec, text string, today model.Date) (string, error) {
	if slices.Contains(spec.Options, text) {
		return text, nil
	}
	value, err := Read(record, spec, text, today, model.Nearest)
	if err == nil && value != "" && !spec.Open && !slices.Contains(spec.Options, value) {
		err = &model.FieldError{Field: spec.Code, Code: model.RefusedOption, Args: append([]string{text}, spec.Options...)}
	}
	return value, err
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
	case model.KindNumber, model.KindAmount, model.KindPerMille:
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
	case spec.Kind == model.KindRef && (name == value || name == "") && isID(value):
		return "#" + value
	case spec.Kind == model.KindNumber && value == "0":
		return value
	}
	return name
}

// isID reports whether a reference's value is an id, not a name.
func isID(value string) bool {
	_, err := strconv.ParseInt(value, 10, 64)
	return err == nil
}
