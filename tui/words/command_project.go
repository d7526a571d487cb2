package words

// Projects.
var (
	CountProjects = T{"%s 个项目", "projects: %s"}
	NoProject     = T{"没有找到项目「%s」,genjin list oem 列出全部", "there is no project “%s”; genjin list oem lists them all"}
	NoneSuch      = T{"没有找到客户、订单或项目「%s」;genjin list customers、genjin list orders、genjin list oem 列出全部",
		"there is no customer, order or project “%s”; genjin list customers, genjin list orders and genjin list oem list them"}
	AmbiguousProject = T{"「%s」不止一个项目,请用编号指定:", "“%s” fits several projects, choose one by its number:"}
	ProjectOrders    = T{"订单 %d 张", "orders, %d"}
	ProjectHistory   = T{"记录 %d 条", "history, %d"}
	ExportedProject  = T{"已导出项目「%s」到 %s", "exported the project “%s” to %s"}
	ExportedProjects = T{"已导出 %d 个项目到 %s", "exported to %[2]s, projects: %[1]d"}
	ImportProjects   = T{"其中项目 %d 个新增,事项 %d 条新增、%d 条更新,新建客户 %d 位", "of them new projects %d, new items %d, updated items %d, new customers %d"}
)

// The command tick.
var (
	AboutTick = T{"项目事项:完成、进度、受阻、判定", "an item of a project: done, progress, blocked, decided"}
	LongTick  = T{"事项写名称或其中一部分,不带选项就是完成。问「付款条件」这类资料的事项,资料填好就算完成:genjin edit 项目 terms=月结30天。",
		"An item is named by its title or a part of it; without a flag it is done. One that asks for a fact, such as the terms,\n" +
			"is done when the fact is known: genjin edit PROJECT terms='net 30'."}
	ExampleTick = T{"genjin tick 手持终端 电池 --progress 60 --note 样品到了\ngenjin tick 手持终端 是否满足量产 --no --note 跌落不过\n" +
		"genjin tick 手持终端 研发评估 --unblock --note 王总:先用现成模块", "genjin tick Handset battery --progress 60 --note 'samples are in'\n" +
		"genjin tick Handset 'mass production' --no --note 'drop test failed'\ngenjin tick Handset R&D --unblock --note 'Wang: use the module'"}
	UseTickProgress = T{"进度 `N`,0 到 100", "how far it is, `N` of 100"}
	UseTickNote     = T{"说明 `TEXT`", "what there is to say, `TEXT`"}
	UseTickOn       = T{"哪天完成的 `DATE`", "the `DATE` on which it was done"}
	UseTickBlock    = T{"受阻,原因 `WHY`", "it can't go on, and `WHY`"}
	UseTickUnblock  = T{"解除受阻,--note 写怎么解决的", "it can go on; --note says what helped"}
	UseTickSkip     = T{"不需要这一项", "it isn't needed"}
	UseTickUndo     = T{"改为未完成,或改为需要", "it isn't done after all, or is needed"}
	UseTickYes      = T{"判定:是", "decided: yes"}
	UseTickNo       = T{"判定:否,会按模板退回前面的阶段", "decided: no, which reopens the stage that the template says"}
	OneActOnly      = T{"%s 只能用一个", "use only one of %s"}
	TickedItem      = T{"%s:%s。%s 现在 %s", "%s: %s. %s stands at %s"}
	TickedAlready   = T{"%s 已于 %s 完成;改日期用 --on,改为未完成用 --undo", "%s is done since %s; --on changes the day, --undo takes it back"}
	TickDecision    = T{"%s 要判定:加 --yes 或 --no", "%s takes an answer: add --yes or --no"}
	TickAsks        = T{"%s 要先知道「%s」:genjin edit %s %s=…,填好就算完成",
		"%s asks for “%s”: genjin edit %s %s=… says it, and the item is done"}
	FromItsOrder  = T{"这一项跟着订单 %s 走,不用手工改", "this item follows order %s by itself"}
	AmbiguousItem = T{"「%s」有好几项:%s;请写全", "“%s” could be several items: %s; write more of it"}
	NoItem        = T{"没有找到事项「%s」;genjin show %s 列出全部", "there is no item “%s”; genjin show %s lists them all"}
)
