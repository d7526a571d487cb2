package orders_test

import (
	"context"
	"testing"

	"genjin/model"
	"genjin/model/label"
	"genjin/tui"

	"genjin/tui/test"
)

// only is a desk with the customers and products, and no order yet.
func only(t *testing.T, w, h int) (*test.Desk, *filler) {
	t.Helper()
	d := test.Open(t, label.ZH, w, h)
	ctx := context.Background()
	f := &filler{t: t, st: d.Store, who: map[string]int64{}}
	k, err := d.Store.AddCustomer(ctx, model.Customer{Name: foshan, Kind: model.Company, Grade: model.GradeA,
		FilledOn: "2026-01-05", NextOn: "2026-12-20", Terms: "30%定金+60%发货前+10%验收后30天", CreditLimit: 1_000_000})
	f.must(err)
	f.who[foshan] = k.ID
	for _, p := range []model.Product{
		{Code: "HJ-101", Name: "柜门板 暖白", Spec: "2440*1220*18", Unit: "张", ListPrice: 12850, FloorPrice: 11500, Currency: "CNY"},
		{Code: "HJ-205", Name: "背板 灰橡", Unit: "张", ListPrice: 6800, FloorPrice: 6000, Currency: "CNY"},
	} {
		_, err := d.Store.AddProduct(ctx, p)
		f.must(err)
	}
	d.Start(w, h, tui.Options{Lang: label.ZH, NoColor: true})
	d.Press("4")
	return d, f
}

// one is the only order there is.
func one(t *testing.T, d *test.Desk) model.OrderDetail {
	t.Helper()
	ctx := context.Background()
	ids, err := d.Store.OrderList().IDs(ctx, model.Query{})
	if err != nil || len(ids) != 1 {
		t.Fatalf("%d orders, %v", len(ids), err)
	}
	o, err := d.Store.OrderOf(ctx, ids[0])
	if err != nil {
		t.Fatal(err)
	}
	return o
}

func TestAQuoteIsWrittenFromTheKeyboard(t *testing.T) {
	for _, size := range []struct{ w, h int }{{80, 24}, {120, 40}} {
		d, f := only(t, size.w, size.h)
		_, err := d.Store.SaveItem(context.Background(), model.Item{Record: "customer_price", CustomerID: f.who[foshan],
			Values: map[string]string{"product": "HJ-101", "currency": "CNY", "price": "12500", "colour": "象牙"}})
		f.must(err)
		d.Press("ctrl+n")
		d.Write("恒基")
		d.Press("enter")
		d.Sees("新订单  "+foshan, "20261123-01")
		d.Write("12-20")
		d.Sees("2026-12-20 周日")
		d.Press("enter")
		d.Write("柜门")
		d.Sees("> HJ-101", "128.50")
		d.Press("enter")
		d.Sees("125.00") // their own price
		d.Write("100")
		d.Sees("12,500.00", "30% 定金 3,750.00", "合计 12,500.00")
		d.Press("ctrl+s")
		d.Sees("已保存 20261123-01,共 12,500.00", "20261123-01", "12-20")
		o := one(t, d)
		if l := o.LineList[0]; l.Product != "HJ-101" || l.Quantity != 100_000 || l.UnitPrice != 12500 || l.Colour != "象牙" ||
			o.Status != model.OrderQuote || o.PromisedOn != "2026-12-20" {
			t.Errorf("%+v", o)
		}
		d.Press("u")
		d.Sees("已撤销:新增订单", "还没有订单")
	}
}

func TestAQuoteHasSeveralLinesOfTextAndProducts(t *testing.T) {
	d, _ := only(t, 120, 40)
	d.Press("n", "enter", "enter")
	d.Write("hj-205")
	d.Press("enter") // the product
	d.Write("10")
	d.Press("down") // the next line
	d.Press("left", "left", "left")
	d.Write("安装费")
	d.Press("tab", "tab", "tab")
	d.Write("1")
	d.Press("tab", "tab")
	d.Write("500")
	d.Sees("安装费", "500.00", "合计 1,180.00")
	d.Press("tab")
	d.Write("600") // more than the line comes to
	d.Sees("第2行", "600.00 超过 500.00")
	d.Press("ctrl+s")
	d.Sees("第2行")
	d.Write("0")
	d.Press("backspace", "backspace", "backspace", "backspace")
	d.Write("80")
	d.Sees("合计 1,100.00", "优惠 80.00")
	d.Press("ctrl+s")
	d.Sees("共 1,100.00")
	d.Press("e")
	d.Press("tab", "tab", "tab", "tab", "tab", "tab", "tab", "tab", "tab") // to the lines
	d.Press("ctrl+d")
	d.Sees("合计 420.00")
	d.Press("ctrl+s")
	d.Sees("已保存 20261123-01")
	if o := one(t, d); len(o.LineList) != 1 || o.LineList[0].Name != "安装费" {
		t.Errorf("%+v", o.LineList)
	}
	d.Press("u")
	if o := one(t, d); len(o.LineList) != 2 || o.Total != 110_000 {
		t.Errorf("%+v", o.LineList)
	}
}

