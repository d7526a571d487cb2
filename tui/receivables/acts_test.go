package receivables_test

import (
	"context"
	"slices"
	"strings"
	"testing"

	"genjin/model"
	"genjin/model/label"
	"genjin/tui/kit/kittest"

	"genjin/tui/test"
)

// debt finds a receivable by its name.
func debt(t *testing.T, d *test.Desk, name string) model.ReceivableOf {
	t.Helper()
	ctx := context.Background()
	ids, err := d.Store.ReceivableList().IDs(ctx, model.Query{Sort: "id"})
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
func choose(t *testing.T, d *test.Desk, name string) {
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

func clearField(d *test.Desk, n int) { d.Press(slices.Repeat([]string{"backspace"}, n)...) }

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
	for _, tc := range []struct{ key, text string }{{"y", "款项人民币 15,000.00 元已逾期100天"},
		{"Y", "CNY 15,000.00 for invoice FP0027 is 100 days overdue"}} {
		if seen := kittest.Drain(d, kittest.Keys(tc.key, "enter")...); !strings.Contains(kittest.Clipboard(seen), tc.text) {
			t.Errorf("%s copied %q", tc.key, kittest.Clipboard(seen))
		}
	}
	d.Sees("已请终端复制")
}

func TestSpaceSaysWhichKeysADebtHas(t *testing.T) {
	d := open(t, label.ZH, 120, 40, "space")
	d.Sees("催款不打勾:l 记录催款,p 收款")
}

func TestWhatMayHappenToAReceivable(t *testing.T) {
	for _, tc := range []struct {
		name, act string
		fill      func(d *test.Desk)
		changed   func(r model.ReceivableOf) bool
	}{
		{"dispute", "标为争议", func(d *test.Desk) { d.Write("数量不对"); d.Press("ctrl+s") }, func(r model.ReceivableOf) bool {
			return r.Disputed && r.DisputeWhy == "数量不对"
		}},
		{"credit", "冲减", func(d *test.Desk) { d.Write("500"); d.Press("tab", "tab"); d.Write("折让"); d.Press("ctrl+s") },
			func(r model.ReceivableOf) bool { return r.Now.Balance == 1_450_000 }},
		{"write off", "核销坏账", func(d *test.Desk) { d.Write("公司注销"); d.Press("ctrl+s") }, func(r model.ReceivableOf) bool {
			return r.WrittenOff == 1_500_000 && r.Now.Status == model.OwePaid
		}},
		{"edit", "修改应收款", func(d *test.Desk) { clearField(d, 12); d.Write("16000"); d.Press("ctrl+s") },
			func(r model.ReceivableOf) bool { return r.Amount == 1_600_000 }},
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

func TestAPaymentThatIsLeftIsThereAgain(t *testing.T) {
	d := open(t, label.ZH, 120, 40, "down", "down", "down", "p")
	clearField(d, 12)
	d.Write("20000")
	d.Press("down", "down", "down", "down", "down", "down", "down", "down", "down")
	clearField(d, 12)
	d.Write("15000")
	d.Press("esc")
	d.Sees("草稿已保留")
	d.Press("p", "ctrl+r")
	d.Sees("FP0031      15000", "D31         5,000.00", "核销 20,000.00")
}

func TestEveryActionIsInTheMenuOrThePalette(t *testing.T) {
	d := open(t, label.ZH, 120, 40, "down", "down", "down", "ctrl+p")
	d.Write("排序")
	d.Press("enter")
	d.Sees("付款期限", "逾期天数")
	d.Press("esc", "ctrl+p")
	d.Write("tubiao")
	d.Press("enter")
	d.Sees("账龄与预计回款")
	d.Press("esc", "enter")
	d.Sees("记录催款", "复制催款话术", "收款", "复制英文话术", "修改应收款", "标为争议", "冲减", "核销坏账", "删除应收款", "对账单", "新增应收款", "删除催收记录")
}
