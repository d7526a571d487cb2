package receivables_test

import (
	"context"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"genjin/model/label"
	"genjin/tui/kit/kittest"
)

func TestTheListsAreNarrowedDown(t *testing.T) {
	for _, tc := range []struct {
		column, value string
		sees          []string
		not           string
	}{
		{"status", "逾期未付款", []string{"付款状态 逾期未付款", "CNY 3 笔", "USD 1 笔"}, "  D31"},
		{"bucket", "90天以上", []string{"90天以上", "FP0027", "CNY 1 笔"}, "FP0031"},
		{"disputed", "是", []string{"FP0029", "CNY 1 笔"}, "FP0031"},
		{"currency", "USD", []string{"USD 1 笔"}, "FP0031"},
		{"customer_id", "hzjx", []string{"客户 杭州机械有限公司", "CNY 2 笔"}, "FP0031"},
	} {
		t.Run(tc.column, func(t *testing.T) {
			d := open(t, label.ZH, 120, 40, "f")
			d.Write(tc.column)
			d.Press("enter")
			d.Write(tc.value)
			d.Press("enter")
			d.Sees(tc.sees...)
			d.Lacks(tc.not)
			d.Press("esc")
			d.Sees("CNY 6 笔")
		})
	}
	d := open(t, label.ZH, 120, 40, "f")
	d.Write("balance")
	d.Press("enter")
	d.Write("1.2万")
	d.Press("ctrl+s")
	d.Sees("未收余额 >= 12,000.00", "CNY 3 笔")
	d.Press("esc", "/")
	d.Write("fp002")
	d.Sees("CNY 2 笔", "FP0027")
	d.Press("enter", "esc")
	d.Sees("CNY 6 笔")
}

func TestEnterLeadsFromTheSumsToTheirRows(t *testing.T) {
	d := open(t, label.ZH, 120, 40, "tab", "down", "down", "down", "enter")
	d.Sees("账龄段 31-60天  |  币种 CNY", "FP0029", "CNY 1 笔")
	d.Press("esc", "tab", "tab")
	d.Sees("共 3 位客户")
	d.Press("down", "enter", "enter")
	d.Sees("[全部]", "客户 杭州机械有限公司", "CNY 2 笔")
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
	d := open(t, label.ZH, 120, 40, "down", "down", "down", "r")
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

func TestPaymentsAreFilteredSelectedAndExported(t *testing.T) {
	d := open(t, label.ZH, 120, 40, "shift+tab", "shift+tab", "f")
	d.Write("method")
	d.Press("enter")
	d.Write("承兑")
	d.Press("enter")
	d.Sees("[收款]", "付款方式 承兑")
	d.Press("F", "enter")
	d.Write("承兑")
	d.Press("enter", "tab", "F")
	d.Lacks("1 承兑") // those of the receivables are others
	d.Press("esc", "shift+tab", "esc", "F", "1")
	d.Sees("承兑  付款方式 承兑")
	path := filepath.Join(t.TempDir(), "payments.csv")
	d.Press("V", "b", "1")
	clearField(d, 80)
	d.Write(path)
	d.Press("enter")
	text, err := os.ReadFile(path)
	if err != nil || strings.Count(string(text), "承兑") == 0 || strings.Contains(string(text), "转账") {
		t.Errorf("%v\n%s", err, text)
	}
}

// What a list can't be asked by isn't offered: the next step follows from the
// ladder and stands in no column of the file.
func TestOnlyColumnsThatCanBeAskedByAreOffered(t *testing.T) {
	for _, keys := range [][]string{{"f"}, {"o", "end", "enter"}} {
		d := open(t, label.EN, 120, 40, keys...)
		d.Write("next_step")
		d.Sees("nothing found")
		d.Press("esc")
		d = open(t, label.EN, 120, 40, keys...)
		d.Write("days_late")
		d.Lacks("nothing found")
	}
}
