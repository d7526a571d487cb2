package store

import (
	"context"
	"database/sql"
	"encoding/json"
	"errors"
	"fmt"
	"maps"
	"slices"
	"strings"

	"genjin/model"
)

type direction struct {
	from, to string // JSON columns of change: what is there, what shall be
	order    string
	state    string
}

var (
	undoing = direction{from: "after", to: "before", order: "DESC", state: "undone"}
	redoing = direction{from: "before", to: "after", order: "ASC", state: "done"}
)

// reverting is what the body of an undo or a redo needs to know.
type reverting struct {
	direction
	named bool // the person said which act: where nothing of it can be reverted that is an error, and all stays
}

func (s *Store) revert(ctx context.Context, how reverting, which func(*write) (model.ChangeSet, error)) (model.Reverted, error) {
	var r model.Reverted
	err := s.change(ctx, "", "", func(w *write) (err error) {
		if r.Set, err = which(w); err != nil {
			return err
		}
		if r.Kept, err = w.revertSet(ctx, r.Set.ID, how.direction); err != nil {
			return err
		}
		if r.Set.Name == "" { // of a card that is there again
			is, err := firstSet(ctx, w.tx, "id = ?", r.Set.ID)
			if err != nil {
				return err
			}
			r.Set.Name = is.Name
		}
		if how.named && r.Nothing() {
			return fmt.Errorf("change %d: %w", r.Set.ID, model.ErrChangedSince)
		}
		if r.Kept > 0 {
			if err := w.recountReverted(ctx, r.Set); err != nil {
				return err
			}
		}
		_, err = w.stmt(ctx, "UPDATE change_set SET state = ?, turn = (SELECT coalesce(max(turn), 0) + 1 FROM change_set WHERE "+
			"turn > 0) WHERE id = ?", how.state, r.Set.ID)
		return err
	})
	return r, err
}

// recountReverted brings what a partly reverted act left in line. That is no
// act of a person's: nothing offers to take it back, and what was undone before
// can still be redone.
func (w *write) recountReverted(ctx context.Context, set model.ChangeSet) error {
	w.act, w.aside = set.Act, true
	for _, recount := range []func(context.Context, int64) error{w.recountKept, w.recountMoney, w.recountOrders, w.recountProjects} {
		if err := recount(ctx, set.ID); err != nil {
			return err
		}
	}
	return nil
}

type logged struct {
	id, recordID, customerID int64
	record                   string
	from, to                 sql.NullString
}

// revertSet puts every record of the set back, except those that no longer are
// as the set left them.
func (w *write) revertSet(ctx context.Context, set int64, dir direction) (kept int, err error) {
	rows, err := w.tx.QueryContext(ctx, fmt.Sprintf(
		"SELECT id, record, record_id, customer_id, %s, %s FROM change WHERE set_id = ? ORDER BY id %s", dir.from, dir.to, dir.order), set)
	if err != nil {
		return 0, err
	}
	var all []logged
	for rows.Next() {
		var l logged
		if err := rows.Scan(&l.id, &l.record, &l.recordID, &l.customerID, &l.from, &l.to); err != nil {
			return 0, errors.Join(err, rows.Close())
		}
		all = append(all, l)
	}
	if err := errors.Join(rows.Err(), rows.Close()); err != nil {
		return 0, err
	}
	for _, l := range all {
		if err := w.noteOrdered(ctx, l); err != nil {
			return kept, err
		}
		ok, err := w.revertOne(ctx, l)
		if err == nil {
			err = w.noteOrdered(ctx, l)
		}
		if err != nil {
			return kept, fmt.Errorf("%s %d: %w", l.record, l.recordID, err)
		}
		if !ok {
			kept++
		}
		if l.record == customers.name {
			w.touched[l.recordID] = true
		}
		if l.record == journal.name {
			w.noted[l.recordID] = true
		}
	}
	return kept, nil
}

func (w *write) revertOne(ctx context.Context, l logged) (done bool, err error) {
	from, to, err := l.objects()
	if err != nil {
		return false, err
	}
	if l.from.Valid {
		same, err := w.isAs(ctx, l, from)
		if err != nil || !same {
			return false, err
		}
	}
	switch {
	case !l.to.Valid:
		if used, err := w.isReferred(ctx, l); err != nil || used {
			return false, err
		}
		if used, err := w.isOfChangedOrder(ctx, l, from); err != nil || used {
			return false, err
		}
		if _, err = w.stmt(ctx, fmt.Sprintf("DELETE FROM %s WHERE id = ?", l.record), l.recordID); err == nil {
			err = w.forgetDrafts(ctx, l.record, l.recordID)
		}
	case !l.from.Valid:
		columns := slices.Sorted(maps.Keys(to))
		args := []any{l.recordID}
		for _, c := range columns {
			args = append(args, to[c])
		}
		_, err = w.stmt(ctx, fmt.Sprintf("INSERT INTO %s (id, %s) VALUES (?%s)", l.record, strings.Join(columns, ", "),
			strings.Repeat(", ?", len(columns))), args...)
	default:
		columns := slices.Sorted(maps.Keys(to))
		var args []any
		for _, c := range columns {
			args = append(args, to[c])
		}
		_, err = w.stmt(ctx, fmt.Sprintf("UPDATE %s SET %s = ? WHERE id = ?", l.record, strings.Join(columns, " = ?, ")),
			append(args, l.recordID)...)
	}
	if isConstraint(err) {
		return false, nil // a later act built on the record, or took its place
	}
	return err == nil, err
}

