package label

import (
	"strings"

	"genjin/model"
)

// The words of files of orders and products.
func init() {
	for _, n := range model.Nodes {
		fields[model.RowOfNode+"."+string(n)] = nodeWords[string(n)]
	}
	fields[model.RowOfOrder+".lines"] = of("明细", "Lines")
	fields[model.RowOfOrder+".changes"] = of("变更记录", "Changes")
	documents[model.DocumentOrders] = of("订单表", "an order list")
	documents[model.DocumentProducts] = of("产品表", "a product list")
	fileTroubles = append(fileTroubles, orderTroubles...)
}

var orderTroubles = []fileTrouble{
	{model.ErrNoOrders, of("没有找到订单表的表头:要有「客户名称」「订单号」或「下单时间」,还有「数量」或「单价」。列名不同时请指明,例如 --map 单子号=customer_order.order_no",
		"no header row of an order list found: it has a customer, an order number or a date, and a quantity or unit price; name a column "+
			"otherwise called, e.g. --map Ref=customer_order.order_no")},
	{model.ErrNoProducts, of("没有找到产品表的表头:要有「样板编号」,还有价格、规格、单位之一。列名不同时请指明,例如 --map 代号=product.code",
		"no header row of a product list found: it has a code, and a price, spec or unit; name a column otherwise called, e.g. "+
			"--map Ref=product.code")},
}

// orderForeign are headers under which order lists hold a line's fields beside
// the names of the fields.
var orderForeign = map[string]word{
	"customer_order.order_no": of("订单号", "order", "合同/订单号", "销售单号", "po", "po no.", "order #"),
	"order_line.amount":       of("金额", "amount", "总价", "合价", "货款", "行金额", "line total", "line amount"),
	"order_line.quantity":     of("数量", "quantity", "件数", "张数", "面积", "订货数量", "下单数量"),
	"order_line.unit_price":   of("单价", "unit price", "销售单价", "含税单价", "成交价", "价格", "销售价", "售价"),
	"order_line.name":         of("品名", "description", "产品/规格", "货品", "商品", "商品名称", "item", "goods"),
}

// ReadOrderHeader finds the field of an order, a line of it, or a node that a
// column of an order list is headed with. The customer's is customer.name.
func ReadOrderHeader(text string) (record, code string, ok bool) {
	for _, record := range []string{model.RowOfOrder, model.RowOfLine, model.RowOfNode} {
		code, ok := ReadHeader(record, text)
		switch {
		case ok && record == model.RowOfOrder && code == "customer_id":
			return model.RowOfCustomer, "name", true
		case ok && model.FieldOf(record, code).Code != "" && code != "customer_id" && code != "order_id":
			return record, code, true
		}
	}
	wanted := bare(text)
	for name, w := range orderForeign {
		if wanted != "" && w.named("", wanted) {
			record, code, _ := strings.Cut(name, ".")
			return record, code, true
		}
	}
	return "", "", false
}

// fileRefusal is why a row of an order list can't be taken; "" for a refusal
// of another kind.
func fileRefusal(fe *model.FieldError, l Lang) string {
	first, other := argOr(fe.Args, 0, ""), argOr(fe.Args, 1, "")
	switch fe.Code {
	case model.RefusedDiffers:
		return pick(l, "这里是「"+first+"」,同一订单已是「"+other+"」", "is “"+first+"” here and “"+other+"” elsewhere in the same order")
	case model.RefusedSums:
		return pick(l, "算下来是 "+first+",写的是 "+other, "comes to "+first+", stated is "+other)
	case model.RefusedWithOrder:
		return pick(l, "同一订单的其他行有问题,整张订单没有写入", "another row of the same order is refused, so the whole order is")
	}
	return ""
}

// recordOf is the record of a field that a refusal names: a row of an order
// list speaks of the order, a line, and the nodes, and any row may lack whose
// it is.
func recordOf(record, code string) string {
	if record != model.RowOfOrder && record != model.RowOfLine {
		if code != "" && Field(record, code, ZH) == code && Field("customer", code, ZH) != code {
			return "customer"
		}
		return record
	}
	for _, of := range []string{model.RowOfOrder, model.RowOfLine, model.RowOfNode} {
		if model.FieldOf(of, code).Code != "" {
			return of
		}
	}
	return record
}

// inferred is the name of a field that was worked out for a row of a file, of
// whichever record has it: a row of a tracking sheet speaks of a payment too.
func inferred(record, code string, l Lang) string {
	for _, of := range []string{record, model.RowOfPayment, model.RowOfLine, model.RowOfNode} {
		if name := Field(of, code, l); name != code {
			return name
		}
	}
	return code
}

// OrderDiffers says that a file's status is not the one that the rules give.
func OrderDiffers(n model.OrderNote, l Lang) string {
	stated, now := OrderStatus(n.Stated, l), OrderStatus(n.Now, l)
	return pick(l, "文件写「"+stated+"」,按日期和收款是「"+now+"」", "the file says “"+stated+"”; by its days and money it is “"+now+"”")
}

var shipped = of("已发货", "shipped", "待收货", "运输中")

// IsShipped tells the words of shops for an order that is on its way.
func IsShipped(text string) bool { return shipped.named("", bare(text)) }
