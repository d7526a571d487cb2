package model

import (
	"slices"
	"strings"
)

// Op is how a filter compares.
type Op string

// The comparisons. Is and Not take several values, one a line: any of them,
// none of them. From and To include their value; what is not known is neither
// before nor after anything.
const (
	OpIs       Op = "is"
	OpNot      Op = "not"
	OpContains Op = "contains"
	OpFrom     Op = "from"
	OpTo       Op = "to"
	OpEmpty    Op = "empty"
	OpFilled   Op = "filled"
)

// Filter is one condition on the rows of a list. Value is canonical text;
// of a date it may be a word that counts from the day on which the list is
// looked at, such as 今天 or -30d: a saved filter stays true tomorrow.
type Filter struct {
	Field string // a column's code
	Op    Op
	Value string
}

// Segment is a filter saved under a name (rule 3): its conditions, all of which
// hold, and the order.
type Segment struct {
	Meta
	List       string // which list it is of, by its name; empty = the customers'
	Name       string
	Conditions string // as FormatFilters writes them
	SortBy     string // a field's code; empty = by name
	Descending bool
}

// SegmentFields is the field table of Segment.
var SegmentFields = Fields[Segment]{
	text("list", func(s *Segment) *string { return &s.List }).max(40),
	text("name", func(s *Segment) *string { return &s.Name }).required().max(60),
	note("conditions", func(s *Segment) *string { return &s.Conditions }),
	text("sort_by", func(s *Segment) *string { return &s.SortBy }),
	flagField(Spec{Code: "descending"}, func(s *Segment) *bool { return &s.Descending }),
}

// axis is a choice that is worked out.
func axis[S ~string](code string, options ...S) Spec {
	spec := Spec{Code: code, Kind: KindChoice, Kept: true}
	for _, o := range options {
		spec.Options = append(spec.Options, string(o))
	}
	return spec
}

// Ops are the comparisons that a field can have.
func (s Spec) Ops() []Op {
	switch s.Kind {
	case KindText, KindNote, KindPhones, KindBirthday, KindRef, KindTags:
		return []Op{OpContains, OpIs, OpNot, OpEmpty, OpFilled}
	case KindNumber, KindAmount, KindPerMille, KindDate, KindMoment:
		return []Op{OpFrom, OpTo, OpIs, OpNot, OpEmpty, OpFilled}
	}
	return []Op{OpIs, OpNot, OpEmpty, OpFilled}
}

// Values are the values of Is and Not.
func (f Filter) Values() []string { return strings.Split(f.Value, "\n") }

// signs are the comparisons as they are written, the longer before those that
// they begin with.
var signs = []struct {
	text   string
	op     Op
	strict bool // without the value itself
	inside bool // of a text: looks inside it
}{
	{"!=", OpNot, false, false}, {"<>", OpNot, false, false}, {"≠", OpNot, false, false},
	{"<=", OpTo, false, false}, {"≤", OpTo, false, false}, {">=", OpFrom, false, false}, {"≥", OpFrom, false, false},
	{"==", OpIs, false, false}, {"=", OpIs, false, true}, {"~", OpContains, false, false},
	{"<", OpTo, true, false}, {">", OpFrom, true, false},
}

// FilterText is a condition as it is written: grade=A,B, next_on<=今天, tags=.
type FilterText struct {
	Field, Value   string
	Op             Op
	Strict, Inside bool // see ReadFilter in model/label
}

