package store

import (
	"context"
	"encoding/json"
	"fmt"
)

// Draft is what was typed into a form and not saved, by field; nil when there
// is none.
func (s *Store) Draft(ctx context.Context, form string) (map[string]string, error) {
	var text string
	err := s.db.QueryRowContext(ctx, "SELECT fields FROM draft WHERE form = ?", form).Scan(&text)
	if isNoRows(err) {
		return nil, nil
	}
	if err != nil {
		return nil, err
	}
	var fields map[string]string
	err = json.Unmarshal([]byte(text), &fields)
	return fields, err
}

// KeepDraft keeps what is typed so far; without fields it forgets the draft.
// Drafts are no records: undo and the log don't know of them.
func (s *Store) KeepDraft(ctx context.Context, form string, fields map[string]string) error {
	if s.ReadOnly() {
		return nil
	}
	if len(fields) == 0 {
		_, err := s.db.ExecContext(ctx, "DELETE FROM draft WHERE form = ?", form)
		return err
	}
	text, err := json.Marshal(fields)
	if err != nil {
		return err
	}
	_, err = s.db.ExecContext(ctx, "INSERT OR REPLACE INTO draft (form, fields, at) VALUES (?, ?, ?)", form,
		string(text), s.now().UTC().Format(instant))
	return err
}

// draftsOf are the forms that are about one record: what their drafts' names
// begin with before the record's number.
var draftsOf = map[string][]string{
	"customer":       {"customer", "log", "grade", "pay", "receivable/new", "order/new"},
	"journal":        {"entry", "close"},
	"receivable":     {"receivable", "chase", "credit"},
	"payment":        {"payment"},
	"customer_order": {"order"},
	"product":        {"product"},
	"project":        {"project"},
	"project_stage":  {"stage", "stage/new", "step/new"},
	"project_item":   {"step"},
	"template":       {"template"},
}

// forgetDrafts lets the drafts go of a record that is gone. Those of what
// belongs to a customer are named by the customer, then by the record.
func (w *write) forgetDrafts(ctx context.Context, record string, id int64) error {
	if w.drafts < 0 { // an undone import takes thousands of records out
		if err := w.tx.QueryRowContext(ctx, "SELECT COUNT(*) FROM draft").Scan(&w.drafts); err != nil {
			return err
		}
	}
	if w.drafts == 0 {
		return nil
	}
	forms, ok := draftsOf[record]
	if !ok {
		_, err := w.stmt(ctx, "DELETE FROM draft WHERE form GLOB ?", fmt.Sprintf("%s/*/%d", record, id))
		return err
	}
	for _, form := range forms {
		form = fmt.Sprintf("%s/%d", form, id)
		if _, err := w.stmt(ctx, "DELETE FROM draft WHERE form = ? OR form GLOB ?", form, form+"/*"); err != nil {
			return err
		}
	}
	return nil
}
