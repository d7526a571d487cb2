package quickadd_test

import (
	"context"
	"strings"
	"testing"

	"genjin/model"
	"genjin/model/label"
	"genjin/tui/kit/kittest"

	"genjin/tui/test"
)

const line = "董先生 15935946108 3人 想置换X7 #进店 @A +3d"

var liu = model.Customer{Name: "刘女士", Gender: model.Female, Grade: model.GradeB, Phones: "138 0013 8000", FilledOn: "2026-11-20"}

func customers(d *test.Desk) []model.Customer {
	d.T.Helper()
	ids, err := d.Store.CustomerIDs(context.Background(), model.Query{Sort: "id"})
	if err != nil {
		d.T.Fatal(err)
	}
	list, err := d.Store.CustomersByID(context.Background(), ids)
	if err != nil {
		d.T.Fatal(err)
	}
	return list
}

func TestScreens(t *testing.T) {
	for name, text := range map[string]string{
		"quick-empty": "", "quick": line, "quick-problem": "董先生 15935946108 @Z 3人", "quick-known": "老刘 13800138000 #老客户 @准客户",
	} {
		test.Golden(t, name, func(t *testing.T, l label.Lang, w, h int) *test.Desk {
			d := test.Open(t, l, w, h, liu)
			d.Press("f4")
			if text != "" {
				d.Write(text)
			}
			return d
		})
	}
}

func TestALineTypedWithTheInputMethodIsACustomer(t *testing.T) {
	d := test.Open(t, label.ZH, 80, 24)
	d.Press("f4")
	for _, part := range []string{"董先生", " ", "15935946108", " ", "3人", " ", "想置换", "X7", " ", "＃进店", " ", "＠A", " ", "+3d"} {
		d.Write(part)
	}
	d.Sees("客户名称", "董先生", "15935946108", "几人进店", "想置换X7", "客户来源", "进店", "2026-11-26 周四")
	d.Press("enter")
	d.Sees("已新增 董先生", "u 撤销")
	list := customers(d)
	if len(list) != 1 || list[0].Name != "董先生" || list[0].Source != "walk_in" || list[0].Grade != model.GradeA ||
		list[0].NextOn != "2026-11-26" || list[0].PartySize != 3 {
		t.Fatalf("kept %+v", list)
	}
	d.Press("2")
	d.Sees("> 董先生")
	d.Press("f4")
	d.Lacks("客户名称")
	d.Sees("先写名称")
	d.Press("esc", "ctrl+z")
	if len(customers(d)) != 0 {
		t.Error("undo leaves the customer")
	}
}

func TestTheListTurnsToTheNewCustomer(t *testing.T) {
	d := test.Open(t, label.ZH, 120, 40, liu)
	d.Press("2", "N")
	d.Write("阿明 13900139000")
	d.Press("enter")
	d.Sees("> 阿明")
}

func TestWhatCantBeReadIsSaidAndKeepsTheDialogOpen(t *testing.T) {
	d := test.Open(t, label.ZH, 80, 24)
	d.Press("f4", "enter")
	d.Sees("快速新增")
	d.Write("张三 13800138000 +2月30日")
	d.Sees("「2月30日」这一天不存在", "张三", "13800138000")
	d.Press("enter")
	if len(customers(d)) != 0 {
		t.Error("it was kept all the same")
	}
	for range "+2月30日" {
		d.Press("backspace")
	}
	d.Lacks("不存在")
	d.Press("ctrl+s")
	if len(customers(d)) != 1 {
		t.Error("it was not kept")
	}
}

func TestAKnownPhoneIsPointedOut(t *testing.T) {
	for _, w := range []int{80, 120} {
		begin := func() *test.Desk {
			d := test.Open(t, label.ZH, w, 24, liu)
			d.Press("2", "ctrl+f")
			d.Write("没有这个人")
			d.Press("enter", "1", "f4")
			d.Write("老刘 138-0013-8000 要贴膜")
			d.Sees("电话已有客户:#1 刘女士")
			d.Press("enter")
			d.Sees("打开 #1 刘女士", "另建一张", "返回修改")
			return d
		}
		d := begin()
		d.Press("3") // back
		d.Sees("老刘 138-0013-8000 要贴膜", "意向产品")
		d.Press("enter", "2") // another
		d.Sees("已新增 老刘")
		if len(customers(d)) != 2 {
			t.Error("the other one is not kept")
		}
		d = begin()
		d.Press("enter") // open
		d.Sees("刘女士", "还没有跟进记录")
		if len(customers(d)) != 1 {
			t.Error("another one was kept")
		}
		d.Press("f4")
		d.Sees("恢复草稿? ctrl+r  老刘 138-0013-8000 要贴膜") // what was typed is not lost
	}
}

