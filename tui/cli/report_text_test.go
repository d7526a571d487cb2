package cli_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// A report is kept in words once a period, given to somebody, and started afresh.
func TestAReportIsKeptInWords(t *testing.T) {
	h := tracked(t)
	if out := h.must("report", "monthly", "2026-01", "--text"); !strings.Contains(out, "月报  2026-01") || !strings.Contains(out, "做了  ") {
		t.Error(out)
	}
	if rows := h.list("list", "reports"); len(rows) != 0 {
		t.Fatalf("kept unasked: %v", rows)
	}
	h.must("report", "monthly", "2026-01", "--keep")
	h.must("edit", "reports", "#1", "text=自己写的")
	kept := h.object("report", "monthly", "2026-01", "--keep", "--given-to", "王总")
	if kept["text"] != "自己写的" || kept["given_to"] != "王总" || kept["period"] != "2026-01" {
		t.Errorf("%v", kept)
	}
	if rows := h.list("list", "reports", "--filter", "kind=月报"); len(rows) != 1 || rows[0]["given_to"] != "王总" {
		t.Errorf("%v", rows)
	}
	path := filepath.Join(t.TempDir(), "a.html")
	h.must("report", "monthly", "2026-01", "--text", "-o", path)
	if page, _ := os.ReadFile(path); !strings.Contains(string(page), "自己写的") {
		t.Errorf("%s", page)
	}
	if out := h.must("report", "monthly", "2026-01", "--afresh", "--keep", "--lang", "en"); !strings.Contains(out, "#1") {
		t.Error(out)
	}
	if out := h.must("report", "monthly", "2026-01", "--text"); !strings.Contains(out, "Monthly report  2026-01") {
		t.Error(out)
	}
}
