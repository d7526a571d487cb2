package reports_test

import (
	"context"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"genjin/model"
	"genjin/model/label"
	"genjin/store"
	"genjin/tui"

	"genjin/tui/kit/kittest"
	"genjin/tui/test"
)

// book has what a salesperson did in October and November 2026, as of Monday 23
// November.
var book = test.NewWorld(test.Monday, func(t testing.TB, st *store.Store) {
	ctx := context.Background()
	must := func(err error) {
		if err != nil {
			t.Fatal(err)
		}
	}
	add := func(c model.Customer, entries ...model.Entry) int64 {
		kept, err := st.AddCustomer(ctx, c)
		must(err)
		for _, e := range entries {
			e.CustomerID = kept.ID
			_, _, err := st.Log(ctx, e, model.Plan{})
			must(err)
		}
		return kept.ID
	}
	fair, err := st.SaveItem(ctx, model.Item{Record: model.RowOfCampaign, Values: map[string]string{"name": "秋季建材展",
		"channel": "exhibition", "from_on": "2026-10-08", "to_on": "2026-10-10", "planned_cost": "600000", "actual_cost": "643000"}})
	must(err)
	hengji := add(model.Customer{Name: "佛山恒基板材有限公司", Campaign: fair.ID, Kind: model.Company, Grade: model.GradeA,
		FilledOn: "2026-10-08", Source: "web",
		Stage: model.Negotiating, ExpectedOn: "2026-12-20", ExpectedAmount: 300_000_00},
		model.Entry{At: "2026-10-08 09:30", Method: model.Phone, Situation: "谈明年价格"},
		model.Entry{At: "2026-11-03 10:00", Method: model.Visit, Situation: "上门看样", Problem: "嫌起订量大", SetStage: model.Won})
	liu := add(model.Customer{Name: "刘女士", Gender: model.Female, Grade: model.GradeB, FilledOn: "2026-11-02", Source: "walk_in"},
		model.Entry{At: "2026-11-02 14:00", Method: model.Reception, Situation: "进店看抛光砖", Problem: "嫌起订量大"},
		model.Entry{At: "2026-11-16 11:20", Method: model.Phone, Outcome: model.NotReached, Situation: "没人接"})
	add(model.Customer{Name: "周敏", FilledOn: "2026-11-18", Source: "walk_in"},
		model.Entry{At: "2026-11-20 15:00", Method: model.Chat, Kind: model.Complaint, Situation: "脚垫缺货,催了两次", Problem: "缺货"})
	for _, r := range []model.Receivable{
		{CustomerID: hengji, InvoiceNo: "FP01", InvoicedOn: "2026-10-10", DueOn: "2026-11-10", Amount: 80_000_00},
		{CustomerID: hengji, InvoiceNo: "FP02", InvoicedOn: "2026-11-05", DueOn: "2026-12-05", Amount: 42_000_00},
		{CustomerID: liu, InvoiceNo: "FP03", InvoicedOn: "2026-11-06", DueOn: "2026-11-20", Amount: 3_500_00, Currency: "USD"},
	} {
		_, err := st.AddReceivable(ctx, r)
		must(err)
	}
	for _, values := range []map[string]string{
		{"period": "2026-11", "metric": "collected", "amount": "12000000"}, {"period": "2026-11", "metric": "visits", "goal": "2"},
		{"period": "2026-Q4", "metric": "new_customers", "goal": "20"},
	} {
		_, err := st.SaveItem(ctx, model.Item{Record: "target", Values: values})
		must(err)
	}
	for _, p := range []model.Payment{
		{CustomerID: hengji, ReceivedOn: "2026-10-30", Amount: 20_000_00}, {CustomerID: hengji, ReceivedOn: "2026-11-12", Amount: 30_000_00},
	} {
		_, err := st.Pay(ctx, p, nil)
		must(err)
	}
})

func open(t *testing.T, l label.Lang, w, h int, keys ...string) *test.Desk {
	t.Helper()
	return book.Open(t, l, w, h, append([]string{"7"}, keys...)...)
}

// at are the keys to the page of a report, and more on it.
func at(kind string, more ...string) []string {
	var keys []string
	for _, r := range model.Reports {
		if r.Kind == kind {
			break
		}
		keys = append(keys, "tab")
	}
	return append(keys, more...)
}

func TestScreens(t *testing.T) {
	for name, keys := range map[string][]string{
		"plan": at(model.ReportPlan), "targets": {"shift+tab", "shift+tab", "shift+tab"}, "campaigns": {"shift+tab", "shift+tab"},
		"monthly": at(model.ReportMonthly),
		"funnel":  at(model.ReportFunnel), "money": at(model.ReportMoney), "sources": at(model.ReportSources),
		"behind": at(model.ReportMonthly, "down", "enter"),
	} {
		test.Golden(t, name, func(t *testing.T, l label.Lang, w, h int) *test.Desk { return open(t, l, w, h, keys...) })
	}
	test.Golden(t, "empty", func(t *testing.T, l label.Lang, w, h int) *test.Desk { return test.Blank.Open(t, l, w, h, "7") })
}

func TestEverySizeIsFilledToTheCell(t *testing.T) {
	for _, l := range []label.Lang{label.ZH, label.EN} {
		d := open(t, l, 60, 15)
		for _, w := range test.Widths() {
			d.Start(w, 18, tui.Options{Lang: l, NoColor: true})
			d.Press("7")
			for range model.Reports {
				kittest.Sized(t, d.App.View().Content, w, 18)
				d.Press("end", "tab")
			}
		}
	}
}

