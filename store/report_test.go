package store

import (
	"context"
	"fmt"
	"slices"
	"testing"

	"genjin/model"
)

// Every figure that opens a list equals it: as many rows, and of an amount the
// same sums.
func TestEveryFigureEqualsTheListThatItOpens(t *testing.T) {
	ctx := context.Background()
	for _, seed := range []uint64{1, 2, 3} {
		s := open(t, demoDay)
		if err := s.FillDemo(ctx, model.DemoSize{Customers: 60}, seed, nil); err != nil {
			t.Fatal(err)
		}
		opened := 0
		for _, r := range model.Reports {
			before := opened
			for _, span := range []model.Span{r.Period.Of(demoDay), r.Period.Before(r.Period.Of(demoDay))} {
				page, err := s.Report(ctx, r.Kind, r.Period, span)
				if err != nil {
					t.Fatalf("%s: %v", r.Kind, err)
				}
				for i := range page.Figures {
					opened += equalsItsList(t, s, r.Kind, &page.Figures[i].Measure)
				}
				for i := range page.Tables {
					for n := range page.Tables[i].Lines {
						for c := range page.Tables[i].Lines[n].Cells {
							opened += equalsItsList(t, s, r.Kind+" "+page.Tables[i].Code, &page.Tables[i].Lines[n].Cells[c])
						}
					}
				}
			}
			if opened-before < 3 {
				t.Errorf("seed %d: %d figures of %s open a list", seed, opened-before, r.Kind)
			}
		}
		equalTheirLists(t, s)
	}
}

// equalTheirLists: what a campaign's row says came of it is what the lists say
// that it opens.
func equalTheirLists(t *testing.T, s *Store) {
	t.Helper()
	ctx := context.Background()
	ids, err := s.CampaignList().IDs(ctx, model.Query{})
	if err != nil {
		t.Fatal(err)
	}
	rows, err := s.CampaignList().Rows(ctx, ids, false)
	if err != nil || len(rows) == 0 {
		t.Fatalf("%d campaigns, %v", len(rows), err)
	}
	for i := range rows {
		c := &rows[i]
		for n, of := range model.CampaignCounts {
			says := []int64{c.Leads, c.Won, c.Signed, c.Collected}[n]
			m, err := s.count(ctx, c.CountOf(of), model.Span{})
			if err != nil {
				t.Fatal(err)
			}
			if of.Sum != "" && m.Sum(c.Currency) != says || of.Sum == "" && m.N != says {
				t.Errorf("%s: %s is %d, its list comes to %d %v", c.Name, of.Code, says, m.N, m.Amounts)
			}
			equalsItsList(t, s, c.Name, &m)
		}
	}
}

func equalsItsList(t *testing.T, s *Store, where string, m *model.Measure) int {
	t.Helper()
	if m.List == "" {
		return 0
	}
	ctx := context.Background()
	l := s.counter(m.List)
	ids, err := l.ids(ctx, m.Query)
	if err != nil {
		t.Fatalf("%s, %s: %v", where, m.Code, err)
	}
	if m.Unit != model.UnitMoney {
		if int64(len(ids)) != m.N {
			t.Errorf("%s, %s: %d, and its list has %d", where, m.Code, m.N, len(ids))
		}
		return 1
	}
	sum := map[string]string{model.ExportOrders: "total", model.ExportPayments: "received", model.ExportReceivables: "balance"}[m.List]
	if of, ok := map[string]string{
		"due": "amount", "billed": "amount", "our_price": "expected_amount", "their_price": "lost_price", "expected": "expected_amount",
	}[m.Code]; ok {
		sum = of
	}
	if sum == "" {
		t.Fatalf("%s: which amount is %s?", where, m.Code)
	}
	sums, err := l.sumsBy(ctx, m.Query, []string{"currency"}, []string{sum})
	if err != nil {
		t.Fatalf("%s, %s: %v", where, m.Code, err)
	}
	for _, of := range sums {
		if got := m.Sum(of.By[0]); got != of.Of[0] {
			t.Errorf("%s, %s: %d %s, and its list comes to %d", where, m.Code, got, of.By[0], of.Of[0])
		}
	}
	return 1
}

