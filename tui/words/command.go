package words

import "genjin/model/label"

// T is a sentence in both languages. Its literals name no fields, so that
// the compiler asks for both; there is no falling back to the other one.
type T struct{ zh, en string }

// In is the sentence in a language.
func (t T) In(l label.Lang) string {
	if l == label.EN {
		return t.en
	}
	return t.zh
}

// What is wrong and what to do.
var (
	Colon              = T{":", ": "}
	UnknownCommand     = T{"没有命令 %s,genjin help 列出全部命令", "there is no command %s; genjin help lists them all"}
	UnknownCommandNear = T{"没有命令 %s,是不是 %s?genjin help 列出全部命令", "there is no command %s, did you mean %s? genjin help lists them all"}
	NegativeAmount     = T{"%s 是负数,请填大于 0 的金额", "%s is negative, the amount has to be more than 0"}
	UnknownFlag        = T{"没有选项 %s,用法见 %s --help", "there is no flag %s, see %s --help"}
	FlagNeedsValue     = T{"选项 %s 后面要写一个值,用法见 %s --help", "the flag %s needs a value, see %s --help"}
	OptionNotFor       = T{"%s 不能用于 %s,可用于 %s", "%s does not work with %s; it does with %s"}
	FlagTwice          = T{"%s 写了两次(第二次是「%s」),只能写一次,用法见 %s --help",
		"%s is given twice (the second time “%s”); it takes one value, see %s --help"}
	FlagBadValue     = T{"「%s」不能用于 %s,用法见 %s --help", "“%s” does not fit %s, see %s --help"}
	UsageTrouble     = T{"%s,用法见 %s --help", "%s, see %s --help"}
	BadFlag          = T{"%s 写得不对:%s", "%s: %s"}
	TooFewArguments  = T{"还少一样,写法是 %s;详见 %s --help", "something is missing, it goes %s; see %s --help"}
	TooManyArguments = T{"多了「%s」,用法见 %s --help", "“%s” is too much, see %s --help"}
	NotOneOf         = T{"没有「%s」这一项,可选 %s", "there is no “%s”; choose %s"}
	BadLanguage      = T{"没有语言「%s」,可选 zh、en", "there is no language “%s”; choose zh or en"}
	BadAsOf          = T{"--as-of(或 GENJIN_AS_OF)写得不对:%s", "--as-of (or GENJIN_AS_OF): %s"}
	BadAhead         = T{"--ahead 应在 0 到 %s 之间", "--ahead goes from 0 to %s"}
	BadLimit         = T{"--limit 应是正整数", "--limit is a whole number above 0"}
	BadSet           = T{"--set 要写改动的编号,genjin changes 列出编号", "--set takes the number of a change; genjin changes lists them"}
	SetAndBatch      = T{"--set 和 --batch 只能用一个", "use either --set or --batch"}
	BadBatch         = T{"--batch 要写导入批次的编号,导入时显示过", "--batch takes the number of an import, which the import printed"}
	BadShare         = T{"--%s 应在 0 到 %d 之间", "--%s goes from 0 to %d"}
	BadCount         = T{"--customers 应在 1 到 %d 之间", "--customers goes from 1 to %d"}
	BadFilter        = T{"看不懂筛选「%s」,写法如 grade=A,B、等级!=E、next_on<=今天、phones~138、tags=",
		"can't read the filter “%s”; write grade=A,B, grade!=E, next_on<=today, phones~138 or tags="}
	UnknownField      = T{"没有字段「%s」,可用 %s", "there is no field “%s”; there are %s"}
	BadMap            = T{"看不懂对应「%s」,写法如 --map 车型=interest", "can't read “%s”; write --map Header=field"}
	BadMapField       = T{"没有字段「%s」,字段名见 genjin export customers", "there is no field “%s”; genjin export customers shows them"}
	RefusedForOne     = T{"--refused 只能用于一个文件", "--refused goes with one file only"}
	NeedsOut          = T{"请用 -o 文件名.xlsx 写明存到哪里", "say where to write it with -o FILE.xlsx"}
	IsFolder          = T{"%s 是文件夹,请写文件名", "%s is a folder, name a file in it"}
	FileExists        = T{"%s 已经存在,请换个文件名", "%s is there already, choose another name"}
	FileExistsForce   = T{"%s 已经存在,请换个文件名,或加 --force 覆盖", "%s is there already; choose another name, or write over it with --force"}
	NoFile            = T{"没有文件 %s,请检查路径", "there is no file %s, check the path"}
	NoPermission      = T{"没有权限读写 %s,请检查文件权限", "no permission for %s, check its permissions"}
	EmptyCustomer     = T{"请写客户的编号(#12)、姓名、电话或拼音", "name the customer: #12, a name, a phone or pinyin"}
	NoCustomer        = T{"没有找到客户「%s」,genjin list customers 列出全部", "there is no customer “%s”; genjin list customers lists them all"}
	AmbiguousCustomer = T{"「%s」不止一位,请用编号指定:", "“%s” fits several, choose one by its number:"}
	KnownPhone        = T{"电话 %s 已有客户 #%d %s;记跟进用 genjin log,确要另建加 --new",
		"the phone %s belongs to #%d %s already; use genjin log, or --new for another card"}
	UseReason   = T{",用 --reason 写", ", with --reason"}
	Interrupted = T{"已中断,没有写入", "stopped, nothing was written"}
	FileUnshown = T{"文件已经写好:%s;只是结果没能写出来(例如磁盘已满),不用再做一次",
		"the file is written: %s; only the result could not be shown (the disk may be full), don't do it again"}
	SavedUnshown = T{"已经保存,只是结果没能写出来(例如磁盘已满);不用再做一次",
		"it is saved, only the result could not be written (the disk may be full); don't do it again"}
	NotShown       = T{"结果没能写出来(例如磁盘已满);没有保存什么", "the result could not be written (the disk may be full); nothing was saved"}
	UnknownTrouble = T{"没有办成:%s", "that failed: %s"}
	NoHome         = T{"找不到家目录(HOME 没有设置),请用 --db 指定数据库文件", "there is no home directory (HOME is not set), name the database with --db"}
	NoTerminal     = T{"这里不是终端,打不开界面;请用命令,例如 genjin today,genjin help 列出全部",
		"this is no terminal, so there is no screen; use the commands, such as genjin today; genjin help lists them"}
)

