package orders_test

import (
	"context"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"genjin/model"
	"genjin/model/label"
	"genjin/tui"
)

func TestProducts(t *testing.T) {
	d, _ := only(t, 80, 24)
	d.Press("shift+tab")
	d.Sees("[产品]", "HJ-101", "115.00")
	d.Press("f9")
	d.Lacks("115.00")
	d.Sees("****")
	d.Press("f9", "n")
	d.Write("HJ-400")
	d.Press("enter", "enter")
	d.Write("五金包")
	d.Press("ctrl+s")
	d.Sees("已保存 HJ-400", "五金包")
	d.Press("e")
	d.Press("ctrl+s")
	d.Sees("已保存 HJ-400")
	d.Press("space")
	d.Sees("HJ-400 已停用")
	d.Lacks("五金包")
	d.Press("A")
	d.Sees("五金包", "停用")
	d.Press("home", "d")
	d.Sees("已删除 HJ-101")
	d.Press("u")
	d.Sees("HJ-101")
	d.Press("n")
	d.Write("HJ-205")
	d.Press("ctrl+s")
	d.Sees("已经有了")
}

func TestTheListsAreNarrowedDown(t *testing.T) {
	d := openDesk(t, label.ZH, 120, 40)
	d.Press("/")
	d.Write("DB2026")
	d.Sees("20261102-01")
	d.Lacks("20261020-01 ")
	d.Press("esc", "f")
	d.Write("状态")
	d.Press("enter")
	d.Write("已结")
	d.Press("enter")
	d.Sees("[全部]", "20261008-01", "筛选  订单状态 已结")
	d.Press("esc", "f")
	d.Write("逾期")
	d.Press("enter", "space", "enter")
	d.Sees("逾期 是", "20261102-01")
	d.Lacks("20261116-01")
	d.Press("esc", "o", "7")
	d.Sees("20261116-01")
	d.Press("f")
	d.Write("customer_id")
	d.Press("enter")
	d.Write("周敏")
	d.Press("enter")
	d.Sees("客户 周敏", "20261119-01")
	d.Lacks("20261102-01")
}

func TestAFilterOfOrdersIsSavedForOrdersAlone(t *testing.T) {
	d := openDesk(t, label.ZH, 120, 40)
	d.Press("f")
	d.Write("customer_id")
	d.Press("enter")
	d.Write("周敏")
	d.Press("enter", "F", "enter")
	d.Write("周敏的")
	d.Press("enter")
	d.Sees("已保存筛选「周敏的」")
	d.Press("2", "F")
	d.Lacks("1 周敏的")
	d.Start(120, 40, tui.Options{Lang: label.ZH, NoColor: true})
	d.Press("4", "F", "1")
	d.Sees("周敏的  客户 周敏", "20261119-01")
	d.Lacks("20261102-01")
}

func TestTheListShowsTheColumnsThatWereChosenAndIsOrderedByAnyOfThem(t *testing.T) {
	d := openDesk(t, label.ZH, 240, 40)
	d.Press(":")
	d.Write("选择列")
	d.Press("enter")
	d.Write("报价日期")
	d.Press("space", "enter")
	d.Sees("报价日期")
	d.Start(240, 40, tui.Options{Lang: label.ZH, NoColor: true})
	d.Press("4")
	d.Sees("报价日期")
	d.Press("o", "end", "enter")
	d.Write("报价日期")
	d.Press("enter", "o")
	d.Sees("报价日期  升序")
}

func TestSelectedOrdersAreExported(t *testing.T) {
	d := openDesk(t, label.ZH, 120, 40)
	path := filepath.Join(t.TempDir(), "two.csv")
	d.Press("v", "v")
	d.Sees("已选 2", "*20261102-01")
	d.Press("b", "1", "ctrl+u")
	d.Write(path)
	d.Press("enter")
	d.Sees("已导出 2")
	d.Press("esc")
	d.Lacks("已选 2")
}

