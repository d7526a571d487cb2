package receivables_test

import (
	"context"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"genjin/model"
	"genjin/model/label"
	"genjin/tui/kit/kittest"
	"genjin/tui/tuitest"
)

// debt finds a receivable by its name.
func debt(t *testing.T, d *tuitest.Desk, name string) model.ReceivableOf {
	t.Helper()
	ctx := context.Background()
	ids, err := d.Store.ReceivableIDs(ctx, model.ReceivableQuery{Sort: "id"})
	if err != nil {
		t.Fatal(err)
	}
	list, err := d.Store.ReceivablesByID(ctx, ids)
	if err != nil {
		t.Fatal(err)
	}
	i := slices.IndexFunc(list, func(r model.ReceivableOf) bool { return r.Name() == name })
	if i < 0 {
		t.Fatalf("there is no %s", name)
	}
	return list[i]
}

// choose runs an entry of the row's menu by a part of its name.
func choose(t *testing.T, d *tuitest.Desk, name string) {
	t.Helper()
	d.Press("enter")
	for range 30 {
		for line := range strings.SplitSeq(d.Screen(), "\n") {
			if _, entry, ok := strings.Cut(line, "│ > "); ok && strings.Contains(strings.SplitN(entry, "│", 2)[0], name) {
				d.Press("enter")
				return
			}
		}
		d.Press("down")
	}
	t.Fatalf("no %q in the menu:\n%s", name, d.Screen())
}

func clearField(d *tuitest.Desk, n int) { d.Press(slices.Repeat([]string{"backspace"}, n)...) }

func TestAPaymentIsSuggestedOldestFirstAndItsSharesCanBeChanged(t *testing.T) {
	d := open(t, label.ZH, 120, 40, "down", "down", "down") // FP0031
	d.Press("p")
	d.Sees("收款  佛山恒基板材有限公司", "核销 30,000.00")
	clearField(d, 12)
	d.Write("4.5万")
	d.Sees("FP0031      30,000.00", "D31         9,000.00", "D31         6,000.00", "核销 45,000.00")
	d.Press("down", "down", "down", "down", "down", "down", "down", "down", "down") // the first share
	clearField(d, 12)
	d.Write("100000")
	d.Sees("超过未结的")
	clearField(d, 12)
	d.Write("10000")
	d.Sees("核销 40,000.00   余下转预收款 5,000.00")
	d.Press("ctrl+s")
	d.Sees("已收 佛山恒基板材有限公司 45,000.00")
	if r := debt(t, d, "FP0031"); r.Now.Balance != 2_000_000 {
		t.Errorf("FP0031 has %d open", r.Now.Balance)
	}
	d.Press("u")
	if r := debt(t, d, "FP0031"); r.Now.Balance != 3_000_000 {
		t.Errorf("after undo FP0031 has %d open", r.Now.Balance)
	}
}

func TestMoreThanThePaymentCannotBeAllocated(t *testing.T) {
	d := open(t, label.ZH, 120, 40, "down", "down", "down", "p")
	clearField(d, 12)
	d.Write("5000")
	d.Press("down", "down", "down", "down", "down", "down", "down", "down", "down")
	clearField(d, 12)
	d.Write("6000")
	d.Sees("可核销的只剩 5,000.00")
	d.Press("ctrl+s")
	d.Sees("收款  佛山恒基板材有限公司", "可核销的只剩 5,000.00")
}

func TestAPaymentInAnotherCurrencySettlesThatCurrency(t *testing.T) {
	d := open(t, label.ZH, 120, 40, "down", "down", "p")
	d.Sees("INV-7", "核销 USD 12,345.00")
	clearField(d, 20)
	d.Write("CNY 100")
	d.Lacks("INV-7  ")
	d.Sees("余下转预收款 100.00")
	clearField(d, 8)
	d.Write("USD 100")
	d.Sees("INV-7", "核销 USD 100.00")
	d.Press("ctrl+s")
	if r := debt(t, d, "INV-7"); r.Now.Balance != 1_224_500 {
		t.Errorf("INV-7 has %d open", r.Now.Balance)
	}
}

