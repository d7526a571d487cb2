package store

import (
	"context"
	"fmt"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"genjin/model"
	"genjin/model/label"
)

// ordersText is every order in short, with its lines and receivables.
func ordersText(t *testing.T, s *Store) string {
	t.Helper()
	ctx := context.Background()
	ids, err := s.OrderList().IDs(ctx, model.Query{Sort: "order_no"})
	if err != nil {
		t.Fatal(err)
	}
	list, err := s.OrdersByID(ctx, ids)
	if err != nil {
		t.Fatal(err)
	}
	var b strings.Builder
	for _, o := range list {
		lines, _ := s.OrderLines(ctx, o.ID)
		fmt.Fprintf(&b, "%s %s %s %s→%s %s %d billed %d open %d\n%s\n%s\n", o.OrderNo, o.Customer, o.Status, o.OrderedOn,
			o.PromisedOn, o.Terms, o.Total, o.Billed, o.Outstanding, model.LinesText(lines), debtsText(t, s, o.ID))
	}
	return b.String()
}

func refusals(p model.Preview) map[int]string {
	all := map[int]string{}
	for _, r := range p.Rows {
		if r.Result == model.ResultRefused {
			all[r.Row] = label.Reasons(r.Record, r.Err, label.ZH)
		}
	}
	return all
}

func TestRepeatedCellsOfAnOrderAreComparedByWhatTheyMean(t *testing.T) {
	file := csvFile(t, "订单号,客户名称,订货日期,签约时间,状态,币种,品名,数量,单价,优惠金额,金额",
		"DD001,恒基板材有限公司,2026-11-03,2026年11月2日,已确认,CNY,柜门板,10,85.50,-31.75,823.25",
		"dd001,恒基板材,2026/11/3,2026-11-02,confirmed,人民币,封边条,1200,1.2,,1440",
		",,2026年11月3日,,,,螺丝,1,5,,5",
		",,,,,,,,,,2268.25",
		"本页小计,,,,,,,,,,2268.25",
		"DD001,恒基板材,46329,,,,背板,1,10,(1.00),9",
		"本页合计,,,,,,,,,,2277.25",
		"DD002,顺达家具,2026-11-03,,,,台面,1,10,,10",
		"DD002,顺达家具,2026-11-04,,,,台面,1,10,,10",
		"DD003,顺达家具,2026-11-04,,,,台面,1,10,,10",
		"DD003,恒基板材,2026-11-04,,,,台面,1,10,,10")
	_, p, _ := importFile(t, file, ImportOptions{})
	bad := refusals(p)
	if len(p.Unknown) > 0 || len(bad) != 4 || bad[10] == "" || bad[12] == "" {
		t.Fatalf("%v %v", p.Unknown, bad)
	}
	o := p.Proposals[0].Orders[0]
	if o.Order.OrderedOn != "2026-11-03" || o.Order.SignedOn != "2026-11-02" || len(o.Lines) != 4 || o.Lines[0].Line.Discount != 3175 ||
		o.Lines[3].Line.Discount != 100 {
		t.Errorf("%+v", o)
	}
}

func TestADateOrPriceThatIsNotRecognisedIsTold(t *testing.T) {
	file := csvFile(t, "订单号,客户名称,交货日期,发起那天,品名,数量,单价,老价钱", "DD001,恒基板材,2026-11-30,2026-11-03,柜门板,10,85.50,90")
	_, p, _ := importFile(t, file, ImportOptions{})
	if strings.Join(p.Unknown, " ") != "发起那天 老价钱" {
		t.Error(p.Unknown)
	}
}

