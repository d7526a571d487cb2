package words

// Money is what is done with what customers owe and pay: the dialogs that
// Today, the card and the receivables' tab share.
type Money struct {
	Chase, Copy, CopyOther, Copied                          string
	CopiedNoBank, NoTick                                    string
	Bills, BillState, NoBill, NoBills                       string
	BillMoved, BillTitle                                    string // customer, state; customer, amount
	TalkOf, LeftOut, NothingToChase                         string
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
	TermsHint, Parts                                        string // how many
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

func money(t tongue) Money {
	return Money{
		Chase:                t.say("记录催款", "log a chasing step"),
		Copy:                 t.say("复制催款话术", "copy the text"),
		CopyOther:            t.say("复制英文话术", "copy the Chinese text"),
		Copied:               t.say("发出后按 l 记录", "press l once it is sent"),
		NoTick:               t.say("催款不打勾:l 记录催款,p 收款", "chasing isn't ticked off: l logs it, p takes a payment"),
		Bills:                t.say("承兑登记簿", "the book of drafts"),
		BillState:            t.say("承兑状态", "where the draft is"),
		NoBill:               t.say("不是承兑", "no draft"),
		NoBills:              t.say("没有未兑付的承兑;收款方式选承兑并填到期日", "no draft is outstanding; choose draft as the way of paying, with its maturity"),
		BillTitle:            t.say("承兑  %s  %s", "Draft  %s  %s"),
		BillMoved:            t.say("%s 的承兑 %s", "draft of %s: %s"),
		TalkOf:               t.say("这次催的(承诺先记到期早的)", "What was talked about (a promise goes to the oldest first)"),
		LeftOut:              t.say("不含", "left out"),
		NothingToChase:       t.say("没有可催的款项", "there is nothing to chase"),
		CopiedNoBank:         t.say("没有收款账号:在设置(ctrl+g)里填收款银行和账号", "without bank details: set the bank and account in the settings (ctrl+g)"),
		ChaseTitle:           t.say("记录催款  %s  %s  %s", "Chasing step  %s  %s  %s"),
		Chased:               t.say("已记录对 %s 的催款", "chasing step with %s logged"),
		StepRemoved:          t.say("已删除催收记录", "chasing step removed"),
		Pay:                  t.say("收款", "payment"),
		PayTitle:             t.say("收款  %s", "Payment  %s"),
		Paid:                 t.say("已收 %s %s", "payment of %s: %s"),
		Settles:              t.say("核销(先到期的在前,可改)", "Settles (oldest due first, can be changed)"),
		Settled:              t.say("核销", "Settles"),
		LeftOver:             t.say("余下转预收款", "the rest is an advance"),
		OnlyLeft:             t.say("可核销的只剩 ", "only this is left: "),
		Allocate:             t.say("用预收款核销", "settle from the advance"),
		AllocateTitle:        t.say("用预收款核销  %s  %s", "Settle from the advance  %s  %s"),
		Allocated:            t.say("已核销 %s 的预收款", "advance of %s allocated"),
		NothingOpen:          t.say("没有未结的应收款", "nothing is open"),
		NoAdvance:            t.say("没有余下的预收款", "no advance is left"),
		NoShares:             t.say("没有核销任何应收款", "it settles nothing"),
		NoRefunds:            t.say("没有退过款", "nothing was given back"),
		IsReversed:           t.say("这笔回款已退回", "the payment is reversed"),
		Unallocate:           t.say("取消核销", "take an allocation off"),
		Unallocated:          t.say("已取消核销,转为预收款", "taken off, it is an advance again"),
		EditPayment:          t.say("修改回款", "edit payment"),
		EditPaymentTitle:     t.say("修改回款  %s", "Edit payment  %s"),
		PaymentSaved:         t.say("已保存回款", "payment saved"),
		Verify:               t.say("标为已审核", "mark as verified"),
		Unverify:             t.say("取消审核", "mark as not verified"),
		Verified:             t.say("已审核", "verified"),
		Unverified:           t.say("已取消审核", "no longer verified"),
		Reverse:              t.say("退回(退票、退款)", "reverse (it came back)"),
		ReverseTitle:         t.say("退回回款  %s  %s", "Reverse payment  %s  %s"),
		Reversed:             t.say("回款已退回,所核销的恢复未结", "payment reversed, what it settled is open again"),
		RemovePayment:        t.say("删除回款", "remove payment"),
		PaymentRemoved:       t.say("已删除回款", "payment removed"),
		Refund:               t.say("退还预收款", "give the advance back"),
		RefundTitle:          t.say("退还预收款  %s  %s", "Refund  %s  %s"),
		Refunded:             t.say("已退还 %s %s", "given back to %s: %s"),
		RemoveRefund:         t.say("撤回退款", "take a refund back"),
		RefundRemoved:        t.say("已撤回退款,转为预收款", "refund taken back, it is an advance again"),
		New:                  t.say("新增应收款", "new receivable"),
		NewTitle:             t.say("新增应收款  %s", "New receivable  %s"),
		Added:                t.say("已新增 %s 的应收款 %d 笔", "receivables added for %s: %d"),
		TermsHint:            t.say("月结30天、票到30天、30%定金+70%发货前", "net 30, 月结30天, 30% deposit + 70% before shipment"),
		Parts:                t.say("分 %d 期,见下", "%d instalments, see below"),
		EditDebt:             t.say("修改应收款", "edit receivable"),
		DebtSaved:            t.say("已保存 %s", "%s saved"),
		RemoveDebt:           t.say("删除应收款", "remove receivable"),
		DebtRemoved:          t.say("已删除 %s", "%s removed"),
		Dispute:              t.say("标为争议", "mark as disputed"),
		Disputed:             t.say("%s 标为争议,暂不催", "%s is disputed and not chased"),
		EndDispute:           t.say("结束争议", "end the dispute"),
		DisputeEnded:         t.say("争议已结束", "the dispute is over"),
		WriteOff:             t.say("核销坏账", "write off"),
		WrittenOff:           t.say("%s 已记坏账", "%s written off"),
		WriteBack:            t.say("转回坏账", "write back"),
		WrittenBack:          t.say("坏账已转回", "written back"),
		NotWrittenOff:        t.say("没有记过坏账", "nothing is written off"),
		Credit:               t.say("冲减", "credit note"),
		Credited:             t.say("%s 已冲减", "credit note on %s"),
		CreditRemoved:        t.say("冲减已撤回", "credit note taken back"),
		Statement:            t.say("对账单", "statement of account"),
		ExportStatement:      t.say("导出", "export"),
		ExportStatementTitle: t.say("导出对账单(.xlsx 表格,.html 打印)", "Export the statement (.xlsx a workbook, .html to print)"),
		StatementExported:    t.say("对账单已导出到 %s", "statement exported to %s"),
		PrevMonth:            t.say("上个月", "previous month"),
		NextMonth:            t.say("下个月", "next month"),
		Period:               t.say("期间", "period"),
		NoMoves:              t.say("这一期间没有往来", "nothing moved in this period"),
		Reconcile:            t.say("对账记录", "reconciliation"),
		ReconcileTitle:       t.say("对账记录  %s", "Reconciliation  %s"),
		Reconciled:           t.say("已记录与 %s 的对账", "reconciliation with %s noted"),
		NewReconciliation:    t.say("新的对账记录", "new reconciliation"),
		NoReconciliations:    t.say("还没有对账记录,按 enter 记一笔", "No reconciliations yet, enter notes one"),
		NotSent:              t.say("未发出", "not sent"),
		Differs:              t.say("有差额", "differs by"),
		DifferenceHint:       t.say("我方比对方多的数,少则写负数", "ours less theirs"),
		Owes:                 t.say("欠款", "Owes"),
		Overdue:              t.say("逾期", "overdue"),
		LimitUsed:            t.say("额度已用 %d%%", "%d%% of the limit"),
		Score:                t.say("付款信誉", "Payment score"),
		ScoreWouldChange:     t.say("怎样会变", "Would change"),
		Habit:                t.say("付款习惯", "Pays"),
		ScoreOnCard:          t.say("(卡上 %s)", "(on the card %s)"),
		HabitMedian:          t.say("%d 笔,通常迟 %d 天,按时 %d 笔", "%d payments, usually %d days late, %d in time"),
		HabitEarly:           t.say("%d 笔,通常早 %d 天,按时 %d 笔", "%d payments, usually %d days early, %d in time"),
		HabitPromises:        t.say("承诺:兑现 %d 次,迟兑现 %d 次,爽约 %d 次", "promises: %d kept, %d late, %d broken"),
		LastPaid:             t.say("最近一笔 %s", "last on %s"),
		Advance:              t.say("预收款", "Advance"),
		Section:              t.say("回款", "Receivables"),
		NothingOwed:          t.say("没有欠款", "Nothing is owed"),
		MoreDebts:            t.say("还有 %d 笔,在回款那一页", "%d more on the receivables tab"),
	}
}
