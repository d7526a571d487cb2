package i18n

import (
	"genjin/model/label"
	"genjin/tui/kit"
)

func chinese() Words {
	return Words{
		Lang: label.ZH,
		Kit: kit.Words{
			HelpTitle: "按键", PaletteTitle: "命令", PaletteHint: "名称、拼音或首字母", NoMatch: "没有找到", Full: "最多 %d 个字,后面的没有放进来",
			Nothing: "空", Table: "另一份表格",
			NextField: "下一项", PrevField: "上一项", NewLine: "换行", Save: "保存", Cancel: "放弃", Choose: "选定", Move: "移动", Scroll: "滚动", Close: "关闭",
			DropLine: "删除这一行", Tick: "勾选", Take: "确定", MoveUp: "上移", MoveDown: "下移",
			Open: "打开", Back: "返回", NextSection: "下一栏", PrevSection: "上一栏", Search: "查找", ToList: "到列表",
			ClearSearch: "清除查找", ClearFilter: "清除筛选", NotFound: "没有找到「%s」\n\nesc 清除查找",
			NothingLeft: "没有符合的:%s\n\nesc 清除筛选,f 改条件",
			Select:      "选中", SelectAll: "全选", SelectNone: "取消选中", Selected: "已选 %d", Many: "批量", ManyTitle: "已选 %d 条",
		},
		App: App{
			Name: "genjin 跟进", TabToday: "今日", TabCustomers: "客户",
			TooSmall: "窗口太小:需要至少 60 列 15 行,现在是 %d 列 %d 行",
			ReadOnly: "只读:文件不可写,改动不会保存",
			Said:     "%s %s · u 撤销",
			Undone:   "已撤销:%s", Redone: "已重做:%s", KeptParts: ",其中 %d 条后来改过,保留原样",
			NotUndone: "没有撤销,后来都改过,保留原样:%s", NotRedone: "没有重做,后来都改过,保留原样:%s",
			IMEOn:    "输入法开着,字母键到不了这里:用方向键、enter、数字键,ctrl+l 记录,F1 看按键",
			MouseOff: "鼠标已交还终端,可以选择文字;F8 收回", MouseOn: "鼠标已收回",
			CalendarUnknown: "%d 年的放假安排还没有公布,先按法律规定的日子推算;可在设置里另加",
			GroupScreen:     "这一页", GroupEvery: "随处可用", SwitchLanguage: "切换到 English",
			Import: "导入文件",
		},
		Keys: Keys{
			Back: "返回", Quit: "退出", Help: "按键", Palette: "命令", Undo: "撤销", Redo: "重做", Mouse: "鼠标交还终端",
			NextTab: "下一页", PrevTab: "上一页", Move: "上下移动", Page: "翻页", Ends: "到头、到尾",
		},
		Today: Today{
			Today: "今日", Tomorrow: "明天", Week: "七天内", DoneOf: "已办",
			Customer: "客户", Grade: "级", What: "事项", Why: "缘由", Late: "迟", WhatWidth: 8, LateWidth: 5,
			Open: "打开", NextSpan: "明天、七天内", PrevSpan: "上一段", NextKind: "下一类", PrevKind: "上一类",
			MenuTitle: "%s  %s", ThenNext: ",下次%s", ThenRetry: ",%s再打", Ticked: "已办", Snoozed: "顺延至%s",
			NoCustomers:  "还没有客户\n\ni 或 ctrl+o  导入手上的表格\nn 或 ctrl+n  新增客户\n\n想先看看?在命令行运行 genjin demo",
			NothingAhead: "这几天没有安排",
			NothingDue:   "今天都办完了\n\n明天 %d 件,七天内 %d 件\ntab 看明天",
			Read:         "读取今日",
		},
		Customers: Customers{
			Title: "客户", TitleArchived: "已归档", SearchHint: "姓名、电话、拼音或首字母", Search: "查找", ToList: "到列表", ClearSearch: "清除查找",
			Open: "打开", Sort: "排序", Ascending: "升序", Descending: "降序", ShowArchived: "看已归档", HideArchived: "看在用的",
			None:       "还没有客户\n\ni 或 ctrl+o  导入手上的表格\nn 或 ctrl+n  新增客户",
			NoArchived: "没有归档的客户", NotFound: "没有找到「%s」\n\nesc 清除查找,n 新增客户", Count: "共 %d 位客户", Read: "读取客户",
			Export: "导出列表", ExportTitle: "导出列表(%d 位客户)", Exported: "已导出 %d 位客户到 %s",
		},
		Journal: chineseJournal(),
		Money:   chineseMoney(), Owed: chineseReceivables(), OEM: chineseOEM(),
		Ordering: chineseOrdering(), Orders: chineseOrders(),
		Card: Card{
			Brought: "转介绍来的客户",
			Open:    "打开客户", Nobody: "没有选中客户", Archived: "已归档",
			Next: "打算", Timeline: "跟进记录", Changes: "变更",
			NextOn: "下次", Retry: "重试", RetryRule: "下一个工作日再打", Wants: "意向", NothingPlanned: "没有安排",
			NoEntries: "还没有跟进记录", NoCase: "这位客户没有等待处理的事", MoreEntries: "更早的记录不在此列",
			Inferred: "导入时推断,请核对:", Undone: "(已撤销)", GradeOf: "%s级",
			Log: "记录", LogTitle: "记录跟进  %s  %s", Logged: "已记录 %s,下次 %s", LoggedNoNext: "已记录 %s",
			Add: "新增客户", AddTitle: "新增客户", AddedCustomer: "已新增 %s",
			Edit: "修改", EditTitle: "修改  %s", SavedCustomer: "已保存 %s",
			EditEntry: "修改跟进记录", RemoveEntry: "删除跟进记录", EntryTitle: "修改跟进记录", SavedEntry: "已保存跟进记录", RemovedEntry: "已删除跟进记录",
			SetGrade: "评级", GradeTitle: "评级  %s", Graded: "%s 评为 %s", Accept: "改为%s级",
			Snooze: "顺延", SnoozeTitle: "顺延  %s", Snoozed: "%s 顺延至 %s",
			Axes: "轻重", Known: "资料",
			Greet: "复制祝福语", Greeted: "到微信里粘贴即可发送", GreetWhom: "可问候的客户", GreetMore: "只列前 %d 位",
			Tick: "办完", Ticked: "%s 已办", CloseCase: "办结", CloseTitle: "办结  %s", ClosedCase: "已办结",
			Archive: "归档", Unarchive: "取消归档", ArchivedCustomer: "%s 已归档", UnarchivedCustomer: "%s 已取消归档",
			Confirm: "推断无误", Confirmed: "已确认", Reason: "原因", ReasonNeeded: "请写一句原因", Optional: "可不填",
			ReferrerHint: "介绍人的姓名、电话或 #编号",
			ReadDraft:    "读取草稿", KeepDraft: "保留草稿", DraftBack: "草稿已恢复", DraftKept: "草稿已保留",
			DraftOffer: "恢复草稿? ctrl+r", RestoreDraft: "恢复草稿",
			DraftBoth: "别处已改为「%s」", DraftBackBoth: "草稿已恢复;%d 项别处也改过,旁边是现在的",
			Items: "联系人、拜访准备等资料", NewItem: "新增", RemoveItem: "删除", SavedItem: "已保存%s", RemovedItem: "已删除%s",
			ExportForm: "导出跟踪表", ExportTitle: "导出跟踪表  %s", ExportedForm: "已导出到 %s",
		},
		Lists: chineseLists(), Merge: chineseMerge(),
		Import: chineseImport(), Export: chineseExport(),
		Settings: Settings{
			Title: "设置", Default: "默认 %s", Reset: "恢复默认", Saved: "已保存设置",
			Unsaved: "有改动还没保存", SaveNow: "保存", Leave: "不保存", GoOn: "继续改",
			Mask: "遮住或显示个人信息", MaskOn: "个人信息已遮住,F9 显示", MaskOff: "个人信息已显示,F9 遮住",
		},
		Copying: chineseCopying(),
		QuickAdd: QuickAdd{
			Title: "快速新增", Hint: "董先生 15935946108 3人 想置换X7 #进店 @A +3d",
			How:      "先写名称,其余不分先后:电话  3人  #来源或#标签  @等级或@类型  +3d 或 周五(下次跟进);剩下的都是意向",
			Inferred: "(推断)", SameName: ",另有同名客户 #%d", Known: "电话已有客户:%s", KnownTitle: "电话已有客户",
			OneLine:  "一行是一位客户:只取了第一行,另有 %d 行没有取;一次加多位请导入文件(ctrl+o)",
			OpenThat: "打开 %s", Another: "另建一张", Back: "返回修改",
		},
		SaveAs: SaveAs{To: "存为", Hint: "以 .xlsx、.csv、.json 等结尾的路径", Exists: "已有这个文件,请换个名字"},
		Errors: Errors{
			Failed: "%s没有成功:%s",
		},
	}
}