func TestAnUntidyOrderListBecomesOrders(t *testing.T) {
	file := csvFile(t, "2026年11月订单跟踪表,,,,,,,,,,", "",
		"序号,订单号,客户名称,下单日期,交期,品名,规格,数量,单价,金额,付款条件,状态",
		"1,DD001,恒基板材,2026/11/3,11-30,柜门板,18mm,10㎡,¥85.50,855.00,月结30天,已确认",
		"2,,,,,封边条,,\"1,200米\",1.2元,1400,,",
		"小计,,,,,,,,,2255,,",
		"3,DD002,顺达家具,11.5,,台面,,2.5,\"3,000元\",,,报价",
		"4,DD002,顺达家具,11.5,,运费,,,,200,,报价",
		"合计,,,,,,,,,9955,,", "", "制表:陈萌")
	s, p, b := importFile(t, file, ImportOptions{})
	if p.Document != model.DocumentOrders || len(p.Unknown) > 0 || len(refusals(p)) > 0 || b.New != 2 {
		t.Fatal(p.Document, p.Unknown, refusals(p), b)
	}
	want := `DD001 恒基板材 confirmed 2026-11-03→2026-11-30 月结30天 225500 billed 225500 open 225500
柜门板 18mm 10㎡ × 85.50 = 855.00
封边条 1200米 × 1.20 - 40.00 = 1400.00
0/0 goods 225500 due "" open 225500
DD002 顺达家具 quote 2026-11-05→  770000 billed 0 open 0
台面 2.5 × 3000.00 = 7500.00
运费 1 × 200.00 = 200.00

`
	if got := ordersText(t, s); got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
	if c := cardsOf(t, s); len(c) != 2 || c[0].Stage != model.Won || c[1].Stage == model.Won {
		t.Errorf("%+v", c)
	}
	before := recordsText(t, s)
	if _, again := importInto(t, s, file, ImportOptions{}, false); again.ID != 0 || recordsText(t, s) != before {
		t.Error("the same file again changed something")
	}
	if _, err := s.Undo(context.Background()); err != nil || ordersText(t, s) != "" || len(cardsOf(t, s)) != 0 {
		t.Error("undo", err)
	}
}

func TestRowsOfOrdersThatCantBeTaken(t *testing.T) {
	for _, tt := range []struct{ row, why string }{
		{"A1,甲,2026-02-30,板,1,2,,,", "下单时间:「2026-02-30」这一天不存在"},
		{"A1,甲,2026-12-01,板,1,2,,,", "下单时间:「2026-12-01」还没到"},
		{"A1,甲,2026-11-01,板,-5,2,,,", "数量:看不懂数量「-5」,例如 12、2.5、1,200"},
		{"A1,甲,2026-11-01,板,0,2,,,", "数量:不能为空"},
		{"A1,甲,2026-11-01,板,9999999999999,2,,,", "数量:数量「9999999999999」超出范围"},
		{"A1,甲,2026-11-01,板,999999999,90000000000000,,,", "超出范围"},
		{"A1,甲,2026-11-01,板,1.2345,2,,,", "数量:「1.2345」最多三位小数"},
		{"A1,甲,2026-11-01,板,3,100,250,,", ""},
		{"A1,甲,2026-11-01,板,3,100,400,,", "金额:算下来是 300.00,写的是 400.00"},
		{"A1,甲,2026-11-01,,3,100,,,", "品名:不能为空"},
		{"A1,甲,2026-11-01,板,3,100,,飞了,", "订单状态:没有「飞了」,可选 报价、预留、已确认、已交付、已结、已取消"},
		{"A1,甲,2026-11-01,板,3,100,,预留,", "预留至:不能为空"},
		{"A1,甲,2026-11-01,板,3,100,,,月底看着给", "付款条件"},
		{"A1,,2026-11-01,板,3,100,,,", "客户:不能为空"},
		{",甲,2026-11-01,板,3,100,,,", ""},
		{"A1,甲,2026-11-01,板,3,US$100,,,", ""},
	} {
		s := open(t, "2026-11-24")
		path := csvFile(t, "订单号,客户,下单日期,品名,数量,单价,金额,状态,付款条件", tt.row)
		p, err := s.PreviewImport(context.Background(), path, ImportOptions{Lang: "zh"})
		if err != nil {
			t.Fatal(tt.row, err)
		}
		if why := refusals(p)[2]; tt.why == "" && why != "" || !strings.Contains(why, tt.why) {
			t.Errorf("%s: %q, want %q", tt.row, why, tt.why)
		}
	}
}

