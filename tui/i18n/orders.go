package i18n

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

func chineseOrders() Orders {
	return Orders{
		Tab: "订单", Open: "未完成", ByStatus: "按状态", Transit: "在途", Products: "产品", All: "全部",
		Read: "读取订单", ReadDetail: "读取订单明细", SearchHint: "订单号、客户、产品、运单号", SearchProducts: "编号、名称、规格",
		No: "订单号", Customer: "客户", Status: "状态", Promised: "交期", Late: "迟", Nodes: "节点", Share: "已收", Next: "下一步", Arrives: "预计到", Past: "过期",
		None:        "还没有订单\n\nn 或 ctrl+n  新订单、报价\ni 或 ctrl+o  导入订单跟踪表",
		NothingOpen: "没有未完成的订单\n\nn 或 ctrl+n  新订单、报价", NothingOnTheWay: "没有在途的货\n\n发货时按 space 填承运方、运单号和预计到货,就列在这里",
		NoProducts: "还没有产品或样板\n\nn 或 ctrl+n  新增产品\ni 或 ctrl+o  导入价目表",
		Sum:        "%s %d 张", ProductSum: "共 %d 种产品", Legend: "# 完成  > 下一步  ! 迟  . 未到  - 略过",
		Show: "打开", NextGroup: "下一段", PrevGroup: "上一段",
		ShowStopped: "看已停用的", HideStopped: "不看已停用的", Stopped: "停用", Hidden: "****",
		Contact: "记录跟进",
		Export:  "导出列表", ExportTitle: "导出列表(%d 张订单)", ExportName: "订单-%s.xlsx", Exported: "已导出 %d 条到 %s", ExportProductsTitle: "导出列表(%d 种产品)", ExportProductsName: "产品-%s.xlsx",
		Nobody: "没有选中", NoLines: "还没有明细,按 e 填写", NoDebts: "确认订单后按付款条件生成应收款",
		Lines: "明细", Steps: "节点", Shipment: "发货与签收", Money: "应收款", Changes: "变更", Contract: "合同",
		Planned: "计划", Done: "完成", CollectedOf: "%s  %d%%", LateBy: "迟 %d 天", OnDay: "今天",
		Floored: "低于最低价", Back: "已退 %s", InTime: "准时交付 %d%%(%d/%d)",
	}
}

func englishOrders() Orders {
	return Orders{
		Tab: "Orders", Open: "Open", ByStatus: "By status", Transit: "In transit", Products: "Products", All: "All",
		Read: "Reading the orders", ReadDetail: "Reading the order", SearchHint: "order, customer, product, waybill", SearchProducts: "code, name, spec",
		No: "Order", Customer: "Customer", Status: "Status", Promised: "Promised", Late: "Late", Nodes: "Nodes", Share: "Paid", Next: "Next", Arrives: "ETA", Past: "Past",
		None:        "No orders yet\n\nn or ctrl+n  new order, quote\ni or ctrl+o  import the order tracker",
		NothingOpen: "No open orders\n\nn or ctrl+n  new order, quote", NothingOnTheWay: "Nothing is on its way\n\nShip an order with space, with carrier, waybill and ETA, and it is listed here",
		NoProducts: "No products or samples yet\n\nn or ctrl+n  new product\ni or ctrl+o  import the price list",
		Sum:        "%s %d", ProductSum: "%d products", Legend: "# done  > next  ! late  . to come  - skipped",
		Show: "open", NextGroup: "next group", PrevGroup: "previous group",
		ShowStopped: "show what is not sold any more", HideStopped: "hide what is not sold any more", Stopped: "stopped", Hidden: "****",
		Contact: "log a contact",
		Export:  "export list", ExportTitle: "Export list (%d orders)", ExportName: "orders-%s.xlsx", Exported: "%d exported to %s", ExportProductsTitle: "Export list (%d products)", ExportProductsName: "products-%s.xlsx",
		Nobody: "Nothing is selected", NoLines: "no lines yet, e adds them", NoDebts: "confirming makes the receivables by the terms",
		Lines: "Lines", Steps: "Nodes", Shipment: "Shipment", Money: "Receivables", Changes: "Changes", Contract: "Contract",
		Planned: "planned", Done: "done", CollectedOf: "%s  %d%%", LateBy: "%d days late", OnDay: "today",
		Floored: "under the floor price", Back: "%s returned", InTime: "on time %d%% (%d/%d)",
	}
}
