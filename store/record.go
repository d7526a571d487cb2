package store

import (
	"bytes"
	"context"
	"database/sql"
	"encoding/json"
	"errors"
	"fmt"
	"reflect"
	"strconv"
	"strings"

	"genjin/model"
)

// unlogged writes outside the log.
type unlogged func(ctx context.Context, query string, args ...any) (sql.Result, error)

// querier is what reads need: the database, or a transaction.
type querier interface {
	PrepareContext(ctx context.Context, query string) (*sql.Stmt, error)
	QueryContext(ctx context.Context, query string, args ...any) (*sql.Rows, error)
	QueryRowContext(ctx context.Context, query string, args ...any) *sql.Row
}

// table maps a record to its SQL table by the record's field table. All SQL
// that writes a record is here, and with it the change log. A table of any holds
// pointers to records.
type table[T any] struct {
	name    string
	fields  model.Fields[T]
	empty   func() T
	meta    func(*T) *model.Meta
	card    func(*T) int64 // the customer on whose card a change is shown; 0 = none
	columns string
	insertQ string
}

func newTable[T any](name string, fields model.Fields[T]) *table[T] {
	return tableOf(name, fields, func() (rec T) { return rec }, func(rec *T) *model.Meta { return model.Identity(rec) })
}

func tableOf[T any](name string, fields model.Fields[T], empty func() T, meta func(*T) *model.Meta) *table[T] {
	codes := make([]string, len(fields))
	for i, f := range fields {
		codes[i] = f.Code
	}
	columns := "created_at, updated_at, " + strings.Join(codes, ", ")
	t := &table[T]{
		name: name, fields: fields, empty: empty, meta: meta,
		card:    func(*T) int64 { return 0 },
		columns: "id, " + columns,
		insertQ: fmt.Sprintf("INSERT INTO %s (%s) VALUES (?%s)", name, columns, strings.Repeat(", ?", len(codes)+1)),
	}
	if whose, ok := fields.ByCode("customer_id"); ok {
		t.card = func(rec *T) int64 { return *whose.Ptr(rec).(*int64) }
	} else if name == model.RowOfCustomer {
		t.card = func(rec *T) int64 { return meta(rec).ID }
	}
	return t
}

// tables are those of all kinds, by record.
var tables = func() map[string]*table[any] {
	all := map[string]*table[any]{}
	for _, k := range model.Kinds {
		all[k.Record] = tableOf(k.Record, k.Fields, k.New, func(rec *any) *model.Meta { return model.Identity(*rec) })
	}
	return all
}()

// narrow is the table with some of its fields only, to read many records of
// which little is wanted. It writes nothing.
func (t *table[T]) narrow(codes ...string) *table[T] {
	n := *t
	n.fields, n.columns = nil, "id, created_at, updated_at, "+strings.Join(codes, ", ")
	for _, code := range codes {
		if f, ok := t.fields.ByCode(code); ok {
			n.fields = append(n.fields, f)
		}
	}
	return &n
}

// redirect says of the records of one customer that they are another's.
func (t *table[T]) redirect(ctx context.Context, w *write, from, to int64) error {
	for _, f := range t.fields {
		if f.Of != customers.name {
			continue
		}
		recs, err := t.query(ctx, w.tx, fmt.Sprintf("WHERE %s = ? ORDER BY id", f.Code), from)
		if err != nil {
			return err
		}
		for i := range recs {
			f.Set(&recs[i], strconv.FormatInt(to, 10))
			if _, err := t.update(ctx, w, &recs[i]); err != nil {
				return err
			}
		}
	}
	return nil
}

// pointers are the places of a record's columns, in the order of t.columns.
func (t *table[T]) pointers(rec *T) []any {
	m := t.meta(rec)
	ptrs := []any{&m.ID, &m.CreatedAt, &m.UpdatedAt}
	for _, f := range t.fields {
		ptrs = append(ptrs, f.Ptr(rec))
	}
	return ptrs
}

// values are a record's column values without the id.
func (t *table[T]) values(rec *T) []any {
	ptrs := t.pointers(rec)[1:]
	vals := make([]any, len(ptrs))
	for i, p := range ptrs {
		vals[i] = plain(p)
	}
	return vals
}

// plain is the value behind a column pointer as SQLite and JSON know it:
// string or int64.
func plain(ptr any) any {
	v := reflect.ValueOf(ptr).Elem()
	switch v.Kind() {
	case reflect.String:
		return v.String()
	case reflect.Bool:
		if v.Bool() {
			return int64(1)
		}
		return int64(0)
	default:
		return v.Int()
	}
}

// query reads records; where begins with WHERE, JOIN or ORDER and may be empty.
func (t *table[T]) query(ctx context.Context, q querier, where string, args ...any) ([]T, error) {
	read := q.QueryContext
	if tx, ok := q.(*transaction); ok {
		read = tx.drain
	}
	rows, err := read(ctx, fmt.Sprintf("SELECT %s FROM %s %s", t.columns, t.name, where), args...)
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	var recs []T
	for rows.Next() {
		rec := t.empty()
		if err := rows.Scan(t.pointers(&rec)...); err != nil {
			return nil, err
		}
		recs = append(recs, rec)
	}
	return recs, rows.Err()
}

