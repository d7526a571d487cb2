package cli_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"
)

// trading is a home with a customer, two products and an order.
func trading(t *testing.T) *home {
	h := newHome(t)
	h.must("add", "恒基板材 0757-83330001")
	h.must("settings", "company_name", "佛山某某木业")
	h.must("import", h.file("产品.csv", "样板编号,品名,规格,单位,标准价,最低价\nYB-01,柜门板,18mm,张,128.50,110\nYB-02,封边条,,米,1.2,\n"))
	h.must("order", "恒基板材", "--line", "YB-01 10", "--line", "运费 1 200", "--no", "DD001", "--on", "11-20", "--promised",
		"12-20", "--terms", "30%定金+70%发货前", "--contract", "HT-7")
	return h
}

func TestAnOrderFromTheShellToItsReceipt(t *testing.T) {
	h := trading(t)
	steps := []struct {
		status string
		args   []string
	}{
		{"confirmed", []string{"step", "DD001", "确认", "--on", "11-21"}},
		{"confirmed", []string{"step", "dd001", "prepare", "--plan", "12-05"}},
		{"confirmed", []string{"step", "DD001", "produce", "--note", "二线"}},
		{"confirmed", []string{"step", "DD001", "发货", "--reason", "老客户", "--carrier", "德邦", "--waybill", "DB1", "--eta", "11-25"}},
		{"delivered", []string{"step", "DD001", "签收", "--received-by", "李"}},
		{"delivered", []string{"step", "DD001", "invoice", "--invoice", "FP9"}},
	}
	for _, st := range steps {
		if d := h.object(st.args...); d["status"] != st.status || len(d["receivables"].([]any)) != 2 || amountOf(d["total"]) != 148500 {
			t.Errorf("%v: %v", st.args, d)
		}
	}
	d := h.object("show", "DD001")
	node := func(i int) map[string]any { return d["nodes"].([]any)[i].(map[string]any) }
	if d["customer"] != "恒基板材" || d["waybill"] != "DB1" || d["eta"] != "2026-11-25" || d["invoice_no"] != "FP9" ||
		node(2)["planned_on"] != "2026-12-05" || node(3)["note"] != "二线" || node(0)["done_on"] != "2026-11-21" {
		t.Errorf("%v", d)
	}
	if line := d["lines"].([]any)[0].(map[string]any); line["product"] != "YB-01" || line["quantity"] != 10.0 || line["unit"] != "张" ||
		amountOf(line["unit_price"]) != 12850 || amountOf(line["amount"]) != 128500 {
		t.Errorf("%v", line)
	}
	if d := h.object("step", "DD001", "invoice", "--undo"); d["invoiced_on"] != nil {
		t.Errorf("%v", d)
	}
	out := h.must("show", "DD001")
	golden(t, "order.zh.txt", out)
	golden(t, "order.en.txt", h.must("show", "DD001", "--lang", "en"))
	golden(t, "orders.zh.txt", h.must("list", "orders"))
	golden(t, "orders.en.txt", h.must("list", "orders", "--lang", "en"))
	if rows := h.list("list", "orders", "--filter", "状态=已交付", "--filter", "customer=恒基板材", "--sort", "-total",
		"--limit", "5"); len(rows) != 1 || len(rows[0]["lines"].([]any)) != 2 {
		t.Errorf("%v", rows)
	}
	if rows := h.list("list", "orders", "--search", "DB1"); len(rows) != 1 {
		t.Errorf("%v", rows)
	}
	if rows := h.list("list", "products", "--filter", "list_price>=100", "--sort", "code"); len(rows) != 1 || rows[0]["code"] != "YB-01" ||
		amountOf(rows[0]["floor_price"]) != 11000 {
		t.Errorf("%v", rows)
	}
}

