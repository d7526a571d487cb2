package cli_test

import (
	"database/sql"
	"os"
	"path/filepath"
	"testing"
)

// states are what doctor found, by check.
func states(list []map[string]any) map[string]any {
	found := map[string]any{}
	for _, c := range list {
		found[c["check"].(string)] = c["state"]
	}
	return found
}

func TestACheckupFindsAndMends(t *testing.T) {
	h := english(t)
	h.must("add", "Lee 13800138000 @A")
	h.must("owe", "Lee", "1000")
	h.must("pay", "Lee", "400")
	h.must("backup")
	good := states(h.list("doctor"))
	for _, check := range []string{"pages", "references", "search", "balances", "future", "drafts", "modes", "leftovers", "trial"} {
		if good[check] != "good" {
			t.Errorf("%s: %v", check, good[check])
		}
	}
	if good["consent"] != "note" {
		t.Errorf("consent: %v", good["consent"])
	}
	path := filepath.Join(h.dir, ".genjin", "genjin.db")
	db, err := sql.Open("sqlite", "file:"+path)
	if err != nil {
		t.Fatal(err)
	}
	for _, damage := range []string{"DELETE FROM customer_search", "DELETE FROM customer_key WHERE kind = 'phone'",
		"UPDATE receivable SET settled = 0, paid = 0", "INSERT INTO draft (form, fields, at) VALUES ('log/99', '{}', '')"} {
		if _, err := db.Exec(damage); err != nil {
			t.Fatal(err)
		}
	}
	if err := db.Close(); err != nil {
		t.Fatal(err)
	}
	left := filepath.Join(h.dir, ".genjin", "backups", ".genjin-999999999-1.tmp")
	if err := os.WriteFile(left, []byte("Lee"), 0o600); err != nil {
		t.Fatal(err)
	}
	if err := os.Chmod(filepath.Dir(left), 0o755); err != nil {
		t.Fatal(err)
	}
	r := h.run("doctor")
	if r.code != failed {
		t.Errorf("exit %d\n%s", r.code, r.out)
	}
	for check, state := range states(h.list("doctor", "--fix")) {
		want, broken := map[string]any{"search": "fixed", "balances": "fixed", "drafts": "fixed", "modes": "fixed"}[check]
		if broken && state != want {
			t.Errorf("%s: %v", check, state)
		}
	}
	mended := states(h.list("doctor"))
	for _, check := range []string{"search", "balances", "drafts", "modes", "leftovers"} {
		if mended[check] != "good" {
			t.Errorf("%s is mended: %v", check, mended[check])
		}
	}
	if got := h.list("list", "customers", "--search", "138"); len(got) != 1 {
		t.Errorf("found %d", len(got))
	}
}
