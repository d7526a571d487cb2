package cli_test

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"genjin/model"
	"genjin/store"
)

// tracked is a home with the tracking sheet imported.
func tracked(t *testing.T) *home {
	h := newHome(t)
	data, err := os.ReadFile("../../store/files/testdata/receivables-tracking.xlsx")
	if err != nil {
		t.Fatal(err)
	}
	h.env["GENJIN_AS_OF"] = "2026-01-20"
	file := h.file("回款.xlsx", string(data))
	dry := h.object("import", file, "--dry-run")
	if dry["document"] != "receivables" || dry["new_receivables"] != 5.0 || dry["new_payments"] != 2.0 || dry["refused"] != 0.0 {
		t.Fatalf("%v", dry)
	}
	if out := h.must("import", file); !strings.Contains(out, "文件写「待付款」,按规则截至2026-01-20是「逾期未付款」") {
		t.Error(out)
	}
	return h
}

func amountOf(v any) float64 {
	m, _ := v.(map[string]any)
	n, _ := m["amount"].(float64)
	return n
}

func TestReceivablesPaymentsAndAgingForScripts(t *testing.T) {
	h := tracked(t)
	for day, want := range map[string]string{"2026-01-05": "pending", "2026-01-06": "overdue"} {
		rows := h.list("list", "receivables", "--filter", "customer=客户B", "--as-of", day)
		if len(rows) != 1 || rows[0]["status"] != want || rows[0]["customer"] != "客户B" || rows[0]["customer_id"] != 2.0 ||
			amountOf(rows[0]["balance"]) != 200000 {
			t.Errorf("%s: %v", day, rows)
		}
	}
	if rows := h.list("list", "receivables", "--filter", "status=逾期未付款,部分付款", "--sort", "-balance"); len(rows) != 3 ||
		rows[0]["invoice_no"] != "FP0002" {
		t.Errorf("%v", rows)
	}
	lines := h.list("report", "aging")
	if len(lines) != 1 || lines[0]["currency"] != "CNY" || amountOf(lines[0]["undated"]) != 80000 || amountOf(lines[0]["not_due"]) != 0 ||
		amountOf(lines[0]["d1_30"]) != 400000 || amountOf(lines[0]["d90_plus"]) != 0 || amountOf(lines[0]["total"]) != 480000 {
		t.Errorf("%v", lines)
	}
	if lines := h.list("report", "aging", "--by", "customer", "--as-of", "2026-04-01"); len(lines) != 4 || lines[0]["customer"] != "客户B" ||
		amountOf(lines[0]["d61_90"]) != 200000 {
		t.Errorf("%v", lines)
	}
	paid := h.object("pay", "客户B", "500", "--for", "fp0002", "--method", "现金", "--receipt", "S9")
	if amountOf(paid["advance"]) != 0 || len(paid["allocations"].([]any)) != 1 || paid["method"] != "cash" {
		t.Errorf("%v", paid)
	}
	if out := h.must("pay", "客户D", "600"); !strings.Contains(out, "FP0004 500.00") || !strings.Contains(out, "预收款 100.00") {
		t.Error(out)
	}
	if rows := h.list("list", "payments", "--filter", "customer=客户D"); len(rows) != 1 || amountOf(rows[0]["advance"]) != 10000 {
		t.Errorf("%v", rows)
	}
	h.fails(1, "FP0002", "pay", "客户B", "5", "--for", "X1")
	h.fails(1, "看不懂金额", "pay", "客户B", "五块石")
	h.fails(2, "可选", "report", "aging", "--by", "week")
	h.fails(2, "statement", "report", "sales")
	h.must("undo")
	if rows := h.list("list", "payments", "--filter", "customer=客户D"); len(rows) != 0 {
		t.Errorf("%v", rows)
	}
}

func TestALaterTrackingSheetFromTheShell(t *testing.T) {
	h := tracked(t)
	path := h.file("later.csv", "客户名称,订单号,销售日期,发票号,发票金额,付款期限,付款日期,回款金额,付款状态\n"+
		"客户C,S2026-003,2025-12-10,FP0003,3000,2026-01-10,2026-01-18,3000,已付款\n客户D,S2026-004,2025-12-15,FP0004,600,2026-01-15,,,坏账\n")
	out := h.must("import", path, "--dry-run")
	for _, want := range []string{"文件写共回款 3,000.00,已记 1,500.00", "没有改动,文件不同:应收金额 500.00 → 600.00", "1 行与库里不同", "文件写「坏账」,没有核销"} {
		if !strings.Contains(out, want) {
			t.Errorf("no %s in\n%s", want, out)
		}
	}
	h.must("import", path, "--on-duplicate", "update")
	rows := h.list("list", "receivables")
	if len(rows) != 5 {
		t.Errorf("%d receivables", len(rows))
	}
	for _, row := range rows {
		if row["customer"] == "客户D" && amountOf(row["amount"]) != 60000 || row["customer"] == "客户C" && amountOf(row["balance"]) != 0 {
			t.Errorf("%v", row)
		}
	}
}