// byID reads one record, or answers model.ErrNotFound.
func (t *table[T]) byID(ctx context.Context, q querier, id int64) (T, error) {
	rec := t.empty()
	err := q.QueryRowContext(ctx, fmt.Sprintf("SELECT %s FROM %s WHERE id = ?", t.columns, t.name), id).Scan(t.pointers(&rec)...)
	if errors.Is(err, sql.ErrNoRows) {
		return rec, fmt.Errorf("%s %d: %w", t.name, id, model.ErrNotFound)
	}
	return rec, err
}

// insert adds the record and gives it its id and instants.
func (t *table[T]) insert(ctx context.Context, w *write, rec *T) error {
	m := t.meta(rec)
	m.CreatedAt, m.UpdatedAt = w.now, w.now
	res, err := w.stmt(ctx, t.insertQ, t.values(rec)...)
	if err != nil {
		return err
	}
	if m.ID, err = res.LastInsertId(); err != nil {
		return err
	}
	return w.log(ctx, t.name, m.ID, t.card(rec), nil, t.object(rec, nil))
}

// insertAs adds a record under an id of its own; 0 = the next one. When it was
// made stays, if it says so.
func (t *table[T]) insertAs(ctx context.Context, w *write, rec *T, id int64) error {
	m := t.meta(rec)
	if m.CreatedAt == "" {
		m.CreatedAt = w.now
	}
	if m.UpdatedAt = w.now; w.sample {
		m.UpdatedAt = m.CreatedAt
	}
	own := sql.NullInt64{Int64: id, Valid: id != 0}
	res, err := w.stmt(ctx, fmt.Sprintf("INSERT INTO %s (%s) VALUES (?%s)", t.name, t.columns, strings.Repeat(", ?", len(t.fields)+2)),
		append([]any{own}, t.values(rec)...)...)
	if err != nil {
		return err
	}
	if m.ID, err = res.LastInsertId(); err != nil || w.sample {
		return err
	}
	return w.log(ctx, t.name, m.ID, t.card(rec), nil, t.object(rec, nil))
}

// update writes what differs from the kept record and reports whether anything
// did. A record that was changed since rec was read is refused with
// model.ErrStale, unless rec has no instant to compare.
func (t *table[T]) update(ctx context.Context, w *write, rec *T) (changed bool, err error) {
	m := t.meta(rec)
	before, err := t.byID(ctx, w.tx, m.ID)
	if err != nil {
		return false, err
	}
	old := t.meta(&before)
	if m.UpdatedAt != "" && m.UpdatedAt != old.UpdatedAt {
		return false, fmt.Errorf("%s %d: %w", t.name, m.ID, model.ErrStale)
	}
	m.CreatedAt = old.CreatedAt
	codes := t.fields.Diff(&before, rec)
	if len(codes) == 0 {
		m.UpdatedAt = old.UpdatedAt
		return false, nil
	}
	m.UpdatedAt = w.now
	set, args := "updated_at = ?", []any{w.now}
	for _, code := range codes {
		f, _ := t.fields.ByCode(code)
		set += ", " + code + " = ?"
		args = append(args, plain(f.Ptr(rec)))
	}
	if _, err := w.stmt(ctx, fmt.Sprintf("UPDATE %s SET %s WHERE id = ?", t.name, set), append(args, m.ID)...); err != nil {
		return false, err
	}
	return true, w.log(ctx, t.name, m.ID, t.card(rec), t.object(&before, codes), t.object(rec, codes))
}

// remove deletes the record; the log keeps it whole.
func (t *table[T]) remove(ctx context.Context, w *write, id int64) error {
	before, err := t.byID(ctx, w.tx, id)
	if err != nil {
		return err
	}
	if _, err := w.stmt(ctx, fmt.Sprintf("DELETE FROM %s WHERE id = ?", t.name), id); err != nil {
		return err
	}
	if err := w.forgetDrafts(ctx, t.name, id); err != nil {
		return err
	}
	return w.log(ctx, t.name, id, t.card(&before), t.object(&before, nil), nil)
}

// object is the record as the log keeps it: the instants and the given
// columns, all of them when codes is nil, as a JSON object in column order.
func (t *table[T]) object(rec *T, codes []string) []byte {
	wanted := map[string]bool{}
	for _, c := range codes {
		wanted[c] = true
	}
	m := t.meta(rec)
	var b bytes.Buffer
	b.WriteByte('{')
	put := func(code string, value any) {
		if b.Len() > 1 {
			b.WriteByte(',')
		}
		text, _ := json.Marshal(value) // strings and integers only
		fmt.Fprintf(&b, "%q:%s", code, text)
	}
	if codes == nil {
		put("created_at", m.CreatedAt)
	}
	put("updated_at", m.UpdatedAt)
	for _, f := range t.fields {
		if codes == nil || wanted[f.Code] {
			put(f.Code, plain(f.Ptr(rec)))
		}
	}
	b.WriteByte('}')
	return b.Bytes()
}
