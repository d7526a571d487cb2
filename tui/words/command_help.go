package words

// The headings of a help page.
var (
	HeadUsage    = T{"用法", "Usage"}
	HeadCommands = T{"命令", "Commands"}
	HeadFlags    = T{"选项", "Flags"}
	HeadGlobal   = T{"通用选项", "Flags of every command"}
	HeadExamples = T{"例子", "Examples"}
)

// What the commands do.
var (
	AboutGenjin     = T{"客户跟进", "Customer follow-up"}
	AboutToday      = T{"今天该做的事", "what is due today"}
	AboutAdd        = T{"一行录入一位客户", "add a customer in one line"}
	AboutLog        = T{"记一条跟进", "log a contact"}
	AboutList       = T{"列出客户、联系人、跟进、应收、订单、产品、项目", "list customers, contacts, the journal, money, orders, products or projects"}
	AboutMerge      = T{"把两张客户卡并成一张", "make one card of two"}
	AboutDuplicates = T{"可能重复的客户", "customers who seem to be there twice"}
	AboutShow       = T{"一位客户的整张卡片,或一张订单、一个项目", "the whole card of a customer, an order or a project"}
	AboutImport     = T{"导入 xlsx、csv、vcf、json", "import xlsx, csv, vcf or json"}
	AboutExport     = T{"导出客户、跟进、订单、项目、单据、日历", "export customers, the journal, orders, projects, documents, a calendar"}
	AboutChanges    = T{"操作日志", "the change log"}
	AboutUndo       = T{"撤销上一步,或整批导入", "take back the last change, or a whole import"}
	AboutRedo       = T{"重做刚撤销的一步", "bring back what was undone last"}
	AboutDemo       = T{"建一个装满样例的数据库", "make a database full of sample data"}
	AboutVersion    = T{"版本", "which version this is"}
	AboutCompletion = T{"命令行补全脚本", "a completion script for the shell"}
	AboutHelp       = T{"命令的用法", "how to use a command"}

	LongGenjin = T{"genjin 跟进:客户卡片、跟进记录、今天该联系谁。不带命令时打开界面。",
		"genjin: customer cards, the follow-up journal, and whom to contact today. Without a command it opens the screen."}
	LongToday = T{"按轻重缓急列出今天到期的事:未办结、跟进、重试、改级、评级、生日。",
		"Lists what is due, most pressing first: open cases, follow-ups, retries, regrades, birthdays."}
	LongAdd = T{"第一个词是姓名,其余顺序随意:电话、3人(几人进店)、#来源或#标签、@等级或@客户类型、\n+3d 或 明天(下次跟进),剩下的都是意向。名称里有空格时加引号。",
		"The first word is the name, the rest comes in any order: phones, 3人 (party size), #source or #tag,\n@grade or @class, +3d or " +
			"tomorrow (next date); everything else is the interest. Quote a name with spaces."}
	LongLog = T{"客户可以写编号(#12)、姓名、电话、拼音或首字母。没有 --next 时按等级算出下次跟进。",
		"The customer is a number (#12), a name, a phone, pinyin or initials. Without --next the grade gives the next date."}
	LongList = T{"筛选:grade=A,B 其中之一,grade!=E 除外,next_on<=今天 和 >= 起止,phones~138 包含,tags= 为空,tags!= 不为空;\n文本和电话用 = 时也是包含,== 为完全相同。" +
		"另有两栏可筛选和排序:urgency 紧急程度、importance 重要性。\n字段和值用代码或中文名;订单可按项目筛选:project=手持终端。oem 列出各种状态的项目,state=running 只看进行中的,\n--archived " +
		"只看已完成和取消的。--columns 选列,--segment 用界面上保存的筛选;--json 给出完整记录。",
		"Filters: grade=A,B one of them, grade!=E not, next_on<=today and >= bounds, phones~138 contains, tags= empty,\ntags!= known; = " +
			"looks inside texts and phones, == is the whole. Two columns more can be asked for: urgency and\nimportance. Fields and values go " +
			"by code or label; orders go by project too:\nproject=Terminal. oem lists projects in every state, state=running those that run, " +
			"--archived those done or\ncancelled. --columns chooses columns, --segment a filter saved on the\nscreen; --json " +
			"gives the whole records."}
	LongMerge = T{"第一位的卡保留,空着的项由另一张补上,电话和标签合在一起;两边都有而不同的项取保留的,--take 另选。\n跟进、联系人、企业档案、介绍关系都并入;genjin undo 可整个撤销。",
		"The first card is kept; what it lacks comes from the other one, phones and tags are united. Where both say\nsomething the kept one " +
			"stands, unless --take says otherwise. Journal, contacts, company card and referrals\nmove; genjin undo takes all of it back."}
	LongDuplicates = T{"按电话号码,或去掉公司字样、地名、括号和空格后的名称找;用 genjin merge 合并。",
		"Found by phone, or by the name without company words, places, brackets and spaces; genjin merge makes one of two."}
	LongShow = T{"卡片上的各项,以及全部跟进记录(新的在前)。其他记录写种类和编号,如 contacts #3。",
		"Everything on the card, and the whole journal, the newest first. Any other record by KIND and #id, such as\ncontacts #3."}
	LongImport = T{"先逐行说明会怎样,再写入。有一行被拒绝就全部不写入,退出码 1;--keep-good 只写入好的行。\n拒绝的行连同原因写到原文件旁边,改好可以再导。一个文件时 --json 是一个对象,多个文件时是数组。\n" +
		"内容自动识别:客户名单、跟踪表、跟进记录表(客户、日期、情况)、联系人名单(客户、姓名、电话)、回款跟踪表、\n回款表(客户、付款日期、回款金额、核销发票号)、项目进度跟进表、vcf 通讯录、\ngenjin export all 的 json,list " +
		"能列出的其他各种记录(一行一条);--as " +
		"指定是哪一种。跟进和联系人加到已有客户名下,没有的客户拒绝,或用 --create 新建。\n--map 的对应会记住,下次列名相同的文件自动使用。",
		"Says row by row what becomes of it, then writes. With one row refused nothing is written and the exit code is 1;\n--keep-good " +
			"takes the good rows. Refused rows go, with the reasons, to a file beside the source, to be mended.\n--json is an object for one " +
			"file, an array for several. The content tells what a file is: a list of customers,\ntracking forms, a journal (customer, date, " +
			"situation), contacts (customer, name, phone), receivables, payments (customer,\ndate, amount, what they settle), a project's " +
			"progress form, vCards, the json of\ngenjin export all, and every other kind of record that list shows, one a row; --as says " +
			"which. Entries and contacts go to customers who are there; " +
			"others are refused, or\nadded with --create. What --map says is remembered for the next file with the same columns."}
	LongExport = T{"按 -o 的扩展名:customers 可为 xlsx csv json vcf ics md html,journal 可为 xlsx csv json md html,\ncontacts 可为 xlsx csv json " +
		"vcf md html,calendar 为 ics(跟进、重试、生日、重要日子),form 为一位客户的纸质表 xlsx,\npapers 为一位客户的资料归档清单,handed-over 为交接清单,record-sheets 为访谈/核实记录,都是 " +
		"html;\noem 为各种状态的项目列表,progress 为一个项目的进度跟进表 xlsx,brief 为项目简介 html 或 xlsx," +
		"all 为全部数据的 json,可以再导入到空的数据库。不写 -o 时 JSON(日历为 ics)打到标准输出。",
		"By the extension of -o: customers as xlsx csv json vcf ics md html, journal as xlsx csv json md html, contacts as\nxlsx csv json " +
			"vcf md html, calendar as ics (follow-ups, retries, birthdays, important dates), form is the paper form\nof one customer as xlsx, " +
			"papers is the list of one customer's documents, handed-over the list to sign when they change hands, record-sheets\nthe records, " +
			"all as html; oem a list of projects in every state, progress the progress form of a project as xlsx, brief its brief as\n" +
			"html or xlsx, all is " +
			"every record as json, to be imported into an empty database. Without -o JSON (of a\ncalendar ics) goes to the standard output."}
	LongChanges = T{"谁的哪一项在什么时候改成了什么,新的在前。", "What was changed, when, from what and to what, the newest first."}
	LongUndo    = T{"撤销最近的一步;--set 撤销指定的一步,--batch 撤销一次导入,之后改过的保留。",
		"Takes back the latest act; --set takes back the one of that number, --batch an import; what was changed since stays."}
	LongRedo = T{"重做刚撤销的一步,除非之后又做了别的;--set 重做指定的一步。",
		"Brings back what was undone last, unless something else was done since; --set brings back the change of that number."}
	LongDemo = T{"数据是编的;同样的 --seed 和 --as-of 得到同样的数据。不指定 --db 时写到 ~/.genjin/demo.db,\n不碰自己的数据;已有客户的数据库不会写入。" +
		"演示数据没有操作日志。\n多要的跟进、应收、订单、项目都是往年的,今日要做的事不随之增加。",
		"The data is made up; the same --seed and --as-of give the same data. Without --db it goes to ~/.genjin/demo.db,\nnever to your own;" +
			" a database with customers is refused. A sample has no change log.\n" +
			"Entries, receivables, orders and projects beyond the usual are of past years: a day's work stays what it is."}
	LongCompletion = T{"打印补全脚本。bash:source <(genjin completion bash);zsh:source <(genjin completion zsh);\nfish:genjin completion fish | " +
		"source;powershell:genjin completion powershell | Out-String | Invoke-Expression。",
		"Prints the script. bash: source <(genjin completion bash); zsh: source <(genjin completion zsh);\nfish: genjin completion fish | " +
			"source; powershell: genjin completion powershell | Out-String | Invoke-Expression."}
)