func (l logged) objects() (from, to map[string]any, err error) {
	decode := func(text sql.NullString) (obj map[string]any, err error) {
		if !text.Valid {
			return nil, nil
		}
		dec := json.NewDecoder(strings.NewReader(text.String))
		dec.UseNumber()
		err = dec.Decode(&obj)
		for k, v := range obj {
			if n, ok := v.(json.Number); ok {
				obj[k] = n.String()
			}
		}
		return obj, err
	}
	if from, err = decode(l.from); err != nil {
		return nil, nil, err
	}
	to, err = decode(l.to)
	return from, to, err
}

// isAs reports whether the record still has the values that the log says it
// was left with.
func (w *write) isAs(ctx context.Context, l logged, values map[string]any) (bool, error) {
	columns := slices.Sorted(maps.Keys(values))
	args := []any{l.recordID}
	for _, c := range columns {
		args = append(args, values[c])
	}
	var same bool
	err := w.tx.QueryRowContext(ctx, fmt.Sprintf("SELECT EXISTS (SELECT 1 FROM %s WHERE id = ? AND %s = ?)",
		l.record, strings.Join(columns, " = ? AND ")), args...).Scan(&same)
	return same, err
}

// isReferred reports whether another customer was brought by what the set made,
// a customer or a campaign: it is kept. Other uses the database itself knows of.
func (w *write) isReferred(ctx context.Context, l logged) (used bool, err error) {
	for _, f := range model.CustomerFields {
		if f.Of != l.record || used || err != nil {
			continue
		}
		err = w.tx.QueryRowContext(ctx, fmt.Sprintf("SELECT EXISTS (SELECT 1 FROM customer WHERE %[1]s <> 0 AND %[1]s = ?)", f.Code),
			l.recordID).Scan(&used)
	}
	return used, err
}

// recountKept brings the cards that a partly reverted set left in line with
// what has become of their journals.
func (w *write) recountKept(ctx context.Context, set int64) error {
	return w.recountFound(ctx, w.recount, `SELECT DISTINCT customer_id FROM change
		WHERE set_id = ? AND record = 'journal' AND customer_id IN (SELECT id FROM customer)`, set)
}

// Changes are the newest changes first, field by field, of one customer's card
// or of all (customer 0), at most so many records. An export, which changes
// nothing, is a line without a record.
func (s *Store) Changes(ctx context.Context, customer int64, limit int) ([]model.Change, error) {
	from := "change_set s LEFT JOIN change c ON c.set_id = s.id"
	if customer != 0 {
		from = "change c JOIN change_set s ON s.id = c.set_id AND c.customer_id = ?1"
	}
	rows, err := s.db.QueryContext(ctx, `SELECT s.id, s.at, s.act, s.reason, s.state,
		coalesce(c.record, ''), coalesce(c.record_id, 0), coalesce(c.customer_id, 0), coalesce(k.name, ''), c.before, c.after
		FROM `+from+` LEFT JOIN customer k ON k.id = c.customer_id ORDER BY s.id DESC, c.id LIMIT ?2`, customer, limit)
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	var changes []model.Change
	for rows.Next() {
		var c model.Change
		var l logged
		if err := rows.Scan(&c.Set, &c.At, &c.Act, &c.Reason, &c.State, &c.Record, &c.RecordID, &c.CustomerID,
			&c.Customer, &l.from, &l.to); err != nil {
			return nil, err
		}
		fields, err := spread(c, l)
		if err != nil {
			return nil, err
		}
		changes = append(changes, fields...)
	}
	if err := rows.Err(); err != nil {
		return nil, err
	}
	return changes, s.nameReferences(ctx, changes)
}

// spread makes of a logged record one change a field, without the instants
// and the empty values of a new record.
func spread(c model.Change, l logged) ([]model.Change, error) {
	before, after, err := l.objects()
	if err != nil {
		return nil, err
	}
	columns := after
	switch {
	case !l.from.Valid && !l.to.Valid:
		return []model.Change{c}, nil
	case !l.from.Valid:
		c.Op = "insert"
	case !l.to.Valid:
		c.Op, columns = "delete", before
	default:
		c.Op = "update"
	}
	var out []model.Change
	for _, code := range columnOrder(c.Record) {
		if _, ok := columns[code]; !ok {
			continue
		}
		line := c
		line.Field, line.Before, line.After = code, shown(before[code]), shown(after[code])
		if line.Before != line.After {
			out = append(out, line)
		}
	}
	if len(out) == 0 {
		out = append(out, c)
	}
	return out, nil
}

func shown(v any) string {
	switch v {
	case nil, "0":
		return ""
	}
	return fmt.Sprint(v)
}

// columnOrder is the order in which a record's fields are shown.
func columnOrder(record string) []string {
	var codes []string
	for _, f := range model.RecordFields(record) {
		codes = append(codes, f.Code)
	}
	return codes
}
