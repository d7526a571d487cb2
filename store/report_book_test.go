package store

import (
	"cmp"
	"context"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"genjin/model"
)

// handBook is the book of testdata/book.txt, written by hand: two campaigns, twelve
// customers, sixty entries, fifteen orders and twenty receivables of three months,
// with what was paid and promised. Every act is done on its own day.
type handBook struct {
	s         *Store
	acts      []bookAct
	campaigns map[string]int64
	customers map[string]int64
	entries   map[string]int64 // by when they were
	orders    map[string]int64 // by number
	debts     map[string]int64 // by invoice
}

// bookAct is what is done on a day.
type bookAct struct {
	on model.Date
	do func(context.Context) error
}

// bookRow is a line of the book by its headings; "-" is nothing.
type bookRow map[string]string

func (r bookRow) day(head string) model.Date { return model.Date(r[head]) }

func (r bookRow) cents() int64 { return r.sum("amount") }

func (r bookRow) sum(head string) int64 {
	m, _ := model.ParseAmount(r[head], "CNY")
	return m.Amount
}

// newHandBook lays the book into a file, as of a day.
func newHandBook(t *testing.T, today model.Date) *Store {
	t.Helper()
	text, err := os.ReadFile(filepath.Join("testdata", "book.txt"))
	if err != nil {
		t.Fatal(err)
	}
	b := &handBook{
		s: open(t, today), campaigns: map[string]int64{}, customers: map[string]int64{}, entries: map[string]int64{},
		orders: map[string]int64{}, debts: map[string]int64{},
	}
	plan := map[string]func(bookRow){
		"campaigns": b.campaign, "customers": b.customer,
		"entries": b.entry, "orders": b.order, "receivables": b.receivable, "payments": b.payment, "promises": b.promise,
	}
	for part := range strings.SplitSeq(string(text), "# ") {
		lines := strings.Split(strings.TrimSpace(part), "\n")
		for _, line := range lines[min(2, len(lines)):] {
			row := bookRow{}
			for i, cell := range strings.Fields(line) {
				if cell != "-" {
					row[strings.Fields(lines[1])[i]] = cell
				}
			}
			plan[lines[0]](row)
		}
	}
	slices.SortStableFunc(b.acts, func(x, y bookAct) int { return cmp.Compare(x.on, y.on) })
	for _, a := range append(b.acts, bookAct{today, func(context.Context) error { return nil }}) {
		b.s.today = func() model.Date { return a.on }
		b.s.now = func() time.Time {
			return time.Date(a.on.Year(), time.Month(a.on.Month()), a.on.Day(), 12, 0, 0, 0, time.Local)
		}
		if err := a.do(context.Background()); err != nil {
			t.Fatalf("%s: %v", a.on, err)
		}
	}
	return b.s
}

// on plans an act, unless it has no day.
func (b *handBook) on(day model.Date, do func(context.Context) error) {
	if day != "" {
		b.acts = append(b.acts, bookAct{day, do})
	}
}

// bookBegins is before all else of the book; its campaigns are known by then.
const bookBegins model.Date = "2026-08-31"

func (b *handBook) campaign(row bookRow) {
	b.on(bookBegins, func(ctx context.Context) error {
		kept, err := b.s.SaveItem(ctx, model.Item{Record: model.RowOfCampaign, Values: map[string]string{
			"name": row["name"], "channel": row["channel"], "from_on": row["from"], "to_on": row["to"],
			"planned_cost": fmt.Sprint(row.sum("planned")), "actual_cost": fmt.Sprint(row.sum("actual")),
		}})
		b.campaigns[row["name"]] = kept.ID
		return err
	})
}