func TestAChasingStepWithAPromise(t *testing.T) {
	d := open(t, label.ZH, 120, 40, "l")
	d.Sees("记录催款  杭州机械有限公司  停止发货")
	d.Write("财务说下周付")
	d.Press("tab")
	d.Write("3d")
	d.Press("ctrl+s")
	d.Sees("已记录对 杭州机械有限公司 的催款", "财务说下周付", "2026-11-26")
	d.Press("tab", "tab", "tab")
	d.Sees("未到期 1", "11-26")
	d.Press("u")
	d.Sees("未到期 0")
}

func TestTheTextOfTheStepIsCopiedInBothLanguages(t *testing.T) {
	d := open(t, label.ZH, 120, 40)
	for _, tc := range []struct{ key, text string }{{"y", "款项人民币 15,000.00 元已逾期100天"}, {"Y", "CNY 15,000.00 for invoice FP0027 is 100 days overdue"}} {
		if seen := kittest.Drain(d, kittest.Key(tc.key)); !strings.Contains(kittest.Clipboard(seen), tc.text) {
			t.Errorf("%s copied %q", tc.key, kittest.Clipboard(seen))
		}
	}
	d.Sees("话术已复制")
}

func TestWhatMayHappenToAReceivable(t *testing.T) {
	for _, tc := range []struct {
		name, act string
		fill      func(d *tuitest.Desk)
		changed   func(r model.ReceivableOf) bool
	}{
		{"dispute", "标为争议", func(d *tuitest.Desk) { d.Write("数量不对"); d.Press("ctrl+s") }, func(r model.ReceivableOf) bool { return r.Disputed && r.DisputeWhy == "数量不对" }},
		{"credit", "冲减", func(d *tuitest.Desk) { d.Write("500"); d.Press("tab", "tab"); d.Write("折让"); d.Press("ctrl+s") }, func(r model.ReceivableOf) bool { return r.Now.Balance == 1_450_000 }},
		{"write off", "核销坏账", func(d *tuitest.Desk) { d.Write("公司注销"); d.Press("ctrl+s") }, func(r model.ReceivableOf) bool { return r.WrittenOff == 1_500_000 && r.Now.Status == model.OwePaid }},
		{"edit", "修改应收款", func(d *tuitest.Desk) { clearField(d, 12); d.Write("16000"); d.Press("ctrl+s") }, func(r model.ReceivableOf) bool { return r.Amount == 1_600_000 }},
	} {
		t.Run(tc.name, func(t *testing.T) {
			d := open(t, label.ZH, 120, 40)
			before := debt(t, d, "FP0027")
			choose(t, d, tc.act)
			tc.fill(d)
			if r := debt(t, d, "FP0027"); !tc.changed(r) {
				t.Errorf("nothing changed: %+v\n%s", r, d.Screen())
			}
			d.Press("u")
			if r := debt(t, d, "FP0027"); r.Now.Balance != before.Now.Balance || r.Disputed || r.Amount != before.Amount {
				t.Errorf("undo left %+v", r)
			}
		})
	}
}

func TestAReasonIsAskedFor(t *testing.T) {
	for _, act := range []string{"标为争议", "核销坏账", "冲减"} {
		d := open(t, label.ZH, 120, 40)
		choose(t, d, act)
		if act == "冲减" {
			d.Write("5")
		}
		d.Press("ctrl+s")
		d.Sees("不能为空")
	}
}

func TestADisputeEndsAndAWriteOffIsTakenBack(t *testing.T) {
	d := open(t, label.ZH, 120, 40, "down")
	choose(t, d, "结束争议")
	if debt(t, d, "FP0029").Disputed {
		t.Error("FP0029 is still disputed")
	}
	d.Press("u")
	choose(t, d, "核销坏账")
	d.Write("收不回来")
	d.Press("ctrl+s", "shift+tab")
	d.Lacks("没有符合")
	for !strings.Contains(line(d.Screen(), ">"), "FP0029") {
		d.Press("down")
	}
	choose(t, d, "转回坏账")
	if r := debt(t, d, "FP0029"); r.WrittenOff != 0 || r.Now.Balance != 800_000 {
		t.Errorf("%+v", r)
	}
}

