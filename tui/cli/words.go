package cli

import "genjin/model/label"

// text is a sentence in both languages. Its literals name no fields, so that
// the compiler asks for both; there is no falling back to the other one.
type text struct{ zh, en string }

// In is the sentence in a language.
func (t text) In(l label.Lang) string {
	if l == label.EN {
		return t.en
	}
	return t.zh
}

// What is wrong and what to do.
var (
	colon              = text{":", ": "}
	unknownCommand     = text{"没有命令 %s,genjin help 列出全部命令", "there is no command %s; genjin help lists them all"}
	unknownCommandNear = text{"没有命令 %s,是不是 %s?genjin help 列出全部命令", "there is no command %s, did you mean %s? genjin help lists them all"}
	negativeAmount     = text{"%s 是负数,请填大于 0 的金额", "%s is negative, the amount has to be more than 0"}
	unknownFlag        = text{"没有选项 %s,用法见 %s --help", "there is no flag %s, see %s --help"}
	flagNeedsValue     = text{"选项 %s 后面要写一个值,用法见 %s --help", "the flag %s needs a value, see %s --help"}
	optionNotFor       = text{"%s 不能用于 %s,可用于 %s", "%s does not work with %s; it does with %s"}
	flagTwice          = text{"%s 写了两次(第二次是「%s」),只能写一次,用法见 %s --help", "%s is given twice (the second time “%s”); it takes one value, see %s --help"}
	flagBadValue       = text{"「%s」不能用于 %s,用法见 %s --help", "“%s” does not fit %s, see %s --help"}
	usageTrouble       = text{"%s,用法见 %s --help", "%s, see %s --help"}
	badFlag            = text{"%s 写得不对:%s", "%s: %s"}
	tooFewArguments    = text{"还少一样,写法是 %s;详见 %s --help", "something is missing, it goes %s; see %s --help"}
	tooManyArguments   = text{"多了「%s」,用法见 %s --help", "“%s” is too much, see %s --help"}
	notOneOf           = text{"没有「%s」这一项,可选 %s", "there is no “%s”; choose %s"}
	badLanguage        = text{"没有语言「%s」,可选 zh、en", "there is no language “%s”; choose zh or en"}
	badAsOf            = text{"--as-of(或 GENJIN_AS_OF)写得不对:%s", "--as-of (or GENJIN_AS_OF): %s"}
	badAhead           = text{"--ahead 应在 0 到 %s 之间", "--ahead goes from 0 to %s"}
	badLimit           = text{"--limit 应是正整数", "--limit is a whole number above 0"}
	badSet             = text{"--set 要写改动的编号,genjin changes 列出编号", "--set takes the number of a change; genjin changes lists them"}
	setAndBatch        = text{"--set 和 --batch 只能用一个", "use either --set or --batch"}
	badBatch           = text{"--batch 要写导入批次的编号,导入时显示过", "--batch takes the number of an import, which the import printed"}
	badCount           = text{"--customers 应在 1 到 %d 之间", "--customers goes from 1 to %d"}
	badFilter          = text{"看不懂筛选「%s」,写法如 grade=A,B、等级!=E、next_on<=今天、phones~138、tags=", "can't read the filter “%s”; write grade=A,B, grade!=E, next_on<=today, phones~138 or tags="}
	unknownField       = text{"没有字段「%s」,可用 %s", "there is no field “%s”; there are %s"}
	badMap             = text{"看不懂对应「%s」,写法如 --map 车型=interest", "can't read “%s”; write --map Header=field"}
	badMapField        = text{"没有字段「%s」,字段名见 genjin export customers", "there is no field “%s”; genjin export customers shows them"}
	refusedForOne      = text{"--refused 只能用于一个文件", "--refused goes with one file only"}
	needsOut           = text{"请用 -o 文件名.xlsx 写明存到哪里", "say where to write it with -o FILE.xlsx"}
	isFolder           = text{"%s 是文件夹,请写文件名", "%s is a folder, name a file in it"}
	fileExists         = text{"%s 已经存在,请换个文件名", "%s is there already, choose another name"}
	fileExistsForce    = text{"%s 已经存在,请换个文件名,或加 --force 覆盖", "%s is there already; choose another name, or write over it with --force"}
	noFile             = text{"没有文件 %s,请检查路径", "there is no file %s, check the path"}
	noPermission       = text{"没有权限读写 %s,请检查文件权限", "no permission for %s, check its permissions"}
	emptyCustomer      = text{"请写客户的编号(#12)、姓名、电话或拼音", "name the customer: #12, a name, a phone or pinyin"}
	noCustomer         = text{"没有找到客户「%s」,genjin list customers 列出全部", "there is no customer “%s”; genjin list customers lists them all"}
	ambiguousCustomer  = text{"「%s」不止一位,请用编号指定:", "“%s” fits several, choose one by its number:"}
	knownPhone         = text{"电话 %s 已有客户 #%d %s;记跟进用 genjin log,确要另建加 --new", "the phone %s belongs to #%d %s already; use genjin log, or --new for another card"}
	useReason          = text{",用 --reason 写", ", with --reason"}
	interrupted        = text{"已中断,没有写入", "stopped, nothing was written"}
	fileUnshown        = text{"文件已经写好:%s;只是结果没能写出来(例如磁盘已满),不用再做一次",
		"the file is written: %s; only the result could not be shown (the disk may be full), don't do it again"}
	savedUnshown   = text{"已经保存,只是结果没能写出来(例如磁盘已满);不用再做一次", "it is saved, only the result could not be written (the disk may be full); don't do it again"}
	notShown       = text{"结果没能写出来(例如磁盘已满);没有保存什么", "the result could not be written (the disk may be full); nothing was saved"}
	unknownTrouble = text{"没有办成:%s", "that failed: %s"}
	noHome         = text{"找不到家目录(HOME 没有设置),请用 --db 指定数据库文件", "there is no home directory (HOME is not set), name the database with --db"}
	noTerminal     = text{"这里不是终端,打不开界面;请用命令,例如 genjin today,genjin help 列出全部", "this is no terminal, so there is no screen; use the commands, such as genjin today; genjin help lists them"}
)

