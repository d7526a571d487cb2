package words

// Orders and products.
var (
	AboutOrder = T{"新增订单或报价", "add an order or a quote"}
	AboutStep  = T{"订单节点:确认、发货、签收、开票……", "a step of an order: confirm, ship, receive, invoice ..."}

	LongOrder = T{"每个 --line 一行:产品编号或品名、数量、单价,末尾可加 -优惠;没写单价时用客户专价或标准价。\n没有 --confirm 就是报价;确认后按付款条件生成应收款。价格待审的存为报价,或用 --approved-by 谁 " +
		"--reason 为什么。没有 --no 时自动编号。",
		"A --line each: a product's code or a description, the quantity, the unit price, and -DISCOUNT at the end;\nwithout a price the " +
			"customer's own or the list price counts. Without --confirm it is a quote; confirming makes\nthe receivables by the terms. With " +
			"prices to be reviewed it stays a quote, unless --approved-by WHO --reason WHY.\nWithout --no it gets the next number of the day."}
	LongStep = T{"节点:confirm 订单确认、price_review 审价、prepare 备料、produce 生产、ship 发货、receive 签收、reconcile 对账、invoice 开票;另有 accept 验收。\n--plan " +
		"只定计划日期,--undo 撤回节点。价格待审时:genjin step 单号 审价 --approved-by 谁 --reason 为什么。",
		"Nodes: confirm, price_review, prepare, produce, ship, receive, reconcile, invoice; and accept. --plan only sets the planned\nday, " +
			"--undo takes a node back. Prices to be reviewed: genjin step ORDER price_review --approved-by WHO --reason WHY."}
	ExampleOrder = T{"genjin order 恒基板材 --project 手持终端OEM-01 --line \"终端 100 890\"\ngenjin order 恒基板材 --line \"YB-01 10 85.50\" " +
		"--line \"运费 1 200\" --promised 12-20 --terms 月结30天\ngenjin order #12 --line \"柜门板 3张 128.5 -10\" --no DD001 --confirm",
		"genjin order Acme --project Terminal-01 --line \"Terminal 100 89\"\ngenjin order Acme --line \"YB-01 10 85.50\" --line \"Freight 1 " +
			"200\" --promised 12-20 --terms \"net 30\"\ngenjin order #12 --line \"Board 3 128.5 -10\" --no PO-7 --confirm"}
	ExampleStep = T{"genjin step DD001 确认\ngenjin step DD001 发货 --on 11-20 --carrier 德邦 --waybill DB778 --eta 11-23\ngenjin step " +
		"DD001 开票 --invoice FP0101", "genjin step PO-7 confirm\ngenjin step PO-7 ship --on 11-20 --carrier DHL --waybill D778 --eta 11-23\n" +
		"genjin step PO-7 invoice --invoice INV-9"}

	UseLine       = T{"订单 `明细`:编号或品名 数量 [单价] [-优惠],可重复", "a `LINE`: code or description, quantity [price] [-discount]; may be repeated"}
	UseProject    = T{"属于哪个 OEM `项目`", "the OEM `PROJECT` that it belongs to"}
	UseConfirm    = T{"订单已确认,生成应收款", "the order is confirmed: make its receivables"}
	UseLimitWhy   = T{"超信用额度、批价或未付先发货的 `理由`", "`WHY` the credit limit may be passed, prices are approved, or unpaid goods go out"}
	UseApprovedBy = T{"`谁` 批准的价格", "`WHO` approved the prices"}
	UsePlanOn     = T{"只定计划 `日期`", "only plan it for `DATE`"}
	UseStepUndo   = T{"撤回这个节点", "take the node back"}

	NoOrder          = T{"没有订单「%s」,genjin list orders 列出全部", "there is no order “%s”; genjin list orders lists them all"}
	BadLine          = T{"看不懂明细「%s」,写法如 --line \"YB-01 10 85.50\"", "can't read the line “%s”; write --line \"YB-01 10 85.50\""}
	BadNode          = T{"没有节点「%s」,可选 %s", "there is no node “%s”; choose %s"}
	OfLine           = T{"第%d行 ", "line %d: "}
	ApproveFirst     = T{":genjin step 单号 审价 --approved-by 谁 --reason 为什么", ": genjin step ORDER price_review --approved-by WHO --reason WHY"}
	ApprovedByReason = T{"--approved-by 只用于审价节点", "--approved-by goes with the price_review node only"}

	LineNeeded = T{"还没有明细,写法如 --line \"YB-01 10 85.50\",每行一个 --line",
		"there are no lines; write --line \"YB-01 10 85.50\", one --line each"}
	ByConfirmed = T{"--approved-by 与 --confirm 一起用", "--approved-by goes with --confirm"}
	NoPrice     = T{"「%s」没有 %s 的客户专价或标准价,请写单价:--line \"%s 单价\"",
		"“%s” has no price in %s, the customer's own or a list price; give it: --line \"%s PRICE\""}
	WaitsForReview = T{"订单 %s 先存为报价,等审价。%s。批了以后再 genjin step %s 确认",
		"order %s is kept as a quote until its prices are reviewed. %s. Then: genjin step %s confirm"}
	DatedBefore    = T{"(原 %s → %s)", " (was %s, now %s)"}
	AcceptedOrder  = T{"%s 验收:%s", "%s accepted: %s"}
	Unaccepted     = T{"%s 验收 已撤回", "%s acceptance taken back"}
	AcceptedPlain  = T{"验收不用 --plan,只用 --on 和 --undo", "acceptance takes --on and --undo, not --plan"}
	NotAccepted    = T{"%s 还没有验收", "%s is not accepted yet"}
	NotReceived    = T{"%s 还没签收,先 genjin step %s 签收", "%s is not received yet; first genjin step %s receive"}
	CustomerOrders = T{"订单 %d 张", "Orders: %d"}
	MoreOrders     = T{"还有 %d 张:genjin list orders --filter customer=%s", "%d more: genjin list orders --filter customer=%s"}

	AddedOrder    = T{"已新增订单 %s %s,%s,%s", "Added order %s for %s, %s, %s"}
	SteppedOrder  = T{"%s %s:%s %s", "%s %s: %s %s"}
	PlannedNode   = T{"%s %s 计划 %s", "%s %s planned for %s"}
	TakenBackNode = T{"%s %s 已撤回", "%s %s taken back"}
	NextNode      = T{"下一步 %s", "next: %s"}
	NextNodeNone  = T{"没有下一步", "nothing is left to do"}
	NoLines       = T{"还没有明细", "No lines yet"}
	LinesHead     = T{"明细", "Lines"}
	PartsHead     = T{"分批发货与开票", "Shipments and invoices"}
	NodesHead     = T{"节点", "Nodes"}
	OwedHead      = T{"应收款", "Receivables"}
	OrderChanges  = T{"变更", "Changes"}
	ColumnShare   = T{"已收", "collected"}
	ColumnNext    = T{"下一步", "next"}
	CountOrders   = T{"%s 张订单", "orders: %s"}
	CountRecords  = T{"%s 条", "records: %s"}
	NeverChanged  = T{"%s记下后不能改;记错了就在应收款里删掉,再记一次",
		"%s: never changed once it is noted; take a wrong one out at its receivable and note it again"}
	CountMarket    = T{"%s 条市场调查", "market notes: %s"}
	CountProducts  = T{"%s 个产品", "products: %s"}
	ImportOrders   = T{"新增订单 %d 张、更新 %d 张、新建客户 %d 位", "new orders: %d, updated: %d, new customers: %d"}
	ExportedPapers = T{"已写出 %s 的资料到 %s", "the papers of %s are in %s"}
	ExportedDoc    = T{"已写出订单 %s 到 %s", "order %s is in %s"}
)