// line is the first line that begins so.
func line(screen, begin string) string {
	for l := range strings.SplitSeq(screen, "\n") {
		if strings.HasPrefix(l, begin) {
			return l
		}
	}
	return ""
}

func TestACreditAndAStepAreTakenBack(t *testing.T) {
	d := open(t, label.ZH, 120, 40)
	choose(t, d, "冲减")
	d.Write("500")
	d.Press("tab", "tab")
	d.Write("折让")
	d.Press("ctrl+s")
	choose(t, d, "撤回冲减")
	d.Sees("折让")
	d.Press("enter")
	if r := debt(t, d, "FP0027"); r.Now.Balance != 1_500_000 {
		t.Errorf("%d open", r.Now.Balance)
	}
	d.Press("down", "down", "down")
	choose(t, d, "删除催收记录")
	d.Press("enter")
	d.Sees("已删除催收记录", "还没有催过")
}

func TestTermsMakeInstalmentsThatAreShownBefore(t *testing.T) {
	d := open(t, label.ZH, 120, 40, "n")
	d.Write("zm")
	d.Press("enter")
	d.Sees("新增应收款  周敏")
	d.Write("10000")
	d.Press("down", "down", "down", "down", "down", "down")
	d.Write("30%定金+60%发货前+10%验收后30天")
	d.Sees("分 3 期", "1  30% 定金 3,000.00", "2026-11-23", "3  10%")
	d.Press("ctrl+s")
	d.Sees("已新增 周敏 的应收款 3 笔")
	d.Press("u")
	d.Sees("已撤销")
	d.Press("n")
	d.Write("周敏")
	d.Press("enter")
	d.Write("800")
	d.Press("down", "down", "down", "down", "down", "down")
	d.Write("月结30天哦")
	d.Sees("看不懂")
	clearField(d, 1)
	d.Press("ctrl+s")
	d.Sees("已新增 周敏 的应收款 1 笔")
}

func TestInstalmentsHaveTheirOwnDueDates(t *testing.T) {
	d := open(t, label.ZH, 120, 40, "n")
	d.Write("zm")
	d.Press("enter")
	d.Write("10000")
	d.Press("down", "down", "down", "down", "down", "down")
	d.Write("30%定金+70%发货前")
	d.Press("tab")
	d.Write("2027-01-05")
	d.Press("ctrl+s")
	d.Sees("分期的到期日由付款条件定")
}

func TestAReceivableIsRemovedAndBackAgain(t *testing.T) {
	d := open(t, label.ZH, 120, 40, "delete")
	d.Sees("已删除 FP0027")
	d.Lacks("> 杭州机械有限公司   FP0027")
	d.Press("ctrl+z")
	debt(t, d, "FP0027")
}

