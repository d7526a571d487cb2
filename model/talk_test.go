package model

import (
	"fmt"
	"strings"
	"testing"
)

// aDebt is a debt of a customer due on a day.
func aDebt(id, customer int64, currency string, due Date, amount int64, change ...func(*Debt)) Debt {
	d := Debt{Receivable: Receivable{Meta: Meta{ID: id}, CustomerID: customer, InvoiceNo: fmt.Sprintf("F%d", id), Currency: currency,
		Amount: amount, DueOn: due}, Customer: fmt.Sprint("c", customer)}
	for _, c := range change {
		c(&d)
	}
	return d
}

// saidOf are rows as kind@day/lateness customer currency amount level: items.
func saidOf(rows []Row) string {
	var out []string
	for _, r := range rows {
		var items []string
		for _, p := range r.Parts() {
			items = append(items, fmt.Sprint(p.Record))
		}
		out = append(out, fmt.Sprintf("%s@%s %d%s %d L%d late%d: %s", r.Kind, r.DueOn[5:], r.CustomerID, r.Currency, r.Amount, r.Level,
			r.Late, strings.Join(items, ",")))
	}
	return strings.Join(out, "\n")
}

func TestWhatACustomerOwesInACurrencyIsOneRow(t *testing.T) {
	broken := func(d *Debt) {
		d.ChasedOn, d.ChasedLevel, d.PromisedOn, d.PromiseOn, d.PromisedSum = "2026-02-20", 1, "2026-02-20", "2026-02-27", d.Amount
	}
	debts := []Debt{
		aDebt(1, 1, "CNY", "2026-02-27", 100), aDebt(2, 1, "CNY", "2026-02-15", 200), aDebt(3, 1, "CNY", "2026-03-05", 400),
		aDebt(4, 1, "USD", "2026-02-27", 50), aDebt(5, 2, "CNY", "2026-01-01", 300),
		aDebt(6, 3, "CNY", "2026-03-04", 10), aDebt(7, 3, "CNY", "2026-03-05", 20),
		aDebt(8, 4, "CNY", "2026-02-26", 30, broken), aDebt(9, 4, "CNY", "2026-02-10", 40),
		aDebt(10, 5, "CNY", "2026-02-10", 5, func(d *Debt) { d.Disputed = true }),
	}
	f := Facts{Today: "2026-03-01", Settings: DefaultSettings(), Debts: debts}
	const want = `broken_promise@02-28 4CNY 70 L3 late19: 8,9
chase@02-22 1CNY 700 L2 late14: 2,1,3
chase@01-31 2CNY 300 L4 late59: 5
chase@02-28 1USD 50 L1 late2: 4
reminder@02-25 3CNY 30 L0 late-3: 6,7`
	rows := Queue(f)
	if got := saidOf(rows); got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
	if r := rows[0].Reason; r.Code != "broken_promise_all" || strings.Join(r.Args, " ") != "2 70 CNY 19 30 2026-02-27" {
		t.Errorf("%+v", r)
	}
	f.Settings.ChaseBy = ChaseByAge
	if got := saidOf(Queue(f)); !strings.Contains(got, "5\nchase@02-22 1CNY") {
		t.Errorf("by age:\n%s", got)
	}
	f.Handled = []Handled{{Kind: RowChase, Record: 2, CustomerID: 1, DueOn: "2026-02-22", On: "2026-03-01", Until: "2026-03-09"}}
	if got := saidOf(Queue(f)); !strings.Contains(got, "1CNY 500 L1 late2: 1,3") {
		t.Errorf("one put off:\n%s", got)
	}
	for _, r := range Ahead(f, 7) {
		for _, p := range r.Parts() {
			if p.On != r.On {
				t.Errorf("%s ahead on %s, %d on %s", r.Customer, r.On, p.Record, p.On)
			}
		}
	}
}

func TestTheItemsOfAProjectAreOneRow(t *testing.T) {
	step := func(id int64, project int64, about string, late int) Row {
		return Row{Kind: RowStep, About: about, Record: id, ProjectID: project, CustomerID: 1,
			DueOn: Date("2026-03-01").AddDays(-late), DaysLate: late, Reason: because("step_next", fmt.Sprint(id))}
	}
	rows := talks([]Row{step(1, 7, AboutStage, 9), step(2, 7, AboutStep, 2), step(3, 8, AboutStep, 1), step(4, 7, AboutBlocked, 5)},
		DefaultSettings())
	if len(rows) != 2 || len(rows[0].Items) != 3 || rows[1].Items != nil {
		t.Fatalf("%+v", rows)
	}
	// The act is the longest due item's: nothing is done about a stage itself.
	if r := rows[0]; r.Record != 4 || r.DaysLate != 9 || strings.Join(r.Reason.Args, " ") != "3 step_next 4" {
		t.Errorf("%+v", r)
	}
}

