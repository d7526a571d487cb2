package words

// Export is the way of records into a file, beside a tab's own list.
type Export struct {
	All, AllTitle, AllName                string // day
	AllDone                               string // how many, file
	Calendar, CalendarTitle, CalendarName string // how many; day
	CalendarDone                          string // how many, file
	Entries, EntriesTitle, EntriesName    string // how many; day
	EntriesDone                           string // how many, file
}

func exporting(t tongue) Export {
	return Export{
		All:           t.say("导出全部数据", "export everything"),
		AllTitle:      t.say("导出全部数据", "Export everything"),
		AllName:       t.say("genjin-%s.json", "genjin-%s.json"),
		AllDone:       t.say("已导出 %d 位客户的全部数据到 %s", "everything of %d customers exported to %s"),
		Calendar:      t.say("导出日历", "export a calendar"),
		CalendarTitle: t.say("导出日历(%d 位客户)", "Export a calendar (%d customers)"),
		CalendarName:  t.say("跟进-%s.ics", "follow-ups-%s.ics"),
		CalendarDone:  t.say("已导出 %d 位客户的日程到 %s", "what is coming of %d customers exported to %s"),
		Entries:       t.say("导出列表", "export list"),
		EntriesTitle:  t.say("导出列表(%d 条跟进)", "Export list (%d entries)"),
		EntriesName:   t.say("跟进-%s.xlsx", "journal-%s.xlsx"),
		EntriesDone:   t.say("已导出 %d 条跟进到 %s", "%d entries exported to %s"),
	}
}
