package customers_test

import (
	"context"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"genjin/model"
	"genjin/model/label"
	"genjin/store"
	"genjin/tui"

	"genjin/tui/test"
)

// people are customers to be found, filtered and merged.
var people = []model.Customer{
	{Name: "董先生", Phones: "15935946108", Grade: "A", Need: "clear", ExpectedOn: "2026-12-10", ExpectedAmount: 12_800_000,
		Tags: "置换", Owner: "陈萌", NextOn: "2026-11-23", Class: "ready", Source: "walk_in"},
	{Name: "刘女士", Phones: "138 0013 8000", Grade: "B", Need: "clear", ExpectedOn: "2027-01-15", Owner: "陈萌",
		NextOn: "2026-11-30", Class: "interested"},
	{Name: "佛山恒基板材有限公司", Kind: model.Company, Phones: "0757-83330001", Grade: "A", Stage: "won", Tags: "老客户\nVIP",
		Owner: "李强", NextOn: "2026-11-24", ExpectedAmount: 30_000_000, Class: "ready"},
	{Name: "恒基板材", Phones: "0757-83330001\n13700000009", Address: "里水大朗工业区", Owner: "陈萌", NextOn: "2026-11-27",
		Remark: "月底结账", Terms: "月结30天"},
	{Name: "周敏", Grade: "D", Need: "potential", NextOn: "2026-12-20", Owner: "李强"},
	{Name: "Blue Harbour Trading Ltd.", Grade: "C", Currency: "USD", ExpectedAmount: 500_000, NextOn: "2027-01-15"},
}

// book is a file with them.
var book = test.NewWorld(test.Monday, func(t testing.TB, st *store.Store) {
	for _, c := range people {
		if _, err := st.AddCustomer(context.Background(), c); err != nil {
			t.Fatal(err)
		}
	}
})

func open(t *testing.T, l label.Lang, w, h int) *test.Desk {
	t.Helper()
	return book.Open(t, l, w, h, "2")
}

// pick finds an action or a field by its name, and takes it.
func pick(d *test.Desk, text string) {
	d.Write(text)
	d.Press("enter")
}

func TestScreens(t *testing.T) {
	for name, do := range map[string]func(*test.Desk){
		"fields": func(d *test.Desk) { d.Press("f") },
		"values": func(d *test.Desk) { d.Press("f"); pick(d, "grade"); d.Press("1", "2") },
		"bounds": func(d *test.Desk) {
			d.Press("f")
			pick(d, "next_on")
			d.Write("今天")
			d.Press("tab")
			d.Write("7d")
		},
		"text":       func(d *test.Desk) { d.Press("f"); pick(d, "address") },
		"filtered":   func(d *test.Desk) { d.Press("f"); pick(d, "grade"); d.Press("1", "2", "enter") },
		"conditions": func(d *test.Desk) { d.Press("f"); pick(d, "grade"); d.Press("1", "2", "enter", "f3") },
		"columns":    func(d *test.Desk) { d.Press("ctrl+p"); pick(d, "columns") },
		"bulk":       func(d *test.Desk) { d.Press("v", "v", "b") },
		"duplicates": func(d *test.Desk) { d.Press("ctrl+p"); pick(d, "duplicates") },
		"merge":      func(d *test.Desk) { d.Press("ctrl+p"); pick(d, "duplicates"); d.Press("enter", "space") },
		"segments":   func(d *test.Desk) { d.Press("f"); pick(d, "grade"); d.Press("1", "enter", "F") },
		"known": func(d *test.Desk) {
			d.Press("ctrl+n")
			d.Write("恒基板材(佛山)")
			d.Press("tab", "tab", "tab")
			d.Write("0757 8333 0001")
			d.Press("ctrl+s")
		},
	} {
		test.Golden(t, name, func(t *testing.T, l label.Lang, w, h int) *test.Desk {
			d := open(t, l, w, h)
			do(d)
			return d
		})
	}
}

func TestFiltersAreAndedChangedAndTakenAway(t *testing.T) {
	d := open(t, label.ZH, 120, 40)
	d.Press("f3")
	pick(d, "客户等级")
	d.Press("1", "2", "enter")
	d.Sees("客户等级 A、B", "董先生", "刘女士", "共 3 位客户", "预计 428,000.00")
	d.Lacks("周敏")
	d.Press("f", "2") // after the one condition comes another one
	pick(d, "填表人")
	d.Press("1", "enter")
	d.Sees("客户等级 A、B", "填表人 陈萌", "共 2 位客户")
	d.Lacks("佛山恒基")
	d.Press("f", "enter", "enter") // the first condition, take it away
	d.Sees("填表人 陈萌", "恒基板材", "共 3 位客户")
	d.Press("esc")
	d.Sees("共 6 位客户", "USD 5,000.00")
	d.Press("f")
	pick(d, "jjcd")
	d.Press("enter")
	d.Sees("紧急程度 紧急")
}