func TestAStatementOnTheScreenAndAsFiles(t *testing.T) {
	h := tracked(t)
	out := h.must("report", "statement", "客户C", "--from", "2026-01-01", "--to", "2026-01-31")
	for _, want := range []string{"期初余额", "3000.00", "1500.00", "期末余额"} {
		if !strings.Contains(out, want) {
			t.Errorf("no %s in\n%s", want, out)
		}
	}
	list := h.list("report", "statement", "客户C", "--from", "2026-01-01", "--to", "2026-01-31")
	if len(list) != 1 || amountOf(list[0]["opening"]) != 300000 || amountOf(list[0]["closing"]) != 150000 {
		t.Errorf("%v", list)
	}
	for _, name := range []string{"对账单.xlsx", "对账单.html"} {
		path := filepath.Join(h.dir, name)
		h.must("report", "statement", "客户C", "--from", "2026-01-01", "-o", path)
		if info, err := os.Stat(path); err != nil || info.Size() == 0 || info.Mode().Perm() != 0o600 {
			t.Error(name, info, err)
		}
		h.fails(1, "已经存在", "report", "statement", "客户C", "-o", path)
	}
	for _, kind := range []string{"receivables", "payments"} {
		for _, ext := range []string{"xlsx", "csv", "json"} {
			path := filepath.Join(h.dir, kind+"."+ext)
			h.must("export", kind, "-o", path)
			if data, err := os.ReadFile(path); err != nil || ext != "xlsx" && !strings.Contains(string(data), "客户C") {
				t.Error(path, err)
			}
		}
	}
}

func TestTheAgingReportAsAFile(t *testing.T) {
	h := tracked(t)
	for _, by := range []string{"bucket", "customer", "month"} {
		for _, ext := range []string{"xlsx", "csv", "html", "md", "json"} {
			path := filepath.Join(h.dir, by+"."+ext)
			if out := h.must("report", "aging", "--by", by, "-o", path); !strings.Contains(out, path) {
				t.Error(out)
			}
			data, err := os.ReadFile(path)
			want := map[string]string{"bucket": "4000.00", "customer": "客户B", "month": "2026-01"}[by]
			if ext == "json" {
				want = map[string]string{"bucket": `"d1_30":{"amount":400000`, "customer": `"customer":"客户B"`, "month": `"month":"2026-01"`}[by]
			}
			if err != nil || ext != "xlsx" && !strings.Contains(string(data), want) {
				t.Errorf("%s: %v\n%s", path, err, data)
			}
		}
	}
	csv := filepath.Join(h.dir, "customer.csv")
	h.fails(1, "已经存在", "report", "aging", "-o", csv)
	h.fails(1, "xlsx", "report", "aging", "-o", filepath.Join(h.dir, "a.pdf"))
}

func TestAReportNamesTheFormsThatItHas(t *testing.T) {
	h := tracked(t)
	for _, args := range [][]string{{"aging"}, {"statement", "客户C"}, {"delivery"}} {
		h.fails(1, "写不成「.pdf」", append(append([]string{"report"}, args...), "-o", filepath.Join(h.dir, "x.pdf"))...)
	}
}

// Amounts that can't be added up say so, and leave the rest usable.
func TestSumsThatAreTooLarge(t *testing.T) {
	h := newHome(t)
	h.must("add", "甲 13800000001")
	h.with(func(ctx context.Context, st *store.Store) error {
		_, err := st.AddReceivables(ctx,
			slices.Repeat([]model.Receivable{{CustomerID: 1, InvoiceNo: "F1", DueOn: "2026-01-01", Amount: model.MaxAmount}}, 1100))
		return err
	})
	for _, args := range [][]string{{"list", "receivables"}, {"report", "aging"}, {"report", "aging", "--by", "customer"},
		{"report", "statement", "甲"}, {"show", "甲"}} {
		h.fails(1, "金额加起来太大", args...)
		h.fails(1, "add up to more", append(args, "--lang", "en")...)
	}
	h.must("today")
	h.must("undo")
	h.must("report", "aging")
}

