package model

import (
	"bytes"
	"encoding/json"
	"errors"
	"slices"
	"strconv"
	"strings"
)

// ReadJSON fills a record from the object that JSON wrote of it. What an
// object doesn't have stays empty, what it has beside the fields is passed
// over. It answers every value that can't be taken, as one joined error of
// FieldErrors.
func ReadJSON[T any](fields Fields[T], rec *T, obj map[string]json.RawMessage) error {
	var errs []error
	for _, f := range fields {
		raw := obj[f.Code]
		if f.Kind == KindRef {
			raw = obj[strings.TrimSuffix(f.Code, "_id")+"_id"]
		}
		text, err := f.ReadJSON(raw)
		if err != nil {
			errs = append(errs, At(f.Code, err))
			continue
		}
		f.Set(rec, text)
	}
	return errors.Join(errs...)
}

// ReadJSON is the canonical text of a value as JSON has it, cleaned of what no
// record holds. A value of another kind is refused with RefusedShape.
func (s Spec) ReadJSON(raw json.RawMessage) (string, error) {
	raw = bytes.TrimSpace(raw)
	if len(raw) == 0 || string(raw) == "null" {
		return "", nil
	}
	switch s.Kind {
	case KindFlag:
		return s.flagJSON(raw)
	case KindPhones, KindTags:
		return s.listJSON(raw)
	case KindNumber, KindRef, KindAmount:
		return s.numberJSON(raw)
	case KindQuantity:
		n, err := ParseQuantity(string(raw))
		if err != nil {
			return "", misshapen(raw)
		}
		return strconv.FormatInt(n, 10), nil
	}
	var text string
	if json.Unmarshal(raw, &text) != nil {
		return "", misshapen(raw)
	}
	switch s.Kind {
	case KindNote:
		text = CleanNote(text)
	default:
		text = Clean(text)
	}
	return s.canonical(text)
}

// canonical brings a clean text into the form that is kept.
func (s Spec) canonical(text string) (string, error) {
	switch s.Kind {
	case KindChoice:
		if s.Unknown && text == unknown {
			return "", nil
		}
	case KindDate:
		d, err := ParseDate(text, "", Nearest)
		return string(d), err
	case KindMoment:
		m, err := ParseMoment(text, "", Nearest)
		return string(m), err
	case KindBirthday:
		b, err := ParseBirthday(text, "")
		return string(b), err
	}
	return text, s.check(text)
}

func (s Spec) flagJSON(raw json.RawMessage) (string, error) {
	var on bool
	if json.Unmarshal(raw, &on) != nil {
		return "", misshapen(raw)
	}
	if on {
		return "1", nil
	}
	return "", nil
}

func (s Spec) listJSON(raw json.RawMessage) (string, error) {
	var items []string
	if json.Unmarshal(raw, &items) != nil {
		return "", misshapen(raw)
	}
	for i, item := range items {
		items[i] = Clean(item)
	}
	text := string(ListOf(items...))
	return text, s.check(text)
}

// numberJSON reads a whole number, or money with its minor units.
func (s Spec) numberJSON(raw json.RawMessage) (string, error) {
	var money struct{ Amount json.Number }
	if s.Kind == KindAmount && raw[0] == '{' {
		if json.Unmarshal(raw, &money) != nil || money.Amount == "" {
			return "", misshapen(raw)
		}
		raw = json.RawMessage(money.Amount)
	}
	n, err := strconv.ParseInt(string(raw), 10, 64)
	switch {
	case err != nil:
		return "", misshapen(raw)
	case n == 0:
		return "", nil
	case n < 0 && s.Min >= 0:
		return "", Refuse(RefusedNumberRange, string(raw), "0", "")
	}
	text := strconv.FormatInt(n, 10)
	if s.Kind == KindNumber && s.Max == 0 {
		return text, nil // the id of another record
	}
	return text, s.check(text)
}

// misshapen refuses a value, and quotes the beginning of it.
func misshapen(raw json.RawMessage) error {
	const most = 40
	text := []rune(Clean(strings.ToValidUTF8(string(raw[:min(len(raw), 4*most)]), "")))
	return Refuse(RefusedShape, string(text[:min(len(text), most)]))
}

// ItemJSON is an item as scripts read it, see JSON.
func ItemJSON(kind Attached, it Item) json.RawMessage {
	var o object
	o.put("id", it.ID)
	for _, s := range kind.Shown {
		o.put(s.Code, s.jsonValue(it.Values[s.Code], it.Values["currency"]))
	}
	return o.done()
}

// CheckItem refuses an item that can't be kept, see Fields.Check.
func CheckItem(kind Attached, it Item) error {
	for _, s := range kind.Fields {
		if err := s.check(it.Values[s.Code]); err != nil {
			return At(s.Code, err)
		}
	}
	return nil
}

// MetaOf is a record's id and when it was made, as JSON has them.
func MetaOf(obj map[string]json.RawMessage) Meta {
	m := Meta{ID: IDOf(obj)}
	var at string
	if json.Unmarshal(obj["created_at"], &at) == nil {
		m.CreatedAt = at
	}
	return m
}

// IDOf is the id of a record in JSON; 0 when there is none.
func IDOf(obj map[string]json.RawMessage) int64 {
	id, _ := strconv.ParseInt(string(bytes.TrimSpace(obj["id"])), 10, 64)
	return max(id, 0)
}

// WithMembers is a JSON object with further members behind its own.
func WithMembers(obj json.RawMessage, names []string, values map[string]json.RawMessage) json.RawMessage {
	out := slices.Clone(bytes.TrimSuffix(obj, []byte("}")))
	for _, name := range names {
		if values[name] == nil {
			continue
		}
		out = append(out, ',', '"')
		out = append(append(append(out, name...), '"', ':'), values[name]...)
	}
	return append(out, '}')
}
