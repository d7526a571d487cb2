package i18n

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

func chineseJournal() Journal {
	return Journal{
		Tab: "跟进", Entries: "记录", Cases: "未办结", Trackings: [4]string{"日志", "周志", "半月志", "月志"},
		Read: "读取跟进记录", SearchHint: "情况、问题、方案里的字",
		When: "时间", Age: "天数", Kept: "按时",
		None:      "还没有跟进记录\n\nn 或 ctrl+n  记一条\ni 或 ctrl+o  导入手上的表格",
		NoCases:   "没有未办结的咨询、投诉、反馈、售后\n\nn 或 ctrl+n  记一条,类别选咨询、投诉、反馈或售后,就列在这里",
		NoTracked: "没有%s级客户\n\n在客户那一页按 a 评级,就列在这里",
		Count:     "共 %d 条,已联系 %d,未接通 %d", CaseCount: "共 %d 件,最早的等了 %s", TrackedCount: "共 %d 位客户",
		Legend: "# 已联系  ! 漏了  + 将到期  . 不用", TodayMark: "今",
		Weekdays: [7]string{"日", "一", "二", "三", "四", "五", "六"},
		Coverage: "覆盖率", Counting: "计算中", NobodyDue: "-",
		New: "记一条", NewTitle: "记录跟进", CustomerHint: "姓名、电话、拼音或 #编号",
		EditEntry: "修改这条", RemoveEntry: "删除这条", EditCustomer: "修改客户",
		NextDay: "下一天", PrevDay: "上一天",
		NextMonth: "下个月", PrevMonth: "上个月", NextGrade: "下一级", PrevGrade: "上一级",
		Filter: "筛选", FilterTitle: "筛选跟进记录",
		Period: "时间", From: "从", To: "到", Backwards: "结束比开始早",
		Periods: map[string]string{"": "全部", "today": "今天", "week": "本周", "month": "本月", "days": "近30天", "range": "指定"},
	}
}

func englishJournal() Journal {
	return Journal{
		Tab: "Journal", Entries: "Entries", Cases: "Open cases", Trackings: [4]string{"Daily", "Weekly", "Half-monthly", "Monthly"},
		Read: "Reading the journal", SearchHint: "words of situation, problem, solution",
		When: "When", Age: "Days", Kept: "Kept",
		None:      "No journal entries yet\n\nn or ctrl+n  log one\ni or ctrl+o  import the sheet you have",
		NoCases:   "No open inquiries, complaints, feedback or after-sales\n\nn or ctrl+n  log one of these kinds, and it is listed here",
		NoTracked: "No customers of grade %s\n\nGrade them with a on the customers' tab, and they are listed here",
		Count:     "%d entries, reached %d, no answer %d", CaseCount: "%d cases, the oldest waits %s", TrackedCount: "%d customers",
		Legend: "# contacted  ! missed  + ahead  . not needed", TodayMark: "**",
		Weekdays: [7]string{"Su", "Mo", "Tu", "We", "Th", "Fr", "Sa"},
		Coverage: "Coverage", Counting: "counting", NobodyDue: "-",
		New: "log", NewTitle: "Log a contact", CustomerHint: "name, phone, pinyin or #id",
		EditEntry: "edit this entry", RemoveEntry: "remove this entry", EditCustomer: "edit the customer",
		NextDay: "next day", PrevDay: "previous day",
		NextMonth: "next month", PrevMonth: "previous month", NextGrade: "next grade", PrevGrade: "previous grade",
		Filter: "filter", FilterTitle: "Filter the journal",
		Period: "Period", From: "From", To: "To", Backwards: "ends before it begins",
		Periods: map[string]string{"": "all", "today": "today", "week": "this week", "month": "this month", "days": "last 30 days", "range": "chosen"},
	}
}
