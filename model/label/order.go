package label

import (
	"maps"
	"strconv"
	"strings"

	"genjin/model"
)

// The words of orders join the tables in which all words are looked up.
func init() {
	maps.Copy(fields, orderFields)
	maps.Copy(options, orderOptions)
	maps.Copy(acts, orderActs)
	maps.Copy(records, orderRecords)
	maps.Copy(settingHelp, orderSettingHelp)
	maps.Copy(settingEmpty, orderSettingEmpty)
	maps.Copy(rowKinds, orderRowKinds)
	maps.Copy(abouts, orderAbouts)
	sections["order"], sections["shipment"], sections["orders"] = of("订单", "Order"), of("发货与签收", "Shipment"), of("订单", "Orders")
}

var orderRecords = map[string]word{
	"customer_order": of("订单", "order"), "order_line": of("订单明细", "order line"), "order_node": of("订单节点", "order node"),
	"order_change": of("订单变更", "order change"), "product": of("产品", "product"),
}

var orderFields = map[string]word{
	"customer_order.order_no":    of("订单号", "Order no.", "订单编号", "单号", "order number", "order"),
	"customer_order.customer_id": of("客户", "Customer", "客户名称", "客户简称"),
	"customer_order.project_id":  of("OEM项目", "OEM project", "项目", "所属项目", "project"),
	"customer_order.ordered_on": of("下单时间", "Ordered on", "下单日期", "订单日期", "接单日期", "订货日期", "订货时间", "订购日期",
		"订单时间", "销售日期", "开单日期", "order date"),
	"customer_order.quoted_on":        of("报价日期", "Quoted on", "报价时间"),
	"customer_order.promised_on":      of("交付日期", "Promised on", "交货日期", "交期", "要求交期", "承诺交期", "delivery date", "due date"),
	"customer_order.currency":         of("币种", "Currency", "币别", "货币", "结算币种", "货币种类"),
	"customer_order.terms":            of("付款条件", "Payment terms", "付款方式", "账期"),
	"customer_order.salesperson":      of("业务员", "Salesperson", "销售", "跟单员", "负责人"),
	"customer_order.status":           of("订单状态", "Status", "状态"),
	"customer_order.reserved_on":      of("预留日期", "Reserved on"),
	"customer_order.reserved_until":   of("预留至", "Reserved until", "预留到期"),
	"customer_order.contract_no":      of("合同号", "Contract no.", "合同编号"),
	"customer_order.signed_on":        of("签约日期", "Signed on", "合同日期", "签约时间", "签订日期", "签单日期", "签订时间"),
	"customer_order.review":           of("审价情况", "Price status"),
	"customer_order.approved_by":      of("审价人", "Approved by", "审批人"),
	"customer_order.approved_on":      of("批价日期", "Approved on"),
	"customer_order.approved_reason":  of("批价理由", "Approved because"),
	"customer_order.limit_reason":     of("超额度理由", "Over the limit because"),
	"customer_order.ship_reason":      of("未付发货理由", "Shipped unpaid because"),
	"customer_order.ship_by":          of("计划发货", "Ship by"),
	"customer_order.carrier":          of("承运方", "Carrier", "承运商", "物流公司", "快递公司"),
	"customer_order.waybill":          of("运单号", "Waybill", "物流单号", "快递单号", "提单号"),
	"customer_order.vehicle":          of("车牌/船名", "Vehicle", "车牌", "车号", "船名"),
	"customer_order.eta":              of("预计到货", "ETA", "预计到货日期"),
	"customer_order.shipped_on":       of("发货日期", "Shipped on", "发货时间", "出货日期"),
	"customer_order.received_on":      of("签收日期", "Received on", "收货日期", "到货日期"),
	"customer_order.received_by":      of("签收人", "Received by", "收货人"),
	"customer_order.accepted_on":      of("验收日期", "Accepted on", "验收/安装完毕", "安装完毕", "验收完毕"),
	"customer_order.invoice_no":       of("发票号", "Invoice no.", "发票号码"),
	"customer_order.confirmed_on":     of("确认日期", "Confirmed on"),
	"customer_order.reconciled_on":    of("对账日期", "Reconciled on"),
	"customer_order.invoiced_on":      of("开票日期", "Invoiced on"),
	"customer_order.closed_on":        of("结单日期", "Closed on"),
	"customer_order.cancelled_on":     of("取消日期", "Cancelled on"),
	"customer_order.cancelled_reason": of("取消原因", "Cancelled because"),
	"customer_order.total":            of("订单金额", "Total", "合同金额", "总金额", "order amount", "实付金额", "应付金额", "订单总额", "order total"),
	"customer_order.billed":           of("已转应收", "Billed"),
	"customer_order.collected":        of("已收款", "Collected", "已回款"),
	"customer_order.outstanding":      of("未收款", "Outstanding", "未回款"),
	"customer_order.next_node":        of("下一节点", "Next node"),
	"customer_order.next_on":          of("下一节点计划", "Next node on"),
	"customer_order.moved_on":         of("最近进展", "Last moved"),
	"customer_order.days_late":        of("迟交天数", "Days late"),
	"customer_order.written_off":      of("坏账", "Written off"),
	"customer_order.unbilled":         of("未生成应收", "Not billed yet"),
	"customer_order.next_late":        of("下一步迟", "Next step late"),

	"order_line.order_id":    of("所属订单", "Order"),
	"order_line.customer_id": of("客户", "Customer"),
	"order_line.seq":         of("行号", "Line"),
	"order_line.product":     of("样板编号", "Product", "产品编号", "产品编码", "货号", "型号", "product code", "sku"),
	"order_line.name":        of("品名", "Description", "产品名称", "名称", "产品", "货名"),
	"order_line.spec":        of("规格", "Spec", "规格型号", "尺寸"),
	"order_line.colour":      of("色样", "Colour", "颜色", "color"),
	"order_line.unit":        of("单位", "Unit"),
	"order_line.quantity":    of("数量", "Quantity", "订购数量", "qty"),
	"order_line.returned":    of("已退数量", "Returned"),
	"order_line.currency":    of("币种", "Currency"),
	"order_line.unit_price":  of("单价", "Unit price", "price"),
	"order_line.discount":    of("优惠金额", "Discount", "折扣金额", "优惠"),
	"order_line.amount":      of("金额", "Amount", "小计"),
	"order_line.list_price":  of("标准价", "List price"),
	"order_line.floor_price": of("最低价", "Floor price"),

	"order_node.order_id":    of("所属订单", "Order"),
	"order_node.customer_id": of("客户", "Customer"),
	"order_node.node":        of("节点", "Node", "关键节点"),
	"order_node.planned_on":  of("计划日期", "Planned on"),
	"order_node.done_on":     of("完成日期", "Done on"),
	"order_node.note":        of("节点说明", "Note"),

	"order_change.order_id":     of("所属订单", "Order"),
	"order_change.customer_id":  of("客户", "Customer"),
	"order_change.kind":         of("变更类型", "Change"),
	"order_change.changed_on":   of("变更日期", "Changed on"),
	"order_change.reason":       of("变更原因", "Reason"),
	"order_change.before":       of("变更前", "Before"),
	"order_change.after":        of("变更后", "After"),
	"order_change.currency":     of("币种", "Currency"),
	"order_change.paid":         of("已收的钱", "What was paid"),
	"order_change.deposit":      of("已收的定金", "Deposit"),
	"order_change.total_before": of("变更前金额", "Total before"),
	"order_change.total_after":  of("变更后金额", "Total after"),
	"order_change.was":          of("变更前明细", "Lines before"),

	"product.code":        of("样板编号", "Code", "产品编号", "产品编码", "货号", "型号", "编号", "sku"),
	"product.name":        of("产品名称", "Name", "品名", "名称"),
	"product.colour":      of("色样", "Colour", "颜色", "color"),
	"product.spec":        of("规格", "Spec", "规格型号", "尺寸"),
	"product.unit":        of("单位", "Unit"),
	"product.currency":    of("币种", "Currency", "币别", "货币", "结算币种", "货币种类"),
	"product.list_price":  of("标准价", "List price", "标价", "销售价", "售价", "单价", "价格", "price"),
	"product.floor_price": of("最低价", "Floor price", "底价"),
	"product.inactive":    of("已停用", "Inactive", "停用"),

	"receivable.order_id": of("关联订单", "Linked order"),
	"customer.care_from":  of("回访起算", "Care since"),

	"settings.lead_confirm":      of("确认提前(天)", "Confirm lead, days"),
	"settings.lead_price_review": of("审价提前(天)", "Review lead, days"),
	"settings.lead_prepare":      of("备料提前(天)", "Prepare lead, days"),
	"settings.lead_produce":      of("生产提前(天)", "Produce lead, days"),
	"settings.lead_ship":         of("发货提前(天)", "Ship lead, days"),
	"settings.lag_reconcile":     of("对账延后(天)", "Reconcile lag, days"),
	"settings.lag_invoice":       of("开票延后(天)", "Invoice lag, days"),
	"settings.node_lead":         of("节点提醒(天)", "Node reminder, days"),
	"settings.discount_limit":    of("优惠上限(%)", "Discount limit, %"),
	"settings.quote_days":        of("报价等待(天)", "Quote answer, days"),
	"settings.reserve_days":      of("预留提醒(天)", "Reservation, days"),
	"settings.care_days":         of("回访间隔(天)", "Care visit, days"),
	"settings.interval_alert":    of("久未下单提醒", "Late order alert"),
}