// Today.
var (
	DueToday        = T{"今日 %s,%d 件", "Today %s, %d due"}
	DueLater        = T{"之后 %d 件", "Later, %d"}
	NothingDueNext  = T{"今天没有到期的事;下一件是 %s,%s", "Nothing is due today; next is %s, %s"}
	NothingDueAtAll = T{"今天没有到期的事,一年之内也没有安排", "Nothing is due today, and nothing is planned within a year"}
	NothingAhead    = T{"之后 %d 天没有新的安排", "Nothing more is due in the days ahead (%d)"}
	NoCustomers     = T{"还没有客户:genjin import 文件 导入已有的表,genjin add 一行录入,genjin demo 先看样例",
		"No customers yet: genjin import FILE takes the sheet you have, genjin add adds one, genjin demo shows a sample"}
	ColumnWhat   = T{"事项", "what"}
	ColumnGrade  = T{"等级", "grade"}
	ColumnLate   = T{"迟", "late"}
	ColumnOn     = T{"哪天", "on"}
	ColumnWhy    = T{"原因", "why"}
	ColumnAction = T{"下次事项", "next action"}
)

// What was kept.
var (
	SameName = T{"另有 %d 位同名客户,如 #%d %s;是同一位可用 genjin merge '#%d' '#%d' 合并",
		"%d more of that name, such as #%d %s; if it is the same one: genjin merge '#%d' '#%d'"}
	AddedCustomer = T{"已新增客户 #%d %s", "Added customer #%d %s"}
	InferredMark  = T{"(推断,待确认)", " (inferred, to be confirmed)"}
	LoggedEntry   = T{"已记录 %s 第 %d 条跟进", "Logged for %s, entry %d"}
	NextByRule    = T{"下次跟进 %s(%s)", "next on %s (%s)"}
	NextPlanned   = T{"下次跟进 %s(约定)", "next on %s (agreed)"}
	EntryAhead    = T{"另有一条跟进记录,%s", "another entry is %s"}
	NextStays     = T{"下次跟进仍是 %s", "next stays on %s"}
	TryAgain      = T{"第 %d 次未接通,%s 再试", "no answer, attempt %d; again on %s"}
	NeverDue      = T{"没有下次跟进(%s)", "no next date (%s)"}
	Undone        = T{"已撤销 #%d:%s(%s,%d 条记录)", "Undone #%d: %s (%s, records: %d)"}
	Redone        = T{"已重做 #%d:%s(%s,%d 条记录)", "Redone #%d: %s (%s, records: %d)"}
	NotUndone     = T{"没有撤销 #%d:%s,后来都改过,保留原样", "Not undone #%d: %s, all of it was changed since"}
	NotRedone     = T{"没有重做 #%d:%s,后来都改过,保留原样", "Not redone #%d: %s, all of it was changed since"}
	KeptSince     = T{"有 %d 条之后改过,保留不动", "changed since, and left as they are: %d"}
	UndoneMark    = T{"(已撤销)", "(undone)"}
	ArchivedMark  = T{"(已归档)", "(archived)"}
)

