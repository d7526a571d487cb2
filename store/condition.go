package store

import (
	"context"
	"fmt"
	"slices"
	"strconv"
	"strings"
	"time"

	"genjin/model"
)

// viewpoint is what the columns that are worked out depend on.
type viewpoint struct {
	today    model.Date
	settings model.Settings
	phones   string // where the phones of rows are kept apart, see source; "" = in their column
}

func (s *Store) viewpoint(ctx context.Context) (viewpoint, error) {
	set, err := s.Settings(ctx)
	return viewpoint{today: s.today(), settings: set}, err
}

// clause is a piece of SQL with its arguments.
type clause struct {
	sql  string
	args []any
}

// and narrows a clause down.
func (all *clause) and(sql string, args ...any) {
	all.sql += " AND " + sql
	all.args = append(all.args, args...)
}

// quote is a text as an SQL literal.
func quote(text string) string { return "'" + strings.ReplaceAll(text, "'", "''") + "'" }

// conditionOn is one filter on a column.
func (v viewpoint) conditionOn(spec model.Spec, column string, f model.Filter) (clause, error) {
	empty := column + " = " + none(spec)
	switch f.Op {
	case model.OpEmpty:
		return clause{empty, nil}, nil
	case model.OpFilled:
		return clause{"NOT " + empty, nil}, nil
	case model.OpNot:
		is, err := v.oneOf(spec, column, f)
		return clause{"NOT (" + is.sql + ")", is.args}, err
	case model.OpIs:
		return v.oneOf(spec, column, f)
	case model.OpContains:
		return v.inside(spec, column, f.Value), nil
	case model.OpFrom, model.OpTo:
		return v.bound(spec, column, f)
	}
	return clause{}, model.At(f.Field, model.Refuse(model.RefusedFilter, string(f.Op)))
}

// none is what a column holds when nothing is known.
func none(f model.Spec) string {
	if isNumeric(f) {
		return "0"
	}
	return "''"
}

func isNumeric(f model.Spec) bool {
	switch f.Kind {
	case model.KindFlag, model.KindNumber, model.KindAmount, model.KindRef, model.KindQuantity,
		model.KindPerMille:
		return true
	}
	return false
}

// oneOf: the field is one of the filter's values; of tags and phones one is
// enough.
func (v viewpoint) oneOf(spec model.Spec, column string, f model.Filter) (clause, error) {
	var all clause
	if values := f.Values(); spec.Kind == model.KindFlag && slices.Contains(values, "") && slices.Contains(values, "1") {
		return clause{"1", nil}, nil // whichever it is
	}
	for _, value := range f.Values() {
		one := clause{column + " = ?", []any{value}}
		switch {
		case value == "":
			one = clause{column + " = " + none(spec), nil}
		case spec.Kind == model.KindTags:
			one.sql = "instr(char(10) || lower(" + column + ") || char(10), char(10) || lower(?) || char(10)) > 0"
		case spec.Kind == model.KindPhones && v.phones == "":
			one = phoneIn(column, model.PhoneDigits(value))
		case spec.Kind == model.KindPhones:
			one = clause{fmt.Sprintf(v.phones, "key = ?"), []any{model.PhoneDigits(value)}}
		case spec.Kind == model.KindText, spec.Kind == model.KindNote:
			one.sql = "lower(" + column + ") = lower(?)"
		case spec.Kind == model.KindDate, spec.Kind == model.KindMoment:
			from, err := v.bound(spec, column, model.Filter{Field: f.Field, Op: model.OpFrom, Value: value})
			if err != nil {
				return clause{}, err
			}
			to, err := v.bound(spec, column, model.Filter{Field: f.Field, Op: model.OpTo, Value: value})
			if err != nil {
				return clause{}, err
			}
			one = clause{from.sql + " AND " + to.sql, append(from.args, to.args...)}
		case spec.Kind == model.KindChoice: // as it stands, so that a partial index serves
			one = clause{column + " = " + quote(value), nil}
		case spec.IsRef() && spec.Of == model.RowOfCampaign && !isWhole(value): // by its name
			one.sql = column + " <> 0 AND " + column + " IN (SELECT id FROM campaign WHERE lower(name) = lower(?))"
		case isNumeric(spec):
			n, err := strconv.ParseInt(value, 10, 64)
			if err != nil {
				return clause{}, model.At(f.Field, model.Refuse(model.RefusedNumber, value))
			}
			one.args = []any{n}
			if spec.IsRef() && spec.Code != "customer_id" { // most indices of references leave out those to nothing
				one.sql += " AND " + column + " <> 0"
			}
		}
		all.sql += strings.Repeat(" OR ", min(len(all.sql), 1)) + "(" + one.sql + ")"
		all.args = append(all.args, one.args...)
	}
	return all, nil
}

