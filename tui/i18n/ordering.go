package i18n

// Ordering is what is done with orders: the dialogs that Today, the card and
// the orders' tab share.
type Ordering struct {
	New, NewFor, NewTitle, Quote                 string // customer
	Added                                        string // number, total
	Begin, Lines, Total, Discounts, LineNo       string // which
	NoLine                                       string
	NoTerms, FindProduct, NoProject              string
	Edit, EditTitle                              string // number, customer
	Saved, Removed                               string // number
	Remove, CancelInstead                        string
	Step, StepOf                                 string // node
	NothingNext                                  string // number
	StepTitle                                    string // node, number, customer
	Stepped, TakenBack                           string // number, node
	Nodes, NodesTitle, DoIt, DoItNow, TakeBack   string // number; day
	Plan, PlanTitle, PlanNodeTitle, Planned      string // number; node, number; number, node
	LimitTitle                                   string // number, customer
	Approve, ApproveTitle                        string // number, customer
	Approved                                     string // number
	UnderFloor, OverLimit                        string // line; line, discount, limit
	LookAgain                                    string
	Accept, Accepted                             string // number
	Reserve, Prolong, Release, ReserveTitle      string // number, customer
	Reserved, Released                           string // number, until
	Change, ChangesTitle                         string // number
	ChangeTitle                                  string // kind, number, customer
	Changed                                      string // number, kind, total
	TransferTo, Off, Stays, ComesBack            string
	ReturnHint                                   string
	CancelCredits, CancelAdvance                 string // amount
	PaidOf                                       string // amount
	TransferOpen                                 string // customer, amount
	SaidYes, SaidNo, OfOrder                     string
	Section, More                                string // how many
	PrintTitle, Printed                          string // document, number; document, file
	NewProduct, EditProduct, RemoveProduct       string
	ProductSaved, ProductRemoved, ProductStopped string // code
	StopProduct, UseProduct, ProductUsed         string
}

func chineseOrdering() Ordering {
	return Ordering{
		New: "新订单、报价", NewFor: "新订单:哪位客户", NewTitle: "新订单  %s", Quote: "报价",
		Added: "已保存 %s,共 %s", Begin: "先作为", Lines: "明细(样板编号里输入编号或名称查找)", Total: "合计", Discounts: "优惠", LineNo: "第%d行", NoLine: "还没有明细,至少写一行:产品或品名、数量、单价",
		NoTerms: "不写就是整单一笔,没有到期日", FindProduct: "查找产品", NoProject: "不属于项目",
		Edit: "修改订单", EditTitle: "修改订单  %s  %s", Saved: "已保存 %s", Removed: "已删除 %s", Remove: "删除报价", CancelInstead: "已确认的订单不能删除,请取消",
		Step: "完成下一节点", StepOf: "完成:%s", NothingNext: "%s 没有要做的节点", StepTitle: "%s  %s  %s", Stepped: "%s %s已完成", TakenBack: "%s %s已撤回",
		Nodes: "节点:完成或撤回", NodesTitle: "节点  %s", DoIt: "完成(计划%s)", DoItNow: "完成", TakeBack: "撤回(%s完成)",
		Plan: "改节点计划", PlanTitle: "节点计划  %s", PlanNodeTitle: "%s计划  %s", Planned: "%s %s计划已改",
		LimitTitle: "超过信用额度  %s  %s",
		Approve:    "批价", ApproveTitle: "批价  %s  %s", Approved: "%s 价格已批", UnderFloor: "%s 低于最低价", OverLimit: "%s 优惠%d%%,上限%d%%", LookAgain: "价格在审价以后改过,出货前再看一遍",
		Accept: "验收完毕", Accepted: "%s 已验收",
		Reserve: "预留", Prolong: "改预留期限", Release: "取消预留", ReserveTitle: "预留  %s  %s", Reserved: "%s 预留至%s", Released: "%s 已取消预留",
		Change: "变更", ChangesTitle: "变更  %s", ChangeTitle: "%s  %s  %s", Changed: "%s 已%s,合计 %s",
		TransferTo: "更名给哪位客户", Off: "优惠金额", Stays: "客户手里", ComesBack: "退回", ReturnHint: "没退的行清空",
		CancelCredits: "应收款 %s 会冲减", CancelAdvance: "已收的 %s 转为预收款",
		PaidOf: "已收 %s", TransferOpen: "从当天起 %s 欠 %s,原客户以前的账不变",
		SaidYes: "客户同意,确认订单", SaidNo: "客户不要,取消", OfOrder: "这张订单的操作", Section: "订单", More: "还有 %d 张,在订单那一页",
		PrintTitle: "%s  %s(.html 打印,.xlsx 表格)", Printed: "%s已导出到 %s",
		NewProduct: "新增产品", EditProduct: "修改产品", RemoveProduct: "删除产品", ProductSaved: "已保存 %s", ProductRemoved: "已删除 %s",
		StopProduct: "停用", UseProduct: "恢复使用", ProductStopped: "%s 已停用", ProductUsed: "已恢复使用",
	}
}