// Lists and cards.
var (
	NothingYet = T{"还没有:用 genjin new %s 字段=内容 新增,或用 genjin import 导入表格",
		"None yet: add one by genjin new %s field=value, or import a sheet"}
	NothingFound   = T{"没有符合的记录", "Nothing found"}
	CountCustomers = T{"%s 位客户", "customers: %s"}
	CountContacts  = T{"%s 位联系人", "contacts: %s"}
	CountGroups    = T{"%s 组可能重复", "possible duplicates: %s"}
	SumExpected    = T{"预计金额合计 %s", "expected in all: %s"}
	CountEntries   = T{"%s 条跟进", "entries: %s"}
	JournalHead    = T{"跟进记录 %d 条", "Journal (%d)"}
	NoEntries      = T{"还没有跟进记录", "No journal entries yet"}
	NoChanges      = T{"还没有改动", "No changes yet"}
)

// Duplicates.
var (
	SideKept    = T{"保留", "kept"}
	SideOther   = T{"另一张", "other"}
	SideBoth    = T{"两者", "both"}
	ColumnTaken = T{"取", "taken"}
	MergeMoves  = T{"并入:跟进 %d 条,其他资料 %d 条,介绍的客户 %d 位", "moved: journal entries %d, other records %d, customers referred %d"}
	MergedCards = T{"已把 #%d %s 并入 #%d %s;genjin undo 可撤销", "#%d %s is now part of #%d %s; genjin undo takes it back"}
	BadTake     = T{"看不懂「%s」,写法如 --take grade=other", "can't read “%s”; write --take grade=other"}
	NoPreset    = T{"没有「%s」这张表,可用 %s", "there is no list “%s”; there are %s"}
	NoSort      = T{"不能按「%s」排序", "can't order by “%s”"}
	NoSegment   = T{"没有保存过筛选「%s」,已有:%s", "no filter is saved as “%s”; there are: %s"}
	NoSegments  = T{"没有保存过筛选「%s」:这种记录还没有保存过筛选", "no filter is saved as “%s”: none is saved for these records"}
)