func TestWhatMayHappenToAPayment(t *testing.T) {
	ctx := context.Background()
	d := open(t, label.ZH, 120, 40, "shift+tab", "shift+tab")
	d.Press("space")
	d.Sees("已审核")
	d.Press("u", "down", "down") // the 12,000 on FP0031
	choose(t, d, "取消核销")
	d.Sees("FP0031  12,000.00")
	d.Press("enter")
	if r := debt(t, d, "FP0031"); r.Now.Balance != 4_200_000 {
		t.Errorf("FP0031 has %d open", r.Now.Balance)
	}
	choose(t, d, "用预收款核销")
	d.Sees("用预收款核销  佛山恒基板材有限公司  12,000.00", "核销 12,000.00")
	clearField(d, 12)
	d.Write("2000")
	d.Press("ctrl+s")
	if p, err := d.Store.Payment(ctx, 2); err != nil || p.Advance() != 0 || len(p.Shares) != 3 {
		t.Errorf("%+v %v", p, err)
	}
	choose(t, d, "退回")
	d.Write("退票")
	d.Press("ctrl+s")
	d.Sees("已退回")
	if p, _ := d.Store.Payment(ctx, 2); p.ReversedOn != "2026-11-23" || p.Allocated != 0 {
		t.Errorf("%+v", p)
	}
	d.Press("u", "u", "u")
	if r := debt(t, d, "FP0031"); r.Now.Balance != 3_000_000 {
		t.Errorf("after undo FP0031 has %d open", r.Now.Balance)
	}
	d.Press("f2")
	clearField(d, 12)
	d.Write("13000")
	d.Press("ctrl+s")
	d.Sees("已保存回款", "1,000.00")
	d.Press("delete")
	d.Sees("已删除回款")
	d.Press("u")
}

func TestTheListsAreNarrowedDown(t *testing.T) {
	for _, tc := range []struct {
		name string
		keys []string
		text string
		sees []string
		not  string
	}{
		{"status", []string{"f", "right"}, "", []string{"逾期未付款  / ", "CNY 3 笔", "USD 1 笔"}, "  D31"},
		{"bucket", []string{"f", "tab", "right", "right", "right", "right", "right"}, "", []string{"90天以上", "FP0027", "CNY 1 笔"}, "FP0031"},
		{"disputed", []string{"f", "tab", "tab", "tab", "right"}, "", []string{"FP0029", "CNY 1 笔"}, "FP0031"},
		{"currency", []string{"f", "tab", "tab", "tab", "tab", "right", "right"}, "", []string{"USD 1 笔"}, "FP0031"},
		{"customer", []string{"f", "tab", "tab", "tab", "tab", "tab"}, "hzjx", []string{"杭州机械有限公司  / ", "CNY 2 笔"}, "FP0031"},
	} {
		t.Run(tc.name, func(t *testing.T) {
			d := open(t, label.ZH, 120, 40, tc.keys...)
			if tc.text != "" {
				d.Write(tc.text)
			}
			d.Press("ctrl+s")
			d.Sees(tc.sees...)
			d.Lacks(tc.not)
			d.Press("esc")
			d.Sees("CNY 6 笔")
		})
	}
	d := open(t, label.ZH, 120, 40, "f", "tab", "tab", "tab", "tab", "tab")
	d.Write("没有这个人")
	d.Press("ctrl+s")
	d.Sees("筛选应收款")
	d.Press("esc", "/")
	d.Write("fp002")
	d.Sees("CNY 2 笔", "FP0027")
	d.Press("enter", "esc")
	d.Sees("CNY 6 笔")
}

func TestEnterLeadsFromTheSumsToTheirRows(t *testing.T) {
	d := open(t, label.ZH, 120, 40, "tab", "down", "down", "enter")
	d.Sees("31-60天, CNY", "FP0029", "CNY 1 笔")
	d.Press("esc", "tab", "tab")
	d.Sees("共 3 位客户")
	d.Press("down", "enter", "enter")
	d.Sees("[全部]", "杭州机械有限公司  / ", "CNY 2 笔")
}

func TestTheOrderIsChosenAndTurnedRound(t *testing.T) {
	d := open(t, label.ZH, 120, 40, "o", "3")
	if got := line(d.Screen(), ">"); !strings.Contains(got, "3,000.00") {
		t.Errorf("least first: %s", got)
	}
	d.Press("o", "3", "home")
	if got := line(d.Screen(), ">"); !strings.Contains(got, "30,000.00") {
		t.Errorf("largest first: %s", got)
	}
}

