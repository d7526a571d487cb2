package i18n

// Import is the way of a file into the records.
type Import struct {
	Title, File, FileHint            string
	Reading, Writing                 string // file
	Rows, RowsOf                     string // how many rows are read; of how many
	Stop, Stopped, StoppedWriting    string
	NoFile                           string
	Preview                          string // file, document
	Row, Sheet, Name, Result, Why    string
	New, Updated, Unchanged, Refused string
	Skipped, DownTo                  string // the last of several rows
	All                              string
	NewEntries, NewContacts          string // how many
	NewOwed, NewPaid                 string // how many
	Next, Previous                   string
	Open                             string
	Take, TakeGood, Cancel           string
	SaveRefused, SavedRefused        string // file
	RefusedSaved                     string // how many, file
	NothingTaken                     string
	Policy, Skip, Update, Another    string
	How                              string // the menu of policies
	RowMeans, RowNew                 string // whom a row means: its number and name, then another customer
	Create, Refuse                   string
	ReadAs                           string // document
	AsFound                          string
	UnpaidAsk, UnpaidOwed            string // amounts received where the status says unpaid
	UnpaidPaid                       string
	DatesAre, AmountsHave            string // how they are written follows
	AnswerBy                         string // after a question about a column
	GoOn                             string // rows
	NothingToTake                    string
	NoneOfThem                       string // the chosen result
	Done                             string // new, updated
	DoneEntries, DoneContacts        string // how many
	DoneOwed, DonePaid               string // how many
	NothingNew, NothingNewRefused    string
	Unknown, Unread, ColumnsRead     string // headers
	SkippedSheets, HeaderRows        string // names; numbers
	Remembered                       string
	SharedJoined, SharedFirst        string // headers, field

	Map, MapTitle                 string // file
	Header, Field, Sample         string
	LeftOut, Automatic, NotFound  string
	Choose, ChooseTitle, LeaveOut string // header
	UseMap, UnknownName           string
	NoColumns                     string
	Before, After                 string
	Details                       string // row, name
	KnownAs                       string // id, name
	Given, InFile                 string
	Unlike                        string // of a record that is left
	NothingButDiffers             string // rows
	Menu                          string
}

func chineseImport() Import {
	return Import{
		Title: "导入文件", File: "文件", FileHint: "xlsx、csv、vcf、json 的路径,可以把文件拖进来",
		Reading: "正在读 %s", Writing: "正在写入", Rows: ",已读 %d 行", RowsOf: ",%d/%d 行", Stop: "停下", Stopped: "已停下,没有读完", StoppedWriting: "已停下,没有写入",
		NoFile: "没有这个文件,请检查路径", Preview: "%s  %s",
		Row: "行", Sheet: "工作表", Name: "客户", Result: "结果", Why: "说明",
		New: "新增", Updated: "更新", Unchanged: "不变", Refused: "拒绝", Skipped: "跳过", DownTo: ",到第 %d 行", All: "全部", NewEntries: "跟进 +%d", NewContacts: "联系人 +%d", NewOwed: "应收 +%d", NewPaid: "回款 +%d",
		Next: "下一类", Previous: "上一类", Open: "看这一行",
		Take: "导入", TakeGood: "导入没问题的行", Cancel: "放弃",
		SaveRefused: "另存被拒绝的行", SavedRefused: "被拒绝的行已存到 %s",
		RefusedSaved: ",拒绝 %d 行,另存为 %s", NothingTaken: "什么都没有导入。",
		Policy: "已有的客户", Skip: "保持原样", Update: "更新", Another: "另建一个", How: "怎样导入", RowMeans: "第%d行 %s 是:", RowNew: "另一位客户", Create: "新建没有的客户", Refuse: "拒绝没有的客户",
		ReadAs: "当作%s来读", AsFound: "自动识别",
		UnpaidAsk: "写着未付款却有回款金额的: 先不导入", UnpaidOwed: "写着未付款却有回款金额的: 都还没收到", UnpaidPaid: "写着未付款却有回款金额的: 都已收到",
		DatesAre: "日期的先后是: ", AmountsHave: "金额用的是: ", AnswerBy: ",请按 F5 选定",
		GoOn:          "接着上一行客户的行:%s",
		NothingToTake: "没有可导入的内容", NoneOfThem: "没有「%s」的行",
		Done: "已导入:新增 %d,更新 %d", DoneEntries: ",跟进 %d 条", DoneContacts: ",联系人 %d 位", DoneOwed: ",应收款 %d 笔", DonePaid: ",回款 %d 笔",
		NothingNew: "全部已在库里,没有新内容,没有写入", NothingNewRefused: "没被拒绝的都已在库里,没有新内容,没有写入",
		Unknown: "没认出的列:%s", Unread: "没有读的列:%s", ColumnsRead: "列:%s", SkippedSheets: "跳过的工作表:%s", HeaderRows: "表头是第 %s 行", Remembered: "用了上次的对应列", SharedJoined: "%s 合并到「%s」", SharedFirst: "%s 都是「%s」,取第一个有内容的",
		Map: "对应列", MapTitle: "对应列  %s", Header: "文件里的列", Field: "对应到", Sample: "例",
		LeftOut: "不导入", Automatic: "自动", NotFound: "未识别", Choose: "选字段", ChooseTitle: "「%s」对应到", LeaveOut: "不导入这一列",
		UseMap: "按此重新预览", UnknownName: "没有认出客户名称是哪一列,请选好再按 ctrl+s", NoColumns: "这个文件没有可对应的列",
		Before: "原来", After: "改为", Details: "第 %d 行  %s", KnownAs: "认出是 #%d %s", Given: "内容", InFile: "文件里这一行", NothingButDiffers: "没有新内容;%d 行与库里不同,要采用请按 F5 选「更新」", Unlike: "没有改动,文件不同(F5 选「更新」即采用)", Menu: "菜单",
	}
}

