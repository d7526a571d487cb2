package journal_test

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"testing"

	"genjin/model"
	"genjin/model/label"
	"genjin/store"
	"genjin/tui"

	"genjin/tui/journal"
	"genjin/tui/kit"
	"genjin/tui/kit/kittest"

	"genjin/tui/test"
	"genjin/tui/words"
)

// shop has the customers and the journal of a small shop, as of Monday 23
// November 2026.
var shop = test.NewWorld(test.Monday, func(t testing.TB, st *store.Store) {
	ctx := context.Background()
	add := func(c model.Customer, entries ...model.Entry) int64 {
		kept, err := st.AddCustomer(ctx, c)
		if err != nil {
			t.Fatal(err)
		}
		for _, e := range entries {
			e.CustomerID = kept.ID
			if _, _, err := st.Log(ctx, e, model.Plan{}); err != nil {
				t.Fatal(err)
			}
		}
		return kept.ID
	}
	calls := func(how model.Method, what string, days ...int) []model.Entry {
		var list []model.Entry
		for _, day := range days {
			list = append(list, model.Entry{At: model.Moment(fmt.Sprintf("2026-11-%02d 10:00", day)), Method: how, Situation: what})
		}
		return list
	}
	// Daily. 王 keeps every working day but the 11th; 赵 stops on the 12th; 安
	// came on Saturday the 21st and is due today.
	add(model.Customer{Name: "王经理", Grade: model.GradeA, FilledOn: "2026-11-02"},
		calls(model.Phone, "催样板确认", 2, 3, 4, 5, 6, 9, 10, 12, 13, 16, 17, 18, 19, 20)...)
	add(model.Customer{Name: "赵女士", Grade: model.GradeA, FilledOn: "2026-11-09"}, calls(model.Chat, "聊装修进度", 9, 10, 11)...)
	add(model.Customer{Name: "安女士", Grade: model.GradeA, FilledOn: "2026-11-21"})
	// Weekly.
	add(model.Customer{Name: "佛山恒基板材有限公司", Kind: model.Company, Grade: model.GradeB, FilledOn: "2026-10-26"},
		model.Entry{At: "2026-10-26", Method: model.Visit, Situation: "谈明年价格"},
		model.Entry{At: "2026-11-02 14:00", Method: model.Hosting, Situation: "来厂看板材,王经理和采购两位", Problem: "嫌起订量大", Solution: "首单减半"},
		model.Entry{At: "2026-11-16 11:20", Method: model.Phone, Outcome: model.NotReached, Situation: "没人接"})
	add(model.Customer{Name: "周敏", Gender: model.Female, Grade: model.GradeB, FilledOn: "2026-11-02"},
		model.Entry{At: "2026-11-20 15:00", Method: model.Phone, Kind: model.Complaint, Situation: "脚垫缺货,催了两次"})
	// Half-monthly, monthly, not graded.
	add(model.Customer{Name: "欧阳静", Grade: model.GradeC, FilledOn: "2026-11-03"},
		model.Entry{At: "2026-11-03", Method: model.Reception, Situation: "进店看抛光砖"},
		model.Entry{At: "2026-11-12 16:40", Method: model.SMS, Kind: model.Inquiry, Situation: "问800×800的价", Problem: "嫌贵"})
	add(model.Customer{Name: "Blue Harbour Trading Ltd.", Grade: model.GradeD, FilledOn: "2025-12-01"},
		model.Entry{At: "2025-12-01 09:00", Method: model.Chat, Situation: "Asked for the catalogue and X7 samples"},
		model.Entry{At: "2026-11-13", Method: model.OtherWay, Kind: model.AfterSales, Situation: "Two cartons broken",
			Solution: "replaced", Fault: "third", Status: model.CaseClosed})
	add(model.Customer{Name: "董先生", FilledOn: "2026-11-20"}, model.Entry{At: "2026-11-20 10:30", Method: model.Reception,
		Situation: "看自己的车能评估多少"})
})

