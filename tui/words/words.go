// Package words is the catalogue of every sentence of the screens and the
// commands: a line has it in Chinese and in English, so that the compiler sees
// that both are there, and a test that both take the same values. None falls
// back on the other. Names of fields and values are in model/label.
package words

import (
	"genjin/model"
	"genjin/model/label"
	"genjin/tui/kit"
)

// Words is the catalogue. Names of fields and values, and the reasons of rows,
// are in model/label; here is what the program itself says. A %s or %d is
// filled in where the sentence is used.
type Words struct {
	Lang      label.Lang
	Private   bool            // private data is masked on the screens, see Show
	Planned   *model.Settings // by whose calendar dates are planned, see Day; nil until they are read
	Kit       kit.Words
	App       App
	Keys      Keys
	Today     Today
	Customers Customers
	Card      Card
	Dossier   Dossier
	Journal   Journal
	Money     Money
	Owed      Receivables
	Ordering  Ordering
	Orders    Orders
	OEM       OEM
	Reports   Reports
	Lists     Lists
	Merge     Merge
	Import    Import
	Export    Export
	Backups   Backups
	Lock      Lock
	SaveAs    SaveAs
	Settings  Settings
	QuickAdd  QuickAdd
	Copying   Copying
	Errors    Errors
}

// App is the frame around the screens.
type App struct {
	Name                    string
	TabToday, TabCustomers  string
	TooSmall                string // columns, rows
	ReadOnly                string
	Said                    string // what happened, time; with the key that takes it back
	Undone, Redone          string // the act
	NotUndone, NotRedone    string // the act, all of which was changed since
	KeptParts               string // how many records
	IMEOn                   string
	MouseOff, MouseOn       string
	CalendarUnknown         string // year
	GroupScreen, GroupEvery string // headings of the help
	SwitchLanguage          string
	Import                  string
}

// Keys names what keys do everywhere.
type Keys struct {
	Back, Quit, Help, Palette, Undo, Redo, Mouse, NextTab, PrevTab, Move, Page, Ends string
}

// SaveAs asks where a file goes.
type SaveAs struct {
	To, Hint, Exists string
}

// Errors explain what went wrong and what to do.
type Errors struct {
	Failed string // what was attempted, why
}

// Of is the catalogue of a language.
func Of(l label.Lang) Words {
	t := tongue(l)
	return Words{
		Lang:      l,
		Kit:       kitWords(t),
		App:       app(t),
		Keys:      keys(t),
		Today:     today(t),
		Customers: customers(t),
		Journal:   journal(t),
		Money:     money(t),
		Owed:      receivables(t),
		OEM:       oem(t),
		Ordering:  ordering(t),
		Orders:    orders(t),
		Reports:   reports(t),
		Card:      card(t),
		Dossier:   dossier(t),
		Lists:     lists(t),
		Merge:     merge(t),
		Import:    importing(t),
		Export:    exporting(t),
		Backups:   backups(t), Lock: lockWords(t),
		Settings: settings(t),
		Copying:  copying(t),
		QuickAdd: quickAdd(t),
		SaveAs:   saveAs(t),
		Errors:   failures(t),
	}
}

func app(t tongue) App {
	return App{
		Name:         t.say("genjin 跟进", "genjin"),
		TabToday:     t.say("今日", "Today"),
		TabCustomers: t.say("客户", "Customers"),
		TooSmall: t.say("窗口太小:需要至少 60 列 15 行,现在是 %d 列 %d 行",
			"The window is too small: 60 columns by 15 rows are needed, these are %d by %d"),
		ReadOnly:  t.say("只读:文件不可写,改动不会保存", "Read-only: the file can't be written, changes will not be kept"),
		Said:      t.say("%s %s · u 撤销", "%s %s · u undoes"),
		Undone:    t.say("已撤销:%s", "undone: %s"),
		Redone:    t.say("已重做:%s", "redone: %s"),
		KeptParts: t.say(",其中 %d 条后来改过,保留原样", "; %d changed since were kept"),
		NotUndone: t.say("没有撤销,后来都改过,保留原样:%s", "not undone, all of it was changed since: %s"),
		NotRedone: t.say("没有重做,后来都改过,保留原样:%s", "not redone, all of it was changed since: %s"),
		IMEOn: t.say("输入法开着,字母键到不了这里:用方向键、enter、数字键,ctrl+l 记录,F1 看按键",
			"The input method is on, letters don't arrive: use arrows, enter, digits, ctrl+l to log, F1 for keys"),
		MouseOff: t.say("鼠标已交还终端,可以选择文字;F8 收回", "The terminal has the mouse, select text; F8 takes it back"),
		MouseOn:  t.say("鼠标已收回", "The mouse is back"),
		CalendarUnknown: t.say("%d 年的放假安排还没有公布,先按法律规定的日子推算;可在设置里另加",
			"The holidays of %d are not published yet: those named by law count; add days in the settings"),
		GroupScreen:    t.say("这一页", "This page"),
		GroupEvery:     t.say("随处可用", "Everywhere"),
		SwitchLanguage: t.say("切换到 English", "Switch to 中文"),
		Import:         t.say("导入文件", "import a file"),
	}
}