func TestARelativeDateStaysTrueInASavedFilter(t *testing.T) {
	d := open(t, label.ZH, 120, 40)
	d.Press("f")
	pick(d, "下次跟进日期")
	d.Press("tab")
	d.Write("今天")
	d.Sees("2026-11-23 周一")
	d.Press("ctrl+s")
	d.Sees("下次跟进日期 <= 今天", "董先生", "共 1 位客户")
	d.Press("F", "enter")
	d.Write("今天要跟")
	d.Press("enter")
	d.Sees("已保存筛选「今天要跟」")
	d.Press("esc")
	d.Lacks("<= 今天")
	d.Press("f7", "1")
	d.Sees("今天要跟", "下次跟进日期 <= 今天", "共 1 位客户")
	g, err := d.Store.Segment(context.Background(), "", "今天要跟")
	if err != nil || g.Conditions != "next_on<=今天" {
		t.Errorf("kept %+v, %v", g, err)
	}
	d.Press("F", "f2", "enter", "1")
	d.Write("日日")
	d.Press("enter")
	d.Sees("今天要跟日日")
	d.Press("F", "f2", "enter", "d")
	d.Sees("已删除筛选")
	d.Press("esc", "u")
	d.Press("F")
	d.Sees("今天要跟日日")
}

func TestTheColumnsStayChosen(t *testing.T) {
	d := open(t, label.ZH, 120, 40)
	d.Press("ctrl+p")
	pick(d, "xuanzelie")
	d.Sees("[x] 客户名称", "[ ] 紧急程度")
	d.Write("紧急")
	d.Press("space", "shift+up")
	d.Write("客户类型")
	d.Press("space", "enter")
	d.Sees("紧急程度", "不紧急")
	d.Lacks("一般潜在客户")
	d.Start(120, 40, tui.Options{Lang: label.ZH, NoColor: true})
	d.Press("2")
	d.Sees("紧急程度")
	d.Press("o")
	d.Sees("紧急程度")
	columns, err := d.Store.ListColumns(context.Background(), "customers")
	if err != nil || strings.Contains(strings.Join(columns, " "), "class") || !strings.Contains(strings.Join(columns, " "), "urgency") {
		t.Errorf("%v, %v", columns, err)
	}
}

func TestSeveralCustomersAreChangedAtOnceAndUndoneAtOnce(t *testing.T) {
	ctx := context.Background()
	d := open(t, label.ZH, 120, 40)
	tagged := func() int {
		ids, err := d.Store.CustomerIDs(ctx, model.Query{Filters: []model.Filter{{Field: "tags", Op: model.OpIs, Value: "展会"}}})
		if err != nil {
			t.Fatal(err)
		}
		return len(ids)
	}
	d.Press("v", "v", "V")
	d.Sees("已选 6", "共 6 位客户")
	d.Press("V")
	d.Lacks("已选")
	d.Press("home", "v", "v")
	d.Sees("已选 2")
	d.Press("b", "2")
	d.Write("展会, 2026")
	d.Press("enter")
	d.Sees("已改 2 位客户")
	if tagged() != 2 {
		t.Errorf("%d tagged", tagged())
	}
	d.Press("u")
	d.Sees("已撤销:改标签")
	if tagged() != 0 {
		t.Errorf("%d tagged after undo", tagged())
	}
	d.Press("b", "1")
	d.Write("d") // the grade D
	d.Press("ctrl+s")
	d.Sees("请写明原因")
	d.Write("今年不买")
	d.Press("ctrl+s")
	d.Sees("已改 2 位客户")
	d.Press("b", "4")
	d.Write("王五")
	d.Press("enter")
	ids, _ := d.Store.CustomerIDs(ctx, model.Query{Filters: []model.Filter{{Field: "owner", Op: model.OpIs, Value: "王五"}}})
	if len(ids) != 2 {
		t.Errorf("%d are 王五's", len(ids))
	}
	d.Press("b", "6")
	d.Sees("共 4 位客户")
	d.Lacks("已选")
}

func TestAGreatManyAreChangedAtOnce(t *testing.T) {
	ctx := context.Background()
	d := test.Open(t, label.ZH, 120, 40)
	if err := d.Store.FillDemo(ctx, model.DemoSize{Customers: 600}, 1, nil); err != nil {
		t.Fatal(err)
	}
	d.Start(120, 40, tui.Options{Lang: label.ZH, NoColor: true})
	d.Press("2", "V", "b", "2")
	d.Write("年会")
	d.Press("enter")
	ids, err := d.Store.CustomerIDs(ctx, model.Query{Filters: []model.Filter{{Field: "tags", Op: model.OpIs, Value: "年会"}}})
	if all, _ := d.Store.CountCustomers(ctx); err != nil || len(ids) != all || all < 500 {
		t.Errorf("%d of %d tagged, %v", len(ids), all, err)
	}
	d.Lacks("正在处理")
}

