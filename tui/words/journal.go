package words

// Journal is the third tab: the entries, the open cases, the tracking journals.
type Journal struct {
	Tab                                        string
	Entries, Cases                             string
	Trackings                                  [4]string // of the grades A to D
	Read                                       string
	SearchHint                                 string
	When, Age, Kept                            string
	None                                       string // what was searched for, the filter
	NoCases, NoTracked                         string // the grade
	Count                                      string // how many, reached, not reached
	CaseCount                                  string // how many, how long the oldest waits
	TrackedCount                               string // how many
	Legend, TodayMark                          string
	Weekdays                                   [7]string // two cells, from Sunday
	Coverage, Counting, NobodyDue              string
	New, NewTitle, CustomerHint                string
	EditEntry, RemoveEntry, EditCustomer       string
	NextDay, PrevDay                           string
	NextMonth, PrevMonth, NextGrade, PrevGrade string
	Filter, FilterTitle                        string
	Period, From, To, Backwards                string
	Periods                                    map[string]string
}

func journal(t tongue) Journal {
	return Journal{
		Tab:     t.say("跟进", "Journal"),
		Entries: t.say("记录", "Entries"),
		Cases:   t.say("未办结", "Open cases"),
		Trackings: [4]string{
			t.say("日志", "Daily"),
			t.say("周志", "Weekly"),
			t.say("半月志", "Half-monthly"),
			t.say("月志", "Monthly"),
		},
		Read:       t.say("读取跟进记录", "Reading the journal"),
		SearchHint: t.say("情况、问题、方案里的字", "words of situation, problem, solution"),
		When:       t.say("时间", "When"),
		Age:        t.say("天数", "Days"),
		Kept:       t.say("按时", "Kept"),
		None: t.say("还没有跟进记录\n\nn 或 ctrl+n  记一条\ni 或 ctrl+o  导入手上的表格",
			"No journal entries yet\n\nn or ctrl+n  log one\ni or ctrl+o  import the sheet you have"),
		NoCases: t.say("没有未办结的咨询、投诉、反馈、售后\n\nn 或 ctrl+n  记一条,类别选咨询、投诉、反馈或售后,就列在这里",
			"No open inquiries, complaints, feedback or after-sales\n\nn or ctrl+n  log one of these kinds, and it is listed here"),
		NoTracked: t.say("没有%s级客户\n\n在客户那一页按 a 评级,就列在这里",
			"No customers of grade %s\n\nGrade them with a on the customers' tab, and they are listed here"),
		Count:        t.say("共 %d 条,已联系 %d,未接通 %d", "%d entries, reached %d, no answer %d"),
		CaseCount:    t.say("共 %d 件,最早的等了 %s", "%d cases, the oldest waits %s"),
		TrackedCount: t.say("共 %d 位客户", "%d customers"),
		Legend:       t.say("# 已联系  ! 漏了  + 将到期  . 不用", "# contacted  ! missed  + ahead  . not needed"),
		TodayMark:    t.say("今", "**"),
		Weekdays: [7]string{
			t.say("日", "Su"),
			t.say("一", "Mo"),
			t.say("二", "Tu"),
			t.say("三", "We"),
			t.say("四", "Th"),
			t.say("五", "Fr"),
			t.say("六", "Sa"),
		},
		Coverage:     t.say("覆盖率", "Coverage"),
		Counting:     t.say("计算中", "counting"),
		NobodyDue:    t.say("-", "-"),
		New:          t.say("记一条", "log"),
		NewTitle:     t.say("记录跟进", "Log a contact"),
		CustomerHint: t.say("姓名、电话、拼音或 #编号", "name, phone, pinyin or #id"),
		EditEntry:    t.say("修改这条", "edit this entry"),
		RemoveEntry:  t.say("删除这条", "remove this entry"),
		EditCustomer: t.say("修改客户", "edit the customer"),
		NextDay:      t.say("下一天", "next day"),
		PrevDay:      t.say("上一天", "previous day"),
		NextMonth:    t.say("下个月", "next month"),
		PrevMonth:    t.say("上个月", "previous month"),
		NextGrade:    t.say("下一级", "next grade"),
		PrevGrade:    t.say("上一级", "previous grade"),
		Filter:       t.say("筛选", "filter"),
		FilterTitle:  t.say("筛选跟进记录", "Filter the journal"),
		Period:       t.say("时间", "Period"),
		From:         t.say("从", "From"),
		To:           t.say("到", "To"),
		Backwards:    t.say("结束比开始早", "ends before it begins"),
		Periods: map[string]string{
			"":      t.say("全部", "all"),
			"today": t.say("今天", "today"),
			"week":  t.say("本周", "this week"),
			"month": t.say("本月", "this month"),
			"days":  t.say("近30天", "last 30 days"),
			"range": t.say("指定", "chosen"),
		},
	}
}