func (b *handBook) customer(row bookRow) {
	b.on(row.day("filled_on"), func(ctx context.Context) error {
		c, err := b.s.AddCustomer(ctx, model.Customer{
			Name: row["name"], FilledOn: row.day("filled_on"), Source: row["source"], Grade: model.Grade(row["grade"]),
			Need: model.Need(row["need"]), Stage: model.Prospect, ExpectedOn: row.day("expected"), ExpectedAmount: row.cents(),
			Campaign: b.campaigns[row["campaign"]], Referrer: b.customers[row["referrer"]],
		})
		b.customers[c.Name] = c.ID
		return err
	})
}

func (b *handBook) entry(row bookRow) {
	at := model.Moment(strings.Replace(row["at"], "T", " ", 1))
	b.on(at.Date(), func(ctx context.Context) error {
		e, _, err := b.s.Log(ctx, model.Entry{
			CustomerID: b.customers[row["customer"]], At: at, Method: model.Method(row["method"]), Outcome: model.Outcome(row["outcome"]),
			Kind: model.EntryKind(row["kind"]), Situation: "谈", Problem: row["problem"], Fault: model.Fault(row["fault"]),
			SetStage: model.Stage(row["set_stage"]),
		}, model.Plan{LostReason: row["lost_reason"]})
		b.entries[row["at"]] = e.ID
		return err
	})
	b.on(row.day("closed_on"), func(ctx context.Context) error { return b.s.CloseCase(ctx, b.entries[row["at"]], "", "") })
}

func (b *handBook) order(row bookRow) {
	b.on(row.day("ordered"), func(ctx context.Context) error {
		o, err := b.s.AddOrder(ctx, model.Order{
			OrderNo: row["no"], CustomerID: b.customers[row["customer"]], OrderedOn: row.day("ordered"), PromisedOn: row.day("promised"),
			Currency: row["currency"],
		}, []model.OrderLine{{Name: "板", Quantity: 1000, UnitPrice: row.cents()}})
		b.orders[o.OrderNo] = o.ID
		return err
	})
	for _, step := range []struct {
		node model.Node
		on   model.Date
	}{
		{model.NodeConfirm, row.day("confirmed")}, {model.NodeShip, row.day("received")}, {model.NodeReceive, row.day("received")},
	} {
		b.on(step.on, func(ctx context.Context) error {
			_, err := b.s.StepNode(ctx, b.orders[row["no"]], model.NodeStep{Node: step.node, On: step.on})
			return err
		})
	}
	b.on(row.day("cancelled"), func(ctx context.Context) error {
		_, err := b.s.ChangeOrder(ctx, model.ChangeRequest{OrderID: b.orders[row["no"]], Kind: model.ChangeCancel,
			Deposit: model.DepositAdvance, Reason: "不做了"})
		return err
	})
}

func (b *handBook) receivable(row bookRow) {
	b.on(row.day("invoiced"), func(ctx context.Context) error {
		r, err := b.s.AddReceivable(ctx, model.Receivable{
			CustomerID: b.customers[row["customer"]], InvoiceNo: row["invoice"], InvoicedOn: row.day("invoiced"), DueOn: row.day("due"),
			Currency: row["currency"], Amount: row.cents(),
		})
		b.debts[row["invoice"]] = r.ID
		return err
	})
}

func (b *handBook) payment(row bookRow) {
	b.on(row.day("received"), func(ctx context.Context) error {
		_, err := b.s.Pay(ctx, model.Payment{
			CustomerID: b.customers[row["customer"]], ReceivedOn: row.day("received"), Currency: row["currency"], Amount: row.cents(),
		}, []model.Share{{ReceivableID: b.debts[row["invoice"]], Amount: row.cents()}})
		return err
	})
}

func (b *handBook) promise(row bookRow) {
	b.on(row.day("made"), func(ctx context.Context) error {
		_, err := b.s.LogDunning(ctx, model.Dunning{
			ReceivableID: b.debts[row["invoice"]], ChasedOn: row.day("made"), Method: "sms", PromiseOn: row.day("for"), PromiseAmount: row.cents(),
		})
		return err
	})
}

