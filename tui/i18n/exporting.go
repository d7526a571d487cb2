package i18n

// Export is the way of records into a file, beside a tab's own list.
type Export struct {
	All, AllTitle, AllName                string // day
	AllDone                               string // how many, file
	Calendar, CalendarTitle, CalendarName string // how many; day
	CalendarDone                          string // how many, file
	Entries, EntriesTitle, EntriesName    string // how many; day
	EntriesDone                           string // how many, file
}

func chineseExport() Export {
	return Export{
		All: "导出全部数据", AllTitle: "导出全部数据", AllName: "genjin-%s.json", AllDone: "已导出 %d 位客户的全部数据到 %s",
		Calendar: "导出日历", CalendarTitle: "导出日历(%d 位客户)", CalendarName: "跟进-%s.ics", CalendarDone: "已导出 %d 位客户的日程到 %s",
		Entries: "导出列表", EntriesTitle: "导出列表(%d 条跟进)", EntriesName: "跟进-%s.xlsx", EntriesDone: "已导出 %d 条跟进到 %s",
	}
}

func englishExport() Export {
	return Export{
		All: "export everything", AllTitle: "Export everything", AllName: "genjin-%s.json", AllDone: "everything of %d customers exported to %s",
		Calendar: "export a calendar", CalendarTitle: "Export a calendar (%d customers)", CalendarName: "follow-ups-%s.ics", CalendarDone: "what is coming of %d customers exported to %s",
		Entries: "export list", EntriesTitle: "Export list (%d entries)", EntriesName: "journal-%s.xlsx", EntriesDone: "%d entries exported to %s",
	}
}