func TestWhatIsWrongWithAnAmountIsSaid(t *testing.T) {
	h := tracked(t)
	for _, args := range [][]string{{"pay", "客户B"}, {"owe", "客户B"}, {"refund", "客户B", "--reason", "x"},
		{"credit", "FP0002", "--reason", "x"}} {
		for _, amount := range []string{"0", "0.00"} {
			h.fails(1, "请填大于 0 的金额", slices.Insert(slices.Clone(args), 2, amount)...)
		}
		h.fails(2, "-5 是负数", slices.Insert(slices.Clone(args), 2, "-5")...)
	}
	h.fails(1, "refund the payment that it was of", "pay", "客户B", "--lang", "en", "--", "-5")
	h.fails(2, "「0%定金」占 0%,不算一期", "owe", "客户B", "100", "--terms", "0%定金+100%货到")
	h.fails(2, "没有选项 -5", "list", "-5")
	if r := h.run("import", h.file("x.csv", "客户名称,回款金额,付款日期,应收金额\n,100,2026-01-01,500\n")); r.code != 1 ||
		!strings.Contains(r.out, "客户名称:不能为空") {
		t.Errorf("%+v", r)
	}
	if help := h.must("import", "--help"); !strings.Contains(help, "payments") || !strings.Contains(help, "receivables") {
		t.Error(help)
	}
}

// Every receivable that is named is settled, in the order of the names; a name
// that nothing open has books nothing.
func TestAPaymentSettlesAllThatAreNamedInTheirOrder(t *testing.T) {
	shares := func(v map[string]any) (list []string) {
		for _, a := range v["allocations"].([]any) {
			a := a.(map[string]any)
			list = append(list, fmt.Sprintf("%v:%.0f", a["receivable"], amountOf(a["amount"])))
		}
		return list
	}
	world := func() *home {
		h := newHome(t)
		h.must("add", "华兴 13800000001")
		for i, no := range []string{"E01", "E03", "E14"} {
			h.must("owe", "华兴", []string{"5000", "8000", "18600"}[i], "--invoice", no, "--due",
				[]string{"2026-10-01", "2026-11-01", "2026-10-15"}[i])
		}
		h.must("owe", "华兴", "700", "--due", "2026-12-01")
		return h
	}
	for _, c := range []struct {
		amount  string
		named   []string
		shares  []string
		advance float64
	}{
		{"26600", []string{"E03", "E14"}, []string{"E03:800000", "E14:1860000"}, 0},
		{"10000", []string{"e03", "E14"}, []string{"E03:800000", "E14:200000"}, 0},
		{"10000", []string{"E14", "E03"}, []string{"E14:1000000"}, 0},
		{"9000", []string{"E03", "#4", "E03"}, []string{"E03:800000", "2026-12-01:70000"}, 30000},
		{"100", []string{"#2"}, []string{"E03:10000"}, 0},
	} {
		h := world()
		args := []string{"pay", "华兴", c.amount}
		for _, name := range c.named {
			args = append(args, "--for", name)
		}
		paid := h.object(args...)
		if got := shares(paid); !slices.Equal(got, c.shares) || amountOf(paid["advance"]) != c.advance {
			t.Errorf("%v: %v, advance %v", args, got, amountOf(paid["advance"]))
		}
	}
	h := world()
	for _, name := range []string{"E04", "#9", ""} {
		h.fails(1, "「"+name+"」", "pay", "华兴", "26600", "--for", "E03", "--for", name)
	}
	if rows := h.list("list", "payments"); len(rows) != 0 {
		t.Errorf("something was booked: %v", rows)
	}
}

// A second value of a flag that takes one is refused, not put in the place of
// the first.
func TestAFlagGivenTwiceIsRefused(t *testing.T) {
	h := tracked(t)
	h.fails(2, "--on 写了两次(第二次是「01-02」)", "pay", "客户B", "5", "--on", "01-01", "--on", "01-02")
	h.fails(2, "--problem is given twice", "log", "客户B", "谈价", "--problem", "贵", "--problem", "慢", "--lang", "en")
	h.fails(2, "--sort", "list", "orders", "--sort", "id", "--sort", "total")
	h.must("list", "receivables", "--filter", "balance>0", "--filter", "balance<900", "--json", "--json")
}
