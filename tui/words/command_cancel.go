package words

// What the command that cancels an order says.
var (
	AboutCancel = T{"取消订单", "cancel an order"}
	LongCancel  = T{"未付的当天冲减,以前各天的账不变。已收过钱时用 --deposit 说明:advance 转为预收,back 退还,kept 没收定金。",
		"What is open is credited on that day; earlier days stay as they were.\nWhat was paid already: --deposit advance makes it an " +
			"advance, back gives it back, kept keeps it."}
	ExampleCancel = T{"genjin cancel DD001 --reason 客户不做了 --deposit kept", "genjin cancel PO-7 --reason 'project stopped' --deposit kept"}

	AskDeposit = T{"订单 %s 已收 %s,请说明去向:--deposit advance 转为预收、back 退还,或 kept 没收定金",
		"order %s: %s is paid, say where it goes: --deposit advance (an advance), back (given back) or kept (by us)"}
	CancelledOrder = T{"订单 %s 已取消", "Order %s is cancelled"}
	DepositAdvance = T{"已收的 %s 转为预收款", "the %s paid is an advance now"}
	DepositBack    = T{"已收的 %s 退还", "the %s paid was given back"}
	DepositKept    = T{"已收的 %s 没收", "the %s paid is kept"}
)
