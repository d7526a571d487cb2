package cli_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

func TestWhatIsOwedIsRecordedChasedAndGivenBack(t *testing.T) {
	h := newHome(t) // 2026-11-24
	h.must("add", "恒基板材 13800138001 @A")
	if out := h.must("owe", "恒基板材", "4.2万", "--invoice", "FP0031", "--due", "11-10", "--on", "10-10"); !strings.Contains(out,
		"#1 FP0031 货款 42,000.00 2026-11-10 周二到期") {
		t.Error(out)
	}
	rows := h.list("owe", "恒基板材", "10000", "--order", "S1", "--terms", "30%定金+60%发货前+10%验收后30天")
	if len(rows) != 3 || rows[0]["kind"] != "deposit" || amountOf(rows[2]["amount"]) != 100000 || rows[2]["due_on"] != nil ||
		rows[1]["instalment"] != 2.0 {
		t.Fatalf("%v", rows)
	}
	h.must("undo")
	if out := h.must("owe", "恒基板材", "10000", "--order", "S1", "--terms", "30%定金+60%发货前+10%验收后30天"); strings.Count(out, "\n") != 4 ||
		!strings.Contains(out, "尾款 3/3 1,000.00 期限未定:验收后30天") {
		t.Error(out)
	}
	if out := h.must("owe", "恒基板材", "$500", "--invoice", "INV-9", "--terms", "net 30"); !strings.Contains(out, "USD 500.00 2026-12-24") {
		t.Error(out)
	}
	h.fails(2, "--terms 写得不对", "owe", "恒基板材", "5", "--terms", "随便")
	h.fails(2, "分期的到期日由付款条件定", "owe", "恒基板材", "5", "--terms", "30%定金+70%发货前", "--due", "12-20")
	h.fails(1, "看不懂金额", "owe", "恒基板材", "很多")
	h.fails(1, "应收金额:请填大于 0 的金额", "owe", "恒基板材", "0")
	h.fails(2, "不是币种代码", "owe", "恒基板材", "5", "--currency", "XYZ")
	h.fails(1, "没有找到客户", "owe", "没有的", "5")

	if out := h.must("chase", "fp0031", "--method", "电话", "--promise", "周五", "--note",
		"王经理答应"); !strings.Contains(out, "已记催收:恒基板材 FP0031(电话)") || !strings.Contains(out, "承诺 2026-11-27 周五 付 42,000.00") {
		t.Error(out)
	}
	step := h.object("chase", "#1", "--method", "letter", "--promise", "2026-12-01", "--promise-amount", "2万")
	if s := step["step"].(map[string]any); amountOf(s["promise_amount"]) != 2000000 || s["method"] != "letter" ||
		step["receivable"].(map[string]any)["promise_on"] != "2026-12-01" {
		t.Errorf("%v", step)
	}
	h.fails(2, "USD 与 CNY 币种不同", "chase", "FP0031", "--promise", "2026-12-01", "--promise-amount", "$1000")
	h.fails(2, "--promise-amount 写得不对", "chase", "FP0031", "--promise", "2026-12-01", "--promise-amount", "0")
	h.fails(1, "不止一笔,请用编号指定", "chase", "S1")
	h.fails(1, "没有找到应收款「FP9」", "chase", "FP9")
	h.fails(2, "--promise-amount 写得不对", "chase", "FP0031", "--promise", "2026-12-01", "--promise-amount", "x")
	h.fails(1, "承诺付款金额:", "chase", "FP0031", "--promise", "2026-12-01", "--promise-amount", "50000")

	if out := h.must("credit", "FP0031", "2000", "--reason", "退货"); !strings.Contains(out, "FP0031 已冲减 2,000.00,还欠 40,000.00") {
		t.Error(out)
	}
	h.fails(1, "原因:不能为空", "credit", "FP0031", "2000")
	h.fails(1, "超过未结的", "credit", "FP0031", "5万", "--reason", "退货")
	if out := h.must("dispute", "FP0031", "数量", "不符"); !strings.Contains(out, "FP0031 已标为争议:数量 不符") {
		t.Error(out)
	}
	h.fails(2, "--over", "dispute", "FP0031")
	h.must("dispute", "FP0031", "--over")
	if v := h.object("write-off", "FP0031", "10000", "--reason", "客户倒闭"); amountOf(v["written_off"]) != 1000000 ||
		amountOf(v["balance"]) != 3000000 {
		t.Errorf("%v", v)
	}
	h.fails(1, "坏账原因:不能为空", "write-off", "FP0031")

	h.must("pay", "恒基板材", "36000", "--for", "FP0031")
	if out := h.must("refund", "恒基板材", "1000", "--reason", "多付", "--method",
		"转账"); !strings.Contains(out, "已退还 恒基板材 预收款 1,000.00(2026-11-24)") || !strings.Contains(out, "还有预收款 5,000.00") {
		t.Error(out)
	}
	h.fails(1, "FP0031 已付清", "chase", "FP0031")
	if list := h.list("refund", "恒基板材", "500", "--reason", "多付"); len(list) != 1 || amountOf(list[0]["amount"]) != 50000 {
		t.Errorf("%v", list)
	}
	h.fails(1, "超过可退的预收款 4500.00", "refund", "恒基板材", "4501", "--reason", "多付")
	h.fails(1, "原因:不能为空", "refund", "恒基板材", "1")
	if out := h.must("report", "statement", "恒基板材"); !strings.Contains(out, "退款") {
		t.Error(out)
	}
}

