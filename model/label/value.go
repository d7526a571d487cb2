package label

import (
	"strconv"
	"strings"

	"genjin/model"
)

// Read turns what a person typed, or a file holds, into the canonical value of
// a field. ref is the day that dates without a year, or relative ones, are read
// from; bias says which way. Empty text is the empty value.
func Read(record string, f model.Spec, text string, ref model.Date, bias model.Bias) (string, error) {
	if f.Kind == model.KindNote {
		text = model.CleanNote(text)
	} else if f.Kind != model.KindPhones && f.Kind != model.KindTags {
		text = model.Clean(text)
	}
	if strings.TrimSpace(text) == "" {
		return "", nil
	}
	value, err := read(record, f, text, ref, bias)
	if err != nil {
		return "", model.At(f.Code, err)
	}
	return value, nil
}

func read(record string, f model.Spec, text string, ref model.Date, bias model.Bias) (string, error) {
	switch f.Kind {
	case model.KindNumber:
		n, err := model.ParseInt(text, f.Min, f.Max)
		return zeroIsEmpty(n), err
	case model.KindPeriod:
		p, span, err := model.ParsePeriod(text, ref)
		if err != nil {
			return "", model.At(f.Code, err)
		}
		return p.Name(span), nil
	case model.KindAmount:
		value, _, err := ReadAmount(f, text, "")
		return value, err
	case model.KindQuantity:
		n, err := model.ParseQuantity(text)
		return zeroIsEmpty(n), err
	case model.KindPerMille:
		return readPerMille(text)
	case model.KindDate:
		d, err := model.ParseDate(text, ref, bias)
		return string(d), err
	case model.KindMoment:
		m, err := model.ParseMoment(text, ref, bias)
		return string(m), err
	case model.KindBirthday:
		b, err := model.ParseBirthday(text, ref)
		return string(b), err
	case model.KindPhones:
		phones, err := model.ParsePhones(text)
		for i := range phones {
			phones[i] = model.Clean(phones[i])
		}
		return string(model.ListOf(phones...)), err
	case model.KindTags:
		return readTags(record, f, text), nil
	case model.KindFlag:
		return readFlag(text)
	case model.KindChoice:
		return readChoice(record, f, text)
	}
	if n := len([]rune(text)); n > f.Limit() {
		return "", model.Refuse(model.RefusedTooLong, strconv.Itoa(f.Limit()))
	}
	return text, nil
}

// readPerMille reads a percentage: 150 %, 99.5.
func readPerMille(text string) (string, error) {
	const hundredths = 10
	m, err := model.ParseAmount(strings.TrimRight(model.HalfWidth(text), "% "), "")
	return strconv.FormatInt(m.Amount/hundredths, 10), err
}

func zeroIsEmpty(n int64) string {
	if n == 0 {
		return ""
	}
	return strconv.FormatInt(n, 10)
}

func readTags(record string, f model.Spec, text string) string {
	tags := strings.FieldsFunc(text, func(r rune) bool { return strings.ContainsRune(",，、;；\n", r) })
	for i, t := range tags {
		tags[i] = strings.TrimPrefix(model.Clean(t), "#")
		if code, ok := ReadOption(record, f.Code, tags[i]); ok {
			tags[i] = code
		}
	}
	return string(model.ListOf(tags...))
}

func readFlag(text string) (string, error) {
	switch code, ok := ReadOption("", "decides", text); {
	case ok && code == "yes":
		return "1", nil
	case ok:
		return "", nil
	}
	return "", model.Refuse(model.RefusedOption, text, "yes", "no")
}

func readChoice(record string, f model.Spec, text string) (string, error) {
	if f.Unknown && (bare(text) == bare(unknown.zh) || bare(text) == bare(unknown.en)) {
		return "", nil
	}
	if code, ok := ReadOption(record, f.Code, text); ok {
		return code, nil
	}
	if (f.Code == "grade" || f.Code == "set_grade") && ungraded.named("", bare(text)) {
		return "", nil
	}
	if f.Open {
		return text, nil
	}
	return "", &model.FieldError{Code: model.RefusedOption, Args: append([]string{text}, f.Options...)}
}

var unknown = of("未知", "unknown")

// Unknown is the word for what isn't known where that is said.
func Unknown(l Lang) string { return unknown.in(l) }

var ungraded = of("未评级", "ungraded")

// Ungraded is the word for a customer without a grade.
func Ungraded(l Lang) string { return ungraded.in(l) }

