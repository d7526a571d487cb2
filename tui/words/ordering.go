package words

// Ordering is what is done with orders: the dialogs that Today, the card and
// the orders' tab share.
type Ordering struct {
	New, NewFor, NewTitle, Quote                                   string // customer
	Added                                                          string // number, total
	Begin, Lines, Total, Discounts, LineNo                         string // which
	NoLine                                                         string
	NoTerms, FindProduct, NoProject                                string
	Edit, EditTitle                                                string // number, customer
	Saved, Removed                                                 string // number
	Remove, CancelInstead                                          string
	Step, StepOf                                                   string // node
	NothingNext                                                    string // number
	StepTitle                                                      string // node, number, customer
	Stepped, TakenBack                                             string // number, node
	Nodes, NodesTitle, DoIt, DoItNow, TakeBack                     string // number; day
	Plan, PlanTitle, PlanNodeTitle, Planned                        string // number; node, number; number, node
	LimitTitle                                                     string // number, customer
	Approve, ApproveTitle                                          string // number, customer
	Approved                                                       string // number
	UnderFloor, OverLimit                                          string // line; line, discount, limit
	LookAgain                                                      string
	Accept, Accepted                                               string // number
	Reserve, Prolong, Release, ReserveTitle                        string // number, customer
	Reserved, Released                                             string // number, until
	Change, ChangesTitle                                           string // number
	ChangeTitle                                                    string // kind, number, customer
	Changed                                                        string // number, kind, total
	TransferTo, Off, Stays, ComesBack                              string
	ReturnHint                                                     string
	CancelCredits, CancelAdvance                                   string // amount
	CancelBack, CancelKept                                         string // amount
	PaidOf                                                         string // amount
	TransferOpen                                                   string // customer, amount
	SaidYes, SaidNo, OfOrder, SetDay, ShipPart, BillPart, PartKept string
	Section, More                                                  string // how many
	AllParts                                                       string
	PrintTitle, Printed                                            string // document, number; document, file
	NewProduct, EditProduct, RemoveProduct                         string
	ProductSaved, ProductRemoved, ProductStopped                   string // code
	StopProduct, UseProduct, ProductUsed                           string
}

