package words

// An order that goes to another customer.
var (
	AboutTransfer = T{"订单更名给另一位客户", "give an order to another customer"}
	LongTransfer  = T{"当天把原客户未付的转到新客户名下,以前各天的账不变。已收过钱时用 --paid 说明:stays 留在原客户名下,along 随单转给新客户。",
		"What is open is closed with the old customer on that day and opened with the new one; earlier days stay as they were.\nWhat was " +
			"paid already: --paid stays leaves it with the old one, --paid along takes it along."}
	ExampleTransfer = T{"genjin transfer DD001 周敏 --reason 换公司开票 --paid along",
		"genjin transfer PO-7 'Zhou Min' --reason 'other company' --paid along"}

	AskPaid = T{"%s 已付 %s,请说明去向:--paid stays 留在原客户名下,或 --paid along 随单转给新客户",
		"%s has paid %s; say where it goes: --paid stays leaves it with them, --paid along takes it along"}
	Transferred = T{"订单 %s 已从 %s 更名到 %s,新客户未付 %s", "Order %s went from %s to %s, who owes %s"}
	PaidStayed  = T{"%[1]s 已付的 %[2]s 留在原处", "the %[2]s that %[1]s paid stays with them"}
	PaidWent    = T{"%[1]s 已付的 %[2]s 随单转给 %[3]s", "the %[2]s that %[1]s paid went along to %[3]s"}
)