// Show is a field's canonical value in words, on one line except for notes.
// Amounts have their thousands grouped; currency is the record's.
func Show(record string, f model.Spec, value, currency string, l Lang) string {
	switch {
	case value == "" && f.Kind == model.KindPerMille:
		return "—" // it can't be told
	case value == "":
		return ""
	}
	switch f.Kind {
	case model.KindPerMille:
		n, _ := strconv.ParseInt(value, 10, 64)
		return perMille(n)
	case model.KindChoice:
		return Option(record, f.Code, value, l)
	case model.KindAmount:
		n, _ := strconv.ParseInt(value, 10, 64)
		return Amount(n, currency)
	case model.KindQuantity:
		n, _ := strconv.ParseInt(value, 10, 64)
		return model.Quantity(n)
	case model.KindFlag:
		return yesNo["yes"].in(l)
	case model.KindBirthday:
		return Birthday(model.Birthday(value), l)
	case model.KindPhones:
		return strings.Join(model.List(value).Items(), " / ")
	case model.KindTags:
		tags := model.List(value).Items()
		for i, t := range tags {
			if f.Code == "inferred" {
				tags[i] = Field(record, t, l)
			} else {
				tags[i] = Option(record, f.Code, t, l)
			}
		}
		return strings.Join(tags, ", ")
	}
	return value
}

// Amount is minor units with thousands grouped, and the currency named unless
// it is CNY: 42,000.00, USD 128.50.
func Amount(n int64, currency string) string {
	if currency != "" && currency != model.DefaultCurrency {
		return currency + " " + Grouped(n, currency)
	}
	return Grouped(n, currency)
}

// AmountShort is an amount in a sentence: as Amount, without the cents where there are
// none.
func AmountShort(n int64, currency string) string {
	return strings.TrimSuffix(Amount(n, currency), ".00")
}

// Grouped is minor units with thousands grouped, where the currency stands
// elsewhere.
func Grouped(n int64, currency string) string {
	text := model.Money{Amount: n, Currency: currency}.String()
	sign := ""
	if strings.HasPrefix(text, "-") {
		sign, text = "-", text[1:]
	}
	whole, parts, _ := strings.Cut(text, ".")
	var b strings.Builder
	for i, r := range whole {
		if i > 0 && (len(whole)-i)%3 == 0 {
			b.WriteByte(',')
		}
		b.WriteRune(r)
	}
	if parts != "" {
		b.WriteString("." + parts)
	}
	return sign + b.String()
}

// Set reads a text into a record's field. An amount that names its currency
// sets the record's, and is read in the record's otherwise.
func Set[T any](record string, fs model.Fields[T], code string, rec *T, text string, ref model.Date, bias model.Bias) error {
	f, ok := fs.ByCode(code)
	if !ok {
		return model.At(code, model.Refuse(model.RefusedOption, code))
	}
	currency, hasCurrency := fs.ByCode("currency")
	if f.Kind != model.KindAmount || !hasCurrency || strings.TrimSpace(text) == "" {
		value, err := Read(record, f.Spec, text, ref, bias)
		if err == nil {
			f.Set(rec, value)
		}
		return err
	}
	value, named, err := ReadAmount(f.Spec, text, currency.Get(rec))
	if err != nil {
		return err
	}
	if was := currency.Get(rec); was != "" && named != was {
		for _, other := range fs {
			if other.Kind == model.KindAmount && other.Code != code && other.Get(rec) != "" {
				return model.At(code, model.Refuse(model.RefusedForeign, named, was))
			}
		}
	}
	f.Set(rec, value)
	currency.Set(rec, named)
	return nil
}

// ReadAmount reads an amount in a currency, or in the one that the text names;
// it returns the minor units and the currency. Empty text is no amount.
func ReadAmount(f model.Spec, text, currency string) (value, named string, err error) {
	if text = model.Clean(text); text == "" {
		return "", "", nil
	}
	m, err := model.ParseAmount(text, currency)
	if err == nil {
		err = f.CheckSign(m.Amount, text)
	}
	if err != nil {
		return "", "", model.At(f.Code, err)
	}
	return zeroIsEmpty(m.Amount), m.Currency, nil
}

// Value is a logged value in words, by its record and field.
func Value(record, code, value string, l Lang) string {
	spec, ok := spec(record, code)
	if !ok {
		return value
	}
	return strings.ReplaceAll(Show(record, spec, value, "", l), "\n", " ")
}

// spec finds the description of a field by its record's name.
func spec(record, code string) (model.Spec, bool) {
	s := model.FieldOf(record, code)
	return s, s.Code != ""
}
