package words

// What customers owe: recording it, chasing it, lowering it, giving it back.
var (
	AboutOwe      = T{"登记一笔应收款", "record what a customer owes"}
	AboutChase    = T{"记一次催收", "log a chasing step"}
	AboutCredit   = T{"冲减一笔应收款", "lower a receivable by a credit note"}
	AboutDispute  = T{"标为争议,或解除争议", "mark a receivable as disputed, or no longer"}
	AboutWriteOff = T{"核销坏账", "write a receivable off as a bad debt"}
	AboutRefund   = T{"退还预收款", "give back an advance"}

	LongOwe = T{"付款期限由 --due 写明,或由付款条件算出(--terms,否则用客户卡片上的);分期的条件记成几笔,逐笔列出期限。\n销售日期默认今天,写了发票号时开票日期默认同一天。金额可写 3000、1.2万、$500。",
		"The due date is --due, or follows from the terms (--terms, else those on the card); terms in instalments make\nseveral, each " +
			"printed with its date. The day of the sale is today unless given, and that of the invoice the\nsame where its number is given. " +
			"Amounts: 3000, 1.2万, $500."}
	LongChase = T{"应收款可以写发票号、订单号或编号(#12,见 genjin list receivables)。电话、微信、上门同时记一条跟进;\n没联系上加 --outcome 未接通。承诺金额默认为全部余额。\n写客户名时,一次记下该催的各笔(或 " +
		"--for 写明的),一个承诺从到期早的分起。",
		"The receivable goes by its invoice, its order or its number (#12, see genjin list receivables). A call, a chat or a\nvisit is a " +
			"journal entry too; --outcome not_reached when nobody answered. A promise is for all that is open unless\nan amount is given. " +
			"Of a customer all that is to be chased is logged at once (or what --for names), one promise spread over\nit, the oldest due first."}
	LongCredit   = T{"冲减的金额从应收里减去,不能超过未收的余额。", "A credit note lowers what is owed, by at most what is open."}
	LongDispute  = T{"有争议的不再催。写明原因;--over 解除争议。", "What is disputed isn't chased. Say why; --over ends the dispute."}
	LongWriteOff = T{"不写金额时为全部余额。", "Without an amount all that is open is written off."}
	LongRefund   = T{"从最早的预收款里退,不能超过还没有核销的部分。金额可写 3000、1.2万、$500。",
		"Takes from the oldest advance; no more than what is not allocated. Amounts: 3000, 1.2万, $500."}

	ExampleOwe = T{"genjin owe 恒基板材 4.2万 --invoice FP0031 --due 12-31\ngenjin owe '#12' 10000 --order S2026-8 --terms " +
		"'30%定金+60%发货前+10%验收后30天'",
		"genjin owe Acme 42000 --invoice INV31 --due 12-31\ngenjin owe '#12' 10000 --order S2026-8 --terms '30% deposit + 70% before shipment'"}
	ExampleChase = T{"genjin chase FP0031 --method 电话 --promise 周五 --note 王经理答应\n" +
		"genjin chase 恒基板材 --promise 周五 --promise-amount 5万\ngenjin chase '#7' --method 催款函",
		"genjin chase INV31 --method phone --promise fri --note 'the boss agreed'\n" +
			"genjin chase Acme --promise fri --promise-amount 50000\ngenjin chase '#7' --method letter"}
	ExampleCredit  = T{"genjin credit FP0031 500 --reason 退货两件", "genjin credit INV31 500 --reason 'two returned'"}
	ExampleDispute = T{"genjin dispute FP0031 数量不符\ngenjin dispute FP0031 --over",
		"genjin dispute INV31 wrong quantity\ngenjin dispute INV31 --over"}
	ExampleWriteOff = T{"genjin write-off FP0031 --reason 客户倒闭", "genjin write-off INV31 --reason bankrupt"}
	ExampleRefund   = T{"genjin refund 恒基板材 3000 --reason 订单取消 --method 转账",
		"genjin refund Acme 3000 --reason 'order cancelled' --method transfer"}

	UseChaseFor      = T{"写客户时:只催这些`单据`(发票号、订单号、#编号),可多次", "of a customer: only these `DOCUMENTS` (invoice, order, #number), repeatable"}
	UseChaseCurrency = T{"写客户时:哪种`币种`", "of a customer: which `CURRENCY`"}
	UseCurrency      = T{"`币种`,默认客户的", "`CURRENCY`, default the customer's"}
	UseRemark        = T{"`备注`", "a `REMARK`"}
	UseDebtReason    = T{"`原因`,必填", "the `REASON`, required"}
	UseDebtOn        = T{"`日期`,默认今天", "`DATE`, default today"}
	UseOver          = T{"解除争议", "the dispute is over"}

	EmptyReceivable   = T{"请写应收款的发票号、订单号或编号(#12)", "name the receivable: its invoice, its order or its number (#12)"}
	NoReceivable      = T{"没有找到应收款「%s」,genjin list receivables 列出全部", "there is no receivable “%s”; genjin list receivables lists them all"}
	SeveralOwed       = T{"「%s」不止一笔,请用编号指定:", "“%s” is several, choose one by its number:"}
	Owed              = T{"已登记 %s 应收款:", "Recorded what %s owes:"}
	OwedInParts       = T{"按付款条件分 %d 期:#%d–#%d", "in %d instalments, as the terms say: #%d–#%d"}
	DueUnknown        = T{"期限未定", "due date open"}
	DueOnDay          = T{"%s到期", "due %s"}
	Chased            = T{"已记催收:%s %s(%s)", "Logged: %s %s (%s)"}
	NothingToChase    = T{"%s 没有可催的款项", "there is nothing to chase of %s"}
	OfCustomerOnly    = T{"--for 和 --currency 只在写客户时用", "--for and --currency go with a customer"}
	SeveralCurrencies = T{"%s 有几种币种要催,请用 --currency 选一种: %s", "%s is to be chased in several currencies, choose one with --currency: %s"}
	PaidOff           = T{"%s 已付清,不用催", "%s is paid, there is nothing to chase"}
	PromisedFor       = T{"承诺 %s 付 %s", "promised for %s: %s"}
	NextStepOn        = T{"下一步 %s %s", "next step %s %s"}
	Credited          = T{"%s 已冲减 %s,还欠 %s", "%s lowered by %s, still open %s"}
	DisputedNow       = T{"%s 已标为争议:%s", "%s is disputed: %s"}
	DisputeOver       = T{"%s 已解除争议", "%s is no longer disputed"}
	NeedsWhy          = T{"请写明争议的原因,或用 --over 解除争议", "say why it is disputed, or end the dispute with --over"}
	WrittenOff        = T{"%s 已作坏账 %s,还欠 %s", "%s: written off %s, still open %s"}
	Refunded          = T{"已退还 %s 预收款 %s(%s)", "Given back to %s: %s of advance (%s)"}
	RefundedPart      = T{"出自 %s 的回款:%s", "of the payment of %s: %s"}
	AdvanceLeft       = T{"还有预收款 %s", "advance left: %s"}

	NeedsFile = T{"没有数据库文件 %s,请检查 --db(GENJIN_DB)的路径;要新建请先导入或录入,例如 genjin --db %s add …",
		"there is no database %s, check the path given with --db (GENJIN_DB); import or add something to make a new one, such as " +
			"genjin --db %s add …"}

	Comma         = T{",", ", "}
	OpenMoney     = T{"未收 %s,逾期 %s", "open %s, overdue %s"}
	AdvanceMoney  = T{"预收款 %s", "advance %s"}
	ExposureOf    = T{"额度已用 %s / %s(%d%%)", "credit used %s of %s (%d %%)"}
	ExposureLeft  = T{"(未计 %s:没有汇率)", " (%s left out: no rate)"}
	ExposureOver  = T{",超出 %s", ", %s over"}
	NoLimit       = T{"没有信用额度", "no credit limit"}
	HabitScore    = T{"建议信誉 %d 分:%s", "suggested payment score %d: %s"}
	HabitChange   = T{"怎样变:%s", "what would change it: %s"}
	OpenDebtsHead = T{"未收 %d 笔", "Open receivables (%d)"}
	LastPaidHead  = T{"最近回款", "Last payments"}
)
