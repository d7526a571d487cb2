package words

// Today is the first tab.
type Today struct {
	Today, Tomorrow, Week            string
	DoneOf                           string
	Customer, Grade, What, Why, Late string
	Phone, First                     string
	WhatWidth, LateWidth             int
	SearchHint                       string
	NextKind, PrevKind               string
	MenuTitle                        string // customer, what
	ThenNext, ThenRetry              string // date
	Ticked, Snoozed                  string // until
	NoCustomers, NothingAhead        string
	NothingDue                       string // tomorrow, this week
	Read                             string
}

func today(t tongue) Today {
	return Today{
		Today:      t.say("今日", "Today"),
		Tomorrow:   t.say("明天", "Tomorrow"),
		Week:       t.say("七天内", "7 days"),
		DoneOf:     t.say("已办", "done"),
		Customer:   t.say("客户", "Customer"),
		Grade:      t.say("级", "G"),
		What:       t.say("事项", "What"),
		Why:        t.say("缘由", "Why"),
		Late:       t.say("迟", "Late"),
		Phone:      t.say("电话", "Phone"),
		First:      t.say("先做", "First"),
		WhatWidth:  t.wide(8, 11),
		LateWidth:  t.wide(5, 6),
		SearchHint: t.say("客户、事项、缘由", "customer, what, why"),
		NextKind:   t.say("下一类", "next kind"),
		PrevKind:   t.say("上一类", "previous kind"),
		MenuTitle:  t.say("%s  %s", "%s  %s"),
		ThenNext:   t.say(",下次%s", ", next %s"),
		ThenRetry:  t.say(",%s再打", ", again %s"),
		Ticked:     t.say("已办", "done"),
		Snoozed:    t.say("顺延至%s", "snoozed until %s"),
		NoCustomers: t.say("还没有客户\n\ni 或 ctrl+o  导入手上的表格\nn 或 ctrl+n  新增客户\n\n想先看看?在命令行运行 genjin demo",
			"No customers yet\n\ni or ctrl+o  import the sheet you have\nn or ctrl+n  add a customer\n\nHave a look first? Run "+
				"genjin demo"),
		NothingAhead: t.say("这几天没有安排", "Nothing planned for these days"),
		NothingDue:   t.say("今天都办完了\n\n明天 %d 件,七天内 %d 件\ntab 看明天", "All done for today\n\nTomorrow %d, in 7 days %d\ntab shows tomorrow"),
		Read:         t.say("读取今日", "Reading today"),
	}
}
