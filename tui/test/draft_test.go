//go:build unix

package test

import (
	"context"
	"path/filepath"
	"strings"
	"testing"

	"genjin/store"
)

// draft reports whether the text is among the kept drafts.
func (h home) draft(t *testing.T, text string) bool {
	t.Helper()
	s, err := store.Open(context.Background(), filepath.Join(h.dir, ".genjin", "genjin.db"))
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	fields, err := s.Draft(context.Background(), "log/1")
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range fields {
		if strings.Contains(f, text) {
			return true
		}
	}
	return false
}
