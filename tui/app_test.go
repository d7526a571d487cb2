package tui_test

import (
	"context"
	"os"
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"

	"genjin/model"
	"genjin/model/label"
	"genjin/store"
	"genjin/tui"
	"genjin/tui/kit/kittest"

	"genjin/tui/test"
)

// openDesk opens the program on a copy of a file.
func openDesk(t *testing.T, l label.Lang, w, h int, world *test.World) *test.Desk {
	t.Helper()
	return world.Open(t, l, w, h)
}

// restart opens the program on the same file again.
func restart(d *test.Desk, l label.Lang, w, h int) {
	d.Start(w, h, tui.Options{Lang: l, NoColor: true})
}

// samples are the customers of the sample files.
var samples = test.NewWorld(test.Monday, func(t testing.TB, st *store.Store) {
	ctx := context.Background()
	add := func(c model.Customer, entries ...model.Entry) {
		c.InferFromClass()
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
	}
	add(model.Customer{Name: "董先生", Gender: model.Male, Phones: "15935946108", PartySize: 3, FilledOn: "2026-11-20",
		Class: model.ClassNew, Owner: "陈萌", Interest: "自有一辆奇瑞5E,想置换越野车陆风X7"},
		model.Entry{At: "2026-11-20 10:30", Method: model.Reception, Situation: "看自己的车能评估多少,评估21000", Problem: "奇瑞5E评估价多少;客户想卖30000",
			Solution: "先评估"})
	add(model.Customer{Name: "刘女士", Gender: model.Female, Phones: "138 0013 8000\n0354-2028888", FilledOn: "2026-11-03",
		Class: model.ClassReady, Birthday: "1988-08-15", Owner: "陈萌", Team: "二组"},
		model.Entry{At: "2026-11-10 09:20", Method: model.Phone, Situation: "电话回访,比较竞品后仍想要X7", Problem: "嫌首付高", Solution: "报30%首付36期方案"},
		model.Entry{At: "2026-11-18", Method: model.Phone, Situation: "同意方案,月底前来订车", Problem: "要求送脚垫", Solution: "已请示经理,可送"})
	add(model.Customer{Name: "佛山恒基板材有限公司", Kind: model.Company, Phones: "0757-83330001", Grade: model.GradeA,
		Class: model.ClassReady, Source: "referral", NextOn: "2026-11-24", FilledOn: "2026-11-23"})
	add(model.Customer{Name: "单雄信", Gender: model.Male, Phones: "13700000001", Grade: model.GradeB, Class: model.ClassInterested,
		NextOn: "2026-11-30", FilledOn: "2026-11-23"})
	add(model.Customer{Name: "欧阳静", Gender: model.Female, Phones: "+86 137-0000-0002", Grade: model.GradeC,
		Class: model.ClassWarm, FilledOn: "2026-11-23"})
	add(model.Customer{Name: "Blue Harbour Trading Ltd.", Phones: "+44 20 7946 0018", Grade: model.GradeD, NextOn: "2027-01-15",
		FilledOn: "2026-11-23"})
	add(model.Customer{Name: "周敏", Gender: model.Female, Grade: model.GradeB, FilledOn: "2026-11-02", Birthday: "1990-11-25"},
		model.Entry{At: "2026-11-20 15:00", Method: model.Phone, Kind: model.Complaint, Situation: "脚垫缺货,催了两次"})
})

func TestScreens(t *testing.T) {
	for name, keys := range map[string][]string{
		"today": nil, "today-week": {"tab", "tab"}, "today-menu": {"enter"}, "today-log": {"ctrl+l"}, "today-help": {"f1"},
		"customers": {"2"}, "customers-new": {"2", "ctrl+n"}, "customers-card": {"2", "end", "enter", "esc"}, "import": {"ctrl+o"},
		"palette": {"ctrl+p"},
	} {
		test.Golden(t, name, func(t *testing.T, l label.Lang, w, h int) *test.Desk { return samples.Open(t, l, w, h, keys...) })
	}
	for name, keys := range map[string][]string{"empty": nil, "customers-empty": {"2"}} {
		test.Golden(t, name, func(t *testing.T, l label.Lang, w, h int) *test.Desk {
			return test.Blank.Open(t, l, w, h, keys...)
		})
	}
}

