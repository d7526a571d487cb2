package model

import (
	"bytes"
	"encoding/json"
	"strconv"
	"strings"
)

// JSON is a record as scripts read it (rule 4): an object in the order of the
// field table, with English field codes, stored codes as values, dates in ISO
// form, money as {"amount", "currency"}, phones and tags as arrays, flags as
// booleans; a date, a birthday, an amount, a score or another record that isn't known is null.
// Another customer is there by name and, behind _id, by id; names gives the
// name of an id.
func JSON[T any](fields Fields[T], rec *T, meta Meta, names func(id int64) string) json.RawMessage {
	currency := ""
	if f, ok := fields.ByCode("currency"); ok {
		currency = f.Get(rec)
	}
	return JSONIn(currency, fields, rec, meta, names)
}

// JSONIn is JSON of a record whose amounts are in the currency of another one.
func JSONIn[T any](currency string, fields Fields[T], rec *T, meta Meta, names func(id int64) string) json.RawMessage {
	var o object
	o.put("id", meta.ID)
	for _, f := range fields {
		value := f.Get(rec)
		if f.Of != RowOfCustomer { // of the others, the id alone
			code := f.Code
			if f.IsRef() {
				code = strings.TrimSuffix(code, "_id") + "_id"
			}
			o.put(code, f.jsonValue(value, currency))
			continue
		}
		who := strings.TrimSuffix(f.Code, "_id")
		if id, _ := strconv.ParseInt(value, 10, 64); id != 0 {
			o.put(who, names(id))
			o.put(who+"_id", id)
		} else {
			o.put(who, nil)
			o.put(who+"_id", nil)
		}
	}
	o.put("created_at", meta.CreatedAt)
	o.put("updated_at", meta.UpdatedAt)
	return o.done()
}

// unknown is what JSON has where not knowing is a value of its own.
const unknown = "unknown"

// jsonMoney is an amount of minor units.
type jsonMoney struct {
	Amount   int64  `json:"amount"`
	Currency string `json:"currency"`
}

// jsonValue is a field's canonical text as JSON has it.
func (s Spec) jsonValue(text, currency string) any {
	switch s.Kind {
	case KindDate, KindMoment, KindBirthday:
		if text == "" {
			return nil
		}
	case KindChoice:
		if text == "" && s.Unknown {
			return unknown
		}
	case KindFlag:
		return text == "1"
	case KindPhones, KindTags:
		if items := List(text).Items(); items != nil {
			return items
		}
		return []string{}
	case KindRef:
		return idJSON(refID(text))
	case KindNumber:
		if n, _ := strconv.ParseInt(text, 10, 64); n != 0 || s.Min <= 0 {
			return n
		}
		return nil
	case KindAmount:
		n, _ := strconv.ParseInt(text, 10, 64)
		if n == 0 {
			return nil
		}
		if currency == "" {
			currency = DefaultCurrency
		}
		return jsonMoney{n, currency}
	case KindPerMille:
		if text == "" {
			return nil
		}
		n, _ := strconv.ParseInt(text, 10, 64)
		return float64(n) / 10
	case KindQuantity:
		n, _ := strconv.ParseInt(text, 10, 64)
		return json.Number(Quantity(n))
	}
	return text
}

// object is a JSON object whose members stay in the order in which they came.
type object struct{ text bytes.Buffer }

func (o *object) put(name string, value any) {
	if o.text.Len() == 0 {
		o.text.WriteByte('{')
	} else {
		o.text.WriteByte(',')
	}
	enc := json.NewEncoder(&o.text)
	enc.SetEscapeHTML(false)
	for i, v := range []any{name, value} {
		if i > 0 {
			o.text.WriteByte(':')
		}
		_ = enc.Encode(v) // texts, numbers and lists of texts only
		o.text.Truncate(o.text.Len() - 1)
	}
}

func (o *object) done() json.RawMessage {
	o.text.WriteByte('}')
	return o.text.Bytes()
}
