package store

import (
	"context"
	"database/sql"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"genjin/model"
)

// campaign keeps a campaign.
func campaign(t *testing.T, s *Store, values map[string]string) int64 {
	t.Helper()
	it, err := s.SaveItem(context.Background(), model.Item{Record: model.RowOfCampaign, Values: values})
	if err != nil {
		t.Fatal(err)
	}
	return it.ID
}

// A small book: what two campaigns cost and brought, worked out by hand.
func TestACampaignSaysWhatItCostAndBrought(t *testing.T) {
	ctx := context.Background()
	s := open(t, "2026-11-24")
	fair := campaign(t, s, map[string]string{"name": "春季展", "channel": "exhibition", "from_on": "2026-03-01", "to_on": "2026-03-03",
		"planned_cost": "300000", "actual_cost": "400001", "currency": "CNY"})
	ads := campaign(t, s, map[string]string{"name": "短视频", "channel": "ad", "from_on": "2026-11-01", "planned_cost": "90000",
		"currency": "CNY"})
	known := add(t, s, model.Customer{Name: "早就认识", FilledOn: "2026-02-10", Campaign: fair, Stage: model.Won})
	won := add(t, s, model.Customer{Name: "华兴", FilledOn: "2026-03-01", Campaign: fair, Stage: model.Won})
	add(t, s, model.Customer{Name: "刘女士", FilledOn: "2026-05-01", Campaign: fair})
	add(t, s, model.Customer{Name: "周敏", FilledOn: "2026-11-02", Campaign: ads})
	add(t, s, model.Customer{Name: "路过的", FilledOn: "2026-11-02"})
	for _, p := range []model.Payment{
		{CustomerID: won.ID, ReceivedOn: "2026-04-01", Amount: 2_000_00}, {CustomerID: known.ID, ReceivedOn: "2026-04-02", Amount: 7_00},
		{CustomerID: won.ID, ReceivedOn: "2026-04-01", Amount: 90_00, Currency: "USD"},
	} {
		if _, err := s.Pay(ctx, p, nil); err != nil {
			t.Fatal(err)
		}
	}
	o, err := s.AddOrder(ctx, model.Order{CustomerID: won.ID, OrderNo: "A1", OrderedOn: "2026-03-20", ConfirmedOn: "2026-03-20",
		Status: model.OrderConfirmed}, []model.OrderLine{{Name: "板", Quantity: 1000, UnitPrice: 5_000_00}})
	if err != nil {
		t.Fatal(err)
	}
	if _, err := s.StepNode(ctx, o.ID, model.NodeStep{Node: model.NodeConfirm, On: "2026-03-21"}); err != nil {
		t.Fatal(err)
	}
	l := s.CampaignList()
	ids, err := l.IDs(ctx, model.Query{Sort: "leads", Desc: true})
	if err != nil || fmt.Sprint(ids) != fmt.Sprint([]int64{fair, ads}) {
		t.Fatalf("%v, %v", ids, err)
	}
	rows, err := l.Rows(ctx, ids, true)
	if err != nil {
		t.Fatal(err)
	}
	at := model.AsOf{Today: "2026-11-24"}
	for i, want := range []string{"2 1 500000 200000 200001 400001 ", "1 0 0 0 90000  1"} {
		got := ""
		for _, code := range []string{"leads", "won", "signed", "collected", "cost_per_lead", "cost_per_won", "unfinished"} {
			c, _ := model.CampaignView.Column(code)
			got += c.Get(&rows[i], at) + " "
		}
		if strings.TrimSuffix(got, " ") != want {
			t.Errorf("%s: %q, want %q", rows[i].Name, got, want)
		}
		for _, of := range model.CampaignCounts {
			m, err := s.count(ctx, rows[i].CountOf(of), model.Span{})
			if err != nil {
				t.Fatal(err)
			}
			equalsItsList(t, s, rows[i].Name, &m)
		}
	}
}

