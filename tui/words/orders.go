package words

// Orders is the tab of orders and products.
type Orders struct {
	Tab                                                      string
	Open, ByStatus, Transit, Products, All                   string // the sections
	Read, ReadDetail                                         string
	SearchHint, SearchProducts                               string
	No, Customer, Status, Promised, Late, Nodes, Share, Next string // column heads
	Arrives, Past                                            string
	None, NothingOpen, NothingOnTheWay, NoProducts           string
	Sum                                                      string // currency, how many
	ProductSum                                               string // how many
	Legend                                                   string
	Show, NextGroup, PrevGroup                               string
	ShowStopped, HideStopped, Stopped, Hidden                string
	Contact                                                  string
	Export, ExportTitle, ExportName, Exported                string // how many; day; how many, file
	ExportProductsTitle, ExportProductsName                  string // how many; day
	Nobody, NoLines, NoDebts                                 string
	Lines, Steps, Shipment, Money, Changes, Contract         string // sections of the details
	Planned, Done, CollectedOf, LateBy, OnDay                string // amount, percent; days
	Floored                                                  string
	Back                                                     string // quantity
	InTime                                                   string // percent, how many, of
}

func orders(t tongue) Orders {
	return Orders{
		Tab:            t.say("订单", "Orders"),
		Open:           t.say("未完成", "Open"),
		ByStatus:       t.say("按状态", "By status"),
		Transit:        t.say("在途", "In transit"),
		Products:       t.say("产品", "Products"),
		All:            t.say("全部", "All"),
		Read:           t.say("读取订单", "Reading the orders"),
		ReadDetail:     t.say("读取订单明细", "Reading the order"),
		SearchHint:     t.say("订单号、客户、产品、运单号", "order, customer, product, waybill"),
		SearchProducts: t.say("编号、名称、规格", "code, name, spec"),
		No:             t.say("订单号", "Order"),
		Customer:       t.say("客户", "Customer"),
		Status:         t.say("状态", "Status"),
		Promised:       t.say("交期", "Promised"),
		Late:           t.say("迟", "Late"),
		Nodes:          t.say("节点", "Nodes"),
		Share:          t.say("已收", "Paid"),
		Next:           t.say("下一步", "Next"),
		Arrives:        t.say("预计到", "ETA"),
		Past:           t.say("过期", "Past"),
		None: t.say("还没有订单\n\nn 或 ctrl+n  新订单、报价\ni 或 ctrl+o  导入订单跟踪表",
			"No orders yet\n\nn or ctrl+n  new order, quote\ni or ctrl+o  import the order tracker"),
		NothingOpen: t.say("没有未完成的订单\n\nn 或 ctrl+n  新订单、报价", "No open orders\n\nn or ctrl+n  new order, quote"),
		NothingOnTheWay: t.say("没有在途的货\n\n发货时按 space 填承运方、运单号和预计到货,就列在这里",
			"Nothing is on its way\n\nShip an order with space, with carrier, waybill and ETA, and it is listed here"),
		NoProducts: t.say("还没有产品或样板\n\nn 或 ctrl+n  新增产品\ni 或 ctrl+o  导入价目表",
			"No products or samples yet\n\nn or ctrl+n  new product\ni or ctrl+o  import the price list"),
		Sum:                 t.say("%s %d 张", "%s %d"),
		ProductSum:          t.say("共 %d 种产品", "%d products"),
		Legend:              t.say("# 完成  > 下一步  ! 迟  . 未到  - 略过", "# done  > next  ! late  . to come  - skipped"),
		Show:                t.say("打开", "open"),
		NextGroup:           t.say("下一段", "next group"),
		PrevGroup:           t.say("上一段", "previous group"),
		ShowStopped:         t.say("看已停用的", "show what is not sold any more"),
		HideStopped:         t.say("不看已停用的", "hide what is not sold any more"),
		Stopped:             t.say("停用", "stopped"),
		Hidden:              t.say("****", "****"),
		Contact:             t.say("记录跟进", "log a contact"),
		Export:              t.say("导出列表", "export list"),
		ExportTitle:         t.say("导出列表(%d 张订单)", "Export list (%d orders)"),
		ExportName:          t.say("订单-%s.xlsx", "orders-%s.xlsx"),
		Exported:            t.say("已导出 %d 条到 %s", "%d exported to %s"),
		ExportProductsTitle: t.say("导出列表(%d 种产品)", "Export list (%d products)"),
		ExportProductsName:  t.say("产品-%s.xlsx", "products-%s.xlsx"),
		Nobody:              t.say("没有选中", "Nothing is selected"),
		NoLines:             t.say("还没有明细,按 e 填写", "no lines yet, e adds them"),
		NoDebts:             t.say("确认订单后按付款条件生成应收款", "confirming makes the receivables by the terms"),
		Lines:               t.say("明细", "Lines"),
		Steps:               t.say("节点", "Nodes"),
		Shipment:            t.say("发货与签收", "Shipment"),
		Money:               t.say("应收款", "Receivables"),
		Changes:             t.say("变更", "Changes"),
		Contract:            t.say("合同", "Contract"),
		Planned:             t.say("计划", "planned"),
		Done:                t.say("完成", "done"),
		CollectedOf:         t.say("%s  %d%%", "%s  %d%%"),
		LateBy:              t.say("迟 %d 天", "%d days late"),
		OnDay:               t.say("今天", "today"),
		Floored:             t.say("低于最低价", "under the floor price"),
		Back:                t.say("已退 %s", "%s returned"),
		InTime:              t.say("准时交付 %d%%(%d/%d)", "on time %d%% (%d/%d)"),
	}
}
