package model

import (
	"cmp"
	"slices"
	"strconv"
)

// Kind says what a field holds, and with it how it is typed, checked, shown,
// aligned and exchanged.
type Kind int

// The kinds of field. A value's canonical text, by which forms, filters,
// files and the change log speak of it, is given for each.
const (
	KindText     Kind = iota // one line
	KindNote                 // several lines
	KindNumber               // a whole number
	KindAmount               // minor units of the record's currency, as a whole number
	KindDate                 // YYYY-MM-DD
	KindMoment               // YYYY-MM-DD, or YYYY-MM-DD HH:MM
	KindBirthday             // see Birthday
	KindChoice               // one of Options
	KindFlag                 // "1" or empty
	KindPhones               // one phone a line
	KindTags                 // one tag a line
	KindRef                  // the id of another record, of the table Of
	KindQuantity             // thousandths, as a whole number
	KindPeriod               // a month, a quarter or another span, see Period.Name
	KindPerMille             // a share in tenths of a percent, as a whole number
)

// Spec describes one field of a record, without the record.
type Spec struct {
	Code    string   // its name in the file, the database, the filters and JSON
	Kind    Kind     //
	Options []string // KindChoice: the codes allowed, in the order in which a form shows them
	Ruled   []string // KindChoice: those of Options that only the program's rules give: no form offers them
	// KindNumber: the range; KindAmount: Min below 0 where it may be a loss; texts: Max is the most characters, 0 = the kind's own limit
	Min, Max int64
	Required bool   // a record without it is refused
	Kept     bool   // kept by the program's rules: shown and exported, never typed
	Unknown  bool   // KindChoice: not knowing is a value of its own, "unknown" in JSON
	Section  string // the heading that begins with this field, on cards and forms
	Open     bool   // KindChoice: other values than Options are kept as typed (lists that people extend)
	Of       string // KindRef: the record that it refers to, by the name of its table
	Part     bool   // KindRef: the record is a part of that one, and nothing without it
	Asked    bool   // KindNote: questions and answers, see AnswerText; a form has a field a question

	// How a form on the screen and the flags of a command ask for it.
	Form  int    // its place in the form; 0: behind those that have one
	Half  bool   // it shares its row with the next one
	Line  bool   // KindNote: one line of it is asked for
	Rare  bool   // a form shows it when it is asked to
	When  string // it is asked for only then, see Form; "" = always
	Flag  string // the flag of the command that does what the form does; "" = there is none
	Bias  Bias   // KindDate, KindMoment: which day is meant without a year; the past
	Named string // the record whose name for it is meant; "" = its own
}

// Limit is the most characters that the field takes.
func (s Spec) Limit() int {
	switch {
	case (s.Kind == KindText || s.Kind == KindNote || s.Kind == KindTags) && s.Max > 0:
		return int(s.Max)
	case s.Kind == KindNote:
		return 20000
	default:
		return 500
	}
}

// Field is one field of the record T: the Spec and the way to its value.
type Field[T any] struct {
	Spec
	Ptr func(*T) any     // the Go value, for scanning and for binding
	Get func(*T) string  // its canonical text; empty = not known
	Set func(*T, string) // from canonical text, already checked
}

// Fields is the field table of a record: everything that lists a record's
// fields — forms, cards, columns, SQL, files, filters, the log — reads it.
type Fields[T any] []Field[T]

// Specs are the descriptions of the fields, in their order.
func (fs Fields[T]) Specs() []Spec {
	list := make([]Spec, len(fs))
	for i, f := range fs {
		list[i] = f.Spec
	}
	return list
}

// ByCode finds a field.
func (fs Fields[T]) ByCode(code string) (Field[T], bool) {
	for _, f := range fs {
		if f.Code == code {
			return f, true
		}
	}
	return Field[T]{}, false
}

