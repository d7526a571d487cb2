package store

import (
	"context"
	"fmt"
	"math"
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
}

func (s *Store) viewpoint(ctx context.Context) (viewpoint, error) {
	set, err := s.Settings(ctx)
	return viewpoint{s.today(), set}, err
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

// filter narrows a clause down by filters on what a list can show.
func (all *clause) filter(filters []model.Filter, find func(code string) (model.Spec, bool), condition func(model.Spec,
	model.Filter) (clause, error)) error {
	for _, f := range filters {
		spec, ok := find(f.Field)
		if !ok {
			return model.At(f.Field, model.Refuse(model.RefusedOption, f.Field))
		}
		one, err := condition(spec, f)
		if err != nil {
			return err
		}
		all.and("("+one.sql+")", one.args...)
	}
	return nil
}

// column is the SQL for a field of a customer c.
func (v viewpoint) column(f model.Spec) string {
	switch f.Code {
	case model.AxisUrgency:
		d := "CASE WHEN c.expected_on <> '' THEN c.expected_on ELSE c.next_on END"
		sql := "CASE WHEN (" + d + ") = '' THEN '" + string(model.MaySlow) + "'"
		for _, band := range model.UrgencyBands() {
			sql += fmt.Sprintf(" WHEN (%s) <= '%s' THEN '%s'", d, v.today.AddDays(band.Days), band.Urgency)
		}
		return sql + " ELSE '" + string(model.MaySlow) + "' END"
	case model.AxisImportance:
		by := "c.important = 1"
		if t := v.settings.ImportanceThreshold; t > 0 {
			by += fmt.Sprintf(" OR c.currency IN ('', %s) AND c.expected_amount >= %d OR c.id IN (%s)", quote(v.settings.Currency),
				t, v.boughtFor(t))
		}
		return fmt.Sprintf("CASE WHEN %s THEN '%s' ELSE '%s' END", by, model.Important, model.Ordinary)
	}
	return "c." + f.Code
}

// quote is a text as an SQL literal.
func quote(text string) string { return "'" + strings.ReplaceAll(text, "'", "''") + "'" }

// where is the conditions of a query on a customer c, without its search.
func (v viewpoint) where(q model.Query) (clause, error) {
	all := clause{"c.archived = ?", []any{q.Archived}}
	for _, f := range q.Filters {
		if f.Field == "archived" {
			all = clause{"1", nil}
		}
	}
	err := all.filter(q.Filters, model.ListField, v.condition)
	return all, err
}

// condition is one filter in SQL.
func (v viewpoint) condition(spec model.Spec, f model.Filter) (clause, error) {
	column := v.column(spec)
	empty := column + " = " + none(spec)
	switch f.Op {
	case model.OpEmpty:
		return clause{empty, nil}, nil
	case model.OpFilled:
		return clause{"NOT " + empty, nil}, nil
	case model.OpNot:
		is, err := v.condition(spec, model.Filter{Field: f.Field, Op: model.OpIs, Value: f.Value})
		return clause{"NOT (" + is.sql + ")", is.args}, err
	case model.OpIs:
		return v.oneOf(spec, column, f)
	case model.OpContains:
		return inside(spec, column, f.Value), nil
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
	case model.KindFlag, model.KindNumber, model.KindAmount, model.KindRef, model.KindQuantity:
		return true
	}
	return false
}

// oneOf: the field is one of the filter's values; of tags and phones one is
// enough.
func (v viewpoint) oneOf(spec model.Spec, column string, f model.Filter) (clause, error) {
	var all clause
	for _, value := range f.Values() {
		one := clause{column + " = ?", []any{value}}
		switch {
		case value == "":
			one = clause{column + " = " + none(spec), nil}
		case spec.Kind == model.KindTags:
			one.sql = "instr(char(10) || lower(" + column + ") || char(10), char(10) || lower(?) || char(10)) > 0"
		case spec.Kind == model.KindPhones && column != "c.phones":
			one = phoneIn(column, model.PhoneDigits(value))
		case spec.Kind == model.KindPhones:
			one = clause{"c.id IN (SELECT customer_id FROM customer_key WHERE kind = 'phone' AND key = ?)", []any{model.PhoneDigits(value)}}
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
		case isNumeric(spec):
			n, err := strconv.ParseInt(value, 10, 64)
			if err != nil {
				return clause{}, model.At(f.Field, model.Refuse(model.RefusedNumber, value))
			}
			one.args = []any{n}
			if spec.IsRef() && spec.Of != model.RowOfCustomer { // most indices of references leave out those to nothing
				one.sql += " AND " + column + " <> 0"
			}
		}
		all.sql += strings.Repeat(" OR ", min(len(all.sql), 1)) + "(" + one.sql + ")"
		all.args = append(all.args, one.args...)
	}
	return all, nil
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
func inside(spec model.Spec, column, text string) clause {
	switch digits := model.PhoneDigits(text); {
	case spec.Kind == model.KindPhones && digits != "" && column != "c.phones":
		return clause{"instr(" + column + ", ?) > 0 OR instr(" + bareDigits(column) + ", ?) > 0", []any{text, digits}}
	case spec.Kind == model.KindPhones && digits != "":
		return clause{"instr(" + column + ", ?) > 0 OR c.id IN (SELECT customer_id FROM customer_key WHERE kind = 'phone' " +
			"AND instr(key, ?) > 0)", []any{text, digits}}
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
	case model.KindNumber, model.KindAmount, model.KindQuantity:
		n, err := strconv.ParseInt(f.Value, 10, 64)
		if err != nil {
			return clause{}, model.At(f.Field, model.Refuse(model.RefusedNumber, f.Value))
		}
		known := ""
		if spec.Kind == model.KindAmount || spec.Min > 0 {
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

// order is the order of a query; what is not known comes last, whichever the
// direction. Choices go in the order in which forms show them.
func (v viewpoint) order(q model.Query) (string, error) {
	dir := ""
	if q.Desc {
		dir = " DESC"
	}
	switch q.Sort {
	case "", "name":
		return "s.text" + dir + ", s.customer_id", nil
	case "id", "created_at", "updated_at":
		return "c." + q.Sort + dir + ", c.id", nil
	}
	spec, ok := model.ListField(q.Sort)
	if !ok {
		return "", model.At("sort", model.Refuse(model.RefusedOption, q.Sort))
	}
	column := v.column(spec)
	by := column
	if spec.Kind == model.KindChoice && len(spec.Options) > 0 {
		by = "CASE " + column
		for i, option := range spec.Options {
			by += fmt.Sprintf(" WHEN %s THEN %d", quote(option), i)
		}
		by += fmt.Sprintf(" ELSE %d END%s, %s", len(spec.Options), dir, column)
	}
	return fmt.Sprintf("%s IN ('', 0), %s%s, c.id", column, by, dir), nil
}

// CustomerIDs are the customers of a list in its order. A screen holds the
// ids and reads the cards of the rows that it shows.
func (s *Store) CustomerIDs(ctx context.Context, q model.Query) ([]int64, error) {
	v, err := s.viewpoint(ctx)
	if err != nil {
		return nil, err
	}
	where, err := v.where(q)
	if err != nil {
		return nil, err
	}
	order, err := v.order(q)
	if err != nil {
		return nil, err
	}
	// The order of names is that of customer_search, whose index is enough where
	// no column of the card is asked for. With one, the cards are read one after
	// the other, which is faster than in the order of the names.
	query := "SELECT c.id FROM customer c"
	switch byName := strings.HasPrefix(order, "s."); {
	case byName && len(q.Filters) == 0:
		query = "SELECT s.customer_id FROM customer_search s"
		where.sql = "s.archived = ?"
	case byName:
		query += " CROSS JOIN customer_search s ON s.customer_id = c.id"
	}
	ids, err := s.list(ctx, query+" WHERE "+where.sql+" ORDER BY "+order, where.args...)
	if err != nil || q.Search == "" {
		return ids, err
	}
	return s.searchWithin(ctx, ids, q.Search, q.Sort == "")
}

// Totals adds up what stands below a list: of the customers that the query's
// filters leave or, where something is searched for, of the ids that it found.
func (s *Store) Totals(ctx context.Context, q model.Query, ids []int64) (model.Totals, error) {
	v, err := s.viewpoint(ctx)
	if err != nil {
		return model.Totals{}, err
	}
	where, err := v.where(q)
	if err != nil {
		return model.Totals{}, err
	}
	if q.Search != "" {
		where = clause{"c.id IN (SELECT value FROM json_each(?))", []any{jsonList(ids)}}
	}
	// In two parts, so that no sum is too large for SQLite.
	const part = 1_000_000
	rows, err := s.db.QueryContext(ctx, fmt.Sprintf(`SELECT c.currency, sum(c.expected_amount / %d), sum(c.expected_amount %% %[1]d)
		FROM customer c WHERE c.expected_amount <> 0 AND %s GROUP BY c.currency`, part, where.sql), where.args...)
	if err != nil {
		return model.Totals{}, err
	}
	defer rows.Close()
	var t model.Totals
	for rows.Next() {
		var m model.Money
		var high, low int64
		if err := rows.Scan(&m.Currency, &high, &low); err != nil {
			return t, err
		}
		if m.Amount = math.MaxInt64; high < math.MaxInt64/part-part {
			m.Amount = high*part + low
		}
		t.Expected = append(t.Expected, m)
	}
	slices.SortStableFunc(t.Expected, func(a, b model.Money) int {
		if a.Amount > b.Amount {
			return -1
		}
		return 1
	})
	return t, rows.Err()
}

// mostValues is how many values of a field a filter offers.
const mostValues = 300

// FieldValues are the values that a field has on any record, the commonest
// first: tags one by one.
func (s *Store) FieldValues(ctx context.Context, record, code string) ([]string, error) {
	spec := model.FieldOf(record, code)
	if spec.Code == "" || isNumeric(spec) || spec.Kind == model.KindPhones || spec.Kept && spec.Kind != model.KindTags {
		return nil, model.At(code, model.Refuse(model.RefusedFilter, code))
	}
	rows, err := s.db.QueryContext(ctx, fmt.Sprintf("SELECT %[1]s, count(*) FROM %[2]s WHERE %[1]s <> '' GROUP BY %[1]s", code, record))
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	counts := map[string]int{}
	for rows.Next() {
		var text string
		var n int
		if err := rows.Scan(&text, &n); err != nil {
			return nil, err
		}
		values := []string{text}
		if spec.Kind == model.KindTags {
			values = model.List(text).Items()
		}
		for _, v := range values {
			counts[v] += n
		}
	}
	return commonest(counts), rows.Err()
}

// commonest is the values by how often they occur, at most mostValues.
func commonest(counts map[string]int) []string {
	values := make([]string, 0, len(counts))
	for v := range counts {
		values = append(values, v)
	}
	slices.SortFunc(values, func(a, b string) int {
		if counts[a] != counts[b] {
			return counts[b] - counts[a]
		}
		return strings.Compare(a, b)
	})
	return values[:min(len(values), mostValues)]
}