func TestAStatementIsShownExportedAndAgreedOn(t *testing.T) {
	d := open(t, label.ZH, 120, 40, "down", "down", "down", "f7")
	d.Sees("对账单  佛山恒基板材有限公司  2026-11-01 - 2026-11-23", "期初余额", "42,000.00", "回款", "期末余额", "收款账户", "客户签章")
	d.Press("left")
	d.Sees("2026-10-01 - 2026-10-31", "FP0031")
	d.Press("right", "f")
	clearField(d, 10)
	d.Write("2026-1-1")
	d.Press("ctrl+s")
	d.Sees("2026-01-01 - 2026-11-30", "FP0012")
	for _, ext := range []string{"xlsx", "html"} {
		path := filepath.Join(t.TempDir(), "statement."+ext)
		d.Press("x")
		clearField(d, 80)
		d.Write(path)
		d.Press("enter")
		d.Sees("对账单已导出")
		if _, err := os.Stat(path); err != nil {
			t.Error(err)
		}
	}
	d.Press("enter")
	d.Sees("对账记录  佛山恒基板材有限公司")
	d.Press("tab", "tab", "tab", "tab", "tab")
	d.Write("-50")
	d.Press("ctrl+s")
	d.Sees("不能为空")
	d.Write("对方少记一笔运费")
	d.Press("ctrl+s")
	d.Sees("有差额 -50.00  对方少记一笔运费")
	list, err := d.Store.Reconciliations(context.Background(), 1)
	if err != nil || len(list) != 1 || list[0].Difference != -5000 || list[0].SentOn != "2026-11-23" {
		t.Errorf("%+v %v", list, err)
	}
}

func TestTheListIsExportedAsShown(t *testing.T) {
	d := open(t, label.ZH, 120, 40, "/")
	d.Write("FP002")
	d.Press("enter", "x")
	d.Sees("导出列表(2 笔应收款)")
	path := filepath.Join(t.TempDir(), "list.csv")
	clearField(d, 80)
	d.Write(path)
	d.Press("enter")
	d.Sees("已导出 2 笔")
	if b, err := os.ReadFile(path); err != nil || !strings.Contains(string(b), "FP0029") || strings.Contains(string(b), "FP0031") {
		t.Errorf("%s %v", b, err)
	}
}

func TestTheChartsComeWithTheExpectedCash(t *testing.T) {
	d := open(t, label.ZH, 120, 40, "t")
	d.Sees("账龄与预计回款", "已该到", "2026-11-30 起")
	d.Press("esc")
	d.Lacks("账龄与预计回款")
}

func TestPrivateNumbersAreMasked(t *testing.T) {
	d := open(t, label.ZH, 120, 40, "f9")
	d.Sees("138****8000")
	d.Lacks("13800138000")
	d.Press("n")
	d.Lacks("15935946108")
}

func TestTheTabCountsWhatIsOverdueAfterAPaymentElsewhere(t *testing.T) {
	d := open(t, label.ZH, 120, 40)
	d.Sees("[5 回款 4]")
	d.Press("1")
	d.Sees("5 回款 4")
	for !strings.Contains(line(d.Screen(), ">"), "FP0027") {
		d.Press("down")
	}
	d.Press("p", "ctrl+s")
	d.Sees("5 回款 3")
	d.Press("u")
	d.Sees("5 回款 4")
}

func TestTheCardHasTheMoneyOfItsCustomer(t *testing.T) {
	d := open(t, label.ZH, 120, 40, "2", "ctrl+f")
	d.Write("佛山")
	d.Press("enter")
	d.Sees("欠款", "60,000.00  逾期 30,000.00", "额度已用", "付款信誉", "卡上 5", "回款 ──")
	d.Press("p")
	d.Sees("收款  佛山恒基板材有限公司", "核销 60,000.00")
}

func TestTheMouseChoosesSectionsAndRows(t *testing.T) {
	d := open(t, label.ZH, 120, 40)
	kittest.Drain(d, kittest.Click(20, 11))
	if got := line(d.Screen(), ">"); !strings.Contains(got, "INV-7") {
		t.Errorf("the click chose %q\n%s", got, d.Screen())
	}
	kittest.Drain(d, kittest.Click(9, 6))
	d.Sees("[账龄]")
}
