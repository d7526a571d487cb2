package words

// What the reports of a span say of themselves.
var (
	LongPage = T{"一页数字:本期、上期,下面是明细表;每个数字都等于它数的那张名单。\n期间可以写 2026-11、11月、上月、2026-Q4,或一天;也可以用 --from 和 --to。-o 写成 xlsx、csv、md、html 或 json。",
		"A page of figures, now and in the period before, with tables below; each figure equals the list that it counts.\n" +
			"The period may be 2026-11, 11, last month, 2026-Q4 or a day, or --from and --to. -o writes xlsx, csv, md, html or json."}
	ExamplePage = T{"genjin report monthly 上月\ngenjin report weekly -o 周报.xlsx\ngenjin report daily --json",
		"genjin report monthly 2026-10\ngenjin report weekly -o week.xlsx\ngenjin report daily --json"}
	UseCarry       = T{"先照上期的目标再定一次,已有的不动", "set the targets of the period before first; those that are there stay"}
	UseText        = T{"报告的文字稿:这一期保存过的,没有就按现在的数字写", "the report in words: as it was kept for the period, else from the figures of now"}
	UseKeep        = T{"保存文字稿;已保存的不动", "keep the report in words; one that is kept stays"}
	UseAfresh      = T{"不用保存过的,按现在的数字重写", "start afresh from the figures of now"}
	UseGivenTo     = T{"保存,并记下交给`谁`", "keep it, and note to `WHOM` it was given"}
	UseTemplate    = T{"写进自己的`表格`:xlsx,单元格里用【】写名称,例如【签单】", "write into an own `WORKBOOK` (xlsx) whose cells have names in 【】, such as 【signed】"}
	UseFilled      = T{"写进上次用的表格", "write into the workbook that was used last"}
	NoTemplate     = T{"还没有用过表格,请写 --template 文件.xlsx", "no workbook was used so far, give --template FILE.xlsx"}
	KeptText       = T{"已保存 %s(报告 #%d)", "kept: %s (report #%d)"}
	UsePageOut     = T{"写成`文件`:xlsx、csv、md、html 或 json", "write a `FILE`: xlsx, csv, md, html or json"}
	TargetsCarried = T{"已定 %d 个目标 · %s", "%d targets set · %s"}
	NothingCarried = T{"%s 没有可以照搬的目标,或 %s 都定了", "%s has no target to carry on, or %s has them all"}
	PageNothing    = T{"%s:还没有可以数的;记跟进、下订单、收款之后就有数字", "%s: nothing to count yet; contacts, orders and payments are"}
	PageIsEmpty    = T{"%s:%s", "%s: %s"}
	PageOut        = T{"已写出报表 %s", "the report is in %s"}
)