func TestTheSelectionIsExportedAlone(t *testing.T) {
	d := open(t, label.ZH, 120, 40)
	path := filepath.Join(t.TempDir(), "two.csv")
	d.Press("down", "v", "v", "b", "7")
	d.Press("ctrl+u")
	d.Write(path)
	d.Press("enter")
	d.Sees("已导出 2 位客户")
	text, err := os.ReadFile(path)
	if lines := strings.Count(strings.TrimSpace(string(text)), "\n"); err != nil || lines != 2 {
		t.Errorf("%d lines after the head, %v\n%s", lines, err, text)
	}
}

func TestADuplicateIsMergedFromTheListOfThem(t *testing.T) {
	ctx := context.Background()
	d := open(t, label.ZH, 120, 40)
	d.Press("ctrl+p")
	pick(d, "查重")
	d.Sees("可能重复的客户:1 组", "佛山恒基板材有限公司", "恒基板材")
	d.Press("enter")
	d.Sees("合并", "(佛山恒基板材有限公司)", "保留  #3", "并入  #4", "空着的项由另一张补上")
	d.Press("right", "ctrl+s")
	d.Sees("已把 恒基板材 并入 恒基板材", "没有重复的客户")
	d.Press("esc")
	d.Sees("> 恒基板材", "里水大朗工业区", "共 5 位客户")
	c, err := d.Store.Customer(ctx, 3)
	if err != nil || c.Phones != "0757-83330001\n13700000009" || c.Grade != "A" || c.Terms != "月结30天" {
		t.Errorf("the one card %+v, %v", c, err)
	}
	d.Press("u")
	d.Sees("已撤销:合并客户", "共 6 位客户")
}

func TestTwoSelectedCustomersAreMergedAndSwapped(t *testing.T) {
	d := open(t, label.ZH, 80, 24)
	d.Press("v", "v", "b")
	pickEntry(d, "合并这两位")
	d.Sees("合并", "保留")
	before := d.Screen()
	d.Press("ctrl+t")
	if d.Screen() == before {
		t.Error("nothing is swapped")
	}
	d.Press("esc")
	d.Press("esc", "end", "enter")
	pickEntry(d, "与另一位合并")
	d.Write("没有这个人")
	d.Press("enter")
	d.Sees("没有找到「没有这个人」")
}

// pickEntry chooses an entry of a menu by moving to it.
func pickEntry(d *test.Desk, text string) {
	d.T.Helper()
	for range 30 {
		for _, line := range strings.Split(d.Screen(), "\n") {
			if _, after, ok := strings.Cut(line, "> "); ok && strings.Contains(after, text) {
				d.Press("enter")
				return
			}
		}
		d.Press("down")
	}
	d.T.Fatalf("no %q in\n%s", text, d.Screen())
}

func TestANewCustomerWhoIsThereIsAskedAbout(t *testing.T) {
	ctx := context.Background()
	d := open(t, label.ZH, 120, 40)
	fill := func() {
		d.Press("ctrl+n")
		d.Write("恒基板材有限公司")
		d.Press("ctrl+s")
		d.Sees("可能已有这位客户", "打开 #4 恒基板材", "两张都要", "返回修改")
	}
	fill()
	d.Press("3") // 佛山恒基板材 is not of the bare name: one to open, both, back
	d.Sees("新增客户", "恒基板材有限公司")
	d.Press("ctrl+s", "1")
	d.Sees("> 恒基板材", "里水大朗工业区")
	if n, _ := d.Store.CountCustomers(ctx); n != 6 {
		t.Errorf("%d customers", n)
	}
	d.Press("ctrl+n", "ctrl+r")
	d.Sees("恒基板材有限公司") // nothing is lost
	d.Press("ctrl+s", "2")
	d.Sees("已新增 恒基板材有限公司")
	if n, _ := d.Store.CountCustomers(ctx); n != 7 {
		t.Errorf("%d customers", n)
	}
}

func TestEverythingWorksWithTheInputMethodOn(t *testing.T) {
	d := open(t, label.ZH, 80, 24)
	d.Press("insert")
	d.Sees("已选 1")
	d.Press("enter", "esc", "esc", "f3", "enter", "1", "enter")
	d.Sees("成交状态 潜在")
	d.Press("esc", "enter")
	d.Sees("与另一位合并", "选中", "全选")
	d.Press("esc", "esc", "f7")
	d.Sees("保存的筛选")
}