// Examples.
var (
	ExampleGenjin = T{"genjin\ngenjin today\ngenjin add 董先生 15935946108 3人 想置换陆风X7 '#进店' @A +3d",
		"genjin\ngenjin today\ngenjin add 'Ms Lee' 13800138000 2人 wants a trade-in '#walk-in' @A +3d"}
	ExampleToday = T{"genjin today --ahead 7\ngenjin today --json | jq '.[] | select(.kind == \"retry\")'",
		"genjin today --ahead 7\ngenjin today --json | jq '.[] | select(.kind == \"retry\")'"}
	ExampleAdd = T{"genjin add 董先生 15935946108 3人 想置换陆风X7 '#进店' @A +3d\ngenjin add 恒达电子有限公司 0512-66660000 定制主板 @意向客户",
		"genjin add 'Ms Lee' 13800138000 2人 wants a trade-in '#walk-in' @A +3d\ngenjin add 'Acme Ltd' 0512-66660000 custom boards @interested"}
	ExampleLog = T{"genjin log 董先生 来电问置换补贴 --problem 嫌贵 --solution 申请店长优惠 --next 周五\n" +
		"genjin log 董先生 同意分期 --expected 12-3 --amount 15万\ngenjin log '#12' 没人接 --outcome 未接通",
		"genjin log 'Ms Lee' asked about the trade-in --problem price --next fri\n" +
			"genjin log 'Ms Lee' agreed --expected 12-3 --amount 150k\ngenjin log '#12' no answer --outcome not_reached"}
	ExampleList = T{"genjin list customers --filter 客户等级=A,B --filter 'next_on<=周日' --sort next_on\ngenjin list customers --filter " +
		"urgency=urgent --columns name,phones,expected_amount\ngenjin list contacts --filter customer=恒达 --json",
		"genjin list customers --filter grade=A,B --filter 'next_on<=sunday' --sort next_on\ngenjin list customers --filter urgency=urgent " +
			"--columns name,phones,expected_amount\ngenjin list contacts --filter customer=Acme --json"}
	ExampleMerge = T{"genjin merge 董先生 '#12' --dry-run\ngenjin merge 董先生 '#12' --take grade=other,remark=both",
		"genjin merge Lee '#12' --dry-run\ngenjin merge Lee '#12' --take grade=other,remark=both"}
	ExampleDuplicates = T{"genjin duplicates", "genjin duplicates --json"}
	ExampleShow       = T{"genjin show 董先生\ngenjin show dxs --json\ngenjin show products 3",
		"genjin show Lee\ngenjin show '#12' --json\ngenjin show products 3"}
	ExampleImport = T{"genjin import 客户.xlsx --dry-run\ngenjin import 客户.xlsx --map 车型=interest --on-duplicate update\ngenjin import " +
		"通讯录.vcf\ngenjin import 拜访记录.csv --as journal --create",
		"genjin import customers.xlsx --dry-run\ngenjin import customers.xlsx --map Model=interest --on-duplicate update\ngenjin import " +
			"phone.vcf\ngenjin import visits.csv --as journal --create"}
	ExampleExport = T{"genjin export customers -o 客户.xlsx --filter 客户等级=A\ngenjin export form 董先生 -o 董先生.xlsx\ngenjin export orders -o " +
		"订单.xlsx\ngenjin export confirmation DD001 -o 订单确认书.html\ngenjin export delivery DD001 -o 送货单.xlsx\ngenjin export brief 手持终端 -o " +
		"简介.html\ngenjin export calendar -o 跟进.ics\ngenjin export all -o 全部.json",
		"genjin export customers -o customers.xlsx --filter grade=A\ngenjin export form Lee -o lee.xlsx\ngenjin export orders -o " +
			"orders.xlsx\ngenjin export confirmation PO-7 -o confirmation.html\ngenjin export delivery PO-7 -o delivery.xlsx\ngenjin export " +
			"brief Handheld -o brief.html\ngenjin export calendar -o follow-ups.ics\ngenjin export all -o everything.json"}
	ExampleChanges = T{"genjin changes 董先生", "genjin changes Lee"}
	ExampleUndo    = T{"genjin undo\ngenjin undo --set 12\ngenjin undo --batch 3", "genjin undo\ngenjin undo --set 12\ngenjin undo --batch 3"}
	ExampleDemo    = T{"genjin demo\ngenjin demo --customers 100000 --entries 1000000 --receivables 300000 --orders 30000 --projects 500 " +
		"--db /tmp/big.db",
		"genjin demo\ngenjin demo --customers 100000 --entries 1000000 --receivables 300000 --orders 30000 --projects 500 " +
			"--db /tmp/big.db"}
)

