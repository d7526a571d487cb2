package label

import (
	"errors"
	"fmt"
	"strconv"
	"strings"

	"genjin/model"
)

// File is what is wrong with a file to be imported or written, and what to do;
// ok is false for errors of another kind.
func File(err error, l Lang) (sentence string, ok bool) {
	var other *model.DocumentError
	if errors.As(err, &other) {
		return pick(l, other.File+" 认出来是"+Document(other.Found, l)+",不是"+Document(other.Wanted, l)+";没有读取",
			other.File+" is "+Document(other.Found, l)+", not "+Document(other.Wanted, l)+"; it was not read"), true
	}
	var none *model.NoKindError
	if errors.As(err, &none) {
		return noneOfKind(none.Document, l), true
	}
	var broken *model.JSONError
	if errors.As(err, &broken) {
		line := strconv.Itoa(broken.Line)
		return pick(l, "第 "+line+" 行起不是 JSON,什么都没有读;多半是少了引号、逗号或括号,或文件没有传完",
			"from line "+line+" on this is no JSON, nothing was read; a quote, comma or bracket is missing, or the file is cut off"), true
	}
	for _, t := range fileTroubles {
		if errors.Is(err, t.err) {
			return t.in(l), true
		}
	}
	return "", false
}

type fileTrouble struct {
	err error
	word
}

var fileTroubles = []fileTrouble{
	{model.ErrFileUnreadable, of("文件读不了:内容已损坏,或不是表格。请用 Excel 或 WPS 打开,另存为 xlsx 再导入",
		"the file can't be read: it is damaged, or no table; open it in Excel or WPS and save it as xlsx")},
	{model.ErrFileWebPage, of("这是网页(HTML 或 XML),只是名字像表格。请用 Excel 或 WPS 打开,另存为 xlsx 再导入",
		"this is a web page (HTML or XML) with a spreadsheet's name; open it in Excel or WPS and save it as xlsx")},
	{model.ErrFileCalendar, of("这是日历文件(ics),里面是日程,没有客户。客户请从通讯录导出 vcf,或从表格存成 xlsx",
		"this is a calendar (ics): it holds dates, no customers; export contacts as vcf, or save a list as xlsx")},
	{model.ErrFileArchive, of("这是压缩包(zip)。请先解压,再导入里面的表格", "this is a zip archive; unpack it and import the files in it")},
	{model.ErrFileOldExcel, of("这是旧版 Excel(xls)文件。请用 Excel 或 WPS 打开,另存为 xlsx 再导入",
		"this is an old Excel file (xls); open it in Excel or WPS and save it as xlsx")},
	{model.ErrFileEncrypted, of("文件有密码。请打开后去掉密码,另存为 xlsx 再导入", "the file has a password; open it, remove the password and save it as xlsx")},
	{model.ErrFileFormat, of("不支持这种文件。可用 xlsx、csv、vcf 和 genjin 的 json;别的文件请另存为 xlsx",
		"this kind of file isn't supported; use xlsx, csv, vcf or genjin's json, or save it as xlsx")},
	{model.ErrFileEmpty, of("文件是空的", "the file is empty")},
	{model.ErrFileTooWide, of("有一行的列太多(最多读 500 列),什么都没有读。请删去右边多余的列,只留要导入的,另存后再导入",
		"a row has too many columns (at most 500 are read), nothing was read; delete those on the right that aren't needed, "+
			"save and import again")},
	{model.ErrFileTooLarge, of("文件太大,一次读不完。请分成几个文件导入", "the file is too large to be read at once; divide it into several")},
	{model.ErrNoCustomers, of("没有找到客户:既不是客户跟踪表,也没有「客户名称」这一列。列名不同时请指明,例如 --map 单位=客户名称",
		"no customers found: neither a tracking form nor a list with a column “Customer”; name the column, e.g. --map Client=name")},
	{model.ErrNoRows, of("只有表头,下面没有一行数据;请看看导出时选了数据没有,或者数据在别的文件里",
		"there is a header and no row below it; see whether the export was of any rows, or whether they are in another file")},
	{model.ErrNoHeader, of("文件里没有 --map 指明的列", "the file has no column of the name given with --map")},
	{model.ErrNoBank, of("这不是银行流水:没有找到交易日期和贷方金额(收入金额)这两列。请从网银导出明细,存成 xlsx 或 csv",
		"this is no bank statement: it has no columns of a date and of money in (e.g. 交易日期, 贷方金额; Date, Credit); "+
			"export the movements from the bank as xlsx or csv")},
	{model.ErrRefusedRows, of("有行被拒绝,什么都没有写入。请改好再导入,或用 --keep-good 只导入其余的行",
		"rows were refused and nothing was written; mend them, or take the others with --keep-good")},
	{model.ErrFileNewer, of("文件由更新的版本写成,请升级 genjin 再导入", "the file was written by a newer version; upgrade genjin")},
	{model.ErrCardCut, of("这张名片不完整,文件可能没有传完", "this card is cut off, the file may be incomplete")},
	{model.ErrSealed, of("文件有口令保护,要口令才能打开", "the file is protected: it needs its passphrase")},
	{model.ErrPassphrase, of("口令不对,什么都没有动;请核对大小写和空格,或向写文件的人再问一次",
		"that is not its passphrase, nothing was touched; check capitals and spaces, or ask who wrote the file")},
	{model.ErrSealBroken, of("有口令保护的文件不完整或被改动过,什么都没有读;请重新取一份",
		"the protected file is cut off or was altered, nothing was read; get it again")},
	{model.ErrSealedForKey, of("这个文件用密钥加密,不是用口令;请先用 age 和那把密钥解开",
		"the file was encrypted for a key, not by a passphrase; open it with age and that key first")},
	{model.ErrTextTooLong, of("有内容太长,表格的一格放不下,没有写出", "a text is too long for a spreadsheet cell; nothing was written")},
}