func TestTheCardShowsTheMoney(t *testing.T) {
	h := newHome(t)
	h.must("add", "恒基板材 13800138001")
	if out := h.must("show", "恒基板材"); strings.Contains(out, "未收") {
		t.Error("a card without money speaks of it:\n", out)
	}
	h.must("owe", "恒基板材", "4.2万", "--invoice", "FP0031", "--due", "2026-11-10", "--on", "10-10")
	h.must("owe", "恒基板材", "USD 70", "--invoice", "INV7")
	h.must("pay", "恒基板材", "2000", "--on", "11-20", "--for", "FP0031")
	out := h.must("show", "恒基板材")
	for _, want := range []string{"未收 40,000.00,逾期 40,000.00", "未收 USD 70.00,逾期 USD 0.00", "没有信用额度", "建议信誉",
		"未收 2 笔", "FP0031", "最近回款", "FP0031 2,000.00"} {
		if !strings.Contains(out, want) {
			t.Errorf("no %s in\n%s", want, out)
		}
	}
	money := h.object("show", "恒基板材")["money"].(map[string]any)
	if b := money["balances"].([]any); len(b) != 2 || amountOf(b[0].(map[string]any)["overdue"]) != 4000000 ||
		amountOf(b[1].(map[string]any)["open"]) != 7000 {
		t.Errorf("%v", money)
	}
	if len(money["receivables"].([]any)) != 2 || len(money["payments"].([]any)) != 1 ||
		money["payment_score_suggested"].(map[string]any)["value"] != 3.0 {
		t.Errorf("%v", money)
	}
	e := english(t)
	e.must("add", "Acme 13800138001")
	e.must("owe", "Acme", "42000", "--invoice", "INV1")
	if out := e.must("show", "Acme"); !strings.Contains(out, "open 42,000.00, overdue 0.00") || !strings.Contains(out, "no credit limit") {
		t.Error(out)
	}
}

func TestAListOfPaymentsIsImported(t *testing.T) {
	h := tracked(t)
	file := h.file("回款表.csv", "客户,付款日期,回款金额,方式,收据号,核销发票号\n客户B,2026-01-12,500,转账,S1,FP0002\n")
	v := h.object("import", file, "--dry-run")
	row := v["rows"].([]any)[0].(map[string]any)
	money := row["money"].(map[string]any)
	if v["document"] != "payments" || v["new_payments"] != 1.0 || row["record"] != "payment" ||
		money["allocations"].([]any)[0].(map[string]any)["receivable"] != "FP0002" {
		t.Errorf("%v", v)
	}
	if out := h.must("import", file); !strings.Contains(out, "回款 500.00,核销 FP0002 500.00") || !strings.Contains(out, "新增应收款 0 笔、回款 1 笔") {
		t.Error(out)
	}
	out := filepath.Join(h.dir, "应收.csv")
	h.must("export", "receivables", "-o", out)
	if said := h.must("import", out, "--dry-run"); !strings.Contains(said, "不变 5,拒绝 0") {
		t.Error(said)
	}
	fresh := newHome(t)
	if said := fresh.must("import", out); !strings.Contains(said, "新增应收款 5 笔、回款 3 笔") || !strings.Contains(said, "推断 付款日期") {
		t.Error(said)
	}
}

func TestAMistypedDatabaseIsNotMade(t *testing.T) {
	h := newHome(t)
	path := filepath.Join(h.dir, "没有.db")
	for _, args := range [][]string{{"list", "customers"}, {"show", "谁"}, {"today"}, {"report", "aging"}, {"export", "all"},
		{"changes"}, {"undo"}, {"pay", "谁", "5"}, {"settings"}, {"duplicates"}} {
		h.fails(1, "没有数据库文件 "+path, append(args, "--db", path)...)
	}
	h.env["GENJIN_DB"] = path
	h.fails(1, "没有数据库文件", "list", "customers")
	if _, err := os.Stat(path); !os.IsNotExist(err) {
		t.Error("a reading command has made the file:", err)
	}
	h.must("add", "王五 13800138000")
	h.must("list", "customers")
	delete(h.env, "GENJIN_DB")
	h.must("list", "customers") // the place in the home directory is made
	h.must("settings", "company_name", "恒远", "--db", filepath.Join(h.dir, "新.db"))
	h.must("version", "--db", path+"x")
}