// CutFilter divides a written condition at its sign; false when it has none.
func CutFilter(text string) (FilterText, bool) {
	runes := []rune(text)
	half := []rune(HalfWidth(text)) // as many; a value stays as it is written
	at := slices.IndexFunc(half, func(r rune) bool { return strings.ContainsRune("!<>=~≠≤≥", r) })
	if at < 1 {
		return FilterText{}, false
	}
	for _, s := range signs {
		if strings.HasPrefix(string(half[at:]), s.text) {
			value := string(runes[at+len([]rune(s.text)):])
			f := FilterText{Field: strings.TrimSpace(string(half[:at])), Value: strings.TrimSpace(value), Op: s.op,
				Strict: s.strict, Inside: s.inside}
			if f.Value == "" {
				f.Op = map[Op]Op{OpNot: OpFilled, OpIs: OpEmpty}[s.op]
			}
			return f, f.Field != "" && f.Op != ""
		}
	}
	return FilterText{}, false
}

// String is the condition as the command line and saved filters write it.
func (f Filter) String() string {
	sign := map[Op]string{OpIs: "==", OpNot: "!=", OpContains: "~", OpFrom: ">=", OpTo: "<=", OpEmpty: "=", OpFilled: "!="}[f.Op]
	switch f.Op {
	case OpEmpty, OpFilled:
		return f.Field + sign
	case OpIs, OpNot:
		values := f.Values()
		for i, v := range values {
			if values[i] = strings.NewReplacer(`\`, `\\`, ",", `\,`).Replace(v); v == "" {
				values[i] = `\0` // not known
			}
		}
		return f.Field + sign + strings.Join(values, ",")
	}
	return f.Field + sign + f.Value
}

// SplitValues divides the values of Is and Not at commas, which a backslash
// before them makes part of a value.
func SplitValues(text string) []string {
	values, value, escaped := []string{}, "", false
	for _, r := range text {
		switch {
		case escaped && r == '0':
			escaped = false
		case escaped:
			value, escaped = value+string(r), false
		case r == '\\':
			escaped = true
		case r == ',' || r == '，' || r == '、':
			values, value = append(values, strings.TrimSpace(value)), ""
		default:
			value += string(r)
		}
	}
	return append(values, strings.TrimSpace(value))
}

// FormatFilters writes conditions, one a line.
func FormatFilters(filters []Filter) string {
	lines := make([]string, len(filters))
	for i, f := range filters {
		lines[i] = f.String()
	}
	return strings.Join(lines, "\n")
}

// Filters are the conditions of a segment; lines that this version can't read
// are left out.
func (s *Segment) Filters() []Filter {
	var filters []Filter
	for line := range strings.SplitSeq(s.Conditions, "\n") {
		if f, ok := parseFilter(line); ok {
			filters = append(filters, f)
		}
	}
	return filters
}

// parseFilter reads what Filter.String wrote.
func parseFilter(line string) (Filter, bool) {
	text, ok := CutFilter(line)
	if !ok {
		return Filter{}, false
	}
	f := Filter{Field: text.Field, Op: text.Op, Value: text.Value}
	if f.Op == OpIs || f.Op == OpNot {
		f.Value = strings.Join(SplitValues(f.Value), "\n")
	}
	return f, true
}

// Day is the date that a date filter's value means on a day; "" when it means
// none.
func (f Filter) Day(today Date) Date {
	d, err := ParseDate(f.Value, today, Nearest)
	if err != nil {
		return ""
	}
	return d
}

// IsRelative reports whether a text is a day that counts from the day on which
// it is read, such as 今天, -30d or 下周五, and not one of the calendar.
func IsRelative(text string, today Date) bool {
	read := func(on Date) Date {
		d, err := ParseDate(text, on, Nearest)
		if err != nil {
			return ""
		}
		return d
	}
	d := read(today)
	if d == "" {
		return false
	}
	const month = 31
	return d != read(today.AddDays(1)) || d != read(today.AddDays(month)) || !strings.ContainsAny(HalfWidth(text), "0123456789")
}

// WithFilter is filters with those of one field replaced.
func WithFilter(filters []Filter, field string, by ...Filter) []Filter {
	var out []Filter
	for _, f := range filters {
		if f.Field == field {
			out, by = append(out, by...), nil
			continue
		}
		out = append(out, f)
	}
	return append(out, by...)
}