func TestAPriceIsTypedInItsColumnOnASmallScreen(t *testing.T) {
	d, _ := only(t, 80, 24)
	d.Press("n", "enter", "enter")
	d.Sees("数量", "单价") // drawn without a unit and a colour
	d.Lacks("色样", "单位")
	d.Write("安装费")
	d.Press("tab", "tab", "tab")
	d.Write("2")
	d.Press("tab")
	d.Write("500")
	d.Sees("合计 1,000.00")
	d.Press("ctrl+s")
	if l := one(t, d).LineList[0]; l.UnitPrice != 50_000 || l.Unit != "" || l.Quantity != 2000 {
		t.Errorf("%+v", l)
	}
}

func TestAnOrderNeedsALine(t *testing.T) {
	d, _ := only(t, 80, 24)
	for _, keys := range [][]string{{"ctrl+s"}, {"enter", "enter", "enter"}} { // at once, or through the fields
		d.Press("n", "enter")
		d.Sees("新订单")
		d.Press(keys...)
		if ids, err := d.Store.OrderList().IDs(context.Background(), model.Query{}); err != nil || len(ids) > 0 {
			t.Fatalf("%v made an empty order, %v", keys, err)
		}
		d.Sees("还没有明细")
		d.Press("esc")
	}
}

func TestADraftOfAnOrderComesBack(t *testing.T) {
	d, _ := only(t, 80, 24)
	d.Press("n", "enter", "enter")
	d.Write("HJ-101")
	d.Press("enter")
	d.Write("7")
	d.Press("esc")
	d.Sees("草稿已保留")
	d.Press("n", "enter")
	d.Sees("恢复草稿?")
	d.Lacks("合计 899.50")
	d.Press("ctrl+r")
	d.Sees("草稿已恢复", "合计 899.50")
	d.Press("ctrl+s")
	d.Sees("共 899.50")
}

func TestAPriceUnderTheFloorWaitsForAnApproval(t *testing.T) {
	d, f := only(t, 120, 40)
	f.order(foshan, model.Order{PromisedOn: "2026-12-20"}, []model.OrderLine{{Product: "HJ-101", Quantity: 10_000, UnitPrice: 11000}})
	d.Start(120, 40, tui.Options{Lang: label.ZH, NoColor: true})
	d.Press("4")
	d.Sees("审价情况  待审", "低于最低价 115.00")
	d.Press("f9")
	d.Sees("低于最低价")
	d.Lacks("低于最低价 115.00")
	d.Press("f9", "space")
	d.Sees("批价  20261123-01")
	d.Write("李总")
	d.Press("enter")
	d.Press("ctrl+s")
	d.Sees("不能为空")
	d.Write("老客户走量")
	d.Press("ctrl+s")
	d.Sees("价格已批", "李总")
	d.Press("space")
	d.Sees("订单确认已完成", "已确认")
	if o := one(t, d); o.Status != model.OrderConfirmed || o.Review != model.ReviewApproved {
		t.Errorf("%+v", o.Order)
	}
	d.Press("u", "u")
	if o := one(t, d); o.Status != model.OrderQuote || o.Review != model.ReviewNeeded {
		t.Errorf("%+v", o.Order)
	}
}

func TestAnOrderOverTheCreditLimitAsksForTheReason(t *testing.T) {
	d, f := only(t, 80, 24)
	f.order(foshan, model.Order{PromisedOn: "2026-12-20"}, []model.OrderLine{{Product: "HJ-101", Quantity: 100_000}})
	d.Start(80, 24, tui.Options{Lang: label.ZH, NoColor: true})
	d.Press("4", "space")
	d.Sees("超过信用额度 10000.00", "12850.00")
	d.Write("年底前结清旧账")
	d.Press("ctrl+s")
	d.Sees("订单确认已完成")
	if o := one(t, d); o.Status != model.OrderConfirmed || o.LimitWhy != "年底前结清旧账" {
		t.Errorf("%+v", o.Order)
	}
	d.Press("u")
	if o := one(t, d); o.Status != model.OrderQuote {
		t.Errorf("%+v", o.Order)
	}
}