// What came by sources and key persons in a month, and what it cost, worked out
// by hand.
func TestSourcesAndKeyPersonsAreCountedByWhatTheyBrought(t *testing.T) {
	ctx := context.Background()
	s := open(t, "2026-11-24")
	campaign(t, s, map[string]string{"name": "短视频", "channel": "ad", "from_on": "2026-10-31", "to_on": "2026-11-01", "actual_cost": "60001"})
	brings := add(t, s, model.Customer{Name: "老周", FilledOn: "2026-01-05", Source: "walk_in"})
	for i, day := range []model.Date{"2026-10-31", "2026-11-01", "2026-11-30"} {
		add(t, s, model.Customer{Name: fmt.Sprint("看广告的", i), FilledOn: day, Source: "ad"})
	}
	won := add(t, s, model.Customer{Name: "华兴", FilledOn: "2026-11-02", Source: "ad", Referrer: brings.ID})
	signed := model.Entry{CustomerID: won.ID, At: "2026-11-10", Situation: "签了", SetStage: model.Won}
	if _, _, err := s.Log(ctx, signed, model.Plan{}); err != nil {
		t.Fatal(err)
	}
	if _, err := s.Pay(ctx, model.Payment{CustomerID: won.ID, ReceivedOn: "2026-11-11", Amount: 500_00}, nil); err != nil {
		t.Fatal(err)
	}
	for kind, want := range map[string]string{
		model.ReportSources:    "ad 3 1 0 50000 30001 10000 30001",
		model.ReportKeyPersons: fmt.Sprint(brings.ID, " 1 1 0 50000"),
		model.ReportCampaigns:  "1 0 0 0 0 30001 — —",
	} {
		page, err := s.Report(ctx, kind, model.PeriodMonth, model.PeriodMonth.Of("2026-11-24"))
		if err != nil {
			t.Fatal(err)
		}
		l := page.Tables[0].Lines[0]
		got := l.Value
		for i := range l.Cells {
			switch m := &l.Cells[i]; {
			case m.Unknown:
				got += " —"
			case m.Unit == model.UnitMoney:
				got += fmt.Sprint(" ", m.Sum("CNY"))
			default:
				got += fmt.Sprint(" ", m.N)
			}
		}
		if got != want {
			t.Errorf("%s: %s, want %s", kind, got, want)
		}
	}
}

// A deal lost to a competitor is a market note, too, in one act; the funnel says
// to whom, and by how much.
func TestALossToACompetitorIsAMarketNote(t *testing.T) {
	ctx := context.Background()
	s := open(t, "2026-11-24")
	c := add(t, s, model.Customer{Name: "华兴", FilledOn: "2026-10-01", ExpectedAmount: 900_00})
	_, err := s.SaveCustomer(ctx, func() model.Customer { o := c; o.LostTo = "盛源"; return o }(), "")
	refused(t, "lost to whom, of one that isn't", err, "lost_to", model.RefusedNotLost)
	c.Stage, c.LostReason, c.LostTo, c.LostPrice = model.Lost, "price", "盛源", 840_00
	if c, err = s.SaveCustomer(ctx, c, ""); err != nil {
		t.Fatal(err)
	}
	notes := func() (list []model.MarketNote) {
		list, err := marketNotes.query(ctx, s.db, "ORDER BY id")
		if err != nil {
			t.Fatal(err)
		}
		return list
	}
	if l := notes(); len(l) != 1 || l[0].CustomerID != c.ID || l[0].Competitor != "盛源" || l[0].Price != 840_00 {
		t.Errorf("%+v", l)
	}
	page, err := s.Report(ctx, model.ReportFunnel, model.PeriodMonth, model.PeriodMonth.Of("2026-11-24"))
	if err != nil {
		t.Fatal(err)
	}
	last := page.Tables[len(page.Tables)-1]
	cells := last.Lines[0].Cells
	if last.Lines[0].Value != "盛源" || cells[0].N != 1 || cells[1].Sum("CNY") != 900_00 || cells[2].Sum("CNY") != 840_00 {
		t.Errorf("%+v", last)
	}
	c.LostPrice = 800_00
	if c, err = s.SaveCustomer(ctx, c, ""); err != nil {
		t.Fatal(err)
	}
	if l := notes(); len(l) != 1 || l[0].Price != 800_00 {
		t.Errorf("another price: %+v", l)
	}
	for range 2 {
		if _, err := s.Undo(ctx); err != nil {
			t.Fatal(err)
		}
	}
	if l := notes(); len(l) != 0 {
		t.Errorf("undone: %+v", l)
	}
}

func TestACampaignByWhichCustomersCameIsKept(t *testing.T) {
	ctx := context.Background()
	s := open(t, "2026-11-24")
	id := campaign(t, s, map[string]string{"name": "春季展"})
	c := add(t, s, model.Customer{Name: "华兴", Campaign: id})
	refused(t, "one that brought a customer", s.RemoveItem(ctx, model.RowOfCampaign, id), "", model.RefusedBrought)
	_, err := s.SaveItem(ctx, model.Item{Record: model.RowOfCampaign, Values: map[string]string{"name": " 春季展 "}})
	refused(t, "another of the name", err, "name", model.RefusedNamed)
	c.Campaign = 0
	if _, err := s.SaveCustomer(ctx, c, ""); err != nil {
		t.Fatal(err)
	}
	if err := s.RemoveItem(ctx, model.RowOfCampaign, id); err != nil {
		t.Fatal(err)
	}
	if _, err := s.Undo(ctx); err != nil {
		t.Fatal(err)
	}
	if all, err := s.Campaigns(ctx); err != nil || len(all) != 1 {
		t.Errorf("%v, %v", all, err)
	}
}

