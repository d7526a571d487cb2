package model

import "slices"

// The counts of work (rule 2.11); targets are set for some of them (rule 1.8).
var (
	NewCustomers = Count{Code: "new_customers", List: ExportCustomers, Over: "filled_on"}
	ContactCount = entries("contacts", isNot("outcome", NotReached))
	VisitCount   = entries("visits", isNot("outcome", NotReached), is("method", Visit))
	InShop       = entries("receptions", isNot("outcome", NotReached), is("method", Reception, Invite))
	Attempts     = entries("not_reached", is("outcome", NotReached))
	CasesOpened  = Count{Code: "cases_opened", List: ExportJournal, Over: "at", Filters: []Filter{isNot("kind", FollowUp)}, Lack: NeverCases}
	CasesClosed  = Count{Code: "cases_closed", List: ExportJournal, Over: "closed_on", Filters: CasesOpened.Filters, Lack: NeverCases}

	SignedSum = Count{Code: "signed", List: ExportOrders, Over: "confirmed_on", Filters: standing, Sum: "total"}
	Delivered = Count{Code: "delivered", List: ExportOrders, Over: "received_on", Filters: standing}
	Dated     = Count{Code: "promised", List: ExportOrders, Over: "received_on",
		Filters: slices.Concat(standing, []Filter{{Field: "promised_on", Op: OpFilled}})}
	InTime    = Count{Code: "on_time", List: ExportOrders, Over: "received_on", Filters: slices.Concat(standing, on("in_time"))}
	Collected = Count{Code: "collected", List: ExportPayments, Over: "received_on", Sum: "received"}
)

// The counts of money owed (rule 2.4).
var (
	OpenSum    = Count{Code: "open", List: ExportReceivables, Filters: on("open"), Sum: "balance"}
	OverdueSum = Count{Code: "overdue", List: ExportReceivables, Filters: slices.Concat(on("open"), []Filter{is("status", OweOverdue)}),
		Sum: "balance"}
	DueSum    = Count{Code: "due", List: ExportReceivables, Over: "due_on", Sum: "amount"}
	BilledSum = Count{Code: "billed", List: ExportReceivables, Over: "since", Sum: "amount"}
)

// standing: the order has not been cancelled.
var standing = []Filter{isNot("status", OrderCancelled)}

// entries counts entries of the journal.
func entries(code string, filters ...Filter) Count {
	return Count{Code: code, List: ExportJournal, Over: "at", Filters: filters}
}

// Summary is the daily, weekly, half-monthly and monthly report 日报 周报 半月报
// 月报.
var Summary = Counted{
	Code: "summary",
	Counts: []Count{
		NewCustomers, ContactCount, VisitCount, InShop, Attempts, SignedSum, Delivered, InTime, Collected, CasesOpened, CasesClosed,
	},
	Tables: []Breakdown{
		{Code: "by_method", Of: RowOfJournal, By: "method", Counts: []Count{ContactCount, Attempts}},
		{Code: "by_source", Of: RowOfCustomer, By: "source", Counts: []Count{NewCustomers}},
		{Code: "by_case", Of: RowOfJournal, By: "kind", Counts: []Count{CasesOpened, CasesClosed}},
	},
}

// Cases is the report of what customers raised 客服: 咨询 投诉 反馈 售后.
var Cases = Counted{
	Code:   "cases",
	Counts: []Count{CasesOpened, CasesClosed, {Code: "cases_open", List: ExportJournal, Filters: on("open")}},
	Tables: []Breakdown{
		{Code: "by_case", Of: RowOfJournal, By: "kind", Counts: []Count{CasesOpened, CasesClosed}},
		{Code: "by_fault", Of: RowOfJournal, By: "fault", Counts: []Count{CasesOpened, CasesClosed}},
		{Code: "by_customer", Of: RowOfJournal, By: "customer_id", Counts: []Count{CasesOpened}},
	},
}