var nodeWords = map[string]word{
	"confirm": of("订单确认", "confirm", "确认", "下单"), "price_review": of("审价", "price review", "价格审核"), "prepare": of("备料", "prepare", "备货"),
	"produce": of("生产", "produce", "production"), "ship": of("发货", "ship", "出货", "shipped"),
	"receive":   of("客户签收", "receive", "签收", "收货", "received"),
	"reconcile": of("对账", "reconcile"), "invoice": of("开票", "invoice", "开发票"),
}

var orderOptions = map[string]map[string]word{
	"customer_order.status": {
		"quote": of("报价", "quote", "报价中", "未确认"), "reserved": of("预留", "reserved", "已预留"),
		"confirmed": of("已确认", "confirmed", "确认", "进行中", "生产中", "待付款", "待发货", "已付款", "待收款", "备货中", "部分发货", "已发货", "待收货", "运输中",
			"shipped", "processing", "to ship", "partially shipped"),
		"delivered": of("已交付", "delivered", "已签收", "已收货"),
		"closed":    of("已结", "closed", "已完成", "完结", "已结单", "交易成功", "已完结", "completed"),
		"cancelled": of("已取消", "cancelled", "取消", "作废", "canceled", "交易关闭", "已关闭", "已作废", "已退款"),
	},
	"customer_order.review":    {"needed": of("待审", "to be reviewed"), "approved": of("已批", "approved")},
	"customer_order.next_node": nodeWords,
	"order_node.node":          nodeWords,
	"order_change.kind": {
		"exchange": of("换货", "exchange"), "return": of("退货", "return", "退单"), "transfer": of("更名", "transfer"),
		"reschedule": of("改期", "reschedule"), "discount": of("优惠", "discount"), "cancel": of("取消", "cancel"),
		"prices": of("审价", "repriced"), "edit": of("修改", "edited"),
	},
	"order_change.paid": {
		"stays": of("留在原客户", "stays with the old customer", "留下"), "along": of("随单转给新客户", "goes along to the new one", "转给新客户"),
	},
	"order_change.deposit": {
		"advance": of("转为预收", "an advance", "预收"), "back": of("退还", "given back", "退款"), "kept": of("没收定金", "kept by us", "没收"),
	},
	"interval_alert": onOff,
}