func TestAnOrderIsTakenWholeOrNotAtAll(t *testing.T) {
	file := csvFile(t, "订单号,客户,下单日期,品名,数量,单价",
		"A1,甲,2026-11-01,板,1,2", "A1,甲,2026-11-01,条,x,2", "A1,甲,2026-11-02,条,1,2", "A2,甲,2026-11-01,板,1,2", "A2,乙,2026-11-01,板,1,2",
		"A3,乙,2026-11-01,板,1,3")
	s, p, b := importFile(t, file, ImportOptions{Lang: "zh"})
	want := map[int]string{2: "同一订单的其他行有问题,整张订单没有写入", 3: "数量:看不懂数量「x」,例如 12、2.5、1,200", 4: "下单时间:这里是「2026-11-02」,同一订单已是「2026-11-01」",
		5: "同一订单的其他行有问题,整张订单没有写入", 6: "客户:这里是「乙」,同一订单已是「甲」"}
	got := refusals(p)
	for row, why := range want {
		if got[row] != why {
			t.Errorf("row %d: %q, want %q", row, got[row], why)
		}
	}
	if b.Refused != 5 || b.New != 1 || !strings.HasPrefix(ordersText(t, s), "A3 乙 quote") {
		t.Errorf("%+v\n%s", b, ordersText(t, s))
	}
	refused := filepath.Join(t.TempDir(), "r.csv")
	if err := s.WriteRefused(context.Background(), refused, p); err != nil {
		t.Fatal(err)
	}
	again, err := s.PreviewImport(context.Background(), refused, ImportOptions{Lang: "zh"})
	if err != nil || len(refusals(again)) != 5 || len(again.Unknown) > 0 {
		t.Error(refusals(again), again.Unknown, err)
	}
}

func TestTrackersTellHowFarOrdersAre(t *testing.T) {
	ctx := context.Background()
	file := csvFile(t, "订单号,客户,订单金额,下单日期,交期,订单确认,备料,生产,发货,签收,对账,开票,物流单号,订单状态,已收款,付款条件",
		"A1,甲,1000,2026-10-01,2026-10-20,√,10-5,10-12,10-18,10-20,√,10-25,SF1,,600,",
		"A2,甲,2000,2026-10-01,2026-10-20,,,,,,,,,已完成,,",
		"A3,乙,3000,2026-11-01,2026-12-20,√,,,,,,,,已交付,,30%定金+70%发货前",
		"A4,乙,400,2026-11-01,,,,,,,,,,已取消,,", "A5,丙,500,2026-11-01,,11-2,,,,,,,,取消,,")
	s, p, _ := importFile(t, file, ImportOptions{Lang: "zh"})
	if p.Document != model.DocumentOrders || len(refusals(p)) > 0 || len(p.Unknown) > 0 {
		t.Fatal(p.Document, refusals(p), p.Unknown)
	}
	want := `A1 甲 delivered 2026-10-01→2026-10-20  100000 billed 100000 open 40000
A1 1 × 1000.00 = 1000.00
0/0 goods 100000 due "" open 40000
A2 甲 closed 2026-10-01→2026-10-20  200000 billed 200000 open 0
A2 1 × 2000.00 = 2000.00
0/0 goods 200000 due "" open 0
A3 乙 delivered 2026-11-01→2026-12-20 30%定金+70%发货前 300000 billed 300000 open 300000
A3 1 × 3000.00 = 3000.00
1/2 deposit 90000 due "2026-11-01" open 90000; 2/2 balance 210000 due "2026-11-24" open 210000
A4 乙 cancelled 2026-11-01→  40000 billed 0 open 0
A4 1 × 400.00 = 400.00

A5 丙 cancelled 2026-11-01→  50000 billed 0 open 0
A5 1 × 500.00 = 500.00
0/0 goods 50000 due "" open 0
`
	if got := ordersText(t, s); got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
	a1, _ := s.OrderByNo(ctx, "A1")
	nodes, err := s.OrderNodes(ctx, a1.ID)
	if err != nil || nodes.Of(model.NodeConfirm).DoneOn != "2026-10-01" || nodes.Of(model.NodeProduce).DoneOn != "2026-10-12" ||
		nodes.Of(model.NodeReconcile).DoneOn != "2026-10-20" || a1.Waybill != "SF1" {
		t.Errorf("%+v %v", nodes, err)
	}
	later := csvFile(t, "订单号,客户,订单金额,交期,发货,备注", "A3,乙,,2026-12-20,2026-11-20,走专线", "A1,甲,,2026-10-20,2026-10-18,", "A2,丙,,2026-10-20,,")
	p, b := importInto(t, s, later, ImportOptions{OnDuplicate: model.DuplicateUpdate, Lang: "zh"}, true)
	if got := refusals(p); b.Updated != 1 || b.Unchanged != 1 || got[4] != "客户:这里是「丙」,同一订单已是「甲」" {
		t.Fatalf("%+v %v", b, got)
	}
	a3, _ := s.OrderByNo(ctx, "A3")
	if a3.ShippedOn != "2026-11-20" || a3.Remark != "走专线" || !strings.Contains(debtsText(t, s, a3.ID), `2/2 balance 210000 due "2026-11-20"`) {
		t.Errorf("%+v %s", a3, debtsText(t, s, a3.ID))
	}
}