// inShort is a measure as it is written here: a number, sums, a share in tenths of
// a percent or days; "—" of what isn't known.
func inShort(m *model.Measure) string {
	switch {
	case m.Unknown:
		return "—"
	case m.Unit != model.UnitMoney:
		return fmt.Sprint(m.N)
	case len(m.Amounts) == 0:
		return "0"
	}
	return strings.Join(inWords(m.Amounts), "+")
}

// pageInShort is a page in short: its figures, each with that of the span before,
// and a line a table.
func pageInShort(p model.Page) string {
	var figures []string
	for _, f := range p.Figures {
		figure := f.Code + " " + inShort(&f.Measure)
		if f.Before != nil {
			figure += " (" + inShort(f.Before) + ")"
		}
		figures = append(figures, figure)
	}
	text := []string{strings.Join(figures, "; ")}
	for _, t := range p.Tables {
		var lines []string
		for _, l := range t.Lines {
			line := l.Code + l.Value + l.Name + ":"
			for i := range l.Cells {
				line += " " + inShort(&l.Cells[i])
			}
			if l.Young {
				line += " young"
			}
			lines = append(lines, line)
		}
		text = append(text, t.Code+" "+strings.Join(lines, "; "))
	}
	return strings.TrimSpace(strings.Join(text, "\n"))
}