// Form are the codes of the fields that a form asks for, in its order: those that
// have a place in it and behind them those that nobody has placed, so that a new
// field is in every form. now is what holds of the record, for fields that are
// asked for only then.
func (fs Fields[T]) Form(now ...string) []string {
	var list []Spec
	for _, f := range fs {
		if (f.Form != 0 || !f.Kept && f.Kind != KindRef) && (f.When == "" || slices.Contains(now, f.When)) {
			list = append(list, f.Spec)
		}
	}
	slices.SortStableFunc(list, func(a, b Spec) int { return cmp.Or(cmp.Compare(flag(a.Form == 0), flag(b.Form == 0)), a.Form-b.Form) })
	codes := make([]string, len(list))
	for i, s := range list {
		codes[i] = s.Code
	}
	return codes
}

// Only are the codes of the fields that are asked for only when something holds.
func (fs Fields[T]) Only(holds string) []string {
	var codes []string
	for _, f := range fs {
		if f.When == holds {
			codes = append(codes, f.Code)
		}
	}
	return codes
}

// Rest are the codes of the fields that a person fills in and that nobody has
// placed: a form, a pane or a file shows them behind those that it places, so
// that a new field is everywhere.
func (fs Fields[T]) Rest(placed ...string) []string {
	var codes []string
	for _, f := range fs {
		if !f.Kept && f.Kind != KindRef && !slices.Contains(placed, f.Code) {
			codes = append(codes, f.Code)
		}
	}
	return codes
}

// Diff lists the codes of the fields in which a and b differ.
func (fs Fields[T]) Diff(a, b *T) []string {
	var codes []string
	for _, f := range fs {
		if f.Get(a) != f.Get(b) {
			codes = append(codes, f.Code)
		}
	}
	return codes
}

// Check refuses a record that lacks a required value or holds one that is too
// long, out of range, or not one of the options.
func (fs Fields[T]) Check(rec *T) error {
	for _, f := range fs {
		if err := f.check(f.Get(rec)); err != nil {
			return At(f.Code, err)
		}
	}
	return nil
}

func (s Spec) check(text string) error {
	if text == "" {
		switch {
		case !s.Required:
			return nil
		case s.Kind == KindAmount:
			return Refuse(RefusedPositive)
		}
		return Refuse(RefusedRequired)
	}
	if n := len([]rune(text)); n > s.Limit() {
		return Refuse(RefusedTooLong, strconv.Itoa(s.Limit()))
	}
	switch s.Kind {
	case KindChoice:
		return s.checkOption(text)
	case KindNumber:
		_, err := ParseInt(text, s.Min, s.Max)
		return err
	case KindDate:
		_, err := ParseDate(text, Date(text), Nearest)
		return err
	case KindMoment:
		_, err := ParseMoment(text, "2000-01-01", Nearest)
		return err
	case KindPeriod:
		if p, span, err := ParsePeriod(text, firstDate); err != nil || p.Name(span) != text {
			return Refuse(RefusedPeriod, text)
		}
	case KindAmount:
		if n, err := strconv.ParseInt(text, 10, 64); err != nil || n < max(s.Min, -MaxAmount) || n > MaxAmount {
			return Refuse(RefusedAmountRange, text)
		}
	case KindQuantity:
		if n, err := strconv.ParseInt(text, 10, 64); err != nil || n < 0 || n > mostQuantity {
			return Refuse(RefusedQuantityRange, text)
		}
	}
	return nil
}

// CheckSign refuses an amount below nothing, as it was typed, where the field
// takes no loss.
func (s Spec) CheckSign(n int64, typed string) error {
	if n < 0 && s.Min >= 0 {
		return Refuse(RefusedPositive, typed)
	}
	return nil
}

func (s Spec) checkOption(text string) error {
	if s.Open {
		return nil
	}
	for _, o := range s.Options {
		if o == text {
			return nil
		}
	}
	return &FieldError{Code: RefusedOption, Args: append([]string{text}, s.Options...)}
}

// MaxAmount is the largest amount kept, in minor units: everything below it
// adds up exactly and survives a spreadsheet.
const MaxAmount = 9_000_000_000_000_000

// The makers of fields. Every textual value is a ~string, every number an
// ~int64, so two makers serve all kinds.