func TestOrdersThatTheShellRefuses(t *testing.T) {
	h := trading(t)
	h.must("order", "恒基板材", "--line", "YB-01 1 50", "--no", "DD002")
	for _, tt := range []struct {
		code  int
		words string
		args  []string
	}{
		{failed, "没有找到客户「无此人」", []string{"order", "无此人", "--line", "板 1 2"}},
		{failed, "没有找到客户、订单或项目「DD009」", []string{"show", "DD009"}},
		{failed, "没有订单「DD009」", []string{"step", "DD009", "确认"}},
		{failed, "「DD001」已经有了", []string{"order", "恒基板材", "--line", "板 1 2", "--no", "DD001"}},
		{failed, "--approved-by", []string{"step", "DD002", "确认"}},
		{failed, "还没到", []string{"step", "DD001", "确认", "--on", "2026-12-01"}},
		{failed, "早于 2026-11-20", []string{"step", "DD001", "确认", "--on", "2026-11-01"}},
		{failed, "「报价」的订单不能这样做", []string{"step", "DD001", "发货"}},
		{failed, "付款条件", []string{"order", "恒基板材", "--line", "板 1 2", "--terms", "随缘"}},
		{failed, "第1行 优惠金额", []string{"order", "恒基板材", "--line", "板 1 2 -3"}},
		{failed, "超出范围", []string{"order", "恒基板材", "--line", "板 999999999 90000000000000"}},
		{usage, "可选 confirm 订单确认", []string{"step", "DD001", "跳舞"}},
		{usage, "--line", []string{"order", "恒基板材", "--line", "板"}},
		{usage, "--line", []string{"order", "恒基板材", "--line", "板 1.2345 2"}},
		{usage, "--promised", []string{"order", "恒基板材", "--line", "板 1 2", "--promised", "2026-02-30"}},
		{usage, "--on", []string{"step", "DD001", "确认", "--on", "2月30日"}},
		{usage, "--approved-by", []string{"step", "DD001", "发货", "--approved-by", "王"}},
		{usage, "没有字段", []string{"list", "orders", "--filter", "shoe=42"}},
		{usage, "没有字段", []string{"list", "products", "--sort", "shoe"}},
		{usage, "还少一样", []string{"export", "confirmation"}},
		{usage, "-o", []string{"export", "delivery", "DD001"}},
		{failed, "html", []string{"export", "delivery", "DD001", "-o", filepath.Join(h.dir, "x.pdf")}},
	} {
		h.fails(tt.code, tt.words, tt.args...)
	}
	if rows := h.list("list", "orders"); len(rows) != 2 {
		t.Errorf("%d orders", len(rows))
	}
	h.must("step", "DD002", "审价", "--approved-by", "王总", "--reason", "老客户")
	if d := h.object("step", "DD002", "确认"); d["status"] != "confirmed" || d["approved_by"] != "王总" {
		t.Errorf("%v", d)
	}
}

func TestDocumentsOfAnOrderAndTheReportOnDeliveries(t *testing.T) {
	h := trading(t)
	h.must("step", "DD001", "确认")
	for _, lang := range []string{"zh", "en"} {
		for kind, words := range map[string][]string{
			"confirmation": {"佛山某某木业", "恒基板材", "0757-83330001", "DD001", "HT-7", "YB-01", "柜门板", "1,485.00", "人民币壹仟肆佰捌拾伍元整",
				"445.50", "2026-11-24", map[string]string{"zh": "订单确认书", "en": "Order confirmation"}[lang]},
			"delivery": {"佛山某某木业", "DD001", "运费", map[string]string{"zh": "收货人签章", "en": "Received, signature"}[lang]},
		} {
			path := filepath.Join(h.dir, kind+"."+lang+".html")
			h.must("export", kind, "DD001", "-o", path, "--lang", lang)
			data, err := os.ReadFile(path)
			for _, word := range words {
				if err != nil || !strings.Contains(string(data), word) {
					t.Errorf("%s %s: no %s, %v", kind, lang, word, err)
				}
			}
			h.fails(failed, map[string]string{"zh": "已经存在", "en": "is there already"}[lang], "export", kind, "DD001", "-o", path, "--lang", lang)
			book := filepath.Join(h.dir, kind+"."+lang+".xlsx")
			h.must("export", kind, "DD001", "-o", book, "--lang", lang)
			f, err := excelize.OpenFile(book)
			if err != nil {
				t.Fatal(err)
			}
			rows, _ := f.GetRows(f.GetSheetList()[0])
			all := ""
			for _, row := range rows {
				all += strings.Join(row, "|") + "\n"
			}
			if !strings.Contains(all, "|1485") || !strings.Contains(all, "人民币壹仟肆佰捌拾伍元整") {
				t.Errorf("%s %s:\n%s", kind, lang, all)
			}
			_ = f.Close()
		}
	}
	if out := h.must("report", "delivery"); !strings.Contains(out, "没有签收的订单") {
		t.Error(out)
	}
	h.fails(failed, "发货前应收 1485.00 CNY 还没收到。仍要发货请写明理由,用 --reason 写", "step", "DD001", "发货")
	h.must("step", "DD001", "发货", "--reason", "老客户")
	h.must("step", "DD001", "签收")
	h.must("order", "恒基板材", "--line", "板 1 2", "--no", "DD002", "--on", "11-01", "--promised", "11-10", "--confirm")
	h.must("step", "DD002", "发货", "--on", "11-12")
	h.must("step", "DD002", "签收", "--on", "11-14")
	d := h.object("report", "delivery", "--from", "11-1", "--to", "11-30")
	got := map[string]any{}
	for _, f := range d["figures"].([]any) {
		f := f.(map[string]any)
		got[f["code"].(string)] = f["value"]
	}
	if got["delivered"] != 2.0 || got["on_time"] != 1.0 || got["rate_on_time"] != 50.0 || got["days_late"] != 4.0 {
		t.Errorf("%v", got)
	}
	rows := d["by_customer"].([]any)
	if of, _ := rows[0].(map[string]any); len(rows) != 1 || of["customer"] != "恒基板材" || of["customer_id"] != 1.0 ||
		of["rate_on_time"] != 50.0 {
		t.Errorf("%v", rows)
	}
	path := filepath.Join(h.dir, "准时.csv")
	h.must("report", "delivery", "-o", path)
	if data, err := os.ReadFile(path); err != nil || !strings.Contains(string(data), "准时率,50.0%,") {
		t.Errorf("%s %v", data, err)
	}
	h.fails(failed, "写不成「.pdf」", "report", "delivery", "-o", filepath.Join(h.dir, "x.pdf"))
}

