package words

// Customers is the second tab.
type Customers struct {
	Title, TitleArchived              string
	SearchHint                        string
	Search, ToList, ClearSearch       string
	Open, Sort, Ascending, Descending string
	ShowArchived, HideArchived        string
	None, NoArchived, NotFound        string // what was searched for
	Count                             string // how many
	Read                              string
	Export, ExportTitle               string
	Exported                          string // how many, file
}

func customers(t tongue) Customers {
	return Customers{
		Title:         t.say("客户", "Customers"),
		TitleArchived: t.say("已归档", "Archived"),
		SearchHint:    t.say("姓名、电话、拼音或首字母", "name, phone, pinyin or initials"),
		Search:        t.say("查找", "search"),
		ToList:        t.say("到列表", "to the list"),
		ClearSearch:   t.say("清除查找", "clear search"),
		Open:          t.say("打开", "open"),
		Sort:          t.say("排序", "sort"),
		Ascending:     t.say("升序", "ascending"),
		Descending:    t.say("降序", "descending"),
		ShowArchived:  t.say("看已归档", "show archived"),
		HideArchived:  t.say("看在用的", "show current"),
		None: t.say("还没有客户\n\ni 或 ctrl+o  导入手上的表格\nn 或 ctrl+n  新增客户",
			"No customers yet\n\ni or ctrl+o  import the sheet you have\nn or ctrl+n  add a customer"),
		NoArchived:  t.say("没有归档的客户", "Nobody is archived"),
		NotFound:    t.say("没有找到「%s」\n\nesc 清除查找,n 新增客户", "Nobody found for “%s”\n\nesc clears the search, n adds a customer"),
		Count:       t.say("共 %d 位客户", "%d customers"),
		Read:        t.say("读取客户", "Reading customers"),
		Export:      t.say("导出列表", "export list"),
		ExportTitle: t.say("导出列表(%d 位客户)", "Export list (%d customers)"),
		Exported:    t.say("已导出 %d 位客户到 %s", "%d customers exported to %s"),
	}
}

// QuickAdd is a customer in one line.
type QuickAdd struct {
	Title, Hint, How        string
	Inferred                string
	OneLine                 string // how many lines were not taken
	SameName                string // the number of another customer of the name
	Known, KnownTitle       string // the customers' names
	OpenThat, Another, Back string // the customer's name
}

func quickAdd(t tongue) QuickAdd {
	return QuickAdd{
		Title: t.say("快速新增", "Quick add"),
		Hint:  t.say("董先生 15935946108 3人 想置换X7 #进店 @A +3d", "Mr Dong 15935946108 3人 wants a trade-in #walk-in @A +3d"),
		How: t.say("先写名称,其余不分先后:电话  3人  #来源或#标签  @等级或@类型  +3d 或 周五(下次跟进);剩下的都是意向",
			"The name first, then in any order: phone  3人 (party)  #source or #tag  @grade or @class  +3d or friday (next); all else "+
				"is the interest"),
		Inferred:   t.say("(推断)", "(inferred)"),
		SameName:   t.say(",另有同名客户 #%d", "; #%d has the same name"),
		Known:      t.say("电话已有客户:%s", "the phone is known: %s"),
		KnownTitle: t.say("电话已有客户", "The phone is known"),
		OneLine: t.say("一行是一位客户:只取了第一行,另有 %d 行没有取;一次加多位请导入文件(ctrl+o)",
			"one line is one customer: the first was taken, %d more were not; import a file (ctrl+o) to add several"),
		OpenThat: t.say("打开 %s", "open %s"),
		Another:  t.say("另建一张", "add another"),
		Back:     t.say("返回修改", "back"),
	}
}