func TestTodayDoesWhatItsRowsAsk(t *testing.T) {
	d := openDesk(t, label.ZH, 120, 40, "1", "down") // money that is due before shipping comes first
	d.Sees("签收确认", "20261102-01")
	d.Press("space")
	d.Sees("客户签收  20261102-01")
	d.Press("enter")
	d.Sees("20261102-01 客户签收已完成")
	d.Press("u", "home", "down")
	d.Sees("签收确认")
	d.Press("enter")
	d.Sees("完成:客户签收", "这张订单的操作")
	d.Press("2")
	d.Sees("节点:完成或撤回", "收款")
}

func TestAnInquiryIsAnsweredWithAQuote(t *testing.T) {
	d, f := only(t, 120, 40)
	_, _, err := d.Store.Log(context.Background(), model.Entry{CustomerID: f.who[foshan], At: "2026-11-20 10:00",
		Method: model.Phone, Kind: model.Inquiry, Situation: "柜门板100张报个价"}, model.Plan{})
	f.must(err)
	d.Start(120, 40, tui.Options{Lang: label.ZH, NoColor: true})
	d.Sees("待报价")
	d.Press("down", "space")
	d.Sees("新订单  " + foshan)
	d.Press("enter")
	d.Write("HJ-101")
	d.Press("enter")
	d.Write("100")
	d.Press("ctrl+s")
	d.Sees("已保存 20261123-01")
	d.Lacks("> 佛山恒基板材有限~  A  待报价")
}

func TestTheListIsExported(t *testing.T) {
	d := openDesk(t, label.ZH, 120, 40)
	for _, c := range []struct {
		keys []string
		file string
	}{{nil, "orders.csv"}, {[]string{"shift+tab"}, "products.csv"}} {
		path := filepath.Join(t.TempDir(), c.file)
		d.Press(append(c.keys, "x")...)
		d.Sees("导出列表")
		d.Press("ctrl+u")
		d.Write(path)
		d.Press("enter")
		d.Sees("已导出")
		if text, err := os.ReadFile(path); err != nil || !strings.Contains(string(text), "HJ-101") {
			t.Errorf("%s: %v\n%s", c.file, err, text)
		}
	}
}

func TestAnOrderIsPrinted(t *testing.T) {
	d := openDesk(t, label.EN, 120, 40)
	for _, title := range []string{label.OrderDoc(model.ExportConfirmation, label.EN).Title,
		label.OrderDoc(model.ExportDelivery, label.EN).Title} {
		path := filepath.Join(t.TempDir(), "doc.html")
		d.Press(":")
		d.Write(title)
		d.Press("enter")
		d.Sees(title + "  20261020-01")
		d.Press("ctrl+u")
		d.Write(path)
		d.Press("enter")
		d.Sees("exported to")
		if text, err := os.ReadFile(path); err != nil || !strings.Contains(string(text), "20261020-01") {
			t.Errorf("%s: %v", title, err)
		}
	}
}

func TestTheCardListsTheOrders(t *testing.T) {
	d := openDesk(t, label.ZH, 120, 40, "2", "end")
	d.Sees("20261119-01 !!...... 预留 8,400.00 12-05", "20261008-01 ##--#### 已结 8,800.00")
	d.Press("enter")
	d.Sees("新订单、报价")
	for range 9 {
		d.Press("down")
	}
	d.Press("enter")
	d.Sees("20261119-01  预留  8,400.00")
	d.Press("enter")
	d.Sees("完成:订单确认", "改预留期限")
	d.Press("1")
	d.Sees("20261119-01 订单确认已完成", "20261119-01 ##>..... 已确认")
	d.Press("u")
	d.Sees("20261119-01 !!...... 预留")
}

func TestAnotherTabSeesTheOrder(t *testing.T) {
	d := openDesk(t, label.ZH, 120, 40, "5")
	d.Lacks("20261116-01")
	d.Press("4", "end", "space")
	d.Sees("20261116-01 订单确认已完成")
	d.Press("5")
	d.Sees("20261116-01", "USD 12,350.00")
}
