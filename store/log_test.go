package store

import (
	"context"
	"errors"
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"genjin/model"

	"pgregory.net/rapid"
)

// must fails the test on an error.
func must[T any](t interface {
	Helper()
	Fatal(...any)
}, v T, err error) T {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
	return v
}

// dump is every row of every table but the log, as text.
func dump(t interface {
	Helper()
	Fatal(...any)
}, s *Store) string {
	t.Helper()
	var b strings.Builder
	for _, table := range must(t, column(s, `SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite%'
		AND name NOT IN ('change', 'change_set', 'draft') ORDER BY name`)).all {
		fields := must(t, column(s, "SELECT group_concat('quote(' || name || ')', '||'',''||') FROM pragma_table_info('"+table+"')")).all[0]
		for _, row := range must(t, column(s, "SELECT "+fields+" AS r FROM "+table+" ORDER BY r")).all {
			fmt.Fprintf(&b, "%s: %s\n", table, row)
		}
	}
	return b.String()
}

type texts struct{ all []string }

func column(s *Store, query string, args ...any) (texts, error) {
	rows, err := s.db.Query(query, args...)
	if err != nil {
		return texts{}, err
	}
	defer rows.Close()
	var found texts
	for rows.Next() {
		var text string
		if err := rows.Scan(&text); err != nil {
			return texts{}, err
		}
		found.all = append(found.all, text)
	}
	return found, rows.Err()
}

// checkDerived asserts that what is worked out from customers is what it would
// be if it were worked out anew, in the file and in memory.
func checkDerived(t *rapid.T, s *Store) {
	t.Helper()
	ctx := context.Background()
	var want, keys []string
	index := []searchEntry{}
	for _, c := range must(t, customers.query, nil)(ctx, t, s) {
		archived := 0
		if c.Archived {
			archived = 1
		}
		want = append(want, fmt.Sprint(c.ID, " ", archived, " ", searchText(c)))
		index = append(index, searchEntry{c.ID, searchText(c)})
		for _, k := range keysOf(c) {
			keys = append(keys, fmt.Sprint(k.kind, " ", k.value, " ", c.ID))
		}
	}
	slices.Sort(keys)
	if got := must(t, column(s, "SELECT customer_id || ' ' || archived || ' ' || text FROM customer_search ORDER BY customer_id")).all; !slices.Equal(got, want) {
		t.Fatalf("search texts %q, want %q", got, want)
	}
	got := must(t, column(s, "SELECT kind || ' ' || key || ' ' || customer_id FROM customer_key")).all
	slices.Sort(got)
	if !slices.Equal(got, slices.Compact(keys)) {
		t.Fatalf("keys %q, want %q", got, keys)
	}
	if version := must(t, s.version, nil)(ctx, s); s.search.version == version && !slices.Equal(s.search.texts, index) {
		t.Fatalf("texts in memory %q, want %q", s.search.texts, index)
	}
}