func englishOrdering() Ordering {
	return Ordering{
		New: "new order, quote", NewFor: "New order: for whom", NewTitle: "New order  %s", Quote: "quote",
		Added: "%s saved, %s in all", Begin: "Begin as", Lines: "Lines (type a code or a name in Product to find one)", Total: "Total", Discounts: "discount", LineNo: "line %d:", NoLine: "no lines yet: at least one is needed, with a product or a name, a quantity and a price",
		NoTerms: "left empty: one sum without a due date", FindProduct: "find product", NoProject: "of no project",
		Edit: "edit order", EditTitle: "Edit order  %s  %s", Saved: "%s saved", Removed: "%s removed", Remove: "remove quote", CancelInstead: "a confirmed order is cancelled, not removed",
		Step: "do the next node", StepOf: "done: %s", NothingNext: "%s has no node left", StepTitle: "%s  %s  %s", Stepped: "%s %s done", TakenBack: "%s %s taken back",
		Nodes: "nodes: do or take back", NodesTitle: "Nodes  %s", DoIt: "do it (planned %s)", DoItNow: "do it", TakeBack: "take back (done %s)",
		Plan: "plan the nodes", PlanTitle: "Planned days  %s", PlanNodeTitle: "Plan %s  %s", Planned: "%s %s planned",
		LimitTitle: "Over the credit limit  %s  %s",
		Approve:    "approve prices", ApproveTitle: "Approve prices  %s  %s", Approved: "prices of %s approved", UnderFloor: "%s is under the floor price", OverLimit: "%s is discounted by %d%%, the limit is %d%%", LookAgain: "prices changed after the review, look again before the goods go out",
		Accept: "accepted by the customer", Accepted: "%s accepted",
		Reserve: "reserve the goods", Prolong: "reserve until another day", Release: "give the goods free", ReserveTitle: "Reserve  %s  %s", Reserved: "%s reserved until %s", Released: "%s no longer reserved",
		Change: "change", ChangesTitle: "Change  %s", ChangeTitle: "%s  %s  %s", Changed: "%s: %s, total %s",
		TransferTo: "Transfer to whom", Off: "Off the total", Stays: "They have", ComesBack: "Comes back", ReturnHint: "empty the lines that stay",
		CancelCredits: "receivables of %s will be credited", CancelAdvance: "%s paid already becomes an advance",
		PaidOf: "Of %s paid", TransferOpen: "from that day %s owes %s; earlier days stay as they were",
		SaidYes: "they said yes, confirm", SaidNo: "they said no, cancel", OfOrder: "all about this order", Section: "Orders", More: "%d more on the orders' tab",
		PrintTitle: "%s  %s (.html to print, .xlsx a workbook)", Printed: "%s exported to %s",
		NewProduct: "new product", EditProduct: "edit product", RemoveProduct: "remove product", ProductSaved: "%s saved", ProductRemoved: "%s removed",
		StopProduct: "stop selling it", UseProduct: "sell it again", ProductStopped: "%s is not sold any more", ProductUsed: "sold again",
	}
}
