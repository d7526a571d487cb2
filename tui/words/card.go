package words

// Card is the customer's card and its forms.
type Card struct {
	Open, Nobody, Archived                 string
	Next, Timeline, Changes                string
	NextOn, Retry, RetryRule, Wants        string
	NothingPlanned, NoEntries, MoreEntries string
	NoCase                                 string
	Inferred                               string
	Undone                                 string
	GradeOf                                string // grade
	Log, LogTitle                          string // customer, grade
	LostTitle                              string // customer
	Logged                                 string // customer, date
	LoggedNoNext                           string // customer
	NoAnswer, NobodyAnswered               string
	LoggedNoAnswer                         string // customer, date
	Add, AddTitle, AddedCustomer           string // customer
	Edit, EditTitle, SavedCustomer         string // customer
	EditEntry, RemoveEntry, EntryTitle     string
	SavedEntry, RemovedEntry               string
	SetGrade, GradeTitle, Graded           string // customer, grade
	Accept                                 string // grade
	Snooze, SnoozeTitle, Snoozed           string // customer, date
	Tick, Ticked                           string // customer
	Axes, Known                            string
	Greet, Greeted                         string
	GreetWhom, GreetMore                   string // how many
	CloseCase, CloseTitle, ClosedCase      string // situation
	Archive, Unarchive                     string
	ArchivedCustomer, UnarchivedCustomer   string // customer
	Confirm, Confirmed                     string
	Reason, ReasonNeeded, Optional         string
	ReferrerHint, CampaignHint             string
	ReadDraft, KeepDraft                   string
	DraftBack, DraftKept                   string
	DraftOffer, RestoreDraft               string
	DraftBoth                              string // what stands there now
	DraftBackBoth                          string // how many fields were changed elsewhere too
	Items, NewItem, RemoveItem             string
	SavedItem, RemovedItem                 string // the kind of record
	ExportForm, ExportTitle                string // customer
	ExportedForm                           string // file
	Subject, SubjectTitle, Forget          string
	ForgetTitle, NoWayBack, MoreTraces     string // who, –, how many
	ForgetNot, ForgetDo, Forgot, ForgotBut string // –, –, –, how many
	Brought                                string
	Guide, Trend, Analysis                 string
}