// What the flags do; the word in backquotes stands for the value.
var (
	UseDB   = T{"数据库 `FILE`(GENJIN_DB;默认 ~/.genjin/genjin.db)", "the database `FILE` (GENJIN_DB; default ~/.genjin/genjin.db)"}
	UseLang = T{"语言 `zh|en`(GENJIN_LANG;否则按设置、系统语言)", "the language, `zh|en` (GENJIN_LANG; else the setting, the locale)"}
	UseMask = T{"遮住电话、证件号、账号、微信、邮箱、地址 `yes|no`;默认在终端上按设置", "mask phones, IDs, accounts, WeChat, e-mail, addresses: `yes|no`; else, " +
		"at a terminal, by the setting"}
	UseAsOf = T{"把 `DATE` 当作今天(GENJIN_AS_OF)", "the `DATE` that counts as today (GENJIN_AS_OF)"}
	UseHelp = T{"显示用法", "show this help"}
	UseJSON = T{"输出 JSON", "print JSON"}

	UseAhead  = T{"也列出之后 `N` 天的事", "also what comes within `N` days"}
	UseNew    = T{"电话已有客户也另建一张", "another card even if the phone is known"}
	UseSearch = T{"找 `TEXT`:姓名、电话、拼音、首字母;跟进里找内容", "find `TEXT`: name, phone, pinyin, initials; in the journal its texts"}
	UseFilter = T{"`CONDITION`,可重复,如 grade=A,B、next_on<=今天、phones~138",
		"a `CONDITION`, may be repeated, such as grade=A,B or next_on<=today"}
	UseSegment      = T{"用保存的筛选 `NAME`", "the filter saved as `NAME`"}
	UsePreset       = T{"常用表 `NAME`", "the named list `NAME`, such as open"}
	UseColumns      = T{"显示哪些列 `FIELD,...`", "which columns to show, `FIELD,...`"}
	UseTake         = T{"不同的项取哪边 `FIELD=kept|other|both,...`", "which side a field takes, `FIELD=kept|other|both,...`"}
	UseArchived     = T{"只看已归档的", "the archived ones instead"}
	UseSort         = T{"按 `FIELD` 排序,-FIELD 倒序", "order by `FIELD`, -FIELD descending"}
	UseLimit        = T{"最多 `N` 条,0 = 全部", "at most `N`, 0 = all"}
	UseChangesLimit = T{"最多 `N` 条记录", "at most `N` records"}
	UseUndoSet      = T{"撤销编号 `N` 的改动,之后改过的保留;genjin changes 列出编号",
		"take back the change `N`, what was changed since stays; genjin changes lists the numbers"}
	UseRedoSet = T{"重做编号 `N` 的改动", "bring back the change `N`"}
	UseBatch   = T{"撤销编号 `ID` 的导入", "take back the import `ID`"}
	UseAs      = T{"文件是 `KIND`:customers 客户、journal 跟进、contacts 联系人、receivables 应收款(回款跟踪表)、payments 回款、orders 订单、products 产品、oem " +
		"项目进度表、form 跟踪表,或 market、targets 等 list 的名称", "what the file is, `KIND`: customers, journal, contacts, receivables, payments, orders, " +
		"products, oem, form, or market, targets and other names that list knows"}
	UseRow = T{"这一行是谁:`ROW=WHO`,如 5=new(另一位客户)、5=#12、客户!5=恒基;可多次",
		"whom a row means, `ROW=WHO`: 5=new (another customer), 5=#12, Sheet1!5=Acme; may be given several times"}
	RowForOne      = T{"--row 只能用于一个文件", "--row goes with one file"}
	BadRow         = T{"--row 写作 行=谁,如 5=new 或 5=#12,不能是「%s」", "--row is ROW=WHO, like 5=new or 5=#12, not %q"}
	UseCreate      = T{"跟进或联系人的客户还没有时,一并新建", "add the customers of a journal or of contacts who are missing"}
	UsePlain       = T{"不用上次记住的列对应", "don't use the columns remembered from last time"}
	UseMap         = T{"列名与字段的对应 `HEADER=FIELD,...`,字段 - 表示不要", "which field a column is, `HEADER=FIELD,...`; - leaves it out"}
	UseOnDuplicate = T{"已有的客户、订单、产品 `HOW`:skip 不动、update 更新、new 另建",
		"a customer, an order or a product that is there, `HOW`: skip, update or new"}
	UseDryRun = T{"只预览,不写入", "preview only, write nothing"}
	UseDates  = T{"年在后面、日月分不清的日期 `ORDER`:day-first 日/月/年、month-first 月/日/年、year-first 年/月/日;整列看得出的不用写",
		"dates with the year last that a column leaves open, `ORDER`: day-first, month-first or year-first; needless where the column tells"}
	UseDecimal = T{"1.234 是一千多还是一点几 `SIGN`:point 小数点、comma 逗号作小数点;整列看得出的不用写",
		"what divides the decimals where a column leaves it open, `SIGN`: point or comma; needless where the column tells"}
	UseUnpaidAs = T{"状态写着未付款、待付款却有回款金额时 `HOW`:owed 还没收到、paid 已经收到;不写就逐行拒绝并问",
		"what an amount received is where the status says unpaid, `HOW`: owed, still to come, or paid, it came in; else such rows are " +
			"refused with the question"}
	UseKeepGood    = T{"有拒绝的行时也写入好的行", "take the good rows even if others are refused"}
	UseRefused     = T{"拒绝的行写到 `FILE`", "write the refused rows to `FILE`"}
	UseOut         = T{"写到 `FILE`", "write to `FILE`"}
	UseForce       = T{"文件已存在时覆盖", "write over a file that is there"}
	UseShipment    = T{"只含第 `N` 批发货(送货单、订单确认书)", "of shipment `N` only (delivery note, confirmation)"}
	UseCustomers   = T{"多少位客户,`N`", "how many customers, `N`"}
	UseEntries     = T{"共多少条跟进,`N`;0 = 客户自带的,下同", "how many journal entries in all, `N`; 0 = what the customers bring, here and below"}
	UseReceivables = T{"约多少笔应收,`N`", "about how many receivables, `N`"}
	UseOrders      = T{"约多少张订单,`N`", "about how many orders, `N`"}
	UseProjects    = T{"多少个项目,`N`", "how many projects, `N`"}
	UseSeed        = T{"随机种子 `N`,同样的种子同样的数据", "the seed, `N`; the same gives the same data"}
)
