package i18n

// Money is what is done with what customers owe and pay: the dialogs that
// Today, the card and the receivables' tab share.
type Money struct {
	Chase, Copy, CopyOther, Copied                          string
	CopiedNoBank, NoTick                                    string
	ChaseTitle                                              string // customer, step, amount
	Chased                                                  string // customer
	StepRemoved                                             string
	Pay, PayTitle                                           string // customer
	Paid                                                    string // customer, amount
	Settles, Settled, LeftOver, OnlyLeft                    string
	Allocate, AllocateTitle                                 string // customer, amount
	Allocated                                               string // customer
	NothingOpen, NoAdvance, NoShares, NoRefunds, IsReversed string
	Unallocate, Unallocated                                 string
	EditPayment, EditPaymentTitle, PaymentSaved             string // customer
	Verify, Unverify, Verified, Unverified                  string
	Reverse, ReverseTitle, Reversed                         string // customer, amount
	RemovePayment, PaymentRemoved                           string
	Refund, RefundTitle, Refunded                           string // customer, amount
	RemoveRefund, RefundRemoved                             string
	New, NewTitle                                           string // customer
	Added                                                   string // customer, how many
	TermsHint, Parts, DueOfParts                            string // how many
	EditDebt, DebtSaved                                     string // name
	RemoveDebt, DebtRemoved                                 string // name
	Dispute, Disputed                                       string // name
	EndDispute, DisputeEnded                                string
	WriteOff, WrittenOff                                    string // name
	WriteBack, WrittenBack, NotWrittenOff                   string
	Credit, Credited                                        string // name
	CreditRemoved                                           string
	Statement, ExportStatement                              string
	ExportStatementTitle, StatementExported                 string // file
	PrevMonth, NextMonth, Period, NoMoves                   string
	Reconcile, ReconcileTitle                               string // customer
	Reconciled                                              string // customer
	NewReconciliation, NoReconciliations, NotSent           string
	Differs, DifferenceHint                                 string
	Owes, Overdue, LimitUsed                                string // percent
	Score, ScoreWouldChange, Habit, ScoreOnCard             string // score
	HabitMedian                                             string // payments, days late, in time
	HabitEarly                                              string // payments, days early, in time
	HabitPromises                                           string // kept, late, broken
	LastPaid                                                string // day
	Advance, Section, NothingOwed                           string
	MoreDebts                                               string // how many
}

func chineseMoney() Money {
	return Money{
		Chase: "记录催款", Copy: "复制催款话术", CopyOther: "复制英文话术", Copied: "发出后按 l 记录",
		NoTick:       "催款不打勾:l 记录催款,p 收款",
		CopiedNoBank: "没有收款账号:在设置(ctrl+g)里填收款银行和账号",
		ChaseTitle:   "记录催款  %s  %s  %s", Chased: "已记录对 %s 的催款", StepRemoved: "已删除催收记录",
		Pay: "收款", PayTitle: "收款  %s", Paid: "已收 %s %s",
		Settles: "核销(先到期的在前,可改)", Settled: "核销", LeftOver: "余下转预收款", OnlyLeft: "可核销的只剩 ",
		Allocate: "用预收款核销", AllocateTitle: "用预收款核销  %s  %s", Allocated: "已核销 %s 的预收款",
		NothingOpen: "没有未结的应收款", NoAdvance: "没有余下的预收款", NoShares: "没有核销任何应收款", NoRefunds: "没有退过款", IsReversed: "这笔回款已退回",
		Unallocate: "取消核销", Unallocated: "已取消核销,转为预收款",
		EditPayment: "修改回款", EditPaymentTitle: "修改回款  %s", PaymentSaved: "已保存回款",
		Verify: "标为已审核", Unverify: "取消审核", Verified: "已审核", Unverified: "已取消审核",
		Reverse: "退回(退票、退款)", ReverseTitle: "退回回款  %s  %s", Reversed: "回款已退回,所核销的恢复未结",
		RemovePayment: "删除回款", PaymentRemoved: "已删除回款",
		Refund: "退还预收款", RefundTitle: "退还预收款  %s  %s", Refunded: "已退还 %s %s", RemoveRefund: "撤回退款", RefundRemoved: "已撤回退款,转为预收款",
		New: "新增应收款", NewTitle: "新增应收款  %s", Added: "已新增 %s 的应收款 %d 笔",
		TermsHint: "月结30天、票到30天、30%定金+70%发货前", Parts: "分 %d 期,见下", DueOfParts: "分期的到期日由付款条件定,请把这里清空",
		EditDebt: "修改应收款", DebtSaved: "已保存 %s", RemoveDebt: "删除应收款", DebtRemoved: "已删除 %s",
		Dispute: "标为争议", Disputed: "%s 标为争议,暂不催", EndDispute: "结束争议", DisputeEnded: "争议已结束",
		WriteOff: "核销坏账", WrittenOff: "%s 已记坏账", WriteBack: "转回坏账", WrittenBack: "坏账已转回", NotWrittenOff: "没有记过坏账",
		Credit: "冲减", Credited: "%s 已冲减", CreditRemoved: "冲减已撤回",
		Statement: "对账单", ExportStatement: "导出", ExportStatementTitle: "导出对账单(.xlsx 表格,.html 打印)", StatementExported: "对账单已导出到 %s",
		PrevMonth: "上个月", NextMonth: "下个月", Period: "期间", NoMoves: "这一期间没有往来",
		Reconcile: "对账记录", ReconcileTitle: "对账记录  %s", Reconciled: "已记录与 %s 的对账",
		NewReconciliation: "新的对账记录", NoReconciliations: "还没有对账记录,按 enter 记一笔", NotSent: "未发出", Differs: "有差额", DifferenceHint: "我方比对方多的数,少则写负数",
		Owes: "欠款", Overdue: "逾期", LimitUsed: "额度已用 %d%%",
		Score: "付款信誉", ScoreWouldChange: "怎样会变", Habit: "付款习惯", ScoreOnCard: "(卡上 %s)",
		HabitMedian: "%d 笔,通常迟 %d 天,按时 %d 笔", HabitEarly: "%d 笔,通常早 %d 天,按时 %d 笔",
		HabitPromises: "承诺:兑现 %d 次,迟兑现 %d 次,爽约 %d 次", LastPaid: "最近一笔 %s", Advance: "预收款", Section: "回款", NothingOwed: "没有欠款",
		MoreDebts: "还有 %d 笔,在回款那一页",
	}
}

