package words

// Import is the way of a file into the records.
type Import struct {
	Title, File, FileHint            string
	Found, PickFile, PickBefore      string // files that could be meant
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
	ReasonAsk                        string
	RowMeans, RowNew                 string // whom a row means: its number and name, then another customer
	Create, Refuse                   string
	ReadAs                           string // document
	ReadAsOther                      string
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

func importing(t tongue) Import {
	return Import{
		Title:          t.say("导入文件", "Import a file"),
		File:           t.say("文件", "File"),
		FileHint:       t.say("xlsx、csv、vcf、json 的路径,可以把文件拖进来", "path of an xlsx, csv, vcf or json; drop the file here"),
		Reading:        t.say("正在读 %s", "Reading %s"),
		Writing:        t.say("正在写入", "Writing"),
		Rows:           t.say(",已读 %d 行", ", %d rows"),
		RowsOf:         t.say(",%d/%d 行", ", %d of %d rows"),
		Stop:           t.say("停下", "stop"),
		Stopped:        t.say("已停下,没有读完", "stopped, not read to the end"),
		StoppedWriting: t.say("已停下,没有写入", "stopped, nothing was written"),
		Found:          t.say("找到的文件,新的在前", "Files found, newest first"),
		PickFile:       t.say("换一个文件", "another file"),
		PickBefore:     t.say("前一个文件", "the file before"),
		NoFile:         t.say("没有这个文件,请检查路径", "there is no such file, check the path"),
		Preview:        t.say("%s  %s", "%s  %s"),
		Row:            t.say("行", "Row"),
		Sheet:          t.say("工作表", "Sheet"),
		Name:           t.say("客户", "Customer"),
		Result:         t.say("结果", "Result"),
		Why:            t.say("说明", "Why"),
		New:            t.say("新增", "new"),
		Updated:        t.say("更新", "updated"),
		Unchanged:      t.say("不变", "unchanged"),
		Refused:        t.say("拒绝", "refused"),
		Skipped:        t.say("跳过", "skipped"),
		DownTo:         t.say(",到第 %d 行", ", down to row %d"),
		All:            t.say("全部", "all"),
		NewEntries:     t.say("跟进 +%d", "entries +%d"),
		NewContacts:    t.say("联系人 +%d", "contacts +%d"),
		NewOwed:        t.say("应收 +%d", "receivables +%d"),
		NewPaid:        t.say("回款 +%d", "payments +%d"),
		Next:           t.say("下一类", "next result"),
		Previous:       t.say("上一类", "previous result"),
		Open:           t.say("看这一行", "look at the row"),
		Take:           t.say("导入", "import"),
		TakeGood:       t.say("导入没问题的行", "import the good rows"),
		Cancel:         t.say("放弃", "leave"),
		SaveRefused:    t.say("另存被拒绝的行", "save the refused rows"),
		SavedRefused:   t.say("被拒绝的行已存到 %s", "refused rows saved to %s"),
		RefusedSaved:   t.say(",拒绝 %d 行,另存为 %s", ", %d refused, saved as %s"),
		NothingTaken:   t.say("什么都没有导入。", "nothing was imported. "),
		Policy:         t.say("已有的客户", "Known customers"),
		Skip:           t.say("保持原样", "leave as they are"),
		Update:         t.say("更新", "update"),
		Another:        t.say("另建一个", "add another"),
		How:            t.say("怎样导入", "how to import"),
		ReasonAsk:      t.say("变更客户基本信息的原因和证明文件", "why basic data changes, and by which paper"),
		RowMeans:       t.say("第%d行 %s 是:", "row %d, %s, is: "),
		RowNew:         t.say("另一位客户", "another customer"),
		Create:         t.say("新建没有的客户", "add missing customers"),
		Refuse:         t.say("拒绝没有的客户", "refuse missing customers"),
		ReadAs:         t.say("当作%s来读", "read as %s"),
		ReadAsOther:    t.say("当作其他记录来读…", "read as other records…"),
		AsFound:        t.say("自动识别", "recognise it"),
		UnpaidAsk:      t.say("写着未付款却有回款金额的: 先不导入", "unpaid, with an amount received: refuse"),
		UnpaidOwed:     t.say("写着未付款却有回款金额的: 都还没收到", "unpaid, with an amount received: all still to come"),
		UnpaidPaid:     t.say("写着未付款却有回款金额的: 都已收到", "unpaid, with an amount received: all came in"),
		DatesAre:       t.say("日期的先后是: ", "dates are written "),
		AmountsHave:    t.say("金额用的是: ", "amounts have "),
		AnswerBy:       t.say(",请按 F5 选定", "; F5 settles it"),
		GoOn:           t.say("接着上一行客户的行:%s", "rows taken for more of the customer above: %s"),
		NothingToTake:  t.say("没有可导入的内容", "nothing to import"),
		NoneOfThem:     t.say("没有「%s」的行", "no row is “%s”"),
		Done:           t.say("已导入:新增 %d,更新 %d", "imported: %d new, %d updated"),
		DoneEntries:    t.say(",跟进 %d 条", ", entries %d"),
		DoneContacts:   t.say(",联系人 %d 位", ", contacts %d"),
		DoneOwed:       t.say(",应收款 %d 笔", ", receivables %d"),
		DonePaid:       t.say(",回款 %d 笔", ", payments %d"),
		NothingNew:     t.say("全部已在库里,没有新内容,没有写入", "everything is there already, there is nothing new; nothing was written"),
		NothingNewRefused: t.say("没被拒绝的都已在库里,没有新内容,没有写入",
			"what is not refused is there already, there is nothing new; nothing was written"),
		Unknown:       t.say("没认出的列:%s", "columns not recognised: %s"),
		Unread:        t.say("没有读的列:%s", "columns not read: %s"),
		ColumnsRead:   t.say("列:%s", "columns: %s"),
		SkippedSheets: t.say("跳过的工作表:%s", "sheets skipped: %s"),
		HeaderRows:    t.say("表头是第 %s 行", "headers in row %s"),
		Remembered:    t.say("用了上次的对应列", "columns as last time"),
		SharedJoined:  t.say("%s 合并到「%s」", "%s are put together in %s"),
		SharedFirst:   t.say("%s 都是「%s」,取第一个有内容的", "%s are all %s, the first one filled in is taken"),
		Map:           t.say("对应列", "columns"),
		MapTitle:      t.say("对应列  %s", "Columns  %s"),
		Header:        t.say("文件里的列", "Column of the file"),
		Field:         t.say("对应到", "Goes to"),
		Sample:        t.say("例", "Example"),
		LeftOut:       t.say("不导入", "left out"),
		Automatic:     t.say("自动", "automatic"),
		NotFound:      t.say("未识别", "not recognised"),
		Choose:        t.say("选字段", "choose the field"),
		ChooseTitle:   t.say("「%s」对应到", "%s goes to"),
		LeaveOut:      t.say("不导入这一列", "leave the column out"),
		UseMap:        t.say("按此重新预览", "preview it so"),
		UnknownName:   t.say("没有认出客户名称是哪一列,请选好再按 ctrl+s", "which column is the customer's name? choose it, then ctrl+s"),
		NoColumns:     t.say("这个文件没有可对应的列", "this file has no columns to choose for"),
		Before:        t.say("原来", "Before"),
		After:         t.say("改为", "After"),
		Details:       t.say("第 %d 行  %s", "Row %d  %s"),
		KnownAs:       t.say("认出是 #%d %s", "recognised as #%d %s"),
		Given:         t.say("内容", "Content"),
		InFile:        t.say("文件里这一行", "The row in the file"),
		NothingButDiffers: t.say("没有新内容;%d 行与库里不同,要采用请按 F5 选「更新」",
			"there is nothing new; rows that differ: %d. F5, update, takes them over"),
		Unlike: t.say("没有改动,文件不同(F5 选「更新」即采用)", "left as it is, the file differs (F5, update, takes it over)"),
		Menu:   t.say("菜单", "menu"),
	}
}