func failures(t tongue) Errors {
	return Errors{
		Failed: t.say("%s没有成功:%s", "%s failed: %s"),
	}
}

func keys(t tongue) Keys {
	return Keys{
		Back:    t.say("返回", "back"),
		Quit:    t.say("退出", "quit"),
		Help:    t.say("按键", "keys"),
		Palette: t.say("命令", "commands"),
		Undo:    t.say("撤销", "undo"),
		Redo:    t.say("重做", "redo"),
		Mouse:   t.say("鼠标交还终端", "mouse to the terminal"),
		NextTab: t.say("下一页", "next tab"),
		PrevTab: t.say("上一页", "previous tab"),
		Move:    t.say("上下移动", "move"),
		Page:    t.say("翻页", "page"),
		Ends:    t.say("到头、到尾", "first, last"),
	}
}

func kitWords(t tongue) kit.Words {
	return kit.Words{
		HelpTitle:    t.say("按键", "Keys"),
		PaletteTitle: t.say("命令", "Commands"),
		PaletteHint:  t.say("名称、拼音或首字母", "name, pinyin or initials"),
		NoMatch:      t.say("没有找到", "nothing found"),
		FullLines:    t.say("最多 %d 行,后面的没有放进来", "at most %d lines, the rest was left out"),
		Full:         t.say("最多 %d 个字,后面的没有放进来", "at most %d characters, the rest was left out"),
		Nothing:      t.say("空", "nothing"),
		Table:        t.say("另一份表格", "another table"),
		NextField:    t.say("下一项", "next"),
		PrevField:    t.say("上一项", "previous"),
		NewLine:      t.say("换行", "new line"),
		MoreFields:   t.say("更多", "more"),
		FewerFields:  t.say("收起", "fewer"),
		Save:         t.say("保存", "save"),
		Cancel:       t.say("放弃", "leave"),
		Choose:       t.say("选定", "choose"),
		Move:         t.say("移动", "move"),
		Scroll:       t.say("滚动", "scroll"),
		Close:        t.say("关闭", "close"),
		DropLine:     t.say("删除这一行", "drop the line"),
		Tick:         t.say("勾选", "tick"),
		Take:         t.say("确定", "take"),
		MoveUp:       t.say("上移", "move up"),
		MoveDown:     t.say("下移", "move down"),
		Open:         t.say("打开", "open"),
		Back:         t.say("返回", "back"),
		NextSection:  t.say("下一栏", "next section"),
		PrevSection:  t.say("上一栏", "previous section"),
		Search:       t.say("查找", "search"),
		ToList:       t.say("到列表", "to the list"),
		ClearSearch:  t.say("清除查找", "clear search"),
		ClearFilter:  t.say("清除筛选", "clear filter"),
		NotFound:     t.say("没有找到「%s」\n\nesc 清除查找", "Nothing found for “%s”\n\nesc clears the search"),
		NothingLeft:  t.say("没有符合的:%s\n\nesc 清除筛选,f 改条件", "Nothing fits: %s\n\nesc clears the filter, f changes it"),
		Select:       t.say("选中", "select"),
		SelectAll:    t.say("全选", "select all"),
		SelectNone:   t.say("取消选中", "select none"),
		Selected:     t.say("已选 %d", "%d selected"),
		Many:         t.say("批量", "bulk"),
		ManyTitle:    t.say("已选 %d 条", "%d selected"),
	}
}

func saveAs(t tongue) SaveAs {
	return SaveAs{
		To:     t.say("存为", "Save as"),
		Hint:   t.say("以 .xlsx、.csv、.json 等结尾的路径", "a path that ends in .xlsx, .csv, .json or the like"),
		Exists: t.say("已有这个文件,请换个名字", "there is such a file, choose another name"),
	}
}

// tongue is the language in which a catalogue is made.
type tongue label.Lang

// say is a sentence, Chinese and English side by side.
func (t tongue) say(zh, en string) string {
	if label.Lang(t) == label.EN {
		return en
	}
	return zh
}

// wide is how many cells a column takes in the two languages.
func (t tongue) wide(zh, en int) int {
	if label.Lang(t) == label.EN {
		return en
	}
	return zh
}