func open(t *testing.T, l label.Lang, w, h int, keys ...string) *test.Desk {
	t.Helper()
	return shop.Open(t, l, w, h, append([]string{"3"}, keys...)...)
}

func TestScreens(t *testing.T) {
	for name, keys := range map[string][]string{
		"entries": nil, "menu": {"enter"}, "filter": {"f"}, "cases": {"tab"}, "close": {"tab", "c"},
		"daily": {"tab", "tab"}, "weekly": {"tab", "tab", "]"}, "month-before": {"tab", "tab", "]", "left"},
		"month-after": {"tab", "tab", "]", "right"}, "grid-card": {"tab", "tab", "enter", "esc"}, "monthly": {"shift+tab"},
	} {
		test.Golden(t, name, func(t *testing.T, l label.Lang, w, h int) *test.Desk { return open(t, l, w, h, keys...) })
	}
	for name, keys := range map[string][]string{"empty": {"3"}, "empty-cases": {"3", "tab"}, "empty-daily": {"3", "tab", "tab"}} {
		test.Golden(t, name, func(t *testing.T, l label.Lang, w, h int) *test.Desk {
			return test.Blank.Open(t, l, w, h, keys...)
		})
	}
}

func TestEverySizeIsFilledToTheCell(t *testing.T) {
	for _, l := range []label.Lang{label.ZH, label.EN} {
		d := open(t, l, 60, 15)
		for _, w := range test.Widths() {
			d.Start(w, 18, tui.Options{Lang: l, NoColor: true})
			d.Press("3")
			for range 7 {
				kittest.Sized(t, d.App.View().Content, w, 18)
				d.Press("tab")
			}
		}
	}
}

func TestTheFilterNarrowsTheListDown(t *testing.T) {
	for _, tc := range []struct {
		column, text string
		keys         []string // after the text
		sees         []string
	}{
		{"kind", "投诉", []string{"enter"}, []string{"共 1 条,已联系 1,未接通 0"}},
		{"method", "上门拜访", []string{"enter"}, []string{"上门拜访", "共 1 条", "谈明年价格"}},
		{"outcome", "未接通", []string{"enter"}, []string{"共 1 条,已联系 0,未接通 1", "没人接"}},
		{"open", "是", []string{"enter"}, []string{"共 2 条", "脚垫缺货", "问800×800的价"}},
		{"at", "今天", []string{"ctrl+s"}, []string{"共 0 条", "没有符合的"}},
		{"at", "", []string{"tab", "tab", "tab", "right", "right", "ctrl+s"}, []string{">= 本周一", "共 0 条"}},
		{"at", "", []string{"tab", "tab", "tab", "right", "right", "right", "ctrl+s"}, []string{">= 本月初", "共 24 条"}},
		{"at", "", []string{"tab", "tab", "tab", "right", "right", "right", "right", "ctrl+s"}, []string{">= -29d", "共 25 条"}},
		{"at", "11-13", []string{"ctrl+s"}, []string{">= 2026-11-13", "共 10 条"}},
		{"customer_id", "zhaonv", []string{"enter"}, []string{"客户 赵女士", "共 3 条"}},
		{"problem", "嫌贵", []string{"ctrl+s"}, []string{"含 嫌贵", "共 1 条"}},
	} {
		t.Run(tc.column+tc.text, func(t *testing.T) {
			d := open(t, label.ZH, 120, 40, "f")
			d.Write(tc.column)
			d.Press("enter")
			if tc.text != "" {
				d.Write(tc.text)
			}
			d.Press(tc.keys...)
			d.Sees(tc.sees...)
			d.Press("esc")
			d.Sees("共 26 条")
		})
	}
}

func TestAPeriodFillsBothEndsInAndBackwardOnesAreRefused(t *testing.T) {
	d := open(t, label.ZH, 120, 40, "f")
	d.Write("at")
	d.Press("enter", "tab", "tab", "tab", "right", "right")
	d.Sees("2026-11-23", "2026-11-29")
	d.Press("shift+tab", "shift+tab", "end")
	d.Press(slices.Repeat([]string{"backspace"}, 10)...)
	d.Write("2026-11-1")
	d.Press("ctrl+s")
	d.Sees("结束比开始早")
}

