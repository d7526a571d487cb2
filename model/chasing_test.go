package model

import (
	"fmt"
	"strings"
	"testing"
)

// debtOf is a debt of 8,000.00 due on 1 January 2026.
func debtOf(change func(*Debt)) Debt {
	d := Debt{Receivable: Receivable{Meta: Meta{ID: 7}, CustomerID: 1, InvoiceNo: "F1", Currency: "CNY", Amount: 800000, DueOn: "2026-01-01"},
		Customer: "甲"}
	if change != nil {
		change(&d)
	}
	return d
}

func havingPaid(amount int64) func(*Debt) {
	return func(d *Debt) { d.Paid, d.Settled = amount, amount }
}

func promised(on Date, sum, paid int64) func(*Debt) {
	return func(d *Debt) {
		havingPaid(paid)(d)
		d.ChasedOn, d.ChasedLevel, d.PromisedOn, d.PromiseOn, d.PromisedSum = "2026-02-01", 4, "2026-02-01", on, sum
	}
}

// A row about a debt goes when the debt is settled, or its step is logged; a
// tick, of a payment or a call, takes it away for its day only.
func TestARowAboutADebtGoesWhenItIsSettledOrItsStepLogged(t *testing.T) {
	tick := func(kind RowKind, due, on Date) []Handled {
		return []Handled{{Kind: kind, Record: 7, CustomerID: 1, DueOn: due, On: on}}
	}
	for _, tt := range []struct {
		name    string
		debt    Debt
		handled []Handled
		today   Date
		want    string
	}{
		{"late", debtOf(nil), nil, "2026-03-03", "chase@2026-01-31"},
		{"a cent came", debtOf(havingPaid(1)), nil, "2026-03-03", "chase@2026-01-31"},
		{"a part came today", debtOf(havingPaid(500000)), tick(RowChase, "2026-01-31", "2026-03-03"), "2026-03-03", ""},
		{"the day after", debtOf(havingPaid(500000)), tick(RowChase, "2026-01-31", "2026-03-03"), "2026-03-04", "chase@2026-01-31"},
		{"months later", debtOf(havingPaid(500000)), tick(RowChase, "2026-01-31", "2026-03-03"), "2026-06-04", "chase@2026-01-31"},
		{"all came", debtOf(havingPaid(800000)), tick(RowChase, "2026-01-31", "2026-03-03"), "2026-03-04", ""},
		{"the step is logged", debtOf(func(d *Debt) { d.ChasedOn, d.ChasedLevel = "2026-02-01", 4 }), nil, "2026-03-04", ""},
		{"put off", debtOf(nil), []Handled{{Kind: RowChase, Record: 7, CustomerID: 1, DueOn: "2026-01-31", On: "2026-03-03",
			Until: "2026-03-09"}}, "2026-03-08", ""},
		{"promised for today", debtOf(promised("2026-02-03", 500000, 200000)), nil, "2026-02-03", ""},
		{"a part of what was promised", debtOf(promised("2026-02-03", 500000, 200000)), nil, "2026-02-04", "broken_promise@2026-02-04"},
		{"a part ticked it off", debtOf(promised("2026-02-03", 500000, 200000)), tick(RowBroken, "2026-02-04", "2026-02-04"), "2026-02-04", ""},
		{"for the day", debtOf(promised("2026-02-03", 500000, 200000)), tick(RowBroken, "2026-02-04", "2026-02-04"),
			"2026-02-05", "broken_promise@2026-02-04"},
		{"what was promised came", debtOf(promised("2026-02-03", 500000, 500000)), nil, "2026-02-04", ""},
		{"a reminder", debtOf(func(d *Debt) { d.DueOn = "2026-03-04"; havingPaid(1)(d) }), tick(RowReminder, "2026-03-03", "2026-03-03"),
			"2026-03-04", "reminder@2026-03-03"},
	} {
		f := Facts{Today: tt.today, Settings: DefaultSettings(), Debts: []Debt{tt.debt}, Handled: tt.handled}
		if got := daysOf(Queue(f)); got != tt.want {
			t.Errorf("%s: %q, want %q", tt.name, got, tt.want)
		}
	}
	f := Facts{Today: "2026-03-03", Settings: DefaultSettings(), Debts: []Debt{debtOf(havingPaid(1))},
		Handled: tick(RowChase, "2026-01-31", "2026-03-03")}
	if ahead := Ahead(f, 7); daysOf(ahead) != "chase@2026-01-31" || ahead[0].On != "2026-03-04" {
		t.Errorf("ahead: %+v", ahead)
	}
}

func daysOf(rows []Row) string {
	var out []string
	for _, r := range rows {
		out = append(out, fmt.Sprintf("%s@%s", r.Kind, r.DueOn))
	}
	return strings.Join(out, " ")
}