func isWhole(text string) bool {
	_, err := strconv.ParseInt(text, 10, 64)
	return err == nil
}

// bareDigits is a list of phones without what stands between their digits.
func bareDigits(column string) string {
	for _, sign := range []string{"-", " ", "(", ")", "+", "/", "."} {
		column = "replace(" + column + ", " + quote(sign) + ", '')"
	}
	return column
}

// phoneIn: one of a column's phones has the digits, with the country's code or
// without.
func phoneIn(column, digits string) clause {
	var all clause
	for _, code := range []string{"", "86", "0086"} {
		all.sql += strings.Repeat(" OR ", min(len(all.sql), 1)) +
			"instr(char(10) || " + bareDigits(column) + " || char(10), char(10) || ? || char(10)) > 0"
		all.args = append(all.args, code+digits)
	}
	return all
}

// inside: the text is somewhere in the field; of phones the digits are, of
// another customer it is the name.
func (v viewpoint) inside(spec model.Spec, column, text string) clause {
	switch digits := model.PhoneDigits(text); {
	case spec.Kind == model.KindPhones && digits != "" && v.phones == "":
		return clause{"instr(" + column + ", ?) > 0 OR instr(" + bareDigits(column) + ", ?) > 0", []any{text, digits}}
	case spec.Kind == model.KindPhones && digits != "":
		return clause{"instr(" + column + ", ?) > 0 OR " + fmt.Sprintf(v.phones, "instr(key, ?) > 0"), []any{text, digits}}
	case spec.Kind == model.KindRef:
		table, called := referred(spec.Of)
		return clause{column + " IN (SELECT id FROM " + table + " WHERE instr(lower(" + called + "), lower(?)) > 0)", []any{text}}
	}
	return clause{"instr(lower(" + column + "), lower(?)) > 0", []any{text}}
}

// referred is where the records are kept to which a reference leads, and by what
// they are called.
func referred(record string) (table, called string) {
	switch record {
	case model.RowOfOrder:
		return record, "order_no"
	case model.RowOfReceivable:
		return record, "invoice_no || char(10) || order_no"
	case model.RowOfPayment:
		return record, "receipt_no"
	case "template":
		return record, "name || char(10) || name_en"
	}
	return record, "name"
}

// bound: the field is not before, or not after, the filter's value.
func (v viewpoint) bound(spec model.Spec, column string, f model.Filter) (clause, error) {
	sign := map[model.Op]string{model.OpFrom: " >= ?", model.OpTo: " <= ?"}[f.Op]
	switch spec.Kind {
	case model.KindDate, model.KindMoment:
		d := f.Day(v.today)
		if d == "" {
			return clause{}, model.At(f.Field, model.Refuse(model.RefusedDateFormat, f.Value))
		}
		if spec.Kind == model.KindMoment && f.Op == model.OpTo { // a moment of the day is on it
			return clause{column + " <> '' AND " + column + " < ?", []any{d.AddDays(1)}}, nil
		}
		if spec.Code != "created_at" && spec.Code != "updated_at" {
			return clause{column + " <> '' AND " + column + sign, []any{d}}, nil
		}
		if f.Op == model.OpTo {
			return clause{column + " < ?", []any{instantOf(d.AddDays(1))}}, nil
		}
		return clause{column + sign, []any{instantOf(d)}}, nil
	case model.KindNumber, model.KindAmount, model.KindQuantity, model.KindPerMille:
		n, err := strconv.ParseInt(f.Value, 10, 64)
		if err != nil {
			return clause{}, model.At(f.Field, model.Refuse(model.RefusedNumber, f.Value))
		}
		known := ""
		if spec.Kind == model.KindAmount || spec.Kind == model.KindPerMille || spec.Min > 0 {
			known = column + " <> 0 AND "
		}
		return clause{known + column + sign, []any{n}}, nil
	}
	return clause{}, model.At(f.Field, model.Refuse(model.RefusedFilter, string(f.Op)))
}

// instantOf is the beginning of a day on the person's clock.
func instantOf(d model.Date) string {
	return time.Date(d.Year(), time.Month(d.Month()), d.Day(), 0, 0, 0, 0, time.Local).UTC().Format(instant)
}