func TestTheSearchFollowsAsOneTypes(t *testing.T) {
	d := open(t, label.ZH, 80, 24, "ctrl+f")
	d.Write("x7")
	d.Sees("共 1 条", "> 2025-12-01", "Asked for the ca")
	d.Press("backspace", "backspace")
	d.Write("800×")
	d.Sees("共 1 条", "问800×800的价")
	d.Press("enter", "esc")
	d.Sees("共 26 条", "情况、问题、方案里的字")
	d.Press("ctrl+f")
	d.Write("首单")
	d.Sees("共 1 条", "来厂看板材")
	d.Write("找不到的")
	d.Sees("没有找到「首单找不到的」", "esc 清除查找")
}

// A screen on its own, to hold answers back.
func alone(t *testing.T, d *test.Desk) (*journal.Screen, *kit.Env) {
	t.Helper()
	words, env := words.Of(label.ZH), kittest.Env()
	s := journal.New(env, &words, d.Store)
	s.SetSize(120, 30)
	kittest.Start(s)
	return s, env
}

func TestAnAnswerThatComesTooLateIsDropped(t *testing.T) {
	s, _ := alone(t, open(t, label.ZH, 120, 40))
	kittest.Drain(s, kittest.Key("ctrl+f"))
	first := s.Update(kittest.Type("脚垫"))
	second := s.Update(kittest.Type("缺货"))
	seen := append(kittest.Run(s, second), kittest.Run(s, first)...)
	if failed, ok := kittest.Find[kit.Failed](seen); ok {
		t.Errorf("what was given up is reported: %v", failed.Err)
	}
	if view := kittest.Render(s, 120, 30); !strings.Contains(view, "共 1 条") || !strings.Contains(view, "脚垫缺货") {
		t.Errorf("the later search does not stand:\n%s", view)
	}
}

func TestAMonthLeftBeforeItWasReadIsDropped(t *testing.T) {
	s, _ := alone(t, open(t, label.ZH, 120, 40))
	kittest.Drain(s, kittest.Keys("tab", "tab")...)
	first := s.Update(kittest.Key("left"))
	second := s.Update(kittest.Key("left"))
	kittest.Run(s, second)
	kittest.Run(s, first)
	if view := kittest.Render(s, 120, 30); !strings.Contains(view, "2026-09") || !strings.Contains(view, "没有A级客户") {
		t.Errorf("it is not September:\n%s", view)
	}
}

func TestACaseIsClosedAndReopened(t *testing.T) {
	d := open(t, label.ZH, 120, 40, "tab", "down", "enter")
	d.Sees("> 1 办结")
	d.Press("enter")
	d.Write("总部调货")
	d.Press("tab", "right", "ctrl+s")
	d.Sees("[未办结 1]", "已办结", "欧阳静")
	d.Lacks("脚垫缺货")
	e, err := d.Store.Entry(context.Background(), 21)
	if err != nil || e.Status != model.CaseClosed || e.ClosedOn != "2026-11-23" || e.Solution != "总部调货" || e.Fault != "us" {
		t.Errorf("kept %+v, %v", e, err)
	}
	d.Press("ctrl+z")
	d.Sees("[未办结 2]", "脚垫缺货")
	d.Press("ctrl+y", "shift+tab", "f2")
	d.Press("tab", "tab", "tab", "tab", "tab", "tab", "tab")
	d.Sees("(已办结)")
	d.Press("left", "ctrl+s")
	d.Sees("未办结 2")
}

func TestAnEntryIsEditedAndRemovedFromTheList(t *testing.T) {
	d := open(t, label.ZH, 80, 24, "down", "enter")
	d.Sees("> 1 修改这条", "2 删除这条", "看自己的车能评估多少")
	d.Press("enter", "tab", "tab", "tab", "tab")
	d.Write(",评估21000")
	d.Press("ctrl+s", "esc")
	d.Sees("> 11-20 10:30 董先生", "已保存跟进记录")
	d.Press("delete")
	d.Lacks("看自己的车能评估多少")
	d.Sees("共 25 条", "已删除跟进记录", "> 11-20 10:00 王经理")
	d.Press("ctrl+z")
	d.Sees("共 26 条")
}