var orderActs = map[string]word{
	"save_product": of("保存产品", "save product"), "remove_product": of("删除产品", "remove product"),
	"add_order": of("新增订单", "add order"), "edit_order": of("修改订单", "edit order"), "edit_lines": of("修改订单明细", "edit order lines"),
	"remove_order": of("删除订单", "remove order"),
	"reserve":      of("预留", "reserve goods"), "node_done": of("完成节点", "node done"), "node_back": of("撤回节点", "take node back"),
	"plan_node":     of("计划节点", "plan node"),
	"approve_price": of("批价", "approve prices"), "exchange": of("换货", "exchange goods"), "return": of("退货", "return goods"),
	"transfer":   of("订单更名", "transfer order"),
	"reschedule": of("改期", "reschedule"), "discount": of("订单优惠", "discount"), "cancel_order": of("取消订单", "cancel order"),
}

var orderRowKinds = map[string]word{
	"shipment": of("在途", "shipment"), "order_step": of("订单节点", "order step"), "quote": of("报价", "quote"),
}

var orderAbouts = map[string]word{
	model.AboutPastETA: of("到货过期", "past ETA"), model.AboutReceipt: of("签收确认", "confirm receipt"),
	model.AboutPromised: of("交期", "promised day"), model.AboutUndated: of("定交期", "set a day"),
	model.AboutReserved: of("预留到期", "reservation"), model.AboutAnswer: of("报价跟进", "quote answer"), model.AboutInquiry: of("待报价", "to quote"),
	model.AboutInterval: of("久未下单", "late order"), model.AboutDrop: of("下单减少", "fewer orders"),
}