func TestExportedOrdersComeBackTheSame(t *testing.T) {
	ctx := context.Background()
	s := open(t, "2026-11-24")
	filledWithOrders(t, s)
	ids, err := s.OrderList().IDs(ctx, model.Query{Sort: "id"})
	if err != nil {
		t.Fatal(err)
	}
	products, _ := s.ProductList().IDs(ctx, model.Query{Filters: model.ProductView.Both()})
	for i, lang := range []string{"zh", "en"} {
		for n, ext := range []string{"xlsx", "csv", "json"} {
			if testing.Short() && n%2 != i {
				continue
			}
			dir := t.TempDir()
			orderFile, productFile := filepath.Join(dir, "orders."+ext), filepath.Join(dir, "products."+ext)
			for path, e := range map[string]model.Export{orderFile: {Kind: model.ExportOrders, IDs: ids, Lang: lang},
				productFile: {Kind: model.ExportProducts, IDs: products, Lang: lang}} {
				if _, err := s.Export(ctx, path, e); err != nil {
					t.Fatal(lang, ext, err)
				}
			}
			to := open(t, "2026-11-24")
			for _, path := range []string{productFile, orderFile} {
				p, _ := importInto(t, to, path, ImportOptions{Lang: "zh"}, true)
				if len(refusals(p)) > 0 || len(p.Unknown) > 0 {
					t.Fatal(lang, ext, p.Document, refusals(p), p.Unknown)
				}
			}
			if got, want := ordersText(t, to), ordersText(t, s); got != want {
				t.Errorf("%s %s: got\n%s\nwant\n%s", lang, ext, got, want)
			}
			for _, table := range []string{"product", "customer_order", "order_line"} {
				if got, want := importedColumns(t, to, table), importedColumns(t, s, table); got != want {
					t.Errorf("%s %s: %s\n%s\nwant\n%s", lang, ext, table, got, want)
				}
			}
			for _, path := range []string{productFile, orderFile} {
				if p, b := importInto(t, to, path, ImportOptions{OnDuplicate: model.DuplicateUpdate}, false); b.ID != 0 {
					t.Errorf("%s %s: the same file again: %+v %+v", lang, ext, b, p.Rows)
				}
			}
		}
	}
}

// importedColumns is a table as text, without ids and what lists don't hold.
func importedColumns(t *testing.T, s *Store, table string) string {
	t.Helper()
	columns := map[string]string{
		"product": "code, name, colour, spec, unit, currency, list_price, floor_price, inactive",
		"order_line": "seq, product, name, spec, colour, unit, quantity, returned, currency, unit_price, discount, amount, " +
			"list_price, floor_price",
		"customer_order": "order_no, ordered_on, quoted_on, promised_on, currency, terms, salesperson, status, reserved_on, reserved_until, " +
			"contract_no, signed_on, approved_by, approved_on, approved_reason, carrier, waybill, vehicle, eta, shipped_on, received_on, " +
			"received_by, accepted_on, invoice_no, remark, confirmed_on, reconciled_on, invoiced_on, closed_on, cancelled_on, cancelled_reason," +
			" total, billed, collected, outstanding, next_node, next_on",
	}[table]
	rows := column(t, s, "SELECT "+strings.ReplaceAll(columns, ", ", "||'|'||")+" FROM "+table)
	slices.Sort(rows)
	return strings.Join(rows, "\n")
}