// Today.
var (
	dueToday        = text{"今日 %s,%d 件", "Today %s, %d due"}
	dueLater        = text{"之后 %d 件", "Later, %d"}
	nothingDueNext  = text{"今天没有到期的事;下一件是 %s,%s", "Nothing is due today; next is %s, %s"}
	nothingDueAtAll = text{"今天没有到期的事,一年之内也没有安排", "Nothing is due today, and nothing is planned within a year"}
	nothingAhead    = text{"之后 %d 天没有新的安排", "Nothing more is due in the days ahead (%d)"}
	noCustomers     = text{"还没有客户:genjin import 文件 导入已有的表,genjin add 一行录入,genjin demo 先看样例", "No customers yet: genjin import FILE takes the sheet you have, genjin add adds one, genjin demo shows a sample"}
	columnWhat      = text{"事项", "what"}
	columnGrade     = text{"等级", "grade"}
	columnLate      = text{"迟", "late"}
	columnOn        = text{"哪天", "on"}
	columnWhy       = text{"原因", "why"}
	columnAction    = text{"下次事项", "next action"}
)

// What was kept.
var (
	sameName      = text{"另有 %d 位同名客户,如 #%d %s;是同一位可用 genjin merge '#%d' '#%d' 合并", "%d more of that name, such as #%d %s; if it is the same one: genjin merge '#%d' '#%d'"}
	addedCustomer = text{"已新增客户 #%d %s", "Added customer #%d %s"}
	inferredMark  = text{"(推断,待确认)", " (inferred, to be confirmed)"}
	loggedEntry   = text{"已记录 %s 第 %d 条跟进", "Logged for %s, entry %d"}
	nextByRule    = text{"下次跟进 %s(%s)", "next on %s (%s)"}
	nextPlanned   = text{"下次跟进 %s(约定)", "next on %s (agreed)"}
	entryAhead    = text{"另有一条跟进记录,%s", "another entry is %s"}
	nextStays     = text{"下次跟进仍是 %s", "next stays on %s"}
	tryAgain      = text{"第 %d 次未接通,%s 再试", "no answer, attempt %d; again on %s"}
	neverDue      = text{"没有下次跟进(%s)", "no next date (%s)"}
	undone        = text{"已撤销 #%d:%s(%s,%d 条记录)", "Undone #%d: %s (%s, records: %d)"}
	redone        = text{"已重做 #%d:%s(%s,%d 条记录)", "Redone #%d: %s (%s, records: %d)"}
	notUndone     = text{"没有撤销 #%d:%s,后来都改过,保留原样", "Not undone #%d: %s, all of it was changed since"}
	notRedone     = text{"没有重做 #%d:%s,后来都改过,保留原样", "Not redone #%d: %s, all of it was changed since"}
	keptSince     = text{"有 %d 条之后改过,保留不动", "changed since, and left as they are: %d"}
	undoneMark    = text{"(已撤销)", "(undone)"}
	archivedMark  = text{"(已归档)", "(archived)"}
)