// orderReason is why a row about an order is on Today, in one short sentence;
// "" for a row of another kind.
func orderReason(code string, day, arg func(int) string, l Lang) string {
	switch code {
	case "past_eta", "unconfirmed", "silent_goods":
		what, by := arg(0), strings.TrimSpace(arg(2)+" "+arg(3))
		if by != "" {
			by = pick(l, ",", ", ") + by
		}
		if part := arg(4); part != "" && code != "silent_goods" {
			what += pick(l, " "+day(4)+"发的一批", ", part of "+day(4)+",")
		}
		switch code {
		case "past_eta":
			return pick(l, what+" 预计"+day(1)+"到,还没到"+by, what+" expected "+day(1)+", not there"+by)
		case "unconfirmed":
			return pick(l, what+" 预计"+day(1)+"到,未确认签收"+by, what+" expected "+day(1)+", receipt not confirmed"+by)
		}
		if arg(4) != "" {
			return pick(l, what+" "+day(1)+"发的一批,没有到货日期,未签收"+by, what+", part of "+day(1)+", no arrival day, receipt not confirmed"+by)
		}
		return pick(l, what+" "+day(1)+"发货,没有到货日期,未签收"+by, what+" shipped "+day(1)+", no arrival day, receipt not confirmed"+by)
	case "undated":
		return pick(l, arg(0)+" "+day(1)+"确认,没有交期", arg(0)+" confirmed "+day(1)+", no promised day")
	case "order_node":
		node := Node(model.Node(arg(1)), l)
		return pick(l, arg(0)+" "+node+"计划"+day(2), arg(0)+" "+node+" planned "+day(2))
	case "review":
		return pick(l, arg(0)+" 价格待审,"+day(1)+"起", arg(0)+" prices to be reviewed since "+day(1))
	case "promised":
		return pick(l, arg(0)+" 承诺"+day(1)+"交,还没发货", arg(0)+" promised "+day(1)+", not shipped")
	case "uninvoiced":
		return pick(l, arg(0)+" "+day(1)+"签收,还没开票", arg(0)+" received "+day(1)+", not invoiced")
	case "reserved":
		return pick(l, arg(0)+" 预留到"+day(1), arg(0)+" reserved until "+day(1))
	case "quote_answer":
		return pick(l, arg(0)+" "+day(1)+"报价,还没答复", arg(0)+" quoted "+day(1)+", no answer")
	case "inquiry":
		return pick(l, day(0)+"问价,还没报价:"+arg(1), "asked for a price "+day(0)+", not quoted: "+arg(1))
	case "interval":
		return pick(l, "平常每"+arg(0)+"天下单,上次"+day(1), "orders every "+arg(0)+" days, last "+day(1))
	case "drop":
		return pick(l, "上季度下单"+minor(arg(0), arg(2))+",前一季度"+minor(arg(1), arg(2)),
			"last quarter "+minor(arg(0), arg(2))+", the one before "+minor(arg(1), arg(2)))
	case "care":
		sentence := pick(l, "收货后每"+arg(0)+"天回访,", "care visit every "+arg(0)+" days, ")
		if arg(2) > arg(1) {
			return sentence + pick(l, "上次", "last ") + day(2)
		}
		return sentence + pick(l, day(1)+"收货", "goods received "+day(1))
	}
	return ""
}

