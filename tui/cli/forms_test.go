package cli_test

import (
	"strings"
	"testing"
)

// Every kind of record is made and changed by field=value, undone as an act,
// and in the log.
func TestRecordsOfEveryKindAreMadeAndChanged(t *testing.T) {
	h := newHome(t)
	h.must("new", "customers", "name=华兴电子", "kind=company", "phones=021-555", "currency=USD")
	h.must("new", "products", "code=YB-01", "name=样板", "list_price=CNY 80")
	for _, c := range []struct {
		kind, made, edit, want string
		list                   []string
	}{
		{"contacts", "name=王经理 客户=华兴电子 role=finance", "contacts #1 角色=决策人", "决策人", []string{"list", "contacts"}},
		{"orders", "customer=华兴电子 order_no=DD1 line=样板", "DD1 promised_on=12-30", "2026-12-30", []string{"show", "DD1"}},
		{"receivables", "customer=华兴电子 amount=300 due_on=12-20 invoice_no=FP1", "receivables #1 due_on=12-25", "2026-12-25",
			[]string{"list", "receivables"}},
		{"payments", "customer=华兴电子 amount=100 received_on=11-20", "payments #1 remark=对公", "对公",
			[]string{"list", "payments", "--columns", "remark"}},
		{"journal", "customer=华兴电子 situation=来电问交期", "journal #1 solution=周五答复", "周五答复", []string{"list", "journal", "--json"}},
		{"oem", "customer=华兴电子 name=手持终端 form=pcba", "手持终端 lead=张工", "张工", []string{"show", "手持终端"}},
		{"market", "customer=华兴电子 subject=竞品降价 competitor=明达 price=US$20", "market #1 source=展会", "展会",
			[]string{"list", "market"}},
		{"purchase", "customer=华兴电子 plan=扩产线", "purchase #1 budget=十万", "十万", []string{"changes"}},
	} {
		args := append([]string{"new", c.kind}, strings.Fields(c.made)...)
		if c.kind == "orders" {
			args[len(args)-1] = "line=样板 10 85.50"
		}
		h.must(args...)
		h.must(append([]string{"edit"}, strings.Fields(c.edit)...)...)
		if out := h.must(c.list...); !strings.Contains(out, c.want) {
			t.Errorf("%s: %s isn't in\n%s", c.kind, c.want, out)
		}
		if out := h.must("show", c.kind, "1"); !strings.Contains(out, c.want) {
			t.Errorf("%s: %s isn't shown in\n%s", c.kind, c.want, out)
		}
		if v := h.object("show", c.kind, "#1"); v["id"] != 1.0 {
			t.Errorf("%s: %v", c.kind, v)
		}
		h.must("undo")
		if out := h.must(c.list...); c.kind != "purchase" && strings.Contains(out, c.want) {
			t.Errorf("%s: after undo %s is still in\n%s", c.kind, c.want, out)
		}
	}
	h.must("new", "market", "subject=无主的消息")
	if out := h.must("show", "market", "#2"); !strings.Contains(out, "无主的消息") || strings.Contains(out, "客户") {
		t.Errorf("a note of nobody is shown as\n%s", out)
	}
	if got := h.object("edit", "华兴电子", "expected_amount=500"); got["expected_amount"].(map[string]any)["currency"] != "USD" {
		t.Errorf("an amount without a currency is not the customer's: %v", got["expected_amount"])
	}
	if got := h.list("list", "receivables")[0]["amount"].(map[string]any)["currency"]; got != "USD" {
		t.Errorf("a receivable without a currency is in %v", got)
	}
}

func TestWhatAFormRefusesACommandRefuses(t *testing.T) {
	h := newHome(t)
	h.must("new", "customers", "name=董先生", "phones=15935946108", "need=clear", "expected_on=2026-12-10")
	for _, c := range []struct {
		code int
		want string
		args []string
	}{
		{2, "可选", []string{"new", "nothing", "a=b"}},
		{2, "写成 字段=内容", []string{"new", "customers", "董先生"}},
		{2, "没有字段「fax」", []string{"new", "customers", "name=甲", "fax=1"}},
		{2, "没有字段「last_on」", []string{"edit", "董先生", "last_on=11-20"}},
		{1, "客户名称", []string{"new", "customers", "name="}},
		{1, "已有客户 #1", []string{"new", "customers", "name=董总", "phones=159 3594 6108"}},
		{1, "客户", []string{"new", "contacts", "name=无主"}},
		{1, "没有找到", []string{"new", "contacts", "name=王", "customer=没有这个人"}},
		{2, "明细", []string{"new", "orders", "customer=董先生", "order_no=A1"}},
		{2, "2026-02-30", []string{"edit", "董先生", "expected_on=2026-02-30"}},
		{1, "原因", []string{"edit", "董先生", "grade=D"}},
		{1, "没有找到", []string{"edit", "不在", "grade=D"}},
		{1, "没有找到", []string{"edit", "contacts", "#99", "name=甲"}},
		{2, "要写编号", []string{"edit", "receivables", "FP1", "due_on="}},
	} {
		h.fails(c.code, c.want, c.args...)
	}
	h.must("edit", "董先生", "grade=D", "--reason", "项目停了")
	if out := h.must("changes"); !strings.Contains(out, "项目停了") {
		t.Errorf("the reason isn't in the log:\n%s", out)
	}
}

// What is owed by terms of several parts is one receivable a part.
func TestANewReceivableIsOneAnInstalmentOfItsTerms(t *testing.T) {
	h := newHome(t)
	h.must("new", "customers", "name=华兴", "phones=13800000001")
	out := h.must("new", "receivables", "customer=华兴", "amount=50000", "sale_on=2026-10-01", "terms=预付20000,余款发货前")
	if !strings.Contains(out, "分 2 期:#1–#2") {
		t.Errorf("said %s", out)
	}
	if out := h.must("list", "receivables"); !strings.Contains(out, "20,000.00") || !strings.Contains(out, "30,000.00") {
		t.Errorf("listed\n%s", out)
	}
	h.fails(failed, "「70%」什么时候付", "new", "receivables", "customer=华兴", "amount=100", "terms=30%定金+70%")
	h.fails(failed, "是「月结30天」吗", "new", "receivables", "customer=华兴", "amount=100", "terms=月结30天再说")
	h.must("undo")
	if out := h.must("list", "receivables"); strings.Contains(out, "20,000.00") {
		t.Errorf("undone in part\n%s", out)
	}
}

// An edit as of an earlier day leaves what came later as it is.
func TestAnEditAsOfAnEarlierDayKeepsWhatCameLater(t *testing.T) {
	h := newHome(t)
	h.must("new", "customers", "name=华兴", "phones=13800000001")
	h.must("new", "receivables", "customer=华兴", "amount=300", "sale_on=2026-10-01", "invoice_no=FP1", "invoiced_on=2026-11-20")
	h.must("edit", "receivables", "#1", "remark=对账", "--as-of", "2026-11-01")
	if v := h.object("show", "receivables", "1"); v["invoice_no"] != "FP1" || v["invoiced_on"] != "2026-11-20" || v["remark"] != "对账" {
		t.Errorf("%v %v %v", v["invoice_no"], v["invoiced_on"], v["remark"])
	}
	h.fails(failed, "", "show", "products", "99")
	h.fails(2, "编号", "show", "products", "x")
}
