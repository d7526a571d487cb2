package words

// FlagUse says what the flags are for whose value goes into a field, by the
// record whose name the field bears and its code.
var FlagUse = map[string]T{
	"payment.received_on": {"哪天收到的 `日期`,默认今天", "`DATE` on which it came in, default today"},
	"payment.method":      {"付款 `方式`:转账、现金、承兑、刷卡、微信/支付宝、其他", "paid `BY` transfer, cash, draft, card, mobile or other"},
	"payment.receipt_no":  {"收据 `号码`", "`NUMBER` of the receipt"},
	"payment.matures_on":  {"承兑到期 `日期`", "`DATE` on which a draft matures"},
	"payment.payer":       {"代付的 `付款人`", "`PAYER`, when another pays"},
	"payment.currency":    UseCurrency,
	"payment.remark":      UseRemark,

	"refund.reason":      UseDebtReason,
	"refund.refunded_on": UseDebtOn,
	"refund.method": {"退款 `方式`:转账、现金、承兑、刷卡、微信/支付宝、其他",
		"given back `BY` transfer, cash, draft, card, mobile or other"},

	"receivable.invoice_no":         {"发票 `号码`", "`NUMBER` of the invoice"},
	"receivable.invoiced_on":        {"开票 `日期`", "`DATE` of the invoice"},
	"receivable.due_on":             {"付款期限 `日期`", "`DATE` on which it is due"},
	"receivable.terms":              {"付款 `条件`,或设置里保存的方案名", "`TERMS` of payment, or the name of a plan of the settings"},
	"receivable.kind":               {"`款项`:货款、定金、进度款、尾款、质保金、其他", "`KIND`: goods, deposit, progress, balance, retention or other"},
	"receivable.order_no":           {"订单 `号`", "`NUMBER` of the order"},
	"receivable.sale_on":            {"销售 `日期`,默认今天", "`DATE` of the sale, default today"},
	"receivable.currency":           UseCurrency,
	"receivable.remark":             UseRemark,
	"receivable.written_off_on":     UseDebtOn,
	"receivable.written_off_reason": UseDebtReason,

	"credit.credited_on": UseDebtOn,
	"credit.reason":      UseDebtReason,

	"dunning.method":         {"`方式`:电话、微信、催款函、上门、短信、其他", "`HOW`: phone, chat, letter, visit, sms or other"},
	"dunning.chased_on":      UseDebtOn,
	"dunning.outcome":        {"`结果`:已联系、未接通", "`OUTCOME`: reached or not_reached"},
	"dunning.promise_on":     {"客户承诺付款的 `日期`", "`DATE` for which payment was promised"},
	"dunning.promise_amount": {"承诺的 `金额`,默认全部余额", "`AMOUNT` promised, default all that is open"},
	"dunning.note":           {"`情况`", "what was said, `NOTE`"},
	"dunning.level":          {"催收的 `步骤`,默认到期日已到的那一步", "`STEP` of the ladder, default the one that the due date has reached"},

	"customer_order.order_no":     {"订单 `号`", "`NUMBER` of the order"},
	"customer_order.ordered_on":   {"下单 `日期`,默认今天", "`DATE` of the order, default today"},
	"customer_order.promised_on":  {"交付 `日期`", "promised for `DATE`"},
	"customer_order.terms":        {"付款 `条件`,如 月结30天", "`TERMS` of payment, such as net 30"},
	"customer_order.contract_no":  {"`合同号`", "`NUMBER` of the contract"},
	"customer_order.currency":     UseCurrency,
	"customer_order.remark":       UseRemark,
	"customer_order.carrier":      {"`承运方`", "the `CARRIER`"},
	"customer_order.waybill":      {"`运单号`", "`NUMBER` of the waybill"},
	"customer_order.vehicle":      {"`车牌` 或船名", "the `VEHICLE`"},
	"customer_order.eta":          {"预计到货 `日期`", "expected to arrive on `DATE`"},
	"customer_order.received_by":  {"`签收人`", "`WHO` received it"},
	"customer_order.invoice_no":   {"`发票号`", "`NUMBER` of the invoice"},
	"customer_order.approved_by":  UseApprovedBy,
	"customer_order.limit_reason": UseLimitWhy,

	"order_node.done_on": {"哪天完成的 `日期`,默认今天", "`DATE` on which it was done, default today"},
	"order_node.note":    {"节点 `说明`", "a `NOTE`"},

	"order_change.reason":     UseDebtReason,
	"order_change.changed_on": UseDebtOn,
	"order_change.paid":       {"已收的钱 `去向`:stays 留在原客户,along 随单转给新客户", "what was paid `GOES`: stays with the old customer, or along"},
}
