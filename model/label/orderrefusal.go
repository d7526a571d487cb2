package label

import (
	"strings"

	"genjin/model"
)

// orderRefusal is why something of an order can't be taken or done.
func orderRefusal(fe *model.FieldError, quoted string, l Lang) string {
	first, other := argOr(fe.Args, 0, ""), argOr(fe.Args, 1, "")
	switch fe.Code {
	case model.RefusedNotLost:
		return pick(l, "只在丢单时填:请同时把成交状态改为丢单(--stage 丢单)", "is for a deal that is lost: set the stage to lost with it (--stage lost)")
	case model.RefusedCampaign:
		there := strings.Join(fe.Args[min(1, len(fe.Args)):], pick(l, "、", ", "))
		if there == "" {
			return pick(l, "还没有营销活动"+quoted+":先在「报表」的营销活动里添加,或 genjin new campaigns name=…",
				"there is no campaign "+quoted+" yet: add it under Reports, or with genjin new campaigns name=…")
		}
		return pick(l, "没有营销活动"+quoted+",现有 "+there, "there is no campaign "+quoted+"; there are "+there)
	case model.RefusedBrought:
		return pick(l, "还有 "+first+" 位客户由它带来:先把他们的营销活动改掉(筛选「营销活动」),再删除",
			first+" customers came by it: give them another campaign first (filter by it), then remove it")
	case model.RefusedTaken:
		return pick(l, quoted+"已经有了,请换一个", quoted+" is there already, choose another")
	case model.RefusedEarlier:
		return pick(l, first+" 早于 "+other+",请改日期", first+" is before "+other+", choose a later day")
	case model.RefusedMore:
		return pick(l, first+" 超过 "+other, first+" is more than "+other)
	case model.RefusedQuantity:
		return pick(l, "看不懂数量"+quoted+",例如 12、2.5、1,200", "can't read the quantity "+quoted+"; try 12, 2.5, 1,200")
	case model.RefusedQuantityParts:
		return pick(l, quoted+"最多三位小数", quoted+" has more than three decimals")
	case model.RefusedQuantityRange:
		return pick(l, "数量"+quoted+"超出范围", "the quantity "+quoted+" is out of range")
	case model.RefusedStatus:
		return pick(l, "「"+OrderStatus(model.OrderStatus(first), l)+"」的订单不能这样做",
			"can't be done while the order is "+OrderStatus(model.OrderStatus(first), l)) + insteadOf(model.OrderStatus(first), l)
	case model.RefusedConfirmed:
		return pick(l, "订单已确认,请用换货、改期、优惠等变更并写明原因", "the order is confirmed; use a change (exchange, reschedule, discount …) with its reason")
	case model.RefusedReview:
		return pick(l, "价格待审:"+strings.Join(fe.Args, "、")+";请记录谁批准及理由",
			"prices to be reviewed: "+strings.Join(fe.Args, ", ")+"; record who approved them and why")
	case model.RefusedRate:
		return pick(l, "汇率写成 币种=折合,如 USD=7.2;不是"+quoted,
			"rates are written CURRENCY=WORTH, such as USD=7.2, not "+quoted)
	case model.RefusedLimit:
		return pick(l, "连这张订单共欠 "+first+",超过信用额度 "+other+",请写明理由", first+" with this order passes the credit limit of "+other+", say why")
	case model.RefusedShipping:
		return shippingHeld(first, other, l)
	case model.RefusedStarted:
		return pick(l, "订单已发货、开票或收款,不能撤回确认;请取消订单", "the order is shipped, invoiced or paid already; cancel it instead")
	case model.RefusedOfOrder:
		return pick(l, "这笔应收随订单"+quoted+",请在订单上变更", "the receivable follows the order "+quoted+"; change the order")
	case model.RefusedNothing:
		return pick(l, "没有变化", "nothing would change")
	case model.RefusedWritten, model.RefusedNeeds, model.RefusedFollowed, model.RefusedAfter:
		return nodeRefusal(fe.Code, fe.Args, l)
	case model.RefusedTheirs:
		if first == "" {
			return pick(l, "项目已经不在了", "the project isn't there any more")
		}
		return pick(l, quoted+"是别的客户的项目,订单只能挂在同一客户的项目上", quoted+" is another customer's; an order goes with a project of its own customer")
	case model.RefusedNone:
		return pick(l, "要大于 0", "has to be more than 0")
	case model.RefusedWorthless:
		return pick(l, "订单金额是 0,不能确认;请先填单价", "an order over 0.00 can't be confirmed; give its prices first")
	case model.RefusedRedated:
		return pick(l, "订单早已确认,后面已开票、收款或催收,确认日期不能再改",
			"it was confirmed before, and is invoiced, paid or chased already: the day of the confirmation stays")
	case model.RefusedGoods:
		return pick(l, "订单上没有"+quoted+",每行写「货物 × 数量」,货物写品名、样板编号或明细的序号",
			quoted+" isn't on the order; write goods × quantity, a line each, the goods by name, product code or number of the line")
	case model.RefusedNoOrder:
		return pick(l, "没有订单"+quoted, "there is no order "+quoted)
	case model.RefusedBilled:
		return pick(l, "开票金额不能改,请删除这张开票,再重新开", "over how much an invoice is stays; take it out and make another")
	case model.RefusedListed:
		return pick(l, "标准价变了:"+strings.Join(fe.Args, "、")+";发货前请先完成审价",
			"list prices have changed: "+strings.Join(fe.Args, ", ")+"; do the price review before the goods go out")
	case model.RefusedNode:
		return pick(l, "没有"+quoted+"这个节点", "there is no node "+quoted)
	}
	return fileRefusal(fe, l)
}

// nodeRefusal is why a node can't be done, or taken back, as others stand.
func nodeRefusal(code string, args []string, l Lang) string {
	first, other := argOr(args, 0, ""), argOr(args, 1, "")
	name := func(what string) string {
		if what == "accepted_on" {
			return pick(l, "验收", "acceptance")
		}
		return Node(model.Node(what), l)
	}
	switch code {
	case model.RefusedWritten:
		node := name(argOr(args, 2, ""))
		return pick(l, "已经是「"+other+"」,没有改动;确实要改,请编辑订单,或先撤回「"+node+"」",
			"is “"+other+"” already and stays; to change it, edit the order, or take “"+node+"” back first")
	case model.RefusedNeeds:
		return pick(l, "「"+name(first)+"」还没有完成,请先完成「"+name(first)+"」", "“"+name(first)+"” is not done yet; do it first")
	case model.RefusedFollowed:
		return pick(l, "「"+name(first)+"」已经完成,请先撤回「"+name(first)+"」", "“"+name(first)+"” is done already; take it back first")
	}
	last := argOr(args, 2, "")
	return pick(l, first+" 晚于「"+name(other)+"」的 "+last+",请改日期,或先改「"+name(other)+"」",
		first+" is after the "+last+" of “"+name(other)+"”; choose an earlier day, or change that one first")
}

// insteadOf says what is to be done first, or instead, with an order in a status
// in which something can't be done.
func insteadOf(s model.OrderStatus, l Lang) string {
	switch s {
	case model.OrderQuote, model.OrderReserved:
		return pick(l, ",请先确认订单", "; confirm it first")
	case model.OrderConfirmed:
		return pick(l, ",请改用变更或取消", "; use a change, or cancel it")
	case model.OrderDelivered, model.OrderClosed:
		return pick(l, ",请改用退货或换货", "; use a return or an exchange")
	case model.OrderCancelled:
		return pick(l, ",请新开一张订单", "; write a new order")
	}
	return ""
}
