package store

import (
	"context"
	"encoding/json"

	"genjin/model"
)

// importMapping is what the person said of a file with such a set of headers;
// none when nothing was said.
func (s *Store) importMapping(ctx context.Context, headers string) (map[string]string, error) {
	if headers == "" {
		return nil, nil
	}
	var text string
	err := s.db.QueryRowContext(ctx, "SELECT mapping FROM import_mapping WHERE headers = ?", headers).Scan(&text)
	if isNoRows(err) {
		return nil, nil
	}
	if err != nil {
		return nil, err
	}
	var mapping map[string]string
	return mapping, json.Unmarshal([]byte(text), &mapping)
}

// KeepMapping remembers the mapping of a preview for the next file with the
// same headers (rule 4); one without any is forgotten, so that the columns are
// recognised again.
func (s *Store) KeepMapping(ctx context.Context, p model.Preview) error {
	if s.readOnly || p.HeaderSet == "" {
		return nil
	}
	if len(p.Map) == 0 {
		_, err := s.db.ExecContext(ctx, "DELETE FROM import_mapping WHERE headers = ?", p.HeaderSet)
		return err
	}
	text, err := json.Marshal(p.Map)
	if err != nil {
		return err
	}
	_, err = s.db.ExecContext(ctx, "INSERT OR REPLACE INTO import_mapping (headers, mapping, at) VALUES (?, ?, ?)",
		p.HeaderSet, string(text), s.now().UTC().Format(instant))
	return err
}