func TestAStepIsSpreadOverAConversation(t *testing.T) {
	today, set := Date("2026-03-01"), DefaultSettings()
	debts := []Receivable{aDebt(1, 1, "CNY", "", 400).Receivable, aDebt(2, 1, "CNY", "2026-02-27", 100).Receivable,
		aDebt(3, 1, "CNY", "2026-01-01", 200).Receivable}
	for _, tt := range []struct {
		name          string
		level, amount int64
		on            Date
		want          string
	}{
		{"without a promise", 0, 0, "", "3 L4  0|2 L1  0|1 L0  0"},
		{"of all", 4, 0, "2026-03-08", "3 L4 03-08 200|2 L1 03-08 100|1 L0 03-08 400"},
		{"the oldest first", 2, 250, "2026-03-08", "3 L2 03-08 200|2 L1 03-08 50|1 L0  0"},
	} {
		parts, err := Dunning{Method: "phone", Level: tt.level, PromiseOn: tt.on, PromiseAmount: tt.amount}.Spread(debts, set, today)
		var got []string
		for _, p := range parts {
			got = append(got, fmt.Sprintf("%d L%d %s %d", p.ReceivableID, p.Level, strings.TrimPrefix(string(p.PromiseOn), "2026-"),
				p.PromiseAmount))
		}
		if s := strings.Join(got, "|"); err != nil || s != tt.want {
			t.Errorf("%s: %s, %v; want %s", tt.name, s, err, tt.want)
		}
	}
	for name, d := range map[string]Dunning{
		"more than is open": {PromiseOn: "2026-03-08", PromiseAmount: 701}, "without a day": {PromiseAmount: 5},
		"a day gone": {PromiseOn: "2026-02-08"},
	} {
		if _, err := d.Spread(debts, set, today); err == nil {
			t.Error(name, "is kept")
		}
	}
	foreign := append(debts[:2:2], aDebt(9, 1, "USD", "", 1).Receivable)
	if _, err := (Dunning{}).Spread(foreign, set, today); err == nil {
		t.Error("two currencies are one conversation")
	}
}

func TestWhatIsToBeChased(t *testing.T) {
	set := DefaultSettings()
	taken := func(d *Debt) { d.ChasedOn, d.ChasedLevel = "2026-02-28", 4 }
	late, asked := aDebt(1, 1, "CNY", "2026-02-01", 5, taken), aDebt(2, 1, "CNY", "2026-02-20", 5)
	later, disputed := aDebt(3, 1, "CNY", "2026-06-01", 5), aDebt(4, 1, "CNY", "2026-02-01", 5, func(d *Debt) { d.Disputed = true })
	for want, list := range map[string][]Debt{
		"[2]": {late, asked, later, disputed}, "[1]": {late, later, disputed}, "[3]": {later}, "[]": {disputed},
	} {
		var all []Receivable
		for _, d := range list {
			all = append(all, d.Receivable)
		}
		got := []int64{}
		for _, r := range ToChase(all, set, "2026-03-01") {
			got = append(got, r.ID)
		}
		if fmt.Sprint(got) != want {
			t.Errorf("%v, want %s", got, want)
		}
	}
}

func TestAPromiseSpreadOverSeveralIsOne(t *testing.T) {
	made := func(id int64, chased, on Date, state PromiseState) Promise {
		return Promise{Dunning: Dunning{ReceivableID: id, ChasedOn: chased, PromiseOn: on}, Currency: "CNY", State: state}
	}
	got := PromisesMade([]Promise{made(1, "2026-01-01", "2026-01-08", PromiseBroken), made(2, "2026-01-01", "2026-01-08", PromiseKept),
		made(3, "2026-01-01", "2026-01-08", PromiseBroken), made(1, "2026-01-09", "2026-01-20", PromisePending)})
	if fmt.Sprint(got) != "map[broken:1 pending:1]" {
		t.Error(got)
	}
}