// Every line of sums adds up on its face, and every figure is what its head says.
func TestSumsAddUpOnTheirFace(t *testing.T) {
	h := newHome(t)
	h.must("add", "华兴 13800000001")
	h.must("owe", "华兴", "1000", "--invoice", "F1", "--due", "2026-10-01")
	h.must("pay", "华兴", "900", "--for", "F1", "--on", "2026-10-21")
	h.must("credit", "F1", "60", "--reason", "少发")
	h.must("write-off", "F1", "30", "--reason", "抹零")
	if out := h.must("list", "receivables"); !strings.Contains(out, "应收 1,000.00,已收 900.00,冲减 60.00,坏账 30.00,未收 10.00,其中逾期 10.00") {
		t.Error(out)
	}
	rows := h.list("list", "receivables")
	if amountOf(rows[0]["amount"]) != amountOf(rows[0]["paid"])+amountOf(rows[0]["credited"])+amountOf(rows[0]["written_off"])+
		amountOf(rows[0]["balance"]) {
		t.Errorf("%v", rows[0])
	}
	h.must("pay", "华兴", "500", "--for", "F1", "--on", "2026-10-21") // 10 settle it, 490 are an advance
	h.must("refund", "华兴", "100", "--reason", "多付")
	if out := h.must("list", "payments"); !strings.Contains(out, "回款 1,400.00,已核销 910.00,退款 100.00,预收款 390.00") {
		t.Error(out)
	}
	// What is paid stops being late: its days are those up to the payment.
	for _, day := range []string{"2026-11-24", "2027-11-24"} {
		for _, filter := range []string{"days_late=54", "days_late>=54"} {
			rows := h.list("list", "receivables", "--as-of", day, "--filter", filter)
			if len(rows) != 1 || rows[0]["days_late"] != 54.0 || rows[0]["status"] != "paid" {
				t.Errorf("%s %s: %v", day, filter, rows)
			}
		}
	}
}

func TestACustomerIsOneConversationByCommand(t *testing.T) {
	h := newHome(t) // 2026-11-24
	h.must("add", "恒基板材 13800138001 @E")
	for _, owed := range [][]string{{"FP1", "11-01", "1000"}, {"FP2", "11-10", "2000"}, {"FP3", "11-20", "3000"}, {"FP4", "11-20", "$50"}} {
		h.must("owe", "恒基板材", owed[2], "--invoice", owed[0], "--due", owed[1], "--on", "10-10")
	}
	var row map[string]any
	rows := h.list("today")
	for _, r := range rows {
		if items, _ := r["items"].([]any); len(items) == 3 {
			row = r
		}
	}
	if row == nil || len(rows) != 2 || amountOf(row["amount"]) != 600000 || row["kind"] != "chase" {
		t.Fatalf("%v", rows)
	}
	first := row["items"].([]any)[0].(map[string]any)
	if first["invoice_no"] != "FP1" || amountOf(first["open"]) != 100000 || first["due_on"] != "2026-11-01" || first["days_late"] != 23.0 ||
		first["receivable"] != 1.0 {
		t.Errorf("%v", first)
	}
	h.fails(2, "请用 --currency 选一种: CNY, USD", "chase", "恒基板材")
	h.fails(2, "只在写客户时用", "chase", "FP1", "--for", "FP2")
	h.fails(1, "FP9", "chase", "恒基板材", "--for", "FP9")
	steps := h.list("chase", "恒基板材", "--currency", "cny", "--promise", "12-01", "--promise-amount", "2500", "--note", "先付一部分")
	var promised []float64
	for _, s := range steps {
		promised = append(promised, amountOf(s["step"].(map[string]any)["promise_amount"]))
	}
	if len(promised) != 3 || promised[0] != 100000 || promised[1] != 150000 || promised[2] != 0 {
		t.Errorf("%v", promised)
	}
	if entries := h.list("list", "journal"); len(entries) != 1 {
		t.Errorf("%d entries", len(entries))
	}
	if rows := h.list("today"); len(rows) != 1 || amountOf(rows[0]["amount"]) != 5000 {
		t.Errorf("%v", rows)
	}
	h.must("undo")
	if rows := h.list("today"); len(rows) != 2 {
		t.Errorf("%v", rows)
	}
	if out := h.must("chase", "恒基板材", "--for", "FP3", "--for", "FP1", "--method", "微信"); strings.Count(out, "已记催收") != 2 {
		t.Error(out)
	}
}