func englishMoney() Money {
	return Money{
		Chase: "log a chasing step", Copy: "copy the text", CopyOther: "copy the Chinese text", Copied: "press l once it is sent",
		NoTick:       "chasing isn't ticked off: l logs it, p takes a payment",
		CopiedNoBank: "without bank details: set the bank and account in the settings (ctrl+g)",
		ChaseTitle:   "Chasing step  %s  %s  %s", Chased: "chasing step with %s logged", StepRemoved: "chasing step removed",
		Pay: "payment", PayTitle: "Payment  %s", Paid: "payment of %s: %s",
		Settles: "Settles (oldest due first, can be changed)", Settled: "Settles", LeftOver: "the rest is an advance", OnlyLeft: "only this is left: ",
		Allocate: "settle from the advance", AllocateTitle: "Settle from the advance  %s  %s", Allocated: "advance of %s allocated",
		NothingOpen: "nothing is open", NoAdvance: "no advance is left", NoShares: "it settles nothing", NoRefunds: "nothing was given back", IsReversed: "the payment is reversed",
		Unallocate: "take an allocation off", Unallocated: "taken off, it is an advance again",
		EditPayment: "edit payment", EditPaymentTitle: "Edit payment  %s", PaymentSaved: "payment saved",
		Verify: "mark as verified", Unverify: "mark as not verified", Verified: "verified", Unverified: "no longer verified",
		Reverse: "reverse (it came back)", ReverseTitle: "Reverse payment  %s  %s", Reversed: "payment reversed, what it settled is open again",
		RemovePayment: "remove payment", PaymentRemoved: "payment removed",
		Refund: "give the advance back", RefundTitle: "Refund  %s  %s", Refunded: "given back to %s: %s", RemoveRefund: "take a refund back", RefundRemoved: "refund taken back, it is an advance again",
		New: "new receivable", NewTitle: "New receivable  %s", Added: "receivables added for %s: %d",
		TermsHint: "net 30, 月结30天, 30% deposit + 70% before shipment", Parts: "%d instalments, see below", DueOfParts: "instalments are due as the terms say, leave this empty",
		EditDebt: "edit receivable", DebtSaved: "%s saved", RemoveDebt: "remove receivable", DebtRemoved: "%s removed",
		Dispute: "mark as disputed", Disputed: "%s is disputed and not chased", EndDispute: "end the dispute", DisputeEnded: "the dispute is over",
		WriteOff: "write off", WrittenOff: "%s written off", WriteBack: "write back", WrittenBack: "written back", NotWrittenOff: "nothing is written off",
		Credit: "credit note", Credited: "credit note on %s", CreditRemoved: "credit note taken back",
		Statement: "statement of account", ExportStatement: "export", ExportStatementTitle: "Export the statement (.xlsx a workbook, .html to print)", StatementExported: "statement exported to %s",
		PrevMonth: "previous month", NextMonth: "next month", Period: "period", NoMoves: "nothing moved in this period",
		Reconcile: "reconciliation", ReconcileTitle: "Reconciliation  %s", Reconciled: "reconciliation with %s noted",
		NewReconciliation: "new reconciliation", NoReconciliations: "No reconciliations yet, enter notes one", NotSent: "not sent", Differs: "differs by", DifferenceHint: "ours less theirs",
		Owes: "Owes", Overdue: "overdue", LimitUsed: "%d%% of the limit",
		Score: "Payment score", ScoreWouldChange: "Would change", Habit: "Pays", ScoreOnCard: "(on the card %s)",
		HabitMedian: "%d payments, usually %d days late, %d in time", HabitEarly: "%d payments, usually %d days early, %d in time",
		HabitPromises: "promises: %d kept, %d late, %d broken", LastPaid: "last on %s", Advance: "Advance", Section: "Receivables", NothingOwed: "Nothing is owed",
		MoreDebts: "%d more on the receivables tab",
	}
}
