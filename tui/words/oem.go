package words

// OEM is the tab of projects that go through stages, and what is done with
// them wherever they are shown.
type OEM struct {
	Tab                                string
	Sections                           [5]string
	Read, SearchHint                   string
	Project, Bar, Days, Owed, State    string
	Since, Kind, Waited, And           string
	StageWidth, StateWidth, KindWidth  int
	None                               string
	NoWaiting, NoClosed                string
	Count, CountBlocked, CountLate     string // how many
	CountWaiting, CountTemplates       string // how many
	Acts, Timeline, Facts              string
	NextPart, NextStage, PrevStage     string
	OtherStage, NextTemplate           string
	PrevTemplate, NoTemplate           string
	More                               string // how many
	Log, ToCustomer, OpenProject       string
	ItemsOf                            string // how many
	NewProject, ByTemplate             string // customer
	NewProjectTitle                    string // customer, template
	EditProject, EditProjectTitle      string // name
	RemoveProject, RemovedProject      string // name
	AddOrder, Orders                   string
	Hold, HoldTitle, Held              string // name
	Resume, ResumeTitle, Resumed       string // name
	Cancel, CancelTitle, Cancelled     string // name
	ProjectActs                        string
	Tick, Untick, Decide, DecideAgain  string
	Ticked, Unticked                   string // item
	Progress                           string
	ProgressTitle                      string // item
	ProgressSet                        string // item, percent
	Block, Unblock, How, LetPass       string
	BlockTitle, UnblockTitle           string // item
	Blocked, Unblocked                 string // item
	Skip, Needed, Skipped, NeededAgain string // item
	NoReopens                          string // stage, round
	FromOrder                          string
	EditItem, EditItemTitle            string // item
	AddItem, AddItemTitle              string // stage
	RemoveItem, RemovedItem            string // item
	EditStage, EditStageTitle          string // stage
	AddStage, AddStageTitle            string // stage
	RemoveStage, RemovedStage          string // stage
	MoveUp, MoveDown                   string
	Moved, Added, Saved                string // name
	AsPlanned                          string
	Item, Who, Planned, Done           string
	WhoWidth                           int
	WaitsForCustomer                   string
	CountItems                         string // done, of
	Boxes                              string
	History                            string
	HistoryOf                          string // round
	NoNotes                            string
	Earlier, Later, ZoomIn, ZoomOut    string
	ZoomAll, Checklist, Today          string
	MarkPlan, MarkReal, MarkOver       string
	MarkAhead, NoPlan                  string
	Expected                           string // day
	ExpectedInTime                     string // day, planned
	ExpectedLate                       string // day, planned, days
	StagesCount, ItemsCount, DaysCount string
	ProjectsCount, From                string
	BuiltIn, OwnTemplate, CopyFirst    string
	MadeFrom                           string // how many projects
	CopyTemplate, CopyTitle, CopyName  string // name
	EditTemplate, EditTemplateTitle    string // name
	RemoveTemplate, RemovedTemplate    string // name
	Brief, Details                     string
	Export, NoList, OnlyStage          string
	ExportList                         string // how many
	ListName                           string // day
	ExportedList                       string // how many, file
	ProgressForm, ProgressName         string // name
	BriefForm, BriefName               string // name
	UpdateForm, UpdateName             string // name
	Exported                           string // how many, file
}