// The goldens of the tabs leave out what stands around them: it is here.
func TestTheFrameAroundEveryTab(t *testing.T) {
	for _, l := range []label.Lang{label.ZH, label.EN} {
		var frames []string
		for _, size := range []struct{ w, h int }{{80, 24}, {120, 40}} {
			d := samples.Open(t, l, size.w, size.h)
			for _, tab := range []string{"1", "2", "3", "4", "5", "6"} {
				d.Press(tab)
				frames = append(frames, d.Frame())
			}
		}
		kittest.Golden(t, "frame-"+l.String(), strings.Join(frames, "\n\n"))
	}
}

func TestACallIsLoggedWithTheInputMethodOn(t *testing.T) {
	d := openDesk(t, label.ZH, 80, 24, samples)
	d.Sees("先做  周敏 投诉 2天", "刘女士", "上次11-18:同意", "138 0013 8000", "4天")
	d.Press("down", "enter", "enter")
	d.Write("同意36期方案,月底前来订车")
	d.Sees("2026-11-24", "A级每日")
	d.Press("ctrl+s")
	d.Sees("已记录 刘女士,下次 11-24", "u 撤销", "1/")
	restart(d, label.ZH, 120, 40)
	d.Sees("已联系,下次11-24")
	d.Press("ctrl+z")
	d.Sees("已撤销:记录跟进 刘女士", "上次11-18:同意方案")
	d.Press("ctrl+y")
	d.Sees("已重做:记录跟进 刘女士")
}

func TestTextOfAnInputMethodWhereNoFieldIsOpenIsExplained(t *testing.T) {
	d := openDesk(t, label.ZH, 120, 40, samples)
	d.Write("记录")
	d.Sees("输入法开着")
}

func TestAnUnsavedFormIsThereAgain(t *testing.T) {
	d := openDesk(t, label.ZH, 120, 40, samples)
	d.Press("down", "ctrl+l")
	d.Write("还没说完")
	d.Press("esc")
	d.Sees("草稿已保留")
	restart(d, label.ZH, 120, 40)
	d.Press("down", "ctrl+l")
	d.Sees("恢复草稿?", "还没说完")
	d.Press("ctrl+r")
	d.Lacks("恢复草稿?")
	d.Sees("还没说完", "草稿已恢复")
}

func TestAGradeAgainstTheSuggestionAsksWhy(t *testing.T) {
	d := openDesk(t, label.ZH, 120, 40, samples)
	d.Press("down", "ctrl+l")
	d.Write("先放一放")
	d.Press("tab", "tab", "tab", "tab", "tab", "right", "ctrl+s")
	d.Sees("与建议不同")
	d.Write("资金下季度才到")
	d.Press("enter")
	d.Sees("已记录 刘女士")
	changes, err := d.Store.Changes(context.Background(), 2, 10)
	if err != nil || changes[0].Reason != "资金下季度才到" {
		t.Errorf("the log says %+v, %v", changes[0], err)
	}
}

func TestSearchFindsByPinyinInitialsAndDigits(t *testing.T) {
	for _, search := range []string{"dxs", "dongxian", "5946", "董"} {
		d := openDesk(t, label.ZH, 80, 24, samples)
		d.Press("2", "ctrl+f")
		d.Write(search)
		d.Sees("> 董先生")
		d.Lacks("刘女士")
		d.Press("esc")
		d.Sees("刘女士")
	}
}

func TestASnoozedRowLeavesTodayAndComesBackAsLateAsItIs(t *testing.T) {
	d := openDesk(t, label.ZH, 120, 40, samples)
	d.Press("down", "s", "ctrl+s")
	d.Sees("刘女士 顺延至 11-24", "顺延至11-24")
	d.Press("u")
	d.Sees("上次11-18:同意方案")
}