func TestANewEntryAsksWhoseItIs(t *testing.T) {
	d := open(t, label.ZH, 80, 24, "ctrl+n")
	d.Write("没有这个人")
	d.Press("enter")
	d.Sees("没有这个人", "记录跟进")
	d.Press(slices.Repeat([]string{"backspace"}, 5)...)
	d.Write("zm")
	d.Press("enter")
	d.Sees("记录跟进  周敏  B级")
	d.Write("货到了,客户满意")
	d.Press("ctrl+s")
	d.Sees("已记录 周敏", "共 27 条", "货到了,客户满意")
}

// The sample month by hand, from the contacts in fill: November 2026 has no
// holidays; the 1st, 7th, 8th, 14th, 15th, 21st, 22nd, 28th and 29th rest.
func TestTheGridAgreesWithTheCountByHand(t *testing.T) {
	d := open(t, label.ZH, 120, 40, "tab", "tab")
	for _, tc := range []struct{ grade, name, marks, kept string }{
		{"日志", "安女士", "..... ..... ..... ..... ..+++ ++..+", "-"},
		{"日志", "王经理", ".#### #..## !##.. ##### ..+++ ++..+", "13/14"},
		{"日志", "赵女士", "..... ...## #!... ..... ..+++ ++..+", "3/4"},
		{"周志", "佛山恒基板材有限公司", ".#... ...!. ..... ..... ..+.. ....+", "1/2"},
		{"周志", "周敏", ".!... ..... ..... ....# ..... .+...", "0/1"},
		{"半月志", "欧阳静", "..#.. ..... .#... ..... ..... .+...", "2/2"},
		{"月志", "Blue Harbour Trading", ".!... ..... ..#.. ..... ..... .....", "0/1"},
	} {
		for !strings.Contains(d.Screen(), "["+tc.grade+"]") {
			d.Press("]")
		}
		want := strings.Join(strings.Split(strings.ReplaceAll(tc.marks, " ", ""), ""), "  ")
		if line := lineWith(d.Screen(), tc.name); !strings.Contains(line, want) || !strings.HasSuffix(strings.TrimSpace(line), " "+tc.kept) {
			t.Errorf("%s %s\n got %s\nwant %s %s", tc.grade, tc.name, line, want, tc.kept)
		}
	}
	d.Sees("覆盖率  日志 0% 0/2  周志 0% 0/2  半月志 100% 1/1  [月志 0% 0/1]")
}

func lineWith(screen, text string) string {
	for line := range strings.SplitSeq(screen, "\n") {
		if strings.Contains(line, text) {
			return line
		}
	}
	return ""
}

func TestTheGridStandsOnItsCustomerThroughMonthsAndLogsFromTheRow(t *testing.T) {
	d := open(t, label.ZH, 80, 24, "tab", "tab", "down", "down", "right", "left", "left", "right")
	d.Sees("> 赵女士")
	d.Press("ctrl+l")
	d.Sees("记录跟进  赵女士")
	d.Write("约周三看砖")
	d.Press("ctrl+s")
	if line := lineWith(d.Screen(), "赵女士"); !strings.Contains(line, "!"+strings.Repeat("  .", 10)+"  #") {
		t.Errorf("today is not kept: %s", line)
	}
}

func TestTheMouseChoosesSectionsAndRows(t *testing.T) {
	d := open(t, label.ZH, 120, 40)
	kittest.Drain(d, kittest.Click(20, 6))
	d.Sees("> 11-20 10:30 董先生")
	kittest.Drain(d, kittest.Click(12, 2))
	d.Sees("[未办结 2]")
	kittest.Drain(d, kittest.Click(22, 2))
	d.Sees("[日志]")
	kittest.Drain(d, kittest.Click(5, 6))
	d.Sees("> 王经理")
}