// Import and export.
var (
	ColumnSheet       = T{"工作表", "sheet"}
	ColumnRow         = T{"行", "row"}
	ColumnRecord      = T{"内容", "record"}
	ColumnResult      = T{"结果", "result"}
	ResultNew         = T{"新增", "new"}
	ResultUpdated     = T{"更新", "updated"}
	ResultUnchanged   = T{"不变", "unchanged"}
	ResultRefused     = T{"拒绝", "refused"}
	ResultSkipped     = T{"跳过", "skipped"}
	SheetNamed        = T{"工作表「%s」:", "sheet “%s”: "}
	RowsAccount       = T{"%s共 %d 行 = 读取 %d + 拒绝 %d + 跳过 %d", "%s%d rows = %d read + %d refused + %d skipped"}
	ColumnExample     = T{"%s(如「%s」)", "%s (e.g. “%s”)"}
	ColumnsRead       = T{"列:%s", "columns: %s"}
	ColumnsLeftOut    = T{"按你的指定不导入的列:%s", "columns left out as you said: %s"}
	ColumnsComputed   = T{"由 genjin 自己算出、不从文件读的列:%s", "columns that genjin works out itself, not read: %s"}
	ColumnsNumber     = T{"只是行号、没有读的列:%s", "columns that only number the rows, not read: %s"}
	ColumnsReason     = T{"上次拒绝的原因、没有读的列:%s", "columns with the reasons of an earlier refusal, not read: %s"}
	InferredFields    = T{"推断 %s", "inferred %s"}
	UnknownHeaders    = T{"没有认出的列:%s(可用 --map 列名=字段 指定)", "columns not recognised: %s (--map Header=field names them)"}
	SharedJoined      = T{"%s 合并到「%s」", "%s are put together in %s"}
	SharedFirst       = T{"%s 都是「%s」,取第一个有内容的", "%s are all %s; the first one that isn't empty is taken"}
	MappingRemembered = T{"用了上次记住的对应:%s(--plain 不用)", "columns as remembered from last time: %s (--plain goes without)"}
	RefusedNothingNew = T{"有行被拒绝;其余的已在库里,没有新内容", "rows were refused; everything else is there already, there is nothing new"}
	UnknownMissing    = T{"没有建档的客户可用 --create 一并新建", "--create adds the customers who are missing"}
	ImportContacts    = T{"新增联系人 %d 位", "new contacts: %d"}
	Reading           = T{"已读 %d 行", "rows read: %d"}
	SkippedSheets     = T{"跳过的工作表:%s", "sheets skipped: %s"}
	ImportCounts      = T{"新增 %d,更新 %d,不变 %d,拒绝 %d;新增跟进 %d 条", "%d new, %d updated, %d unchanged, %d refused; new journal entries: %d"}
	RowsGoOn          = T{"没有名称、接着上一行客户的行:%s", "rows without a name, taken for more of the customer above: %s"}
	HeadersFound      = T{"%s。文件里的列:%s", "%s. The columns of the file: %s"}
	SayReading        = T{"  请说明:%s", "  say which: %s"}
	DryRunOnly        = T{"只是预览,没有写入", "a preview only, nothing was written"}
	NothingWritten    = T{"有行被拒绝,全部没有写入;改好再导,或加 --keep-good 只写入好的行",
		"rows were refused, so nothing was written; mend them, or take the good ones with --keep-good"}
	NothingNew    = T{"全部已在库里,没有新内容,没有写入", "everything is there already, there is nothing new; nothing was written"}
	LeftDiffering = T{"%d 行与库里不同,库里的没有改动;要采用文件里的值请加 --on-duplicate update",
		"rows that differ from what is there, which was left: %d; take the file's values over with --on-duplicate update"}
	ImportedBatch    = T{"已导入,批次 %d;genjin undo --batch %[1]d 可整批撤销", "imported as batch %d; genjin undo --batch %[1]d takes it back"}
	RefusedUnwritten = T{"拒绝的行存不下来,所以什么都没有导入:%s。可用 --refused 指定别的位置",
		"the refused rows can't be kept, so nothing was imported: %s; name another place with --refused"}
	RefusedWritten    = T{"拒绝的行和原因写在 %s", "the refused rows, with the reasons, are in %s"}
	ExportedCustomers = T{"已导出 %d 位客户到 %s", "exported to %[2]s, customers: %[1]d"}
	ExportedEntries   = T{"已导出 %d 条跟进到 %s", "exported to %[2]s, entries: %[1]d"}
	ExportedContacts  = T{"已导出 %d 位联系人到 %s", "exported to %[2]s, contacts: %[1]d"}
	ExportedCalendar  = T{"已导出 %d 位客户的日程到 %s", "exported to %[2]s, what is coming of customers: %[1]d"}
	ExportedForm      = T{"已导出 %s 的跟踪表到 %s", "exported the form of %s to %s"}
)

// The sample.
var (
	DemoFilled   = T{"演示数据 %d 位客户,在 %s\n打开:genjin --db %s", "The sample is in %[2]s, customers: %[1]d\nOpen it: genjin --db %[3]s"}
	DemoProgress = T{"已写入 %d / %d", "%d of %d written"}
)
