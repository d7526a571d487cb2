package store

import (
	"context"
	"encoding/json"
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
	if s.readOnly {
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
	_, err = s.db.ExecContext(ctx, "INSERT OR REPLACE INTO draft (form, fields, at) VALUES (?, ?, ?)", form, string(text), s.now().UTC().Format(instant))
	return err
}
