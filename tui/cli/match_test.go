package cli_test

import (
	"strings"
	"testing"
)

func TestABankStatementAndAnAdvanceByCommand(t *testing.T) {
	h := english(t)
	h.must("add", "Acme 13800138000")
	h.must("owe", "Acme", "300", "--invoice", "INV1", "--due", "2026-11-01")
	h.must("owe", "Acme", "300", "--invoice", "INV2", "--due", "2026-11-02")
	file := h.file("bank.csv", "Date,Counterparty,Debit,Credit,Description,Reference\n"+
		"2026-11-20,ACME Ltd.,,300.00,goods,R1\n2026-11-21,Nobody,,5.00,,R2\n2026-11-21,Shop,7.00,,,R3\n")
	out := h.must("match", file, "--dry-run")
	if !strings.Contains(out, "row 2 2026-11-20 ACME Ltd. 300.00  more than one way") || !strings.Contains(out, "no money in: 1") {
		t.Error(out)
	}
	if rows := h.list("list", "payments"); len(rows) != 0 {
		t.Error("a dry run has written", rows)
	}
	if r := h.run("match", file, "--to", "9=Acme"); r.code != 1 {
		t.Error(r)
	}
	if r := h.run("match", file, "--to", "Acme"); r.code != 2 {
		t.Error(r)
	}
	if r := h.run("match", file, "--to", "2=Acme:INV9"); r.code != 1 || !strings.Contains(r.err, "INV9") {
		t.Error(r)
	}
	if got := h.object("match", file, "--to", "2=Acme:INV2", "--to", "3=Acme:INV1"); got["recorded"] != 2.0 {
		t.Error(got)
	}
	if got := h.object("match", file); got["recorded"] != 0.0 || got["lines"].([]any)[1].(map[string]any)["match"] != "known" {
		t.Error(got)
	}
	rows := h.list("list", "receivables", "--filter", "invoice_no=INV1")
	if len(rows) != 1 || amountOf(rows[0]["balance"]) != 29500 {
		t.Error(rows)
	}
	h.must("pay", "Acme", "1000", "--for", "INV1")
	h.must("owe", "Acme", "100", "--invoice", "INV3", "--due", "2026-12-01")
	if got := h.object("settle", "Acme", "--for", "INV3"); amountOf(got["used"]) != 10000 || amountOf(got["advance"]) != 60500 {
		t.Error(got)
	}
	if r := h.run("settle", "Acme", "--currency", "USD"); r.code != 1 || !strings.Contains(r.err, "no advance in USD") {
		t.Error(r)
	}
}