// A small book, worked out by hand: three customers, November 2026.
func TestASummaryCountsWhatWasDone(t *testing.T) {
	ctx := context.Background()
	s := open(t, "2026-11-24")
	add := func(c model.Customer) int64 {
		t.Helper()
		kept, err := s.AddCustomer(ctx, c)
		if err != nil {
			t.Fatal(err)
		}
		return kept.ID
	}
	log := func(customer int64, at model.Moment, e model.Entry) {
		t.Helper()
		e.CustomerID, e.At = customer, at
		if e.Situation == "" {
			e.Situation = "谈"
		}
		if _, _, err := s.Log(ctx, e, model.Plan{}); err != nil {
			t.Fatal(err)
		}
	}
	hua := add(model.Customer{Name: "华兴", FilledOn: "2026-10-12", Source: "web"})
	liu := add(model.Customer{Name: "刘女士", FilledOn: "2026-11-02", Source: "walk_in"})
	dong := add(model.Customer{Name: "董先生", FilledOn: "2026-11-20", Source: "walk_in"})
	log(hua, "2026-10-31 23:59", model.Entry{Method: model.Phone}) // the last minute of the month before
	log(hua, "2026-11-01", model.Entry{Method: model.Visit, Problem: "嫌贵"})
	log(liu, "2026-11-02 09:00", model.Entry{Method: model.Reception, Problem: "嫌贵"})
	log(liu, "2026-11-03 09:00", model.Entry{Method: model.Phone, Outcome: model.NotReached})
	log(dong, "2026-11-20 10:00", model.Entry{Method: model.Phone, Kind: model.Complaint, Problem: "脚垫缺货"})
	log(hua, "2026-10-20", model.Entry{Method: model.Chat, Kind: model.Inquiry, Status: model.CaseClosed, ClosedOn: "2026-11-05"})
	for _, p := range []model.Payment{
		{CustomerID: hua, ReceivedOn: "2026-10-30", Amount: 1_000_00}, {CustomerID: hua, ReceivedOn: "2026-11-10", Amount: 2_500_00},
		{CustomerID: liu, ReceivedOn: "2026-11-24", Amount: 300_00}, {CustomerID: liu, ReceivedOn: "2026-11-12", Amount: 90_00, Currency: "USD"},
	} {
		if _, err := s.Pay(ctx, p, nil); err != nil {
			t.Fatal(err)
		}
	}
	page, err := s.Report(ctx, model.ReportMonthly, model.PeriodMonth, model.PeriodMonth.Of("2026-11-24"))
	if err != nil {
		t.Fatal(err)
	}
	want := map[string]string{
		"new_customers": "2 [] 1", "contacts": "3 [] 2", "visits": "1 [] 0", "receptions": "1 [] 0", "not_reached": "1 [] 0",
		"cases_opened": "1 [] 1", "cases_closed": "1 [] 0", "signed": "0 [] 0", "delivered": "0 [] 0", "on_time": "0 [] 0",
		"collected": "3 [2800.00 CNY 90.00 USD] 1",
	}
	for _, f := range page.Figures {
		if got := fmt.Sprint(f.N, " ", inWords(f.Amounts), " ", f.Before.N); got != want[f.Code] {
			t.Errorf("%s: %s, want %s", f.Code, got, want[f.Code])
		}
	}
	if len(page.Problems) != 2 || page.Problems[0] != (model.Told{Text: "嫌贵", N: 2}) {
		t.Errorf("problems %v", page.Problems)
	}
}

func inWords(list []model.Money) []string {
	texts := []string{}
	for _, m := range list {
		texts = append(texts, m.String()+" "+m.Currency)
	}
	return texts
}

// An entry counts on its own date, a change of the card on that of the change
// where no entry made it; what was undone never happened.
func TestAFunnelGoesByTheJournalsDates(t *testing.T) {
	ctx := context.Background()
	s := open(t, "2026-11-24")
	c, err := s.AddCustomer(ctx, model.Customer{Name: "华兴", FilledOn: "2026-09-01", Stage: model.Prospect})
	if err != nil {
		t.Fatal(err)
	}
	e := model.Entry{CustomerID: c.ID, At: "2026-10-11", Situation: "谈价", SetStage: model.Negotiating}
	if _, c, err = s.Log(ctx, e, model.Plan{}); err != nil {
		t.Fatal(err)
	}
	c.Stage = model.Won
	if c, err = s.SaveCustomer(ctx, c, ""); err != nil {
		t.Fatal(err)
	}
	stages := func(month model.Date) map[string]string {
		page, err := s.Report(ctx, model.ReportFunnel, model.PeriodMonth, model.PeriodMonth.Of(month))
		if err != nil {
			t.Fatal(err)
		}
		of := map[string]string{}
		for _, l := range page.Tables[0].Lines {
			of[l.Value] = fmt.Sprint(l.Cells[0].N, l.Cells[1].N, l.Cells[2].N)
		}
		return of
	}
	if got := stages("2026-10-15"); got["prospect"] != "0 1 0" || got["negotiating"] != "1 0 1" || got["won"] != "0 0 0" {
		t.Errorf("October: %v", got)
	}
	if got := stages("2026-11-15"); got["negotiating"] != "0 1 0" || got["won"] != "1 0 1" {
		t.Errorf("November: %v", got)
	}
	if _, err := s.Undo(ctx); err != nil {
		t.Fatal(err)
	}
	if got := stages("2026-11-15"); got["negotiating"] != "1 1 0" || got["won"] != "0 0 0" {
		t.Errorf("undone: %v", got)
	}
}

