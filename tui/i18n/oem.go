package i18n

// OEM is the tab of projects that go through stages, and what is done with
// them wherever they are shown.
type OEM struct {
	Tab                                string
	Sections                           [5]string
	Read, SearchHint, Search, ToList   string
	ClearSearch, ClearFilter           string
	Project, Bar, Days, Owed, State    string
	Since, Kind, Waited, And           string
	StageWidth, StateWidth, KindWidth  int
	None                               string
	NotFound, NothingLeft              string // what was looked for
	NoWaiting, NoClosed                string
	Count, CountBlocked, CountLate     string // how many
	CountWaiting, CountTemplates       string // how many
	Open, Acts, Timeline, Facts        string
	NextPart, NextStage, PrevStage     string
	NextSection, PrevSection           string
	OtherStage, NextTemplate           string
	PrevTemplate, NoTemplate           string
	More                               string // how many
	Filter, FilterTitle, All           string
	Pressing, OnlyPressing             string
	PressingFirst                      string
	OwedBy                             string // department
	Log, ToCustomer, OpenProject       string
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
	Block, Unblock, How                string
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
	Exported                           string // how many, file
}

func chineseOEM() OEM {
	return OEM{
		Tab: "OEM", Sections: [5]string{"项目", "看板", "等待", "暂停/完成", "模板"},
		Read: "读取项目", SearchHint: "项目、客户、负责人", Search: "查找", ToList: "到列表", ClearSearch: "清除查找", ClearFilter: "清除筛选",
		Project: "项目", Bar: "阶段", Days: "天数", Owed: "责任", State: "状态", Since: "从", Kind: "类别", Waited: "已等", And: "、",
		StageWidth: 12, StateWidth: 6, KindWidth: 8,
		None:     "还没有在做的项目\n\nn 或 ctrl+n  新增项目\ni 或 ctrl+o  导入手上的进度跟进表",
		NotFound: "没有找到「%s」\n\nesc 清除查找", NothingLeft: "没有符合的项目:%s\n\nesc 清除筛选",
		NoWaiting: "没有受阻的事项,也不等客户\n\n在项目里按 b 标记受阻;需客户提供或确认的事项到时列在这里", NoClosed: "没有暂停、完成或取消的项目\n\n在项目上按 h 暂停,全部阶段做完就算完成",
		Count: "共 %d 个项目", CountBlocked: "受阻 %d", CountLate: "超期 %d", CountWaiting: "共 %d 项", CountTemplates: "共 %d 个模板",
		Open: "打开", Acts: "操作", Timeline: "时间线", Facts: "项目资料", NextPart: "下一段", NextStage: "下一阶段", PrevStage: "上一阶段",
		NextSection: "下一栏", PrevSection: "上一栏", OtherStage: "换阶段", NextTemplate: "下一模板", PrevTemplate: "上一模板", NoTemplate: "其他", More: "还有 %d 个",
		Filter: "筛选", FilterTitle: "筛选项目", All: "全部", Pressing: "紧急", OnlyPressing: "只看受阻和超期", PressingFirst: "最急的在前", OwedBy: "%s的事",
		Log: "记录跟进", ToCustomer: "客户卡片", OpenProject: "打开项目",
		NewProject: "新增项目", ByTemplate: "新增项目  %s  选模板", NewProjectTitle: "新增项目  %s  %s",
		EditProject: "修改项目", EditProjectTitle: "修改项目  %s", RemoveProject: "删除项目", RemovedProject: "已删除项目 %s", AddOrder: "加订单", Orders: "订单",
		Hold: "暂停项目", HoldTitle: "暂停  %s", Held: "%s 已暂停", Resume: "恢复项目", ResumeTitle: "恢复  %s", Resumed: "%s 已恢复",
		Cancel: "取消项目", CancelTitle: "取消  %s", Cancelled: "%s 已取消", ProjectActs: "整个项目",
		Tick: "完成", Untick: "改为未完成", Decide: "判定", DecideAgain: "改判", Ticked: "%s 已完成", Unticked: "%s 改为未完成",
		Progress: "进度", ProgressTitle: "进度  %s", ProgressSet: "%s 进度 %d%%",
		Block: "受阻", Unblock: "解除受阻", How: "怎么解决的", BlockTitle: "受阻  %s", UnblockTitle: "解除受阻  %s", Blocked: "%s 受阻", Unblocked: "%s 已解除受阻",
		Skip: "不需要", Needed: "改为需要", Skipped: "%s 不需要", NeededAgain: "%s 改为需要",
		NoReopens: "判「否」就回到「%s」,进入%s", FromOrder: "由订单填写",
		EditItem: "修改事项", EditItemTitle: "修改事项  %s", AddItem: "加事项", AddItemTitle: "加事项  %s", RemoveItem: "删除事项", RemovedItem: "已删除事项 %s",
		EditStage: "修改阶段", EditStageTitle: "修改阶段  %s", AddStage: "加阶段", AddStageTitle: "加阶段,在「%s」之后", RemoveStage: "删除阶段", RemovedStage: "已删除阶段 %s",
		MoveUp: "上移", MoveDown: "下移", Moved: "已移动 %s", Added: "已新增 %s", Saved: "已保存 %s", AsPlanned: "这一项怎么算",
		Item: "事项", Who: "责任", Planned: "计划", Done: "完成", WhoWidth: 12, WaitsForCustomer: "等客户", CountItems: "%d/%d 项",
		Boxes: "[x] 完成  [>] 进行中  [!] 受阻  [-] 不适用", History: "进度记录", HistoryOf: "进度记录  第%d轮", NoNotes: "还没有记录,按 % 更新进度",
		Earlier: "往前", Later: "往后", ZoomIn: "放大", ZoomOut: "缩小", ZoomAll: "看全程", Checklist: "清单", Today: "今天",
		MarkPlan: "计划", MarkReal: "实际", MarkOver: "超出计划", MarkAhead: "预计", NoPlan: "没有计划天数,修改阶段可以填上",
		Expected: "照现在的进度,%s 完成", ExpectedInTime: "照现在的进度,%s 完成,计划 %s", ExpectedLate: "照现在的进度,%s 完成,比计划 %s 晚 %d 天",
		StagesCount: "阶段", ItemsCount: "事项", DaysCount: "天数", ProjectsCount: "项目", From: "来源", BuiltIn: "内置", OwnTemplate: "自建", CopyFirst: "先复制再改", MadeFrom: "用于 %d 个项目",
		CopyTemplate: "复制模板", CopyTitle: "复制模板  %s", CopyName: "%s 副本", EditTemplate: "改名、备注", EditTemplateTitle: "修改模板  %s", RemoveTemplate: "删除模板", RemovedTemplate: "已删除模板 %s",
		Brief: "项目简介的内容", Details: "说明",
		Export: "导出", NoList: "在项目一栏里导出", OnlyStage: "至少要留一个阶段", ExportList: "导出列表(%d 个项目)", ListName: "项目-%s.xlsx", ExportedList: "已导出 %d 个项目到 %s",
		ProgressForm: "进度跟进表", ProgressName: "进度跟进表-%s.xlsx", BriefForm: "项目简介", BriefName: "项目简介-%s.html", Exported: "已导出 %d 个项目的文件到 %s",
	}
}