func card(t tongue) Card {
	return Card{
		Guide:              t.say("参考值", "guide"),
		Trend:              t.say("走势", "trend"),
		Analysis:           t.say("财务分析", "analysis"),
		Brought:            t.say("转介绍来的客户", "Brought by them"),
		Open:               t.say("打开客户", "Opening the customer"),
		Nobody:             t.say("没有选中客户", "No customer chosen"),
		Archived:           t.say("已归档", "archived"),
		Next:               t.say("打算", "Plan"),
		Timeline:           t.say("跟进记录", "Journal"),
		Changes:            t.say("变更", "Changes"),
		NextOn:             t.say("下次", "Next"),
		Retry:              t.say("重试", "Retry"),
		RetryRule:          t.say("下一个工作日再打", "again on the next working day"),
		Wants:              t.say("意向", "Wants"),
		NothingPlanned:     t.say("没有安排", "nothing planned"),
		NoEntries:          t.say("还没有跟进记录", "no journal entries yet"),
		NoCase:             t.say("这位客户没有等待处理的事", "nothing of this customer waits to be closed"),
		MoreEntries:        t.say("更早的记录不在此列", "older entries are not shown"),
		Inferred:           t.say("导入时推断,请核对:", "Worked out by the import, please check: "),
		Undone:             t.say("(已撤销)", "(undone)"),
		GradeOf:            t.say("%s级", "grade %s"),
		Log:                t.say("记录", "log"),
		LogTitle:           t.say("记录跟进  %s  %s", "Log  %s  %s"),
		LostTitle:          t.say("为什么丢单  %s", "Why the deal was lost  %s"),
		Logged:             t.say("已记录 %s,下次 %s", "%s logged, next %s"),
		NoAnswer:           t.say("未接通", "no answer"),
		NobodyAnswered:     t.say("没人接", "nobody answered"),
		LoggedNoAnswer:     t.say("未接通 %s,%s再打", "no answer from %s, again %s"),
		LoggedNoNext:       t.say("已记录 %s", "%s logged"),
		Add:                t.say("新增客户", "new customer"),
		AddTitle:           t.say("新增客户", "New customer"),
		AddedCustomer:      t.say("已新增 %s", "%s added"),
		Edit:               t.say("修改", "edit"),
		EditTitle:          t.say("修改  %s", "Edit  %s"),
		SavedCustomer:      t.say("已保存 %s", "%s saved"),
		EditEntry:          t.say("修改跟进记录", "edit a journal entry"),
		RemoveEntry:        t.say("删除跟进记录", "remove a journal entry"),
		EntryTitle:         t.say("修改跟进记录", "Edit journal entry"),
		SavedEntry:         t.say("已保存跟进记录", "entry saved"),
		RemovedEntry:       t.say("已删除跟进记录", "entry removed"),
		SetGrade:           t.say("评级", "grade"),
		GradeTitle:         t.say("评级  %s", "Grade  %s"),
		Graded:             t.say("%s 评为 %s", "%s is now %s"),
		Accept:             t.say("改为%s级", "regrade to %s"),
		Snooze:             t.say("顺延", "snooze"),
		SnoozeTitle:        t.say("顺延  %s", "Snooze  %s"),
		Snoozed:            t.say("%s 顺延至 %s", "%s snoozed until %s"),
		Axes:               t.say("轻重", "Urgency"),
		Known:              t.say("资料", "Card"),
		Greet:              t.say("复制祝福语", "copy a greeting"),
		Greeted:            t.say("到微信里粘贴即可发送", "paste it into a message"),
		GreetWhom:          t.say("可问候的客户", "customers to greet"),
		GreetMore:          t.say("只列前 %d 位", "the first %d of them"),
		Tick:               t.say("办完", "done"),
		Ticked:             t.say("%s 已办", "%s done"),
		CloseCase:          t.say("办结", "close case"),
		CloseTitle:         t.say("办结  %s", "Close  %s"),
		ClosedCase:         t.say("已办结", "case closed"),
		Archive:            t.say("归档", "archive"),
		Unarchive:          t.say("取消归档", "unarchive"),
		ArchivedCustomer:   t.say("%s 已归档", "%s archived"),
		UnarchivedCustomer: t.say("%s 已取消归档", "%s is back"),
		Confirm:            t.say("推断无误", "guesses are right"),
		Confirmed:          t.say("已确认", "confirmed"),
		Reason:             t.say("原因", "Reason"),
		ReasonNeeded:       t.say("请写一句原因", "say why in a few words"),
		Optional:           t.say("可不填", "optional"),
		CampaignHint:       t.say("活动的名称,在「报表」的营销活动里添加", "the name of a campaign; add them under Reports"),
		ReferrerHint:       t.say("介绍人的姓名、电话或 #编号", "name, phone or #id of who brought them"),
		ReadDraft:          t.say("读取草稿", "Reading the draft"),
		KeepDraft:          t.say("保留草稿", "Keeping the draft"),
		DraftBack:          t.say("草稿已恢复", "draft restored"),
		DraftKept:          t.say("草稿已保留", "draft kept"),
		DraftOffer:         t.say("恢复草稿? ctrl+r", "Restore the draft? ctrl+r"),
		RestoreDraft:       t.say("恢复草稿", "restore draft"),
		DraftBoth:          t.say("别处已改为「%s」", "changed elsewhere to \"%s\""),
		DraftBackBoth:      t.say("草稿已恢复;%d 项别处也改过,旁边是现在的", "draft restored; %d changed elsewhere too, shown beside"),
		Items:              t.say("联系人、拜访准备等资料", "contacts, visit preparation and so on"),
		NewItem:            t.say("新增", "add"),
		RemoveItem:         t.say("删除", "remove"),
		SavedItem:          t.say("已保存%s", "%s saved"),
		RemovedItem:        t.say("已删除%s", "%s removed"),
		ExportForm:         t.say("导出跟踪表", "export form"),
		ExportTitle:        t.say("导出跟踪表  %s", "Export form  %s"),
		ExportedForm:       t.say("已导出到 %s", "exported to %s"),
		Subject:            t.say("本人资料(给本人)", "all that is kept, for them"),
		SubjectTitle:       t.say("保存的全部资料  %s", "All that is kept  %s"),
		Forget:             t.say("彻底删除(应本人要求)", "forget for good"),
		ForgetTitle:        t.say("彻底删除  %s", "Forget for good  %s"),
		NoWayBack:          t.say("删除后不能撤销。", "It can't be undone."),
		MoreTraces:         t.say("还有 %d 行,见 genjin forget", "%d more, see genjin forget"),
		ForgetNot:          t.say("不删", "Don't"),
		ForgetDo:           t.say("彻底删除", "Forget"),
		Forgot:             t.say("已彻底删除", "deleted for good"),
		ForgotBut:          t.say("已彻底删除;还有 %d 处备份、导出或别处提到要自己处理", "deleted for good; %d backups, exports or mentions are left to you"),
	}
}
