package words

// Receivables is the tab of what customers owe and pay.
type Receivables struct {
	Tab                                                    string
	Due, Buckets, Customers, Promises, Payments, All       string // the sections
	Read, ReadDetail                                       string
	SearchHint, SearchPayments                             string
	Customer, Item, Late, Share, Parts, LastStep, NextStep string // column heads
	Amount, Balance, Count, Percent, Bucket, Total         string
	Promised, For, Came, MadeOn, State                     string
	Received, Verified, Immature, Reversed                 string
	OweOverdue, OweOverduePart, OwePartial, OwePending     string
	OweUnpaid, Disputed                                    string
	None, NothingOpen                                      string // what was searched for; the filter
	NoPromises, NoPayments                                 string
	Sum                                                    string // currency, how many
	PromiseSum                                             string // how many of each state
	CustomerSum                                            string // how many
	More                                                   string // how many currencies
	ShowOf, ShowBucket                                     string
	NextGroup, PrevGroup                                   string
	Yes                                                    string
	Export, ExportTitle, ExportName, Exported              string // how many; day; how many, file
	ExportPaymentsTitle, PaymentsName                      string // how many; day
	Charts, ChartsTitle, AgingChart, CashChart, CashHow    string
	Counting, LateCash, Beyond, Undated, WeekOf            string
	Credits, RemoveCredit, Steps, RemoveStep, Allocations  string
	NoAllocations, NoSteps, Account, Settles, Nobody       string
	Instalment                                             string // which, of how many
	New, NewFor                                            string
}

func receivables(t tongue) Receivables {
	return Receivables{
		Tab:            t.say("回款", "Receivables"),
		Due:            t.say("应收", "Open"),
		Buckets:        t.say("账龄", "Aging"),
		Customers:      t.say("客户", "Customers"),
		Promises:       t.say("承诺", "Promises"),
		Payments:       t.say("收款", "Payments"),
		All:            t.say("全部", "All"),
		Read:           t.say("读取应收款", "Reading the receivables"),
		ReadDetail:     t.say("读取明细", "Reading the details"),
		SearchHint:     t.say("客户、发票号、订单号", "customer, invoice, order"),
		SearchPayments: t.say("客户、收据号、付款人", "customer, receipt, payer"),
		Customer:       t.say("客户", "Customer"),
		Item:           t.say("单据", "Invoice"),
		Late:           t.say("逾期", "Late"),
		Share:          t.say("已收", "Paid"),
		Parts:          t.say("期", "Part"),
		LastStep:       t.say("上次催", "Chased"),
		NextStep:       t.say("下一步", "Next step"),
		Amount:         t.say("应收", "Amount"),
		Balance:        t.say("未收", "Balance"),
		Count:          t.say("笔数", "Count"),
		Percent:        t.say("占比", "Share"),
		Bucket:         t.say("账龄", "Aging"),
		Total:          t.say("合计", "Total"),
		Promised:       t.say("承诺", "Promised"),
		For:            t.say("承诺日", "For"),
		Came:           t.say("已到", "Came"),
		MadeOn:         t.say("何时说的", "Made on"),
		State:          t.say("结果", "Result"),
		Received:       t.say("日期", "Date"),
		Verified:       t.say("审核", "Verified"),
		Immature:       t.say("未到期承兑", "immature draft"),
		Reversed:       t.say("已退回", "reversed"),
		OweOverdue:     t.say("逾期", "overdue"),
		OweOverduePart: t.say("逾期部分", "overdue*"),
		OwePartial:     t.say("部分付款", "partly"),
		OwePending:     t.say("待付款", "pending"),
		OweUnpaid:      t.say("未付款", "unpaid"),
		Disputed:       t.say("争议", "disputed"),
		None: t.say("还没有应收款\n\nn 或 ctrl+n  新增一笔\ni 或 ctrl+o  导入回款跟踪表",
			"No receivables yet\n\nn or ctrl+n  add one\ni or ctrl+o  import the tracking sheet"),
		NothingOpen: t.say("没有未收的款\n\nn 或 ctrl+n  新增一笔\ni 或 ctrl+o  导入回款跟踪表",
			"Nothing is open\n\nn or ctrl+n  add one\ni or ctrl+o  import the tracking sheet"),
		NoPromises: t.say("还没有付款承诺\n\n在应收里按 l 记录催款,填上承诺付款日期,就列在这里",
			"No promises yet\n\nLog a chasing step with l on an open receivable, with the day promised, and it is listed here"),
		NoPayments: t.say("还没有收款\n\n在应收里按 p 登记收款,就列在这里",
			"No payments yet\n\nRecord one with p on an open receivable, and it is listed here"),
		Sum:                 t.say("%s %d 笔", "%s %d"),
		PromiseSum:          t.say("爽约 %d  未到期 %d  迟兑现 %d  已兑现 %d", "broken %d  pending %d  late %d  kept %d"),
		CustomerSum:         t.say("共 %d 位客户", "%d customers"),
		More:                t.say("另有 %d 种币种", "%d more currencies"),
		ShowOf:              t.say("看这位客户的应收款", "this customer's receivables"),
		ShowBucket:          t.say("看这一段的应收款", "the receivables of this bucket"),
		NextGroup:           t.say("下一段", "next group"),
		PrevGroup:           t.say("上一段", "previous group"),
		Yes:                 t.say("是", "yes"),
		Export:              t.say("导出列表", "export list"),
		ExportTitle:         t.say("导出列表(%d 笔应收款)", "Export list (%d receivables)"),
		ExportName:          t.say("应收款-%s.xlsx", "receivables-%s.xlsx"),
		Exported:            t.say("已导出 %d 笔到 %s", "%d exported to %s"),
		ExportPaymentsTitle: t.say("导出列表(%d 笔收款)", "Export list (%d payments)"),
		PaymentsName:        t.say("收款-%s.xlsx", "payments-%s.xlsx"),
		Charts:              t.say("图表", "charts"),
		ChartsTitle:         t.say("账龄与预计回款", "Aging and expected cash-in"),
		AgingChart:          t.say("账龄", "Aging"),
		CashChart:           t.say("预计每周回款", "Expected cash-in by week"),
		CashHow:             t.say("按承诺日,没有承诺的按到期日加客户平时迟付的天数", "by the day promised, else the due date and the customer's usual delay"),
		Counting:            t.say("正在计算", "counting"),
		LateCash:            t.say("已该到", "late"),
		Beyond:              t.say("更晚", "later"),
		Undated:             t.say("无到期日", "no due date"),
		WeekOf:              t.say("%s 起", "from %s"),
		Credits:             t.say("冲减", "Credit notes"),
		RemoveCredit:        t.say("撤回冲减", "take a credit note back"),
		Steps:               t.say("催收记录", "Chasing"),
		RemoveStep:          t.say("删除催收记录", "remove a chasing step"),
		Allocations:         t.say("核销", "Paid by"),
		NoAllocations:       t.say("还没有收到款", "nothing was paid yet"),
		NoSteps:             t.say("还没有催过", "not chased yet"),
		Account:             t.say("客户账户", "Account"),
		Settles:             t.say("核销到", "Settles"),
		Nobody:              t.say("没有选中", "Nothing is selected"),
		Instalment:          t.say("第 %d 期,共 %d 期", "instalment %d of %d"),
		New:                 t.say("新增应收款", "new receivable"),
		NewFor:              t.say("新增应收款:哪位客户", "New receivable: for whom"),
	}
}