// bookPages are the pages of the hand-made book as of its last day, worked out
// from its lines by hand. Confirmed orders have no terms: each owes its sum without
// a due date, beside the twenty receivables, and is a deal that was won. Grades
// and classes of a funnel are left out, for nobody's changed, and so are the weeks
// of the earlier pages: the last one has them.
var bookPages = []struct {
	kind string
	on   model.Date // a day of the period
	want string
}{
	{"plan", "2026-11-27", `
targets signed2026-11: 150000.00 CNY 90980.00 CNY 606 952 1 59020.00 CNY 636; contacts2026-11: 40 18 450 952 1 22 472;
	new_customers2026-Q4: 10 7 700 612 24 1 1142`},
	{"weekly", "2026-11-27", `
new_customers 1 (1); contacts 5 (5); visits 0 (2); receptions 2 (1); not_reached 0 (0); signed 0 (8300.00 USD);
	delivered 0 (2); on_time 0 (0); collected 22000.00 CNY+1000.00 USD (10000.00 CNY); cases_opened 1 (0);
	cases_closed 0 (0)
by_method phone: 2 0; invite: 1 0; reception: 1 0; chat: 1 0
by_source phone_in: 1
by_case feedback: 1 0`},
	{"halfmonth", "2026-11-27", `
new_customers 2 (1); contacts 10 (8); visits 2 (2); receptions 3 (2); not_reached 0 (1);
	signed 8300.00 USD (90980.00 CNY); delivered 2 (2); on_time 0 (2);
	collected 34200.00 CNY+1000.00 USD (40280.00 CNY+3750.00 USD); cases_opened 1 (1); cases_closed 0 (1)
by_method phone: 3 0; visit: 2 0; invite: 2 0; reception: 1 0; chat: 1 0; sms: 1 0
by_source walk_in: 1; phone_in: 1
by_case feedback: 1 0`},
	{"monthly", "2026-09-15", `
new_customers 5 (0); contacts 19 (0); visits 5 (0); receptions 4 (0); not_reached 2 (0); signed 70400.50 CNY (0);
	delivered 1 (0); on_time 1 (0); collected 13800.00 CNY (0); cases_opened 2 (0); cases_closed 1 (0)
by_method phone: 6 1; visit: 5 0; invite: 2 0; reception: 2 0; chat: 3 0; sms: 1 1
by_source walk_in: 1; referral: 1; web: 1; exhibition: 2
by_case inquiry: 1 0; complaint: 1 1`},
	{"monthly", "2026-10-15", `
new_customers 4 (5); contacts 19 (19); visits 4 (5); receptions 5 (4); not_reached 1 (2);
	signed 46600.00 CNY+12500.00 USD (70400.50 CNY); delivered 3 (1); on_time 2 (1); collected 18300.00 CNY (13800.00 CNY);
	cases_opened 3 (2); cases_closed 2 (1)
by_method phone: 7 0; visit: 4 0; invite: 2 0; reception: 3 0; chat: 1 1; sms: 2 0
by_source walk_in: 1; web: 2; exhibition: 1
by_case complaint: 1 0; feedback: 1 0; aftersales: 1 1; inquiry: 0 1`},
	{"monthly", "2026-11-27", `
new_customers 3 (4); contacts 18 (19); visits 4 (4); receptions 5 (5); not_reached 1 (1);
	signed 90980.00 CNY+8300.00 USD (46600.00 CNY+12500.00 USD); delivered 4 (3); on_time 2 (2);
	collected 74480.00 CNY+4750.00 USD (18300.00 CNY); cases_opened 2 (3); cases_closed 1 (2)
by_method phone: 5 1; visit: 4 0; invite: 3 0; reception: 2 0; chat: 2 0; sms: 2 0
by_source walk_in: 1; phone_in: 1; exhibition: 1
by_case inquiry: 1 0; feedback: 1 0; complaint: 0 1`},
	{"funnel", "2026-09-15", `
won 3 (0); lost 1 (0); pushed 0
by_stage prospect: 0 0 5 800 1 0; negotiating: 1 0 3 750 3 1; won: 3 0 3 — — 0; lost: 1 0 1 — — 0
by_lost price: 1`},
	{"funnel", "2026-10-15", `
won 1 (3); lost 1 (1); pushed 0
by_stage prospect: 2 0 4 666 1 2; negotiating: 1 1 1 666 3 1; won: 4 3 1 — — 0; lost: 2 1 1 — — 0
by_lost competitor: 1`},
	{"funnel", "2026-11-27", `
won 2 (1); lost 0 (1); pushed 0
by_stage prospect: 3 2 3 666 4 2; negotiating: 2 1 2 625 7 1; won: 5 4 2 — — 0; lost: 2 2 0 — — 0`},
	{"forecast", "2026-11-27", `
closed 7; won_share —; needed 13
by_month 2027-01: 1 90000.00 CNY —; 2027-02: 1 5600.00 CNY —; : 1 8000.00 CNY —`},
	{"money", "2026-09-15", `
open 84560.50 CNY (0); overdue 500.00 CNY (0); due 16700.00 CNY (0); collected 13800.00 CNY (0)
by_currency CNY: 0.00 CNY 98360.50 CNY 13800.00 CNY 84560.50 CNY 826 26 965
aging undated: 70400.50 CNY; not_due: 13660.00 CNY; d1_30: 500.00 CNY; d31_60: 0; d61_90: 0; d90_plus: 0`},
	{"money", "2026-10-15", `
open 178481.00 CNY+16250.00 USD (84560.50 CNY); overdue 560.00 CNY+3750.00 USD (500.00 CNY);
	due 15960.00 CNY+3750.00 USD (16700.00 CNY); collected 18300.00 CNY (13800.00 CNY)
by_currency CNY: 84560.50 CNY 112220.50 CNY 18300.00 CNY 178481.00 CNY 1146 49 970;
	USD: 0.00 USD 16250.00 USD 0.00 USD 16250.00 USD 0 31 0
aging undated: 117000.50 CNY+12500.00 USD; not_due: 60920.50 CNY; d1_30: 260.00 CNY+3750.00 USD; d31_60: 300.00 CNY;
	d61_90: 0; d90_plus: 0
promises broken: 1 260.00 CNY; pending: 0 0; late: 0 0; kept: 0 0`},
	{"money", "2026-11-27", `
open 332461.00 CNY+22290.00 USD (178481.00 CNY+16250.00 USD); overdue 10380.50 CNY+1490.00 USD (560.00 CNY+3750.00 USD);
	due 84300.50 CNY+2490.00 USD (15960.00 CNY+3750.00 USD); collected 74480.00 CNY+4750.00 USD (18300.00 CNY)
by_currency CNY: 178481.00 CNY 232460.00 CNY 74480.00 CNY 332461.00 CNY 883 43 883;
	USD: 16250.00 USD 10790.00 USD 4750.00 USD 22290.00 USD 1907 62 761
aging undated: 250680.50 CNY+20800.00 USD; not_due: 71400.00 CNY; d1_30: 9820.50 CNY+1490.00 USD; d31_60: 260.00 CNY;
	d61_90: 300.00 CNY; d90_plus: 0
weeks 2026-11-30: 9500.50 CNY+1490.00 USD 2200.00 CNY; 2026-11-23: 2200.00 CNY 22000.00 CNY+1000.00 USD;
	2026-11-16: 23220.00 CNY 10000.00 CNY; 2026-11-09: 0 38300.00 CNY; 2026-11-02: 320.00 CNY 1980.00 CNY+3750.00 USD;
	2026-10-26: 260.00 CNY+3750.00 USD 1500.00 CNY; 2026-10-19: 1500.00 CNY 2400.00 CNY; 2026-10-12: 0 14400.00 CNY;
	2026-10-05: 260.00 CNY 0; 2026-09-28: 17400.00 CNY 4000.00 CNY; 2026-09-21: 0 0; 2026-09-14: 500.00 CNY 9800.00 CNY
promises broken: 1 320.00 CNY; pending: 0 0; late: 0 0; kept: 1 22000.00 CNY`},
	{"cases", "2026-09-15", `
cases_opened 2 (0); cases_closed 1 (0); cases_open 3
by_case inquiry: 1 0; complaint: 1 1
by_fault us: 1 1; : 1 0
by_customer 2刘女士: 1; 4恒达板材: 1`},
	{"cases", "2026-10-15", `
cases_opened 3 (2); cases_closed 2 (1); cases_open 3
by_case complaint: 1 0; feedback: 1 0; aftersales: 1 1; inquiry: 0 1
by_fault us: 1 1; customer: 1 0; : 1 1
by_customer 3董先生: 3`},
	{"cases", "2026-11-27", `
cases_opened 2 (3); cases_closed 1 (2); cases_open 3
by_case inquiry: 1 0; feedback: 1 0; complaint: 0 1
by_fault : 2 0; customer: 0 1
by_customer 6金利五金: 1; 10明远电子: 1`},
	{"sources", "2026-11-27", `
leads 3 (4); won 2 (1); signed 90980.00 CNY+8300.00 USD (46600.00 CNY+12500.00 USD);
	collected 74480.00 CNY+4750.00 USD (18300.00 CNY); cost 900.00 CNY (2100.00 CNY);
	cost_per_lead 300.00 CNY (525.00 CNY); cost_per_won 450.00 CNY (2100.00 CNY)
by_source walk_in: 1 1 62980.00 CNY 20280.00 CNY 0 — —; phone_in: 1 0 0 0 0 — —;
	exhibition: 1 0 28000.00 CNY 54200.00 CNY 0 — —; web: 0 1 8300.00 USD 4750.00 USD 900.00 CNY — 900.00 CNY
by_month 2025-12: 0 0; 2026-01: 0 0; 2026-02: 0 0; 2026-03: 0 0; 2026-04: 0 0; 2026-05: 0 0; 2026-06: 0 0;
	2026-07: 0 0; 2026-08: 0 0; 2026-09: 5 70400.50 CNY; 2026-10: 4 46600.00 CNY+12500.00 USD;
	2026-11: 3 90980.00 CNY+8300.00 USD`},
	{"campaigns", "2026-11-27", `
leads 2 (2); won 1 (2); signed 71400.00 CNY+20800.00 USD (60600.50 CNY); collected 65400.00 CNY+4750.00 USD (4000.00 CNY);
	cost 3000.00 CNY (5000.00 CNY); cost_per_lead 1500.00 CNY (2500.00 CNY); cost_per_won 3000.00 CNY (2500.00 CNY)
by_campaign 2网络推广: 2 1 20800.00 USD 4750.00 USD 3000.00 CNY 1500.00 CNY 3000.00 CNY young;
	1秋季展: 0 0 71400.00 CNY 65400.00 CNY 0 — —
by_month 2025-12: 0 0; 2026-01: 0 0; 2026-02: 0 0; 2026-03: 0 0; 2026-04: 0 0; 2026-05: 0 0; 2026-06: 0 0;
	2026-07: 0 0; 2026-08: 0 0; 2026-09: 2 60600.50 CNY; 2026-10: 2 43400.00 CNY+12500.00 USD;
	2026-11: 0 28000.00 CNY+8300.00 USD`},
	{"keypersons", "2026-11-27", `
leads 3 (0); won 1 (0); signed 61000.00 CNY (0); collected 20500.00 CNY (0)
by_referrer 2刘女士: 2 1 61000.00 CNY 18300.00 CNY; 1华兴纺织: 1 0 0 2200.00 CNY
by_month 2025-12: 0 0; 2026-01: 0 0; 2026-02: 0 0; 2026-03: 0 0; 2026-04: 0 0; 2026-05: 0 0; 2026-06: 0 0;
	2026-07: 0 0; 2026-08: 0 0; 2026-09: 1 0; 2026-10: 1 0; 2026-11: 1 61000.00 CNY`},
	{"delivery", "2026-11-27", `
delivered 4 (3); promised 3 (3); on_time 2 (2); rate_on_time 666 (666); days_late 6 (8)
by_month 2025-12: 0 0 0 —; 2026-01: 0 0 0 —; 2026-02: 0 0 0 —; 2026-03: 0 0 0 —; 2026-04: 0 0 0 —; 2026-05: 0 0 0 —;
	2026-06: 0 0 0 —; 2026-07: 0 0 0 —; 2026-08: 0 0 0 —; 2026-09: 1 1 1 1000; 2026-10: 3 3 2 666; 2026-11: 4 3 2 666
by_product 板: 4 3 2 666
by_customer 1华兴纺织: 2 1 1 1000; 2刘女士: 1 1 1 1000; 4恒达板材: 1 1 0 0`},
}