// Targets of the month and its quarter: reached so far, what each working day
// left must bring, and carried on to the next month but for what is there.
func TestAPlanSetsTargetsAgainstResults(t *testing.T) {
	ctx := context.Background()
	s := open(t, "2026-10-23")
	for _, values := range []map[string]string{
		{"period": "2026-10", "metric": "collected", "amount": "50000000", "currency": "CNY"},
		{"period": "2026-10", "metric": "new_customers", "goal": "4"},
		{"period": "2026-Q4", "metric": "new_customers", "goal": "10"},
		{"period": "2026-11", "metric": "new_customers", "goal": "9"},
	} {
		if _, err := s.SaveItem(ctx, model.Item{Record: "target", Values: values}); err != nil {
			t.Fatal(err)
		}
	}
	c, err := s.AddCustomer(ctx, model.Customer{Name: "华兴", FilledOn: "2026-10-12"})
	if err != nil {
		t.Fatal(err)
	}
	for _, p := range []model.Payment{
		{CustomerID: c.ID, ReceivedOn: "2026-10-12", Amount: 314_000_00}, {CustomerID: c.ID, ReceivedOn: "2026-10-12",
			Amount: 99_00, Currency: "USD"},
	} {
		if _, err := s.Pay(ctx, p, nil); err != nil {
			t.Fatal(err)
		}
	}
	plan := func() (lines []string) {
		page, err := s.Report(ctx, model.ReportPlan, model.PeriodMonth, model.PeriodMonth.Of("2026-10-23"))
		if err != nil {
			t.Fatal(err)
		}
		for _, l := range page.Tables[0].Lines {
			text := l.Name + " " + l.Value
			for _, m := range l.Cells {
				text += fmt.Sprint(" ", m.N, inWords(m.Amounts))
			}
			lines = append(lines, text)
		}
		return lines
	}
	want := []string{
		"2026-10 collected 0 [500000.00 CNY] 1 [314000.00 CNY] 628 [] 666 [] 6 [] 0 [31000.00 CNY] 942 []",
		"2026-10 new_customers 4 [] 1 [] 250 [] 666 [] 6 [] 1 [] 375 []",
		"2026-Q4 new_customers 10 [] 1 [] 100 [] 193 [] 50 [] 1 [] 516 []",
	}
	if got := plan(); !slices.Equal(got, want) {
		t.Errorf("got\n%v, want\n%v", got, want)
	}
	n, err := s.CarryTargets(ctx, model.PeriodMonth, model.PeriodMonth.Of("2026-11-01"))
	if err != nil || n != 1 {
		t.Fatalf("carried %d, %v", n, err)
	}
	november, err := s.targetsOf(ctx, "2026-11")
	if err != nil || len(november) != 2 || november[0].Goal != 9 || november[1].Amount != 500_000_00 {
		t.Errorf("November %+v, %v", november, err)
	}
	if _, err := s.Undo(ctx); err != nil {
		t.Fatal(err)
	}
	if november, _ = s.targetsOf(ctx, "2026-11"); len(november) != 1 {
		t.Errorf("undone: %+v", november)
	}
	for _, values := range []map[string]string{
		{"period": "2026-11", "metric": "visits"}, {"period": "2026-11", "goal": "5"}, {"period": "2026", "metric": "visits", "goal": "5"},
	} {
		if it, err := s.SaveItem(ctx, model.Item{Record: "target", Values: values}); err == nil {
			t.Errorf("%v is kept as %v", values, it.Values)
		}
	}
}