func TestAnArchivedCustomerWithThePhoneIsOpenedToo(t *testing.T) {
	d := test.Open(t, label.ZH, 120, 40, liu)
	if err := d.Store.Archive(context.Background(), []int64{1}, true); err != nil {
		t.Fatal(err)
	}
	d.Press("f4")
	d.Write("老刘 13800138000")
	d.Press("enter", "enter")
	d.Sees("已归档", "> 刘女士")
}

func TestALineThatIsLeftIsThereAgain(t *testing.T) {
	d := test.Open(t, label.ZH, 120, 40)
	d.Press("f4")
	d.Write("王经理 0757-83330001")
	d.Press("esc")
	d.Sees("草稿已保留")
	d.Press("f4")
	d.Sees("恢复草稿? ctrl+r  王经理 0757-83330001")
	d.Press("ctrl+r")
	d.Sees("草稿已恢复", "客户名称", "王经理")
	d.Lacks("恢复草稿?")
	d.Press("enter", "f4")
	d.Lacks("恢复草稿?", "王经理 0757") // it was saved
}

func TestAPastedBlockIsOneCustomerAndTheRestIsSaid(t *testing.T) {
	for _, end := range []string{"\r\n", "\n", "\r"} { // terminals send the enter key's
		d := test.Open(t, label.ZH, 80, 24)
		d.Press("f4")
		kittest.Drain(d, kittest.Paste(strings.ReplaceAll("|张三 13800138000||李四 13900139000|王五|", "|", end)))
		d.Sees("张三", "13800138000", "另有 2 行没有取")
		d.Lacks("李四", "王五")
		d.Press("enter")
		if list := customers(d); len(list) != 1 || list[0].Name != "张三" || list[0].Phones != "13800138000" || list[0].Interest != "" {
			t.Fatalf("%q: kept %+v", end, list)
		}
	}
}

func TestALongPasteIsCutAndSaid(t *testing.T) {
	d := test.Open(t, label.EN, 80, 24)
	d.Press("f4")
	kittest.Drain(d, kittest.Paste("Lee "+strings.Repeat("13800138000 x ", 80_000)))
	d.Sees("at most 500 characters")
	d.Press("esc", "f4")
	if kept := d.Draft("quick"); len(kept) > 2000 {
		t.Errorf("the draft keeps %d bytes", len(kept))
	}
}

func TestAnOwnSourceIsASource(t *testing.T) {
	d := test.Open(t, label.ZH, 120, 40)
	d.Press("ctrl+g")
	for _, f := range model.SettingsFields {
		if f.Code == "sources" {
			break
		}
		d.Press("tab")
	}
	d.Write("抖音")
	d.Press("ctrl+s", "f4")
	d.Write("阿明 #抖音 #大单")
	d.Sees("客户来源", "标签")
	d.Press("enter")
	if c := customers(d)[0]; c.Source != "抖音" || c.Tags != "大单" {
		t.Errorf("source %q, tags %q", c.Source, c.Tags)
	}
}

func TestTheMaskHoldsForTheKnownCustomer(t *testing.T) {
	d := test.Open(t, label.ZH, 120, 40, liu)
	d.Press("f9", "f4")
	d.Write("老刘 13800138000")
	d.Sees("刘女士  138****8000")
	d.Press("enter")
	d.Sees("刘女士  138****8000")
}

func TestTheCursorStandsWhereTextGoes(t *testing.T) {
	d := test.Open(t, label.ZH, 120, 40)
	d.Press("f4")
	d.Write("张三A")
	v := d.App.View()
	term := kittest.Draw(v.Content, v.Cursor, 120, 40)
	x, y, shown := term.Cursor()
	if at := term.Column(y, "张三A"); !shown || at < 0 || x != at+5 {
		t.Errorf("the cursor is at %d,%d, the text at %d", x, y, at)
	}
}