func TestAFigureOpensItsListAndEscGivesThePageBack(t *testing.T) {
	d := open(t, label.ZH, 120, 40, at(model.ReportMonthly)...)
	d.Sees("> 新增客户      2", "回款        3万")
	d.Press("enter")
	d.Sees("新增客户  2026-11", "刘女士", "周敏", "共 2 条")
	d.Lacks("佛山恒基")
	d.Press("enter")
	d.Sees("进店看抛光砖", "付款信誉")
	d.Press("esc")
	d.Sees("共 2 条", "周敏")
	d.Press("esc")
	d.Lacks("共 2 条")
	d.Press("[")
	d.Sees("[ 2026-09   2026-10   2026-11 ]", "新增客户      1")
	d.Press("enter")
	d.Sees("新增客户  2026-10", "佛山恒基板材有限公司", "共 1 条")
	d.Press("esc", "]")
	d.Sees("[ 2026-10   2026-11")
}

func TestADraftIsKeptFoundAgainAndStartedAfresh(t *testing.T) {
	d := open(t, label.ZH, 120, 40, at(model.ReportMonthly, "y")...)
	d.Sees("月报  2026-11", "目标  回款额 2026-11 12万,已完成 3万(25.0%)", "做了  跟进 3(上期 1);拜访 1(上期 0)",
		"问题  嫌起订量大(2 次);缺货", "数字是现在的")
	d.Press("ctrl+end")
	d.Write(" 另:样品已寄")
	d.Press("tab")
	d.Write("王总")
	d.Press("ctrl+s")
	d.Sees("已保存 月报  2026-11")
	d.Press("y")
	d.Sees("另:样品已寄", "王总", "2026-11-23 保存的稿子")
	d.Press("f7")
	d.Lacks("另:样品已寄")
	d.Press("esc", "y")
	d.Sees("另:样品已寄") // what was not kept again is a draft, no more
	d.Press("esc", "[", "y")
	d.Sees("数字是现在的", "做了  跟进 1")
}

// Whoever types before a draft has been read loses neither what they typed nor
// the draft, and doesn't keep the one without the other.
func TestWhatIsTypedBeforeTheDraftIsThereStandsBehindIt(t *testing.T) {
	d := open(t, label.ZH, 120, 40, at(model.ReportMonthly)...)
	reading := d.Update(d.Update(kittest.Key("y"))())
	d.Write("样品已寄")
	d.Press("ctrl+s")
	d.Lacks("已保存", "目标")
	kittest.Run(d, reading)
	d.Sees("目标  回款额 2026-11", "样品已寄")
	d.Press("esc", "y")
	d.Sees("目标  回款额 2026-11")
	d.Press("ctrl+r")
	d.Sees("目标  回款额 2026-11", "样品已寄")
}

func TestKeptReportsAreListedAndOpenedAgain(t *testing.T) {
	d := open(t, label.ZH, 120, 40, at(model.ReportWeekly, "y", "ctrl+s", "shift+tab", "shift+tab")...)
	d.Sees("2026-11-23/2026-11-29", "周报", "共 1 条")
	d.Press("enter", "enter")
	d.Sees("周报  2026-11-23 – 2026-11-29", "保存的稿子")
	path := filepath.Join(t.TempDir(), "a.html")
	d.Press("f6", "ctrl+u")
	d.Write(path)
	d.Press("ctrl+s")
	if page, err := os.ReadFile(path); err != nil || !strings.Contains(string(page), "<h1>周报  2026-11-23 – 2026-11-29</h1>") {
		t.Errorf("%s %v\n%s", page, err, d.Screen())
	}
}

func TestAPageIsWrittenAsAWorkbook(t *testing.T) {
	d := open(t, label.ZH, 120, 40, at(model.ReportMonthly, "x")...)
	path := filepath.Join(t.TempDir(), "月报.xlsx")
	d.Press("ctrl+u")
	d.Write(path)
	d.Press("ctrl+s")
	if _, err := os.Stat(path); err != nil {
		t.Fatalf("%v\n%s", err, d.Screen())
	}
	f, err := excelize.OpenFile(path)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	rows, err := f.GetRows(f.GetSheetName(0))
	if err != nil || len(rows) < 3 || strings.Join(rows[1], "|") != "新增客户|2|1" {
		t.Errorf("%v %v", rows, err)
	}
}

func TestACampaignIsAddedAndOpensWhomItBrought(t *testing.T) {
	d := open(t, label.ZH, 120, 40, "shift+tab", "shift+tab")
	d.Sees("秋季建材展", "6,430.00")
	d.Press("n")
	d.Write("老客户答谢会")
	d.Press("ctrl+s")
	d.Sees("老客户答谢会")
	d.Press("u")
	d.Lacks("老客户答谢会")
	d.Press("enter", "1")
	d.Sees("秋季建材展  线索", "佛山恒基板材有限公司", "共 1 条")
	d.Press("esc", "enter", "4")
	d.Sees("秋季建材展  回款", "10-30", "共 2 条")
	d.Press("esc", "d")
	d.Sees("还有 1 位客户由它带来")
}

func TestATargetIsSetChangedAndCarriedOn(t *testing.T) {
	d := open(t, label.ZH, 120, 40, at(model.ReportPlan)...)
	d.Sees("回款额 2026-11     12万    3万    25.0%", "拜访次数 2026-11")
	d.Press("n")
	d.Press("tab", "right", "tab")
	d.Write("40")
	d.Press("ctrl+s")
	d.Sees("新增客户 2026-11")
	d.Press("u")
	d.Lacks("新增客户 2026-11")
	d.Press("shift+tab", "shift+tab", "shift+tab", "shift+tab", "shift+tab", "shift+tab", "shift+tab", "c")
	d.Sees("2026-10 没有可以照搬的目标")
}