func TestThePagesOfAHandMadeBookAreThoseWorkedOutByHand(t *testing.T) {
	ctx := context.Background()
	s := newHandBook(t, "2026-11-30")
	for _, values := range []map[string]string{
		{"period": "2026-11", "metric": "signed", "amount": "15000000", "currency": "CNY"},
		{"period": "2026-11", "metric": "contacts", "goal": "40"},
		{"period": "2026-Q4", "metric": "new_customers", "goal": "10"},
	} {
		if _, err := s.SaveItem(ctx, model.Item{Record: "target", Values: values}); err != nil {
			t.Fatal(err)
		}
	}
	periods := map[string]model.Period{}
	for _, r := range model.Reports {
		periods[r.Kind] = r.Period
	}
	for _, of := range bookPages {
		p, err := s.Report(ctx, of.kind, periods[of.kind], periods[of.kind].Of(of.on))
		if err != nil {
			t.Fatal(err)
		}
		p.Tables = slices.DeleteFunc(p.Tables, func(t model.ReportTable) bool {
			return t.Code == "by_class" || t.Code == "by_grade" || t.Code == "weeks" && of.on < "2026-11-01"
		})
		if got, want := pageInShort(p), strings.TrimSpace(strings.ReplaceAll(of.want, "\n\t", " ")); got != want {
			t.Errorf("%s %s:\n%s\nwant\n%s", of.kind, of.on, got, want)
		}
	}
}