func TestAnOrderTakenAtOnceOverTheLimitAsksForTheReason(t *testing.T) {
	d, _ := only(t, 80, 24)
	d.Press("n", "enter", "enter")
	d.Write("HJ-101")
	d.Press("enter")
	d.Write("100")
	d.Press("shift+tab", "shift+tab", "shift+tab", "shift+tab")
	for range 9 {
		d.Press("shift+tab")
	}
	d.Press("right")
	d.Sees("(已确认)")
	d.Press("ctrl+s")
	d.Sees("超过信用额度")
	d.Write("预付全款")
	d.Press("ctrl+s")
	d.Sees("已保存 20261123-01")
	if o := one(t, d); o.Status != model.OrderConfirmed || o.LimitWhy != "预付全款" || len(o.Receivables) != 3 {
		t.Errorf("%+v", o.Order)
	}
}

// taken is a desk with one confirmed order.
func taken(t *testing.T) *test.Desk {
	t.Helper()
	d, f := only(t, 120, 40)
	f.order(foshan, model.Order{OrderedOn: "2026-11-10", PromisedOn: "2026-12-20"},
		[]model.OrderLine{{Product: "HJ-101", Quantity: 40_000}, {Product: "HJ-205", Quantity: 10_000}}, confirmed("2026-11-10"))
	d.Start(120, 40, tui.Options{Lang: label.ZH, NoColor: true})
	d.Press("4")
	return d
}

func TestEveryNodeIsAKeyOrTwo(t *testing.T) {
	d := taken(t)
	d.Press("space", "space")
	d.Sees("生产已完成")
	d.Press("space")
	d.Sees("承运方", "2026-12-20 周日", "定金 1,746.00 未收") // expected on the promised day
	d.Write("老客户")
	d.Press("ctrl+s")
	d.Sees("发货已完成")
	d.Press("space")
	d.Sees("签收人")
	d.Write("王工")
	d.Press("ctrl+s")
	d.Sees("客户签收已完成", "已交付")
	d.Press("space")
	d.Sees("对账已完成")
	d.Press("space")
	d.Write("FP0077")
	d.Press("ctrl+s")
	d.Sees("开票已完成")
	o := one(t, d)
	if o.InvoiceNo != "FP0077" || o.ReceivedBy != "王工" || o.ETA != "2026-12-20" || o.NextNode != "" {
		t.Errorf("%+v", o.Order)
	}
	d.Press("space")
	d.Sees("没有要做的节点")
	d.Press("t", "8") // the invoice, back
	d.Sees("开票已撤回")
	d.Press(":")
	d.Write("验收完毕")
	d.Press("enter")
	d.Sees("已验收")
	if o := one(t, d); o.AcceptedOn != deskDay || o.InvoicedOn != "" {
		t.Errorf("%+v", o.Order)
	}
	for range 8 {
		d.Press("u")
	}
	if o := one(t, d); o.NextNode != model.NodePrepare || o.ShippedOn != "" {
		t.Errorf("after undo %+v", o.Order)
	}
}

// deskDay is the day on which the desk opens.
const deskDay model.Date = "2026-11-23"

func TestTheShipmentIsAsked(t *testing.T) {
	d := taken(t)
	d.Press("t", "5")
	d.Write("德邦物流")
	d.Press("enter")
	d.Write("DB001")
	d.Press("ctrl+s")
	d.Sees("发货已完成")
	d.Press("tab", "tab")
	d.Sees("[在途]", "德邦物流", "DB001")
	d.Press("u")
	d.Sees("没有在途的货")
}