// Lists and cards.
var (
	nothingFound   = text{"没有符合的记录", "Nothing found"}
	countCustomers = text{"%s 位客户", "customers: %s"}
	countContacts  = text{"%s 位联系人", "contacts: %s"}
	countGroups    = text{"%s 组可能重复", "possible duplicates: %s"}
	sumExpected    = text{"预计金额合计 %s", "expected in all: %s"}
	countEntries   = text{"%s 条跟进", "entries: %s"}
	journalHead    = text{"跟进记录 %d 条", "Journal (%d)"}
	noEntries      = text{"还没有跟进记录", "No journal entries yet"}
	noChanges      = text{"还没有改动", "No changes yet"}
)

// Duplicates.
var (
	sideKept    = text{"保留", "kept"}
	sideOther   = text{"另一张", "other"}
	sideBoth    = text{"两者", "both"}
	columnTaken = text{"取", "taken"}
	mergeMoves  = text{"并入:跟进 %d 条,其他资料 %d 条,介绍的客户 %d 位", "moved: journal entries %d, other records %d, customers referred %d"}
	mergedCards = text{"已把 #%d %s 并入 #%d %s;genjin undo 可撤销", "#%d %s is now part of #%d %s; genjin undo takes it back"}
	badTake     = text{"看不懂「%s」,写法如 --take grade=other", "can't read “%s”; write --take grade=other"}
	noPreset    = text{"没有「%s」这张表,可用 %s", "there is no list “%s”; there are %s"}
	noSort      = text{"不能按「%s」排序", "can't order by “%s”"}
	noSegment   = text{"没有保存过筛选「%s」,已有:%s", "no filter is saved as “%s”; there are: %s"}
)