func ordering(t tongue) Ordering {
	return Ordering{
		New:       t.say("新订单、报价", "new order, quote"),
		NewFor:    t.say("新订单:哪位客户", "New order: for whom"),
		NewTitle:  t.say("新订单  %s", "New order  %s"),
		Quote:     t.say("报价", "quote"),
		Added:     t.say("已保存 %s,共 %s", "%s saved, %s in all"),
		Begin:     t.say("先作为", "Begin as"),
		Lines:     t.say("明细(样板编号里输入编号或名称查找)", "Lines (type a code or a name in Product to find one)"),
		Total:     t.say("合计", "Total"),
		Discounts: t.say("优惠", "discount"),
		LineNo:    t.say("第%d行", "line %d:"),
		NoLine: t.say("还没有明细,至少写一行:产品或品名、数量、单价",
			"no lines yet: at least one is needed, with a product or a name, a quantity and a price"),
		NoTerms:        t.say("不写就是整单一笔,没有到期日", "left empty: one sum without a due date"),
		FindProduct:    t.say("查找产品", "find product"),
		NoProject:      t.say("不属于项目", "of no project"),
		Edit:           t.say("修改订单", "edit order"),
		EditTitle:      t.say("修改订单  %s  %s", "Edit order  %s  %s"),
		Saved:          t.say("已保存 %s", "%s saved"),
		Removed:        t.say("已删除 %s", "%s removed"),
		Remove:         t.say("删除报价", "remove quote"),
		CancelInstead:  t.say("已确认的订单不能删除,请取消", "a confirmed order is cancelled, not removed"),
		Step:           t.say("完成下一节点", "do the next node"),
		StepOf:         t.say("完成:%s", "done: %s"),
		NothingNext:    t.say("%s 没有要做的节点", "%s has no node left"),
		StepTitle:      t.say("%s  %s  %s", "%s  %s  %s"),
		Stepped:        t.say("%s %s已完成", "%s %s done"),
		TakenBack:      t.say("%s %s已撤回", "%s %s taken back"),
		Nodes:          t.say("节点:完成或撤回", "nodes: do or take back"),
		NodesTitle:     t.say("节点  %s", "Nodes  %s"),
		DoIt:           t.say("完成(计划%s)", "do it (planned %s)"),
		DoItNow:        t.say("完成", "do it"),
		TakeBack:       t.say("撤回(%s完成)", "take back (done %s)"),
		Plan:           t.say("改节点计划", "plan the nodes"),
		PlanTitle:      t.say("节点计划  %s", "Planned days  %s"),
		PlanNodeTitle:  t.say("%s计划  %s", "Plan %s  %s"),
		Planned:        t.say("%s %s计划已改", "%s %s planned"),
		LimitTitle:     t.say("超过信用额度  %s  %s", "Over the credit limit  %s  %s"),
		Approve:        t.say("批价", "approve prices"),
		ApproveTitle:   t.say("批价  %s  %s", "Approve prices  %s  %s"),
		Approved:       t.say("%s 价格已批", "prices of %s approved"),
		UnderFloor:     t.say("%s 低于最低价", "%s is under the floor price"),
		OverLimit:      t.say("%s 优惠%d%%,上限%d%%", "%s is discounted by %d%%, the limit is %d%%"),
		LookAgain:      t.say("价格在审价以后改过,出货前再看一遍", "prices changed after the review, look again before the goods go out"),
		Accept:         t.say("验收完毕", "accepted by the customer"),
		Accepted:       t.say("%s 已验收", "%s accepted"),
		Reserve:        t.say("预留", "reserve the goods"),
		Prolong:        t.say("改预留期限", "reserve until another day"),
		Release:        t.say("取消预留", "give the goods free"),
		ReserveTitle:   t.say("预留  %s  %s", "Reserve  %s  %s"),
		Reserved:       t.say("%s 预留至%s", "%s reserved until %s"),
		Released:       t.say("%s 已取消预留", "%s no longer reserved"),
		Change:         t.say("变更", "change"),
		ChangesTitle:   t.say("变更  %s", "Change  %s"),
		ChangeTitle:    t.say("%s  %s  %s", "%s  %s  %s"),
		Changed:        t.say("%s 已%s,合计 %s", "%s: %s, total %s"),
		TransferTo:     t.say("更名给哪位客户", "Transfer to whom"),
		Off:            t.say("优惠金额", "Off the total"),
		Stays:          t.say("客户手里", "They have"),
		ComesBack:      t.say("退回", "Comes back"),
		ReturnHint:     t.say("没退的行清空", "empty the lines that stay"),
		CancelCredits:  t.say("应收款 %s 会冲减", "receivables of %s will be credited"),
		CancelAdvance:  t.say("已收的 %s 转为预收款", "%s paid already becomes an advance"),
		CancelBack:     t.say("已收的 %s 退还客户", "%s paid already is given back"),
		CancelKept:     t.say("已收的 %s 没收", "%s paid already is kept"),
		PaidOf:         t.say("已收 %s", "Of %s paid"),
		TransferOpen:   t.say("从当天起 %s 欠 %s,原客户以前的账不变", "from that day %s owes %s; earlier days stay as they were"),
		ShipPart:       t.say("分批发货", "ship a part"),
		BillPart:       t.say("分批开票", "bill a part"),
		PartKept:       t.say("%s 已记%s", "%s: %s is kept"),
		SetDay:         t.say("定交期", "set the promised day"),
		SaidYes:        t.say("客户同意,确认订单", "they said yes, confirm"),
		SaidNo:         t.say("客户不要,取消", "they said no, cancel"),
		OfOrder:        t.say("这张订单的操作", "all about this order"),
		Section:        t.say("订单", "Orders"),
		More:           t.say("还有 %d 张,在订单那一页", "%d more on the orders' tab"),
		AllParts:       t.say("整单", "The whole order"),
		PrintTitle:     t.say("%s  %s(.html 打印,.xlsx 表格)", "%s  %s (.html to print, .xlsx a workbook)"),
		Printed:        t.say("%s已导出到 %s", "%s exported to %s"),
		NewProduct:     t.say("新增产品", "new product"),
		EditProduct:    t.say("修改产品", "edit product"),
		RemoveProduct:  t.say("删除产品", "remove product"),
		ProductSaved:   t.say("已保存 %s", "%s saved"),
		ProductRemoved: t.say("已删除 %s", "%s removed"),
		StopProduct:    t.say("停用", "stop selling it"),
		UseProduct:     t.say("恢复使用", "sell it again"),
		ProductStopped: t.say("%s 已停用", "%s is not sold any more"),
		ProductUsed:    t.say("已恢复使用", "sold again"),
	}
}