func textField[T any, S ~string](spec Spec, at func(*T) *S) Field[T] {
	return Field[T]{
		Spec: spec,
		Ptr:  func(t *T) any { return at(t) },
		Get:  func(t *T) string { return string(*at(t)) },
		Set:  func(t *T, v string) { *at(t) = S(v) },
	}
}

func intField[T any, N ~int64](spec Spec, at func(*T) *N) Field[T] {
	return Field[T]{
		Spec: spec,
		Ptr:  func(t *T) any { return at(t) },
		Get: func(t *T) string {
			if *at(t) == 0 {
				return ""
			}
			return strconv.FormatInt(int64(*at(t)), 10)
		},
		Set: func(t *T, v string) {
			n, _ := strconv.ParseInt(v, 10, 64)
			*at(t) = N(n)
		},
	}
}

func flagField[T any](spec Spec, at func(*T) *bool) Field[T] {
	spec.Kind = KindFlag
	return Field[T]{
		Spec: spec,
		Ptr:  func(t *T) any { return at(t) },
		Get: func(t *T) string {
			if *at(t) {
				return "1"
			}
			return ""
		},
		Set: func(t *T, v string) { *at(t) = v == "1" },
	}
}

func text[T any, S ~string](code string, at func(*T) *S) Field[T] {
	return textField(Spec{Code: code, Kind: KindText}, at)
}

func note[T any, S ~string](code string, at func(*T) *S) Field[T] {
	return textField(Spec{Code: code, Kind: KindNote}, at)
}

func date[T any](code string, at func(*T) *Date) Field[T] {
	return textField(Spec{Code: code, Kind: KindDate}, at)
}

func choice[T any, S ~string](code string, options []S, at func(*T) *S) Field[T] {
	codes := make([]string, len(options))
	for i, o := range options {
		codes[i] = string(o)
	}
	return textField(Spec{Code: code, Kind: KindChoice, Options: codes}, at)
}

func number[T any, N ~int64](code string, lo, hi int64, at func(*T) *N) Field[T] {
	return intField(Spec{Code: code, Kind: KindNumber, Min: lo, Max: hi}, at)
}

func amount[T any](code string, at func(*T) *int64) Field[T] {
	return intField(Spec{Code: code, Kind: KindAmount}, at)
}

func quantity[T any](code string, at func(*T) *int64) Field[T] {
	return intField(Spec{Code: code, Kind: KindQuantity}, at)
}

// ref is the id of another record, of the table of; 0 = none.
func ref[T any](code, of string, at func(*T) *int64) Field[T] {
	return intField(Spec{Code: code, Kind: KindRef, Of: of}, at)
}

// orLoss: the amount may be one below nothing.
func (f Field[T]) orLoss() Field[T] { f.Min = -MaxAmount; return f }

func (f Field[T]) part() Field[T]                 { f.Part = true; return f }
func (f Field[T]) required() Field[T]             { f.Required = true; return f }
func (f Field[T]) kept() Field[T]                 { f.Kept = true; return f }
func (f Field[T]) begins(section string) Field[T] { f.Section = section; return f }
func (f Field[T]) orUnknown() Field[T]            { f.Unknown = true; return f }
func (f Field[T]) asked() Field[T]                { f.Asked = true; return f }
func (f Field[T]) open() Field[T]                 { f.Open = true; return f }
func (f Field[T]) form(place int) Field[T]        { f.Form = place; return f }
func (f Field[T]) half() Field[T]                 { f.Half = true; return f }
func (f Field[T]) ruled(codes ...string) Field[T] { f.Ruled = codes; return f }
func (f Field[T]) rare() Field[T]                 { f.Rare = true; return f }
func (f Field[T]) line() Field[T]                 { f.Line = true; return f }
func (f Field[T]) when(holds string) Field[T]     { f.When = holds; return f }
func (f Field[T]) flag(name string) Field[T]      { f.Flag = name; return f }
func (f Field[T]) ahead() Field[T]                { f.Bias = Future; return f }
func (f Field[T]) near() Field[T]                 { f.Bias = Nearest; return f }
func (f Field[T]) named(record string) Field[T]   { f.Named = record; return f }
func (f Field[T]) max(n int64) Field[T]           { f.Max = n; return f }