// filledWithOrders is a file with an order of every kind.
func filledWithOrders(t *testing.T, s *Store) {
	t.Helper()
	ctx := context.Background()
	heng, shun := add(t, s, model.Customer{Name: "恒基板材", Phones: "13800000001"}), add(t, s, model.Customer{Name: "顺达家具", Currency: "USD"})
	for _, p := range []model.Product{
		{Code: "YB-01", Name: "柜门板", Colour: "胡桃", Spec: "18mm", Unit: "张", ListPrice: 12850, FloorPrice: 11000},
		{Code: "YB-02", Name: "封边条", Unit: "米", ListPrice: 120, Inactive: true}, {Code: "US-1", Name: "Board", Currency: "USD", ListPrice: 990},
	} {
		if _, err := s.AddProduct(ctx, p); err != nil {
			t.Fatal(err)
		}
	}
	day := func(n model.Node, on model.Date) model.NodeStep { return model.NodeStep{Node: n, On: on} }
	mustOrder(t, s, model.Order{OrderNo: "Q1", CustomerID: heng.ID, OrderedOn: "2026-11-20", PromisedOn: "2026-12-20", Seller: "陈萌"}, boards())
	mustOrder(t, s, model.Order{OrderNo: "C1", CustomerID: heng.ID, OrderedOn: "2026-10-01", PromisedOn: "2026-10-30",
		Terms: "30%定金+60%发货前+10%验收后30天", ContractNo: "HT-1", SignedOn: "2026-10-01", Remark: "先打样\n再下料"},
		[]model.OrderLine{{Product: "YB-01", Quantity: 12500}, {Product: "YB-02", Quantity: 300000, UnitPrice: 100, Discount: 1},
			{Name: "运费", Quantity: 1000, UnitPrice: 20000}, {Name: "样品", Quantity: 1000}},
		day(model.NodeConfirm, "2026-10-02"), day(model.NodePrepare, "2026-10-10"),
		model.NodeStep{Node: model.NodeShip, On: "2026-10-28", Reason: "老客户", Carrier: "德邦", Waybill: "DB7", Vehicle: "粤E12345",
			ETA: "2026-10-30"},
		model.NodeStep{Node: model.NodeReceive, On: "2026-10-31", ReceivedBy: "王"})
	usd := mustOrder(t, s, model.Order{OrderNo: "U1", CustomerID: shun.ID, OrderedOn: "2026-09-01"},
		[]model.OrderLine{{Product: "US-1", Quantity: 10000}},
		day(model.NodeConfirm, "2026-09-02"), day(model.NodeShip, "2026-09-18"), day(model.NodeReceive, "2026-09-20"),
		day(model.NodeReconcile, "2026-09-25"), model.NodeStep{Node: model.NodeInvoice, On: "2026-09-26", InvoiceNo: "INV-9"})
	if _, err := s.Pay(ctx, model.Payment{CustomerID: shun.ID, Amount: usd.Total, Currency: "USD", ReceivedOn: "2026-10-05"},
		nil); err != nil {
		t.Fatal(err)
	}
	r := mustOrder(t, s, model.Order{OrderNo: "R1", CustomerID: heng.ID, OrderedOn: "2026-11-22"}, boards())
	if _, err := s.ReserveOrder(ctx, r.ID, "2026-12-01"); err != nil {
		t.Fatal(err)
	}
	x := mustOrder(t, s, model.Order{OrderNo: "X1", CustomerID: heng.ID, OrderedOn: "2026-11-10"}, boards(),
		day(model.NodeConfirm, "2026-11-11"))
	if _, err := s.ChangeOrder(ctx, model.ChangeRequest{OrderID: x.ID, Kind: model.ChangeCancel, Deposit: model.DepositAdvance,
		On:     "2026-11-20",
		Reason: "客户停工"}); err != nil {
		t.Fatal(err)
	}
}
