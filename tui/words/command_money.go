package words

// Receivables, payments and reports.
var (
	AboutPay    = T{"登记一笔回款", "record a payment"}
	AboutReport = T{"账龄表、对账单、准时交付", "aging, statements of account, on-time delivery"}
	AboutAging  = T{"应收账龄表", "what is owed by age"}
	AboutState  = T{"一位客户的对账单", "a customer's statement of account"}

	LongPay = T{"没有 --for 时先核销最早到期的应收款,余下的记为预收款。金额可写 3000、1.2万、$500。",
		"Without --for the receivables due first are settled; what is left is an advance. Amounts: 3000, 1.2万, $500."}
	LongReport = T{"aging 按账龄汇总未收款,--by 分行:customer 客户、bucket 账龄段、month 到期月;--as-of 看某一天;-o 写成 xlsx、csv、md、html 或 json。\nstatement 是对账单," +
		"-o 写成 xlsx 或可打印的 html。\ndelivery 是期间内签收的订单按交期准时的比例,--by customer 分客户。",
		"aging sums what is open by age; --by makes the lines: customer, bucket or month of the due date; --as-of takes\nanother day; -o " +
			"writes xlsx, csv, md, html or json. statement is a statement of account, which -o writes as xlsx\nor as html to print.\ndelivery " +
			"is how the orders received in a period kept to the promised days, --by customer for each."}
	ExamplePay = T{"genjin pay 恒基板材 3000 --method 转账\ngenjin pay #12 1.2万 --for FP0002 --on 11-20 --receipt SJ001",
		"genjin pay Acme 3000 --method transfer\ngenjin pay #12 12000 --for FP0002 --on 11-20 --receipt R001"}
	ExampleReport = T{"genjin report aging --by customer -o 账龄.xlsx\ngenjin report statement 恒基板材 --from 10-1 --to 10-31 -o 对账单.xlsx",
		"genjin report aging --by customer -o aging.xlsx\ngenjin report statement Acme --from 10-1 --to 10-31 -o statement.xlsx"}

	AboutAccounts = T{"客户的偿债比率和财务分析", "a customer's ratios and what they say"}
	LongAccounts  = T{"按期间列出流动、速动、现金比率和参考值(200%、100%、20%),下面是财务分析:保存过的,否则按数字起草。--text 只要文字," +
		"--keep 保存到最近一期,--afresh 重新起草,-o 写成 html、md、txt。\n各期数字用 genjin new accounts 录入,或从表格导入。",
		"the current, quick and cash ratio of each period beside their guide values (200 %, 100 %, 20 %), and the analysis: as it\n" +
			"was kept, else drafted from the figures. --text is the words alone, --keep keeps them with the latest period, --afresh\n" +
			"drafts them again, -o writes html, md or txt. Figures are entered by genjin new accounts, or imported."}
	ExampleAccounts = T{"genjin new accounts customer=恒基板材 period=2025 current_assets=300万 inventory=80万 current_liabilities=180万 " +
		"cash=40万 profit=-12万\ngenjin report accounts 恒基板材 -o 财务分析.html",
		"genjin new accounts customer=Acme period=2025 current_assets=3000000 inventory=800000 current_liabilities=1800000 " +
			"cash=400000 profit=-120000\ngenjin report accounts Acme -o analysis.html"}
	NoAccounts = T{"%s 还没有财务信息:genjin new accounts customer=… period=2025 current_assets=…",
		"%s has no accounts yet: genjin new accounts customer=... period=2025 current_assets=..."}
	UseAccountsOut = T{"写到 `文件`,按扩展名 html、md、txt", "write to `FILE`: html, md or txt by its extension"}

	UsePayFor = T{"核销这张 `发票`、订单或 #编号,可写几个,依次核销,余下的记为预收款",
		"settle this `INVOICE`, order or #number; several are settled in their order, the rest is an advance"}
	UseBy            = T{"分行 `依据`:customer、bucket、month", "lines `BY` customer, bucket or month"}
	UseFrom          = T{"起始 `日期`,默认本月一日", "first `DATE`, default the first of this month"}
	UseTo            = T{"截止 `日期`,默认今天", "last `DATE`, default today"}
	UseAgingOut      = T{"写到 `文件`,按扩展名 xlsx、csv、md、html、json", "write to `FILE`: xlsx, csv, md, html or json by its extension"}
	UseAllStatements = T{"期间有往来或有余额的客户,每人一份,写到 -o 的文件夹",
		"one for everybody with a balance or a movement in the period, into the folder of -o"}
	UseReportOut = T{"写到 `文件`,按扩展名 xlsx 或 html", "write to `FILE`: xlsx or html by its extension"}

	NoInvoice     = T{"%s 没有未结的「%s」,未结的有:%s", "%s has nothing open called “%s”; open are: %s"}
	NothingOpen   = T{"没有", "none"}
	BadPeriod     = T{"--to 在 --from 之前", "--to lies before --from"}
	PaidIn        = T{"已登记 %s 回款 %s(%s)", "Payment of %[2]s from %[1]s recorded (%[3]s)"}
	PaidFor       = T{"核销 %s %s,还欠 %s", "settles %s %s, still open %s"}
	UsedBefore    = T{"注意:%s", "Note: %s"}
	PaidAdvance   = T{"预收款 %s", "advance %s"}
	AgingHead     = T{"应收账龄 截至%s", "Receivables by age as of %s"}
	AgingNothing  = T{"截至%s没有未收款", "Nothing is open as of %s"}
	ColumnOwedFor = T{"发票/订单", "invoice/order"}
	ColumnLowered = T{"冲减坏账", "credited/written off"}
	SumSeparator  = T{",", ", "}
	ColumnStep    = T{"下一步", "next step"}
	CountOwed     = T{"%s 笔应收", "receivables: %s"}
	CountPaid     = T{"%s 笔回款", "payments: %s"}
	AgingOut      = T{"已写出账龄表 %s", "the aging report is in %s"}
	StatementsOut = T{"已写出 %d 份对账单,在 %s", "%d statements are in %s"}
	OneOrAll      = T{"写一个客户,或用 --all 写全部(--all 不带 --json)", "name a customer, or write all with --all (which goes without --json)"}
	NeedsFolder   = T{"--all 要用 -o 写明文件夹", "--all needs the folder, with -o"}
	StatementOut  = T{"已写出 %s 的对账单 %s", "the statement of %s is in %s"}
	DraftImmature = T{"未到期承兑", "not matured"}
	ImportMoney   = T{"新增应收款 %d 笔、回款 %d 笔、客户 %d 位", "new receivables: %d, payments: %d, customers: %d"}
	ExportedMoney = T{"已导出 %d 条到 %s", "exported to %[2]s, records: %[1]d"}
)