func englishOEM() OEM {
	return OEM{
		Tab: "OEM", Sections: [5]string{"Projects", "Board", "Waiting", "On hold/done", "Templates"},
		Read: "Reading the projects", SearchHint: "project, customer, lead", Search: "search", ToList: "to the list", ClearSearch: "clear search", ClearFilter: "clear filter",
		Project: "Project", Bar: "Stages", Days: "Days", Owed: "Owed by", State: "State", Since: "Since", Kind: "Kind", Waited: "Waits", And: ", ",
		StageWidth: 14, StateWidth: 9, KindWidth: 8,
		None:     "No projects under way\n\nn or ctrl+n  add one\ni or ctrl+o  import the progress sheet you have",
		NotFound: "Nothing found for “%s”\n\nesc clears the search", NothingLeft: "No projects fit: %s\n\nesc clears the filter",
		NoWaiting: "Nothing is blocked, no customer is waited for\n\nMark an item of a project with b; what the customer has to deliver or decide is listed here", NoClosed: "No projects on hold, done or cancelled\n\nh puts a project on hold; one with all its stages done is done",
		Count: "projects: %d", CountBlocked: "blocked: %d", CountLate: "late: %d", CountWaiting: "items: %d", CountTemplates: "templates: %d",
		Open: "open", Acts: "acts", Timeline: "timeline", Facts: "Facts", NextPart: "next part", NextStage: "next stage", PrevStage: "previous stage",
		NextSection: "next section", PrevSection: "previous section", OtherStage: "other stage", NextTemplate: "next template", PrevTemplate: "previous template", NoTemplate: "others", More: "%d more",
		Filter: "filter", FilterTitle: "Filter projects", All: "all", Pressing: "Pressing", OnlyPressing: "blocked and late only", PressingFirst: "the most pressing first", OwedBy: "owed by %s",
		Log: "log a contact", ToCustomer: "customer's card", OpenProject: "open the project",
		NewProject: "new project", ByTemplate: "New project  %s  by template", NewProjectTitle: "New project  %s  %s",
		EditProject: "edit the project", EditProjectTitle: "Edit project  %s", RemoveProject: "remove the project", RemovedProject: "project %s removed", AddOrder: "add an order", Orders: "Orders",
		Hold: "put on hold", HoldTitle: "On hold  %s", Held: "%s is on hold", Resume: "resume", ResumeTitle: "Resume  %s", Resumed: "%s goes on",
		Cancel: "cancel the project", CancelTitle: "Cancel  %s", Cancelled: "%s is cancelled", ProjectActs: "the whole project",
		Tick: "done", Untick: "not done after all", Decide: "decide", DecideAgain: "decide again", Ticked: "%s done", Unticked: "%s not done after all",
		Progress: "Progress", ProgressTitle: "Progress  %s", ProgressSet: "%s at %d%%",
		Block: "blocked", Unblock: "unblock", How: "What helped", BlockTitle: "Blocked  %s", UnblockTitle: "Unblock  %s", Blocked: "%s is blocked", Unblocked: "%s goes on",
		Skip: "not needed", Needed: "needed after all", Skipped: "%s isn't needed", NeededAgain: "%s is needed",
		NoReopens: "A no goes back to “%s”, %s", FromOrder: "filled from the order",
		EditItem: "edit the item", EditItemTitle: "Edit item  %s", AddItem: "add an item", AddItemTitle: "New item  %s", RemoveItem: "remove the item", RemovedItem: "item %s removed",
		EditStage: "edit the stage", EditStageTitle: "Edit stage  %s", AddStage: "add a stage", AddStageTitle: "New stage behind “%s”", RemoveStage: "remove the stage", RemovedStage: "stage %s removed",
		MoveUp: "move up", MoveDown: "move down", Moved: "%s moved", Added: "%s added", Saved: "%s saved", AsPlanned: "How it counts",
		Item: "Item", Who: "Owed by", Planned: "Plan", Done: "Done", WhoWidth: 11, WaitsForCustomer: "customer", CountItems: "%d/%d items",
		Boxes: "[x] done  [>] doing  [!] blocked  [-] n/a", History: "History", HistoryOf: "History  round %d", NoNotes: "Nothing yet; % sets the progress",
		Earlier: "earlier", Later: "later", ZoomIn: "larger", ZoomOut: "smaller", ZoomAll: "all of it", Checklist: "checklist", Today: "today",
		MarkPlan: "planned", MarkReal: "actual", MarkOver: "beyond the plan", MarkAhead: "expected", NoPlan: "No planned days yet; edit a stage to set them",
		Expected: "As things stand, done on %s", ExpectedInTime: "As things stand, done on %s, planned %s", ExpectedLate: "As things stand, done on %s, planned %s, %d days late",
		StagesCount: "Stages", ItemsCount: "Items", DaysCount: "Days", ProjectsCount: "Projects", From: "From", BuiltIn: "built in", OwnTemplate: "own", CopyFirst: "copy it first", MadeFrom: "used by %d projects",
		CopyTemplate: "copy", CopyTitle: "Copy template  %s", CopyName: "%s copy", EditTemplate: "rename, remark", EditTemplateTitle: "Edit template  %s", RemoveTemplate: "remove the template", RemovedTemplate: "template %s removed",
		Brief: "What the brief shows", Details: "Details",
		Export: "export", NoList: "export from the list of projects", OnlyStage: "one stage has to stay", ExportList: "export list (%d projects)", ListName: "projects-%s.xlsx", ExportedList: "%d projects exported to %s",
		ProgressForm: "progress form", ProgressName: "progress-%s.xlsx", BriefForm: "project brief", BriefName: "brief-%s.html", Exported: "document of %d project exported to %s",
	}
}