// documents are the names of what a file can be.
var documents = map[string]word{
	model.DocumentReceivables: of("回款跟踪表", "receivables"), model.DocumentPayments: of("回款表", "payments"),
	model.DocumentProject: of("项目进度跟进表", "a project's progress form"),
	model.DocumentForm:    of("客户跟踪表", "a tracking form"), model.DocumentList: of("客户名单", "a customer list"),
	model.DocumentJournal: of("跟进记录表", "a journal list"), model.DocumentContacts: of("联系人名单", "a contact list"),
	model.DocumentCards: of("通讯录名片", "contact cards"), model.DocumentRecords: of("genjin 数据", "genjin records"),
}

// Document is the name of what a file was recognised as.
func Document(code string, l Lang) string {
	if k, ok := model.ItemDocument(code); ok {
		return Records(k.Record, l)
	}
	return documents[code].in(l)
}

// Encoding says in which encoding a text file was read, where that isn't sure.
func Encoding(name string, l Lang) string {
	if name == "" || name == model.EncodingUTF8 {
		return ""
	}
	return pick(l, "按 "+name+" 读", "read as "+name)
}

// Reasons is why a row of a file is refused: every problem that it has.
func Reasons(record string, err error, l Lang) string {
	var joined interface{ Unwrap() []error }
	if errors.As(err, &joined) {
		var all []string
		for _, e := range joined.Unwrap() {
			all = append(all, Reasons(record, e, l))
		}
		return strings.Join(all, pick(l, ";", "; "))
	}
	var cell *model.CellError
	if errors.As(err, &cell) {
		return cell.Cell + " " + Reasons(record, cell.Err, l)
	}
	var column *model.ColumnError
	if errors.As(err, &column) {
		code, sentence, _ := Problem(column.Record, err, l)
		name := column.Header
		if name == "" {
			name = Field(column.Record, code, l)
		}
		return name + pick(l, ":", ": ") + sentence
	}
	var match *model.MatchError
	if errors.As(err, &match) {
		return unmatched(match, l)
	}
	if sentence, ok := Refusal(fieldOwner(record, err), err, l); ok {
		return sentence
	}
	if sentence, ok := File(err, l); ok {
		return sentence
	}
	return err.Error()
}

// unmatched says whom a row could mean, and how to make it clear.
func unmatched(e *model.MatchError, l Lang) string {
	var names []string
	for _, c := range e.Candidates {
		if c.ID == 0 {
			names = append(names, fmt.Sprintf(pick(l, "第%d行 %s", "row %d %s"), c.Row, c.Name))
		} else {
			names = append(names, fmt.Sprintf("#%d %s", c.ID, c.Name))
		}
	}
	whom, row := strings.Join(names, pick(l, "、", ", ")), strconv.Itoa(e.Row)
	if e.Phone != "" {
		return pick(l, "电话 "+e.Phone+" 已是 "+whom+" 的;是同一客户请用同一名称,是另一客户请选「另一位客户」(--row "+row+"=new)",
			"the phone "+e.Phone+" is that of "+whom+"; if they are one customer use one name, if not say that it is another customer (--row "+row+
				"=new)")
	}
	return pick(l, "与几个客户相符:"+whom+";请补上电话或写全名,或选定是哪一位(--row "+row+"=#编号)",
		"fits several customers: "+whom+"; add a phone or the full name, or say which one it is (--row "+row+"=#ID)")
}

// SameAs says whom a row was taken for.
func SameAs(c *model.Candidate, l Lang) string {
	if c.ID == 0 {
		return fmt.Sprintf(pick(l, "与第%d行「%s」当作同一客户", "taken for the customer of row %d, %s"), c.Row, c.Name)
	}
	return fmt.Sprintf(pick(l, "与 #%d「%s」当作同一客户", "taken for #%d %s"), c.ID, c.Name)
}

// fieldOwner is the record whose field an error names: a step of a progress
// form may settle a field of its project.
func fieldOwner(record string, err error) string {
	var fe *model.FieldError
	if record == model.RowOfStep && errors.As(err, &fe) && fe.Field != "" {
		if _, ok := spec(record, fe.Field); !ok {
			return model.RowOfProject
		}
	}
	return record
}