func TestOrderFilesForScripts(t *testing.T) {
	h := trading(t)
	file := h.file("订单.csv", "订单号,客户名称,下单日期,品名,数量,单价,状态\nA1,顺达家具,2026-11-01,板,10㎡,¥3.50,已交付\n,,,条,2,1,\nA2,顺达家具,2026-11-01,板,-1,2,\n"+
		"DD001,恒基板材,2026-11-20,板,1,1,\n")
	dry := h.object("import", file, "--dry-run", "--keep-good")
	if dry["document"] != "orders" || dry["new_orders"] != 1.0 || dry["refused"] != 1.0 || dry["unchanged"] != 1.0 || dry["new"] != 1.0 {
		t.Fatalf("%v", dry)
	}
	if r := h.run("import", file); r.code != failed || !strings.Contains(r.out, "没有写入") || !strings.Contains(r.out, "看不懂数量「-1」") {
		t.Errorf("%+v", r)
	}
	if out := h.must("import", file, "--keep-good"); !strings.Contains(out, "新增订单 1 张、更新 0 张、新建客户 1 位") ||
		!strings.Contains(out, "推断 确认日期, 签收日期") {
		t.Error(out)
	}
	if d := h.object("show", "A1"); d["status"] != "delivered" || amountOf(d["total"]) != 3700 || amountOf(d["outstanding"]) != 3700 {
		t.Errorf("%v", d)
	}
	for _, ext := range []string{"xlsx", "csv", "json"} {
		for _, kind := range []string{"orders", "products"} {
			path := filepath.Join(h.dir, kind+"."+ext)
			if d := h.object("export", kind, "-o", path); d["records"] != 2.0 || d["kind"] != kind {
				t.Errorf("%v", d)
			}
			again := h.object("import", path, "--on-duplicate", "update", "--as", kind)
			if again["new"] != 0.0 || again["updated"] != 0.0 || again["refused"] != 0.0 || again["batch"] != nil {
				t.Errorf("%s %s: %v", kind, ext, again)
			}
		}
	}
	h.fails(failed, "没有找到订单表的表头", "import", h.file("x.csv", "甲,乙\n1,2\n"), "--as", "orders")
	h.must("undo")
	if rows := h.list("list", "orders"); len(rows) != 1 || len(h.list("list", "customers")) != 1 {
		t.Errorf("%v", rows)
	}
}

// Quotes are counted apart, and the days late are those of the goods: the next
// node has its own.
func TestWhatOrdersComeToAndHowLateTheGoodsAre(t *testing.T) {
	h := newHome(t)
	h.must("add", "华兴 13800000001")
	h.must("order", "华兴", "--line", "板 1 8000", "--no", "D1", "--on", "06-01", "--promised", "06-20", "--confirm")
	h.must("order", "华兴", "--line", "板 1 5000", "--no", "D2", "--on", "11-01", "--promised", "12-20")
	h.must("step", "D1", "ship", "--on", "06-15")
	h.must("step", "D1", "receive", "--on", "06-18")
	h.must("pay", "华兴", "3000", "--for", "D1")
	h.must("write-off", "D1", "500", "--reason", "抹零")
	out := h.must("list", "orders")
	for _, want := range []string{"成交 8,000.00,已收 3,000.00,坏账 500.00,未收 4,500.00,另有报价和预留 5,000.00", "8,000.00"} {
		if !strings.Contains(out, want) {
			t.Errorf("no %s in\n%s", want, out)
		}
	}
	if strings.Contains(out, "8000.00") {
		t.Errorf("amounts in two forms:\n%s", out)
	}
	rows := h.list("list", "orders", "--filter", "order_no=D1")
	if rows[0]["days_late"] != 0.0 || rows[0]["next_late"] == 0.0 || amountOf(rows[0]["written_off"]) != 50000 ||
		rows[0]["project_id"] != nil {
		t.Errorf("%v", rows[0])
	}
	h.must("step", "D1", "receive", "--on", "06-23")
	for _, day := range []string{"2026-11-24", "2027-11-24"} {
		if rows := h.list("list", "orders", "--filter", "days_late>0", "--as-of", day); len(rows) != 1 || rows[0]["days_late"] != 3.0 {
			t.Errorf("%s: %v", day, rows)
		}
	}
}