// What a file made is kept by undo where somebody came by it since.
func TestUndoKeepsACampaignByWhichSomebodyCameSince(t *testing.T) {
	ctx := context.Background()
	s := open(t, "2026-11-24")
	path := filepath.Join(t.TempDir(), "客户.csv")
	if err := os.WriteFile(path, []byte("客户名称,营销活动\n华兴,春季展\n刘女士,春季展\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	_, b := importInto(t, s, path, ImportOptions{}, false)
	all, err := s.Campaigns(ctx)
	if err != nil || len(all) != 1 || all[0].Name != "春季展" {
		t.Fatalf("%v, %v", all, err)
	}
	add(t, s, model.Customer{Name: "周敏", Campaign: all[0].ID})
	if _, err := s.UndoBatch(ctx, b.ID); err != nil {
		t.Fatal(err)
	}
	if all, err = s.Campaigns(ctx); err != nil || len(all) != 1 {
		t.Errorf("%v, %v", all, err)
	}
}

// Files name the campaign; one that is there already is that one, and what would
// be written is said by name.
func TestFilesNameTheCampaignOfACustomer(t *testing.T) {
	ctx, dir := context.Background(), t.TempDir()
	s := open(t, "2026-11-24")
	fair := campaign(t, s, map[string]string{"name": "春季展"})
	add(t, s, model.Customer{Name: "华兴", Campaign: fair})
	for _, format := range []string{"csv", "xlsx", "json"} {
		path := filepath.Join(dir, "all."+format)
		if _, err := s.Export(ctx, path, model.Export{Kind: model.ExportCustomers, IDs: []int64{1}}); err != nil {
			t.Fatal(err)
		}
		other := open(t, "2026-11-24")
		importInto(t, other, path, ImportOptions{}, false)
		rows, err := other.CustomerList().Rows(ctx, []int64{1}, false)
		if err != nil || len(rows) != 1 || rows[0].CampaignName != "春季展" {
			t.Errorf("%s: %+v, %v", format, rows, err)
		}
	}
	path := filepath.Join(dir, "new.csv")
	if err := os.WriteFile(path, []byte("客户名称,营销活动\n华兴,秋季展\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	p, b := importInto(t, s, path, ImportOptions{OnDuplicate: model.DuplicateUpdate}, false)
	if b.Updated != 1 || fmt.Sprint(p.Rows[0].Changes) != "[{campaign 春季展 秋季展  CNY}]" {
		t.Errorf("%+v %+v", b, p.Rows[0].Changes)
	}
	ids, err := s.CustomerIDs(ctx, model.Query{Filters: []model.Filter{{Field: "campaign", Op: model.OpIs, Value: "秋季展"}}})
	if err != nil || len(ids) != 1 {
		t.Errorf("by name: %v, %v", ids, err)
	}
}

// The campaign was a text on the card before it was a record, and is one for
// undo, too.
func TestATextOnTheCardBecomesACampaign(t *testing.T) {
	ctx := context.Background()
	path := filepath.Join(t.TempDir(), "genjin.db")
	s, err := Open(ctx, path, AsOf("2026-11-24"))
	if err != nil {
		t.Fatal(err)
	}
	id := campaign(t, s, map[string]string{"name": "春季展"})
	c := add(t, s, model.Customer{Name: "华兴", Campaign: id})
	c.Campaign = 0
	if _, err := s.SaveCustomer(ctx, c, ""); err != nil {
		t.Fatal(err)
	}
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	db, err := sql.Open("sqlite", "file:"+path)
	if err != nil {
		t.Fatal(err)
	}
	for _, query := range []string{ // as it was before
		"DROP TABLE campaign", "DROP INDEX customer_campaign", "DROP INDEX customer_filled", "ALTER TABLE customer DROP COLUMN campaign",
		"ALTER TABLE customer ADD COLUMN campaign TEXT NOT NULL DEFAULT ''", "DELETE FROM migration WHERE name LIKE '%campaigns'",
		"DELETE FROM change WHERE record = 'campaign'",
		"UPDATE change SET before = json_set(before, '$.campaign', '春季展'), after = json_set(after, '$.campaign', '') WHERE before IS NOT NULL",
		"UPDATE change SET after = json_set(after, '$.campaign', '春季展') WHERE before IS NULL AND record = 'customer'",
	} {
		runSQL(t, db, query)
	}
	if err := db.Close(); err != nil {
		t.Fatal(err)
	}
	if s, err = Open(ctx, path, AsOf("2026-11-24")); err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	if _, err := s.Undo(ctx); err != nil {
		t.Fatal(err)
	}
	rows, err := s.CustomerList().Rows(ctx, []int64{c.ID}, false)
	if err != nil || len(rows) != 1 || rows[0].CampaignName != "春季展" {
		t.Errorf("%+v, %v", rows, err)
	}
}
