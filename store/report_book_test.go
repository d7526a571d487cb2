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
		"campaigns": b.campaign, "customers": b.customer, "accounts": b.accounts, "targets": b.target,
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

// The day before all else of the book, by which its campaigns and targets are
// known, and its last one.
const (
	bookBegins model.Date = "2026-08-31"
	bookEnds   model.Date = "2026-11-30"
)

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
		}, model.Plan{LostReason: row["lost_reason"], LostTo: row["lost_to"], LostPrice: row.sum("lost_price")})
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
		}, []model.OrderLine{{Name: row["product"], Quantity: 1000, UnitPrice: row.cents()}})
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

// accounts are known on the last day of the book.
func (b *handBook) accounts(row bookRow) {
	b.on(bookEnds, func(ctx context.Context) error {
		values := map[string]string{"period": row["period"]}
		for _, code := range []string{"cash", "inventory", "current_assets", "current_liabilities"} {
			values[code] = fmt.Sprint(row.sum(code))
		}
		_, err := b.s.SaveItem(ctx, model.Item{Record: model.RowOfAccounts, CustomerID: b.customers[row["customer"]], Values: values})
		return err
	})
}

func (b *handBook) target(row bookRow) {
	b.on(bookBegins, func(ctx context.Context) error {
		values := map[string]string{"period": row["period"], "metric": row["metric"], "goal": row["goal"]}
		if row["amount"] != "" {
			values["amount"], values["currency"] = fmt.Sprint(row.cents()), "CNY"
		}
		_, err := b.s.SaveItem(ctx, model.Item{Record: "target", Values: values})
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
	if len(p.Problems) > 0 {
		var told []string
		for _, of := range p.Problems {
			told = append(told, fmt.Sprintf("%s: %d", of.Text, of.N))
		}
		text = append(text, "problems "+strings.Join(told, "; "))
	}
	return strings.TrimSpace(strings.Join(text, "\n"))
}

// bookPage is a page of the book by a day of its period.
type bookPage struct {
	kind string
	on   model.Date
	want string
}

// bookPages are the pages of testdata/book_pages.txt: those of the hand-made book
// as of its last day, worked out from its lines by hand. Confirmed orders have no
// terms: each owes its sum without a due date, beside the twenty receivables, and
// is a deal that was won. The weeks of the earlier months are left out: the last
// one has them.
func bookPages(t *testing.T) (list []bookPage) {
	text, err := os.ReadFile(filepath.Join("testdata", "book_pages.txt"))
	if err != nil {
		t.Fatal(err)
	}
	for part := range strings.SplitSeq(strings.TrimPrefix(string(text), "# "), "\n# ") {
		head, page, _ := strings.Cut(part, "\n")
		kind, on, _ := strings.Cut(head, " ")
		list = append(list, bookPage{kind, model.Date(on), strings.TrimSpace(strings.ReplaceAll(page, "\n\t", " "))})
	}
	return list
}

func TestThePagesOfAHandMadeBookAreThoseWorkedOutByHand(t *testing.T) {
	ctx := context.Background()
	s, pages := newHandBook(t, bookEnds), bookPages(t)
	for _, r := range model.Reports {
		worked := map[string]bool{}
		for _, of := range pages {
			if of.kind != r.Kind {
				continue
			}
			span := r.Period.Of(of.on)
			p, err := s.Report(ctx, of.kind, r.Period, span)
			if err != nil {
				t.Fatal(err)
			}
			p.Tables = slices.DeleteFunc(p.Tables, func(t model.ReportTable) bool { return t.Code == "weeks" && of.on < "2026-11-01" })
			if got := pageInShort(p); got != of.want {
				t.Errorf("%s %s:\n%s\nwant\n%s", of.kind, of.on, got, of.want)
			}
			for month := span.First; month <= span.Last; month = month.AddDays(1) {
				worked[string(month[:7])] = true
			}
		}
		for _, month := range []string{"2026-09", "2026-10", "2026-11"} {
			if !worked[month] {
				t.Errorf("%s of %s isn't worked out", r.Kind, month)
			}
		}
	}
}

// What a summary says of the targets is what the plan says of them, the ratios of
// accounts and what is noted of a lost deal are those of the book.
func TestTheListsOfAHandMadeBookAreThoseWorkedOutByHand(t *testing.T) {
	ctx := context.Background()
	s := newHandBook(t, bookEnds)
	november := model.PeriodMonth.Of(bookEnds)
	monthly, err := s.Report(ctx, model.ReportMonthly, model.PeriodMonth, november)
	if err != nil {
		t.Fatal(err)
	}
	plan, err := s.Report(ctx, model.ReportPlan, model.PeriodMonth, november)
	if err != nil {
		t.Fatal(err)
	}
	monthly.Tables, monthly.Problems, monthly.Figures = []model.ReportTable{monthly.Goals}, nil, nil
	if was, is := pageInShort(plan), pageInShort(monthly); was != is || was == "" {
		t.Errorf("the plan says\n%s\nthe summary\n%s", was, is)
	}
	for _, of := range []struct{ record, fields, want string }{
		{model.RowOfAccounts, "period current_ratio quick_ratio cash_ratio",
			"1 2024 2000 1333 200; 1 2025 1000 500 200; 4 2026-Q3 1380 478 169; 6 2025 - - -"},
		{"market_note", "noted_on competitor price currency",
			"5 2026-09-29 盛源 245000 CNY; 3 2026-10-16 宏达 1420000 CNY; 11 2026-11-20 宏达 - CNY"},
	} {
		list, err := kinds[of.record].items(ctx, s.db, "ORDER BY id")
		if err != nil {
			t.Fatal(err)
		}
		var said, judged []string
		for _, it := range list {
			line := fmt.Sprint(it.CustomerID)
			for _, code := range strings.Fields(of.fields) {
				line += " " + cmp.Or(it.Values[code], "-")
			}
			said = append(said, line)
		}
		if got := strings.Join(said, "; "); got != of.want {
			t.Errorf("%s: %s\nwant %s", of.record, got, of.want)
		}
		if of.record == model.RowOfAccounts {
			for _, a := range model.AccountsOf(list) {
				judged = append(judged, fmt.Sprint(a.CustomerID, a.Period, " ", a.Solvency()))
			}
			if got := strings.Join(judged, "; "); got != "12024 good; 12025 fair; 62025 unknown; 42026-Q3 weak" {
				t.Errorf("solvency: %s", got)
			}
		}
	}
}