// Import and export.
var (
	columnSheet       = text{"工作表", "sheet"}
	columnRow         = text{"行", "row"}
	columnRecord      = text{"内容", "record"}
	columnResult      = text{"结果", "result"}
	resultNew         = text{"新增", "new"}
	resultUpdated     = text{"更新", "updated"}
	resultUnchanged   = text{"不变", "unchanged"}
	resultRefused     = text{"拒绝", "refused"}
	resultSkipped     = text{"跳过", "skipped"}
	sheetNamed        = text{"工作表「%s」:", "sheet “%s”: "}
	rowsAccount       = text{"%s共 %d 行 = 读取 %d + 拒绝 %d + 跳过 %d", "%s%d rows = %d read + %d refused + %d skipped"}
	columnExample     = text{"%s(如「%s」)", "%s (e.g. “%s”)"}
	columnsRead       = text{"列:%s", "columns: %s"}
	columnsLeftOut    = text{"按你的指定不导入的列:%s", "columns left out as you said: %s"}
	columnsComputed   = text{"由 genjin 自己算出、不从文件读的列:%s", "columns that genjin works out itself, not read: %s"}
	columnsNumber     = text{"只是行号、没有读的列:%s", "columns that only number the rows, not read: %s"}
	columnsReason     = text{"上次拒绝的原因、没有读的列:%s", "columns with the reasons of an earlier refusal, not read: %s"}
	inferredFields    = text{"推断 %s", "inferred %s"}
	unknownHeaders    = text{"没有认出的列:%s(可用 --map 列名=字段 指定)", "columns not recognised: %s (--map Header=field names them)"}
	sharedJoined      = text{"%s 合并到「%s」", "%s are put together in %s"}
	sharedFirst       = text{"%s 都是「%s」,取第一个有内容的", "%s are all %s; the first one that isn't empty is taken"}
	mappingRemembered = text{"用了上次记住的对应:%s(--plain 不用)", "columns as remembered from last time: %s (--plain goes without)"}
	refusedNothingNew = text{"有行被拒绝;其余的已在库里,没有新内容", "rows were refused; everything else is there already, there is nothing new"}
	unknownMissing    = text{"没有建档的客户可用 --create 一并新建", "--create adds the customers who are missing"}
	importContacts    = text{"新增联系人 %d 位", "new contacts: %d"}
	reading           = text{"已读 %d 行", "rows read: %d"}
	skippedSheets     = text{"跳过的工作表:%s", "sheets skipped: %s"}
	importCounts      = text{"新增 %d,更新 %d,不变 %d,拒绝 %d;新增跟进 %d 条", "%d new, %d updated, %d unchanged, %d refused; new journal entries: %d"}
	rowsGoOn          = text{"没有名称、接着上一行客户的行:%s", "rows without a name, taken for more of the customer above: %s"}
	headersFound      = text{"%s。文件里的列:%s", "%s. The columns of the file: %s"}
	sayReading        = text{"  请说明:%s", "  say which: %s"}
	dryRunOnly        = text{"只是预览,没有写入", "a preview only, nothing was written"}
	nothingWritten    = text{"有行被拒绝,全部没有写入;改好再导,或加 --keep-good 只写入好的行", "rows were refused, so nothing was written; mend them, or take the good ones with --keep-good"}
	nothingNew        = text{"全部已在库里,没有新内容,没有写入", "everything is there already, there is nothing new; nothing was written"}
	leftDiffering     = text{"%d 行与库里不同,库里的没有改动;要采用文件里的值请加 --on-duplicate update", "rows that differ from what is there, which was left: %d; take the file's values over with --on-duplicate update"}
	importedBatch     = text{"已导入,批次 %d;genjin undo --batch %[1]d 可整批撤销", "imported as batch %d; genjin undo --batch %[1]d takes it back"}
	refusedUnwritten  = text{"拒绝的行存不下来,所以什么都没有导入:%s。可用 --refused 指定别的位置", "the refused rows can't be kept, so nothing was imported: %s; name another place with --refused"}
	refusedWritten    = text{"拒绝的行和原因写在 %s", "the refused rows, with the reasons, are in %s"}
	exportedCustomers = text{"已导出 %d 位客户到 %s", "exported to %[2]s, customers: %[1]d"}
	exportedEntries   = text{"已导出 %d 条跟进到 %s", "exported to %[2]s, entries: %[1]d"}
	exportedContacts  = text{"已导出 %d 位联系人到 %s", "exported to %[2]s, contacts: %[1]d"}
	exportedCalendar  = text{"已导出 %d 位客户的日程到 %s", "exported to %[2]s, what is coming of customers: %[1]d"}
	exportedForm      = text{"已导出 %s 的跟踪表到 %s", "exported the form of %s to %s"}
)

// The sample.
var (
	demoFilled   = text{"演示数据 %d 位客户,在 %s\n打开:genjin --db %s", "The sample is in %[2]s, customers: %[1]d\nOpen it: genjin --db %[3]s"}
	demoProgress = text{"已写入 %d / %d", "%d of %d written"}
)
