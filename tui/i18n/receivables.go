package i18n

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

func chineseReceivables() Receivables {
	return Receivables{
		Tab: "回款", Due: "应收", Buckets: "账龄", Customers: "客户", Promises: "承诺", Payments: "收款", All: "全部",
		Read: "读取应收款", ReadDetail: "读取明细",
		SearchHint: "客户、发票号、订单号", SearchPayments: "客户、收据号、付款人",
		Customer: "客户", Item: "单据", Late: "逾期", Share: "已收", Parts: "期", LastStep: "上次催", NextStep: "下一步",
		Amount: "应收", Balance: "未收", Count: "笔数", Percent: "占比", Bucket: "账龄", Total: "合计",
		Promised: "承诺", For: "承诺日", Came: "已到", MadeOn: "何时说的", State: "结果",
		Received: "日期", Verified: "审核", Immature: "未到期承兑", Reversed: "已退回",
		OweOverdue: "逾期", OweOverduePart: "逾期部分", OwePartial: "部分付款", OwePending: "待付款", OweUnpaid: "未付款", Disputed: "争议",
		None:        "还没有应收款\n\nn 或 ctrl+n  新增一笔\ni 或 ctrl+o  导入回款跟踪表",
		NothingOpen: "没有未收的款\n\nn 或 ctrl+n  新增一笔\ni 或 ctrl+o  导入回款跟踪表",
		NoPromises:  "还没有付款承诺\n\n在应收里按 l 记录催款,填上承诺付款日期,就列在这里",
		NoPayments:  "还没有收款\n\n在应收里按 p 登记收款,就列在这里",
		Sum:         "%s %d 笔", PromiseSum: "爽约 %d  未到期 %d  迟兑现 %d  已兑现 %d", CustomerSum: "共 %d 位客户", More: "另有 %d 种币种",
		ShowOf: "看这位客户的应收款", ShowBucket: "看这一段的应收款", NextGroup: "下一段", PrevGroup: "上一段",
		Yes:    "是",
		Export: "导出列表", ExportTitle: "导出列表(%d 笔应收款)", ExportName: "应收款-%s.xlsx", Exported: "已导出 %d 笔到 %s",
		ExportPaymentsTitle: "导出列表(%d 笔收款)", PaymentsName: "收款-%s.xlsx",
		Charts: "图表", ChartsTitle: "账龄与预计回款", AgingChart: "账龄", CashChart: "预计每周回款", CashHow: "按承诺日,没有承诺的按到期日加客户平时迟付的天数",
		Counting: "正在计算", LateCash: "已该到", Beyond: "更晚", Undated: "无到期日", WeekOf: "%s 起",
		Credits: "冲减", RemoveCredit: "撤回冲减", Steps: "催收记录", RemoveStep: "删除催收记录", Allocations: "核销",
		NoAllocations: "还没有收到款", NoSteps: "还没有催过", Account: "客户账户", Settles: "核销到", Nobody: "没有选中",
		Instalment: "第 %d 期,共 %d 期",
		New:        "新增应收款", NewFor: "新增应收款:哪位客户",
	}
}

func englishReceivables() Receivables {
	return Receivables{
		Tab: "Receivables", Due: "Open", Buckets: "Aging", Customers: "Customers", Promises: "Promises", Payments: "Payments", All: "All",
		Read: "Reading the receivables", ReadDetail: "Reading the details",
		SearchHint: "customer, invoice, order", SearchPayments: "customer, receipt, payer",
		Customer: "Customer", Item: "Invoice", Late: "Late", Share: "Paid", Parts: "Part", LastStep: "Chased", NextStep: "Next step",
		Amount: "Amount", Balance: "Balance", Count: "Count", Percent: "Share", Bucket: "Aging", Total: "Total",
		Promised: "Promised", For: "For", Came: "Came", MadeOn: "Made on", State: "Result",
		Received: "Date", Verified: "Verified", Immature: "immature draft", Reversed: "reversed",
		OweOverdue: "overdue", OweOverduePart: "overdue*", OwePartial: "partly", OwePending: "pending", OweUnpaid: "unpaid", Disputed: "disputed",
		None:        "No receivables yet\n\nn or ctrl+n  add one\ni or ctrl+o  import the tracking sheet",
		NothingOpen: "Nothing is open\n\nn or ctrl+n  add one\ni or ctrl+o  import the tracking sheet",
		NoPromises:  "No promises yet\n\nLog a chasing step with l on an open receivable, with the day promised, and it is listed here",
		NoPayments:  "No payments yet\n\nRecord one with p on an open receivable, and it is listed here",
		Sum:         "%s %d", PromiseSum: "broken %d  pending %d  late %d  kept %d", CustomerSum: "%d customers", More: "%d more currencies",
		ShowOf: "this customer's receivables", ShowBucket: "the receivables of this bucket", NextGroup: "next group", PrevGroup: "previous group",
		Yes:    "yes",
		Export: "export list", ExportTitle: "Export list (%d receivables)", ExportName: "receivables-%s.xlsx", Exported: "%d exported to %s",
		ExportPaymentsTitle: "Export list (%d payments)", PaymentsName: "payments-%s.xlsx",
		Charts: "charts", ChartsTitle: "Aging and expected cash-in", AgingChart: "Aging", CashChart: "Expected cash-in by week", CashHow: "by the day promised, else the due date and the customer's usual delay",
		Counting: "counting", LateCash: "late", Beyond: "later", Undated: "no due date", WeekOf: "from %s",
		Credits: "Credit notes", RemoveCredit: "take a credit note back", Steps: "Chasing", RemoveStep: "remove a chasing step", Allocations: "Paid by",
		NoAllocations: "nothing was paid yet", NoSteps: "not chased yet", Account: "Account", Settles: "Settles", Nobody: "Nothing is selected",
		Instalment: "instalment %d of %d",
		New:        "new receivable", NewFor: "New receivable: for whom",
	}
}