func TestChangesKeepTheirReason(t *testing.T) {
	total := func(want int64) func(*testing.T, *test.Desk) {
		return func(t *testing.T, d *test.Desk) {
			if o := one(t, d); o.Total != want || len(o.Changes) != 1 || o.Changes[0].Reason != "说好了" || o.Billed != want {
				t.Errorf("%+v", o)
			}
		}
	}
	for _, c := range []struct {
		name  string
		do    func(d *test.Desk)
		check func(t *testing.T, d *test.Desk)
	}{
		{"reschedule", func(d *test.Desk) {
			d.Press("E", "4", "ctrl+s")
			d.Sees("不能为空")
			d.Press("shift+tab")
			for range 12 {
				d.Press("backspace")
			}
			d.Write("12-28")
			d.Press("enter")
		}, func(t *testing.T, d *test.Desk) {
			if o := one(t, d); o.PromisedOn != "2026-12-28" || o.Changes[0].Before != "2026-12-20" {
				t.Errorf("%+v", o)
			}
		}},
		{"discount", func(d *test.Desk) {
			d.Press("E", "5")
			d.Write("820")
			d.Sees("5,820.00 > 5,000.00")
			d.Press("enter")
		}, total(500_000)},
		{"return", func(d *test.Desk) {
			d.Press("E", "2")
			d.Write("20") // of the first line
			d.Press("tab", "delete")
			d.Sees("5,820.00 > 3,250.00")
			d.Press("tab")
		}, total(325_000)},
		{"exchange", func(d *test.Desk) {
			d.Press("E", "1", "ctrl+d") // without the first line
			d.Sees("5,820.00 > 680.00")
			d.Press("down", "enter") // the empty line, and out of the table
		}, total(68_000)},
		{"cancel", func(d *test.Desk) {
			d.Press("E", "6")
			d.Sees("5,820.00 会冲减")
		}, func(t *testing.T, d *test.Desk) {
			if o := one(t, d); o.Status != model.OrderCancelled || o.Billed != 0 || o.CancelledWhy != "说好了" {
				t.Errorf("%+v", o.Order)
			}
		}},
	} {
		t.Run(c.name, func(t *testing.T) {
			d := taken(t)
			c.do(d)
			d.Write("说好了")
			d.Press("ctrl+s")
			d.Sees("20261110-01 已")
			c.check(t, d)
			d.Press("u")
			if o := one(t, d); o.Total != 582_000 || len(o.Changes) != 0 || o.Status != model.OrderConfirmed || o.PromisedOn != "2026-12-20" ||
				o.Billed != 582_000 {
				t.Errorf("after undo %+v", o)
			}
		})
	}
}

func TestAnOrderGoesToAnotherCustomer(t *testing.T) {
	d := taken(t)
	if _, err := d.Store.AddCustomer(context.Background(), model.Customer{Name: hangzhou}); err != nil {
		t.Fatal(err)
	}
	d.Press("E", "3")
	d.Write("杭州")
	d.Press("enter")
	d.Sees("更名  20261110-01", hangzhou)
	d.Write("集团改由杭州付")
	d.Press("ctrl+s")
	d.Sees("已更名", hangzhou)
	if o := one(t, d); o.Customer != hangzhou || o.Changes[0].After != hangzhou {
		t.Errorf("%+v", o)
	}
	d.Press("u")
	if o := one(t, d); o.Customer != foshan {
		t.Errorf("%+v", o)
	}
}

func TestAQuoteIsReservedAndRemoved(t *testing.T) {
	d, f := only(t, 120, 40)
	f.order(foshan, model.Order{PromisedOn: "2026-12-20"}, []model.OrderLine{{Product: "HJ-205", Quantity: 1000}})
	d.Start(120, 40, tui.Options{Lang: label.ZH, NoColor: true})
	d.Press("4", ":")
	d.Write("预留")
	d.Press("enter")
	d.Sees("预留  20261123-01", "2026-11-30")
	d.Press("ctrl+s")
	d.Sees("预留至11-30", "预留")
	if o := one(t, d); o.Status != model.OrderReserved {
		t.Errorf("%+v", o.Order)
	}
	d.Press(":")
	d.Write("取消预留")
	d.Press("enter")
	d.Sees("已取消预留")
	d.Press("delete")
	d.Sees("已删除 20261123-01", "还没有订单")
	d.Press("ctrl+z", "ctrl+z", "ctrl+z")
	if o := one(t, d); o.Status != model.OrderQuote {
		t.Errorf("%+v", o.Order)
	}
}

func TestANodeIsPlannedForAnotherDay(t *testing.T) {
	d := taken(t)
	d.Press("enter")
	d.Sees("改节点计划")
	d.Press("esc", ":")
	d.Write("改节点计划")
	d.Press("enter", "4")
	d.Sees("生产计划  20261110-01")
	for range 12 {
		d.Press("backspace")
	}
	d.Write("12-01")
	d.Press("enter")
	d.Write("等模具")
	d.Press("ctrl+s")
	d.Sees("生产计划已改")
	if n := one(t, d).Nodes.Of(model.NodeProduce); n.PlannedOn != "2026-12-01" || n.Note != "等模具" {
		t.Errorf("%+v", n)
	}
}

func TestAPaymentAndAContactFromTheOrder(t *testing.T) {
	d := taken(t)
	d.Press("p")
	d.Sees("收款  " + foshan)
	d.Press("esc", "ctrl+l")
	d.Sees("记录跟进  " + foshan)
	d.Write("问交期")
	d.Press("ctrl+s")
	d.Sees("已记录 " + foshan)
}

// F6 says of an order's customer that nobody answered.
func TestNobodyAnsweredAboutAnOrder(t *testing.T) {
	d := openDesk(t, label.ZH, 120, 40)
	d.Press("f6")
	d.Sees("未接通 ", "再打")
	d.Press("u")
	d.Sees("已撤销")
}
