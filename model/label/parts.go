package label

import (
	"maps"
	"strings"

	"genjin/model"
)

// What the shipments and invoices of an order are called.

var partFields = map[string]word{
	"shipment.order_no": of("订单号", "Order no.", "订单编号"), "shipment.customer_id": of("客户", "Customer", "客户名称"),
	"shipment.shipped_on": of("发货日期", "Shipped on", "发货时间"), "shipment.goods": of("发货明细", "Goods", "明细", "货物"),
	"shipment.carrier": of("承运方", "Carrier", "承运商", "物流公司"), "shipment.waybill": of("运单号", "Waybill", "物流单号"),
	"shipment.vehicle": of("车号", "Vehicle", "车牌号"), "shipment.eta": of("预计到货", "ETA", "预计到达"),
	"shipment.received_on": of("签收日期", "Received on", "到货日期"), "shipment.received_by": of("签收人", "Received by"),
	"shipment.ship_reason": of("未收款发货理由", "Shipped unpaid because"), "shipment.remark": of("备注", "Remark"),
	"shipment.quantity": of("发货数量", "Quantity"),

	"invoice.order_no": of("订单号", "Order no.", "订单编号"), "invoice.customer_id": of("客户", "Customer", "客户名称"),
	"invoice.invoice_no": of("发票号", "Invoice no.", "发票号码"), "invoice.invoiced_on": of("开票日期", "Invoiced on"),
	"invoice.currency": of("币种", "Currency", "币别"), "invoice.amount": of("开票金额", "Amount", "发票金额"),
	"invoice.remark": of("备注", "Remark"),

	"customer_order.shipped":  of("已发数量", "Quantity shipped"),
	"customer_order.invoiced": of("已开票金额", "Amount invoiced"),
	"customer_order.part_on":  of("最近发货开票", "Last part"),

	"customer_order.way_on": of("在途发货日期", "On its way since"), "customer_order.way_eta": of("在途预计到货", "On its way until"),
	"customer_order.way_carrier": of("在途承运方", "Carrier on its way"), "customer_order.way_waybill": of("在途运单号", "Waybill on its way"),
}

func init() {
	join(fields, "", partFields)
	join(records, "", map[string]word{model.RowOfShipment: of("发货单", "shipment"), model.RowOfInvoice: of("开票", "invoice")})
	maps.Copy(plurals, map[string]string{model.RowOfShipment: "Shipments", model.RowOfInvoice: "Invoices"})
}

// PartLines are the shipments and invoices of an order, a line each, and what is
// still to go out and to be billed.
func PartLines(d *model.OrderDetail, l Lang) []string {
	var lines []string
	for _, s := range d.Shipments {
		goods := strings.ReplaceAll(s.Goods, "\n", pick(l, "、", ", "))
		if goods == "" {
			goods = pick(l, "全部", "all of it")
		}
		line := string(s.ShippedOn) + pick(l, " 发货 ", " shipped ") + goods
		for _, part := range []string{s.Carrier, s.Waybill, s.Vehicle} {
			if part != "" {
				line += "  " + part
			}
		}
		switch {
		case s.ReceivedOn != "":
			line += "  " + pick(l, "签收 ", "received ") + string(s.ReceivedOn)
		case s.ETA != "":
			line += "  " + pick(l, "在途,预计 ", "on its way, expected ") + string(s.ETA)
		default:
			line += "  " + pick(l, "在途", "on its way")
		}
		lines = append(lines, line)
	}
	for _, b := range d.Invoices {
		line := string(b.InvoicedOn) + pick(l, " 开票 ", " billed ") + Amount(b.Amount, b.Currency)
		lines = append(lines, strings.TrimSpace(line+"  "+b.InvoiceNo))
	}
	goods, amount := d.Rest()
	if goods != "" {
		lines = append(lines, pick(l, "待发 ", "to ship ")+strings.ReplaceAll(goods, "\n", pick(l, "、", ", ")))
	}
	if amount > 0 && len(d.Invoices) > 0 {
		lines = append(lines, pick(l, "待开票 ", "to bill ")+Amount(amount, d.Currency))
	}
	return lines
}