func englishImport() Import {
	return Import{
		Title: "Import a file", File: "File", FileHint: "path of an xlsx, csv, vcf or json; drop the file here",
		Reading: "Reading %s", Writing: "Writing", Rows: ", %d rows", RowsOf: ", %d of %d rows", Stop: "stop", Stopped: "stopped, not read to the end", StoppedWriting: "stopped, nothing was written",
		NoFile: "there is no such file, check the path", Preview: "%s  %s",
		Row: "Row", Sheet: "Sheet", Name: "Customer", Result: "Result", Why: "Why",
		New: "new", Updated: "updated", Unchanged: "unchanged", Refused: "refused", Skipped: "skipped", DownTo: ", down to row %d", All: "all", NewEntries: "entries +%d", NewContacts: "contacts +%d", NewOwed: "receivables +%d", NewPaid: "payments +%d",
		Next: "next result", Previous: "previous result", Open: "look at the row",
		Take: "import", TakeGood: "import the good rows", Cancel: "leave",
		SaveRefused: "save the refused rows", SavedRefused: "refused rows saved to %s",
		RefusedSaved: ", %d refused, saved as %s", NothingTaken: "nothing was imported. ",
		Policy: "Known customers", Skip: "leave as they are", Update: "update", Another: "add another", How: "how to import", RowMeans: "row %d, %s, is: ", RowNew: "another customer", Create: "add missing customers", Refuse: "refuse missing customers",
		ReadAs: "read as %s", AsFound: "recognise it",
		UnpaidAsk: "unpaid, with an amount received: refuse", UnpaidOwed: "unpaid, with an amount received: all still to come", UnpaidPaid: "unpaid, with an amount received: all came in",
		DatesAre: "dates are written ", AmountsHave: "amounts have ", AnswerBy: "; F5 settles it",
		GoOn:          "rows taken for more of the customer above: %s",
		NothingToTake: "nothing to import", NoneOfThem: "no row is “%s”",
		Done: "imported: %d new, %d updated", DoneEntries: ", entries %d", DoneContacts: ", contacts %d", DoneOwed: ", receivables %d", DonePaid: ", payments %d",
		NothingNew: "everything is there already, there is nothing new; nothing was written", NothingNewRefused: "what is not refused is there already, there is nothing new; nothing was written",
		Unknown: "columns not recognised: %s", Unread: "columns not read: %s", ColumnsRead: "columns: %s", SkippedSheets: "sheets skipped: %s", HeaderRows: "headers in row %s", Remembered: "columns as last time", SharedJoined: "%s are put together in %s", SharedFirst: "%s are all %s, the first one filled in is taken",
		Map: "columns", MapTitle: "Columns  %s", Header: "Column of the file", Field: "Goes to", Sample: "Example",
		LeftOut: "left out", Automatic: "automatic", NotFound: "not recognised", Choose: "choose the field", ChooseTitle: "%s goes to", LeaveOut: "leave the column out",
		UseMap: "preview it so", UnknownName: "which column is the customer's name? choose it, then ctrl+s", NoColumns: "this file has no columns to choose for",
		Before: "Before", After: "After", Details: "Row %d  %s", KnownAs: "recognised as #%d %s", Given: "Content", InFile: "The row in the file", NothingButDiffers: "there is nothing new; rows that differ: %d. F5, update, takes them over", Unlike: "left as it is, the file differs (F5, update, takes it over)", Menu: "menu",
	}
}