func oem(t tongue) OEM {
	return OEM{
		Tab: t.say("OEM", "OEM"),
		Sections: [5]string{
			t.say("项目", "Projects"),
			t.say("看板", "Board"),
			t.say("等待", "Waiting"),
			t.say("暂停/完成", "On hold/done"),
			t.say("模板", "Templates"),
		},
		Read:       t.say("读取项目", "Reading the projects"),
		SearchHint: t.say("项目、客户、负责人", "project, customer, lead"),
		Project:    t.say("项目", "Project"),
		Bar:        t.say("阶段", "Stages"),
		Days:       t.say("天数", "Days"),
		Owed:       t.say("责任", "Owed by"),
		State:      t.say("状态", "State"),
		Since:      t.say("从", "Since"),
		Kind:       t.say("类别", "Kind"),
		Waited:     t.say("已等", "Waits"),
		And:        t.say("、", ", "),
		StageWidth: t.wide(12, 14),
		StateWidth: t.wide(6, 9),
		KindWidth:  8,
		None: t.say("还没有在做的项目\n\nn 或 ctrl+n  新增项目\ni 或 ctrl+o  导入手上的进度跟进表",
			"No projects under way\n\nn or ctrl+n  add one\ni or ctrl+o  import the progress sheet you have"),
		NoWaiting: t.say("没有受阻的事项,也不等客户\n\n在项目里按 b 标记受阻;需客户提供或确认的事项到时列在这里",
			"Nothing is blocked, no customer is waited for\n\nMark an item of a project with b; what the customer has to deliver or "+
				"decide is listed here"),
		NoClosed: t.say("没有暂停、完成或取消的项目\n\n在项目上按 h 暂停,全部阶段做完就算完成",
			"No projects on hold, done or cancelled\n\nh puts a project on hold; one with all its stages done is done"),
		Count:             t.say("共 %d 个项目", "projects: %d"),
		CountBlocked:      t.say("受阻 %d", "blocked: %d"),
		CountLate:         t.say("超期 %d", "late: %d"),
		CountWaiting:      t.say("共 %d 项", "items: %d"),
		CountTemplates:    t.say("共 %d 个模板", "templates: %d"),
		Acts:              t.say("操作", "acts"),
		Timeline:          t.say("时间线", "timeline"),
		Facts:             t.say("项目资料", "Facts"),
		NextPart:          t.say("下一段", "next part"),
		NextStage:         t.say("下一阶段", "next stage"),
		PrevStage:         t.say("上一阶段", "previous stage"),
		OtherStage:        t.say("换阶段", "other stage"),
		NextTemplate:      t.say("下一模板", "next template"),
		PrevTemplate:      t.say("上一模板", "previous template"),
		NoTemplate:        t.say("其他", "others"),
		More:              t.say("还有 %d 个", "%d more"),
		Log:               t.say("记录跟进", "log a contact"),
		ToCustomer:        t.say("客户卡片", "customer's card"),
		ItemsOf:           t.say("各项(%d)", "the items (%d)"),
		OpenProject:       t.say("打开项目", "open the project"),
		NewProject:        t.say("新增项目", "new project"),
		ByTemplate:        t.say("新增项目  %s  选模板", "New project  %s  by template"),
		NewProjectTitle:   t.say("新增项目  %s  %s", "New project  %s  %s"),
		EditProject:       t.say("修改项目", "edit the project"),
		EditProjectTitle:  t.say("修改项目  %s", "Edit project  %s"),
		RemoveProject:     t.say("删除项目", "remove the project"),
		RemovedProject:    t.say("已删除项目 %s", "project %s removed"),
		AddOrder:          t.say("加订单", "add an order"),
		Orders:            t.say("订单", "Orders"),
		Hold:              t.say("暂停项目", "put on hold"),
		HoldTitle:         t.say("暂停  %s", "On hold  %s"),
		Held:              t.say("%s 已暂停", "%s is on hold"),
		Resume:            t.say("恢复项目", "resume"),
		ResumeTitle:       t.say("恢复  %s", "Resume  %s"),
		Resumed:           t.say("%s 已恢复", "%s goes on"),
		Cancel:            t.say("取消项目", "cancel the project"),
		CancelTitle:       t.say("取消  %s", "Cancel  %s"),
		Cancelled:         t.say("%s 已取消", "%s is cancelled"),
		ProjectActs:       t.say("整个项目", "the whole project"),
		Tick:              t.say("完成", "done"),
		Untick:            t.say("改为未完成", "not done after all"),
		Decide:            t.say("判定", "decide"),
		DecideAgain:       t.say("改判", "decide again"),
		Ticked:            t.say("%s 已完成", "%s done"),
		Unticked:          t.say("%s 改为未完成", "%s not done after all"),
		Progress:          t.say("进度", "Progress"),
		ProgressTitle:     t.say("进度  %s", "Progress  %s"),
		ProgressSet:       t.say("%s 进度 %d%%", "%s at %d%%"),
		Block:             t.say("受阻", "blocked"),
		Unblock:           t.say("解除受阻", "unblock"),
		How:               t.say("怎么解决的", "What helped"),
		LetPass:           t.say("谁放行,为什么", "Who lets it pass, and why"),
		BlockTitle:        t.say("受阻  %s", "Blocked  %s"),
		UnblockTitle:      t.say("解除受阻  %s", "Unblock  %s"),
		Blocked:           t.say("%s 受阻", "%s is blocked"),
		Unblocked:         t.say("%s 已解除受阻", "%s goes on"),
		Skip:              t.say("不需要", "not needed"),
		Needed:            t.say("改为需要", "needed after all"),
		Skipped:           t.say("%s 不需要", "%s isn't needed"),
		NeededAgain:       t.say("%s 改为需要", "%s is needed"),
		NoReopens:         t.say("判「否」就回到「%s」,进入%s", "A no goes back to “%s”, %s"),
		FromOrder:         t.say("由订单填写", "filled from the order"),
		EditItem:          t.say("修改事项", "edit the item"),
		EditItemTitle:     t.say("修改事项  %s", "Edit item  %s"),
		AddItem:           t.say("加事项", "add an item"),
		AddItemTitle:      t.say("加事项  %s", "New item  %s"),
		RemoveItem:        t.say("删除事项", "remove the item"),
		RemovedItem:       t.say("已删除事项 %s", "item %s removed"),
		EditStage:         t.say("修改阶段", "edit the stage"),
		EditStageTitle:    t.say("修改阶段  %s", "Edit stage  %s"),
		AddStage:          t.say("加阶段", "add a stage"),
		AddStageTitle:     t.say("加阶段,在「%s」之后", "New stage behind “%s”"),
		RemoveStage:       t.say("删除阶段", "remove the stage"),
		RemovedStage:      t.say("已删除阶段 %s", "stage %s removed"),
		MoveUp:            t.say("上移", "move up"),
		MoveDown:          t.say("下移", "move down"),
		Moved:             t.say("已移动 %s", "%s moved"),
		Added:             t.say("已新增 %s", "%s added"),
		Saved:             t.say("已保存 %s", "%s saved"),
		AsPlanned:         t.say("这一项怎么算", "How it counts"),
		Item:              t.say("事项", "Item"),
		Who:               t.say("责任", "Owed by"),
		Planned:           t.say("计划", "Plan"),
		Done:              t.say("完成", "Done"),
		WhoWidth:          t.wide(12, 11),
		WaitsForCustomer:  t.say("等客户", "customer"),
		CountItems:        t.say("%d/%d 项", "%d/%d items"),
		Boxes:             t.say("[x] 完成  [>] 进行中  [!] 受阻  [-] 不适用", "[x] done  [>] doing  [!] blocked  [-] n/a"),
		History:           t.say("进度记录", "History"),
		HistoryOf:         t.say("进度记录  第%d轮", "History  round %d"),
		NoNotes:           t.say("还没有记录,按 % 更新进度", "Nothing yet; % sets the progress"),
		Earlier:           t.say("往前", "earlier"),
		Later:             t.say("往后", "later"),
		ZoomIn:            t.say("放大", "larger"),
		ZoomOut:           t.say("缩小", "smaller"),
		ZoomAll:           t.say("看全程", "all of it"),
		Checklist:         t.say("清单", "checklist"),
		Today:             t.say("今天", "today"),
		MarkPlan:          t.say("计划", "planned"),
		MarkReal:          t.say("实际", "actual"),
		MarkOver:          t.say("超出计划", "beyond the plan"),
		MarkAhead:         t.say("预计", "expected"),
		NoPlan:            t.say("没有计划天数,修改阶段可以填上", "No planned days yet; edit a stage to set them"),
		Expected:          t.say("照现在的进度,%s 完成", "As things stand, done on %s"),
		ExpectedInTime:    t.say("照现在的进度,%s 完成,计划 %s", "As things stand, done on %s, planned %s"),
		ExpectedLate:      t.say("照现在的进度,%s 完成,比计划 %s 晚 %d 天", "As things stand, done on %s, planned %s, %d days late"),
		StagesCount:       t.say("阶段", "Stages"),
		ItemsCount:        t.say("事项", "Items"),
		DaysCount:         t.say("天数", "Days"),
		ProjectsCount:     t.say("项目", "Projects"),
		From:              t.say("来源", "From"),
		BuiltIn:           t.say("内置", "built in"),
		OwnTemplate:       t.say("自建", "own"),
		CopyFirst:         t.say("先复制再改", "copy it first"),
		MadeFrom:          t.say("用于 %d 个项目", "used by %d projects"),
		CopyTemplate:      t.say("复制模板", "copy"),
		CopyTitle:         t.say("复制模板  %s", "Copy template  %s"),
		CopyName:          t.say("%s 副本", "%s copy"),
		EditTemplate:      t.say("改名、备注", "rename, remark"),
		EditTemplateTitle: t.say("修改模板  %s", "Edit template  %s"),
		RemoveTemplate:    t.say("删除模板", "remove the template"),
		RemovedTemplate:   t.say("已删除模板 %s", "template %s removed"),
		Brief:             t.say("项目简介的内容", "What the brief shows"),
		Details:           t.say("说明", "Details"),
		Export:            t.say("导出", "export"),
		NoList:            t.say("在项目一栏里导出", "export from the list of projects"),
		OnlyStage:         t.say("至少要留一个阶段", "one stage has to stay"),
		ExportList:        t.say("导出列表(%d 个项目)", "export list (%d projects)"),
		ListName:          t.say("项目-%s.xlsx", "projects-%s.xlsx"),
		ExportedList:      t.say("已导出 %d 个项目到 %s", "%d projects exported to %s"),
		ProgressForm:      t.say("进度跟进表", "progress form"),
		ProgressName:      t.say("进度跟进表-%s.xlsx", "progress-%s.xlsx"),
		BriefForm:         t.say("项目简介", "project brief"),
		BriefName:         t.say("项目简介-%s.html", "brief-%s.html"),
		UpdateForm:        t.say("给客户的进展函", "letter to the customer"),
		UpdateName:        t.say("进展-%s.html", "progress-%s.html"),
		Exported:          t.say("已导出 %d 个项目的文件到 %s", "document of %d project exported to %s"),
	}
}