func TestAClickChoosesTheRowUnderIt(t *testing.T) {
	for _, tab := range []string{"1", "2"} {
		d := openDesk(t, label.ZH, 120, 40, samples)
		d.Press(tab)
		lines := strings.Split(d.Screen(), "\n")
		for y, line := range lines {
			if strings.HasPrefix(strings.TrimLeft(line, " >"), "欧阳静") {
				kittest.Drain(d, kittest.Click(8, y))
				break
			}
		}
		for _, line := range strings.Split(d.Screen(), "\n") {
			if strings.HasPrefix(line, ">") && !strings.Contains(line, "欧阳静") {
				t.Errorf("tab %s: the click chose %s", tab, line)
			}
		}
	}
}

// owing is a customer with an invoice nine days late.
var owing = test.NewWorld(test.Monday, func(t testing.TB, st *store.Store) {
	ctx := context.Background()
	c, err := st.AddCustomer(ctx, model.Customer{Name: "佛山恒基板材有限公司", Grade: model.GradeC, FilledOn: "2026-10-01", NextOn: "2026-12-01"})
	if err != nil {
		t.Fatal(err)
	}
	if _, err := st.AddReceivable(ctx, model.Receivable{CustomerID: c.ID, InvoiceNo: "FP0031", DueOn: "2026-11-14",
		Amount: 4_200_000, Currency: "CNY"}); err != nil {
		t.Fatal(err)
	}
})

func TestADebtorIsChasedAndPaysFromToday(t *testing.T) {
	d := openDesk(t, label.ZH, 120, 40, owing)
	d.Sees("FP0031", "42,000.00", "逾期9天")
	d.Press("enter", "enter")
	d.Sees("记录催款", "承诺付款日期")
	d.Write("王经理答应周五付")
	d.Press("ctrl+s")
	d.Sees("已记录对 佛山恒基板材有限公司 的催款", "1/1")
	d.Press("u")
	d.Sees("逾期9天")
	d.Press("p", "ctrl+s")
	d.Sees("已收 佛山恒基板材有限公司 42,000.00")
	d.Lacks("逾期9天")
	d.Press("u")
	d.Sees("逾期9天")
}

func TestWhatAnotherTerminalDoesIsSeen(t *testing.T) {
	d := openDesk(t, label.ZH, 120, 40, samples)
	if _, err := d.Store.AddCustomer(context.Background(), model.Customer{Name: "后来的客户", Grade: model.GradeA}); err != nil {
		t.Fatal(err)
	}
	kittest.Drain(d, tea.FocusMsg{})
	d.Sees("后来的客户")
}

func TestACardTellsWhomTheCustomerBrought(t *testing.T) {
	d := openDesk(t, label.ZH, 120, 40, samples)
	if _, err := d.Store.AddCustomer(context.Background(), model.Customer{Name: "赵女士", Referrer: 1, Stage: model.Won,
		ExpectedAmount: 12_000_00}); err != nil {
		t.Fatal(err)
	}
	d.Press("2", "ctrl+f")
	d.Write("董先生")
	d.Sees("转介绍来的客户", "赵女士", "已成交", "12,000.00")
}

func TestASmallWindowSaysWhatItNeeds(t *testing.T) {
	for l, need := range map[label.Lang]string{label.ZH: "60 列 15 行", label.EN: "60 columns by"} {
		d := openDesk(t, l, 40, 10, samples)
		d.Sees(need)
		kittest.Sized(t, d.App.View().Content, 40, 10)
	}
}

func TestAFormIsKeptWhenTheFileIsGone(t *testing.T) {
	d := openDesk(t, label.ZH, 120, 40, samples)
	d.Press("l")
	d.Write("客户同意来看样板")
	path := d.Store.Path()
	if err := os.Rename(path, path+"~"); err != nil {
		t.Skip("an open file can't be moved here")
	}
	d.Press("ctrl+s")
	d.Sees("客户同意来看样板", "数据库文件不在原处了")
	if err := os.Rename(path+"~", path); err != nil {
		t.Fatal(err)
	}
	d.Press("ctrl+s")
	d.Lacks("数据库文件不在原处了")
	d.Sees("已记录")
	if err := os.Rename(path, path+"~"); err != nil {
		t.Fatal(err)
	}
	kittest.Drain(d, tea.FocusMsg{})
	d.Sees("数据库文件不在原处了")
}