// minor is a sum given in minor units.
func minor(n, currency string) string {
	sum, _ := strconv.ParseInt(n, 10, 64)
	return Amount(sum, currency)
}

var orderSettingHelp = map[string]word{
	"lead_confirm": leadHelp, "lead_price_review": leadHelp, "lead_prepare": leadHelp, "lead_produce": leadHelp, "lead_ship": leadHelp,
	"lag_reconcile": lagHelp,
	"lag_invoice":   lagHelp,
	"node_lead":     of("节点在计划日期前几天出现在今日,0 到 60。", "How many days before its planned day a node stands on Today, 0 to 60."),
	"discount_limit": of("一行优惠超过这个百分比就要审价,0 是不限。低于最低价总要审。",
		"A line discounted by more than this percentage has to be reviewed; 0: no limit. A price under the floor always is."),
	"quote_days":   of("报价几天没有答复就出现在今日,1 到 365。", "After how many days a quote without an answer stands on Today, 1 to 365."),
	"reserve_days": of("预留到期前几天提醒,0 到 60。", "How many days before a reservation ends it is said, 0 to 60."),
	"care_days": of("收货以后每隔几天回访,1 到 3650;有未交订单时按等级跟进。",
		"How often a customer who has the goods is visited, in days, 1 to 3650; with an open order the grade's cadence holds."),
	"interval_alert": of("老客户超过平常间隔的一倍半还没下单时提醒。", "Says when a regular customer hasn't ordered for half again as long as usual."),
}

var (
	leadHelp = of("交付日期前几天应完成,0 到 365;已排的计划日期不变。",
		"How many days before the promised day it should be done, 0 to 365; days planned already stay.")
	lagHelp = of("客户签收后几天应完成,0 到 365。", "How many days after the receipt it should be done, 0 to 365.")
)

var orderSettingEmpty = map[string]word{
	"lead_confirm": zero, "lead_price_review": zero, "lead_prepare": zero, "lead_produce": zero, "lead_ship": zero,
	"lag_reconcile": zero, "lag_invoice": zero,
	"node_lead": zero, "reserve_days": zero, "discount_limit": of("0", "0", "不限", "none"),
}

var zero = of("0", "0")

// Node is the name of a node of an order.
func Node(n model.Node, l Lang) string { return nodeWords[string(n)].in(l) }

// OrderStatus is the name of an order's status.
func OrderStatus(s model.OrderStatus, l Lang) string {
	return orderOptions["customer_order.status"][string(s)].in(l)
}

// CadenceOf says how often a customer is contacted: by the grade, or with care
// visits once they have all that they ordered.
func CadenceOf(c *model.Customer, s model.Settings, l Lang) string {
	if c.InCare() && c.Grade != model.GradeE {
		return pick(l, "收货后每"+strconv.FormatInt(s.CareDays, 10)+"天回访", "care visit every "+strconv.FormatInt(s.CareDays, 10)+" days")
	}
	return Cadence(c.Grade, s.CadenceDays(c.Grade), l)
}
